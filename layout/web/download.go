package web

import (
	"bytes"
	"io"
	"strings"
	"sync"

	"rapport/content"
	"rapport/layout/card"
	"rapport/layout/frame"
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
	c := &download{m: m, block: b}
	m.files = append(m.files,
		File{Name: name + ".svg", Write: c.drawing, Download: true},
		File{Name: name + ".png", Write: c.pixels, Download: true, Source: c.source})
	return []figureFile{{csv, "CSV"}, {name + ".svg", "SVG"}, {name + ".png", "PNG"}}
}

// download is a figure's share card, which is composed when the first of its files is asked for.
type download struct {
	m     *maker
	block *content.Block

	once sync.Once
	page *frame.Page
	svg  []byte
	err  error
}

func (d *download) compose() error {
	d.once.Do(func() {
		var c card.Card
		c, d.err = card.Of(d.m.report, d.m.Shaper, d.block, card.Formats[0])
		if d.err != nil {
			return
		}
		var b bytes.Buffer
		d.err = svg.Write(&b, c.Page, svg.Options{Title: c.Headline,
			Description: strings.TrimSpace(c.Alt), Language: d.m.report.Language, Scale: card.Scale})
		d.page, d.svg = c.Page, b.Bytes()
	})
	return d.err
}

// drawing writes the card as SVG.
func (d *download) drawing(w io.Writer) error {
	if err := d.compose(); err != nil {
		return err
	}
	_, err := w.Write(d.svg)
	return err
}

// source is what the pixels are painted from.
func (d *download) source() ([]byte, error) {
	err := d.compose()
	return d.svg, err
}

// pixels writes the card as PNG.
func (d *download) pixels(w io.Writer) error {
	if err := d.compose(); err != nil {
		return err
	}
	return painted(w, d.page)
}

// painted writes a card's page as PNG.
func painted(w io.Writer, p *frame.Page) error {
	image, err := raster.Page(p, card.Scale)
	if err != nil {
		return err
	}
	return raster.WritePNG(w, image)
}
