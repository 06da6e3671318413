package web_test

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"html"
	"io/fs"
	"regexp"
	"strings"
	"testing"

	"rapport/content"
	"rapport/layout"
	"rapport/layout/frame"
	"rapport/layout/frame/frametest"
	"rapport/layout/text"
	"rapport/layout/web"
)

// paper is what the tags of a printed edition say: alternative texts, captions, cells of tables.
type paper struct{ alts, captions, cells []string }

// read goes through the tags of a document.
func (p *paper) read(d *frame.Document, tag *frame.Tag) {
	switch tag.Role {
	case frame.RoleFigure:
		p.alts = append(p.alts, squeezed(tag.Properties().Alt))
	case frame.RoleCaption:
		p.captions = append(p.captions, squeezed(frametest.ReadingText(d, tag)))
	case frame.RoleTD, frame.RoleTH:
		p.cells = append(p.cells, squeezed(frametest.ReadingText(d, tag)))
	}
	for _, kid := range tag.Kids {
		if kid.Tag != nil {
			p.read(d, kid.Tag)
		}
	}
}

var (
	pictured = regexp.MustCompile(`role="img" aria-label="([^"]*)"|<img [^>]*alt="([^"]*)"`)
	cell     = regexp.MustCompile(`(?s)<t[dh][ >].*?</t[dh]>`)
)

// TestEditionsAgree holds the page against the tags of the printed edition: every alternative text,
// caption and cell of a table of the one is in the other, word for word and number for number; and
// the counts of each figure are those of its file of numbers.
func TestEditionsAgree(t *testing.T) {
	shaper := text.NewShaper()
	published(t, func(name string, year int, fsys fs.FS) {
		r, _, page := compose(t, fsys, year, name, web.Options{Shaper: shaper})
		d, err := layout.Compose(r, layout.Options{Shaper: shaper})
		if err != nil {
			t.Fatal(err)
		}
		var p paper
		p.read(d, d.Root)
		alts, cells := map[string]bool{}, map[string]int{}
		for _, m := range pictured.FindAllStringSubmatch(page, -1) {
			alts[squeezed(html.UnescapeString(m[1]+m[2]))] = true
		}
		for _, m := range cell.FindAllString(page, -1) {
			cells[squeezed(html.UnescapeString(tag.ReplaceAllString(m, "")))]++
		}
		read := squeezed(html.UnescapeString(tag.ReplaceAllString(page, "")))
		for _, alt := range p.alts {
			if !alts[alt] {
				t.Errorf("%s: the page has no picture that is told as %q", name, alt)
			}
		}
		for _, caption := range p.captions {
			if !strings.Contains(read, caption) {
				t.Errorf("%s: the page has no caption %q", name, caption)
			}
		}
		for _, c := range p.cells {
			if cells[c]--; cells[c] < 0 && c != "" {
				t.Errorf("%s: the page has %q in fewer cells", name, c)
			}
		}
		for _, b := range r.Figures {
			for _, wrong := range uncounted(r, b, page) {
				t.Errorf("%s: figure %d: %s", name, b.Number, wrong)
			}
		}
		if len(p.alts) == 0 || len(p.captions) == 0 {
			t.Errorf("%s: %d pictures, %d captions", name, len(p.alts), len(p.captions))
		}
		t.Logf("%s: %d pictures, %d captions, %d cells agree", name, len(p.alts), len(p.captions),
			len(p.cells))
	})
}

// uncounted are the counts in the tables of a figure on the page that the file of its numbers does
// not have.
func uncounted(r *content.Report, b *content.Block, page string) (wrong []string) {
	lines, err := csv.NewReader(bytes.NewReader(r.CSVOf(b))).ReadAll()
	if err != nil {
		return []string{err.Error()}
	}
	counted := map[string]bool{r.Terms().NotGiven: true}
	for _, line := range lines[1:] {
		counted[line[4]], counted[line[5]] = true, true // how many, and of how many
	}
	at := fmt.Sprintf(`<figure id="figure-%d"`, b.Number)
	_, rest, found := strings.Cut(page, at)
	if !found {
		return []string{"is not on the page"}
	}
	figure, _, _ := strings.Cut(rest, "</figure>")
	heads := columnHead.FindAllStringSubmatch(figure, -1)
	for _, row := range tableRow.FindAllString(figure, -1) {
		for i, m := range cell.FindAllString(row, -1) {
			have := squeezed(html.UnescapeString(tag.ReplaceAllString(m, "")))
			if i < len(heads) && strings.HasPrefix(heads[i][1], r.Terms().Number) && have != "" &&
				strings.HasPrefix(m, "<td") && !counted[have] {
				wrong = append(wrong, "counts "+have)
			}
		}
	}
	return wrong
}

var (
	columnHead = regexp.MustCompile(`<th scope="col">(.*?)</th>`)
	tableRow   = regexp.MustCompile(`(?s)<tr>.*?</tr>`)
)
