package part

import (
	"slices"

	"rapport/charts"
	"rapport/charts/vector"
	"rapport/fonts"
	"rapport/layout/component"
	"rapport/layout/flow"
	"rapport/layout/frame"
	"rapport/layout/grid"
	"rapport/layout/style"
	"rapport/layout/text"
	"rapport/layout/wording"
)

// Zones of the back cover (DESIGN.md, "Page templates").
const (
	backRingX        fonts.Mm = 48
	backRingY        fonts.Mm = 66
	backRingInner    fonts.Mm = 8
	backRingOuter    fonts.Mm = 28
	backRingWords    fonts.Mm = 104 // baseline of what a dot stands for
	backHighY        fonts.Mm = 40  // of the statement when its text needs the room of the ring
	backStatementY   fonts.Mm = 128
	backTextY        fonts.Mm = 149.6
	backTextGap      fonts.Mm = 8 // least, from the last line of the statement
	backTextWidth    fonts.Mm = 103.5
	backContactGap   fonts.Mm = 10 // least space above the contact, from baseline
	backKeyGap       fonts.Mm = 8  // least space above the key
	backKeyY         fonts.Mm = 180.8
	backKeyPitch     fonts.Mm = 6.6
	backKeyName      fonts.Mm = 26
	backKeyRight     fonts.Mm = 80  // of the counts
	backKeyApart     fonts.Mm = 4   // between a long label and its count
	backContactY     fonts.Mm = 262 // baseline of the publisher's name, at most
	backContactSub   fonts.Mm = 7.1 // to the first line below it
	backContactPitch fonts.Mm = 5.4
	backContactEnd   fonts.Mm = 287 // last baseline, at most
)

// backCover is the last page.
type backCover struct {
	on     Paper
	ground style.Ground
}

// BackCover draws the last page: the ring of answers alone, what the report says in a line, the key
// to the ring's colours, and how to reach the publisher.
func BackCover(p Paper, ground style.Ground) {
	b := backCover{p, ground}
	tag := p.sect()
	p.full(func() {
		p.fill(ground.Fill)
		p.Grid.Within(tag, b.draw)
	})
}

func (b backCover) draw() {
	bottom := b.contactTop() - backContactGap
	if !Ringed(b.on.Report) {
		b.said(backStatementY, bottom).draw(b.on.Grid)
		b.contact()
		return
	}
	ring := b.on.Words.Ring()
	key := b.keyRows(ring)
	high := key.height(b.keyType())
	said := b.said(backStatementY, bottom-high-backKeyGap)
	if said.bottom() > bottom-high-backKeyGap {
		said = b.said(backHighY, bottom-high-backKeyGap) // where the ring would be
	} else {
		b.ring(ring)
	}
	said.draw(b.on.Grid)
	key = b.cut(key, bottom-said.bottom()-backKeyGap)
	high = key.height(b.keyType())
	b.key(key, max(said.bottom()+backKeyGap, min(backKeyY, bottom-high)))
	b.contact()
}

// contactTop is the baseline of the publisher's name: higher than the design has it when there are
// many lines below.
func (b backCover) contactTop() fonts.Mm {
	return min(backContactY, backContactEnd-backContactSub-backContactPitch*fonts.Mm(len(b.on.Report.Contact)-1))
}

// ring draws those who answered, without the empty seats, and says below for how many a dot stands.
func (b backCover) ring(r wording.Ring) {
	picture, each := charts.Ring{
		Seats: r.Answered, Groups: RingGroups(r, b.ground), Order: charts.RingByRing,
		Inner: backRingInner.Pt(), Outer: backRingOuter.Pt(),
		Open: b.ground.Open, Stroke: coverOpenStroke.Pt(),
	}.Picture()
	b.on.Grid.Artifact(frame.Layout, func() { b.on.centred(picture, backRingX, backRingY) })
	if each > 1 {
		words := b.on.Words.Terms.DotStandsFor(each)
		b.on.line(words, b.keyType(), b.ground.Soft, style.ContentLeft, backRingWords)
	}
}

// said is what the report says in a line, and its text below, as they are set.
type said struct {
	lines   []text.Line
	leading fonts.Mm
	y, text fonts.Mm // first baseline of the lines, top of the text
	atoms   []flow.Atom
}

func (s said) bottom() fonts.Mm { return s.text + (flow.Column{Atoms: s.atoms}).Height() }

// said sets the report's lines from a baseline on, each on one line if it can be, and its text below
// them: in smaller type if it would not end above bottom.
func (b backCover) said(y, bottom fonts.Mm) said {
	set, own := b.on.Set, b.on.Report.Back
	t := set.Sheet.Type.BackTitle
	s := said{y: y}
	for _, size := range append([]fonts.Pt{t.Font.Size}, smaller(t.Font.Size)...) {
		t = t.WithSize(size)
		s.lines = nil
		for _, words := range own.Statement {
			s.lines = append(s.lines, set.Words(words, t, b.ground.Text, style.ContentWidth, text.Greedy)...)
		}
		if len(s.lines) <= max(2, len(own.Statement)) && !text.Strained(s.lines) || size <= 12 {
			break
		}
	}
	s.leading = component.Apart(t, s.lines).Leading
	last := y + s.leading*fonts.Mm(max(1, len(s.lines))-1)
	s.text = max(y+backTextY-backStatementY, last+backTextGap)
	lead := set.Sheet.Type.Lead.WithSize(12)
	lead.Leading = 5.8
	width := backTextWidth
	for {
		s.atoms = onGround(set, b.ground).Prose(own.Text, lead, b.ground.Soft, width, flow.Place{})
		if s.bottom() <= bottom || lead.Font.Size <= leastSize {
			return s
		}
		smaller := max(leastSize, lead.Font.Size-1)
		lead.Leading *= fonts.Mm(smaller / lead.Font.Size)
		lead.Font.Size, width = smaller, style.ContentWidth
	}
}

// draw draws the lines and the text.
func (s said) draw(g *grid.Grid) {
	g.Tagged(frame.RoleP, func(*frame.Tag) {
		for i, l := range s.lines {
			g.Line(l, (style.ContentLeft - 0.4).Pt(), (s.y + s.leading*fonts.Mm(i)).Pt())
		}
	})
	component.Stack(g, s.atoms, style.ContentLeft.Pt(), s.text.Pt())
}

// keyRow is a row of the key to the ring's colours.
type keyRow struct {
	label  []text.Line
	count  text.Line
	dot    vector.Paint
	radius fonts.Mm
}

// key is the key to the ring's colours.
type key struct {
	rows  []keyRow
	right fonts.Mm // where the counts end
}

// keyRadius is the radius of a dot in the key, its outline included.
const keyRadius fonts.Mm = 2.1

// keyType is the type of the key's labels.
func (b backCover) keyType() style.Type {
	t := b.on.Set.Sheet.Type.Caption
	t.Font.Size = 9.2
	return t
}

// keyRows sets the names of the ring's colours, with the numbers behind them; an outlined dot stands
// for those who did not answer. The counts end further right when a label is long, and a label that
// is wider than the page takes several lines.
func (b backCover) keyRows(r wording.Ring) key {
	const stroke = fonts.Mm(0.55)
	if len(r.Groups) == 0 {
		return key{}
	}
	k := key{right: backKeyRight}
	t := b.keyType()
	bold := t
	bold.Font.Face = b.on.Set.Sheet.Heading(700)
	for i, group := range append(slices.Clone(r.Groups), r.Silent) {
		row := keyRow{count: b.on.Set.Word(group.Count, bold, b.ground.Text), radius: keyRadius}
		fill := b.ground.Open
		switch {
		case i == len(r.Groups):
			row.dot, row.radius = vector.Paint{Stroke: &fill, Width: stroke.Pt()}, keyRadius-stroke/2
		case group.Shown:
			fill = GroupColor(b.ground, i)
			fallthrough
		default:
			row.dot = vector.Paint{Fill: &fill}
		}
		label := b.on.Set.Word(group.Label, t, b.ground.Text)
		k.right = max(k.right, backKeyName+(label.Width+row.count.Width).Mm()+backKeyApart)
		k.rows = append(k.rows, row)
	}
	k.right = min(k.right, style.ContentLeft+style.ContentWidth)
	for i, group := range append(slices.Clone(r.Groups), r.Silent) {
		room := k.right - backKeyName - k.rows[i].count.Width.Mm() - backKeyApart
		k.rows[i].label = b.on.Set.Words(group.Label, t, b.ground.Text, room+0.1, text.Greedy)
	}
	return k
}

// height is how high the key is; t is the type of its labels.
func (k key) height(t style.Type) fonts.Mm {
	var h fonts.Mm
	for _, row := range k.rows {
		h += backKeyPitch + t.Leading*fonts.Mm(len(row.label)-1)
	}
	return h
}

// cut leaves rows out of a key that is higher than room, and says in their place how many; the last,
// of those who did not answer, stays.
func (b backCover) cut(k key, room fonts.Mm) key {
	t, n := b.keyType(), len(k.rows)
	if n < 3 || k.height(t) <= room {
		return k
	}
	last := k.rows[n-1]
	left := key{k.rows[:n-1], k.right}
	for len(left.rows) > 1 && left.height(t)+2*backKeyPitch > room {
		left.rows = left.rows[:len(left.rows)-1]
	}
	words := b.on.Words.Terms.AndMore(n - 1 - len(left.rows))
	more := keyRow{label: []text.Line{b.on.Set.Word(words, t, b.ground.Text)}}
	left.rows = append(slices.Clone(left.rows), more, last)
	return left
}

// key draws the key from y on.
func (b backCover) key(k key, y fonts.Mm) {
	if len(k.rows) == 0 {
		return
	}
	b.on.Grid.Tagged(frame.RoleL, func(*frame.Tag) {
		for _, row := range k.rows {
			b.drawKeyRow(row, y, k.right)
			y += backKeyPitch + b.keyType().Leading*fonts.Mm(len(row.label)-1)
		}
	})
}

func (b backCover) drawKeyRow(row keyRow, y, right fonts.Mm) {
	g, t := b.on.Grid, b.keyType()
	g.Tagged(frame.RoleLI, func(*frame.Tag) {
		circle := vector.Circle((style.ContentLeft + 2.2).Pt(), (y + 1.95).Pt(), row.radius.Pt())
		if row.radius > 0 {
			g.Artifact(frame.Layout, func() { g.Shape(circle, row.dot) })
		}
		g.Tagged(frame.RoleLBody, func(*frame.Tag) {
			baseline := (y + 3.1).Pt()
			for i, l := range row.label {
				g.Line(l, backKeyName.Pt(), baseline+t.Leading.Pt()*fonts.Pt(i))
			}
			g.Line(row.count, right.Pt()-row.count.Width, baseline)
		})
	})
}

func (b backCover) contact() {
	sheet := b.on.Set.Sheet
	name := sheet.Type.KeyLabel
	name.Font.Face, name.Font.Size = sheet.Heading(700), 12
	top := b.contactTop()
	g := b.on.Grid
	publisher := b.on.Set.Fitted(b.on.Report.Publisher, name, b.ground.Text, style.ContentWidth)
	g.Tagged(frame.RoleP, func(*frame.Tag) { g.Line(publisher, style.ContentLeft.Pt(), top.Pt()) })
	t := sheet.Type.Caption
	t.Font.Size = 9.4
	for i, c := range b.on.Report.Contact {
		y := top + backContactSub + backContactPitch*fonts.Mm(i)
		line := b.on.Set.Fitted(c, t, b.ground.Soft, style.ContentWidth)
		g.Tagged(frame.RoleP, func(*frame.Tag) { g.Line(line, style.ContentLeft.Pt(), y.Pt()) })
	}
}
