package check

import (
	"fmt"
	"runtime"
	"strings"
	"testing"
	"testing/fstest"

	"rapport/content"
)

// BenchmarkYear checks the annual report.
func BenchmarkYear(b *testing.B) {
	for _, r := range reports(b, frozen) {
		if r.Year != 2022 {
			continue
		}
		b.ReportAllocs()
		for b.Loop() {
			Report(r)
		}
	}
}

// BenchmarkPages checks invented reports on many surveys, with prose that types its numbers: ten
// times the report must cost ten times the time. A topic fills about one page and a half.
func BenchmarkPages(b *testing.B) {
	for _, size := range []struct{ pages, surveys int }{{35, 1}, {350, 4}, {3500, 35}} {
		b.Run(fmt.Sprintf("pages=%d", size.pages), func(b *testing.B) {
			r, err := content.Load(manyPages(size.surveys, size.pages*2/3), 2024, "stor")
			if err != nil {
				b.Fatal(err)
			}
			runtime.GC()
			var before, after runtime.MemStats
			runtime.ReadMemStats(&before)
			var found []Finding
			for b.Loop() {
				found = Report(r)
			}
			runtime.ReadMemStats(&after)
			b.ReportMetric(float64(after.TotalAlloc-before.TotalAlloc)/float64(b.N)/(1<<20), "MB")
			b.ReportMetric(float64(len(found)), "findings")
			b.ReportMetric(b.Elapsed().Seconds()/float64(b.N)/float64(size.pages)*1e6, "µs/page")
		})
	}
}

// manyPages is an invented report on many surveys.
func manyPages(surveys, topics int) fstest.MapFS {
	const perSurvey = 20
	fsys := fstest.MapFS{}
	var doc strings.Builder
	var list []string
	for s := range surveys {
		id := fmt.Sprintf("s%d", s)
		list = append(list, fmt.Sprintf("%q", "2024/"+id))
		var text strings.Builder
		fmt.Fprintf(&text, "[survey]\nid = %q\ntitle = \"Oppdiktet %d\"\nyear = 2024\n"+
			"population = \"lånere\"\ninvited = 900\nanswered = 500\n", id, s)
		for f := range perSurvey {
			base := 30 + (s*perSurvey+f)%60
			fmt.Fprintf(&text, "[[figure]]\nid = \"f%d\"\ntitle = \"Tema %s\"\n"+
				"question = \"Hvordan er %s ved filialen?\"\nkind = \"scale\"\n[figure.answers]\n"+
				"\"Svært dårlig\" = %d\n\"Dårlig\" = %d\n\"Verken eller\" = %d\n\"Bra\" = %d\n"+
				"\"Svært bra\" = %d\n", f, benchNoun(f), benchNoun(f), base, base+11, base+23,
				base+47, 500-4*base-81)
		}
		fsys["2024/"+id+"/survey.toml"] = &fstest.MapFile{Data: []byte(text.String())}
	}
	fmt.Fprintf(&doc, "[report]\ntitle = \"Stor\"\nlanguage = \"nb\"\ndate = 2024-05-02\n"+
		"publisher = \"Vik bibliotek\"\nsurveys = [%s]\n", strings.Join(list, ", "))
	for t := range topics {
		if t%40 == 0 {
			fmt.Fprintf(&doc, "[[chapter]]\nid = \"k%d\"\ntitle = \"Kapittel %d\"\n", t, t/40+1)
		}
		s, f := t*surveys/topics, t%perSurvey
		base := 30 + (s*perSurvey+f)%60
		fmt.Fprintf(&doc, "[[chapter.topic]]\nid = \"t%d\"\nheadline = \"Om %s\"\n", t,
			benchNoun(f))
		for k := range 3 {
			fmt.Fprintf(&doc, "[[chapter.topic.block]]\nfigure = \"s%d.f%d\"\n", s, (f+k)%perSurvey)
		}
		fmt.Fprintf(&doc, benchProse, s, f, base, base+11, benchNoun(f), 2*base+11)
	}
	for s := range surveys {
		var refs []string
		for f := range perSurvey {
			refs = append(refs, fmt.Sprintf("\"s%d.f%d\"", s, f))
		}
		fmt.Fprintf(&doc, "[[chapter]]\nid = \"alt%d\"\ntitle = \"Alt %d\"\n[[chapter.topic]]\n"+
			"id = \"x%d\"\nheadline = \"Alt\"\n[[chapter.topic.block]]\ntable = [%s]\n", s, s, s,
			strings.Join(refs, ", "))
	}
	fsys["2024/stor/report.toml"] = &fstest.MapFile{Data: []byte(doc.String())}
	return fsys
}

// benchNoun is what a question asks about.
func benchNoun(f int) string {
	return []string{"lyset", "luften", "varmen", "lyden", "utvalget", "hjelpen", "åpningstiden",
		"parkeringen", "lesesalen", "kafeen", "barneavdelingen", "nettsiden", "utlånet",
		"fjernlånet", "utstillingen", "konserten", "foredraget", "skriveren", "veiledningen",
		"verkstedet"}[f]
}

// benchProse is a topic's prose: placeholders, typed numbers right and wrong, claims.
const benchProse = `[[chapter.topic.block]]
prose = """
{prosent s%d.f%d | Bra} synes det er bra. %d svarte at det er svært dårlig og %d at det er dårlig. Andelen har
vært omtrent den samme så lenge spørsmålet har vært stilt, og den er *høyest* blant dem som bor i gangavstand.

Et flertall er fornøyd med %s, mens %d av 500 ikke er det. I 2019 var det 12 prosent. Bibliotekarene merker det
på spørsmålene de får, for kundeveiledning og tilgangskoder tar mer av dagen enn bokanbefalingene gjør. Nesten
halvparten kommer tilbake innen tre dager, og 3 av 10 har lånekort fra en annen kommune.
"""
`

// BenchmarkTopic checks a report that is one topic, with a chart and its prose over and over.
func BenchmarkTopic(b *testing.B) {
	for _, blocks := range []int{100, 1000} {
		b.Run(fmt.Sprintf("blocks=%d", blocks), func(b *testing.B) {
			fsys := manyPages(blocks/20, 0)
			text := string(fsys["2024/stor/report.toml"].Data)
			var doc strings.Builder
			doc.WriteString(text)
			doc.WriteString("[[chapter]]\nid = \"k\"\ntitle = \"K\"\n[[chapter.topic]]\n" +
				"id = \"t\"\nheadline = \"T\"\n")
			for i := range blocks {
				s, f := i/20, i%20
				base := 30 + i%60
				fmt.Fprintf(&doc, "[[chapter.topic.block]]\nfigure = \"s%d.f%d\"\n", s, f)
				fmt.Fprintf(&doc, benchProse, s, f, base, base+11, benchNoun(f), 2*base+11)
			}
			fsys["2024/stor/report.toml"].Data = []byte(doc.String())
			r, err := content.Load(fsys, 2024, "stor")
			if err != nil {
				b.Fatal(err)
			}
			for b.Loop() {
				Report(r)
			}
			b.ReportMetric(b.Elapsed().Seconds()/float64(b.N)/float64(blocks)*1e6, "µs/block")
		})
	}
}
