package pdf

import (
	"encoding/binary"
	"runtime"
	"slices"

	"rapport/fonts"
)

func be16(b []byte, at int) uint16 { return binary.BigEndian.Uint16(b[at:]) }
func be32(b []byte, at int) uint32 { return binary.BigEndian.Uint32(b[at:]) }

// outlines finds a face's glyphs in its glyf table. Its methods panic when an offset of the font
// points outside of the file; whoever calls them recovers.
type outlines struct {
	glyf, loca []byte
	long       bool
}

func newOutlines(face *fonts.Face) outlines {
	return outlines{face.Table("glyf"), face.Table("loca"), be16(face.Table("head"), 50) != 0}
}

// outOfTable reports whether a recovered panic is an index out of range; any other goes on.
func outOfTable(panicked any) bool {
	if panicked == nil {
		return false
	}
	if _, ok := panicked.(runtime.Error); !ok {
		panic(panicked)
	}
	return true
}

// glyph is the record of a glyph, empty for a space.
func (o outlines) glyph(id uint16) []byte {
	if o.long {
		return o.glyf[be32(o.loca, 4*int(id)):be32(o.loca, 4*int(id)+4)]
	}
	return o.glyf[2*int(be16(o.loca, 2*int(id))) : 2*int(be16(o.loca, 2*int(id)+2))]
}

// Flags of a point in a simple glyph (OpenType, glyf table).
const (
	xShort = 1 << 1
	yShort = 1 << 2
	repeat = 1 << 3
	xSame  = 1 << 4 // with xShort: positive
	ySame  = 1 << 5
)

type point struct{ x, y int }

// contours decodes the points of a simple glyph, on and off the curve alike; nil for a composite.
func (o outlines) contours(id uint16) [][]point {
	data := o.glyph(id)
	if len(data) == 0 || int16(be16(data, 0)) <= 0 {
		return nil
	}
	count := int(be16(data, 0))
	points := int(be16(data, 10+2*(count-1))) + 1
	at := 10 + 2*count
	at += 2 + int(be16(data, at))
	flags := make([]byte, 0, points)
	for len(flags) < points {
		f, times := data[at], 1
		at++
		if f&repeat != 0 {
			times += int(data[at])
			at++
		}
		flags = append(flags, slices.Repeat([]byte{f}, times)...)
	}
	all := make([]point, points)
	x, y := 0, 0
	for i := range all {
		x += delta(data, &at, flags[i]&xShort != 0, flags[i]&xSame != 0)
		all[i].x = x
	}
	for i := range all {
		y += delta(data, &at, flags[i]&yShort != 0, flags[i]&ySame != 0)
		all[i].y = y
	}
	out := make([][]point, count)
	from := 0
	for i := range out {
		to := int(be16(data, 10+2*i)) + 1
		out[i], from = all[from:to], to
	}
	return out
}

func delta(data []byte, at *int, short, same bool) int {
	switch {
	case short:
		*at++
		if same {
			return int(data[*at-1])
		}
		return -int(data[*at-1])
	case same:
		return 0
	}
	*at += 2
	return int(int16(be16(data, *at-2)))
}

// stem is the width of the vertical stem of the letter l in font units: its outline cut at half its
// height. A face without an l, or with one that is no simple glyph, gets what is common for its
// weight.
func stem(face *fonts.Face) (width int) {
	common := face.UnitsPerEm * (20 + face.Weight/6) / 1000
	defer func() {
		if outOfTable(recover()) {
			width = common
		}
	}()
	glyph, ok := face.Glyph('l')
	if !ok {
		return common
	}
	var cuts []int
	height := face.CapHeight / 2
	for _, c := range newOutlines(face).contours(glyph) {
		for i, p := range c {
			q := c[(i+1)%len(c)]
			if (p.y > height) != (q.y > height) {
				cuts = append(cuts, p.x+(q.x-p.x)*(height-p.y)/(q.y-p.y))
			}
		}
	}
	slices.Sort(cuts)
	if len(cuts) < 2 || cuts[1] == cuts[0] {
		return common
	}
	return cuts[1] - cuts[0]
}
