package web

import (
	"bytes"
	"fmt"
	"html/template"
	"path"
	"strings"

	vectorsvg "rapport/charts/vector/svg"
	"rapport/content"
	"rapport/layout/frame"
	"rapport/layout/raster"
	"rapport/layout/svg"
)

// mostPixels is how many pixels wide or high an image is at most: the measure, for screens that
// have two for one.
const mostPixels = 2240

// image writes an image with its caption.
func (m *maker) image(b *content.Block) (template.HTML, error) {
	src, err := m.imageFile(b.Image)
	if err != nil {
		return "", content.Problem{Pos: b.Image.Pos, Width: 1, Text: err.Error()}
	}
	alt := tidy(b.Image.Alt)
	if b.Image.Decorative {
		alt = ""
	}
	class := fmt.Sprintf("image span-%d", b.Image.Columns)
	if b.Image.Bleed {
		class = "image bleed"
	}
	w, h := b.Image.Width, b.Image.Height
	out := template.HTML(fmt.Sprintf(`<figure class="%s"><img src="%s" width="%d" height="%d" `+
		`alt="%s" loading="lazy" decoding="async">`, class, escaped(src), w, h, alt))
	if len(b.Caption) > 0 {
		out += `<figcaption><p class="caption">` + m.inlines(m.words.ImageCaption(b)) +
			"</p></figcaption>"
	}
	return out + "</figure>", nil
}

// imageFile adds an image's file to the edition, and returns its address. One with more pixels than
// a screen shows is shrunk, and told.
func (m *maker) imageFile(im *content.Image) (src string, err error) {
	var b []byte
	ending := map[string]string{"png": ".png", "jpeg": ".jpg", "svg": ".svg"}[im.Kind]
	if im.Kind == "svg" {
		b, err = redrawn(im)
	} else {
		var shrunk bool
		b, shrunk, err = raster.Fitted(im.Data, mostPixels)
		if shrunk {
			line := m.report.Line(im.Pos)
			m.notes = append(m.notes, content.Problem{Pos: im.Pos, Line: line, Width: 1,
				Text: fmt.Sprintf("%s has %d × %d pixels; on the web it has at most %d a side",
					path.Base(im.Name), im.Width, im.Height, mostPixels)})
		}
	}
	if err != nil {
		return "", fmt.Errorf("%s: %w", path.Base(im.Name), err)
	}
	base := strings.TrimSuffix(path.Base(im.Name), path.Ext(im.Name))
	return m.address(m.fileName("images/", base, ending), b), nil
}

// redrawn is a drawing written anew from what is drawn of it: it has no scripts and leads nowhere.
func redrawn(im *content.Image) ([]byte, error) {
	p, err := vectorsvg.Parse(im.Data)
	if err != nil {
		return nil, err
	}
	var b bytes.Buffer
	page := &frame.Page{Width: p.Width, Height: p.Height,
		Items: []frame.Item{{Drawing: &frame.Drawing{Picture: p}}}}
	err = svg.Write(&b, page, svg.Options{})
	return b.Bytes(), err
}

// fileName is the name of a file in letters that every server takes, which no other file has.
func (m *maker) fileName(folder, base, ending string) string {
	name := folder + slug(base)
	m.names[name+ending]++
	if n := m.names[name+ending]; n > 1 {
		name = fmt.Sprintf("%s-%d", name, n)
	}
	return name + ending
}

// slug is a name in small letters, digits, points and hyphens.
func slug(s string) string {
	s = strings.NewReplacer("æ", "ae", "ø", "o", "å", "a", "ä", "a", "ö", "o").
		Replace(strings.ToLower(s))
	s = strings.Map(func(r rune) rune {
		if r >= 'a' && r <= 'z' || r >= '0' && r <= '9' || r == '.' || r == '-' || r == '_' {
			return r
		}
		return '-'
	}, s)
	if s = strings.Trim(s, "-."); s == "" {
		return "image"
	}
	return s
}
