package content

import (
	"fmt"
	"io/fs"
	"path"
	"strings"
	"unicode/utf8"
)

// Lengths that the design allows (brief, sections 1 and 4).
const (
	maxHeadline   = 60 // characters
	maxIntro      = 30 // words
	maxCallout    = 40 // words
	maxKeyFigures = 6
)

// houseGrounds are the grounds of a cover of the house brand.
var houseGrounds = []string{"blaabaer", "fjord_dyp", "nype", "multe_lys"}

// readHead reads what [report] says before any text needs the surveys: the language and which surveys
// there are.
func (l *loader) readHead(root *node, dir string) {
	top := l.src.table(root)
	t := top.table("report", required)
	if t == nil {
		return
	}
	l.report.Pos = t.pos()
	l.report.Language = t.choice("language", required, Languages())
	if l.report.Language != "" {
		l.locale = Locale(l.report.Language)
	}
	if root.child("survey") != nil {
		l.use(root)
	}
	list := t.texts("surveys", optional, false)
	if n := t.child("surveys"); n != nil && len(list) < len(n.children) || n != nil && n.kind != arrayNode {
		l.src.partial = true
	}
	for _, n := range list {
		l.useFolder(n, dir)
	}
}

// use adds the survey of a folder to the report.
func (l *loader) use(root *node) {
	if s := l.readSurvey(root); s != nil {
		l.report.Surveys = append(l.report.Surveys, s)
	}
}

// useFolder adds the survey of a folder that the report names.
func (l *loader) useFolder(n *node, own string) {
	name := n.textValue()
	if path.IsAbs(name) || !fs.ValidPath(name) || name == "." || strings.Contains(name, `\`) {
		l.src.atValue(n, quoted(name)+" leads out of the content folder", `a survey is named by its year and folder, like "2021/trivselsundersokelsen"`)
		return
	}
	if name == own {
		return
	}
	if _, done := l.src.folders[name]; done {
		l.src.atValue(n, quoted(name)+" is named twice", "")
		return
	}
	if info, err := fs.Stat(l.src.fsys, name); err != nil || !info.IsDir() {
		l.src.partial = true
		l.src.atValue(n, "there is no folder "+quoted(name), orOneOf(name, l.surveyFolders()))
		return
	}
	before := len(l.src.problems)
	root := l.src.folder(name)
	switch told := len(l.src.problems) > before; {
	case root != nil && root.child("survey") != nil:
		l.use(root)
	case told:
	case root == nil:
		l.src.partial = true
		l.src.atValue(n, "folder "+quoted(name)+" holds no .toml file", "")
	default:
		l.src.partial = true
		l.src.atValue(n, "folder "+quoted(name)+" holds no [survey]", "")
	}
}

// surveyFolders are all folders of all years, for hints.
func (l *loader) surveyFolders() []string {
	years, _ := Years(l.src.fsys)
	var out []string
	for _, y := range years {
		out = append(out, folders(l.src.fsys, y)...)
	}
	return out
}

// readReport reads everything of the report except what readHead read.
func (l *loader) readReport(root *node) {
	top := l.src.table(root)
	r := l.report
	l.readReferences(top)
	if t := top.table("report", optional); t != nil {
		l.readTitle(t, r)
	}
	r.Epigraph = l.readEpigraph(top.table("epigraph", optional))
	r.Cover = l.readCover(top.table("cover", optional), r)
	r.Back = l.readBack(top.table("back", optional))
	r.Key = l.readKey(top.table("key", optional))
	l.notes = true
	for _, t := range top.tables("chapter", required) {
		ch := l.readChapter(t, false)
		r.Chapters = append(r.Chapters, ch)
		ch.Number = len(r.Chapters)
	}
	if t := top.table("method", optional); t != nil {
		r.Method = l.readChapter(t, true)
	}
	l.notes = false
	top.leave("survey", "figure", "privacy")
	top.done()
}

// readTitle reads [report].
func (l *loader) readTitle(t *table, r *Report) {
	t.leave("language", "surveys")
	r.Title = l.lineOf(t, "title", required)
	r.Subtitle = l.lineOf(t, "subtitle", optional)
	r.Series = t.text("series", optional)
	r.Date = t.date("date", required)
	r.Publisher = t.text("publisher", required)
	r.Brand = l.brand(t.child("publisher"), r.Publisher)
	r.Plan = l.readPlan(t)
	r.Keywords = t.strings("keywords", optional, false)
	r.About = l.proseOf(t, "about", optional)
	r.Thanks, r.Rights = l.proseOf(t, "thanks", optional), l.proseOf(t, "rights", optional)
	r.Contact = t.strings("contact", optional, false)
	for _, p := range t.tables("person", optional) {
		r.People = append(r.People, Person{Name: p.text("name", required), Role: p.text("role", optional)})
		p.done()
	}
	for _, f := range t.tables("fact", optional) {
		r.Facts = append(r.Facts, Fact{Label: l.lineOf(f, "label", required), Text: l.proseOf(f, "text", required)})
		f.done()
	}
	t.allow(r)
	t.done()
}

// readPlan reads which parts the report has. A short report is running text.
func (l *loader) readPlan(t *table) Plan {
	short := t.choice("kind", optional, []string{"annual", "short"}) == "short"
	return Plan{
		Short: short, Contents: t.flag("contents", !short), Openers: t.flag("openers", !short),
		FigureNumbers: t.flag("figure_numbers", true),
	}
}

// readEpigraph reads [epigraph].
func (l *loader) readEpigraph(t *table) *Epigraph {
	if t == nil {
		return nil
	}
	e := &Epigraph{Pos: t.pos(), Text: l.proseOf(t, "text", required), Source: l.proseOf(t, "source", optional)}
	t.done()
	return e
}

// readCover reads [cover].
func (l *loader) readCover(t *table, r *Report) Cover {
	c := Cover{Pos: r.Pos, Year: fmt.Sprint(r.Year)}
	if t == nil {
		return c
	}
	c.Pos = t.pos()
	c.Ground = t.choice("ground", optional, r.Brand.grounds())
	if n, id := t.textNode("survey", optional); n != nil {
		c.Survey = l.survey(n, n.value, id)
	}
	if n, ref := t.textNode("ring", optional); n != nil {
		c.Ring = l.figure(n, n.value, ref)
		l.checkRing(n, &c)
	}
	c.Caption = l.proseOf(t, "caption", optional)
	if year := t.text("year", optional); year != "" {
		c.Year = year
	}
	t.done()
	if c.Survey != nil && c.Survey.Invited == 0 && !l.unsure[c.Survey] {
		l.src.atKey(t.n, "survey "+quoted(c.Survey.ID)+" does not say how many were invited, so it makes no ring", "add invited = … under [survey]")
	}
	return c
}

// checkRing sees to it that the ring's colours are those of the people who answered its survey.
func (l *loader) checkRing(n *node, c *Cover) {
	switch {
	case c.Ring == nil:
	case c.Ring.Kind != Single && c.Ring.Kind != Scale:
		l.src.atValue(n, fmt.Sprintf("a ring needs one answer a person, but %s is of kind %s", quoted(c.Ring.Ref()), c.Ring.Kind), "")
	case c.Survey == nil:
		c.Survey = c.Ring.Survey
	case c.Ring.Survey != c.Survey:
		l.src.atValue(n, fmt.Sprintf("%s is not of survey %s, which makes the ring", quoted(c.Ring.Ref()), quoted(c.Survey.ID)), "")
	}
}

// readBack reads [back].
func (l *loader) readBack(t *table) Back {
	var b Back
	if t == nil {
		return b
	}
	for _, n := range t.texts("statement", optional, true) {
		b.Statement = append(b.Statement, l.line(n, n.textValue()))
	}
	if len(b.Statement) > 2 {
		l.src.atKey(t.child("statement"), "the statement has more than two lines", "")
	}
	b.Text = l.proseOf(t, "text", optional)
	t.done()
	return b
}

// readKey reads [key], the year in figures.
func (l *loader) readKey(t *table) *KeyPage {
	if t == nil {
		return nil
	}
	k := &KeyPage{Pos: t.pos(), Kicker: l.lineOf(t, "kicker", optional), Headline: l.headline(t)}
	if hero := t.table("hero", required); hero != nil {
		k.Hero = l.readKeyFigure(hero)
	}
	for i, ft := range t.tables("figure", optional) {
		if i == maxKeyFigures {
			l.src.atKey(ft.n, fmt.Sprintf("more than %d key figures", maxKeyFigures), "the page has room for 3 × 2")
		}
		k.Figures = append(k.Figures, l.readKeyFigure(ft))
	}
	t.done()
	return k
}

// readKeyFigure reads { figure, answer, text } or { survey, text }.
func (l *loader) readKeyFigure(t *table) KeyFigure {
	k := KeyFigure{Pos: t.pos(), Text: l.lineOf(t, "text", required)}
	if t.child("survey") != nil {
		if n, id := t.textNode("survey", required); n != nil {
			if k.Survey = l.survey(n, n.value, id); k.Survey != nil && k.Survey.Invited == 0 && !l.unsure[k.Survey] {
				l.src.atValue(n, "survey "+quoted(id)+" does not say how many were invited, so it has no response rate", "add invited = … under [survey]")
			}
		}
		t.foreign = map[string]string{"figure": "a key figure is of a survey or of a figure", "answer": "the response rate has no answer"}
		t.done()
		return k
	}
	if n, ref := t.textNode("figure", required); n != nil {
		k.Figure = l.figure(n, n.value, ref)
	}
	k.Answers = l.readAnswer(t, k.Figure)
	if k.Figure != nil {
		k.Survey = k.Figure.Survey
	}
	t.done()
	return k
}

// readAnswer reads answer = "…" or a list of answers to add.
func (l *loader) readAnswer(t *table, f *Figure) []int {
	labels := t.texts("answer", required, true)
	if f == nil {
		return nil
	}
	answers := l.answersOf(labels, f)
	if f.Kind == Multiple && len(answers) > 1 {
		l.src.atValue(t.child("answer"), "answers of a multiple-choice question overlap, so they cannot be added", "name one answer")
	}
	return answers
}

// headline reads a headline and holds it to its length.
func (l *loader) headline(t *table) string {
	s := l.lineOf(t, "headline", required)
	if n := letters(s); n > maxHeadline {
		l.src.atValue(t.child("headline"), fmt.Sprintf("the headline has %d characters, %d at most", n, maxHeadline), fmt.Sprintf("take out %d", n-maxHeadline))
	}
	return s
}

// letters counts characters without soft hyphens.
func letters(s string) int { return utf8.RuneCountInString(s) - strings.Count(s, "\u00ad") }

// words counts what spaces part; a no-break space parts nothing.
func words(p Prose) int { return len(strings.FieldsFunc(p.Plain(), asciiSpace)) }

// readChapter reads a [[chapter]], or [method], which has neither number nor opener.
func (l *loader) readChapter(t *table, method bool) *Chapter {
	ch := &Chapter{Pos: t.pos(), Title: l.lineOf(t, "title", required)}
	if method {
		t.foreign = map[string]string{"opener": "the method chapter has no opener page", "intro": "the method chapter has no opener page"}
		if t.child("id") != nil {
			ch.ID = l.uniqueID(t)
		}
	} else {
		ch.ID = l.uniqueID(t)
		ch.Intro = l.proseOf(t, "intro", optional)
		if n := words(ch.Intro); n > maxIntro {
			l.src.atValue(t.child("intro"), fmt.Sprintf("the intro has %d words, %d at most", n, maxIntro), "")
		}
		if o := t.table("opener", optional); o != nil {
			k := l.readKeyFigure(o)
			ch.Opener = &k
		}
	}
	for _, tt := range t.tables("topic", required) {
		ch.Topics = append(ch.Topics, l.readTopic(tt))
	}
	t.done()
	return ch
}

// uniqueID reads the id of a chapter or topic; all of them share one list, because references do.
func (l *loader) uniqueID(t *table) string {
	id := t.id(true)
	n := t.child("id")
	if id == "" {
		return ""
	}
	if old := l.ids[id]; old != nil {
		l.src.atValue(n, "the id "+quoted(id)+" is there twice", "the other one is at "+old.valuePos().String())
		return id
	}
	l.ids[id] = n
	return id
}

// readTopic reads a [[chapter.topic]].
func (l *loader) readTopic(t *table) *Topic {
	topic := &Topic{
		Pos: t.pos(), ID: l.uniqueID(t), Title: l.lineOf(t, "title", optional), Kicker: l.lineOf(t, "kicker", optional),
		Headline: l.headline(t), Template: l.template(t),
	}
	if topic.Title == "" {
		topic.Title = topic.Kicker
	}
	if topic.Title == "" {
		topic.Title = topic.Headline
	}
	question := t.child("question")
	topic.Question = l.lineOf(t, "question", optional)
	for _, bt := range t.tables("block", required) {
		if b := l.readBlock(bt, topic); b != nil {
			topic.Blocks = append(topic.Blocks, b)
		}
	}
	t.allow(topic)
	t.done()
	if question == nil {
		topic.Question = topic.onlyQuestion()
	}
	return topic
}

// onlyQuestion is the question of the figure of a topic that shows a single one.
func (t *Topic) onlyQuestion() string {
	question, blocks := "", 0
	for _, b := range t.Blocks {
		for _, f := range b.figures() {
			if blocks++; blocks > 1 || len(f.Figures) != 1 {
				return ""
			}
			question = f.Figures[0].Question
		}
	}
	return question
}

// Terms are the fixed words in the report's language.
func (r *Report) Terms() Terms { return TermsFor(r.Language) }

// Locale is how the report writes numbers and dates.
func (r *Report) Locale() Locale { return Locale(r.Language) }

// Survey is a survey of the report by its id, nil when there is none.
func (r *Report) Survey(id string) *Survey {
	for _, s := range r.Surveys {
		if s.ID == id {
			return s
		}
	}
	return nil
}
