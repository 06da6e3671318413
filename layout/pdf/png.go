package pdf

import (
	"bytes"
	"fmt"
	"image"
	"image/draw"
	"io"

	"github.com/klauspost/compress/zlib"

	"rapport/content/picture/container"
)

// readPNG takes over a PNG file. Its compressed rows are what PDF calls FlateDecode with a PNG
// predictor (ISO 32000-1, 7.4.4.4), so an image without transparency goes into the file as it is.
// With transparency, or interlaced, it is decoded: colours and opacity are separate images in PDF.
func readPNG(data []byte) (*raster, error) {
	p, err := container.ReadPNG(data)
	if err != nil {
		return nil, fmt.Errorf("a PNG image that %w", err)
	}
	if err := checkSize(p.Width, p.Height); err != nil {
		return nil, err
	}
	profile := profileChunk(p.Profile)
	if p.Interlaced || p.Transparency != nil || p.Color&container.Alpha != 0 {
		return decodePNG(p, profile)
	}
	odd, err := p.Check()
	if err != nil {
		return nil, fmt.Errorf("a PNG image that %w", err)
	}
	r := &raster{width: p.Width, height: p.Height, bits: p.Bits, components: 1,
		samples: bytes.Join(p.Rows, nil), orientation: p.Orientation}
	switch p.Color {
	case container.RGB:
		r.components = 3
	case container.Indexed:
		r.palette = p.Colors()
	}
	r.profile = profileFor(r.inks(), profile)
	if odd {
		r.predicted = true
		if r.samples, err = p.Pixels(); err != nil {
			return nil, fmt.Errorf("a PNG image that %w", err)
		}
		return r, nil
	}
	r.filter = "/Filter/FlateDecode" + r.differences()
	return r, nil
}

// profileChunk inflates an embedded colour profile; nil when there is none or it is broken, since
// colours can do without.
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

// decodePNG decodes an image of a colour type into 8-bit gray or RGB, and its opacity into a mask.
func decodePNG(p *container.PNG, profile []byte) (*raster, error) {
	img, err := p.Decode()
	if err != nil {
		return nil, fmt.Errorf("a PNG image that %w", err)
	}
	size := img.Bounds()
	pixels := image.NewNRGBA(size)
	draw.Draw(pixels, size, img, size.Min, draw.Src)
	r := &raster{width: size.Dx(), height: size.Dy(), bits: 8, components: 3,
		orientation: p.Orientation}
	if p.Color&^container.Alpha == container.Gray {
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
	r.profile = profileFor(r.components, profile)
	r.predict()
	if !opaque {
		mask.predict()
		r.mask = mask
	}
	return r, nil
}

// predict turns samples into rows of differences, which deflate better: each row takes the PNG
// filter, Sub or Up or none, whose differences are smallest in sum (PNG 1.2, 9.6).
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
