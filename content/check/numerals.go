package check

import (
	"math"
	"strings"

	"rapport/content/language"
)

// numerals are the words for whole numbers of a language, as authors write them and not only as a
// placeholder does: «sju» and «syv», «tjueåtte» and «åtteogtjue».
type numerals struct {
	low      table[int] // 1 to 19, with variants
	tens     table[int] // 20, 30 ... 90
	shortest int        // bytes of a ten
	longest  int
	joint    string     // between a ten and a one: "-"
	oneFirst string     // between a one and a ten that follows it: "og"
	many     table[int] // hundred, thousand
	mayEnd   words      // the last two bytes of a one, with which a compound ends
	plus     string     // before what is below a hundred: "og"
}

// numeralsOf are the words that a placeholder prints and the others that authors write.
func numeralsOf(n language.Numerals, c language.Counting) numerals {
	w := numerals{
		low: tableOf(map[string]int{n.One: 1, n.OneJoined: 1}), joint: n.Joint,
		oneFirst: c.OneBeforeTen, many: tableOf(map[string]int{n.Hundred: 100, n.Thousand: 1000}),
		plus: strings.TrimSpace(n.And),
	}
	for value, word := range n.Low[1:] {
		w.low.set(word, value+1)
	}
	for ten, word := range n.Tens[2:] {
		w.tens.set(word, 10*(ten+2))
	}
	for word, value := range c.Numerals {
		if value < 20 {
			w.low.set(word, value)
		} else {
			w.tens.set(word, value)
		}
	}
	w.shortest = math.MaxInt
	for word := range w.tens.all() {
		w.shortest, w.longest = min(w.shortest, len(word)), max(w.longest, len(word))
	}
	for word, value := range w.low.all() {
		if value < 10 {
			w.mayEnd.add(word[max(0, len(word)-2):])
		}
	}
	return w
}

// small reads one word below a hundred: atten, tjueåtte, treogførti.
func (w *numerals) small(word string) (int, bool) {
	if n, ok := w.low.get(word); ok {
		return n, true
	}
	if n, ok := w.tens.get(word); ok {
		return n, true
	}
	if w.joint == "" && w.mayEnd.has(word[max(0, len(word)-2):]) {
		for cut := w.shortest; cut <= w.longest && cut < len(word); cut++ {
			if n, ok := w.compound(word[cut:], word[:cut]); ok {
				return n, true
			}
		}
	}
	if k := strings.LastIndex(word, w.oneFirst); k > 0 && w.oneFirst != "" {
		return w.compound(word[:k], word[k+len(w.oneFirst):])
	}
	return 0, false
}

// compound is a one and a ten that were written as one word.
func (w *numerals) compound(one, ten string) (int, bool) {
	n, isTen := w.tens.get(ten)
	if !isTen {
		return 0, false
	}
	k, isOne := w.low.get(one)
	return n + k, isOne && k < 10
}

// read reads a number in words that begins at token i: its value and the index after it. «hundre og
// førtiåtte» is one number; «to og tre» is two.
func (w *numerals) read(toks []token, i int) (value, next int, ok bool) {
	if i >= len(toks) || toks[i].kind != wordToken {
		return 0, i, false
	}
	total, part := 0, 0
	for next = i; next < len(toks) && toks[next].kind == wordToken; {
		n, isSmall := w.small(toks[next].text)
		unit := w.many.of(toks[next].text)
		switch {
		case isSmall && part == 0:
			part = n
			next++
			if w.joint != "" && n >= 20 && next+1 < len(toks) && toks[next].text == w.joint &&
				toks[next].glued {
				if one, ok := w.low.get(toks[next+1].text); ok && one < 10 {
					part += one
					next += 2
				}
			}
			if next >= len(toks) || w.many.of(toks[next].text) == 0 {
				return total + part, next, true
			}
		case unit > 0:
			total += max(part, 1) * unit
			part = 0
			next++
			switch {
			case next+1 < len(toks) && toks[next].text == w.plus && w.begins(toks[next+1].text):
				next++
			case next >= len(toks) || !w.begins(toks[next].text) && w.many.of(toks[next].text) == 0:
				return total, next, true
			}
		default:
			return total + part, next, next > i
		}
		if total > 1_000_000 {
			return 0, i, false
		}
	}
	return total + part, next, next > i
}

// mayCount says whether a number or a fraction may begin with a word.
func (l *lexicon) mayCount(word string) bool {
	_, whole := l.fractions.get(word)
	return whole || l.half.has(word) || l.every.has(word) || l.article.has(word) ||
		l.many.of(word) > 0 || l.begins(word)
}

func (w *numerals) begins(word string) bool {
	_, ok := w.small(word)
	return ok
}
