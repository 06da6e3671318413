package topic

import (
	"flag"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"rapport/charts"
	"rapport/charts/vector"
	"rapport/content"
	"rapport/fonts"
	"rapport/layout/style"
	"rapport/layout/text"
)

var anyBlocks = flag.Int("blocks", 120, "how many random blocks TestAnyData draws")

// labelParts are what the labels of random answers are made of: words of three languages, long and
// parted ones, addresses, signs, and characters that few faces have.
var labelParts = strings.Fields("Ja Nei Vet ikke alltid sjelden spesialisthelsetjenesten " +
	"Erfaringskonsulentundersøkelsen bruker\u00adorganisasjonen I svært liten grad Svært stor grad " +
	"https://www.nav.no/no/person/arbeid?side=2&vis=alle ola.nordmann@eksempel.no 0–10 År " +
	"😀 ★★ C# " +
	"kommunen/bydelen Korkje eller Neither agree nor disagree strongly ŧŦ Æ")

func anyLabel(r *rand.Rand, number int) string {
	switch r.IntN(12) {
	case 0:
		return strings.Repeat("x", 1+r.IntN(500)) + fmt.Sprint(number)
	case 1, 2, 3:
		return fmt.Sprint(number)
	}
	words := []string{fmt.Sprint(number)}
	for range 1 + r.IntN([]int{3, 6, 12, 60}[r.IntN(4)]) {
		words = append(words, labelParts[r.IntN(len(labelParts))])
	}
	return strings.Join(words, " ")
}

// anyCounts are the counts of about n people over some answers.
func anyCounts(r *rand.Rand, answers, n int) []int {
	counts := make([]int, answers)
	switch r.IntN(8) {
	case 0:
		counts[r.IntN(answers)] = n
		return counts
	case 1:
		return counts
	}
	for i := range counts {
		if r.IntN(5) > 0 {
			counts[i] = r.IntN(n + 1)
		}
	}
	return counts
}

var anyN = []int{1, 3, 7, 24, 62, 148, 999, 2294, 95522, 1234567, 1_000_000_000}

func anyFigure(r *rand.Rand, id string, kind content.Kind, labels []string) *content.Figure {
	f := &content.Figure{ID: id, Question: "Hva " + anyLabel(r, 0) + "?", Title: anyLabel(r, 0),
		Kind: kind, Ordered: kind == content.Scale || r.IntN(4) == 0}
	f.Survey = &content.Survey{ID: "s2021", Year: 2021, Figures: []*content.Figure{f}}
	fill(r, f, labels)
	for now, year := f, 2020; r.IntN(2) == 0 && year > 2015; year, now = year-1, now.Compare {
		then := &content.Figure{ID: id, Question: f.Question, Kind: kind, Ordered: f.Ordered}
		then.Survey = &content.Survey{ID: fmt.Sprint("s", year), Year: year}
		old := now.Labels()
		switch r.IntN(4) {
		case 0:
			old[r.IntN(len(old))] = "Noko anna"
		case 1:
			old = old[:1+r.IntN(len(old))]
			for i := range old {
				now.Merge = append(now.Merge, content.Merge{Label: old[i], Now: []int{i},
					Then: []int{i}})
			}
		}
		fill(r, then, old)
		now.Compare = then
	}
	return f
}

func fill(r *rand.Rand, f *content.Figure, labels []string) {
	for i, n := range anyCounts(r, len(labels), anyN[r.IntN(len(anyN))]) {
		f.Answers = append(f.Answers, content.Answer{Label: labels[i], Short: labels[i], Count: n,
			Residual: r.IntN(9) == 0})
		f.N += n
	}
	if r.IntN(2) == 0 {
		f.Highlight = []int{r.IntN(len(labels))}
	}
}

// anyBlock is what an author might put in a figure block, of any kind and form.
func anyBlock(r *rand.Rand) charts.Data {
	kind := []content.Kind{content.Single, content.Multiple, content.Scale}[r.IntN(3)]
	labels := make([]string, 1+r.IntN([]int{5, 12, 40}[r.IntN(3)]))
	tame := r.IntN(2) == 0
	for i := range labels {
		if labels[i] = anyLabel(r, i+1); tame {
			labels[i] = fmt.Sprint(i+1, " ", labelParts[r.IntN(7)])
		}
	}
	forms := append(charts.Forms(), "")
	d := charts.Data{Language: []string{"nb", "nn", "en"}[r.IntN(3)], Title: "Hva",
		Form: forms[r.IntN(len(forms))], Compare: r.IntN(2) == 0}
	block := r.IntN(4)
	count := 1
	if block > 1 {
		count += r.IntN(18)
	}
	for k := range count {
		own := labels
		if r.IntN(8) == 0 {
			own = []string{anyLabel(r, 1), anyLabel(r, 2), anyLabel(r, 3)}
		}
		f := anyFigure(r, fmt.Sprint("f", k), kind, own)
		if block < 3 {
			d.Figures = append(d.Figures, f)
			continue
		}
		m := content.Measure{Figure: f, Answers: []int{r.IntN(len(own))}, Label: anyLabel(r, k)}
		if then, ok := f.Earlier(m.Answers...); ok {
			m.Then = then
			d.Measures = append(d.Measures, m)
		} else {
			d.Uncompared = append(d.Uncompared, m)
		}
	}
	if block == 0 && r.IntN(2) == 0 {
		d.By, d.Compare = anyGroups(r, d.Figures[0]), false
	}
	if block == 3 && len(d.Measures) == 0 {
		for _, m := range d.Uncompared {
			d.Figures = append(d.Figures, m.Figure)
		}
	}
	return d
}

// anyGroups breaks a question down into some groups, of nobody to very many.
func anyGroups(r *rand.Rand, f *content.Figure) *content.Breakdown {
	by := &content.Figure{ID: "by", Title: anyLabel(r, 0), Survey: f.Survey, Kind: content.Single}
	b := &content.Breakdown{Figure: f, By: by}
	for i := range 1 + r.IntN([]int{5, 12, 60}[r.IntN(3)]) {
		g := &content.Group{Breakdown: b, Label: anyLabel(r, i+1), Of: []int{i},
			Residual: r.IntN(9) == 0}
		g.Short = g.Label
		of := &content.Figure{ID: f.ID, Question: f.Question, Kind: f.Kind, Ordered: f.Ordered,
			Survey: f.Survey, Within: g}
		fill(r, of, f.Labels())
		g.Figure = of
		by.Answers = append(by.Answers, content.Answer{Label: g.Label})
		b.Groups = append(b.Groups, g)
	}
	return b
}

// pictureFaults says what is wrong with a chart as a drawing: words that leave it or meet others, and
// type that is too small.
func pictureFaults(set charts.Setter, p *vector.Picture) error {
	type room struct{ x0, y0, x1, y1 fonts.Pt }
	var rooms []room
	var texts []string
	for _, it := range p.Items {
		l := it.Label
		if l == nil {
			continue
		}
		w := set.Width(l.Text, l.Font)
		x := l.At.X
		switch l.Align {
		case vector.Center:
			x -= w / 2
		case vector.Right:
			x -= w
		}
		b := room{x, l.At.Y - 0.7*l.Font.Size, x + w, l.At.Y + 0.2*l.Font.Size}
		right := p.Width
		if l.Text == "*" {
			right += 9
		}
		if b.x0 < -0.6 || b.x1 > right+0.6 || b.y0 < -0.6 || b.y1 > p.Height+3 {
			return fmt.Errorf("%q leaves the picture of %v x %v: %v", l.Text, p.Width, p.Height, b)
		}
		if l.Font.Size < 7.6 {
			return fmt.Errorf("%q is set in %v", l.Text, l.Font.Size)
		}
		for i, o := range rooms {
			if b.x0 < o.x1-0.1 && o.x0 < b.x1-0.1 && b.y0 < o.y1-0.1 && o.y0 < b.y1-0.1 {
				return fmt.Errorf("%q meets %q", l.Text, texts[i])
			}
		}
		rooms, texts = append(rooms, b), append(texts, l.Text)
	}
	return nil
}

// letters are a text without what a line end may change.
func letters(s string) string {
	for _, gone := range []string{" ", "\u00ad", "\u00a0", "-", "\u200b"} {
		s = strings.ReplaceAll(s, gone, "")
	}
	return s
}

// missing is a name that stands neither in the parts' pictures nor in their captions; "" when all
// do.
func missing(d charts.Data, parts []charts.Chart) string {
	var written strings.Builder
	for _, p := range parts {
		for _, it := range p.Picture.Items {
			if it.Label != nil {
				written.WriteString(letters(it.Label.Text))
			}
		}
		written.WriteString(letters(p.Rest))
	}
	var names []string
	for _, m := range append(d.Measures, d.Uncompared...) {
		names = append(names, m.Label)
	}
	if len(d.Measures) > 0 && parts[0].Form == charts.HBar {
		names = nil
	}
	if d.By != nil && parts[0].Form != charts.HBar { // there they are headings
		for _, g := range d.By.Groups {
			names = append(names, g.Label)
		}
	}
	for _, f := range d.Figures {
		if parts[0].Form == charts.DotPlot {
			break
		}
		if len(d.Measures) == 0 && (parts[0].Form.Placement().Height != charts.Slope.Placement().Height &&
			parts[0].Form != charts.Change && parts[0].Form != charts.Paired || f.Merge == nil) {
			names = append(names, f.Labels()...)
		}
	}
	for _, n := range names {
		if len(d.Uncompared) > 0 && len(d.Measures) == 0 {
			break
		}
		if !strings.Contains(written.String(), letters(n)) {
			return n
		}
	}
	return ""
}

// TestAnyData: whatever data and form, in every width that pages have and in narrower ones, with the
// real faces: there is a chart, nothing in it meets or leaves it, no name is left out, and no part
// is taller than a page has room for.
func TestAnyData(t *testing.T) {
	sheet, err := style.Brand(nil)
	if err != nil {
		t.Fatal(err)
	}
	set := text.NewShaper().WithLanguage("nb")
	st := ChartStyle(sheet)
	faults, drawn := 0, map[charts.Form]int{}
	for seed := range *anyBlocks {
		d := anyBlock(rand.New(rand.NewPCG(uint64(seed), 77)))
		for _, width := range []fonts.Mm{style.Columns(12), style.Columns(8), style.Columns(7),
			style.Columns(6), style.Columns(4)} {
			var parts []charts.Chart
			for _, one := range charts.Split(d, 0) {
				for _, part := range charts.Within(one, st, set, width.Pt(), chartRoom.Pt()) {
					chart, err := charts.Draw(part, st, set, width.Pt(), 0)
					if err == nil {
						err = pictureFaults(set, chart.Picture)
						drawn[chart.Form]++
					}
					rows := part.To - part.From
					if err == nil && chart.Picture.Height.Mm() > chartRoom && rows != 1 && width > 100 {
						err = fmt.Errorf("%.0f mm tall, rows %d to %d", chart.Picture.Height.Mm(),
							part.From, part.To)
					}
					if err != nil {
						if faults++; faults < 25 {
							t.Errorf("seed %d, %q as %q in %.0f mm: %v", seed, d.Form, chart.Form, width, err)
						}
						continue
					}
					parts = append(parts, chart)
				}
			}
			if len(parts) > 0 {
				if name := missing(d, parts); name != "" {
					if faults++; faults < 25 {
						t.Errorf("seed %d, %q as %q in %.0f mm: %q stands nowhere", seed, d.Form,
							parts[0].Form, width, name)
					}
				}
			}
		}
	}
	t.Log(faults, "faults;", drawn)
}
