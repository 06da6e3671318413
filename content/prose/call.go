package prose

import (
	"strconv"
	"strings"

	"rapport/content/source"
	"rapport/content/survey"
)

// Call is a placeholder taken apart, {percent.1 ek2021.veiledning | Nei}. This is the one grammar
// of placeholders: a word with perhaps a decimal after a point, a target after white space, and
// labels of answers after a bar, several of them parted by " ; ". The answers within a group are those
// "in" it, after the target or after the labels; two groups are parted by "vs", and "by" names the
// question that parts groups: {diff ek2021.veiledning | Nei in Vestland vs Oslo}, {most
// ek2021.veiledning | Nei by fylke}. Spans are bytes of the text.
type Call struct {
	Whole     source.Span // braces and all
	Command   string      // "percent"
	CommandAt source.Span
	Decimals  int    // given after the command, -1 when none are
	Target    string // "ek2021.veiledning"
	TargetAt  source.Span
	Group     string // after the target: "Vestland" of {n ek2021.veiledning in Vestland}
	GroupAt   source.Span
	HasBar    bool
	Answers   string // what follows the bar: "Nei"
	AnswersAt source.Span

	text string
}

// Calls are the placeholders of a text, in order. Doubled braces are braces, and what is not closed
// is no placeholder.
func Calls(s string) []Call {
	var out []Call
	for i := 0; i < len(s); i++ {
		switch {
		case s[i] != '{' && s[i] != '}':
		case i+1 < len(s) && s[i+1] == s[i]:
			i++
		case s[i] == '{':
			if whole, closed := callAt(s, i); closed {
				out = append(out, parseCall(s, whole))
				i = whole.End - 1
			}
		}
	}
	return out
}

// callAt is the placeholder whose opening brace stands at an offset; it is not closed when another
// one opens first, or none closes it.
func callAt(s string, i int) (whole source.Span, closed bool) {
	end := strings.IndexAny(s[i+1:], "{}")
	if end < 0 || s[i+1+end] == '{' {
		return source.Span{}, false
	}
	return source.Span{Start: i, End: i + end + 2}, true
}

// parseCall takes a placeholder apart.
func parseCall(s string, whole source.Span) Call {
	c := Call{Whole: whole, Decimals: -1, text: s}
	body := source.Span{Start: whole.Start + 1, End: whole.End - 1}
	head := body
	if bar := strings.IndexByte(s[body.Start:body.End], '|'); bar >= 0 {
		head.End = body.Start + bar
		c.HasBar = true
		c.AnswersAt = trimSpan(s, source.Span{Start: head.End + 1, End: body.End})
		c.Answers = s[c.AnswersAt.Start:c.AnswersAt.End]
	}
	head = trimSpan(s, head)
	word := s[head.Start:head.End]
	c.TargetAt = source.Span{Start: head.End, End: head.End}
	if k := strings.IndexFunc(word, source.ASCIISpace); k >= 0 {
		c.TargetAt = trimSpan(s, source.Span{Start: head.Start + k, End: head.End})
		word = word[:k]
	}
	c.CommandAt = source.Span{Start: head.Start, End: head.Start + len(word)}
	c.Target = s[c.TargetAt.Start:c.TargetAt.End]
	if before, at, ok := c.cut(c.TargetAt, within); ok {
		c.TargetAt, c.Target = before, s[before.Start:before.End]
		c.GroupAt, c.Group = at, s[at.Start:at.End]
	}
	c.Command = word
	if name, digits, ok := strings.Cut(word, "."); ok {
		if d, err := strconv.Atoi(digits); err == nil && len(digits) == 1 {
			c.Command, c.Decimals = name, d
		}
	}
	return c
}

// Labels are where the answers stand that are named after the bar.
func (c Call) Labels() []source.Span {
	var out []source.Span
	for start := c.AnswersAt.Start; start <= c.AnswersAt.End; {
		end := c.AnswersAt.End
		if k := strings.Index(c.text[start:end], " ; "); k >= 0 {
			end = start + k
		}
		out = append(out, trimSpan(c.text, source.Span{Start: start, End: end}))
		start = end + len(" ; ")
	}
	return out
}

// Named are the answers of a figure that the call names, as far as the figure has them.
func (c Call) Named(f *survey.Figure) []int {
	c, _ = c.Among(f)
	if c.Answers == "" {
		return nil
	}
	if i, ok := f.ByLabel(c.Answers); ok {
		return []int{i}
	}
	var out []int
	for _, at := range c.Labels() {
		if i, ok := f.ByLabel(source.OneLine(c.text[at.Start:at.End])); ok {
			out = append(out, i)
		}
	}
	return out
}

// trimSpan takes white space off both ends of a span.
func trimSpan(s string, at source.Span) source.Span {
	for at.Start < at.End && source.ASCIISpace(rune(s[at.Start])) {
		at.Start++
	}
	for at.End > at.Start && source.ASCIISpace(rune(s[at.End-1])) {
		at.End--
	}
	return at
}
