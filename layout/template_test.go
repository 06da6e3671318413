package layout

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"rapport/content"
	"rapport/fonts"
	"rapport/layout/frame"
	"rapport/layout/style"
)

// small is a report of one topic with the given TOML in it, and a survey of three questions, one of
// them with thirty answers.
func small(t *testing.T, topic string) *frame.Document {
	t.Helper()
	var long strings.Builder
	for i := range 30 {
		fmt.Fprintf(&long, "\"Sted nummer %d\" = %d\n", i+1, 60-i)
	}
	survey := `[survey]
id = "s"
title = "Prøven"
year = 2024
period = "mai 2024"
population = "medlemmer"
mode = "nett"
invited = 2000
answered = 1365
[[figure]]
id = "ja"
question = "Har du det bra?"
title = "Har det bra"
kind = "single"
[figure.answers]
"Ja" = 1000
"Nei" = 365
[[figure]]
id = "nei"
question = "Har du det travelt?"
title = "Har det travelt"
kind = "single"
[figure.answers]
"Ja" = 700
"Nei" = 665
[[figure]]
id = "steg"
question = "Hvor travelt er det?"
title = "Så travelt"
kind = "scale"
[figure.answers]
"Lite" = 400
"Noe" = 465
"Mye" = 500
[[figure]]
id = "tid"
question = "Hvor lenge har du vært med?"
title = "Tid"
kind = "single"
ordered = true
missing = 1303
[figure.answers]
"Under 1 år" = 8
"1–2 år" = 20
"Over 2 år" = 34
[[figure]]
id = "lag"
question = "Hvilket lag er du på?"
title = "Lag"
kind = "single"
missing = 1295
highlight = ["Rødt", "Blått"]
[figure.answers]
"Rødt" = 30
"Blått" = 25
"Gult" = 15
[[figure]]
id = "sted"
question = "Hvor bor du?"
title = "Bosted"
kind = "single"
[figure.answers]
` + long.String()
	report := `[report]
title = "Prøve"
language = "nb"
date = 2024-06-01
publisher = "Prøvehuset"
[[chapter]]
id = "a"
title = "Kapittel"
[[chapter.topic]]
id = "t"
headline = "En overskrift"
` + topic
	fsys := fstest.MapFS{
		"2024/r/survey.toml": {Data: []byte(survey)},
		"2024/r/report.toml": {Data: []byte(report)},
	}
	r, err := content.Load(fsys, 2024, "r")
	if err != nil {
		t.Fatal(err)
	}
	d, err := Compose(r, Options{})
	if err != nil {
		t.Fatal(err)
	}
	insidePages(t, d)
	noTextOverText(t, d)
	return d
}

// figures are the boxes of the charts, in reading order.
func figures(tag *frame.Tag) (boxes []frame.Box) {
	if tag.Role == frame.RoleFigure {
		boxes = append(boxes, *tag.Properties().BBox)
	}
	for _, k := range tag.Kids {
		if k.Tag != nil {
			boxes = append(boxes, figures(k.Tag)...)
		}
	}
	return boxes
}

// A chart of thirty bars is split after fourteen at most; what follows says that it goes on.
func TestLongBarsAreSplit(t *testing.T) {
	d := small(t, "[[chapter.topic.block]]\nfigure = \"s.sted\"\n")
	if n := len(figures(d.Root)); n != 3 {
		t.Errorf("%d charts, want three of ten bars", n)
	}
	text := taggedText(d, d.Root)
	if n := strings.Count(text, "(forts.)"); n != 2 {
		t.Errorf("%d captions say that the figure goes on, want 2", n)
	}
	for i := range 30 {
		if want := fmt.Sprintf("Sted nummer %d", i+1); !strings.Contains(squeeze(text), squeeze(want)) {
			t.Errorf("lost: %q", want)
		}
	}
}

func TestTemplates(t *testing.T) {
	blocks := "[[chapter.topic.block]]\nfigure = \"s.ja\"\nform = \"donut\"\n" +
		"[[chapter.topic.block]]\nfigure = \"s.nei\"\n" +
		"[[chapter.topic.block]]\nprose = \"To setninger om dette. Her er den andre.\"\n"
	for _, c := range []struct {
		template    content.Template
		first, next float64 // widths in columns
	}{
		{content.ByRules, 6, 6}, {content.Small, 6, 6}, {content.Wide, 12, 12}, {content.Main, 12, 6},
	} {
		t.Run(string(c.template), func(t *testing.T) {
			choice := ""
			if c.template != content.ByRules {
				choice = fmt.Sprintf("template = %q\n", c.template)
			}
			boxes := figures(small(t, choice+blocks).Root)
			if len(boxes) != 2 {
				t.Fatalf("%d charts, want 2", len(boxes))
			}
			for i, want := range []float64{c.first, c.next} {
				if have := boxes[i].Width; have < style.Columns(int(want)).Pt()-1 || have > style.Columns(int(want)).Pt()+1 {
					t.Errorf("chart %d is %.0f pt wide, want %.0f columns, %.0f pt", i+1, have, want, style.Columns(int(want)).Pt())
				}
			}
		})
	}
}

// A group of three questions stands below each other, each with its own prose; a stack of steps
// takes the whole width, and its prose stands below.
func TestGroupOfThree(t *testing.T) {
	d := small(t, `[[chapter.topic.block]]
group = [
  { figure = "s.ja", prose = "Om det første." },
  { figure = "s.nei", prose = "Om det andre." },
  { figure = "s.steg", heading = "Steg", prose = "Om det tredje." },
]
`)
	text := taggedText(d, d.Root)
	for _, want := range []string{"Om det første.", "Om det andre.", "Om det tredje.", "Steg"} {
		wantText(t, squeeze(text), want)
	}
	boxes := figures(d.Root)
	for i, columns := range []int{8, 8, 12} {
		if want := style.Columns(columns).Pt(); boxes[i].Width < want-1 || boxes[i].Width > want+1 {
			t.Errorf("chart %d is %.0f pt wide, want %d columns", i+1, boxes[i].Width, columns)
		}
	}
}

// TestDotColumns: where few have answered, ordered or few answers are columns of dots in pairs of
// half a page, whose axes stand at one height; a caption says once what a dot is, and again in the
// next topic. Where many have, they are none.
func TestDotColumns(t *testing.T) {
	block := "[[chapter.topic.block]]\nfigure = \"s.%s\"\n"
	d := small(t, fmt.Sprintf(block+block+block, "tid", "lag", "tid")+
		"[[chapter.topic]]\nid = \"u\"\nheadline = \"En til\"\n"+fmt.Sprintf(block, "tid"))
	boxes := figures(d.Root)
	if len(boxes) != 4 {
		t.Fatalf("%d charts, want 4", len(boxes))
	}
	for i, columns := range []int{6, 6, 6, 12} {
		if want := style.Columns(columns).Pt(); boxes[i].Width < want-1 || boxes[i].Width > want+1 {
			t.Errorf("chart %d is %.0f pt wide, want %d columns", i+1, boxes[i].Width, columns)
		}
	}
	text := squeeze(taggedText(d, d.Root))
	if n := strings.Count(text, squeeze("Én prikk er én person.")); n != 2 {
		t.Errorf("%d captions say what a dot is, want one a topic", n)
	}
	wantText(t, text, "55 av 70 Rødt · Blått")
	many := small(t, fmt.Sprintf(block+block, "steg", "sted"))
	if strings.Contains(squeeze(taggedText(many, many.Root)), squeeze("Én prikk")) {
		t.Error("1365 people are dots")
	}
}

// TestChartsGrow: where a page is done and has room to spare its charts are taller than on a full
// page, by at most 15 %, and those that stand side by side by one share.
func TestChartsGrow(t *testing.T) {
	prose := func(lines int) string {
		return "[[chapter.topic.block]]\nprose = \"" + strings.Repeat("Noen ord om dette, og flere. ", lines) +
			"\"\n"
	}
	for _, c := range []struct{ name, charts string }{
		{"pie", "[[chapter.topic.block]]\nfigure = \"s.ja\"\nform = \"pie\"\n"},
		{"standing bars", "[[chapter.topic.block]]\nfigure = \"s.steg\"\nform = \"vbar\"\n"},
		{"lying bars", "[[chapter.topic.block]]\nfigure = \"s.steg\"\nform = \"hbar\"\n"},
		{"a scale", "[[chapter.topic.block]]\nfigure = \"s.steg\"\nform = \"likert\"\n"},
		{"a pair", "[[chapter.topic.block]]\nfigure = \"s.ja\"\nform = \"donut\"\n[[chapter.topic.block]]\nfigure = \"s.nei\"\n"},
	} {
		t.Run(c.name, func(t *testing.T) {
			full := "template = \"wide\"\n" + c.charts + prose(120)
			if c.name == "a pair" {
				full = c.charts + prose(120)
			}
			natural := figures(small(t, full).Root)
			grown := figures(small(t, strings.Replace(full, prose(120), prose(1), 1)).Root)
			for i := range grown {
				share := grown[i].Height / natural[i].Height
				if share < 1.03 || share > 1.15+1e-6 {
					t.Errorf("chart %d grows from %.1f to %.1f", i+1, natural[i].Height, grown[i].Height)
				}
				if grown[i].Height != grown[0].Height {
					t.Errorf("chart %d is %.1f high, its neighbour %.1f", i+1, grown[i].Height, grown[0].Height)
				}
			}
		})
	}
}

// TestTableTail: a table of which little would go on to another page is set in three columns, so that
// the page is spared; one that fits, or goes on anyhow, in two.
func TestTableTail(t *testing.T) {
	const sentence = "Noen ord om dette, og flere. "
	for _, c := range []struct{ sentences, pages, columns int }{{20, 1, 2}, {65, 1, 3}, {100, 2, 2}} {
		d := small(t, "[[chapter.topic.block]]\nprose = \""+strings.Repeat(sentence, c.sentences)+"\"\n"+
			"[[chapter.topic.block]]\ntable = "+
			"[\"s.sted\", \"s.steg\", \"s.ja\", \"s.nei\", \"s.lag\", \"s.tid\"]\n")
		pages, columns := map[int]bool{}, map[fonts.Pt]bool{}
		for i, p := range d.Pages {
			for _, it := range p.Items {
				if it.Text != nil && it.Tag != nil && it.Tag.Role == frame.RoleTH && it.Tag.Scope == "Row" {
					pages[i], columns[it.Text.X] = true, true
				}
			}
		}
		if len(pages) != c.pages || len(columns) != c.columns {
			t.Errorf("below %d sentences: %d pages of %d columns, want %d of %d",
				c.sentences, len(pages), len(columns), c.pages, c.columns)
		}
	}
}

// TestBattery: questions of yes or no without a form are one chart, each caption of its own told with
// the name of its row; with a form, or under a template, they stay what they are.
func TestBattery(t *testing.T) {
	const ja, nei = "[[chapter.topic.block]]\nfigure = \"s.ja\"\nheading = \"Bra\"\n",
		"[[chapter.topic.block]]\nfigure = \"s.nei\"\ncaption = \"Stilt til *alle*.\"\n"
	const list = `[[chapter.topic.block]]
battery = [
  { figure = "s.ja", label = "Har det bra" },
  { figure = "s.tid", answer = ["1–2 år", "Over 2 år"], label = "Har vært med over et år" },
  { figure = "s.nei" },
]
`
	for _, c := range []struct {
		name, topic string
		charts      int
		columns     int
		text        []string
	}{
		{"two", ja + nei, 1, 12, []string{"Andel som svarte ja, mai 2024", "Ja-svar", "Bra",
			"73 %", "1000 av 1365", "51 %", "Har det travelt: Stilt til alle.",
			"Stripen viser usikkerheten (95 %)."}},
		{"prose between", ja + "[[chapter.topic.block]]\nprose = \"Ord.\"\n" + nei, 1, 12, nil},
		{"a table between", ja + "[[chapter.topic.block]]\ntable = \"s.ja\"\n" + nei, 2, 12, nil},
		{"one with a form", ja + "form = \"donut\"\n" + nei, 2, 6, nil},
		{"a template", "template = \"wide\"\n" + ja + nei, 2, 12, nil},
		{"several at once", "[[chapter.topic.block]]\nfigures = [\"s.ja\", \"s.nei\"]\n", 1, 12,
			[]string{"73 %", "Har det bra", "Har det travelt"}},
		{"by hand", list, 1, 12, []string{"Andel, mai 2024", "54 av 62", "Har vært med over et år"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := small(t, c.topic)
			boxes := figures(d.Root)
			if want := style.Columns(c.columns).Pt(); len(boxes) != c.charts ||
				boxes[0].Width < want-1 || boxes[0].Width > want+1 {
				t.Errorf("%d charts %v, want %d of %d columns", len(boxes), boxes, c.charts, c.columns)
			}
			for _, want := range c.text {
				wantText(t, squeeze(taggedText(d, d.Root)), want)
			}
		})
	}
}
