package invent_test

import (
	"io/fs"
	"strings"
	"testing"

	"rapport/content"
	"rapport/content/invent"
)

// bytes are all files of a report, one after the other.
func bytes(t *testing.T, r *invent.Report) string {
	t.Helper()
	var b strings.Builder
	err := fs.WalkDir(r.FS(), ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := fs.ReadFile(r.FS(), name)
		b.WriteString(name)
		b.Write(data)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestSameSeedSameBytes(t *testing.T) {
	for seed := range uint64(20) {
		a, b := invent.New(seed, invent.Options{Hard: 0.5}), invent.New(seed, invent.Options{Hard: 0.5})
		if bytes(t, a) != bytes(t, b) {
			t.Errorf("seed %d gives two reports", seed)
		}
		if bytes(t, a) == bytes(t, invent.New(seed+1, invent.Options{Hard: 0.5})) {
			t.Errorf("seeds %d and %d give one report", seed, seed+1)
		}
	}
}

// TestValid: what is invented loads.
func TestValid(t *testing.T) {
	groups := 0
	for seed := range uint64(150) {
		for _, hard := range []float64{0, 0.3, 1} {
			r := invent.New(seed, invent.Options{Hard: hard, Forms: seed%2 == 1, Summary: true,
				Groups: seed%3 > 0})
			c, err := content.Load(r.FS(), invent.Year, invent.Name)
			if err != nil {
				t.Errorf("seed %d, hard %v: %v", seed, hard, err)
				continue
			}
			for _, s := range c.Surveys {
				for _, b := range s.Breakdowns {
					groups += len(b.Groups)
				}
			}
		}
	}
	if groups < 1000 {
		t.Errorf("only %d groups were invented", groups)
	}
}

// TestShrink takes away all but what makes a report fail.
func TestShrink(t *testing.T) {
	load := func(r *invent.Report) *content.Report {
		c, _ := content.Load(r.FS(), invent.Year, invent.Name)
		return c
	}
	quotes := func(r *invent.Report) bool {
		c := load(r)
		if c == nil {
			return false
		}
		for _, ch := range c.Chapters {
			for _, topic := range ch.Topics {
				for _, b := range topic.Blocks {
					if b.Kind == content.QuoteBlock && len(b.Source) > 0 {
						return true
					}
				}
			}
		}
		return false
	}
	for seed := range uint64(100) {
		r := invent.New(seed, invent.Options{})
		if !quotes(r) {
			continue
		}
		small := invent.Shrink(r, quotes, 4000)
		if !quotes(small) || small.Size() > 700 {
			t.Errorf("seed %d: %d bytes are left of %d:\n%s", seed, small.Size(), r.Size(), bytes(t, small))
		}
		return
	}
	t.Fatal("no report has a quotation with a source")
}
