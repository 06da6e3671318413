package language

import "strings"

// Numerals are the words that a language builds its numbers from.
type Numerals struct {
	Low        [20]string // 0 to 19
	Tens       [10]string // 20, 30 ... 90 at index 2 to 9
	Joint      string     // between a ten and a one: "tjue" + "" + "en", "twenty" + "-" + "one"
	OneJoined  string     // one after a ten: "tjueen"
	Hundred    string     // "hundre"
	Thousand   string     // "tusen"
	One        string     // one before a hundred or thousand, when it is said: "ett"
	OneHundred string     // before "hundred" when that begins a number: "one ", "" in Norwegian
	And        string     // " og "
}

// Word is a count in words: ingen, én, tjueen, hundre og førtiåtte. From 10 000 and below zero it
// is written in digits.
func (l Locale) Word(n int) string {
	if n < 0 || n >= 10_000 {
		return l.Int(n)
	}
	w := l.language().Numerals
	if n < 100 {
		return w.small(n)
	}
	var s string
	if k := n / 1000; k > 0 {
		s = w.many(k, w.Thousand, true)
		n %= 1000
	}
	if k := n / 100; k > 0 {
		if s == "" {
			s = w.many(k, w.Hundred, true)
		} else {
			s += " " + w.many(k, w.Hundred, false)
		}
		n %= 100
	}
	if n > 0 {
		s += w.And + w.small(n)
	}
	return s
}

// many is "hundre", "to hundre"; a one that does not begin the number is always said: "tusen ett
// hundre".
func (w Numerals) many(k int, unit string, begins bool) string {
	switch {
	case k == 1 && begins:
		return w.OneHundred + unit
	case k == 1:
		return w.One + " " + unit
	}
	return w.Low[k] + " " + unit
}

// small is a number below a hundred.
func (w Numerals) small(n int) string {
	if n < 20 {
		return w.Low[n]
	}
	switch ten := w.Tens[n/10]; n % 10 {
	case 0:
		return ten
	case 1:
		return ten + w.Joint + w.OneJoined
	default:
		return ten + w.Joint + w.Low[n%10]
	}
}

// Capital is a text with its first letter large.
func Capital(s string) string {
	for i, r := range s {
		if i == 0 {
			return strings.ToUpper(string(r)) + s[len(string(r)):]
		}
	}
	return s
}
