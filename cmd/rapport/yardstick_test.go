package main

import (
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"
	"time"
)

// yardstick is one report for two programs: invented, of 20 pages when repeated is 1, with other
// counts and other texts in every repetition, so that no cache serves a page twice.
type yardstick struct{ repeated int }

// asked is a question of the yardstick.
type asked struct {
	kind, title string
	form, typst string // the chart, as each program calls it
	labels      []string
	counts      []int
}

var yardQuestions = []asked{
	{"single", "Hvor låner du oftest?", "donut", "pie",
		[]string{"På hovedbiblioteket", "På en filial", "På nett", "På bokbussen"},
		[]int{40, 15, 7, 2}},
	{"multiple", "Hva gjør du på biblioteket?", "hbar", "bars",
		[]string{"Låner bøker", "Leser aviser", "Møter andre", "Arbeider eller studerer",
			"Hører foredrag", "Bruker verkstedet", "Spiller spill"},
		[]int{58, 21, 19, 17, 12, 6, 3}},
	{"single", "Fikk du hjelp da du sist spurte?", "donut", "pie",
		[]string{"Ja", "Nei", "Husker ikke"}, []int{45, 9, 10}},
	{"single", "Hva skulle du helst hatt mer av?", "hbar", "bars",
		[]string{"Lengre åpningstid om kvelden og i helgene", "Flere romaner",
			"Flere arrangementer", "Stillere lesesaler", "Flere datamaskiner og skrivere",
			"Bedre kaffe"}, []int{18, 14, 11, 9, 7, 5}},
	{"single", "Vil du anbefale biblioteket?", "donut", "pie",
		[]string{"Ja, gjerne", "Kanskje", "Nei"}, []int{50, 10, 4}},
	{"multiple", "Hvordan kommer du hit?", "hbar", "bars",
		[]string{"Til fots", "Med sykkel", "Med buss eller trikk", "Med bil", "Annet"},
		[]int{31, 14, 22, 11, 2}},
}

const (
	yardChapters = 3  // of a repetition
	yardAnswered = 64 // of a repetition, at least
	yardSpread   = 11 // counts differ by less than that between repetitions
	yardYear     = 2022
	yardTitle    = "Lånerne i tall"
	yardOwner    = "Vik bibliotek"
)

// of is a question as it was answered in a chapter of a repetition.
func (q asked) of(repetition, chapter int) asked {
	q.counts = slices.Clone(q.counts)
	for i := range q.counts {
		q.counts[i] += (repetition*7 + chapter*5 + i*3) % yardSpread
	}
	return q
}

// answered is how many answered the question, which may be fewer than answered the survey.
func (q asked) answered() int {
	if q.kind == "multiple" {
		return yardAnswered + yardSpread
	}
	n := 0
	for _, c := range q.counts {
		n += c
	}
	return n
}

// share is a percentage as printed, a half rounded up.
func (q asked) share(i int) string {
	n := q.answered()
	tenths := (2000*q.counts[i] + n) / (2 * n)
	return fmt.Sprintf("%d,%d", tenths/10, tenths%10)
}

// words are the paragraphs under a question.
func (q asked) words(mark string) []string {
	return []string{
		fmt.Sprintf("Omgang %s. %d av %d svarte «%s», det er %s prosent. Andelen har vært omtrent "+
			"den samme så lenge spørsmålet har vært stilt, og de som sjelden låner, sier oftere at "+
			"åpningstidene avgjør hvor de går.",
			mark, q.counts[0], q.answered(), q.labels[0], q.share(0)),
		fmt.Sprintf("Bibliotekarene merker det på spørsmålene de får, for kundeveiledning og "+
			"tilgangskoder tar mer av dagen enn bokanbefalingene gjør. «%s» svarte %d.",
			q.labels[1], q.counts[1]),
	}
}

// survey is how many answered the survey of a repetition.
func (y yardstick) survey(repetition int) int {
	most := 0
	for chapter := range yardChapters {
		for _, q := range yardQuestions {
			most = max(most, q.of(repetition, chapter).answered())
		}
	}
	return most
}

// content is the report as a content folder.
func (y yardstick) content() fstest.MapFS {
	out, names := fstest.MapFS{}, []string{}
	var doc strings.Builder
	for r := range y.repeated {
		id := fmt.Sprintf("s%d", r)
		names = append(names, strconv.Quote("2022/"+id))
		out["2022/"+id+"/survey.toml"] = &fstest.MapFile{Data: []byte(y.surveyTOML(r))}
		for c := range yardChapters {
			y.chapterTOML(&doc, r, c)
		}
		fmt.Fprintf(&doc, "[[chapter]]\nid = \"alle%d\"\ntitle = \"Alle svar %s\"\n"+
			"[[chapter.topic]]\nid = \"svar%[1]d\"\nheadline = \"Alle svar %[2]s\"\n"+
			"[[chapter.topic.block]]\ntable = [\"s%[1]d.*\"]\n", r, yardMark(r))
	}
	head := fmt.Sprintf("[report]\ntitle = %q\nlanguage = \"nb\"\ndate = 2022-05-02\n"+
		"publisher = %q\n"+
		"surveys = [%s]\n[cover]\nsurvey = \"s0\"\n", yardTitle, yardOwner, strings.Join(names, ", "))
	out["2022/stor/report.toml"] = &fstest.MapFile{Data: []byte(head + doc.String())}
	return out
}

func (y yardstick) surveyTOML(r int) string {
	var b strings.Builder
	all := y.survey(r)
	fmt.Fprintf(&b, "[survey]\nid = \"s%d\"\ntitle = \"Låneundersøkelsen\"\nyear = %d\n"+
		"population = \"lånere\"\ninvited = %d\nanswered = %d\n", r, yardYear, 2*all, all)
	for c := range yardChapters {
		for i, q := range yardQuestions {
			q := q.of(r, c)
			fmt.Fprintf(&b, "[[figure]]\nid = \"f%d_%d\"\nmissing = %d\nquestion = %q\ntitle = %[4]q\n"+
				"kind = %q\n[figure.answers]\n", c, i, all-q.answered(), q.title, q.kind)
			for j, label := range q.labels {
				fmt.Fprintf(&b, "%q = %d\n", label, q.counts[j])
			}
		}
	}
	return b.String()
}

func (y yardstick) chapterTOML(b *strings.Builder, r, c int) {
	fmt.Fprintf(b, "[[chapter]]\nid = \"k%d_%d\"\ntitle = %q\nintro = \"Hvor lånerne går.\"\n",
		r, c, yardChapter(r, c))
	for i, q := range yardQuestions {
		q := q.of(r, c)
		if i%2 == 0 {
			fmt.Fprintf(b, "[[chapter.topic]]\nid = \"t%d_%d_%d\"\nheadline = %q\n",
				r, c, i, q.title)
		}
		fmt.Fprintf(b, "[[chapter.topic.block]]\nfigure = \"s%d.f%d_%d\"\nform = %q\n",
			r, c, i, q.form)
		fmt.Fprintf(b, "[[chapter.topic.block]]\nprose = \"\"\"\n%s\n\"\"\"\n",
			strings.Join(q.words(yardMark(r)), "\n\n"))
	}
}

func yardChapter(r, c int) string {
	return fmt.Sprintf("Kapittel %c i omgang %s", 'A'+c, yardMark(r))
}

func yardMark(r int) string { return strings.Repeat(string(rune('A'+r%26)), 1+r/26) }

// typst is the report as a source of Typst, for the template beside it.
func (y yardstick) typst() string {
	var b strings.Builder
	b.WriteString("#import \"report.typ\": *\n")
	fmt.Fprintf(&b, "#show: report.with(%q, %q)\n", yardTitle, yardOwner)
	for r := range y.repeated {
		var groups strings.Builder
		for c := range yardChapters {
			fmt.Fprintf(&b, "#chapter(%q, %q, \"Hvor lånerne går.\")\n",
				strconv.Itoa(1+c+r*yardChapters), yardChapter(r, c))
			for i, q := range yardQuestions {
				q := q.of(r, c)
				if i%2 == 0 {
					fmt.Fprintf(&b, "#pagebreak(weak: true)\n== %s\n", q.title)
				}
				fmt.Fprintf(&b, "#question(%q, %s, \"n = %d\", %q, %s)\n%s\n\n",
					q.title, q.typst, q.answered(), q.typstAlt(), q.typstAnswers(),
					strings.Join(q.words(yardMark(r)), "\n\n"))
				fmt.Fprintf(&groups, "(%q, %s),", q.title, q.typstAnswers())
			}
		}
		fmt.Fprintf(&b, "#pagebreak()\n= Alle svar %s\n#all((%s))\n", yardMark(r), groups.String())
	}
	return b.String()
}

func (q asked) typstAnswers() string {
	var b strings.Builder
	for i, label := range q.labels {
		fmt.Fprintf(&b, "(%q, %d, %q),", label, q.counts[i], q.share(i)+" %")
	}
	return "(" + b.String() + ")"
}

func (q asked) typstAlt() string {
	var all []string
	for i, label := range q.labels {
		all = append(all, label+" "+q.share(i)+" prosent")
	}
	return strings.Join(all, "; ")
}

// TestYardstick builds the report, whose typed numbers the check must find right, and sets it with
// Typst where that is there.
func TestYardstick(t *testing.T) {
	dir := t.TempDir()
	yardstick{2}.write(t, dir)
	var out strings.Builder
	if code := run([]string{"build", "2022", "--content", dir + "/content", "--out", dir + "/out"},
		&out, &out); code != 0 {
		t.Errorf("exit code %d:\n%s", code, out.String())
	}
	if typst, err := exec.LookPath("typst"); err == nil {
		if out, err := exec.Command(typst, yardTypst(dir)...).CombinedOutput(); err != nil {
			t.Errorf("%v\n%s", err, out)
		}
	}
}

// write puts the report, for both programs, into a folder.
func (y yardstick) write(t testing.TB, dir string) {
	t.Helper()
	template, err := os.ReadFile("testdata/yardstick/report.typ")
	if err != nil {
		t.Fatal(err)
	}
	all := fstest.MapFS{
		"report.typ": {Data: template},
		"stor.typ":   {Data: []byte(y.typst())},
	}
	for name, file := range y.content() {
		all["content/"+name] = file
	}
	if err := os.CopyFS(dir, all); err != nil {
		t.Fatal(err)
	}
}

func yardTypst(dir string) []string {
	return []string{"compile", "--pdf-standard", "ua-1", filepath.Join(dir, "stor.typ"),
		filepath.Join(dir, "typst.pdf")}
}

// BenchmarkYardstick runs the program cold on the yardstick, and Typst in turn where that is there:
// rapport/typst is our share of its wall time, as the median of pairs.
func BenchmarkYardstick(b *testing.B) {
	program := builtProgram(b)
	typst, _ := exec.LookPath("typst")
	for _, repeated := range []int{1, 10, 100} {
		b.Run(fmt.Sprintf("repeated=%d", repeated), func(b *testing.B) {
			dir := b.TempDir()
			yardstick{repeated}.write(b, dir)
			var ours, share []cost
			for b.Loop() {
				a := timed(b, dir, program, "build", "2022")
				ours = append(ours, a)
				if typst != "" {
					t := timed(b, dir, typst, yardTypst(dir)...)
					share = append(share, cost{a.wall / t.wall, a.cpu / t.cpu, a.peak / t.peak})
				}
			}
			m := median(ours)
			b.ReportMetric(0, "ns/op")
			b.ReportMetric(1e3*m.wall, "ms")
			b.ReportMetric(1e3*m.cpu, "cpu-ms")
			b.ReportMetric(m.peak, "peak-MiB")
			if typst != "" {
				s := median(share)
				b.ReportMetric(s.wall, "rapport/typst")
				b.ReportMetric(s.cpu, "cpu/typst")
				b.ReportMetric(s.peak, "peak/typst")
			}
		})
	}
}

// BenchmarkBatch builds sixty copies of the yardstick in one go.
func BenchmarkBatch(b *testing.B) {
	const reports = 60
	program, dir := builtProgram(b), b.TempDir()
	y := yardstick{1}.content()
	report := y["2022/stor/report.toml"]
	for i := range reports {
		y[fmt.Sprintf("2022/stor%d/report.toml", i)] = report
	}
	delete(y, "2022/stor/report.toml")
	if err := os.CopyFS(filepath.Join(dir, "content"), fs.FS(y)); err != nil {
		b.Fatal(err)
	}
	var all []cost
	for b.Loop() {
		all = append(all, timed(b, dir, program, "build", "2022"))
	}
	m := median(all)
	b.ReportMetric(0, "ns/op")
	b.ReportMetric(reports/m.wall, "documents/s")
	b.ReportMetric(1e3*m.cpu/reports, "cpu-ms/document")
	b.ReportMetric(m.peak, "peak-MiB")
}

// builtProgram builds rapport.
func builtProgram(b *testing.B) string {
	program := filepath.Join(b.TempDir(), "rapport")
	if out, err := exec.Command("go", "build", "-o", program, ".").CombinedOutput(); err != nil {
		b.Fatalf("go build: %v\n%s", err, out)
	}
	return program
}

// cost is what a run of a program takes: seconds of wall and processor time, and the most memory in
// MiB (Linux counts it in KiB).
type cost struct{ wall, cpu, peak float64 }

// timed runs a program in a folder. What a child held is counted from its start.
func timed(b *testing.B, dir, program string, args ...string) cost {
	cmd := exec.Command(program, args...)
	cmd.Dir = dir
	started := time.Now()
	if out, err := cmd.CombinedOutput(); err != nil {
		b.Fatalf("%s: %v\n%s", program, err, out)
	}
	c := cost{wall: time.Since(started).Seconds()}
	c.cpu = (cmd.ProcessState.UserTime() + cmd.ProcessState.SystemTime()).Seconds()
	c.peak = peakOf(cmd.ProcessState)
	return c
}

// median is the median of each figure.
func median(all []cost) cost {
	middle := func(of func(cost) float64) float64 {
		var values []float64
		for _, c := range all {
			values = append(values, of(c))
		}
		slices.Sort(values)
		return values[len(values)/2]
	}
	return cost{
		middle(func(c cost) float64 { return c.wall }),
		middle(func(c cost) float64 { return c.cpu }),
		middle(func(c cost) float64 { return c.peak }),
	}
}
