package check

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"rapport/content"
)

// groupAt is a group that a sentence names, and the tokens that name it.
type groupAt struct {
	*content.Group
	at []int
}

// groupClaims examines the claims of a sentence that names groups: a comparison of two of them, a
// group of which something is most or least true, or what the one group answered. It is false when
// none is named, or when nothing is claimed of their answers: then the sentence is about everyone.
func (p *passage) groupClaims(before int) bool {
	if len(p.now.calls) > 0 {
		return false // its placeholders tell what it is about
	}
	groups := p.groupsNamed()
	switch {
	case len(groups) == 0:
		return false
	case slices.ContainsFunc(groups, func(g groupAt) bool {
		return g.Breakdown.By != groups[0].Breakdown.By
	}):
		return true // of women in Vestland nothing is known
	case len(groups) == 1:
		return p.claimsOfOne(groups[0], before)
	}
	handled := false
	for _, c := range p.predicatesIn(p.now.first, p.now.last) {
		handled = p.betweenGroups(c, groups) || handled
	}
	return handled
}

// groupsNamed are the groups of the topic's breakdowns that the sentence names, each once, in the
// order of the sentence: by their names, by age, or as the answers to a question that they are.
func (p *passage) groupsNamed() []groupAt {
	if at := p.now; !at.knows.groups {
		at.knows.groups = true
		for _, f := range p.scope.topic {
			for _, b := range f.Breakdowns {
				p.groupsNamedOf(b)
			}
		}
		slices.SortStableFunc(at.groups, func(a, b groupAt) int { return a.at[0] - b.at[0] })
	}
	return p.now.groups
}

// groupsNamedOf adds those of one breakdown to what the sentence names.
func (p *passage) groupsNamedOf(b *content.Breakdown) {
	if len(b.Groups) == 0 {
		return
	}
	names := p.c.groupNames(b)
	for i := p.now.first; i < p.now.last; i++ {
		for _, g := range names[p.toks[i].text] {
			if n := p.standsAt(g.label, i); n > 0 && p.toldApart(g.group.Label, i) {
				p.addGroup(g.group, run(i, i+n))
			}
		}
	}
	if at := p.agedAs(b.By, p.lex.asserts.youngest); len(at) > 0 {
		p.addGroup(b.Groups[0], at)
	}
	if at := p.agedAs(b.By, p.lex.asserts.oldest); len(at) > 0 {
		p.addGroup(b.Groups[len(b.Groups)-1], at)
	}
	if !p.spokenOfBy(b.By) {
		return
	}
	for _, m := range p.mentionsAt(b.By) {
		k := slices.IndexFunc(b.Groups, func(g *content.Group) bool {
			return slices.Equal(m.answers, g.Of)
		})
		if k >= 0 && !m.weak && !p.inShare(m) {
			p.addGroup(b.Groups[k], slices.Clone(m.at))
		}
	}
}

// addGroup adds a group that some tokens name, unless they name an answer to another question.
func (p *passage) addGroup(g *content.Group, at []int) {
	at = slices.DeleteFunc(at, func(i int) bool { return p.answersAt(i, g.Breakdown.By) })
	if len(at) == 0 || !canBeNamed(g) || p.isAnswer(g) {
		return
	}
	k := slices.IndexFunc(p.now.groups, func(o groupAt) bool {
		return o.Label == g.Label && o.Breakdown.By == g.Breakdown.By
	})
	if k < 0 {
		p.now.groups = append(p.now.groups, groupAt{g, at})
	} else {
		p.now.groups[k].at = sortedOnce(append(p.now.groups[k].at, at...))
	}
}

// spokenOfBy says whether the sentence has a word of a question or its answers, or a stretch of numbers.
func (p *passage) spokenOfBy(by *content.Figure) bool {
	if len(p.stretches()) > 0 {
		return true
	}
	all := p.c.wordsOf(by).all
	for w := range p.words() {
		if _, ok := slices.BinarySearch(all, w); ok {
			return true
		}
	}
	return false
}

// agedAs are the tokens that name the first or the last of groups by age, «de yngste».
func (p *passage) agedAs(by *content.Figure, word words) (at []int) {
	for i := p.now.first; i < p.now.last; i++ {
		if word.has(p.word(i)) {
			at = append(at, i)
		}
	}
	v := p.c.callingOf(by)
	if len(at) == 0 || !by.Ordered && v.ladder == nil || !slices.ContainsFunc(v.asks,
		func(w string) bool { return p.c.lex.asserts.age.has(w) }) {
		return nil
	}
	return at
}

// standsAt is how many tokens from i on are a group's name, 0 when they are not; a hyphen may stand
// for a space, «under-30s».
func (p *passage) standsAt(label string, i int) int {
	k := i
	for _, w := range p.c.labelTokens(label) {
		if w.kind == breakToken {
			break
		}
		if k > i && k < p.now.last && w.kind != markToken && p.toks[k].text == "-" {
			k++
		}
		if k >= p.now.last || p.toks[k].text != w.text || p.toks[k].kind != w.kind {
			return 0
		}
		k++
	}
	return k - i
}

// toldApart says whether a short name stands at token i as it is written: «IT», not "it".
func (p *passage) toldApart(label string, i int) bool {
	return utf8.RuneCountInString(label) > 2 ||
		strings.HasPrefix(p.t.Raw[p.toks[i].start:], label)
}

// answersAt says whether a token names an answer to another question of the topic.
func (p *passage) answersAt(i int, by *content.Figure) bool {
	return slices.ContainsFunc(p.named(), func(m mention) bool {
		return m.figure != by && !m.weak && slices.Contains(m.at, i)
	})
}

// but are some tokens without those that name groups.
func but(where []int, groups []groupAt) []int {
	return slices.DeleteFunc(slices.Clone(where), func(i int) bool {
		return slices.ContainsFunc(groups, func(g groupAt) bool { return slices.Contains(g.at, i) })
	})
}

// brokenDown are the likeliest subjects of some tokens, when these are broken down by a question.
func (p *passage) brokenDown(c claim, where []int, by *content.Figure) []claimSubject {
	where = slices.DeleteFunc(slices.Clone(where), func(i int) bool {
		return i >= c.first && i < c.last
	})
	all := p.claimSubjects(where)
	list := slices.DeleteFunc(slices.Clone(all), func(s claimSubject) bool {
		return !named(s) || s.figure.BrokenDown(by.ID) == nil
	})
	if len(list) == 0 || list[0].score < all[0].score-nearby || !list[0].certain() {
		return nil
	}
	return rivals(list)
}

// betweenGroups holds a claim that sets one group beside another; it is false when it does not.
func (p *passage) betweenGroups(c claim, groups []groupAt) bool {
	cut := slices.IndexFunc(c.where, func(i int) bool {
		if c.kind == timesClaim {
			return i >= c.last && p.lex.as.has(p.word(i))
		}
		return p.lex.than.has(p.word(i))
	})
	if cut < 0 || c.kind != moreClaim && c.kind != veryClaim && c.kind != timesClaim {
		return false
	}
	side := func(after bool) *content.Group {
		var only *content.Group
		for _, g := range groups {
			if (g.at[0] > c.where[cut]) == after && slices.Contains(c.where, g.at[0]) {
				if only != nil {
					return nil
				}
				only = g.Group
			}
		}
		return only
	}
	a, b := side(false), side(true)
	where := slices.DeleteFunc(but(c.where, groups), func(i int) bool { return i == c.where[cut] })
	list := p.brokenDown(c, p.segment(c, where), groups[0].Breakdown.By)
	if len(list) == 0 {
		list = p.brokenDown(c, where, groups[0].Breakdown.By)
	}
	if a == nil || b == nil || len(list) == 0 || p.goodOrBad(c) {
		return len(list) > 0
	}
	p.hold(c, list, a, b)
	return true
}

// goodOrBad says whether a claim is of something better or worse, which no answer tells.
func (p *passage) goodOrBad(c claim) bool {
	w := p.word(c.last)
	return p.lex.asserts.kindly.has(w) || p.lex.asserts.harshly.has(w)
}

// hold tells of a claim about two groups when it is denied, when few are in one of them, or when it may
// be chance.
func (p *passage) hold(c claim, list []claimSubject, first, second *content.Group) {
	s := list[0]
	a, b, answers := p.within(s.figure, first), p.within(s.figure, second), s.readings[0]
	if a == nil || b == nil {
		return
	}
	data := anchor{figure: a, answers: answers}.words(p.c.loc) + " against " +
		anchor{figure: b, answers: answers}.words(p.c.loc)
	margin, known := a.DifferenceMargin(b, answers...)
	points, low, high, _ := a.Difference(b, answers...)
	switch {
	case refuted(list, func(s claimSubject, answers []int) verdict {
		return c.ofGroups(p.within(s.figure, first), p.within(s.figure, second), answers,
			p.countsPeople(c))
	}):
		p.say("claim", Warning, c, s, data)
	case a.N < content.FewAnswers:
		p.say("claim", Warning, c, s, smallGroup(a))
	case b.N < content.FewAnswers:
		p.say("claim", Warning, c, s, smallGroup(b))
	case known && low <= 0 && high >= 0 && c.kind != timesClaim:
		p.say("trend", Warning, c, s, fmt.Sprintf(
			"inside the margin of error, it may be chance; %s; %s points, margin ±%s", data,
			p.c.loc.Signed(points), p.c.loc.Decimal(margin)))
	}
}

// countsPeople says whether a claim counts people, so that it may be of a number as well as of a share:
// «flere», and not «oftere».
func (p *passage) countsPeople(c claim) bool {
	next := p.word(c.last)
	graded := c.kind == veryClaim && !p.lex.people.has(next) && !p.nouns.has(next) &&
		!p.groupAt(c.last) && !p.lex.than.has(next)
	return c.last == c.first+1 && p.lex.asserts.counting.has(p.word(c.first)) && !graded
}

// groupAt says whether a token names a group.
func (p *passage) groupAt(i int) bool {
	return slices.ContainsFunc(p.groupsNamed(), func(g groupAt) bool {
		return slices.Contains(g.at, i)
	})
}

// ofGroups judges a claim that more in one group than in another gave some answers: in share or, when
// it counts, in number.
func (c claim) ofGroups(a, b *content.Figure, answers []int, counts bool) verdict {
	if a == nil || b == nil || a.N <= 0 || b.N <= 0 {
		return untold
	}
	x, y := a.Sum(answers...), b.Sum(answers...)
	if c.kind == timesClaim {
		return judged(y > 0 && (c.times(float64(x)/float64(y)) ||
			c.times(a.Share(answers...)/b.Share(answers...))))
	}
	sign := float64(c.sign)
	return judged(sign*(a.Share(answers...)-b.Share(answers...)) > 0 ||
		counts && c.sign*(x-y) > 0)
}

// smallGroup says that few answered in a group.
func smallGroup(f *content.Figure) string {
	return fmt.Sprintf("only %d answered in %q, so that one of them is %s %%", f.N, f.Within.Label,
		content.Percent(1, f.N, 0))
}

// claimsOfOne examines a sentence that names one group: whether something is most true of it, or
// else what it claims of the group's own answers.
func (p *passage) claimsOfOne(g groupAt, before int) bool {
	tops, handled := p.ranks(), false
	for _, c := range tops {
		list := p.brokenDown(c, but(c.where, []groupAt{g}), g.Breakdown.By)
		if len(list) == 0 {
			continue
		}
		handled = true
		if s := list[0]; refuted(list, func(s claimSubject, answers []int) verdict {
			return p.ofRank(c, s, answers, g)
		}) {
			of, there := p.within(s.figure, g.Group), p.placedGroup(c, s, g)
			p.say("claim", Warning, c, s, anchor{figure: of, answers: s.readings[0]}.words(p.c.loc)+
				" against "+anchor{figure: there, answers: s.readings[0]}.words(p.c.loc))
		}
	}
	if len(tops) > 0 {
		return handled
	}
	if p.speaksOfAll([2]int{p.now.first, p.now.last}) {
		return false
	}
	p.asGroup(g, func() {
		p.claims(p.now.first, p.now.last)
		p.formClaims(p.now.first, p.now.last)
		p.assertions(p.now.first, p.now.last, before)
	})
	return true
}

// ranks are the claims of the sentence that something is most or least.
func (p *passage) ranks() []claim {
	var out []claim
	regions := p.regions(p.now.first, p.now.last)
	for i := p.now.first; i < p.now.last; i++ {
		n, sign := p.lex.asserts.ranks.at(p.toks, i)
		if n == 0 {
			continue
		}
		next := p.word(i + n)
		grading := n == 1 && p.lex.asserts.grading.has(p.word(i))
		graded := grading && p.gradesAnswer(i+n)
		if grading && !graded && (p.lex.people.has(next) || p.nouns.has(next) || p.lex.of.has(next) ||
			p.inNumber(i+1) || next != "" && !p.lex.naming.small.has(next)) {
			continue // «minst 50», "most women", "most useful"
		}
		c := claim{predicate: predicate{topClaim, sign}, first: i, last: i + n, ofPart: graded}
		for _, r := range regions {
			if i >= r[0] && i < r[1] {
				c.where = run(r[0], r[1])
			}
		}
		c.place, c.first = p.placeBefore(i)
		out = append(out, c)
		i += n - 1
	}
	return out
}

// gradesAnswer says whether a superlative grades a word of an answer: "the most satisfied".
func (p *passage) gradesAnswer(i int) bool {
	return i < p.now.last && p.mentioned(i) && !p.lex.people.has(p.word(i)) && !p.groupAt(i)
}

// ofRank judges a claim that something is most or least true of a group, among those of which it is
// published: in share or in number. It may also be the group's own first answer.
func (p *passage) ofRank(c claim, s claimSubject, answers []int, g groupAt) verdict {
	of := p.within(s.figure, g.Group)
	w := p.c.r.Withheld()
	if of == nil || of.N <= 0 || !w.Share(of, answers...).Published() {
		return untold
	}
	if len(answers) == 1 && !c.ofPart && c.ofTop(of, answers, p.c.tellsNone) == borne {
		return borne
	}
	share, number := 0, 0 // groups that come before it
	for _, f := range p.ranked(s, answers, g) {
		if f != of && c.beats(f, of, answers) {
			share++
		}
		if f != of && c.sign*(f.Sum(answers...)-of.Sum(answers...)) > 0 {
			number++
		}
	}
	return judged(share < c.place || p.countsPeople(c) && number < c.place)
}

// beats says whether the share of some answers in one group comes before that in another.
func (c claim) beats(a, b *content.Figure, answers []int) bool {
	return c.sign*(a.Sum(answers...)*b.N-b.Sum(answers...)*a.N) > 0
}

// ranked are a subject's figure as those groups answered it of which the share of some answers is
// published, beside a group.
func (p *passage) ranked(s claimSubject, answers []int, g groupAt) (all []*content.Figure) {
	for _, o := range s.figure.BrokenDown(g.Breakdown.By.ID).Groups {
		if f := p.within(s.figure, o); !o.Residual && f != nil && f.N > 0 &&
			p.c.r.Withheld().Share(f, answers...).Published() {
			all = append(all, f)
		}
	}
	return all
}

// placedGroup is what the group answered that stands, by its share, where a claim says that another does.
func (p *passage) placedGroup(c claim, s claimSubject, g groupAt) *content.Figure {
	all := p.ranked(s, s.readings[0], g)
	slices.SortStableFunc(all, func(a, b *content.Figure) int {
		switch {
		case c.beats(a, b, s.readings[0]):
			return -1
		case c.beats(b, a, s.readings[0]):
			return 1
		}
		return 0
	})
	return all[min(c.place, len(all))-1]
}

// inGroup is a scope with the answers of a group in place of everyone's: what is not broken down so
// is left out, and the question that makes the groups stays.
func (p *passage) inGroup(s scope, g groupAt) scope {
	own := func(list []*content.Figure) (out []*content.Figure) {
		for _, f := range list {
			if f == g.Breakdown.By {
				out = append(out, f)
			} else if of := p.within(f, g.Group); of != nil {
				out = append(out, of)
			}
		}
		return out
	}
	s.own, s.topic = own(s.own), own(s.topic)
	return s
}

// asGroup examines the sentence with the answers of a group in place of everyone's.
func (p *passage) asGroup(g groupAt, examine func()) {
	scope, now := p.scope, *p.now
	p.scope = p.inGroup(scope, g)
	p.now.mentions, p.now.found, p.now.spoken = nil, nil, nil
	p.now.knows.mentions, p.now.knows.spoken, p.now.knows.far = false, false, false
	p.now.group = g.at
	examine()
	p.scope, *p.now = scope, now
}
