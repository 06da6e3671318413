package language

import (
	"slices"
	"strings"
	"sync"
	"unicode"
)

// Degrees are the words by which the steps of a scale say how often or how much: a scale of one
// direction, which begins at nothing and has no middle that is neither.
type Degrees struct {
	Often, Much []Phrases // wordings of each degree, lowest first
	Intensity   Phrases   // before the same word in all steps: "litt" in "litt viktig"
	Nearly      Phrases   // before another wording: "nesten" in "nesten alltid"
	Times       Words     // that count occasions: "ganger"
	Every       Words     // before a period: "hver"
	Periods     Words     // "dag", "uken"
	DontKnow    Phrases   // answers that say nothing: "vet ikke"
}

// steps are the degrees of one language, quick to find.
type steps struct {
	degree                map[string]int // by wording, from 0 to under mostDegree
	nearly, intensity     []string
	times, every, periods map[string]bool
}

// degrees are those of all languages, and what their plain answers say.
var degrees = sync.OnceValue(func() (all struct {
	steps   []steps
	replies map[string]Reply
}) {
	all.replies = map[string]Reply{}
	for _, l := range known() {
		d := l.Lexicon.Degrees
		s := steps{degree: map[string]int{}, nearly: d.Nearly.List(), intensity: d.Intensity.List(),
			times: set(d.Times.List()), every: set(d.Every.List()), periods: set(d.Periods.List())}
		for _, wordings := range [][]Phrases{d.Often, d.Much} {
			for i, phrases := range wordings {
				for _, p := range phrases.List() {
					s.degree[p] = i * (mostDegree - 1) / (len(wordings) - 1)
				}
			}
		}
		all.steps = append(all.steps, s)
		for reply, words := range map[Reply][]string{Yes: l.Lexicon.Answers.Yes.List(),
			No: l.Lexicon.Answers.No.List(), DontKnow: d.DontKnow.List()} {
			for _, w := range words {
				all.replies[w] = reply
			}
		}
	}
	return all
})

func set(words []string) map[string]bool {
	all := map[string]bool{}
	for _, w := range words {
		all[w] = true
	}
	return all
}

// HowMuch says whether the steps of a scale say how often or how much, in any of the languages.
// Steps that are bare numbers are left out: often only the ends of a scale have names.
func HowMuch(names []string) bool {
	var named []string
	for _, s := range names {
		if s = stepName(s); s != "" {
			named = append(named, s)
		}
	}
	return len(named) > 1 && slices.ContainsFunc(degrees().steps, func(s steps) bool {
		return s.ofOneQuality(named) || !slices.ContainsFunc(named, func(name string) bool {
			_, ok := s.of(name)
			return !ok
		})
	})
}

// InOrder says whether answers are three degrees or more in their order, rising or falling, in any
// of the languages. Yes is more than all others, no is as little as nothing.
func InOrder(answers []string) bool {
	return len(answers) > 2 && slices.ContainsFunc(degrees().steps, func(s steps) bool {
		var found []int
		for _, a := range answers {
			degree, ok := s.ofAnswer(a)
			if !ok {
				return false
			}
			found = append(found, degree)
		}
		return strictly(found, 1) || strictly(found, -1)
	})
}

// strictly says whether numbers rise, or with the sign -1 fall.
func strictly(numbers []int, sign int) bool {
	for i := range numbers[1:] {
		if sign*(numbers[i+1]-numbers[i]) <= 0 {
			return false
		}
	}
	return true
}

// mostDegree is the degree of a plain yes.
const mostDegree = 100

// ofAnswer is the degree of an answer, from 0 to mostDegree.
func (s steps) ofAnswer(answer string) (degree int, ok bool) {
	if degree, ok = s.of(stepName(answer)); ok {
		return degree, true
	}
	switch ReplyOf(answer) {
	case Yes:
		return mostDegree, true
	case No:
		return 0, true
	}
	return 0, false
}

// of is the degree of a step's name, which may have two wordings: "ofte eller alltid".
func (s steps) of(name string) (degree int, ok bool) {
	for _, between := range []string{" eller ", " og ", " or ", "/"} {
		before, after, two := strings.Cut(name, between)
		if !two || before == "av" { // "av og til"
			continue
		}
		if degree, ok = s.ofPart(strings.TrimSpace(before)); !ok {
			return 0, false
		}
		_, ok = s.ofPart(strings.TrimSpace(after))
		return degree, ok
	}
	return s.ofPart(name)
}

// ofPart is the degree of one wording.
func (s steps) ofPart(part string) (degree int, ok bool) {
	if degree, ok = s.degree[part]; ok {
		return degree, true
	}
	for _, p := range s.nearly {
		if rest, cut := strings.CutPrefix(part, p+" "); cut {
			return s.ofPart(rest)
		}
	}
	return mostDegree / 2, s.counts(part)
}

// counts says whether a wording says how many times, or how many in a period: "2–3 ganger i uken",
// "hver dag".
func (s steps) counts(part string) bool {
	words := strings.Fields(part)
	has := func(list map[string]bool) bool {
		return slices.ContainsFunc(words, func(w string) bool { return list[w] })
	}
	return has(s.periods) && (has(s.times) || has(s.every)) ||
		len(words) <= 3 && has(s.times) && !has(s.periods)
}

// ofOneQuality says whether steps are one word, or several, that grow stronger: "ikke viktig",
// "viktig", "svært viktig".
func (s steps) ofOneQuality(names []string) bool {
	quality, grows := "", false
	for _, name := range names {
		stem := name
		for _, p := range s.intensity {
			if rest, ok := strings.CutPrefix(name, p+" "); ok && len(rest) < len(stem) {
				stem = rest
			}
		}
		if quality == "" {
			quality = stem
		}
		if stem != quality {
			return false
		}
		grows = grows || stem != name
	}
	return grows
}

// stepName is the name of a step for comparison: in small letters and without its number, what
// stands in brackets and what is not seen; "" of a bare number.
func stepName(label string) string {
	label = strings.ToLower(WithoutSoftHyphens(label))
	if at := strings.IndexByte(label, '('); at >= 0 {
		label = label[:at]
	}
	label = strings.ReplaceAll(label, "’", "'")
	label = strings.Join(strings.Fields(label), " ")
	rest := strings.TrimLeft(label, "0123456789")
	trimmed := strings.TrimLeft(rest, " –-—.:=)")
	if rest == "" || rest != label && trimmed != rest && trimmed != "" &&
		unicode.IsLetter([]rune(trimmed)[0]) && !strings.HasPrefix(rest, " gang") &&
		!strings.HasPrefix(rest, " gong") && !strings.HasPrefix(rest, " time") {
		label = trimmed
	}
	return strings.Trim(label, " .,;:!")
}

// Reply is what an answer says to a question of yes or no.
type Reply uint8

// Replies, in the order in which charts show them.
const (
	Other Reply = iota
	Yes
	No
	DontKnow
)

// ReplyOf is what an answer says, in any of the languages; a word that explains it may follow:
// "Ja, med få unntak".
func ReplyOf(label string) Reply {
	first := stepName(label)
	if at := strings.IndexAny(first, ",–—:;/-"); at > 0 {
		first = strings.TrimSpace(first[:at])
	}
	return degrees().replies[first]
}
