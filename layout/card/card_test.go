package card_test

import (
	"bytes"
	"flag"
	"fmt"
	"image"
	"image/color"
	"image/png"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"rapport/content"
	"rapport/content/invent"
	"rapport/layout/card"
	"rapport/layout/frame"
	"rapport/layout/frame/frametest"
	"rapport/layout/pdf/pdftest"
	"rapport/layout/raster"
	"rapport/layout/svg"
	"rapport/layout/text"
)

var (
	seeds = flag.Uint64("seeds", 12, "how many invented reports of each kind TestAnyone makes cards of")
	from  = flag.Uint64("from", 0, "the first seed of TestAnyone")
)

// TestAnyone makes cards of reports that nobody has looked at: none is refused, no words lie over words
// or leave the card, and each has its own name and says something.
func TestAnyone(t *testing.T) {
	shaper := text.NewShaper()
	for _, hard := range []float64{0, 0.3, 1} {
		for seed := *from; seed < *from+*seeds; seed++ {
			r, err := content.Load(invent.New(seed, invent.Options{Hard: hard}).FS(), invent.Year, invent.Name)
			if err != nil {
				t.Fatal(err)
			}
			cards, err := card.Compose(r, shaper, "")
			if err != nil {
				t.Errorf("seed %d, %g: %v", seed, hard, err)
				continue
			}
			if len(cards) != len(card.Formats)*len(r.Figures) {
				t.Errorf("seed %d, %g: %d cards of %d figures", seed, hard, len(cards), len(r.Figures))
			}
			sound(t, fmt.Sprintf("seed %d, %g", seed, hard), cards)
		}
	}
}

// sound looks for faults that a reader would see.
func sound(t testing.TB, of string, cards []card.Card) {
	t.Helper()
	names := map[string]bool{}
	for i := range cards {
		c := &cards[i]
		if names[c.Name] || c.Name == "" || strings.ContainsAny(c.Name, `/\:`) {
			t.Errorf("%s: a card named %q", of, c.Name)
		}
		names[c.Name] = true
		if strings.TrimSpace(c.Text()) == "" {
			t.Errorf("%s: %s says nothing", of, c.Name)
		}
		root := &frame.Tag{Role: frame.RoleDocument}
		for _, f := range frametest.Faults(&frame.Document{Pages: []*frame.Page{c.Page}, Root: root}) {
			t.Errorf("%s: %s: %v", of, c.Name, f)
		}
	}
}

// published are the cards of the annual report.
func published(t testing.TB) []card.Card {
	t.Helper()
	fsys := os.DirFS("../../content/testdata/published")
	names, err := content.Reports(fsys, 2022)
	if err != nil {
		t.Fatal(err)
	}
	r, err := content.Load(fsys, 2022, names[0])
	if err != nil {
		t.Fatal(err)
	}
	cards, err := card.Compose(r, text.NewShaper(), "")
	if err != nil {
		t.Fatal(err)
	}
	sound(t, "the annual report", cards)
	return cards
}

// TestDrawnAlike holds the pixels of cards against those that librsvg makes of their SVG.
func TestDrawnAlike(t *testing.T) {
	rsvg := pdftest.Tool(t, "rsvg-convert")
	for _, c := range published(t)[:24] {
		var b bytes.Buffer
		if err := svg.Write(&b, c.Page, svg.Options{Title: "Å & <b>", Description: c.Alt}); err != nil {
			t.Fatal(err)
		}
		file := filepath.Join(t.TempDir(), "card.svg")
		if err := os.WriteFile(file, b.Bytes(), 0o666); err != nil {
			t.Fatal(err)
		}
		out, err := exec.Command(rsvg, file).Output()
		if err != nil {
			t.Fatalf("%s: %v", c.Name, err)
		}
		theirs, err := png.Decode(bytes.NewReader(out))
		if err != nil {
			t.Fatal(err)
		}
		ours, err := raster.Page(c.Page, card.Scale)
		if err != nil {
			t.Fatal(err)
		}
		if theirs.Bounds() != ours.Bounds() {
			t.Fatalf("%s: %v and %v", c.Name, theirs.Bounds(), ours.Bounds())
		}
		// Edges are smoothed in different ways; a stroke or a letter that is missing is a lot more.
		if mean, far := apart(ours, theirs); mean > 0.6 || far > 0.0008 {
			t.Errorf("%s: %.3f apart on average, %.4f of the pixels by a third", c.Name, mean, far)
		}
	}
}

// apart is how far two images are apart: in steps of 255 on average, and the share of pixels that are
// apart by more than a third.
func apart(a, b image.Image) (mean, far float64) {
	r := a.Bounds()
	for y := r.Min.Y; y < r.Max.Y; y++ {
		for x := r.Min.X; x < r.Max.X; x++ {
			u := color.GrayModel.Convert(a.At(x, y)).(color.Gray).Y
			v := color.GrayModel.Convert(b.At(x, y)).(color.Gray).Y
			d := float64(max(u, v) - min(u, v))
			if mean += d; d > 85 {
				far++
			}
		}
	}
	n := float64(r.Dx() * r.Dy())
	return mean / n, far / n
}

func BenchmarkCards(b *testing.B) {
	for b.Loop() {
		for _, c := range published(b) {
			pixels, err := raster.Page(c.Page, card.Scale)
			if err != nil {
				b.Fatal(err)
			}
			if err := png.Encode(new(bytes.Buffer), pixels); err != nil {
				b.Fatal(err)
			}
		}
	}
}
