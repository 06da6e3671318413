package web

import (
	"image/png"
	"io"
	"strings"

	"rapport/content"
	"rapport/layout/card"
	"rapport/layout/raster"
	"rapport/layout/svg"
)

// figureFile is a file of one figure.
type figureFile struct {
	Name string // its address
	kind string // as readers call it
}

// figureFiles adds a figure's files to the edition: its numbers, and its share card as a drawing and
// as pixels. When all is in one file the numbers alone go with it.
func (m *maker) figureFiles(b *content.Block) []figureFile {
	if m.cards == nil {
		m.cards = card.Names(m.report)
	}
	name := "figures/" + slug(m.cards[b])
	csv := m.address(name+".csv", m.report.CSVOf(b))
	if m.Single {
		return []figureFile{{csv, "CSV"}}
	}
	m.files = append(m.files,
		File{name + ".svg", func(w io.Writer) error { return m.drawing(w, b) }, true},
		File{name + ".png", func(w io.Writer) error { return m.pixels(w, b) }, true})
	return []figureFile{{csv, "CSV"}, {name + ".svg", "SVG"}, {name + ".png", "PNG"}}
}

// drawing writes a figure's card as SVG.
func (m *maker) drawing(w io.Writer, b *content.Block) error {
	c, err := card.Of(m.report, m.Shaper, b, card.Formats[0])
	if err != nil {
		return err
	}
	return svg.Write(w, c.Page, svg.Options{Title: c.Headline, Description: strings.TrimSpace(c.Alt),
		Language: m.report.Language, Scale: card.Scale})
}

// pixels writes a figure's card as PNG.
func (m *maker) pixels(w io.Writer, b *content.Block) error {
	c, err := card.Of(m.report, m.Shaper, b, card.Formats[0])
	if err != nil {
		return err
	}
	image, err := raster.Page(c.Page, card.Scale)
	if err != nil {
		return err
	}
	return png.Encode(w, image)
}
