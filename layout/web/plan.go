package web

import (
	"cmp"
	"fmt"
	"html/template"

	"rapport/charts"
	"rapport/content"
	"rapport/fonts"
	"rapport/layout/parallel"
	"rapport/layout/style"
	"rapport/layout/text"
)

// plan is a topic before it is written: its blocks in the order and in the places that they get,
// with every chart drawn. A plan knows nothing of other topics and numbers nothing, so that plans
// are made side by side, ahead of the one who writes.
type plan struct {
	*maker
	topic    *content.Topic
	set      *text.Measures
	steps    []step
	sources  []*content.Block // which end the topic
	persons  *content.Block   // the first whose dots are people
	drawings map[drawingKey]drawing
	err      error
	made     chan struct{} // closed when it is
}

// step is a part of a topic: a block by itself; a group, with the figures of its items; or figures
// with the prose and the callouts that go with them.
type step struct {
	block           *content.Block
	write           func(*maker, *content.Block) (template.HTML, error)
	items           [][]placement
	halves          bool // the items stand side by side
	rows            []row
	prose, callouts []*content.Block
}

// row is figures that stand beside each other, or one with prose at its right.
type row struct {
	figures []placement
	with    bool
}

// class is the row's name in the stylesheet.
func (r row) class() string {
	if r.with {
		return "with"
	}
	return [...]string{"one", "two"}[len(r.figures)-1]
}

// planned begins the plans of all topics, as many at a time as there are processors.
func (m *maker) planned() {
	m.plans = map[*content.Topic]*plan{}
	var all []*plan
	for _, ch := range m.report.AllChapters() {
		for _, t := range ch.Topics {
			p := &plan{maker: m, topic: t, set: text.NewMeasures(m.Shaper), drawings: map[drawingKey]drawing{},
				made: make(chan struct{})}
			all = append(all, p)
			m.plans[t] = p
		}
	}
	go parallel.Each(len(all), func(i int) {
		defer close(all[i].made)
		all[i].err = all[i].make()
	})
}

// make plans the topic.
func (p *plan) make() error {
	var w waiting
	for _, b := range p.topic.Blocks {
		k, known := kinds[b.Kind]
		if !known {
			said := fmt.Sprintf("the web page has no place for blocks of the kind %q", b.Kind)
			return content.Problem{Pos: b.Pos, Width: 1, Text: said}
		}
		if k.wait != nil {
			list := k.wait(&w)
			*list = append(*list, b)
			continue
		}
		p.arrange(&w)
		if k.plan != nil {
			p.steps = append(p.steps, k.plan(p, b))
		} else {
			p.steps = append(p.steps, step{block: b, write: k.write})
		}
	}
	p.arrange(&w)
	p.sources = w.sources
	err := p.drawAll()
	p.set, p.drawings = nil, nil
	return err
}

// size is about how many bytes the step takes: its pictures, and something for its words.
func (s *step) size() int {
	size := 0
	add := func(all []placement) {
		for i := range all {
			size += 4000
			for _, p := range all[i].chart.pictures {
				size += p.Len()
			}
		}
	}
	for _, r := range s.rows {
		add(r.figures)
	}
	for _, parts := range s.items {
		add(parts)
	}
	return size
}

// drawAll draws the figures where they stand.
func (p *plan) drawAll() error {
	draw := func(all []placement) (err error) {
		for i := 0; i < len(all) && err == nil; i++ {
			all[i].chart, err = p.draw(&all[i])
		}
		return err
	}
	for _, s := range p.steps {
		for _, r := range s.rows {
			if err := draw(r.figures); err != nil {
				return err
			}
		}
		for _, parts := range s.items {
			if err := draw(parts); err != nil {
				return err
			}
		}
	}
	return nil
}

// waiting is blocks of which it is not yet clear how they stand together. Source notes wait until
// the topic's end.
type waiting struct{ figures, prose, callouts, sources []*content.Block }

// arrange says how the blocks that wait stand together: two halves side by side, prose at the right
// of the last figure that leaves it room or else below, and callouts beside prose.
func (p *plan) arrange(w *waiting) {
	var all []placement
	for i, b := range w.figures {
		all = append(all, split(p.placement(b, len(w.figures), i == 0, p.topic.Template))...)
	}
	s := step{prose: w.prose, callouts: w.callouts}
	at := p.proseBeside(all, w.prose, p.topic.Template)
	for i := 0; i < len(all); {
		n := 1
		if i+1 < len(all) && all[i].room == half && all[i+1].room == half && i != at && i+1 != at {
			n = 2
		} else if all[i].room == half {
			all[i].room = beside
		}
		if n == 2 {
			p.even(&all[i], &all[i+1])
		}
		if i == at {
			all[i].room = beside
		}
		s.rows = append(s.rows, row{figures: all[i : i+n], with: i == at})
		i += n
	}
	if len(s.rows)+len(s.prose)+len(s.callouts) > 0 {
		p.steps = append(p.steps, s)
	}
	*w = waiting{sources: w.sources}
}

// placement is a figure, or a part of one, with the form and the room that it gets.
type placement struct {
	block     *content.Block
	data      charts.Data
	room      room
	heading   string
	continued bool             // it goes on where a part before it ended
	last      bool             // the part that the numbers go with
	lower     map[int]fonts.Pt // by width: so that its zero line stands at a neighbour's
	persons   bool             // it is the first of its topic whose dots are people
	chart     chart
}

// placement chooses a figure's form and room by the rules of paper (DESIGN.md, "Page templates"
// and "Chart forms"): round ones stand in pairs where there are several.
func (p *plan) placement(
	b *content.Block, figures int, first bool, t content.Template,
) placement {
	d := p.words.Figure(b)
	main := figures == 1 || t == content.Main && first
	room := charts.Room{Main: main, Small: !main, Width: style.ContentWidth.Pt()}
	f := chosen(b, d, room, figures, first, t)
	if f.data.Form == charts.DotCols && d.Form == "" && p.onPaper(&f).chart.Form != charts.DotCols {
		room.Crowded = true
		f = chosen(b, d, room, figures, first, t)
	}
	if f.data.Form == charts.DotCols && p.persons == nil && p.onPaper(&f).chart.Form == charts.DotCols {
		p.persons = b
	}
	f.persons = p.persons == b
	return f
}

// chosen is a figure in the form that is chosen for a room, and its room on the page.
func chosen(
	b *content.Block, d charts.Data, room charts.Room, figures int, first bool, t content.Template,
) placement {
	d.Form = charts.Choose(d, room)
	p := placement{block: b, data: d, heading: b.Heading}
	unnamed := p.heading == "" && len(b.Figures) == 1
	if figures > 1 && unnamed && !(first && d.Form == charts.Slope) {
		p.heading = b.Figures[0].Title
	}
	if halved(d.Form.Placement(), figures, first, t) {
		p.room = half
	}
	return p
}

// halved reports whether a figure stands in half of the measure. A screen has more room beside
// than a page, so narrow forms are halved wherever paper may halve them.
func halved(f charts.Placement, figures int, first bool, t content.Template) bool {
	switch t {
	case content.Wide:
		return false
	case content.Main:
		return f.Half && !first
	}
	return figures > 1 && (f.Half || f.Narrow)
}

// group places the figures of questions that belong together: two that are round or narrow stand
// side by side, others below each other.
func (p *plan) group(b *content.Block) step {
	s := step{block: b, halves: len(b.Items) == 2}
	for _, item := range b.Items {
		f := p.placement(item.Figure, 2, true, content.ByRules)
		f.heading = cmp.Or(item.Heading, f.heading)
		s.halves = s.halves && f.room == half
		s.items = append(s.items, []placement{f})
	}
	for i, item := range b.Items {
		f := s.items[i][0]
		if !s.halves {
			f.room = beside
			if len(item.Text) == 0 || f.data.Form.Placement().Wide {
				f.room = whole
			}
		}
		s.items[i] = split(f)
	}
	return s
}

// split cuts a figure of more rows than one holds, or of several scales, as paper does.
func split(p placement) []placement {
	parts := charts.Split(p.data, 0)
	all := make([]placement, len(parts))
	for i, d := range parts {
		next := p
		next.data, next.last = d.ManyTimes(), i == len(parts)-1
		if i > 0 {
			next.heading, next.continued = "", true
		}
		next.heading = d.HeadingIn(p.data, next.heading)
		all[i] = next
	}
	return all
}

// even sets the zero lines of two standing charts side by side at one height, as paper does: in each
// width the lower of them is drawn further down.
func (p *plan) even(l, r *placement) {
	for _, w := range half.widths() {
		a := p.onScreen(l, l.data, w)
		b := p.onScreen(r, r.data, w)
		if a.err != nil || b.err != nil || a.chart.Zero == 0 || b.chart.Zero == 0 {
			continue
		}
		high, by := l, b.chart.Zero-a.chart.Zero
		if by < 0 {
			high, by = r, -by
		}
		if high.lower == nil {
			high.lower = map[int]fonts.Pt{}
		}
		high.lower[w] = by
	}
}

// proseBeside is the last figure that leaves prose room at its right, -1 when none does.
func (p *plan) proseBeside(all []placement, prose []*content.Block, t content.Template) int {
	if len(prose) == 0 || t == content.Wide || t == content.Main {
		return -1
	}
	letters := 0
	for _, b := range prose {
		for _, para := range b.Text {
			letters += len(content.Prose{para}.Plain()) + lettersBeside
		}
	}
	for i := len(all) - 1; i >= 0; i-- {
		next := all[i]
		f := next.data.Form.Placement()
		if f.Columns == 0 && !f.Half || next.room == half && paired(all, i) {
			continue
		}
		if float64(letters/lettersBeside)*lineBeside <= float64(p.height(next).Mm())+overhang {
			return i
		}
	}
	return -1
}

// Prose beside a figure: the letters of a line, how high a line is in the millimetres of a chart,
// and how much higher than the figure the prose may be.
const (
	lettersBeside = 44
	lineBeside    = 30.0 / scale * 25.4 / 72
	overhang      = 40.0
)

// paired reports whether a figure stands beside another half.
func paired(all []placement, i int) bool {
	from := i
	for from > 0 && all[from-1].room == half {
		from--
	}
	to := i + 1
	for to < len(all) && all[to].room == half {
		to++
	}
	return (to-from)%2 == 0 || i < to-1
}

// height is how high a figure's chart is beside prose.
func (p *plan) height(f placement) fonts.Pt {
	d := p.onScreen(&f, f.data, beside.widths()[0])
	if d.err != nil {
		return 0
	}
	return d.chart.Picture.Height
}
