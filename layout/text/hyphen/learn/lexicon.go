package main

import (
	"bytes"
	"compress/gzip"
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"
	"unicode"

	"rapport/layout/text/hyphen/compound"
)

// lexicon is the words and what parts they give.
type lexicon struct {
	lemmas map[string][]string // with their forms, the lemma among them
	forms  []string            // of all, sorted, each once
	stems  map[string]bool
}

func readLexicon(forms, more []byte) (*lexicon, error) {
	unzipped, err := gzip.NewReader(bytes.NewReader(forms))
	if err != nil {
		return nil, err
	}
	var classes map[string]map[string][]string
	if err := json.NewDecoder(unzipped).Decode(&classes); err != nil {
		return nil, err
	}
	x := &lexicon{lemmas: map[string][]string{}, stems: map[string]bool{}}
	for _, class := range classes {
		for form, lemmas := range class {
			for _, lemma := range lemmas {
				if isWord(form) && isWord(lemma) {
					x.lemmas[lemma] = append(x.lemmas[lemma], form)
				}
			}
		}
	}
	if len(x.lemmas) == 0 {
		return nil, fmt.Errorf("no words in the list of forms")
	}
	x.addNynorsk()
	for line := range strings.Lines(string(more)) {
		line, _, _ = strings.Cut(line, "#")
		for word := range strings.FieldsSeq(line) {
			x.lemmas[word] = append(x.lemmas[word], word)
		}
	}
	x.finish()
	return x, nil
}

// isWord reports whether s is a word of lower case letters.
func isWord(s string) bool {
	return len(s) > 1 && strings.IndexFunc(s, func(r rune) bool { return !unicode.IsLower(r) }) < 0
}

// addNynorsk adds the words of Nynorsk that differ from those of Bokmål by rule. Some do not
// exist; that a part is known which no word has does no harm.
func (x *lexicon) addNynorsk() {
	for _, lemma := range slices.Collect(maps.Keys(x.lemmas)) {
		for _, r := range []struct{ nb, nn string }{
			{"lighet", "legheit"}, {"lig", "leg"}, {"het", "heit"}, {"løs", "laus"},
			{"else", "ing"}, {"else", "sle"}, {"er", "ar"},
		} {
			stem, ok := strings.CutSuffix(lemma, r.nb)
			if r.nb == "er" { // who does: lærer, lærere
				ok = ok && slices.Contains(x.lemmas[lemma], lemma+"e")
			}
			if ok && len(stem) > 2 {
				x.lemmas[stem+r.nn] = append(x.lemmas[stem+r.nn], stem+r.nn)
			}
		}
		if rest, ok := strings.CutPrefix(lemma, "hv"); ok {
			x.lemmas["kv"+rest] = append(x.lemmas["kv"+rest], "kv"+rest)
		}
	}
}

// finish derives all from the lemmas.
func (x *lexicon) finish() {
	for lemma, forms := range x.lemmas {
		x.lemmas[lemma] = append(forms, lemma)
		x.forms = append(x.forms, x.lemmas[lemma]...)
		for _, stem := range stemsOf(lemma, x.lemmas[lemma]) {
			if len([]rune(stem)) > 2 && !compound.IsSuffix(stem) {
				x.stems[stem] = true
			}
		}
	}
	for lemma := range x.lemmas {
		if stem, ok := strings.CutSuffix(lemma, "e"); ok && len([]rune(stem)) > 3 { // rutin|ar
			x.stems[stem] = true
		}
		if strings.HasSuffix(lemma, "dom") {
			x.stems[lemma+"m"] = true
		}
	}
	slices.Sort(x.forms)
	x.forms = slices.Compact(x.forms)
}

// stemsOf is what the forms of a lemma have in common, when each of them is that and an ending;
// else each form loses its longest ending for itself.
func stemsOf(lemma string, forms []string) []string {
	stem := lemma
	for _, f := range forms {
		for !strings.HasPrefix(f, stem) {
			r := []rune(stem)
			stem = string(r[:len(r)-1])
		}
	}
	ended := func(f string) bool { return compound.IsEnding(f[len(stem):]) }
	if !slices.ContainsFunc(forms, func(f string) bool { return !ended(f) }) {
		return []string{stem}
	}
	var stems []string
	for _, f := range forms {
		stems = append(stems, stemOf(f))
	}
	return stems
}

// stemOf is the shortest stem of at least three letters that a form can have.
func stemOf(form string) string {
	letters := []rune(form)
	for k := min(3, len(letters)); k < len(letters); k++ {
		if compound.IsEnding(string(letters[k:])) {
			return string(letters[:k])
		}
	}
	return form
}
