package container

import (
	"bufio"
	"bytes"
	"compress/zlib"
	"encoding/binary"
	"errors"
	"hash/crc32"
	"image"
	"image/png"
	"io"
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

	Orientation Orientation
}

// ReadPNG walks the chunks of a PNG to IEND and checks each one's sum (ISO 15948, 5.3). data begins
// with PNGSignature; the result points into it. The error is an *Error.
func ReadPNG(data []byte) (*PNG, error) {
	p := &PNG{Orientation: Upright}
	rest := data[len(PNGSignature):]
	for first := true; ; first = false {
		if len(rest) < 12 && len(p.Rows) > 0 { // if all rows are there, the end marker alone is not
			return p, p.complete()
		}
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
			if kind[0]&0x20 == 0 {
				return nil, Broken("the sum of its chunk %q is wrong", kind)
			}
			kind = "" // a picture can do without it
		}
		if first && kind == "CgBI" {
			return nil, &Error{"is a PNG as iPhones keep it, which no other program reads",
				"open it on the phone or a Mac and export it as PNG or JPEG"}
		}
		if first != (kind == "IHDR") {
			return nil, Broken("it does not begin with its header")
		}
		if kind == "IEND" {
			return p, p.complete()
		}
		if err := p.chunk(kind, body); err != nil {
			return nil, err
		}
		rest = rest[12+n:]
	}
}

// complete is an error when there is nothing to show.
func (p *PNG) complete() error {
	if len(p.Rows) == 0 || p.Color == Indexed && len(p.Palette) < 3 {
		return Broken("it has no pixels")
	}
	return nil
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
	case "eXIf":
		p.Orientation = orientation(body)
	case "IDAT":
		p.Rows = append(p.Rows, body)
	}
	return nil
}

// Check reads all rows. odd says that there is something spare after the last, or that the sum at
// the end is wrong, which viewers pass over.
func (p *PNG) Check() (odd bool, err error) { return p.inflate(func([]byte) {}) }

// Pixels are the rows, inflated: of each pass (ISO 15948, 8.2) row by row, a filter's number before
// each, and nothing that is spare.
func (p *PNG) Pixels() (rows []byte, err error) {
	_, err = p.inflate(func(row []byte) { rows = append(rows, row...) })
	return rows, err
}

// inflate calls see for every row; the row is overwritten by the next.
func (p *PNG) inflate(see func(row []byte)) (odd bool, err error) {
	var parts []io.Reader
	for _, r := range p.Rows {
		parts = append(parts, bytes.NewReader(r))
	}
	z, err := zlib.NewReader(bufio.NewReader(io.MultiReader(parts...)))
	if err != nil {
		return false, Broken("its pixels cannot be read (%v)", err)
	}
	passes := []pass{{0, 0, 1, 1}}
	if p.Interlaced {
		passes = adam7
	}
	for _, pass := range passes {
		width, height := pass.size(p.Width, p.Height)
		if width == 0 {
			continue
		}
		row := make([]byte, 1+(width*p.Bits*p.samples()+7)/8)
		for range height {
			switch _, err := io.ReadFull(z, row); {
			case errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF):
				return false, CutOff()
			case err != nil:
				return false, Broken("its pixels cannot be read (%v)", err)
			case row[0] > 4:
				return false, Broken("a row has no filter that PNG has")
			}
			see(row)
		}
	}
	n, err := z.Read(make([]byte, 1))
	return n > 0 || !errors.Is(err, io.EOF), nil
}

// samples is how many a pixel has.
func (p *PNG) samples() int {
	n := 1
	if p.Color&^Alpha == RGB {
		n = 3
	}
	if p.Color&Alpha != 0 {
		n++
	}
	return n
}

// pass is a part of an interlaced picture: every dx-th column from x, and every dy-th row from y.
type pass struct{ x, y, dx, dy int }

// adam7 are the passes of ISO 15948, 8.2.
var adam7 = []pass{{0, 0, 8, 8}, {4, 0, 8, 8}, {0, 4, 4, 8}, {2, 0, 4, 4}, {0, 2, 2, 4},
	{1, 0, 2, 2}, {0, 1, 1, 2}}

func (p pass) size(width, height int) (int, int) {
	return max(0, (width-p.x+p.dx-1)/p.dx), max(0, (height-p.y+p.dy-1)/p.dy)
}

// Decode decodes the pixels, as stored.
func (p *PNG) Decode() (image.Image, error) {
	odd, err := p.Check()
	if err != nil {
		return nil, err
	}
	rows := p.Rows
	if odd {
		exact, err := p.Pixels()
		if err != nil {
			return nil, err
		}
		rows = [][]byte{deflated(exact)}
	}
	img, err := png.Decode(bytes.NewReader(p.rebuilt(rows)))
	if err != nil {
		return nil, Broken("its pixels cannot be read (%v)", err)
	}
	return img, nil
}

func deflated(rows []byte) []byte {
	var b bytes.Buffer
	w := zlib.NewWriter(&b)
	w.Write(rows) // a Buffer takes everything
	w.Close()
	return b.Bytes()
}

// rebuilt is a file with these rows, and with what a decoder must know, alone.
func (p *PNG) rebuilt(rows [][]byte) []byte {
	out := []byte(PNGSignature)
	chunk := func(kind string, body []byte) {
		out = binary.BigEndian.AppendUint32(out, uint32(len(body)))
		at := len(out)
		out = append(append(out, kind...), body...)
		out = binary.BigEndian.AppendUint32(out, crc32.ChecksumIEEE(out[at:]))
	}
	head := binary.BigEndian.AppendUint32(nil, uint32(p.Width))
	head = binary.BigEndian.AppendUint32(head, uint32(p.Height))
	interlaced := byte(0)
	if p.Interlaced {
		interlaced = 1
	}
	chunk("IHDR", append(head, byte(p.Bits), p.Color, 0, 0, interlaced))
	if p.Color == Indexed {
		chunk("PLTE", p.Colors())
	}
	if t := p.transparency(); t != nil {
		chunk("tRNS", t)
	}
	for _, r := range rows {
		chunk("IDAT", r)
	}
	chunk("IEND", nil)
	return out
}

// Colors is the palette, cut to whole colours and to as many as the pixels can name.
func (p *PNG) Colors() []byte {
	c := p.Palette[:min(len(p.Palette), 3<<p.Bits)]
	return c[:len(c)/3*3]
}

// transparency is the body of tRNS if it says what the colour type wants (ISO 15948, 11.3.2.1).
func (p *PNG) transparency() []byte {
	want := map[byte]int{Gray: 2, RGB: 6, Indexed: min(len(p.Transparency), len(p.Colors())/3)}
	n, ok := want[p.Color]
	if !ok || n == 0 || len(p.Transparency) < n {
		return nil
	}
	return p.Transparency[:n]
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
