package content

import (
	"fmt"
	"io/fs"
	"net/url"
	"path"
	"slices"
	"strings"

	"rapport/content/brand"
	"rapport/content/language"
	"rapport/content/source"
	"rapport/content/tiles"
)

// Lengths that the design allows (layout/DESIGN.md, "Parts of a page").
const (
	maxHeadline = 60 // characters
	maxIntro    = 30 // words
	maxCallout  = 40 // words
)

// readHead reads what [report] says before any text needs the surveys: the language and which
// surveys there are.
func (l *loader) readHead(root *source.Node, dir string) {
	top := l.src.Table(root)
	t := top.Table("report", source.Required)
	if t == nil {
		return
	}
	l.report.Pos = t.Pos()
	l.report.Language = t.Choice("language", source.Required, Languages())
	if l.report.Language != "" {
		l.text.Home = Locale(l.report.Language)
		l.text.Locale = l.text.Home
	}
	if root.Child("survey") != nil {
		l.surveys.Use(root)
	}
	list := t.Texts("surveys", source.Optional, false)
	if n := t.Child("surveys"); n != nil && len(list) < len(n.Children) ||
		n != nil && n.Kind != source.ArrayNode {
		l.src.Incomplete = true
	}
	for _, n := range list {
		l.useFolder(n, dir)
	}
}

// useFolder adds the survey of a folder that the report names.
func (l *loader) useFolder(n *source.Node, own string) {
	name := n.Text()
	if path.IsAbs(name) || !fs.ValidPath(name) || name == "." || strings.Contains(name, `\`) {
		l.src.AtValue(n, source.Quoted(name)+" leads out of the content folder",
			`a survey is named by its year and folder, like "2021/trivselsundersokelsen"`)
		return
	}
	if name == own {
		return
	}
	if _, done := l.src.Folders[name]; done {
		l.src.AtValue(n, source.Quoted(name)+" is named twice", "")
		return
	}
	if info, err := fs.Stat(l.src.FS, name); err != nil || !info.IsDir() {
		l.src.Incomplete = true
		l.src.AtValue(n, "there is no folder "+source.Quoted(name),
			source.OrOneOf(name, l.surveyFolders()))
		return
	}
	before := len(l.src.Problems)
	root := l.src.Folder(name)
	switch told := len(l.src.Problems) > before; {
	case root != nil && root.Child("survey") != nil:
		l.surveys.Use(root)
	case told:
	case root == nil:
		l.src.Incomplete = true
		l.src.AtValue(n, "folder "+source.Quoted(name)+" holds no .toml file", "")
	default:
		l.src.Incomplete = true
		l.src.AtValue(n, "folder "+source.Quoted(name)+" holds no [survey]", "")
	}
}

// surveyFolders are all folders of all years, for hints.
func (l *loader) surveyFolders() []string {
	years, _ := Years(l.src.FS)
	var out []string
	for _, y := range years {
		out = append(out, folders(l.src.FS, y)...)
	}
	return out
}

// readReport reads everything of the report except what readHead read.
func (l *loader) readReport(root *source.Node) {
	top := l.src.Table(root)
	r := l.report
	r.References = l.text.ReadReferences(top)
	if t := top.Table("report", source.Optional); t != nil {
		l.readTitle(t, r)
		l.named(r)
	}
	l.readTiles(root, top)
	r.Epigraph = l.readEpigraph(top.Table("epigraph", source.Optional))
	r.Cover = l.readCover(top.Table("cover", source.Optional), r)
	r.Back = l.readBack(top.Table("back", source.Optional))
	r.Key = l.readKey(top.Table("key", source.Optional))
	r.Summary = l.readSummary(top.Table("summary", source.Optional))
	r.Mail = l.readMail(top.Table("mail", source.Optional))
	l.text.Notes = true
	for _, t := range top.Tables("chapter", source.Required) {
		ch := l.readChapter(t, false)
		r.Chapters = append(r.Chapters, ch)
		ch.Number = len(r.Chapters)
	}
	if t := top.Table("method", source.Optional); t != nil {
		r.Method = l.readChapter(t, true)
	}
	l.text.Notes = false
	top.Leave("survey", "figure", "breakdown", "privacy")
	top.Done()
}

// readTiles reads the report's own tile maps, and gives them and the publisher's to its surveys, after
// their own. Those in a folder that holds a survey too have been read with it.
func (l *loader) readTiles(root *source.Node, top *source.Table) {
	var maps []*TileMap
	if root.Child("survey") != nil {
		top.Leave("tiles")
		for _, s := range l.report.Surveys {
			if s.Pos.File == root.Child("survey").KeyPos().File {
				maps = append(maps, s.Maps...)
			}
		}
	} else {
		maps = tiles.Read(l.src, top)
	}
	if l.report.Brand != nil {
		maps = append(maps, l.report.Brand.Maps...)
	}
	for _, s := range l.report.Surveys {
		for _, m := range maps {
			if !slices.Contains(s.Maps, m) {
				s.Maps = append(s.Maps, m)
			}
		}
	}
}

// readTitle reads [report].
func (l *loader) readTitle(t *source.Table, r *Report) {
	t.Leave("language", "surveys")
	r.Title = l.text.Line(t, "title", source.Required)
	r.Subtitle = l.text.Line(t, "subtitle", source.Optional)
	r.Series = t.Text("series", source.Optional)
	r.Date = t.Date("date", source.Required)
	r.Publisher = t.Text("publisher", source.Required)
	r.Brand = brand.Of(l.src, t.Child("publisher"), r.Publisher)
	r.Plan = l.readPlan(t)
	r.Keywords = t.Strings("keywords", source.Optional, false)
	r.About = l.text.Prose(t, "about", source.Optional)
	r.Thanks = l.text.Prose(t, "thanks", source.Optional)
	r.Rights = l.text.Prose(t, "rights", source.Optional)
	r.Contact = t.Strings("contact", source.Optional, false)
	r.Attached = l.readAttached(t)
	r.URL = l.readURL(t)
	for _, p := range t.Tables("person", source.Optional) {
		r.People = append(r.People, readPerson(p))
	}
	for _, f := range t.Tables("fact", source.Optional) {
		r.Facts = append(r.Facts, Fact{Label: l.text.Line(f, "label", source.Required),
			Text: l.text.Prose(f, "text", source.Required)})
		f.Done()
	}
	t.Allow(r)
	t.Done()
}

// readURL reads where the web edition will lie. What search engines and other pages show of it needs
// a whole address.
func (l *loader) readURL(t *source.Table) string {
	n, s := t.TextNode("url", source.Optional)
	if n == nil || s == "" {
		return ""
	}
	u, err := url.Parse(strings.TrimSpace(s))
	if err != nil || u.Scheme != "https" && u.Scheme != "http" || u.Host == "" {
		l.src.AtValue(n, source.Quoted(s)+" is no web address",
			`write all of it, as "https://example.org/reports/2022/", or leave url out`)
		return ""
	}
	u.RawQuery, u.Fragment = "", ""
	if !strings.HasSuffix(u.Path, "/") && !strings.HasSuffix(u.Path, ".html") {
		u.Path += "/" // else other addresses would be taken as beside the folder
	}
	return u.String()
}

// readPlan reads which parts the report has. A short report is running text.
func (l *loader) readPlan(t *source.Table) Plan {
	short := t.Choice("kind", source.Optional, []string{"annual", "short"}) == "short"
	return Plan{
		Short: short, Contents: t.Flag("contents", !short), Openers: t.Flag("openers", !short),
		FigureNumbers: t.Flag("figure_numbers", true),
	}
}

// readAttached reads which files of numbers the PDF carries: those for machines when nothing is
// said.
func (l *loader) readAttached(t *source.Table) []string {
	kinds := []string{"csv", "xlsx"}
	if t.Child("attached") == nil {
		t.Leave("attached")
		return kinds[:1]
	}
	var out []string
	for _, n := range t.Texts("attached", source.Optional, true) {
		switch kind := n.Text(); {
		case !slices.Contains(kinds, kind):
			l.src.AtValue(n, "unknown file of numbers "+source.Quoted(kind),
				source.OrOneOf(kind, kinds))
		case slices.Contains(out, kind):
			l.src.AtValue(n, source.Quoted(kind)+" is named twice", "")
		default:
			out = append(out, kind)
		}
	}
	return out
}

// readEpigraph reads [epigraph].
func (l *loader) readEpigraph(t *source.Table) *Epigraph {
	if t == nil {
		return nil
	}
	e := &Epigraph{Pos: t.Pos(), Text: l.text.Prose(t, "text", source.Required),
		Source: l.text.Prose(t, "source", source.Optional)}
	t.Done()
	return e
}

// readCover reads [cover].
func (l *loader) readCover(t *source.Table, r *Report) Cover {
	c := Cover{Pos: r.Pos, Year: fmt.Sprint(r.Year)}
	if t == nil {
		return c
	}
	c.Pos = t.Pos()
	c.Ground = t.Choice("ground", source.Optional, r.Brand.Grounds())
	if n, id := t.TextNode("survey", source.Optional); n != nil {
		c.Survey = l.surveys.Survey(n, n.Value, id)
	}
	if n, ref := t.TextNode("ring", source.Optional); n != nil {
		c.Ring = l.surveys.Figure(n, n.Value, ref)
		l.checkRing(n, &c)
	}
	c.Caption = l.text.Prose(t, "caption", source.Optional)
	if year := t.Text("year", source.Optional); year != "" {
		c.Year = year
	}
	t.Done()
	if c.Survey != nil && c.Survey.Invited == 0 && !l.surveys.Unsure(c.Survey) {
		l.src.AtKey(t.Node, "survey "+source.Quoted(c.Survey.ID)+
			" does not say how many were invited, so it makes no ring",
			"add invited = … under [survey]")
	}
	return c
}

// checkRing sees to it that the ring's colours are those of the people who answered its survey.
func (l *loader) checkRing(n *source.Node, c *Cover) {
	switch {
	case c.Ring == nil:
	case c.Ring.Kind != Single && c.Ring.Kind != Scale:
		l.src.AtValue(n, fmt.Sprintf("a ring needs one answer a person, but %s is of kind %s",
			source.Quoted(c.Ring.Ref()), c.Ring.Kind), "")
	case c.Survey == nil:
		c.Survey = c.Ring.Survey
	case c.Ring.Survey != c.Survey:
		l.src.AtValue(n, fmt.Sprintf("%s is not of survey %s, which makes the ring",
			source.Quoted(c.Ring.Ref()), source.Quoted(c.Survey.ID)), "")
	}
}

// readBack reads [back].
func (l *loader) readBack(t *source.Table) Back {
	var b Back
	if t == nil {
		return b
	}
	for _, n := range t.Texts("statement", source.Optional, true) {
		b.Statement = append(b.Statement, l.text.LineAt(n, n.Text()))
	}
	b.Text = l.text.Prose(t, "text", source.Optional)
	t.Done()
	return b
}

// readKey reads [key], the year in figures.
func (l *loader) readKey(t *source.Table) *KeyPage {
	if t == nil {
		return nil
	}
	k := &KeyPage{Pos: t.Pos(), Kicker: l.text.Line(t, "kicker", source.Optional),
		Headline: l.headline(t)}
	if hero := t.Table("hero", source.Required); hero != nil {
		k.Hero = l.readKeyFigure(hero)
	}
	for _, ft := range t.Tables("figure", source.Optional) {
		k.Figures = append(k.Figures, l.readKeyFigure(ft))
	}
	t.Done()
	return k
}

// readKeyFigure reads { figure, answer, text } or { survey, text }.
func (l *loader) readKeyFigure(t *source.Table) KeyFigure {
	k := KeyFigure{Pos: t.Pos(), Text: l.text.Line(t, "text", source.Required)}
	if t.Child("survey") != nil {
		if n, id := t.TextNode("survey", source.Required); n != nil {
			if k.Survey = l.surveys.Survey(n, n.Value, id); k.Survey != nil &&
				k.Survey.Invited == 0 && !l.surveys.Unsure(k.Survey) {
				l.src.AtValue(n, "survey "+source.Quoted(id)+
					" does not say how many were invited, so it has no response rate",
					"add invited = … under [survey]")
			}
		}
		t.Foreign = map[string]string{"figure": "a key figure is of a survey or of a figure",
			"answer": "the response rate has no answer"}
		t.Done()
		return k
	}
	if n, ref := t.TextNode("figure", source.Required); n != nil {
		k.Figure = l.surveys.Figure(n, n.Value, ref)
	}
	k.Answers = l.surveys.Answers(t, k.Figure)
	if k.Figure != nil {
		k.Survey = k.Figure.Survey
	}
	t.Done()
	return k
}

// headline reads the headline of a part and tells of one that is longer than the design means it to
// be; package check does so for topics.
func (l *loader) headline(t *source.Table) string {
	s := l.text.Line(t, "headline", source.Required)
	if n := language.Characters(s); n > maxHeadline {
		l.warn(nil, t.Child("headline"), fmt.Sprintf("the headline has %d characters, %d at most", n,
			maxHeadline), fmt.Sprintf("take out %d", n-maxHeadline))
	}
	return s
}

// words counts what spaces part; a no-break space parts nothing.
func words(p Prose) int { return len(strings.FieldsFunc(p.Plain(), source.ASCIISpace)) }

// readChapter reads a [[chapter]], or [method], which has neither number nor opener.
func (l *loader) readChapter(t *source.Table, method bool) *Chapter {
	ch := &Chapter{Pos: t.Pos(), Title: l.text.Line(t, "title", source.Required)}
	if method {
		t.Foreign = map[string]string{"opener": "the method chapter has no opener page",
			"intro": "the method chapter has no opener page"}
		if t.Child("id") != nil {
			ch.ID = l.uniqueID(t)
		}
	} else {
		ch.ID = l.uniqueID(t)
		ch.Intro = l.text.Prose(t, "intro", source.Optional)
		if n := words(ch.Intro); n > maxIntro {
			l.warn(nil, t.Child("intro"),
				fmt.Sprintf("the intro has %d words, %d at most", n, maxIntro), "")
		}
		if o := t.Table("opener", source.Optional); o != nil {
			k := l.readKeyFigure(o)
			ch.Opener = &k
			if !l.report.Plan.Openers {
				n := t.Child("opener")
				l.addWarning(Warning{Problem: n.Problem(n.Key, "the report has no opener pages: "+
					"the figure is not shown",
					"take out opener, or write openers = true under [report]")})
			}
		}
	}
	ch.Spread = t.Flag("spread", false)
	for _, tt := range t.Tables("topic", source.Required) {
		ch.Topics = append(ch.Topics, l.readTopic(tt))
	}
	t.Done()
	return ch
}

// uniqueID reads the id of a chapter or topic; all of them share one list, because references do.
func (l *loader) uniqueID(t *source.Table) string {
	id := t.ID(true)
	n := t.Child("id")
	if id == "" {
		return ""
	}
	if old := l.ids[id]; old != nil {
		l.src.AtValue(n, "the id "+source.Quoted(id)+" is there twice",
			"the other one is at "+old.ValuePos().String())
		return id
	}
	l.ids[id] = n
	return id
}

// readTopic reads a [[chapter.topic]].
func (l *loader) readTopic(t *source.Table) *Topic {
	topic := &Topic{
		Pos: t.Pos(), ID: l.uniqueID(t), Title: l.text.Line(t, "title", source.Optional),
		Kicker:   l.text.Line(t, "kicker", source.Optional),
		Headline: l.text.Line(t, "headline", source.Required), Template: l.template(t),
	}
	topic.Spread = t.Flag("spread", false)
	if topic.Listed = topic.Title; topic.Listed == "" {
		topic.Listed, topic.Title = topic.Headline, topic.Kicker
	}
	if topic.Title == "" {
		topic.Title = topic.Headline
	}
	question := t.Child("question")
	topic.Question = l.text.Line(t, "question", source.Optional)
	tables := t.Tables("block", source.Required)
	l.told(nil)
	for _, bt := range tables {
		if b := l.readBlock(bt, topic); b != nil {
			topic.Blocks = append(topic.Blocks, b)
		}
	}
	l.forReaders(topic)
	l.gatherYes(topic)
	if n := len(topic.Blocks); n > 0 && n == len(tables) && topic.bleeds() {
		l.below(topic.Blocks[0], tables[0])
	}
	t.Allow(topic)
	t.Done()
	if question == nil {
		topic.Question = topic.onlyQuestion()
	}
	return topic
}

// bleeds says whether a topic has nothing but images that fill a page.
func (t *Topic) bleeds() bool {
	return !slices.ContainsFunc(t.Blocks, func(b *Block) bool {
		return b.Image == nil || !b.Image.Bleed
	})
}

// below sets an image that was to fill a page below its topic's headline, which has nothing else to
// stand above.
func (l *loader) below(b *Block, t *source.Table) {
	b.Image.Bleed = false
	l.warn(b, t.Child("bleed"), "the topic has nothing but an image with bleed: the image stands "+
		"below the headline", "take out bleed, or move the image to the topic before")
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

// Terms are the fixed words in the report's language, which loading has found.
func (r *Report) Terms() Terms {
	t, _ := TermsFor(r.Language)
	return t
}

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
