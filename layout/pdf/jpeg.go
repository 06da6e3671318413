package pdf

import (
	"fmt"
	"image"
	"image/draw"

	"rapport/content/picture/container"
)

// readJPEG takes a JPEG file over (DCTDecode), without what says nothing about pixels. Only one of
// CMYK without a profile is decoded and made RGB for the screen, because PDF/A lets DeviceCMYK stand
// only beside a CMYK output intent; one that image/jpeg does not know gets the profile of the press.
func readJPEG(data []byte, ink bool) (*raster, error) {
	j, err := container.ReadJPEG(data)
	if err != nil {
		return nil, fmt.Errorf("a JPEG image that %w", err)
	}
	r := &raster{filter: "/Filter/DCTDecode", samples: j.Data, bits: j.Bits,
		components: j.Components, width: j.Width, height: j.Height, orientation: j.Orientation}
	if j.RGB { // readers of PDF go by a parameter, not by the components' names
		r.filter += "/DecodeParms<</ColorTransform 0>>"
	}
	if err := checkSize(r.width, r.height); err != nil {
		return nil, err
	}
	r.profile = profileFor(r.components, j.Profile)
	if r.components == 4 && r.profile == nil && !ink {
		if rgb, err := decodeJPEG(j); err == nil {
			return rgb, nil
		}
		r.profile = FOGRA39().data
	}
	r.inverted = r.components == 4 && j.Adobe
	return r, nil
}

// decodeJPEG makes RGB of an image.
func decodeJPEG(j *container.JPEG) (*raster, error) {
	img, err := j.Decode()
	if err != nil {
		return nil, fmt.Errorf("a JPEG image that %w", err)
	}
	size := img.Bounds()
	rgba := image.NewRGBA(size)
	draw.Draw(rgba, size, img, size.Min, draw.Src)
	samples := make([]byte, 0, 3*size.Dx()*size.Dy())
	for i := 0; i < len(rgba.Pix); i += 4 {
		samples = append(samples, rgba.Pix[i:i+3]...)
	}
	return &raster{width: size.Dx(), height: size.Dy(), bits: 8, components: 3,
		samples: samples, orientation: j.Orientation}, nil
}
