package check

import (
	"fmt"
	"maps"
	"testing"

	"rapport/content/language"
)

// TestTable holds tables against maps: of every word of the lexicons, and of words that are none of
// theirs but alike to them.
func TestTable(t *testing.T) {
	for _, code := range language.Codes() {
		want := map[string]int{}
		var have table[int]
		put := func(word string, value int) {
			if word != "" {
				want[word] = value
				have.set(word, value)
			}
		}
		l := lexiconOf(code)
		for _, list := range []words{l.naming.small, l.verbs, l.people, l.first.claim, l.months} {
			for w := range list.all() {
				put(w, len(want))
				put(w[1:], len(want)) // the same end, another beginning and length
			}
		}
		for w, value := range maps.Clone(want) {
			for _, w := range []string{w, w[:len(w)/2], w + w, w[len(w)/2:] + w[:len(w)/2], "æ" + w} {
				n, ok := have.get(w)
				m, is := want[w]
				if n != m || ok != is || have.has(w) != is || have.of(w) != m {
					t.Errorf("%s: %q is %d, %t; want %d, %t", code, w, n, ok, m, is)
				}
			}
			put(w, value+1)
		}
		if all := maps.Collect(have.all()); !maps.Equal(all, want) || have.count != len(want) {
			t.Errorf("%s: %d words, want %d", code, have.count, len(want))
		}
	}
}

// TestEmptyTable: a table without a word has none.
func TestEmptyTable(t *testing.T) {
	var none words
	if none.has("") || none.has("ja") {
		t.Error("an empty table has a word")
	}
	none.addAll(none)
	none.add("ja")
	if none.has("") || !none.has("ja") || none.has("nei") {
		t.Error(fmt.Sprint(none))
	}
}
