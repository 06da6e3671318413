// Package grid is where maroto draws: a core.Provider that records frame items.
//
// maroto is the document model of a page (pages, rows, columns of a twelve-column grid,
// components); its own provider writes rasters and untagged text through gofpdf, so it is not used.
// A Grid accepts whatever maroto's parts draw, and adds what core.Provider has no words for:
// structure tags, links, destinations, artifacts, vector pictures and shaped lines. A component
// reaches those by asserting the provider to *Grid.
//
// maroto's cells are millimetres relative to the page's margins; Place turns a cell into points on
// the page. Provider methods return nothing, so a Grid keeps its first error: ask for it once, at
// the end.
//
// Start with New, then BeginPage, render a maroto page, and so on; Document gives the result. Left
// out: bar codes, QR codes and matrix codes, which no report has, and maroto's metadata and
// protection.
package grid

import (
	"fmt"

	"github.com/johnfercher/maroto/v2/pkg/core/entity"

	"rapport/charts/vector"
	"rapport/fonts"
	"rapport/layout/frame"
	"rapport/layout/text"
)

// Grid records pages. It is not safe for concurrent use.
type Grid struct {
	shaper *text.Shaper
	plain  text.Style // for text that maroto's own components draw

	document *frame.Document
	page     *frame.Page
	margin   vector.Point // of the current page's cells
	cursor   vector.Point // of CreateCol and CreateRow

	tag      *frame.Tag // current; nil draws artifacts
	artifact frame.ArtifactKind
	dests    map[string]*frame.Dest
	marked   map[string]bool
	level    int      // of the last heading
	noted    int      // pages up to which a footnote has been drawn
	wanted   []string // ids of link targets, in order
	err      error
}

// New makes a grid that sets labels with shaper, and text of maroto's own components in plain.
func New(shaper *text.Shaper, plain text.Style) *Grid {
	root := &frame.Tag{Role: frame.RoleDocument}
	return &Grid{
		shaper:   shaper,
		plain:    plain,
		document: &frame.Document{Root: root},
		tag:      root,
		dests:    map[string]*frame.Dest{},
		marked:   map[string]bool{},
	}
}

// BeginPage starts a page of the given trimmed size, whose cells begin at the left and top margins.
// label is the page number as printed, "" for none.
func (g *Grid) BeginPage(width, height, left, top fonts.Mm, label string) {
	g.page = &frame.Page{Width: width.Pt(), Height: height.Pt(), Label: label}
	g.document.Pages = append(g.document.Pages, g.page)
	g.margin = vector.Point{X: left.Pt(), Y: top.Pt()}
	g.cursor = vector.Point{}
}

// Document is what has been recorded, or the first error. A link to a place that was never marked
// is an error.
func (g *Grid) Document() (*frame.Document, error) {
	for _, id := range g.wanted {
		if !g.marked[id] {
			g.fail(fmt.Errorf("a link leads to %q, which is on no page", id))
		}
	}
	return g.document, g.err
}

// Place is the top left corner of a maroto cell on the page.
func (g *Grid) Place(cell *entity.Cell) vector.Point {
	x, y := fonts.Mm(cell.X).Pt(), fonts.Mm(cell.Y).Pt()
	return vector.Point{X: g.margin.X + x, Y: g.margin.Y + y}
}

// From says where in the content the next items of the page come from, "" for nowhere.
func (g *Grid) From(place string) {
	at := len(g.page.Items)
	list := g.page.Origins
	if n := len(list); n > 0 && list[n-1].Item == at {
		list = list[:n-1]
	}
	if n := len(list); n == 0 && place != "" || n > 0 && list[n-1].Place != place {
		list = append(list, frame.Origin{Item: at, Place: place})
	}
	g.page.Origins = list
}

// Root is the document's tag.
func (g *Grid) Root() *frame.Tag { return g.document.Root }

// Page is the number of the current page, from 0.
func (g *Grid) Page() int { return len(g.document.Pages) - 1 }

func (g *Grid) fail(err error) {
	if g.err == nil {
		g.err = err
	}
}

// Within draws under a tag, which must be in the tree.
func (g *Grid) Within(tag *frame.Tag, draw func()) {
	before := g.tag
	g.tag = tag
	draw()
	g.tag = before
}

// Tagged draws under a new child of the current tag; inside an artifact it only draws.
func (g *Grid) Tagged(role frame.Role, draw func(tag *frame.Tag)) {
	if g.tag == nil {
		draw(&frame.Tag{Role: role})
		return
	}
	child := g.tag.Child(role)
	g.Within(child, func() { draw(child) })
}

// Heading draws a heading of a level from 1 to 4 under the current tag. Levels never skip one (ISO
// 14289-1, 7.4.2): a heading that would stands one below the heading before it.
func (g *Grid) Heading(level int, draw func(*frame.Tag)) {
	if g.tag != nil {
		level = min(level, g.level+1)
		g.level = level
	}
	roles := [...]frame.Role{frame.RoleH1, frame.RoleH2, frame.RoleH3, frame.RoleH4}
	g.Tagged(roles[level-1], draw)
}

// NoteOnPage reports whether a footnote has been drawn on the current page, and remembers that one
// is.
func (g *Grid) NoteOnPage() bool {
	before := g.noted == len(g.document.Pages)
	g.noted = len(g.document.Pages)
	return before
}

// Artifact draws what a screen reader passes over.
func (g *Grid) Artifact(kind frame.ArtifactKind, draw func()) {
	tag, before := g.tag, g.artifact
	g.tag, g.artifact = nil, kind
	draw()
	g.tag, g.artifact = tag, before
}

func (g *Grid) add(item frame.Item) {
	if g.page == nil {
		g.fail(fmt.Errorf("drawing before the first page"))
		return
	}
	item.Tag, item.Kind = g.tag, g.artifact
	g.page.Items = append(g.page.Items, item)
	if g.tag != nil {
		g.tag.Kids = append(g.tag.Kids,
			frame.Kid{Page: g.Page(), Item: len(g.page.Items) - 1, Link: -1})
	}
}

// Shape draws a path given in page coordinates.
func (g *Grid) Shape(path vector.Path, paint vector.Paint) {
	g.add(frame.Item{Shape: &vector.Shape{Path: path, Paint: paint}})
}

// Run draws a run with its line's left edge at x. A text of the same tag that stands somewhere else
// before it gets a space at its end, unless a word goes on: whoever reads by tags would read the
// last word of the one and the first of the other as one.
func (g *Grid) Run(r text.Run, x, baseline fonts.Pt) {
	t := &frame.Text{X: x + r.X, Y: baseline, Run: r}
	if before := g.textBefore(); before != nil && !before.Leads(t) {
		before.EndWithSpace()
	}
	g.add(frame.Item{Text: t})
}

// textBefore is the text that the current tag ends in, nil when there is none. What a picture's
// words are is said instead of them.
func (g *Grid) textBefore() *frame.Text {
	if g.tag == nil || g.tag.Role == frame.RoleFigure || len(g.tag.Kids) == 0 {
		return nil
	}
	k := g.tag.Kids[len(g.tag.Kids)-1]
	if k.Tag != nil || k.Link >= 0 {
		return nil
	}
	return g.document.Pages[k.Page].Items[k.Item].Text
}

// Line draws a set line from its left edge.
func (g *Grid) Line(l text.Line, x, baseline fonts.Pt) {
	for _, r := range l.Runs {
		g.Run(r, x, baseline)
	}
}

// Picture draws a picture with its top left corner at (x, y).
func (g *Grid) Picture(p *vector.Picture, x, y fonts.Pt, language string) {
	if !p.Plain() {
		g.add(frame.Item{Drawing: &frame.Drawing{X: x, Y: y, Picture: p}})
		return
	}
	for _, it := range p.Items {
		switch {
		case it.Shape != nil:
			g.Shape(it.Shape.Path.Move(x, y), it.Shape.Paint)
		case it.Label != nil:
			g.label(it.Label, x, y, language)
		}
	}
}

func (g *Grid) label(l *vector.Label, x, y fonts.Pt, language string) {
	style := text.Style{Font: l.Font, Color: l.Color, Language: language}
	line := g.shaper.Line([]text.Span{{Text: l.Text, Style: style}})
	left := x + l.At.X
	switch l.Align {
	case vector.Center:
		left -= line.Width / 2
	case vector.Right:
		left -= line.Width
	}
	g.Line(line, left, y+l.At.Y)
}

// Image draws a PNG or JPEG file in a rectangle.
func (g *Grid) Image(data []byte, x, y, width, height fonts.Pt) {
	g.add(frame.Item{Image: &frame.Image{X: x, Y: y, Width: width, Height: height, Data: data}})
}

// Mark makes the current page, at height y, the destination id.
func (g *Grid) Mark(id string, y fonts.Pt) {
	d := g.dest(id)
	if g.marked[id] {
		return // the first place counts
	}
	*d = frame.Dest{Page: g.Page(), Y: max(0, y)}
	g.marked[id] = true
}

// MarkAt makes a place anywhere in the document the destination id.
func (g *Grid) MarkAt(id string, at frame.Dest) {
	*g.dest(id) = at
	g.marked[id] = true
}

// Marked gives a destination that has been marked, ok false when it has not.
func (g *Grid) Marked(id string) (d frame.Dest, ok bool) {
	if !g.marked[id] {
		return frame.Dest{}, false
	}
	return *g.dests[id], true
}

func (g *Grid) dest(id string) *frame.Dest {
	d := g.dests[id]
	if d == nil {
		d = &frame.Dest{}
		g.dests[id] = d
	}
	return d
}

// Target is where a link leads: the id of a Mark, or a URI.
type Target struct {
	ID, URI  string
	Contents string // what a screen reader says
}

// Link makes a rectangle of the current page active. tag is a Link tag that holds the link's text.
func (g *Grid) Link(to Target, x, y, width, height fonts.Pt, tag *frame.Tag) {
	link := frame.Link{X: x, Y: y, Width: width, Height: height,
		URI: to.URI, Contents: to.Contents}
	if to.URI == "" {
		link.Dest = g.dest(to.ID)
		g.wanted = append(g.wanted, to.ID)
	}
	g.page.Links = append(g.page.Links, link)
	tag.Kids = append(tag.Kids, frame.Kid{Page: g.Page(), Link: len(g.page.Links) - 1})
}
