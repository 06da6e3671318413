package check

import (
	"fmt"
	"slices"
	"testing"
	"testing/fstest"

	"rapport/content"
)

// sisters are two invented surveys of one year that ask the same, and a text beside the second.
const sisters = `[report]
title = "Two invented surveys"
language = "en"
date = 2024-05-02
publisher = "Nobody"
surveys = ["2024/first", "2024/second"]
[[chapter]]
id = "c"
title = "Chapter"
[[chapter.topic]]
id = "t"
headline = "What they said"
[[chapter.topic.block]]
figure = "second.job"
[[chapter.topic.block]]
prose = "%s"
[[chapter.topic]]
id = "u"
headline = "What others said"
[[chapter.topic.block]]
figure = "first.job"
`

// TestSister: a count of a base that another survey of the year gives for the same answer may speak
// of that one; it does not stop a build.
func TestSister(t *testing.T) {
	survey := func(id string, yes int) *fstest.MapFile {
		return &fstest.MapFile{Data: fmt.Appendf(nil, `[survey]
id = %q
title = "The %s invented survey"
year = 2024
answered = 80
[[figure]]
id = "job"
question = "Do you have a permanent job?"
kind = "single"
[figure.answers]
"Permanent job" = %d
"Other job" = %d
`, id, id, yes, 80-yes)}
	}
	for _, c := range []struct {
		text string
		want Severity
	}{
		{"37 of 80 have a permanent job.", Warning},
		{"39 of 80 have a permanent job.", Error},
	} {
		r, err := content.Load(fstest.MapFS{
			"2024/first/survey.toml":  survey("first", 37),
			"2024/second/survey.toml": survey("second", 52),
			"2024/r/report.toml":      {Data: fmt.Appendf(nil, sisters, c.text)},
		}, 2024, "r")
		if err != nil {
			t.Fatal(err)
		}
		var got []Severity
		for _, f := range Report(r) {
			if f.Rule == "number" {
				got = append(got, f.Severity)
			}
		}
		if !slices.Equal(got, []Severity{c.want}) {
			t.Errorf("%s: %s, want %s", c.text, got, c.want)
		}
	}
}
