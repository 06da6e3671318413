// Package privacy says which counts of a survey must be withheld so that nobody in a small group
// can be pointed out, and nothing that is published gives them away.
//
// # The idea
//
// A count from one to just below a minimum is a small group: it is withheld. Since the answers to a
// question add up to its base, which is published, a lone withheld count could be computed; so
// others are withheld with it (complementary suppression). Whoever reads the report also knows
// these rules, and may reason backwards: which counts would have led to exactly these gaps? So a
// choice of gaps counts as safe only when every withheld count can still have two values, given all
// that is published and the rules themselves (Wong, Fu, Wang and Pei, "Minimality attack in privacy
// preserving data publishing", VLDB 2007). Where it is not, all counts of the question are
// withheld, and if need be its base.
//
// Zero is published: it is nobody. So is a base, unless it is small itself.
//
// # Where to start
//
// [Single] is a question with one answer a person, [Multiple] one with several; both give [Cells],
// which say what may be published: a count, a sum of counts, the base. A withheld count of Single
// can be any number from one to just below the minimum, as far as its sum tells.
//
// [System] is questions that are broken down by others: counts in two and more sums at a time,
// where what is withheld in one row is given away by a column, a larger group, or another table. It
// says what is guaranteed there, and what is not.
//
// # Left out
//
// Answers of one person to several questions are not linked but by breakdowns and follow-ups; the
// caller says how these hang together. What outsiders know already is not considered.
package privacy

import "slices"

// Cells are the counts of a question, and which of them are withheld.
type Cells struct {
	Withheld []bool
	Closed   bool // nothing is published, not even the base
	Overlap  bool // the counts add up to nothing: one person may be in several
}

// Any says whether anything is withheld.
func (c Cells) Any() bool { return c.Closed || slices.Contains(c.Withheld, true) }

// Published says whether some counts together, or their share, may be published: when none of them
// is withheld, or when they hold all that are; then their sum is the base less what is published,
// and tells nothing new.
func (c Cells) Published(indices ...int) bool {
	if c.Closed {
		return false
	}
	inside := 0
	for _, i := range indices {
		if c.Withheld[i] {
			inside++
		}
	}
	return inside == 0 || !c.Overlap && len(indices) > 1 && inside == c.gaps()
}

func (c Cells) gaps() int {
	n := 0
	for _, w := range c.Withheld {
		if w {
			n++
		}
	}
	return n
}

// Multiple withholds counts of a question with several answers a person: those of small groups, and
// those that all but a small group gave. Such counts add up to nothing, so none gives another away.
func Multiple(counts []int, base, minimum int) Cells {
	c := Cells{Withheld: make([]bool, len(counts)), Overlap: true}
	if small(base, minimum) {
		return Closed(len(counts))
	}
	for i, n := range counts {
		c.Withheld[i] = small(n, minimum) || small(base-n, minimum)
	}
	if c.Any() && base <= minimum && minimum <= 2 {
		return Closed(len(counts)) // one value alone fits the rule
	}
	return c
}

// small says whether a group is one that may not be pointed out.
func small(n, minimum int) bool { return n > 0 && n < minimum }

// Closed withholds all of a question with so many answers.
func Closed(n int) Cells {
	c := Cells{Withheld: make([]bool, n), Closed: true}
	for i := range c.Withheld {
		c.Withheld[i] = true
	}
	return c
}

// Single withholds counts of a question with one answer a person. The counts add up to the base.
func Single(counts []int, minimum int) Cells {
	base := 0
	for _, n := range counts {
		base += n
	}
	if small(base, minimum) {
		return Closed(len(counts))
	}
	if settled(counts, minimum) {
		return Cells{Withheld: pattern(counts, minimum)}
	}
	all := everything(counts)
	if !wide(counts, all, minimum) {
		return Closed(len(counts))
	}
	same := func(other []int) bool {
		return !settled(other, minimum) && slices.Equal(everything(other), all)
	}
	if safe(counts, all, secondTries, same) {
		return Cells{Withheld: all}
	}
	return Closed(len(counts))
}

// settled says whether the first choice of gaps is safe for some counts, or none are needed.
func settled(counts []int, minimum int) bool {
	gaps := pattern(counts, minimum)
	same := func(other []int) bool { return slices.Equal(pattern(other, minimum), gaps) }
	return !slices.Contains(gaps, true) ||
		wide(counts, gaps, minimum) && safe(counts, gaps, firstTries, same)
}

// wide says whether each withheld count can be all from one to below the minimum, and two numbers at
// least, while the others are one or more: whether their sum is large enough for that.
func wide(counts []int, gaps []bool, minimum int) bool {
	gone, sum := 0, 0
	for i, g := range gaps {
		if g {
			gone, sum = gone+1, sum+counts[i]
		}
	}
	return gone > 1 && sum >= highest(minimum)+gone-1
}

// highest is the highest number that a small count must still be able to be.
func highest(minimum int) int { return max(2, minimum-1) }

// everything is gaps in place of all counts but zeros.
func everything(counts []int) []bool {
	gaps := make([]bool, len(counts))
	for i, n := range counts {
		gaps[i] = n > 0
	}
	return gaps
}

// pattern is the first choice of gaps: small groups, and the smallest counts beside them until each
// can be any small number, for all that their sum tells.
func pattern(counts []int, minimum int) []bool {
	gaps := make([]bool, len(counts))
	some := false
	for i, n := range counts {
		gaps[i] = small(n, minimum)
		some = some || gaps[i]
	}
	for some && !wide(counts, gaps, minimum) {
		next := -1
		for i, n := range counts {
			if n > 0 && !gaps[i] && (next < 0 || n < counts[next]) {
				next = i
			}
		}
		if next < 0 {
			break
		}
		gaps[next] = true
	}
	return gaps
}

// The search for other counts that fit what is published is bounded: so many tries for the first
// choice of gaps, and so many for the second, in each of which the first is tried again. It ends
// far earlier unless counts are nearly fixed; where it ends without an answer the choice is taken
// as unsafe.
const (
	firstTries  = 500
	secondTries = 100
)

// safe says whether each withheld count can have two values: whether there are other counts with
// the same published ones and the same sum that the rules turn into the same gaps. It looks at
// nothing that is not published, so it says the same for all counts that look alike from outside.
func safe(counts []int, gaps []bool, tries int, same func(counts []int) bool) bool {
	other := slices.Clone(counts)
	var open []int
	sum := 0
	for i, g := range gaps {
		if g {
			open = append(open, i)
			sum += counts[i]
		}
	}
	s := search{counts: other, open: open, first: make([]int, len(open)), left: tries, same: same}
	s.fill(0, sum)
	return len(open) > 1 && s.two == len(open)
}

// search goes through the ways to share a sum among open counts, each at least one.
type search struct {
	counts []int
	open   []int
	first  []int  // the first value that fitted, 0 for none
	second []bool // a second one was found
	two    int    // how many counts can have two values
	left   int    // tries
	same   func(counts []int) bool
}

// fill shares what is left among the open counts from k on.
func (s *search) fill(k, left int) {
	if s.second == nil {
		s.second = make([]bool, len(s.open))
	}
	rest := len(s.open) - k - 1
	if rest < 0 || s.two == len(s.open) || s.left <= 0 {
		return
	}
	if rest == 0 {
		s.left--
		s.counts[s.open[k]] = left
		if left > 0 && s.same(s.counts) {
			s.note()
		}
		return
	}
	// from equal parts outwards: that is where small groups lie
	even, most := left/(rest+1), left-rest
	for away := 0; away <= most && s.two < len(s.open) && s.left > 0; away++ {
		for _, v := range [2]int{even + away, even - away} {
			if v < 1 || v > most {
				continue
			}
			s.counts[s.open[k]] = v
			s.fill(k+1, left-v)
			if away == 0 {
				break
			}
		}
	}
}

// note keeps the values of counts that fit.
func (s *search) note() {
	for k, i := range s.open {
		switch v := s.counts[i]; {
		case s.first[k] == 0:
			s.first[k] = v
		case s.first[k] != v && !s.second[k]:
			s.second[k] = true
			s.two++
		}
	}
}
