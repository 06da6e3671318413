package check

import "rapport/content/language"

// claimKind is what a claim in words says of its subject.
type claimKind uint8

const (
	shareClaim  claimKind = iota + 1 // most (1), less than half (-1)
	fewClaim                         // a small part
	someClaim                        // some, where it may be most
	splitClaim                       // divided, where one side may have most
	topClaim                         // the largest (1) or smallest (-1) answer
	moreClaim                        // more (1) or fewer (-1) than others or than before
	veryClaim                        // «mer», «mindre» before what it compares
	scaleClaim                       // better (1) or worse (-1) than before
	aheadClaim                       // before (1) or behind (-1) another answer
	moveClaim                        // rose (1) or fell (-1)
	factorClaim                      // was multiplied
	timesClaim                       // as many times as another answer
)

// predicate is a claim's kind with its sign or factor.
type predicate struct {
	kind claimKind
	sign int
}

// asserting is how claims are read with their subjects: language.Assertions, ready to be looked up.
type asserting struct {
	predicates phrases // their values are places in list
	list       []predicate
	both, then phrases
	ranks      phrases // in which place a group stands: 1 for the first, -1 for the last

	notFew, kindly, harshly, quantity, becoming, denials    words
	good, bad, kinds, restricts, groups, wishes, elsewhere  words
	verbs, grading, reverses, cut, infinitives, conditional words
	counting, age, youngest, oldest, leading, years, ago    words
}

func assertingOf(a language.Assertions, c language.Changes) asserting {
	out := asserting{
		both: phrasesOf(a.Both), then: phrasesOf(a.Then),
		notFew: setOf(a.NotFew), kindly: setOf(a.Kindly), harshly: setOf(a.Harshly),
		quantity: setOf(a.Quantity), becoming: setOf(a.Becoming), denials: setOf(a.Denials),
		good: setOf(a.Good), bad: setOf(a.Bad), kinds: setOf(a.Kinds),
		restricts: setOf(a.Restricts), groups: setOf(a.Groups), wishes: setOf(a.Wishes),
		elsewhere: setOf(a.Vague), conditional: setOf(a.Conditional), cut: setOf(a.Cut),
		infinitives: setOf(a.Infinitives), verbs: setOf(a.Verbs), grading: setOf(a.Grading),
		reverses: setOf(a.Reverses), counting: setOf(a.Counting), age: setOf(a.Age),
		years: setOf(a.Years), ago: setOf(a.Ago), leading: setOf(a.Leading), youngest: setOf(a.Youngest), oldest: setOf(a.Oldest),
		ranks: signed(a.Highest, a.Lowest),
	}
	out.add(shareClaim, 1, a.Mostly.List()...)
	out.add(shareClaim, 1, a.Majority.List()...)
	out.add(shareClaim, -1, a.Minority.List()...)
	out.add(fewClaim, 1, a.Few.List()...)
	out.add(someClaim, 1, a.Some.List()...)
	out.add(splitClaim, 1, a.Split.List()...)
	out.add(splitClaim, 1, a.Both.List()...)
	out.add(topClaim, 1, a.First.List()...)
	out.add(topClaim, -1, a.Last.List()...)
	out.add(moreClaim, 1, a.More.List()...)
	out.add(moreClaim, -1, a.Less.List()...)
	out.add(veryClaim, 1, a.Very.List()...)
	out.add(veryClaim, -1, a.Little.List()...)
	out.add(scaleClaim, 1, a.Better.List()...)
	out.add(scaleClaim, -1, a.Worse.List()...)
	out.add(aheadClaim, 1, a.Ahead.List()...)
	out.add(aheadClaim, -1, a.Behind.List()...)
	out.add(moveClaim, 1, c.Up.List()...)
	out.add(moveClaim, -1, c.Down.List()...)
	out.add(moveClaim, 1, a.Rising.List()...)
	out.add(moveClaim, -1, a.Falling.List()...)
	for text, n := range a.Factors {
		out.add(factorClaim, n, text)
	}
	for text, n := range a.Multiples {
		out.add(timesClaim, n, text)
	}
	return out
}

// add adds the phrases of a predicate; of one that stands in several lists the last counts.
func (a *asserting) add(kind claimKind, sign int, list ...string) {
	a.list = append(a.list, predicate{kind, sign})
	a.predicates.add(len(a.list)-1, list...)
}

// begins says whether a predicate may begin with a word.
func (a *asserting) begins(w string) bool {
	return a.predicates.has(w)
}
