package layout_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"rapport/content"
	"rapport/content/invent"
	"rapport/layout"
	"rapport/layout/frame"
	"rapport/layout/frame/frametest"
)

// enough is how many letters a text has that is looked for as often as it was written: shorter ones
// may stand in others.
const enough = 60

// TestEveryWord looks for what the authors of invented reports wrote: each text is read on the pages
// as often as it was written, and the texts of a block in their order.
func TestEveryWord(t *testing.T) {
	for _, hard := range []float64{0, 0.3, 1} {
		t.Run(fmt.Sprint(hard), func(t *testing.T) {
			t.Parallel()
			for seed := uint64(1000); seed < 1040; seed++ {
				r := invent.New(seed, invent.Options{Hard: hard, Summary: true})
				c, err := content.Load(r.FS(), invent.Year, invent.Name)
				if err != nil {
					t.Fatal(err)
				}
				d, err := layout.Compose(c, layout.Options{})
				if err != nil {
					t.Fatal(err)
				}
				for _, wrong := range misread(c, d) {
					t.Errorf("seed %d: %s", seed, wrong)
				}
			}
		})
	}
}

// misread are the texts of a report that its pages lack, or have too often or in another order.
func misread(r *content.Report, d *frame.Document) (wrong []string) {
	read := squeezed(frametest.ReadingText(d, d.Root))
	proses := r.Proses()
	written := squeezed(plain(proses))
	captions := captionsOf(r)
	for _, p := range proses {
		rest := read
		for _, words := range pieces(p) {
			if len([]rune(words)) < enough {
				continue
			}
			has, want := strings.Count(read, words), strings.Count(written, words)
			if has < want || has > want && !captions[words] {
				wrong = append(wrong, fmt.Sprintf("%d times, not %d: %q", has, want, words))
			}
			at := strings.Index(rest, words)
			if has > 0 && at < 0 {
				wrong = append(wrong, fmt.Sprintf("before what it follows: %q", words))
			}
			rest = rest[max(0, at):]
		}
	}
	return append(wrong, unread(r, read)...)
}

// unread are the titles and headings that are nowhere.
func unread(r *content.Report, read string) (wrong []string) {
	want := func(words string) {
		if words = squeezed(words); !strings.Contains(read, words) {
			wrong = append(wrong, fmt.Sprintf("nowhere: %q", words))
		}
	}
	want(r.Title)
	want(r.Subtitle)
	if s := r.Summary; s != nil {
		want(s.Headline)
		want(s.Caveat)
		for _, k := range s.Findings {
			want(k.Text)
		}
	}
	for _, ch := range append(slices.Clone(r.Chapters), r.Method) {
		if ch == nil {
			continue
		}
		if ch != r.Method {
			want(ch.Title) // that of the method stands in the contents, if there are any
		}
		for _, t := range ch.Topics {
			want(t.Headline)
			for _, b := range t.Blocks {
				want(b.Heading)
				for _, item := range b.Items {
					want(item.Heading)
				}
				for _, p := range b.Points {
					want(p.Title)
				}
				for _, th := range b.Themes {
					want(th.Title)
				}
			}
		}
	}
	for b := range r.Blocks() {
		for _, names := range namesOf(b) {
			if !slices.ContainsFunc(names, func(n string) bool {
				return strings.Contains(read, squeezed(n))
			}) {
				wrong = append(wrong, fmt.Sprintf("%s: nowhere: %q", b.Pos, names))
			}
		}
	}
	return wrong
}

// namesOf are the names of what a block shows, each with the short one that may stand for it: its
// measures, or the answers to its questions. Of merged answers either the merge has its name on the
// page or each of them.
func namesOf(b *content.Block) (all [][]string) {
	for _, m := range b.Measures {
		all = append(all, []string{m.Label})
	}
	for _, f := range b.Figures {
		merged := map[int]string{}
		for _, m := range f.Merge {
			for _, i := range m.Now {
				merged[i] = m.Label
			}
		}
		for i, a := range f.Answers {
			names := []string{a.Label}
			for _, other := range []string{a.Short, merged[i]} {
				if other != "" {
					names = append(names, other)
				}
			}
			all = append(all, names)
		}
	}
	return all
}

// captionsOf are the pieces of captions, which are repeated below each part of a figure.
func captionsOf(r *content.Report) map[string]bool {
	all := map[string]bool{}
	for b := range r.Blocks() {
		for _, words := range pieces(b.Caption) {
			all[words] = true
		}
	}
	return all
}

// pieces are the stretches of a text that are printed as one, without its footnotes.
func pieces(p content.Prose) (all []string) {
	for _, para := range p {
		piece := ""
		for _, in := range para.Inlines {
			if in.Ref == nil && in.Note == nil && in.Cite == nil {
				piece += squeezed(in.Text)
				continue
			}
			all = append(all, piece)
			piece = ""
		}
		all = append(all, piece)
	}
	return all
}

func plain(proses []content.Prose) string {
	var b strings.Builder
	for _, p := range proses {
		for _, words := range pieces(p) {
			b.WriteString(words)
			b.WriteByte('\n')
		}
	}
	return b.String()
}

// squeezed is a text without what layout may change: spaces and places to divide a word.
func squeezed(s string) string {
	return strings.Map(func(r rune) rune {
		if strings.ContainsRune(" \u00a0\u00ad\n\u202f\u2009\u200b\u2060", r) {
			return -1
		}
		return r
	}, s)
}
