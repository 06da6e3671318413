package xlsx

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"math"
	"math/rand/v2"
	"reflect"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
)

var limits = Limits{Expanded: 1 << 30, Texts: 1 << 28, Sheets: 200, Columns: 16384}

// all reads a sheet; rows that it leaves out are there as empty ones.
func all(t testing.TB, data []byte, sheet string) ([][]string, error) {
	t.Helper()
	b, err := Open(bytes.NewReader(data), int64(len(data)), limits)
	if err != nil {
		return nil, err
	}
	if sheet == "" && len(b.Sheets()) > 0 {
		sheet = b.Sheets()[0]
	}
	r, err := b.Rows(sheet)
	if err != nil {
		return nil, err
	}
	defer r.Close()
	var rows [][]string
	for {
		cells, row, err := r.Next()
		if err == io.EOF {
			return rows, nil
		}
		if err != nil {
			return rows, err
		}
		for len(rows) < row-1 && len(rows) < 100_000 {
			rows = append(rows, nil)
		}
		rows = append(rows, cells)
	}
}

// TestFormats shows numbers as Excel does. The expectations are those of Excel's own documentation of
// number formats and of its dialog for cells.
func TestFormats(t *testing.T) {
	for _, c := range []struct {
		code  string
		value float64
		want  string
	}{
		{"General", 0.1 + 0.2, "0.3"}, {"General", 1e20, "100000000000000000000"}, {"General", -12.5, "-12.5"},
		{"0", 2.5, "3"}, {"0", -2.5, "-3"}, {"0", 0.4, "0"}, {"0", -0.4, "0"}, {"0.00", 1.005, "1.01"},
		{"0.00", 8.5, "8.50"}, {"#.##", 8.5, "8.5"}, {"#.##", 0.5, ".5"}, {"0.0#", 8, "8.0"},
		{"#,##0", 1234567, "1,234,567"}, {"#,##0.00", 1234.5, "1,234.50"}, {"#,", 12000, "12"},
		{"0.0,,", 12200000, "12.2"}, {"0%", 0.45, "45%"}, {"0.0%", 0.4567, "45.7%"}, {"000", 7, "007"},
		{"0.00E+00", 12345, "1.23E+04"}, {"0.00E+00", 0.00012345, "1.23E-04"}, {"0.0E+0", 99999, "1.0E+5"},
		{`0" år"`, 5, "5 år"}, {`0\ "kr"`, 5, "5 kr"}, {`[$kr-414] #,##0`, 5000, "kr 5,000"},
		{`#,##0_);(#,##0)`, -5, "(5)"}, {`0;-0;"ingen"`, 0, "ingen"}, {`[Red]0;[Blue]-0`, -3, "-3"},
		{`[>=100]"mye";[<0]"minus";"lite"`, 100, "mye"}, {`[>=100]"mye";[<0]"minus";"lite"`, 7, "lite"},
		{"@", 17, "17"}, {"# ?/?", 0.5, "0.5"},
		{"yyyy-mm-dd", 45352, "2024-03-01"}, {"dd.mm.yyyy", 45352, "01.03.2024"}, {"d.m.yy", 45352, "1.3.24"},
		{"d-mmm", 45352, "1-Mar"}, {"mmm-yy", 45352, "Mar-24"}, {"[$-414]d. mmm", 45352, "1. mar"},
		{"[$-414]dddd d. mmmm yyyy", 45352, "fredag 1. mars 2024"}, {"dddd", 45352, "Friday"},
		{"[$-F800]dddd, mmmm dd, yyyy", 45352, "2024-03-01Friday, March 01, 2024"},
		{"hh:mm", 0.5, "12:00"}, {"h:mm AM/PM", 0.75, "6:00 PM"}, {"h:mm AM/PM", 0, "12:00 AM"},
		{"[h]:mm", 1.5, "36:00"}, {"[mm]:ss", 0.5, "720:00"}, {"mm:ss", 0.0104166667, "15:00"},
		{"ss.00", 0.00001157, "01.00"}, {"yyyy-mm-dd hh:mm:ss", 45352.999999, "2024-03-02 00:00:00"},
		{"yyyy-mm-dd", 1, "1900-01-01"}, {"yyyy-mm-dd", 59, "1900-02-28"}, {"yyyy-mm-dd", 61, "1900-03-01"},
		{"yyyy-mm-dd", -1, "-1"}, {"yyyy-mm-dd", 1e9, "1000000000"},
	} {
		f := formatOf(164, map[int]string{164: c.code})
		if have := f.show(c.value, from1900); have != c.want {
			t.Errorf("%s of %v: %q, want %q", c.code, c.value, have, c.want)
		}
	}
	if have := formatOf(14, nil).show(0, from1904); have != "1904-01-01" {
		t.Error(have)
	}
}

// codes are the number formats of the workbooks that are compared.
var codes = []string{"0", "0.00", "#,##0", "#,##0.00", "0%", "0.00%", "yyyy-mm-dd", "dd.mm.yyyy", "d/m/yy",
	"d-mmm-yy", "hh:mm", "hh:mm:ss", "yyyy-mm-dd hh:mm", "dd.mm.yyyy hh:mm:ss", "000", "0.0", "@", "mmm-yy"}

// TestAsExcelize reads random workbooks that excelize wrote as excelize reads them.
func TestAsExcelize(t *testing.T) {
	random := rand.New(rand.NewPCG(15, 1))
	cells := 0
	for n := range 120 {
		f := excelize.NewFile()
		var styles []int
		for i := range codes {
			style, err := f.NewStyle(&excelize.Style{CustomNumFmt: &codes[i]})
			if err != nil {
				t.Fatal(err)
			}
			styles = append(styles, style)
		}
		for row := range 1 + random.IntN(25) {
			for column := range 1 + random.IntN(9) {
				at, _ := excelize.CoordinatesToCellName(column+1, row+1)
				var err error
				switch random.IntN(8) {
				case 0:
					continue
				case 1:
					err = f.SetCellValue("Sheet1", at, text1(random))
				case 2:
					err = f.SetCellValue("Sheet1", at, random.IntN(2) == 0)
				case 3:
					err = f.SetCellRichText("Sheet1", at, []excelize.RichTextRun{{Text: "en "}, {Text: text1(random),
						Font: &excelize.Font{Bold: true}}})
				case 4:
					err = f.SetCellValue("Sheet1", at, random.IntN(100_000)-500)
				case 5:
					err = f.SetCellValue("Sheet1", at, math.Round(random.Float64()*1e6)/1e3)
				default:
					k := random.IntN(len(codes))
					v := float64(random.IntN(60_000)) + 61
					if strings.Contains(codes[k], "h") {
						v += float64(random.IntN(86_400)) / 86_400
					} else if !strings.Contains(codes[k], "m") {
						v = math.Round(random.Float64()*1e5) / 1e2
					}
					err = errors.Join(f.SetCellValue("Sheet1", at, v), f.SetCellStyle("Sheet1", at, at, styles[k]))
				}
				if err != nil {
					t.Fatal(err)
				}
				cells++
			}
		}
		if random.IntN(3) == 0 {
			_ = f.MergeCell("Sheet1", "A1", "B2")
		}
		var b bytes.Buffer
		if err := f.Write(&b); err != nil {
			t.Fatal(err)
		}
		want, err := f.GetRows("Sheet1")
		if err != nil {
			t.Fatal(err)
		}
		have, err := all(t, b.Bytes(), "")
		if err != nil {
			t.Fatal(err)
		}
		for i := range max(len(want), len(have)) {
			var a, c []string
			if i < len(want) {
				a = want[i]
			}
			if i < len(have) {
				c = have[i]
			}
			if strings.Join(a, "\x00") != strings.Join(c, "\x00") {
				t.Errorf("workbook %d, row %d: %q, excelize reads %q", n, i+1, c, a)
			}
		}
	}
	if cells < 5000 {
		t.Errorf("only %d cells", cells)
	}
}

func text1(r *rand.Rand) string {
	return []string{"Ja", "Nei, aldri", " innrykk ", "a<b & \"c\"", "æøå 😀", "to\nlinjer", "_x000D_", "1-3", "007"}[r.IntN(9)]
}

// sheets writes a workbook by hand.
func sheets(t testing.TB, parts map[string]string) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for name, text := range parts {
		w, err := z.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := io.WriteString(w, text); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// byHand is a workbook as other programs write it: prefixes, the strict namespaces, absolute targets,
// parts with backslashes, cells without places.
func byHand(sheet string) map[string]string {
	return map[string]string{
		"_rels/.rels": `<Relationships><Relationship Id="r1" Type="http://purl.oclc.org/ooxml/officeDocument/` +
			`relationships/officeDocument" Target="/xl/Workbook.xml"/></Relationships>`,
		`xl\Workbook.xml`: `<?xml version="1.0"?><x:workbook xmlns:x="http://purl.oclc.org/ooxml/spreadsheetml/main">` +
			`<!-- a > b --><x:workbookPr date1904="1"/><x:sheets><x:sheet name="S &amp; V" r:id='rId7'/>` +
			`<x:sheet name="Diagram" r:id="rId8"/></x:sheets></x:workbook>`,
		`xl\_rels\workbook.xml.rels`: `<Relationships><Relationship Id="rId7" Type="a/worksheet" Target="sheets/one.xml"/>` +
			`<Relationship Id="rId8" Type="a/chartsheet" Target="c.xml"/>` +
			`<Relationship Id="rId9" Type="a/sharedStrings" Target="/xl/texts.xml"/></Relationships>`,
		"xl/texts.xml": `<sst><si><t>en</t></si><si><r><t xml:space="preserve">to </t></r><rPh><t>lyd</t></rPh>` +
			`<r><t>deler</t></r></si><si><t/></si></sst>`,
		"xl/sheets/one.xml": sheet,
	}
}

func TestByHand(t *testing.T) {
	data := sheets(t, byHand("\ufeff<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<x:worksheet><x:cols><x:col/></x:cols><x:sheetData>"+
		`<x:row><x:c t="s"><x:v>0</x:v></x:c><x:c t='s'><x:v> 1 </x:v></x:c><x:c t="s"><x:v>2</x:v></x:c></x:row>`+
		`<x:row r="3" x="a>b"><x:c r="B3"><x:f>1+1</x:f><x:v>2</x:v></x:c><x:c r="D3" t="str"><x:f>"a"</x:f><x:v>a &#230;&#xE6;</x:v></x:c>`+
		`<x:c/><x:c t="inlineStr"><x:is><x:t>i</x:t><x:r><x:t>nn</x:t></x:r></x:is></x:c>`+
		`<x:c t="b"><x:v>0</x:v></x:c><x:c t="e"><x:v>#N/A</x:v></x:c><x:c t="d"><x:v>2024-03-01T10:00:00Z</x:v></x:c>`+
		`<x:c t="str"><x:v><![CDATA[<b>]]> &lt;_x0041__x005F_x0041__xD83D__xDE00_</x:v></x:c></x:row><x:row/>`+
		`</x:sheetData><x:sheetData2/></x:worksheet>`))
	rows, err := all(t, data, "S & V")
	want := [][]string{{"en", "to deler"}, nil, {"", "2", "", "a ææ", "", "inn", "FALSE", "#N/A",
		"2024-03-01 10:00:00", "<b> <A_x0041_😀"}, {}}
	if err != nil || !reflect.DeepEqual(rows, want) {
		t.Errorf("%q %v", rows, err)
	}
	b, err := Open(bytes.NewReader(data), int64(len(data)), limits)
	if err != nil || !reflect.DeepEqual(b.Sheets(), []string{"S & V"}) {
		t.Error(b.Sheets(), err)
	}
}

// TestBroken: what no program writes is an error, never a guess.
func TestBroken(t *testing.T) {
	for name, sheet := range map[string]string{
		"cut":        `<worksheet><sheetData><row><c><v>1</v></c>`,
		"cut tag":    `<worksheet><sheetData><row><c r="A`,
		"text":       `<worksheet><sheetData><row><c t="s"><v>9</v></c></row></sheetData></worksheet>`,
		"no number":  `<worksheet><sheetData><row><c t="s"><v>-1</v></c></row></sheetData></worksheet>`,
		"entity":     `<worksheet><sheetData><row><c t="str"><v>&noe;</v></c></row></sheetData></worksheet>`,
		"doctype":    `<!DOCTYPE a [<!ENTITY b "c">]><worksheet/>`,
		"wide":       `<worksheet><sheetData><row><c r="ZZZZ1"><v>1</v></c></row></sheetData></worksheet>`,
		"long":       `<worksheet><sheetData><row><c t="str"><v>` + strings.Repeat("a", longest+1) + `</v></c></row></sheetData></worksheet>`,
		"long tag":   `<worksheet><sheetData><row><c ` + strings.Repeat("a", longest+1) + `></c></row></sheetData></worksheet>`,
		"many texts": `<worksheet><sheetData><row><c t="str"><v>` + strings.Repeat("a<b/>", longest+1) + `</v></c></row></sheetData></worksheet>`,
	} {
		_, err := all(t, sheets(t, byHand(sheet)), "")
		if !errors.Is(err, ErrBroken) && !(name == "wide" && errors.Is(err, ErrTooWide)) {
			t.Errorf("%s: %v", name, err)
		}
	}
	parts := byHand("")
	delete(parts, "xl/sheets/one.xml")
	if _, err := all(t, sheets(t, parts), ""); !errors.Is(err, ErrBroken) {
		t.Error(err)
	}
	data := sheets(t, byHand(strings.Repeat(" ", 1<<20)))
	small := limits
	small.Expanded = 1 << 19
	if _, err := Open(bytes.NewReader(data), int64(len(data)), small); !errors.Is(err, ErrTooLarge) {
		t.Error(err)
	}
	small = limits
	small.Texts = 5
	if _, err := Open(bytes.NewReader(data), int64(len(data)), small); !errors.Is(err, ErrTooLarge) {
		t.Error(err)
	}
}

// xmlText is what encoding/xml reads, as the tokens of this package; "" and false when it refuses it.
func xmlText(s string) (string, bool) {
	d := xml.NewDecoder(strings.NewReader(s))
	var b strings.Builder
	for {
		switch t, err := d.RawToken(); t := t.(type) {
		case nil:
			return b.String(), err == io.EOF
		case xml.StartElement:
			fmt.Fprintf(&b, "<%s", t.Name.Local)
			for _, a := range t.Attr {
				fmt.Fprintf(&b, " %s=%q", a.Name.Local, a.Value)
			}
			b.WriteByte('>')
		case xml.EndElement:
			fmt.Fprintf(&b, "</%s>", t.Name.Local)
		case xml.CharData:
			b.Write(t)
		}
	}
}

// TestXML takes random XML apart as encoding/xml does, whatever pieces it comes in.
func TestXML(t *testing.T) {
	random := rand.New(rand.NewPCG(15, 2))
	pieces := []string{"<a>", "</a>", "<x:b c='1' d=\"a>b\"/>", "tekst", "&lt;&#65;&#x42;&quot;", "<!-- <c> -->", "<![CDATA[<d>&amp;]]>",
		"<?pi a?>", " \n ", "<e f='&amp;' g=\"'\"></e>", "æøå😀"}
	for range 3000 {
		var b strings.Builder
		for range random.IntN(12) {
			b.WriteString(pieces[random.IntN(len(pieces))])
		}
		want, ok := xmlText(b.String())
		if !ok {
			continue
		}
		x := newReader(&slow{strings.NewReader(b.String()), 1 + random.IntN(7)})
		var have strings.Builder
		for {
			tok, err := x.next()
			if err == io.EOF {
				break
			}
			if err != nil {
				t.Fatalf("%s: %v", &b, err)
			}
			switch tok {
			case opened:
				fmt.Fprintf(&have, "<%s", x.name)
				for _, a := range []string{"c", "d", "f", "g"} {
					if v := x.attr(a); v != nil {
						fmt.Fprintf(&have, " %s=%q", a, v)
					}
				}
				have.WriteByte('>')
			case closed:
				fmt.Fprintf(&have, "</%s>", x.name)
			case text:
				have.Write(x.text)
			}
		}
		if have.String() != want {
			t.Fatalf("%s:\nhave %s\nwant %s", &b, &have, want)
		}
	}
}

// slow gives a few bytes at a time.
type slow struct {
	r io.Reader
	n int
}

func (s *slow) Read(p []byte) (int, error) { return s.r.Read(p[:min(s.n, len(p))]) }

// FuzzSheet: whatever a sheet holds, it ends with rows or with an error of this package.
func FuzzSheet(f *testing.F) {
	f.Add(`<worksheet><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c s="1"><v>45352.5</v></c></row></sheetData></worksheet>`, "yyyy-mm-dd")
	f.Add(`<worksheet><sheetData><row><c t="inlineStr"><is><t>_x0041_</t></is></c></row></sheetData></worksheet>`, `[$-414]0.0" år";@`)
	f.Add(`<row><c>`, `[h]:mm:ss.00`)
	f.Fuzz(func(t *testing.T, sheet, code string) {
		if len(sheet) > 1<<16 {
			return
		}
		_, err := all(t, sheets(t, byHand(sheet)), "")
		if err != nil && !errors.Is(err, ErrBroken) && !errors.Is(err, ErrTooWide) {
			t.Fatal(err)
		}
		for _, v := range []float64{0, -1, 0.5, 45352.3, 1e300, math.Inf(1), math.NaN()} {
			_ = formatOf(164, map[int]string{164: code}).show(v, from1900)
		}
	})
}

// million is a workbook with days, texts, numbers and shared texts.
func million(t testing.TB, rows int) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for name, text := range byHand("") {
		if name != "xl/sheets/one.xml" {
			w, _ := z.Create(name)
			_, _ = io.WriteString(w, text)
		}
	}
	w, _ := z.Create("xl/sheets/one.xml")
	_, _ = io.WriteString(w, "<worksheet><sheetData>")
	for i := range rows {
		fmt.Fprintf(w, `<row r="%d"><c r="A%d"><v>45352.%d</v></c>`, i+1, i+1, i)
		for c := range 9 {
			fmt.Fprintf(w, `<c r="%c%d" t="s"><v>%d</v></c>`, 'B'+c, i+1, (i+c)%3)
		}
		_, _ = io.WriteString(w, "</row>")
	}
	_, _ = io.WriteString(w, "</sheetData></worksheet>")
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func BenchmarkRows(b *testing.B) {
	const rows = 100_000
	data := million(b, rows)
	for b.Loop() {
		book, err := Open(bytes.NewReader(data), int64(len(data)), limits)
		if err != nil {
			b.Fatal(err)
		}
		r, err := book.Rows(book.Sheets()[0])
		if err != nil {
			b.Fatal(err)
		}
		for err == nil {
			_, _, err = r.Next()
		}
		_ = r.Close()
	}
	b.ReportMetric(float64(b.N*rows)/b.Elapsed().Seconds(), "rows/s")
}
