package web

import (
	"fmt"
	"html/template"
	"strings"

	"rapport/content"
	"rapport/layout/wording"
)

// table writes a table block. A wide one scrolls by itself, under the name that its caption begins
// with.
func (m *maker) table(b *content.Block) (template.HTML, error) {
	t := m.words.Table(b)
	name, _ := m.words.Reference(content.Ref{Target: b})
	var out strings.Builder
	out.WriteString(heading(b.Heading))
	class := "answers"
	if b.Compare {
		class += " compared"
	}
	fmt.Fprintf(&out, `<div class="scroll" id="%s" tabindex="0" role="group" aria-label="%s">`+
		`<table class="%s"><caption>`, anchor(wording.BlockID(b)), escaped(name), class)
	out.WriteString(string(m.inlines(m.words.TableTitle(b))))
	out.WriteString("</caption>")
	tableHead(&out, t)
	for _, g := range t.Groups {
		fmt.Fprintf(&out, `<tbody><tr class="group"><th scope="rowgroup">%s</th>`, tidy(g.Title))
		for _, base := range g.Bases {
			fmt.Fprintf(&out, "<td>%s</td>", escaped(base))
		}
		out.WriteString("</tr>")
		for _, r := range g.Rows {
			part := ""
			if r.Part {
				part = ` class="part"`
			}
			fmt.Fprintf(&out, `<tr%s><th scope="row">%s</th>`, part, tidy(r.Label))
			for i, v := range r.Values {
				if i == len(r.Values)-1 {
					v += r.Mark
				}
				fmt.Fprintf(&out, "<td>%s</td>", escaped(v))
			}
			out.WriteString("</tr>")
		}
		out.WriteString("</tbody>")
	}
	out.WriteString("</table></div>")
	if note := m.words.TableNote(b, t); len(note) > 0 {
		out.WriteString(`<p class="caption note">` + string(m.inlines(note)) + "</p>")
	}
	return template.HTML(out.String()), nil
}

// tableHead writes the heads of a table's columns, in two rows where some stand under a common one.
func tableHead(out *strings.Builder, t wording.Table) {
	double := false
	for _, c := range t.Columns {
		double = double || c.Top != ""
	}
	if !double {
		fmt.Fprintf(out, `<thead><tr><th scope="col">%s</th>`, escaped(t.Corner))
	} else {
		fmt.Fprintf(out, `<thead><tr><th scope="col" rowspan="2">%s</th>`, escaped(t.Corner))
		for i := 0; i < len(t.Columns); {
			n := 1
			for i+n < len(t.Columns) && t.Columns[i+n].Top == "" {
				n++
			}
			fmt.Fprintf(out, `<th scope="colgroup" colspan="%d">%s</th>`, n, escaped(t.Columns[i].Top))
			i += n
		}
		out.WriteString("</tr><tr>")
	}
	for _, c := range t.Columns {
		fmt.Fprintf(out, `<th scope="col">%s</th>`, escaped(c.Head))
	}
	out.WriteString("</tr></thead>")
}
