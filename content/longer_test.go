package content

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"rapport/content/source"
)

// topicOf is a topic of a report by its id.
func topicOf(t *testing.T, r *Report, id string) *Topic {
	t.Helper()
	for _, ch := range r.chapters() {
		for _, topic := range ch.Topics {
			if topic.ID == id {
				return topic
			}
		}
	}
	t.Fatalf("no topic %s", id)
	return nil
}

// TestLonger reads the longer blocks of the base report and looks at what became of them.
func TestLonger(t *testing.T) {
	r := loadBase(t)
	b := topicOf(t, r, "lengre-tekst").Blocks
	inlines := b[0].Text[0].Inlines
	note := inlines[slices.IndexFunc(inlines, func(in Inline) bool { return in.Note != nil })].Note
	checks := []struct {
		name       string
		have, want any
	}{
		{"plan", r.Plan, Plan{false, true, true, true}},
		{"brand", *r.Brand,
			Brand{Name: "Forbundet", Wordmark: "Forbundet", Ring: true, InkLimit: 275}},
		{"epigraph", r.Epigraph.Text.Plain() + " " + r.Epigraph.Source.Plain(),
			"Et hus er ikke ferdig når taket er på. Ordtak"},
		{"references", len(r.References), 2},
		{"sorted", r.References[0].ID, "odden2015"},
		{"note", note.Text.Plain(), "Se også (Repper & Carter, 2011)."},
		{"place of the note", note.Pos.String(), "2022/aarsrapport/3-longer.toml:31:1"},
		{"language of a lead", b[1].Language, "nn"},
		{"number in its language", b[1].Text.Plain(), "Eg kom 62 gonger, sa ein av 62."},
		{"quotation", b[2].Text.Plain(), "A house is 62 rooms."},
		{"language of a quotation", b[2].Language, "en"},
		{"source in the report's language", prosePicture(b[2].Source),
			"(nb:Gjest, etter )(nb:(@Odden\u00a0mfl. (2015)))"},
		{"fact", b[3].Heading + ": " + b[3].Text.Plain(), "Kort om huset: Åpent alle dager."},
		{"answers as they are", b[4].Answers, []string{"Takk! 😊", "{Ikke} et tall"}},
		{"image", []any{b[5].Image.Name, b[5].Image.Kind, b[5].Image.Width, b[5].Image.Height,
			b[5].Image.Alt, b[5].Image.Columns, b[5].Image.Bleed},
			[]any{"2022/aarsrapport/bilder/punkt.png", "png", 4, 3, "Et punkt.", 6, false}},
		{"place of the image", b[5].Image.Pos.String(), "2022/aarsrapport/3-longer.toml:47:9"},
		{"caption", b[5].Caption.Plain(), "Et punkt."},
		{"list", b[6].Kind, ReferencesBlock},
		{"series", len(b[7].Series), 2},
		{"series' intro", b[7].Series[0].Intro.Plain(), "Sendt i august 2021."},
		{"question", prosePicture(b[7].Series[0].Questions[0].Text), "Har du /tid/?"},
		{"options", b[7].Series[0].Questions[0].Options, []string{"Ja", "Nei"}},
		{"follow-up", b[7].Series[0].Questions[0].Follow, "Hvis ja: Til hva?"},
		{"language of others", b[3].Language, ""},
	}
	for _, c := range checks {
		if fmt.Sprint(c.have) != fmt.Sprint(c.want) {
			t.Errorf("%s: have %v, want %v", c.name, c.have, c.want)
		}
	}
}

func TestPlan(t *testing.T) {
	tests := []struct {
		toml string
		want Plan
	}{
		{`kind = "annual"`, Plan{false, true, true, true}},
		{`kind = "short"`, Plan{true, false, false, true}},
		{"kind = \"short\"\n+ contents = true\n+ openers = true\n+ figure_numbers = false",
			Plan{true, true, true, false}},
		{"contents = false\n+ openers = false\n+ figure_numbers = false",
			Plan{false, false, false, false}},
	}
	for _, tt := range tests {
		r := loadBase(t, "@ 1-report.toml\n- subtitle = \"Årsrapport\"\n+ "+tt.toml)
		if r.Plan != tt.want {
			t.Errorf("%s: have %+v, want %+v", tt.toml, r.Plan, tt.want)
		}
	}
}

// TestGroup numbers the figures of a group among the others, and lets references find them.
func TestGroup(t *testing.T) {
	r := loadBase(t, `@ 2-chapters.toml
- themes = [{ title = "Ønsker", text = "Mange ønsker tid.", figure = "m2021.onsker" }]
+ group = [
+   { figure = "m2021.tilbud", heading = "Tilbud", prose = "Se {figure m2021.nyttig}.", list = false },
+   { figure = "m2021.nyttig", form = "donut", caption = "Nytte.", finding = "Nyttig." },
+ ]
+ [[chapter.topic.block]]
+ figure = "m2021.temaer"
`)
	blocks := topicOf(t, r, "veiledning").Blocks
	items := blocks[2].Items
	var have []string
	for _, f := range r.Figures[2:] {
		have = append(have, fmt.Sprint(f.Number, " ", f.Form, " ", f.List, " ", f.Finding))
	}
	want := []string{"3 change false Halvparten har tilbud", "4  false Halvparten har tilbud",
		"5 donut true Nyttig.", "6  true Halvparten har tilbud"}
	if !slices.Equal(have, want) {
		t.Errorf("have %q\nwant %q", have, want)
	}
	if ref := items[0].Text[0].Inlines[1].Ref; ref.Target != items[1].Figure ||
		items[0].Figure.Topic != topicOf(t, r, "veiledning") {
		t.Errorf("reference to %+v", ref.Target)
	}
	if items[0].Heading != "Tilbud" || items[1].Figure.Caption.Plain() != "Nytte." ||
		blocks[2].Number != 0 {
		t.Errorf("%+v", items)
	}
}

// TestQuestionOfGroup takes a topic's question from a group of one, but not of two.
func TestQuestionOfGroup(t *testing.T) {
	for items, want := range map[string]string{
		`{ figure = "m2021.tilbud" }`:                              "Har du tilbud om veiledning?",
		`{ figure = "m2021.tilbud" }, { figure = "m2021.nyttig" }`: "",
	} {
		r := loadBase(t, "@ 3-longer.toml\n- fact = \"Åpent alle dager.\"\n"+
			"- heading = \"Kort om huset\"\n+ group = ["+items+"]")
		if have := topicOf(t, r, "lengre-tekst").Question; have != want {
			t.Errorf("%s: have %q, want %q", items, have, want)
		}
	}
}

// TestBrand reads a brand with everything in it.
func TestBrand(t *testing.T) {
	r, err := Load(os.DirFS("../layout/testdata/longer"), 2024, "alt-mulig")
	if err != nil {
		t.Fatal(err)
	}
	b := r.Brand
	checks := []struct {
		name       string
		have, want any
	}{
		{"name", b.Name, "Prøveforlaget"},
		{"wordmark", b.Wordmark, "Prøveforlaget"},
		{"logo", []any{b.Logo.Name, b.Logo.Kind, b.Logo.Width, b.Logo.Height},
			[]any{"brands/proveforlaget.svg", "svg", 120, 40}},
		{"dark logo", b.LogoDark.Name, "brands/proveforlaget-lys.svg"},
		{"ring", b.Ring, false},
		{"fonts", b.HeadingFont + ", " + b.BodyFont, "Schibsted Grotesk, Source Serif 4"},
		{"ink", b.InkLimit, 280},
		{"heading", b.Colors["heading"],
			Color{Pos: source.Pos{File: "brands/proveforlaget.toml", Line: 15, Column: 1}, R: 0x12,
				G: 0x40, B: 0x3A, C: 90, M: 45, Y: 70, K: 45, Ink: true}},
		{"no own ink", b.Colors["ink"], Color{}},
		{"no own slices", len(b.Slices), 0},
		{"covers", len(b.Covers), 1},
		{"groups", len(b.Covers[0].Groups), 3},
		{"openers", len(b.Openers), 2},
		{"opener", b.Openers[1].Name, "kirsebaer"},
		{"fill", b.Openers[1].Fill.R, 0x9B},
	}
	for _, c := range checks {
		if fmt.Sprint(c.have) != fmt.Sprint(c.want) {
			t.Errorf("%s: have %v, want %v", c.name, c.have, c.want)
		}
	}
}

// TestLongerReport loads the report that shows everything longer reports can hold.
func TestLongerReport(t *testing.T) {
	r, err := Load(os.DirFS("../layout/testdata/longer"), 2024, "alt-mulig")
	if err != nil {
		t.Fatal(err)
	}
	kinds, languages, notes, cited := map[BlockKind]int{}, map[string]int{}, 0, map[string]bool{}
	look := func(p Prose) {
		for _, para := range p {
			for _, in := range para.Inlines {
				if in.Note != nil {
					notes++
				}
				if in.Cite != nil {
					cited[in.Cite.ID] = true
				}
				languages[in.Language]++
			}
		}
	}
	for _, ch := range r.chapters() {
		for _, topic := range ch.Topics {
			for _, b := range topic.Blocks {
				kinds[b.Kind]++
				languages[b.Language]++
				look(b.Text)
				look(b.Source)
				for _, item := range b.Items {
					look(item.Text)
				}
			}
		}
	}
	for _, k := range []BlockKind{FigureBlock, ProseBlock, LeadBlock, CalloutBlock, TableBlock,
		SourceBlock, QuoteBlock, AppendixBlock, FactBlock, AnswersBlock, ImageBlock, GroupBlock,
		ReferencesBlock} {
		if kinds[k] == 0 {
			t.Errorf("no block of kind %s", k)
		}
	}
	if languages["nn"] == 0 || languages["en"] < 2 || notes != 3 || len(cited) < 3 ||
		len(r.Figures) != 4 {
		t.Errorf("languages %v, notes %d, cited %v, figures %d", languages, notes, cited,
			len(r.Figures))
	}
}

// FuzzBrand gives any text to a brand's file.
func FuzzBrand(f *testing.F) {
	data, err := os.ReadFile("../layout/testdata/longer/brands/proveforlaget.toml")
	if err != nil {
		f.Fatal(err)
	}
	f.Add(string(data))
	f.Add("name = 'Forbundet'\n[colors]\nink = { screen = '#FFF' }\nslices = [{}, {}, {}, {}, {}]")
	f.Add("name = 'Forbundet'\nlogo = 'x.toml'\n[[cover]]\ngroups = [1]")
	f.Fuzz(func(t *testing.T, brand string) {
		fsys := base(t)
		fsys["brands/x.toml"] = &fstest.MapFile{Data: []byte(brand)}
		r, err := Load(fsys, 2022, "aarsrapport")
		if ps := problemsIn(err); ps != nil {
			checkPlaces(t, fsys, ps)
		} else if err == nil && r.Brand.InkLimit == 0 {
			t.Error("a brand without an ink limit")
		}
	})
}

// TestGuide reads the TOML in the author's guide.
func TestGuide(t *testing.T) {
	data, err := os.ReadFile("README.md")
	if err != nil {
		t.Fatal(err)
	}
	blocks := strings.Split(string(data), "```toml\n")[1:]
	if len(blocks) < 8 {
		t.Fatalf("%d examples", len(blocks))
	}
	for _, b := range blocks {
		text, _, _ := strings.Cut(b, "```\n")
		in := source.NewReader(fstest.MapFS{"guide.toml": {Data: []byte(text)}})
		if in.File("guide.toml") == nil {
			t.Errorf("%v in\n%s", in.Problems, text)
		}
	}
}
