package raster_test

import (
	"bytes"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"testing"

	"rapport/content/picture/container"
	"rapport/layout/raster"
)

// quarter is a picture whose upper left quarter is red.
func quarter(w, h int) image.Image {
	m := image.NewRGBA(image.Rect(0, 0, w, h))
	for y := range h {
		for x := range w {
			c := color.RGBA{255, 255, 255, 255}
			if x < w/2 && y < h/2 {
				c = color.RGBA{200, 0, 0, 255}
			}
			m.Set(x, y, c)
		}
	}
	return m
}

func jpegFile(t *testing.T, m image.Image, orientation byte) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := jpeg.Encode(&b, m, &jpeg.Options{Quality: 95}); err != nil {
		t.Fatal(err)
	}
	exif := []byte("Exif\x00\x00MM\x00*\x00\x00\x00\x08\x00\x01\x01\x12\x00\x03\x00\x00\x00\x01\x00" +
		string([]byte{orientation}) + "\x00\x00\x00\x00\x00\x00")
	head := append([]byte{0xFF, 0xD8, 0xFF, 0xE1, 0, byte(len(exif) + 2)}, exif...)
	return append(head, b.Bytes()[2:]...)
}

// TestFitted: a file that fits stays as it is, but for a camera's notes; others are shrunk, and
// turned as they are shown.
func TestFitted(t *testing.T) {
	var file bytes.Buffer
	if err := png.Encode(&file, quarter(60, 40)); err != nil {
		t.Fatal(err)
	}
	have, shrunk, err := raster.Fitted(file.Bytes(), 60)
	if err != nil || shrunk || !bytes.Equal(have, file.Bytes()) {
		t.Errorf("a PNG that fits is another: %v %v", shrunk, err)
	}
	noted := jpegFile(t, quarter(64, 48), 1)
	have, shrunk, err = raster.Fitted(noted, 64)
	if err != nil || shrunk || len(have) >= len(noted) || bytes.Contains(have, []byte("Exif")) {
		t.Errorf("a JPEG keeps its notes: %d of %d bytes, %v %v", len(have), len(noted), shrunk, err)
	}
	for _, tt := range []struct {
		file []byte
		w, h int
		red  image.Point // a place in the red quarter
	}{
		{file.Bytes(), 30, 20, image.Pt(7, 5)},
		{jpegFile(t, quarter(64, 48), 3), 30, 23, image.Pt(23, 17)},
		{jpegFile(t, quarter(64, 48), 6), 23, 30, image.Pt(17, 7)},
		{jpegFile(t, quarter(64, 48), 8), 23, 30, image.Pt(5, 23)},
	} {
		have, shrunk, err := raster.Fitted(tt.file, 30)
		if err != nil || !shrunk {
			t.Fatalf("%v %v", shrunk, err)
		}
		m, _, err := image.Decode(bytes.NewReader(have))
		if err != nil {
			t.Fatal(err)
		}
		if size := m.Bounds().Size(); size != image.Pt(tt.w, tt.h) {
			t.Errorf("%v, want %d × %d", size, tt.w, tt.h)
		}
		r, g, _, _ := m.At(tt.red.X, tt.red.Y).RGBA()
		if r>>8 < 150 || g>>8 > 80 {
			t.Errorf("at %v it is not red (%d %d)", tt.red, r>>8, g>>8)
		}
	}
	upright := jpegFile(t, quarter(20, 10), 6)
	have, shrunk, err = raster.Fitted(upright, 30)
	m, decodeErr := jpeg.Decode(bytes.NewReader(have))
	if err != nil || shrunk || decodeErr != nil || m.Bounds().Size() != image.Pt(10, 20) {
		t.Errorf("one that lies is not turned: %v %v %v", shrunk, err, decodeErr)
	}
	if _, _, err := raster.Fitted([]byte(container.PNGSignature+"nothing"), 30); err == nil {
		t.Error("a broken file is no error")
	}
}
