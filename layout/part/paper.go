package part

import (
	"strconv"

	"rapport/charts/vector"
	"rapport/content"
	"rapport/fonts"
	"rapport/layout/component"
	"rapport/layout/flow"
	"rapport/layout/frame"
	"rapport/layout/grid"
	"rapport/layout/style"
	"rapport/layout/text"
	"rapport/layout/wording"
)

// Paper is what a template works with.
type Paper struct {
	Report *content.Report
	Words  *wording.Words
	Set    *component.Setter
	Grid   *grid.Grid
	// Before is how many pages stand before those of the grid.
	Before func() int
	Turns  *Turns // where pages must be even
}

// Turns are the places in a stretch of pages where the next one must have an even number.
type Turns struct {
	at    []int // pages before each, blank ones left out
	blank int   // pages that are blank for that
}

// Pages is how many pages the stretch has behind so many others: so many that are not blank, and as many
// blank ones as even pages need there.
func (t *Turns) Pages(before, drawn int) int {
	pages := drawn - t.blank
	blank := 0
	for _, at := range t.at {
		if (before+at+blank)%2 == 0 {
			blank++
		}
	}
	return pages + blank
}

// Flow draws what has been laid on content pages, each with a running head, which may depend on what
// has come to lie on the page. Title, year, sender and folio are added to it here. ended is called
// after each page with the tags of which it has the last band; an error of it ends the flow.
func (p Paper) Flow(
	pages *flow.Packer, head func(flow.Page) component.RunningHead, ended func(*frame.Tag) error,
) error {
	all := pages.Pages()
	last := lastPages(all)
	for i, page := range all {
		if page.Even {
			p.Turn()
		}
		p.contentPage(page, head(page))
		for _, placed := range page.Placed {
			tag := placed.Band.Under
			if at, open := last[tag]; !open || at != i {
				continue
			}
			delete(last, tag)
			if err := ended(tag); err != nil {
				return err
			}
		}
	}
	return nil
}

// Turn draws an empty page unless the next one has an even number, and is the left one of two.
func (p Paper) Turn() {
	drawn := len(p.Grid.Pages())
	p.Turns.at = append(p.Turns.at, drawn-p.Turns.blank)
	if (p.Before()+drawn)%2 == 0 {
		p.Turns.blank++
		p.full(func() {})
	}
}

// lastPages are the indexes of the pages on which what lies under a tag ends.
func lastPages(pages []flow.Page) map[*frame.Tag]int {
	last := map[*frame.Tag]int{}
	for i, page := range pages {
		for _, placed := range page.Placed {
			last[placed.Band.Under] = i
		}
	}
	return last
}

func (p Paper) contentPage(page flow.Page, head component.RunningHead) {
	left := style.ContentLeft - flow.Padding
	p.Grid.BeginPage(style.PageWidth, style.PageHeight, left, style.ContentTop)
	head.Title, head.Year = p.Words.Name()
	head.Sender = p.Report.Publisher
	p.running(head)
	page.Render(p.Grid, style.ContentWidth+2*flow.Padding, style.ContentHeight)
}

// running draws the running head and the folio of a page on what has been drawn on it.
func (p Paper) running(head component.RunningHead) {
	p.Grid.Numbered(func(number int) {
		head.Folio, head.Left = strconv.Itoa(number), number%2 == 0
		p.Set.DrawRunningHead(p.Grid, head)
	})
}

// section draws bands on content pages of their own, under a tag and with the section's name in the
// running head.
func (p Paper) section(name string, tag *frame.Tag, bands ...flow.Band) {
	for i := range bands {
		bands[i].Under = tag
	}
	pages := flow.NewPacker(style.ContentHeight)
	pages.Add(bands...)
	for _, page := range pages.Pages() {
		p.contentPage(page, component.RunningHead{Chapter: name})
	}
}

// sect is a new section of the document.
func (p Paper) sect() *frame.Tag { return p.Grid.Root().Child(frame.RoleSect) }

// full draws a page of one cell that reaches from edge to edge.
func (p Paper) full(draw func()) {
	box := &component.Box{Name: "page", Height: style.PageHeight}
	box.Draw = func(*grid.Grid, fonts.Pt, fonts.Pt) { draw() }
	p.Grid.BeginPage(style.PageWidth, style.PageHeight, 0, 0)
	flow.RenderFull(p.Grid, box, style.PageWidth, style.PageHeight)
}

// Blank draws empty pages until the next one ends a multiple of four, as the back cover must
// (DESIGN.md, "Page and grid").
func Blank(p Paper) {
	for (p.Before()+len(p.Grid.Pages())+1)%4 != 0 {
		p.full(func() {})
	}
}

// fill fills a whole page, bleed included.
func (p Paper) fill(c vector.Color) {
	x, y := -style.Bleed.Pt(), -style.Bleed.Pt()
	width, height := style.PageWidth+2*style.Bleed, style.PageHeight+2*style.Bleed
	p.Grid.Artifact(frame.Background, func() {
		p.Grid.Shape(vector.Rect(x, y, width.Pt(), height.Pt()), vector.Paint{Fill: &c})
	})
}

// onGround is a setter for text on a ground: what is coloured by its role on white, references and
// footnotes among it, has the ground's colours.
func onGround(set *component.Setter, ground style.Ground) *component.Setter {
	sheet, own := *set.Sheet, *set
	sheet.Color.Ink, sheet.Color.Heading, sheet.Color.Accent = ground.Text, ground.Text, ground.Text
	sheet.Color.Secondary = ground.Soft
	own.Sheet = &sheet
	return &own
}

// line draws one line on a baseline, as a paragraph.
func (p Paper) line(words string, t style.Type, c vector.Color, x, baseline fonts.Mm) {
	l := p.Set.Word(words, t, c)
	p.Grid.Tagged(frame.RoleP, func(*frame.Tag) { p.Grid.Line(l, x.Pt(), baseline.Pt()) })
}

// lines draws lines from the top of the first on.
func (p Paper) lines(lines []text.Line, t style.Type, x, y fonts.Mm) {
	for i, l := range lines {
		p.Grid.Line(l, x.Pt(), y.Pt()+t.Baseline()+t.Leading.Pt()*fonts.Pt(i))
	}
}

// lead sets a text in larger type, in eight columns.
func (p Paper) lead(words content.Prose, at content.Pos) []flow.Atom {
	sheet := p.Set.Sheet
	return p.Set.Prose(words, sheet.Type.Lead, sheet.Color.Ink, style.Columns(8), flow.Place(at))
}

// centred draws a ring, which nobody else has, with its middle at (x, y).
func (p Paper) centred(picture *vector.Picture, x, y fonts.Mm) {
	p.Grid.Own(picture, x.Pt()-picture.Width/2, y.Pt()-picture.Height/2)
}

// rule draws a horizontal line.
func (p Paper) rule(x, y, width, thickness fonts.Mm, c vector.Color) {
	paint := vector.Paint{Stroke: &c, Width: thickness.Pt()}
	p.Grid.Artifact(frame.Layout, func() {
		p.Grid.Shape(vector.Line(x.Pt(), y.Pt(), (x+width).Pt(), y.Pt()), paint)
	})
}
