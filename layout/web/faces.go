package web

import (
	"cmp"
	"fmt"
	"io"
	"slices"
	"strings"
	"sync"

	"rapport/fonts"
	"rapport/fonts/ready"
	"rapport/fonts/subset"
	"rapport/fonts/woff2"
)

// face is a face of the page with the characters that are set in it.
type face struct {
	*fonts.Face
	runes []rune
}

// pageFaces are the faces that style.css asks for, of headings and of text.
func (m *maker) pageFaces() []*fonts.Face {
	return []*fonts.Face{
		m.sheet.Heading(500), m.sheet.Heading(600), m.sheet.Heading(700),
		m.sheet.Body(400, false), m.sheet.Body(400, true), m.sheet.Body(600, false),
	}
}

// faces are the faces of the page and of its pictures, and those that stand in for what they lack.
func (m *maker) faces() []face {
	var all []*fonts.Face
	sets := map[*fonts.Face]*fonts.Runes{}
	add := func(f *fonts.Face, runes *fonts.Runes) {
		if sets[f] == nil {
			all = append(all, f)
			sets[f] = &fonts.Runes{}
		}
		sets[f].AddAll(runes)
	}
	for _, f := range m.pageFaces() {
		add(f, &m.used)
	}
	for i, f := range m.living.Fonts {
		add(f.Face, &m.living.Runes[i])
	}
	for _, f := range all[:len(all):len(all)] {
		for _, s := range m.standIns(f) {
			add(s, lacking(f, &m.used))
		}
	}
	var out []face
	for _, f := range all {
		runes := slices.DeleteFunc(sets[f].Sorted(), func(r rune) bool {
			_, ok := f.Glyph(r)
			return !ok || r < ' ' || strings.ContainsRune(invisible, r)
		})
		if len(runes) > 0 {
			out = append(out, face{f, runes})
		}
	}
	return out
}

// lacking are the characters that a face lacks. Spaces and signs of layout are no matter.
func lacking(f *fonts.Face, runes *fonts.Runes) *fonts.Runes {
	var out fonts.Runes
	for _, r := range runes.Sorted() {
		if _, ok := f.Glyph(r); !ok && r > ' ' && !strings.ContainsRune(invisible, r) {
			out.Add(r)
		}
	}
	return &out
}

// invisible are characters that every browser has without a face.
const invisible = "\u00a0\u00ad\u2009\u200b\u200d\u2011\u202f\ufe0e\ufe0f"

// standIns are the faces that have what a face lacks of the page's characters.
func (m *maker) standIns(f *fonts.Face) []*fonts.Face {
	var all []*fonts.Face
	for _, r := range lacking(f, &m.used).Sorted() {
		if slices.ContainsFunc(all, func(s *fonts.Face) bool { _, ok := s.Glyph(r); return ok }) {
			continue
		}
		for _, next := range fonts.Fallbacks(f, r) {
			s := next()
			if _, ok := s.Glyph(r); ok {
				all = append(all, s)
				break
			}
		}
	}
	return all
}

// fontFaces are the rules that load the faces, whose files are added to the edition. The file of a
// face that is there already has what most pages need; what else a page has of it is a file of its
// own.
func (m *maker) fontFaces() (rules string, err error) {
	var b strings.Builder
	for _, f := range m.faces() {
		runes := f.runes
		file, has, ok := ready.Find(f.Face)
		if ok {
			runes = slices.DeleteFunc(runes, func(r rune) bool { return strings.ContainsRune(has, r) })
			m.fontFace(&b, f.Face, "", func() ([]byte, error) { return file, nil }, "")
		}
		if len(runes) == 0 {
			continue
		}
		span, more := "", ""
		if ok {
			span, more = ";unicode-range:"+subset.UnicodeRange(runes), "-more"
		}
		m.fontFace(&b, f.Face, more, func() ([]byte, error) { return m.Fonts.packed(f.Face, runes) },
			span)
	}
	return b.String(), m.fontError
}

// fontName is what a face's file is called.
func fontName(f *fonts.Face) string {
	name := fmt.Sprintf("%s-%d", f.Family, f.Weight)
	if f.Italic {
		name += "-italic"
	}
	return name
}

// fontFace writes the rule of a file of a face, and adds the file.
func (m *maker) fontFace(
	b *strings.Builder, f *fonts.Face, more string, pack func() ([]byte, error), span string,
) {
	src, slope := "", map[bool]string{true: "italic", false: "normal"}[f.Italic]
	if m.Single {
		file, err := pack()
		m.fontError = cmp.Or(m.fontError, err)
		src = m.address(".woff2", file)
	} else {
		src = m.fileName("fonts/", fontName(f)+more, ".woff2")
		m.files = append(m.files, File{Name: src, Write: func(w io.Writer) error {
			file, err := pack()
			if err == nil {
				_, err = w.Write(file)
			}
			return err
		}})
	}
	fmt.Fprintf(b, "@font-face{font-family:%q;font-weight:%d;font-style:%s;font-display:swap;"+
		"src:url(%s) format(\"woff2\")%s}\n", f.Family, f.Weight, slope, src, span)
}

// Fonts remembers the font files that have been packed, for the editions of a batch. It is safe for
// concurrent use; nil remembers nothing.
type Fonts struct {
	mu    sync.Mutex
	files map[fontKey][]byte
}

type fontKey struct {
	face  *fonts.Face
	runes string
}

// packed is a font file of a face with some of its characters.
func (f *Fonts) packed(face *fonts.Face, runes []rune) ([]byte, error) {
	key := fontKey{face, string(runes)}
	if f != nil {
		f.mu.Lock()
		file, ok := f.files[key]
		f.mu.Unlock()
		if ok {
			return file, nil
		}
	}
	cut, err := subset.Text(face, runes)
	if err != nil {
		return nil, err
	}
	file, err := woff2.Encode(cut)
	if f != nil && err == nil {
		f.mu.Lock()
		if f.files == nil {
			f.files = map[fontKey][]byte{}
		}
		f.files[key] = file
		f.mu.Unlock()
	}
	return file, err
}
