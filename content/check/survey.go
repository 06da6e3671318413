package check

import (
	"fmt"
	"slices"
	"strings"
	"unicode"

	"rapport/content"
	"rapport/content/language"
)

// surveys holds the counts of every survey against each other. Loading refuses most of what cannot
// be; a report that was made by other means is held to the same.
func (c *checker) surveys() {
	for _, s := range c.r.Surveys {
		c.turnout(s)
		for _, f := range s.Figures {
			c.counts(f)
			if f.Kind == content.Open {
				continue
			}
			c.printed(f)
			c.labels(f)
			c.scale(f)
			c.bands(f)
			c.hundred(f)
		}
	}
}

// turnout: no more answered than were invited.
func (c *checker) turnout(s *content.Survey) {
	if s.Invited > 0 && s.Answered > s.Invited {
		c.found = append(c.found, Finding{
			Rule: "counts", Severity: Error, Pos: s.Pos, Width: 1, Words: s.ID,
			Data: fmt.Sprintf("%d answered, but %d were invited", s.Answered,
				s.Invited),
			Repair: "correct one of the two"})
	}
}

// counts holds a figure's counts against its base, and the base against those who were asked.
func (c *checker) counts(f *content.Figure) {
	wrong := func(pos content.Pos, data, repair string) {
		c.atFigure(f, pos, Finding{Rule: "counts", Severity: Error, Data: data, Repair: repair})
	}
	asked := f.Survey.Answered
	if f.Follows != nil {
		if asked = f.Follows.Figure.Sum(f.Follows.Answers...); f.Asked != asked {
			wrong(
				f.Pos,
				fmt.Sprintf("%d were asked, but %d gave the answer of %s that leads here", f.Asked,
					asked, f.Follows.Figure.Ref()),
				"",
			)
		}
	}
	if f.N > asked {
		wrong(f.Pos, fmt.Sprintf("the base is %d, but %d were asked", f.N, asked),
			"correct the base")
	}
	sum := 0
	for _, a := range f.Answers {
		if sum += a.Count; a.Count > f.N || a.Count < 0 {
			wrong(a.Pos, fmt.Sprintf("%d gave this answer, but the base is %d", a.Count, f.N),
				"correct the count or the base")
		}
	}
	if (f.Kind == content.Single || f.Kind == content.Scale) && sum != f.N {
		wrong(f.Pos, fmt.Sprintf("the counts add up to %d, the base is %d", sum, f.N),
			"correct a count, or say how many are missing")
	}
}

// printed holds the per cents that a source printed against the counts: each must be the share
// rounded as the source rounds.
func (c *checker) printed(f *content.Figure) {
	for _, p := range f.Printed {
		if is := f.Percent(p.Percent.Places, p.Answer); is != p.Percent {
			c.atFigure(f, p.Pos, Finding{
				Rule: "printed", Severity: Warning, Words: p.Percent.String(),
				Data: fmt.Sprintf("%d of %d is %s %%", f.Answers[p.Answer].Count, f.N,
					c.loc.Decimal(is)),
				Repair: "correct the count, or say in note what the source printed " +
					`and allow = ["printed"]`})
		}
	}
}

// labels finds answers that are one: the same words, whatever capitals and punctuation. Where only
// other signs tell two apart (C and C#), they may be one or not: that is a warning.
func (c *checker) labels(f *content.Figure) {
	seen := map[string]content.Answer{}
	for _, a := range f.Answers {
		key := bareLabel(c.labelTokens(a.Label))
		old, ok := seen[key]
		seen[key] = a
		if !ok || !strings.ContainsFunc(key, letterOrDigit) {
			continue // smileys and addresses are not compared
		}
		is := Finding{Rule: "labels", Severity: Error, Words: language.WithoutSoftHyphens(a.Label),
			Data: fmt.Sprintf("the answer stands twice: %q and %q",
				language.WithoutSoftHyphens(old.Label), language.WithoutSoftHyphens(a.Label)),
			Repair: "add the counts up, or tell the labels apart"}
		if signs(old.Label) != signs(a.Label) {
			is.Severity = Warning
			is.Data = fmt.Sprintf("only signs tell two answers apart: %q and %q",
				language.WithoutSoftHyphens(old.Label), language.WithoutSoftHyphens(a.Label))
		}
		c.atFigure(f, a.Pos, is)
	}
}

func letterOrDigit(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// signs is a label in small letters without spaces and punctuation, but with all other signs.
func signs(label string) string {
	drop := func(r rune) rune {
		if unicode.IsSpace(r) || strings.ContainsRune(".,;:()[]\"'«»“”„‘’–—-\u00ad", r) {
			return -1
		}
		return unicode.ToLower(r)
	}
	return strings.Map(drop, label)
}

// bareLabel is a label in small letters without spaces and marks, but with the signs that tell
// numbers apart.
func bareLabel(toks []token) string {
	var b strings.Builder
	for _, t := range toks {
		if t.kind != markToken || strings.Contains("<>+%≤≥", t.text) {
			b.WriteString(t.text)
			b.WriteByte(' ')
		}
	}
	return b.String()
}

// hundred notes shown whole per cents that do not add up to a hundred. They are never adjusted.
func (c *checker) hundred(f *content.Figure) {
	if f.Kind == content.Multiple || f.N <= 0 {
		return
	}
	sum, parts := int64(0), []string(nil)
	for i, a := range f.Answers {
		d := f.Percent(0, i)
		sum += d.Units
		if a.Count > 0 {
			parts = append(parts, d.String())
		}
	}
	if sum == 100 || f.Total() != f.N {
		return
	}
	c.atFigure(f, f.Pos, Finding{
		Rule:     "sum",
		Severity: Note,
		Data: fmt.Sprintf("the shown per cents add up to %d: %s", sum,
			strings.Join(parts, " + ")),
	})
}

// scale holds the steps of a scale, or of ordered answers, to the ladder that they stand on.
func (c *checker) scale(f *content.Figure) {
	if f.Kind != content.Scale && !f.Ordered {
		return
	}
	var ladder [][]string
	var steps []int
	labels := c.keys(f)
	for _, known := range c.lex.scales {
		if found := climb(known, labels); len(found) > len(steps) {
			ladder, steps = known, found
		}
	}
	if ladder == nil || len(steps) < 3 && (f.Kind != content.Scale || len(steps) < 2) ||
		len(steps)*2 < len(f.Answers) {
		return
	}
	rising := slices.IsSorted(steps)
	falling := slices.IsSortedFunc(steps, func(a, b int) int { return b - a })
	if !rising && !falling {
		c.atFigure(f, f.Pos, Finding{Rule: "scale", Severity: Error,
			Data:   "the steps are out of order: " + strings.Join(plainLabels(f), ", "),
			Repair: "write the lowest step first"})
		return
	}
	if falling && !rising && f.Kind == content.Scale {
		c.atFigure(f, f.Pos, Finding{Rule: "scale", Severity: Error,
			Data:   "the scale runs from high to low: " + strings.Join(plainLabels(f), ", "),
			Repair: "write the lowest step first"})
		return
	}
	if f.Kind == content.Scale {
		c.incomplete(f, ladder, steps)
	}
}

// incomplete tells of a step that is missing while its mirror image is there.
func (c *checker) incomplete(f *content.Figure, ladder [][]string, steps []int) {
	if len(ladder) != 5 {
		return
	}
	for _, s := range steps {
		if mirror := 4 - s; !slices.Contains(steps, mirror) && len(steps) > 2 {
			name := ladder[mirror][0]
			c.atFigure(f, f.Pos, Finding{Rule: "scale", Severity: Warning,
				Data:   fmt.Sprintf("the scale has no step like %q", name),
				Repair: "give it a count, 0 too"})
			return
		}
	}
}

// climb is the step of a scale that each answer stands on, for those that stand on one.
func climb(scale [][]string, labels []string) []int {
	var steps []int
	for _, label := range labels {
		for i, step := range scale {
			if slices.Contains(step, strings.TrimSpace(label)) {
				steps = append(steps, i)
			}
		}
	}
	return steps
}

func plainLabels(f *content.Figure) []string {
	var out []string
	for _, l := range f.Labels() {
		out = append(out, language.WithoutSoftHyphens(l))
	}
	return out
}

// band is a label that names a stretch of numbers: «1–3 år», «under 25», «over 60 år», «5».
type band struct {
	answer  int
	low, up int // both belong to it
	words   string
}

const (
	noLow = -1 << 30
	noUp  = 1 << 30
)

// bands holds bands to each other: none overlaps, and between two there is no gap.
func (c *checker) bands(f *content.Figure) {
	if f.Kind != content.Single {
		return
	}
	list := c.bandsOf(f)
	if len(list) < 3 || len(list) < len(f.Answers)-2 {
		return
	}
	slices.SortStableFunc(list, func(a, b band) int {
		if a.low != b.low {
			return a.low - b.low
		}
		return a.up - b.up
	})
	var overlaps, gaps []string
	at := content.Pos{}
	for i, b := range list[1:] {
		a := list[i]
		switch {
		case a.up == noUp || b.low == noLow || b.low <= a.up:
			overlaps = append(overlaps, fmt.Sprintf("«%s» and «%s»", a.words, b.words))
		case b.low > a.up+1:
			gaps = append(gaps, fmt.Sprintf("«%s» and «%s»", a.words, b.words))
		default:
			continue
		}
		if at.Line == 0 {
			at = f.Answers[b.answer].Pos
		}
	}
	if len(overlaps) > 0 {
		c.atFigure(f, at, Finding{Rule: "bands", Severity: Warning,
			Data:   "these overlap: " + strings.Join(overlaps, ", "),
			Repair: "write bands that share no number"})
	}
	if len(gaps) > 0 {
		c.atFigure(f, at, Finding{Rule: "bands", Severity: Warning,
			Data:   "nothing holds what lies between " + strings.Join(gaps, ", "),
			Repair: "write bands that leave no gap"})
	}
}

// bandsOf reads the labels that are bands.
func (c *checker) bandsOf(f *content.Figure) []band {
	var out []band
	for i, a := range f.Answers {
		if b, ok := c.lex.bandOf(c.labelTokens(a.Label)); ok && !a.Residual {
			b.answer, b.words = i, language.WithoutSoftHyphens(a.Label)
			out = append(out, b)
		}
	}
	return out
}

// bandOf reads a label: «under 25 år», «26–30 år», «over 60 år», «60 og over», «50+», «5». One in
// another unit than its neighbours has no measure in common with them.
func (l *lexicon) bandOf(toks []token) (b band, ok bool) {
	s, ok := l.stretchIn(toks)
	if !ok || l.mixesUnits(toks) {
		return b, false
	}
	s = s.bare()
	if s.exact() && !l.bareBand(toks, s) {
		return b, false
	}
	b.low, b.up = noLow, noUp
	if s.low != lowest {
		b.low = int(s.low.value) + max(0, s.low.side)
	}
	if s.up != highest {
		b.up = int(s.up.value) + min(0, s.up.side)
	}
	return b, b.low <= b.up
}

// mixesUnits says whether a label is measured otherwise than most: in months, where others have
// years.
func (l *lexicon) mixesUnits(toks []token) bool {
	return slices.ContainsFunc(toks, func(t token) bool { return l.bands.mixed.has(t.text) })
}

// bareBand says whether a label is one number in digits and its unit, and nothing else but what a
// dash parts from it.
func (l *lexicon) bareBand(toks []token, s stretch) bool {
	rest := toks[s.last:]
	return toks[0].kind == digitsToken && s.per == "" && (len(rest) == 0 ||
		rest[0].kind == breakToken || rest[0].kind == markToken && rest[0].text == "–")
}
