package check

import (
	"fmt"
	"slices"
	"strconv"

	"rapport/content"
)

// trend is the direction of a change that is claimed.
type trend int8

const (
	noTrend trend = iota
	upward
	downward
	unchanged
)

var (
	upWords   = words("økte økning økningen auke auken auka oppgang oppgangen steg steget vokste vokst increased increase rose risen grew grown")
	downWords = words("nedgang nedgangen sank sunket falt minket minsket minka decreased decrease fell fallen declined decline dropped")
	flatWords = words("uendret uendra uforandret stabil stabilt unchanged stable")
	moreWords = words("flere fleire høyere høgare større vanligere vanlegare oftere oftare more higher larger")
	lessWords = words("færre lavere lågare mindre sjeldnere sjeldnare fewer less lower smaller")
	pastWords = words("fjor fjorårets før tidligere tidlegare siden sidan forrige førre previous earlier before last since")
	wishWords = words("ønsker ønsket ønskjer vil trenger treng bør må burde kan want wants need needs should")
)

// direction says whether the word at token i claims a change, and where the claim ends. «flere» and its
// like claim one only where the sentence names an earlier year.
func (p *passage) direction(i int, sentence [2]int) (trend, int) {
	w := p.word(i)
	switch {
	case w == "":
		return noTrend, 0
	case upWords[w], w == "økt" && p.word(i-1) == "har":
		return upward, i + 1
	case downWords[w]:
		return downward, i + 1
	case flatWords[w]:
		return unchanged, i + 1
	case (w == "gikk" || w == "gått" || w == "gjekk" || w == "går" || w == "went") && (p.word(i+1) == "opp" || p.word(i+1) == "up"):
		return upward, i + 2
	case (w == "gikk" || w == "gått" || w == "gjekk" || w == "går" || w == "went") && (p.word(i+1) == "ned" || p.word(i+1) == "down"):
		return downward, i + 2
	case w == "som" && p.word(i+1) == "i" && p.word(i+2) == "fjor", w == "as" && p.word(i+1) == "last" && p.word(i+2) == "year":
		return unchanged, i + 3
	case w == "som" && (p.word(i+1) == "året" || p.word(i+1) == "åra") && p.word(i+2) == "før":
		return unchanged, i + 3
	case moreWords[w] && p.pastAfter(i, sentence):
		return upward, i + 1
	case lessWords[w] && p.pastAfter(i, sentence):
		return downward, i + 1
	}
	return noTrend, 0
}

// pastAfter says whether «enn» or «than» after token i leads to an earlier year.
func (p *passage) pastAfter(i int, sentence [2]int) bool {
	for k := i + 1; k < sentence[1] && k < i+10; k++ {
		if w := p.word(k); w == "enn" || w == "than" {
			return p.pastYear([2]int{k, min(sentence[1], k+5)})
		}
	}
	return false
}

// pastYear says whether some tokens name an earlier year.
func (p *passage) pastYear(at [2]int) bool {
	for i := at[0]; i < at[1]; i++ {
		t := p.toks[i]
		if t.kind == wordToken && pastWords[t.text] {
			return true
		}
		if year, err := strconv.Atoi(t.text); t.kind == digitsToken && err == nil && p.earlierYear(year) {
			return true
		}
	}
	return false
}

// earlierYear says whether a figure of the topic is compared with that year.
func (p *passage) earlierYear(year int) bool {
	return slices.ContainsFunc(p.scope.topic, func(f *content.Figure) bool { return f.Compare != nil && f.Compare.Survey.Year == year })
}

// trend holds a claimed change against the change, and its margin.
func (p *passage) trend(i, end int, d trend, clause, sentence [2]int) {
	anchors := p.anchors(clause[0], clause[1])
	if len(anchors) == 0 {
		anchors = p.anchors(sentence[0], sentence[1])
		if len(anchors) == 0 || !anchors[0].called || !sameAnswers(anchors) {
			return
		}
	}
	if len(anchors) > 1 && !sameAnswers(anchors) {
		anchors = anchors[nearestAnchor(anchors, i):][:1]
	}
	if len(anchors) == 0 || p.wished(i, sentence) {
		return
	}
	a := anchors[0]
	f := a.figure
	change, ok := f.Change(a.answers...)
	if !ok {
		if a.called {
			p.notCompared(i, end, a)
		}
		return
	}
	loc := p.c.loc
	margin, _ := f.Margin(a.answers...)
	then, _ := f.Earlier(a.answers...)
	data := fmt.Sprintf("%s: %s %% in %d, %s %% in %d, %s points, margin ±%s", truth{figure: f, answers: a.answers}.name(), loc.Decimal(f.Percent(1, a.answers...)),
		f.Survey.Year, loc.Decimal(f.Compare.Percent(1, then...)), f.Compare.Survey.Year, loc.Signed(change), loc.Decimal(margin))
	inside := f.Insignificant(a.answers...)
	switch {
	case d == unchanged && !inside:
		p.tell("trend", i, end, "the data show a change; "+data, "")
	case d == unchanged:
	case d == upward && change.Sign() <= 0 || d == downward && change.Sign() >= 0:
		p.tell("trend", i, end, "the data do not show this; "+data, "")
	case inside && !p.modest(i, sentence):
		p.tell("trend", i, end, "inside the margin of error, it may be chance; "+data, "say that the difference is small, or leave it out")
	}
}

var modestWords = words("litt noe noko svak svakt liten lita lite små marginal marginalt knapt slightly slight small marginally somewhat")

// modest says whether a claimed change is called small, which a change inside the margin may be.
func (p *passage) modest(i int, sentence [2]int) bool {
	for k := max(sentence[0], i-3); k < min(sentence[1], i+3); k++ {
		if modestWords[p.word(k)] {
			return true
		}
	}
	return false
}

// wished says whether the words just before a claim make it a wish: «ønsker flere enn før».
func (p *passage) wished(i int, sentence [2]int) bool {
	for k := max(sentence[0], i-2); k < i; k++ {
		if wishWords[p.word(k)] {
			return true
		}
	}
	return false
}

func sameAnswers(anchors []anchor) bool {
	for _, a := range anchors[1:] {
		if a.figure != anchors[0].figure || !slices.Equal(a.answers, anchors[0].answers) {
			return false
		}
	}
	return true
}

// nearestAnchor is the index of the anchor that stands nearest to a token.
func nearestAnchor(anchors []anchor, i int) int {
	best := 0
	for k, a := range anchors {
		if max(a.at-i, i-a.at) < max(anchors[best].at-i, i-anchors[best].at) {
			best = k
		}
	}
	return best
}

// notCompared tells that a claimed change has no earlier year in the data.
func (p *passage) notCompared(i, end int, a anchor) {
	why := a.figure.Ref() + " is not compared with an earlier year"
	if a.figure.Incomparable != "" {
		why += ": " + a.figure.Incomparable
	}
	p.tell("trend", i, end, why, "")
}

var ordinals = map[string]int{"andre": 2, "tredje": 3, "fjerde": 4, "femte": 5, "sjette": 6, "sjuende": 7, "syvende": 7, "sjuande": 7, "åttende": 8, "åttande": 8,
	"niende": 9, "niande": 9, "tiende": 10, "tiande": 10, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10}

// inARow reads «femte år på rad», «fifth year in a row» at token i: how many years, 0 when it is not there.
func (p *passage) inARow(i int) int {
	n := ordinals[p.word(i)]
	if n == 0 {
		return 0
	}
	if (p.word(i+1) == "år" || p.word(i+1) == "året") && p.word(i+2) == "på" && p.word(i+3) == "rad" ||
		p.word(i+1) == "year" && (p.word(i+2) == "in" && p.word(i+4) == "row" || p.word(i+2) == "running") {
		return n
	}
	return 0
}

// row holds «for femte år på rad» against how many years the data have.
func (p *passage) row(i, n int, clause, sentence [2]int) {
	anchors := p.anchors(clause[0], clause[1])
	if len(anchors) == 0 {
		anchors = p.anchors(sentence[0], sentence[1])
	}
	f := single(anchors)
	if f == nil && len(p.scope.own) == 1 {
		f = p.scope.own[0]
	}
	years, what := 0, "the report"
	if f != nil {
		what = f.Ref()
		for g := f; g != nil; g = g.Compare {
			years++
			if g.Compare != nil && g.Compare.Survey.Year != g.Survey.Year-1 {
				break
			}
		}
	} else {
		for _, s := range p.c.r.Surveys {
			for _, g := range s.Figures {
				if g.Compare != nil {
					years = max(years, 2)
				}
			}
		}
	}
	if years < n {
		p.tell("trend", i, i+4, fmt.Sprintf("the data of %s go back %d year(s) in a row, not %d", what, years, n), "")
	}
}
