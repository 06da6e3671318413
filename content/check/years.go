package check

import (
	"fmt"
	"slices"
	"strings"

	"rapport/content"
	"rapport/content/language"
)

// years refuses comparisons of figures that are not the same, unless a merge maps both onto common
// answers. A merge says nothing of other wording or other people: that stays a note.
func (c *checker) years() {
	for _, f := range c.allFigures() {
		if f.Compare == nil {
			continue
		}
		differences := c.differences(f)
		if f.Merge != nil && !kindsClash(f) {
			if asked := c.askedOtherwise(f); len(asked) > 0 {
				c.atFigure(f, f.Pos, Finding{
					Rule:     "compare",
					Severity: Note,
					Words:    f.Ref() + " / " + f.Compare.Ref(),
					Data: "the answers are merged, but not the same was asked in both years: " +
						strings.Join(asked, "; "),
					Repair: `if both mean the same, allow = ["compare"] with a reason`,
				})
			}
			continue
		}
		if len(differences) == 0 {
			continue
		}
		c.atFigure(f, f.Pos, Finding{
			Rule: "compare", Severity: Error, Words: f.Ref() + " / " + f.Compare.Ref(),
			Data: "not the same in both years: " + strings.Join(differences, "; "),
			Repair: "map the answers of both years in [figure.merge], " +
				`or say incomparable = "…" in place of compare`})
	}
}

// kindsClash says whether shares of two figures are not of the same thing, whatever is merged.
func kindsClash(f *content.Figure) bool {
	return (f.Kind == content.Multiple) != (f.Compare.Kind == content.Multiple)
}

// differences are the ways in which a figure differs from the one it is compared with: question,
// kind, answers, those asked, population. Spelling and marks make no difference to a question, and
// an answer that nobody gave none to the answers.
func (c *checker) differences(f *content.Figure) []string {
	g := f.Compare
	if g == nil {
		return nil
	}
	out := c.askedOtherwise(f)
	if f.Kind != g.Kind {
		out = append(out, fmt.Sprintf("the kind (%s, %s)", f.Kind, g.Kind))
	}
	if added, gone := c.onlyIn(f, g), c.onlyIn(g, f); len(added)+len(gone) > 0 {
		out = append(out, answersDiffer(f, g, added, gone))
	} else if f.Kind == content.Scale && !slices.Equal(c.keys(f), c.keys(g)) {
		out = append(out, "the order of the steps")
	}
	return out
}

// askedOtherwise are the differences that no merge of answers takes away: the question, and who was
// asked.
func (c *checker) askedOtherwise(f *content.Figure) []string {
	g := f.Compare
	var out []string
	if !c.sameWords(f.Question, g.Question) {
		out = append(out, fmt.Sprintf("the question (%d: «%s», %d: «%s»)",
			f.Survey.Year, language.WithoutSoftHyphens(f.Question),
			g.Survey.Year, language.WithoutSoftHyphens(g.Question)))
	}
	if (f.Follows == nil) != (g.Follows == nil) {
		out = append(out, "who was asked (one is a follow-up)")
	}
	if f.Survey.Population != "" && g.Survey.Population != "" &&
		!c.sameWords(f.Survey.Population, g.Survey.Population) {
		out = append(out,
			fmt.Sprintf("the population («%s», «%s»)", f.Survey.Population, g.Survey.Population))
	}
	return out
}

func answersDiffer(f, g *content.Figure, added, gone []string) string {
	var parts []string
	if len(added) > 0 {
		parts = append(parts,
			fmt.Sprintf("only in %d: %s", f.Survey.Year, strings.Join(added, ", ")))
	}
	if len(gone) > 0 {
		parts = append(parts,
			fmt.Sprintf("only in %d: %s", g.Survey.Year, strings.Join(gone, ", ")))
	}
	return "the answers (" + strings.Join(parts, "; ") + ")"
}

// onlyIn are the answers of one figure, with a count, that another does not have.
func (c *checker) onlyIn(f, g *content.Figure) []string {
	have := c.keys(g)
	var out []string
	for i, k := range c.keys(f) {
		if !slices.Contains(have, k) && f.Answers[i].Count > 0 {
			out = append(out, "«"+language.WithoutSoftHyphens(f.Answers[i].Label)+"»")
		}
	}
	return out
}

// keys are the labels of a figure without capitals and marks, made once.
func (c *checker) keys(f *content.Figure) []string {
	out, ok := c.bare[f]
	if !ok {
		for _, a := range f.Answers {
			out = append(out, bareLabel(c.labelTokens(a.Label)))
		}
		c.bare[f] = out
	}
	return out
}

// sameWords says whether two texts are the same but for capitals, marks and at most one word that
// is spelt or bent otherwise: «høyest fullførte» and «høyeste fullførte».
func (c *checker) sameWords(a, b string) bool {
	if a == b {
		return true
	}
	x, y := strings.Fields(bareLabel(c.labelTokens(a))),
		strings.Fields(bareLabel(c.labelTokens(b)))
	if len(x) != len(y) {
		return false
	}
	changed := 0
	for i := range x {
		if x[i] == y[i] {
			continue
		}
		if changed++; changed > 1 || !alike(x[i], y[i]) {
			return false
		}
	}
	return true
}
