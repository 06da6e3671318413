package charts

import (
	"fmt"

	"rapport/content"
	"rapport/fonts"
)

// Form is a kind of chart, by its name in TOML.
type Form string

// The forms.
const (
	Pie    Form = "pie"
	Donut  Form = "donut"
	HBar   Form = "hbar"
	VBar   Form = "vbar"
	Likert Form = "likert"
	Series Form = "series"
	Slope  Form = "slope"
	Paired Form = "paired"
	Change Form = "change"
	Dots   Form = "dots"

	DotCols Form = "dotcols"
	Battery Form = "battery"
	TileMap Form = "tilemap"

	Multiples Form = "multiples"
	DotPlot   Form = "dotplot"
	Stacked   Form = "stacked"
	Heat      Form = "heat"
)

// formDrawing is how a form is drawn and where it stands: a row of the table. What data it can show
// is its row in content.
type formDrawing struct {
	form Form
	draw func(*canvas) error
	// describe gives the values for the alternative text, and sets the chart's numbers as text and
	// base.
	describe  func(*canvas) string
	placement Placement
	note      func(*canvas) string // how the chart is read, for its caption; nil when that is plain
}

// Placement is how a form stands on a page.
type Placement struct {
	// Height is what it has at most, its normal height; 0 when it is as high as its rows.
	Height fonts.Mm
	// Columns are how many of the page's twelve it takes when prose stands beside it; 0 when it
	// wants the full width.
	Columns int
	// Half forms stand in half a page's width where several figures share a page: round ones, and
	// columns of dots, which are no larger in more.
	Half bool
	// Narrow forms can stand in half a page's width where that is asked for.
	Narrow bool
	// CountList says that the counts are not in the picture, and stand in a list of their own.
	CountList bool
	// Wide forms take the full width also in a group, and no strong rule parts them from what
	// stands above, because their rows have rules of their own.
	Wide bool
	// Grows says that the form is drawn taller where its page has room to spare (Data.Grow). A field
	// of dots has its measures from its dots.
	Grows bool
}

// drawings is the table of forms (heights: layout/DESIGN.md, "Page templates"). It never changes.
var drawings []formDrawing

func init() { // because what draws asks the table for placements
	drawings = []formDrawing{
		{form: Pie, draw: (*canvas).round, describe: (*canvas).describeAnswers,
			placement: Placement{Height: 106, Half: true, CountList: true, Grows: true}},
		{form: Donut, draw: (*canvas).round, describe: (*canvas).describeAnswers,
			placement: Placement{Height: 62, Half: true, CountList: true, Grows: true}},
		{form: HBar, draw: (*canvas).hbar, describe: (*canvas).describeAnswers,
			placement: Placement{Columns: 8, Grows: true}},
		{form: VBar, draw: (*canvas).vbar, describe: (*canvas).describeAnswers,
			placement: Placement{Height: 82, Columns: 7, Narrow: true, CountList: true, Grows: true}},
		{form: DotCols, draw: (*canvas).dotcols, describe: (*canvas).describeAnswers,
			placement: Placement{Height: 82, Columns: 7, Half: true, Narrow: true, CountList: true}},
		{form: Likert, draw: (*canvas).likert, describe: (*canvas).describeStatements,
			placement: Placement{Wide: true, Grows: true}, note: (*canvas).likertNote},
		{form: Series, draw: (*canvas).series, describe: (*canvas).describeSeries,
			placement: Placement{Height: seriesHeight, Columns: 8, Narrow: true, Grows: true},
			note:      (*canvas).seriesNote},
		{form: Slope, draw: (*canvas).slope, describe: (*canvas).describeTrends,
			placement: Placement{Height: slopeHeight, Columns: 7, Narrow: true, Grows: true}},
		{form: Paired, draw: (*canvas).paired, describe: (*canvas).describeTrends,
			placement: Placement{Columns: 7, Narrow: true, Grows: true}, note: (*canvas).pairedNote},
		{form: Change, draw: (*canvas).change, describe: (*canvas).describeTrends,
			placement: Placement{Wide: true, Grows: true}, note: (*canvas).changeNote},
		{form: Battery, draw: (*canvas).battery, describe: (*canvas).describeShares,
			placement: Placement{Wide: true, Grows: true}, note: (*canvas).batteryNote},
		{form: Dots, draw: (*canvas).dots, describe: (*canvas).describeAnswers,
			placement: Placement{Columns: 7, Narrow: true}},
		{form: TileMap, draw: (*canvas).tilemap, describe: (*canvas).describeAnswers,
			placement: Placement{Columns: 7, Half: true, Narrow: true, Grows: true}},
		{form: Multiples, draw: (*canvas).multiples, describe: (*canvas).describeGroups,
			placement: Placement{Wide: true, Grows: true}, note: (*canvas).panelNote},
		{form: DotPlot, draw: (*canvas).dotplot, describe: (*canvas).describeDots,
			placement: Placement{Wide: true, Grows: true}, note: (*canvas).dotNote},
		{form: Stacked, draw: (*canvas).stacked, describe: (*canvas).describeGroups,
			placement: Placement{Wide: true, Grows: true}, note: (*canvas).stackedNote},
		{form: Heat, draw: (*canvas).heat, describe: (*canvas).describeGroups,
			placement: Placement{Wide: true, Grows: true}, note: (*canvas).heatNote},
	}
}

// Forms lists every form.
func Forms() []Form {
	var forms []Form
	for _, d := range drawings {
		forms = append(forms, d.form)
	}
	return forms
}

// drawing is the form's row of the table.
func (f Form) drawing() (formDrawing, error) {
	for _, d := range drawings {
		if d.form == f {
			return d, nil
		}
	}
	return formDrawing{}, fmt.Errorf("no chart form %q; there are %q", f, Forms())
}

// Placement is how the form stands on a page.
func (f Form) Placement() Placement {
	d, _ := f.drawing()
	return d.placement
}

// rule is what data the form can show.
func (f Form) rule() content.FormRule {
	r, _ := content.FormNamed(string(f))
	return r
}

// fallback is the form that shows the same where this one has no room, or no gaps; "" when there is
// none.
func (f Form) fallback() Form { return Form(f.rule().Fallback) }
