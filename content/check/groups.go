package check

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"rapport/content"
	"rapport/content/language"
)

// byGroup holds a number to the answers of the group that its sentence names: «I Vestland svarte 60
// prosent ja» speaks of those in Vestland alone, so that what everyone answered is wrong there. It is
// false when no group is named, or when the number says how large the group is: then the number speaks
// of everyone.
func (p *passage) byGroup(n number, at *sentence) bool {
	s := p.stated(n, p.spoken(), at.first, at.last)
	g := p.groupIn(s.clause[0], s.clause[1])
	if g == nil {
		g = p.groupIn(at.first, at.last)
	}
	if g == nil || p.sizeOf(n, g) {
		return false
	}
	var right, meant, everyones []truth
	for _, f := range p.scope.topic {
		of := p.within(f, g)
		if of == nil {
			continue
		}
		named := p.answersNamed(f, n)
		for i := range of.Answers {
			if p.c.r.Withheld().Hides(of, i) {
				continue
			}
			t := anchor{figure: of, answers: []int{i}}.truth()
			if n.fits(t) && (len(named) == 0 || slices.Contains(named, i)) {
				right = append(right, t)
			}
			if slices.Contains(named, i) {
				meant = append(meant, t)
			}
			if n.fits(anchor{figure: f, answers: []int{i}}.truth()) {
				everyones = append(everyones, t)
			}
		}
	}
	if len(meant) == 0 { // what everyone answered, in a sentence on the group
		meant = everyones
	}
	switch {
	case len(right) > 0:
		p.read(n, nil, "right, as "+right[0].words(p.c.loc))
		p.right(s, match{truth: right[0], named: len(right) == 1})
	case len(meant) == 1:
		p.read(n, nil, "wrong: it is not what the group answered")
		p.against(s, meant)
	default:
		return false
	}
	return true
}

// within is a figure as a group answered it, nil when it is not broken down so, or nothing of the
// group is published.
func (p *passage) within(f *content.Figure, g *content.Group) *content.Figure {
	b := f.BrokenDown(g.Breakdown.By.ID)
	if b == nil {
		return nil
	}
	same := b.Group(g.Label)
	if same == nil || p.c.r.Withheld().HidesBase(same.Figure) {
		return nil
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

// groupIn is the one group that a stretch of tokens names; nil when it names none, or several.
func (p *passage) groupIn(first, last int) *content.Group {
	if first >= last {
		return nil
	}
	text := strings.ToLower(p.t.Raw[p.toks[first].start:p.toks[last-1].end])
	var found *content.Group
	for _, g := range p.c.groupsOf(p.scope.topic) {
		if !namesGroup(text, g.label) {
			continue
		}
		if found != nil && found.Label != g.group.Label {
			return nil
		}
		found = g.group
	}
	return found
}

// namedGroup is a group with its name as a sentence has it.
type namedGroup struct {
	group *content.Group
	label string
}

// units stand at the end of a group's name, and may be left out in a sentence: «de under 30».
var units = []string{" år", " years", " year"}

// groupsOf are the groups of some figures that a sentence can name: those whose names are no answer
// to a figure beside them, like «Ja».
func (c *checker) groupsOf(figures []*content.Figure) (all []namedGroup) {
	for _, f := range figures {
		for _, b := range f.Breakdowns {
			for _, g := range b.Groups {
				label := strings.ToLower(language.WithoutSoftHyphens(g.Label))
				for _, unit := range units {
					label = strings.TrimSuffix(label, unit)
				}
				if g.Residual || utf8.RuneCountInString(label) < 3 || language.ReplyOf(g.Label) != language.Other ||
					slices.ContainsFunc(figures, func(f *content.Figure) bool {
						_, ok := f.ByLabel(g.Label)
						return ok && f != b.By
					}) {
					continue
				}
				all = append(all, namedGroup{g, label})
			}
		}
	}
	return all
}

// namesGroup says whether a text has a label as words of its own.
func namesGroup(text, label string) bool {
	for from := 0; ; {
		k := strings.Index(text[from:], label)
		if k < 0 {
			return false
		}
		start, end := from+k, from+k+len(label)
		before, _ := utf8.DecodeLastRuneInString(text[:start])
		after, _ := utf8.DecodeRuneInString(text[end:])
		if !unicode.IsLetter(before) && !unicode.IsLetter(after) && !unicode.IsDigit(after) {
			return true
		}
		from = end
	}
}
