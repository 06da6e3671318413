package raster

import (
	"cmp"
	"image"
	"image/color"
	"image/png"
	"io"
	"slices"
)

// mostColors is how many colours a palette of PNG has (PNG specification, 11.2.2).
const mostColors = 256

// mostOff is how far a channel of a pixel may lie from what was painted, of 255. Less than a tenth
// of what a reader sees between two flat areas, and such pixels lie on edges.
const mostOff = 12

// WritePNG writes an opaque image as PNG. Flat colours and the edges of letters need few colours: where
// a palette has them all, or has one within a twentieth of each, it takes a quarter of the bytes and
// of the time. The commonest colours are always exact. Any other image, such as one with a
// photograph, is written as it is.
func WritePNG(w io.Writer, m *image.RGBA) error {
	encoder := png.Encoder{CompressionLevel: png.BestSpeed}
	if p := paletted(m); p != nil {
		return encoder.Encode(w, p)
	}
	return encoder.Encode(w, m)
}

// paletted is an image with a palette, nil when no palette comes near enough.
func paletted(m *image.RGBA) *image.Paletted {
	counts := map[uint32]int{}
	runs(m, func(_, n int, c uint32) { counts[c] += n })
	if len(counts) > mostColors*mostColors {
		return nil
	}
	common := make([]uint32, 0, len(counts))
	for c := range counts {
		common = append(common, c)
	}
	slices.SortFunc(common, func(a, b uint32) int {
		return cmp.Or(cmp.Compare(counts[b], counts[a]), cmp.Compare(a, b))
	})
	colors, index := chosen(common)
	if colors == nil {
		return nil
	}
	out := image.NewPaletted(m.Rect, colors)
	runs(m, func(at, n int, c uint32) {
		i := index[c]
		for k := range n {
			out.Pix[at+k] = i
		}
	})
	return out
}

// runs calls do for every stretch of pixels of one colour in a row, with its place among all pixels.
func runs(m *image.RGBA, do func(at, n int, c uint32)) {
	width := m.Rect.Dx()
	for y := range m.Rect.Dy() {
		row := m.Pix[y*m.Stride:][:4*width]
		for x := 0; x < width; {
			c := rgb(row[4*x:])
			n := 1
			for x+n < width && rgb(row[4*(x+n):]) == c {
				n++
			}
			do(y*width+x, n, c)
			x += n
		}
	}
}

func rgb(p []byte) uint32 { return uint32(p[0])<<16 | uint32(p[1])<<8 | uint32(p[2]) }

// chosen is a palette for colours, the commonest first, and each colour's place in it: every colour
// that none before it comes near enough. How near is as near as a palette can hold.
func chosen(all []uint32) (color.Palette, map[uint32]uint8) {
	for _, off := range []int{0, 2, 4, 6, 8, 10, mostOff} {
		if off == 0 && len(all) > mostColors {
			continue
		}
		if kept, index := within(all, off); kept != nil {
			palette := make(color.Palette, len(kept))
			for i, c := range kept {
				palette[i] = color.RGBA{R: uint8(c >> 16), G: uint8(c >> 8), B: uint8(c), A: 255}
			}
			return palette, index
		}
	}
	return nil, nil
}

// within chooses colours so that each of all has one within off in every channel; nil when they are
// too many.
func within(all []uint32, off int) (kept []uint32, index map[uint32]uint8) {
	index = make(map[uint32]uint8, len(all))
	for _, c := range all {
		at := slices.IndexFunc(kept, func(k uint32) bool { return apart(c, k) <= off })
		if at < 0 {
			if len(kept) == mostColors {
				return nil, nil
			}
			at, kept = len(kept), append(kept, c)
		}
		index[c] = uint8(at)
	}
	return kept, index
}

// apart is the largest difference of two colours in a channel.
func apart(a, b uint32) int {
	most := 0
	for shift := 0; shift < 24; shift += 8 {
		d := int(a>>shift&255) - int(b>>shift&255)
		most = max(most, d, -d)
	}
	return most
}
