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

// captionWidth is the widest a caption gets (brief, section 4).
const captionWidth fonts.Mm = 144

// Figure draws a chart with its alternative text. id is marked at its top.
func (s *Setter) Figure(id, alt string, p *vector.Picture) *Box {
	return &Box{Name: "figure", Height: p.Height.Mm(), Draw: func(g *grid.Grid, x, y fonts.Pt) {
		g.Mark(id, y)
		g.Tagged(frame.RoleFigure, func(tag *frame.Tag) {
			tag.Alt = alt
			tag.BBox = &frame.Box{Page: g.Page(), X: x, Y: y, Width: p.Width, Height: p.Height}
			g.Picture(p, x, y, s.Language)
		})
	}}
}

// Caption sets "Figur 4. Question or content. n = 62 · source": the label and the base bold, the
// rest in the secondary colour. Strong stretches are bold.
func (s *Setter) Caption(words []content.Inline, width fonts.Mm) *Box {
	t := s.Sheet.Type.Caption
	var spans []text.Span
	for _, w := range words {
		st := s.style(t, s.Sheet.Color.Secondary)
		if w.Strong {
			st = s.style(t, s.Sheet.Color.Ink)
			st.Font.Face = s.Sheet.Heading(700)
		}
		spans = append(spans, text.Span{Text: w.Text, Style: st})
	}
	lines := s.broken(spans, text.Options{Width: min(width, captionWidth).Pt(), Mode: text.Optimal})
	height := linesHeight(lines, t)
	return &Box{Name: "caption", Height: height, Draw: func(g *grid.Grid, x, y fonts.Pt) {
		g.Tagged(frame.RoleCaption, func(*frame.Tag) { drawLines(g, lines, t, x, y) })
	}}
}

// SourceNote sets a note on sources in caption style.
func (s *Setter) SourceNote(p content.Prose, width fonts.Mm, place flow.Place) []flow.Atom {
	t, c := s.Sheet.Type.Caption, s.Sheet.Color.Secondary
	return Keep(s.Prose(p, t, c, min(width, captionWidth), place))
}
