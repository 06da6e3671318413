package layout

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"rapport/content"
	"rapport/layout/frame"
	"rapport/layout/frame/frametest"
)

// found is a finding of an invented report: counts of this year and, unless then is nil, of the
// earlier one, first those who gave the answer, then the rest.
type found struct {
	text      string
	now, then []int
}

// summaryReport is an invented report with main findings, each of a question of its own that a topic
// shows, below a lead.
func summaryReport(t *testing.T, language, lead string, all ...found) *content.Report {
	t.Helper()
	now, then := survey("now", 2024), survey("then", 2020)
	findings, topics := "", ""
	for i, f := range all {
		compare := ""
		if f.then != nil {
			compare = fmt.Sprintf("compare = \"then.f%d\"\n", i)
			then += question(i, "", f.then)
		}
		now += question(i, compare, f.now)
		findings += fmt.Sprintf("[[summary.finding]]\nfigure = \"now.f%d\"\nanswer = \"Oppdiktet ja\"\ntext = %q\n", i, f.text)
		topics += fmt.Sprintf("[[chapter.topic]]\nid = \"t%d\"\nheadline = \"Oppdiktet funn %d\"\n"+
			"[[chapter.topic.block]]\nfigure = \"now.f%d\"\n", i, i, i)
	}
	fsys := fstest.MapFS{
		"2020/then/survey.toml": {Data: []byte(then)},
		"2024/r/survey.toml":    {Data: []byte(now)},
		"2024/r/report.toml": {Data: fmt.Appendf(nil, `[report]
title = "Oppdiktet prøve"
language = %q
date = 2024-06-01
publisher = "Prøvehuset"
surveys = ["2020/then"]
[summary]
headline = "Oppdiktet hovedfunn"
lead = %q
%s
[[chapter]]
id = "a"
title = "Kapittel"
%s`, language, lead, findings, topics)},
	}
	r, err := content.Load(fsys, 2024, "r")
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func survey(id string, year int) string {
	return fmt.Sprintf("[survey]\nid = %q\ntitle = \"Prøven %d\"\nyear = %d\ninvited = 1000000\nanswered = 400000\n", id, year, year)
}

func question(i int, compare string, counts []int) string {
	return fmt.Sprintf("[[figure]]\nid = \"f%d\"\nquestion = \"Oppdiktet spørsmål %d?\"\nkind = \"single\"\nmissing = %d\n%s"+
		"[figure.answers]\n\"Oppdiktet ja\" = %d\n\"Oppdiktet nei\" = %d\n", i, i, 400000-counts[0]-counts[1], compare, counts[0], counts[1])
}

// section is the tag of the main findings.
func section(t *testing.T, d *frame.Document) *frame.Tag {
	t.Helper()
	for _, kid := range d.Root.Kids {
		if kid.Tag != nil && strings.Contains(frametest.ReadingText(d, kid.Tag), "Oppdiktet hovedfunn") {
			return kid.Tag
		}
	}
	t.Fatal("no section of main findings")
	return nil
}

// roles collects the tags of a role.
func roles(tag *frame.Tag, role frame.Role) (all []*frame.Tag) {
	if tag.Role == role {
		all = append(all, tag)
	}
	for _, kid := range tag.Kids {
		if kid.Tag != nil {
			all = append(all, roles(kid.Tag, role)...)
		}
	}
	return all
}

// TestSummary reads the main findings in each language: the number, its sentence, what became of it,
// the page that it leads to, and of how many it is; the persons have an alternative text.
func TestSummary(t *testing.T) {
	findings := []found{
		{"er alene", []int{31, 31}, []int{35, 37}},
		{"er i team", []int{54, 7}, []int{59, 13}},
		{"ble spurt nå", []int{45, 24}, nil},
		{"er mange flere", []int{60000, 40000}, []int{40000, 60000}},
		{"er mange færre", []int{30000, 70000}, []int{60000, 40000}},
	}
	for _, tt := range []struct{ language, want, alt string }{
		{"nb", "50% er alene Som i 2020 (49 %). side 6 31 av 62 | I 2020: 82 %. Forskjellen er innenfor feilmarginen. | " +
			"Ikke spurt før. | 60% er mange flere Opp fra 40 %, større enn feilmarginen. | Ned fra 60 %, større enn feilmarginen. side 10 30 000 av 100 000 Hvert punkt er 2000 personer.",
			"Prikkdiagram. 31 av 62 er alene."},
		{"nn", "Som i 2020 (49 %). | I 2020: 82 %. Skilnaden er innanfor feilmarginen. | Ikkje spurt før. | " +
			"Opp frå 40 %, større enn feilmarginen. | Ned frå 60 %, større enn feilmarginen.", "Prikkdiagram. 31 av 62 er alene."},
		{"en", "As in 2020 (49%). | In 2020: 82%. The difference is within the margin of error. | Not asked before. | " +
			"Up from 40%, more than the margin of error. | Down from 60%, more than the margin of error. page 10 30,000 of 100,000 Each dot is 2000 people.",
			"Dot chart. 31 of 62 er alene."},
	} {
		d := composed(t, summaryReport(t, tt.language, "Oppdiktet.", findings...))
		tag := section(t, d)
		read := squeeze(frametest.ReadingText(d, tag))
		for _, words := range strings.Split(tt.want, " | ") {
			if !strings.Contains(read, squeeze(words)) {
				t.Errorf("%s: %q is not in %q", tt.language, words, read)
			}
		}
		strips := roles(tag, frame.RoleFigure)
		if len(strips) != len(findings) || strips[0].Properties().Alt != strings.ReplaceAll(tt.alt, "31 av 62", "31\u00a0av\u00a062") &&
			strips[0].Properties().Alt != strings.ReplaceAll(tt.alt, "31 of 62", "31\u00a0of\u00a062") {
			t.Errorf("%s: %d strips, the first is %q", tt.language, len(strips), strips[0].Properties().Alt)
		}
		if n := len(roles(tag, frame.RoleLI)); n != len(findings) {
			t.Errorf("%s: %d items, not %d", tt.language, n, len(findings))
		}
	}
}

// TestSummaryLeads: the page of a finding is that of the figure that shows it, and a link leads there.
func TestSummaryLeads(t *testing.T) {
	d := composed(t, summaryReport(t, "nb", "Oppdiktet.", found{"er alene", []int{31, 31}, nil}, found{"er i team", []int{9, 3}, nil}))
	for i, link := range roles(section(t, d), frame.RoleLink) {
		read := strings.TrimSpace(frametest.ReadingText(d, link))
		for _, kid := range link.Kids {
			if kid.Tag != nil {
				continue
			}
			to := d.Pages[kid.Page].Links[kid.Link].Dest
			page := frametest.ReadingText(d, d.Root)
			if want := "side\u00a0" + d.Pages[to.Page].Label; read != want {
				t.Errorf("finding %d says %q, its link leads to %q", i, read, want)
			}
			if !strings.Contains(page, fmt.Sprintf("Oppdiktet funn %d", i)) {
				t.Errorf("finding %d leads to a page without it", i)
			}
		}
	}
}

// TestSummaryHard sets what the design does not foresee: one finding and a dozen, sentences that go on,
// very many persons and very few, and a lead of any length. Nothing is refused and nothing is lost.
func TestSummaryHard(t *testing.T) {
	long := strings.TrimSpace(strings.Repeat("oppdiktede ord som fortsetter ", 40))
	some := found{"er alene", []int{31, 31}, []int{10, 62}}
	tests := map[string]struct {
		lead string
		all  []found
	}{
		"one":          {"Oppdiktet.", []found{some}},
		"twelve":       {"Oppdiktet.", []found{some, some, some, some, some, some, some, some, some, some, some, some}},
		"long":         {"Oppdiktet.", []found{{long, []int{31, 31}, nil}, some, {long, []int{95521, 1}, []int{1, 95521}}}},
		"many persons": {"Oppdiktet.", []found{{"er mange", []int{95521, 1}, []int{50000, 45522}}, {"er få av mange", []int{1, 95521}, nil}}},
		"few persons":  {"Oppdiktet.", []found{{"er få", []int{3, 0}, []int{1, 2}}, {"er ingen", []int{0, 7}, []int{7, 0}}, {"er én", []int{1, 0}, nil}}},
		"no persons":   {"Oppdiktet.", []found{{"er ingen", []int{0, 0}, nil}, some}},
		"a long lead":  {strings.Repeat(long+".\n\n", 12), []found{some, some, some}},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			r := summaryReport(t, "nb", tt.lead, tt.all...)
			d := composed(t, r)
			for _, f := range frametest.Faults(d) {
				t.Error(f)
			}
			read := squeeze(frametest.ReadingText(d, section(t, d)))
			for _, f := range tt.all {
				if !strings.Contains(read, squeeze(f.text)) {
					t.Errorf("lost: %.60q", f.text)
				}
			}
		})
	}
}
