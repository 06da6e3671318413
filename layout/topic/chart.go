package topic

import (
	"rapport/charts"
	"rapport/content"
	"rapport/fonts"
	"rapport/layout/style"
	"rapport/layout/text"
)

// Charts draws charts and remembers them: attempts at a topic share them. It is not safe for
// concurrent use.
type Charts struct {
	style charts.Style
	set   charts.Setter
	drawn map[chartKey]drawn

	labels map[*content.Block]*sources // where they come from

	// Other are the blocks that were drawn in another form than their authors asked for.
	Other Forms
}

// Forms are the forms in which figure blocks were drawn.
type Forms map[*content.Block]charts.Form

// NewCharts draws with a design's colours and faces.
func NewCharts(sheet *style.Sheet, shaper *text.Shaper) *Charts {
	return &Charts{
		style: ChartStyle(sheet), set: text.NewMeasures(shaper), drawn: map[chartKey]drawn{},
		labels: map[*content.Block]*sources{}, Other: Forms{},
	}
}

// chartKey names a chart as drawn.
type chartKey struct {
	block      *content.Block
	width      fonts.Pt
	share      float64 // of the normal height
	grow       float64
	form       charts.Form
	from, to   int             // rows of a split figure
	first      *content.Figure // of those that the part shows
	namesAbove bool
	column     fonts.Pt // of names
	lower      fonts.Pt
}

type drawn struct {
	chart charts.Chart
	err   error
}

// draw draws a block's chart, once for each size. share is the share of its normal height, up to
// charts.MostGrowth. The error is a content.Problem at the block.
func (c *Charts) draw(
	b *content.Block, d charts.Data, width fonts.Mm, share float64,
) (charts.Chart, error) {
	height := (d.Form.Placement().Height * fonts.Mm(share)).Pt()
	if d.Grow == 0 {
		d.Grow = max(1, share)
	}
	if height == 0 {
		share = 1 // it is as high as its rows
	}
	key := chartKey{b, width.Pt(), share, d.Grow, d.Form, d.From, d.To, first(d), d.NamesAbove,
		d.NameColumn, d.Lower}
	if done, ok := c.drawn[key]; ok {
		return done.chart, done.err
	}
	chart, err := charts.Draw(d, c.style, c.set, width.Pt(), height)
	if err != nil {
		err = content.Problem{Pos: b.Pos, Width: 1, Text: err.Error()}
	}
	c.drawn[key] = drawn{chart, err}
	return chart, err
}

// first is the first figure of data.
func first(d charts.Data) *content.Figure {
	if len(d.Measures) > 0 {
		return d.Measures[0].Figure
	}
	if len(d.Figures) > 0 {
		return d.Figures[0]
	}
	return nil
}

// chartRoom is the tallest that a chart gets: a page without a topic's head, the chart's heading
// and its caption.
const chartRoom = style.ContentHeight - 70

// leastPicture is the room that a chart or an image gets below the longest of heads.
const leastPicture fonts.Mm = 40

// within cuts a block's chart into parts that are no taller than room.
func (c *Charts) within(
	b *content.Block, d charts.Data, width, room fonts.Mm,
) []charts.Data {
	chart, err := c.draw(b, d, width, 1)
	if err != nil || chart.Picture.Height.Mm() <= room {
		return []charts.Data{d}
	}
	d.Form = chart.Form // that of the height it has here; with more it might be another
	return charts.Within(d, c.style, c.set, width.Pt(), room.Pt())
}

// ChartStyle gives charts a sheet's colours by role, and its faces.
func ChartStyle(s *style.Sheet) charts.Style {
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
