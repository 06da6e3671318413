package web

import (
	"fmt"
	"html/template"
	"strings"

	"rapport/charts"
	"rapport/content"
	"rapport/layout/wording"
)

// kind says what becomes of blocks of one kind: they wait for each other, as on paper, or they are
// written below what came before them, those with figures of their own after a plan. One of the three
// is set.
type kind struct {
	wait  func(*waiting) *[]*content.Block
	plan  func(*plan, *content.Block) step
	write func(*maker, *content.Block) (template.HTML, error)
}

// kinds has a row for every kind of block that content knows; init fills it, and nothing changes it
// later.
var kinds map[content.BlockKind]kind

func init() { // because groups are written with figures
	kinds = map[content.BlockKind]kind{
		content.FigureBlock: {
			wait: func(w *waiting) *[]*content.Block { return &w.figures },
		},
		content.ProseBlock: {
			wait: func(w *waiting) *[]*content.Block { return &w.prose },
		},
		content.CalloutBlock: {
			wait: func(w *waiting) *[]*content.Block { return &w.callouts },
		},
		content.AsideBlock: {
			wait: func(w *waiting) *[]*content.Block { return &w.callouts },
		},
		content.SourceBlock: {
			wait: func(w *waiting) *[]*content.Block { return &w.sources },
		},
		content.LeadBlock:            {write: (*maker).lead},
		content.BulletsBlock:         {write: (*maker).bullets},
		content.ThemesBlock:          {write: (*maker).themes},
		content.RecommendationsBlock: {write: (*maker).recommendations},
		content.TableBlock:           {write: (*maker).table},
		content.QuoteBlock:           {write: (*maker).quote},
		content.VoiceBlock:           {write: (*maker).voice},
		content.TimelineBlock:        {write: (*maker).timeline},
		content.AppendixBlock:        {write: (*maker).appendix},
		content.FactBlock:            {write: (*maker).fact},
		content.AnswersBlock:         {write: (*maker).answers},
		content.ImageBlock:           {write: (*maker).image},
		content.GroupBlock:           {plan: (*plan).group},
		content.ReferencesBlock:      {write: (*maker).references},
	}
}

// blocks writes the blocks of a topic as they are planned, and the footnotes in them.
func (m *maker) blocks(t *content.Topic) (template.HTML, error) {
	p := m.plans[t]
	delete(m.plans, t)
	<-p.made
	if p.err != nil {
		return "", p.err
	}
	var out strings.Builder
	size := 0
	for i := range p.steps {
		size += p.steps[i].size()
	}
	out.Grow(size)
	for i := range p.steps {
		s := &p.steps[i]
		switch {
		case s.write != nil:
			words, err := s.write(m, s.block)
			if err != nil {
				return "", err
			}
			out.WriteString(string(words))
		case s.items != nil:
			out.WriteString(string(m.group(s)))
		default:
			out.WriteString(string(m.arranged(s)))
		}
	}
	for _, b := range p.sources {
		out.WriteString(`<div class="source">` + string(m.prose(b.Text)) + "</div>")
	}
	out.WriteString(string(m.footnoted()))
	return template.HTML(out.String()), nil
}

// lead writes a text in larger type.
func (m *maker) lead(b *content.Block) (template.HTML, error) {
	return template.HTML(`<div class="lead"`+lang(b)+">") + m.prose(b.Text) + "</div>", nil
}

// bullets writes points, with their heading at the left.
func (m *maker) bullets(b *content.Block) (template.HTML, error) {
	out := sided(b, `<ul class="bullets">`)
	for _, p := range b.Points {
		out += "<li>" + m.point(p) + "</li>"
	}
	return out + "</ul></div>", nil
}

// sided begins a list with its heading at the left, where it has one.
func sided(b *content.Block, list string) template.HTML {
	side := heading(b.Heading)
	if b.Sub != "" {
		side += `<p class="sub">` + escaped(b.Sub) + "</p>"
	}
	if side != "" {
		side = `<div class="side">` + side + "</div>"
	}
	return template.HTML(`<div class="sided">` + side + list)
}

func (m *maker) point(p content.Point) template.HTML {
	return template.HTML(`<p class="point">`+escaped(p.Title)+"</p>") + m.prose(p.Text)
}

// recommendations writes numbered pieces of advice.
func (m *maker) recommendations(b *content.Block) (template.HTML, error) {
	out := template.HTML(heading(b.Heading) + `<ol class="recommendations">`)
	for _, p := range b.Points {
		out += "<li>" + m.point(p) + "</li>"
	}
	return out + "</ol>", nil
}

// themes writes the summaries of free-text answers, each with its number of answers and a dot each.
func (m *maker) themes(b *content.Block) (template.HTML, error) {
	out := template.HTML(heading(b.Heading) + `<div class="themes">`)
	for _, th := range b.Themes {
		out += template.HTML(`<div class="theme"><div class="side"><h4>` + escaped(th.Title) + "</h4>")
		if th.Question != "" {
			out += template.HTML(`<p class="sub">` + escaped(th.Question) + "</p>")
		}
		out += `</div><div class="prose">` + m.prose(th.Text) + "</div>"
		if r := m.words.Responses(th); r.Number != "" {
			out += m.responses(r)
		}
		out += "</div>"
	}
	return out + "</div>", nil
}

func (m *maker) responses(r wording.Responses) template.HTML {
	field := charts.ThemeDots(r.Dots, m.sheet.Color.Count)
	field.Rows = 8
	picture, each := field.Picture()
	words := m.terms.FreeText
	if each > 1 {
		words += ". " + m.terms.DotStandsFor(each)
	}
	out := `<div class="count"><p><strong>` + escaped(r.Number) + "</strong> " + escaped(words) + "</p>"
	if r.Dots > 0 {
		out += string(m.living.Append(nil, picture, 1.5, "dots"))
	}
	return template.HTML(out + "</div>")
}

// quote writes a quotation with its source, which is in the report's language.
func (m *maker) quote(b *content.Block) (template.HTML, error) {
	out := template.HTML(`<figure class="quote"><blockquote`+lang(b)+">") + m.prose(b.Text) +
		"</blockquote>"
	if len(b.Source) > 0 {
		out += "<figcaption>" + m.prose(b.Source) + "</figcaption>"
	}
	return out + "</figure>", nil
}

// voice writes the words of a named person, with what the person is and where the words are from.
func (m *maker) voice(b *content.Block) (template.HTML, error) {
	who := escaped(b.Name)
	if b.Role != "" {
		who += ", " + escaped(b.Role)
	}
	return template.HTML(`<figure class="quote voice"><blockquote`+lang(b)+">") + m.prose(b.Text) +
		template.HTML("</blockquote><figcaption><p><strong>"+who+"</strong></p>") + m.prose(b.Source) +
		"</figcaption></figure>", nil
}

// timeline writes events, each with its date, and the source of all of them below.
func (m *maker) timeline(b *content.Block) (template.HTML, error) {
	out := template.HTML(`<div class="events">` + heading(b.Heading) + `<ol class="timeline">`)
	for _, e := range b.Events {
		out += template.HTML(`<li><p class="when">` + escaped(e.Date) + `</p><div class="prose">`)
		if e.Title != "" {
			out += template.HTML(`<p class="point">` + escaped(e.Title) + "</p>")
		}
		out += m.prose(e.Text)
		if len(e.Source) > 0 {
			out += `<div class="from">` + m.prose(e.Source) + "</div>"
		}
		out += "</div></li>"
	}
	out += "</ol>"
	if len(b.Source) > 0 {
		out += `<div class="from">` + m.prose(b.Source) + "</div>"
	}
	return out + "</div>", nil
}

// appendix writes instruments, their questions numbered from one.
func (m *maker) appendix(b *content.Block) (template.HTML, error) {
	out := template.HTML(`<div class="appendix"` + lang(b) + ">")
	for _, s := range b.Series {
		out += template.HTML(heading(s.Title)) + m.prose(s.Intro) + "<ol>"
		for _, q := range s.Questions {
			out += "<li>" + m.prose(q.Text)
			if len(q.Options) > 0 {
				out += template.HTML(`<p class="options">` + escaped(strings.Join(q.Options, " · ")) +
					"</p>")
			}
			if q.Follow != "" {
				out += template.HTML("<p><em>" + escaped(q.Follow) + "</em></p>")
			}
			out += "</li>"
		}
		out += "</ol>"
	}
	return out + "</div>", nil
}

// fact writes a box of facts.
func (m *maker) fact(b *content.Block) (template.HTML, error) {
	out := template.HTML(`<div class="fact"` + lang(b) + ">" + heading(b.Heading))
	return out + m.prose(b.Text) + "</div>", nil
}

// answers writes free text as it was written.
func (m *maker) answers(b *content.Block) (template.HTML, error) {
	out := sided(b, `<ul class="answers"`+lang(b)+">")
	for _, a := range b.Answers {
		out += template.HTML("<li>" + escaped(a) + "</li>")
	}
	return out + "</ul></div>", nil
}

// group writes questions that belong together, each with its chart and prose.
func (m *maker) group(s *step) template.HTML {
	var out strings.Builder
	out.Grow(s.size())
	if s.halves {
		out.WriteString(`<div class="row two">`)
	}
	for i, item := range s.block.Items {
		m.item(&out, s.items[i], item, s.halves)
	}
	if s.halves {
		out.WriteString("</div>")
	}
	return template.HTML(out.String())
}

// item writes a question of a group. Its prose stands with the last part of its chart.
func (m *maker) item(out *strings.Builder, parts []placement, item content.Item, halved bool) {
	switch {
	case halved:
		out.WriteString(`<div class="item"><div>`)
	case parts[0].room == whole:
		out.WriteString(`<div class="row one"><div>`)
	default:
		out.WriteString(`<div class="row with"><div>`)
	}
	for i := range parts {
		m.figure(out, &parts[i])
	}
	out.WriteString("</div>")
	if len(item.Text) > 0 {
		out.WriteString(`<div class="prose">` + string(m.prose(item.Text)) + "</div>")
	}
	out.WriteString("</div>")
}

// references writes the report's list of works, each with links back to where it is cited.
func (m *maker) references(*content.Block) (template.HTML, error) {
	out := template.HTML(`<ul class="references">`)
	for _, w := range m.words.Works() {
		id := escaped(w.ID)
		out += template.HTML(`<li id="ref-` + id + `">`)
		for _, p := range w.Entry {
			out += m.inlines(p.Inlines)
		}
		for i := range m.cited[w] {
			label := escaped(fmt.Sprintf(m.terms.Web.CitedHere, m.terms.Locale().Int(i+1)))
			out += template.HTML(fmt.Sprintf(` <a class="back" href="#cite-%s-%d" aria-label="%s">↑</a>`,
				id, i+1, label))
		}
		out += "</li>"
	}
	return out + "</ul>", nil
}
