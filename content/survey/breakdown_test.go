package survey

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"rapport/content/source"
)

// crossed is an invented survey, person by person, of two questions: what each answered, -1 for one
// who skipped it. Several answers a person are bits.
type crossed struct {
	figure, by Kind
	answers    int
	groups     int
	follows    bool // only those of group 0 or 1 were asked
	people     [][2]int
}

// inventCrossed draws a survey of any shape.
func inventCrossed(r *rand.Rand) *crossed {
	kinds := []Kind{Single, Multiple, Scale}
	c := &crossed{figure: kinds[r.IntN(3)], by: kinds[r.IntN(2)], answers: 1 + r.IntN(6),
		groups: 1 + r.IntN(7)}
	c.follows = c.by == Single && c.groups > 2 && r.IntN(4) == 0
	skips := [2]float64{0, 0}
	for i := range skips {
		if r.IntN(2) == 0 {
			skips[i] = r.Float64() / 2
		}
	}
	for range 1 + r.IntN(120) {
		person := [2]int{c.draw(r, c.figure, c.answers, skips[0]), c.draw(r, c.by, c.groups, skips[1])}
		if c.follows && person[1] != 0 && person[1] != 1 {
			person[0] = -1
		}
		c.people = append(c.people, person)
	}
	return c
}

func (c *crossed) draw(r *rand.Rand, k Kind, n int, skips float64) int {
	switch {
	case r.Float64() < skips:
		return -1
	case k == Multiple:
		return r.IntN(1 << n)
	}
	return r.IntN(n)
}

// gave says whether somebody gave an answer of a question.
func gave(k Kind, answer, i int) bool {
	return answer >= 0 && (k == Multiple && answer>>i&1 == 1 || k != Multiple && answer == i)
}

// count is how many of some people there are.
func (c *crossed) count(who func(figure, by int) bool) int {
	n := 0
	for _, p := range c.people {
		if who(p[0], p[1]) {
			n++
		}
	}
	return n
}

// toml is the survey with its breakdown; groups from merge on are one.
func (c *crossed) toml(merge int) string {
	var b strings.Builder
	asked := c.count(func(_, by int) bool { return !c.follows || by == 0 || by == 1 })
	fmt.Fprintf(&b, "[survey]\nid = \"u\"\ntitle = \"Oppdiktet\"\nyear = 2024\nanswered = %d\n",
		len(c.people))
	fmt.Fprintf(&b, "[[figure]]\nid = \"by\"\nquestion = \"Hvor?\"\nkind = %q\nmissing = %d\n", c.by,
		c.count(func(_, by int) bool { return by < 0 }))
	b.WriteString("[figure.answers]\n")
	for g := range c.groups {
		fmt.Fprintf(&b, "\"G %d\" = %d\n", g, c.count(func(_, by int) bool { return gave(c.by, by, g) }))
	}
	fmt.Fprintf(&b, "[[figure]]\nid = \"f\"\nquestion = \"Hva?\"\nkind = %q\nmissing = %d\n", c.figure,
		asked-c.count(func(f, _ int) bool { return f >= 0 }))
	if c.follows {
		b.WriteString("follows = { figure = \"by\", answer = [\"G 0\", \"G 1\"] }\n")
	}
	b.WriteString("[figure.answers]\n")
	for a := range c.answers {
		fmt.Fprintf(&b, "\"A %d\" = %d\n", a, c.count(func(f, _ int) bool { return gave(c.figure, f, a) }))
	}
	b.WriteString("[[breakdown]]\nfigure = \"f\"\nby = \"by\"\n")
	if merge < c.groups {
		fmt.Fprintf(&b, "[breakdown.groups]\n\"Samlet\" = [")
		for g := merge; g < c.groups; g++ {
			fmt.Fprintf(&b, "\"G %d\", ", g)
		}
		b.WriteString("]\n")
	}
	if c.figure == Multiple {
		b.WriteString("[breakdown.answered]\n")
		for g := range c.groups {
			fmt.Fprintf(&b, "\"G %d\" = %d\n", g, c.count(func(f, by int) bool {
				return f >= 0 && gave(c.by, by, g)
			}))
		}
	}
	b.WriteString("[breakdown.counts]\n")
	for g := range c.groups {
		fmt.Fprintf(&b, "\"G %d\" = { ", g)
		for a := range c.answers {
			if a > 0 {
				b.WriteString(", ")
			}
			fmt.Fprintf(&b, "\"A %d\" = %d", a, c.cell(a, g))
		}
		b.WriteString(" }\n")
	}
	return b.String()
}

// cell is how many of a group gave an answer.
func (c *crossed) cell(answer, group int) int {
	return c.count(func(f, by int) bool {
		return gave(c.figure, f, answer) && gave(c.by, by, group)
	})
}

// readSurvey reads a survey as loading does.
func readSurvey(toml string) (*Survey, source.Problems) {
	src := source.NewReader(fstest.MapFS{"2024/u/survey.toml": {Data: []byte(toml)}})
	r := NewReader(src)
	r.Use(src.Folder("2024/u"))
	r.Link()
	if len(r.Used()) == 0 {
		return nil, src.Problems
	}
	return r.Used()[0], src.Problems
}

// TestBreakdownOfPeople: the counts of any people are taken as they are, and each group has its own.
func TestBreakdownOfPeople(t *testing.T) {
	random := rand.New(rand.NewPCG(17, 1))
	for n := range 1500 {
		c := inventCrossed(random)
		merge := c.groups
		if c.by == Single && c.groups > 1 && random.IntN(3) == 0 {
			merge = random.IntN(c.groups - 1)
		}
		toml := c.toml(merge)
		s, problems := readSurvey(toml)
		if len(problems) > 0 {
			t.Fatalf("survey %d: %v\n%s", n, problems, toml)
		}
		b := s.Figure("f").BrokenDown("by")
		for _, g := range b.Groups {
			for a := range c.answers {
				want := 0
				for _, i := range g.Of {
					want += c.cell(a, i)
				}
				if have := g.Figure.Answers[a].Count; have != want {
					t.Fatalf("survey %d: %s: %d gave %d, want %d\n%s", n, g.Label, have, a, want, toml)
				}
			}
			want := c.count(func(f, by int) bool {
				return f >= 0 && slices.ContainsFunc(g.Of, func(i int) bool { return gave(c.by, by, i) })
			})
			if g.Figure.N != want || g.Figure.Whole() != s.Figure("f") {
				t.Fatalf("survey %d: %s has a base of %d, want %d\n%s", n, g.Label, g.Figure.N, want, toml)
			}
		}
		if want := min(merge+1, c.groups); len(b.Groups) != want || len(b.Parts) != c.groups-merge {
			t.Fatalf("survey %d: %d groups and %d parts, want %d and %d", n, len(b.Groups), len(b.Parts),
				want, c.groups-merge)
		}
	}
}

// TestBreakdownSlips: where nobody skipped anything, a wrong number is always told, with its line.
func TestBreakdownSlips(t *testing.T) {
	random := rand.New(rand.NewPCG(17, 2))
	tried := 0
	for range 3000 {
		c := inventCrossed(random)
		whole := c.count(func(f, by int) bool { return f >= 0 && by >= 0 }) == len(c.people)
		if !whole || c.figure == Multiple || c.by == Multiple || c.follows {
			continue
		}
		tried++
		lines := strings.Split(strings.TrimSpace(c.toml(c.groups)), "\n")
		group, answer := random.IntN(c.groups), random.IntN(c.answers)
		at := len(lines) - c.groups + group
		old, now := c.cell(answer, group), random.IntN(12)
		if now == old {
			now++
		}
		was, is := fmt.Sprintf("\"A %d\" = %d", answer, old), fmt.Sprintf("\"A %d\" = %d", answer, now)
		lines[at] = strings.Replace(lines[at], was+",", is+",", 1)
		lines[at] = strings.Replace(lines[at], was+" }", is+" }", 1)
		_, problems := readSurvey(strings.Join(lines, "\n"))
		if !slices.ContainsFunc(problems, func(p source.Problem) bool { return p.Pos.Line == at+1 }) {
			t.Fatalf("%s in place of %s in line %d: %v\n%s", is, was, at+1, problems,
				strings.Join(lines, "\n"))
		}
	}
	if tried < 200 {
		t.Errorf("only %d slips were tried", tried)
	}
}

const brokenDownSurvey = `[survey]
id = "u"
title = "Oppdiktet"
year = 2024
answered = 20
[[figure]]
id = "sted"
question = "Hvor?"
kind = "single"
residual = ["Annet"]
[figure.answers]
"Annet" = 3
"Øst" = 7
"Vest" = 10
[figure.short]
"Vest" = "V"
[[figure]]
id = "fri"
question = "Noe mer?"
kind = "open"
responses = 4
[[figure]]
id = "hva"
question = "Hva?"
kind = "single"
missing = 2
[figure.answers]
"Ja" = 11
"Nei" = 7
`

// TestBreakdownProblems: each mistake is told in its own words.
func TestBreakdownProblems(t *testing.T) {
	of := func(keys, counts string) string {
		return "[[breakdown]]\n" + keys + "\n[breakdown.counts]\n" + counts
	}
	const good = "figure = \"hva\"\nby = \"sted\""
	cases := []struct{ toml, want string }{
		{of(good, `"Vest" = { "Ja" = 6, "Nei" = 4 }`), ""},
		{of(good, `"V" = { "Ja" = 6, "Nei" = 3 }`), ""},
		{of(good, `"Vest" = { "Ja" = 6, "Nei" = 1 }`),
			`7 of ”Vest” answered, but 10 are in it, and only 2 skipped the question in all: 1 too few`},
		{of(good, `"Vest" = { "Ja" = 8, "Nei" = 4 }`),
			`12 of ”Vest” answered, but only 10 are in it: 2 too many`},
		{of(good, `"Annet" = { "Ja" = 4 }`),
			`4 of ”Annet” gave this answer, but only 3 are in it`},
		{of(good, `"Vest" = { "Nei" = 8 }`),
			`8 of ”Vest” gave this answer, but only 7 did in all`},
		{of(good, "\"Vest\" = { \"Ja\" = 6, \"Nei\" = 3 }\n\"Øst\" = { \"Ja\" = 6, \"Nei\" = 1 }"),
			`”Ja”: the groups make 6 + 6 = 12, but 11 gave this answer in all: 1 too many`},
		{of(good, "\"Vest\" = { \"Ja\" = 7, \"Nei\" = 3 }\n\"Øst\" = { \"Ja\" = 2, \"Nei\" = 3 }\n"+
			"\"Annet\" = { \"Ja\" = 1, \"Nei\" = 1 }"),
			`”Ja”: the groups make 7 + 2 + 1 = 10, but 11 gave this answer in all: 1 too few`},
		{of(good, `"Vst" = { "Ja" = 6, "Nei" = 4 }`), `”u.sted” has no answer ”Vst”`},
		{of(good, `"Vest" = { "Jo" = 6, "Nei" = 4 }`), `no answer is called ”Jo”`},
		{of(good, "\"Vest\" = { \"Ja\" = 6, \"Nei\" = 4 }\n\"V\" = { \"Ja\" = 6, \"Nei\" = 4 }"),
			`the answers of the group ”Vest” are there twice`},
		{of(good, ""), `there are no groups`},
		{of("figure = \"hva\"\nby = \"hva\"", `"Ja" = { "Ja" = 11 }`),
			`”hva” cannot be broken down by itself`},
		{of("figure = \"fri\"\nby = \"sted\"", `"Vest" = { "Ja" = 6 }`),
			`”fri” is free text, which has no answers to count`},
		{of("figure = \"hvem\"\nby = \"sted\"", `"Vest" = { "Ja" = 6 }`),
			`survey ”u” has no figure ”hvem”`},
		{of(good, `"Vest" = { "Ja" = 6, "Nei" = 4 }`) + "\n" + of(good, `"Øst" = { "Ja" = 5, "Nei" = 2 }`),
			`”hva” is broken down by ”sted” twice`},
		{of(good+"\n[breakdown.groups]\n\"Ellers\" = [\"Øst\", \"Annet\"]",
			"\"Vest\" = { \"Ja\" = 6, \"Nei\" = 3 }\n\"Ellers\" = { \"Ja\" = 5, \"Nei\" = 4 }"), ""},
		{of(good+"\n[breakdown.groups]\n\"Ellers\" = [\"Øst\", \"Vest\"]\n\"Mer\" = [\"Øst\"]",
			"\"Ellers\" = { \"Ja\" = 11, \"Nei\" = 4 }"), `the answer ”Øst” is merged twice`},
		{of(good+"\n[breakdown.groups]\n\"Vest\" = [\"Øst\"]", `"Vest" = { "Ja" = 5, "Nei" = 2 }`),
			`an answer of ”sted” is called ”Vest” too`},
		{of(good+"\n[breakdown.answered]\n\"Vest\" = 9", `"Vest" = { "Ja" = 6, "Nei" = 4 }`),
			`the counts of ”Vest” add up to 10, not to 9`},
		{of(good+"\n[breakdown.answered]\n\"Vast\" = 9", `"Vest" = { "Ja" = 6, "Nei" = 4 }`),
			`no group is called ”Vast”`},
		{of(good+"\ncounted = 2023", `"Vest" = { "Ja" = 16, "Nei" = 4 }`),
			`this breakdown: still last year's counts, of 2023`},
		{of(good, `"Vest" = { "Ja" = "6", "Nei" = 4 }`), `this is text`},
		{of(good, `"Vest" = 10`), `must be a table`},
	}
	for _, c := range cases {
		_, problems := readSurvey(brokenDownSurvey + c.toml)
		var have []string
		for _, p := range problems {
			have = append(have, p.Text)
		}
		if c.want == "" && len(have) > 0 || c.want != "" && (len(have) != 1 ||
			!strings.Contains(have[0], strings.ReplaceAll(c.want, "”", "\""))) {
			t.Errorf("%s\ntells %q, want %q", c.toml, have, c.want)
		}
	}
}

// TestGroupsOfTwoYears: a group is compared with the same one of the earlier year, where both
// questions are compared and both are broken down.
func TestGroupsOfTwoYears(t *testing.T) {
	of := func(id, year, compare string, vest, ost string) string {
		return fmt.Sprintf("[survey]\nid = %q\ntitle = \"Oppdiktet\"\nyear = %s\nanswered = 20\n"+
			"[[figure]]\nid = \"sted\"\nquestion = \"Hvor?\"\nkind = \"single\"\n%s"+
			"[figure.answers]\n\"Vest\" = 12\n\"Øst\" = 8\n"+
			"[[figure]]\nid = \"hva\"\nquestion = \"Hva?\"\nkind = \"single\"\n%s"+
			"[figure.answers]\n\"Ja\" = 9\n\"Nei\" = 11\n"+
			"[[breakdown]]\nfigure = \"hva\"\nby = \"%s.sted\"\n[breakdown.counts]\n"+
			"\"Vest\" = %s\n\"Øst\" = %s\n", id, year, strings.ReplaceAll(compare, "?", "sted"),
			strings.ReplaceAll(compare, "?", "hva"), id, vest, ost)
	}
	src := source.NewReader(fstest.MapFS{
		"2024/u/survey.toml": {Data: []byte(of("ny", "2024", "compare = \"gml.?\"\n",
			"{ Ja = 6, Nei = 6 }", "{ Ja = 3, Nei = 5 }"))},
		"2023/u/survey.toml": {Data: []byte(of("gml", "2023", "", "{ Ja = 4, Nei = 8 }",
			"{ Ja = 5, Nei = 3 }"))}})
	r := NewReader(src)
	r.Use(src.Folder("2024/u"))
	r.Read(src.Folder("2023/u"))
	r.Link()
	if len(src.Problems) > 0 {
		t.Fatal(src.Problems)
	}
	west := r.Used()[0].Figure("hva").Groups("Vest")[0].Figure
	change, ok := west.Change(0)
	if !ok || change.Units != 167 || west.Compare.Ref() != "gml.hva in Vest" {
		t.Errorf("the change is %v, %v, since %v", change, ok, west.Compare)
	}
}
