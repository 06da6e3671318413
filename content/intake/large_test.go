package intake

import (
	"bytes"
	"fmt"
	"math/rand"
	"strings"
	"testing"

	"rapport/content/intake/table"
)

// large is a table of many rows, each of a respondent of their own, but for the last, who is the first.
func large(rows int) []byte {
	r := rand.New(rand.NewSource(1))
	var b bytes.Buffer
	b.WriteString("Tidsmerke,E-postadresse,Er du med?,Ta stilling [En],Ta stilling [To],Hva bruker du?,Alder,Kommentar\n")
	steps := inventedAnswers[aGrid][0]
	for i := range rows {
		of := i
		if i == rows-1 {
			of = 0
		}
		fmt.Fprintf(&b, "2024-05-01 10:%02d:%02d,kanari%d@oppdiktet.example,%s,%s,%s,\"%s\",%d,\"Kanariord %d, og mer\"\n",
			i/60%60, i%60, of, []string{"Ja", "Nei"}[r.Intn(2)], steps[r.Intn(5)], steps[r.Intn(5)],
			strings.Join([]string{"Bil", "Buss, trikk eller bane", "Sykkel"}[r.Intn(3):], ", "), 18+r.Intn(60), i)
	}
	return b.Bytes()
}

// TestLarge reads more respondents than a column has texts for.
func TestLarge(t *testing.T) {
	rows := maxValues + 5000
	s := openData(t, large(rows)).Recognise(inBokmal)
	if s.Answered != rows-1 || len(s.Questions) != 6 {
		t.Errorf("%d answered, want %d; %d questions, want 6: %+v", s.Answered, rows-1, len(s.Questions), s.Notes)
	}
	for _, q := range s.Questions {
		if q.Replies != rows-1 {
			t.Errorf("%s: %d replies", q.ID, q.Replies)
		}
	}
	if len(s.Notes) != 1 || s.Notes[0].What != Twice || s.Notes[0].Rows[0] != 2 {
		t.Errorf("%+v", s.Notes)
	}
}

func BenchmarkImport(b *testing.B) {
	const rows = 100_000
	data := large(rows)
	b.SetBytes(int64(len(data)))
	for b.Loop() {
		tab, err := table.Open(table.Input{ReaderAt: bytes.NewReader(data), Size: int64(len(data))}, table.Options{})
		if err != nil {
			b.Fatal(err)
		}
		d, err := Read(tab)
		if err != nil {
			b.Fatal(err)
		}
		d.Recognise(inBokmal)
	}
	b.ReportMetric(float64(b.N*rows)/b.Elapsed().Seconds(), "rows/s")
}

// FuzzRecognise makes questions of anything: every answer has a name, and no one is counted twice or lost.
func FuzzRecognise(f *testing.F) {
	for _, e := range invent(3, 5).exports(f) {
		if len(e.data) < 2000 {
			f.Add(e.data)
		}
	}
	f.Add([]byte("a,b\n1-mar,2\nmar.04,3\n7 eller flere,4\n"))
	f.Fuzz(func(t *testing.T, data []byte) {
		tab, err := table.Open(table.Input{ReaderAt: bytes.NewReader(data), Size: int64(len(data))}, table.Options{})
		if err != nil {
			return
		}
		d, err := Read(tab)
		if err != nil {
			return
		}
		for _, q := range d.Recognise(inBokmal).Questions {
			sum := 0
			for _, a := range q.Answers {
				sum += a.Count
				if a.Label == "" || a.Count < 0 {
					t.Fatalf("%+v", q)
				}
			}
			if q.Kind != Multiple && q.Kind != Open && sum != q.Replies || q.Missing < 0 || q.ID == "" {
				t.Fatalf("%d answers of %d: %+v", sum, q.Replies, q)
			}
		}
	})
}
