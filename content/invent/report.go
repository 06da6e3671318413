package invent

import (
	"bytes"
	"cmp"
	"fmt"
	"image"
	"image/color"
	"image/png"
)

// report draws the report's file.
func (m *maker) report() {
	root := new(table)
	head := new(table).set("title", m.title()).set("language", m.options.Language).
		set("date", raw("2024-05-02")).set("publisher", "Oppdiktet forlag")
	if m.chance(0.5) {
		head.set("subtitle", m.heading())
	}
	m.plan(head)
	if m.earlier != nil {
		head.set("surveys", []string{fmt.Sprintf("%d/forrige", earlierYear)})
	}
	m.bibliography(root)
	if m.chance(0.6) {
		head.set("about", m.prose(m.few(1, 3)))
	}
	if m.chance(0.3) {
		head.set("contact", []string{"www.example.org", "post@example.org"})
	}
	root.set("report", head)
	m.covers(root)
	chapters := m.few(1, m.options.Chapters)
	for i := range chapters {
		for k := range m.topicCount() {
			m.topics = append(m.topics, fmt.Sprintf("k%d-t%d", i+1, k+1))
		}
	}
	root.set("chapter", m.chapters(chapters))
	if m.chance(0.5) || len(m.works) > 0 {
		root.set("method", new(table).set("title", m.heading()).set("topic", []*table{m.topic("metode", nil)}))
	}
	if m.chance(0.15) {
		root.set("privacy", new(table).set("minimum", oneOf(m, 3, 5, 10)))
	}
	m.out.files[fmt.Sprintf("%d/%s/report.toml", Year, Name)] = root
}

func (m *maker) title() string {
	if m.hard() && m.chance(0.3) {
		return oneOf(m, m.words.long...)
	}
	return m.heading()
}

// plan draws which parts the report has.
func (m *maker) plan(head *table) {
	switch {
	case m.chance(0.25):
		head.set("kind", "short")
	case m.chance(0.2):
		head.set("openers", false)
	case m.chance(0.1):
		head.set("contents", false)
	}
	if m.chance(0.1) {
		head.set("figure_numbers", false)
	}
}

func (m *maker) bibliography(root *table) {
	if !m.chance(0.25) {
		return
	}
	var list []*table
	for i := range m.few(1, 12) {
		id := fmt.Sprintf("verk%d", i)
		m.works = append(m.works, id)
		w := new(table).set("id", id).set("authors", []string{capital(m.word()) + ", A."}).set("year", m.between(1950, 2024)).
			set("title", m.heading())
		if m.chance(0.4) {
			w.set("url", "https://example.org/"+m.compound(2))
		}
		list = append(list, w)
	}
	root.set("reference", list)
}

// covers draws what stands around the chapters: epigraph, cover, back, the year in figures.
func (m *maker) covers(root *table) {
	if m.chance(0.15) {
		root.set("epigraph", new(table).set("text", m.paragraph(m.few(1, 20))).set("source", m.phrase(3)))
	}
	if m.chance(0.85) {
		cover := new(table).set("survey", m.survey.id).set("caption", m.caption())
		if f := m.pick("single", "scale"); f != nil && m.chance(0.6) {
			cover.set("ring", f.ref(m.survey))
		}
		root.set("cover", cover)
	}
	back := new(table).set("statement", m.statement())
	if m.chance(0.7) {
		back.set("text", m.paragraph(m.few(1, 6)))
	}
	root.set("back", back)
	if m.chance(0.6) {
		root.set("key", m.key())
	}
}

func (m *maker) caption() string {
	words := m.few(3, 9)
	if m.hard() {
		words = m.few(1, 30)
	}
	return escaped(m.phrase(words)) + "."
}

func (m *maker) statement() []string {
	lines := []string{m.short(2, 18)}
	if m.chance(0.6) {
		lines = append(lines, m.short(m.between(1, 3), 20))
	}
	if m.hard() {
		lines[0] = m.phrase(m.few(1, 9))
	}
	return lines
}

func (m *maker) key() *table {
	k := new(table).set("headline", m.heading()).set("hero", m.keyFigure())
	var list []*table
	for range m.keyFigures() {
		list = append(list, m.keyFigure())
	}
	if list != nil {
		k.set("figure", list)
	}
	return k
}

func (m *maker) keyFigures() int {
	if m.hard() && m.chance(0.2) {
		return m.between(7, 9)
	}
	return m.between(0, 6)
}

func (m *maker) keyFigure() *table {
	text := lower(m.short(m.between(2, 8), 60))
	if m.hard() {
		text = m.phrase(m.few(1, 24))
	}
	f := m.pick("single", "scale", "multiple")
	if f == nil || m.chance(0.15) {
		return new(table).set("survey", m.survey.id).set("text", text)
	}
	return new(table).set("figure", f.ref(m.survey)).set("answer", oneOf(m, f.labels...)).set("text", text)
}

// pick draws a figure of some kinds, nil when the survey has none.
func (m *maker) pick(kinds ...string) *figure {
	var fit []*figure
	for _, f := range m.survey.figures {
		for _, kind := range kinds {
			if f.kind == kind {
				fit = append(fit, f)
			}
		}
	}
	if len(fit) == 0 {
		return nil
	}
	return oneOf(m, fit...)
}

func (m *maker) topicCount() int {
	if m.hard() && m.chance(0.15) {
		return m.between(6, 14)
	}
	return m.few(1, 5)
}

// chapters draws chapters with the topics that m.topics names.
func (m *maker) chapters(n int) []*table {
	ids := m.topics
	defer func(before bool) { m.inNotes = before }(m.inNotes)
	m.inNotes = true
	var out []*table
	for i := range n {
		ch := new(table).set("id", fmt.Sprintf("k%d", i+1)).set("title", m.heading())
		if m.chance(0.7) {
			words := m.between(5, 24)
			if m.hard() {
				words = m.few(5, 80)
			}
			ch.set("intro", escaped(m.phrase(words))+".")
		}
		if m.chance(0.6) {
			ch.set("opener", m.keyFigure())
		}
		var topics []*table
		prefix := fmt.Sprintf("k%d-", i+1)
		for len(ids) > 0 && len(ids[0]) > len(prefix) && ids[0][:len(prefix)] == prefix {
			topics = append(topics, m.topic(ids[0], nil))
			ids = ids[1:]
		}
		out = append(out, m.spread(ch.set("topic", topics), 0.15))
	}
	return out
}

// topic draws a topic with its blocks.
func (m *maker) topic(id string, blocks []*table) *table {
	t := new(table).set("id", id).set("headline", m.heading())
	if m.chance(0.7) {
		t.set("kicker", m.short(m.between(1, 3), 30))
	}
	if m.chance(0.2) {
		t.set("title", m.heading())
	}
	if m.chance(0.15) {
		t.set("template", oneOf(m, "main", "small", "wide", "beside"))
	}
	for range m.few(1, 6) {
		blocks = append(blocks, m.block())
	}
	return m.spread(t.set("block", blocks), 0.06)
}

// blockMakers draw the kinds of blocks, each as often as its weight says.
func blockMakers() []struct {
	kind   string
	weight int
	make   func(m *maker) *table
} {
	return []struct {
		kind   string
		weight int
		make   func(m *maker) *table
	}{
		{"figure", 30, (*maker).figureBlock}, {"figures", 6, (*maker).figuresBlock}, {"change", 6, (*maker).changeBlock},
		{"prose", 20, (*maker).proseBlock}, {"lead", 3, (*maker).leadBlock}, {"callout", 5, (*maker).calloutBlock},
		{"bullets", 4, (*maker).bulletsBlock}, {"themes", 3, (*maker).themesBlock},
		{"recommendations", 3, (*maker).recommendationsBlock}, {"table", 4, (*maker).tableBlock},
		{"quote", 3, (*maker).quoteBlock}, {"appendix", 2, (*maker).appendixBlock}, {"fact", 3, (*maker).factBlock},
		{"answers", 2, (*maker).answersBlock}, {"image", 3, (*maker).imageBlock}, {"group", 3, (*maker).groupBlock},
		{"source", 2, (*maker).sourceBlock},
	}
}

func (m *maker) block() *table {
	makers := blockMakers()
	sum := 0
	for _, b := range makers {
		sum += b.weight
	}
	at := m.rand.IntN(sum)
	for _, b := range makers {
		if at -= b.weight; at < 0 {
			return m.spread(m.told(b.make(m)), 0.03)
		}
	}
	return m.proseBlock()
}

func (m *maker) figureBlock() *table {
	if b := m.byGroups(); b != nil {
		return b
	}
	f := m.pick("single", "scale", "multiple")
	if f == nil {
		return m.proseBlock()
	}
	b := new(table).set("figure", f.ref(m.survey))
	m.figureKeys(b, f)
	return b
}

// figureKeys draws what an author may say of a chart.
func (m *maker) figureKeys(b *table, f *figure) {
	if m.chance(0.2) {
		b.set("heading", m.heading())
	}
	if m.chance(0.15) {
		b.set("caption", m.paragraph(m.few(1, 3)))
	}
	if f.compare && m.chance(0.6) {
		b.set("compare", true)
	}
	if m.chance(0.15) {
		b.set("list", false)
	}
	m.pointOut(b, f)
	form := m.mapped(f)
	if m.hard() && m.chance(0.5) {
		forms := []string{"pie", "donut", "hbar", "vbar", "dots", "dotcols"}
		if f.kind == "scale" {
			forms = append(forms, "likert")
		}
		if f.compare {
			forms = append(forms, "slope", "paired")
		}
		drawn := oneOf(m, forms...)
		if f.compare && m.also(0.3) {
			drawn = "series"
		}
		form = cmp.Or(form, drawn)
	}
	if form != "" {
		b.set("form", form)
	}
}

func (m *maker) figuresBlock() *table {
	if b := m.battery(0.4); b != nil {
		return b
	}
	first := m.pick("scale")
	if first == nil {
		return m.figureBlock()
	}
	refs := []string{first.ref(m.survey)}
	for _, f := range m.survey.figures {
		if f != first && f.kind == "scale" && f.steps == first.steps && len(refs) < 14 {
			refs = append(refs, f.ref(m.survey))
		}
	}
	b := new(table).set("figures", refs)
	if m.chance(0.4) {
		b.set("heading", m.heading())
	}
	return b
}

func (m *maker) changeBlock() *table {
	if b := m.battery(0.3); b != nil {
		return b
	}
	if all := m.allChanges(); all != nil {
		return all
	}
	var list []*table
	for _, f := range m.survey.figures {
		if f.compare && f.table.get("merge") == nil && f.kind != "open" && len(list) < 14 {
			row := new(table).set("figure", f.ref(m.survey)).set("answer", oneOf(m, f.labels...))
			if m.chance(0.5) {
				row.set("label", m.short(m.between(1, 6), 60))
			}
			list = append(list, row)
		}
	}
	if list == nil {
		return m.figureBlock()
	}
	b := new(table).set("change", list)
	if m.hard() && len(list) <= 4 {
		form := oneOf(m, "paired", "slope", "change")
		if m.also(0.4) {
			form = "series"
		}
		b.set("form", form)
	}
	return b
}

func (m *maker) proseBlock() *table {
	paragraphs := m.few(1, 6)
	if m.hard() {
		paragraphs = m.few(1, 30)
	}
	b := new(table).set("prose", m.prose(paragraphs))
	if m.chance(0.4) {
		b.set("heading", m.heading())
	}
	return b
}

func (m *maker) leadBlock() *table { return new(table).set("lead", m.paragraph(m.few(1, 5))) }

func (m *maker) calloutBlock() *table {
	words := m.between(5, 38)
	if m.hard() {
		words = m.few(5, 120)
	}
	b := new(table).set("callout", escaped(m.phrase(words))+".")
	if m.chance(0.5) {
		b.set("heading", m.heading())
	}
	return b
}

// points draws bullets or recommendations.
func (m *maker) points(most, sentences int) []*table {
	var out []*table
	for range m.between(1, most) {
		p := new(table).set("title", m.short(m.between(1, 4), 34))
		if m.hard() {
			p = new(table).set("title", m.phrase(m.few(1, 10)))
		}
		if m.chance(0.9) {
			p.set("text", m.prose1(m.few(1, sentences)))
		}
		out = append(out, p)
	}
	return out
}

// prose1 is one paragraph, in which a note may stand.
func (m *maker) prose1(sentences int) string {
	s := m.paragraph(sentences)
	if m.inNotes && m.chance(0.1) {
		m.notes++
		s = m.noted(s) + fmt.Sprintf("\n\n[^n%d]: %s", m.notes, m.noteText(m.few(1, 3)))
	}
	return s
}

func (m *maker) bulletsBlock() *table {
	if m.hard() {
		return m.pointsBlock("bullets", 12, 6, 0.7)
	}
	return m.pointsBlock("bullets", 8, 2, 0.7)
}

func (m *maker) recommendationsBlock() *table {
	if m.hard() {
		return m.pointsBlock("recommendations", 22, 9, 0.3)
	}
	return m.pointsBlock("recommendations", 10, 3, 0.3)
}

// pointsBlock is a block of at most so many points, each of at most so many sentences, with a
// heading by chance.
func (m *maker) pointsBlock(key string, most, sentences int, headed float64) *table {
	b := new(table).set(key, m.points(most, sentences))
	if m.chance(headed) {
		b.set("heading", m.heading())
	}
	return b
}

func (m *maker) themesBlock() *table {
	var list []*table
	for range m.between(1, 7) {
		t := new(table).set("title", m.short(m.between(1, 3), 30)).set("text", m.prose1(m.few(1, 4)))
		if f := m.pick("open"); f != nil && m.chance(0.7) {
			t.set("figure", f.ref(m.survey))
		}
		if m.hard() {
			t.entries[0].value = m.phrase(m.few(1, 8))
		}
		list = append(list, t)
	}
	return new(table).set("themes", list)
}

func (m *maker) tableBlock() *table {
	b := new(table)
	if m.chance(0.4) {
		b.set("table", m.survey.id+".*")
	} else if f := m.pick("single", "scale", "multiple"); f != nil {
		b.set("table", f.ref(m.survey))
	} else {
		return m.proseBlock()
	}
	if m.earlier != nil && m.chance(0.5) {
		b.set("compare", true)
	}
	if m.chance(0.3) {
		b.set("caption", m.paragraph(m.few(1, 3)))
	}
	return b
}

func (m *maker) quoteBlock() *table {
	b := new(table).set("quote", m.prose(m.few(1, 4)))
	if m.chance(0.7) {
		b.set("source", m.paragraph(1))
	}
	if m.chance(0.2) {
		b.set("lang", oneOf(m, "nb", "nn", "en"))
	}
	return b
}

func (m *maker) appendixBlock() *table {
	defer func(before bool) { m.inNotes = before }(m.inNotes)
	m.inNotes = false
	var series []*table
	for range m.few(1, 3) {
		var questions []*table
		for range m.few(1, 20) {
			q := new(table).set("text", m.paragraph(1))
			if m.chance(0.7) {
				q.set("options", m.labels(m.few(2, 12)))
			}
			if m.chance(0.2) {
				q.set("follow", m.sentence())
			}
			questions = append(questions, q)
		}
		s := new(table).set("title", m.heading()).set("questions", questions)
		if m.chance(0.4) {
			s.set("intro", m.prose(m.few(1, 3)))
		}
		series = append(series, s)
	}
	return new(table).set("appendix", series)
}

func (m *maker) factBlock() *table {
	paragraphs := m.few(1, 3)
	if m.hard() {
		paragraphs = m.few(1, 12)
	}
	b := new(table).set("fact", m.prose(paragraphs))
	if m.chance(0.7) {
		b.set("heading", m.heading())
	}
	return b
}

func (m *maker) answersBlock() *table {
	var list []string
	for range m.few(2, 40) {
		text := m.sentence()
		for range m.few(0, 5) {
			text += " " + m.sentence()
		}
		list = append(list, text)
	}
	b := new(table).set("answers", list)
	if m.chance(0.8) {
		b.set("heading", m.heading())
	}
	return b
}

func (m *maker) imageBlock() *table {
	name := fmt.Sprintf("bilde%d.png", m.between(1, 3))
	file := fmt.Sprintf("%d/%s/%s", Year, Name, name)
	if m.out.blobs[file] == nil {
		m.out.blobs[file] = m.picture()
	}
	b := new(table).set("image", name).set("alt", m.phrase(5))
	switch {
	case m.chance(0.25):
		b.set("bleed", true)
	case m.chance(0.6):
		b.set("caption", m.paragraph(1))
		b.set("width", m.between(1, 12))
	}
	return b
}

// picture is a PNG of one colour in some shape.
func (m *maker) picture() []byte {
	w, h := m.few(1, 90), m.few(1, 90)
	im := image.NewPaletted(image.Rect(0, 0, w, h), color.Palette{color.RGBA{0x2B, 0x6A, 0x8C, 0xFF}, color.White})
	var b bytes.Buffer
	if err := png.Encode(&b, im); err != nil {
		panic(err) // a bytes.Buffer never fails
	}
	return b.Bytes()
}

func (m *maker) groupBlock() *table {
	var items []*table
	for range m.between(1, 4) {
		f := m.pick("single", "scale", "multiple")
		if f == nil {
			return m.proseBlock()
		}
		it := new(table).set("figure", f.ref(m.survey))
		m.figureKeys(it, f)
		if m.chance(0.8) {
			sentences := 4
			if m.hard() {
				sentences = 20
			}
			it.set("prose", m.prose1(m.few(1, sentences)))
		}
		items = append(items, it)
	}
	return new(table).set("group", items)
}

func (m *maker) sourceBlock() *table { return new(table).set("source", m.paragraph(m.few(1, 3))) }
