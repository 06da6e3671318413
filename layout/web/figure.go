package web

import (
	"cmp"
	"fmt"
	"strings"

	"rapport/charts"
	"rapport/content"
	"rapport/layout/wording"
)

// figure writes a figure: heading, the chart drawn for the widths of its room, what is said below
// it, and its numbers.
func (m *maker) figure(out *strings.Builder, p *placement) {
	c := p.chart
	c.paper.DotIsPerson = c.paper.DotIsPerson && p.persons && !p.continued
	id := anchor(wording.BlockID(p.block))
	if p.continued {
		id = m.unique(id + "-more")
	}
	fmt.Fprintf(out, `<figure id="%s" class="fig">%s`, id, heading(p.heading))
	fmt.Fprintf(out, `<div class="chart %s" role="img" aria-label="%s">`, p.room.class(),
		tidy(c.paper.Alt))
	for _, element := range c.pictures {
		m.joined = m.living.Join(m.joined[:0], element)
		out.Write(m.joined)
	}
	out.WriteString(`</div><figcaption><p class="caption">`)
	out.WriteString(string(m.inlines(m.words.Caption(p.block, c.paper, p.continued))))
	out.WriteString("</p>")
	m.numbers(out, p, c.paper)
	out.WriteString("</figcaption></figure>")
}

// unique is an id that nothing else on the page has, made of one that may be taken.
func (m *maker) unique(id string) string {
	m.names["#"+id]++
	if n := m.names["#"+id]; n > 1 {
		return fmt.Sprintf("%s-%d", id, n)
	}
	return id
}

// numbers writes what a reader can open below a figure: the numbers of the chart as a table, the
// figure's files, and a button for its link.
func (m *maker) numbers(out *strings.Builder, p *placement, c charts.Chart) {
	web := m.terms.Web
	name := ""
	if m.report.Plan.FigureNumbers {
		name, _ = m.words.Reference(content.Ref{Target: p.block})
	}
	what := web.Numbers
	if name != "" {
		what = fmt.Sprintf(web.NumbersOf, strings.ToLower(name[:1])+name[1:])
	}
	fmt.Fprintf(out, `<details><summary>%s<span class="vh">: %s</span></summary>`,
		escaped(web.ShowNumbers), escaped(cmp.Or(name, wording.Clean(p.heading), what)))
	fmt.Fprintf(out, `<div class="scroll" tabindex="0" role="group" aria-label="%s">`, escaped(what))
	m.numberTable(out, c, what, m.total(p))
	out.WriteString("</div>")
	if p.last {
		m.fileList(out, p.block, cmp.Or(name, what))
	}
	out.WriteString("</details>")
}

// total is how many answered the one question of a chart whose counts paper lists, nil elsewhere.
func (m *maker) total(p *placement) *wording.Count {
	if len(p.block.Figures) != 1 || !p.last || !p.data.Form.Placement().CountList {
		return nil
	}
	rows := m.words.CountList(p.block).Rows
	if last := rows[len(rows)-1]; last.Total {
		return &last
	}
	return nil
}

// numberTable writes a chart's numbers: the names of its rows are heads.
func (m *maker) numberTable(
	out *strings.Builder, c charts.Chart, what string, total *wording.Count,
) {
	names := 1
	if len(c.Head) > 1 && c.Head[1] == m.terms.Answer {
		names = 2
	}
	fmt.Fprintf(out, `<table class="numbers"><caption class="vh">%s</caption><thead><tr>`,
		escaped(what))
	for _, h := range c.Head {
		fmt.Fprintf(out, `<th scope="col">%s</th>`, escaped(h))
	}
	out.WriteString("</tr></thead><tbody>")
	for _, row := range c.Numbers {
		out.WriteString("<tr>")
		for i, cell := range row {
			if i < names {
				fmt.Fprintf(out, `<th scope="row">%s</th>`, tidy(cell))
			} else {
				fmt.Fprintf(out, "<td>%s</td>", tidy(cell))
			}
		}
		out.WriteString("</tr>")
	}
	out.WriteString("</tbody>")
	if total != nil {
		fmt.Fprintf(out, `<tfoot><tr><th scope="row">%s</th><td>%s</td><td></td></tr></tfoot>`,
			escaped(total.Label), escaped(total.Value))
	}
	out.WriteString("</table>")
}

// fileList writes the links to a figure's files, and the button that script makes work.
func (m *maker) fileList(out *strings.Builder, b *content.Block, name string) {
	out.WriteString(`<ul class="files">`)
	for _, f := range m.figureFiles(b) {
		fmt.Fprintf(out, `<li><a href="%s" download aria-label="%s">%s</a></li>`,
			escaped(f.Name), escaped(fmt.Sprintf(m.terms.Web.AsFile, name, f.kind)), f.kind)
	}
	fmt.Fprintf(out, `<li><button type="button" class="copy" hidden data-copy="#%s" `+
		`data-done="%s">%s</button></li></ul>`, anchor(wording.BlockID(b)),
		escaped(m.terms.Web.Copied), escaped(m.terms.Web.CopyLink))
}
