package check

import (
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
	byShare  []keyed // those with a share, by it; nil before a rough number is looked up
	byCount  []keyed
	sums     []truth // of answers side by side, for fractions alone: of so many one fits any number
	bySum    []keyed // these, after all, and all others with a share; nil before a fraction comes
}

// keyed is a truth's index by the value that it is looked up by.
type keyed struct {
	value float64
	at    int
}

// fewLookups is how many numbers are held against all truths before an index of them pays; a report
// of at least largeReport figures has so many.
const (
	fewLookups  = 40
	largeReport = 1000
)

// elsewhere gives the truths of the whole report that fit a number; those of earlier years only
// when the words name one.
func (c *checker) elsewhere(n number, past bool, consider func(t truth)) {
	if c.lookups++; c.lookups > fewLookups || len(c.allFigures()) > largeReport {
		if c.values == nil {
			c.values = c.indexed()
		}
		if n.kind == fractionNumber && c.values.bySum == nil {
			c.values.sumUp(c)
		}
		c.values.near(n, consider)
		return
	}
	for _, s := range c.r.Surveys {
		for _, t := range c.surveyTruthsFor(s) {
			consider(t)
		}
	}
	for _, f := range c.allFigures() {
		c.byItself(f, n, past, consider)
		if n.kind == fractionNumber {
			for _, t := range c.truthsFor(f) {
				if t.kind == sumTruth {
					consider(t)
				}
			}
		}
	}
}

// byItself gives what a figure says by itself that fits a number.
func (c *checker) byItself(f *content.Figure, n number, past bool, consider func(t truth)) {
	if f.Kind == content.Open || f.Compare != nil && (past || n.kind == pointsNumber) {
		for _, t := range c.plainFor(f) {
			consider(t)
		}
		return
	}
	if f.Compare != nil {
		consider(baseOf(f.Compare))
	}
	for i, a := range f.Answers {
		t := truthOf(answerTruth, f, nil, a.Count)
		if n.fit(&t) {
			t.answers = []int{i}
			consider(t)
		}
	}
	consider(baseOf(f))
	if f.Missing > 0 {
		consider(missingOf(f))
	}
}

// plainFor is what a figure gives by itself, made once.
func (c *checker) plainFor(f *content.Figure) []truth {
	t, ok := c.plain[f]
	if !ok {
		t = plainTruths(f)
		c.plain[f] = t
	}
	return t
}

// surveyTruthsFor is what a survey gives as a whole, made once.
func (c *checker) surveyTruthsFor(s *content.Survey) []truth {
	t, ok := c.whole[s]
	if !ok {
		t = surveyTruths(s)
		c.whole[s] = t
	}
	return t
}

func (c *checker) indexed() *truthIndex {
	x := &truthIndex{percents: [2]map[int64][]int{{}, {}}, counts: map[int][]int{},
		points: map[int64][]int{}}
	for _, s := range c.r.Surveys {
		for _, t := range c.surveyTruthsFor(s) {
			x.add(t)
		}
	}
	for _, f := range c.allFigures() {
		for _, t := range plainTruths(f) {
			x.add(t)
		}
	}
	clear(c.plain) // they are asked for no more
	return x
}

func (x *truthIndex) add(t truth) {
	i := len(x.all)
	x.all = append(x.all, t)
	if t.isPoints() {
		x.points[t.points.Abs().Units] = append(x.points[t.points.Abs().Units], i)
		return
	}
	x.counts[t.count] = append(x.counts[t.count], i)
	if t.base > 0 {
		for places, list := range x.percents {
			key := content.Percent(t.count, t.base, places).Units
			list[key] = append(list[key], i)
		}
	}
}

// sort puts the truths in order, when the first rough number is looked up.
func (x *truthIndex) sort() {
	if x.byCount != nil {
		return
	}
	x.byCount = make([]keyed, 0, len(x.all))
	for i := range x.all {
		if t := &x.all[i]; !t.isPoints() {
			x.byCount = append(x.byCount, keyed{float64(t.count), i})
			if t.base > 0 {
				x.byShare = append(x.byShare, keyed{t.share(), i})
			}
		}
	}
	inOrder(x.byCount)
	inOrder(x.byShare)
}

// sumUp takes in what answers add up to, when the first fraction is looked up.
func (x *truthIndex) sumUp(c *checker) {
	x.sort()
	x.bySum = slices.Clone(x.byShare)
	for _, f := range c.allFigures() {
		if f.Kind == content.Open || f.Kind == content.Multiple || f.N <= 0 {
			continue
		}
		from := len(x.sums)
		x.sums = sumTruths(x.sums, f, run(0, len(f.Answers)))
		for i := from; i < len(x.sums); i++ {
			x.bySum = append(x.bySum, keyed{x.sums[i].share(), len(x.all) + i})
		}
	}
	inOrder(x.bySum)
}

// truth is the one with an index.
func (x *truthIndex) truth(i int) *truth {
	if i < len(x.all) {
		return &x.all[i]
	}
	return &x.sums[i-len(x.all)]
}

// inOrder sorts by value, those of one value as they stand in the report.
func inOrder(list []keyed) {
	sort.Slice(list, func(i, k int) bool {
		return list[i].value < list[k].value ||
			list[i].value == list[k].value && list[i].at < list[k].at
	})
}

// enough is how many truths that fit are told: more of them say nothing more.
const enough = 64

// near gives the truths that fit a number, of a rough one as many as are enough.
func (x *truthIndex) near(n number, consider func(t truth)) {
	if n.hedge != exactly {
		x.sort()
	}
	said := n.value.Float()
	switch {
	case n.kind == pointsNumber:
		x.nearPoints(n, consider)
	case n.kind == fractionNumber:
		said = 100 * float64(n.count) / float64(n.base)
		x.within(x.bySum, n, said, n.reach(), consider)
	case n.hedge == exactly && n.kind == percentNumber && n.value.Places < len(x.percents):
		x.tell(x.percents[n.value.Places][n.value.Units], n, consider)
	case n.hedge == exactly && n.kind != percentNumber:
		x.tell(x.counts[n.count], n, consider)
	case n.kind == percentNumber:
		x.sort()
		x.within(x.byShare, n, said, n.reach(), consider)
	default:
		x.within(x.byCount, n, float64(n.count), math.Max(5, float64(n.count)/3), consider)
	}
}

// reach is how many points a share may lie off a rough number at most.
func (n number) reach() float64 {
	switch {
	case n.wide:
		return 30
	case n.hedge == above || n.hedge == below || n.hedge == atLeast || n.hedge == atMost:
		return 16
	}
	return 6.5
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
		if t := &x.all[i]; n.fit(t) {
			consider(*t)
			if told++; told == enough {
				return
			}
		}
	}
}

// within gives the truths whose value lies within reach of what a number says, by a sorted list.
func (x *truthIndex) within(
	list []keyed, n number, said, reach float64, consider func(t truth),
) {
	from := sort.Search(len(list), func(k int) bool { return list[k].value >= said-reach })
	told := 0
	for _, k := range list[from:] {
		if k.value > said+reach {
			return
		}
		if t := x.truth(k.at); n.fit(t) {
			consider(*t)
			if told++; told == enough {
				return
			}
		}
	}
}
