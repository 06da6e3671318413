package topic

import (
	"slices"

	"rapport/charts"
	"rapport/fonts"
	"rapport/layout/flow"
)

// Steps of growth, as shares: what is less than the least is not seen.
const (
	growthStep  = 0.05
	leastGrowth = 1.02
)

// addFigures adds a band of figures, each at the head of its column, before what goes with it. They
// grow together where their page has room to spare, and are drawn lower where they have too little;
// those of which one keeps its measures, or goes on elsewhere, do not.
func (b *builder) addFigures(before fonts.Mm, columns []flow.Column, figures ...figure) {
	band := flow.Band{Columns: columns, Before: before, Whole: true}
	for _, f := range figures {
		if f.continued || f.data.To > 0 || !f.form.Placement().Grows {
			b.add(band)
			return
		}
		band.Scalable = max(band.Scalable, f.picture.Height)
	}
	band.Scale = func(band flow.Band, share float64) (flow.Band, bool) {
		if share < 1 {
			return b.lowered(band, figures, share)
		}
		return b.grown(band, figures, share)
	}
	b.add(band)
}

// grown is a band with its figures as much taller as the labels of all of them allow, by a share at
// most.
func (b *builder) grown(
	band flow.Band, figures []figure, share float64,
) (taller flow.Band, ok bool) {
	own := *b
	own.attempt.scaled = true
	most := min(charts.MostGrowth, b.attempt.height*share)
	for ; most >= leastGrowth*b.attempt.height; most -= growthStep {
		own.attempt.height = most
		if columns, ok := own.redrawn(band.Columns, figures); ok {
			band.Columns = columns
			return band, true
		}
	}
	return band, false
}

// lowest is the share of their normal height that charts never fall below.
const lowest = 0.85

// lowered is a band with its figures drawn at a share of their height, as far as they may be.
func (b *builder) lowered(
	band flow.Band, figures []figure, share float64,
) (lower flow.Band, ok bool) {
	own := *b
	own.attempt.scaled, own.attempt.height = true, max(lowest, b.attempt.height*share)
	if own.attempt.height >= b.attempt.height {
		return band, false
	}
	band.Columns, ok = own.redrawn(band.Columns, figures)
	return band, ok
}

// redrawn are columns with the figures at their heads drawn at the height of the attempt, in the forms
// they had, and two of them at one height; ok is false when one cannot be.
func (b *builder) redrawn(columns []flow.Column, all []figure) (redrawn []flow.Column, ok bool) {
	figures := slices.Clone(all)
	for i := range figures {
		f := &figures[i]
		form := f.form
		chart, err := b.redraw(f)
		less := b.attempt.height > 1 && chart.Grown < b.attempt.height-1e-9
		if err != nil || f.form != form || less {
			return nil, false
		}
	}
	if len(figures) == 2 {
		var err error
		if figures[0], figures[1], err = b.even(figures[0], figures[1]); err != nil {
			return nil, false
		}
	}
	redrawn = slices.Clone(columns)
	for i := range figures {
		redrawn[i].Atoms = slices.Clone(columns[i].Atoms)
		for k, a := range figures[i].atoms() {
			a.Bond, a.Before = columns[i].Atoms[k].Bond, columns[i].Atoms[k].Before
			redrawn[i].Atoms[k] = a
		}
	}
	return redrawn, true
}
