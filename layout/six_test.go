package layout_test

import (
	"os"
	"testing"

	"rapport/content"
	"rapport/layout"
	"rapport/layout/frame/frametest"
)

func TestZZSix(t *testing.T) {
	fsys := os.DirFS("../content")
	years, _ := content.Years(fsys)
	for _, y := range years {
		names, _ := content.Reports(fsys, y)
		for _, n := range names {
			r, err := content.Load(fsys, y, n)
			if err != nil {
				t.Fatal(err)
			}
			d, err := layout.Compose(r, layout.Options{})
			if err != nil {
				t.Fatal(err)
			}
			for _, f := range frametest.Faults(d) {
				t.Log(y, n, f)
			}
		}
	}
}
