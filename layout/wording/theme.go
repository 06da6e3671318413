package wording

import "rapport/content"

// Responses is how many free-text answers a theme sums up.
type Responses struct {
	Number string // "" when the author does not give it, a colon when it is withheld
	Dots   int    // one each; 0 when the number is not shown
}

// Responses gives the number of answers of a theme.
func (w *Words) Responses(t content.Theme) Responses {
	switch {
	case t.Figure == nil:
		return Responses{}
	case w.withheld.Base(t.Figure):
		return Responses{Number: colon}
	}
	return Responses{Number: w.answered(t.Figure), Dots: t.Figure.N}
}
