package main

import (
	"bytes"
	"fmt"
	"io/fs"
	"runtime"
	"strings"
	"testing"
	"testing/fstest"
	"time"
)

// costs are what a report can have much of. make gives a report with n of it.
var costs = []struct {
	name string
	most int // the largest n; a tenth and a hundredth of it are measured too
	make func(n int) fs.FS
}{
	{"block-kB", 5000, func(n int) fs.FS { return ofText(strings.Repeat(line, n*1000/len(line))) }},
	{"paragraph-words", 250_000, func(n int) fs.FS {
		return ofText(strings.Repeat("arbeid med ", n/2))
	}},
	{"wrapped-words", 100_000, func(n int) fs.FS {
		return ofText(strings.Repeat("arbeid med noe mer enn det\n", n/6))
	}},
	{"word-letters", 500_000, func(n int) fs.FS { return ofText(strings.Repeat("erfaring", n/8)) }},
	{"brackets", 20_000, func(n int) fs.FS { return ofText(strings.Repeat("[", n)) }},
	{"emphasis", 20_000, func(n int) fs.FS { return ofText(strings.Repeat("*arbeid* med ", n)) }},
	{"links", 10_000, func(n int) fs.FS {
		return ofText(strings.Repeat("[arbeid](https://example.org/a) med ", n))
	}},
	{"items", 10_000, func(n int) fs.FS { return ofText(strings.Repeat("- arbeid med mer\n", n)) }},
	{"list-kB", 1000, ofNestedList},
	{"footnotes", 10_000, ofNotes},
	{"topics", 1600, ofTopics},
	{"blocks", 3000, func(n int) fs.FS {
		return ofReport(oneTopic+strings.Repeat(block+"heading = \"Boks\"\nfact = \"Det er fint\"\n", n), "")
	}},
	{"answers", 1000, func(n int) fs.FS {
		return ofReport(oneTopic+block+"figure = \"laan.f\"\n", ofAnswers(n, 1))
	}},
	{"compared-answers", 1000, ofComparison},
	{"statements", 1000, func(n int) fs.FS {
		return ofFigures(n, func(i int) string {
			return question("scale", fmt.Sprint("Påstand ", i), "", "Uenig", 4, "Verken eller", 20, "Enig", 40)
		})
	}},
	{"figures", 1000, func(n int) fs.FS {
		return ofFigures(n, func(i int) string {
			return single(fmt.Sprint("Spørsmål ", i), "", fmt.Sprint("Ja ", i), 44, "Nei", 20)
		})
	}},
}

const (
	line  = "Bibliotekarene merker det på spørsmålene de får om kvelden og i helgene.\n\n"
	block = "[[chapter.topic.block]]\n"
)

var oneTopic = fmt.Sprintf(syntheticTopic, "t", 1)

// BenchmarkCost builds reports with much of one thing, and ten and a hundred times less: µs/each
// should stay the same, or fall.
func BenchmarkCost(b *testing.B) {
	for _, c := range costs {
		for n := c.most / 100; n <= c.most; n *= 10 {
			b.Run(fmt.Sprintf("%s=%d", c.name, n), func(b *testing.B) {
				b.ReportMetric(1e3*measure(b, c.make(n), 2022, "stor")/float64(n), "µs/each")
			})
		}
	}
}

// measure compiles a report and says what a page costs: processor time, which other programs do not
// change, memory that was allocated, and bytes of the file. It returns the milliseconds of a run.
func measure(b *testing.B, fsys fs.FS, year int, name string) (ms float64) {
	var pages int
	var out bytes.Buffer
	runtime.GC()
	memory, start := allocated(), processorTime(b)
	for b.Loop() {
		out.Reset()
		c, err := compile(&out, fsys, year, name, nil)
		if err != nil {
			b.Fatal(err)
		}
		pages = len(c.document.Pages)
	}
	runs, per := float64(b.N), float64(pages)
	ms = float64(processorTime(b)-start) / float64(time.Millisecond) / runs
	b.ReportMetric(0, "ns/op") // the metrics below say it better
	b.ReportMetric(per, "pages")
	b.ReportMetric(ms/per, "ms/page")
	b.ReportMetric((allocated()-memory)/1e6/runs/per, "MB/page")
	b.ReportMetric(float64(out.Len())/1e3/per, "kB/page")
	return ms
}

// allocated is how many bytes the program has allocated.
func allocated() float64 {
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return float64(m.TotalAlloc)
}

// TestCostsGrowWithSize sees to it that ten times as much of one thing allocates ten times the
// memory, and no more than a third above that; time cannot be tested on a machine that others use.
func TestCostsGrowWithSize(t *testing.T) {
	for _, c := range costs {
		used := func(n int) float64 {
			fsys := c.make(n)
			before := allocated()
			if _, err := compile(new(bytes.Buffer), fsys, 2022, "stor", nil); err != nil {
				t.Fatalf("%s=%d: %v", c.name, n, err)
			}
			return allocated() - before
		}
		n := c.most / 20
		if one, ten := used(n), used(10*n); ten > 10*1.33*one {
			t.Errorf("%s: %d take %.1f MB, %d take %.1f MB", c.name, n, one/1e6, 10*n, ten/1e6)
		}
	}
}

// costHead begins a report of running text with one chapter.
const costHead = `[report]
title = "Lånerne i tall"
language = "nb"
date = 2022-05-02
publisher = "Vik bibliotek"
openers = false
`

const costChapter = `[[chapter]]
id = "k"
title = "Kapittel"
`

// ofReport is a content folder with a report of a chapter, and figures of its survey.
func ofReport(chapter, figures string) fstest.MapFS {
	return fstest.MapFS{
		"2022/stor/report.toml": {Data: []byte(costHead + costChapter + chapter)},
		"2022/stor/survey.toml": {Data: []byte(syntheticSurvey + figures)},
	}
}

// ofText is a report of one text.
func ofText(markdown string) fs.FS { return ofReport(oneTopic+prose(markdown), "") }

func prose(text string) string { return block + "prose = '''\n" + text + "\n'''\n" }

// ofNestedList has a list as deep as fits into so many kB, each level two spaces further in.
func ofNestedList(kB int) fs.FS {
	var text strings.Builder
	for level := 0; text.Len() < kB*1000; level++ {
		text.WriteString(strings.Repeat("  ", level) + "- Punkt\n")
	}
	return ofText(text.String())
}

// ofNotes has a footnote in each sentence.
func ofNotes(n int) fs.FS {
	var text strings.Builder
	for i := range n {
		fmt.Fprintf(&text, "De fleste går til hovedbiblioteket.[^n%d] ", i)
		if i%5 == 4 {
			text.WriteString("\n\n")
		}
	}
	text.WriteString("\n\n")
	for i := range n {
		fmt.Fprintf(&text, "[^n%d]: Vik bibliotek, årsmelding, side %d.\n", i, i)
	}
	return ofText(text.String())
}

// ofTopics has short topics in running text.
func ofTopics(n int) fs.FS {
	var topics strings.Builder
	for i := range n {
		fmt.Fprintf(&topics, syntheticTopic, fmt.Sprint("t", i), i+1)
		topics.WriteString(prose(line))
	}
	return ofReport(topics.String(), "")
}

// ofAnswers is a figure with so many answers, given in an order that step decides.
func ofAnswers(n, step int) string {
	var answers []any
	for i := range n {
		answers = append(answers, fmt.Sprint("Svar nummer ", i+1), 1+i*step%50)
	}
	return "[[figure]]\nid = \"f\"\n" + question("multiple", "Hva leser du?", "", answers...)
}

// ofComparison has a question with so many answers in two years.
func ofComparison(n int) fs.FS {
	fsys := ofReport(oneTopic+block+"figure = \"laan.f\"\ncompare = true\n", strings.Replace(
		ofAnswers(n, 3), "id = \"f\"\n", "id = \"f\"\ncompare = \"laan2021.f\"\n", 1))
	report := fsys["2022/stor/report.toml"]
	report.Data = bytes.Replace(report.Data, []byte("openers"),
		[]byte("surveys = [\"2021/forrige\"]\nopeners"), 1)
	earlier := strings.NewReplacer("2022", "2021", `"laan"`, `"laan2021"`).Replace(syntheticSurvey)
	fsys["2021/forrige/survey.toml"] = &fstest.MapFile{Data: []byte(earlier + ofAnswers(n, 7))}
	return fsys
}

// ofFigures has so many questions in one block.
func ofFigures(n int, make func(i int) string) fs.FS {
	var refs, figures strings.Builder
	for i := range n {
		fmt.Fprintf(&refs, "\"laan.f%d\", ", i)
		fmt.Fprintf(&figures, "[[figure]]\nid = \"f%d\"\n%s", i, make(i))
	}
	return ofReport(oneTopic+block+"figures = ["+refs.String()+"]\n", figures.String())
}
