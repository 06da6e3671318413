package content

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"
)

// ownMap is a map of an invented town.
const ownMap = `
[[tiles]]
name = "Vik"
rows = ["NO .", "SE VE"]
[tiles.places]
NO = "Nordbyen"
SE = "Sentrum"
VE = "Vestsiden"
`

// TestOwnTiles: a map that a publisher laid out is known where it stands with the survey, in the report's
// folder or in the brand's file; where it is not, bars are drawn and a warning says so.
func TestOwnTiles(t *testing.T) {
	survey := `[survey]
id = "s"
title = "S"
year = 2024
answered = 60
[[figure]]
id = "f"
question = "Hvor?"
kind = "single"
answers = { "Sentrum" = 30, "Vestsiden" = 20, "Nordbyen" = 10 }
`
	report := `[report]
title = "R"
language = "nb"
date = 2024-01-01
publisher = "B"
surveys = ["2024/s"]
[[chapter]]
id = "c"
title = "C"
[[chapter.topic]]
id = "t"
headline = "H"
[[chapter.topic.block]]
figure = "s.f"
form = "tilemap"
`
	brand := "name = \"B\"\n"
	for i, where := range []string{"nowhere", "survey", "report", "brand"} {
		files := []string{survey, report, brand}
		if i > 0 {
			files[i-1] += ownMap
		}
		fsys := fstest.MapFS{"2024/s/survey.toml": {Data: []byte(files[0])},
			"2024/r/report.toml": {Data: []byte(files[1])}, "brands/b.toml": {Data: []byte(files[2])}}
		r, err := Load(fsys, 2024, "r")
		if err != nil {
			t.Fatalf("%s: %v", where, err)
		}
		located, misfit := r.Surveys[0].Figures[0].Located()
		told := strings.Contains(fmt.Sprint(r.Warnings()), "no places of a tile map")
		if i == 0 && (misfit == nil || !told) {
			t.Errorf("%s: %v, told %v", where, misfit, told)
		}
		if i > 0 && (misfit != nil || told || fmt.Sprint(located.At) != "[1 2 0]") {
			t.Errorf("%s: %v at %v, told %v", where, misfit, located.At, told)
		}
	}
}
