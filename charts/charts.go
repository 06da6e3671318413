// Package charts draws the numbers of a survey: one finished vector picture, its alternative text
// and its numbers for every figure of a report.
//
// # The idea
//
// A figure is computed, never drawn by hand: counts go in, shapes and one-line labels at fixed
// positions come out (package vector), and nothing is left for a reader of the page to look up.
// There is no legend; the value and the name of an answer stand beside its mark. Everything is
// measured with the real faces before it is placed, so that labels neither overlap nor leave the
// picture, and where they cannot fit the chart is drawn in the form that stands in for it and says
// so.
//
// # Vocabulary
//
// A Form is a kind of chart: pie, donut, hbar and vbar (bars lying and standing), dotcols (columns of
// dots, a dot a person), likert (stacked
// 100 %), series (lines over three surveys or more), slope, paired (bars of two years), change (a list
// of changes), battery (a share of each of several questions, with its interval), dots and tilemap (a square a
// county); of groups
// multiples (a panel of bars each), dotplot (a share each, with its interval), stacked (a bar of all
// answers each) and heat (a table of shades). A row is an
// answer as drawn: in the chart's order, with its share. A trend is an answer or measure over two
// or more years. What is highlighted together is added up in a line above the chart; a step of a
// scale has a key, a letter or a number, beside its colour. A gap is a number that is withheld: a
// colon stands for it, and no mark. Data is what the author said about a figure block; Room is what
// the page offers.
//
// # Where to start
//
// Choose picks the form by the rules of layout/DESIGN.md, "Chart forms", Allowed says why a form
// cannot show the data, Split cuts a long list, Draw draws; the Examples show what comes out. Each
// form has its file; labels.go holds the solver that pushes labels apart, step.go the colours and
// keys of scales, reply.go yes and no, together.go what is highlighted, ring.go the rings of dots
// on cover, openers and back cover. The numbers in the code are the design's, in millimetres.
//
// # How to add a form
//
// Write the drawing in a file of its own: a method of canvas that fills the picture, or returns a
// noRoom when its labels do not fit. Give it a row in the table of form.go (how it is drawn and
// described, where it stands on a page, what its caption says) and one under the same name in the
// table of content/form.go (what data it can show, what stands in for it). Name it in each
// language's Terms. TestForms tells what is missing; an Example and a case in designCases with its
// golden make it whole, and TestWhatLoadsIsDrawn tries it on random data.
//
// # Left out
//
// Captions, count lists and tables are text and belong to the layout. There are no logarithmic and
// no time axes, and no grids other than the change list's: the design has none.
//
// # Dependencies
//
// go-chart computes slices and bars; it is met only in renderer.go, through a renderer that records
// paths, and none of its types is exported. freetype is imported for a font type in go-chart's
// renderer interface; no font is ever read with it.
package charts

import (
	"errors"
	"fmt"

	"rapport/charts/vector"
	"rapport/content"
	"rapport/fonts"
)

// Data is what a figure block shows.
type Data struct {
	Form     Form // asked for by the author, "" to let Choose decide
	Figures  []*content.Figure
	Measures []content.Measure
	// Uncompared are measures without an earlier year, which the note names
	Uncompared []content.Measure
	// Inside are changes inside their margins of error, which a list of all changes tells in small
	// below the others.
	Inside  []content.Measure
	Compare bool // show the earlier years too
	// By are the groups in which the one figure's answers are shown; nil for everyone's. Point are
	// the answers that a form of one share a group shows, together; nil to choose them.
	By    *content.Breakdown
	Point []int
	// stands for the question in the alternative text, when there is no single question
	Title    string
	Finding  string // last sentence of the alternative text
	Language string

	// Marked are the answers of the one figure that are highlighted, nil for the figure's own, and
	// MarkedText says what they are together: "er over 40 år".
	Marked     []int
	MarkedText string

	// Withheld says which numbers may not be published; the zero value publishes all.
	Withheld content.Withheld

	// From and To pick rows of a bar chart or change list, in the chart's order, as Split cuts
	// them; To 0 means all. The scale is that of all rows.
	From, To int

	// NamesAbove sets the names of lying bars above them, so that they begin where those of a
	// neighbour do whose names are too long for a column.
	NamesAbove bool
	// NameColumn is how wide the names of lying bars are at least, so that they begin where a
	// neighbour's do.
	NameColumn fonts.Pt

	// Lower is space above the drawing and below the line of what is highlighted together, so that
	// the zero line stands at the height of a neighbour's.
	Lower fonts.Pt

	// Grow is the share of its normal measures that a chart is drawn with where its page has room to
	// spare, up to MostGrowth, or where it has too little; 0 is 1. Its type keeps its size, circles
	// stay circles. What has a normal height shrinks to the height it is drawn in, not by this.
	Grow float64

	// Mute says that the picture alone is wanted: the chart has no words and no numbers beside it.
	Mute bool

	shared *shared // by the parts of one figure; nil when it is whole
	plain  bool    // rows that break wherever they must, because nothing else has room
}

// shown is data as content's rules know it.
func (d Data) shown() content.ChartData {
	return content.ChartData{Figures: d.Figures, Measures: d.Measures, By: d.By,
		Compare: d.Compare, AllYears: d.Form == Series, Withheld: d.Withheld}
}

// Chart is a finished chart.
type Chart struct {
	Form    Form // as drawn: bars, when the labels of a pie did not fit
	Picture *vector.Picture
	Alt     string
	Head    []string   // heads of Numbers' columns
	Numbers [][]string // the numbers as text, a row for each answer in the chart's order
	Base    string     // "n = 62", or "n = 71 (2020), 62 (2021)"
	// how the chart is read, for a caption that does not say it; "" when it is plain
	Note string
	// Rest is what has no place in the picture and must stand in the caption, whatever else it
	// says: answers of nobody beside a pie, answers without an earlier year, names of steps.
	Rest string

	// Withheld says that a colon stands for a number somewhere, which the caption must explain.
	Withheld bool
	// Inside says that an asterisk marks a change inside its margin of error, which the caption
	// must explain.
	Inside bool

	// Small says that an asterisk marks a group in which few answered, which the caption must explain.
	Small bool

	// Center is the centre of a round chart, so that neighbours can be set at one height.
	Center vector.Point
	// Zero is the height of the zero line of standing bars, from the top, likewise; 0 of others.
	Zero fonts.Pt
	// NamesAbove says that names stand above their bars, which then begin at the left edge.
	NamesAbove bool
	// NameColumn is the width of the names beside lying bars; 0 when they stand above.
	NameColumn fonts.Pt
	// Lead is how much of the picture's top is only a head line, which may stand in the white space
	// above the figure.
	Lead fonts.Pt
	// Grown is the share of its normal measures that the chart has: what Data.Grow asked for, or
	// less where its labels have no room beside more.
	Grown float64
	// OneDotStandsFor is above 1 when a dot stands for several people, which the caption must say.
	OneDotStandsFor int
	// Shows are the figures of a battery's rows, whose source the caption names.
	Shows []*content.Figure
	// DotIsPerson says that a dot is a person, which the first such caption of a page must say.
	DotIsPerson bool
}

// canvas is one chart being drawn.
type canvas struct {
	Data
	Style
	form   formDrawing
	set    Setter
	terms  content.Terms
	locale content.Locale
	width  fonts.Pt
	height fonts.Pt // available; 0 is as much as needed
	above  fonts.Pt // that the line above the drawing takes
	shrink float64  // factor of bars and gaps, so that rows fit or fill a height; type keeps its size
	chart  Chart
	pic    *vector.Picture
	colon  bool // a colon stands in a label for a number that is withheld
}

// Draw draws data in the form d.Form, or in the chosen one, in a width and, where it can, at most a
// height (0: as high as it needs). The picture has the height that was really used. To fit the
// height a chart shrinks by at most 15 %, its type never (layout/DESIGN.md, "Keeping together and giving way"); rows that are still
// too high are drawn in full, for Parts to split. What the form cannot show, or has no room for, is
// drawn in the nearest form that can: along a chain that ends in rows which break wherever they
// must. An error means a language or form that there is not, or no figure at all.
func Draw(d Data, st Style, set Setter, width, height fonts.Pt) (Chart, error) {
	terms, err := content.TermsFor(d.Language)
	if err != nil {
		return Chart{}, err
	}
	if d.Form != "" {
		if _, err := d.Form.drawing(); err != nil {
			return Chart{}, err
		}
	}
	d = d.closed()
	if len(d.shownFigures()) == 0 {
		return Chart{}, errors.New("there is no figure to show")
	}
	var c *canvas
	for _, next := range chain(d, width) {
		if c, err = drawn(next, terms, st, set, width, height); err == nil {
			d = next
			break
		}
	}
	if err != nil {
		return Chart{}, fmt.Errorf("%s: %w", d.Form, err)
	}
	c.chart.Form, c.chart.Picture = d.Form, c.pic
	if !d.Mute {
		c.describe()
	}
	c.chart.Withheld = c.colons()
	return c.chart, nil
}

// chain is the data in the form that it is drawn in, and then in those that stand in for it when
// there is no room. The last has room for everything.
func chain(d Data, width fonts.Pt) []Data {
	d = d.inForm(width)
	all := []Data{d}
	for f := d.Form.fallback(); f != ""; f = f.fallback() {
		if Allowed(f, d) == nil && discreet(f, d) == f {
			d.Form = f
			all = append(all, d)
		}
	}
	d.plain = true
	all = append(all, d)
	if d.Form == Likert {
		d.plain, d.Form = false, HBar
		all = append(all, d)
		d.plain = true
		all = append(all, d)
	}
	return all
}

// drawn draws with full measures or those that were asked for, or shrunk until the height is kept.
func drawn(d Data, terms content.Terms, st Style, set Setter, width, height fonts.Pt) (
	*canvas, error) {
	form, err := d.Form.drawing()
	if err != nil {
		return nil, err
	}
	first := d.Grow
	if first == 0 {
		first = 1
	}
	for shrink := first; ; shrink -= 0.05 {
		c := newCanvas(d, terms, st, set, width, height)
		c.form, c.shrink, c.chart.Grown = form, shrink, shrink
		together := c.together()
		if c.above = together.height; height > 0 {
			c.height = max(1, height-c.above)
		}
		err := form.draw(c)
		if err == nil {
			together.head(c)
			err = c.guard()
		}
		if err != nil || height == 0 || c.pic.Height <= height+d.Lower+1e-6 ||
			shrink-0.05 < mostShrink-1e-9 {
			return c, err
		}
	}
}

// mostShrink is the least share of its measures that a chart may shrink to.
const mostShrink = 0.85

// MostGrowth is the largest share of its measures that a chart may grow to.
const MostGrowth = 1.15

// shrunk is a measure, shrunk.
func (c *canvas) shrunk(v fonts.Mm) fonts.Pt { return v.Pt() * fonts.Pt(c.shrink) }

// taller is a measure that grows, but does not shrink.
func (c *canvas) taller(v fonts.Mm) fonts.Pt { return v.Pt() * fonts.Pt(max(1, c.shrink)) }

func newCanvas(
	d Data, terms content.Terms, st Style, set Setter, width, height fonts.Pt,
) *canvas {
	return &canvas{
		Data: d, Style: st, set: set, terms: terms, locale: terms.Locale(), width: width,
		height: height,
		pic:    &vector.Picture{Width: width},
	}
}

// noRoom means that the labels of a form do not fit.
type noRoom struct{ reason string }

func (n *noRoom) Error() string { return n.reason }
