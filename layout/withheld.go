package layout

import "rapport/content"

// colon stands for a number that may not be published.
const colon = ":"

// counted is how many gave some answers.
func (c *composer) counted(f *content.Figure, answers ...int) string {
	if c.r.Withheld().Sum(f, answers...) {
		return colon
	}
	return c.locale.Int(f.Sum(answers...))
}

// shared is the share of some answers with one decimal, without the sign.
func (c *composer) shared(f *content.Figure, answers ...int) string {
	if c.r.Withheld().Sum(f, answers...) {
		return colon
	}
	return c.locale.Decimal(f.Percent(1, answers...))
}

// number is how many answered a question.
func (c *composer) number(f *content.Figure) string {
	if c.r.Withheld().Base(f) {
		return colon
	}
	return c.locale.Int(f.N)
}

// secret says whether a key figure's number may not be published.
func (c *composer) secret(k content.KeyFigure) bool {
	return k.Figure != nil && c.r.Withheld().Sum(k.Figure, k.Answers...)
}

// closed says whether even the base of a key figure may not be published.
func (c *composer) closed(k content.KeyFigure) bool {
	return k.Figure != nil && c.r.Withheld().Base(k.Figure)
}

// outOf is "31 av 62", ": av 62" when the first is withheld.
func (c *composer) outOf(k content.KeyFigure) string {
	switch {
	case c.closed(k):
		return colon
	case c.secret(k):
		return colon + "\u00a0" + c.terms.Of + "\u00a0" + c.locale.Int(k.Base())
	}
	return c.locale.Share(k.Count(), k.Base())
}
