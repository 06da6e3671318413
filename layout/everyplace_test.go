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
		for _, want := range []string{fmt.Sprintf("Her er %d.", i), fmt.Sprintf("Noten til %d.", i)} {
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
