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

// footnote sets a note as it stands at the foot of a page. The first of a page brings the rule
// above.
func (s *Setter) footnote(number int, n *content.Note) *Box {
	t := s.Sheet.Type.Caption
	label := s.Word(superscript(number)+" ", t, s.Sheet.Color.Ink)
	atoms := s.Prose(n.Text, t, s.Sheet.Color.Secondary, captionWidth-footnoteIndent, flow.Place{})
	height := stackHeight(atoms) + footnoteAbove
	return &Box{Name: "footnote", Height: height, Draw: func(g *grid.Grid, x, y fonts.Pt) {
		if !g.NoteOnPage() {
			drawRule(g, x, y-fonts.Mm(1).Pt(), footnoteRule.Pt(), lightRule, s.Sheet.Color.Ink)
		}
		y += footnoteAbove.Pt()
		g.Tagged(frame.RoleNote, func(tag *frame.Tag) {
			tag.ID = fmt.Sprintf("note-%d", number)
			g.Tagged(frame.RoleLbl, func(*frame.Tag) { g.Line(label, x, y+t.Baseline()) })
			Stack(g, atoms, x+footnoteIndent.Pt(), y)
		})
	}}
}

// footnotesOn are the footnotes that lines refer to, for the flow to put at the foot of their page.
func (b block) footnotesOn(lines []text.Line) []flow.Footnote {
	var out []flow.Footnote
	for _, n := range b.footnotes {
		if hasMark(lines, n.mark) {
			out = append(out, flow.Footnote{Component: n.box, Height: n.box.Height})
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
