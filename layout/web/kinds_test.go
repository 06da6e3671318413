package web

import (
	"errors"
	"os"
	"regexp"
	"testing"

	"rapport/content"
)

// TestKindsAreContents: every kind of block that content declares has a web form, and every row is
// of a kind that there is.
func TestKindsAreContents(t *testing.T) {
	model, err := os.ReadFile("../../content/model.go")
	if err != nil {
		t.Fatal(err)
	}
	declared := map[content.BlockKind]bool{}
	for _, m := range regexp.MustCompile(`BlockKind += "(\w+)"`).FindAllSubmatch(model, -1) {
		declared[content.BlockKind(m[1])] = true
	}
	if len(declared) < 16 {
		t.Fatalf("%d kinds are declared", len(declared))
	}
	for kind := range declared {
		if row := kinds[kind]; (row.wait == nil) == (row.write == nil) {
			t.Errorf("blocks of the kind %q either wait or are written", kind)
		}
	}
	for kind := range kinds {
		if !declared[kind] {
			t.Errorf("the row %q is of a kind that content does not have", kind)
		}
	}
}

// A kind without a row is an error with its place, and not passed over.
func TestUnknownKind(t *testing.T) {
	pos := content.Pos{File: "2024/r/report.toml", Line: 7, Column: 1}
	_, err := (&maker{}).blocks(&content.Topic{Blocks: []*content.Block{{Kind: "poem", Pos: pos}}})
	var problem content.Problem
	if !errors.As(err, &problem) || problem.Pos != pos {
		t.Errorf("have %v, want a problem at %v", err, pos)
	}
}
