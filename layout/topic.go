package layout

import (
	"rapport/charts"
	"rapport/content"
	"rapport/fonts"
	"rapport/layout/component"
	"rapport/layout/flow"
	"rapport/layout/grid"
	"rapport/layout/style"
)

// Spaces of content pages (design tokens, [space], and the zones of pages 6 to 11).
const (
	headToText      fonts.Mm = 4 // below the small head of running text
	headingToFigure fonts.Mm = 6
	figureToCaption fonts.Mm = 4.5
	captionToNext   fonts.Mm = 10
	captionToRule   fonts.Mm = 12
	ruleToNext      fonts.Mm = 6
	betweenBands    fonts.Mm = 12
	themeHeight     fonts.Mm = 35 // of a row of the design's page 13
)

// plan is one way to fit a topic on its page. The brief's section 6 says what may give: first the space,
// then up to 15 % of a chart's height, then figures that stand side by side; type never shrinks.
type plan struct {
	space  fonts.Mm // share of the normal distances between bands
	height fonts.Mm // share of a chart's normal height
	halves bool     // narrow forms stand in pairs
}

var plans = []plan{
	{1, 1, false}, {0.75, 1, false}, {0.75, 0.85, false}, {0.6, 0.85, false},
	{1, 0.85, true}, {0.75, 0.85, true}, {0.6, 0.85, true},
}

// topic turns a topic into bands: its head, then what it holds, arranged by the templates of the brief's
// section 3. Figures come first in the author's order; prose goes beside the last figure that leaves it
// room, or else below; a callout or the count list stands at the left of prose. The first plan that
// fits on one page is taken; when none does, the first plan runs over to the next page.
func (p *pass) topic(t *content.Topic, above []flow.Band) ([]flow.Band, error) {
	var natural []flow.Band
	for _, plan := range plans {
		bands, err := p.planned(t, plan, above)
		if err != nil {
			return nil, err
		}
		if flow.Total(bands) <= style.ContentHeight {
			return bands, nil
		}
		if natural == nil {
			natural = bands
		}
		if !foldable(t) {
			break
		}
	}
	return natural, nil
}

// foldable reports whether a plan can change a topic's height: what a table needs, it needs.
func foldable(t *content.Topic) bool {
	for _, b := range t.Blocks {
		if b.Kind == content.TableBlock {
			return false
		}
	}
	return true
}

func (p *pass) planned(t *content.Topic, plan plan, above []flow.Band) ([]flow.Band, error) {
	b := topicBuilder{pass: p, topic: t, plan: plan, above: above}
	head := p.topicHead(t)
	if p.running() && len(above) > 0 {
		head.NewPage, head.Before = false, topicSpace
	}
	b.bands = append(b.bands, head)
	for _, block := range t.Blocks {
		if err := b.collect(block); err != nil {
			return nil, err
		}
	}
	if err := b.close(); err != nil {
		return nil, err
	}
	if len(b.bands) > 1 {
		b.bands[1].Before = style.HeadToContent
		if p.running() {
			b.bands[1].Before = headToText
		}
	}
	return b.bands, nil
}

// topicBuilder gathers blocks until it is clear how they stand together.
type topicBuilder struct {
	*pass
	topic    *content.Topic
	plan     plan
	above    []flow.Band // what stands above on the topic's first page
	bands    []flow.Band
	figures  []*content.Block
	prose    []*content.Block
	callouts []*content.Block
	sources  []*content.Block
}

// collect takes the next block. Figures, prose and callouts wait for each other; anything else stands
// below what came before it.
func (b *topicBuilder) collect(block *content.Block) error {
	switch block.Kind {
	case content.FigureBlock:
		b.figures = append(b.figures, block)
		return nil
	case content.ProseBlock:
		b.prose = append(b.prose, block)
		return nil
	case content.CalloutBlock:
		b.callouts = append(b.callouts, block)
		return nil
	case content.SourceBlock:
		b.sources = append(b.sources, block)
		return nil
	}
	if err := b.arrange(); err != nil {
		return err
	}
	return b.list(block)
}

func (b *topicBuilder) close() error {
	if err := b.arrange(); err != nil {
		return err
	}
	for _, s := range b.sources {
		b.add(component.Full(b.gap(betweenBands), b.set.SourceNote(s.Text, style.ContentWidth, flow.Place(s.Pos))...))
	}
	return nil
}

// gap is a distance between bands under the plan.
func (b *topicBuilder) gap(normal fonts.Mm) fonts.Mm { return normal * b.plan.space }

func (b *topicBuilder) add(bands ...flow.Band) { b.bands = append(b.bands, bands...) }

// list places a block that stands by itself.
func (b *topicBuilder) list(block *content.Block) error {
	at := flow.Place(block.Pos)
	switch block.Kind {
	case content.LeadBlock:
		t := b.sheet.Type.Lead
		atoms := b.set.Prose(block.Text, t, b.sheet.Color.Ink, style.Columns(8), at)
		b.add(flow.Band{Columns: []flow.Column{{Start: 3, Span: 9, Atoms: atoms}}, Before: b.gap(betweenBands)})
	case content.BulletsBlock:
		b.bullets(block)
	case content.ThemesBlock:
		b.themes(block)
	case content.RecommendationsBlock:
		left, right := b.set.Recommendations(block.Points, style.Columns(6), at)
		b.add(flow.Band{Columns: []flow.Column{{Span: 6, Atoms: left}, {Start: 6, Span: 6, Atoms: right}}, Before: b.gap(betweenBands)})
	case content.TableBlock:
		return b.table(block)
	case content.GroupBlock:
		return b.group(block)
	default:
		return b.longer(block)
	}
	return nil
}

func (b *topicBuilder) bullets(block *content.Block) {
	at := flow.Place(block.Pos)
	b.add(component.Full(b.gap(betweenBands), b.set.StrongRule(style.ContentWidth).Atom(0)))
	b.bands[len(b.bands)-1].Keep = true
	side := b.set.Side(block.Heading, block.Sub, style.Columns(3)).Atom(0)
	atoms := b.set.Bullets(block.Points, style.Columns(9), at)
	b.add(flow.Band{
		Columns: []flow.Column{{Span: 3, Atoms: []flow.Atom{side}}, {Start: 3, Span: 9, Atoms: atoms}},
		Before:  ruleToNext - 0.8, Whole: true,
	})
}

func (b *topicBuilder) themes(block *content.Block) {
	var atoms []flow.Atom
	for _, th := range block.Themes {
		var dots *component.Box
		number := ""
		switch {
		case th.Figure == nil:
		case b.r.Withheld().Base(th.Figure):
			number, dots = colon, &component.Box{Draw: func(*grid.Grid, fonts.Pt, fonts.Pt) {}}
		default:
			number, dots = b.number(th.Figure), b.themeDots(th.Figure.N)
		}
		atoms = append(atoms, b.set.Theme(th, number, dots, style.ContentWidth, b.gap(themeHeight), flow.Place(th.Pos)))
	}
	b.add(component.Full(b.gap(7), atoms...))
}

// arrange places the figures, prose and callouts gathered so far.
func (b *topicBuilder) arrange() error {
	figures, prose, callouts := b.figures, b.prose, b.callouts
	b.figures, b.prose, b.callouts = nil, nil, nil
	if len(figures) == 0 {
		return b.textOnly(prose, callouts)
	}
	a := arrangement{topicBuilder: b, prose: prose, callouts: callouts}
	for _, f := range figures {
		a.parts = append(a.parts, split(a.part(f, len(figures)))...)
	}
	a.beside()
	return a.place()
}

// text sets prose blocks one below the other, each under its heading.
func (b *topicBuilder) text(blocks []*content.Block, width fonts.Mm) []flow.Atom {
	var atoms []flow.Atom
	for _, block := range blocks {
		set := b.set.In(block.Language)
		if block.Heading != "" {
			h := set.Heading(block.Heading, b.sheet.Type.H3, 3, width)
			if len(atoms) > 0 {
				h.Before = 5
			}
			atoms = append(atoms, h)
		}
		next := set.Prose(block.Text, b.sheet.Type.Body, b.sheet.Color.Ink, width, flow.Place(block.Pos))
		if len(next) > 0 {
			switch {
			case block.Heading != "":
				next[0].Before = 1.5
			case len(atoms) > 0:
				next[0].Before = 2.5
			}
		}
		atoms = append(atoms, next...)
	}
	return atoms
}

// textOnly sets prose without figures in two columns, and callouts below.
func (b *topicBuilder) textOnly(prose, callouts []*content.Block) error {
	if len(prose) > 0 {
		if err := b.columns(b.text(prose, style.Columns(6)), betweenBands); err != nil {
			return err
		}
	}
	for _, c := range callouts {
		b.add(component.Full(b.gap(betweenBands), b.set.Callout(c.Heading, c.Text, style.Columns(12), flow.Place(c.Pos))))
	}
	return nil
}

// columns sets a stack in two columns, page by page, so that each page is read down its left column
// first; on the last page the columns are of equal height.
func (b *topicBuilder) columns(atoms []flow.Atom, before fonts.Mm) error {
	room, err := b.room(before)
	if err != nil {
		return err
	}
	fresh := b.freshRoom(before)
	for first := true; len(atoms) > 0; {
		left, right := balance(atoms)
		rest := atoms[len(atoms):]
		if max(height(left), height(right)) > room {
			n := flow.Fit(atoms, room)
			left, rest = atoms[:n], atoms[n:]
			n = flow.Fit(rest, room)
			right, rest = rest[:n], rest[n:]
		}
		if len(left) == 0 { // not even the beginning fits: the heads above go along to the next page
			if room >= fresh {
				return &flow.Error{Place: atoms[0].Place, Height: height(atoms), Limit: style.ContentHeight}
			}
			room = fresh
			continue
		}
		b.add(flow.Band{
			Columns: []flow.Column{{Span: 6, Atoms: left}, {Start: 6, Span: 6, Atoms: right}},
			Before:  b.gap(before), NewPage: !first, Whole: true,
		})
		atoms, room, fresh, first = rest, style.ContentHeight, style.ContentHeight, false
	}
	return nil
}

func height(atoms []flow.Atom) fonts.Mm { return flow.Column{Atoms: atoms}.Height() }

// freshRoom is what a new page leaves for a band that takes the heads above it along.
func (b *topicBuilder) freshRoom(before fonts.Mm) fonts.Mm {
	room := style.ContentHeight - b.gap(before)
	all := append(b.above[:len(b.above):len(b.above)], b.bands...)
	for i := len(all) - 1; i >= 0 && all[i].Keep; i-- {
		room -= all[i].Height() + all[i].Before
	}
	return room
}

// room is what the page leaves for a band below the ones so far.
func (b *topicBuilder) room(before fonts.Mm) (fonts.Mm, error) {
	pages, err := flow.Pack(append(b.above[:len(b.above):len(b.above)], b.bands...), style.ContentHeight)
	if err != nil {
		return 0, err
	}
	return style.ContentHeight - pages[len(pages)-1].Used - b.gap(before), nil
}

// balance divides a stack where the taller part is lowest, but rather before a heading when that costs
// little: nobody wants the end of one text above the heading of the next.
func balance(atoms []flow.Atom) (left, right []flow.Atom) {
	const inText = fonts.Mm(15) // what a cut inside a text may cost
	best, cut := fonts.Mm(0), len(atoms)
	for i := 1; i <= len(atoms); i++ {
		if atoms[i-1].Keep && i < len(atoms) {
			continue
		}
		cost := max(height(atoms[:i]), height(atoms[i:]))
		if i < len(atoms) && !atoms[i].Keep {
			cost += inText
		}
		if best == 0 || cost < best-0.01 {
			best, cut = cost, i
		}
	}
	return atoms[:cut], atoms[cut:]
}

// part is a figure with its form and width.
type part struct {
	block   *content.Block
	data    charts.Data
	span    int // columns
	beside  bool
	heading string
	again   bool // not the first part of a figure that was split
}

// split cuts a figure of more rows than one holds; the scale stays that of all rows (brief, section 6).
func split(q part) []part {
	var parts []part
	for i, d := range charts.Split(q.data, 0) {
		next := q
		next.data = d
		if i > 0 {
			next.heading, next.again = "", true
		}
		parts = append(parts, next)
	}
	return parts
}

// arrangement is the figures of a topic with the text that goes with them.
type arrangement struct {
	*topicBuilder
	parts    []part
	prose    []*content.Block
	callouts []*content.Block
}

// part chooses a figure's form and width (brief, sections 3 and 5).
func (a *arrangement) part(block *content.Block, figures int) part {
	d := a.data(block)
	main := figures == 1 || a.topic.Template == content.Main && len(a.parts) == 0
	d.Form = charts.Choose(d, charts.Room{Main: main, Small: !main, Width: style.Columns(12).Pt()})
	q := part{block: block, data: d, span: 12, heading: block.Heading}
	if figures > 1 && q.heading == "" && len(block.Figures) == 1 && !(len(a.parts) == 0 && d.Form == charts.Slope) {
		q.heading = block.Figures[0].Title
	}
	if a.halved(d.Form, figures) {
		q.span = 6
	}
	return q
}

// halved reports whether a figure stands in half a page's width.
func (a *arrangement) halved(form charts.Form, figures int) bool {
	round := form == charts.Donut || form == charts.Pie
	switch a.topic.Template {
	case content.Wide:
		return false
	case content.Main:
		return round && len(a.parts) > 0
	case content.Small:
		return round || narrow(form) == 7
	}
	return figures > 1 && (round || a.plan.halves && narrow(form) == 7)
}

// narrow is how many columns a form takes when prose stands beside it; 0 when it wants the full width.
func narrow(form charts.Form) int {
	switch form {
	case charts.VBar, charts.Slope, charts.Paired, charts.Dots:
		return 7
	case charts.HBar:
		return 8
	}
	return 0
}

// beside finds the last figure that leaves the prose room at its right.
func (a *arrangement) beside() {
	if len(a.prose) == 0 || a.topic.Template == content.Wide || a.topic.Template == content.Main {
		return
	}
	height := flow.Column{Atoms: a.text(a.prose, style.Columns(4))}.Height()
	for i := len(a.parts) - 1; i >= 0; i-- {
		q := &a.parts[i]
		span := narrow(q.data.Form)
		alone := len(a.parts) == 1 && q.data.Form == charts.HBar && a.topic.Template != content.Beside
		if span == 0 || q.span != 12 || alone {
			continue
		}
		if tall := a.figureHeight(*q, span); height > tall+30 {
			continue
		}
		q.span, q.beside = span, true
		return
	}
}

// place puts the parts below each other, halves in pairs.
func (a *arrangement) place() error {
	for i := 0; i < len(a.parts); {
		if a.parts[i].span == 6 && i+1 < len(a.parts) && a.parts[i+1].span == 6 {
			if err := a.pair(a.parts[i], a.parts[i+1], i > 0); err != nil {
				return err
			}
			i += 2
			continue
		}
		if err := a.single(a.parts[i], i > 0); err != nil {
			return err
		}
		i++
	}
	a.below()
	return nil
}

// separate puts a strong rule before a figure that follows another.
func (a *arrangement) separate(follows, rule bool) fonts.Mm {
	if !follows {
		return a.gap(betweenBands)
	}
	if !rule {
		return a.gap(captionToNext + 2)
	}
	band := component.Full(a.gap(captionToRule), a.set.StrongRule(style.ContentWidth).Atom(0))
	band.Keep = true
	a.add(band)
	return a.gap(ruleToNext)
}

func (a *arrangement) pair(left, right part, follows bool) error {
	before := a.separate(follows, true)
	l, err := a.half(left)
	if err != nil {
		return err
	}
	r, err := a.half(right)
	if err != nil {
		return err
	}
	level(&l, &r)
	a.add(flow.Band{Columns: []flow.Column{{Span: 6, Atoms: l.atoms()}, {Start: 6, Span: 6, Atoms: r.atoms()}}, Before: before, Whole: true})
	return nil
}

// halfFigure is a figure of half a page's width, in its parts.
type halfFigure struct {
	heading *flow.Atom
	picture flow.Atom
	center  fonts.Mm // of a round chart, from the picture's top
	caption flow.Atom
}

func (a *arrangement) half(q part) (halfFigure, error) {
	atoms, chart, err := a.figure(q, style.Columns(6))
	if err != nil {
		return halfFigure{}, err
	}
	n := len(atoms)
	h := halfFigure{picture: atoms[n-2], caption: atoms[n-1], center: chart.Center.Y.Mm()}
	if n == 3 {
		h.heading = &atoms[0]
	}
	return h, nil
}

// level sets two half-page figures side by side at one height: headings, the middles of round charts,
// and captions.
func level(l, r *halfFigure) {
	if l.heading != nil && r.heading != nil {
		tall := max(l.heading.Height, r.heading.Height)
		l.heading.Height, r.heading.Height = tall, tall
	}
	if l.center > 0 && r.center > 0 {
		middle := max(l.center, r.center)
		l.picture = lowered(l.picture, middle-l.center)
		r.picture = lowered(r.picture, middle-r.center)
	}
	tall := max(l.picture.Height, r.picture.Height)
	l.picture.Height, r.picture.Height = tall, tall
}

func (h halfFigure) atoms() []flow.Atom {
	if h.heading == nil {
		return component.Keep([]flow.Atom{h.picture, h.caption})
	}
	return component.Keep([]flow.Atom{*h.heading, h.picture, h.caption})
}

// lowered is an atom with space above it.
func lowered(a flow.Atom, by fonts.Mm) flow.Atom {
	inner := a.Component.(*component.Box)
	box := *inner
	box.Height += by
	box.Draw = func(g *grid.Grid, x, y fonts.Pt) { inner.Draw(g, x, y+by.Pt()) }
	a.Component, a.Height = &box, box.Height
	return a
}

func (a *arrangement) single(q part, follows bool) error {
	quiet := q.data.Form == charts.Likert || q.data.Form == charts.Change
	before := a.separate(follows, !quiet)
	if q.span == 6 && !q.beside {
		return a.loneHalf(q, before)
	}
	atoms, _, err := a.figure(q, style.Columns(q.span))
	if err != nil {
		return err
	}
	band := flow.Band{Columns: []flow.Column{{Span: q.span, Atoms: atoms}}, Before: before, Whole: true}
	if q.beside {
		column := flow.Column{Start: 8, Span: 4, Atoms: a.text(a.prose, style.Columns(4))}
		if q.span == 8 {
			column = flow.Column{Start: 8, Span: 4, Inset: besideBars, Atoms: a.text(a.prose, style.Columns(4)-besideBars)}
		}
		a.prose = nil
		band.Columns = append(band.Columns, column)
	}
	a.add(band)
	return nil
}

// besideBars is the space between the counts of a bar chart and the prose beside it: prose is 47.5 wide
// there (brief, section 3).
const besideBars fonts.Mm = 7.8

// loneHalf sets a half-page figure without a neighbour, with the prose at its right.
func (a *arrangement) loneHalf(q part, before fonts.Mm) error {
	atoms, _, err := a.figure(q, style.Columns(6))
	if err != nil {
		return err
	}
	band := flow.Band{Columns: []flow.Column{{Span: 6, Atoms: atoms}}, Before: before, Whole: true}
	if len(a.prose) > 0 {
		band.Columns = append(band.Columns, flow.Column{Start: 6, Span: 6, Atoms: a.text(a.prose, style.Columns(6))})
		a.prose = nil
	}
	a.add(band)
	return nil
}

// below sets what text is left: the count list or a callout in five columns, prose in six.
func (a *arrangement) below() {
	if len(a.prose) == 0 && len(a.callouts) > 0 {
		for _, c := range a.callouts {
			a.add(component.Full(a.gap(captionToNext), a.set.Callout(c.Heading, c.Text, style.ContentWidth, flow.Place(c.Pos))))
		}
		return
	}
	var left []flow.Atom
	for _, c := range a.callouts {
		atom := a.set.Callout(c.Heading, c.Text, style.Columns(5), flow.Place(c.Pos))
		if len(left) > 0 {
			atom.Before = 6
		}
		left = append(left, atom)
	}
	if len(left) == 0 && len(a.parts) == 1 {
		left = a.countList(a.parts[0], style.Columns(5))
	}
	band := flow.Band{Before: a.gap(captionToNext)}
	switch {
	case len(left) > 0:
		band.Columns = []flow.Column{{Span: 5, Atoms: left}}
		if len(a.prose) > 0 {
			band.Columns = append(band.Columns, flow.Column{Start: 6, Span: 6, Atoms: a.text(a.prose, style.Columns(6))})
		}
	case len(a.prose) > 0:
		l, r := balance(a.text(a.prose, style.Columns(6)))
		band.Columns = []flow.Column{{Span: 6, Atoms: l}, {Start: 6, Span: 6, Atoms: r}}
	default:
		return
	}
	a.add(band)
}

// countList is the answers and counts of a pie's or donut's figure; bars show their counts themselves.
func (a *arrangement) countList(q part, width fonts.Mm) []flow.Atom {
	if len(q.block.Figures) != 1 || !q.block.List {
		return nil
	}
	switch q.data.Form {
	case charts.Pie, charts.Donut, charts.VBar:
	default:
		return nil
	}
	f := q.block.Figures[0]
	var rows []component.Count
	for _, i := range charts.Sorted(f, a.r.Withheld()) {
		answer := f.Answers[i]
		rows = append(rows, component.Count{
			Label: component.Clean(answer.Label), Value: a.counted(f, i),
			Highlight: len(f.Highlight) > 0 && f.Highlight[0] == i,
		})
	}
	if f.Kind != content.Multiple {
		rows = append(rows, component.Count{Label: a.terms.TotalAnswers, Value: a.number(f), Total: true})
	}
	return a.set.CountList(a.terms.NumberOfAnswers, rows, width, flow.Place(q.block.Pos))
}

// figure sets a chart with its heading and caption as atoms that stay together.
func (a *arrangement) figure(q part, width fonts.Mm) ([]flow.Atom, charts.Chart, error) {
	chart, err := a.draw(q.block, q.data, width, a.plan.height)
	if err != nil {
		return nil, charts.Chart{}, err
	}
	var atoms []flow.Atom
	at := flow.Place(q.block.Pos)
	if q.heading != "" {
		t := a.sheet.Type.H2
		if a.running() {
			t = a.sheet.Type.RecTitle // the heads of running text are smaller
		}
		h := a.set.Heading(q.heading, t, 3, width-headingRoom)
		h.Place = at
		atoms = append(atoms, h)
	}
	picture := a.set.Figure(blockID(q.block), chart.Alt, chart.Picture).Atom(headingToFigure - min(headingToFigure, chart.Lead.Mm()))
	picture.Place = at
	notes := a.notes(q.block, chart)
	if q.again {
		notes = append(notes, a.terms.Continued)
	}
	caption := a.set.Caption(a.caption(q.block, chart.Base, notes...), width).Atom(figureToCaption)
	atoms = append(atoms, picture, caption)
	return component.Keep(atoms), chart, nil
}

// headingRoom is what a figure's heading leaves free at its right, so that two beside each other do not
// read as one.
const headingRoom fonts.Mm = 4

func (a *arrangement) figureHeight(q part, span int) fonts.Mm {
	atoms, _, err := a.figure(q, style.Columns(span))
	if err != nil {
		return 0
	}
	return flow.Column{Atoms: atoms}.Height()
}
