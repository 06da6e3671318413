package component

import (
	"rapport/charts/vector"
	"rapport/content"
	"rapport/fonts"
	"rapport/layout/flow"
	"rapport/layout/frame"
	"rapport/layout/grid"
	"rapport/layout/text"
)

// Measures of somebody's words (DESIGN.md, "Parts of a page").
const (
	voiceIndent fonts.Mm = 8
	voiceDot    fonts.Mm = 2.15 // radius of the person
	voiceToName fonts.Mm = 2.5
)

// Voice sets the words of a named person in larger italics beside a dot, the person: below them the
// name, what the person is, and where the words are from. The words may be in another language than
// that of the rest, which s sets; in sets them. It may break over pages; the last lines stay with the
// name.
func (s *Setter) Voice(
	in *Setter, words content.Prose, name, role string, source content.Prose, width fonts.Mm,
	place flow.Place,
) []flow.Atom {
	quote := &shared{role: frame.RoleBlockQuote}
	width -= voiceIndent
	t := s.Sheet.Type.Lead
	t.Font.Face = s.Sheet.Body(400, true)
	atoms := in.Prose(words, t, s.Sheet.Color.Heading, width, place)
	from := len(atoms)
	who := []content.Inline{{Text: name}}
	if role != "" {
		who = append(who, content.Inline{Text: ", " + role})
	}
	next := s.Prose(content.Prose{{Inlines: who, First: true}}, s.Sheet.Type.KeyLabel,
		s.Sheet.Color.Ink, width, place)
	next[0].Before = voiceToName
	atoms = append(atoms, next...)
	atoms = append(atoms, s.Prose(source, s.Sheet.Type.Caption, s.Sheet.Color.Secondary, width,
		place)...)
	for i := range atoms {
		if i >= from-1 && i < len(atoms)-1 {
			atoms[i].Bond = max(atoms[i].Bond, flow.Wish)
		}
		atoms[i] = s.voiced(atoms[i], quote, i == 0, t.Leading)
	}
	return atoms
}

// voiced moves an atom in; beside the first stands the dot.
func (s *Setter) voiced(a flow.Atom, quote *shared, first bool, leading fonts.Mm) flow.Atom {
	inner, dot := a.Component.(*Box), s.Sheet.Color.Accent
	a.Component = &Box{Name: "voice", Height: a.Height, Draw: func(g *grid.Grid, x, y fonts.Pt) {
		if first {
			g.Artifact(frame.Layout, func() {
				circle := vector.Circle(x+voiceDot.Pt(), y+leading.Pt()/2, voiceDot.Pt())
				g.Shape(circle, vector.Paint{Fill: &dot})
			})
		}
		quote.within(g, func() { inner.Draw(g, x+voiceIndent.Pt(), y) })
	}}
	if part := a.Part; part != nil {
		a.Part = func(room fonts.Mm) (head, tail flow.Atom, ok bool) {
			if head, tail, ok = part(room); ok {
				head, tail = s.voiced(head, quote, first, leading), s.voiced(tail, quote, false, leading)
			}
			return head, tail, ok
		}
	}
	return a
}

// Measures of a timeline.
const (
	timelineText fonts.Mm = 44.5 // columns 4 to 9
	timelineAxis fonts.Mm = 37.5
	timelineDot  fonts.Mm = 1.6
	timelineGap  fonts.Mm = 6 // below an event
)

// Timeline sets events on a line from top to bottom, a dot each: the date at the left, what happened
// and its source at the right.
func (s *Setter) Timeline(events []content.Event, width fonts.Mm, place func(content.Event) flow.Place) []flow.Atom {
	list := &shared{role: frame.RoleL}
	var atoms []flow.Atom
	for i, e := range events {
		r := s.event(list, e, width, place(e))
		first, last := i == 0, i == len(events)-1
		r.back = s.timelineBack(first, last)
		if last {
			r.bottom = 0
		}
		atoms = append(atoms, r.atom(0))
	}
	return atoms
}

func (s *Setter) event(list *shared, e content.Event, width fonts.Mm, place flow.Place) row {
	t := s.Sheet.Type
	width = min(width-timelineText, 85)
	body := list.child(frame.RoleLI).child(frame.RoleLBody)
	date := s.Words(e.Date, t.KeyLabel, s.Sheet.Color.Heading, timelineAxis-4, text.Greedy)
	words := s.Prose(e.Text, t.Body, s.Sheet.Color.Ink, width, place)
	if len(e.Source) > 0 {
		from := s.Prose(e.Source, t.Caption, s.Sheet.Color.Secondary, width, place)
		from[0].Before = 1.5
		words = append(words, from...)
	}
	title := s.Words(e.Title, t.H3, s.Sheet.Color.Heading, width, text.Balanced)
	return row{
		name: "event", place: place, bottom: timelineGap,
		cells: []cell{
			{tag: body, atoms: []flow.Atom{linesAtom("date", date, t.KeyLabel, paragraphTag())}},
			{x: timelineText, tag: body,
				atoms: headed(linesAtom("title", title, t.H3, paragraphTag()), e.Title, 0.5, words)},
		},
	}
}

// timelineBack draws the line and the dot of an event.
func (s *Setter) timelineBack(first, last bool) func(*grid.Grid, fonts.Pt, fonts.Pt, fonts.Mm) {
	middle := s.Sheet.Type.KeyLabel.Leading.Pt() / 2
	return func(g *grid.Grid, x, y fonts.Pt, height fonts.Mm) {
		line, dot := s.Sheet.Color.Line, s.Sheet.Color.Heading
		x += timelineAxis.Pt()
		from, to := y, y+height.Pt()
		if first {
			from += middle
		}
		if last {
			to = y + middle
		}
		g.Artifact(frame.Layout, func() {
			g.Shape(vector.Line(x, from, x, to), vector.Paint{Stroke: &line, Width: fonts.Mm(0.5).Pt()})
			g.Shape(vector.Circle(x, y+middle, timelineDot.Pt()), vector.Paint{Fill: &dot})
		})
	}
}

// asideTop is the space between the rule of a side note and its words.
const asideTop fonts.Mm = 2.2

// Aside sets a side note below a rule, in small type: a heading and some words.
func (s *Setter) Aside(
	heading string, p content.Prose, width fonts.Mm, place flow.Place,
) flow.Atom {
	t := s.Sheet.Type
	name := t.KeyLabel.WithSize(9)
	head := s.Words(heading, name, s.Sheet.Color.Heading, width, text.Balanced)
	small := t.Caption.WithSize(8.6)
	atoms := s.Prose(p, small, s.Sheet.Color.Secondary, width, place)
	return row{
		name: "aside", place: place, tag: &shared{role: frame.RoleSect, init: s.languageTag()},
		top: asideTop,
		back: func(g *grid.Grid, x, y fonts.Pt, _ fonts.Mm) {
			drawRule(g, x, y, width.Pt(), strongRule, s.Sheet.Color.Ink)
		},
		cells: []cell{{atoms: headed(linesAtom("heading", head, name, headingTag(4)), heading, 0.5,
			atoms)}},
	}.atom(0)
}
