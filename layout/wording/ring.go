package wording

import (
	"rapport/charts"
	"rapport/content"
)

// Ring is the ring of dots on the cover: everyone who was invited to a survey, those who answered
// it filled and told apart by their answer to one question.
type Ring struct {
	Invited, Answered int
	Groups            []Group // in the order of the dots; none when the answers are not told apart
	Silent            Group   // those who were invited and did not answer
}

// Group is some of the people of a ring, with the words that name them in the key to its colours.
type Group struct {
	Label string
	Count string // a colon when it is withheld
	// Shown says that the group has a colour and People dots of its own. The other groups of those
	// who answered share the dots that are left: people whose answer is withheld, or who gave none.
	Shown  bool
	People int // 0 when not shown
}

// Rest is how many answered the survey but are in no group that is shown.
func (r Ring) Rest() int {
	rest := r.Answered
	for _, g := range r.Groups {
		rest -= g.People
	}
	return rest
}

// Ring gives the ring of the cover's survey, which the report must have. The largest group comes
// first, residual answers come after the others, withheld ones after those, and last those who did
// not answer the question.
func (w *Words) Ring() Ring {
	survey, f := w.report.Cover.Survey, w.report.Cover.Ring
	silent := survey.Invited - survey.Answered
	ring := Ring{
		Invited: survey.Invited, Answered: survey.Answered,
		Silent: Group{Label: w.Terms.NotAnswered, Count: w.locale.Int(silent)},
	}
	if f == nil {
		return ring
	}
	unanswered := survey.Answered
	for _, i := range charts.Sorted(f, w.withheld) {
		a := f.Answers[i]
		unanswered -= a.Count
		g := Group{Label: short(a), Count: w.count(f, i)}
		g.People, _, g.Shown = w.withheld.Share(f, i).Value()
		ring.Groups = append(ring.Groups, g)
	}
	if _, open := w.withheld.Answered(f).Value(); open && unanswered > 0 {
		none := Group{Label: w.Terms.NoAnswer, Count: w.locale.Int(unanswered)}
		ring.Groups = append(ring.Groups, none)
	}
	return ring
}

// short is an answer's label for narrow places.
func short(a content.Answer) string {
	if a.Short != "" {
		return Clean(a.Short)
	}
	return Clean(a.Label)
}
