package workbook

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"io"
	"strconv"
	"strings"
	"testing"
	"time"
	"unicode/utf16"
)

func book(sheets ...Sheet) Book {
	return Book{Title: "Lånerne <i> tall", Creator: "Vik & co", Language: "nb",
		Date: time.Date(2024, 5, 2, 0, 0, 0, 0, time.UTC), Sheets: sheets}
}

// written is the parts of a written book by name; every one is well-formed.
func written(t *testing.T, b Book) map[string]string {
	t.Helper()
	var out bytes.Buffer
	if err := b.Write(&out); err != nil {
		t.Fatal(err)
	}
	z, err := zip.NewReader(bytes.NewReader(out.Bytes()), int64(out.Len()))
	if err != nil {
		t.Fatal(err)
	}
	parts := map[string]string{}
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		data, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		d := xml.NewDecoder(bytes.NewReader(data))
		for {
			if _, err := d.Token(); err == io.EOF {
				break
			} else if err != nil {
				t.Fatalf("%s: %v\n%s", f.Name, err, data)
			}
		}
		parts[f.Name] = string(data)
	}
	return parts
}

// A number is a number, a text is a text, and no text is a formula.
func TestCells(t *testing.T) {
	tests := []struct {
		cell Cell
		want string
	}{
		{Cell{Number: "28"}, `<c r="A2" s="3"><v>28</v></c>`},
		{Cell{Number: "45.2", Places: 1}, `<c r="A2" s="4"><v>45.2</v></c>`},
		{Cell{Text: "På nett"}, `s="0" t="inlineStr"><is><t xml:space="preserve">På nett</t>`},
		{Cell{Text: "1030"}, `t="inlineStr"><is><t xml:space="preserve">1030</t>`},
		{Cell{Text: "=1+1"}, `s="6" t="inlineStr"><is><t xml:space="preserve">=1+1</t>`},
		{Cell{Text: "-5 til 0"}, `s="6" t="inlineStr"`},
		{Cell{Text: "+1"}, `s="6" t="inlineStr"`},
		{Cell{Text: "@navn"}, `s="6" t="inlineStr"`},
		{Cell{Text: "a < b & \"c\""}, `a &lt; b &amp; &#34;c&#34;`},
		{Cell{Text: "_x0041_ og _x41_"}, `_x005F_x0041_ og _x41_`},
		{Cell{Text: "_x005F_x0041_"}, `_x005F_x005F_x0041_`},
		{Cell{Text: "😀\u200dx"}, "😀\u200dx"},
		{Cell{Text: "side 7", Link: "a b.pdf#page=7"}, `s="2" t="inlineStr"`},
		{Cell{Text: strings.Repeat("å", maxText+5)}, strings.Repeat("å", maxText-1) + "…<"},
		{Cell{}, `<row r="2"></row>`},
	}
	for _, tt := range tests {
		parts := written(t, book(Sheet{Columns: []Column{{"Svar", 20}}, Rows: [][]Cell{{tt.cell}}}))
		have := parts["xl/worksheets/sheet1.xml"]
		if !strings.Contains(have, tt.want) || strings.Contains(have, "<f") {
			t.Errorf("%+v: have %.600s\nwant %.200s", tt.cell, have, tt.want)
		}
		links := parts["xl/worksheets/_rels/sheet1.xml.rels"]
		if (links != "") != (tt.cell.Link != "") || links != "" &&
			!strings.Contains(links, `Target="a b.pdf#page=7" TargetMode="External"`) {
			t.Errorf("%+v: links %s", tt.cell, links)
		}
	}
}

func TestFormula(t *testing.T) {
	for text, want := range map[string]bool{"=1": true, "+1": true, "-1": true, "@a": true, "\t=": true,
		"\r": true, "＝1": true, "": false, "Ja": false, "1-2": false, "–5": false, "−5": false} {
		if Formula(text) != want {
			t.Errorf("%q: %v", text, !want)
		}
	}
}

// Names of sheets are what Excel takes.
func TestSheetNames(t *testing.T) {
	names := []string{"Undersøkelsen 2021", "undersøkelsen 2021", "a/b:c*d?e[f]g\\h", "", "'a'",
		strings.Repeat("å", 40), strings.Repeat("å", 41), strings.Repeat("😀", 20), "History", "  "}
	want := []string{"Undersøkelsen 2021", "undersøkelsen 2021 (2)", "a b c d e f g h", "4", "a",
		strings.Repeat("å", 31), strings.Repeat("å", 27) + " (2)", strings.Repeat("😀", 15),
		"History (2)", "10"}
	var sheets []Sheet
	for _, n := range names {
		sheets = append(sheets, Sheet{Name: n})
	}
	for i, have := range sheetNames(sheets) {
		if have != want[i] || len(utf16.Encode([]rune(have))) > 31 {
			t.Errorf("%q: have %q, want %q", names[i], have, want[i])
		}
	}
	written(t, book(sheets...))
}

func TestTarget(t *testing.T) {
	for file, want := range map[string]string{"laanerne.pdf": "laanerne.pdf",
		"Årsrapport #1 (ny) 100%.pdf": "%C3%85rsrapport%20%231%20(ny)%20100%25.pdf",
		"a:b?c.pdf":                   "a%3Ab%3Fc.pdf"} {
		if have := Target(file); have != want {
			t.Errorf("%s: have %s", file, have)
		}
	}
}

func TestPlace(t *testing.T) {
	for want, at := range map[string][2]int{"A1": {0, 1}, "Z2": {25, 2}, "AA3": {26, 3}, "AZ1": {51, 1},
		"BA1": {52, 1}, "ZZ9": {701, 9}, "AAA9": {702, 9}} {
		if have := column(at[0]) + strconv.Itoa(at[1]); have != want {
			t.Errorf("have %s, want %s", have, want)
		}
	}
}

// The same book gives the same bytes, and one without sheets is none.
func TestSameBytes(t *testing.T) {
	b := book(Sheet{Name: "a", Columns: []Column{{"b", 1}}, Rows: [][]Cell{{{Text: "c", Link: "d"}}}})
	var one, two bytes.Buffer
	if err := b.Write(&one); err != nil {
		t.Fatal(err)
	}
	if err := b.Write(&two); err != nil || !bytes.Equal(one.Bytes(), two.Bytes()) {
		t.Errorf("%v, %d and %d bytes", err, one.Len(), two.Len())
	}
	if err := book().Write(io.Discard); err == nil {
		t.Error("a book without sheets was written")
	}
}

func FuzzWrite(f *testing.F) {
	f.Add("=1", "_x0041_\x00")
	f.Fuzz(func(t *testing.T, name, text string) {
		written(t, book(Sheet{Name: name, Columns: []Column{{text, 3}},
			Rows: [][]Cell{{{Text: text, Link: name}}}}))
	})
}
