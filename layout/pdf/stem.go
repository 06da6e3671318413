package pdf

import (
	"encoding/binary"
	"slices"

	"rapport/fonts"
	"rapport/fonts/sfnt"
)

func be32(b []byte, at int) uint32 { return binary.BigEndian.Uint32(b[at:]) }

// stem is the width of the vertical stem of the letter l in font units: its outline cut at half its
// height. A face without an l, or with one that is no simple glyph, gets what is common for its
// weight.
func stem(face *fonts.Face) (width int) {
	common := face.UnitsPerEm * (20 + face.Weight/6) / 1000
	defer func() {
		if sfnt.OutOfTable(recover()) {
			width = common
		}
	}()
	glyph, ok := face.Glyph('l')
	if !ok {
		return common
	}
	var cuts []int
	height := face.CapHeight / 2
	outlines := sfnt.NewOutlines(face.Table("glyf"), face.Table("loca"), face.Table("head"))
	for _, c := range sfnt.Contours(outlines.Glyph(glyph)) {
		for i, p := range c {
			q := c[(i+1)%len(c)]
			if (p.Y > height) != (q.Y > height) {
				cuts = append(cuts, p.X+(q.X-p.X)*(height-p.Y)/(q.Y-p.Y))
			}
		}
	}
	slices.Sort(cuts)
	if len(cuts) < 2 || cuts[1] == cuts[0] {
		return common
	}
	return cuts[1] - cuts[0]
}
