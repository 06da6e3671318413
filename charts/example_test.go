package charts

import (
	"fmt"
	"strings"

	"rapport/content"
	"rapport/content/survey"
	"rapport/fonts"
)

// show draws data and prints what of it is text: the size, what stands in the picture in the order
// in which it is painted, the alternative text, and what the caption adds.
func show(d Data, width float64) {
	d.Language = "en"
	chart, err := Draw(d, house(), plainSetter{}, fonts.Mm(width).Pt(), 0)
	if err != nil {
		fmt.Println(err)
		return
	}
	var labels []string
	for _, l := range labelsOf(chart.Picture) {
		labels = append(labels, l.Text)
	}
	fmt.Printf("%s, %.0f x %.0f mm\n", chart.Form, float64(chart.Picture.Width.Mm()),
		float64(chart.Picture.Height.Mm()))
	paragraph(strings.Join(labels, " | "))
	paragraph(chart.Alt)
	paragraph(chart.Note)
}

// paragraph prints text in lines of at most 90 characters.
func paragraph(text string) {
	line := ""
	for _, word := range strings.Fields(strings.ReplaceAll(text, "\u00a0", " ")) {
		if len(line)+1+len(word) > 90 {
			fmt.Println(line)
			line = ""
		}
		line = strings.TrimSpace(line + " " + word)
	}
	if line != "" {
		fmt.Println(line)
	}
}

// mentor is a question of 2021 with three answers, the last of them residual.
func mentor() *content.Figure {
	return question("Do you have a mentor?", 0, answer("Yes", 31), answer("No", 25),
		answer("?Unsure", 6))
}

// A pie: an answer of nobody has its label, but no slice.
func ExamplePie() {
	f := question("Where do you work?", 0, answer("Hospital", 30), answer("Municipality", 22),
		answer("Both", 10), answer("Elsewhere", 0))
	show(Data{Form: Pie, Figures: []*content.Figure{f}}, 174)
	// Output:
	// pie, 174 x 98 mm
	// 48 % | Hospital | 35 % | Municipality | 16 % | Both
	// Pie chart. Where do you work? Hospital 48 %, Municipality 35 %, Both 16 %, Elsewhere 0 %.
	// n = 62. 0 %: Elsewhere.
}

// A donut has the base in its middle, and a residual answer in grey.
func ExampleDonut() {
	show(Data{Form: Donut, Figures: []*content.Figure{mentor()}}, 85)
	// Output:
	// donut, 85 x 55 mm
	// 50 % | Yes | 40 % | No | 10 % | Unsure | 62 | answers
	// Donut chart. Do you have a mentor? Yes 50 %, No 40 %, Unsure 10 %. n = 62.
}

// Lying bars take any number of answers, of questions with several answers a person too; the
// largest stands first.
func ExampleHBar() {
	f := question("What were you trained in?", -1, answer("Law", 12), answer("Writing", 31),
		answer("Dialogue", 40))
	f.Kind, f.N = content.Multiple, 62
	show(Data{Form: HBar, Figures: []*content.Figure{f}}, 174)
	// Output:
	// hbar, 174 x 35 mm
	// Answers | Dialogue | 65 % | 40 | Writing | 50 % | 31 | Law | 19 % | 12
	// Horizontal bars. What were you trained in? Dialogue 65 %, Writing 50 %, Law 19 %. n = 62.
}

// When few answered, counts lead and percentages come second.
func ExampleHBar_few() {
	f := question("Do you have a mentor?", -1, answer("Yes", 9), answer("No", 15))
	show(Data{Form: HBar, Figures: []*content.Figure{f}}, 174)
	// Output:
	// hbar, 174 x 24 mm
	// Per cent | Yes | 9 of 24 | 38 % | No | 15 of 24 | 63 %
	// Horizontal bars. Do you have a mentor? Yes 9 of 24 (38 %), No 15 of 24 (63 %). n = 24.
}

// A withheld number is a colon without a bar, and said in words in the alternative text; so is the
// next one, which would give it away.
func ExampleHBar_withheld() {
	f := question("Do you have a mentor?", -1, answer("Yes", 41), answer("No", 18),
		answer("Unsure", 3))
	f.Survey.Figures = []*content.Figure{f}
	small := func(*content.Figure) int { return 5 }
	withheld := survey.Withhold([]*content.Survey{f.Survey}, small)
	show(Data{Form: HBar, Figures: []*content.Figure{f}, Withheld: withheld}, 174)
	// Output:
	// hbar, 174 x 35 mm
	// Answers | Yes | 66 % | 41 | No | : | : | Unsure | : | :
	// Horizontal bars. Do you have a mentor? Yes 66 %, No withheld, Unsure withheld. n = 62.
}

// Standing bars keep the order of the answers.
func ExampleVBar() {
	f := question("How many hours a week?", 2, answer("0–10", 5), answer("11–20", 16),
		answer("21–30", 24))
	f.Ordered = true
	show(Data{Form: VBar, Figures: []*content.Figure{f}}, 85)
	// Output:
	// vbar, 85 x 60 mm
	// 11 % | 0–10 | 36 % | 11–20 | 53 % | 21–30
	// Vertical bars. How many hours a week? 0–10 11 %, 11–20 36 %, 21–30 53 %. n = 45.
}

// A column of dots has a dot for each person; what is highlighted together is added up above.
func ExampleDotCols() {
	f := question("How many hours a week?", -1, answer("0–10", 5), answer("11–20", 16),
		answer("21–30", 24))
	f.Ordered = true
	show(Data{Form: DotCols, Figures: []*content.Figure{f}, Marked: []int{1, 2},
		MarkedText: "work over ten hours"}, 85)
	// Output:
	// dotcols, 85 x 47 mm
	// 40 of 45 work over ten hours | 11 % | 0–10 | 36 % | 11–20 | 53 % | 21–30
	// Dot columns. How many hours a week? 0–10 11 %, 11–20 36 %, 21–30 53 %. 40 of 45 work
	// over ten hours. n = 45.
}

// A tile map has a square for each county; answers that are no county stand beside it, and a dash where
// nobody was asked.
func ExampleTileMap() {
	f := question("Which county do you work in?", -1, answer("Vestland", 21), answer("Oslo", 6),
		answer("Rogaland", 0), answer("Troms og Finnmark", 8), answer("Abroad", 3))
	f.Survey.Year = 2021
	show(Data{Form: TileMap, Figures: []*content.Figure{f}}, 85)
	// Output:
	// tilemap, 85 x 119 mm
	// Troms og | Finnmark | 21 % | 8 | Nordland | – | Trøndelag | – | Møre og | Romsdal |
	// – | Innlandet | – | Vestland | 55 % | 21 | Viken | – | Rogaland | 0 % | 0 | Vestfold
	// og | Telemark | – | Oslo | 16 % | 6 | Agder | – | Abroad | 8 % | 3
	// Tile map. Which county do you work in? Vestland 55 %, Troms og Finnmark 21 %, Oslo 16 %,
	// Abroad 8 %, Rogaland 0 %. n = 38. – Not among the answers.
}

// Statements on one scale stand under each other, those with the largest high sum first.
func ExampleLikert() {
	steps := []string{"Very unsafe", "Unsafe", "Neither", "Safe", "Very safe"}
	meetings := scaleOf("Meetings are safe", steps, 4, 6, 20, 20, 10)
	office := scaleOf("The office is safe", steps, 2, 3, 10, 20, 25)
	show(Data{Form: Likert, Figures: []*content.Figure{meetings, office}, Title: "Is it safe?"},
		174)
	// Output:
	// likert, 174 x 47 mm
	// Sum unsafe | Sum safe | 1 | Very unsafe | 2 | Unsafe | 3 | Neither | 4 | Safe | 5 | Very
	// safe | The office is safe | 1 | 5 | 2 | 17 | 3 | 33 | 4 | 42 | 5 | 8 % | 75 % | Meetings
	// are safe | 7 | 1 | 10 | 2 | 33 | 3 | 33 | 4 | 17 | 5 | 17 % | 50 %
	// Stacked bar chart. Is it safe? The office is safe: Very unsafe 3 %, Unsafe 5 %, Neither 17
	// %, Safe 33 %, Very safe 42 %. Meetings are safe: Very unsafe 7 %, Unsafe 10 %, Neither 33
	// %, Safe 33 %, Very safe 17 %. n = 60.
	// Shares in per cent. The sums in the margins add up the low and the high steps.
}

// A series is one question over three surveys or more, with years as far apart as they are.
func ExampleSeries() {
	f := before(comparedWith(mentor(), 71, 20, 45, 6), 2017, 60, 10, 40, 10)
	show(Data{Form: Series, Figures: []*content.Figure{f}, Compare: true}, 107)
	// Output:
	// series, 107 x 67 mm
	// 0 % | 20 % | 40 % | 60 % | 80 % | 2021 | 2017 | 2020 | 50 % | Yes | 40 % | No | 10 % |
	// Unsure | 67 % | 17 % | 17 %
	// Line chart. Do you have a mentor? Yes 2017 16.7 %, 2020 28.2 %, 2021 50.0 %; No 2017 66.7
	// %, 2020 63.4 %, 2021 40.3 %; Unsure 2017 16.7 %, 2020 8.5 %, 2021 9.7 % (within the margin
	// of error). n = 60 (2017), 71 (2020), 62 (2021).
	// The pale field around a line shows the uncertainty (95 %). Not measured: 2018–2019.
}

// A slope is one question over the years; an asterisk marks a change inside its margin of error.
func ExampleSlope() {
	f := comparedWith(mentor(), 71, 20, 45, 6)
	show(Data{Form: Slope, Figures: []*content.Figure{f}, Compare: true}, 107)
	// Output:
	// slope, 107 x 67 mm
	// 2020 | 2021 | 50.0 | Yes | 40.3 | No | 9.7 | * | Unsure | 63.4 | 28.2 | 8.5
	// Slope chart. Do you have a mentor? Yes 2020 28.2 %, 2021 50.0 % (+21.8 pp); No 2020 63.4
	// %, 2021 40.3 % (−23.1 pp); Unsure 2020 8.5 %, 2021 9.7 % (+1.2 pp, within the margin of
	// error). n = 71 (2020), 62 (2021).
}

// Paired bars are measures in two years.
func ExamplePaired() {
	measures := []content.Measure{measure("Has a mentor", 20, 71, 31, 62),
		measure("Works in a team", 50, 71, 40, 62)}
	show(Data{Form: Paired, Measures: measures, Title: "Two measures"}, 85)
	// Output:
	// paired, 85 x 36 mm
	// Has a mentor | 2020 | 28.2 % | 2021 | 50.0 % | +21.8 | pp | Works in a team | 2020 | 70.4
	// % | 2021 | 64.5 % | −5.9 | * | pp
	// Paired bars. Two measures. Has a mentor 2020 28.2 %, 2021 50.0 % (+21.8 pp); Works in a
	// team 2020 70.4 %, 2021 64.5 % (−5.9 pp, within the margin of error). n = 71 (2020), 62
	// (2021).
	// Outlined bars are 2020, filled bars 2021.
}

// A change list is measures from the largest rise to the largest fall.
func ExampleChange() {
	measures := []content.Measure{measure("Works in a team", 50, 71, 40, 62),
		measure("Has a mentor", 20, 71, 31, 62)}
	show(Data{Form: Change, Measures: measures, Title: "Changes"}, 174)
	// Output:
	// change, 174 x 23 mm
	// 0 % | 25 % | 50 % | 75 % | Change, pp | Has a mentor | 28.2 | 50.0 | +21.8 | Works in a
	// team | 70.4 | 64.5 | −5.9 | *
	// Change list. Changes. Has a mentor 2020 28.2 %, 2021 50.0 % (+21.8 pp); Works in a team
	// 2020 70.4 %, 2021 64.5 % (−5.9 pp, within the margin of error). n = 71 (2020), 62
	// (2021).
	// A hollow dot is 2020, a filled dot 2021. Per cent, and change in percentage points.
}

// A battery is a share of each of several questions. A question without an earlier year has no hollow
// dot; the accent is for what changed by more than its margin of error.
func ExampleBattery() {
	team, mentor := measure("Works in a team", 59, 72, 56, 61), measure("Has a mentor", 20, 71, 24, 62)
	trained := measure("Was trained", 1, 2, 19, 24)
	trained.Figure.Compare, trained.Then = nil, nil
	measures := ofOneSurvey([]content.Measure{mentor, team, trained})
	show(Data{Form: Battery, Measures: measures}, 174)
	// Output:
	// battery, 174 x 33 mm
	// Share who answered yes, 2021 | Yes answers | 0 % | 25 % | 50 % | 75 % | 100 % | Works in a
	// team | 92 % | 56 of 61 | Was trained | 19 of 24 | 79 % | Has a mentor | 39 % | 24 of 62
	// Dot rows. Share who answered yes, 2021: Works in a team 92 % (56 of 61), 2020 82 % (larger
	// than the margin of error); Was trained 19 of 24 (79 %); Has a mentor 39 % (24 of 62), 2020
	// 28 %.
	// Filled dot: 2021. Hollow dot: 2020. The bar shows the uncertainty (95 %). Red: the change
	// is larger than its margin of error.
}

// Dots are one answer among all who answered.
func ExampleDots() {
	show(Data{Form: Dots, Figures: []*content.Figure{mentor()}}, 85)
	// Output:
	// dots, 85 x 89 mm
	// 31 of 62 | Do you have a mentor? Yes | 50 % | 25 of 62 · 40 % | No | 6 of 62 · 10 % |
	// Unsure
	// Dot chart. Do you have a mentor? Yes 50 %, No 40 %, Unsure 10 %. n = 62.
}

// Without a form Choose takes one by the rules of layout/DESIGN.md, "Chart forms": here a pie,
// since this is the main finding of its page, and a donut beside others.
func ExampleChoose() {
	d := Data{Figures: []*content.Figure{mentor()}}
	fmt.Println(Choose(d, Room{Main: true}), Choose(d, Room{Small: true}))
	// Output: pie donut
}

// What a form cannot show, it says, and what can.
func ExampleAllowed() {
	several := mentor()
	several.Kind = content.Multiple
	paragraph(Allowed(Donut, Data{Figures: []*content.Figure{several}}).Error())
	// Output:
	// a donut needs one answer a person; several could be given to "ek2021.f"; take form =
	// "hbar"
}

// Small multiples have a panel for each group, on one scale; a group of under 30 is paler.
func ExampleMultiples() {
	f := mentorByPlace()
	show(Data{Form: Multiples, Figures: []*content.Figure{f}, By: f.Breakdowns[0]}, 174)
	// Output:
	// multiples, 174 x 28 mm
	// n = 85 | Town | n = 88 | Hospital | n = 20 * | Charity | Yes | 71 % | No | 24 % | Unsure |
	// 6 % | Yes | 34 % | No | 57 % | Unsure | 9 % | Yes | 45 % | No | 50 % | Unsure | 5 %
	// Small multiples. Do you have a mentor? Groups: Workplace. Town (n = 85): Yes 71 %, No 24
	// %, Unsure 6 %. Hospital (n = 88): Yes 34 %, No 57 %, Unsure 9 %. Charity (n = 20): Yes 9
	// of 20 (45 %), No 10 of 20 (50 %), Unsure 1 of 20 (5 %). n = 193.
	// Groups: Workplace.
}

// A dot plot has one share of each group, the largest first, with its interval; a group is marked
// whose interval does not hold the share of all.
func ExampleDotPlot() {
	f := mentorByPlace()
	show(Data{Form: DotPlot, Figures: []*content.Figure{f}, By: f.Breakdowns[0]}, 174)
	// Output:
	// dotplot, 174 x 37 mm
	// Share who answered “Yes” | all 51 % | Town | n = 85 | 71 | Charity | n = 20 * | 45 |
	// Hospital | n = 88 | 34 | 0 % | 25 % | 50 % | 75 % | 100 %
	// Dot plot. Do you have a mentor? Groups: Workplace. Share who answered “Yes”: All 51 %;
	// Town 71 % (95 %: 60–79); Charity 9 of 20 (45 %) (95 %: 26–66); Hospital 34 % (95 %:
	// 25–44). n = 193.
	// Groups: Workplace. The line shows the uncertainty (95 %). Red: the group differs from all
	// by more than the uncertainty.
}

// Stacked rows are sorted by the sum of the high steps, with all groups together among them.
func ExampleStacked() {
	f := scaleOf("Are you safe?", []string{"Unsafe", "Neither", "Safe"}, 0, 0, 0)
	summed(brokenDown(f, []string{"Town", "Hospital"}, []int{4, 10, 30}, []int{20, 20, 20}))
	f.Breakdowns[0].By.Title = "Workplace"
	show(Data{Form: Stacked, Figures: []*content.Figure{f}, By: f.Breakdowns[0]}, 174)
	// Output:
	// stacked, 174 x 36 mm
	// U | Unsafe | N | Neither | S | Safe | Town | n = 44 | 9 | U | 23 | N | 68 | S | All | n =
	// 104 | 23 | U | 29 | N | 48 | S | Hospital | n = 60 | 33 | U | 33 | N | 33 | S
	// Stacked rows. Are you safe? Groups: Workplace. Town (n = 44): Unsafe 9 %, Neither 23 %,
	// Safe 68 %. All (n = 104): Unsafe 23 %, Neither 29 %, Safe 48 %. Hospital (n = 60): Unsafe
	// 33 %, Neither 33 %, Safe 33 %. n = 104.
	// Groups: Workplace. Shares in per cent.
}

// A table of shades has groups down and answers across.
func ExampleHeat() {
	f := mentorByPlace()
	show(Data{Form: Heat, Figures: []*content.Figure{f}, By: f.Breakdowns[0]}, 174)
	// Output:
	// heat, 174 x 37 mm
	// Yes | No | Unsure | Town | n = 85 | 71 | 24 | 6 | Hospital | n = 88 | 34 | 57 | 9 |
	// Charity | n = 20 * | 45 | 50 | 5
	// Heat table. Do you have a mentor? Groups: Workplace. Town (n = 85): Yes 71 %, No 24 %,
	// Unsure 6 %. Hospital (n = 88): Yes 34 %, No 57 %, Unsure 9 %. Charity (n = 20): Yes 9 of
	// 20 (45 %), No 10 of 20 (50 %), Unsure 1 of 20 (5 %). n = 193.
	// Groups: Workplace. Per cent of each group.
}

// mentorByPlace is a question in three groups, one of them small.
func mentorByPlace() *content.Figure {
	f := question("Do you have a mentor?", -1, answer("Yes", 0), answer("No", 0),
		answer("?Unsure", 0))
	summed(brokenDown(f, []string{"Town", "Hospital", "Charity"}, []int{60, 20, 5},
		[]int{30, 50, 8}, []int{9, 10, 1}))
	f.Breakdowns[0].By.Title = "Workplace"
	return f
}
