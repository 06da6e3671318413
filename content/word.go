package content

import "strings"

// numerals are the words that a language builds its numbers from.
type numerals struct {
	low        [20]string // 0 to 19
	tens       [10]string // 20, 30 ... 90 at index 2 to 9
	joint      string     // between a ten and a one: "tjue" + "" + "en", "twenty" + "-" + "one"
	oneJoined  string     // one after a ten: "tjueen"
	hundred    string     // "hundre"
	thousand   string     // "tusen"
	one        string     // one before a hundred or thousand, when it is said: "ett"
	oneHundred string     // 100 and 1000 are begun with this word alone: "" in Norwegian
	and        string     // " og "
}

// numeralsOf gives the words of a language; an unknown one counts in bokmål.
func numeralsOf(l Locale) numerals {
	switch l {
	case "nn":
		return numerals{
			low: [20]string{"ingen", "éin", "to", "tre", "fire", "fem", "seks", "sju", "åtte", "ni", "ti",
				"elleve", "tolv", "tretten", "fjorten", "femten", "seksten", "sytten", "atten", "nitten"},
			tens:      [10]string{2: "tjue", "tretti", "førti", "femti", "seksti", "sytti", "åtti", "nitti"},
			oneJoined: "ein", hundred: "hundre", thousand: "tusen", one: "eitt", and: " og ",
		}
	case "en":
		return numerals{
			low: [20]string{"none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
				"eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"},
			tens:  [10]string{2: "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"},
			joint: "-", oneJoined: "one", hundred: "hundred", thousand: "thousand", one: "one", oneHundred: "one ", and: " and ",
		}
	}
	return numerals{
		low: [20]string{"ingen", "én", "to", "tre", "fire", "fem", "seks", "sju", "åtte", "ni", "ti",
			"elleve", "tolv", "tretten", "fjorten", "femten", "seksten", "sytten", "atten", "nitten"},
		tens:      [10]string{2: "tjue", "tretti", "førti", "femti", "seksti", "sytti", "åtti", "nitti"},
		oneJoined: "en", hundred: "hundre", thousand: "tusen", one: "ett", and: " og ",
	}
}

// Word is a count in words: ingen, én, tjueen, hundre og førtiåtte. From 10 000 and below zero it is
// written in digits.
func (l Locale) Word(n int) string {
	if n < 0 || n >= 10_000 {
		return l.Int(n)
	}
	w := numeralsOf(l)
	if n < 100 {
		return w.small(n)
	}
	var s string
	if k := n / 1000; k > 0 {
		s = w.many(k, w.thousand, true)
		n %= 1000
	}
	if k := n / 100; k > 0 {
		if s == "" {
			s = w.many(k, w.hundred, true)
		} else {
			s += " " + w.many(k, w.hundred, false)
		}
		n %= 100
	}
	if n > 0 {
		s += w.and + w.small(n)
	}
	return s
}

// many is "hundre", "to hundre"; a one that does not begin the number is always said: "tusen ett hundre".
func (w numerals) many(k int, unit string, begins bool) string {
	switch {
	case k == 1 && begins:
		return w.oneHundred + unit
	case k == 1:
		return w.one + " " + unit
	}
	return w.low[k] + " " + unit
}

// small is a number below a hundred.
func (w numerals) small(n int) string {
	if n < 20 {
		return w.low[n]
	}
	switch ten := w.tens[n/10]; n % 10 {
	case 0:
		return ten
	case 1:
		return ten + w.joint + w.oneJoined
	default:
		return ten + w.joint + w.low[n%10]
	}
}

// capital is a text with its first letter large.
func capital(s string) string {
	for i, r := range s {
		if i == 0 {
			return strings.ToUpper(string(r)) + s[len(string(r)):]
		}
	}
	return s
}
