package intake

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "write the samples and what comes out of them anew")

// samples are the files of testdata: one invented survey in each tool's form.
var samples = []string{"plain.csv", "plain-utf16.tsv", "google-forms.csv", "microsoft-forms.xlsx", "surveymonkey.csv",
	"nettskjema.csv", "nettskjema-codes.csv", "limesurvey.csv", "limesurvey-codes.csv", "questback.csv", "typeform.csv"}

// sampleSeed makes a survey with every kind of question.
const sampleSeed = 80

// TestSamples holds what comes out of the samples against the tables beside them.
func TestSamples(t *testing.T) {
	exports := invent(sampleSeed, 120).exports(t)
	for i, name := range samples {
		file := filepath.Join("testdata", name)
		e := exports[i]
		if *update {
			if err := os.WriteFile(file, e.data, 0o666); err != nil {
				t.Fatal(err)
			}
			if e.codebook != nil {
				if err := os.WriteFile(filepath.Join("testdata", "nettskjema-codebook.csv"), e.codebook, 0o666); err != nil {
					t.Fatal(err)
				}
			}
		}
		var err error
		if e.data, err = os.ReadFile(file); err != nil {
			t.Fatal(err)
		}
		if e.codebook != nil {
			if e.codebook, err = os.ReadFile("testdata/nettskjema-codebook.csv"); err != nil {
				t.Fatal(err)
			}
		}
		have := tabled(e.open(t).Recognise(inBokmal))
		want := strings.TrimSuffix(file, filepath.Ext(file)) + ".txt"
		if *update {
			if err := os.WriteFile(want, have, 0o666); err != nil {
				t.Fatal(err)
			}
		}
		if expected, err := os.ReadFile(want); err != nil || !bytes.Equal(have, expected) {
			t.Errorf("%s: %v\n%s\nwant\n%s", name, err, have, expected)
		}
	}
}

// tabled is what was recognised, as a table for people to read.
func tabled(s *Survey) []byte {
	var b bytes.Buffer
	fmt.Fprintf(&b, "%s: %d answered\n", s.Tool, s.Answered)
	for _, n := range s.Notes {
		fmt.Fprintf(&b, "%s: %d, rows %v %q\n", n.What, n.Count, n.Rows, n.Labels)
	}
	for _, q := range s.Questions {
		fmt.Fprintf(&b, "\n%s | %s | %s | %d of %d\n", q.ID, q.Text, q.Kind, q.Replies, q.Asked(s.Answered))
		if q.Follows != nil {
			fmt.Fprintf(&b, "  after %s %q\n", q.Follows.Question.ID, q.Follows.Answers)
		}
		for _, a := range q.Answers {
			fmt.Fprintf(&b, "  %5d  %s\n", a.Count, a.Label)
		}
		for _, n := range q.Notes {
			fmt.Fprintf(&b, "  (%s %d %q)\n", n.What, n.Count, n.Labels)
		}
	}
	b.WriteString("\nleft out\n")
	for _, u := range s.Unused {
		fmt.Fprintf(&b, "  %s | %s | %s\n", u.At, u.Head, u.Why)
	}
	return b.Bytes()
}
