package survey

import "rapport/content/language"

// Colon stands in print for a number that is withheld.
const Colon = ":"

// FewAnswers is the base under which counts lead and percentages come second: of 23 people, "9 av
// 23" says more than "39 %".
const FewAnswers = 30

// Shown is a number as it may be shown: its value, or only that it is withheld. Whoever prints it
// cannot forget to ask; whoever draws it must say what stands in its place. The zero value is
// withheld.
type Shown struct {
	value     language.Decimal // zero when it is withheld
	published bool
}

// Text is the number as write writes it (a method of language.Locale, or language.Decimal.String),
// a colon when it is withheld.
func (s Shown) Text(write func(language.Decimal) string) string {
	if !s.published {
		return Colon
	}
	return write(s.value)
}

// Value is the number, for drawing and sorting; it is not ok when it is withheld.
func (s Shown) Value() (value language.Decimal, ok bool) { return s.value, s.published }

// shown is a whole number that may be published, or not.
func shown(n int, published bool) Shown {
	if !published {
		return Shown{}
	}
	return Shown{language.Decimal{Units: int64(n)}, true}
}

// Share is how many of a number of people did something, as far as it may be shown: the count and
// its share of the base may be withheld, and the base too. The zero value is withheld altogether.
type Share struct{ count, base Shown }

// Share is how many of those who answered a question gave some of its answers.
func (w Withheld) Share(f *Figure, answers ...int) Share {
	return Share{shown(f.Sum(answers...), !w.Hides(f, answers...)), w.Answered(f)}
}

// Answered is how many answered a question: the base of its shares.
func (w Withheld) Answered(f *Figure) Shown { return shown(f.N, !w.HidesBase(f)) }

// Response is how many of those who were asked a question answered it.
func (w Withheld) Response(f *Figure) Share {
	open := !w.HidesBase(f)
	return Share{shown(f.N, open), shown(f.Asked, open)}
}

// KeyFigure is what a key figure shows.
func (w Withheld) KeyFigure(k KeyFigure) Share {
	if k.Figure == nil {
		return Share{shown(k.Count(), true), shown(k.Base(), true)}
	}
	return w.Share(k.Figure, k.Answers...)
}

// Insignificant says whether the change in the share of some answers may be shown and lies inside
// its margin of error. Of a withheld change that would be a hint.
func (w Withheld) Insignificant(f *Figure, answers ...int) bool {
	return !w.HidesChange(f, answers...) && f.Insignificant(answers...)
}

// Interval is the 95 % interval of the share of some answers, from 0 to 1; not ok where the share
// is withheld or nobody answered.
func (w Withheld) Interval(f *Figure, answers ...int) (low, high float64, ok bool) {
	if w.Hides(f, answers...) || w.HidesBase(f) {
		return 0, 0, false
	}
	return f.Interval(answers...)
}

// Outside says whether a measure has changed by more than its margin of error since the earlier
// year, and may be said to.
func (w Withheld) Outside(m Measure) bool {
	margin, ok := m.Figure.Margin(m.Answers...)
	return ok && m.Compared() && !w.HidesChange(m.Figure, m.Answers...) &&
		m.Change().Abs().Units > margin.Units
}

// Count is how many people did it.
func (s Share) Count() Shown { return s.count }

// Base is how many people might have done it.
func (s Share) Base() Shown { return s.base }

// Published says whether the count and the share may be shown.
func (s Share) Published() bool { return s.count.published && s.base.published }

// Value is count and base, for drawing and sorting; it is not ok when the count is withheld.
func (s Share) Value() (count, base int, ok bool) {
	if !s.Published() {
		return 0, 0, false
	}
	return int(s.count.value.Units), int(s.base.value.Units), true
}

// Percent is the share in per cent, rounded half up.
func (s Share) Percent(decimals int) Shown {
	count, base, ok := s.Value()
	if !ok {
		return Shown{}
	}
	return Shown{language.Percent(count, base, decimals), true}
}

// Since is the change from an earlier share in percentage points: the difference of the two as
// shown with one decimal, so that a reader can check it. It is withheld when one of them is.
func (s Share) Since(then Share) Shown {
	after, ok := s.Percent(1).Value()
	before, open := then.Percent(1).Value()
	if !ok || !open {
		return Shown{}
	}
	return Shown{after.Minus(before), true}
}

// Few says whether the count leads, and the percentage comes second. Of a withheld count it is not
// told.
func (s Share) Few() bool {
	_, base, ok := s.Value()
	return ok && base < FewAnswers
}

// Leading is what is written largest about a share: "45 %", or "9 av 24" when few answered; a colon
// when it is withheld.
func (s Share) Leading(l language.Locale) string {
	if s.Few() {
		return s.OutOf(l)
	}
	return s.Percent(0).Text(l.Percent)
}

// Full is a share in running text: "45 %", or "9 av 24 (38 %)" when few answered; a colon when it
// is withheld.
func (s Share) Full(l language.Locale, decimals int) string {
	percent := s.Percent(decimals).Text(l.Percent)
	if s.Few() {
		return s.OutOf(l) + " (" + percent + ")"
	}
	return percent
}

// OutOf is "9 av 24"; ": av 24" when the count is withheld, a colon alone when the base is.
func (s Share) OutOf(l language.Locale) string {
	if !s.base.published {
		return Colon
	}
	count := s.count.Text(l.Decimal)
	return count + language.NoBreakSpace + l.Of() + language.NoBreakSpace + s.base.Text(l.Decimal)
}
