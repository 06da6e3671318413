package main

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"rapport/content"
	"rapport/content/invent"
	"rapport/content/privacy/glpk"
	"rapport/layout/pdf/pdftest"
	"rapport/layout/text"
)

// guarded is an invented report with groups and a minimum, and all that is published of it: the
// report for everyone and the editions for the groups of every question that makes any.
type guarded struct {
	t       *testing.T
	invent  *invent.Report
	minimum int
	dir     string // the content
	out     string // the published files
	report  *content.Report
	told    map[string][]row // rows of all data tables, by figure and group
}

// row is what data tables say of an answer: -1 where none of them gives the number.
type row struct {
	count, n int
	base     bool // some table says how many answered
}

// guard writes the report of a seed with a minimum, nil when nothing in it is broken
// down, or when it does not load, as when people of one table trade answers that another has too.
func guard(t *testing.T, r *invent.Report, minimum int) *guarded {
	t.Helper()
	g := &guarded{t: t, invent: r, minimum: minimum, dir: t.TempDir(), out: t.TempDir()}
	if err := r.Write(g.dir); err != nil {
		t.Fatal(err)
	}
	name := filepath.Join(g.dir, strconv.Itoa(invent.Year), invent.Name, "report.toml")
	old, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	head, _, _ := strings.Cut(string(old), "[privacy]\n")
	write(t, name, fmt.Appendf(nil, "%s\n[privacy]\nminimum = %d\n", head, minimum))
	if g.report, err = content.Load(os.DirFS(g.dir), invent.Year, invent.Name); err != nil {
		t.Log(err)
		return nil
	}
	if len(g.bys()) == 0 {
		return nil
	}
	return g
}

// bys are the questions that make groups.
func (g *guarded) bys() (all []string) {
	for _, s := range g.report.Surveys {
		for _, b := range s.Breakdowns {
			if !slices.Contains(all, b.By.Ref()) {
				all = append(all, b.By.Ref())
			}
		}
	}
	return all
}

// publish makes the report for everyone, and all editions with the command, in some kinds.
func (g *guarded) publish(kinds string) {
	g.t.Helper()
	write(g.t, filepath.Join(g.out, "everyone.csv"), g.report.CSV())
	shaper := text.NewShaper()
	for kind, make := range map[string]func(io.Writer, *content.Report, *text.Shaper) error{
		"pdf": writeScreen, "web": writePage} {
		var b bytes.Buffer
		if !strings.Contains(kinds, kind) {
			continue
		}
		if err := make(&b, g.report, shaper); err != nil {
			g.t.Fatal(err)
		}
		write(g.t, filepath.Join(g.out, "everyone."+kind), b.Bytes())
	}
	for _, by := range g.bys() {
		args := []string{"editions", strconv.Itoa(invent.Year), "--by", by, "--as", kinds, "--content", g.dir,
			"--to", filepath.Join(g.out, "by-"+by)}
		var stderr bytes.Buffer
		if code := run(args, io.Discard, &stderr); code != exitDone {
			g.t.Fatalf("%q: exit %d, %s", args, code, stderr.String())
		}
	}
}

// files are the published files by name; without the journals, which name what they were made from.
func (g *guarded) files() map[string][]byte {
	all := map[string][]byte{}
	err := fs.WalkDir(os.DirFS(g.out), ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || filepath.Ext(name) == ".json" || filepath.Ext(name) == ".jsonl" {
			return err
		}
		all[name], err = os.ReadFile(filepath.Join(g.out, name))
		return err
	})
	if err != nil {
		g.t.Fatal(err)
	}
	return all
}

// read reads the data tables: a number that one of them gives is known.
func (g *guarded) read() {
	g.t.Helper()
	g.told = map[string][]row{}
	for name, data := range g.files() {
		if filepath.Ext(name) != ".csv" {
			continue
		}
		records, err := csv.NewReader(bytes.NewReader(data)).ReadAll()
		if err != nil {
			g.t.Fatal(name, err)
		}
		rows := map[string][]row{}
		for _, r := range records[1:] {
			if (r[4] == ":") != (r[6] == ":") && r[6] != "" {
				g.t.Errorf("%s: a count and its share are not withheld together: %q", name, r)
			}
			key := strings.Join(append(slices.Clone(r[:2]), r[8:]...), "|")
			rows[key] = append(rows[key], row{parsed(r[4]), parsed(r[5]), r[5] != ":"})
		}
		for key, lines := range rows {
			g.learn(name, key, lines)
		}
	}
}

// learn adds what one table says of a figure.
func (g *guarded) learn(name, key string, lines []row) {
	key = strings.TrimRight(key, "|") // a table without groups has two columns less
	known, ok := g.told[key]
	if !ok {
		g.told[key] = lines
		return
	}
	for i := range lines {
		for _, p := range [][2]*int{{&known[i].count, &lines[i].count}, {&known[i].n, &lines[i].n}} {
			if *p[0] >= 0 && *p[1] >= 0 && *p[0] != *p[1] {
				g.t.Errorf("%s: %s is %d there and %d elsewhere", name, key, *p[1], *p[0])
			}
			*p[0] = max(*p[0], *p[1])
		}
		known[i].base = known[i].base || lines[i].base
	}
}

// parsed is a cell of a data table, -1 where it holds no number.
func parsed(cell string) int {
	n, err := strconv.Atoi(cell)
	if err != nil {
		return -1
	}
	return n
}

// of is what is told of a figure, everyone's or a group's; nil when no table has it.
func (g *guarded) of(f *content.Figure) []row {
	key := f.Survey.ID + "|" + f.ID
	if in := f.Within; in != nil {
		key += "|" + in.Breakdown.By.ID + "|" + content.WithoutSoftHyphens(in.Label)
	}
	return g.told[key]
}

// program is the linear program of a reader: what the questionnaire says of how counts hang together,
// and what the tables say. Each target has a copy of it for either end of its interval.
type program struct {
	*guarded
	survey      *content.Survey
	names       map[*content.Figure]int
	copy        int
	body, bound strings.Builder
	naive       bool // all but the small counts are known: what withholding them alone would tell
}

func (p *program) n(f *content.Figure) string { return fmt.Sprintf("n%d_%d", p.copy, p.name(f)) }

func (p *program) count(f *content.Figure, i int) string {
	return fmt.Sprintf("x%d_%d_%d", p.copy, p.name(f), i)
}

func (p *program) name(f *content.Figure) int {
	k, ok := p.names[f]
	if !ok {
		k = len(p.names)
		p.names[f] = k
	}
	return k
}

// say adds a line: plus terms less minus terms, and what they are compared with.
func (p *program) say(plus, minus []string, compared string, with int) {
	for _, v := range plus {
		fmt.Fprintf(&p.body, " + %s", v)
	}
	for _, v := range minus {
		fmt.Fprintf(&p.body, " - %s", v)
	}
	fmt.Fprintf(&p.body, " %s %d\n", compared, with)
}

func one(name string) []string { return []string{name} }

// figure says what is known of a figure by itself.
func (p *program) figure(f *content.Figure) {
	all := make([]string, len(f.Answers))
	told := p.of(f)
	base := false
	for i, a := range f.Answers {
		all[i] = p.count(f, i)
		if f.Kind == content.Multiple {
			p.say(one(all[i]), one(p.n(f)), "<=", 0)
		}
		known := told != nil && told[i].count >= 0
		if known = known || p.naive && told != nil && !p.small(a.Count); known {
			fmt.Fprintf(&p.bound, " %s = %d\n", all[i], a.Count)
		}
		if known && told[i].count >= 0 && told[i].count != a.Count {
			p.t.Fatalf("the tables say %d of %s, which is %d", told[i].count, f.Ref(), a.Count)
		}
		base = base || told != nil && (told[i].base || p.naive && !p.small(f.N))
	}
	if f.Kind != content.Multiple {
		p.say(all, one(p.n(f)), "=", 0)
	}
	if base {
		fmt.Fprintf(&p.bound, " %s = %d\n", p.n(f), f.N)
		p.ones(f, told)
	} else {
		fmt.Fprintf(&p.bound, " 0 <= %s <= %d\n", p.n(f), f.Survey.Answered)
	}
}

// ones says that what is withheld where the base is published is one at least: a zero never is.
func (p *program) ones(f *content.Figure, told []row) {
	for i, a := range f.Answers {
		if told[i].count < 0 && (!p.naive || p.small(a.Count)) {
			fmt.Fprintf(&p.bound, " %s >= 1\n", p.count(f, i))
		}
	}
}

func (p *program) small(n int) bool { return n > 0 && n < p.minimum }

// breakdown says how the groups of a question hang together.
func (p *program) breakdown(b *content.Breakdown) {
	f, skipped := b.Figure, b.Figure.Survey.Answered-b.Figure.N
	var bases, sizes []string
	for _, g := range b.Groups {
		p.figure(g.Figure)
		bases = append(bases, p.n(g.Figure))
		var size []string
		for _, i := range g.Of {
			size = append(size, p.count(b.By, i))
		}
		sizes = append(sizes, size...)
		p.say(one(p.n(g.Figure)), size, "<=", 0)
		if len(size) == 1 || !b.Overlap() {
			p.say(size, one(p.n(g.Figure)), "<=", skipped)
		}
	}
	if b.Overlap() {
		p.overlapping(b)
		return
	}
	rest := fmt.Sprintf("r%d_%d_%d", p.copy, p.name(f), p.name(b.By))
	p.say(append(bases, rest), one(p.n(f)), "=", 0)
	p.say(append(sizes, rest), nil, "<=", b.By.Survey.Answered)
	var others []string
	for i := range f.Answers {
		column := one(fmt.Sprintf("%s_%d", rest, i))
		others = append(others, column[0])
		if f.Kind == content.Multiple {
			p.say(column, one(rest), "<=", 0)
		}
		for _, g := range b.Groups {
			column = append(column, p.count(g.Figure, i))
		}
		p.say(column, one(p.count(f, i)), "=", 0)
	}
	if f.Kind != content.Multiple {
		p.say(others, one(rest), "=", 0)
	}
}

// overlapping says that a group is a part of everyone.
func (p *program) overlapping(b *content.Breakdown) {
	for _, g := range b.Groups {
		p.say(one(p.n(g.Figure)), one(p.n(b.Figure)), "<=", 0)
		for i := range b.Figure.Answers {
			inside, all := p.count(g.Figure, i), p.count(b.Figure, i)
			p.say(one(inside), one(all), "<=", 0)
			p.say([]string{all, p.n(g.Figure)}, []string{inside, p.n(b.Figure)}, "<=", 0)
		}
	}
}

// turned says that two questions that are each broken down by the other make one table.
func (p *program) turned(b, c *content.Breakdown) {
	if b.Figure != c.By || b.By != c.Figure {
		return
	}
	for _, g := range b.Groups {
		for _, h := range c.Groups {
			if len(g.Of) == 1 && len(h.Of) == 1 {
				p.say(one(p.count(g.Figure, h.Of[0])), one(p.count(h.Figure, g.Of[0])), "=", 0)
			}
		}
	}
}

// target is a small count that is withheld, or the base of a small group (answer -1).
type target struct {
	figure    *content.Figure
	answer    int
	count     int
	low, high int // what it must still be able to be
}

// targets are those of a survey.
func (p *program) targets() (all []target) {
	add := func(f *content.Figure) {
		told := p.of(f)
		if told == nil {
			return
		}
		base := -1
		for i, a := range f.Answers {
			base = max(base, told[i].n)
			if p.small(a.Count) && told[i].count < 0 {
				all = append(all, p.promised(f, i, a.Count, told[i].n))
			} else if p.small(a.Count) {
				p.t.Errorf("%d of %s is published", a.Count, f.Ref())
			}
		}
		if base < 0 && p.small(f.N) {
			all = append(all, p.promised(f, -1, f.N, -1))
		}
	}
	for _, f := range p.survey.Figures {
		add(f)
	}
	for _, b := range p.survey.Breakdowns {
		for _, g := range b.Groups {
			add(g.Figure)
		}
	}
	return all
}

// promised is the interval that a small count must keep: from one to below the minimum, but for what the
// size of its group and the count of everyone tell when they are published.
func (p *program) promised(f *content.Figure, answer, count, n int) target {
	t := target{f, answer, count, 1, max(2, p.minimum-1)}
	least, most := 0, f.Survey.Answered
	if n >= 0 {
		most = n
	}
	if in := f.Within; in != nil {
		b := in.Breakdown
		whole, by := p.of(b.Figure), p.of(b.By)
		if answer >= 0 && whole != nil && whole[answer].count >= 0 {
			most = min(most, whole[answer].count)
			if n >= 0 {
				least = n + whole[answer].count - b.Figure.N
			}
		}
		if size := b.By.Sum(in.Of...); answer < 0 && by != nil &&
			!slices.ContainsFunc(in.Of, func(i int) bool { return by[i].count < 0 }) {
			least, most = size-(b.Figure.Survey.Answered-b.Figure.N), min(most, size)
		}
	}
	t.high = max(count, min(t.high, most))
	t.low = min(count, max(min(t.low, t.high-1), least))
	return t
}

// attack is the interval that a reader computes for each target.
func (p *program) attack(targets []target) (low, high []float64) {
	var goal strings.Builder
	name := func(t target) string {
		if t.answer < 0 {
			return p.n(t.figure)
		}
		return p.count(t.figure, t.answer)
	}
	for _, t := range targets {
		for _, sign := range []string{"+", "-"} {
			fmt.Fprintf(&goal, " %s %s\n", sign, name(t))
			p.all()
			p.copy++
		}
	}
	values := glpk.Solve(p.t, "Minimize\n obj:"+goal.String()+"Subject To\n"+p.body.String()+
		"Bounds\n"+p.bound.String()+"End\n")
	p.copy = 0
	for _, t := range targets {
		low = append(low, values[name(t)])
		p.copy++
		high = append(high, values[name(t)])
		p.copy++
	}
	return low, high
}

// all says all that is known of the survey.
func (p *program) all() {
	for _, f := range p.survey.Figures {
		if f.Kind != content.Open {
			p.figure(f)
		}
		if f.Follows != nil && f.Kind != content.Open {
			var lead []string
			for _, i := range f.Follows.Answers {
				lead = append(lead, p.count(f.Follows.Figure, i))
			}
			p.say(one(p.n(f)), lead, "<=", 0)
		}
	}
	for k, b := range p.survey.Breakdowns {
		p.breakdown(b)
		for _, c := range p.survey.Breakdowns[:k] {
			p.turned(b, c)
		}
	}
}

// mostTargets is how many counts of a survey are attacked.
const mostTargets = 12

// TestEditionsTellNothingTogether publishes invented reports with the editions of all their groups, reads
// every number of their data tables, and has an independent solver compute what these tell of every
// small count together. What the pages show besides is held to the tables by
// TestEditionsTellNoMoreThanTables.
func TestEditionsTellNothingTogether(t *testing.T) {
	reports, attacked, given, files, inGroups := 0, 0, 0, 0, 0
	for seed := uint64(700); reports < 25 && seed < 1000; seed++ {
		minimum := []int{3, 5, 10}[seed%3]
		g := guard(t, invent.New(seed, invent.Options{Hard: 0.2, Groups: true, Forms: true, Chapters: 3,
			Answered: 20 + int(seed*37%300)}), minimum)
		if g == nil {
			continue
		}
		g.publish("csv")
		g.read()
		files += len(g.files())
		some := false
		for _, s := range g.report.Surveys {
			p := &program{guarded: g, survey: s, names: map[*content.Figure]int{}}
			targets := p.targets()
			if len(targets) == 0 {
				continue
			}
			step := 1 + len(targets)/mostTargets
			var few []target
			for i := 0; i < len(targets); i += step {
				few = append(few, targets[i])
			}
			some = true
			attacked += len(few)
			low, high := p.attack(few)
			for k, c := range few {
				if c.figure.Within != nil {
					inGroups++
				}
				if low[k] > float64(c.low)+1e-6 || high[k] < float64(c.high)-1e-6 {
					t.Errorf("seed %d: answer %d of %s (in %v), which is %d, lies from %g to %g, not %d to %d", seed,
						c.answer, c.figure.Ref(), c.figure.Within, c.count, low[k], high[k], c.low, c.high)
				}
			}
			p = &program{guarded: g, survey: s, names: map[*content.Figure]int{}, naive: true}
			low, high = p.attack(few)
			for k, c := range few {
				if low[k] > float64(c.low)+1e-6 || high[k] < float64(c.high)-1e-6 {
					given++
				}
			}
		}
		if some {
			reports++
		}
	}
	t.Logf("%d reports, %d files, %d small counts attacked, %d of groups; %d would be given away if they alone were withheld",
		reports, files, attacked, inGroups, given)
	if reports < 25 || inGroups < 20 || given < 20 {
		t.Error("too few to mean something")
	}
}

// trades are the ways in which two people of an invented report may trade answers so that only counts
// change that are withheld.
func (g *guarded) trades() (all []*invent.Report) {
	w := g.report.Withheld()
	for _, s := range g.report.Surveys {
		for k, b := range s.Breakdowns {
			hidden := func(in *content.Group, i int) bool {
				return len(in.Of) == 1 && w.Hides(in.Figure, i) && in.Figure.Answers[i].Count > 0
			}
			for x, one := range b.Groups {
				for _, other := range b.Groups[x+1:] {
					for i := range b.Figure.Answers {
						for j := range b.Figure.Answers {
							if i == j || !hidden(one, i) || !hidden(one, j) || !hidden(other, i) || !hidden(other, j) {
								continue
							}
							groups := [2]int{one.Of[0], other.Of[0]}
							if r := g.invent.Trade(s.ID, k, groups, [2]int{i, j}); r != nil {
								all = append(all, r)
							}
						}
					}
				}
			}
		}
	}
	return all
}

// gaps is what is withheld, of all figures of the report whether or not they are shown.
func (g *guarded) gaps() string {
	var b strings.Builder
	w := g.report.Withheld()
	look := func(f *content.Figure) {
		fmt.Fprintf(&b, "%v", w.HidesBase(f))
		for i := range f.Answers {
			fmt.Fprintf(&b, " %v", w.Hides(f, i))
		}
	}
	for _, s := range g.report.Surveys {
		for _, f := range s.Figures {
			look(f)
		}
		for _, d := range s.Breakdowns {
			for _, in := range d.Groups {
				look(in.Figure)
			}
		}
	}
	return b.String()
}

// TestEditionsTellNoMoreThanTables: of invented reports that differ in withheld counts alone, every file
// of the report and of all editions is the same to the last byte: text, key figures, captions,
// alternative texts, the shapes of charts, the order of rows, attached data. So they tell nothing that the
// data tables do not, and what these tell is attacked by TestEditionsTellNothingTogether.
func TestEditionsTellNoMoreThanTables(t *testing.T) {
	pairs, files := 0, 0
	for seed := uint64(2000); pairs < 8 && seed < 2600; seed++ {
		language := []string{"nb", "nn", "en"}[seed%3]
		minimum := []int{3, 5, 10}[seed/3%3]
		g := guard(t, invent.New(seed, invent.Options{Hard: 0.2, Groups: true, Forms: true, Summary: true,
			Chapters: 3, Language: language, Answered: 20 + int(seed*37%300)}), minimum)
		if g == nil {
			continue
		}
		trades := g.trades()
		for k := 0; k < len(trades); k += 1 + len(trades)/8 {
			other := guard(t, trades[k], minimum)
			if other == nil || other.gaps() != g.gaps() || bytes.Equal(counts(g.report), counts(other.report)) {
				continue
			}
			pairs++
			g.publish("pdf,web,csv")
			other.publish("pdf,web,csv")
			have, want := other.files(), g.files()
			for name, data := range want {
				files++
				if !bytes.Equal(data, have[name]) {
					t.Errorf("seed %d, %s, minimum %d: %s tells what is withheld%s", seed, language, minimum, name,
						apart(t, name, data, have[name]))
				}
			}
			break
		}
	}
	t.Logf("%d pairs of reports, %d files", pairs, files)
	if pairs < 8 {
		t.Errorf("only %d pairs", pairs)
	}
}

// counts is all counts of groups, withheld or not.
func counts(r *content.Report) (all []byte) {
	for _, s := range r.Surveys {
		for _, d := range s.Breakdowns {
			for _, in := range d.Groups {
				for _, a := range in.Figure.Answers {
					all = fmt.Append(all, " ", a.Count)
				}
			}
		}
	}
	return all
}

// apart is where two files differ, of a PDF where its text does.
func apart(t *testing.T, name string, a, b []byte) string {
	if strings.HasSuffix(name, "pdf") {
		a = []byte(pdftest.Text(t, pdftest.File(t, "a.pdf", a), "-layout"))
		b = []byte(pdftest.Text(t, pdftest.File(t, "b.pdf", b), "-layout"))
	}
	for i := range a {
		if i >= len(b) || a[i] != b[i] {
			from := max(0, i-60)
			return fmt.Sprintf(":\n%q\n%q", a[from:min(len(a), i+60)], b[min(len(b), from):min(len(b), i+60)])
		}
	}
	return ", not in its text"
}
