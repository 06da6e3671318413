package web

import (
	"html/template"
	"strings"

	"rapport/charts"
	"rapport/content"
	"rapport/fonts"
	"rapport/layout/style"
	"rapport/layout/wording"
)

// placement is a figure, or a part of one, with the form and the room that it gets.
type placement struct {
	block     *content.Block
	data      charts.Data
	room      room
	heading   string
	continued bool             // it goes on where a part before it ended
	last      bool             // the part that the numbers go with
	lower     map[int]fonts.Pt // by width: so that its zero line stands at a neighbour's
}

// placement chooses a figure's form and room by the rules of paper (DESIGN.md, "Page templates"
// and "Chart forms"): round ones stand in pairs where there are several.
func (m *maker) placement(
	b *content.Block, figures int, first bool, t content.Template,
) placement {
	d := m.words.Figure(b)
	main := figures == 1 || t == content.Main && first
	room := charts.Room{Main: main, Small: !main, Width: style.ContentWidth.Pt()}
	p := chosen(b, d, room, figures, first, t)
	if p.data.Form == charts.DotCols && d.Form == "" && m.onPaper(p) != charts.DotCols {
		room.Crowded = true
		p = chosen(b, d, room, figures, first, t)
	}
	if p.data.Form == charts.DotCols && m.persons == nil && m.onPaper(p) == charts.DotCols {
		m.persons = b
	}
	return p
}

// onPaper is the form in which a figure is drawn in the width that it has on paper.
func (m *maker) onPaper(p placement) charts.Form {
	return m.drawn(p.block, p.data, p.room.paper(p.data.Form))[0].chart.Form
}

// chosen is a figure in the form that is chosen for a room, and its room on the page.
func chosen(
	b *content.Block, d charts.Data, room charts.Room, figures int, first bool, t content.Template,
) placement {
	d.Form = charts.Choose(d, room)
	p := placement{block: b, data: d, heading: b.Heading}
	unnamed := p.heading == "" && len(b.Figures) == 1
	if figures > 1 && unnamed && !(first && d.Form == charts.Slope) {
		p.heading = b.Figures[0].Title
	}
	if halved(d.Form.Placement(), figures, first, t) {
		p.room = half
	}
	return p
}

// halved reports whether a figure stands in half of the measure. A screen has more room beside
// than a page, so narrow forms are halved wherever paper may halve them.
func halved(f charts.Placement, figures int, first bool, t content.Template) bool {
	switch t {
	case content.Wide:
		return false
	case content.Main:
		return f.Half && !first
	}
	return figures > 1 && (f.Half || f.Narrow)
}

// split cuts a figure of more rows than one holds, or of several scales, as paper does.
func split(p placement) []placement {
	parts := charts.Split(p.data, 0)
	all := make([]placement, len(parts))
	for i, d := range parts {
		next := p
		next.data, next.last = d, i == len(parts)-1
		if i > 0 {
			next.heading, next.continued = "", true
		}
		next.heading = d.HeadingIn(p.data, next.heading)
		all[i] = next
	}
	return all
}

// arranged writes the figures of a topic, with the prose and the callouts that go with them: two
// halves side by side, prose at the right of the last figure that leaves it room or else below, and
// callouts beside prose.
func (m *maker) arranged(t *content.Topic, figures, prose, callouts []*content.Block) (
	template.HTML, error,
) {
	var all []placement
	for i, b := range figures {
		all = append(all, split(m.placement(b, len(figures), i == 0, t.Template))...)
	}
	at := m.proseBeside(all, prose, t.Template)
	var out strings.Builder
	for i := 0; i < len(all); {
		n := 1
		if i+1 < len(all) && all[i].room == half && all[i+1].room == half && i != at && i+1 != at {
			n = 2
		} else if all[i].room == half {
			all[i].room = beside
		}
		if n == 2 {
			m.even(&all[i], &all[i+1])
		}
		row := "<div class=\"row " + [...]string{"one", "two"}[n-1] + "\">"
		if i == at {
			row, all[i].room = `<div class="row with">`, beside
		}
		out.WriteString(row)
		for _, p := range all[i : i+n] {
			words, err := m.figure(p)
			if err != nil {
				return "", err
			}
			out.WriteString(string(words))
		}
		if i == at {
			out.WriteString(string(m.texts(prose)))
			prose = nil
		}
		out.WriteString("</div>")
		i += n
	}
	out.WriteString(string(m.below(prose, callouts)))
	return template.HTML(out.String()), nil
}

// even sets the zero lines of two standing charts side by side at one height, as paper does: in each
// width the lower of them is drawn further down.
func (m *maker) even(l, r *placement) {
	for _, w := range half.widths() {
		a := m.drawn(l.block, l.data, pixels(w))[0]
		b := m.drawn(r.block, r.data, pixels(w))[0]
		if a.err != nil || b.err != nil || a.chart.Zero == 0 || b.chart.Zero == 0 {
			continue
		}
		p, by := l, b.chart.Zero-a.chart.Zero
		if by < 0 {
			p, by = r, -by
		}
		if p.lower == nil {
			p.lower = map[int]fonts.Pt{}
		}
		p.lower[w] = by
	}
}

// proseBeside is the last figure that leaves prose room at its right, -1 when none does.
func (m *maker) proseBeside(all []placement, prose []*content.Block, t content.Template) int {
	if len(prose) == 0 || t == content.Wide || t == content.Main {
		return -1
	}
	letters := 0
	for _, b := range prose {
		for _, p := range b.Text {
			letters += len(content.Prose{p}.Plain()) + lettersBeside
		}
	}
	for i := len(all) - 1; i >= 0; i-- {
		p := all[i]
		f := p.data.Form.Placement()
		if f.Columns == 0 && !f.Half || p.room == half && paired(all, i) {
			continue
		}
		if float64(letters/lettersBeside)*lineBeside <= float64(m.height(p).Mm())+overhang {
			return i
		}
	}
	return -1
}

// Prose beside a figure: the letters of a line, how high a line is in the millimetres of a chart,
// and how much higher than the figure the prose may be.
const (
	lettersBeside = 44
	lineBeside    = 30.0 / scale * 25.4 / 72
	overhang      = 40.0
)

// paired reports whether a figure stands beside another half.
func paired(all []placement, i int) bool {
	from := i
	for from > 0 && all[from-1].room == half {
		from--
	}
	to := i + 1
	for to < len(all) && all[to].room == half {
		to++
	}
	return (to-from)%2 == 0 || i < to-1
}

// height is how high a figure's chart is beside prose.
func (m *maker) height(p placement) fonts.Pt {
	d := m.drawn(p.block, p.data, pixels(beside.widths()[0]))[0]
	if d.err != nil {
		return 0
	}
	return d.chart.Picture.Height
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
