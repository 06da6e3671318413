package intake_test

import (
	"bytes"
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"rapport/content/intake"
	"rapport/content/intake/renew"
	"rapport/content/source"
	"rapport/content/survey"
)

// folder reads a survey with the files that break it down as reports do, and demands that nothing is
// wrong with them.
func folder(t *testing.T, name string, files map[string][]byte) (*source.Reader, *survey.Survey) {
	t.Helper()
	fsys := fstest.MapFS{}
	all := ""
	for file, text := range files {
		fsys["2024/oppdiktet/"+file] = &fstest.MapFile{Data: text}
		all += string(text)
	}
	r := source.NewReader(fsys)
	surveys := survey.NewReader(r)
	surveys.Use(r.Folder("2024/oppdiktet"))
	surveys.Link()
	if len(r.Problems) > 0 {
		t.Fatalf("%s: %v\n%s", name, r.Problems, all)
	}
	return r, surveys.Used()[0]
}

// withinSame demands the counts of breakdowns from a survey; merged groups have those of their parts.
func withinSame(t *testing.T, name string, all []intake.Breakdown, have *survey.Survey) (groups int) {
	t.Helper()
	for _, b := range all {
		f := have.Figure(b.Of.ID).BrokenDown(b.By.ID)
		if f == nil {
			t.Errorf("%s: %s is not broken down by %s", name, b.Of.ID, b.By.ID)
			continue
		}
		for _, g := range f.Groups {
			groups++
			n := 0
			for _, of := range g.Of {
				n += b.Answered[row(b.By, f.By.Answers[of].Label)]
			}
			if g.Figure.N != n {
				t.Errorf("%s: %s: n = %d, want %d", name, g.Figure.Ref(), g.Figure.N, n)
			}
			for _, a := range g.Figure.Answers {
				n = 0
				if k := row(b.Of, a.Label); k >= 0 {
					for _, of := range g.Of {
						n += b.Counts[row(b.By, f.By.Answers[of].Label)][k]
					}
				}
				if a.Count != n {
					t.Errorf("%s: %s: %d %q, want %d", name, g.Figure.Ref(), a.Count, a.Label, n)
				}
			}
		}
	}
	return groups
}

// row is an answer by its label.
func row(q *intake.Question, label string) int {
	for i, a := range q.Answers {
		if intake.Key(a.Label) == intake.Key(label) {
			return i
		}
	}
	return -1
}

// by is the first question of a survey that makes groups, and the breakdowns by it.
func by(s *intake.Survey, from int) (*intake.Question, []intake.Breakdown) {
	for i := range s.Questions {
		if q := s.Questions[(i+from)%len(s.Questions)]; q.Groups() {
			return q, s.Within(q)
		}
	}
	return nil, nil
}

// TestWithin breaks invented surveys in all forms down, and reads them as reports do, which holds rows
// and columns to the counts of the questions. Later, with all answers, an author has merged groups and
// written comments: only counts change.
func TestWithin(t *testing.T) {
	groups := 0
	for seed := range int64(6) {
		early := intake.Early(t, seed)
		var known [][]intake.Known
		var texts []map[string][]byte
		for i, s := range early {
			name := fmt.Sprintf("seed %d, form %d", seed, i)
			q, all := by(s, int(seed))
			if q == nil {
				t.Fatal(name, "has no groups")
			}
			if s.Named(q.ID) != q || s.Named(strings.TrimRight(q.Columns[0].String(), "0123456789")) == nil {
				t.Errorf("%s: %s is not found by its id or column", name, q.ID)
			}
			files := map[string][]byte{
				"survey.toml": renew.File(renew.Head{ID: "o", Title: "Prøve", Year: 2024}, s, comments),
				"by.toml":     renew.Within(all, []string{"Laget for en prøve."})}
			_, have := folder(t, name, files)
			groups += withinSame(t, name, all, have)
			files["by.toml"] = edited(files["by.toml"], q)
			r, have := folder(t, name+" edited", files)
			known = append(known, renew.Known(r.File("2024/oppdiktet/survey.toml")))
			withinSame(t, name+" edited", all, have)
			again, changes := renew.UpdateWithin(files["by.toml"], r.File("2024/oppdiktet/by.toml"), all, nil)
			if !bytes.Equal(again, files["by.toml"]) {
				t.Errorf("%s: changed by the same answers: %v\n%s", name, changes, again)
			}
			texts = append(texts, files)
		}
		for i, s := range intake.Late(t, seed, known) {
			name := fmt.Sprintf("seed %d, form %d, late", seed, i)
			q, _ := by(early[i], int(seed))
			if q = s.Named(q.ID); q == nil {
				continue
			}
			all := s.Within(q)
			r, _ := folder(t, name, texts[i])
			root := r.File("2024/oppdiktet/by.toml")
			var add []intake.Breakdown
			for _, b := range all {
				if !renew.Has(root, b.Of, b.By) {
					add = append(add, b)
				}
			}
			now, _ := renew.UpdateWithin(texts[i]["by.toml"], root, all, add)
			first, _ := renew.Update(texts[i]["survey.toml"], r.File("2024/oppdiktet/survey.toml"), s, nil, comments)
			_, have := folder(t, name, map[string][]byte{"survey.toml": first, "by.toml": now})
			groups += withinSame(t, name, all, have)
			if a, b := strings.Count(string(texts[i]["by.toml"]), "# "), strings.Count(string(now), "# "); a > b {
				t.Errorf("%s: %d comments of %d are left", name, b, a)
			}
		}
	}
	if groups < 2000 {
		t.Errorf("only %d groups", groups)
	}
}

// edited is a file of breakdowns as an author has changed it.
func edited(text []byte, q *intake.Question) []byte {
	s := strings.ReplaceAll(string(text), "[breakdown.counts]", "[breakdown.counts] # talt\n")
	if q.Kind != intake.Multiple && len(q.Answers) > 2 {
		s = strings.ReplaceAll(s, "[breakdown.counts]", fmt.Sprintf("[breakdown.groups]\n  %q = [%q, %q] # to\n"+
			"[breakdown.counts]", "Samlet", q.Answers[0].Label, q.Answers[1].Label))
	}
	return []byte(s)
}
