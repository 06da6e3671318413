package check

import "iter"

// table is what a lexicon says of words. It is asked dozens of times about each word of a text, and
// mostly has nothing to say: a hash of three bytes and the length, and four slots a word, make that
// a quarter of what a map takes. The zero value is an empty table.
type table[V any] struct {
	slots []slot[V] // a power of two, at most a quarter of them taken
	count int
}

// slot is a word with its value; no word: nothing stands there.
type slot[V any] struct {
	word  string
	value V
}

// slotOf is where a word that is not empty is looked for first.
func slotOf(word string, slots int) int {
	n := len(word)
	key := uint32(word[0]) | uint32(word[n/2])<<8 | uint32(word[n-1])<<16 | uint32(n)<<24
	return int(key*0x9e3779b1>>12) & (slots - 1) // Knuth's multiplicative hash
}

// find is a word's slot, nil when the table has nothing of it.
func (t *table[V]) find(word string) *slot[V] {
	if len(t.slots) == 0 || word == "" {
		return nil
	}
	for i := slotOf(word, len(t.slots)); ; i = (i + 1) & (len(t.slots) - 1) {
		switch s := &t.slots[i]; s.word {
		case "":
			return nil
		case word:
			return s
		}
	}
}

// has says whether a word stands in the table.
func (t *table[V]) has(word string) bool { return t.find(word) != nil }

// of is a word's value, that of nothing when it has none.
func (t *table[V]) of(word string) (value V) {
	if s := t.find(word); s != nil {
		value = s.value
	}
	return value
}

// get is a word's value, and whether it has one.
func (t *table[V]) get(word string) (value V, ok bool) {
	s := t.find(word)
	if s == nil {
		return value, false
	}
	return s.value, true
}

// set gives a word that is not empty a value.
func (t *table[V]) set(word string, value V) {
	if s := t.find(word); s != nil {
		s.value = value
		return
	}
	if 4*(t.count+1) > len(t.slots) {
		old := t.slots
		t.slots = make([]slot[V], max(8, 2*len(old)))
		for _, s := range old {
			if s.word != "" {
				t.put(s)
			}
		}
	}
	t.count++
	t.put(slot[V]{word, value})
}

// put puts a word in the first free slot of its own.
func (t *table[V]) put(s slot[V]) {
	i := slotOf(s.word, len(t.slots))
	for t.slots[i].word != "" {
		i = (i + 1) & (len(t.slots) - 1)
	}
	t.slots[i] = s
}

// all are the words with their values, in no order that says anything.
func (t *table[V]) all() iter.Seq2[string, V] {
	return func(yield func(string, V) bool) {
		for _, s := range t.slots {
			if s.word != "" && !yield(s.word, s.value) {
				return
			}
		}
	}
}

// tableOf is a map as a table.
func tableOf[V any](list map[string]V) (t table[V]) {
	for word, value := range list {
		t.set(word, value)
	}
	return t
}

// words is a set of single words.
type words struct{ table[struct{}] }

// add adds words to the set.
func (w *words) add(list ...string) {
	for _, word := range list {
		w.set(word, struct{}{})
	}
}

// addAll adds the words of another set.
func (w *words) addAll(other words) {
	for word := range other.all() {
		w.add(word)
	}
}
