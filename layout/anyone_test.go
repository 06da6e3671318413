package layout_test

import (
	"fmt"
	"testing"

	"rapport/content"
	"rapport/content/invent"
	"rapport/layout"
	"rapport/layout/frame/frametest"
)

// faults is what is wrong with an invented report once it is set, "" when nothing is.
func faults(r *invent.Report) string {
	c, err := content.Load(r.FS(), invent.Year, invent.Name)
	if err != nil {
		return "loading refuses it: " + err.Error()
	}
	d, err := layout.Compose(c, layout.Options{})
	if err != nil {
		return "layout refuses it: " + err.Error()
	}
	if all := frametest.Faults(d); len(all) > 0 {
		return fmt.Sprint(len(all), " faults, the first: ", all[0])
	}
	return ""
}

// TestAnyone sets reports that nobody has looked at: none is refused, no words lie over words or
// dots, none leaves the sheet, and no heading ends a page. Of one that fails it shows what is left
// when all is taken away that the failure does not need.
func TestAnyone(t *testing.T) {
	seeds := uint64(100)
	if testing.Short() {
		seeds = 10
	}
	for _, hard := range []float64{0, 0.3, 1} {
		t.Run(fmt.Sprint(hard), func(t *testing.T) {
			t.Parallel()
			for seed := range seeds {
				r := invent.New(seed, invent.Options{Hard: hard})
				if wrong := faults(r); wrong != "" {
					t.Errorf("seed %d: %s", seed, wrong)
				}
			}
		})
	}
}
