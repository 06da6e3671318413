package web

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"rapport/fonts"
)

// face is a face of the page with the characters that are set in it.
type face struct {
	*fonts.Face
	runes map[rune]bool
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
	var all []face
	add := func(f *fonts.Face, runes map[rune]bool) {
		i := slices.IndexFunc(all, func(o face) bool { return o.Face == f })
		if i < 0 {
			all = append(all, face{f, map[rune]bool{}})
			i = len(all) - 1
		}
		maps.Copy(all[i].runes, runes)
	}
	for _, f := range m.pageFaces() {
		add(f, m.used)
	}
	for i, f := range m.living.Fonts {
		add(f.Face, m.living.Runes[i])
	}
	for _, f := range all[:len(all):len(all)] {
		for _, s := range m.standIns(f.Face) {
			add(s, lacking(f.Face, m.used))
		}
	}
	for i := range all {
		has := all[i].Face
		maps.DeleteFunc(all[i].runes, func(r rune, _ bool) bool {
			_, ok := has.Glyph(r)
			return !ok
		})
	}
	return slices.DeleteFunc(all, func(f face) bool { return len(f.runes) == 0 })
}

// lacking are the characters that a face lacks. Spaces and signs of layout are no matter.
func lacking(f *fonts.Face, runes map[rune]bool) map[rune]bool {
	out := map[rune]bool{}
	for r := range runes {
		if _, ok := f.Glyph(r); !ok && r > ' ' && !strings.ContainsRune(invisible, r) {
			out[r] = true
		}
	}
	return out
}

// invisible are characters that every browser has without a face.
const invisible = "\u00ad\u2009\u200b\u200d\u2011\u202f\ufe0e\ufe0f"

// standIns are the faces that have what a face lacks of the page's characters.
func (m *maker) standIns(f *fonts.Face) []*fonts.Face {
	var all []*fonts.Face
	missing := slices.Sorted(maps.Keys(lacking(f, m.used)))
	for _, r := range missing {
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

// fontFaces are the rules that load the faces, whose files are added to the edition.
func (m *maker) fontFaces() (rules string, loaded []preload, err error) {
	var b strings.Builder
	first := m.pageFaces()
	for _, f := range m.faces() {
		file, kind, err := subset(f.Face, slices.Sorted(maps.Keys(f.runes)))
		if err != nil {
			return "", nil, err
		}
		slope := map[bool]string{true: "italic", false: "normal"}[f.Italic]
		name := fmt.Sprintf("%s-%d", f.Family, f.Weight)
		if f.Italic {
			name += "-italic"
		}
		src := m.address(m.fileName("fonts/", name, "."+kind.ending), file)
		fmt.Fprintf(&b, "@font-face{font-family:%q;font-weight:%d;font-style:%s;font-display:swap;"+
			"src:url(%s) format(%q)}\n", f.Family, f.Weight, slope, src, kind.format)
		if f.Face == first[2] || f.Face == first[3] {
			loaded = append(loaded, preload{src, kind.mime})
		}
	}
	return b.String(), loaded, nil
}

// fontKind is a kind of font file.
type fontKind struct{ ending, mime, format string }

// subset is a font file of a face with some of its characters.
func subset(f *fonts.Face, _ []rune) ([]byte, fontKind, error) {
	kind := fontKind{"ttf", "font/ttf", "truetype"}
	return f.File(), kind, nil
}
