package layout_test

import (
	"flag"
	"fmt"
	"os"
	"sort"
	"testing"

	"rapport/content"
	"rapport/content/invent"
	"rapport/layout"
	"rapport/layout/frame/frametest"
)

var zz = flag.Int("zz", 0, "seeds")

func TestZZ(t *testing.T) {
	counts := map[string]int{}
	first := map[string]string{}
	pages, loaded, refused := 0, 0, 0
	for _, hard := range []float64{0, 0.3, 1} {
		for seed := range uint64(*zz) {
			r := invent.New(seed, invent.Options{Hard: hard})
			c, err := content.Load(r.FS(), invent.Year, invent.Name)
			if err != nil {
				counts["load refused"]++
				continue
			}
			loaded++
			func() {
				defer func() {
					if x := recover(); x != nil {
						counts["PANIC"]++
						first[fmt.Sprintf("PANIC %d", counts["PANIC"])] = fmt.Sprint(seed, hard, x)
					}
				}()
				d, err := layout.Compose(c, layout.Options{})
				if err != nil {
					refused++
					msg := fmt.Sprintf("%v", err)
					if refused < 30 {
						t.Log(seed, hard, msg)
					}
					counts["refused"]++
					return
				}
				pages += len(d.Pages)
				for _, f := range frametest.Faults(d) {
					counts[f.Kind]++
					if counts[f.Kind] < 12 {
						t.Log(seed, hard, f)
					}
				}
			}()
		}
	}
	var keys []string
	for k := range counts {
		keys = append(keys, k)
	}
	sort.Strings(keys)
	for _, k := range keys {
		fmt.Fprintln(os.Stderr, counts[k], k, first[k])
	}
	fmt.Fprintln(os.Stderr, "loaded", loaded, "pages", pages, first)
}
