package intake_test

import (
	"bytes"
	"fmt"
	"regexp"
	"strings"
	"testing"
	"testing/fstest"

	"golang.org/x/text/unicode/norm"

	"rapport/content/intake"
	"rapport/content/intake/renew"
	"rapport/content/source"
	"rapport/content/survey"
)

var comments = renew.Comments{Top: []string{"Laget for en prøve."}, Survey: []string{"invited ="},
	Question: func(q *intake.Question) []string { return []string{"Kolonne", q.Columns[0].String()} }}

const place = "2024/oppdiktet/survey.toml"

// read reads a file as reports do, and demands that nothing is wrong with it.
func read(t *testing.T, name string, text []byte) (*source.Node, *survey.Survey) {
	t.Helper()
	r := source.NewReader(fstest.MapFS{place: {Data: text}})
	root := r.File(place)
	if root == nil {
		t.Fatalf("%s: %v\n%s", name, r.Problems, text)
	}
	surveys := survey.NewReader(r)
	surveys.Use(root)
	surveys.Link()
	if len(r.Problems) > 0 {
		t.Fatalf("%s: %v\n%s", name, r.Problems, text)
	}
	return root, surveys.Used()[0]
}

// same demands the counts of a survey from a file.
func same(t *testing.T, name string, s *intake.Survey, have *survey.Survey) {
	t.Helper()
	if have.Answered != s.Answered {
		t.Errorf("%s: answered %d, want %d", name, have.Answered, s.Answered)
	}
	for _, q := range s.Questions {
		f := have.Figure(q.ID)
		switch {
		case f == nil:
			if len(q.Answers) > 0 {
				t.Errorf("%s: no figure %s", name, q.ID)
			}
			continue
		case f.N != q.Replies:
			t.Errorf("%s: %s has n = %d, want %d", name, q.ID, f.N, q.Replies)
		}
		for _, a := range q.Answers {
			k, ok := f.ByLabel(a.Label)
			if !ok && a.Count == 0 {
				continue
			}
			if !ok || f.Answers[k].Count != a.Count {
				t.Errorf("%s: %s has no %d %q: %v", name, q.ID, a.Count, a.Label, f.Answers)
			}
		}
	}
}

// TestFile writes what invented surveys in all forms come to, and reads it as reports do.
func TestFile(t *testing.T) {
	for seed := range int64(6) {
		for i, s := range intake.Early(t, seed) {
			name := fmt.Sprintf("seed %d, form %d", seed, i)
			text := renew.File(renew.Head{ID: "oppdiktet2024", Title: `Prøve "2024" \ én`, Year: 2024}, s, comments)
			_, have := read(t, name, text)
			same(t, name, s, have)
		}
	}
}

// edits are what an author does to a file.
var edits = strings.NewReplacer(
	"answered =", "period = \"mai 2024\"\r\n  answered   =",
	"kind = \"scale\"", "note = \"Å, så kort\"\nkind = \"scale\" # en skala",
	"[figure.answers]", "highlight = []\n\n\t[figure.answers] # talt opp",
)

var counts = regexp.MustCompile(`(?m)^(\s*(?:"(?:[^"\\]|\\.)*"|missing|answered|responses)\s*=\s*)\d+`)

// TestUpdate lets an author edit the file of the first half, and imports all: only counts change, and
// answers are added, whatever line ends and letters the file has.
func TestUpdate(t *testing.T) {
	for seed := range int64(6) {
		early := intake.Early(t, seed)
		var texts [][]byte
		var known [][]intake.Known
		for i, s := range early {
			text := []byte(edits.Replace(string(renew.File(renew.Head{ID: "oppdiktet2024", Title: "Prøve", Year: 2024}, s, comments))))
			root, _ := read(t, "edited", text)
			known = append(known, renew.Known(root))
			texts = append(texts, text)
			if again, changes := renew.Update(text, root, reread(t, seed, i, known), nil, comments); !bytes.Equal(again, text) {
				t.Fatalf("seed %d, form %d: changed by the same answers: %v\n%s", seed, i, changes, text)
			}
		}
		for i, s := range intake.Late(t, seed, known) {
			name := fmt.Sprintf("seed %d, form %d %s", seed, i, s.Tool)
			root, _ := read(t, name, texts[i])
			now, changes := renew.Update(texts[i], root, s, nil, comments)
			_, have := read(t, name, now)
			same(t, name, s, have)
			onlyCounts(t, name, string(texts[i]), string(now), changes)
			for _, as := range []func(string) string{
				norm.NFD.String,
				func(s string) string { return "\ufeff" + s },
				func(s string) string { return strings.ReplaceAll(strings.ReplaceAll(s, "\r\n", "\n"), "\n", "\r\n") },
			} {
				other := []byte(as(string(texts[i])))
				root, _ := read(t, name, other)
				other, _ = renew.Update(other, root, s, nil, comments)
				read(t, name, other)
				if back := plainText(string(other)); back != plainText(string(now)) {
					t.Fatalf("%s: written otherwise, the file becomes\n%s\nand not\n%s", name, back, plainText(string(now)))
				}
			}
		}
	}
}

// reread is the first half of the answers, read with what the file has.
func reread(t *testing.T, seed int64, i int, known [][]intake.Known) *intake.Survey {
	return intake.EarlyKnown(t, seed, i, known[i])
}

func plainText(s string) string {
	return norm.NFC.String(strings.ReplaceAll(strings.TrimPrefix(s, "\ufeff"), "\r\n", "\n"))
}

// onlyCounts demands that all lines of a file are still there, in their order, but for their counts.
func onlyCounts(t *testing.T, name, old, now string, changes []renew.Change) {
	t.Helper()
	a := strings.Split(counts.ReplaceAllString(old, "${1}N"), "\n")
	b := strings.Split(counts.ReplaceAllString(now, "${1}N"), "\n")
	added := 0
	for _, line := range b {
		if len(a) > 0 && line == a[0] {
			a = a[1:]
		} else {
			added++
		}
	}
	fresh := 0
	for _, c := range changes {
		if c.What == renew.NewAnswer || c.What == renew.Missing && !strings.Contains(old, "missing") {
			fresh++
		}
	}
	if len(a) > 0 {
		t.Errorf("%s: %d lines are gone, the first is %q\n%s", name, len(a), a[0], now)
	}
	if added > 0 && len(changes) == 0 {
		t.Errorf("%s: %d lines are new and nothing is told (%d)", name, added, fresh)
	}
}

// TestMarks takes out the marks of counts that are an earlier year's, where they are renewed.
func TestMarks(t *testing.T) {
	text := "[survey]\nid = \"a\"\ntitle = \"A\"\nyear = 2024\ncounted = 2023\nanswered = 9\n\n[[figure]]\nid = \"bor\"\n" +
		"question = \"Bor?\"\ncounted = 2023 # fjoråret\nkind = \"single\"\nanswers = { \"Ja\" = 4, \"Nei\" = 5 }\n\n[[figure]]\nid = \"borte\"\n" +
		"question = \"Borte?\"\nkind = \"open\"\ncounted = 2023\nresponses = 3\n"
	s := &intake.Survey{Answered: 8, Questions: []*intake.Question{{ID: "bor", Kind: intake.Single, Missing: 1, Replies: 7,
		Answers: []intake.Answer{{Label: "Ja", Count: 3}, {Label: "Nei", Count: 2}, {Label: "Kanskje \"\\", Count: 2}}}}}
	r := source.NewReader(fstest.MapFS{place: {Data: []byte(text)}})
	now, changes := renew.Update([]byte(text), r.File(place), s, nil, renew.Comments{})
	want := "[survey]\nid = \"a\"\ntitle = \"A\"\nyear = 2024\nanswered = 8\n\n[[figure]]\nid = \"bor\"\n" +
		"question = \"Bor?\"\nkind = \"single\"\nmissing = 1\nanswers = { \"Ja\" = 3, \"Nei\" = 2, \"Kanskje \\\"\\\\\" = 2 }\n\n[[figure]]\nid = \"borte\"\n" +
		"question = \"Borte?\"\nkind = \"open\"\ncounted = 2023\nresponses = 3\n"
	if string(now) != want {
		t.Errorf("%s\nwant\n%s\n%v", now, want, changes)
	}
}
