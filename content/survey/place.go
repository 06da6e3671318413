package survey

import (
	"rapport/content/source"
	"rapport/content/tiles"
)

// Located is a question whose answers are places of a tile map.
type Located struct {
	Map *tiles.Map
	At  []int // of each answer: an index in Map.Places, or tiles.Beside
}

// Located is the map that the answers are on, or why they are on none.
func (f *Figure) Located() (Located, *Misfit) {
	labels := make([]tiles.Label, len(f.Answers))
	for i, a := range f.Answers {
		labels[i] = tiles.Label{Name: a.Label, Rest: a.Residual}
	}
	year := 0
	var own []*tiles.Map
	if f.Survey != nil {
		year, own = f.Survey.Year, f.Survey.Maps
	}
	m, at, lost := tiles.Find(labels, year, own...)
	if m != nil {
		return Located{m, at}, nil
	}
	const hint = `take form = "hbar", say residual = ["…"] of answers that are no place, or lay out a ` +
		"map of your own: [[tiles]]"
	switch {
	case lost.Map == nil:
		return Located{}, misfit(hint, "the answers to %s are no places of a tile map",
			source.Quoted(f.Ref()))
	case lost.Twice:
		return Located{}, misfit(`add the two up, or take form = "hbar"`,
			"%s is on the map (%s) twice, as an answer to %s",
			source.Quoted(f.Answers[lost.Answer].Label), lost.Map.Name, source.Quoted(f.Ref()))
	}
	return Located{}, misfit(hint, "%s, an answer to %s, is not on the map that the others are on (%s)",
		source.Quoted(f.Answers[lost.Answer].Label), source.Quoted(f.Ref()), lost.Map.Name)
}
