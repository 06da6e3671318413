package topic

import (
	"errors"
	"go/ast"
	"go/parser"
	"go/token"
	"slices"
	"strconv"
	"testing"

	"rapport/content"
)

// declared are the kinds of blocks that content declares as constants.
func declared(t *testing.T) []content.BlockKind {
	t.Helper()
	file, err := parser.ParseFile(token.NewFileSet(), "../../content/model.go", nil, 0)
	if err != nil {
		t.Fatal(err)
	}
	var all []content.BlockKind
	ast.Inspect(file, func(n ast.Node) bool {
		spec, ok := n.(*ast.ValueSpec)
		if !ok {
			return true
		}
		if typ, ok := spec.Type.(*ast.Ident); !ok || typ.Name != "BlockKind" {
			return true
		}
		for _, v := range spec.Values {
			name, err := strconv.Unquote(v.(*ast.BasicLit).Value)
			if err != nil {
				t.Fatal(err)
			}
			all = append(all, content.BlockKind(name))
		}
		return true
	})
	if len(all) == 0 {
		t.Fatal("content declares no kind of block")
	}
	return all
}

// Every kind of block that a report can hold has a row, and every row is of a kind that exists.
func TestKindsAreContents(t *testing.T) {
	all := declared(t)
	for _, kind := range all {
		row, ok := kinds[kind]
		switch {
		case !ok:
			t.Errorf("blocks of the kind %q have no row", kind)
		case (row.wait == nil) == (row.place == nil):
			t.Errorf("blocks of the kind %q either wait or are placed", kind)
		}
	}
	for kind := range kinds {
		if !slices.Contains(all, kind) {
			t.Errorf("the row %q is of a kind that content does not have", kind)
		}
	}
}

// A kind without a row is an error with its place, and not passed over.
func TestUnknownKind(t *testing.T) {
	pos := content.Pos{File: "2024/r/report.toml", Line: 7, Column: 1}
	var w waiting
	err := w.take(&builder{}, &content.Block{Kind: "poem", Pos: pos})
	var problem content.Problem
	if !errors.As(err, &problem) || problem.Pos != pos {
		t.Errorf("have %v, want a problem at %v", err, pos)
	}
}
