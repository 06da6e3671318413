package component

import (
	"rapport/charts/vector"
	"rapport/content"
	"rapport/fonts"
	"rapport/layout/flow"
	"rapport/layout/frame"
	"rapport/layout/grid"
	"rapport/layout/style"
	"rapport/layout/text"
)

// Finding is a main finding as it is set.
type Finding struct {
	Number  string
	Percent bool   // Number is per cent, whose sign stands beside it
	Text    string // goes on from the number
	Change  string // "" for none
	ID      string // destination of the page that it leads to; "" for none
	OutOf   string // "31 av 62", below the persons
	Each    string // for how many a person stands, "" for one
	Moved   bool   // the change is larger than its margin: in the accent colour
	Alt     string // of the persons
	Persons *vector.Picture
	Place   flow.Place
}

// Measures of a main finding (DESIGN.md, "Parts of a page"), from its rule.
const (
	findingNumber  fonts.Mm = 25.67 // width, two columns
	findingTextX   fonts.Mm = 29.67
	findingGap     fonts.Mm = 5 // from the sentence to the persons
	findingTop     fonts.Mm = 1.7
	findingBase    fonts.Mm = 11.3 // baseline of the number
	findingChange  fonts.Mm = 1.7  // below the sentence
	findingPage    fonts.Mm = 1.2  // below the change
	findingPersons fonts.Mm = 4.75
	findingCount   fonts.Mm = 2.6  // below the persons
	findingBelow   fonts.Mm = 4    // before the next, less where they stand closer
	findingLeast   fonts.Mm = 17.1 // height of a finding of one line
)

// BigNumber sets a number, with a per cent sign of half its size or without, no wider than width,
// and gives what draws it from a place on its baseline.
func (s *Setter) BigNumber(
	words string, percent bool, t style.Type, c vector.Color, width fonts.Mm,
) func(g *grid.Grid, x, baseline fonts.Pt) {
	if !percent {
		t.Font.Size *= 0.6
		number := s.Fitted(words, t, c, width)
		return func(g *grid.Grid, x, baseline fonts.Pt) {
			g.Tagged(frame.RoleP, func(*frame.Tag) { g.Line(number, x, baseline) })
		}
	}
	small := t
	small.Font.Size /= 2
	small.Font.Face = s.Sheet.Heading(600)
	number, sign := s.Word(words, t, c), s.Word("%", small, c)
	return func(g *grid.Grid, x, baseline fonts.Pt) {
		g.Tagged(frame.RoleP, func(*frame.Tag) {
			g.Line(number, x, baseline)
			g.Line(sign, x+number.Width+fonts.Mm(0.9).Pt(), baseline)
		})
	}
}

// LeastSize is the smallest size of type (DESIGN.md, "Type"), in pt.
const LeastSize fonts.Pt = 7.6

// Fitted is words on one line that are no wider than a width: their size steps down until they are.
func (s *Setter) Fitted(words string, t style.Type, c vector.Color, width fonts.Mm) text.Line {
	l := s.Word(words, t, c)
	if l.Width > width.Pt() {
		t.Font.Size = max(LeastSize, t.Font.Size*width.Pt()/l.Width)
		l = s.Word(words, t, c)
	}
	return l
}

// SummaryBand sets the lead of the main findings, and a caveat below it, on a panel that reaches from
// edge to edge of the page and is at least so high.
func (s *Setter) SummaryBand(
	lead content.Prose, caveat string, least fonts.Mm, place flow.Place,
) flow.Atom {
	t, c := s.Sheet.Type, s.Sheet.Color
	atoms := s.Prose(lead, t.Lead, c.Ink, style.ContentWidth, place)
	if caveat != "" {
		lines := s.Words(caveat, t.Caption, c.Secondary, style.ContentWidth, text.Greedy)
		below := linesAtom("caveat", lines, t.Caption, paragraphTag())
		below.Before = 7
		atoms = append(atoms, below)
	}
	return row{
		name: "summary", place: place, top: 5.2, bottom: 5.4, least: least,
		cells: []cell{{atoms: atoms}},
		back: func(g *grid.Grid, _, y fonts.Pt, height fonts.Mm) {
			left, width := -style.Bleed, style.PageWidth+2*style.Bleed
			g.Artifact(frame.Background, func() {
				g.Shape(rectangle(left.Pt(), y, width, height), fillWith(c.Panel))
			})
		},
	}.atom(0)
}

// Findings sets main findings below each other, each below a rule, as the items of a list, at least
// so far apart.
func (s *Setter) Findings(list []Finding, pitch fonts.Mm) []flow.Atom {
	all := &shared{role: frame.RoleL}
	var atoms []flow.Atom
	for i, f := range list {
		atoms = append(atoms, s.finding(f, all, i == 0, pitch))
	}
	return atoms
}

func (s *Setter) finding(f Finding, list *shared, first bool, pitch fonts.Mm) flow.Atom {
	body := list.child(frame.RoleLI).child(frame.RoleLBody)
	rule, color := lightRule, s.Sheet.Color.Line
	if first {
		rule, color = strongRule, s.Sheet.Color.Ink
	}
	count, wide := s.findingCount(f)
	room := style.ContentWidth - findingTextX - wide - findingGap
	return row{
		name: "finding", place: f.Place, tag: body, least: pitch,
		bottom: min(findingBelow, pitch-findingLeast),
		back: func(g *grid.Grid, x, y fonts.Pt, _ fonts.Mm) {
			drawRule(g, x, y, style.ContentWidth.Pt(), rule, color)
		},
		cells: []cell{
			{atoms: []flow.Atom{s.findingNumber(f).Atom(0)}},
			{x: findingTextX, atoms: s.findingText(f, room)},
			{atoms: []flow.Atom{count.Atom(0)}},
		},
	}.atom(0)
}

// findingNumber is the number of a finding.
func (s *Setter) findingNumber(f Finding) *Box {
	color := s.Sheet.Color.Heading
	if f.Moved {
		color = s.Sheet.Color.Accent
	}
	draw := s.BigNumber(f.Number, f.Percent, s.Sheet.Type.FindingNumber, color, findingNumber)
	return &Box{Name: "number", Height: findingBase, Draw: func(g *grid.Grid, x, y fonts.Pt) {
		draw(g, x-fonts.Mm(0.2).Pt(), y+findingBase.Pt())
	}}
}

// findingText is the sentence of a finding, its change, and the page that it leads to.
func (s *Setter) findingText(f Finding, room fonts.Mm) []flow.Atom {
	t, c := s.Sheet.Type, s.Sheet.Color
	lines := s.Words(f.Text, t.FindingText, c.Heading, room, text.Balanced)
	above := &Box{Name: "space", Height: findingTop, Draw: func(*grid.Grid, fonts.Pt, fonts.Pt) {}}
	atoms := append([]flow.Atom{above.Atom(0)}, sentenceAtoms(lines, t.FindingText)...)
	if f.Change != "" {
		lines := s.Words(f.Change, t.Caption, c.Secondary, room, text.Greedy)
		change := linesAtom("change", lines, t.Caption, paragraphTag())
		change.Before = findingChange
		atoms = append(atoms, change)
	}
	if f.ID != "" {
		page := s.pageReference(f.ID).Atom(findingPage)
		if f.Change == "" {
			page.Before = findingChange
		}
		atoms = append(atoms, page)
	}
	return atoms
}

// sentenceAtoms are lines in atoms of one, but two at the beginning and two at the end: of a sentence
// that is taller than a page no line stands alone.
func sentenceAtoms(lines []text.Line, t style.Type) []flow.Atom {
	tag := paragraphTag()
	n := len(lines)
	if n <= 3 {
		return []flow.Atom{linesAtom("finding", lines, t, tag)}
	}
	atoms := []flow.Atom{linesAtom("finding", lines[:2], t, tag)}
	for i := 2; i < n-2; i++ {
		atoms = append(atoms, linesAtom("finding", lines[i:i+1], t, tag))
	}
	return append(atoms, linesAtom("finding", lines[n-2:], t, tag))
}

// pageReference is a link that is the page number of its destination: "side 12". It moves nothing, so
// the number is drawn when it is known.
func (s *Setter) pageReference(id string) *Box {
	t, c := s.Sheet.Type.Xref, s.Sheet.Color.Accent
	width := s.Word(s.Terms.Page+"\u00a00000", t, c).Width
	return &Box{Name: "page", Height: t.Leading, Draw: func(g *grid.Grid, x, y fonts.Pt) {
		paragraph := func(*frame.Tag) {
			g.Tagged(frame.RoleLink, func(tag *frame.Tag) {
				link := 0
				g.Tagged(frame.RoleSpan, func(*frame.Tag) {
					g.Later(func() {
						words := s.Terms.Page + "\u00a0" + s.Page(id)
						g.Say(link, words)
						g.Line(s.Word(words, t, c), x, y+t.Baseline())
					})
				})
				link = g.Link(grid.Target{ID: id}, x, y, width, t.Leading.Pt(), tag)
			})
		}
		g.Tagged(frame.RoleP, paragraph)
	}}
}

// findingCount is the persons of a finding at the right edge, and how many they are; and how wide that
// is.
func (s *Setter) findingCount(f Finding) (box *Box, width fonts.Mm) {
	t, c := s.Sheet.Type, s.Sheet.Color
	count, each := s.Word(f.OutOf, t.TableBody, c.Secondary), s.Word(f.Each, t.Caption, c.Secondary)
	y, wide := findingPersons, max(count.Width, each.Width)
	if f.Persons != nil {
		y += f.Persons.Height.Mm() + findingCount
		wide = max(wide, f.Persons.Width)
	}
	height := y + t.TableBody.Leading
	if f.Each != "" {
		height += t.Caption.Leading
	}
	draw := func(g *grid.Grid, x, top fonts.Pt) {
		right := x + style.ContentWidth.Pt()
		if p := f.Persons; p != nil {
			s.drawFigure(g, f.Alt, p, right-p.Width, top+findingPersons.Pt())
		}
		g.Tagged(frame.RoleP, func(*frame.Tag) {
			drawRight(g, count, t.TableBody, right, top+y.Pt())
			if f.Each != "" {
				drawRight(g, each, t.Caption, right, top+(y+t.TableBody.Leading).Pt())
			}
		})
	}
	return &Box{Name: "persons", Height: height, Draw: draw}, wide.Mm()
}
