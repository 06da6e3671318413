package prose

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"rapport/content/language"
	"rapport/content/source"
	"rapport/content/survey"
)

// call is one placeholder, {percent.1 ek2021.veiledning | Nei}, taken apart. Spans are bytes of the
// decoded text.
type call struct {
	r         *Reader
	n         *source.Node
	whole     source.Span
	command   string
	decimals  int // given after the command, -1 when none are
	target    string
	targetAt  source.Span
	answers   string
	answerAt  source.Span
	commandAt source.Span
	hasBar    bool
}

// commands are the words that a placeholder may begin with.
var commands = []string{"percent", "prosent", "count", "word", "Word", "share", "n", "nword", "Nword", "invited", "rate",
	"period", "title", "change", "diff", "margin", "previous", "previousshare", "point", "question", "figure", "page", "see", "cite", "citet"}

// at is where a stretch of the decoded text stands in the file.
func (c *call) at(s source.Span) source.Span { return c.n.Within(s.Start, s.End) }

func (c *call) fail(s source.Span, text, hint string) (string, *Ref) {
	c.r.source.Problem(c.n, c.at(s), text, hint)
	return "", nil
}

// expand finds the placeholders of a text. It hands each stretch of plain text, each placeholder with
// its value, and each of the given changes of language, to the functions in order; {{ and }} are plain
// braces.
func (r *Reader) expand(n *source.Node, s string, changes []change, plain func(text string, at int), value func(f filled, at source.Span)) {
	start := 0
	for i := 0; i < len(s); {
		switch {
		case len(changes) > 0 && changes[0].at.Start == i:
			plain(s[start:i], start)
			value(filled{speech: changes[0].speech}, changes[0].at)
			i = changes[0].at.End
			start = i
			changes = changes[1:]
		case s[i] != '{' && s[i] != '}':
			i++
		case i+1 < len(s) && s[i+1] == s[i]:
			plain(s[start:i+1], start)
			i += 2
			start = i
		case s[i] == '}':
			r.source.Problem(n, n.Within(i, i+1), "a closing brace without an opening one", "write }} for a brace")
			plain(s[start:i], start)
			i++
			start = i
		default:
			plain(s[start:i], start)
			end := strings.IndexAny(s[i+1:], "{}")
			if end < 0 || s[i+1+end] == '{' {
				r.source.Problem(n, n.Within(i, i+1), "the placeholder is not closed", "close it with }, or write {{ for a brace")
				i++
				start = i
				continue
			}
			whole := source.Span{Start: i, End: i + end + 2}
			value(r.evaluate(n, s, whole), whole)
			i = whole.End
			start = i
		}
	}
	plain(s[start:], start)
}

// LineAt is a text on one line with its placeholders filled in; references and citations have no place in
// it.
func (r *Reader) LineAt(n *source.Node, s string) string {
	r.wrote(n, s, false)
	var b strings.Builder
	r.expand(n, s, nil, func(text string, _ int) { b.WriteString(text) }, func(f filled, at source.Span) {
		if f.inlines != nil {
			r.source.Problem(n, n.Within(at.Start, at.End), "a reference cannot stand here", "references belong in prose")
		}
		b.WriteString(f.text)
	})
	return source.OneLine(b.String())
}

// evaluate computes a placeholder; a reference has no text yet.
func (r *Reader) evaluate(n *source.Node, s string, whole source.Span) filled {
	c := parseCall(s, whole)
	c.r, c.n = r, n
	if c.command == "cite" || c.command == "citet" {
		return filled{inlines: c.citation()}
	}
	text, ref := c.value()
	if ref != nil {
		return filled{inlines: []Inline{{Ref: ref}}}
	}
	return filled{text: text}
}

// value computes any placeholder but a citation.
func (c *call) value() (string, *Ref) {
	whole := c.whole
	if strings.HasPrefix(c.command, "lang=") {
		return c.fail(whole, source.Quoted(c.command)+" marks words in brackets, in prose", "[words]{"+c.command+"}")
	}
	if c.command == "" {
		return c.fail(whole, "an empty placeholder", "write {{ and }} for braces")
	}
	if !slices.Contains(commands, c.command) {
		return c.fail(c.commandAt, "unknown placeholder "+source.Quoted(c.command), source.OrOneOf(c.command, commands))
	}
	if c.decimals >= 0 && !slices.Contains([]string{"percent", "prosent", "rate", "previous"}, c.command) || c.decimals > 1 {
		return c.fail(whole, fmt.Sprintf("%s cannot have .%d", source.Quoted(c.command), c.decimals), "decimals: .1 after percent, prosent, rate, previous")
	}
	if c.target == "" {
		return c.fail(whole, source.Quoted(c.command)+" of what?", "name a figure or a survey: {"+c.command+" survey.figure}")
	}
	switch c.command {
	case "figure", "page", "see":
		return c.reference()
	case "n", "nword", "Nword", "title", "period", "invited", "rate", "question", "point":
		if c.hasBar {
			return c.fail(c.answerAt, source.Quoted(c.command)+" takes no answer", "")
		}
		return c.ofWhole()
	}
	return c.ofAnswers()
}

// parseCall takes a placeholder apart.
func parseCall(s string, whole source.Span) *call {
	c := &call{whole: whole, decimals: -1}
	body := source.Span{Start: whole.Start + 1, End: whole.End - 1}
	head := body
	if bar := strings.IndexByte(s[body.Start:body.End], '|'); bar >= 0 {
		head.End = body.Start + bar
		c.hasBar = true
		c.answerAt = trimSpan(s, source.Span{Start: head.End + 1, End: body.End})
		c.answers = s[c.answerAt.Start:c.answerAt.End]
	}
	head = trimSpan(s, head)
	word := s[head.Start:head.End]
	c.targetAt = source.Span{Start: head.End, End: head.End}
	if k := strings.IndexFunc(word, source.ASCIISpace); k >= 0 {
		c.targetAt = trimSpan(s, source.Span{Start: head.Start + k, End: head.End})
		word = word[:k]
	}
	c.commandAt = source.Span{Start: head.Start, End: head.Start + len(word)}
	c.target = s[c.targetAt.Start:c.targetAt.End]
	c.command = word
	if name, digits, ok := strings.Cut(word, "."); ok {
		if d, err := strconv.Atoi(digits); err == nil && len(digits) == 1 {
			c.command, c.decimals = name, d
		}
	}
	return c
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

// ofWhole computes what is said of a figure or survey as a whole.
func (c *call) ofWhole() (string, *Ref) {
	loc := c.r.Locale
	if !strings.Contains(c.target, ".") {
		return c.ofSurvey()
	}
	f := c.r.surveys.Figure(c.n, c.at(c.targetAt), c.target)
	if f == nil {
		return "", nil
	}
	switch c.command {
	case "n":
		return loc.Int(f.N), nil
	case "nword":
		return loc.Word(f.N), nil
	case "Nword":
		return language.Capital(loc.Word(f.N)), nil
	case "title":
		return f.Title, nil
	case "question":
		return f.Question, nil
	case "point":
		return loc.Points(language.Percent(1, f.N, 1)), nil
	}
	return c.fail(c.targetAt, source.Quoted(c.command)+" is of a survey, not of a figure", "{"+c.command+" "+f.Survey.ID+"}")
}

// ofSurvey computes what is said of a survey.
func (c *call) ofSurvey() (string, *Ref) {
	loc := c.r.Locale
	s := c.r.surveys.Survey(c.n, c.at(c.targetAt), c.target)
	if s == nil {
		return "", nil
	}
	switch c.command {
	case "n":
		return loc.Int(s.Answered), nil
	case "nword":
		return loc.Word(s.Answered), nil
	case "Nword":
		return language.Capital(loc.Word(s.Answered)), nil
	case "title":
		return s.Title, nil
	case "period":
		if s.Period == "" {
			return c.fail(c.targetAt, "survey "+source.Quoted(s.ID)+" has no period", `add one under [survey]: period = "august 2021"`)
		}
		return s.Period, nil
	case "invited", "rate":
		if s.Invited == 0 && c.r.surveys.Unsure(s) {
			return "", nil
		}
		if s.Invited == 0 {
			return c.fail(c.targetAt, "survey "+source.Quoted(s.ID)+" does not say how many were invited", "add invited = … under [survey]")
		}
		if c.command == "invited" {
			return loc.Int(s.Invited), nil
		}
		return loc.Percent(s.Rate(max(0, c.decimals))), nil
	}
	return c.fail(c.targetAt, source.Quoted(c.command)+" is of a figure, not of a survey", "{"+c.command+" "+s.ID+".figure}")
}

// ofAnswers computes what is said of some answers to a figure.
func (c *call) ofAnswers() (string, *Ref) {
	f := c.r.surveys.Figure(c.n, c.at(c.targetAt), c.target)
	if f == nil {
		return "", nil
	}
	if !c.hasBar || c.answers == "" {
		return c.fail(c.whole, source.Quoted(c.command)+" of which answer?", "name it after a bar: {"+c.command+" "+f.Ref()+" | "+firstLabel(f)+"}")
	}
	answers, ok := c.answersOf(f)
	if !ok {
		return "", nil
	}
	loc, places := c.r.Locale, max(0, c.decimals)
	count := f.Sum(answers...)
	switch c.command {
	case "percent":
		return loc.Percent(f.Percent(places, answers...)), nil
	case "prosent":
		return loc.PercentWord(f.Percent(places, answers...)), nil
	case "count":
		return loc.Int(count), nil
	case "word":
		return loc.Word(count), nil
	case "Word":
		return language.Capital(loc.Word(count)), nil
	case "share":
		return loc.Share(count, f.N), nil
	}
	return c.ofEarlier(f, answers)
}

func firstLabel(f *survey.Figure) string {
	if len(f.Answers) == 0 {
		return "answer"
	}
	return f.Answers[0].Label
}

// answersOf reads the labels after the bar: one, or several joined by " ; ".
func (c *call) answersOf(f *survey.Figure) ([]int, bool) {
	if i, ok := f.ByLabel(c.answers); ok {
		return []int{i}, true
	}
	var out []int
	for start := 0; start <= len(c.answers); {
		end := len(c.answers)
		if k := strings.Index(c.answers[start:], " ; "); k >= 0 {
			end = start + k
		}
		at := trimSpan(c.answers, source.Span{Start: start, End: end})
		label := c.answers[at.Start:at.End]
		at.Start, at.End = at.Start+c.answerAt.Start, at.End+c.answerAt.Start
		i, ok := f.ByLabel(source.OneLine(label))
		if !ok {
			if !c.r.source.Incomplete || len(f.Answers) > 0 {
				c.fail(at, fmt.Sprintf("%s has no answer %s", source.Quoted(f.Ref()), source.Quoted(label)), source.OrOneOf(label, f.Labels()))
			}
			return nil, false
		}
		if slices.Contains(out, i) {
			c.fail(at, "the answer "+source.Quoted(label)+" is named twice", "")
			return nil, false
		}
		out = append(out, i)
		start = end + len(" ; ")
	}
	if f.Kind == survey.Multiple && len(out) > 1 {
		c.fail(c.answerAt, "answers of a multiple-choice question overlap, so they cannot be added", "name one answer")
		return nil, false
	}
	return out, true
}

// ofEarlier computes what needs the figure of an earlier year.
func (c *call) ofEarlier(f *survey.Figure, answers []int) (string, *Ref) {
	if !c.r.surveys.Compared(c.n, c.at(c.targetAt), f) {
		return "", nil
	}
	then, ok := f.Earlier(answers...)
	if !ok {
		return c.fail(c.answerAt, fmt.Sprintf("%s has no counterpart in %s", source.Quoted(c.answers), source.Quoted(f.Compare.Ref())),
			"map the answers of both years in [figure.merge]")
	}
	loc := c.r.Locale
	change, _ := f.Change(answers...)
	switch c.command {
	case "change":
		return loc.Points(change), nil
	case "diff":
		return loc.Signed(change), nil
	case "margin":
		margin, ok := f.Margin(answers...)
		if !ok {
			return c.fail(c.targetAt, source.Quoted(f.Ref())+" or its earlier year has no answers", "")
		}
		return "±" + loc.Points(margin), nil
	case "previous":
		return loc.Percent(f.Compare.Percent(max(0, c.decimals), then...)), nil
	}
	return loc.Share(f.Compare.Sum(then...), f.Compare.N), nil // previousshare
}

// Line is a value of a table on one line, with its placeholders filled in.
func (r *Reader) Line(t *source.Table, name string, must source.Need) string {
	n, s := t.TextNode(name, must)
	if n == nil {
		return ""
	}
	return r.LineAt(n, s)
}
