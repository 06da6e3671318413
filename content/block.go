package content

import (
	"fmt"
	"slices"
	"strings"

	"rapport/content/source"
	"rapport/content/survey"
)

// modifiers are keys that a block of any kind might have; those that a kind does not read are not
// its own.
var modifiers = []string{"form", "by", "answer", "compare", "list", "highlight", "highlight_text",
	"heading", "sub", "caption", "finding", "lang", "alt", "decorative", "bleed", "width",
	"name", "role", "consent"}

// readBlock reads a [[chapter.topic.block]]; nil when it does not say what it is.
func (l *loader) readBlock(t *source.Table, topic *Topic) *Block {
	b := &Block{Pos: t.Pos(), Topic: topic}
	key, ok := l.blockKey(t)
	if !ok {
		return nil
	}
	kind := kindOfKey(key)
	b.Kind = kind.kind
	defer l.speak(t, b, kind.language)()
	kind.read(l, t, key, b)
	l.readSpread(t, b)
	l.readWhen(t, b)
	if kind.heading {
		b.Heading = l.text.Line(t, "heading", source.Optional)
	}
	t.Allow(b)
	t.Foreign = map[string]string{}
	for _, name := range modifiers {
		t.Foreign[name] = "a block of kind " + key + " has none"
	}
	t.Done()
	l.told(b)
	return b
}

// speak reads the language of a block that may have its own, and makes numbers and citations in it
// print in that language until the function it returns is called.
func (l *loader) speak(t *source.Table, b *Block, own bool) (restore func()) {
	before := l.text.Locale
	restore = func() { l.text.Locale = before }
	if !own {
		return restore
	}
	if language := t.Choice("lang", source.Optional, Languages()); language != "" &&
		language != l.report.Language {
		b.Language = language
		l.text.Locale = Locale(language)
	}
	return restore
}

// blockKey is the key that says what a block is.
func (l *loader) blockKey(t *source.Table) (string, bool) {
	var found []*source.Node
	var all []string
	for _, k := range blockKinds {
		all = append(all, k.keys...)
	}
	for _, c := range t.Node.Children {
		for _, k := range all {
			if c.Name == k {
				found = append(found, c)
			}
		}
	}
	for _, key := range []string{"quote", "voice", "timeline"} {
		if len(found) == 2 && t.Child(key) != nil && t.Child("source") != nil {
			return key, true // these have a source of their own
		}
	}
	switch len(found) {
	case 1:
		return found[0].Name, true
	case 0:
		for _, c := range t.Node.Children {
			if near := source.Nearest(c.Name, all); near != "" {
				l.src.AtKey(c, "unknown key "+source.Quoted(c.Name),
					"did you mean "+source.Quoted(near)+"?")
				return "", false
			}
		}
		l.src.AtKey(t.Node, "the block does not say what it is",
			"give it one of: "+strings.Join(all, ", "))
		return "", false
	}
	l.src.AtKey(found[1], fmt.Sprintf("the block is both %s and %s",
		source.Quoted(found[0].Name), source.Quoted(found[1].Name)), "make two blocks of it")
	return "", false
}

// readFigureBlock reads a chart: one figure, several on one scale, a share of each of several, or a
// list of changes.
func (l *loader) readFigureBlock(t *source.Table, key string, b *Block) {
	switch key {
	case "figure":
		if n, ref := t.TextNode(key, source.Required); n != nil {
			if f := l.surveys.Figure(n, n.Value, ref); f != nil {
				b.Figures = []*Figure{f}
				l.drawable(n, f)
			}
		}
	case "figures":
		for _, n := range t.Texts(key, source.Required, false) {
			if f := l.surveys.Figure(n, n.Value, n.Text()); f != nil {
				b.Figures = append(b.Figures, f)
				l.drawable(n, f)
			}
		}
	case "battery":
		l.readShares(t, b)
	case "change":
		if n := t.Child(key); n.Text() == autoChange {
			l.readAllChanges(t, n, b)
			break
		} else if n.Text() != "" {
			t.Value(key, source.Required)
			l.src.AtValue(n,
				source.Quoted(key)+" is a list of changes, or "+source.Quoted(autoChange),
				source.OrOneOf(n.Text(), []string{autoChange}))
			break
		}
		for _, mt := range t.Tables(key, source.Required) {
			if m, ok := l.readMeasure(mt, b); ok && len(m.Then) > 0 {
				b.Measures = append(b.Measures, m)
			} else if ok {
				b.Uncompared = append(b.Uncompared, m)
			}
		}
		if len(b.Measures) == 0 {
			b.Figures = survey.FiguresOf(b.Uncompared)
		}
	}
	if b.Kind != FigureBlock {
		t.Leave("form", "caption", "finding")
		return
	}
	b.Form = t.Choice("form", source.Optional, FormNames())
	if key == "figures" && (b.Form == batteryForm || b.Form == "" && saysYes(b.Figures)) {
		l.shares(t, b)
	}
	if key == "figure" {
		b.Compare = t.Flag("compare", false)
		b.List = t.Flag("list", true)
		l.readBy(t, b)
		l.beside(b)
		l.readHighlight(t, b)
	}
	b.Caption = l.text.Prose(t, "caption", source.Optional)
	if b.Finding = l.text.Line(t, "finding", source.Optional); b.Finding == "" {
		b.Finding = b.Topic.Headline
	}
	d := ChartData{Figures: b.Figures, Measures: b.Measures, By: b.By, Compare: b.Compare,
		Withheld: l.report.Withheld()}
	l.surveys.CheckForm(t, key, b.Form, &d)
	l.told(b)
	b.Compare, l.report.written.withheld = d.Compare, d.Withheld
	if key == "battery" {
		b.Form = batteryForm
	}
	l.checkHighlight(t, b)
}

// readHighlight reads which answers a chart points out, and what they are together.
func (l *loader) readHighlight(t *source.Table, b *Block) {
	if len(b.Figures) == 1 {
		b.Highlight = l.surveys.Highlighted(t, b.Figures[0])
	} else {
		t.Leave("highlight")
	}
	b.HighlightText = l.text.Line(t, "highlight_text", source.Optional)
}

// checkHighlight tells where the sum of what is highlighted cannot stand.
func (l *loader) checkHighlight(t *source.Table, b *Block) {
	n := t.Child("highlight_text")
	if n == nil || len(b.Figures) != 1 {
		return
	}
	f := b.Figures[0]
	set := b.Highlighted(f)
	switch {
	case len(set) == 0:
		l.warn(b, n, "no answer is highlighted, so that the text stands nowhere",
			`name the answers: highlight = ["…"]`)
	case f.Kind == Multiple && len(set) > 1:
		l.warn(b, n, "answers of a multiple-choice question overlap, so that they have no sum, and "+
			"the text stands nowhere", "highlight one answer")
	case b.Compare:
		l.warn(b, n, "a comparison of years shows no sum, and the text stands nowhere",
			"take it out, or show this year alone")
	}
}

// Highlighted are the answers to a question that the block points out: its own choice, or else the
// survey's.
func (b *Block) Highlighted(f *Figure) []int {
	if b.Highlight != nil {
		return b.Highlight
	}
	return f.Highlight
}

// autoChange asks for a list of all changes that lie outside their margins of error.
const autoChange = "auto"

// readAllChanges lists every change of the report's surveys that lies outside its margin of error,
// so that a list of changes is chosen by the numbers. Where there is none, a sentence says so.
func (l *loader) readAllChanges(t *source.Table, n *source.Node, b *Block) {
	t.Value("change", source.Required)
	withheld := false
	for _, s := range l.report.Surveys {
		inside, outside := l.report.Withheld().Changes(s)
		b.Compared += len(outside) + len(inside)
		b.Measures, b.Inside = append(b.Measures, outside...), append(b.Inside, inside...)
		withheld = withheld || slices.ContainsFunc(s.Figures,
			func(f *Figure) bool { return len(f.Comparisons()) > 0 })
	}
	terms := l.report.Terms()
	sentence := func(s string) {
		b.Kind = ProseBlock
		b.Text = Prose{{Inlines: []Inline{{Text: s}}, First: true}}
	}
	switch {
	case l.src.Incomplete || len(b.Measures) > 0:
	case b.Compared == 0 && withheld:
		l.warn(b, n, "all changes are withheld: a sentence stands in the place of the list", "")
		sentence(terms.Change + ": " + terms.Withheld + ".")
	case b.Compared == 0:
		l.src.AtValue(n, "no question of the report's surveys is compared with an earlier year",
			`name the earlier question where a question is defined: compare = "survey.figure"`)
	default:
		l.warn(b, n, "no change lies outside its margin of error: a sentence stands in the place of "+
			"the list", "")
		sentence(terms.NoChange(b.Compared))
	}
}

// drawable reports a figure that has no counts to draw.
func (l *loader) drawable(n *source.Node, f *Figure) {
	if f.Kind == Open {
		l.src.AtValue(n, source.Quoted(f.Ref())+" is free text, which no chart shows",
			"sum it up in a themes block")
	}
}

// readMeasure reads { figure, answer, label }. A measure that has no earlier year is told, and comes
// without one.
func (l *loader) readMeasure(t *source.Table, b *Block) (Measure, bool) {
	m := Measure{Pos: t.Pos()}
	if n, ref := t.TextNode("figure", source.Required); n != nil {
		m.Figure = l.surveys.Figure(n, n.Value, ref)
	}
	m.Answers = l.surveys.Answers(t, m.Figure)
	m.Label = l.text.Line(t, "label", source.Optional)
	t.Done()
	if m.Figure == nil || len(m.Answers) == 0 {
		return m, false
	}
	if m.Label == "" {
		m.Label = m.Figure.Title
	}
	if m.Label == "" {
		m.Label = m.Figure.Answers[m.Answers[0]].Label
	}
	n := t.Child("figure")
	if !l.surveys.Earlier(n, n.Value, m.Figure) {
		l.told(b)
		return m, l.src.Incomplete || !l.surveys.Told(m.Figure)
	}
	then, ok := m.Figure.Earlier(m.Answers...)
	if a := t.Child("answer"); !ok && a != nil {
		l.warn(b, a, "the answer has no counterpart in "+
			source.Quoted(m.Figure.Compare.Ref())+", and is named in the caption",
			"map the answers of both years in [figure.merge]")
	}
	m.Then = then
	return m, true
}

// readPoints reads bullets or recommendations.
func (l *loader) readPoints(t *source.Table, key string, b *Block) {
	for _, pt := range t.Tables(key, source.Required) {
		b.Points = append(b.Points, Point{Pos: pt.Pos(),
			Title: l.text.Line(pt, "title", source.Required),
			Text:  l.text.Prose(pt, "text", source.Optional)})
		pt.Done()
	}
}

// readThemes reads the rows of a free-text summary.
func (l *loader) readThemes(t *source.Table, key string, b *Block) {
	for _, tt := range t.Tables(key, source.Required) {
		theme := Theme{Pos: tt.Pos(), Title: l.text.Line(tt, "title", source.Required),
			Question: l.text.Line(tt, "question", source.Optional),
			Text:     l.text.Prose(tt, "text", source.Required)}
		if n, ref := tt.TextNode("figure", source.Optional); n != nil {
			theme.Figure = l.surveys.Figure(n, n.Value, ref)
			if f := theme.Figure; f != nil && f.Kind != Open && f.Kind != "" {
				l.src.AtValue(n, fmt.Sprintf("%s is of kind %s; a theme sums up free text",
					source.Quoted(ref), f.Kind), "name a figure of kind open")
			}
			if f := theme.Figure; f != nil && theme.Question == "" && tt.Child("question") == nil {
				theme.Question = f.Question
			}
		}
		tt.Done()
		b.Themes = append(b.Themes, theme)
	}
}

// readTable reads a table of figures: by name, or all closed figures of a survey.
func (l *loader) readTable(t *source.Table, key string, b *Block) {
	for _, n := range t.Texts(key, source.Required, true) {
		ref := n.Text()
		if id, ok := strings.CutSuffix(ref, ".*"); ok {
			if s := l.surveys.Survey(n, n.Value, id); s != nil {
				for _, f := range s.Figures {
					if f.Kind != Open {
						b.Figures = append(b.Figures, f)
					}
				}
			}
			continue
		}
		if f := l.surveys.Figure(n, n.Value, ref); f != nil {
			l.drawable(n, f)
			b.Figures = append(b.Figures, f)
		}
	}
	b.Compare = t.Flag("compare", false)
	b.Caption = l.text.Prose(t, "caption", source.Optional)
}

// readText reads a block that is one text.
func (l *loader) readText(t *source.Table, key string, b *Block) {
	b.Text = l.text.Prose(t, key, source.Required)
}

// readCallout reads a callout and tells of one that is longer than the design means it to be.
func (l *loader) readCallout(t *source.Table, key string, b *Block) {
	l.readText(t, key, b)
	if n := words(b.Text); n > maxCallout {
		l.warn(b, t.Child(key), fmt.Sprintf("the callout has %d words, %d at most", n, maxCallout),
			"")
	}
}

// readBullets reads bullets, which may have a line under their heading.
func (l *loader) readBullets(t *source.Table, key string, b *Block) {
	l.readPoints(t, key, b)
	b.Sub = l.text.Line(t, "sub", source.Optional)
}

// readFreeAnswers reads answers in free text.
func (l *loader) readFreeAnswers(t *source.Table, key string, b *Block) {
	b.Answers = t.Strings(key, source.Required, false)
	b.Sub = l.text.Line(t, "sub", source.Optional)
}
