package pdf

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"math"
	"regexp"
	"runtime"
	"slices"
	"strings"
	"testing"

	"rapport/charts/vector"
	"rapport/fonts"
	"rapport/layout/frame"
	"rapport/layout/pdf/pdftest"
	"rapport/layout/press"
	"rapport/layout/text"
)

func mm(v float64) fonts.Pt { return fonts.Mm(v).Pt() }

func printed(t testing.TB, d *frame.Document) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := WritePrint(&b, d, Print{Producer: "rapport", Bleed: mm(3)}); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func folded(t testing.TB, d *frame.Document, b press.Booklet) []byte {
	t.Helper()
	if b.Sheet.Width == 0 {
		b.Sheet, _ = press.ParseFormat("a3")
	}
	var out bytes.Buffer
	if err := WriteBooklet(&out, d, Print{Producer: "rapport", Bleed: mm(3)}, b); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// pressFiles are the documents of files, as a press gets them.
func pressFiles(t *testing.T) map[string]string {
	list := make(map[string]string)
	for name, d := range map[string]*frame.Document{"sample": sample(t), "images": pictures(t),
		"drawings": drawings(t), "odd": odd(t), "plates": plates(t)} {
		list[name] = pdftest.File(t, name+"-print.pdf", printed(t, d))
		list[name+" folded"] = pdftest.File(t, name+"-booklet.pdf",
			folded(t, d, press.Booklet{Marks: true, Thickness: mm(0.1)}))
	}
	return list
}

func TestPressReadersHaveNoComplaint(t *testing.T) {
	for name, file := range pressFiles(t) {
		t.Run(name, func(t *testing.T) {
			pdftest.Qpdf(t, file)
			pdftest.Mutool(t, file)
			pdftest.Ghostscript(t, file)
			open(t, pdftest.Read(t, file)) // pdfcpu, strictly
		})
	}
}

// dictionary follows a reference to a dictionary.
func dictionary(
	t testing.TB, objects map[string]pdftest.Object, o pdftest.Object,
) map[string]pdftest.Object {
	t.Helper()
	if ref, ok := o.(string); ok {
		o = objects[ref]
	}
	d, ok := o.(map[string]pdftest.Object)
	if !ok {
		t.Fatalf("%v is no dictionary", o)
	}
	return d
}

// every calls f with every dictionary among the objects, however deep.
func every(o pdftest.Object, f func(map[string]pdftest.Object)) {
	switch o := o.(type) {
	case map[string]pdftest.Object:
		f(o)
		for _, v := range o {
			every(v, f)
		}
	case []pdftest.Object:
		for _, v := range o {
			every(v, f)
		}
	}
}

// TestPrintConformance holds the files against ISO 15930-7:2010 by hand, as there is no free
// program that does. What ISO 15930-7 demands is named by the clauses of ISO 32000-1 that it
// demands it of.
func TestPrintConformance(t *testing.T) {
	for name, file := range pressFiles(t) {
		t.Run(name, func(t *testing.T) {
			objects := pdftest.Objects(t, file)
			trailer := dictionary(t, objects, objects["trailer"])
			catalog := dictionary(t, objects, trailer["/Root"])
			if ids, ok := trailer["/ID"].([]pdftest.Object); !ok || len(ids) != 2 {
				t.Errorf("14.4: no file identifier: %v", trailer["/ID"])
			}
			if trailer["/Encrypt"] != nil {
				t.Error("7.6: encrypted")
			}
			checkIntent(t, objects, catalog)
			checkXMP(t, string(pdftest.Read(t, file)), dictionary(t, objects, trailer["/Info"]))
			for ref, o := range objects {
				every(o, func(d map[string]pdftest.Object) { checkDictionary(t, ref, d) })
			}
		})
	}
}

// checkIntent looks at the output intents (14.11.5): one output intent for PDF/X, with a profile
// for a CMYK press in the file.
func checkIntent(t *testing.T, objects, catalog map[string]pdftest.Object) {
	t.Helper()
	list, _ := catalog["/OutputIntents"].([]pdftest.Object)
	if len(list) != 1 {
		t.Fatalf("14.11.5: %d output intents", len(list))
	}
	in := dictionary(t, objects, list[0])
	if in["/S"] != "/GTS_PDFX" || in["/OutputConditionIdentifier"] != "u:FOGRA39" || in["/RegistryName"] != "u:http://www.color.org" || in["/Info"] == nil {
		t.Errorf("14.11.5: %v", in)
	}
	if n := dictionary(t, objects, in["/DestOutputProfile"])["/N"]; n != 4.0 {
		t.Errorf("14.11.5: a profile of %v inks", n)
	}
}

// checkXMP looks at metadata (14.3), trapping (14.11.6) and version.
func checkXMP(t *testing.T, file string, info map[string]pdftest.Object) {
	t.Helper()
	for _, want := range []string{
		"<pdfxid:GTS_PDFXVersion>PDF/X-4</pdfxid:GTS_PDFXVersion>", `xmlns:pdfxid="http://www.npes.org/pdfx/ns/id/"`,
		"<pdf:Trapped>False</pdf:Trapped>", "<xmpMM:DocumentID>uuid:", "<xmpMM:VersionID>1<",
		"<xmpMM:RenditionClass>default<", "<xmp:CreateDate>2022-11-30T22:30:00Z<",
		"<xmp:ModifyDate>2022-11-30T22:30:00Z<",
		"<xmp:MetadataDate>2022-11-30T22:30:00Z<", "<dc:title>",
	} {
		if !strings.Contains(file, want) {
			t.Errorf("14.3.2: no %s in the metadata", want)
		}
	}
	for _, not := range []string{"pdfaid", "pdfuaid", "pdfaExtension"} {
		if strings.Contains(file, not) {
			t.Errorf("it claims %s", not)
		}
	}
	if info["/Trapped"] != "/False" || info["/Title"] == nil || info["/CreationDate"] == nil ||
		info["/ModDate"] == nil {
		t.Errorf("14.3.3, 14.11.6: document information %v", info)
	}
	if !strings.HasPrefix(file, "%PDF-1.6\n") {
		t.Errorf("7.5.2: a file of %s", file[:8])
	}
}

// checkDictionary looks for what PDF/X-4 forbids, wherever it stands.
func checkDictionary(t *testing.T, ref string, d map[string]pdftest.Object) {
	t.Helper()
	for _, key := range []string{
		"/AA", "/OpenAction", "/Annots", "/StructTreeRoot", "/MarkInfo", "/JavaScript",
		"/EmbeddedFiles", "/TR", "/TR2", "/HTP", "/OPI", "/Ref", "/Alternates",
	} {
		if d[key] != nil {
			t.Errorf("%s has %s", ref, key)
		}
	}
	switch {
	case d["/Type"] == "/Page":
		if d["/TrimBox"] == nil || d["/BleedBox"] == nil || d["/MediaBox"] == nil ||
			d["/ArtBox"] != nil || d["/CropBox"] != nil {
			t.Errorf("14.11.2: the boxes of %s", ref)
		}
	case d["/Type"] == "/FontDescriptor":
		if d["/FontFile2"] == nil {
			t.Errorf("9.9: %v is not embedded", d["/FontName"])
		}
	case d["/Type"] == "/ExtGState":
		if bm := d["/BM"]; bm != nil && bm != "/Normal" {
			t.Errorf("11.3.5: blend mode %v", bm)
		}
	case d["/Subtype"] == "/Image":
		space := fmt.Sprint(d["/ColorSpace"])
		inks := space == "/DeviceCMYK" || space == "/DeviceGray"
		if strings.Contains(space, "DeviceRGB") || !strings.Contains(space, "ICCBased") && !inks {
			t.Errorf("8.6.5.5: an image in %s", space)
		}
	}
}

// operators of colour, ISO 32000-1, table 74, and of shading.
var colorOperator = regexp.MustCompile(`(?m)(?:^|\s)(rg|RG|g|G|k|K|cs|CS|sc|SC|scn|SCN|sh)$`)

var contents = regexp.MustCompile(`(?s)%% Contents for page \d+.*?\nstream\n(.*?)\nendstream|` +
	`/Subtype /Form.*?\nstream\n(.*?)\nendstream`)

// Every colour in the content streams is ink: of DeviceCMYK, of a pattern in it, or gray in a mask.
func TestEveryColourIsInk(t *testing.T) {
	for name, file := range pressFiles(t) {
		streams, inks := 0, 0
		for _, m := range contents.FindAllStringSubmatch(pdftest.QpdfText(t, file), -1) {
			streams++
			for _, op := range colorOperator.FindAllStringSubmatch(m[1]+m[2], -1) {
				inPattern := strings.HasPrefix(name, "drawings") &&
					slices.Contains([]string{"g", "cs", "CS", "scn", "SCN"}, op[1])
				if op[1] != "k" && op[1] != "K" && !inPattern {
					t.Errorf("%s: operator %s", name, op[1])
				}
				inks++
			}
		}
		if strings.HasPrefix(name, "drawings") &&
			strings.Contains(pdftest.QpdfText(t, file), "DeviceRGB") {
			t.Errorf("%s: a colour of light", name)
		}
		pages := strings.Count(pdftest.Info(t, file), "\n")
		if streams == 0 || inks == 0 && name != "images folded" || pages == 0 {
			t.Errorf("%s: %d streams, %d colours", name, streams, inks)
		}
	}
}

// A box as numbers.
func box(t testing.TB, o pdftest.Object) (b [4]float64) {
	list, ok := o.([]pdftest.Object)
	if !ok || len(list) != 4 {
		t.Fatalf("%v is no box", o)
	}
	for i, v := range list {
		b[i], _ = v.(float64)
	}
	return b
}

func TestBoxes(t *testing.T) {
	for _, bleed := range []float64{0, 3, 5} {
		var b bytes.Buffer
		if err := WritePrint(&b, sample(t), Print{Bleed: mm(bleed)}); err != nil {
			t.Fatal(err)
		}
		pages := 0
		for _, o := range pdftest.Objects(t, pdftest.File(t, "boxes.pdf", b.Bytes())) {
			d, _ := o.(map[string]pdftest.Object)
			if d["/Type"] != "/Page" {
				continue
			}
			pages++
			boxes := [3][4]float64{
				box(t, d["/MediaBox"]), box(t, d["/BleedBox"]), box(t, d["/TrimBox"]),
			}
			out, in := float64(mm(max(4, bleed+1)+6+3)), float64(mm(bleed))
			want := [3][4]float64{
				{0, 0, 595.276 + 2*out, 841.89 + 2*out},
				{out - in, out - in, out + 595.276 + in, out + 841.89 + in},
				{out, out, out + 595.276, out + 841.89},
			}
			for i, have := range boxes {
				for k := range have {
					if math.Abs(have[k]-want[i][k]) > 0.002 {
						t.Errorf("bleed %v mm, box %d: %v, want %v", bleed, i, have, want[i])
						break
					}
				}
			}
		}
		if pages != 4 {
			t.Errorf("%d pages for 2: they are to be a multiple of four", pages)
		}
	}
}

// onlyPage is where the page of a document of one page is: blanks come before the last.
const onlyPage = 4

// plates is a page for looking at separations at 72 dpi, where a point is a dot: black type on
// paper and on a ground, white type and a black line on a ground, a black area, and a ground that
// ends at the trim.
func plates(t testing.TB) *frame.Document {
	s := newSketch(t)
	p := s.page()
	p.Width, p.Height = 400, 400
	bold := face(t, fonts.SchibstedGrotesk, 700, false)
	put := func(x, y fonts.Pt, size fonts.Pt, c vector.Color, words string) {
		for _, r := range s.runs(bold, size, words) {
			r.Color = c
			s.item(s.Root.Child(frame.RoleP),
				frame.Item{Text: &frame.Text{X: x + r.X, Y: y, Run: r}})
		}
	}
	cyan := vector.Color{Name: "cyan", R: 1, C: 80}
	put(20, 40, 9, black, "liten skrift på papiret")
	s.shape(nil, vector.Rect(200, 0, 200, 100), vector.Paint{Fill: &cyan})
	put(220, 60, 40, black, "III")
	put(310, 60, 40, white, "III")
	s.shape(nil, vector.Line(200, 90, 400, 90), vector.Paint{Stroke: &black, Width: 1})
	s.shape(nil, vector.Rect(20, 200, 100, 100), vector.Paint{Fill: &black})
	return s.Document
}

// The plates show what the press prints: small black type on the black plate alone, black type
// added to the ground, white type taken out of it, large black areas rich, and the ground up to the
// bleed.
func TestPlates(t *testing.T) {
	d := plates(t)
	file := pdftest.File(t, "plates.pdf", printed(t, d))
	const dpi = 288
	inks := pdftest.Plates(t, file, onlyPage, dpi)
	at := func(x, y fonts.Pt) (int, int) { // of the trim
		k := float64(dpi) / 72
		return int(float64(x+press.Margin(mm(3))) * k), int(float64(y+press.Margin(mm(3))) * k)
	}
	most := func(ink int, x0, y0, x1, y1 fonts.Pt) int {
		left, top := at(x0, y0)
		right, bottom := at(x1, y1)
		return inks[ink].Most(left, top, right, bottom)
	}
	least := func(ink int, x0, y0, x1, y1 fonts.Pt) int {
		left, top := at(x0, y0)
		right, bottom := at(x1, y1)
		low := 255
		for y := top; y < bottom; y++ {
			for x := left; x < right; x++ {
				low = min(low, inks[ink].At(x, y))
			}
		}
		return low
	}
	const C, M, Y, K = 0, 1, 2, 3
	percent := func(v int) int { return (v*100 + 127) / 255 }
	for _, c := range []struct {
		what       string
		have, want int
	}{
		{"small type, cyan", most(C, 10, 20, 190, 60), 0},
		{"small type, magenta", most(M, 10, 20, 190, 60), 0},
		{"small type, yellow", most(Y, 10, 20, 190, 60), 0},
		{"small type, black", percent(most(K, 10, 20, 190, 60)), 100},
		{"black over a ground, cyan", percent(least(C, 215, 25, 260, 65)), 80},
		{"black over a ground, black", percent(most(K, 215, 25, 260, 65)), 100},
		{"white out of a ground, cyan", least(C, 310, 30, 360, 60), 0},
		{"white out of a ground, black", most(K, 310, 30, 360, 60), 0},
		{"line over a ground, cyan", percent(least(C, 210, 87, 390, 93)), 80},
		{"line over a ground, black", percent(most(K, 210, 87, 390, 93)), 100},
		{"area, cyan", percent(least(C, 25, 205, 115, 295)), 60},
		{"area, magenta", percent(least(M, 25, 205, 115, 295)), 40},
		{"area, yellow", percent(least(Y, 25, 205, 115, 295)), 40},
		{"area, black", percent(least(K, 25, 205, 115, 295)), 100},
		{"bleed at the top", percent(least(C, 210, -8.3, 400, 0)), 80},
		{"beyond the bleed", most(C, 210, -10, 300, -8.8), 0},
		{"bleed at the side", percent(least(C, 400, 10, 408.3, 20)), 80},
		{"beyond the side", most(C, 408.8, 10, 410, 20), 0},
	} {
		if max(c.have-c.want, c.want-c.have) > 1 {
			t.Errorf("%s: %d, want %d", c.what, c.have, c.want)
		}
	}
}

// The marks are on every plate, and nothing of the page is among them.
func TestMarksOnEveryPlate(t *testing.T) {
	s := newSketch(t)
	p := s.page()
	wide := vector.Circle(p.Width/2, p.Height/2, p.Height)
	s.shape(nil, wide, vector.Paint{Fill: &red})
	inks := pdftest.Plates(t, pdftest.File(t, "marks.pdf", printed(t, s.Document)), onlyPage, 144)
	margin := press.Margin(mm(3))
	for i, plate := range inks {
		x, y := int(2*margin), int(2*(margin-mm(7))) // the upper left corner mark
		if plate.Most(x-2, y-2, x+3, y+3) == 0 {
			t.Errorf("no crop mark on the plate of %s", pdftest.Inks()[i])
		}
		edge := int(2 * (margin - mm(3.2)))
		if got := plate.Most(0, plate.Height/3, edge, plate.Height/3+20); got != 0 {
			t.Errorf("%s beyond the bleed: %d", pdftest.Inks()[i], got)
		}
	}
}

// The most ink that press counts is what the plates have.
func TestInkSums(t *testing.T) {
	d := sample(t)
	proof := press.Inspect(d, press.HouseLimits())
	file := pdftest.File(t, "sums.pdf", printed(t, d))
	for page := range d.Pages {
		inks := pdftest.Plates(t, file, 1+slices.Index(press.Fill(len(d.Pages)), page), 72)
		margin := int(press.Margin(mm(3)))
		most := 0
		for y := margin; y < inks[0].Height-margin; y++ {
			for x := margin; x < inks[0].Width-margin; x++ {
				sum := 0
				for i := range inks {
					sum += inks[i].At(x, y)
				}
				most = max(most, sum)
			}
		}
		have, want := most*100/255, proof.Pages[page].Most.Total
		if have > want+1 || have < want-3 {
			t.Errorf("page %d: %d %% on the plates, %d %% counted", page+1, have, want)
		}
	}
}

// plain is the text of a file in the order of its content, without the slug.
func plain(t testing.TB, file string) string {
	t.Helper()
	slug := regexp.MustCompile(`(?m)^Side \d+ av \d+ · .*\n`)
	return slug.ReplaceAllString(pdftest.Text(t, file, "-raw"), "")
}

// unparted is a text with a space or a new page between words, and none where a hyphen parts them.
func unparted(text string) string {
	pages := strings.Split(strings.ReplaceAll(text, "\u00AD\n", ""), "\f")
	for i, p := range pages {
		pages[i] = strings.Join(strings.Fields(p), " ")
	}
	return strings.Join(pages, "\f")
}

// The print edition says what the screen edition says, but for words that lines part: only on
// screen they are whole where they begin.
func TestSameText(t *testing.T) {
	for name, d := range map[string]*frame.Document{"sample": sample(t), "large": large(t, 8)} {
		screen := plain(t, pdftest.File(t, "screen.pdf", render(t, d)))
		print := strings.TrimRight(plain(t, pdftest.File(t, "print.pdf", printed(t, d))), "\f")
		blank := len(press.Fill(len(d.Pages))) - len(d.Pages)
		pages := strings.Split(strings.TrimRight(screen, "\f"), "\f")
		last := len(pages) - 1
		want := strings.Join(pages[:last], "\f") + strings.Repeat("\f", blank+1) + pages[last]
		if unparted(print) != unparted(want) {
			t.Errorf("%s: the text differs:\n%q\n%q", name, print, want)
		}
	}
}

// Each side of a sheet has the text of the two pages that belong there, in its halves.
func TestBookletPages(t *testing.T) {
	for _, c := range []struct {
		pages, section int
		sheet          string
	}{{4, 0, "a3"}, {6, 0, "a4"}, {20, 8, "a3"}, {40, 0, "a3"}, {77, 16, "a4"}, {80, 0, "a4"}} {
		d := numbered(t, c.pages)
		sheet, _ := press.ParseFormat(c.sheet)
		b := press.Booklet{Sheet: sheet, Section: c.section, Thickness: mm(0.1)}
		file := pdftest.File(t, "booklet.pdf", folded(t, d, b))
		half := int(sheet.Width / 2)
		read := func(x int) []string {
			out := pdftest.Text(t, file, "-x", fmt.Sprint(x), "-y", "0", "-W", fmt.Sprint(half),
				"-H", fmt.Sprint(int(sheet.Height)))
			return strings.Split(strings.ReplaceAll(out, "\n", ""), "\f")
		}
		left, right := read(0), read(half)
		sheets, err := press.Impose(c.pages, c.section)
		if err != nil {
			t.Fatal(err)
		}
		label := func(page int) string {
			if page == press.Blank {
				return ""
			}
			return fmt.Sprintf("ark%dx", page+1)
		}
		seen := map[string]int{}
		for i, s := range sheets {
			for k, side := range [2]press.Side{s.Front, s.Back} {
				l, r := left[2*i+k], right[2*i+k]
				if l != label(side.Left) || r != label(side.Right) {
					t.Fatalf("%d pages, sheet %d, side %d: %q and %q, want %q and %q", c.pages, i,
						k, l, r, label(side.Left), label(side.Right))
				}
				seen[l]++
				seen[r]++
			}
		}
		delete(seen, "")
		for page, n := range seen {
			if n != 1 {
				t.Errorf("%s is there %d times", page, n)
			}
		}
		if len(seen) != c.pages {
			t.Errorf("%d of %d pages", len(seen), c.pages)
		}
	}
}

// numbered is a document whose pages say only which one they are.
func numbered(t testing.TB, pages int) *frame.Document {
	s := newSketch(t)
	for i := range pages {
		s.page()
		s.line(s.Root.Child(frame.RoleP), face(t, fonts.SchibstedGrotesk, 400, false), 30, 200, 400,
			fmt.Sprintf("ark%dx", i+1))
	}
	return s.Document
}

// A booklet shows what the pages show, at its scale: type stays type and paths stay paths.
func TestBookletStaysVectors(t *testing.T) {
	d := sample(t)
	a4, _ := press.ParseFormat("a4")
	file := pdftest.File(t, "booklet.pdf", folded(t, d, press.Booklet{Sheet: a4}))
	forms := 0
	for _, o := range pdftest.Objects(t, file) {
		every(o, func(d map[string]pdftest.Object) {
			if d["/Subtype"] == "/Image" {
				t.Error("a raster image")
			}
			if d["/Subtype"] == "/Form" {
				forms++
			}
		})
	}
	if forms != len(d.Pages) {
		t.Errorf("%d forms for %d pages", forms, len(d.Pages))
	}
	if list := pdftest.Fonts(t, file); strings.Count(list, "yes yes yes") < 4 {
		t.Errorf("fonts:\n%s", list)
	}
}

// Images keep their colours: CMYK its inks, gray its black, RGB its profile or sRGB's.
func TestPressImages(t *testing.T) {
	withProfile := inks(t)
	s := newSketch(t)
	s.page()
	list := [][]byte{withProfile, withoutProfile(withProfile)}
	for _, k := range kinds(t) {
		list = append(list, k.data)
	}
	for i, data := range list {
		fig := s.Root.Child(frame.RoleFigure)
		fig.Describe().Alt = "Bilde"
		s.item(fig, frame.Item{Image: &frame.Image{X: 40 + 40*fonts.Pt(i), Y: 40,
			Width: 32, Height: 24, Data: data}})
	}
	data := printed(t, s.Document)
	// Both say the same of their pixels; a profile is kept beside them where there is one.
	if n := bytes.Count(data, list[1]); n != 2 {
		t.Errorf("CMYK images are in the file %d times", n)
	}
	file := pdftest.File(t, "images.pdf", data)
	spaces := map[string]int{}
	groups := 0
	reference := regexp.MustCompile(`\d+ 0 R`)
	for _, o := range pdftest.Objects(t, file) {
		every(o, func(d map[string]pdftest.Object) {
			if d["/Subtype"] == "/Image" {
				space := fmt.Sprint(d["/ColorSpace"])[:10]
				spaces[reference.ReplaceAllString(space, "")]++
			}
			if d["/Type"] == "/Page" && d["/Group"] != nil {
				groups++
			}
		})
	}
	if spaces["/DeviceCMY"] != 2 || spaces["/DeviceGra"] < 3 || spaces["[/ICCBased"] < 4 ||
		spaces["[/Indexed "] < 1 {
		t.Errorf("colour spaces: %v", spaces)
	}
	if groups != 1 {
		t.Errorf("%d pages with transparency, want the one with masks", groups)
	}
	plates := pdftest.Plates(t, file, onlyPage, 72)
	margin := int(math.Round(float64(press.Margin(mm(3)))))
	for i := range 2 { // upper left quarter of both CMYK images: 0 .95 .9 .1
		x, y := margin+40+40*i+8, margin+46
		for k, want := range [4]int{0, 95, 90, 10} {
			if have := plates[k].At(x, y) * 100 / 255; have > want+3 || have < want-3 {
				t.Errorf("CMYK image %d has %d %% of %s, want %d", i, have, pdftest.Inks()[k], want)
			}
		}
	}
}

func TestReadProfile(t *testing.T) {
	good := FOGRA39().data
	if p, err := ReadProfile(good); err != nil ||
		p.Description != "ISO Coated v2 300% (basICColor)" || p.Condition != "" {
		t.Errorf("%v, %v", p, err)
	}
	change := func(at int, with string) []byte {
		b := bytes.Clone(good)
		copy(b[at:], with)
		return b
	}
	for _, c := range []struct {
		name string
		data []byte
		want string
	}{
		{"missing", nil, "not an ICC profile"},
		{"another file", bytes.Repeat([]byte("no profile "), 50), "not an ICC profile"},
		{"RGB", sRGB, "an ICC profile for RGB colours; printing needs one for CMYK"},
		{"cut off", good[:len(good)/2],
			"a broken ICC profile: 526306 bytes, but it says it has 1052612"},
		{"of a monitor", change(12, "mntr"),
			`an ICC profile of class "mntr"; printing needs one of an output device (prtr)`},
		{"of a link", change(12, "link"), `of class "link"`},
		{"version 5", change(8, "\x05"), "an ICC profile of version 5; PDF knows 2 and 4"},
		{"endless table", change(128, "\x7F\xFF\xFF\xFF"), "its table of contents ends early"},
		{"part beyond the end", change(136, "\xFF\xFF\xFF\xFF"), "desc lies beyond its end"},
		{"no description", change(132, "none"), "it has no desc"},
	} {
		if _, err := ReadProfile(c.data); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v, want %q", c.name, err, c.want)
		}
	}
	mluc := "mluc\x00\x00\x00\x00\x00\x00\x00\x01\x00\x00\x00\x0C" +
		"enUS\x00\x00\x00\x06\x00\x00\x00\x1C\x00P\x00S\x00O"
	if have := description([]byte(mluc)); have != "PSO" {
		t.Errorf("a description of version 4: %q", have)
	}
}

// Another profile is named by what it calls itself.
func TestOtherProfile(t *testing.T) {
	p, err := ReadProfile(FOGRA39().data)
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if err := WritePrint(&b, sample(t), Print{Profile: p}); err != nil {
		t.Fatal(err)
	}
	objects := pdftest.Objects(t, pdftest.File(t, "other.pdf", b.Bytes()))
	catalog := dictionary(t, objects, dictionary(t, objects, objects["trailer"])["/Root"])
	in := dictionary(t, objects, catalog["/OutputIntents"].([]pdftest.Object)[0])
	if in["/OutputConditionIdentifier"] != "u:Custom" || in["/RegistryName"] != nil ||
		in["/Info"] != "u:ISO Coated v2 300% (basICColor)" {
		t.Errorf("%v", in)
	}
}

func FuzzReadProfile(f *testing.F) {
	f.Add(FOGRA39().data[:2000])
	f.Add(sRGB)
	f.Fuzz(func(t *testing.T, data []byte) {
		if p, err := ReadProfile(data); err == nil && len(p.data) < 132 {
			t.Errorf("a profile of %d bytes", len(p.data))
		}
	})
}

func TestPressErrors(t *testing.T) {
	colored := func(c vector.Color) *frame.Document {
		s := newSketch(t)
		s.page()
		s.shape(nil, vector.Rect(0, 0, 9, 9), vector.Paint{Fill: &c})
		return s.Document
	}
	write := func(d *frame.Document, bleed float64) error {
		return WritePrint(io.Discard, d, Print{Bleed: mm(bleed)})
	}
	small, _ := press.ParseFormat("100x140")
	var missing *press.NoInk
	for _, c := range []struct {
		name string
		err  error
		want string
	}{
		{"no ink", write(colored(vector.Color{Name: "SVG#102030", R: 16, G: 32, B: 48}), 3),
			`page 1, item 0: the colour "SVG#102030" (#102030) has no CMYK value`},
		{"too much", write(colored(vector.Color{Name: "x", C: 200}), 3), "more than 100 %"},
		{"bleed", write(sample(t), 106),
			"page 1: 210 × 297 mm is too small for a bleed of 106.0 mm"},
		{"no room",
			func() error { d := sample(t); d.Pages[1].Height = 14390; return write(d, 3) }(),
			"page 2: 210 × 5076 mm leaves no room for marks"},
		{"below nothing", write(sample(t), -1), "too small for a bleed"},
		{"not a number", write(sample(t), math.NaN()), "too small for a bleed"},
		{"no title", func() error { d := sample(t); d.Info.Title = ""; return write(d, 3) }(),
			"a document without title"},
		{"sheet", WriteBooklet(io.Discard, sample(t), Print{}, press.Booklet{Sheet: small}),
			"a sheet of 140 × 100 mm is too small for two pages of 210 × 297 mm"},
		{"sections", WriteBooklet(io.Discard, numbered(t, 81), Print{},
			press.Booklet{Sheet: press.Format{Width: 1200, Height: 850}}), "make sections"},
	} {
		if c.err == nil || !strings.Contains(c.err.Error(), c.want) {
			t.Errorf("%s: %v, want %q", c.name, c.err, c.want)
		}
	}
	if err := write(colored(vector.Color{Name: "x", R: 1}), 3); !errors.As(err, &missing) ||
		missing.Color.Name != "x" {
		t.Errorf("%v is no NoInk", err)
	}
}

func TestPressWriteErrors(t *testing.T) {
	d := sample(t)
	for _, space := range []int{0, 1000, 500_000} {
		w := full(space)
		if err := WritePrint(&w, d, Print{}); !errors.Is(err, errFull) {
			t.Errorf("print, %d bytes: %v", space, err)
		}
		w = full(space)
		sheet := press.Format{Width: 1200, Height: 850}
		err := WriteBooklet(&w, d, Print{}, press.Booklet{Sheet: sheet})
		if !errors.Is(err, errFull) {
			t.Errorf("booklet, %d bytes: %v", space, err)
		}
	}
}

// The same document gives the same bytes, on any number of processors.
func TestPressSameBytes(t *testing.T) {
	d := large(t, 12)
	wantPrint, wantBooklet := printed(t, d), folded(t, d, press.Booklet{})
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1))
	for _, n := range []int{1, 4} {
		runtime.GOMAXPROCS(n)
		if !bytes.Equal(printed(t, d), wantPrint) ||
			!bytes.Equal(folded(t, d, press.Booklet{}), wantBooklet) {
			t.Errorf("other bytes on %d processors", n)
		}
	}
}

// A ground that touches the trim is stretched to the bleed, whatever it is; nothing else is.
func TestReach(t *testing.T) {
	p := &pressed{width: 100, height: 200, bleed: 9}
	for _, c := range []struct{ in, want [4]fonts.Pt }{ // left, top, width, height
		{[4]fonts.Pt{0, 0, 100, 200}, [4]fonts.Pt{-9, -9, 118, 218}},
		{[4]fonts.Pt{-3, -3, 106, 206}, [4]fonts.Pt{-9, -9, 118, 218}},
		{[4]fonts.Pt{0, 50, 100, 10}, [4]fonts.Pt{-9, 50, 118, 10}},
		{[4]fonts.Pt{-20, 50, 30, 10}, [4]fonts.Pt{-20, 50, 30, 10}},
		{[4]fonts.Pt{10, 10, 80, 180}, [4]fonts.Pt{10, 10, 80, 180}},
	} {
		got := p.reach(vector.Rect(c.in[0], c.in[1], c.in[2], c.in[3]))
		want := vector.Rect(c.want[0], c.want[1], c.want[2], c.want[3])
		for i := range want {
			if got[i] != want[i] {
				t.Errorf("%v: %v, want %v", c.in, got, want)
				break
			}
		}
	}
	if round := vector.Circle(0, 0, 5); &p.reach(round)[0] != &round[0] {
		t.Error("a circle is stretched")
	}
}

// Black that overprints is switched on and off only where it changes.
func TestOverprintState(t *testing.T) {
	run := func(c vector.Color) frame.Item {
		f := face(t, fonts.SourceSerif, 400, false)
		id, _ := f.Glyph('a')
		run := text.Run{Face: f, Size: 10, Color: c,
			Glyphs: []text.Glyph{text.NewGlyph(id, 500, "a")}}
		return frame.Item{Text: &frame.Text{X: 10, Y: 10, Run: run}}
	}
	items := []frame.Item{run(black), run(black), run(red), run(white), run(black)}
	c := newContent(0, 100, typecases.New().(*typecase), nil)
	c.press = &pressed{width: 100, height: 100, Painter: press.NewPainter(0)}
	c.items(items)
	operators := regexp.MustCompile(`\S+ \S+ \S+ \S+ k|/\w gs`)
	have := strings.Join(operators.FindAllString(string(c.b), -1), " ")
	if want := "0 0 0 1 k /O gs .1 .92 .95 .1 k /N gs 0 0 0 0 k 0 0 0 1 k /O gs"; have != want {
		t.Errorf("have %s\nwant %s", have, want)
	}
}

// BenchmarkEditions compares the editions; the screen's is the measure.
func BenchmarkEditions(b *testing.B) {
	for _, pages := range []int{24, 240} {
		d := large(b, pages)
		sheet, _ := press.ParseFormat("a3")
		for _, e := range []struct {
			name  string
			write func(io.Writer) error
		}{
			{"screen", func(w io.Writer) error { return Write(w, d, Options{}) }},
			{"print", func(w io.Writer) error { return WritePrint(w, d, Print{Bleed: mm(3)}) }},
			{"booklet", func(w io.Writer) error {
				return WriteBooklet(w, d, Print{Bleed: mm(3)},
					press.Booklet{Sheet: sheet, Section: 16, Marks: true})
			}},
		} {
			b.Run(fmt.Sprintf("pages=%d/%s", pages, e.name), func(b *testing.B) {
				b.ReportAllocs()
				for b.Loop() {
					if err := e.write(io.Discard); err != nil {
						b.Fatal(err)
					}
				}
				b.ReportMetric(float64(pages*b.N)/b.Elapsed().Seconds(), "pages/s")
			})
		}
	}
}

// The editions of a report are the same document and different files.
func TestIdentifiers(t *testing.T) {
	find := func(data []byte, name string) string {
		id := regexp.MustCompile("<xmpMM:" + name +
			">(uuid:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})<")
		m := id.FindSubmatch(data)
		if m == nil {
			t.Fatalf("no %s", name)
		}
		return string(m[1])
	}
	d := sample(t)
	first, second := printed(t, d), folded(t, d, press.Booklet{})
	if find(first, "DocumentID") != find(second, "DocumentID") ||
		find(first, "InstanceID") == find(second, "InstanceID") {
		t.Error("print edition and booklet are the same file, or of different documents")
	}
	d.Info.Title += " 2"
	if find(first, "DocumentID") == find(printed(t, d), "DocumentID") {
		t.Error("two reports are the same document")
	}
}
