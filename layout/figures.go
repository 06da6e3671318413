package layout

import (
	"slices"

	"rapport/charts"
	"rapport/content"
	"rapport/fonts"
	"rapport/layout/component"
)

// chartKey names a chart as drawn; passes share them.
type chartKey struct {
	block         *content.Block
	width, height fonts.Pt
	form          charts.Form
	from          int // first row of a split figure
}

type drawn struct {
	chart charts.Chart
	err   error
}

// Heights of charts that take what they get, in mm (zones of the design's pages 6, 7 and 11).
const (
	pieHeight   fonts.Mm = 106
	donutHeight fonts.Mm = 62
	vbarHeight  fonts.Mm = 82
	slopeHeight fonts.Mm = 67
)

func roomFor(form charts.Form) fonts.Mm {
	switch form {
	case charts.Pie:
		return pieHeight
	case charts.Donut:
		return donutHeight
	case charts.VBar:
		return vbarHeight
	case charts.Slope:
		return slopeHeight
	}
	return 0 // as high as its rows
}

// data is what a block shows, as charts wants it.
func (c *composer) data(b *content.Block) charts.Data {
	finding := b.Finding
	if finding == "" {
		finding = component.Clean(b.Topic.Headline)
	}
	return charts.Data{
		Form: charts.Form(b.Form), Figures: b.Figures, Measures: b.Measures, Compare: b.Compare,
		Title: component.Clean(b.Heading), Finding: finding, Language: c.r.Language, Withheld: c.r.Withheld(),
	}
}

// draw draws a block's chart, once for each size. scale is the share of its normal height.
func (c *composer) draw(b *content.Block, d charts.Data, width, scale fonts.Mm) (charts.Chart, error) {
	height := (roomFor(d.Form) * scale).Pt()
	key := chartKey{b, width.Pt(), height, d.Form, d.From}
	if done, ok := c.charts[key]; ok {
		return done.chart, done.err
	}
	chart, err := charts.Draw(d, c.chartStyle(), c.shaper, width.Pt(), height)
	err = located(b.Pos, err)
	c.charts[key] = drawn{chart, err}
	return chart, err
}

// chartStyle gives charts the sheet's colours by role, and its faces.
func (c *composer) chartStyle() charts.Style {
	s, color := c.sheet, c.sheet.Color
	return charts.Style{
		Ink: color.Ink, Secondary: color.Secondary, Line: color.Line, White: color.White,
		Highlight: color.Accent, BarPlain: color.Bar, BarMuted: color.Muted, Neutral: color.Neutral,
		Slices: color.Slices, Scale5: color.Scale5, Scale3: color.Scale3,
		Regular: s.Heading(400), Medium: s.Heading(500), Semibold: s.Heading(600), Bold: s.Heading(700),
		Body: s.Body(400, false), BodySemibold: s.Body(600, false),
	}
}

// notes are what a caption adds about how a chart is to be read.
func (p *pass) notes(b *content.Block, chart charts.Chart) []string {
	var notes []string
	if chart.OneDotStandsFor > 1 {
		notes = append(notes, p.terms.DotStandsFor(chart.OneDotStandsFor))
	}
	notes = append(notes, p.signs(b, chart)...)
	if len(b.Caption) > 0 {
		return notes // how to read the chart is the author's to say
	}
	switch chart.Form {
	case charts.Likert:
		notes = append(notes, p.terms.LikertNote())
	case charts.Paired:
		if now, then, ok := years(b); ok {
			notes = append(notes, p.terms.PairedNote(then, now))
		}
	case charts.Change:
		if now, then, ok := years(b); ok {
			notes = append(notes, p.terms.ChangeNote(then, now))
		}
	}
	return notes
}

// signs explains the signs that a chart sets in place of or beside numbers.
func (p *pass) signs(b *content.Block, chart charts.Chart) []string {
	var notes []string
	if chart.Inside {
		notes = append(notes, p.terms.MarginNote())
	}
	if chart.Withheld {
		notes = append(notes, p.withheldNote(b))
	}
	return notes
}

// withheldNote explains the colons of a block.
func (c *composer) withheldNote(b *content.Block) string {
	return c.terms.WithheldNote(c.r.Withheld().Minimum(figuresOf(b)...))
}

// figuresOf are the figures of a block, with the earlier years that it shows.
func figuresOf(b *content.Block) []*content.Figure {
	var all []*content.Figure
	for _, f := range b.Figures {
		all = append(all, f)
		if b.Compare {
			for f = f.Compare; f != nil && !slices.Contains(all, f); f = f.Compare {
				all = append(all, f)
				if b.Kind == content.TableBlock {
					break
				}
			}
		}
	}
	for _, m := range b.Measures {
		all = append(all, m.Figure, m.Figure.Compare)
	}
	return all
}

// years are the two years that a block compares.
func years(b *content.Block) (now, then int, ok bool) {
	for _, m := range b.Measures {
		if m.Figure.Compare != nil {
			return m.Figure.Survey.Year, m.Figure.Compare.Survey.Year, true
		}
	}
	for _, f := range b.Figures {
		if f.Compare != nil {
			return f.Survey.Year, f.Compare.Survey.Year, true
		}
	}
	return 0, 0, false
}
