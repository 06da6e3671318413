package content

import (
	"errors"
	"fmt"
	"strings"
	"testing"
	"testing/fstest"
)

// TestPrinter: what cannot be printed is told when the report is loaded, at its place: drawings that
// are refused as mistakes, with all others; drawings in the nearest way and signs as warnings.
func TestPrinter(t *testing.T) {
	drawing := `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9"/></svg>`
	files := fstest.MapFS{
		"2022/r/report.toml": {Data: []byte(`[report]
title = "Tall om ᚠisk, ᚠugl"
language = "nb"
date = 2022-05-02
publisher = "Vik"
about = "Om \u16A2 her."
[[chapter]]
id = "b"
title = "Ett"
intro = "Ord. ᚦ"  # ᚨ
[[chapter.topic]]
id = "a"
headline = "Bilder"
[[chapter.topic.block]]
image = "cut.svg"
alt = "Et merke"
[[chapter.topic.block]]
image = "bad.svg"
alt = "Et ᚴ merke"
`)},
		"2022/r/cut.svg": {Data: []byte(drawing)}, "2022/r/bad.svg": {Data: []byte(drawing + "<!-- -->")},
	}
	printer := Printer{
		Sign: func(r rune) bool { return r < 0x16A0 || r > 0x16FF },
		Drawing: func(data []byte) ([]string, error) {
			if strings.Contains(string(data), "<!--") {
				return nil, errors.New("1:1: too much")
			}
			return []string{"1:2: is cut off"}, nil
		},
	}
	_, err := Load(files, 2022, "r", printer)
	var problems Problems
	if !errors.As(err, &problems) || len(problems) != 1 ||
		!strings.HasPrefix(problems[0].Error(), `2022/r/report.toml:18:9: "bad.svg" cannot be printed: 1:1:`) {
		t.Fatalf("%v", err)
	}
	files["2022/r/bad.svg"] = &fstest.MapFile{Data: []byte(drawing)}
	r, err := Load(files, 2022, "r", printer)
	if err != nil {
		t.Fatal(err)
	}
	var have []string
	for _, w := range r.Warnings() {
		if !w.Printed {
			continue
		}
		kind := ""
		if w.Block != nil {
			kind = fmt.Sprint(" of ", w.Block.Image.Name)
		}
		have = append(have, fmt.Sprintf("%d:%d+%d %s%s", w.Pos.Line, w.Pos.Column, w.Width, w.Text, kind))
	}
	const lacking = "no face has “%c” (%U): question marks are printed"
	line := func(place string, r rune) string { return place + " " + fmt.Sprintf(lacking, r, r) }
	want := []string{
		`15:9+9 in the drawing, at 1:2: is cut off of 2022/r/cut.svg`,
		`18:9+9 in the drawing, at 1:2: is cut off of 2022/r/bad.svg`,
		line("2:18+5", 'ᚠ'), line("2:24+4", 'ᚠ'), line("6:13+6", 'ᚢ'), line("10:15+1", 'ᚦ'),
		line("19:11+1", 'ᚴ'),
	}
	if strings.Join(have, "\n") != strings.Join(want, "\n") {
		t.Errorf("have\n%s\nwant\n%s", strings.Join(have, "\n"), strings.Join(want, "\n"))
	}
	if r, err := Load(files, 2022, "r"); err != nil {
		t.Error("nobody was asked", err)
	} else if len(r.Warnings()) > 0 {
		t.Error("nobody was asked", r.Warnings())
	}
}
