package prose

import (
	"fmt"
	"slices"
	"strings"

	"rapport/content/language"
	"rapport/content/source"
	"rapport/content/survey"
)

// call is a placeholder that is being computed.
type call struct {
	Call
	r *Reader
	n *source.Node
}

// commands are the words that a placeholder may begin with.
var commands = []string{"percent", "prosent", "count", "word", "Word", "share", "n", "nword",
	"Nword", "invited", "rate", "period", "title", "change", "diff", "margin", "previous",
	"previousshare", "most", "least", "group", "point", "question", "figure", "page", "see", "cite", "citet"}

// at is where a stretch of the decoded text stands in the file.
func (c *call) at(s source.Span) source.Span { return c.n.Within(s.Start, s.End) }

func (c *call) fail(s source.Span, text, hint string) (string, *Ref) {
	c.r.source.Problem(c.n, c.at(s), text, hint)
	return "", nil
}

// expand finds the placeholders of a text. It hands each stretch of plain text, each placeholder
// with its value, and each of the given changes of language, to the functions in order; {{ and }}
// are plain braces.
func (r *Reader) expand(n *source.Node, s string, changes []change, plain func(text string, at int),
	value func(f filled, at source.Span)) {
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
			r.source.Problem(n, n.Within(i, i+1), "a closing brace without an opening one",
				"write }} for a brace")
			plain(s[start:i], start)
			i++
			start = i
		default:
			plain(s[start:i], start)
			whole, closed := callAt(s, i)
			if !closed {
				r.source.Problem(n, n.Within(i, i+1), "the placeholder is not closed",
					"close it with }, or write {{ for a brace")
				i++
				start = i
				continue
			}
			value(r.evaluate(n, s, whole), whole)
			i = whole.End
			start = i
		}
	}
	plain(s[start:], start)
}

// LineAt is a text on one line with its placeholders filled in; references and citations have no
// place in it.
func (r *Reader) LineAt(n *source.Node, s string) string {
	r.wrote(n, s, false)
	var b strings.Builder
	r.expand(n, s, nil, func(text string, _ int) {
		b.WriteString(text)
	}, func(f filled, at source.Span) {
		if f.inlines != nil {
			r.source.Problem(n, n.Within(at.Start, at.End), "a reference cannot stand here",
				"references belong in prose")
		}
		b.WriteString(f.text)
	})
	return source.OneLine(b.String())
}

// evaluate computes a placeholder; a reference has no text yet.
func (r *Reader) evaluate(n *source.Node, s string, whole source.Span) filled {
	c := &call{parseCall(s, whole), r, n}
	if c.Command == "cite" || c.Command == "citet" {
		return filled{inlines: c.citation()}
	}
	if slices.Contains(r.Fields, c.Command) && c.Target == "" && !c.HasBar {
		return filled{inlines: []Inline{{Field: c.Command}}}
	}
	text, ref := c.value()
	if ref != nil {
		return filled{inlines: []Inline{{Ref: ref}}}
	}
	return filled{text: text}
}

// value computes any placeholder but a citation.
func (c *call) value() (string, *Ref) {
	whole := c.Whole
	if strings.HasPrefix(c.Command, "lang=") {
		return c.fail(whole, source.Quoted(c.Command)+" marks words in brackets, in prose",
			"[words]{"+c.Command+"}")
	}
	if c.Command == "" {
		return c.fail(whole, "an empty placeholder", "write {{ and }} for braces")
	}
	if !slices.Contains(commands, c.Command) {
		return c.fail(c.CommandAt, "unknown placeholder "+source.Quoted(c.Command),
			source.OrOneOf(c.Command, append(slices.Clone(c.r.Fields), commands...)))
	}
	if c.Decimals >= 0 && !slices.Contains([]string{"percent", "prosent", "rate", "previous"},
		c.Command) || c.Decimals > 1 {
		return c.fail(whole, fmt.Sprintf("%s cannot have .%d", source.Quoted(c.Command),
			c.Decimals), "decimals: .1 after percent, prosent, rate, previous")
	}
	if c.Command == "group" {
		return c.r.Audience, nil
	}
	if c.Target == "" {
		return c.fail(whole, source.Quoted(c.Command)+" of what?",
			"name a figure or a survey: {"+c.Command+" survey.figure}")
	}
	switch c.Command {
	case "figure", "page", "see":
		return c.reference()
	case "n", "nword", "Nword", "title", "period", "invited", "rate", "question", "point":
		if c.HasBar {
			return c.fail(c.AnswersAt, source.Quoted(c.Command)+" takes no answer", "")
		}
		return c.ofWhole()
	}
	return c.ofAnswers()
}

// figure is the figure that the target names, or its group's; nil when there is none, which is told.
func (c *call) figure() *survey.Figure {
	f := c.r.surveys.Figure(c.n, c.at(c.TargetAt), c.Target)
	if f == nil || c.Group == "" {
		return f
	}
	return c.group(f, c.Group, c.GroupAt)
}

// ofWhole computes what is said of a figure or survey as a whole.
func (c *call) ofWhole() (string, *Ref) {
	loc := c.r.Locale
	if !strings.Contains(c.Target, ".") {
		if c.Group != "" {
			return c.fail(c.GroupAt, "a group is of a figure, not of a survey",
				"{"+c.Command+" "+c.Target+".figure in "+c.Group+"}")
		}
		return c.ofSurvey()
	}
	f := c.figure()
	if f == nil {
		return "", nil
	}
	switch c.Command {
	case "n":
		return loc.Int(f.N), nil
	case "nword":
		return c.numeral(f.N), nil
	case "Nword":
		return language.Capital(loc.Word(f.N)), nil
	case "title":
		return f.Title, nil
	case "question":
		return f.Question, nil
	case "point":
		return loc.Points(language.Percent(1, f.N, 1)), nil
	}
	return c.fail(c.TargetAt, source.Quoted(c.Command)+" is of a survey, not of a figure",
		"{"+c.Command+" "+f.Survey.ID+"}")
}

// ofSurvey computes what is said of a survey.
func (c *call) ofSurvey() (string, *Ref) {
	loc := c.r.Locale
	s := c.r.surveys.Survey(c.n, c.at(c.TargetAt), c.Target)
	if s == nil {
		return "", nil
	}
	switch c.Command {
	case "n":
		return loc.Int(s.Answered), nil
	case "nword":
		return c.numeral(s.Answered), nil
	case "Nword":
		return language.Capital(loc.Word(s.Answered)), nil
	case "title":
		return s.Title, nil
	case "period":
		if s.Period == "" {
			return c.fail(c.TargetAt, "survey "+source.Quoted(s.ID)+" has no period",
				`add one under [survey]: period = "august 2021"`)
		}
		return s.Period, nil
	case "invited", "rate":
		if s.Invited == 0 && c.r.surveys.Unsure(s) {
			return "", nil
		}
		if s.Invited == 0 {
			return c.fail(c.TargetAt, "survey "+source.Quoted(s.ID)+
				" does not say how many were invited", "add invited = … under [survey]")
		}
		if c.Command == "invited" {
			return loc.Int(s.Invited), nil
		}
		return loc.Percent(s.Rate(max(0, c.Decimals))), nil
	}
	return c.fail(c.TargetAt, source.Quoted(c.Command)+" is of a figure, not of a survey",
		"{"+c.Command+" "+s.ID+".figure}")
}

// ofAnswers computes what is said of some answers to a figure.
func (c *call) ofAnswers() (string, *Ref) {
	f := c.figure()
	if f == nil {
		return "", nil
	}
	if !c.HasBar || c.Answers == "" {
		return c.fail(c.Whole, source.Quoted(c.Command)+" of which answer?",
			"name it after a bar: {"+c.Command+" "+f.Ref()+" | "+firstLabel(f)+"}")
	}
	f, text, done := c.ofGroups(f)
	if done {
		return text, nil
	}
	answers, ok := c.answersOf(f)
	if !ok {
		return "", nil
	}
	loc, places := c.r.Locale, max(0, c.Decimals)
	count := f.Sum(answers...)
	switch c.Command {
	case "percent":
		return loc.Percent(f.Percent(places, answers...)), nil
	case "prosent":
		return loc.PercentWord(f.Percent(places, answers...)), nil
	case "count":
		return loc.Int(count), nil
	case "word":
		return c.numeral(count), nil
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
	if i, ok := f.ByLabel(c.Answers); ok {
		return []int{i}, true
	}
	var out []int
	for _, at := range c.Labels() {
		label := c.text[at.Start:at.End]
		i, ok := f.ByLabel(source.OneLine(label))
		if !ok {
			if !c.r.source.Incomplete || len(f.Answers) > 0 {
				c.fail(at, fmt.Sprintf("%s has no answer %s", source.Quoted(f.Ref()),
					source.Quoted(label)), source.OrOneOf(label, f.Labels()))
			}
			return nil, false
		}
		if slices.Contains(out, i) {
			c.fail(at, "the answer "+source.Quoted(label)+" is named twice", "")
			return nil, false
		}
		out = append(out, i)
	}
	if f.Kind == survey.Multiple && len(out) > 1 {
		c.fail(c.AnswersAt,
			"answers of a multiple-choice question overlap, so they cannot be added",
			"name one answer")
		return nil, false
	}
	return out, true
}

// ofEarlier computes what needs the figure of an earlier year.
func (c *call) ofEarlier(f *survey.Figure, answers []int) (string, *Ref) {
	if !c.r.surveys.Compared(c.n, c.at(c.TargetAt), f) {
		return "", nil
	}
	then, ok := f.Earlier(answers...)
	if !ok {
		return c.fail(c.AnswersAt, fmt.Sprintf("%s has no counterpart in %s",
			source.Quoted(c.Answers), source.Quoted(f.Compare.Ref())),
			"map the answers of both years in [figure.merge]")
	}
	loc := c.r.Locale
	change, _ := f.Change(answers...)
	switch c.Command {
	case "change":
		return loc.Points(change), nil
	case "diff":
		return loc.Signed(change), nil
	case "margin":
		margin, ok := f.Margin(answers...)
		if !ok {
			return c.fail(c.TargetAt,
				source.Quoted(f.Ref())+" or its earlier year has no answers", "")
		}
		return "±" + loc.Points(margin), nil
	case "previous":
		return loc.Percent(f.Compare.Percent(max(0, c.Decimals), then...)), nil
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
