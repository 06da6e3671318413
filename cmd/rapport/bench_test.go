package main

import (
	"bytes"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"
)

// The sizes of report that are measured, by chapters and topics in each of them. The names are the
// pages that they come to, about; the real number is among the results.
var sizes = []struct {
	name             string
	chapters, topics int
}{
	{"24", 2, 8},
	{"240", 2, 116},
	{"2400", 2, 1196},
	{"10000", 2, 4996},
	{"2860/chapters=700", 700, 3},
	{"9860/chapters=700", 700, 13},
}

// BenchmarkProcess measures the program from its start to its end, cold: wall time, processor time
// and the most memory it held. (The kernel counts a child's memory from the fork, so MB is never
// below what this benchmark itself holds.)
func BenchmarkProcess(b *testing.B) {
	program := filepath.Join(b.TempDir(), "rapport")
	if out, err := exec.Command("go", "build", "-o", program, ".").CombinedOutput(); err != nil {
		b.Fatalf("go build: %v\n%s", err, out)
	}
	for _, size := range sizes {
		b.Run("pages="+size.name, func(b *testing.B) {
			dir := b.TempDir()
			fsys := synthetic(size.chapters, size.topics)
			if err := os.CopyFS(filepath.Join(dir, "content"), fsys); err != nil {
				b.Fatal(err)
			}
			var peak, cpu float64
			var said []byte
			for b.Loop() {
				cmd := exec.Command(program, "build", "2022")
				cmd.Dir = dir
				out, err := cmd.CombinedOutput()
				if err != nil {
					b.Fatalf("%v\n%s", err, out)
				}
				said = out
				cpu += (cmd.ProcessState.UserTime() + cmd.ProcessState.SystemTime()).Seconds()
				peak = max(peak, peakOf(cmd.ProcessState))
			}
			var pages, size int
			numbers := string(said[bytes.IndexByte(said, ' '):])
			if _, err := fmt.Sscanf(numbers, "%d pages, %d bytes", &pages, &size); err != nil {
				b.Fatalf("%s: %v", said, err)
			}
			runs := float64(b.N)
			b.ReportMetric(1e3*b.Elapsed().Seconds()/runs, "ms")
			b.ReportMetric(peak, "peak-MB")
			b.ReportMetric(0, "ns/op") // the metrics below say it better
			b.ReportMetric(float64(pages), "pages")
			b.ReportMetric(1e3*cpu/runs/float64(pages), "ms/page")
			b.ReportMetric(float64(size)/1e3/float64(pages), "kB/page")
		})
	}
}

// BenchmarkCompile measures the three stages alone, as in a batch of documents: a page costs the
// same in a report of any size, but for what every file has, as its fonts.
func BenchmarkCompile(b *testing.B) {
	for _, size := range sizes {
		b.Run("pages="+size.name, func(b *testing.B) {
			measure(b, synthetic(size.chapters, size.topics), 2022, "stor")
		})
	}
}

// BenchmarkYear is the real thing: the program on the annual report.
func BenchmarkYear(b *testing.B) {
	fsys, name := goldenReport(b)
	measure(b, fsys, goldenYear, name)
}

// synthetic is a content folder with one report of chapters, each with so many topics. A topic
// has prose and two or three charts, which fill a page; eight topics a chapter make 35 charts.
func synthetic(chapters, topics int) fs.FS {
	const head = `[report]
title = "Lånerne i tall"
subtitle = "Hva de som bruker biblioteket, sier om det"
language = "nb"
date = 2022-05-02
publisher = "Vik bibliotek"
[cover]
survey = "laan"
ring = "laan.f0"
[key]
kicker = "Nøkkeltall"
headline = "Året i tall"
hero = { figure = "laan.f0", answer = "På hovedbiblioteket", text = "låner på hovedbiblioteket" }
[[key.figure]]
survey = "laan"
text = "av lånerne svarte"
`
	var doc strings.Builder
	doc.WriteString(head)
	for c := range chapters {
		fmt.Fprintf(&doc, syntheticChapter, c, c+1)
		for t := range topics {
			id := fmt.Sprintf("k%dt%d", c, t)
			fmt.Fprintf(&doc, syntheticTopic, id, t+1)
			for _, figure := range syntheticPages[(c*topics+t)%len(syntheticPages)] {
				fmt.Fprintf(&doc, "[[chapter.topic.block]]\nfigure = \"laan.f%d\"\n", figure)
			}
			doc.WriteString(syntheticProse)
		}
	}
	doc.WriteString(syntheticMethod)

	var survey strings.Builder
	survey.WriteString(syntheticSurvey)
	for i, f := range syntheticFigures {
		fmt.Fprintf(&survey, "[[figure]]\nid = \"f%d\"\n%s\n", i, f)
	}
	return fstest.MapFS{
		"2022/stor/report.toml": {Data: []byte(doc.String())},
		"2022/stor/survey.toml": {Data: []byte(survey.String())},
	}
}

// What the synthetic report is made of.
const (
	syntheticChapter = `[[chapter]]
id = "k%d"
title = "Kapittel %d"
intro = "Hvor lånerne går, og hvordan de blir møtt."
`
	syntheticTopic = `[[chapter.topic]]
id = %q
kicker = "Tema %d"
headline = "De fleste går til hovedbiblioteket"
`
	syntheticMethod = `[method]
title = "Metode"
[[method.topic]]
id = "svar"
kicker = "Alle svar"
headline = "Alle svar"
[[method.topic.block]]
table = ["laan.*"]
`
	syntheticSurvey = `[survey]
id = "laan"
title = "Låneundersøkelsen 2022"
year = 2022
period = "mars 2022"
population = "lånere"
invited = 120
answered = 64
`
)

// syntheticPages are the figures of topics that fill a page.
var syntheticPages = [][]int{{0, 1}, {2, 4}, {3, 7, 6}, {5, 2}, {0, 7}}

const syntheticProse = `[[chapter.topic.block]]
prose = """
{Word laan.f0 | På hovedbiblioteket} av {n laan} lånere går til *hovedbiblioteket*, det er
{percent laan.f0 | På hovedbiblioteket}. Andelen har vært omtrent den samme så lenge spørsmålet har vært
stilt, og den er **høyest blant dem som bor i gangavstand**. De som sjelden låner, sier oftere at
åpningstidene avgjør hvor de går.

På nett låner {share laan.f0 | På nett}. Bibliotekarene merker det på spørsmålene de får, for
kundeveiledning og tilgangskoder tar mer av dagen enn bokanbefalingene gjør. Se også {see k0t0}.
"""
`

var syntheticFigures = []string{
	single("Hvor låner du oftest?", "Sted",
		"På hovedbiblioteket", 40, "På en filial", 15, "På nett", 7, "På bokbussen", 2),
	question("multiple", "Hva gjør du på biblioteket?", "Gjøremål",
		"Låner bøker", 58, "Leser aviser", 21, "Møter andre", 19, "Arbeider eller studerer", 17,
		"Hører foredrag", 12, "Bruker verkstedet", 6, "Spiller spill", 3),
	single("Fikk du hjelp da du sist spurte?", "Hjelp", "Ja", 55, "Nei", 9),
	question("scale", "Hvor trygg er du i lokalet om kvelden?", "Trygghet",
		"Svært utrygg", 3, "Utrygg", 6, "Verken eller", 11, "Trygg", 24, "Svært trygg", 20),
	"ordered = true\n" + single("Hvor lenge har du vært låner?", "Tid",
		"Under ett år", 8, "1–3 år", 14, "4–10 år", 22, "Over 10 år", 20),
	single("Hva skulle du helst hatt mer av?", "Ønsker",
		"Lengre åpningstid om kvelden og i helgene", 18, "Flere romaner", 14,
		"Flere arrangementer", 11, "Stillere lesesaler", 9, "Flere datamaskiner og skrivere", 7,
		"Bedre kaffe", 5),
	single("Vil du anbefale biblioteket?", "Anbefaling", "Ja, gjerne", 50, "Kanskje", 10, "Nei", 4),
	question("scale", "Hvor fornøyd er du med utvalget?", "Utvalg",
		"Svært misfornøyd", 1, "Misfornøyd", 5, "Verken eller", 9, "Fornøyd", 30,
		"Svært fornøyd", 19),
}

func single(words, title string, labelsAndCounts ...any) string {
	return question("single", words, title, labelsAndCounts...)
}

// question is a figure in TOML.
func question(kind, words, title string, labelsAndCounts ...any) string {
	var b strings.Builder
	fmt.Fprintf(&b, "question = %q\ntitle = %q\nkind = %q\n", words, title, kind)
	b.WriteString("[figure.answers]\n")
	for i := 0; i < len(labelsAndCounts); i += 2 {
		fmt.Fprintf(&b, "%q = %d\n", labelsAndCounts[i], labelsAndCounts[i+1])
	}
	return b.String()
}
