package press

import (
	"errors"
	"fmt"
	"slices"

	"rapport/charts/vector"
	"rapport/fonts"
	"rapport/layout/frame"
	"rapport/layout/text"
)

// Limits are what a print shop takes without asking.
type Limits struct {
	Ink            int      // most of all inks together, per cent
	Line           fonts.Pt // the thinnest line
	Type           fonts.Pt // the smallest type
	Reversed       fonts.Pt // the smallest light type on a ground of several inks
	ReversedWeight int      // its least weight
	Large          fonts.Pt // type from this size on may have any weight there
	Safe           fonts.Pt // between type and the trim
	Bleed          fonts.Pt // paint beyond the trim
	// Sharp and Coarse are dots per inch of images: a warning below the first, a fault below the
	// second.
	Sharp, Coarse float64
}

// HouseLimits are the design's (layout/DESIGN.md, "Print").
func HouseLimits() Limits {
	return Limits{
		Ink: 275, Line: fonts.Mm(0.2).Pt(), Type: 6, Reversed: 9, ReversedWeight: 500, Large: 12,
		Safe: fonts.Mm(8).Pt(), Bleed: fonts.Mm(3).Pt(), Sharp: 220, Coarse: 120,
	}
}

// Proof is what a print shop asks about a document, page by page.
type Proof struct {
	Pages    []Facts
	Findings []Finding // by page and item
}

// Facts are about one page. A zero means that there is nothing of the kind on it.
type Facts struct {
	Width, Height fonts.Pt // of the trim
	Inks          Ink      // the most of each ink
	Most          Spot
	Type          fonts.Pt // the smallest
	Line          fonts.Pt // the thinnest
	Images        []Picture
	Fonts         []string // PostScript names, sorted
}

// Spot is the place with most ink.
type Spot struct {
	Total int // per cent
	Color string
	At    vector.Point
}

// Finding is something outside of the limits.
type Finding struct {
	Page   int // from 0
	At     vector.Point
	Place  string // in the content, "" when it is not known
	Level  Level
	Text   string
	Repeat int // how often more on the page

	Missing *NoInk // what it is about, when that is a colour without CMYK value
}

func (f Finding) String() string {
	s := fmt.Sprintf("page %d: %s", f.Page+1, f.Text)
	if f.Repeat > 0 {
		s += fmt.Sprintf(" (%d places)", f.Repeat+1)
	}
	if f.Place != "" {
		s = f.Place + ": " + s
	}
	return s
}

// Level says what a finding means for the edition.
type Level uint8

// The levels, from mild to severe.
const (
	Warning Level = iota // prints, but not at its best
	Outside              // a print shop may send it back
	Stop                 // is not printed: what would come out is not what was meant
)

// Worst is the highest level of the findings; ok is false when there are none.
func (p *Proof) Worst() (worst Level, ok bool) {
	for _, f := range p.Findings {
		worst = max(worst, f.Level)
	}
	return worst, len(p.Findings) > 0
}

// Inspect looks at every page of a document. Paint that knocks out replaces what is below it, so
// the most ink on a page is that of one colour, or of a ground under black that overprints.
func Inspect(d *frame.Document, l Limits) *Proof {
	out := &Proof{Pages: make([]Facts, len(d.Pages))}
	scanned := scans{}
	for i, p := range d.Pages {
		in := inspector{Limits: l, page: p, number: i, proof: out, facts: &out.Pages[i],
			scans: scanned, painter: NewPainter(l.Ink)}
		in.facts.Width, in.facts.Height = p.Width, p.Height
		for k := range p.Items {
			in.item(k, &p.Items[k])
		}
		slices.Sort(in.facts.Fonts)
	}
	return out
}

// inspector looks at a page, item after item, in the order of painting.
type inspector struct {
	Limits
	page    *frame.Page
	number  int
	proof   *Proof
	facts   *Facts
	scans   scans
	grounds []ground
	index   int // of the item
	faces   []*fonts.Face
	painter *Painter
}

// ground is what later paint may stand on.
type ground struct {
	low, high vector.Point
	shape     *vector.Shape // nil for an image, whose inks are not known
	ink       Ink
}

// holds reports whether a ground lies below a place.
func (g *ground) holds(at vector.Point) bool {
	if at.X < g.low.X || at.X > g.high.X || at.Y < g.low.Y || at.Y > g.high.Y {
		return false
	}
	return g.shape == nil || inside(g.shape.Path, g.shape.Paint.EvenOdd, at)
}

func (in *inspector) item(index int, it *frame.Item) {
	in.index = index
	switch {
	case it.Text != nil:
		in.text(it.Text)
	case it.Shape != nil:
		in.shape(it.Shape)
	case it.Image != nil:
		in.image(it.Image)
	case it.Drawing != nil:
		in.drawing(it.Drawing)
	}
}

// found notes a finding and returns it; the same again on a page is counted only, and gives nil.
func (in *inspector) found(level Level, at vector.Point, format string, args ...any) *Finding {
	text := fmt.Sprintf(format, args...)
	list := in.proof.Findings
	for i := len(list) - 1; i >= 0 && list[i].Page == in.number; i-- {
		if list[i].Text == text {
			list[i].Repeat++
			return nil
		}
	}
	list = append(list,
		Finding{Page: in.number, At: at, Place: in.place(), Level: level, Text: text})
	in.proof.Findings = list
	return &list[len(list)-1]
}

// place is where the item comes from, or else where the first thing on its page does that says so:
// a running head stands for its page.
func (in *inspector) place() string {
	place := in.page.Origin(in.index)
	for _, o := range in.page.Origins {
		if place != "" {
			break
		}
		place = o.Place
	}
	return place
}

// ink counts the ink of a colour at a place.
func (in *inspector) ink(i Ink, name string, at vector.Point) {
	f := in.facts
	f.Inks = Ink{max(f.Inks.C, i.C), max(f.Inks.M, i.M), max(f.Inks.Y, i.Y), max(f.Inks.K, i.K)}
	total := i.Total()
	if total > f.Most.Total {
		f.Most = Spot{total, name, at}
	}
	if total > in.Ink {
		in.found(Stop, at, "%s has %d %% ink; at most %d %% dries", name, total, in.Ink)
	}
}

// check looks at a colour and at what it is painted on; false says that it has no ink to look at.
func (in *inspector) check(
	i Ink, c *vector.Color, overprint bool, at vector.Point, err error,
) bool {
	if err != nil {
		if last := in.found(Stop, at, "%v", err); last != nil {
			errors.As(err, &last.Missing)
		}
		return false
	}
	name := c.Name
	if overprint {
		if g := in.below(at); g.shape != nil && g.ink.Total() > int(g.ink.K) {
			i, name = i.over(g.ink), name+" over "+g.shape.Paint.Fill.Name
		}
	}
	in.ink(i, name, at)
	return true
}

func (in *inspector) shape(s *vector.Shape) {
	low, high, ok := s.Path.Bounds()
	p, err := in.painter.Shape(s)
	if !ok || !p.Filled && !p.Stroked {
		return
	}
	if p.Filled && in.check(p.Fill, s.Paint.Fill, p.Overprint, low, err) {
		in.thin(low, high)
		if min(high.X-low.X, high.Y-low.Y) >= leastGround {
			in.grounds = append(in.grounds, ground{low, high, s, p.Fill})
		}
	}
	if p.Stroked && in.check(p.Stroke, s.Paint.Stroke, p.Overprint, low, err) {
		in.line(s.Paint.Width, low)
	}
	in.bleeds(low, high, isRectangle(s.Path))
}

// drawing looks at the shapes of a drawing, and at the colours of its gradients. What lies on what
// inside of it, and what its edges cut off, is not looked at.
func (in *inspector) drawing(d *frame.Drawing) {
	in.painter.Drawing(d)
	grounds := len(in.grounds)
	vector.Each(d.Picture.Items, func(s *vector.Shape) {
		moved := vector.Shape{Path: s.Path.Move(d.X, d.Y), Paint: s.Paint}
		in.shape(&moved)
		for _, g := range []*vector.Gradient{s.Paint.FillGradient, s.Paint.StrokeGradient} {
			if g == nil {
				continue
			}
			for _, stop := range g.Stops {
				ink, err := InkOf(stop.Color)
				low, _, _ := moved.Path.Bounds()
				in.check(ink, &stop.Color, false, low, err)
			}
		}
	})
	in.grounds = in.grounds[:grounds]
}

// leastGround is the least height and width of what type may stand on, in points.
const leastGround = 6

// thin looks at a filled shape that is drawn as a line.
func (in *inspector) thin(low, high vector.Point) {
	w, h := high.X-low.X, high.Y-low.Y
	if thin, long := min(w, h), max(w, h); thin > 0 && thin < hairline.Pt() && long > 10*thin {
		in.line(thin, low)
	}
}

// line counts a line's width.
func (in *inspector) line(width fonts.Pt, at vector.Point) {
	if in.facts.Line == 0 || width < in.facts.Line {
		in.facts.Line = width
	}
	if width < in.Line-touching {
		in.found(Outside, at, "a line of %s mm; at least %s mm prints", millimetres(width),
			millimetres(in.Line))
	}
}

// touching is how exact positions are, in points.
const touching = 0.01

// bleeds looks whether what reaches the trim goes on to the end of the bleed. Rectangles are
// stretched when they are written.
func (in *inspector) bleeds(low, high vector.Point, stretched bool) {
	if stretched {
		return
	}
	least := in.Bleed
	right, bottom := high.X-in.page.Width, high.Y-in.page.Height
	for _, over := range [...]fonts.Pt{-low.X, -low.Y, right, bottom} {
		if over > -touching && over < in.Bleed-touching {
			least = min(least, max(over, 0))
		}
	}
	if least < in.Bleed {
		in.found(Outside, low, "paint reaches %s mm over the trim; the bleed is %s mm",
			millimetres(least), millimetres(in.Bleed))
	}
}

func (in *inspector) text(t *frame.Text) {
	r := &t.Run
	if len(r.Glyphs) == 0 {
		return
	}
	at := vector.Point{X: t.X, Y: t.Y}
	f := in.facts
	if r.Face != nil && !slices.Contains(in.faces, r.Face) {
		in.faces, f.Fonts = append(in.faces, r.Face), append(f.Fonts, r.Face.PostScript)
	}
	middle := vector.Point{X: t.X + r.Width/2, Y: t.Y - r.Size/4}
	p, err := in.painter.Text(t)
	if !in.check(p.Fill, &r.Color, p.Overprint, middle, err) {
		return
	}
	if f.Type == 0 || r.Size < f.Type {
		f.Type = r.Size
	}
	if r.Size < in.Type-touching {
		in.found(Outside, at, "type of %.3g pt; at least %.3g pt prints", r.Size, in.Type)
	}
	in.reversed(r, p.Fill, middle)
	if min(t.X, t.Y-r.Size*3/4, in.page.Width-t.X-r.Width, in.page.Height-t.Y) < in.Safe-touching {
		in.found(Outside, at, "type within %s mm of the trim", millimetres(in.Safe))
	}
}

// reversed looks at light type on a ground of several inks, which closes up when they do not fit.
func (in *inspector) reversed(r *text.Run, i Ink, at vector.Point) {
	const light, dark, inks = 60, 100, 2
	if i.Total() > light || r.Size >= in.Large {
		return
	}
	g := in.below(at)
	if g.ink.Total() < dark || len(g.ink.String()) < inks {
		return
	}
	if r.Size < in.Reversed-touching {
		in.found(Outside, at, "reversed type of %.3g pt on a ground of %d inks; "+
			"at least %.3g pt prints", r.Size, len(g.ink.String()), in.Reversed)
	}
	if r.Face != nil && r.Face.Weight < in.ReversedWeight {
		in.found(Outside, at, "reversed type of weight %d at %.3g pt; at least %d prints",
			r.Face.Weight, r.Size, in.ReversedWeight)
	}
}

// below is the topmost ground at a place; the zero ground, paper, when there is none.
func (in *inspector) below(at vector.Point) ground {
	for i := len(in.grounds) - 1; i >= 0; i-- {
		if in.grounds[i].holds(at) {
			return in.grounds[i]
		}
	}
	return ground{}
}

func isRectangle(p vector.Path) bool {
	low, high, _ := p.Bounds()
	for _, s := range p {
		if q := s.P[0]; s.Op == vector.CurveTo || s.Op != vector.Close &&
			(q.X != low.X && q.X != high.X || q.Y != low.Y && q.Y != high.Y) {
			return false
		}
	}
	return len(p) == 5
}

// millimetres writes a length with at most two decimals, as people say it.
func millimetres(v fonts.Pt) string { return fmt.Sprintf("%.3g", v.Mm()) }
