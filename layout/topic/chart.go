package topic

import (
	"rapport/charts"
	"rapport/content"
	"rapport/fonts"
	"rapport/layout/style"
	"rapport/layout/text"
)

// Charts draws charts and remembers them: passes over a report, and attempts at a topic, share
// them. It is not safe for concurrent use.
type Charts struct {
	style  charts.Style
	shaper *text.Shaper
	drawn  map[chartKey]drawn
}

// NewCharts draws with a design's colours and faces.
func NewCharts(sheet *style.Sheet, shaper *text.Shaper) *Charts {
	return &Charts{chartStyle(sheet), shaper, map[chartKey]drawn{}}
}

// chartKey names a chart as drawn.
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

// draw draws a block's chart, once for each size. share is the share of its normal height, from 0
// to 1. The error is a content.Problem at the block.
func (c *Charts) draw(
	b *content.Block, d charts.Data, width fonts.Mm, share float64,
) (charts.Chart, error) {
	height := (d.Form.Placement().Height * fonts.Mm(share)).Pt()
	key := chartKey{b, width.Pt(), height, d.Form, d.From}
	if done, ok := c.drawn[key]; ok {
		return done.chart, done.err
	}
	chart, err := charts.Draw(d, c.style, c.shaper, width.Pt(), height)
	if err != nil {
		err = content.Problem{Pos: b.Pos, Width: 1, Text: err.Error()}
	}
	c.drawn[key] = drawn{chart, err}
	return chart, err
}

// chartStyle gives charts a sheet's colours by role, and its faces.
func chartStyle(s *style.Sheet) charts.Style {
	color := s.Color
	return charts.Style{
		Ink: color.Ink, Secondary: color.Secondary, Line: color.Line, White: color.White,
		Highlight: color.Accent, BarPlain: color.Bar, BarMuted: color.Muted, Neutral: color.Neutral,
		Slices: color.Slices, Scale5: color.Scale5, Scale3: color.Scale3,
		Regular: s.Heading(400), Medium: s.Heading(500),
		Semibold: s.Heading(600), Bold: s.Heading(700),
		Body: s.Body(400, false), BodySemibold: s.Body(600, false),
	}
}
