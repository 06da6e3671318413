package web_test

import (
	"bytes"
	"image"
	"image/png"
	"strings"
	"testing"
	"testing/fstest"

	"rapport/layout/web"
)

// TestImages: an image with more pixels than a screen shows is shrunk, and told; its place on the
// page has its shape. A drawing is written anew, without what it might lead to.
func TestImages(t *testing.T) {
	var large bytes.Buffer
	if err := png.Encode(&large, image.NewGray(image.Rect(0, 0, 3000, 1500))); err != nil {
		t.Fatal(err)
	}
	fsys := widthsFS().(fstest.MapFS)
	report := string(fsys["2024/r/report.toml"].Data) + `[[chapter.topic.block]]
image = "Stor Ærlighet.png"
alt = "En oppdiktet flate"
caption = "En flate."
[[chapter.topic.block]]
image = "tegning.svg"
decorative = true
width = 4
`
	fsys["2024/r/report.toml"] = &fstest.MapFile{Data: []byte(report)}
	fsys["2024/r/Stor Ærlighet.png"] = &fstest.MapFile{Data: large.Bytes()}
	fsys["2024/r/tegning.svg"] = &fstest.MapFile{Data: []byte(`<svg xmlns="http://www.w3.org/2000/svg" ` +
		`width="20" height="10"><!-- merknad --><title>t</title><path d="M0 0h20v10z" fill="#123456"/></svg>`)}
	_, e, page := compose(t, fsys, 2024, "r", web.Options{})
	for _, want := range []string{
		`<img src="images/stor-aerlighet.png" width="3000" height="1500" alt="En oppdiktet flate" loading="lazy"`,
		`<img src="images/tegning.svg" width="20" height="10" alt="" loading="lazy"`,
	} {
		if !strings.Contains(page, want) {
			t.Errorf("the page has no %s", want)
		}
	}
	if len(e.Notes) != 1 || !strings.Contains(e.Notes[0].Text, "3000 × 1500") ||
		e.Notes[0].Pos.Line == 0 {
		t.Errorf("told: %v", e.Notes)
	}
	for _, f := range e.Files {
		var b bytes.Buffer
		switch f.Name {
		case "images/stor-aerlighet.png":
			if err := f.Write(&b); err != nil {
				t.Fatal(err)
			}
			config, err := png.DecodeConfig(&b)
			if err != nil || config.Width != 2240 || config.Height != 1120 {
				t.Errorf("shrunk to %d × %d: %v", config.Width, config.Height, err)
			}
		case "images/tegning.svg":
			if err := f.Write(&b); err != nil {
				t.Fatal(err)
			}
			if strings.Contains(b.String(), "merknad") || !strings.Contains(b.String(), "#123456") {
				t.Errorf("the drawing is %s", b.String())
			}
		}
	}
}
