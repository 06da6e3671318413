package layout

import (
	"fmt"
	"strings"
	"testing"

	"rapport/layout/frame"
)

// places are blocks with an X wherever a text can have a footnote or a reference.
const places = `[[chapter.topic.block]]
figure = "s.ja"
caption = """X"""
[[chapter.topic.block]]
prose = """X"""
[[chapter.topic.block]]
callout = """X"""
heading = "Merk"
[[chapter.topic.block]]
lead = """X"""
[[chapter.topic.block]]
bullets = [{ title = "En", text = """X""" }, { title = "To", text = """X""" }]
heading = "Punkter"
[[chapter.topic.block]]
recommendations = [{ title = "Gjør", text = """X""" }, { title = "La være", text = """X""" }]
[[chapter.topic.block]]
themes = [{ title = "Tema", question = "Fortell", text = """X""" }]
[[chapter.topic.block]]
quote = """X"""
source = """X"""
[[chapter.topic.block]]
fact = """X"""
heading = "Boks"
[[chapter.topic.block]]
group = [
  { figure = "s.nei", caption = """X""", prose = """X""" },
  { figure = "s.steg", prose = """X""" },
]
[[chapter.topic.block]]
table = ["s.sted"]
caption = """X"""
[[chapter.topic.block]]
source = """X"""
`

// TestEveryPlace: a footnote's mark and its text, and a reference, come out wherever they can
// stand.
func TestEveryPlace(t *testing.T) {
	blocks, n := places, 0
	for strings.Contains(blocks, `"X"`) {
		n++
		words := fmt.Sprintf("Her er %d.[^a] Se {figure s.ja}.\n\n[^a]: Noten til %d.\n", n, n)
		blocks = strings.Replace(blocks, `"X"`, `"`+words+`"`, 1)
	}
	d := small(t, blocks)
	text := taggedText(d, d.Root)
	for i := 1; i <= n; i++ {
		for _, words := range []string{"Her er", "Noten til"} {
			want := fmt.Sprintf("%s %d.", words, i)
			if c := strings.Count(squeeze(text), squeeze(want)); c != 1 {
				t.Errorf("%q stands %d times, want once", want, c)
			}
		}
	}
	if have := count(d.Root, frame.RoleNote); have != n {
		t.Errorf("%d footnotes, want %d", have, n)
	}
	links := 0
	for _, p := range d.Pages {
		for _, l := range p.Links {
			if strings.HasPrefix(l.Contents, "Figur") {
				links++
			}
		}
	}
	if links < n {
		t.Errorf("%d references, want %d", links, n)
	}
}

// An opener has no foot: the introduction's footnotes stand below it, and nothing is drawn in a
// colour that its ground has.
func TestEveryPlaceOfAnOpener(t *testing.T) {
	intro := "Se {see t}.[^a]\n\n[^a]: En note.\n"
	for _, kind := range []string{"annual", "short"} {
		r := bare(t, kind, intro, "[[chapter.topic.block]]\nprose = \"Ord.\"\n")
		d := composed(t, r)
		text := squeeze(taggedText(d, d.Root))
		if strings.Count(text, squeeze("En note.")) != 1 || count(d.Root, frame.RoleNote) != 1 {
			t.Errorf("%s: the footnote is not there once", kind)
		}
		for _, p := range d.Pages {
			ground := frame.Item{}
			for _, it := range p.Items {
				switch {
				case it.Shape != nil && it.Kind == frame.Background && it.Tag == nil:
					ground = it
				case it.Text != nil && ground.Shape != nil &&
					it.Text.Run.Color == *ground.Shape.Paint.Fill:
					t.Errorf("%s: %q has the colour of its ground", kind, runText(it.Text.Run))
				}
			}
		}
	}
}
