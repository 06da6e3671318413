package pdf

import (
	"bytes"
	"errors"
	"fmt"
	"image"
	"image/draw"
	"image/jpeg"
)

// readJPEG takes a JPEG file over as it is (DCTDecode). Only one of CMYK without a profile is decoded and
// made RGB for the screen, because PDF/A lets DeviceCMYK stand only beside a CMYK output intent. The Exif
// orientation is not looked at.
func readJPEG(data []byte, ink bool) (*raster, error) {
	r := &raster{filter: "/Filter/DCTDecode", samples: data}
	var profile [256][]byte
	adobe := false
	for at := 2; at+4 <= len(data); {
		if data[at] != 0xFF {
			return nil, errors.New("a broken JPEG image")
		}
		marker, size := data[at+1], int(be16(data, at+2))
		if marker == 0xFF { // fill byte
			at++
			continue
		}
		at += 2
		if size < 2 || at+size > len(data) {
			return nil, errors.New("a JPEG image that ends early")
		}
		segment := data[at+2 : at+size]
		at += size
		switch {
		case marker == 0xE2 && len(segment) > 14 && string(segment[:12]) == "ICC_PROFILE\x00":
			profile[segment[12]] = segment[14:]
		case marker == 0xEE && len(segment) >= 12 && string(segment[:5]) == "Adobe":
			adobe = true
		case marker >= 0xC0 && marker <= 0xC2 && len(segment) >= 6: // baseline, extended, progressive
			r.bits, r.components = int(segment[0]), int(segment[5])
			r.height, r.width = int(be16(segment, 1)), int(be16(segment, 3))
		case marker == 0xDA: // the scans follow; everything of interest has been seen
			return r.finish(bytes.Join(profile[:], nil), adobe, ink)
		}
	}
	return nil, errors.New("a JPEG image without a picture")
}

func (r *raster) finish(profile []byte, adobe, ink bool) (*raster, error) {
	if r.width == 0 || r.height == 0 || r.bits != 8 {
		return nil, errors.New("a JPEG image of a kind that PDF cannot show")
	}
	if err := checkSize(r.width, r.height); err != nil {
		return nil, err
	}
	switch r.components {
	case 1, 3:
		r.profile = profileFor(r.components, profile)
		return r, nil
	case 4:
		if r.profile = profileFor(4, profile); r.profile != nil || ink {
			r.inverted = adobe
			return r, nil
		}
		return decodeJPEG(r.samples)
	}
	return nil, fmt.Errorf("a JPEG image of %d components", r.components)
}

// decodeJPEG makes RGB of an image.
func decodeJPEG(data []byte) (*raster, error) {
	img, err := jpeg.Decode(bytes.NewReader(data))
	if err != nil {
		return nil, err
	}
	size := img.Bounds()
	rgba := image.NewRGBA(size)
	draw.Draw(rgba, size, img, size.Min, draw.Src)
	samples := make([]byte, 0, 3*size.Dx()*size.Dy())
	for i := 0; i < len(rgba.Pix); i += 4 {
		samples = append(samples, rgba.Pix[i:i+3]...)
	}
	return &raster{width: size.Dx(), height: size.Dy(), bits: 8, components: 3, samples: samples}, nil
}
