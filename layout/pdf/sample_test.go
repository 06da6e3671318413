package pdf

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"rapport/charts/vector"
	"rapport/fonts"
	"rapport/layout/frame"
	"rapport/layout/text"
)

var (
	ink   = vector.Color{Name: "ink", R: 0x2A, G: 0x1B, B: 0x3D, C: 85, M: 92, Y: 25, K: 65}
	red   = vector.Color{Name: "red", R: 0xC4, G: 0x38, B: 0x2A, C: 10, M: 92, Y: 95, K: 10}
	gray  = vector.Color{Name: "gray", R: 0x80, G: 0x80, B: 0x80, C: 38, M: 36, Y: 25, K: 25}
	black = vector.Color{Name: "black", K: 100}
	white = vector.Color{Name: "white", R: 0xFF, G: 0xFF, B: 0xFF}
)

// sketch builds a document by hand.
type sketch struct {
	*frame.Document
	t testing.TB
}

func newSketch(t testing.TB) *sketch {
	return &sketch{t: t, Document: &frame.Document{
		Root: &frame.Tag{Role: frame.RoleDocument},
		Info: frame.Info{
			Title:   "Erfaringskonsulentene i tall <1 & 2>",
			Authors: []string{"Kari Nordmann", "Ола"}, Subject: "Årsrapport",
			Keywords: []string{"medlemmer", "trivsel"}, Publisher: "Erfaringssentrum",
			Language: "nb",
			Date:     time.Date(2022, 11, 30, 23, 30, 0, 0, time.FixedZone("", 3600)),
			Rights:   "CC BY 4.0",
		},
	}}
}

func face(t testing.TB, family string, weight int, italic bool) *fonts.Face {
	t.Helper()
	f, ok := fonts.Find(family, weight, italic)
	if !ok {
		t.Fatalf("no face %s", family)
	}
	return f
}

func (s *sketch) page() *frame.Page {
	p := &frame.Page{Width: 595.276, Height: 841.89, Label: fmt.Sprint(len(s.Pages) + 1)}
	s.Pages = append(s.Pages, p)
	return p
}

// run sets text in a face, glyph by glyph, with the fallback for what it lacks. A hyphen is what
// U+00AD looks like.
func (s *sketch) runs(f *fonts.Face, size fonts.Pt, words string) (runs []text.Run) {
	s.t.Helper()
	x := fonts.Pt(0)
	for _, r := range words {
		use, draw := f, r
		if r == '\u00AD' {
			draw = '-'
		}
		id, ok := use.Glyph(draw)
		for _, other := range fonts.Fallbacks(f, draw) {
			if !ok {
				use = other()
				id, ok = use.Glyph(draw)
			}
		}
		if !ok {
			s.t.Fatalf("no glyph for %q", r)
		}
		advance := use.Advance(id)
		if len(runs) == 0 || runs[len(runs)-1].Face != use {
			runs = append(runs, text.Run{Face: use, Size: size, Color: ink, X: x})
		}
		last := &runs[len(runs)-1]
		last.Glyphs = append(last.Glyphs,
			text.NewGlyph(id, int32(advance), string(r)))
		width := size * fonts.Pt(advance) / fonts.Pt(use.UnitsPerEm)
		last.Width, x = last.Width+width, x+width
	}
	if n := len(runs); n > 0 {
		runs[n-1].Parted = strings.HasSuffix(words, "\u00AD")
	}
	return runs
}

// item puts an item on the last page, under a tag unless it is nil.
func (s *sketch) item(tag *frame.Tag, it frame.Item) {
	page := len(s.Pages) - 1
	p := s.Pages[page]
	if it.Tag = tag; tag != nil {
		tag.Kids = append(tag.Kids, frame.Kid{Page: page, Item: len(p.Items), Link: -1})
	}
	p.Items = append(p.Items, it)
}

// line puts a line of text on the last page and returns its width.
func (s *sketch) line(
	tag *frame.Tag, f *fonts.Face, size, x, y fonts.Pt, words string,
) (width fonts.Pt) {
	s.t.Helper()
	for _, r := range s.runs(f, size, words) {
		s.item(tag, frame.Item{Text: &frame.Text{X: x + r.X, Y: y, Run: r}})
		width = r.X + r.Width
	}
	return width
}

func (s *sketch) shape(tag *frame.Tag, path vector.Path, paint vector.Paint) {
	s.item(tag, frame.Item{Shape: &vector.Shape{Path: path, Paint: paint}})
}

// link puts an active rectangle on the last page.
func (s *sketch) link(tag *frame.Tag, l frame.Link) {
	page := len(s.Pages) - 1
	p := s.Pages[page]
	tag.Kids = append(tag.Kids, frame.Kid{Page: page, Link: len(p.Links)})
	p.Links = append(p.Links, l)
}

// sample is a document with a little of everything.
func sample(t testing.TB) *frame.Document {
	s := newSketch(t)
	sans := face(t, fonts.SchibstedGrotesk, 400, false)
	bold := face(t, fonts.SchibstedGrotesk, 700, false)
	serif, italic := face(t, fonts.SourceSerif, 400, false), face(t, fonts.SourceSerif, 400, true)

	p := s.page()
	p.Label = ""
	ground := &frame.Item{Kind: frame.Background, Shape: &vector.Shape{
		Path: vector.Rect(-9, -9, 613, 400), Paint: vector.Paint{Fill: &ink}}}
	s.item(nil, *ground)
	h1 := s.Root.Child(frame.RoleH1)
	s.line(h1, bold, 27, 51, 120, "Kvart tal – «ærleg» (62,3 %)")
	sect := s.Root.Child(frame.RoleSect)

	para := sect.Child(frame.RoleP)
	s.line(para, serif, 10.2, 51, 460, "Nesten halvparten av alle erfarings\u00AD")
	s.line(para, serif, 10.2, 51, 474, "konsulentene står uten veiledning 😊 ")
	s.line(para, italic, 10.2, 51, 488, "og Romŧsa ligg nord-aust.")
	foreign := sect.Child(frame.RoleP)
	foreign.Describe().Language = "en"
	s.line(foreign, serif, 10.2, 51, 510, "Nothing about us without us.")

	s.list(sect, serif)
	s.table(sect, sans, bold)
	s.line(nil, sans, 7.6, 51, 800, "løpende topptekst")
	p.Items[len(p.Items)-1].Kind = frame.Pagination

	s.page()
	h2 := s.Root.Child(frame.RoleH2)
	s.line(h2, bold, 18, 51, 100, "Figuren")
	s.figure(sans)
	s.references(serif)
	s.Bookmarks = []frame.Bookmark{
		{Title: "Kvart tal – «ærleg» 😊", Dest: frame.Dest{Page: 0, Y: 90}},
		{Title: "Figuren", Level: 1, Dest: frame.Dest{Page: 1, Y: 80}},
		{Title: "Under", Level: 2, Dest: frame.Dest{Page: 1, Y: 300}},
		{Title: "Til slutt", Level: 0, Dest: frame.Dest{Page: 1, Y: 500}},
	}
	s.Attachments = []frame.Attachment{
		{Name: "figur-2.csv", MIME: "text/csv", Description: "Tallene bak figur 2",
			Relationship: "Data", Data: []byte("Svar;Antall\nJa;22\n")},
		{Name: "årsak.csv", MIME: "text/csv", Description: "Tallene bak årsakene",
			Relationship: "Data", Data: []byte("Svar;Antall\nNei;28\n")},
	}
	return s.Document
}

func (s *sketch) list(parent *frame.Tag, f *fonts.Face) {
	l := parent.Child(frame.RoleL)
	l.Numbered = true
	for i, words := range []string{"Fast stilling", "Eget kontor"} {
		li := l.Child(frame.RoleLI)
		y := 540 + 14*fonts.Pt(i)
		s.line(li.Child(frame.RoleLbl), f, 10.2, 51, y, fmt.Sprintf("%d.", i+1))
		s.line(li.Child(frame.RoleLBody).Child(frame.RoleP), f, 10.2, 65, y, words)
	}
	bullets := parent.Child(frame.RoleL).Child(frame.RoleLI)
	s.shape(bullets.Child(frame.RoleLbl), vector.Circle(54, 577, 2), vector.Paint{Fill: &red})
	bullets.Kids[0].Tag.Describe().Actual = "•"
	s.line(bullets.Child(frame.RoleLBody), f, 10.2, 65, 580, "Kollegaer")
}

func (s *sketch) table(parent *frame.Tag, f, bold *fonts.Face) {
	table := parent.Child(frame.RoleTable)
	table.Describe().Summary = "Antall svar"
	rows := [][]string{{"Svar", "2020", "2021"}, {"Ja", "43", "31"}, {"Nei", "–", "−2"}}
	body := table.Child(frame.RoleTHead)
	for i, cells := range rows {
		if i == 1 {
			body = table.Child(frame.RoleTBody)
		}
		tr := body.Child(frame.RoleTR)
		for k, words := range cells {
			cell, set := tr.Child(frame.RoleTD), f
			if i == 0 || k == 0 {
				cell.Role, set = frame.RoleTH, bold
				cell.Scope = map[bool]string{true: "Column", false: "Row"}[i == 0]
				cell.Describe().ID = fmt.Sprintf("c%d%d", i, k)
			} else {
				cell.Describe().Headers = []string{fmt.Sprintf("c0%d", k), fmt.Sprintf("c%d0", i)}
			}
			s.line(cell, set, 8, 51+80*fonts.Pt(k), 620+14*fonts.Pt(i), words)
		}
		s.shape(nil, vector.Line(51, 624+14*fonts.Pt(i), 300, 624+14*fonts.Pt(i)),
			vector.Paint{Stroke: &gray, Width: 0.25})
	}
}

func (s *sketch) figure(f *fonts.Face) {
	fig := s.Root.Child(frame.RoleFigure)
	fig.Describe().Alt = "Kakediagram. Har du tilbud om veiledning? Nei 45 %, ja 55 %. n = 62."
	fig.Describe().BBox = &frame.Box{Page: len(s.Pages) - 1, X: 51, Y: 120, Width: 300, Height: 200}
	var pie vector.Path
	pie.MoveTo(150, 220)
	pie.LineTo(230, 220)
	pie.Arc(150, 220, 80, 80, 0, 4)
	pie.Close()
	s.shape(fig, pie, vector.Paint{Fill: &red})
	s.shape(fig, vector.Circle(150, 220, 80), vector.Paint{Stroke: &ink, Width: 0.5,
		Dash: []fonts.Pt{2, 1.5}, Caps: vector.RoundCap, Joins: vector.RoundJoin})
	s.line(fig, f, 8, 240, 220, "Nei 45 %")
	s.shape(fig, vector.Rect(260, 240, 20, 30), vector.Paint{Fill: &gray, Stroke: &ink, Width: 1})
	caption := s.Root.Child(frame.RoleCaption)
	s.line(caption, f, 8, 51, 340, "Figur 1. Tilbud. n = 62")
}

func (s *sketch) references(f *fonts.Face) {
	p := s.Root.Child(frame.RoleP)
	x := 51 + s.line(p, f, 10.2, 51, 380, "Se ")
	inner := p.Child(frame.RoleLink)
	w := s.line(inner, f, 10.2, x, 380, "side 1")
	s.link(inner, frame.Link{X: x, Y: 370, Width: w, Height: 14, Dest: &frame.Dest{Page: 0, Y: 80},
		Contents: "Side 1"})
	x += w
	x += s.line(p, f, 10.2, x, 380, " og ")
	outer := p.Child(frame.RoleLink)
	w = s.line(outer, f, 10.2, x, 380, "nettstedet")
	s.link(outer, frame.Link{X: x, Y: 370, Width: w, Height: 14, URI: "https://example.org/år (1)", Contents: "Nettstedet"})
	note := s.Root.Child(frame.RoleNote)
	note.Describe().ID = "note-1"
	s.line(note, f, 8, 51, 760, "Kilde: medlemsundersøkelsen 2021")
	aside := s.Root.Child("Aside")
	s.line(aside.Child(frame.RoleP), f, 8, 51, 780, strings.Repeat("Avsnitt ved siden. ", 3))
}
