package text

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"rapport/charts/vector"
	"rapport/fonts"
)

// paragraph is a text made ready for breaking: clusters with their widths, and the places to break.
type paragraph struct {
	shaper *Shaper
	opts   Options
	spans  []Span
	keep   bool // a soft hyphen at the text's end is drawn

	text   string // normalised
	ends   []int  // of each span in text
	soft   []int  // where text had soft hyphens
	zero   []int  // where it may break without a hyphen
	forced []int  // where the line must break, after a space

	controls []control // of directions
	levels   []uint8   // of embedding, by byte; nil when all is from left to right

	clusters []placed
	sum      []fonts.Pt // width of the clusters before each; one more than clusters
	breaks   []opportunity

	inner  []inner // of the word at hand
	best   []node  // of each break
	chosen []int   // breaks that end lines
}

// paragraph prepares a text. Paragraphs are used over and over: give it back with done.
func (s *Shaper) paragraph(spans []Span, o Options) *paragraph {
	p := s.desks.take()
	*p = paragraph{
		shaper: s, spans: spans, opts: o,
		ends: p.ends[:0], soft: p.soft[:0], zero: p.zero[:0], forced: p.forced[:0],
		clusters: p.clusters[:0], sum: append(p.sum[:0], 0), breaks: p.breaks[:0],
		inner: p.inner[:0], best: p.best[:0], controls: p.controls[:0],
		chosen: p.chosen[:0],
	}
	return p
}

func (p *paragraph) done() {
	s := p.shaper
	p.shaper, p.spans, p.text = nil, nil, ""
	s.desks.give(p)
}

// placed is a cluster of the paragraph.
type placed struct {
	*cluster
	start int // byte offset in the paragraph's text
	span  int
}

// normalise joins the spans' texts. A run of white space becomes one space, and none is left at the
// beginning; characters that only steer the breaking go into lists; control characters are dropped and
// invalid UTF-8 becomes U+FFFD.
func (p *paragraph) normalise() {
	if len(p.spans) == 1 && isNormal(p.spans[0].Text) {
		p.text = p.spans[0].Text
		p.ends = append(p.ends, len(p.text))
		return
	}
	var b strings.Builder
	for _, span := range p.spans {
		b.Grow(len(span.Text))
	}
	space := true // the text so far ends in one
	for _, span := range p.spans {
		for _, r := range span.Text {
			switch {
			case r == ' ' || r == '\n' || r == '\t' || r == '\r' || r == '\f' || r == '\v' || r == 0x85 || r == lineSeparator || r == paraSeparator:
				if !space {
					b.WriteByte(' ')
				}
				space = true
				if (r == lineSeparator || r == paraSeparator) && b.Len() > 0 {
					p.forced = append(p.forced, b.Len())
				}
			case r == softHyphen:
				p.soft = append(p.soft, b.Len())
			case r == zeroWidthSpace:
				p.zero = append(p.zero, b.Len())
			case isControl(r):
				p.controls = append(p.controls, control{b.Len(), r})
			case r == wordJoiner || r == byteOrderMark || unicode.IsControl(r):
			default:
				b.WriteRune(r)
				space = false
			}
		}
		p.ends = append(p.ends, b.Len())
	}
	if n := len(p.soft); p.keep && n > 0 && p.soft[n-1] == b.Len() && b.Len() > 0 && !space {
		b.WriteRune(softHyphen)
		p.ends[len(p.ends)-1] = b.Len()
	}
	p.text = b.String()
	p.levels = levels(p.text, p.controls)
}

// isNormal reports whether nothing of a text has to be changed. Of others than Latin-1 and common
// punctuation it is not sure.
func isNormal(s string) bool {
	before := byte(' ')
	for i := 0; i < len(s); i++ {
		c := s[i]
		switch {
		case c == ' ' && before == ' ' || c < ' ' || c == 0x7f:
			return false
		case c < 0x80:
		case c == 0xc3 && i+1 < len(s) && s[i+1]&0xc0 == 0x80: // U+00C0 to U+00FF
			i++
		case c == 0xc2 && i+1 < len(s) && s[i+1] >= 0xa0 && s[i+1] < 0xc0 && s[i+1] != 0xad:
			i++
		case c == 0xe2 && i+2 < len(s) && s[i+1] == 0x80 && s[i+2] >= 0x90 && s[i+2] < 0xa8:
			i += 2 // U+2010 to U+2027
		default:
			return false
		}
		before = c
	}
	return true
}

// level is the embedding level of a byte of the text.
func (p *paragraph) level(at int) uint8 {
	if p.levels == nil {
		return 0
	}
	return p.levels[at]
}

// levelEnd is where the level changes that holds at a byte, to at most.
func (p *paragraph) levelEnd(from, to int) int {
	if p.levels == nil {
		return to
	}
	end := from + 1
	for end < to && p.levels[end] == p.levels[from] {
		end++
	}
	return end
}

// spanAt is the span of the byte at offset, from a span that begins no later.
func (p *paragraph) spanAt(offset, from int) int {
	for from < len(p.ends)-1 && offset >= p.ends[from] {
		from++
	}
	return from
}

// words calls f with the bounds of each word and the space after it.
func (p *paragraph) words(f func(from, to int)) {
	for from := 0; from < len(p.text); {
		to := len(p.text)
		if i := strings.IndexByte(p.text[from:], ' '); i >= 0 {
			to = from + i + 1
		}
		f(from, to)
		from = to
	}
}

// stretches calls f with the stretches of a word that are set in one font and direction, and the span
// each begins in.
// span is one that begins no later than the word; the result is the word's last.
func (p *paragraph) stretches(from, to, span int, f func(from, to, span int)) int {
	for from < to {
		span = p.spanAt(from, span)
		most := p.levelEnd(from, to)
		end, last := min(most, p.ends[span]), span
		for end < most {
			next := p.spanAt(end, last)
			if p.spans[span].Style.Font != p.spans[next].Style.Font {
				break
			}
			end, last = min(most, p.ends[next]), next
		}
		f(from, end, span)
		from, span = end, last
	}
	return span
}

// addStretch appends the clusters of a stretch of a word.
func (p *paragraph) addStretch(from, to, span int) {
	font := p.spans[span].Style.Font
	way := nothing
	if p.level(from)%2 == 1 {
		way = backwards
	}
	w := p.shaper.word(font, p.text[from:to], way)
	if p.levels == nil {
		p.kernSpace(font, w)
	}
	for i := range w.clusters {
		c := &w.clusters[i]
		start := from + int(c.start)
		span = p.spanAt(start, span)
		p.place(placed{c, start, span}, c.width(font))
	}
}

func (p *paragraph) place(c placed, width fonts.Pt) {
	p.clusters = append(p.clusters, c)
	p.sum = append(p.sum, p.sum[len(p.sum)-1]+width)
}

// kernSpace sets the space before a word as near to its first letter as the face wants. Words are shaped
// with the space after them, so that this is the one pair of neighbours they never see.
func (p *paragraph) kernSpace(font vector.Font, next *word) {
	n := len(p.clusters)
	if n == 0 || len(next.clusters) == 0 || p.clusters[n-1].glyphs[0].Text() != " " {
		return
	}
	before := p.clusters[n-1]
	first := next.clusters[0]
	if first.face != font.Face || before.face != font.Face || p.spans[before.span].Style.Font != font {
		return
	}
	r, size := utf8.DecodeRuneInString(first.glyphs[0].Text())
	if r == ' ' || size == 0 {
		return
	}
	pair := next.spaced.Load()
	if pair == nil {
		pair = p.shaper.word(font, first.glyphs[0].Text()[:size], spaceBefore)
		next.spaced.Store(pair)
	}
	if c := &pair.clusters[0]; c.advance != before.advance && len(c.glyphs) == 1 && c.glyphs[0].Text() == " " {
		p.clusters[n-1].cluster = c
		p.sum[n] = p.sum[n-1] + c.width(font)
	}
}

// width is the cluster's width with the space between letters.
func (c *cluster) width(f vector.Font) fonts.Pt {
	return f.Size * fonts.Pt(c.advance+float64(len(c.glyphs))*f.Tracking)
}

func (p *paragraph) isSpace(cluster int) bool { return p.clusters[cluster].glyphs[0].Text() == " " }
