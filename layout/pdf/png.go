package pdf

import (
	"bytes"
	"errors"
	"fmt"
	"image"
	"image/draw"
	"image/png"
	"io"

	"github.com/klauspost/compress/zlib"
)

const pngSignature = "\x89PNG\r\n\x1A\n"

// pngFile is what the chunks of a PNG file say.
type pngFile struct {
	width, height       int
	bits, kind          int
	interlaced          bool
	palette, alpha, icc []byte
	data                []byte
}

// Colour types of PNG.
const (
	pngGray    = 0
	pngRGB     = 2
	pngIndexed = 3
)

// readPNG takes over a PNG file. Its compressed rows are what PDF calls FlateDecode with a PNG predictor
// (ISO 32000-1, 7.4.4.4), so an image without transparency goes into the file as it is. With transparency,
// or interlaced, it is decoded: colours and opacity are separate images in PDF.
func readPNG(data []byte) (*raster, error) {
	p, err := parsePNG(data)
	if err != nil {
		return nil, err
	}
	if p.interlaced || p.alpha != nil || p.kind > pngIndexed {
		return decodePNG(data, p)
	}
	r := &raster{width: p.width, height: p.height, bits: p.bits, components: 1, samples: p.data}
	switch p.kind {
	case pngRGB:
		r.components = 3
	case pngIndexed:
		r.palette = p.palette[:min(len(p.palette), 3<<p.bits)]
		r.palette = r.palette[:len(r.palette)/3*3]
	}
	var o object
	o.raw("/Filter/FlateDecode/DecodeParms<</Predictor 15/Colors ").int(r.components)
	o.raw("/BitsPerComponent ").int(p.bits).raw("/Columns ").int(p.width).raw(">>")
	r.filter = string(o.b)
	r.profile = profileFor(r.inks(), p.icc)
	return r, p.checkRows(r.components)
}

// parsePNG reads the chunks (PNG 1.2, chapter 4).
func parsePNG(data []byte) (*pngFile, error) {
	p := new(pngFile)
	for at := len(pngSignature); at+12 <= len(data); {
		size := int(be32(data, at))
		if size > len(data)-at-12 {
			return nil, errors.New("a PNG image that ends early")
		}
		chunk := data[at+8 : at+8+size]
		switch string(data[at+4 : at+8]) {
		case "IHDR":
			if size != 13 {
				return nil, errors.New("a broken PNG image")
			}
			p.width, p.height = int(be32(chunk, 0)), int(be32(chunk, 4))
			p.bits, p.kind, p.interlaced = int(chunk[8]), int(chunk[9]), chunk[12] != 0
		case "PLTE":
			p.palette = chunk
		case "tRNS":
			p.alpha = chunk
		case "iCCP":
			p.icc = profileChunk(chunk)
		case "IDAT":
			p.data = append(p.data, chunk...)
		case "IEND":
			return p, p.check()
		}
		at += 12 + size
	}
	return nil, errors.New("a PNG image that ends early")
}

func (p *pngFile) check() error {
	if p.width < 1 || p.height < 1 || len(p.data) == 0 || p.kind == pngIndexed && len(p.palette) < 3 {
		return errors.New("a broken PNG image")
	}
	return checkSize(p.width, p.height)
}

// profileChunk inflates an embedded colour profile; nil when it is broken, since colours can do without.
func profileChunk(chunk []byte) []byte {
	const largest = 4 << 20
	name := bytes.IndexByte(chunk, 0)
	if name < 0 || name+2 > len(chunk) {
		return nil
	}
	z, err := zlib.NewReader(bytes.NewReader(chunk[name+2:]))
	if err != nil {
		return nil
	}
	icc, err := io.ReadAll(io.LimitReader(z, largest))
	if err != nil {
		return nil
	}
	return icc
}

// checkRows inflates the rows of an image that is taken over, because a reader of the report would meet
// the damage otherwise.
func (p *pngFile) checkRows(components int) error {
	z, err := zlib.NewReader(bytes.NewReader(p.data))
	if err != nil {
		return fmt.Errorf("a broken PNG image: %w", err)
	}
	row := make([]byte, 1+(p.width*p.bits*components+7)/8)
	for range p.height {
		if _, err := io.ReadFull(z, row); err != nil {
			return fmt.Errorf("a broken PNG image: %w", err)
		}
		if row[0] > 4 {
			return errors.New("a broken PNG image: unknown row filter")
		}
	}
	return nil
}

// decodePNG decodes an image into 8-bit gray or RGB, and its opacity into a mask.
func decodePNG(data []byte, p *pngFile) (*raster, error) {
	img, err := png.Decode(bytes.NewReader(data))
	if err != nil {
		return nil, fmt.Errorf("a broken PNG image: %w", err)
	}
	size := img.Bounds()
	pixels := image.NewNRGBA(size)
	draw.Draw(pixels, size, img, size.Min, draw.Src)
	r := &raster{width: size.Dx(), height: size.Dy(), bits: 8, components: 3}
	if p.kind&^4 == pngGray {
		r.components = 1
	}
	mask := &raster{width: r.width, height: r.height, bits: 8, components: 1}
	opaque := true
	for i := 0; i < len(pixels.Pix); i += 4 {
		r.samples = append(r.samples, pixels.Pix[i:i+r.components]...)
		alpha := pixels.Pix[i+3]
		mask.samples = append(mask.samples, alpha)
		opaque = opaque && alpha == 255
	}
	r.profile = profileFor(r.components, p.icc)
	r.predict()
	if !opaque {
		mask.predict()
		r.mask = mask
	}
	return r, nil
}

// predict turns samples into rows of differences, which deflate better: each row takes the PNG filter,
// Sub or Up or none, whose differences are smallest in sum (PNG 1.2, 9.6).
func (r *raster) predict() {
	stride := r.width * r.components
	out := make([]byte, 0, len(r.samples)+r.height)
	above := make([]byte, stride)
	filters := [3][]byte{make([]byte, stride), make([]byte, stride), make([]byte, stride)}
	for y := range r.height {
		row := r.samples[y*stride : (y+1)*stride]
		var sums [3]int
		for i, v := range row {
			left := byte(0)
			if i >= r.components {
				left = row[i-r.components]
			}
			for k, d := range [3]byte{v, v - left, v - above[i]} {
				filters[k][i] = d
				sums[k] += int(min(d, -d))
			}
		}
		best := 0
		for k, sum := range sums {
			if sum < sums[best] {
				best = k
			}
		}
		out = append(append(out, byte(best)), filters[best]...)
		above = row
	}
	r.samples = out
	r.predicted = true
}
