package survey

import (
	"math"

	"rapport/content/language"
)

// Margin is the 95 % margin of the change in the share of some answers, in percentage points with
// one decimal, rounded up: a change no larger than it may be chance. Both shares are taken as of
// random samples, with one answer added on each side (Agresti and Caffo, 2000), which holds for
// small bases and shares of 0 and 100 %, and with the finite population correction for the part of
// the invited that answered. It says nothing of those who chose not to answer. It is not ok when
// there is no earlier year.
func (f *Figure) Margin(answers ...int) (points language.Decimal, ok bool) {
	then, ok := f.Earlier(answers...)
	if !ok || f.N <= 0 || f.Compare.N <= 0 {
		return language.Decimal{}, false
	}
	variance := f.variance(answers) + f.Compare.variance(then)
	return language.Decimal{Units: int64(math.Ceil(1000*1.959964*math.Sqrt(variance) - 1e-9)),
		Places: 1}, true
}

// variance of the share of some answers.
func (f *Figure) variance(answers []int) float64 {
	n := float64(f.N + 2)
	p := float64(min(f.Sum(answers...), f.N)+1) / n
	finite := 1.0
	if s := f.Survey; s != nil && s.Invited > 1 {
		finite = float64(max(0, s.Invited-s.Answered)) / float64(s.Invited-1)
	}
	return p * (1 - p) / n * finite
}

// Insignificant says whether the change in the share of some answers lies inside its margin.
func (f *Figure) Insignificant(answers ...int) bool {
	margin, ok := f.Margin(answers...)
	change, _ := f.Change(answers...)
	return ok && change.Abs().Units <= margin.Units
}
