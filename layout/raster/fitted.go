package raster

import (
	"bytes"
	"image"
	"image/jpeg"
	"image/png"
	"math"
	"strings"

	xdraw "golang.org/x/image/draw"

	"rapport/content/picture/container"
)

// quality is that of a JPEG that is written anew: what photographs on the web have.
const quality = 85

// Fitted is a PNG or JPEG file as a page on a screen needs it: upright, at most so many pixels wide
// and high, and without what a camera notes of place and time. A file that is so already comes as
// it is, but for those notes; any other is decoded and written anew. shrunk says that it lost
// pixels. The error is a container.Error.
func Fitted(file []byte, most int) (fitted []byte, shrunk bool, err error) {
	if strings.HasPrefix(string(file[:min(len(file), 8)]), container.PNGSignature) {
		p, err := container.ReadPNG(file)
		if err != nil {
			return nil, false, err
		}
		if max(p.Width, p.Height) <= most && p.Orientation == container.Upright {
			return file, false, nil
		}
		from, err := p.Decode()
		if err != nil {
			return nil, false, err
		}
		var b bytes.Buffer
		img, shrunk := upright(from, p.Orientation, most)
		err = png.Encode(&b, img)
		return b.Bytes(), shrunk, err
	}
	j, err := container.ReadJPEG(file)
	if err != nil {
		return nil, false, err
	}
	if max(j.Width, j.Height) <= most && j.Orientation == container.Upright && !j.Doubtful {
		return j.Data, false, nil
	}
	from, err := j.Decode()
	if err != nil {
		return nil, false, err
	}
	var b bytes.Buffer
	img, shrunk := upright(from, j.Orientation, most)
	err = jpeg.Encode(&b, img, &jpeg.Options{Quality: quality})
	return b.Bytes(), shrunk, err
}

// upright is an image turned as it is shown, and shrunk to at most so many pixels a side.
func upright(from image.Image, o container.Orientation, most int) (*image.NRGBA, bool) {
	size := from.Bounds().Size()
	k := min(1, float64(most)/float64(max(size.X, size.Y)))
	w := max(1, int(math.Round(float64(size.X)*k)))
	h := max(1, int(math.Round(float64(size.Y)*k)))
	small := image.NewNRGBA(image.Rect(0, 0, w, h))
	xdraw.CatmullRom.Scale(small, small.Bounds(), from, from.Bounds(), xdraw.Src, nil)
	if o == container.Upright || o == 0 {
		return small, k < 1
	}
	tw, th := o.Shown(w, h)
	turned, m := image.NewNRGBA(image.Rect(0, 0, tw, th)), o.Matrix()
	for y := range h {
		for x := range w {
			u, v := (float64(x)+0.5)/float64(w), 1-(float64(y)+0.5)/float64(h)
			tx, ty := m[0]*u+m[2]*v+m[4], m[1]*u+m[3]*v+m[5]
			turned.Set(int(tx*float64(tw)), int((1-ty)*float64(th)), small.At(x, y))
		}
	}
	return turned, k < 1
}
