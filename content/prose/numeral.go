package prose

import (
	"slices"
	"strings"

	"rapport/content/source"
)

// wordsTo is the largest number of people that a text has in words; larger ones are digits
// (Språkrådet, "Tall, tid, dato": words to twelve).
const wordsTo = 12

// sentenceMost is how far from a number its sentence is looked for, in bytes.
const sentenceMost = 1000

// numeral is a number of people as running text has it: in words to twelve, in digits from thirteen,
// and not both in one sentence. A sentence that begins with a number has all of them in words, one
// that has another in digits all in digits. None and one are words everywhere, since they are read as
// "nobody" and "a single one".
func (c *call) numeral(n int) string {
	loc := c.r.Locale
	if n <= 1 {
		return loc.Word(n)
	}
	sentence := sentenceOf(c.text, c.Whole)
	calls := Calls(sentence)
	if len(calls) > 0 && capital(calls[0]) && opens(sentence[:calls[0].Whole.Start]) {
		return loc.Word(n)
	}
	if n > wordsTo || slices.ContainsFunc(calls, c.digits) {
		return loc.Int(n)
	}
	return loc.Word(n)
}

// capital reports whether a placeholder begins a sentence with a number in words.
func capital(other Call) bool { return other.Command == "Word" || other.Command == "Nword" }

// opens reports whether nothing but marks and quotation marks stands before a sentence's first word.
func opens(before string) bool {
	return strings.Trim(before, " \t\r\n*_>-#\"'«„“”‘’([") == ""
}

// digits reports whether another placeholder is a number of people that is printed in digits.
func (c *call) digits(other Call) bool {
	switch other.Command {
	case "count", "share", "previousshare", "n", "invited":
		return true
	case "word", "nword":
		return c.counted(other) > wordsTo
	}
	return false
}

// counted is the number of another placeholder of the text, 0 when it names nothing that is known: the
// mistake is told where that placeholder is computed.
func (c *call) counted(other Call) int {
	if f := c.r.surveys.Known(other.Target); f != nil {
		answers := other.Named(f)
		f = other.Of(f)
		if other.Command == "nword" {
			return f.N
		}
		return f.Sum(answers...)
	}
	for _, s := range c.r.surveys.All() {
		if s.ID == other.Target {
			return s.Answered
		}
	}
	return 0
}

// sentenceOf is the sentence of a text that a stretch stands in: between the ends of sentences, of
// paragraphs and of items of lists. Points inside placeholders end nothing.
func sentenceOf(s string, at source.Span) string {
	from, to := max(0, at.Start-sentenceMost), min(len(s), at.End+sentenceMost)
	start := at.Start
	for i := at.Start - 1; i >= from; i-- {
		if s[i] == '}' {
			if k := strings.LastIndexByte(s[from:i], '{'); k >= 0 {
				i = from + k
			}
		}
		if i+1 < at.Start && ends(s[i:]) {
			break
		}
		start = i
	}
	end := at.End
	for ; end < to && !ends(s[end:]); end++ {
		if s[end] == '{' {
			if whole, closed := callAt(s, end); closed {
				end = whole.End - 1
			}
		}
	}
	return s[start:end]
}

// ends reports whether a sentence ends with the first letter of a text.
func ends(s string) bool {
	if strings.HasPrefix(s, "\n\n") || strings.HasPrefix(s, "\n- ") {
		return true
	}
	return strings.ContainsRune(".!?", rune(s[0])) && (len(s) == 1 || source.ASCIISpace(rune(s[1])))
}
