package wording

import (
	"slices"

	"rapport/charts"
	"rapport/content"
)

// captionNotes are the sentences that a caption adds to what the chart shows.
func (w *Words) captionNotes(b *content.Block, chart charts.Chart, continued bool) []string {
	var notes []string
	if slices.ContainsFunc(b.Figures, severalPossible) {
		notes = append(notes, w.Terms.MultiplePossible+".")
	}
	if b.Compared > 0 && !continued {
		notes = append(notes, w.Terms.Comparisons(len(b.Measures), b.Compared))
	}
	if chart.DotIsPerson {
		notes = append(notes, w.Terms.Person)
	}
	if chart.OneDotStandsFor > 1 {
		notes = append(notes, w.Terms.DotStandsFor(chart.OneDotStandsFor))
	}
	if chart.Small {
		notes = append(notes, w.Terms.SmallNote(content.FewAnswers))
	}
	notes = append(notes, w.signs(b, chart.Inside, chart.Withheld)...)
	if len(b.Caption) == 0 && chart.Note != "" { // otherwise it is the author's to say
		notes = append(notes, chart.Note)
	}
	if chart.Rest != "" && !continued {
		notes = append(notes, chart.Rest)
	}
	if continued {
		notes = append(notes, w.Terms.Continued)
	}
	return notes
}

func severalPossible(f *content.Figure) bool { return f.Kind == content.Multiple }

// signs explains the asterisk of a change inside its margin of error, and the colon of a withheld
// number.
func (w *Words) signs(b *content.Block, inside, withheld bool) []string {
	var notes []string
	if inside {
		notes = append(notes, w.Terms.MarginNote())
	}
	if withheld {
		notes = append(notes, w.Terms.WithheldNote(w.withheld.Minimum(figuresOf(b)...)))
	}
	return notes
}

// figuresOf are the figures of a block, with the earlier years that it shows: all of them in a
// chart, the last one in a table.
func figuresOf(b *content.Block) []*content.Figure {
	var all []*content.Figure
	for _, f := range b.Figures {
		all = append(all, f)
		if b.Compare {
			for f = f.Compare; f != nil && !slices.Contains(all, f); f = f.Compare {
				all = append(all, f)
				if b.Kind == content.TableBlock {
					break
				}
			}
		}
	}
	if b.By != nil {
		for _, g := range b.By.Groups {
			all = append(all, g.Figure)
		}
	}
	for _, m := range b.Measures {
		if all = append(all, m.Figure); m.Compared() {
			all = append(all, m.Figure.Compare)
		}
	}
	return all
}

// years are the two years that a block compares.
func years(b *content.Block) (now, then int, ok bool) {
	for _, m := range b.Measures {
		if m.Figure.Compare != nil {
			return m.Figure.Survey.Year, m.Figure.Compare.Survey.Year, true
		}
	}
	for _, f := range b.Figures {
		if f.Compare != nil {
			return f.Survey.Year, f.Compare.Survey.Year, true
		}
	}
	return 0, 0, false
}
