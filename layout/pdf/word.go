package pdf

import (
	"fmt"
	"strings"

	"rapport/fonts"
	"rapport/layout/frame"
	"rapport/layout/text"
)

// longestWord is how many bytes of text may be said of one piece: a string in a content stream has
// 32,767 bytes at the most (ISO 19005-3, 6.1.13), two a letter when it is not Latin. A longer word
// is read in its parts.
const longestWord = 8000

// speech is what a piece of a word is read as, instead of what is drawn.
type speech struct{ text string }

// piece is a stretch of the glyphs of an item, with a marked-content sequence of its own.
type piece struct {
	from, to int
	said     *speech // nil: what is drawn
	mark     int32
}

// parted finds the words of a document that go on on another line: among the kids of a tag, since a
// reader joins no more than that.
type parted struct {
	first  int // the index of the first page
	pages  []*frame.Page
	folios []*folio
	kids   []frame.Kid // of the tag at hand: texts, and other tags
}

// places notes the place of every item of a tag, and divides those that words end in. Items on other
// pages are not known here.
func (p *parted) places(t *frame.Tag) {
	p.kids = p.kids[:0]
	for i, k := range t.Kids {
		if k.Tag != nil {
			p.kids = append(p.kids, k)
			continue
		}
		page := k.Page - p.first
		if k.Link >= 0 || page < 0 || page >= len(p.pages) || k.Item < 0 ||
			k.Item >= len(p.pages[page].Items) {
			continue
		}
		l := p.folios[page]
		if l.items[k.Item].tag != nil {
			l.fail(fmt.Errorf(": item %d of page %d is in the tags twice", k.Item, k.Page+1))
		}
		l.items[k.Item] = leaf{t, i}
		if p.pages[page].Items[k.Item].Text != nil {
			p.kids = append(p.kids, k)
		}
	}
	p.words()
}

// stretch is glyphs of a kid that belong to a word.
type stretch struct{ kid, from, to int }

// words has every parted word of a tag read as a whole where it begins, and as a space where it goes
// on: so it is one word for whoever reads the lines, the tags or the content stream. A space, since
// PDFium takes no notice of an ActualText that is empty.
func (p *parted) words() {
	for i := 0; i < len(p.kids); {
		if r := p.run(i); r == nil || !r.Parted {
			i++
			continue
		}
		i = p.word(i)
	}
}

// word deals with the word that kid i ends within, and returns the kid to look at next.
func (p *parted) word(i int) (next int) {
	lines := [][]stretch{p.head(i)}
	for more := true; more; {
		var line []stretch
		line, more = p.tail(i + 1)
		if line == nil {
			break
		}
		lines = append(lines, line)
		i = line[len(line)-1].kid
	}
	whole := p.whole(lines)
	if len(lines) > 1 && len(whole) <= longestWord {
		for n, line := range lines {
			said := &speech{" "}
			if n == 0 {
				said.text = whole
			}
			p.cut(line, said)
		}
	}
	if r := p.run(i); len(lines) > 1 && r.Parted && lines[len(lines)-1][0].to < len(r.Glyphs) {
		return i // another word goes on from its end
	}
	return i + 1
}

// head is the beginning of the word that kid i ends within.
func (p *parted) head(i int) []stretch {
	var line []stretch
	for {
		r := p.run(i)
		from := len(r.Glyphs)
		for from > 0 && r.Glyphs[from-1].Text() != " " {
			from--
		}
		line = append([]stretch{{i, from, len(r.Glyphs)}}, line...)
		if from > 0 || !p.sameLine(i-1, i) {
			return line
		}
		i--
	}
}

// tail is how a word goes on from kid i, with the space after it, and whether there is more of it
// on another line.
func (p *parted) tail(i int) (line []stretch, more bool) {
	for {
		r := p.run(i)
		if r == nil {
			return line, false
		}
		to := 0
		for to < len(r.Glyphs) && r.Glyphs[to].Text() != " " {
			to++
		}
		if to < len(r.Glyphs) {
			return append(line, stretch{i, 0, to + 1}), false
		}
		line = append(line, stretch{i, 0, to})
		if r.Parted || !p.sameLine(i, i+1) {
			return line, r.Parted
		}
		i++
	}
}

// whole is the word as it would be without lines.
func (p *parted) whole(lines [][]stretch) string {
	var b strings.Builder
	for _, line := range lines {
		var said strings.Builder
		for _, s := range line {
			for _, g := range p.run(s.kid).Glyphs[s.from:s.to] {
				said.WriteString(g.Text())
			}
		}
		b.WriteString(strings.TrimSuffix(said.String(), "\u00AD"))
		if b.Len() > longestWord {
			break
		}
	}
	return strings.TrimSuffix(b.String(), " ")
}

// cut makes pieces of the items that a line of a word is drawn by.
func (p *parted) cut(line []stretch, said *speech) {
	for _, s := range line {
		k := p.kids[s.kid]
		l := p.folios[k.Page-p.first]
		if l.pieces == nil {
			l.pieces = make(map[int][]piece)
		}
		l.pieces[k.Item] = append(l.pieces[k.Item], piece{from: s.from, to: s.to, said: said})
	}
}

// between adds the pieces that are read as they are drawn.
func between(words []piece, glyphs int) (all []piece) {
	at := 0
	for _, w := range words {
		if w.from > at {
			all = append(all, piece{from: at, to: w.from})
		}
		all = append(all, w)
		at = w.to
	}
	if at < glyphs {
		all = append(all, piece{from: at, to: glyphs})
	}
	return all
}

// run is the run that a kid is drawn by, nil when it is not text.
func (p *parted) run(i int) *text.Run {
	if i < 0 || i >= len(p.kids) {
		return nil
	}
	k := p.kids[i]
	if k.Tag != nil {
		return nil
	}
	run := &p.pages[k.Page-p.first].Items[k.Item].Text.Run
	if len(run.Glyphs) == 0 {
		return nil
	}
	return run
}

// sameLine reports whether a word goes on from kid a to kid b on the same line.
func (p *parted) sameLine(a, b int) bool {
	first, second := p.run(a), p.run(b)
	if first == nil || second == nil || first.Parted {
		return false
	}
	k, next := p.kids[a], p.kids[b]
	if k.Page != next.Page || k.Item+1 != next.Item {
		return false
	}
	items := p.pages[k.Page-p.first].Items
	return items[k.Item].Text.Leads(items[next.Item].Text) && !endsInSpace(first)
}

func endsInSpace(r *text.Run) bool { return r.Glyphs[len(r.Glyphs)-1].Text() == " " }

// text is the piece as a text of its own.
func (p *piece) text(t *frame.Text) frame.Text {
	r := &t.Run
	em := r.Size / fonts.Pt(r.Face.UnitsPerEm)
	x := t.X
	for _, g := range r.Glyphs[:p.from] {
		x += fonts.Pt(g.Advance)*em + fonts.Pt(r.Tracking)*r.Size
	}
	part := frame.Text{X: x, Y: t.Y, Run: *r}
	part.Run.Glyphs = r.Glyphs[p.from:p.to]
	return part
}
