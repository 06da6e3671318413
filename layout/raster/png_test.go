package raster

import (
	"bytes"
	"image"
	"image/color"
	"image/png"
	"testing"
)

// TestWritePNG: a drawing comes back with every pixel near what was painted and its flat colours
// exact; pixels of all colours come back as they are.
func TestWritePNG(t *testing.T) {
	flat := image.NewRGBA(image.Rect(0, 0, 300, 200))
	photo := image.NewRGBA(image.Rect(0, 0, 300, 200))
	hues := []color.RGBA{{197, 57, 42, 255}, {44, 26, 62, 255}, {41, 107, 138, 255}, {200, 123, 11, 255},
		{139, 125, 150, 255}, {20, 60, 90, 255}}
	for y := range 200 {
		for x := range 300 {
			c := hues[x/50]
			mix := func(v uint8) uint8 { return uint8(255 - (255-int(v))*y/199) } // an edge on white
			if y < 100 {
				flat.SetRGBA(x, y, c)
			} else {
				flat.SetRGBA(x, y, color.RGBA{mix(c.R), mix(c.G), mix(c.B), 255})
			}
			photo.SetRGBA(x, y, color.RGBA{uint8(x * 7), uint8(y * 5), uint8(x * y), 255})
		}
	}
	for _, tt := range []struct {
		name     string
		m        *image.RGBA
		paletted bool
		off      int
	}{{"drawing", flat, true, mostOff}, {"photograph", photo, false, 0}} {
		t.Run(tt.name, func(t *testing.T) {
			var b bytes.Buffer
			if err := WritePNG(&b, tt.m); err != nil {
				t.Fatal(err)
			}
			got, err := png.Decode(&b)
			if err != nil {
				t.Fatal(err)
			}
			if _, ok := got.(*image.Paletted); ok != tt.paletted {
				t.Errorf("a palette: %v, want %v", ok, tt.paletted)
			}
			for y := range 200 {
				for x := range 300 {
					r, g, bl, _ := got.At(x, y).RGBA()
					had := []byte{uint8(r >> 8), uint8(g >> 8), uint8(bl >> 8)}
					want := rgb(tt.m.Pix[tt.m.PixOffset(x, y):])
					most := tt.off
					if y < 100 {
						most = 0
					}
					if off := apart(rgb(had), want); off > most {
						t.Fatalf("pixel %d,%d is %d off", x, y, off)
					}
				}
			}
		})
	}
}
