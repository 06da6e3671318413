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
		row, ways := kinds[kind], 0
		for _, there := range []bool{row.wait != nil, row.plan != nil, row.write != nil} {
			if there {
				ways++
			}
		}
		if ways != 1 {
			t.Errorf("blocks of the kind %q wait, are planned or are written: %d ways", kind, ways)
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
	topic := &content.Topic{Blocks: []*content.Block{{Kind: "poem", Pos: pos}}}
	m := &maker{report: &content.Report{Chapters: []*content.Chapter{
		{Topics: []*content.Topic{topic}}}}}
	m.planned()
	_, err := m.blocks(topic)
	var problem content.Problem
	if !errors.As(err, &problem) || problem.Pos != pos {
		t.Errorf("have %v, want a problem at %v", err, pos)
	}
}
