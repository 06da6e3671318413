package part

import (
	"rapport/charts"
	"rapport/charts/vector"
	"rapport/fonts"
	"rapport/layout/component"
	"rapport/layout/flow"
	"rapport/layout/frame"
	"rapport/layout/style"
	"rapport/layout/wording"
)

// Zones of the back cover (DESIGN.md, "Page templates").
const (
	backRingX      fonts.Mm = 48
	backRingY      fonts.Mm = 66
	backRingInner  fonts.Mm = 8
	backRingOuter  fonts.Mm = 28
	backStatementY fonts.Mm = 128
	backTextY      fonts.Mm = 149.6
	backTextWidth  fonts.Mm = 103.5
	backKeyY       fonts.Mm = 180.8
	backKeyPitch   fonts.Mm = 6.6
	backKeyName    fonts.Mm = 26
	backKeyRight   fonts.Mm = 80 // of the counts
	backContactY   fonts.Mm = 262
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
	p.full("", func() {
		p.fill(ground.Fill)
		p.Grid.Within(tag, b.draw)
	})
}

func (b backCover) draw() {
	if !ringed(b.on.Report) {
		b.statement()
		b.contact()
		return
	}
	ring := b.on.Words.Ring()
	b.ring(ring)
	b.statement()
	if len(ring.Groups) > 0 {
		b.key(ring)
	}
	b.contact()
}

// ring draws those who answered, without the empty seats.
func (b backCover) ring(r wording.Ring) {
	picture, _ := charts.Ring{
		Seats: r.Answered, Groups: ringGroups(r, b.ground), Order: charts.RingByRing,
		Inner: backRingInner.Pt(), Outer: backRingOuter.Pt(),
		Open: b.ground.Open, Stroke: coverOpenStroke.Pt(),
	}.Picture()
	b.on.Grid.Artifact(frame.Layout, func() { b.on.centred(picture, backRingX, backRingY) })
}

// statement sets the report's line and its text. The lines step down together until the widest fits.
func (b backCover) statement() {
	g, set := b.on.Grid, b.on.Set
	t := set.Sheet.Type.BackTitle
	wide := style.ContentWidth.Pt()
	for _, s := range b.on.Report.Back.Statement {
		if l := set.Word(s, t, b.ground.Text); l.Width > wide {
			t.Font.Size *= wide / l.Width
		}
	}
	y := backStatementY.Pt()
	g.Tagged(frame.RoleP, func(*frame.Tag) {
		for _, s := range b.on.Report.Back.Statement {
			g.Line(set.Word(s+" ", t, b.ground.Text), (style.ContentLeft - 0.4).Pt(), y)
			y += t.Leading.Pt()
		}
	})
	lead := set.Sheet.Type.Lead.WithSize(12)
	lead.Leading = 5.8
	words, soft := b.on.Report.Back.Text, b.ground.Soft
	atoms := onGround(set, b.ground).Prose(words, lead, soft, backTextWidth, flow.Place{})
	component.Stack(g, atoms, style.ContentLeft.Pt(), backTextY.Pt())
}

// key names the colours of the ring, with the numbers behind them; an outlined dot stands for those
// who did not answer.
func (b backCover) key(r wording.Ring) {
	const stroke = fonts.Mm(0.55)
	y := backKeyY
	b.on.Grid.Tagged(frame.RoleL, func(*frame.Tag) {
		for i, group := range r.Groups {
			fill := b.ground.Open
			if group.Shown {
				fill = groupColor(b.ground, i)
			}
			b.keyRow(group, keyRadius, vector.Paint{Fill: &fill}, y)
			y += backKeyPitch
		}
		open := vector.Paint{Stroke: &b.ground.Open, Width: stroke.Pt()}
		b.keyRow(r.Silent, keyRadius-stroke/2, open, y)
	})
}

// keyRadius is the radius of a dot in the key, its outline included.
const keyRadius fonts.Mm = 2.1

func (b backCover) keyRow(group wording.Group, radius fonts.Mm, dot vector.Paint, y fonts.Mm) {
	g, set := b.on.Grid, b.on.Set
	t := set.Sheet.Type.Caption
	t.Font.Size = 9.2
	bold := t
	bold.Font.Face = set.Sheet.Heading(700)
	g.Tagged(frame.RoleLI, func(*frame.Tag) {
		circle := vector.Circle((style.ContentLeft + 2.2).Pt(), (y + 1.95).Pt(), radius.Pt())
		g.Artifact(frame.Layout, func() { g.Shape(circle, dot) })
		g.Tagged(frame.RoleLBody, func(*frame.Tag) {
			baseline := (y + 3.1).Pt()
			g.Line(set.Word(group.Label+" ", t, b.ground.Text), backKeyName.Pt(), baseline)
			number := set.Word(group.Count, bold, b.ground.Text)
			g.Line(number, backKeyRight.Pt()-number.Width, baseline)
		})
	})
}

func (b backCover) contact() {
	sheet := b.on.Set.Sheet
	name := sheet.Type.KeyLabel
	name.Font.Face, name.Font.Size = sheet.Heading(700), 12
	b.on.line(b.on.Report.Publisher, name, b.ground.Text, style.ContentLeft, backContactY)
	t := sheet.Type.Caption
	t.Font.Size = 9.4
	for i, c := range b.on.Report.Contact {
		y := backContactY + 7.1 + 5.4*fonts.Mm(i)
		b.on.line(c, t, b.ground.Soft, style.ContentLeft, y)
	}
}
