package web

import (
	"html/template"
	"strings"

	"rapport/content"
	"rapport/layout/wording"
)

// arranged writes figures with the prose and the callouts that go with them, as they were planned.
func (m *maker) arranged(s *step) template.HTML {
	var out strings.Builder
	out.Grow(s.size())
	prose := s.prose
	for _, r := range s.rows {
		out.WriteString(`<div class="row ` + r.class() + `">`)
		for i := range r.figures {
			m.figure(&out, &r.figures[i])
		}
		if r.with {
			out.WriteString(string(m.texts(prose)))
			prose = nil
		}
		out.WriteString("</div>")
	}
	out.WriteString(string(m.below(prose, s.callouts)))
	return template.HTML(out.String())
}

// below writes what text is left below the figures, or all of it where there are none.
func (m *maker) below(prose, callouts []*content.Block) template.HTML {
	if len(prose)+len(callouts) == 0 {
		return ""
	}
	var out strings.Builder
	out.WriteString(`<div class="row text">`)
	if len(prose) > 0 {
		out.WriteString(string(m.texts(prose)))
	}
	if len(callouts) > 0 {
		out.WriteString(`<div class="callouts">`)
		for _, b := range callouts {
			out.WriteString(string(m.callout(b)))
		}
		out.WriteString("</div>")
	}
	out.WriteString("</div>")
	return template.HTML(out.String())
}

// texts writes prose blocks below each other, each under its heading.
func (m *maker) texts(blocks []*content.Block) template.HTML {
	var out strings.Builder
	out.WriteString(`<div class="prose">`)
	for _, b := range blocks {
		out.WriteString("<div" + lang(b) + ">")
		out.WriteString(heading(b.Heading))
		out.WriteString(string(m.prose(b.Text)))
		out.WriteString("</div>")
	}
	out.WriteString("</div>")
	return template.HTML(out.String())
}

func (m *maker) callout(b *content.Block) template.HTML {
	if b.Kind == content.AsideBlock {
		return template.HTML(`<div class="note" role="note"`+lang(b)+">"+heading(b.Heading)) +
			m.prose(b.Text) + "</div>"
	}
	return template.HTML(`<div class="callout">`+heading(b.Heading)) + m.prose(b.Text) + "</div>"
}

// lang is the attribute of a block in another language than its surroundings.
func lang(b *content.Block) string {
	if b.Language == "" {
		return ""
	}
	return ` lang="` + escaped(b.Language) + `"`
}

// heading is a heading inside a topic, nothing when it is empty.
func heading(words string) string {
	if words == "" {
		return ""
	}
	return "<h4>" + escaped(words) + "</h4>"
}

// tidy is a text for an attribute.
func tidy(s string) string { return escaped(wording.Clean(s)) }
