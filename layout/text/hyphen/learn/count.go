package main

import (
	"maps"
	"math"
	"slices"
	"strings"

	"rapport/layout/text/hyphen/compound"
)

// Learn returns the packed table of the parts of two lists of words.
func Learn(forms, more []byte) (string, error) {
	x, err := readLexicon(forms, more)
	if err != nil {
		return "", err
	}
	c := x.begin()
	first, err := compound.Open(compound.Pack(c.parts(x)))
	if err != nil {
		return "", err
	}
	x.weigh(c, first)
	return compound.Pack(c.parts(x)), nil
}

// tally is how often a part ends at a joint, and how often the letters stand there.
type tally struct{ joint, all float64 }

// counts are those of first parts, in lemmas, and of stems that end words, in forms.
type counts struct{ first, last map[string]*tally }

// often is how many words a first part stands before that is no word itself.
const often = 3

// begin counts all ways to divide the words in two.
func (x *lexicon) begin() *counts {
	c := &counts{map[string]*tally{}, map[string]*tally{}}
	before := map[string]int{}
	for lemma := range x.lemmas {
		for at := range cuts(lemma, 3, 3) {
			if x.lemmas[lemma[at:]] != nil && !compound.IsSuffix(lemma[at:]) {
				before[lemma[:at]]++
			}
		}
	}
	for part, n := range before {
		if n >= often || x.known(part) {
			c.first[part] = &tally{}
		}
	}
	for lemma := range x.lemmas {
		if len([]rune(lemma)) > 2 && !compound.IsSuffix(lemma) {
			c.first[lemma] = &tally{}
		}
		if len([]rune(lemma)) > 3 && !strings.ContainsAny(lemma[len(lemma)-1:], "sxz") {
			c.first[lemma+"s"] = &tally{}
		}
	}
	for _, p := range slices.Concat(compound.Prefixes(), short) {
		c.first[p] = &tally{}
	}
	for stem := range x.stems {
		c.last[stem] = &tally{}
	}
	x.beginFirst(c)
	x.beginLast(c)
	maps.DeleteFunc(c.first, func(part string, t *tally) bool {
		return t.all == 0 && x.lemmas[part] == nil // a word and an s: package compound knows that
	})
	return c
}

// short are words of two letters that stand before others.
var short = []string{"al", "by", "bi", "bu", "få", "gå", "is", "kø", "ny", "rå", "sy", "te", "ti",
	"to", "ur", "øl", "øy", "år", "ås"}

// known reports whether a part is a word, or one with a joining letter.
func (x *lexicon) known(part string) bool { return x.lemmas[part] != nil || x.joined(part) }

func (x *lexicon) joined(part string) bool {
	n := len(part) - 1
	return n > 0 && (part[n] == 's' || part[n] == 'e') && part[n-1] != part[n] &&
		x.lemmas[part[:n]] != nil
}

func (x *lexicon) beginFirst(c *counts) {
	for lemma := range x.lemmas {
		for at := range cuts(lemma, 2, 2) {
			if t := c.first[lemma[:at]]; t != nil {
				t.all++
				if x.lemmas[lemma[at:]] != nil && !compound.IsSuffix(lemma[at:]) {
					t.joint++
				}
			}
		}
	}
}

func (x *lexicon) beginLast(c *counts) {
	for _, form := range x.forms {
		for at := range cuts(form, 2, 3) {
			known := c.first[form[:at]] != nil && at > 2
			for _, stem := range stemsAt(form, at) {
				if t := c.last[stem]; t != nil {
					t.all++
					if known {
						t.joint++
					}
				}
			}
		}
	}
}

// stemsAt lists the stems that the letters of a form from a place on may be, with an ending.
func stemsAt(form string, at int) []string {
	var stems []string
	for end := range cuts(form+"-", 0, 1) {
		if end > at+2 && compound.IsEnding(form[end:]) {
			stems = append(stems, form[at:end])
		}
	}
	return stems
}

// enough is the evidence of a division that counts.
const enough = -4

// weigh counts again: only the best way to divide a word, and that only when there is enough
// evidence for it.
func (x *lexicon) weigh(c *counts, table *compound.Table) {
	for _, t := range c.first {
		t.joint = 0
	}
	for _, t := range c.last {
		t.joint = 0
	}
	var joints []compound.Joint
	for _, form := range x.forms {
		letters := []rune(form)
		var evidence float64
		if joints, evidence = table.Weigh(joints[:0], letters); evidence < enough {
			continue
		}
		at := 0
		for _, j := range joints {
			if t := c.first[string(letters[at:j.At])]; t != nil && x.lemmas[form] != nil {
				t.joint++
			}
			at = j.At
		}
		for _, stem := range stemsAt(form, len(string(letters[:at]))) {
			if t := c.last[stem]; t != nil {
				t.joint++
			}
		}
	}
}

// parts are those of the counts with their worths, sorted.
func (c *counts) parts(x *lexicon) []compound.Part {
	all := map[string]bool{}
	for p := range c.first {
		all[p] = true
	}
	for p := range c.last {
		all[p] = true
	}
	var parts []compound.Part
	for _, text := range slices.Sorted(maps.Keys(all)) {
		p := compound.Part{Text: text, First: compound.None, Last: compound.None}
		if t := c.first[text]; t != nil {
			p.First = t.odds() + x.bonus(text, t)
		}
		if t := c.last[text]; t != nil {
			p.Last = t.odds()
		}
		parts = append(parts, p)
	}
	return parts
}

// odds is how well a part vouches for a joint. One that is seldom seen is given the benefit of the
// doubt; beyond certain is no more certain.
func (t *tally) odds() float64 {
	return min(1, math.Log((t.joint+1.4)/(max(0, t.all-t.joint)+1)))
}

// bonus is what a first part is worth for its kind.
func (x *lexicon) bonus(part string, t *tally) float64 {
	switch {
	case slices.Contains(compound.Prefixes(), part):
		return 3
	case t.joint > 0 && part[len(part)-1] == 's' && len(part) > 4 && x.joined(part):
		return 1.5
	case !x.known(part):
		return -1.8
	}
	return 0
}

// cuts calls yield with the bytes at which a word can be cut that leave so many letters.
func cuts(word string, before, after int) func(yield func(int) bool) {
	return func(yield func(int) bool) {
		letters := []rune(word)
		at := 0
		for k, r := range letters {
			if k >= before && k <= len(letters)-after && !yield(at) {
				return
			}
			at += len(string(r))
		}
	}
}
