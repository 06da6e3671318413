package content

import (
	"go/ast"
	"go/parser"
	"go/token"
	"slices"
	"testing"
)

// TestBlockKinds: every constant of type BlockKind has one row, and no row lacks a part.
func TestBlockKinds(t *testing.T) {
	var rows, keys []string
	for _, k := range blockKinds {
		rows, keys = append(rows, string(k.kind)), append(keys, k.keys...)
		if len(k.keys) == 0 || k.read == nil || k.texts == nil || k.shows == nil {
			t.Errorf("the row of %s lacks a part", k.kind)
		}
	}
	slices.Sort(keys)
	if len(slices.Compact(slices.Clone(keys))) != len(keys) {
		t.Errorf("a key stands twice: %q", keys)
	}
	constants := kindConstants(t)
	slices.Sort(rows)
	slices.Sort(constants)
	if !slices.Equal(rows, constants) {
		t.Errorf("rows      %q\nconstants %q", rows, constants)
	}
}

// kindConstants are the values of the constants of type BlockKind in model.go.
func kindConstants(t *testing.T) []string {
	file, err := parser.ParseFile(token.NewFileSet(), "model.go", nil, 0)
	if err != nil {
		t.Fatal(err)
	}
	var values []string
	ast.Inspect(file, func(n ast.Node) bool {
		spec, ok := n.(*ast.ValueSpec)
		if !ok {
			return true
		}
		if of, ok := spec.Type.(*ast.Ident); ok && of.Name == "BlockKind" {
			value := spec.Values[0].(*ast.BasicLit).Value
			values = append(values, value[1:len(value)-1])
		}
		return true
	})
	return values
}

// TestBlocks: the walker gives every block once, a group before its figures, and the figures in the
// order of their numbers.
func TestBlocks(t *testing.T) {
	r := loadBase(t, `@ 2-chapters.toml
- themes = [{ title = "Ønsker", text = "Mange ønsker tid.", figure = "m2021.onsker" }]
+ group = [{ figure = "m2021.tilbud" }, { figure = "m2021.nyttig" }]
`)
	seen := map[*Block]bool{}
	figures, groups := 0, 0
	for b := range r.Blocks() {
		if seen[b] {
			t.Fatalf("the block at %v comes twice", b.Pos)
		}
		seen[b] = true
		for _, item := range b.Items {
			groups++
			if seen[item.Figure] {
				t.Errorf("the figure at %v comes before its group", item.Pos)
			}
		}
		if b.Kind == FigureBlock {
			if figures++; b.Number != figures {
				t.Errorf("figure %d comes as number %d", b.Number, figures)
			}
		}
	}
	if figures != len(r.Figures) || groups == 0 {
		t.Errorf("%d figures of %d, %d of them in groups", figures, len(r.Figures), groups)
	}
	for range r.Blocks() {
		break // ends without a panic
	}
}
