package part

import (
	"rapport/charts"
	"rapport/charts/vector"
	"rapport/fonts"
	"rapport/layout/component"
	"rapport/layout/frame"
	"rapport/layout/grid"
	"rapport/layout/style"
	"rapport/layout/text"
	"rapport/layout/wording"
)

// Zones of the year in figures (DESIGN.md, "Page templates"), from the top of the page unless said
// otherwise.
const (
	heroTop      fonts.Mm = 60
	heroHeight   fonts.Mm = 90
	heroNumberY  fonts.Mm = 105.2 // baseline
	heroTextY    fonts.Mm = 114
	heroTextWide fonts.Mm = 70
	heroDotsX    fonts.Mm = 107
	heroDotsY    fonts.Mm = 77
	keyRow1      fonts.Mm = 164
	keyRow2      fonts.Mm = 216
	keyNumberY   fonts.Mm = 19.6 // baseline, from the rule
	keyLabelY    fonts.Mm = 27.4 // from the rule
)

// keyPage is the year in figures.
type keyPage struct{ on Paper }

// Key draws the year in figures, which the report must have: one hero, and at most six key figures
// below.
func Key(p Paper) {
	tag := p.sect()
	k := p.Report.Key
	head := component.Beginning(p.Set.Head(wording.KeyID, k.Kicker, k.Headline, ""))
	rest := style.ContentHeight - head.Height()
	page := keyPage{p}
	draw := func(*grid.Grid, fonts.Pt, fonts.Pt) {
		page.hero(p.Words.KeyFigure(k.Hero))
		for i, f := range k.Figures {
			x, y := style.ContentLeft+(style.Columns(4)+4)*fonts.Mm(i%3), keyRow1
			if i >= 3 {
				y = keyRow2
			}
			page.figure(p.Words.KeyFigure(f), x, y)
		}
	}
	body := &component.Box{Name: "key figures", Height: rest, Draw: draw}
	p.section(wording.Clean(k.Headline), tag, head, component.Full(0, body.Atom(0)))
}

// hero draws the largest number on its band, with a dot for each answer.
func (k keyPage) hero(f wording.KeyFigure) {
	sheet, g := k.on.Set.Sheet, k.on.Grid
	g.Artifact(frame.Background, func() {
		x, width := -style.Bleed.Pt(), (style.PageWidth + 2*style.Bleed).Pt()
		band := vector.Rect(x, heroTop.Pt(), width, heroHeight.Pt())
		g.Shape(band, vector.Paint{Fill: &sheet.Color.Panel})
	})
	t := sheet.Type.H2
	lines := k.on.Set.Words(f.Text, t, sheet.Color.Heading, heroTextWide, text.Greedy)
	k.bigNumber(f, sheet.Type.HeroNumber, sheet.Color.Accent, style.ContentLeft-0.6, heroNumberY)
	g.Tagged(frame.RoleP, func(*frame.Tag) { k.on.lines(lines, t, style.ContentLeft, heroTextY) })
	k.detail(f, style.ContentLeft, heroTextY+t.Leading*fonts.Mm(len(lines))+1.8)
	if f.Dots == 0 {
		return
	}
	dots := charts.HeroDots(f.Dots, f.Filled, sheet.Color.Accent, sheet.Color.Neutral)
	picture, oneDotStandsFor := dots.Picture()
	g.Artifact(frame.Layout, func() { g.Picture(picture, heroDotsX.Pt(), heroDotsY.Pt(), "") })
	if oneDotStandsFor > 1 {
		words := k.on.Words.Terms.DotStandsFor(oneDotStandsFor)
		k.on.line(words, sheet.Type.Caption, sheet.Color.Secondary, heroDotsX, heroTop+heroHeight-4)
	}
}

// bigNumber draws "50 %" with a per cent sign of half the size, or "9 av 24" in smaller type.
func (k keyPage) bigNumber(
	f wording.KeyFigure, t style.Type, c vector.Color, x, baseline fonts.Mm,
) {
	if !f.Percent {
		t.Font.Size *= 0.6
		k.on.line(f.Number, t, c, x, baseline)
		return
	}
	small := t
	small.Font.Size /= 2
	small.Font.Face = k.on.Set.Sheet.Heading(600)
	number, sign := k.on.Set.Word(f.Number, t, c), k.on.Set.Word("%", small, c)
	k.on.Grid.Tagged(frame.RoleP, func(*frame.Tag) {
		k.on.Grid.Line(number, x.Pt(), baseline.Pt())
		k.on.Grid.Line(sign, x.Pt()+number.Width+fonts.Mm(0.9).Pt(), baseline.Pt())
	})
}

// figure draws a rule, the number, what it means, and what is behind it.
func (k keyPage) figure(f wording.KeyFigure, x, y fonts.Mm) {
	color := k.on.Set.Sheet.Color
	k.on.rule(x, y, style.Columns(4), 0.35, color.Ink)
	k.bigNumber(f, k.on.Set.Sheet.Type.KeyNumber, color.Heading, x-0.2, y+keyNumberY)
	t := k.on.Set.Sheet.Type.KeyLabel
	lines := k.on.Set.Words(f.Text, t, color.Heading, style.Columns(4)-2, text.Balanced)
	y += keyLabelY
	k.on.Grid.Tagged(frame.RoleP, func(*frame.Tag) { k.on.lines(lines, t, x, y) })
	k.detail(f, x, y+t.Leading*fonts.Mm(len(lines))+1.2)
}

// detail draws what is behind a number.
func (k keyPage) detail(f wording.KeyFigure, x, y fonts.Mm) {
	t := k.on.Set.Sheet.Type.Caption
	k.on.line(f.Detail, t, k.on.Set.Sheet.Color.Secondary, x, y+t.Baseline().Mm())
}
