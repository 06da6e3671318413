package layout

import (
	"errors"
	"strings"
	"testing"
	"testing/fstest"

	"rapport/content"
	"rapport/layout/frame/frametest"
)

// bare is a report of one topic without a survey, of a kind and with an introduction.
func bare(t *testing.T, kind, intro, blocks string) *content.Report {
	t.Helper()
	report := `[report]
title = "Prøve"
language = "nb"
date = 2024-06-01
publisher = "Prøvehuset"
kind = "` + kind + `"
[[chapter]]
id = "a"
title = "Kapittel"
intro = """` + intro + `"""
[[chapter.topic]]
id = "t"
headline = "En overskrift"
` + blocks
	fsys := fstest.MapFS{"2024/r/report.toml": {Data: []byte(report)}}
	r, err := content.Load(fsys, 2024, "r")
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// A box of facts that no page can hold goes on over pages, and loses nothing.
func TestTallBlock(t *testing.T) {
	long := strings.Repeat("Ord som fyller siden nedover. ", 400)
	block := "[[chapter.topic.block]]\nheading = \"Boks\"\nfact = \"\"\"\n" + long + "\"\"\"\n"
	r := bare(t, "short", "", block)
	d := composed(t, r)
	nothingLost(t, r, d)
	for _, f := range frametest.Faults(d) {
		t.Error(f)
	}
}

func TestProblem(t *testing.T) {
	r := bare(t, "short", "", "[[chapter.topic.block]]\nprose = \"Ord.\"\n")
	at := content.Pos{File: "2024/r/report.toml", Line: 15, Column: 1}
	for _, tt := range []struct {
		name  string
		err   error
		pos   content.Pos
		width int
	}{
		{"with its place", content.Problem{Pos: at, Text: "wrong"}, at, len("prose")},
		{"without a place", errors.New("wrong"), r.Pos, len("[report]")},
	} {
		var problems content.Problems
		if !errors.As(problem(r, r.Pos, tt.err), &problems) || len(problems) != 1 {
			t.Fatalf("%s: no problem", tt.name)
		}
		if p := problems[0]; p.Pos != tt.pos || p.Width != tt.width || p.Line == "" {
			t.Errorf("%s: have %+v, want it at %v, %d wide", tt.name, p, tt.pos, tt.width)
		}
	}
}
