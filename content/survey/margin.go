package survey

import (
	"math"

	"rapport/content/language"
)

// normal is the 97.5th percentile of the normal distribution: 95 % lie within so many standard
// deviations.
const normal = 1.959964

// Interval is the 95 % interval of the share of some answers, from 0 to 1: the score interval of
// E. B. Wilson ("Probable inference, the law of succession, and statistical inference", Journal of
// the American Statistical Association 22, 1927), which stays between 0 and 1, and has a width
// where all or none answered so. The answers are taken as of a random sample of many more, without
// the finite population correction of Margin: so it says too little rather than too much. It is not
// ok when nobody answered.
func (f *Figure) Interval(answers ...int) (low, high float64, ok bool) {
	if f.N <= 0 {
		return 0, 0, false
	}
	n, z2 := float64(f.N), normal*normal
	p := float64(min(f.Sum(answers...), f.N)) / n
	middle := (p + z2/(2*n)) / (1 + z2/n)
	half := normal / (1 + z2/n) * math.Sqrt(p*(1-p)/n+z2/(4*n*n))
	return max(0, middle-half), min(1, middle+half), true
}

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
	return LinePoint{f, answers}.marginSince(LinePoint{f.Compare, then}), true
}

// marginSince is Margin between any two years in which somebody answered.
func (p LinePoint) marginSince(then LinePoint) language.Decimal {
	variance := p.Figure.variance(p.Answers) + then.Figure.variance(then.Answers)
	return language.Decimal{Units: int64(math.Ceil(1000*normal*math.Sqrt(variance) - 1e-9)),
		Places: 1}
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

// Difference is by how many percentage points the share of some answers in a group is above that in
// another, as shown with one decimal, and the 95 % interval of it, from -1 to 1: the hybrid score
// interval of R. G. Newcombe ("Interval estimation for the difference between independent
// proportions: comparison of eleven methods", Statistics in Medicine 17, 1998, method 10). It is not
// ok when nobody answered, or when the two are not groups of one breakdown in which each person is
// in one group only: then they are not independent.
func (f *Figure) Difference(other *Figure, answers ...int) (points language.Decimal, low, high float64,
	ok bool) {
	if f.Within == nil || other.Within == nil || f == other || f.N <= 0 || other.N <= 0 ||
		f.Within.Breakdown != other.Within.Breakdown || f.Within.Breakdown.Overlap() {
		return points, 0, 0, false
	}
	l1, u1, _ := f.Interval(answers...)
	l2, u2, _ := other.Interval(answers...)
	p1, p2 := min(1, f.Share(answers...)), min(1, other.Share(answers...))
	low = p1 - p2 - math.Hypot(p1-l1, u2-p2)
	high = p1 - p2 + math.Hypot(u1-p1, p2-l2)
	return f.Percent(1, answers...).Minus(other.Percent(1, answers...)), low, high, true
}

// DifferenceMargin is the 95 % margin of Difference in percentage points with one decimal, rounded
// up: the longer side of its interval, so that the difference is certain beyond it.
func (f *Figure) DifferenceMargin(other *Figure, answers ...int) (points language.Decimal, ok bool) {
	_, low, high, ok := f.Difference(other, answers...)
	if !ok {
		return language.Decimal{}, false
	}
	middle := f.Share(answers...) - other.Share(answers...)
	half := max(middle-low, high-middle)
	return language.Decimal{Units: int64(math.Ceil(1000*half - 1e-9)), Places: 1}, true
}

// Apart says whether the share of some answers in two groups differs by more than chance: whether
// the interval of their difference leaves out zero.
func (f *Figure) Apart(other *Figure, answers ...int) bool {
	_, low, high, ok := f.Difference(other, answers...)
	return ok && (low > 0 || high < 0)
}
