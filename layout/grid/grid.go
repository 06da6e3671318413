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
// A Grid does not know which pages of the document its own will be: it counts them from 0, and what
// depends on the numbers of pages is drawn later (Numbered, Later), when the grids of a document
// are bound. So they can be drawn side by side, and kept while others are drawn again.
//
// Start with New, then BeginPage, render a maroto page, and so on; bind.go has what comes last. Left
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

	root   *frame.Tag
	pages  []*frame.Page
	later  [][]later // by page, from its bottom to its top
	page   *frame.Page
	index  int          // of page
	margin vector.Point // of the current page's cells
	cursor vector.Point // of CreateCol and CreateRow

	tag      *frame.Tag // current; nil draws artifacts
	artifact frame.ArtifactKind
	marks    map[string]frame.Dest // on the grid's own pages
	targets  map[string]*frame.Dest
	wanted   []string // ids of targets, in order
	headings headings
	noted    int          // pages up to which a footnote has been drawn
	drawn    []drawn      // what has been drawn late
	scratch  []frame.Item // of a page, drawn late
	binding  bool
	err      error
	home     string                    // where in the content what has no place of its own comes from
	sources  func(words string) string // of labels of pictures, as From has places; nil when not known
}

// headings are the levels of the headings before the grid's first, of that as it was asked for, and of
// the last one.
type headings struct{ before, first, last int }

// New makes a grid that sets labels with shaper, and text of maroto's own components in plain. level
// is that of the heading before its pages in the document, 0 for none.
func New(shaper *text.Shaper, plain text.Style, level int) *Grid {
	root := &frame.Tag{Role: frame.RoleDocument}
	return &Grid{
		shaper:   shaper,
		plain:    plain,
		root:     root,
		tag:      root,
		marks:    map[string]frame.Dest{},
		targets:  map[string]*frame.Dest{},
		headings: headings{before: level, last: level},
	}
}

// BeginPage starts a page of the given trimmed size, whose cells begin at the left and top margins.
func (g *Grid) BeginPage(width, height, left, top fonts.Mm) {
	g.page = &frame.Page{Width: width.Pt(), Height: height.Pt()}
	if g.home != "" {
		g.page.Origins = []frame.Origin{{Place: g.home}}
	}
	g.index = len(g.pages)
	g.pages, g.later = append(g.pages, g.page), append(g.later, nil)
	g.margin = vector.Point{X: left.Pt(), Y: top.Pt()}
	g.cursor = vector.Point{}
}

// Place is the top left corner of a maroto cell on the page.
func (g *Grid) Place(cell *entity.Cell) vector.Point {
	x, y := fonts.Mm(cell.X).Pt(), fonts.Mm(cell.Y).Pt()
	return vector.Point{X: g.margin.X + x, Y: g.margin.Y + y}
}

// Belongs says where in the content all comes from that no call of From places.
func (g *Grid) Belongs(place string) { g.home = place }

// From says where in the content the next items of the page come from; "" is what Belongs has said.
func (g *Grid) From(place string) {
	if place == "" {
		place = g.home
	}
	at := len(g.page.Items)
	list := g.page.Origins
	// An origin that nothing came from is dropped, unless something waits to be drawn there.
	later := g.later[g.index]
	waits := len(later) > 0 && later[len(later)-1].origin == len(list)
	if n := len(list); n > 0 && list[n-1].Item == at && !waits {
		list = list[:n-1]
	}
	if n := len(list); n == 0 && place != "" || n > 0 && list[n-1].Place != place {
		list = append(list, frame.Origin{Item: at, Place: place})
	}
	g.page.Origins = list
}

// Root is the tag above all others. When the grids of a document are bound, their roots become one.
func (g *Grid) Root() *frame.Tag { return g.root }

// Page is the current page's index in Pages.
func (g *Grid) Page() int { return g.index }

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
		if g.headings.first == 0 {
			g.headings.first = level
		}
		level = min(level, g.headings.last+1)
		g.headings.last = level
	}
	roles := [...]frame.Role{frame.RoleH1, frame.RoleH2, frame.RoleH3, frame.RoleH4}
	g.Tagged(roles[level-1], draw)
}

// NoteOnPage reports whether a footnote has been drawn on the current page, and remembers that one
// is.
func (g *Grid) NoteOnPage() bool {
	before := g.noted == len(g.pages)
	g.noted = len(g.pages)
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
	if g.tag == nil {
		return
	}
	kid := frame.Kid{Page: g.Page(), Item: len(g.page.Items) - 1, Link: -1}
	if g.binding {
		g.drawn = append(g.drawn, drawn{g.tag, kid})
		return
	}
	g.tag.Kids = append(g.tag.Kids, kid)
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
	return g.pages[k.Page].Items[k.Item].Text
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
	shapes := moved(p, x, y)
	for _, it := range p.Items {
		switch {
		case it.Shape != nil:
			g.add(frame.Item{Shape: &shapes[0]})
			shapes = shapes[1:]
		case it.Label != nil:
			if g.sources != nil {
				g.sourced(it.Label, func() { g.label(it.Label, x, y, language) })
			} else {
				g.label(it.Label, x, y, language)
			}
		}
	}
}

// Sourced draws pictures whose labels have places of their own, as from says, "" for none.
func (g *Grid) Sourced(from func(words string) string, draw func()) {
	g.sources = from
	draw()
	g.sources = nil
}

// sourced draws a label at its own place in the content.
func (g *Grid) sourced(l *vector.Label, draw func()) {
	place := g.sources(l.Text)
	if place == "" {
		draw()
		return
	}
	before := g.home
	if n := len(g.page.Origins); n > 0 {
		before = g.page.Origins[n-1].Place
	}
	g.From(place)
	draw()
	g.From(before)
}

// Own draws a picture of shapes in flat colours that nobody else has, with its top left corner at
// (x, y): its shapes become the page's.
func (g *Grid) Own(p *vector.Picture, x, y fonts.Pt) {
	for _, it := range p.Items {
		it.Shape.Path.Shift(x, y)
		g.add(frame.Item{Shape: it.Shape})
	}
}

// moved are the shapes of a picture, moved by (x, y), all in one piece of memory.
func moved(p *vector.Picture, x, y fonts.Pt) []vector.Shape {
	count, segments := 0, 0
	for _, it := range p.Items {
		if it.Shape != nil {
			count, segments = count+1, segments+len(it.Shape.Path)
		}
	}
	shapes, path := make([]vector.Shape, 0, count), make(vector.Path, 0, segments)
	for _, it := range p.Items {
		if it.Shape == nil {
			continue
		}
		from := len(path)
		path = append(path, it.Shape.Path...)
		own := path[from:len(path):len(path)]
		own.Shift(x, y)
		shapes = append(shapes, vector.Shape{Path: own, Paint: it.Shape.Paint})
	}
	return shapes
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
	if _, marked := g.marks[id]; !marked { // the first place counts
		g.marks[id] = frame.Dest{Page: g.Page(), Y: max(0, y)}
	}
}

// MarkAt makes a place anywhere on the grid's pages the destination id.
func (g *Grid) MarkAt(id string, at frame.Dest) { g.marks[id] = at }

// Target is where a link leads: the id of a Mark, or a URI.
type Target struct {
	ID, URI  string
	Contents string // what a screen reader says
}

// Link makes a rectangle of the current page active, and returns its index in the page's links. tag
// is a Link tag that holds the link's text.
func (g *Grid) Link(to Target, x, y, width, height fonts.Pt, tag *frame.Tag) (index int) {
	link := frame.Link{X: x, Y: y, Width: width, Height: height,
		URI: to.URI, Contents: to.Contents}
	if to.URI == "" {
		link.Dest = g.target(to.ID)
	}
	index = len(g.page.Links)
	g.page.Links = append(g.page.Links, link)
	tag.Kids = append(tag.Kids, frame.Kid{Page: g.Page(), Link: index})
	return index
}

// Say changes what a screen reader says of a link of the current page.
func (g *Grid) Say(link int, contents string) { g.page.Links[link].Contents = contents }

func (g *Grid) target(id string) *frame.Dest {
	d := g.targets[id]
	if d == nil {
		d = &frame.Dest{}
		g.targets[id] = d
		g.wanted = append(g.wanted, id)
	}
	return d
}
