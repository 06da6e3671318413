package content_test

import (
	"errors"
	"fmt"
	"os"
	"testing/fstest"

	"rapport/content"
)

const survey = `[survey]
id = "m2021"
title = "Medlemmene 2021"
year = 2021
answered = 62

[[figure]]
id = "veiledning"
question = "Har du tilbud om veiledning?"
kind = "single"
[figure.answers]
"Nei" = 28
"Ja" = 34
`

const report = `[report]
title = "Året i tall"
language = "nb"
date = 2022-03-15
publisher = "Forbundet"
surveys = ["2021/medlem"]

[[chapter]]
id = "arbeid"
title = "Arbeidet"
[[chapter.topic]]
id = "veiledning"
headline = "{Word m2021.veiledning | Nei} står uten"
[[chapter.topic.block]]
figure = "m2021.veiledning"
[[chapter.topic.block]]
prose = """
Av {n m2021} står **{count m2021.veiledning | Nei}** uten tilbud.
"""
`

// A report is a folder below a year; the survey that it uses is in a folder of its own.
func ExampleLoad() {
	fsys := fstest.MapFS{
		"2021/medlem/survey.toml":  {Data: []byte(survey)},
		"2022/rapport/report.toml": {Data: []byte(report)},
	}
	r, err := content.Load(fsys, 2022, "rapport")
	if err != nil {
		fmt.Println(err)
		return
	}
	topic := r.Chapters[0].Topics[0]
	fmt.Println(topic.Headline)
	fmt.Println(topic.Blocks[1].Text.Plain())
	// Output:
	// Tjueåtte står uten
	// Av 62 står 28 uten tilbud.
}

// What is wrong is found in one go, and shown where it is.
func ExampleProblems_Format() {
	fsys := fstest.MapFS{
		"2021/medlem/survey.toml":  {Data: []byte(survey + "\"Vet ikke\" = -1\n")},
		"2022/rapport/report.toml": {Data: []byte(report)},
		"2022/rapport/slutt.toml": {Data: []byte("[back]\ntext = \"\"\"\n" +
			"Takk til\tde {count m2021.veileding | Ja}.\n\"\"\"\nfarge = \"rød\"\n")},
	}
	_, err := content.Load(fsys, 2022, "rapport")
	var problems content.Problems
	if errors.As(err, &problems) {
		problems.Format(os.Stdout)
	}
	// Output:
	// 2021/medlem/survey.toml:14:14: "Vet ikke" is negative
	//     "Vet ikke" = -1
	//                  ^^
	//     hint: a count is 0 or more
	//
	// 2022/rapport/slutt.toml:3:20: survey "m2021" has no figure "veileding"
	//     Takk til    de {count m2021.veileding | Ja}.
	//                           ^^^^^^^^^^^^^^^
	//     hint: did you mean "m2021.veiledning"?
	//
	// 2022/rapport/slutt.toml:5:1: unknown key "farge"
	//     farge = "rød"
	//     ^^^^^
	//     hint: one of: statement, text
}
