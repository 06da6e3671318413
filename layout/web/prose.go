package web

import (
	"fmt"
	"html/template"
	"strconv"
	"strings"

	"rapport/content"
	"rapport/layout/wording"
)

// anchor is the id in HTML of a destination of package wording.
func anchor(id string) string { return strings.ReplaceAll(id, ":", "-") }

// escaped is a text as HTML has it, in a text or an attribute.
func escaped(s string) string { return template.HTMLEscapeString(s) }

// footnote is a note that waits for the end of its topic.
type footnote struct {
	number int
	note   *content.Note
}

// prose writes Markdown as HTML, in a language of its own if it has one.
func (m *maker) prose(p content.Prose) template.HTML {
	w := proseWriter{maker: m}
	for _, para := range p {
		w.paragraph(para)
	}
	w.close(0)
	return template.HTML(w.out.String())
}

// proseWriter follows the nesting of lists and quotations from paragraph to paragraph.
type proseWriter struct {
	*maker
	out   strings.Builder
	lists []content.ParagraphKind // that are open
	quote bool                    // one is open
}

func (w *proseWriter) paragraph(p content.Paragraph) {
	switch p.Kind {
	case content.Bullet, content.Numbered:
		w.item(p)
	case content.Quotation:
		if !w.quote || p.First {
			w.close(0)
			w.out.WriteString("<blockquote>")
			w.quote = true
		}
	default:
		w.close(0)
	}
	w.out.WriteString("<p>")
	w.out.WriteString(string(w.inlines(p.Inlines)))
	w.out.WriteString("</p>")
}

// item begins an item of a list, or goes on in the one that is open.
func (w *proseWriter) item(p content.Paragraph) {
	if w.quote {
		w.close(0)
	}
	w.close(p.Level + 1)
	if n := len(w.lists); n == p.Level+1 && w.lists[n-1] != p.Kind {
		w.close(p.Level)
	}
	begun := false
	for len(w.lists) <= p.Level {
		w.out.WriteString(map[bool]string{true: "<ol>", false: "<ul>"}[p.Kind == content.Numbered])
		w.lists = append(w.lists, p.Kind)
		begun = true
		if len(w.lists) <= p.Level {
			w.out.WriteString("<li>") // a level that has no item of its own
		}
	}
	if !p.First && !begun {
		return
	}
	if !begun {
		w.out.WriteString("</li>")
	}
	if p.Kind == content.Numbered {
		fmt.Fprintf(&w.out, `<li value="%d">`, p.Number)
		return
	}
	w.out.WriteString("<li>")
}

// close ends the lists that are deeper than a level, and at level 0 a quotation too.
func (w *proseWriter) close(level int) {
	for n := len(w.lists); n > level; n-- {
		w.out.WriteString(map[bool]string{true: "</li></ol>", false: "</li></ul>"}[w.lists[n-1] ==
			content.Numbered])
		w.lists = w.lists[:n-1]
	}
	if w.quote && level == 0 {
		w.out.WriteString("</blockquote>")
		w.quote = false
	}
}

// inlines writes stretches of text.
func (m *maker) inlines(all []content.Inline) template.HTML {
	var b strings.Builder
	for i := range all {
		m.inline(&b, &all[i])
	}
	return template.HTML(b.String())
}

func (m *maker) inline(b *strings.Builder, in *content.Inline) {
	before, words, after := m.around(in)
	if in.Language != "" && in.Language != m.report.Language {
		before, after = before+`<span lang="`+escaped(in.Language)+`">`, "</span>"+after
	}
	if in.Strong {
		before, after = before+"<strong>", "</strong>"+after
	}
	if in.Emph {
		before, after = before+"<em>", "</em>"+after
	}
	b.WriteString(before + words + after)
}

// around is the words of a stretch, and what stands around them: a link, mostly nothing.
func (m *maker) around(in *content.Inline) (before, words, after string) {
	words = escaped(in.Text)
	switch {
	case in.Ref != nil:
		name, id := m.words.Reference(*in.Ref)
		return `<a class="xref" href="#` + escaped(anchor(id)) + `">`, escaped(name), "</a>"
	case in.Cite != nil:
		m.cited[in.Cite]++
		id := escaped(in.Cite.ID)
		return fmt.Sprintf(`<a class="cite" id="cite-%s-%d" href="#ref-%s">`, id, m.cited[in.Cite],
			id), words, "</a>"
	case in.Note != nil:
		number, _ := m.words.Footnote(in.Note, in)
		if m.noted[in.Note] == 0 {
			m.footnotes = append(m.footnotes, footnote{number, in.Note})
		}
		m.noted[in.Note]++
		return fmt.Sprintf(`<sup><a id="%s" href="#note-%d" role="doc-noteref">`,
			mark(number, m.noted[in.Note]), number), strconv.Itoa(number), "</a></sup>"
	case linked(in.URI):
		return `<a href="` + escaped(in.URI) + `">`, words, "</a>"
	}
	return "", words, ""
}

// mark is the id of a footnote's mark, of which there may be several.
func mark(number, time int) string {
	if time == 1 {
		return fmt.Sprintf("noteref-%d", number)
	}
	return fmt.Sprintf("noteref-%d-%d", number, time)
}

// linked says whether an address is one that a page may lead to.
func linked(uri string) bool {
	scheme, _, ok := strings.Cut(uri, ":")
	switch strings.ToLower(scheme) {
	case "http", "https", "mailto", "tel":
		return ok
	}
	return false
}

// footnoted writes the footnotes that wait, each with links back to its marks, and forgets them.
func (m *maker) footnoted() template.HTML {
	if len(m.footnotes) == 0 {
		return ""
	}
	var b strings.Builder
	fmt.Fprintf(&b, `<ol class="notes" aria-label="%s">`, escaped(m.terms.Web.Notes))
	for i := 0; i < len(m.footnotes); i++ { // a note may hold the mark of another
		f := m.footnotes[i]
		fmt.Fprintf(&b, `<li id="note-%d" value="%d">%s%s</li>`, f.number, f.number,
			m.prose(f.note.Text), noteLinks(m, f))
	}
	m.footnotes = nil
	b.WriteString("</ol>")
	return template.HTML(b.String())
}

// noteLinks are the links from a note back to the marks that there have been. More marks may come
// later: those have no link from here, but lead here.
func noteLinks(m *maker, f footnote) string {
	var b strings.Builder
	for i := range m.noted[f.note] {
		label := m.terms.Web.BackToText
		if i > 0 {
			label += " " + strconv.Itoa(i+1)
		}
		fmt.Fprintf(&b, ` <a class="back" href="#%s" role="doc-backlink" aria-label="%s">↑</a>`,
			mark(f.number, i+1), escaped(label))
	}
	return b.String()
}

// plain is a text without styles and soft hyphens, on one line.
func plain(p content.Prose) string { return wording.Clean(p.Plain()) }
