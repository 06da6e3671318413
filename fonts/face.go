package fonts

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"sync"

	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/font/opentype"
	opentables "github.com/go-text/typesetting/font/opentype/tables"

	"rapport/fonts/sfnt"
)

// Face is one TrueType font file with glyf outlines. A Face never changes after it has been read,
// so all documents of a process may share it. Metrics are in font units, UnitsPerEm to the em.
type Face struct {
	Family     string
	Weight     int // 400 regular, 500 medium, 600 semibold, 700 bold
	Italic     bool
	PostScript string // PostScript name, as in the name table

	UnitsPerEm      int
	Ascent, Descent int // hhea; Descent is negative
	CapHeight       int // OS/2 sCapHeight, or Ascent in an old font
	XHeight         int // OS/2 sxHeight
	ItalicAngle     float64
	BBox            [4]int // head xMin yMin xMax yMax

	file     []byte
	tables   sfnt.Tables
	outlines func() *font.Face
	shaping  func() (*font.Font, error)
	cmap     func() (font.Cmap, error)
	hmtx     []byte
	metrics  int // number of full entries in hmtx
	glyphs   int
	fallback bool
}

// Parse reads a TrueType font, whose bytes the face keeps. The error says what the font lacks. What
// shaping needs takes nearly all of the time, and is read when it is asked for.
func Parse(data []byte) (*Face, error) {
	tables, err := sfnt.Read(data)
	if err != nil {
		return nil, fmt.Errorf("not an OpenType font: %w", err)
	}
	f := &Face{file: data, tables: tables}
	f.outlines = sync.OnceValue(f.readOutlines)
	f.shaping = sync.OnceValues(f.readShaping)
	f.cmap = sync.OnceValues(f.readCmap)
	if err := f.readMetrics(); err != nil {
		return nil, err
	}
	f.PostScript = postScriptName(f.Table("name"))
	return f, nil
}

func (f *Face) readShaping() (*font.Font, error) {
	loader, err := opentype.NewLoader(forShaping(f.file))
	if err != nil {
		return nil, fmt.Errorf("not an OpenType font: %w", err)
	}
	return font.NewFont(loader)
}

func (f *Face) readCmap() (font.Cmap, error) {
	table, _, err := opentables.ParseCmap(f.Table("cmap"))
	if err != nil {
		return nil, err
	}
	os2, _, _ := opentables.ParseOs2(f.Table("OS/2")) // an old font may have none
	cmap, _, err := font.ProcessCmap(table, os2.FontPage())
	return cmap, err
}

func (f *Face) readMetrics() error {
	head, hhea, maxp := f.Table("head"), f.Table("hhea"), f.Table("maxp")
	f.hmtx = f.Table("hmtx")
	if len(head) < 54 || len(hhea) < 36 || len(maxp) < 6 || len(f.hmtx) < 4 ||
		len(f.Table("glyf")) == 0 {
		return fmt.Errorf("not a TrueType font with glyf outlines")
	}
	f.UnitsPerEm = int(be16(head, 18))
	for i := range f.BBox {
		f.BBox[i] = int(int16(be16(head, 36+2*i)))
	}
	f.Ascent, f.Descent = int(int16(be16(hhea, 4))), int(int16(be16(hhea, 6)))
	f.metrics, f.glyphs = int(be16(hhea, 34)), int(be16(maxp, 4))
	f.CapHeight, f.XHeight = f.Ascent, f.Ascent/2
	if os2 := f.Table("OS/2"); len(os2) >= 90 && be16(os2, 0) >= 2 {
		f.XHeight, f.CapHeight = int(int16(be16(os2, 86))), int(int16(be16(os2, 88)))
	}
	if post := f.Table("post"); len(post) >= 8 {
		f.ItalicAngle = float64(int32(binary.BigEndian.Uint32(post[4:]))) / 65536
	}
	if f.UnitsPerEm == 0 || f.metrics == 0 || len(f.hmtx) < 4*f.metrics {
		return fmt.Errorf("broken head or hmtx table")
	}
	return nil
}

func be16(b []byte, at int) uint16 { return binary.BigEndian.Uint16(b[at:]) }

// postScriptName finds name id 6 in the name table, in its Windows (UTF-16) or Macintosh form.
func postScriptName(name []byte) string {
	if len(name) < 6 {
		return ""
	}
	count, storage := int(be16(name, 2)), int(be16(name, 4))
	for i := range count {
		r := 6 + 12*i
		if r+12 > len(name) || be16(name, r+6) != 6 {
			continue
		}
		from := storage + int(be16(name, r+10))
		to := from + int(be16(name, r+8))
		if to > len(name) {
			continue
		}
		return string(bytes.ReplaceAll(name[from:to], []byte{0}, nil))
	}
	return ""
}

// Table returns a raw table of the file, or nil; the caller must not change it.
func (f *Face) Table(tag string) []byte { return f.tables[tag] }

// File is the whole font file; the caller must not change it.
func (f *Face) File() []byte { return f.file }

// Shaping is the face as the shaper wants it, without outlines. It is read at the first call, which
// panics when the file is broken there: no face compiled in is.
func (f *Face) Shaping() *font.Font {
	shaping, err := f.shaping()
	if err != nil {
		panic(fmt.Errorf("%s: %w", f.PostScript, err))
	}
	return shaping
}

// Glyphs is the number of glyphs in the file.
func (f *Face) Glyphs() int { return f.glyphs }

// Fallback reports whether the face stands in only for characters that the others lack.
func (f *Face) Fallback() bool { return f.fallback }

// Glyph is the glyph of a character, ok false when the face lacks it. It panics as Shaping does.
func (f *Face) Glyph(r rune) (id uint16, ok bool) {
	cmap, err := f.cmap()
	if err != nil {
		panic(fmt.Errorf("%s: %w", f.PostScript, err))
	}
	g, ok := cmap.Lookup(r)
	return uint16(g), ok
}

// Advance is the unkerned advance width of a glyph in font units.
func (f *Face) Advance(glyph uint16) int {
	return int(be16(f.hmtx, 4*min(int(glyph), f.metrics-1)))
}

// LeftSideBearing is the left side bearing of a glyph in font units.
func (f *Face) LeftSideBearing(glyph uint16) int {
	if g := int(glyph); g < f.metrics {
		return int(int16(be16(f.hmtx, 4*g+2)))
	}
	at := 4*f.metrics + 2*(int(glyph)-f.metrics)
	if at+2 > len(f.hmtx) {
		return 0
	}
	return int(int16(be16(f.hmtx, at)))
}

// lazy reads a face at first use and keeps it.
func lazy(data []byte, family string, weight int, italic, fallback bool) func() *Face {
	return sync.OnceValue(func() *Face {
		f, err := Parse(data)
		if err != nil {
			panic(fmt.Errorf("%s %d: %w", family, weight, err))
		}
		f.Family, f.Weight, f.Italic, f.fallback = family, weight, italic, fallback
		return f
	})
}
