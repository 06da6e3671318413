package subset

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"rapport/fonts"
	"rapport/fonts/sfnt"
)

// everyFace is each face compiled in.
func everyFace(t testing.TB) (all []*fonts.Face) {
	for _, family := range fonts.Families() {
		for _, weight := range []int{400, 500, 600, 700} {
			for _, italic := range []bool{false, true} {
				if f := face(t, family, weight, italic); f.Weight == weight && f.Italic == italic {
					all = append(all, f)
				}
			}
		}
	}
	return all
}

func face(t testing.TB, family string, weight int, italic bool) *fonts.Face {
	t.Helper()
	f, ok := fonts.Find(family, weight, italic)
	if !ok {
		t.Fatalf("no family %s", family)
	}
	return f
}

const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZÆØÅÄÖ" +
	"abcdefghijklmnopqrstuvwxyzæøåéèêóòôàüščđŋ0123456789%.,;:–−«»()½😊👍 "

// glyphsFor are the missing glyph and those of a text's characters.
func glyphsFor(f *fonts.Face, words string) []uint16 {
	ids := []uint16{0}
	for _, r := range words {
		if id, ok := f.Glyph(r); ok {
			ids = append(ids, id)
		}
	}
	return ids
}

// tablesOf is the tables of a font file, whose directory and checksums are held against them.
func tablesOf(t *testing.T, data []byte) sfnt.Tables {
	t.Helper()
	tables := sfnt.Tables{}
	last := ""
	for i := range int(sfnt.U16(data, 4)) {
		e := data[12+16*i:]
		tag, sum, from, size := string(e[:4]), sfnt.U32(e, 4), sfnt.U32(e, 8), sfnt.U32(e, 12)
		tables[tag] = data[from : from+size]
		if tag <= last || from%4 != 0 {
			t.Errorf("table %s after %s at %d", tag, last, from)
		}
		body := bytes.Clone(tables[tag])
		if last = tag; tag == "head" {
			clear(body[8:12])
		}
		if got := sfnt.Checksum(body); got != sum {
			t.Errorf("table %s: checksum %08X, says %08X", tag, got, sum)
		}
	}
	if got := sfnt.Checksum(data); got != 0xB1B0AFBA {
		t.Errorf("checksum of the file %08X", got)
	}
	return tables
}

// Every glyph of a subset has the outline, width and bearing that it had in the face.
func TestGlyphs(t *testing.T) {
	for _, f := range everyFace(t) {
		t.Run(f.PostScript, func(t *testing.T) {
			ids := glyphsFor(f, alphabet)
			ids = append(ids, ids[len(ids)-1]) // two codes for one glyph
			data, err := Glyphs(f, ids)
			if err != nil {
				t.Fatal(err)
			}
			tables := tablesOf(t, data)
			sub := sfnt.NewOutlines(tables["glyf"], tables["loca"], tables["head"])
			n := int(sfnt.U16(tables["maxp"], 4))
			if n < len(ids) || int(sfnt.U16(tables["hhea"], 34)) != n ||
				len(tables["hmtx"]) != 4*n {
				t.Fatalf("%d glyphs for %d codes, %d widths", n, len(ids), len(tables["hmtx"])/4)
			}
			full := sfnt.NewOutlines(f.Table("glyf"), f.Table("loca"), f.Table("head"))
			for code, id := range ids {
				if got, want := flatten(sub, uint16(code)), flatten(full, id); got != want {
					t.Errorf("code %d: outline\n%s\nwant\n%s", code, got, want)
				}
				advance := int(sfnt.U16(tables["hmtx"], 4*code))
				bearing := sfnt.I16(tables["hmtx"], 4*code+2)
				if advance != f.Advance(id) || bearing != f.LeftSideBearing(id) {
					t.Errorf("code %d: advance %d, bearing %d", code, advance, bearing)
				}
			}
			if limit := 40_000; len(data) > limit {
				t.Errorf("%d bytes, more than %d", len(data), limit)
			}
		})
	}
}

// flatten prints an outline, with components in their place.
func flatten(o sfnt.Outlines, id uint16) string {
	record := o.Glyph(id)
	if !sfnt.IsComposite(record) {
		return fmt.Sprint(sfnt.Contours(record))
	}
	var out []string
	for at, next := range sfnt.Components(record) {
		out = append(out, fmt.Sprintf("%04X % X %s",
			sfnt.U16(record, at)&^sfnt.WithInstructions, record[at+4:next],
			flatten(o, sfnt.U16(record, at+2))))
	}
	return strings.Join(out, "\n")
}

// composites must occur above, or the test shows less than it seems to.
func TestGlyphsFollowComponents(t *testing.T) {
	found := false
	for _, f := range everyFace(t) {
		ids := glyphsFor(f, "é")
		data, err := Glyphs(f, ids)
		if err != nil {
			t.Fatal(err)
		}
		if n := int(sfnt.U16(tablesOf(t, data)["maxp"], 4)); len(ids) == 2 && n > 2 {
			found = true
		}
	}
	if !found {
		t.Error("é is a simple glyph in every face")
	}
}

func TestLongLoca(t *testing.T) {
	if loca, long := packLoca([]uint32{0, 10, 2 * 0xFFFF}); long != 0 ||
		sfnt.U16(loca, 4) != 0xFFFF {
		t.Errorf("% X, long %d", loca, long)
	}
	if loca, long := packLoca([]uint32{0, 10, 2*0xFFFF + 2}); long != 1 ||
		sfnt.U32(loca, 8) != 2*0xFFFF+2 {
		t.Errorf("% X, long %d", loca, long)
	}
}

func TestBrokenOutlines(t *testing.T) {
	f := face(t, fonts.SourceSerif, 400, false)
	if _, err := Glyphs(f, []uint16{0, 65000}); err == nil {
		t.Error("a glyph outside of the font is no error")
	}
}

func BenchmarkGlyphs(b *testing.B) {
	f := face(b, fonts.SourceSerif, 400, false)
	ids := glyphsFor(f, alphabet)
	size := 0
	for b.Loop() {
		data, err := Glyphs(f, ids)
		if err != nil {
			b.Fatal(err)
		}
		size = len(data)
	}
	b.ReportMetric(float64(size), "B/font")
	b.ReportMetric(float64(len(ids)), "glyphs/font")
}
