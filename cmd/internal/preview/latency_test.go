package preview

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"rapport/layout/web/webtest"
)

// BenchmarkSave measures, in a real browser, the time from the moment that a file is saved to the moment
// when the page has been painted with what it says: the median and the 95th percentile, and of the
// median the part until the news are sent.
func BenchmarkSave(b *testing.B) {
	browser := webtest.Start(b)
	d := start(b)
	p := browser.OpenAt(b, d.base, "#screen/14", webtest.View{Width: 1440, Height: 900})
	wait(b, p, "first load", `window.painted`)
	path := filepath.Join(d.report, "20-arbeidsdagen.toml")
	file, err := os.ReadFile(path)
	if err != nil {
		b.Fatal(err)
	}
	var all, sent []float64
	for i := 0; b.Loop(); i++ {
		said := fmt.Sprintf("Omtrent %d like", 1000+i)
		text := strings.Replace(string(file), "Nesten like", strings.ReplaceAll(said, fmt.Sprint(1000+i), word(i)), 1)
		saved := time.Now()
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			b.Fatal(err)
		}
		var seen struct{ At, Took float64 }
		p.Eval(b, fmt.Sprintf(`new Promise(done => {
			const look = () => {
				const shown = window.painted.version === now.version && %s.includes("Omtrent %s like");
				if (shown) done({At: window.painted.at, Took: now.took}); else setTimeout(look, 5);
			};
			look();
		})`, pageText, word(i)), &seen)
		ms := seen.At - float64(saved.UnixMicro())/1000
		all, sent = append(all, ms), append(sent, seen.Took)
		time.Sleep(30 * time.Millisecond)
	}
	slices.Sort(all)
	slices.Sort(sent)
	b.ReportMetric(all[len(all)/2], "ms-median")
	b.ReportMetric(all[len(all)*95/100], "ms-p95")
	b.ReportMetric(sent[len(sent)/2], "ms-until-sent")
	b.ReportMetric(0, "ns/op")
}

// word is a word that no other number has.
func word(n int) string {
	var b strings.Builder
	for b.WriteByte('x'); n > 0; n /= 20 {
		b.WriteByte("bcdfghjklmnpqrstvwxz"[n%20])
	}
	return b.String()
}
