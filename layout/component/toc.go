package component

import (
	"math"
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
	ID     string // of the destination
	Topics []Entry
	Place  flow.Place
}

// Measures of the contents page (DESIGN.md, "Page templates").
const (
	tocTitle   fonts.Mm = 29.67 // two columns in
	tocTop     fonts.Mm = 3.3
	tocEntries fonts.Mm = 0.9
	tocBelow   fonts.Mm = 8
	tocPitch   fonts.Mm = 7.8 // from entry to entry
)

// Contents sets the table of contents. When the whole is taller than room, it is set closer,
// then the topics are dropped, and what is still taller runs over pages (DESIGN.md, "Keeping together
// and giving way").
func (s *Setter) Contents(chapters []Entry, width, room fonts.Mm) []flow.Atom {
	toc := &shared{role: frame.RoleTOC}
	set := func(pitch, below fonts.Mm, topics bool, room fonts.Mm) (atoms []flow.Atom, fits bool) {
		var height fonts.Mm
		for _, c := range chapters {
			if !topics {
				c.Topics = nil
			}
			next := s.tocChapter(toc, c, width, pitch, below)
			for i := range next {
				height += next[i].Height
				next[i].Place = c.Place
			}
			if height > room {
				return nil, false
			}
			atoms = append(atoms, next...)
		}
		return atoms, true
	}
	type measures struct{ pitch, below fonts.Mm }
	for _, topics := range []bool{true, false} {
		for _, try := range []measures{{tocPitch, tocBelow}, {7, 6}, {6.2, 4.5}, {5.6, 3.5}} {
			if atoms, fits := set(try.pitch, try.below, topics, room); fits {
				return atoms
			}
		}
	}
	atoms, _ := set(tocPitch, tocBelow, false, fonts.Mm(math.Inf(1)))
	flow.Keep(atoms[max(0, len(atoms)-2):]) // the last chapter is not alone on its page
	return atoms
}

// tocLine is a line of the contents before it is drawn: a title, which may take several lines, and
// the colour of the page number beside the first.
type tocLine struct {
	entry Entry
	title []text.Line
	page  vector.Color
	style style.Type
}

func (s *Setter) tocLine(e Entry, t style.Type, title, page vector.Color, width fonts.Mm) tocLine {
	return tocLine{e, s.Words(e.Title, t, title, width-tocTitle-14, text.Greedy), page, t}
}

// more is the height of the lines after the first.
func (l tocLine) more() fonts.Mm { return l.style.Leading * fonts.Mm(max(0, len(l.title)-1)) }

// tocChapter is a chapter with its topics, an atom each, which stay together.
func (s *Setter) tocChapter(
	toc *shared, c Entry, width, pitch, below fonts.Mm,
) []flow.Atom {
	t, color := s.Sheet.Type, s.Sheet.Color
	title := s.tocLine(c, t.TocChapter, color.Heading, color.Heading, width)
	number := s.Word(strconv.Itoa(c.Number), t.TocNumber, color.Accent)
	item := toc.child(frame.RoleTOCI)
	draw := func(g *grid.Grid, x, y fonts.Pt) {
		drawRule(g, x, y, width.Pt(), strongRule, color.Ink)
		y += tocTop.Pt()
		item.within(g, func() {
			if c.Number > 0 {
				g.Tagged(frame.RoleLbl, func(*frame.Tag) {
					g.Line(number, x, y+t.TocChapter.Baseline()-fonts.Mm(0.3).Pt())
				})
			}
			s.drawTocLine(g, title, x, y, width)
		})
	}
	height := tocTop + t.TocChapter.Leading + title.more()
	if len(c.Topics) > 0 {
		height += tocEntries
	}
	atoms := []flow.Atom{(&Box{Name: "contents", Height: height, Draw: draw}).Atom(0)}
	for _, e := range c.Topics {
		topic := s.tocLine(e, t.TocEntry, color.Ink, color.Secondary, width)
		draw := func(g *grid.Grid, x, y fonts.Pt) {
			toc.within(g, func() {
				g.Tagged(frame.RoleTOCI, func(*frame.Tag) { s.drawTocLine(g, topic, x, y, width) })
			})
		}
		box := &Box{Name: "contents", Height: pitch + topic.more(), Draw: draw}
		atoms = append(atoms, box.Atom(0))
	}
	last := &atoms[len(atoms)-1]
	last.Height += below
	if len(atoms) > 1 {
		atoms[0].Bond = flow.Bound
	}
	return flow.Keep(atoms)
}

// drawTocLine draws title and page number as one link.
func (s *Setter) drawTocLine(g *grid.Grid, l tocLine, x, y fonts.Pt, width fonts.Mm) {
	link := PageLink{
		Title: l.entry.Title, ID: l.entry.ID, Type: l.style, Color: l.page,
		X: x + tocTitle.Pt(), Y: y, Right: x + width.Pt(),
		Width: (width - tocTitle).Pt(), Height: (l.style.Leading + l.more()).Pt(),
	}
	g.Tagged(frame.RoleReference, func(*frame.Tag) {
		s.DrawPageLink(g, link, func() { drawLines(g, l.title, l.style, link.X, y) })
	})
}

// PageLink is a link that ends with the page number of its destination, as in a list of contents.
type PageLink struct {
	Title, ID           string
	X, Y, Width, Height fonts.Pt
	Right               fonts.Pt // edge of the number, on the first line
	Type                style.Type
	Color               vector.Color // of the number
}

// DrawPageLink draws a link, whose title draw draws. The number moves nothing, so it is drawn when
// it is known.
func (s *Setter) DrawPageLink(g *grid.Grid, l PageLink, draw func()) {
	g.Tagged(frame.RoleLink, func(tag *frame.Tag) {
		draw()
		link := 0
		g.Tagged(frame.RoleSpan, func(page *frame.Tag) {
			g.Later(func() {
				number := s.Page(l.ID)
				said := ", " + s.Terms.Page + " " + number
				page.Describe().Actual = said
				g.Say(link, l.Title+said)
				drawRight(g, s.Word(number, l.Type, l.Color), l.Type, l.Right, l.Y)
			})
		})
		link = g.Link(grid.Target{ID: l.ID}, l.X, l.Y, l.Width, l.Height, tag)
	})
}
