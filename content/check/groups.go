package check

import (
	"slices"
	"strings"

	"rapport/content"
	"rapport/content/language"
)

// byGroup holds a number to the answers of the group that its sentence names: «I Vestland svarte 60
// prosent ja» speaks of those in Vestland alone, so that what everyone answered is wrong there. It is
// false when no group is named, or when the number says how large the group is: then the number speaks
// of everyone.
func (p *passage) byGroup(n number, at *sentence) bool {
	groups, near := p.groupsFor(n)
	if len(groups) == 0 || slices.ContainsFunc(groups, func(g groupAt) bool {
		return p.sizeOf(n, g.Group) && !p.fitsIn(n, p.inGroup(p.scope, g).answered())
	}) {
		return false
	}
	if p.madeOf(n, groups) {
		p.read(n, nil, "right, as the group's part of those who answered so")
		return true
	}
	if len(groups) > 1 {
		return p.bySeveral(n, groups)
	}
	scope := p.inGroup(p.scope, groups[0])
	switch fits := p.fitsIn(n, scope.answered()); {
	case len(scope.answered()) == 0, !near && !fits && p.fitsIn(n, p.scope.topic):
		return false
	case !near && !fits:
		p.unproved(n, "the group that the sentence names did not answer so")
		return true
	}
	p.asGroup(groups[0], func() {
		if is := p.everyones(n); near && len(is) == 1 {
			p.read(n, nil, "wrong: it is what everyone answered, not the group")
			p.against(p.stated(n, p.spoken(), at.first, at.last), is)
			return
		}
		p.byData(n, at)
		p.ofFew(n)
	})
	return true
}

// ofFew warns of a per cent of a group in which few answered.
func (p *passage) ofFew(n number) {
	for _, f := range p.scope.topic {
		if f.Within != nil && f.N < content.FewAnswers && n.kind == percentNumber &&
			p.fitsIn(n, []*content.Figure{f}) {
			p.c.inText(p.t, n.start, n.end, Finding{Rule: "claim", Severity: Warning,
				Data: smallGroup(f), Repair: "say how many of them, not how large a part"})
			return
		}
	}
}

// everyones are what a group answered where a number is what everyone did, when it is true of nothing
// that the group answered.
func (p *passage) everyones(n number) (is []truth) {
	if p.fitsIn(n, p.scope.topic) {
		return nil
	}
	for _, of := range p.scope.topic {
		if of.Within == nil {
			continue
		}
		named := p.answersNamed(of, n)
		for i := range of.Answers {
			all := anchor{figure: of.Within.Breakdown.Figure, answers: []int{i}}.truth()
			if n.fits(all) && (len(named) == 0 || slices.Contains(named, i)) {
				is = append(is, anchor{figure: of, answers: []int{i}}.truth())
			}
		}
	}
	return is
}

// answered are the figures of a scope that are a group's answers.
func (s scope) answered() []*content.Figure {
	return slices.DeleteFunc(slices.Clone(s.topic), func(f *content.Figure) bool {
		return f.Within == nil
	})
}

// groupsFor are the groups that a number may be of: those that its part of the sentence names, or
// else its clause; or, not near, the sentence, unless the clause speaks of all.
func (p *passage) groupsFor(n number) (groups []groupAt, near bool) {
	all := p.groupsNamed()
	if len(all) == 0 {
		return nil, false
	}
	part, clause := p.partOf(n), p.ownClause(n)
	for _, r := range [][2]int{{part.first, part.last}, clause} {
		some := slices.DeleteFunc(slices.Clone(all), func(g groupAt) bool {
			return !slices.ContainsFunc(g.at, func(i int) bool { return i >= r[0] && i < r[1] })
		})
		if len(some) > 0 {
			return p.nearOnes(n, some), true
		}
		if p.speaksOfAll(r) {
			return nil, false
		}
	}
	return all, false
}

// nearOnes are those of several groups that no other number is nearer to: those of the number's own
// clause, or else those of no other's.
func (p *passage) nearOnes(n number, groups []groupAt) []groupAt {
	if len(groups) < 2 {
		return groups
	}
	within := func(g groupAt, r [2]int) bool { return g.at[0] >= r[0] && g.at[0] < r[1] }
	own := slices.DeleteFunc(slices.Clone(groups), func(g groupAt) bool {
		return !within(g, p.ownClause(n))
	})
	if len(own) > 0 {
		return own
	}
	free := slices.DeleteFunc(slices.Clone(groups), func(g groupAt) bool {
		return slices.ContainsFunc(p.now.numbers, func(o number) bool {
			return o.first != n.first && within(g, p.ownClause(o))
		})
	})
	if len(free) > 0 {
		return free
	}
	return groups
}

// speaksOfAll says whether some tokens speak of everyone who answered.
func (p *passage) speaksOfAll(r [2]int) bool {
	for i := r[0]; i < r[1]; i++ {
		all, _ := p.lex.all.at(p.toks, i)
		total, _ := p.lex.together.at(p.toks, i)
		if all+total > 0 {
			return true
		}
	}
	return false
}

// fitsIn says whether a number is true of an answer to one of some figures.
func (p *passage) fitsIn(n number, figures []*content.Figure) bool {
	return slices.ContainsFunc(figures, func(f *content.Figure) bool {
		for i := range f.Answers {
			if n.fits(anchor{figure: f, answers: []int{i}}.truth()) {
				return true
			}
		}
		return false
	})
}

// bySeveral holds a number to several groups: it may be what any of them answered, or by how much two
// of them differ.
func (p *passage) bySeveral(n number, groups []groupAt) bool {
	if n.kind == pointsNumber {
		return p.differs(n, groups)
	}
	for _, g := range groups {
		if p.fitsIn(n, p.inGroup(p.scope, g).topic) {
			p.read(n, nil, "right, as what one of the groups answered")
			return true
		}
	}
	if p.fitsIn(n, p.scope.topic) {
		return false
	}
	p.unproved(n, "none of the groups that are named answered so")
	return true
}

// differs holds a number of points to the difference of two groups. The first answer that is named
// tells which; none does when it is any.
func (p *passage) differs(n number, groups []groupAt) bool {
	if len(groups) != 2 {
		return false
	}
	var meant []truth
	for _, f := range p.scope.topic {
		a, b := p.within(f, groups[0].Group), p.within(f, groups[1].Group)
		if a == nil || b == nil {
			continue
		}
		named := p.answersNamed(f, n)
		for i := range f.Answers {
			points, _, _, ok := a.Difference(b, i)
			if !ok || len(named) > 0 && !slices.Contains(named, i) {
				continue
			}
			t := truth{kind: changeTruth, figure: a, survey: a.Survey, answers: []int{i},
				points: points, moved: 100 * (a.Share(i) - b.Share(i))}
			if n.fits(t) {
				p.read(n, nil, "right, as the difference between two groups")
				return true
			}
			if len(named) > 0 {
				meant = append(meant, t)
			}
		}
	}
	if len(meant) == 0 {
		return false
	}
	p.unproved(n, "the groups differ by "+p.c.loc.Decimal(meant[0].points.Abs())+" points")
	return true
}

// madeOf says whether a number is how large a part of those who gave an answer is in a group that is
// named after it: «80 prosent av dem som har vært på kurs, er kvinner».
func (p *passage) madeOf(n number, groups []groupAt) bool {
	if n.kind == countNumber {
		return false
	}
	for _, g := range groups {
		for _, m := range p.named() {
			of := p.within(m.figure, g.Group)
			if of == nil || m.first() < n.first || m.last() > g.at[0] {
				continue
			}
			if n.fits(truth{kind: answerTruth, figure: of, survey: of.Survey, answers: m.answers,
				count: of.Sum(m.answers...), base: m.figure.Sum(m.answers...)}) {
				return true
			}
		}
	}
	return false
}

// within is a figure as a group answered it, nil when it is not broken down so, or when a number of the
// group is withheld: a finding would tell it.
func (p *passage) within(f *content.Figure, g *content.Group) *content.Figure {
	b := f.BrokenDown(g.Breakdown.By.ID)
	if b == nil {
		return nil
	}
	same, w := b.Group(g.Label), p.c.r.Withheld()
	if same == nil || w.HidesBase(same.Figure) {
		return nil
	}
	for i := range same.Figure.Answers {
		if w.Hides(same.Figure, i) {
			return nil
		}
	}
	return same.Figure
}

// sizeOf says whether a number is how many of all are in a group.
func (p *passage) sizeOf(n number, g *content.Group) bool {
	return n.fits(anchor{figure: g.Breakdown.By, answers: g.Of}.truth())
}

// answersNamed are the answers to a figure that the number's part of the sentence names for certain.
func (p *passage) answersNamed(f *content.Figure, n number) (answers []int) {
	for _, m := range p.namedIn(p.partOf(n)) {
		if m.figure == f && !m.weak && len(m.answers) == 1 {
			answers = append(answers, m.answers...)
		}
	}
	return answers
}

// namedGroup is a group with its name as a sentence has it.
type namedGroup struct {
	group *content.Group
	label string
}

// units stand at the end of a group's name, and may be left out in a sentence: «de under 30».
var units = []string{" år", " years", " year"}

// groupNames are the groups of a breakdown that a sentence can name, by the first word of their names:
// all but those that are called as one replies, like «Ja».
func (c *checker) groupNames(b *content.Breakdown) map[string][]namedGroup {
	names, ok := c.named[b]
	if ok {
		return names
	}
	names = make(map[string][]namedGroup, len(b.Groups))
	for _, g := range b.Groups {
		label := strings.ToLower(language.WithoutSoftHyphens(g.Label))
		for _, unit := range units {
			label = strings.TrimSuffix(label, unit)
		}
		toks := c.labelTokens(label)
		if len(toks) > 0 && canBeNamed(g) {
			names[toks[0].text] = append(names[toks[0].text], namedGroup{g, label})
		}
	}
	c.named[b] = names
	return names
}

// canBeNamed says whether a sentence can name a group by what it is called.
func canBeNamed(g *content.Group) bool {
	return !g.Residual && language.ReplyOf(g.Label) == language.Other
}

// isAnswer says whether a group's name is an answer to a question of the topic too, but the one that
// makes the groups.
func (p *passage) isAnswer(g *content.Group) bool {
	return slices.ContainsFunc(p.scope.topic, func(f *content.Figure) bool {
		_, ok := f.ByLabel(g.Label)
		return ok && f != g.Breakdown.By
	})
}
