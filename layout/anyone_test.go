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

// TestAnyone sets reports that nobody has looked at: none is refused, in none do words lie over words
// or dots or leave the sheet, or does a heading end a page or a line of a paragraph stand alone.
func TestAnyone(t *testing.T) {
	for _, hard := range []float64{0, 0.3, 1} {
		t.Run(fmt.Sprint(hard), func(t *testing.T) {
			t.Parallel()
			for seed := range uint64(100) {
				all, err := faults(invent.New(seed, invent.Options{Hard: hard}))
				if err != nil {
					t.Errorf("seed %d: %v", seed, err)
				}
				for _, f := range all {
					t.Errorf("seed %d: %v", seed, f)
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
