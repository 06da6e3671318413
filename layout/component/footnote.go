package component

import (
	"fmt"
	"strconv"

	"rapport/content"
	"rapport/fonts"
	"rapport/layout/flow"
	"rapport/layout/frame"
	"rapport/layout/grid"
	"rapport/layout/text"
)

// Measures of footnotes (DESIGN.md, "Parts of a page": caption style, at most 144 wide), in mm.
const (
	footnoteIndent fonts.Mm = 5
	footnoteRule   fonts.Mm = 30
	footnoteAbove  fonts.Mm = 1.4
)

var superscripts = [...]string{
	"\u2070", "\u00b9", "\u00b2", "\u00b3", "\u2074",
	"\u2075", "\u2076", "\u2077", "\u2078", "\u2079",
}

// superscript writes a number in raised digits.
func superscript(n int) string {
	out := ""
	for _, d := range strconv.Itoa(n) {
		out += superscripts[d-'0']
	}
	return out
}

// footnote sets a note as it stands at the foot of a page, or at the feet of several. The first line
// of a page's notes brings the rule above.
func (s *Setter) footnote(number int, n *content.Note) flow.Footnote {
	t := s.Sheet.Type.Caption
	label := s.Word(superscript(number)+" ", t, s.Sheet.Color.Ink)
	atoms := s.Prose(n.Text, t, s.Sheet.Color.Secondary, captionWidth-footnoteIndent, flow.Place{})
	note := &shared{role: frame.RoleNote, init: func(tag *frame.Tag) {
		tag.Describe().ID = fmt.Sprintf("note-%d", number)
	}}
	for i, a := range atoms {
		inner, above := a.Component.(*Box), fonts.Mm(0)
		if i == 0 {
			above = footnoteAbove
		}
		draw := func(g *grid.Grid, x, y fonts.Pt) {
			if !g.NoteOnPage() {
				drawRule(g, x, y-fonts.Mm(1).Pt(), footnoteRule.Pt(), lightRule, s.Sheet.Color.Ink)
			}
			y += above.Pt()
			note.within(g, func() {
				if i == 0 {
					g.Tagged(frame.RoleLbl, func(*frame.Tag) { g.Line(label, x, y+t.Baseline()) })
				}
				inner.Draw(g, x+footnoteIndent.Pt(), y)
			})
		}
		atoms[i].Component = &Box{Name: "footnote", Height: a.Height + above, Draw: draw}
		atoms[i].Height += above
	}
	return flow.Footnote{Atoms: atoms}
}

// footnotesOn are the footnotes that lines refer to, for the flow to put at the foot of their page.
func (b block) footnotesOn(lines []text.Line) []flow.Footnote {
	var out []flow.Footnote
	for _, n := range b.footnotes {
		if hasMark(lines, n.mark) {
			out = append(out, n.note)
		}
	}
	return out
}

func hasMark(lines []text.Line, mark int) bool {
	for _, l := range lines {
		for _, r := range l.Runs {
			if r.Mark == mark {
				return true
			}
		}
	}
	return false
}
