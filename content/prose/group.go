package prose

import (
	"slices"
	"strings"

	"rapport/content/source"
	"rapport/content/survey"
)

// Words between what is told and the groups that it is told of.
const (
	within  = " in " // {percent ek2021.veiledning | Nei in Vestland}
	against = " vs " // {diff ek2021.veiledning | Nei in Vestland vs Oslo}
	parted  = " by " // {most ek2021.veiledning | Nei by fylke}
)

// Groups are the groups that a call names after its answers; "" where it names none.
type Groups struct {
	In, Against, By       string
	InAt, AgainstAt, ByAt source.Span
}

// cut parts a stretch at a word, the first that leaves something on both sides.
func (c Call) cut(at source.Span, word string) (before, after source.Span, ok bool) {
	k := strings.Index(c.text[at.Start:at.End], word)
	if k <= 0 {
		return at, at, false
	}
	before = trimSpan(c.text, source.Span{Start: at.Start, End: at.Start + k})
	after = trimSpan(c.text, source.Span{Start: at.Start + k + len(word), End: at.End})
	return before, after, after.Start < after.End
}

// Among parts the answers of a call from the groups that are named after them: the call as if it
// named the answers alone. A label may hold the words that part, so that what names answers of the
// figure is left whole.
func (c Call) Among(f *survey.Figure) (Call, Groups) {
	word := within
	if c.Command == "most" || c.Command == "least" {
		word = parted
	}
	for from := c.AnswersAt.Start; ; {
		k := strings.Index(c.text[from:c.AnswersAt.End], word)
		if k < 0 || c.names(f, c.AnswersAt) {
			return c, Groups{}
		}
		from += k + 1
		before := trimSpan(c.text, source.Span{Start: c.AnswersAt.Start, End: from - 1})
		after := trimSpan(c.text, source.Span{Start: from - 1 + len(word), End: c.AnswersAt.End})
		if after.Start >= after.End || !c.names(f, before) {
			continue
		}
		c.AnswersAt, c.Answers = before, c.text[before.Start:before.End]
		return c, c.groups(word, after)
	}
}

// Of is the figure that the call speaks of: f, or as one of its groups answered it.
func (c Call) Of(f *survey.Figure) *survey.Figure {
	_, groups := c.Among(f)
	for _, name := range []string{c.Group, groups.In} {
		if name == "" {
			continue
		}
		if g := f.In(name); g != nil {
			return g.Figure
		}
	}
	return f
}

// Opposite is the figure of the group that the call holds another one against; nil when it names
// none.
func (c Call) Opposite(f *survey.Figure) *survey.Figure {
	_, groups := c.Among(f)
	if groups.Against == "" {
		return nil
	}
	if g := f.In(groups.Against); g != nil {
		return g.Figure
	}
	return nil
}

// groups takes the names of groups apart.
func (c Call) groups(word string, at source.Span) Groups {
	text := func(at source.Span) string { return c.text[at.Start:at.End] }
	if word == parted {
		return Groups{By: text(at), ByAt: at}
	}
	if first, second, ok := c.cut(at, against); ok {
		return Groups{In: text(first), InAt: first, Against: text(second), AgainstAt: second}
	}
	return Groups{In: text(at), InAt: at}
}

// names says whether a stretch is labels of a figure's answers.
func (c Call) names(f *survey.Figure, at source.Span) bool {
	if _, ok := f.ByLabel(source.OneLine(c.text[at.Start:at.End])); ok {
		return true
	}
	c.AnswersAt = at
	for _, label := range c.Labels() {
		if _, ok := f.ByLabel(source.OneLine(c.text[label.Start:label.End])); !ok {
			return false
		}
	}
	return true
}

// group is the figure of a group that is named at a place, nil when there is none, which is told.
func (c *call) group(f *survey.Figure, name string, at source.Span) *survey.Figure {
	return c.r.surveys.Group(c.n, c.at(at), f, name)
}

// ofGroups computes what is said of the groups that a call names. It is done when all has been said;
// else what is left is said of the answers of a figure.
func (c *call) ofGroups(f *survey.Figure) (of *survey.Figure, text string, done bool) {
	among, groups := c.Among(f)
	c.Call = among
	if c.Command == "most" || c.Command == "least" {
		text, _ = c.extreme(f, groups)
		return nil, text, true
	}
	if groups.In == "" {
		return f, "", false
	}
	if of = c.group(f, groups.In, groups.InAt); of == nil {
		return nil, "", true
	}
	if groups.Against == "" {
		return of, "", false
	}
	other := c.group(f, groups.Against, groups.AgainstAt)
	answers, ok := c.answersOf(f)
	if other == nil || !ok {
		return nil, "", true
	}
	text, _ = c.between(of, other, answers, groups.AgainstAt)
	return nil, text, true
}

// between computes a difference between two groups.
func (c *call) between(f, other *survey.Figure, answers []int, at source.Span) (string, *Ref) {
	points, _, _, ok := f.Difference(other, answers...)
	loc := c.r.Locale
	switch {
	case !slices.Contains([]string{"change", "diff", "margin"}, c.Command):
		return c.fail(c.CommandAt, source.Quoted(c.Command)+" is of one group",
			"of two: diff, change or margin")
	case f == other:
		return c.fail(at, "a group is held against itself", "name another one")
	case !ok && f.Within.Breakdown.Overlap():
		return c.fail(at, "one person may be in both groups, so that they cannot be held against "+
			"each other", "")
	case !ok:
		return c.fail(at, "nobody of one of the groups answered", "")
	}
	switch c.Command {
	case "change":
		return loc.Points(points), nil
	case "diff":
		return loc.Signed(points), nil
	}
	margin, _ := f.DifferenceMargin(other, answers...)
	return "±" + loc.Points(margin), nil
}

// extreme names the group in which the largest share, or the smallest, gave some answers; several
// when their shares are the same. Groups of which it is not published are passed over, and residual
// ones.
func (c *call) extreme(f *survey.Figure, groups Groups) (string, *Ref) {
	answers, ok := c.answersOf(f)
	if !ok {
		return "", nil
	}
	if groups.By == "" {
		return c.fail(c.Whole, source.Quoted(c.Command)+" by what?", "name the question that parts the "+
			"groups: {"+c.Command+" "+f.Ref()+" | "+firstLabel(f)+" by "+firstBy(f)+"}")
	}
	b := f.BrokenDown(source.OneLine(groups.By))
	if b == nil {
		if c.r.source.Incomplete {
			return "", nil
		}
		var by []string
		for _, b := range f.Breakdowns {
			by = append(by, b.By.ID)
		}
		if len(by) == 0 {
			return c.fail(c.TargetAt, source.Quoted(f.Ref())+" is not counted within groups",
				"count it: [[breakdown]], or rapport import --by")
		}
		return c.fail(groups.ByAt, source.Quoted(f.Ref())+" is not broken down by "+
			source.Quoted(groups.By), source.OrOneOf(groups.By, by))
	}
	names := b.Extreme(c.Command == "most", c.r.Withheld, answers...)
	if len(names) == 0 {
		return c.fail(groups.ByAt, "no group of "+source.Quoted(b.By.Ref())+" has numbers that may be "+
			"published", "leave the sentence out")
	}
	return c.r.Locale.Listed(names), nil
}

func firstBy(f *survey.Figure) string {
	if len(f.Breakdowns) == 0 {
		return "fylke"
	}
	return f.Breakdowns[0].By.ID
}
