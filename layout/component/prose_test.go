package component

import (
	"errors"
	"strings"
	"testing"

	"rapport/content"
	"rapport/fonts"
	"rapport/layout/flow"
	"rapport/layout/frame"
	"rapport/layout/frame/frametest"
	"rapport/layout/grid"
	"rapport/layout/style"
	"rapport/layout/text"
)

func newSetter(t *testing.T) *Setter {
	t.Helper()
	sheet, err := style.New(fonts.SchibstedGrotesk, fonts.SourceSerif)
	if err != nil {
		t.Fatal(err)
	}
	terms, err := content.TermsFor("nb")
	if err != nil {
		t.Fatal(err)
	}
	s := &Setter{
		Sheet: sheet, Shaper: text.NewShaper().WithLanguage("nb"), Language: "nb",
		Terms: terms, Memo: NewMemo(),
	}
	s.Number = func(*content.Note, *content.Inline) (int, bool) { return 1, true }
	s.Refer = func(content.Ref) Referral { return Referral{Words: "Figur 3", ID: "figure:3"} }
	s.Page = func(string) string { return "7" }
	return s
}

// draw renders atoms below each other on one page and gives the document.
func draw(t *testing.T, s *Setter, atoms []flow.Atom) *frame.Document {
	t.Helper()
	body := s.Sheet.Type.Body
	g := grid.New(s.Shaper, text.Style{Font: body.Font}, 0)
	g.BeginPage(210, 297, 18, 30)
	g.Mark("figure:3", 0)
	Stack(g, atoms, 50, 50)
	g.Bind(0)
	if err := errors.Join(g.Err(), g.Lead(g.Marks())); err != nil {
		t.Fatal(err)
	}
	return &frame.Document{Pages: g.Pages(), Root: g.Root()}
}

func tags(t *testing.T, d *frame.Document) string {
	t.Helper()
	var b strings.Builder
	if err := frametest.DumpTags(d, &b); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func words(n int) string { return strings.TrimSpace(strings.Repeat("erfaring teller på jobb ", n)) }

func TestProseKeepsTwoLinesTogether(t *testing.T) {
	s := newSetter(t)
	leading := s.Sheet.Type.Body.Leading
	for n := 1; n < 60; n++ {
		p := content.Prose{{First: true, Inlines: []content.Inline{{Text: words(n)}}}}
		atoms := s.Prose(p, s.Sheet.Type.Body, s.Sheet.Color.Ink, 55, flow.Place{})
		lines := func(a flow.Atom) int { return int(a.Height/leading + 0.5) }
		if len(atoms) > 1 && (lines(atoms[0]) < 2 || lines(atoms[len(atoms)-1]) < 2) {
			t.Errorf("%d words: the first atom has %d lines, the last %d",
				4*n, lines(atoms[0]), lines(atoms[len(atoms)-1]))
		}
	}
}

func TestProseTags(t *testing.T) {
	s := newSetter(t)
	ref := &content.Ref{Kind: content.RefFigure}
	source := []content.Inline{{Text: "Kilde: intern"}}
	note := &content.Note{Text: content.Prose{{First: true, Inlines: source}}}
	p := content.Prose{
		{First: true, Inlines: []content.Inline{
			{Text: "Se "}, {Ref: ref}, {Text: " om "},
			{Text: "peer support", Language: "en"}, {Note: note},
		}},
		{Kind: content.Bullet, First: true, Inlines: []content.Inline{{Text: "en"}}},
		{Kind: content.Bullet, First: true, Level: 1, Inlines: []content.Inline{{Text: "under"}}},
		{Kind: content.Bullet, First: true, Inlines: []content.Inline{{Text: "to"}}},
		{
			Kind: content.Numbered, First: true, Number: 1,
			Inlines: []content.Inline{{Text: "først"}},
		},
		{Kind: content.Quotation, First: true, Inlines: []content.Inline{{Text: "sitat"}}},
	}
	atoms := s.In("nn").Prose(p, s.Sheet.Type.Body, s.Sheet.Color.Ink, 85, flow.Place{})
	have := tags(t, draw(t, s, atoms))
	want := []string{
		`lang="nn"`, "Link", `lang="en"`, "Reference", `L lang="nn"`,
		"LI", "Lbl", "LBody", "BlockQuote",
	}
	at := 0
	for _, w := range want {
		i := strings.Index(have[at:], w)
		if i < 0 {
			t.Fatalf("no %q after position %d in\n%s", w, at, have)
		}
		at += i
	}
	if n := strings.Count(have, "Lbl"); n != 4 {
		t.Errorf("%d list items, want 4:\n%s", n, have)
	}
	if len(atoms[0].Footnotes) != 1 {
		t.Errorf("%d footnotes on the first paragraph, want 1", len(atoms[0].Footnotes))
	}
}

// A paragraph that is drawn in parts is one paragraph.
func TestParagraphInPartsIsOneTag(t *testing.T) {
	s := newSetter(t)
	p := content.Prose{{First: true, Inlines: []content.Inline{{Text: words(40)}}}}
	atoms := s.Prose(p, s.Sheet.Type.Body, s.Sheet.Color.Ink, 55, flow.Place{})
	if len(atoms) < 4 {
		t.Fatalf("%d atoms, want a long paragraph", len(atoms))
	}
	d := draw(t, s, atoms)
	kids := d.Root.Kids
	if len(kids) != 1 || kids[0].Tag == nil || kids[0].Tag.Role != frame.RoleP {
		t.Errorf("the root has %d kids, want one P", len(kids))
	}
}

func TestTableTags(t *testing.T) {
	s := newSetter(t)
	table := Table{
		Summary: "Svar", Corner: "Spørsmål",
		Columns: []TableColumn{
			{Width: 20, Top: "2020", Head: "Antall"}, {Width: 20, Head: "Prosent"},
		},
		Groups: []TableGroup{{
			Title: "Kjønn", Bases: []string{"n = 72", ""},
			Rows: []TableRow{{Label: "Kvinne", Values: []string{"46", "63,9"}}},
		}},
	}
	atoms, _ := s.Table(table, 100)
	have := tags(t, draw(t, s, atoms))
	for _, want := range []string{
		"Table", "THead", `scope="Column"`, "TBody", `scope="Row"`, "TD",
	} {
		if !strings.Contains(have, want) {
			t.Errorf("no %q in\n%s", want, have)
		}
	}
}

func TestMemoGivesTheSameLines(t *testing.T) {
	s := newSetter(t)
	a := s.Words(words(30), s.Sheet.Type.Body, s.Sheet.Color.Ink, 60, text.Optimal)
	s.Memo.lines = map[string][]text.Line{}
	b := s.Words(words(30), s.Sheet.Type.Body, s.Sheet.Color.Ink, 60, text.Optimal)
	c := s.Words(words(30), s.Sheet.Type.Body, s.Sheet.Color.Accent, 60, text.Optimal)
	if len(a) != len(b) || a[0].Width != b[0].Width {
		t.Error("two settings differ")
	}
	if c[0].Runs[0].Color != s.Sheet.Color.Accent {
		t.Error("the memo forgets the colour")
	}
}

// TestReferralPlace sets page numbers in places of one width: what follows does not move with them.
func TestReferralPlace(t *testing.T) {
	s := newSetter(t)
	s.Figures = 2
	page := ""
	s.Refer = func(content.Ref) Referral { return Referral{Words: "side\u00a0", Page: page, ID: "figure:3"} }
	after := func(number string) fonts.Pt {
		page = number
		in := []content.Inline{{Text: "Se "}, {Ref: &content.Ref{}}, {Text: " og videre."}}
		b := s.inlines(in, s.Sheet.Type.Body, s.Sheet.Color.Ink, 170, text.Optimal)
		if len(b.lines) != 1 {
			t.Fatalf("%q takes %d lines", number, len(b.lines))
		}
		return b.lines[0].Width
	}
	want := after("88")
	for _, number := range []string{"9", "10", "11", "61", "74"} {
		if got := after(number); got < want-0.01 || got > want+0.01 {
			t.Errorf("with %q the line is %v wide, with \"88\" %v", number, got, want)
		}
	}
	s.Figures = 0
	if narrow := after("11"); narrow >= want {
		t.Errorf("without places the line with \"11\" is %v wide, not under %v", narrow, want)
	}
}

// The text of a list item begins after its label and a space, on every level, and all items of a
// list begin at one place.
func TestListGutters(t *testing.T) {
	s := newSetter(t)
	body := s.Sheet.Type.Body
	item := func(mark string, level int) content.Paragraph {
		kind := content.Numbered
		if mark == "" {
			kind = content.Bullet
		}
		return content.Paragraph{Kind: kind, Mark: mark, First: true, Level: level}
	}
	tests := []struct {
		name string
		p    content.Prose
	}{
		{"one digit", content.Prose{item("1.", 0), item("2.", 0)}},
		{"two digits", content.Prose{item("9.", 0), item("10.", 0), item("11.", 0)}},
		{"three digits", content.Prose{item("99.", 0), item("100.", 0)}},
		{"seven digits", content.Prose{item("1000000)", 0), item("1000001)", 0)}},
		{"levels", content.Prose{item("99.", 0), item("100.", 0), item("", 1), item("10.", 2),
			item("100.", 2), item("", 1), item("101.", 0)}},
		{"two lists below", content.Prose{item("", 0), item("1.", 1), item("", 0), item("100.", 1)}},
		{"a level left out", content.Prose{item("1.", 0), item("1000.", 3), item("2.", 0)}},
		{"a list begins deep", content.Prose{item("10.", 2), item("", 0)}},
		{"quotations and text between", content.Prose{item("10.", 0), {Kind: content.Quotation},
			item("1.", 0), {}, item("", 0)}},
	}
	for _, tt := range tests {
		in := s.gutters(tt.p, body)
		for i, para := range tt.p {
			label := listLabel(para)
			if label == "" {
				continue
			}
			width := s.Word(label, body, s.Sheet.Color.Accent).Width.Mm()
			if room := in.all[i] - in.own[i]; room < width+labelSpace-0.001 || room < listIndent {
				t.Errorf("%s: %q has %.1f mm, its label is %.1f mm", tt.name, label, room, width)
			}
			if i > 0 && para.Level > tt.p[i-1].Level && in.own[i] < in.all[i-1]-0.001 {
				t.Errorf("%s: %q begins at %.1f mm, left of %.1f", tt.name, label, in.own[i],
					in.all[i-1])
			}
		}
	}
	short := s.gutters(tests[0].p, body)
	if short.all[0] != listIndent {
		t.Errorf("a short list stands %.1f mm in", short.all[0])
	}
	if two := s.gutters(tests[1].p, body); two.all[0] != two.all[1] {
		t.Errorf("items begin at %.1f and %.1f mm", two.all[0], two.all[1])
	}
}

// TestHeadWithoutKicker: a headline stands at one height with a kicker above it and without.
func TestHeadWithoutKicker(t *testing.T) {
	s := newSetter(t)
	with, without := s.Head("a", "Tema", "Slik er det", "Hvordan?"), s.Head("a", "", "Slik er det", "Hvordan?")
	if a, b := height(with), height(without); a != b {
		t.Errorf("%.2f with a kicker, %.2f without", a, b)
	}
}
