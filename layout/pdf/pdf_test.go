package pdf

import (
	"bytes"
	"errors"
	"fmt"
	"math"
	"os"
	"runtime"
	"strings"
	"testing"
	"time"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"

	"rapport/charts/vector"
	"rapport/fonts"
	"rapport/layout/frame"
	"rapport/layout/pdf/pdftest"
	"rapport/layout/text"
)

func render(t testing.TB, d *frame.Document) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := Write(&b, d, Options{Producer: "rapport"}); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// files are the documents that foreign programs look at.
func files(t *testing.T) []string {
	return []string{
		pdftest.File(t, "sample.pdf", render(t, sample(t))),
		pdftest.File(t, "large.pdf", render(t, large(t, 8))),
		pdftest.File(t, "images.pdf", render(t, pictures(t))),
		pdftest.File(t, "drawings.pdf", render(t, drawings(t))),
		pdftest.File(t, "least.pdf", render(t, least(t))),
		pdftest.File(t, "odd.pdf", render(t, odd(t))),
	}
}

// least is the least document there is: a page with nothing on it.
func least(t testing.TB) *frame.Document {
	s := newSketch(t)
	s.page()
	s.Info = frame.Info{Title: "Tom", Language: "nb", Date: s.Info.Date}
	return s.Document
}

// odd has glyphs that stand for several characters, for none, and for what a text should not
// contain.
func odd(t testing.TB) *frame.Document {
	s := newSketch(t)
	s.page()
	f := face(t, fonts.SourceSerif, 400, false)
	run := text.Run{Face: f, Size: 10, Color: black}
	for _, words := range []string{"fi", "e", "", "\uFEFF", "\uE000", "\x00", "a\u0301", "\u202F",
		"\U0010FFFD"} {
		id, _ := f.Glyph('e')
		run.Glyphs = append(run.Glyphs, text.NewGlyph(id, 500, words))
	}
	s.item(s.Root.Child(frame.RoleP), frame.Item{Text: &frame.Text{X: 50, Y: 50, Run: run}})
	return s.Document
}

func TestConformance(t *testing.T) {
	pdftest.VeraPDF(t, files(t), "ua1", "3a")
}

func TestReadersHaveNoComplaint(t *testing.T) {
	list := files(t)
	t.Run("qpdf", func(t *testing.T) { pdftest.Qpdf(t, list...) })
	t.Run("mutool", func(t *testing.T) { pdftest.Mutool(t, list...) })
	t.Run("gs", func(t *testing.T) { pdftest.Ghostscript(t, list...) })
}

func TestStrictValidation(t *testing.T) {
	for _, d := range []*frame.Document{sample(t), pictures(t), least(t)} {
		d.Attachments = nil
		open(t, render(t, d))
	}
}

// The same document gives the same bytes, on any number of processors.
func TestSameBytes(t *testing.T) {
	d := large(t, 12)
	want := render(t, d)
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1))
	for _, n := range []int{1, 4} {
		runtime.GOMAXPROCS(n)
		if got := render(t, d); !bytes.Equal(got, want) {
			t.Errorf("other bytes on %d processors", n)
		}
	}
	if !bytes.Equal(render(t, sample(t)), render(t, sample(t))) {
		t.Error("other bytes for an equal document")
	}
}

func TestExtractedText(t *testing.T) {
	file := pdftest.File(t, "sample.pdf", render(t, sample(t)))
	plain := pdftest.Text(t, file)
	for _, want := range []string{"Kvart tal – «ærleg» (62,3 %)",
		"alle erfaringskonsulentene\nstår uten veiledning 😊",
		"og Romŧsa ligg nord-aust.", "Nei 45 %", "Se side 1 og nettstedet"} {
		if !strings.Contains(plain, want) {
			t.Errorf("pdftotext: no %q in\n%s", want, plain)
		}
	}
	if joined := pdftest.MutoolText(t, file); !strings.Contains(joined,
		"alle erfaringskonsulentene står") {
		t.Errorf("mutool: the divided word is not joined in\n%s", joined)
	}
}

func TestStructureAsReadersSeeIt(t *testing.T) {
	file := pdftest.File(t, "sample.pdf", render(t, sample(t)))
	want, err := os.ReadFile("testdata/sample.tags")
	if err != nil {
		t.Fatal(err)
	}
	if got := pdftest.Info(t, file, "-struct-text"); got != string(want) {
		t.Errorf("pdfinfo -struct-text differs from testdata/sample.tags; have\n%s", got)
	}
}

func TestMetadata(t *testing.T) {
	data := render(t, sample(t))
	info := pdftest.Info(t, pdftest.File(t, "sample.pdf", data))
	for _, want := range []string{
		"Title:           Erfaringskonsulentene i tall <1 & 2>\n",
		"Author:          Kari Nordmann, Ола\n",
		"Keywords:        medlemmer, trivsel\n", "Subject:         Årsrapport\n",
		"Tagged:          yes\n", "PDF version:     1.7\n",
	} {
		if !strings.Contains(info, want) {
			t.Errorf("no %q in\n%s", want, info)
		}
	}
	packet := string(data[bytes.Index(data, []byte("<?xpacket begin")):])
	for _, want := range []string{
		`<dc:title><rdf:Alt><rdf:li xml:lang="x-default">` +
			"Erfaringskonsulentene i tall &lt;1 &amp; 2&gt;</rdf:li>",
		"<dc:creator><rdf:Seq><rdf:li>Kari Nordmann</rdf:li><rdf:li>Ола</rdf:li></rdf:Seq>",
		"<rdf:li>Erfaringssentrum</rdf:li>",
		"CC BY 4.0", "<pdfaid:part>3</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>" +
			"<pdfuaid:part>1</pdfuaid:part>",
		"<xmp:CreateDate>2022-11-30T22:30:00Z</xmp:CreateDate>",
		"<xmp:ModifyDate>2022-11-30T22:30:00Z</xmp:ModifyDate>",
	} {
		if !strings.Contains(packet, want) {
			t.Errorf("no %q in the XMP packet", want)
		}
	}
	o := open(t, data)
	entries := o.dict(*o.ctx.Info)
	for _, key := range []string{"CreationDate", "ModDate"} {
		if got := entries[key].(types.StringLiteral).Value(); got != "D:20221130223000+00'00'" {
			t.Errorf("%s is %s", key, got)
		}
	}
}

func TestAttachments(t *testing.T) {
	o := open(t, render(t, sample(t)))
	files := o.array(o.catalog()["AF"])
	if len(files) != 2 {
		t.Fatalf("%d associated files", len(files))
	}
	spec := o.dict(files[0])
	if got := spec["AFRelationship"].(types.Name).Value(); got != "Data" {
		t.Errorf("relationship %s", got)
	}
	stream, _, err := o.ctx.DereferenceStreamDict(o.dict(spec["EF"])["UF"])
	if err != nil {
		t.Fatal(err)
	}
	if err := stream.Decode(); err != nil || string(stream.Content) != "Svar;Antall\nJa;22\n" {
		t.Errorf("content %q, %v", stream.Content, err)
	}
	params := o.dict(stream.Dict["Params"])
	if got := fmt.Sprint(params["Size"],
		params["CheckSum"]); got != "18<039C5F01D5A09ADFC817085F4E268E66>" {
		t.Errorf("size and checksum %s", got)
	}
}

func TestPageLabels(t *testing.T) {
	for _, c := range []struct{ labels, want string }{
		{"1 2 3", "/PageLabels<</Nums[0<</S/D>>]>>"},
		{"- 2 3 -", "/PageLabels<</Nums[0<</S/D>>]>>"},
		{"- - 1 2", "/PageLabels<</Nums[0<</P()>>1<</P()>>2<</S/D>>]>>"},
		{"i ii 1 2 7", "/PageLabels<</Nums[0<</P(i)>>1<</P(ii)>>2<</S/D>>4<</S/D/St 7>>]>>"},
		{"02 -", "/PageLabels<</Nums[0<</P(02)>>1<</P()>>]>>"},
	} {
		d := &frame.Document{}
		for _, l := range strings.Fields(c.labels) {
			d.Pages = append(d.Pages, &frame.Page{Label: strings.Trim(l, "-")})
		}
		var o object
		(&pages{doc: d}).labels(&o)
		if got := string(o.b); got != c.want {
			t.Errorf("%s: %s, want %s", c.labels, got, c.want)
		}
	}
}

func TestOutline(t *testing.T) {
	var list []frame.Bookmark
	for _, level := range []int{0, 1, 1, 3, 1, 0, 2} {
		list = append(list, frame.Bookmark{Level: level})
	}
	var got []string
	for _, n := range hang(list) {
		got = append(got, fmt.Sprintf("%d<%d:%d>%d(%d..%d)%+d", n.parent, n.prev, n.next, n.depth,
			n.first, n.last, n.count))
	}
	want := "0<0:0>0(1..6)+6 0<0:6>1(2..5)+3 1<0:3>2(0..0)+0 1<2:5>2(4..4)-1 3<0:0>3(0..0)+0 " +
		"1<3:0>2(0..0)+0 0<1:0>1(7..7)+1 6<0:0>2(0..0)+0"
	if strings.Join(got, " ") != want {
		t.Errorf("have %s\nwant %s", strings.Join(got, " "), want)
	}
}

func TestURI(t *testing.T) {
	for in, want := range map[string]string{
		"https://example.org/år (1)?a=b%20c#d": "https://example.org/%C3%A5r%20(1)?a=b%20c#d", "mailto:a@b.no": "mailto:a@b.no",
	} {
		if got := escapeURI(in); got != want {
			t.Errorf("%s: %s, want %s", in, got, want)
		}
	}
}

// refusals are errors, and what spoils a document so that it gives them.
var refusals = []struct {
	want  string
	spoil func(d *frame.Document)
}{
	{"a document without pages", func(d *frame.Document) { d.Pages = nil }},
	{"a document without title", func(d *frame.Document) { d.Info.Title = "" }},
	{"a document without language", func(d *frame.Document) { d.Info.Language = "" }},
	{"a document without date", func(d *frame.Document) { d.Info.Date = time.Time{} }},
	{"the document has no tags", func(d *frame.Document) { d.Root = nil }},
	{"page 2: 0 by 841.89 pt is no size for a page",
		func(d *frame.Document) { d.Pages[1].Width = 0 }},
	{"page 1, item 0: not one of text, shape, im",
		func(d *frame.Document) { d.Pages[0].Items[0] = frame.Item{} }},
	{"Document/Figure: a figure without alternative",
		func(d *frame.Document) { find(d.Root, "Figure").Describe().Alt = "" }},
	{"Document/Note: a note without ID",
		func(d *frame.Document) { find(d.Root, "Note").Describe().ID = "" }},
	{"the ID of a tag: \"c00\" is there twice",
		func(d *frame.Document) { find(d.Root, "Note").Describe().ID = "c00" }},
	{"Document/Blink: unknown role", func(d *frame.Document) { d.Root.Child("Blink") }},
	{"is not among the kids of its tag",
		func(d *frame.Document) { d.Pages[0].Items[0].Tag = d.Root }},
	{"item 1 of page 1 is in the tags twice", func(d *frame.Document) {
		d.Root.Kids = append(d.Root.Kids, frame.Kid{Item: 1, Link: -1})
	}},
	{"Document: a kid on page 8 of 2", func(d *frame.Document) {
		d.Root.Kids = append(d.Root.Kids, frame.Kid{Page: 7, Link: -1})
	}},
	{"Document: page 1 has no item 9999", func(d *frame.Document) {
		d.Root.Kids = append(d.Root.Kids, frame.Kid{Item: 9999, Link: -1})
	}},
	{"page 2, link 0: no words for a screen reader",
		func(d *frame.Document) { d.Pages[1].Links[0].Contents = "" }},
	{"page 2, link 0: its rectangle is none",
		func(d *frame.Document) { d.Pages[1].Links[0].X = fonts.Pt(math.NaN()) }},
	{"bookmark \"Under\": leads to the height",
		func(d *frame.Document) { d.Bookmarks[2].Dest.Y = fonts.Pt(math.Inf(1)) }},
	{"Document/Figure: a box outside",
		func(d *frame.Document) { find(d.Root, "Figure").Describe().BBox.Page = 2 }},
	{"page 2, link 0: leads nowhere",
		func(d *frame.Document) { d.Pages[1].Links[0].Dest = nil }},
	{"page 2, link 0: leads to page 5 of 2",
		func(d *frame.Document) { d.Pages[1].Links[0].Dest = &frame.Dest{Page: 4} }},
	{"link 2 is not a kid of a Link tag", func(d *frame.Document) {
		d.Pages[1].Links = append(d.Pages[1].Links, frame.Link{URI: "x", Contents: "x"})
	}},
	{"bookmark \"Figuren\": leads to page 0 of 2",
		func(d *frame.Document) { d.Bookmarks[1].Dest.Page = -1 }},
	{"relationship \"Friend\"",
		func(d *frame.Document) { d.Attachments[0].Relationship = "Friend" }},
	{"attachment: \"figur-2.csv\" is there twice",
		func(d *frame.Document) { d.Attachments[1].Name = "figur-2.csv" }},
	{"page 1, item 0: SourceSerif4-Regular has no glyph for \"x\"", func(d *frame.Document) {
		f, _ := fonts.Find(fonts.SourceSerif, 400, false)
		d.Pages[0].Items[0] = frame.Item{Text: &frame.Text{Run: text.Run{Face: f, Size: 9,
			Glyphs: []text.Glyph{text.NewGlyph(0, 0, "x")}}}}
	}},
	{"page 1, item 0: a run of text without a face",
		func(d *frame.Document) { d.Pages[0].Items[0] = frame.Item{Text: &frame.Text{}} }},
	{"page 1, item 0: a length of", func(d *frame.Document) {
		d.Pages[0].Items[0].Shape = &vector.Shape{Path: vector.Rect(0, 1e9, 1, 1),
			Paint: vector.Paint{Fill: &red}}
	}},
	{"page 1, item 0: an image that is neither PNG nor JPEG", func(d *frame.Document) {
		d.Pages[0].Items[0] = frame.Item{Image: &frame.Image{Data: []byte("GIF89a")}}
	}},
}

// What cannot be written, or would not be accessible, is an error that names its place.
func TestRefusals(t *testing.T) {
	for _, c := range refusals {
		d := sample(t)
		c.spoil(d)
		if err := Write(new(bytes.Buffer), d, Options{}); err == nil ||
			!strings.Contains(err.Error(), c.want) {
			t.Errorf("want %q, have %v", c.want, err)
		}
	}
}

// find is the first tag of a role.
func find(tag *frame.Tag, role frame.Role) *frame.Tag {
	if tag.Role == role {
		return tag
	}
	for _, k := range tag.Kids {
		if k.Tag != nil {
			if found := find(k.Tag, role); found != nil {
				return found
			}
		}
	}
	return nil
}

// full is a disk without space left after some bytes.
type full int

func (f *full) Write(p []byte) (int, error) {
	if *f -= full(len(p)); *f < 0 {
		return 0, errFull
	}
	return len(p), nil
}

var errFull = errors.New("no space left")

func TestWriteErrors(t *testing.T) {
	d := sample(t)
	size := len(render(t, d))
	for _, space := range []int{0, 10, 1000, size / 2, size - 1} {
		w := full(space)
		if err := Write(&w, d, Options{Producer: "rapport"}); !errors.Is(err, errFull) {
			t.Errorf("%d of %d bytes: %v", space, size, err)
		}
	}
	w := full(size)
	if err := Write(&w, d, Options{Producer: "rapport"}); err != nil {
		t.Error(err)
	}
}
