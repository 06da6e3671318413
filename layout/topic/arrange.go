package topic

import (
	"slices"

	"rapport/charts"
	"rapport/content"
	"rapport/fonts"
	"rapport/layout/component"
	"rapport/layout/flow"
	"rapport/layout/grid"
	"rapport/layout/style"
)

// arrangement is the figures of a topic with the text that goes with them. Text that has been
// placed is taken away.
type arrangement struct {
	b        *builder
	figures  []placement
	prose    []*content.Block
	callouts []*content.Block
}

// place puts figures below each other, halves in pairs, with the prose beside one of them or below.
func (a *arrangement) place(blocks []*content.Block) error {
	for _, f := range blocks {
		p := a.b.placement(f, len(blocks), len(a.figures) == 0)
		a.figures = append(a.figures, split(p)...)
	}
	a.giveTextRoom()
	a.align()
	a.fit()
	for i := 0; i < len(a.figures); {
		n, err := a.next(i)
		if err != nil {
			return err
		}
		i += n
	}
	a.below()
	return nil
}

// align lets the lying bars of one width begin at one zero line: where the names of one chart stand
// above its bars, those of all do; else their columns of names are as wide as the widest.
func (a *arrangement) align() {
	above, column := map[int]bool{}, map[int]fonts.Pt{} // by span
	for _, p := range a.figures {
		chart, err := a.b.charts.draw(p.block, p.data, style.Columns(p.span), a.b.attempt.height)
		if err == nil && chart.Form == charts.HBar && chart.NamesAbove {
			above[p.span] = true
		}
		if err == nil && chart.Form == charts.HBar {
			column[p.span] = max(column[p.span], chart.NameColumn)
		}
	}
	for i, p := range a.figures {
		a.figures[i].data.NamesAbove, a.figures[i].data.NameColumn = above[p.span], column[p.span]
	}
}

// fit cuts the figures that are taller than a page has room for.
func (a *arrangement) fit() {
	var all []placement
	for i, p := range a.figures {
		above := ruleToNext // with the rule
		if i == 0 {
			above = a.b.above()
		}
		all = append(all, a.b.fit(p, above)...)
	}
	a.figures = all
}

// next places the i-th figure, with the one after it when both are halves, and says how many it
// placed.
func (a *arrangement) next(i int) (placed int, err error) {
	rest := a.figures[i:]
	if rest[0].span == 6 && len(rest) > 1 && rest[1].span == 6 {
		return 2, a.pair(rest[0], rest[1], i > 0)
	}
	return 1, a.single(rest[0], i > 0)
}

// mostOverhang is how much taller than the figure the prose beside it may be.
const mostOverhang fonts.Mm = 30

// giveTextRoom finds the last figure that leaves the prose room at its right, and narrows it.
func (a *arrangement) giveTextRoom() {
	template := a.b.template
	if !a.hasText() || template == content.Wide || template == content.Main {
		return
	}
	if a.halfAtEnd() {
		return
	}
	var text fonts.Mm // its height beside a figure, once that is asked for
	for i := len(a.figures) - 1; i >= 0; i-- {
		p := &a.figures[i]
		span := p.data.Form.Placement().Columns
		alone := len(a.figures) == 1 && p.data.Form == charts.HBar && template != content.Beside
		if span == 0 || p.span != flow.Columns || alone {
			continue
		}
		f, err := a.b.figure(*p, style.Columns(span))
		if err != nil {
			continue // too narrow for its labels; whether the whole width will do comes out there
		}
		if text == 0 {
			text = height(a.text(style.Columns(4)))
		}
		if text <= height(f.atoms())+mostOverhang {
			p.span, p.besideText = span, true
			return
		}
	}
}

// halfAtEnd says whether the last figure is a half without a neighbour, which leaves the prose its
// right side, and is tall enough for it.
func (a *arrangement) halfAtEnd() bool {
	halves := 0
	for i := len(a.figures) - 1; i >= 0 && a.figures[i].span == 6; i-- {
		halves++
	}
	if halves%2 == 0 {
		return false
	}
	f, err := a.b.figure(a.figures[len(a.figures)-1], style.Columns(6))
	text := height(a.text(style.Columns(6)))
	return err == nil && text <= height(f.atoms())+mostOverhang
}

// pair places two halves side by side.
func (a *arrangement) pair(left, right placement, follows bool) error {
	before := a.b.space(follows, true)
	l, err := a.b.placed(left, style.Columns(6))
	if err != nil {
		return err
	}
	r, err := a.b.placed(right, style.Columns(6))
	if err != nil {
		return err
	}
	evenL, evenR, err := a.b.even(l, r)
	if err != nil {
		return err
	}
	a.b.addFigures(before, pair(evenL.atoms(), evenR.atoms()), l, r)
	return nil
}

// even sets two halves at one height. Where both are standing bars or columns, the lower of them is
// drawn so that its zero line stands at the other's, with the line of what is highlighted together left
// where it is, below the heading.
func (b *builder) even(l, r figure) (figure, figure, error) {
	if low := max(l.level, r.level); !l.round && !r.round && l.level > 0 && r.level > 0 {
		for _, f := range []*figure{&l, &r} {
			if low-f.level < 1e-6 {
				continue
			}
			f.data.Lower = (low - f.level).Pt()
			if _, err := b.redraw(f); err != nil {
				return l, r, err
			}
		}
	}
	level(&l, &r)
	return l, r, nil
}

// level sets two halves at one height: headings, the middles of round charts, the zero lines of
// standing bars, and captions.
func level(l, r *figure) {
	switch {
	case l.heading != nil && r.heading != nil:
		tall := max(l.heading.Height, r.heading.Height)
		l.heading.Height, r.heading.Height = tall, tall
	case l.heading != nil:
		r.picture = lowered(r.picture, l.heading.Height+l.picture.Before)
	case r.heading != nil:
		l.picture = lowered(l.picture, r.heading.Height+r.picture.Before)
	}
	if l.round == r.round && l.level > 0 && r.level > 0 {
		low := max(l.level, r.level)
		l.picture = lowered(l.picture, low-l.level)
		r.picture = lowered(r.picture, low-r.level)
	}
	tall := max(l.aboveCaption(), r.aboveCaption())
	l.picture.Height += tall - l.aboveCaption()
	r.picture.Height += tall - r.aboveCaption()
}

// aboveCaption is the height of a figure's heading and picture.
func (f *figure) aboveCaption() fonts.Mm {
	if f.heading == nil {
		return f.picture.Height
	}
	return f.heading.Height + f.picture.Before + f.picture.Height
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

// besideBars is the space between the counts of a bar chart and the prose beside it: prose is 47.5
// wide there (DESIGN.md, "Page templates").
const besideBars fonts.Mm = 7.8

// single places a figure without a neighbour, with the prose at its right when it leaves it room.
func (a *arrangement) single(p placement, follows bool) error {
	before := a.b.space(follows, !p.data.Form.Placement().Wide)
	f, err := a.b.placed(p, style.Columns(p.span))
	if err != nil {
		return err
	}
	columns := []flow.Column{{Span: p.span, Atoms: f.atoms()}}
	if a.hasText() && (p.besideText || p.span == 6) {
		columns = append(columns, a.rightOf(p, height(f.atoms())))
		a.prose = nil
	}
	a.b.addFigures(before, columns, f)
	return nil
}

// rightOf sets the prose at the right of a figure of a height that leaves it room, and below it the
// side notes that have room there too.
func (a *arrangement) rightOf(p placement, tall fonts.Mm) flow.Column {
	right := flow.Column{Start: 8, Span: 4}
	switch p.span {
	case 8:
		right.Inset = besideBars
	case 6:
		right = flow.Column{Start: 6, Span: 6}
	}
	width := style.Columns(right.Span) - right.Inset
	right.Atoms = a.text(width)
	if notes := a.b.notes(asides(a.callouts), width); len(a.prose) > 0 && len(notes) > 0 {
		notes[0].Before = noteBelowProse
		if height(right.Atoms)+notes[0].Before+height(notes) > tall+mostOverhang {
			return right
		}
		right.Atoms = append(right.Atoms, notes...)
	}
	a.callouts = others(a.callouts)
	return right
}

// noteBelowProse is the space above a side note below the prose beside a figure.
const noteBelowProse fonts.Mm = 8

// text is what may stand at the right of a figure that leaves it room: the prose, or side notes where
// there is none.
func (a *arrangement) text(width fonts.Mm) []flow.Atom {
	if len(a.prose) == 0 {
		return a.b.notes(asides(a.callouts), width)
	}
	return a.b.texts(a.prose, width)
}

func (a *arrangement) hasText() bool { return len(a.prose) > 0 || len(asides(a.callouts)) > 0 }

func isAside(b *content.Block) bool { return b.Kind == content.AsideBlock }

// asides are the side notes among callouts, others the rest.
func asides(callouts []*content.Block) []*content.Block {
	return slices.DeleteFunc(slices.Clone(callouts), func(b *content.Block) bool { return !isAside(b) })
}

func others(callouts []*content.Block) []*content.Block {
	return slices.DeleteFunc(slices.Clone(callouts), isAside)
}

// below places what text is left: the count list or the callouts in five columns, prose in six.
func (a *arrangement) below() {
	b := a.b
	before := b.gap(captionToNext)
	if len(a.prose) == 0 && len(a.callouts) > 0 {
		for _, c := range a.callouts {
			band := component.Full(before, b.callout(c, style.ContentWidth))
			band.Belongs = true
			b.add(band)
		}
		return
	}
	left := a.leftOfText()
	switch {
	case len(left) > 0 && len(a.prose) > 0:
		b.addColumns(before,
			flow.Column{Span: 5, Atoms: left},
			flow.Column{Start: 6, Span: 6, Atoms: b.texts(a.prose, style.Columns(6))})
	case len(left) > 0:
		b.addColumns(before, flow.Column{Span: 5, Atoms: left})
	case len(a.prose) > 0:
		b.addStack(before, b.texts(a.prose, style.Columns(6)))
	}
}

// leftOfText is what stands at the left of the prose below figures: callouts, or the count list of
// an only figure.
func (a *arrangement) leftOfText() []flow.Atom {
	atoms := a.b.notes(a.callouts, style.Columns(5))
	if len(atoms) == 0 && len(a.figures) == 1 {
		return a.b.countList(a.figures[0], style.Columns(5))
	}
	return atoms
}
