package layout

import (
	"fmt"

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

// Zones of the cover (design tokens, [cover]), in mm.
const (
	coverTitleX     fonts.Mm = 17.3
	coverTitleY     fonts.Mm = 48 // first baseline
	coverTitleMost  fonts.Pt = 51.5
	coverTitleMin   fonts.Pt = 34
	coverRingX      fonts.Mm = 105
	coverRingY      fonts.Mm = 182
	coverRingInner  fonts.Mm = 36
	coverRingOuter  fonts.Mm = 91
	coverOpenStroke fonts.Mm = 0.55
	coverYearY      fonts.Mm = 190.1
	coverCaptionY   fonts.Mm = 285.5
	coverWordmarkY  fonts.Mm = 22
	logoTop         fonts.Mm = 14
	logoWidth       fonts.Mm = 60
	logoHeight      fonts.Mm = 12
	wordmarkWidth   fonts.Mm = 120
	largeYearY      fonts.Mm = 268
)

// coverGround is the ground that the author names, or the year's own.
func (c *composer) coverGround() (style.Ground, error) {
	g, ok := c.sheet.Cover(c.r.Cover.Ground, c.r.Year)
	if ok {
		return g, nil
	}
	var names []string
	for _, g := range c.sheet.Covers {
		names = append(names, g.Name)
	}
	return g, located(c.r.Cover.Pos, fmt.Errorf("no cover ground %q; there are %q", c.r.Cover.Ground, names))
}

// cover draws the first page: the name of the publisher, the title, and the ring of members.
func (p *pass) cover() error {
	ground := p.coverColors
	mark, err := p.wordmark(ground)
	if err != nil {
		return err
	}
	part := p.grid.Root().Child(frame.RoleSect)
	p.fullPage("", func(g *grid.Grid) {
		p.ground(ground.Fill)
		g.Within(part, func() {
			mark(g)
			p.coverTitle(g, ground)
			if p.ringed() {
				g.Artifact(frame.Layout, func() { p.coverRing(g, ground) })
				p.coverYear(g, ground)
			} else {
				p.coverLargeYear(g, ground)
			}
			p.coverCaption(g, ground)
		})
	})
	return nil
}

// ringed reports whether the cover has the ring: the brand wants it and there is a survey to draw.
func (p *pass) ringed() bool {
	return p.r.Cover.Survey != nil && (p.r.Brand == nil || p.r.Brand.Ring)
}

// wordmark gives what draws the publisher's logo, or name, at the top of the cover.
func (p *pass) wordmark(ground style.Ground) (func(*grid.Grid), error) {
	brand := p.r.Brand
	if brand != nil && (brand.LogoDark != nil || brand.Logo != nil) {
		logo := brand.LogoDark
		if logo == nil {
			logo = brand.Logo
		}
		named := *logo
		named.Alt, named.Decorative = p.r.Publisher, false
		box, err := p.set.Image(&named, logoWidth, logoHeight)
		if err != nil {
			return nil, located(logo.Pos, err)
		}
		return func(g *grid.Grid) {
			g.From(flow.Place(logo.Pos).String())
			box.Draw(g, style.ContentLeft.Pt(), logoTop.Pt())
			g.From("")
		}, nil
	}
	name := p.r.Publisher
	if brand != nil && brand.Wordmark != "" {
		name = brand.Wordmark
	}
	t := p.sheet.Type.KeyLabel
	t.Font.Size = 12
	lines := p.set.Words(name, t, ground.Text, wordmarkWidth, text.Balanced)
	return func(g *grid.Grid) {
		g.Tagged(frame.RoleP, func(*frame.Tag) {
			y := coverWordmarkY - t.Leading*fonts.Mm(len(lines)-1)
			for i, l := range lines {
				g.Line(l, style.ContentLeft.Pt(), (y + t.Leading*fonts.Mm(i)).Pt())
			}
		})
	}, nil
}

// coverLargeYear is the cover of a brand without the ring: the year at the foot, as large as the page
// allows.
func (p *pass) coverLargeYear(g *grid.Grid, ground style.Ground) {
	t := p.sheet.Type.HeroNumber
	year := p.set.Word(p.r.Cover.Year, t, ground.Dot)
	t.Font.Size *= style.ContentWidth.Pt() / year.Width
	year = p.set.Word(p.r.Cover.Year, t, ground.Dot)
	g.Tagged(frame.RoleP, func(*frame.Tag) { g.Line(year, (style.ContentLeft - 1.5).Pt(), largeYearY.Pt()) })
}

// line draws one line on a baseline.
func (p *pass) line(g *grid.Grid, words string, t style.Type, c vector.Color, x, baseline fonts.Mm, role frame.Role) {
	l := p.set.Word(words, t, c)
	g.Tagged(role, func(*frame.Tag) { g.Line(l, x.Pt(), baseline.Pt()) })
}

// coverTitle sets the title on at most two lines, as large as it fits from 51.5 down to 34 pt.
func (p *pass) coverTitle(g *grid.Grid, ground style.Ground) {
	var lines []text.Line
	var t style.Type
	for size := coverTitleMost; ; size -= 1.5 {
		t = p.sheet.Type.CoverTitle.WithSize(max(size, coverTitleMin))
		lines = p.set.Words(p.r.Title, t, ground.Text, style.ContentWidth, text.Balanced)
		if size <= coverTitleMin || len(lines) <= 2 && widest(lines) <= style.ContentWidth.Pt() {
			break
		}
	}
	y := coverTitleY.Pt()
	g.Heading(1, func() {
		for _, l := range lines {
			g.Line(l, coverTitleX.Pt(), y)
			y += t.Leading.Pt()
		}
	})
	if p.r.Subtitle != "" {
		sub := p.sheet.Type.H2
		lines := p.set.Words(p.r.Subtitle, sub, ground.Soft, style.ContentWidth, text.Balanced)
		y -= (t.Leading - 10.5).Pt()
		g.Tagged(frame.RoleP, func(*frame.Tag) {
			for i, l := range lines {
				g.Line(l, style.ContentLeft.Pt(), y+sub.Leading.Pt()*fonts.Pt(i))
			}
		})
	}
}

func widest(lines []text.Line) fonts.Pt {
	var w fonts.Pt
	for _, l := range lines {
		w = max(w, l.Width)
	}
	return w
}

// coverRing draws a dot for each invited member, filled for those who answered.
func (p *pass) coverRing(g *grid.Grid, ground style.Ground) {
	picture, _ := p.memberRing(ground).Picture()
	centred(g, picture, coverRingX, coverRingY)
}

func (p *pass) memberRing(ground style.Ground) charts.Ring {
	return charts.Ring{
		Seats: p.r.Cover.Survey.Invited, Groups: p.ringGroups(ground), Inner: coverRingInner.Pt(), Outer: coverRingOuter.Pt(),
		Order: charts.RingByRing, Open: ground.Open, Stroke: coverOpenStroke.Pt(),
	}
}

// coverFactor is how many people a dot of the cover stands for, which the caption must say.
func (p *pass) coverFactor() int {
	if !p.ringed() {
		return 1
	}
	_, factor := p.memberRing(p.coverColors).Picture()
	return factor
}

// ringGroups are the answers of the ring's figure, largest first, with residual answers last; those who
// answered the survey but not this question come after them.
func (p *pass) ringGroups(ground style.Ground) []charts.Group {
	f, survey := p.r.Cover.Ring, p.r.Cover.Survey
	if f == nil {
		return []charts.Group{{Count: survey.Answered, Color: ground.Dot}}
	}
	var groups []charts.Group
	rest := survey.Answered
	for i, a := range charts.Sorted(f, p.r.Withheld()) {
		if p.r.Withheld().Cell(f, a) {
			continue // one with those who gave no answer
		}
		n := f.Answers[a].Count
		rest -= n
		groups = append(groups, charts.Group{Count: n, Color: groupColor(ground, i)})
	}
	if rest > 0 {
		groups = append(groups, charts.Group{Count: rest, Color: ground.Open})
	}
	return groups
}

// groupColor is the colour of the i-th group of a ring; groups after the last colour share it.
func groupColor(ground style.Ground, i int) vector.Color {
	return ground.Groups[min(i, len(ground.Groups)-1)]
}

// centred draws a picture with its middle at (x, y).
func centred(g *grid.Grid, p *vector.Picture, x, y fonts.Mm) {
	g.Picture(p, x.Pt()-p.Width/2, y.Pt()-p.Height/2, "")
}

func (p *pass) coverYear(g *grid.Grid, ground style.Ground) {
	t := p.sheet.Type.CoverYear
	l := p.set.Word(p.r.Cover.Year, t, ground.Text)
	x := coverRingX.Pt() - l.Width/2
	g.Tagged(frame.RoleP, func(*frame.Tag) { g.Line(l, x, coverYearY.Pt()) })
}

func (p *pass) coverCaption(g *grid.Grid, ground style.Ground) {
	t := p.sheet.Type.Caption
	t.Font.Size = 9.4
	words := component.Clean(p.r.Cover.Caption.Plain())
	if factor := p.coverFactor(); factor > 1 {
		words += " " + p.terms.DotStandsFor(factor)
	}
	p.line(g, words, t, ground.Soft, style.ContentLeft, coverCaptionY, frame.RoleP)
}

// Zones of the back cover (brief, section 3), in mm.
const (
	backRingX      fonts.Mm = 48
	backRingY      fonts.Mm = 66
	backRingInner  fonts.Mm = 8
	backRingOuter  fonts.Mm = 28
	backStatementY fonts.Mm = 128
	backTextY      fonts.Mm = 149.6
	backKeyY       fonts.Mm = 180.8
	backKeyPitch   fonts.Mm = 6.6
	backContactY   fonts.Mm = 262
)

// backCover draws the last page: the ring of answers alone, what it says, the key to its colours, and
// how to reach the publisher.
func (p *pass) backCover() {
	ground := p.coverColors
	part := p.grid.Root().Child(frame.RoleSect)
	p.fullPage("", func(g *grid.Grid) {
		p.ground(ground.Fill)
		g.Within(part, func() {
			if p.ringed() {
				g.Artifact(frame.Layout, func() { p.backRing(g, ground) })
			}
			p.statement(g, ground)
			if p.ringed() && p.r.Cover.Ring != nil {
				p.colorKey(g, ground)
			}
			p.contact(g, ground)
		})
	})
}

// backRing draws those who answered, without the empty seats.
func (p *pass) backRing(g *grid.Grid, ground style.Ground) {
	picture, _ := charts.Ring{
		Seats: p.r.Cover.Survey.Answered, Groups: p.ringGroups(ground), Inner: backRingInner.Pt(), Outer: backRingOuter.Pt(),
		Order: charts.RingByRing, Open: ground.Open, Stroke: coverOpenStroke.Pt(),
	}.Picture()
	centred(g, picture, backRingX, backRingY)
}

func (p *pass) statement(g *grid.Grid, ground style.Ground) {
	t := p.sheet.Type.BackTitle
	y := backStatementY.Pt()
	g.Tagged(frame.RoleP, func(*frame.Tag) {
		for _, s := range p.r.Back.Statement {
			g.Line(p.set.Word(s+" ", t, ground.Text), (style.ContentLeft - 0.4).Pt(), y)
			y += t.Leading.Pt()
		}
	})
	lead := p.sheet.Type.Lead.WithSize(12)
	lead.Leading = 5.8
	component.Stack(g, p.set.Prose(p.r.Back.Text, lead, ground.Soft, 103.5, flow.Place{}), style.ContentLeft.Pt(), backTextY.Pt())
}

// colorKey names the colours of the ring, with the numbers behind them.
func (p *pass) colorKey(g *grid.Grid, ground style.Ground) {
	f, survey := p.r.Cover.Ring, p.r.Cover.Survey
	y := backKeyY
	rest := survey.Answered
	g.Tagged(frame.RoleL, func(*frame.Tag) {
		for i, a := range charts.Sorted(f, p.r.Withheld()) {
			answer := f.Answers[a]
			rest -= answer.Count
			fill := groupColor(ground, i)
			if p.r.Withheld().Cell(f, a) {
				fill = ground.Open
			}
			p.keyRow(g, ground, shortLabel(answer), p.counted(f, a), vector.Paint{Fill: &fill}, y)
			y += backKeyPitch
		}
		if rest > 0 && !p.r.Withheld().Base(f) && (f.Kind != content.Multiple || !p.r.Withheld().Any(f)) {
			fill := ground.Open
			p.keyRow(g, ground, p.terms.NoAnswer, p.locale.Int(rest), vector.Paint{Fill: &fill}, y)
			y += backKeyPitch
		}
		open := ground.Open
		p.keyRow(g, ground, p.terms.NotAnswered, p.locale.Int(survey.Invited-survey.Answered), vector.Paint{Stroke: &open, Width: fonts.Mm(0.55).Pt()}, y)
	})
}

func shortLabel(a content.Answer) string {
	if a.Short != "" {
		return component.Clean(a.Short)
	}
	return component.Clean(a.Label)
}

func (p *pass) keyRow(g *grid.Grid, ground style.Ground, name, count string, paint vector.Paint, y fonts.Mm) {
	t := p.sheet.Type.Caption
	t.Font.Size = 9.2
	bold := t
	bold.Font.Face = p.sheet.Heading(700)
	radius := fonts.Mm(2.1)
	if paint.Stroke != nil {
		radius -= 0.275
	}
	g.Tagged(frame.RoleLI, func(*frame.Tag) {
		g.Artifact(frame.Layout, func() { g.Shape(vector.Circle((style.ContentLeft+2.2).Pt(), (y+1.95).Pt(), radius.Pt()), paint) })
		g.Tagged(frame.RoleLBody, func(*frame.Tag) {
			g.Line(p.set.Word(name+" ", t, ground.Text), fonts.Mm(26).Pt(), (y + 3.1).Pt())
			number := p.set.Word(count, bold, ground.Text)
			g.Line(number, fonts.Mm(80).Pt()-number.Width, (y + 3.1).Pt())
		})
	})
}

func (p *pass) contact(g *grid.Grid, ground style.Ground) {
	name := p.sheet.Type.KeyLabel
	name.Font.Face, name.Font.Size = p.sheet.Heading(700), 12
	p.line(g, p.r.Publisher, name, ground.Text, style.ContentLeft, backContactY, frame.RoleP)
	t := p.sheet.Type.Caption
	t.Font.Size = 9.4
	for i, c := range p.r.Contact {
		p.line(g, c, t, ground.Soft, style.ContentLeft, backContactY+7.1+5.4*fonts.Mm(i), frame.RoleP)
	}
}
