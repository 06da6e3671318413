package content_test

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"rapport/content"
)

// years is a report on surveys of some years, each compared with the one before it; the report names
// the last of them alone.
func years(last int, block string, earlier ...int) fstest.MapFS {
	survey := func(year int, compare string) string {
		return fmt.Sprintf(`[survey]
id = "s%d"
title = "Undersøkelsen"
year = %d
answered = 40
[[figure]]
id = "f"
question = "Er det bra?"
kind = "single"
%s
[figure.answers]
"Ja" = %d
"Nei" = %d
`, year, year, compare, year%20, 40-year%20)
	}
	compare := func(year int) string { return fmt.Sprintf("compare = \"s%d.f\"", year) }
	fsys := fstest.MapFS{}
	all := append([]int{last}, earlier...)
	for i, year := range all {
		line := ""
		if i < len(earlier) {
			line = compare(earlier[i])
		}
		fsys[fmt.Sprintf("%d/undersokelsen/survey.toml", year)] = &fstest.MapFile{
			Data: []byte(survey(year, line))}
	}
	fsys[fmt.Sprintf("%d/rapporten/report.toml", last)] = &fstest.MapFile{Data: fmt.Appendf(nil,
		`[report]
title = "Rapporten"
language = "nb"
date = %d-01-01
publisher = "Vik bibliotek"
surveys = ["%d/undersokelsen"]
[[chapter]]
id = "k"
title = "Kapittel"
[[chapter.topic]]
id = "t"
kicker = "Tema"
headline = "Slik er det"
[[chapter.topic.block]]
%s
`, last, last, block)}
	return fsys
}

// TestChain: a report that names one survey knows those before it as far back as they name each
// other; what a block shows of them stands in its lines of numbers, and in the report's.
func TestChain(t *testing.T) {
	r, err := content.Load(years(2024, "figure = \"s2024.f\"\ncompare = true", 2023, 2021, 2016), 2024,
		"rapporten")
	if err != nil {
		t.Fatal(err)
	}
	var have []int
	for f := r.Surveys[0].Figures[0]; f != nil; f = f.Compare {
		have = append(have, f.Survey.Year)
	}
	if want := "[2024 2023 2021 2016]"; fmt.Sprint(have) != want {
		t.Errorf("have %v, want %s", have, want)
	}
	for name, csv := range map[string][]byte{"block": r.CSVOf(r.Figures[0]), "report": r.CSV()} {
		for _, year := range []string{"s2024,", "s2023,", "s2021,", "s2016,"} {
			if n := strings.Count(string(csv), "\n"+year); n != 2 {
				t.Errorf("%s: %d lines of %s", name, n, year)
			}
		}
	}
}

// TestBrokenChain: a survey that is only compared with may be compared with one that is not there.
func TestBrokenChain(t *testing.T) {
	fsys := years(2024, "figure = \"s2024.f\"\nform = \"series\"", 2023, 2021)
	delete(fsys, "2021/undersokelsen/survey.toml")
	r, err := content.Load(fsys, 2024, "rapporten")
	if err != nil {
		t.Fatal(err)
	}
	if f := r.Surveys[0].Figures[0]; f.Compare == nil || f.Compare.Compare != nil {
		t.Error("the figure does not begin in 2023")
	}
	if len(r.Warnings()) == 0 || !strings.Contains(r.Warnings()[0].Text, "3 surveys or more") {
		t.Errorf("that two years are no series is not told: %v", r.Warnings())
	}
}
