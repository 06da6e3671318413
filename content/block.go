package content

import (
	"fmt"
	"strings"
)

// blockKeys are the keys of which a block has exactly one, and the kind that each makes.
var blockKeys = []struct {
	key  string
	kind BlockKind
}{
	{"figure", FigureBlock}, {"figures", FigureBlock}, {"change", FigureBlock}, {"prose", ProseBlock},
	{"lead", LeadBlock}, {"callout", CalloutBlock}, {"bullets", BulletsBlock}, {"themes", ThemesBlock},
	{"recommendations", RecommendationsBlock}, {"table", TableBlock}, {"quote", QuoteBlock}, {"appendix", AppendixBlock},
	{"fact", FactBlock}, {"answers", AnswersBlock}, {"image", ImageBlock}, {"group", GroupBlock},
	{"references", ReferencesBlock}, {"source", SourceBlock},
}

// modifiers are keys that a block of any kind might have; those that a kind does not read are not its own.
var modifiers = []string{"form", "compare", "list", "heading", "sub", "caption", "finding", "lang", "alt", "decorative", "bleed", "width"}

// readBlock reads a [[chapter.topic.block]]; nil when it does not say what it is.
func (l *loader) readBlock(t *table, topic *Topic) *Block {
	b := &Block{Pos: t.pos(), Topic: topic}
	key, ok := l.blockKey(t)
	if !ok {
		return nil
	}
	for _, k := range blockKeys {
		if k.key == key {
			b.Kind = k.kind
		}
	}
	defer l.speak(t, b)()
	l.readKind(t, key, b)
	if hasHeading(b.Kind) {
		b.Heading = l.lineOf(t, "heading", optional)
	}
	t.allow(b)
	t.foreign = map[string]string{}
	for _, name := range modifiers {
		t.foreign[name] = "a block of kind " + key + " has none"
	}
	t.done()
	return b
}

// readKind reads what is special to a kind of block.
func (l *loader) readKind(t *table, key string, b *Block) {
	switch b.Kind {
	case FigureBlock:
		l.readFigureBlock(t, key, b)
	case ProseBlock, LeadBlock, SourceBlock, FactBlock:
		b.Text = l.proseOf(t, key, required)
	case CalloutBlock:
		b.Text = l.proseOf(t, key, required)
		if n := words(b.Text); n > maxCallout {
			l.src.atValue(t.child(key), fmt.Sprintf("the callout has %d words, %d at most", n, maxCallout), "")
		}
	case BulletsBlock:
		b.Points = l.readPoints(t, key)
		b.Sub = l.lineOf(t, "sub", optional)
	case RecommendationsBlock:
		b.Points = l.readPoints(t, key)
	case ThemesBlock:
		b.Themes = l.readThemes(t, key)
	case TableBlock:
		l.readTable(t, b)
	case QuoteBlock:
		l.readQuote(t, b)
	case AppendixBlock:
		b.Series = l.readAppendix(t, key)
	case AnswersBlock:
		b.Answers = t.strings(key, required, false)
		b.Sub = l.lineOf(t, "sub", optional)
	case ImageBlock:
		l.readImageBlock(t, b)
	case GroupBlock:
		b.Items = l.readGroup(t, key, b.Topic)
	case ReferencesBlock:
		l.readReferencesBlock(t, key)
	}
}

// hasHeading says whether blocks of a kind may have a heading.
func hasHeading(kind BlockKind) bool {
	switch kind {
	case LeadBlock, SourceBlock, QuoteBlock, AppendixBlock, ImageBlock, GroupBlock, ReferencesBlock:
		return false
	}
	return true
}

// speak reads the language of a block that may have its own, and makes numbers and citations in it print
// in that language until the function it returns is called.
func (l *loader) speak(t *table, b *Block) (restore func()) {
	before := l.locale
	restore = func() { l.locale = before }
	switch b.Kind {
	case ProseBlock, LeadBlock, QuoteBlock, FactBlock, AnswersBlock, AppendixBlock:
	default:
		return restore
	}
	if language := t.choice("lang", optional, Languages()); language != "" && language != l.report.Language {
		b.Language = language
		l.locale = Locale(language)
	}
	return restore
}

// blockKey is the key that says what a block is.
func (l *loader) blockKey(t *table) (string, bool) {
	var found []*node
	var all []string
	for _, k := range blockKeys {
		all = append(all, k.key)
	}
	for _, c := range t.n.children {
		for _, k := range all {
			if c.name == k {
				found = append(found, c)
			}
		}
	}
	if len(found) == 2 && t.child("quote") != nil && t.child("source") != nil {
		return "quote", true // a quotation has a source
	}
	switch len(found) {
	case 1:
		return found[0].name, true
	case 0:
		for _, c := range t.n.children {
			if near := nearest(c.name, all); near != "" {
				l.src.atKey(c, "unknown key "+quoted(c.name), "did you mean "+quoted(near)+"?")
				return "", false
			}
		}
		l.src.atKey(t.n, "the block does not say what it is", "give it one of: "+strings.Join(all, ", "))
		return "", false
	}
	l.src.atKey(found[1], fmt.Sprintf("the block is both %s and %s", quoted(found[0].name), quoted(found[1].name)), "make two blocks of it")
	return "", false
}

// readFigureBlock reads a chart: one figure, several on one scale, or a list of changes.
func (l *loader) readFigureBlock(t *table, key string, b *Block) {
	switch key {
	case "figure":
		if n, ref := t.textNode(key, required); n != nil {
			if f := l.figure(n, n.value, ref); f != nil {
				b.Figures = []*Figure{f}
				l.drawable(n, f)
			}
		}
	case "figures":
		for _, n := range t.texts(key, required, false) {
			if f := l.figure(n, n.value, n.textValue()); f != nil {
				b.Figures = append(b.Figures, f)
				l.drawable(n, f)
			}
		}
	case "change":
		for _, mt := range t.tables(key, required) {
			if m, ok := l.readMeasure(mt); ok {
				b.Measures = append(b.Measures, m)
			}
		}
	}
	b.Form = t.choice("form", optional, forms)
	if key == "figure" {
		b.Compare = t.flag("compare", false)
		b.List = t.flag("list", true)
	}
	b.Caption = l.proseOf(t, "caption", optional)
	if b.Finding = l.lineOf(t, "finding", optional); b.Finding == "" {
		b.Finding = b.Topic.Headline
	}
	l.checkForm(t, key, b)
}

// drawable reports a figure that has no counts to draw.
func (l *loader) drawable(n *node, f *Figure) {
	if f.Kind == Open {
		l.src.atValue(n, quoted(f.Ref())+" is free text, which no chart shows", "sum it up in a themes block")
	}
}

// readMeasure reads { figure, answer, label }.
func (l *loader) readMeasure(t *table) (Measure, bool) {
	m := Measure{Pos: t.pos()}
	if n, ref := t.textNode("figure", required); n != nil {
		m.Figure = l.figure(n, n.value, ref)
	}
	m.Answers = l.readAnswer(t, m.Figure)
	m.Label = l.lineOf(t, "label", optional)
	t.done()
	if m.Figure == nil || len(m.Answers) == 0 {
		return m, false
	}
	if m.Label == "" {
		m.Label = m.Figure.Title
	}
	if m.Label == "" {
		m.Label = m.Figure.Answers[m.Answers[0]].Label
	}
	n := t.child("figure")
	if !l.compared(n, n.value, m.Figure) {
		return m, false
	}
	then, ok := m.Figure.Earlier(m.Answers...)
	if !ok {
		l.src.atValue(t.child("answer"), "the answer has no counterpart in "+quoted(m.Figure.Compare.Ref()), "map the answers of both years in [figure.merge]")
	}
	m.Then = then
	return m, ok
}

// readPoints reads bullets or recommendations.
func (l *loader) readPoints(t *table, key string) []Point {
	var points []Point
	for _, pt := range t.tables(key, required) {
		points = append(points, Point{Pos: pt.pos(), Title: l.lineOf(pt, "title", required), Text: l.proseOf(pt, "text", optional)})
		pt.done()
	}
	return points
}

// readThemes reads the rows of a free-text summary.
func (l *loader) readThemes(t *table, key string) []Theme {
	var themes []Theme
	for _, tt := range t.tables(key, required) {
		theme := Theme{Pos: tt.pos(), Title: l.lineOf(tt, "title", required), Question: l.lineOf(tt, "question", optional), Text: l.proseOf(tt, "text", required)}
		if n, ref := tt.textNode("figure", optional); n != nil {
			theme.Figure = l.figure(n, n.value, ref)
			if f := theme.Figure; f != nil && f.Kind != Open && f.Kind != "" {
				l.src.atValue(n, fmt.Sprintf("%s is of kind %s; a theme sums up free text", quoted(ref), f.Kind), "name a figure of kind open")
			}
			if f := theme.Figure; f != nil && theme.Question == "" && tt.child("question") == nil {
				theme.Question = f.Question
			}
		}
		tt.done()
		themes = append(themes, theme)
	}
	return themes
}

// readTable reads a table of figures: by name, or all closed figures of a survey.
func (l *loader) readTable(t *table, b *Block) {
	for _, n := range t.texts("table", required, true) {
		ref := n.textValue()
		if id, ok := strings.CutSuffix(ref, ".*"); ok {
			if s := l.survey(n, n.value, id); s != nil {
				for _, f := range s.Figures {
					if f.Kind != Open {
						b.Figures = append(b.Figures, f)
					}
				}
			}
			continue
		}
		if f := l.figure(n, n.value, ref); f != nil {
			l.drawable(n, f)
			b.Figures = append(b.Figures, f)
		}
	}
	b.Compare = t.flag("compare", false)
	b.Caption = l.proseOf(t, "caption", optional)
}
