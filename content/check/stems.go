package check

import (
	"slices"
	"strings"
)

// stems finds the words of labels and questions that a word of a text is a form of. Labels are
// taken in once; what a word of a text is a form of is looked up once.
type stems struct {
	naming *naming
	begins map[string][]string // those that may be bent to words that begin so
	means  map[string][]string // by the synonym that stands for a group
	forms  map[string][]string // what was looked up
	starts map[string][]string // by their first four bytes
	likes  map[string][]string // what was looked up by these
	linked map[string][]link   // what was looked up for claims, when all were taken in; nil before
	empty  map[string]bool     // whether words tell nothing about which answer is meant; nil before
	begin  map[string]bool     // words with which a stretch of numbers may begin, or not
}

func newStems(n *naming) *stems {
	return &stems{naming: n, begins: map[string][]string{},
		means: map[string][]string{}, forms: map[string][]string{},
		starts: map[string][]string{}, likes: map[string][]string{}, begin: map[string]bool{}}
}

// take takes in words of a label.
func (s *stems) take(words []string) {
	for _, w := range words {
		if slices.Contains(s.starts[start(w)], w) {
			continue
		}
		key := stemKey(w)
		s.begins[key] = append(s.begins[key], w)
		if same := s.naming.synonyms.of(w); same != "" {
			s.means[same] = append(s.means[same], w)
		}
		s.starts[start(w)] = append(s.starts[start(w)], w)
		clear(s.forms)
		clear(s.likes)
	}
}

// of is the words of labels that a word is a form of: itself, and those that are bent otherwise.
func (s *stems) of(word string) []string {
	if list, ok := s.forms[word]; ok {
		return list
	}
	var list []string
	for _, w := range s.begins[stemKey(word)] {
		if s.naming.inflected(w, word) {
			list = append(list, w)
		}
	}
	for _, w := range s.means[s.naming.synonyms.of(word)] {
		if !slices.Contains(list, w) {
			list = append(list, w)
		}
	}
	if len(list) == 0 {
		list = s.compound(word)
	}
	s.forms[word] = list
	return list
}

// compound is the word of a label with which a compound begins, when the rest of it is a word of a
// label or a question too: «elektrofaget», «tømrarlærlingar».
func (s *stems) compound(word string) []string {
	for _, w := range s.starts[start(word)] {
		rest, ok := strings.CutPrefix(word, w)
		rest = strings.TrimPrefix(rest, s.naming.link)
		if ok && len(w) >= 5 && len(rest) >= 3 && s.bare(rest) {
			return []string{w}
		}
	}
	return nil
}

// bare says whether a word is a form of one that was taken in.
func (s *stems) bare(word string) bool {
	return slices.ContainsFunc(s.begins[stemKey(word)], func(w string) bool {
		ending, ok := strings.CutPrefix(word, w)
		return len(w) >= 3 && (ok && (ending == "" || s.naming.endings.has(ending)) ||
			s.naming.inflected(w, word))
	})
}

// stemKey is what all forms of a word begin with: its first letters, doubled ones once.
func stemKey(word string) string {
	var key [3]byte
	n, last := 0, rune(0)
	for _, r := range word {
		if r == last {
			continue
		}
		last = r
		for _, b := range []byte(string(r)) {
			if n == len(key) {
				return string(key[:])
			}
			key[n] = b
			n++
		}
	}
	return string(key[:n])
}

// like is the words of labels that are alike to a word.
func (s *stems) like(word string) []string {
	list, ok := s.likes[word]
	if !ok {
		for _, w := range s.starts[start(word)] {
			if alike(w, word) {
				list = append(list, w)
			}
		}
		s.likes[word] = list
	}
	return list
}

// start is the first four bytes of a word, which all that are alike share.
func start(word string) string { return word[:min(4, len(word))] }
