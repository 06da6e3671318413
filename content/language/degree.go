package language

import (
	"slices"
	"strings"
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

// HowMuch says whether the steps of a scale say how often or how much, in any of the languages.
// Steps that are bare numbers are left out: often only the ends of a scale have names.
func HowMuch(steps []string) bool {
	var named []string
	for _, s := range steps {
		if s = stepName(s); s != "" {
			named = append(named, s)
		}
	}
	return len(named) > 1 && slices.ContainsFunc(known, func(l *Language) bool {
		d := l.Lexicon.Degrees
		return d.ofOneQuality(named) || !slices.ContainsFunc(named, func(s string) bool {
			_, ok := d.of(s)
			return !ok
		})
	})
}

// InOrder says whether answers are three degrees or more in their order, rising or falling, in any
// of the languages. Yes is more than all others, no is as little as nothing.
func InOrder(answers []string) bool {
	return len(answers) > 2 && slices.ContainsFunc(known, func(l *Language) bool {
		var degrees []int
		for _, a := range answers {
			degree, ok := l.degree(a)
			if !ok {
				return false
			}
			degrees = append(degrees, degree)
		}
		return strictly(degrees, 1) || strictly(degrees, -1)
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

// degree is an answer's, from 0 to mostDegree.
func (l *Language) degree(answer string) (degree int, ok bool) {
	if degree, ok = l.Lexicon.Degrees.of(stepName(answer)); ok {
		return degree, true
	}
	switch l.reply(answer) {
	case Yes:
		return mostDegree, true
	case No:
		return 0, true
	}
	return 0, false
}

// of is the degree of a step's name.
func (d Degrees) of(name string) (degree int, ok bool) {
	for _, part := range d.parts(name) {
		if degree, ok = d.ofPart(part); !ok {
			return 0, false
		}
	}
	return degree, ok
}

// parts are the wordings of one step: "ofte eller alltid", "aldri/sjelden".
func (d Degrees) parts(name string) []string {
	for _, between := range []string{" eller ", " og ", " or ", "/"} {
		if before, after, ok := strings.Cut(name, between); ok && before != "av" {
			return []string{strings.TrimSpace(before), strings.TrimSpace(after)}
		}
	}
	return []string{name}
}

// ofPart is the degree of one wording.
func (d Degrees) ofPart(part string) (degree int, ok bool) {
	for _, degrees := range [][]Phrases{d.Often, d.Much} {
		for i, wordings := range degrees {
			if slices.Contains(wordings.List(), part) {
				return i * (mostDegree - 1) / (len(degrees) - 1), true
			}
		}
	}
	for _, p := range d.Nearly.List() {
		if rest, cut := strings.CutPrefix(part, p+" "); cut {
			return d.ofPart(rest)
		}
	}
	return mostDegree / 2, d.counts(part)
}

// counts says whether a wording says how many times in a period: "2–3 ganger i uken", "hver dag".
func (d Degrees) counts(part string) bool {
	words := strings.Fields(part)
	has := func(list Words) bool {
		return slices.ContainsFunc(list.List(), func(w string) bool {
			return slices.Contains(words, w)
		})
	}
	return has(d.Periods) && (has(d.Times) || has(d.Every)) ||
		len(words) <= 3 && has(d.Times) && !has(d.Periods)
}

// ofOneQuality says whether steps are one word, or several, that grow stronger: "ikke viktig",
// "viktig", "svært viktig".
func (d Degrees) ofOneQuality(names []string) bool {
	quality, grows := "", false
	for _, name := range names {
		stem := name
		for _, p := range d.Intensity.List() {
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
	for _, l := range known {
		if r := l.reply(label); r != Other {
			return r
		}
	}
	return Other
}

// reply is ReplyOf in one language.
func (l *Language) reply(label string) Reply {
	name := stepName(label)
	first := name
	if at := strings.IndexAny(name, ",–—:;/-"); at > 0 {
		first = strings.TrimSpace(name[:at])
	}
	switch answers := l.Lexicon.Answers; {
	case slices.Contains(l.Lexicon.Degrees.DontKnow.List(), first):
		return DontKnow
	case slices.Contains(answers.Yes.List(), first):
		return Yes
	case slices.Contains(answers.No.List(), first):
		return No
	}
	return Other
}
