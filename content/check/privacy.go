package check

import (
	"fmt"
	"strings"

	"rapport/content"
)

// withheld finds placeholders that name a number which privacy withholds: what they print would be
// a colon, or a secret.
func (c *checker) withheld() {
	w := c.r.Withheld()
	if w.Nothing() {
		return
	}
	c.gaps(w)
	for i, t := range c.texts {
		toks := c.tokens(i)
		for _, k := range c.callsIn(i) {
			if k.figure == nil || !secret(w, k) {
				continue
			}
			c.inText(t, toks[k.at].start, toks[k.at].end, Finding{Rule: "privacy", Severity: Error,
				Data: "withheld, because it or a number that it gives away is of a small group: " +
					truth{figure: k.figure, survey: k.survey, answers: k.answers}.name(),
				Repair: "name an answer, or a sum, that is published"})
		}
	}
	c.keyFigures(w)
}

// secret says whether a placeholder names a withheld number.
func secret(w content.Withheld, k call) bool {
	if k.against != nil {
		return w.Hides(k.figure, k.answers...) || w.Hides(k.against, k.answers...)
	}
	switch k.command {
	case "percent", "prosent", "count", "word", "Word", "share":
		return w.Hides(k.figure, k.answers...)
	case "change", "diff", "margin":
		return w.HidesChange(k.figure, k.answers...)
	case "previous", "previousshare":
		then, ok := k.figure.Earlier(k.answers...)
		return ok && w.Hides(k.figure.Compare, then...)
	case "n", "nword", "point":
		return w.HidesBase(k.figure)
	}
	return false
}

// gaps notes what is withheld of questions and of breakdowns, and why.
func (c *checker) gaps(w content.Withheld) {
	note := func(pos content.Pos, id string, g content.Gaps, of string) {
		if g.Withheld > 0 {
			c.found = append(c.found, Finding{Rule: "privacy", Severity: Note, Pos: pos, Width: 1,
				Words: id, Data: fmt.Sprintf("%d of %d counts %s are withheld: %s", g.Withheld, g.Counts,
					of, reasons(g))})
		}
	}
	for _, s := range c.r.Surveys {
		for _, f := range s.Figures {
			note(f.Pos, f.ID, w.GapsOf(f), "of "+f.ID)
		}
		for _, b := range s.Breakdowns {
			note(b.Pos, b.Figure.ID, w.Gaps(b), "of "+b.Figure.ID+" by "+b.By.ID)
		}
	}
}

// reasons says why counts are withheld.
func reasons(g content.Gaps) string {
	var all []string
	if g.Small > 0 {
		all = append(all, fmt.Sprintf("%d under %d", g.Small, g.Minimum))
	}
	if g.Inside > 0 {
		all = append(all, fmt.Sprintf("%d in groups under %d", g.Inside, g.Minimum))
	}
	if g.Further > 0 {
		all = append(all, fmt.Sprintf("%d so that these cannot be computed", g.Further))
	}
	return strings.Join(all, ", ")
}

// keyFigures finds large numbers that privacy withholds.
func (c *checker) keyFigures(w content.Withheld) {
	look := func(k content.KeyFigure) {
		if k.Figure != nil && w.Hides(k.Figure, k.Answers...) {
			c.found = append(c.found, Finding{
				Rule: "privacy", Severity: Error, Pos: k.Pos, Width: 1, Words: k.Text,
				Data: fmt.Sprintf("the number is withheld: %s",
					truth{figure: k.Figure, answers: k.Answers}.name()),
				Repair: "show another"})
		}
	}
	if k := c.r.Key; k != nil {
		look(k.Hero)
		for _, f := range k.Figures {
			look(f)
		}
	}
	if s := c.r.Summary; s != nil {
		for _, f := range s.Findings {
			look(f)
		}
	}
	for _, ch := range c.r.AllChapters() {
		if ch.Opener != nil {
			look(*ch.Opener)
		}
	}
}
