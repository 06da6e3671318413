package component

import (
	"strings"

	"rapport/charts/vector"
	"rapport/content"
	"rapport/fonts"
	"rapport/layout/flow"
	"rapport/layout/frame"
	"rapport/layout/grid"
	"rapport/layout/style"
	"rapport/layout/text"
)

// Setter makes components.
type Setter struct {
	Sheet    *style.Sheet
	Shaper   *text.Shaper
	Language string
	Terms    content.Terms
	Memo     *Memo // nil for none
	// Number numbers the report's footnotes in reading order; first says that this is the mark
	// whose page the note stands on.
	Number func(note *content.Note, mark *content.Inline) (number int, first bool)
	tagged string // language of the tags' surroundings, when it differs from Language
	Refer  func(content.Ref) Referral
	// Page is the printed page number of a destination; it is known when the pages are bound.
	Page func(id string) string
	// Figures are the figures that the page number of a cross-reference has room for: it is set as
	// wide as that many of the widest. 0 sets it as wide as it is.
	Figures int
}

// Referral is what a cross-reference prints: Words and, right after them, the page number, which may
// be none.
type Referral struct {
	Words, Page string
	ID          string // of its destination
}

func (r Referral) said() string { return r.Words + r.Page }

// In is a setter for a stretch of text in another language: hyphenated by it and tagged with it.
func (s *Setter) In(language string) *Setter {
	if language == "" || language == s.Language {
		return s
	}
	other := *s
	other.Language, other.tagged = language, language
	return &other
}

func (s *Setter) style(t style.Type, c vector.Color) text.Style {
	return text.Style{Font: t.Font, Color: c, Language: s.Language}
}

// Words sets one or more lines of plain text.
func (s *Setter) Words(
	words string, t style.Type, c vector.Color, width fonts.Mm, mode text.Mode,
) []text.Line {
	return s.broken(
		[]text.Span{{Text: words, Style: s.style(t, c)}},
		text.Options{Width: width.Pt(), Mode: mode, Hyphenate: hyphenated(t, mode)})
}

// Word sets one line of plain text.
func (s *Setter) Word(words string, t style.Type, c vector.Color) text.Line {
	return s.Shaper.Line([]text.Span{{Text: words, Style: s.style(t, c)}})
}

// block is set lines with the links that their runs' marks name, from 1.
type block struct {
	lines             []text.Line
	links             []grid.Target // a Mark from 1 names one
	footnotes         []footnote    // a Mark from footnoteMark on names one
	leading, baseline fonts.Pt
	language          string
}

// footnote is a note as it stands at the foot of a page.
type footnote struct {
	mark int
	note flow.Footnote
}

// footnoteMark is the first mark of footnotes.
const footnoteMark = 1 << 12

func (b block) height() fonts.Mm { return (fonts.Pt(len(b.lines)) * b.leading).Mm() }

// inlines sets rich text.
func (s *Setter) inlines(
	in []content.Inline, t style.Type, c vector.Color, width fonts.Mm, mode text.Mode,
) block {
	o := text.Options{Width: width.Pt(), Mode: mode, Hyphenate: hyphenated(t, mode)}
	return s.set(in, t, o, func(i content.Inline) text.Style { return s.inlineStyle(i, t, c) })
}

// set sets rich text in the leading of t, each stretch in a style of its own.
func (s *Setter) set(
	in []content.Inline, t style.Type, o text.Options, styleOf func(content.Inline) text.Style,
) block {
	b := block{leading: t.Leading.Pt(), baseline: t.Baseline(), language: s.Language}
	var spans []text.Span
	for k, i := range in {
		span := text.Span{Text: i.Text, Style: styleOf(i)}
		switch {
		case i.Ref != nil:
			to := s.Refer(*i.Ref)
			b.links = append(b.links, grid.Target{ID: to.ID, Contents: to.said()})
			span.Mark = len(b.links)
			spans = append(spans, s.referred(to, span)...)
			continue
		case i.Cite != nil:
			b.links = append(b.links, grid.Target{ID: ReferenceID(i.Cite), Contents: i.Text})
			span.Mark = len(b.links)
		case i.Note != nil:
			number, first := s.Number(i.Note, &in[k])
			span.Text = superscript(number)
			span.Mark = footnoteMark + k
			if first {
				b.footnotes = append(b.footnotes, footnote{span.Mark, s.footnote(number, i.Note)})
			}
		case i.URI != "":
			b.links = append(b.links, grid.Target{URI: i.URI, Contents: i.Text})
			span.Mark = len(b.links)
		}
		if i.Language != "" {
			span.Style.Language = i.Language
		}
		spans = append(spans, span)
	}
	b.lines = s.broken(spans, o)
	return b
}

// referred is a cross-reference in the style of a span.
func (s *Setter) referred(to Referral, span text.Span) []text.Span {
	if s.Figures == 0 || to.Page == "" {
		span.Text = to.said()
		return []text.Span{span}
	}
	words, page := span, span
	words.Text, page.Text = to.Words, to.Page
	font := &page.Style.Font
	room := fonts.Pt(s.Figures) * s.widestFigure(*font)
	if left := room - s.Shaper.Width(to.Page, *font); left > 0 {
		font.Tracking += float64(left / font.Size / fonts.Pt(len(to.Page)))
	}
	return []text.Span{words, page}
}

// widestFigure is the width of the widest figure, alone or between two of its kind, in pt.
func (s *Setter) widestFigure(f vector.Font) fonts.Pt {
	var widest fonts.Pt
	for figure := '0'; figure <= '9'; figure++ {
		widest = max(widest, s.Shaper.Width(strings.Repeat(string(figure), 3), f)/3)
	}
	return widest
}

// inlineStyle is the style of a stretch: italics and semibold of the paragraph's family, and the
// small semibold heading face in the accent colour for cross-references (DESIGN.md, "Parts of a
// page").
func (s *Setter) inlineStyle(i content.Inline, t style.Type, c vector.Color) text.Style {
	st := s.style(t, c)
	serif := st.Font.Face.Family == s.Sheet.Type.Body.Font.Face.Family
	switch {
	case i.Ref != nil:
		st.Font = s.Sheet.Type.Xref.Font
		st.Font.Size = min(8.6, t.Font.Size*0.85)
		st.Color = s.Sheet.Color.Accent
	case i.Emph && serif:
		weight := 400
		if i.Strong {
			weight = 600
		}
		st.Font.Face = s.Sheet.Body(weight, !st.Font.Face.Italic)
	case i.Strong && serif:
		st.Font.Face = s.Sheet.Body(600, st.Font.Face.Italic)
	case i.Strong || i.Emph:
		st.Font.Face = s.Sheet.Heading(700)
	}
	if i.URI != "" {
		st.Color = s.Sheet.Color.Accent
	}
	return st
}

// atom is the block as an atom under a tag, which parts between lines. links are the block's Link
// tags.
func (b block) atom(name string, tag *shared, links map[int]*frame.Tag) flow.Atom {
	box := &Box{Name: name, Height: b.height(), Draw: func(g *grid.Grid, x, y fonts.Pt) {
		tag.within(g, func() { b.draw(g, x, y, links) })
	}}
	a := box.Atom(0)
	a.Footnotes = b.footnotesOn(b.lines)
	a.Part = func(room fonts.Mm) (head, tail flow.Atom, ok bool) {
		n := int((room + 0.01) / b.leading.Mm())
		if n < 1 || n >= len(b.lines) {
			return flow.Atom{}, flow.Atom{}, false
		}
		above, below := b, b
		above.lines, below.lines = b.lines[:n], b.lines[n:]
		return above.atom(name, tag, links), below.atom(name, tag, links), true
	}
	return a
}

// draw puts the lines on the page with the block's top left corner at (x, y), under the current
// tag. links collects the Link tags of a block that is drawn in parts.
func (b block) draw(g *grid.Grid, x, y fonts.Pt, links map[int]*frame.Tag) {
	for _, line := range b.lines {
		b.drawLine(g, line, x, y, links)
		y += b.leading
	}
}

func (b block) drawLine(g *grid.Grid, line text.Line, x, y fonts.Pt, links map[int]*frame.Tag) {
	for i := 0; i < len(line.Runs); {
		first := line.Runs[i]
		end := i + 1
		for end < len(line.Runs) && alike(line.Runs[end], first) {
			end++
		}
		runs := line.Runs[i:end]
		i = end
		b.drawRuns(g, runs, x, y, links)
	}
}

// alike reports whether two runs have one mark and language.
func alike(a, b text.Run) bool { return a.Mark == b.Mark && a.Language == b.Language }

// drawRuns draws neighbouring runs with one mark and language.
func (b block) drawRuns(g *grid.Grid, runs []text.Run, x, y fonts.Pt, links map[int]*frame.Tag) {
	draw := func() {
		for _, r := range runs {
			g.Run(r, x, y+b.baseline)
		}
	}
	if language := runs[0].Language; language != "" && language != b.language {
		inner := draw
		draw = func() {
			g.Tagged(frame.RoleSpan, func(t *frame.Tag) {
				t.Describe().Language = language
				inner()
			})
		}
	}
	mark := runs[0].Mark
	switch {
	case mark == 0:
		draw()
	case mark >= footnoteMark:
		g.Tagged(frame.RoleReference, func(*frame.Tag) { draw() })
	default:
		inLink(g, links, mark, func(tag *frame.Tag) {
			draw()
			left, right := reach(runs)
			g.Link(b.links[mark-1], x+left, y, right-left, b.leading, tag)
		})
	}
}

// reach is from where to where runs stand on their line, whichever way they run.
func reach(runs []text.Run) (left, right fonts.Pt) {
	left, right = runs[0].X, runs[0].X+runs[0].Width
	for _, r := range runs[1:] {
		if r.Width > 0 { // the space at the line's end has none
			left, right = min(left, r.X), max(right, r.X+r.Width)
		}
	}
	return left, right
}

func inLink(g *grid.Grid, links map[int]*frame.Tag, mark int, draw func(*frame.Tag)) {
	if tag := links[mark]; tag != nil {
		g.Within(tag, func() { draw(tag) })
		return
	}
	g.Tagged(frame.RoleLink, func(tag *frame.Tag) {
		links[mark] = tag
		draw(tag)
	})
}

// drawLines draws plain lines of one style.
func drawLines(g *grid.Grid, lines []text.Line, t style.Type, x, y fonts.Pt) {
	for _, l := range lines {
		g.Line(l, x, y+t.Baseline())
		y += t.Leading.Pt()
	}
}

// drawRight draws a line with its right edge at x.
func drawRight(g *grid.Grid, l text.Line, t style.Type, x, y fonts.Pt) {
	g.Line(l, x-l.Width, y+t.Baseline())
}

func linesHeight(lines []text.Line, t style.Type) fonts.Mm {
	return fonts.Mm(len(lines)) * t.Leading
}

// hyphenated reports whether words are divided: in running text, but not in leads and headlines,
// whose lines are long and few.
func hyphenated(t style.Type, mode text.Mode) bool {
	return mode == text.Optimal && t.Font.Size < 12
}
