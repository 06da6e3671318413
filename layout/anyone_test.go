package layout_test

import (
	"fmt"
	"io"
	"testing"

	"rapport/content"
	"rapport/content/invent"
	"rapport/layout"
	"rapport/layout/frame/frametest"
	"rapport/layout/pdf"
)

// faults are what a reader would see wrong in an invented report. The error is a report that is
// refused.
func faults(r *invent.Report) ([]frametest.Fault, error) {
	c, err := content.Load(r.FS(), invent.Year, invent.Name)
	if err != nil {
		return nil, fmt.Errorf("loading refuses it: %w", err)
	}
	d, err := layout.Compose(c, layout.Options{})
	if err != nil {
		return nil, fmt.Errorf("layout refuses it: %w", err)
	}
	if err := pdf.Write(io.Discard, d, pdf.Options{Producer: "rapport"}); err != nil {
		return nil, fmt.Errorf("it cannot be written: %w", err)
	}
	return frametest.Faults(d), nil
}

// TestAnyone sets reports that nobody has looked at: none is refused, and in no more of them than
// known do words lie over words or dots or leave the sheet, or does a heading end a page. known is
// what is left to mend; lower it with what is mended.
func TestAnyone(t *testing.T) {
	for _, c := range []struct {
		hard  float64
		known int // of 100
	}{{0, 0}, {0.3, 0}, {1, 0}} {
		t.Run(fmt.Sprint(c.hard), func(t *testing.T) {
			t.Parallel()
			var wrong []string
			for seed := range uint64(100) {
				all, err := faults(invent.New(seed, invent.Options{Hard: c.hard}))
				if err != nil {
					t.Errorf("seed %d: %v", seed, err)
				}
				if len(all) > 0 {
					wrong = append(wrong, fmt.Sprintf("seed %d: %d, the first %v", seed, len(all), all[0]))
				}
			}
			if len(wrong) != c.known {
				t.Errorf("%d reports have faults, %d are known:", len(wrong), c.known)
				for _, w := range wrong {
					t.Error(w)
				}
			}
		})
	}
}

// TestPageNumbersSettle composes a report whose page numbers turn back and forth while the references
// that print them are as wide as they are.
func TestPageNumbersSettle(t *testing.T) {
	if _, err := faults(invent.New(30145, invent.Options{Hard: 1})); err != nil {
		t.Error(err)
	}
}
