package check

import "strings"

// numerals are the words for whole numbers of a language, as authors write them and not only as a
// placeholder does: «sju» and «syv», «tjueåtte» and «åtteogtjue».
type numerals struct {
	low    map[string]int // 0 to 19, with variants
	tens   map[string]int // 20, 30 ... 90
	joint  string         // between a one and a ten that follows it: "og"
	hyphen bool           // a ten and a one are joined by a hyphen
	many   map[string]int // hundred, thousand
	and    string
}

var norwegian = map[string]int{"to": 2, "tre": 3, "fire": 4, "fem": 5, "seks": 6, "sju": 7, "syv": 7, "åtte": 8, "ni": 9,
	"ti": 10, "elleve": 11, "tolv": 12, "tretten": 13, "fjorten": 14, "femten": 15, "seksten": 16, "sytten": 17, "atten": 18, "nitten": 19}

var norwegianTens = map[string]int{"tjue": 20, "tyve": 20, "tretti": 30, "tredve": 30, "førti": 40, "femti": 50, "seksti": 60, "sytti": 70, "åtti": 80, "nitti": 90}

var wordsOf = map[string]numerals{
	"nb": {low: with(norwegian, map[string]int{"én": 1, "ett": 1, "en": 1}), tens: norwegianTens, joint: "og",
		many: map[string]int{"hundre": 100, "tusen": 1000}, and: "og"},
	"nn": {low: with(norwegian, map[string]int{"éin": 1, "éi": 1, "eitt": 1, "ein": 1}), tens: norwegianTens, joint: "og",
		many: map[string]int{"hundre": 100, "tusen": 1000}, and: "og"},
	"en": {low: map[string]int{"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
		"eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19},
		tens:   map[string]int{"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90},
		hyphen: true, many: map[string]int{"hundred": 100, "thousand": 1000}, and: "and"},
}

func with(m, more map[string]int) map[string]int {
	out := make(map[string]int, len(m)+len(more))
	for k, v := range m {
		out[k] = v
	}
	for k, v := range more {
		out[k] = v
	}
	return out
}

// numeralsFor are the words of a language; an unknown one counts in bokmål.
func numeralsFor(language string) numerals {
	if w, ok := wordsOf[language]; ok {
		return w
	}
	return wordsOf["nb"]
}

// small reads one word below a hundred: atten, tjueåtte, treogførti.
func (w numerals) small(word string) (int, bool) {
	if n, ok := w.low[word]; ok {
		return n, true
	}
	if n, ok := w.tens[word]; ok {
		return n, true
	}
	if w.hyphen {
		return 0, false
	}
	for cut := 4; cut <= 7 && cut < len(word); cut++ { // every ten has four to seven bytes
		if ten, ok := w.tens[word[:cut]]; ok {
			if one, ok := w.low[word[cut:]]; ok && one < 10 {
				return ten + one, true
			}
		}
	}
	if k := strings.LastIndex(word, w.joint); k > 0 {
		one, okOne := w.low[word[:k]]
		ten, okTen := w.tens[word[k+len(w.joint):]]
		if okOne && okTen && one < 10 {
			return ten + one, true
		}
	}
	return 0, false
}

// read reads a number in words that begins at token i: its value and the index after it. «hundre og
// førtiåtte» is one number; «to og tre» is two.
func (w numerals) read(toks []token, i int) (value, next int, ok bool) {
	if i >= len(toks) || toks[i].kind != wordToken {
		return 0, i, false
	}
	total, part := 0, 0
	for next = i; next < len(toks) && toks[next].kind == wordToken; {
		n, isSmall := w.small(toks[next].text)
		unit := w.many[toks[next].text]
		switch {
		case isSmall && part == 0:
			part = n
			next++
			if w.hyphen && n >= 20 && next+1 < len(toks) && toks[next].text == "-" && toks[next].glued {
				if one, ok := w.low[toks[next+1].text]; ok && one < 10 {
					part += one
					next += 2
				}
			}
			if next >= len(toks) || w.many[toks[next].text] == 0 {
				return total + part, next, true
			}
		case unit > 0:
			total += max(part, 1) * unit
			part = 0
			next++
			switch {
			case next+1 < len(toks) && toks[next].text == w.and && w.begins(toks[next+1].text):
				next++
			case next >= len(toks) || !w.begins(toks[next].text) && w.many[toks[next].text] == 0:
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

func (w numerals) begins(word string) bool {
	_, ok := w.small(word)
	return ok
}
