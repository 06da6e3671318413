package check

import (
	"cmp"
	"math"
	"slices"
	"sort"

	"rapport/content"
)

// truthIndex is what all surveys and figures of a report give by themselves, by what is looked up:
// the value as it is printed, and for what is meant roughly, its order. Truths of one value stand
// in the order of the report.
type truthIndex struct {
	percents [2]map[int64][]int // by places: the printed value
	counts   map[int][]int
	points   map[int64][]int // by tenths, without the sign
	all      []truth
	byShare  []int // those with a share, by it
	byCount  []int
}

// fewLookups is how many numbers are held against all truths before an index of them pays.
const fewLookups = 40

// elsewhere gives the truths of the whole report that fit a number.
func (c *checker) elsewhere(n number, consider func(t truth)) {
	if c.lookups++; c.lookups > fewLookups {
		if c.values == nil {
			c.values = c.indexed()
		}
		c.values.near(n, consider)
		return
	}
	for _, s := range c.r.Surveys {
		for _, t := range surveyTruths(s) {
			consider(t)
		}
	}
	for _, f := range c.allFigures() {
		truths := c.truthsFor(f)
		for i := range truths {
			if truths[i].byItself(n) {
				consider(truths[i])
			}
		}
	}
}

// byItself says whether a truth may be meant by a number outside its topic: sums are so many that
// one fits any number, but for what is a fraction.
func (t *truth) byItself(n number) bool {
	return t.kind != restTruth && t.kind != pointTruth &&
		(t.kind != sumTruth || n.kind == fractionNumber)
}

func (c *checker) indexed() *truthIndex {
	x := &truthIndex{percents: [2]map[int64][]int{{}, {}}, counts: map[int][]int{},
		points: map[int64][]int{}}
	for _, s := range c.r.Surveys {
		for _, t := range surveyTruths(s) {
			x.add(t)
		}
	}
	for _, f := range c.allFigures() {
		for _, t := range c.truthsFor(f) {
			if t.kind != restTruth && t.kind != pointTruth {
				x.add(t)
			}
		}
	}
	return x
}

// sort puts the truths in order, when the first rough number is looked up.
func (x *truthIndex) sort() {
	if x.byCount != nil {
		return
	}
	x.byCount = make([]int, 0, len(x.all))
	for i, t := range x.all {
		if !t.isPoints() {
			x.byCount = append(x.byCount, i)
			if t.base > 0 {
				x.byShare = append(x.byShare, i)
			}
		}
	}
	slices.SortStableFunc(x.byShare, func(a, b int) int {
		return cmp.Compare(x.all[a].share(), x.all[b].share())
	})
	slices.SortStableFunc(x.byCount, func(a, b int) int { return x.all[a].count - x.all[b].count })
}

func (x *truthIndex) add(t truth) {
	i := len(x.all)
	x.all = append(x.all, t)
	if t.isPoints() {
		x.points[t.points.Abs().Units] = append(x.points[t.points.Abs().Units], i)
		return
	}
	if t.kind == sumTruth {
		return // of so many sums one fits any number
	}
	x.counts[t.count] = append(x.counts[t.count], i)
	if t.base > 0 {
		for places, list := range x.percents {
			key := content.Percent(t.count, t.base, places).Units
			list[key] = append(list[key], i)
		}
	}
}

// enough is how many truths that fit are told: more of them say nothing more.
const enough = 64

// near gives the truths that fit a number, of a rough one as many as are enough.
func (x *truthIndex) near(n number, consider func(t truth)) {
	if n.hedge != exactly || n.kind == fractionNumber {
		x.sort()
	}
	switch {
	case n.kind == pointsNumber:
		x.nearPoints(n, consider)
	case n.kind == fractionNumber:
		x.between(x.byShare, n, truth.share, 100*float64(n.count)/float64(n.base), 30, consider)
	case n.hedge == exactly && n.kind == percentNumber && n.value.Places < len(x.percents):
		x.tell(x.percents[n.value.Places][n.value.Units], n, consider)
	case n.hedge == exactly && n.kind != percentNumber:
		x.tell(x.counts[n.count], n, consider)
	case n.kind == percentNumber:
		x.between(x.byShare, n, truth.share, n.value.Float(), 30, consider)
	default:
		count := func(t truth) float64 { return float64(t.count) }
		x.between(x.byCount, n, count, float64(n.count), math.Max(5, float64(n.count)/3), consider)
	}
}

// nearPoints gives the changes that fit.
func (x *truthIndex) nearPoints(n number, consider func(t truth)) {
	from, to := n.value.Float()-3.1, n.value.Float()+3.1
	if n.hedge == exactly {
		from, to = n.value.Float()-0.6, n.value.Float()+0.6
	}
	for tenths := int64(math.Floor(10 * from)); tenths <= int64(math.Ceil(10*to)); tenths++ {
		x.tell(x.points[tenths], n, consider)
	}
}

func (x *truthIndex) tell(list []int, n number, consider func(t truth)) {
	told := 0
	for _, i := range list {
		if n.fits(x.all[i]) {
			consider(x.all[i])
			if told++; told == enough {
				return
			}
		}
	}
}

// between gives the truths of a sorted list whose value lies within reach of what a number says.
func (x *truthIndex) between(list []int, n number, value func(t truth) float64, said, reach float64,
	consider func(t truth)) {
	from := sort.Search(len(list), func(k int) bool { return value(x.all[list[k]]) >= said-reach })
	told := 0
	for _, i := range list[from:] {
		if value(x.all[i]) > said+reach {
			return
		}
		if n.fits(x.all[i]) && (x.all[i].kind != sumTruth || n.kind == fractionNumber) {
			consider(x.all[i])
			if told++; told == enough {
				return
			}
		}
	}
}
