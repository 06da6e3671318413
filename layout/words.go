package layout

import (
	"slices"
	"strings"

	"rapport/content"
	"rapport/layout/component"
)

// refer gives the text and destination of a cross-reference.
func (p *pass) refer(ref content.Ref) (words, id string) {
	var name string
	switch target := ref.Target.(type) {
	case *content.Block:
		id, name = blockID(target), p.blockName(target)
	case *content.Topic:
		id, name = topicID(target), component.Clean(target.Title)
	case *content.Chapter:
		id, name = chapterID(target), component.Clean(target.Title)
	}
	page := p.terms.Page + "\u00a0" + p.page(id)
	switch ref.Kind {
	case content.RefPage:
		return page, id
	case content.RefFigure:
		return name, id
	}
	return name + ", " + page, id
}

// blockName is "Figur 3" or "Tabell 1".
func (p *pass) blockName(b *content.Block) string {
	if b.Kind == content.TableBlock {
		return p.terms.TableNumber(b.Number)
	}
	return p.terms.FigureNumber(b.Number)
}

// caption is "Figur 4. Question or content. n = 62 · source if another survey" (brief, section 4).
func (p *pass) caption(b *content.Block, base string, extra ...string) []content.Inline {
	var parts []content.Inline
	if p.r.Plan.FigureNumbers {
		parts = []content.Inline{{Text: p.blockName(b) + ".", Strong: true}, {Text: " "}}
	}
	if len(b.Caption) > 0 {
		for _, para := range b.Caption {
			parts = append(parts, para.Inlines...)
		}
	} else {
		parts = append(parts, content.Inline{Text: sentence(p.captionText(b))})
	}
	if slices.ContainsFunc(b.Figures, func(f *content.Figure) bool { return f.Kind == content.Multiple }) {
		parts = append(parts, content.Inline{Text: " " + p.terms.MultiplePossible + "."})
	}
	for _, e := range extra {
		parts = append(parts, content.Inline{Text: " " + e})
	}
	if base != "" {
		parts = append(parts, content.Inline{Text: " "}, content.Inline{Text: strings.ReplaceAll(base, " ", "\u00a0"), Strong: true})
	}
	if source := p.source(b); source != "" {
		parts = append(parts, content.Inline{Text: "\u00a0· " + source})
	}
	return parts
}

// captionText is the question, or the short title when the question already stands in the page's head.
func (p *pass) captionText(b *content.Block) string {
	if len(b.Figures) == 0 {
		return b.Heading
	}
	f := b.Figures[0]
	if len(b.Figures) == 1 && f.Question != "" && b.Topic.Question != f.Question {
		return component.Clean(f.Question)
	}
	if f.Title != "" {
		return component.Clean(f.Title)
	}
	return component.Clean(f.Question)
}

// sentence ends a text with a full stop, unless it ends with a mark of its own.
func sentence(s string) string {
	if s == "" || strings.ContainsRune(".!?…", rune(s[len(s)-1])) {
		return s
	}
	return s + "."
}

// source names the survey when it is not the one on the cover.
func (p *pass) source(b *content.Block) string {
	var names []string
	for _, f := range b.Figures {
		s := f.Survey
		if s == p.r.Cover.Survey || b.Compare && f.Compare != nil {
			continue
		}
		name := s.Title
		if s.Period != "" && !strings.Contains(s.Title, s.Period) {
			name += ", " + s.Period
		}
		if !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	return component.Clean(strings.Join(names, "; "))
}
