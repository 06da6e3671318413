package frametest

import (
	"strings"
	"testing"

	"rapport/charts/vector"
	"rapport/fonts"
	"rapport/layout/frame"
	"rapport/layout/text"
)

// set is a run of s at (x, y), a glyph a character, unkerned.
func set(t *testing.T, x, y, size fonts.Pt, weight int, s string) *frame.Text {
	t.Helper()
	face, ok := fonts.Find(fonts.SchibstedGrotesk, weight, false)
	if !ok {
		t.Fatal("no face")
	}
	run := text.Run{Face: face, Size: size}
	for _, r := range s {
		id, _ := face.Glyph(r)
		run.Glyphs = append(run.Glyphs,
			text.NewGlyph(id, int32(face.Advance(id)), string(r)))
	}
	return &frame.Text{X: x, Y: y, Run: run}
}

func newDocument() (*frame.Document, *frame.Page) {
	p := &frame.Page{Width: 595.276, Height: 841.89, Label: "7"}
	return &frame.Document{Pages: []*frame.Page{p}, Root: &frame.Tag{Role: frame.RoleDocument}}, p
}

// say puts text on the page under a tag; a nil tag makes an artifact.
func say(p *frame.Page, tag *frame.Tag, t *frame.Text) {
	if tag != nil {
		tag.Kids = append(tag.Kids, frame.Kid{Item: len(p.Items), Link: -1})
	}
	p.Items = append(p.Items, frame.Item{Text: t, Tag: tag})
}

func draw(p *frame.Page, tag *frame.Tag, width fonts.Pt) {
	tag.Kids = append(tag.Kids, frame.Kid{Item: len(p.Items), Link: -1})
	p.Items = append(p.Items,
		frame.Item{Shape: &vector.Shape{Path: vector.Rect(0, 0, width, 5)}, Tag: tag})
}

func TestDumpText(t *testing.T) {
	d, p := newDocument()
	par := d.Root.Child(frame.RoleP)
	first := set(t, 40, 100, 10.2, 400, "Nesten ")
	bold := set(t, first.End(), 100, 10.2, 700, "halv")
	rest := set(t, bold.End(), 100, 10.2, 700, "parten er\u00ad")
	say(p, par, first)
	say(p, par, bold)
	say(p, par, rest)
	say(p, par, set(t, rest.End()+3, 100, 10.2, 700, "apart"))
	say(p, par, set(t, 40, 113.6, 10.2, 700, "farings\u00a0😊 "))
	draw(p, par, 3)
	say(p, nil, set(t, 40, 820, 8, 500, "Side 7"))
	d.Pages = append(d.Pages, &frame.Page{Width: 10, Height: 20})

	var b strings.Builder
	if err := DumpText(d, &b); err != nil {
		t.Fatal(err)
	}
	want := `page 1 "7" 595.3 x 841.9
     40.0   100.0  SchibstedGrotesk-Regular 10.2  "Nesten "
     76.3   100.0  SchibstedGrotesk-Bold 10.2  "halvparten er\u00ad"
    152.2   100.0  SchibstedGrotesk-Bold 10.2  "apart"
     40.0   113.6  SchibstedGrotesk-Bold 10.2  "farings\u00a0😊 "
~    40.0   820.0  SchibstedGrotesk-Medium 8  "Side 7"
page 2 "" 10.0 x 20.0
`
	if b.String() != want {
		t.Errorf("have\n%s\nwant\n%s", b.String(), want)
	}
}

func TestDumpTags(t *testing.T) {
	d, p := newDocument()
	par := d.Root.Child(frame.RoleP)
	first := set(t, 40, 100, 10, 400, "Se ")
	say(p, par, first)
	link := par.Child(frame.RoleLink)
	say(p, link, set(t, first.End(), 100, 10, 600, "Figur 3"))
	link.Kids = append(link.Kids, frame.Kid{Link: 0})
	say(p, par, set(t, 40, 114, 10, 400, "om erfa\u00ad"))
	say(p, par, set(t, 40, 128, 10, 400, "ringer "))
	say(p, par, set(t, 40, 142, 10, 400, "uten"))
	say(p, par, set(t, 40, 156, 10, 400, "mellomrom."))
	p.Links = []frame.Link{{Dest: &frame.Dest{Page: 0, Y: 99.6}}, {URI: "https://example.no/"}}

	fig := d.Root.Child(frame.RoleFigure)
	fig.Describe().Alt, fig.Describe().Language = "Kakediagram. \"Ja\" 45 %.", "nn"
	fig.Describe().Title, fig.Describe().Actual = "Veiledning", "x"
	draw(p, fig, 20)
	say(p, fig, set(t, 40, 200, 8, 600, "45 %"))
	draw(p, fig, 30)
	say(p, fig, set(t, 40, 210, 8, 400, "Ja"))

	table := d.Root.Child(frame.RoleTable)
	table.Describe().Summary = "Svar"
	th := table.Child(frame.RoleTR).Child(frame.RoleTH)
	th.Scope, th.Describe().ID, th.ColSpan, th.RowSpan = "Column", "th1", 2, 1
	td := table.Kids[0].Tag.Child(frame.RoleTD)
	td.Describe().Headers, td.RowSpan = []string{"th1", "th2"}, 3
	d.Root.Child(frame.RoleL).Numbered = true

	var b strings.Builder
	if err := DumpTags(d, &b); err != nil {
		t.Fatal(err)
	}
	want := `Document
  P p1
    "Se "
    Link p1
      "Figur 3"
      -> page 1 at 100
    "om erfa\u00adringer uten|mellomrom."
  Figure p1 shapes=2 title="Veiledning" alt="Kakediagram. \"Ja\" 45 %." actual="x" lang="nn"
    "45 %|Ja"
  Table summary="Svar"
    TR
      TH scope="Column" cols=2 id="th1"
      TD rows=3 headers="th1 th2"
  L numbered
`
	if b.String() != want {
		t.Errorf("have\n%s\nwant\n%s", b.String(), want)
	}
}

func TestLinkTarget(t *testing.T) {
	for _, c := range []struct {
		link frame.Link
		want string
	}{
		{frame.Link{URI: "mailto:a@b.no"}, `"mailto:a@b.no"`},
		{frame.Link{Dest: &frame.Dest{Page: 11, Y: 40.2}}, "page 12 at 40"},
		{frame.Link{}, `""`},
	} {
		if have := target(c.link); have != c.want {
			t.Errorf("%+v: have %s, want %s", c.link, have, c.want)
		}
	}
}
