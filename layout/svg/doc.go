// Package svg writes finished pages as SVG (Scalable Vector Graphics 1.1, with the focal radius of
// SVG 2): frames in, one picture a page out.
//
// # The idea
//
// A page is written as it is painted, item by item, in its own coordinates: points, the origin at
// the top left of the trimmed sheet. Words are outlines, so that the picture looks the same in
// every program, with or without the faces; what the picture says is in its title and description,
// which readers of pages pass on.
//
// # Where to start
//
// [Write]; items.go has what stands on a page, paint.go colours, strokes and gradients.
//
// # Left out
//
// Links and tags, which a picture has no place for; and inks: the colours are those of a screen.
package svg

import (
	"bytes"
	"io"
	"strconv"

	"rapport/fonts"
	"rapport/layout/frame"
)

// Options are what is not on the page.
type Options struct {
	Title       string // what the picture is called
	Description string // what it says, for those who do not see it
	Language    string // BCP 47, of both
	// Scale is the CSS pixels of a point when nothing else is said; 0 is 4/3.
	Scale float64
}

// Write writes a page. An error is that of w.
func Write(w io.Writer, p *frame.Page, o Options) error {
	if o.Scale == 0 {
		o.Scale = 4.0 / 3
	}
	var e encoder
	e.items(p.Items)
	_, err := w.Write(e.document(p, o))
	return err
}

// encoder writes the body of a picture, and what it refers to.
type encoder struct {
	body  bytes.Buffer
	defs  bytes.Buffer
	ids   int
	sheet *Sheet // nil: words are outlines, colours those of a screen
}

// document is the whole file.
func (e *encoder) document(p *frame.Page, o Options) []byte {
	var b bytes.Buffer
	b.WriteString(`<svg xmlns="http://www.w3.org/2000/svg" width="`)
	b.Write(decimal(nil, float64(p.Width)*o.Scale))
	b.WriteString(`" height="`)
	b.Write(decimal(nil, float64(p.Height)*o.Scale))
	b.WriteString(`" viewBox="0 0 `)
	b.Write(pair(nil, p.Width, p.Height))
	b.WriteString(`" role="img"`)
	if o.Language != "" {
		b.WriteString(` lang="` + escaped(o.Language) + `"`)
	}
	if o.Title != "" {
		b.WriteString(` aria-labelledby="title"`)
	}
	if o.Description != "" {
		b.WriteString(` aria-describedby="description"`)
	}
	b.WriteString(">\n")
	if o.Title != "" {
		b.WriteString(`<title id="title">` + escaped(o.Title) + "</title>\n")
	}
	if o.Description != "" {
		b.WriteString(`<desc id="description">` + escaped(o.Description) + "</desc>\n")
	}
	if e.defs.Len() > 0 {
		b.WriteString("<defs>\n")
		b.Write(e.defs.Bytes())
		b.WriteString("</defs>\n")
	}
	b.Write(e.body.Bytes())
	b.WriteString("</svg>\n")
	return b.Bytes()
}

// id is a name that nothing else in the picture has.
func (e *encoder) id(kind string) string {
	e.ids++
	return kind + strconv.Itoa(e.ids)
}

// decimals is how many decimals a length is written with: a hundredth of a point is finer than any
// screen.
const decimals = 2

// decimal appends a number in as few digits as it takes.
func decimal(b []byte, v float64) []byte {
	from := len(b)
	b = strconv.AppendFloat(b, v, 'f', decimals, 64)
	for b[len(b)-1] == '0' {
		b = b[:len(b)-1]
	}
	b = bytes.TrimSuffix(b, []byte("."))
	if string(b[from:]) == "-0" {
		return append(b[:from], '0')
	}
	return b
}

func pair(b []byte, x, y fonts.Pt) []byte {
	return decimal(append(decimal(b, float64(x)), ' '), float64(y))
}
