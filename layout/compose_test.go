package layout

import (
	"errors"
	"fmt"
	"os"
	"runtime"
	"slices"
	"strings"
	"sync"
	"testing"

	"rapport/content"
	"rapport/fonts"
	"rapport/layout/frame"
	"rapport/layout/frame/frametest"
	"rapport/layout/text"
)

// The reports of this repository: those that authors change, and a copy that stays as it is.
const (
	originals = "../content"
	frozen    = "../content/testdata/published"
)

// reports loads every report of a content folder.
func reports(t testing.TB, folder string) []*content.Report {
	t.Helper()
	fsys := os.DirFS(folder)
	years, err := content.Years(fsys)
	if err != nil {
		t.Fatal(err)
	}
	var all []*content.Report
	for _, year := range years {
		names, err := content.Reports(fsys, year)
		if err != nil {
			t.Fatal(err)
		}
		for _, name := range names {
			r, err := content.Load(fsys, year, name)
			if err != nil {
				t.Fatal(err)
			}
			all = append(all, r)
		}
	}
	if len(all) == 0 {
		t.Fatal("no report in the content folder")
	}
	return all
}

// TestReports composes the reports that authors change: whatever they say, these things hold.
func TestReports(t *testing.T) {
	for _, r := range reports(t, originals) {
		t.Run(fmt.Sprintf("%d/%s", r.Year, r.Name), func(t *testing.T) {
			d, err := Compose(r, Options{})
			if err != nil {
				t.Fatal(err)
			}
			insidePages(t, d)
			noTextOverText(t, d)
			nothingLost(t, r, d)
			headingsInOrder(t, d)
			linksResolve(t, d)
			if len(d.Pages)%4 != 0 {
				t.Errorf("%d pages, not a multiple of four", len(d.Pages))
			}
		})
	}
}

// box is the ink of a run, by its face's x-height and half its descent: what must not touch.
type box struct {
	x0, y0, x1, y1 fonts.Pt
	words          string
}

func inkOf(t *frame.Text) box {
	f := t.Run.Face
	em := t.Run.Size / fonts.Pt(f.UnitsPerEm)
	return box{
		x0: t.X, x1: t.X + t.Run.Width, y0: t.Y - fonts.Pt(f.XHeight)*em, y1: t.Y + fonts.Pt(-f.Descent)*em/4,
		words: runText(t.Run),
	}
}

func runText(r text.Run) string {
	var b strings.Builder
	for _, g := range r.Glyphs {
		b.WriteString(g.Text())
	}
	return b.String()
}

func insidePages(t *testing.T, d *frame.Document) {
	t.Helper()
	for n, p := range d.Pages {
		for _, it := range p.Items {
			if it.Text == nil {
				continue
			}
			b := inkOf(it.Text)
			if b.x0 < 8*72/25.4 || b.x1 > p.Width-8*72/25.4 || b.y0 < 8*72/25.4 || b.y1 > p.Height-8*72/25.4 {
				t.Errorf("page %d: %q leaves the safe area of 8 mm: %.0f,%.0f to %.0f,%.0f", n+1, b.words, b.x0, b.y0, b.x1, b.y1)
			}
		}
	}
}

func noTextOverText(t *testing.T, d *frame.Document) {
	t.Helper()
	for n, p := range d.Pages {
		var boxes []box
		for _, it := range p.Items {
			if it.Text != nil && strings.TrimSpace(runText(it.Text.Run)) != "" {
				boxes = append(boxes, inkOf(it.Text))
			}
		}
		for i, a := range boxes {
			for _, b := range boxes[i+1:] {
				if a.x0 < b.x1-0.5 && b.x0 < a.x1-0.5 && a.y0 < b.y1-0.5 && b.y0 < a.y1-0.5 {
					t.Errorf("page %d: %q and %q overlap", n+1, a.words, b.words)
				}
			}
		}
	}
}

// nothingLost looks for every word of the content in the tagged text, and every figure as often as
// it is in the content.
func nothingLost(t *testing.T, r *content.Report, d *frame.Document) {
	t.Helper()
	all := squeeze(taggedText(d, d.Root))
	for _, ch := range append(slices.Clone(r.Chapters), r.Method) {
		if ch == nil {
			continue
		}
		wantText(t, all, ch.Title)
		for _, topic := range ch.Topics {
			wantText(t, all, topic.Headline)
			for _, b := range topic.Blocks {
				wantBlock(t, all, b)
			}
		}
	}
	want := len(r.Figures)
	if s := r.Summary; s != nil {
		for _, k := range s.Findings { // each has its persons
			if _, base, ok := r.Withheld().KeyFigure(k).Value(); ok && base > 0 {
				want++
			}
		}
	}
	if n := count(d.Root, frame.RoleFigure); n != want {
		t.Errorf("%d figures are drawn, the content has %d", n, want)
	}
}

func wantBlock(t *testing.T, all string, b *content.Block) {
	t.Helper()
	wantText(t, all, b.Heading)
	wantProse(t, all, b.Text)
	for _, p := range b.Points {
		wantText(t, all, p.Title)
		wantProse(t, all, p.Text)
	}
	for _, th := range b.Themes {
		wantText(t, all, th.Title)
		wantProse(t, all, th.Text)
	}
}

func wantProse(t *testing.T, all string, p content.Prose) {
	t.Helper()
	for _, para := range p {
		for _, in := range para.Inlines {
			wantText(t, all, in.Text)
		}
	}
}

func wantText(t *testing.T, all, words string) {
	t.Helper()
	if !strings.Contains(all, squeeze(words)) {
		t.Errorf("lost: %q", words)
	}
}

// squeeze takes away what layout may change: spaces and soft hyphens.
func squeeze(s string) string {
	return strings.Map(func(r rune) rune {
		switch r {
		case ' ', '\u00a0', '\u00ad', '\n', '\u202f':
			return -1
		}
		return r
	}, s)
}

func taggedText(d *frame.Document, tag *frame.Tag) string {
	var b strings.Builder
	for _, k := range tag.Kids {
		switch {
		case k.Tag != nil:
			b.WriteString(taggedText(d, k.Tag))
		case k.Link < 0:
			if it := d.Pages[k.Page].Items[k.Item]; it.Text != nil {
				b.WriteString(runText(it.Text.Run))
			}
		}
	}
	return b.String()
}

func count(tag *frame.Tag, role frame.Role) int {
	n := 0
	if tag.Role == role {
		n++
	}
	for _, k := range tag.Kids {
		if k.Tag != nil {
			n += count(k.Tag, role)
		}
	}
	return n
}

func headingsInOrder(t *testing.T, d *frame.Document) {
	t.Helper()
	level := 0
	var walk func(tag *frame.Tag)
	walk = func(tag *frame.Tag) {
		if i := slices.Index([]frame.Role{frame.RoleH1, frame.RoleH2, frame.RoleH3, frame.RoleH4}, tag.Role); i >= 0 {
			if i+1 > level+1 {
				t.Errorf("%s %q follows a heading of level %d", tag.Role, taggedText(d, tag), level)
			}
			level = i + 1
		}
		for _, k := range tag.Kids {
			if k.Tag != nil {
				walk(k.Tag)
			}
		}
	}
	walk(d.Root)
}

func linksResolve(t *testing.T, d *frame.Document) {
	t.Helper()
	for n, p := range d.Pages {
		for _, l := range p.Links {
			if l.URI == "" && (l.Dest == nil || l.Dest.Page < 0 || l.Dest.Page >= len(d.Pages)) {
				t.Errorf("page %d: the link %q leads nowhere", n+1, l.Contents)
			}
		}
	}
}

// The quires of a report are composed side by side: how many cores do it, and in what order, is not
// seen.
func TestCoresDoNotMatter(t *testing.T) {
	all := append(reports(t, frozen), reports(t, "testdata/longer")...)
	for _, r := range all {
		dump := func(cores int) string {
			defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(cores))
			d := composed(t, r)
			var b strings.Builder
			if err := errors.Join(frametest.DumpText(d, &b), frametest.DumpTags(d, &b)); err != nil {
				t.Fatal(err)
			}
			return b.String()
		}
		one := dump(1)
		for _, cores := range []int{1, 2, 5} {
			if dump(cores) != one {
				t.Errorf("%s: %d cores give other pages than one", r.Name, cores)
			}
		}
	}
}

// Whoever is told of bound pages is told of each once, and nothing is drawn on them, or said of
// them by a tag, after that.
func TestBoundPagesAreFinal(t *testing.T) {
	for _, r := range append(reports(t, frozen), reports(t, "testdata/longer")...) {
		var mu sync.Mutex
		told, early := map[*frame.Page]string{}, 0
		bound := func(first int, pages []*frame.Page) {
			mu.Lock()
			defer mu.Unlock()
			for i, p := range pages {
				if _, twice := told[p]; twice {
					t.Errorf("%s: page %d is told of twice", r.Name, first+i+1)
				}
				told[p] = fmt.Sprint(first+i, " ", drawnOn(p))
			}
			early++
		}
		d, err := Compose(r, Options{Bound: bound})
		if err != nil {
			t.Fatal(err)
		}
		for i, p := range d.Pages {
			if want := fmt.Sprint(i, " ", drawnOn(p)); told[p] != want {
				t.Errorf("%s: of page %d was told\n%s\nwant\n%s", r.Name, i+1, told[p], want)
			}
		}
		if early < 3 {
			t.Errorf("%s: told %d times, not quire by quire", r.Name, early)
		}
	}
}

// drawnOn is all that stands on a page, with the tags.
func drawnOn(p *frame.Page) string {
	var b strings.Builder
	fmt.Fprint(&b, p.Label, p.Origins)
	for _, it := range p.Items {
		if it.Text != nil {
			fmt.Fprint(&b, it.Text.X, it.Text.Y, runText(it.Text.Run))
		}
		if it.Shape != nil {
			fmt.Fprint(&b, *it.Shape)
		}
		if it.Tag != nil {
			fmt.Fprint(&b, it.Tag.Role, it.Tag.Properties().Actual, it.Tag.Kids)
		}
	}
	for _, l := range p.Links {
		fmt.Fprint(&b, l.Contents, l.X, l.Y)
	}
	return b.String()
}

// A report can do without surveys: its openers have no figure then.
func TestWithoutSurvey(t *testing.T) {
	for _, kind := range []string{"annual", "short"} {
		r := bare(t, kind, "", "[[chapter.topic.block]]\nprose = \"Ord.\"\n")
		nothingLost(t, r, composed(t, r))
	}
}

// BenchmarkCompose sets the first report of the frozen copy, cold and with the words of the run
// before.
func BenchmarkCompose(b *testing.B) {
	r := reports(b, frozen)[0]
	for _, warm := range []bool{false, true} {
		b.Run(map[bool]string{false: "cold", true: "warm"}[warm], func(b *testing.B) {
			shaper := text.NewShaper()
			pages := 0
			for b.Loop() {
				if !warm {
					shaper = text.NewShaper()
				}
				d, err := Compose(r, Options{Shaper: shaper})
				if err != nil {
					b.Fatal(err)
				}
				pages += len(d.Pages)
			}
			b.ReportMetric(float64(pages)/b.Elapsed().Seconds(), "pages/s")
		})
	}
}
