package layout

import (
	"errors"
	"strings"
	"testing"
	"testing/fstest"

	"rapport/content"
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

// What cannot be set is shown like any other problem in the content: place, line, carets, hint.
func TestTallBlockIsAProblem(t *testing.T) {
	long := strings.Repeat("Ord som fyller siden nedover. ", 400)
	block := "[[chapter.topic.block]]\nheading = \"Boks\"\nfact = \"\"\"\n" + long + "\"\"\"\n"
	r := bare(t, "short", "", block)
	_, err := Compose(r, Options{})
	var problems content.Problems
	if !errors.As(err, &problems) {
		t.Fatalf("have %v, want a problem in the content", err)
	}
	var b strings.Builder
	if err := problems.Format(&b); err != nil {
		t.Fatal(err)
	}
	want := `2024/r/report.toml:14:1: this needs 652 mm and must stay together, but a page has 240 mm
    [[chapter.topic.block]]
    ^^^^^^^^^^^^^^^^^^^^^^^
    hint: shorten it or divide it into two blocks
`
	if b.String() != want {
		t.Errorf("have:\n%s\nwant:\n%s", b.String(), want)
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
