package component

import (
	"strconv"

	"rapport/charts/vector"
	"rapport/fonts"
	"rapport/layout/flow"
	"rapport/layout/frame"
	"rapport/layout/grid"
	"rapport/layout/style"
	"rapport/layout/text"
)

// Entry is a line of the contents.
type Entry struct {
	Number int // of a chapter; 0 for none
	Title  string
	Page   string
	ID     string // of the destination
	Topics []Entry
}

// Measures of the contents page, from the design's page 3.
const (
	tocTitle   fonts.Mm = 29.67 // two columns in
	tocTop     fonts.Mm = 3.3
	tocEntries fonts.Mm = 0.9
	tocBelow   fonts.Mm = 8
	tocPitch   fonts.Mm = 7.8 // from entry to entry
)

// Contents sets the table of contents. When the whole is taller than room, the topics are dropped
// and the chapters kept (brief, section 6).
func (s *Setter) Contents(chapters []Entry, width, room fonts.Mm) []flow.Atom {
	toc := &shared{role: frame.RoleTOC}
	set := func(pitch, below fonts.Mm, topics bool) []flow.Atom {
		var atoms []flow.Atom
		for _, c := range chapters {
			if !topics {
				c.Topics = nil
			}
			atoms = append(atoms, s.tocChapter(toc, c, width, pitch, below).Atom(0))
		}
		return atoms
	}
	type measures struct{ pitch, below fonts.Mm }
	for _, try := range []measures{{tocPitch, tocBelow}, {7, 6}, {6.2, 4.5}, {5.6, 3.5}} {
		if atoms := set(try.pitch, try.below, true); stackHeight(atoms) <= room {
			return atoms
		}
	}
	return set(tocPitch, tocBelow, false)
}

func (s *Setter) tocChapter(toc *shared, c Entry, width, pitch, below fonts.Mm) *Box {
	t, color := s.Sheet.Type, s.Sheet.Color
	height := tocTop + t.TocChapter.Leading + below
	if len(c.Topics) > 0 {
		height += tocEntries + pitch*fonts.Mm(len(c.Topics))
	}
	number := s.Word(strconv.Itoa(c.Number), t.TocNumber, color.Accent)
	return &Box{Name: "contents", Height: height, Draw: func(g *grid.Grid, x, y fonts.Pt) {
		drawRule(g, x, y, width.Pt(), strongRule, s.Sheet.Color.Ink)
		y += tocTop.Pt()
		toc.within(g, func() {
			g.Tagged(frame.RoleTOCI, func(*frame.Tag) {
				if c.Number > 0 {
					g.Tagged(frame.RoleLbl, func(*frame.Tag) {
						g.Line(number, x, y+t.TocChapter.Baseline()-fonts.Mm(0.3).Pt())
					})
				}
				s.tocLine(g, c, t.TocChapter, color.Heading, color.Heading, x, y, width)
			})
			y += (t.TocChapter.Leading + tocEntries).Pt()
			for _, e := range c.Topics {
				g.Tagged(frame.RoleTOCI, func(*frame.Tag) {
					s.tocLine(g, e, t.TocEntry, color.Ink, color.Secondary, x, y, width)
				})
				y += pitch.Pt()
			}
		})
	}}
}

// tocLine draws title and page number as one link.
func (s *Setter) tocLine(
	g *grid.Grid, e Entry, t style.Type, title, page vector.Color, x, y fonts.Pt, width fonts.Mm,
) {
	words := s.Words(e.Title, t, title, width-tocTitle-14, text.Greedy)
	number := s.Word(e.Page, t, page)
	g.Tagged(frame.RoleReference, func(*frame.Tag) {
		g.Tagged(frame.RoleLink, func(tag *frame.Tag) {
			drawLines(g, words[:1], t, x+tocTitle.Pt(), y)
			drawRight(g, number, t, x+width.Pt(), y)
			to := grid.Target{ID: e.ID, Contents: e.Title + ", " + s.Terms.Page + " " + e.Page}
			g.Link(to, x+tocTitle.Pt(), y, (width - tocTitle).Pt(), t.Leading.Pt(), tag)
		})
	})
}
