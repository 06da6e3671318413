package table

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"math/rand"
	"os"
	"os/exec"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
)

func input(data []byte) Input { return Input{bytes.NewReader(data), int64(len(data))} }

// all reads a whole table.
func all(data []byte, o Options) (*Table, [][]string, error) {
	t, err := Open(input(data), o)
	if err != nil {
		return t, nil, err
	}
	r, err := t.Rows()
	if err != nil {
		return t, nil, err
	}
	defer r.Close()
	var rows [][]string
	for r.Next() {
		rows = append(rows, r.Cells())
	}
	return t, rows, r.Err()
}

// people is a table with what is hard in text.
var people = [][]string{
	{"Spørsmål; ett", "Svar, \"to\"", "Tre|fire", "Æ\tå"},
	{"Ja", "linje\nskift", "", "1,5"},
	{"Nei", "sa \"ja\"", "ø", "2"},
	{"Vet ikke", "kort", "x;y", "3"},
}

// written is a table as text.
func written(rows [][]string, d rune, end string) string {
	var b strings.Builder
	for _, row := range rows {
		for i, c := range row {
			if i > 0 {
				b.WriteRune(d)
			}
			if strings.ContainsAny(c, "\"\r\n;,\t|") {
				c = `"` + strings.ReplaceAll(c, `"`, `""`) + `"`
			}
			b.WriteString(c)
		}
		b.WriteString(end)
	}
	return b.String()
}

// TestDialects reads the same table in every delimiter, line end and encoding.
func TestDialects(t *testing.T) {
	letters := []struct {
		name   string
		mark   string
		as     encoding.Encoding
		expect string
	}{
		{"UTF-8", "", encoding.Nop, "UTF-8"},
		{"UTF-8 with a mark", "\xef\xbb\xbf", encoding.Nop, "UTF-8"},
		{"UTF-16LE", "\xff\xfe", unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM), "UTF-16"},
		{"UTF-16BE", "\xfe\xff", unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM), "UTF-16"},
		{"UTF-16LE without a mark", "", unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM), "UTF-16"},
		{"Windows", "", charmap.Windows1252, "Windows-1252"},
		{"Macintosh", "", charmap.Macintosh, "Macintosh"},
	}
	for _, l := range letters {
		for _, d := range delimiters {
			for _, end := range []string{"\n", "\r\n", "\r"} {
				text, err := l.as.NewEncoder().String(written(people, d, end))
				if err != nil {
					t.Fatal(err)
				}
				have, rows, err := all([]byte(l.mark+text), Options{})
				if err != nil {
					t.Errorf("%s, %q, %q: %v", l.name, d, end, err)
					continue
				}
				if have.Delimiter != d || have.Encoding != l.expect || !reflect.DeepEqual(rows, people) {
					t.Errorf("%s, %q, %q: %q, %s, %q", l.name, d, end, have.Delimiter, have.Encoding, rows)
				}
			}
		}
	}
}

func TestText(t *testing.T) {
	for _, c := range []struct {
		name, text string
		want       [][]string
	}{
		{"Excel says its delimiter", "sep=|\na;b|c\n1|2", [][]string{{"a;b", "c"}, {"1", "2"}}},
		{"ragged rows", "a,b,c\n1\n1,2,3,4\n,,\n1,2\n", [][]string{{"a", "b", "c"}, {"1"}, {"1", "2", "3", "4"}, {"1", "2"}}},
		{"empty rows and no end", "a,b\n\n\n1,2", [][]string{{"a", "b"}, {"1", "2"}}},
		{"one column", "Svar\nJa\nNei\n", [][]string{{"Svar"}, {"Ja"}, {"Nei"}}},
		{"text after a quote", "a;b\n\"x\" y;\"z\"\n", [][]string{{"a", "b"}, {"x y", "z"}}},
		{"a quote inside", "a;b\n5\" rør;2\n", [][]string{{"a", "b"}, {"5\" rør", "2"}}},
		{"decimal commas", "a;b\n1,5;2,5\n3,5;4,5\n", [][]string{{"a", "b"}, {"1,5", "2,5"}, {"3,5", "4,5"}}},
		{"joined answers", "a,b\nx;y;,1\nx;z;w;,2\n", [][]string{{"a", "b"}, {"x;y;", "1"}, {"x;z;w;", "2"}}},
	} {
		if _, rows, err := all([]byte(c.text), Options{}); err != nil || !reflect.DeepEqual(rows, c.want) {
			t.Errorf("%s: %q, %v; want %q", c.name, rows, err, c.want)
		}
	}
}

// TestTroubles has what is no table, and says where it went wrong.
func TestTroubles(t *testing.T) {
	bomb := func() []byte {
		var b bytes.Buffer
		z := zip.NewWriter(&b)
		for i := range 5 {
			w, _ := z.CreateRaw(&zip.FileHeader{Name: fmt.Sprintf("xl/worksheets/sheet%d.xml", i),
				Method: zip.Deflate, UncompressedSize64: 1 << 30, CompressedSize64: 4})
			_, _ = w.Write([]byte("abcd"))
		}
		_ = z.Close()
		return b.Bytes()
	}
	zipped := func(name string) []byte {
		var b bytes.Buffer
		z := zip.NewWriter(&b)
		w, _ := z.Create(name)
		_, _ = w.Write([]byte("x"))
		_ = z.Close()
		return b.Bytes()
	}
	for _, c := range []struct {
		data []byte
		want Trouble
		at   string
	}{
		{nil, Empty, ""},
		{[]byte("\xd0\xcf\x11\xe0abc"), OldExcel, ""},
		{[]byte("%PDF-1.7"), PDF, ""},
		{[]byte("$FL2@(#) SPSS"), SPSS, ""},
		{[]byte("  <html><table>"), WebPage, ""},
		{[]byte("\x7fELF\x00\x01\x00\x02\x03"), NoTable, ""},
		{bomb(), TooLarge, ""},
		{zipped("content.xml"), OpenDoc, ""},
		{zipped("a.txt"), NoTable, ""},
		{zipped("xl/workbook.xml"), Broken, ""},
		{[]byte("PK\x03\x04 cut short"), Broken, ""},
		{[]byte("a,b\n1,2\n3,\"4\n5,6\n"), OpenQuote, "B3"},
		{[]byte("a,b\n1," + strings.Repeat("x", maxCell+1)), TooLong, "B2"},
		{[]byte("a,b\n" + strings.Repeat(",", maxColumns+1)), TooWide, "XFE2"},
		{[]byte(strings.Repeat("k;", 1<<20) + "\n" + strings.Repeat("1;", 1<<20)), TooWide, "XFE1"},
	} {
		_, _, err := all(c.data, Options{})
		var e *Error
		if !errors.As(err, &e) || e.Trouble != c.want || e.At.String() != c.at {
			t.Errorf("%.20q: %v; want %s at %q", c.data, err, c.want, c.at)
		}
	}
}

func TestLetters(t *testing.T) {
	for n, want := range map[int]string{1: "A", 26: "Z", 27: "AA", 52: "AZ", 53: "BA", 702: "ZZ", 703: "AAA", 16384: "XFD"} {
		if have := Letters(n); have != want || Column(want) != n {
			t.Errorf("%d is %s, want %s; back %d", n, have, want, Column(want))
		}
	}
	if Column("A1") != 0 || Column("ØL") != 0 || Column(strings.Repeat("Z", 80)) != 0 {
		t.Error("not letters of a column")
	}
}

// workbook writes rows into the second of three sheets.
func workbook(t testing.TB, rows [][]any) []byte {
	t.Helper()
	f := excelize.NewFile()
	for _, name := range []string{"Svar", "Annet"} {
		if _, err := f.NewSheet(name); err != nil {
			t.Fatal(err)
		}
	}
	for i, row := range rows {
		if err := f.SetSheetRow("Svar", fmt.Sprintf("A%d", i+1), &row); err != nil {
			t.Fatal(err)
		}
	}
	for i := range 3 {
		_ = f.SetCellValue("Annet", fmt.Sprintf("B%d", i+1), "x")
	}
	var b bytes.Buffer
	if err := f.Write(&b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestWorkbook(t *testing.T) {
	data := workbook(t, [][]any{{"Når", "Svar", "Tall", "Tom"}, nil, {"a", "Ja;Nei;", 1.5}, {"b", true, 1030}})
	have, rows, err := all(data, Options{})
	want := [][]string{{"Når", "Svar", "Tall", "Tom"}, {"a", "Ja;Nei;", "1.5"}, {"b", "TRUE", "1030"}}
	if err != nil || have.Sheet != "Svar" || !reflect.DeepEqual(have.Others, []string{"Annet"}) || !reflect.DeepEqual(rows, want) {
		t.Errorf("%v %q %q %v", have, have.Others, rows, err)
	}
	if _, _, err := all(data, Options{Sheet: "Fins ikke"}); err == nil || err.(*Error).Trouble != NoSheet {
		t.Error(err)
	}
	if have, rows, err := all(data, Options{Sheet: "annet"}); err != nil || have.Sheet != "Annet" || len(rows) != 3 {
		t.Error(have, rows, err)
	}
}

// TestLibreOffice reads a workbook that LibreOffice made of text, with the date that spreadsheets make
// of «1-3».
func TestLibreOffice(t *testing.T) {
	office, err := exec.LookPath("soffice")
	if err != nil {
		if os.Getenv("CI") == "true" {
			t.Fatal(err)
		}
		t.Skip("no LibreOffice here: .ci/install-tools")
	}
	dir := t.TempDir()
	text := "Navn,Svar,Tall,Dag\nA,Ja,\"1,5\",2024-03-01\nB,\"Nei, aldri\",2,2024-04-02\nC,æøå,3,2024-05-03\n"
	if err := os.WriteFile(filepath.Join(dir, "a.csv"), []byte(text), 0o666); err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(office, "--headless", "-env:UserInstallation=file://"+dir+"/profile",
		"--convert-to", "xlsx", "--infilter=CSV:44,34,76,1", "--outdir", dir, filepath.Join(dir, "a.csv"))
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	data, err := os.ReadFile(filepath.Join(dir, "a.xlsx"))
	if err != nil {
		t.Fatal(err)
	}
	_, rows, err := all(data, Options{})
	if err != nil || len(rows) != 4 || rows[3][1] != "æøå" || rows[2][1] != "Nei, aldri" ||
		!strings.Contains(rows[1][3], "2024") && !strings.Contains(rows[1][3], "24") {
		t.Errorf("%q %v", rows, err)
	}
}

// TestSizes reads text whose cells end at every place of the reader's buffer.
func TestSizes(t *testing.T) {
	random := rand.New(rand.NewSource(1))
	for range 200 {
		var rows [][]string
		for range 1 + random.Intn(5) {
			row := []string{"x"}
			for range 2 {
				row = append(row, strings.Repeat("ø\"\n;", random.Intn(9000))+"z")
			}
			rows = append(rows, row)
		}
		rows = append([][]string{{"a", "b", "c"}}, rows...)
		_, have, err := all([]byte(written(rows, ';', "\r\n")), Options{})
		if err != nil || !reflect.DeepEqual(have, rows) {
			t.Fatalf("%d rows: %v", len(rows), err)
		}
	}
}

func FuzzOpen(f *testing.F) {
	f.Add([]byte(written(people, ';', "\n")))
	f.Add([]byte(written(people, '\t', "\r")))
	f.Add([]byte("\xff\xfea\x00,\x00b\x00"))
	f.Add([]byte("sep=;\r\n1;2"))
	f.Add([]byte("\"\xe5\",\"\n"))
	f.Add(workbook(f, [][]any{{"a", "b"}, {1, "x"}, {2, "y"}}))
	f.Fuzz(func(t *testing.T, data []byte) {
		table, rows, err := all(data, Options{})
		var e *Error
		if err != nil && !errors.As(err, &e) {
			t.Fatalf("%v is no Error", err)
		}
		if err != nil || table.Encoding == "" {
			return
		}
		again := written(rows, table.Delimiter, "\n")
		// What was read is the same when it is written and read again, where its form is as sure.
		s := newScanner(&counter{r: strings.NewReader(again)}, byte(table.Delimiter))
		for i := range rows {
			cells, _, err := s.next()
			if err != nil {
				t.Fatal(err)
			}
			if !reflect.DeepEqual(cells, rows[i]) && !strings.HasPrefix(rows[i][0], `"`) {
				t.Fatalf("%q became %q", rows[i], cells)
			}
		}
	})
}

func BenchmarkRows(b *testing.B) {
	text := []byte(strings.Repeat("2024-01-01 10:00:00;Ja;Svært fornøyd;\"Bil, buss\";42;Nei\n", 100000))
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		t, err := Open(input(text), Options{})
		if err != nil {
			b.Fatal(err)
		}
		r, err := t.Rows()
		if err != nil {
			b.Fatal(err)
		}
		for r.Next() {
		}
		r.Close()
	}
	b.ReportMetric(float64(b.N*100000)/b.Elapsed().Seconds(), "rows/s")
}
