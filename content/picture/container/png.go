package container

import (
	"encoding/binary"
	"hash/crc32"
	"math"
	"slices"
)

// PNGSignature is how a PNG file begins (ISO 15948, 5.2).
const PNGSignature = "\x89PNG\r\n\x1a\n"

// Colour types of PNG (ISO 15948, table 11.1); with Alpha added, every pixel has an opacity.
const (
	Gray    = 0
	RGB     = 2
	Indexed = 3
	Alpha   = 4
)

// PNG is what a PNG file says about its pixels, and the pixels as they are compressed.
type PNG struct {
	Width, Height int
	Bits          int  // of a sample: 1, 2, 4, 8 or 16
	Color         byte // Gray, RGB, Indexed, Gray+Alpha or RGB+Alpha
	Interlaced    bool
	Palette       []byte // RGB triples; nil when there is none
	Transparency  []byte // the body of tRNS; nil when there is none
	// Profile is the body of iCCP: a name, a zero, a method, then deflated ICC; nil when there is
	// none.
	Profile []byte
	Rows    [][]byte // the bodies of the IDAT chunks
}

// ReadPNG walks the chunks of a PNG to IEND and checks each one's sum (ISO 15948, 5.3). data begins
// with PNGSignature; the result points into it. The error is an *Error.
func ReadPNG(data []byte) (*PNG, error) {
	p := new(PNG)
	rest := data[len(PNGSignature):]
	for first := true; ; first = false {
		if len(rest) < 12 {
			return nil, CutOff()
		}
		n := binary.BigEndian.Uint32(rest)
		if n > math.MaxInt32 {
			return nil, Broken("a chunk of %d bytes", n)
		}
		if len(rest)-12 < int(n) {
			return nil, CutOff()
		}
		kind, body := string(rest[4:8]), rest[8:8+n]
		if crc32.ChecksumIEEE(rest[4:8+n]) != binary.BigEndian.Uint32(rest[8+n:]) {
			return nil, Broken("the sum of its chunk %q is wrong", kind)
		}
		if first != (kind == "IHDR") {
			return nil, Broken("it does not begin with its header")
		}
		if kind == "IEND" {
			if len(p.Rows) == 0 || p.Color == Indexed && p.Palette == nil {
				return nil, Broken("it has no pixels")
			}
			return p, nil
		}
		if err := p.chunk(kind, body); err != nil {
			return nil, err
		}
		rest = rest[12+n:]
	}
}

// chunk takes over what one chunk says.
func (p *PNG) chunk(kind string, body []byte) error {
	switch kind {
	case "IHDR":
		return p.header(body)
	case "PLTE":
		p.Palette = body
	case "tRNS":
		p.Transparency = body
	case "iCCP":
		p.Profile = body
	case "IDAT":
		p.Rows = append(p.Rows, body)
	}
	return nil
}

// header reads IHDR (ISO 15948, 11.2.2).
func (p *PNG) header(b []byte) error {
	if len(b) != 13 {
		return Broken("its header has %d bytes", len(b))
	}
	w, h := binary.BigEndian.Uint32(b), binary.BigEndian.Uint32(b[4:])
	depths := map[byte][]byte{Gray: {1, 2, 4, 8, 16}, RGB: {8, 16}, Indexed: {1, 2, 4, 8},
		Gray + Alpha: {8, 16}, RGB + Alpha: {8, 16}}[b[9]]
	if w == 0 || h == 0 || w > math.MaxInt32 || h > math.MaxInt32 {
		return Broken("a size of %d × %d", w, h)
	}
	if !slices.Contains(depths, b[8]) || b[10] != 0 || b[11] != 0 || b[12] > 1 {
		return Broken("its header says nothing that PNG has")
	}
	p.Width, p.Height = int(w), int(h)
	p.Bits, p.Color, p.Interlaced = int(b[8]), b[9], b[12] != 0
	return nil
}
