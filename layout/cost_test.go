package layout_test

import (
	"fmt"
	"os"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"rapport/content"
	"rapport/layout"
)

func zzReport(chapters, topics, paras int, kind string) fstest.MapFS {
	var b strings.Builder
	fmt.Fprintf(&b, "[report]\ntitle = \"T\"\nlanguage = \"nb\"\ndate = 2024-01-01\npublisher = \"P\"\nkind = %q\n", kind)
	n := 0
	for c := range chapters {
		fmt.Fprintf(&b, "[[chapter]]\nid = \"c%d\"\ntitle = \"Kapittel %d\"\n", c, c)
		for t := range topics {
			n++
			fmt.Fprintf(&b, "[[chapter.topic]]\nid = \"c%d-t%d\"\nheadline = \"Overskrift %d\"\n[[chapter.topic.block]]\nprose = \"\"\"\n", c, t, n)
			for p := range paras {
				fmt.Fprintf(&b, "Erfaringskonsulenten nummer %d arbeider i kommunen med noe som er viktig hver dag, og %d sier det samme i møtet. Det er flere som har hørt det før.\n\n", n*7919%10007+p, p)
			}
			b.WriteString("\"\"\"\n")
		}
	}
	return fstest.MapFS{"2024/r/report.toml": {Data: []byte(b.String())}}
}

func TestZZCost(t *testing.T) {
	for _, c := range []struct {
		ch, to, pa int
		kind       string
	}{{10, 4, 6, "annual"}, {100, 4, 6, "annual"}, {700, 4, 6, "annual"}, {10, 16, 2, "short"}, {100, 16, 2, "short"}, {1, 1600, 2, "short"}, {1, 1, 1000, "short"}, {1, 1, 10000, "short"}, {1, 1, 30000, "short"}} {
		fsys := zzReport(c.ch, c.to, c.pa, c.kind)
		t0 := time.Now()
		r, err := content.Load(fsys, 2024, "r")
		if err != nil {
			t.Fatal(err)
		}
		t1 := time.Now()
		d, err := layout.Compose(r, layout.Options{})
		if err != nil {
			t.Fatal(err)
		}
		t2 := time.Now()
		fmt.Fprintf(os.Stderr, "%v pages %d load %v compose %v per page %v\n", c, len(d.Pages), t1.Sub(t0), t2.Sub(t1), t2.Sub(t1)/time.Duration(len(d.Pages)))
	}
}
