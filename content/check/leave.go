package check

import "strconv"

// notStatistic says whether the whole number in tokens i to next is none of the survey's: a year, a
// date, a time, a page, a paragraph of a law, a telephone, an age, a range, a number of something.
// end is how far to move on.
func (r *reader) notStatistic(i, next int) (end int, skip bool) {
	for k, rule := range []func(i, next int) int{
		r.telephone, r.joined, r.ranged, r.numbered, r.dated, r.measured} {
		if k > 2 && (r.percentAt(next) > 0 || r.pointsAt(next) > 0) {
			break
		}
		if end := rule(i, next); end > 0 {
			return end, true
		}
	}
	return next, false
}

// telephone reads eight digits, digits in more than two groups, and what begins with a plus or a
// zero.
func (r *reader) telephone(i, next int) int {
	if !r.isDigits(i) {
		return 0
	}
	k, groups := i, 1
	for r.isDigits(k+1) && !r.toks[k+1].glued && r.gap(k+1) <= 3 {
		k, groups = k+1, groups+1
	}
	switch t := r.toks[i].text; {
	case groups > 2 && k+1 > next, len(t) >= 8:
		return k + 1
	case len(t) > 1 && t[0] == '0' && !r.mark(i+1, ",") && !r.mark(i+1, "."):
		return k + 1
	case r.mark(i-1, "+") && r.toks[i].glued:
		return k + 1
	}
	return 0
}

// joined reads what is glued to other digits or signs: 2/2021, 1:2017, 9.6.2021, 50+, §3, #4,
// covid-19.
func (r *reader) joined(i, next int) int {
	if r.mark(i-1, "§") || r.mark(i-1, "#") || r.mark(i-1, "$") || r.mark(i-1, "€") ||
		r.mark(i-1, "£") {
		return next
	}
	if r.isDigits(i) && r.mark(i-1, "-") && r.toks[i].glued && r.toks[i-1].glued &&
		r.wordAt(i-2) != "" {
		return next
	}
	if r.mark(next, "+") && r.toks[next].glued {
		return next + 1
	}
	if r.mark(next, "-") && r.toks[next].glued && r.wordAt(next+1) != "" && r.toks[next+1].glued {
		return next + 2 // 1990-tallet, 12-åringer
	}
	for _, mark := range []string{":", "/", "."} {
		if !r.mark(next, mark) || !r.toks[next].glued || !r.isDigits(next+1) ||
			!r.toks[next+1].glued {
			continue
		}
		year := len(r.toks[next+1].text) == 4
		if mark != "/" || year {
			k := next + 2
			for (r.mark(k, mark) || r.mark(k, ".")) && r.isDigits(k+1) && r.toks[k+1].glued {
				k += 2
			}
			return k
		}
	}
	return 0
}

// ranged reads 31–40, 1 - 3, fra 1 til 5 on a scale: bands and steps, not counts.
func (r *reader) ranged(i, next int) int {
	if (r.mark(next, "–") || r.mark(next, "-") || r.mark(next, "—")) && r.isDigits(next+1) {
		_, after, _ := r.literal(next + 1)
		return after + r.percentAt(after)
	}
	before := r.wordAt(i - 1)
	to := r.lex.to.has(r.wordAt(next)) && !r.decimal(next+1)
	switch {
	case r.lex.steps.has(before), to && r.lex.steps.has(r.wordAt(i-2)):
	case to && r.lex.from.has(before) && r.step(i) && r.step(next+1):
	default:
		return 0
	}
	if to && r.isDigits(next+1) {
		return next + 2
	}
	return next
}

// decimal says whether a number with decimals, or of per cent, stands at token i.
func (r *reader) decimal(i int) bool {
	if !r.isDigits(i) {
		return false
	}
	d, next, ok := r.literal(i)
	return ok && (d.Places > 0 || r.percentAt(next) > 0)
}

// step says whether token i is a whole number from 0 to 10 alone: a step of a scale.
func (r *reader) step(i int) bool {
	return r.isDigits(i) && (len(r.toks[i].text) == 1 || r.toks[i].text == "10") &&
		r.percentAt(i+1) == 0 &&
		!r.mark(i+1, ",") &&
		!r.people(i+1)
}

// people says whether token i names people or answers: "holders", and the first of "plot-holders".
func (r *reader) people(i int) bool {
	known := func(w string) bool { return r.lex.people.has(w) || r.nouns.has(w) }
	return known(r.wordAt(i)) || r.mark(i+1, "-") && r.toks[i+1].glued && known(r.wordAt(i+2))
}

// numbered reads the number of something: side 7, figur 3, kapittel to, kl. 12, nr. 5.
func (r *reader) numbered(i, next int) int {
	if r.enumerates(i) {
		return next + 1
	}
	k := i - 1
	if r.mark(k, ".") {
		k--
	}
	if r.lex.numbered.has(r.wordAt(k)) {
		if r.lex.to.has(r.wordAt(next)) && r.isDigits(next+1) {
			return next + 2 // «aged 5 to 15»
		}
		return next
	}
	if r.isDigits(i) && r.mark(next, ")") && !r.open(i) {
		return next + 1 // 1) the first of a list
	}
	return 0
}

// enumerates says whether the digits before a closing bracket number the parts of a text: «(1)
// hjelp, (2) sted», from 1 on and two of them at least, or a text or paragraph that begins with
// them.
func (r *reader) enumerates(i int) bool {
	if r.enumerated == nil {
		r.enumerated = map[int]bool{}
		var run []int
		for k := range r.toks {
			switch {
			case !r.isDigits(k) || !r.mark(k+1, ")") || !r.toks[k+1].glued:
			case r.toks[k].text == strconv.Itoa(len(run)+1):
				run = append(run, k)
			case r.toks[k].text == "1":
				run = []int{k}
			}
			for _, at := range run {
				r.enumerated[at] = r.enumerated[at] || len(run) > 1
			}
		}
	}
	return r.enumerated[i] || r.numbers(i)
}

// numbers says whether «(2)» begins a text or a paragraph.
func (r *reader) numbers(i int) bool {
	return r.isDigits(i) && r.mark(i-1, "(") && r.mark(i+1, ")") && r.toks[i+1].glued &&
		len(r.toks[i].text) <= 2 && (i == 1 || r.toks[i-2].kind == breakToken)
}

// open says whether a bracket is open before token i, in its sentence.
func (r *reader) open(i int) bool {
	for k := i - 1; k >= 0 && k > i-60; k-- {
		switch {
		case r.toks[k].kind == breakToken, r.mark(k, ")"):
			return false
		case r.mark(k, "("):
			return true
		}
	}
	return false
}

// dated reads years, and days: 2021, 9. juni, June 9, ordinals.
func (r *reader) dated(i, next int) int {
	if !r.isDigits(i) {
		return 0
	}
	t := r.toks[i].text
	if next == i+1 && len(t) == 4 && t >= "1500" && t <= "2199" {
		return next
	}
	if r.lex.months.has(r.wordAt(next)) {
		return next + 1
	}
	if r.lex.months.has(r.wordAt(i-1)) && len(t) <= 2 && r.percentAt(next) == 0 &&
		r.lex.monthFirst {
		return next
	}
	if r.mark(next, ".") && r.toks[next].glued && next+1 < len(r.toks) && len(t) <= 2 {
		if w := r.toks[next+1]; w.kind == wordToken && !w.capital {
			return next + 1 // an ordinal: 9. juni, 1. plass
		}
	}
	if r.toks[min(next, len(r.toks)-1)].glued && r.lex.ordinalEndings.has(r.wordAt(next)) {
		return next + 1
	}
	return 0
}

// measured reads ages, hours, money and their like, and post codes.
func (r *reader) measured(i, next int) int {
	if r.unit(r.wordAt(next)) {
		return next + 1
	}
	if r.lex.adjectives.has(r.wordAt(next)) && r.unit(r.wordAt(next+1)) {
		return next + 2
	}
	if next < len(r.toks) && r.isDigits(i) && len(r.toks[i].text) == 4 && r.toks[next].capital &&
		!r.mark(next, ".") {
		return next // 5003 Bergen
	}
	return 0
}
