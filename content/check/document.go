package check

import (
	"cmp"
	"fmt"
	"path"
	"strings"

	"rapport/content"
	"rapport/content/language"
)

// maxHeadline is how long a headline may be (layout/DESIGN.md, "Parts of a page"), in characters.
const maxHeadline = 60

// document looks at the report as a whole: figures that nobody sees, headlines, references. Of a
// survey in another folder a report may use what it likes; the figures of its own it must use.
func (c *checker) document() {
	used := c.used()
	for _, f := range c.allFigures() {
		if !used[f] && path.Dir(f.Survey.Pos.File) == path.Dir(c.r.Pos.File) {
			c.atFigure(f, f.Pos, Finding{
				Rule:     "unused",
				Severity: Warning,
				Data:     "no chart, table or text of the report uses this figure",
				Repair:   `show it, or say why not: allow = ["unused"], reason = "…"`,
			})
		}
	}
	for _, ch := range c.r.AllChapters() {
		for _, t := range ch.Topics {
			c.topic(t)
		}
	}
	c.warnings()
	c.kickers()
}

// kickers tells once of what running text does not print.
func (c *checker) kickers() {
	if c.r.Plan.Openers {
		return
	}
	for _, ch := range c.r.AllChapters() {
		for _, t := range ch.Topics {
			if t.Kicker != "" {
				c.found = append(c.found, Finding{
					Rule: "document", Severity: Note, Pos: t.Pos, Width: 1, Words: t.Kicker, topic: t,
					Data: "a report without opener pages prints no kickers: they name topics in " +
						"cross-references alone", Repair: ""})
				return
			}
		}
	}
}

// warnings are what loading has met: what is set in another way than the author asked for.
func (c *checker) warnings() {
	for _, w := range c.r.Warnings() {
		f := Finding{Rule: "document", Severity: Warning, Pos: w.Pos, Width: w.Width, Line: w.Line,
			Words: cmp.Or(pointed(w.Problem), path.Base(w.Pos.File)), Data: w.Text,
			Repair: w.Hint, block: w.Block}
		if w.Block != nil {
			f.topic = w.Block.Topic
		}
		c.found = append(c.found, f)
	}
}

// used is every figure that the report shows or names: in blocks, key figures, the cover,
// placeholders, as the earlier year of one that is compared, or as the parent of a follow-up.
func (c *checker) used() map[*content.Figure]bool {
	used := map[*content.Figure]bool{}
	use := func(f *content.Figure, compare bool) {
		if f == nil {
			return
		}
		used[f] = true
		if compare && f.Compare != nil {
			used[f.Compare] = true
		}
	}
	c.r.Show(use)
	for i := range c.texts {
		for _, k := range c.callsIn(i) {
			use(k.figure, strings.HasPrefix(k.command, "previous") || k.command == "change" ||
				k.command == "diff" || k.command == "margin")
		}
	}
	return used
}

// pointed is what a problem points at in its line.
func pointed(p content.Problem) string {
	line := []rune(p.Line)
	from := min(max(p.Pos.Column-1, 0), len(line))
	return strings.TrimSpace(string(line[from:min(from+p.Width, len(line))]))
}

// topic holds a topic's headline to its length and its references to a target.
func (c *checker) topic(t *content.Topic) {
	if n := language.Characters(t.Headline); n > maxHeadline {
		c.found = append(c.found, Finding{
			Rule: "document", Severity: Warning, Pos: t.Pos, Width: 1, Words: t.Headline,
			topic:  t,
			Data:   fmt.Sprintf("the headline has %d characters, %d at most", n, maxHeadline),
			Repair: fmt.Sprintf("take out %d", n-maxHeadline)})
	}
	for _, b := range t.Blocks {
		if m := b.Image; m != nil && !m.Decorative && strings.TrimSpace(m.Alt) == "" {
			c.found = append(c.found, Finding{
				Rule:     "document",
				Severity: Error,
				Pos:      b.Pos,
				Width:    1,
				Words:    m.Name,
				topic:    t,
				block:    b,
				Data:     "the image has no alternative text",
				Repair:   `say what it shows: alt = "…", or decorative = true`,
			})
		}
		for _, text := range b.Texts() {
			for in := range text.All() {
				if r := in.Ref; r != nil && r.Target == nil {
					c.found = append(c.found, Finding{
						Rule: "document", Severity: Error, Pos: r.Pos, Width: 1,
						Words: "reference", topic: t, block: b,
						Data:   "the reference leads nowhere",
						Repair: "name a figure that is shown, a topic or a chapter"})
				}
			}
		}
	}
}
