package layout

import (
	"strings"

	"rapport/charts"
	"rapport/charts/vector"
	"rapport/content"
	"rapport/fonts"
	"rapport/layout/component"
	"rapport/layout/flow"
	"rapport/layout/frame"
	"rapport/layout/grid"
	"rapport/layout/style"
	"rapport/layout/text"
)

// Zones of the year in figures (brief, section 3), in mm, below the content's top at 30.
const (
	heroTop      fonts.Mm = 60 - style.ContentTop
	heroHeight   fonts.Mm = 90
	heroNumberY  fonts.Mm = 105.2 // baseline, on the page
	heroTextY    fonts.Mm = 114
	heroDotsX    fonts.Mm = 107
	heroDotsY    fonts.Mm = 77
	keyRow1      fonts.Mm = 164
	keyRow2      fonts.Mm = 216
	keyNumberY   fonts.Mm = 19.6 // baseline, below the rule
	keyLabelY    fonts.Mm = 27.4
	keyHalfUnits          = 2
)

// keyPage draws the year in figures: one hero, and at most six key figures below.
func (p *pass) keyPage() error {
	k := p.r.Key
	if k == nil {
		return nil
	}
	sect := p.grid.Root().Child(frame.RoleSect)
	p.bookmarks = append(p.bookmarks, bookmark{component.Clean(k.Headline), 0, keyID})
	head := p.head(keyID, k.Kicker, k.Headline, "")
	rest := style.ContentHeight - head.Height()
	body := &component.Box{Name: "key figures", Height: rest, Draw: func(g *grid.Grid, _, _ fonts.Pt) {
		p.hero(g, k.Hero)
		for i, f := range k.Figures {
			x := style.ContentLeft + (style.Columns(4)+4)*fonts.Mm(i%3)
			y := keyRow1
			if i >= 3 {
				y = keyRow2
			}
			p.keyFigure(g, f, x, y)
		}
	}}
	bands := []flow.Band{head, component.Full(0, body.Atom(0))}
	for i := range bands {
		bands[i].Under = sect
	}
	return p.flowPages(bands, component.RunningHead{Chapter: component.Clean(k.Headline)})
}

// hero draws the largest number on its band, with a dot for each answer.
func (p *pass) hero(g *grid.Grid, k content.KeyFigure) {
	panel := p.sheet.Color.Panel
	g.Artifact(frame.Background, func() {
		g.Shape(vector.Rect(-style.Bleed.Pt(), (style.ContentTop+heroTop).Pt(), (style.PageWidth+2*style.Bleed).Pt(), heroHeight.Pt()), vector.Paint{Fill: &panel})
	})
	lines := p.set.Words(component.Clean(k.Text), p.sheet.Type.H2, p.sheet.Color.Heading, 70, text.Greedy)
	p.bigNumber(g, k, p.sheet.Type.HeroNumber, p.sheet.Color.Accent, style.ContentLeft-0.6, heroNumberY)
	y := heroTextY
	g.Tagged(frame.RoleP, func(*frame.Tag) {
		for _, l := range lines {
			g.Line(l, style.ContentLeft.Pt(), y.Pt()+p.sheet.Type.H2.Baseline())
			y += p.sheet.Type.H2.Leading
		}
	})
	p.keyNote(g, k, style.ContentLeft, y+1.8)
	filled := k.Count()
	if p.secret(k) {
		filled = 0
	}
	if p.closed(k) {
		return
	}
	picture, factor := charts.HeroDots(k.Base(), filled, p.sheet.Color.Accent, p.sheet.Color.Neutral).Picture()
	g.Artifact(frame.Layout, func() { g.Picture(picture, heroDotsX.Pt(), heroDotsY.Pt(), "") })
	if factor > 1 {
		t := p.sheet.Type.Caption
		p.line(g, p.terms.DotStandsFor(factor), t, p.sheet.Color.Secondary, heroDotsX, style.ContentTop+heroTop+heroHeight-4, frame.RoleP)
	}
}

// bigNumber draws "50 %" with a small per cent sign. When few answered, counts lead: "9 av 24".
func (p *pass) bigNumber(g *grid.Grid, k content.KeyFigure, t style.Type, c vector.Color, x, baseline fonts.Mm) {
	if k.Base() < fewAnswers || p.secret(k) {
		t.Font.Size *= 0.6
		share := p.set.Word(p.outOf(k), t, c)
		g.Tagged(frame.RoleP, func(*frame.Tag) { g.Line(share, x.Pt(), baseline.Pt()) })
		return
	}
	small := t
	small.Font.Size /= keyHalfUnits
	small.Font.Face = p.sheet.Heading(600)
	percent := content.Percent(k.Count(), k.Base(), 0)
	number := p.set.Word(p.locale.Decimal(percent), t, c)
	sign := p.set.Word("%", small, c)
	g.Tagged(frame.RoleP, func(*frame.Tag) {
		g.Line(number, x.Pt(), baseline.Pt())
		g.Line(sign, x.Pt()+number.Width+fonts.Mm(0.9).Pt(), baseline.Pt())
	})
}

// fewAnswers is the base under which counts lead and percentages come second (brief, section 5).
const fewAnswers = 30

// keyFigure draws a rule, the number, what it means, and what is behind it.
func (p *pass) keyFigure(g *grid.Grid, k content.KeyFigure, x, y fonts.Mm) {
	ink := p.sheet.Color.Ink
	g.Artifact(frame.Layout, func() {
		g.Shape(vector.Line(x.Pt(), y.Pt(), (x+style.Columns(4)).Pt(), y.Pt()), vector.Paint{Stroke: &ink, Width: fonts.Mm(0.35).Pt()})
	})
	p.bigNumber(g, k, p.sheet.Type.KeyNumber, p.sheet.Color.Heading, x-0.2, y+keyNumberY)
	t := p.sheet.Type.KeyLabel
	lines := p.set.Words(component.Clean(k.Text), t, p.sheet.Color.Heading, style.Columns(4)-2, text.Balanced)
	at := y + keyLabelY
	g.Tagged(frame.RoleP, func(*frame.Tag) {
		for _, l := range lines {
			g.Line(l, x.Pt(), at.Pt()+t.Baseline())
			at += t.Leading
		}
	})
	p.keyNote(g, k, x, at+1.2)
}

// keyNote is "31 av 62 svar. I 2020: 49 %.", the last part when the figure has an earlier year; when few
// answered, "38 %." and the earlier count.
func (p *pass) keyNote(g *grid.Grid, k content.KeyFigure, x, y fonts.Mm) {
	words := []string{p.terms.OutOf(k.Count(), k.Base(), k.Figure == nil) + "."}
	switch {
	case p.secret(k):
		words[0] = colon + " " + p.terms.Withheld + "."
	case k.Base() < fewAnswers:
		words[0] = p.locale.Percent(content.Percent(k.Count(), k.Base(), 0)) + "."
	}
	if k.Figure != nil {
		if then, ok := k.Figure.Earlier(k.Answers...); ok {
			f := k.Figure.Compare
			earlier := p.locale.Percent(f.Percent(0, then...))
			switch {
			case p.r.Withheld().Sum(f, then...):
				earlier = p.terms.Withheld
			case f.N < fewAnswers:
				earlier = p.locale.Share(f.Sum(then...), f.N)
			}
			words = append(words, p.terms.InYear(f.Survey.Year, earlier))
		}
	}
	t := p.sheet.Type.Caption
	l := p.set.Word(strings.Join(words, " "), t, p.sheet.Color.Secondary)
	g.Tagged(frame.RoleP, func(*frame.Tag) { g.Line(l, x.Pt(), y.Pt()+t.Baseline()) })
}

// themeDots is the field of dots beside a theme's number of answers.
func (p *pass) themeDots(n int) *component.Box {
	picture, _ := charts.ThemeDots(n, p.sheet.Color.Count).Picture()
	return &component.Box{Name: "dots", Height: picture.Height.Mm(), Draw: func(g *grid.Grid, x, y fonts.Pt) {
		g.Picture(picture, x, y, "")
	}}
}
