package layout

import (
	"bytes"
	"fmt"
	"image"
	"image/png"
	"slices"
	"testing"
	"testing/fstest"

	"rapport/content"
)

// withImages is a report whose first topic has an image that fills a page and is followed by another
// topic, and whose second has nothing else.
const withImages = `
[report]
title = "Invented"
language = "en"
date = 2024-03-15
publisher = "Nobody"
[[chapter]]
id = "c"
title = "A house"
[[chapter.topic]]
id = "text"
headline = "Words and an image"
[[chapter.topic.block]]
image = "house.png"
alt = "A house"
bleed = true
[[chapter.topic.block]]
prose = "Some words."
[[chapter.topic]]
id = "image"
headline = "An image alone"
[[chapter.topic.block]]
image = "house.png"
alt = "A house"
bleed = true
`

// TestFullImage draws an image that fills a page right after its topic's pages, and one that is all of
// its topic below the headline, with a warning.
func TestFullImage(t *testing.T) {
	var house bytes.Buffer
	if err := png.Encode(&house, image.NewGray(image.Rect(0, 0, 42, 42))); err != nil {
		t.Fatal(err)
	}
	r, err := content.Load(fstest.MapFS{
		"2024/r/report.toml": {Data: []byte(withImages)}, "2024/r/house.png": {Data: house.Bytes()},
	}, 2024, "r")
	if err != nil {
		t.Fatal(err)
	}
	d, err := Compose(r, Options{})
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for i, p := range d.Pages {
		for _, it := range p.Items {
			if it.Image != nil {
				got = append(got, fmt.Sprintf("page %d, %.0f mm wide", i+1, it.Image.Width.Mm()))
			}
		}
	}
	want := []string{"page 5, 150 mm wide", "page 6, 303 mm wide"} // the topics share page 5
	if !slices.Equal(got, want) {
		t.Errorf("images are on %v, want %v", got, want)
	}
	if n := len(r.Warnings()); n != 1 {
		t.Errorf("%d warnings, want one for the image without a page", n)
	}
}
