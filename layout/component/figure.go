package component

import (
	"rapport/charts/vector"
	"rapport/content"
	"rapport/fonts"
	"rapport/layout/flow"
	"rapport/layout/frame"
	"rapport/layout/grid"
	"rapport/layout/text"
)

// captionWidth is the widest a caption gets (DESIGN.md, "Parts of a page").
const captionWidth fonts.Mm = 144

// Figure draws a chart with its alternative text. id is marked at its top. from is where in the
// content the words of a label come from, "" when they have no place of their own.
func (s *Setter) Figure(id, alt string, p *vector.Picture, from func(string) string) *Box {
	return &Box{Name: "figure", Height: p.Height.Mm(), Draw: func(g *grid.Grid, x, y fonts.Pt) {
		g.Mark(id, y)
		g.Sourced(from, func() { s.drawFigure(g, alt, p, x, y) })
	}}
}

// drawFigure draws a picture with its alternative text.
func (s *Setter) drawFigure(g *grid.Grid, alt string, p *vector.Picture, x, y fonts.Pt) {
	g.Tagged(frame.RoleFigure, func(tag *frame.Tag) {
		about := tag.Describe()
		about.Alt = alt
		about.BBox = &frame.Box{Page: g.Page(), X: x, Y: y, Width: p.Width, Height: p.Height}
		g.Picture(p, x, y, s.Language)
	})
}

// Caption sets "Figur 4. Question or content. n = 62 · source": the label and the base bold, the
// rest in the secondary colour. Strong stretches are bold; references and footnotes are as in
// prose.
func (s *Setter) Caption(words []content.Inline, width, before fonts.Mm) flow.Atom {
	return s.captioned(words, width, before, frame.RoleCaption)
}

// TableNote sets what stands below a table, as a caption is set.
func (s *Setter) TableNote(words []content.Inline, width, before fonts.Mm) flow.Atom {
	return s.captioned(words, width, before, frame.RoleP)
}

func (s *Setter) captioned(
	words []content.Inline, width, before fonts.Mm, role frame.Role,
) flow.Atom {
	own := *s
	own.Number = func(n *content.Note, mark *content.Inline) (number int, first bool) {
		number, _ = s.Number(n, mark) // words are put together from several texts, so are the marks
		return number, mark == firstMark(words, n)
	}
	o := text.Options{Width: min(width, captionWidth).Pt(), Mode: text.Optimal}
	b := own.set(words, s.Sheet.Type.Caption, o, s.captionStyle)
	atom := b.atom("caption", &shared{role: role}, map[int]*frame.Tag{})
	atom.Before = before
	return atom
}

// firstMark is the first mark of a footnote in a text.
func firstMark(words []content.Inline, n *content.Note) *content.Inline {
	for i := range words {
		if words[i].Note == n {
			return &words[i]
		}
	}
	return nil
}

// captionStyle is the style of a stretch of a caption.
func (s *Setter) captionStyle(i content.Inline) text.Style {
	t, c := s.Sheet.Type.Caption, s.Sheet.Color.Secondary
	if i.Strong {
		c = s.Sheet.Color.Ink
	}
	i.Emph = false // the family has no italics, and bold is for the label and the base
	return s.inlineStyle(i, t, c)
}

// SourceNote sets a note on sources in caption style.
func (s *Setter) SourceNote(p content.Prose, width fonts.Mm, place flow.Place) []flow.Atom {
	t, c := s.Sheet.Type.Caption, s.Sheet.Color.Secondary
	return flow.Keep(s.Prose(p, t, c, min(width, captionWidth), place))
}
