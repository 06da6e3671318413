package wording

import "rapport/content"

// Responses is how many free-text answers a theme sums up.
type Responses struct {
	Number string // "" when the author does not give it, a colon when it is withheld
	Dots   int    // one each; 0 when the number is not shown
}

// Responses gives the number of answers of a theme.
func (w *Words) Responses(t content.Theme) Responses {
	if t.Figure == nil {
		return Responses{}
	}
	dots, _ := w.withheld.Answered(t.Figure).Value()
	return Responses{Number: w.answered(t.Figure), Dots: int(dots.Units)}
}
