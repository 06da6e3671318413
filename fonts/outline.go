package fonts

import (
	"bytes"

	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/font/opentype"
)

// Pen draws outlines; y grows downwards.
type Pen interface {
	MoveTo(x, y Pt)
	LineTo(x, y Pt)
	CurveTo(x1, y1, x2, y2, x3, y3 Pt)
	Close()
}

// Outline draws a glyph whose origin stands at (x, y), at a size. A glyph without outline, as that
// of a space, draws nothing. Outlines are read at the first call: most documents need none, because
// their readers have the fonts.
func (f *Face) Outline(pen Pen, glyph uint16, x, y, size Pt) {
	out, _ := f.outlines().GlyphData(font.GID(glyph)).(font.GlyphOutline)
	scale := size / Pt(f.UnitsPerEm)
	at := func(p opentype.SegmentPoint) (Pt, Pt) { return x + scale*Pt(p.X), y - scale*Pt(p.Y) }
	open := false
	var fromX, fromY Pt
	for _, s := range out.Segments {
		ax, ay := at(s.Args[0])
		bx, by := at(s.Args[1])
		cx, cy := at(s.Args[2])
		switch s.Op {
		case opentype.SegmentOpMoveTo:
			if open {
				pen.Close()
			}
			pen.MoveTo(ax, ay)
			open, fromX, fromY = true, ax, ay
		case opentype.SegmentOpLineTo:
			pen.LineTo(ax, ay)
			fromX, fromY = ax, ay
		case opentype.SegmentOpQuadTo: // the cubic that is the same curve
			pen.CurveTo(fromX+(ax-fromX)*2/3, fromY+(ay-fromY)*2/3, bx+(ax-bx)*2/3, by+(ay-by)*2/3,
				bx, by)
			fromX, fromY = bx, by
		case opentype.SegmentOpCubeTo:
			pen.CurveTo(ax, ay, bx, by, cx, cy)
			fromX, fromY = cx, cy
		}
	}
	if open {
		pen.Close()
	}
}

// readOutlines reads the file once more, with its outlines.
func (f *Face) readOutlines() *font.Face {
	loader, err := opentype.NewLoader(bytes.NewReader(f.file))
	if err == nil {
		var whole *font.Font
		if whole, err = font.NewFont(loader); err == nil {
			return font.NewFace(whole)
		}
	}
	panic(err) // it was read before
}
