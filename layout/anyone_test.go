package layout_test

import (
	"flag"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"rapport/content"
	"rapport/content/invent"
	"rapport/layout"
	"rapport/layout/frame/frametest"
	"rapport/layout/pdf"
)

// faults are what a reader would see wrong in an invented report. The error is a report that is
// refused.
func faults(r *invent.Report) ([]frametest.Fault, error) { return faultsOf(r.FS()) }

func faultsOf(fsys fs.FS) ([]frametest.Fault, error) {
	c, err := content.Load(fsys, invent.Year, invent.Name)
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

// How many invented reports of each kind are set, and where one that fails is kept, by hand:
//
//	go test ./layout -run TestAnyone -seeds 2000 -from 5000 -keep /tmp/kept -timeout 1h
var (
	seeds = flag.Uint64("seeds", 100, "how many invented reports of each kind TestAnyone sets")
	from  = flag.Uint64("from", 0, "the first seed of TestAnyone")
	keep  = flag.String("keep", "", "a `folder` for what fails in TestAnyone, made as small as it can")
)

// shrinkTries is how many smaller reports are tried in the place of one that fails.
const shrinkTries = 3000

// TestAnyone sets reports that nobody has looked at: none is refused, in none do words lie over words
// or dots or leave the sheet, or does a heading end a page or a line of a paragraph stand alone.
func TestAnyone(t *testing.T) {
	for _, hard := range []float64{0, 0.3, 1} {
		t.Run(fmt.Sprint(hard), func(t *testing.T) {
			t.Parallel()
			for seed := *from; seed < *from+*seeds; seed++ {
				r := invent.New(seed, invent.Options{
					Hard: hard, Forms: seed%2 == 1, Summary: seed%4 > 0, Groups: seed%3 > 0,
				})
				kind := fault(t, seed, r)
				if kind == "" || *keep == "" {
					continue
				}
				small := invent.Shrink(r, func(r *invent.Report) bool { return like(r, kind) }, shrinkTries)
				if err := small.Write(filepath.Join(*keep, fmt.Sprint(seed, "-", hard))); err != nil {
					t.Fatal(err)
				}
			}
		})
	}
}

// fault reports the faults of a report and gives the kind of the first, "" when there is none.
func fault(t *testing.T, seed uint64, r *invent.Report) (kind string) {
	all, err := faults(r)
	if err != nil {
		t.Errorf("seed %d: %v", seed, err)
		return "refuse"
	}
	for _, f := range all {
		t.Errorf("seed %d: %v", seed, f)
		kind = f.Kind
	}
	return kind
}

// like says whether a report has a fault of a kind.
func like(r *invent.Report, kind string) bool {
	all, err := faults(r)
	if err != nil {
		return strings.Contains(err.Error(), kind) && !strings.Contains(err.Error(), "loading")
	}
	return slices.ContainsFunc(all, func(f frametest.Fault) bool { return f.Kind == kind })
}

// TestKept sets what once failed in TestAnyone, as small as it could be made; all of it is invented.
func TestKept(t *testing.T) {
	folders, err := filepath.Glob("testdata/kept/*")
	if err != nil || len(folders) == 0 {
		t.Fatal("nothing is kept", err)
	}
	for _, folder := range folders {
		t.Run(filepath.Base(folder), func(t *testing.T) {
			all, err := faultsOf(os.DirFS(folder))
			if err != nil {
				t.Fatal(err)
			}
			for _, f := range all {
				t.Error(f)
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
