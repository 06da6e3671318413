package check

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"rapport/content"
)

// asked is one invented survey in three languages, by the code of the language: its labels are told
// by their numbers in languageSurvey.
var languageLabels = map[string][]string{
	"nb": {"besøkende", "Hvor fornøyd er du med besøket?", "Svært misfornøyd", "Misfornøyd",
		"Verken eller", "Fornøyd", "Svært fornøyd", "Hvor lenge ventet du i køen?",
		"Under 5 minutter", "5–10 minutter", "11–20 minutter", "Mer enn 20 minutter",
		"Hvordan kom du hit?", "Til fots", "Med buss", "Med egen bil", "Annet",
		"Har du vært her før?", "Ja", "Nei", "Køtid", "Besøket", "Reisemåte", "Vært her før"},
	"nn": {"vitjande", "Kor nøgd er du med besøket?", "Svært misnøgd", "Misnøgd",
		"Verken eller", "Nøgd", "Svært nøgd", "Kor lenge venta du i køen?",
		"Under 5 minutt", "5–10 minutt", "11–20 minutt", "Meir enn 20 minutt",
		"Korleis kom du hit?", "Til fots", "Med buss", "Med eigen bil", "Anna",
		"Har du vore her før?", "Ja", "Nei", "Køtid", "Besøket", "Reisemåte", "Vore her før"},
	"en": {"visitors", "How satisfied are you with your visit?", "Very dissatisfied",
		"Dissatisfied", "Neither", "Satisfied", "Very satisfied",
		"How long did you wait in the queue?", "Under 5 minutes", "5–10 minutes",
		"11–20 minutes", "More than 20 minutes", "How did you get here?", "On foot", "By bus",
		"By car", "Other", "Have you been here before?", "Yes", "No", "Queue", "Visit", "Travel",
		"Been here before"},
}

// languageFiles is a report in a language on two years of the invented survey. Of 200 visitors 6,
// 14, 20, 90 and 70 stand on the scale, 40, 80, 50 and 30 waited, 60, 80, 50 and 10 came so, 130
// had been there before and 70 not; the year before it was 10, 20, 30, 50 and 40, 60, 45, 30 and
// 15, 50, 45, 45 and 10, and 60 and 90 of 150.
func languageFiles(code, prose string) fstest.MapFS {
	l := languageLabels[code]
	survey := func(id string, year, answered int, compare bool, counts []int) string {
		var b strings.Builder
		fmt.Fprintf(&b, "[survey]\nid = %q\ntitle = \"Oppdiktet\"\nyear = %d\npopulation = %q\n"+
			"invited = %d\nanswered = %d\n", id, year, l[0], answered+50, answered)
		figure := func(name, title, question, kind string, labels []string, counts []int) {
			fmt.Fprintf(&b, "[[figure]]\nid = %q\ntitle = %q\nquestion = %q\nkind = %q\n", name,
				title, question, kind)
			if name == "wait" {
				b.WriteString("ordered = true\n")
			}
			if compare {
				fmt.Fprintf(&b, "compare = \"old.%s\"\n", name)
			}
			b.WriteString("[figure.answers]\n")
			for i, label := range labels {
				fmt.Fprintf(&b, "%q = %d\n", label, counts[i])
			}
		}
		figure("visit", l[21], l[1], "scale", l[2:7], counts[:5])
		figure("wait", l[20], l[7], "single", l[8:12], counts[5:9])
		figure("travel", l[22], l[12], "single", l[13:17], counts[9:13])
		figure("before", l[23], l[17], "single", l[18:20], counts[13:15])
		return b.String()
	}
	report := fmt.Sprintf("[report]\ntitle = \"Oppdiktet\"\nlanguage = %q\ndate = 2024-02-01\n"+
		"publisher = \"Ingen\"\nsurveys = [\"2023/new\", \"2022/old\"]\n[[chapter]]\nid = \"c\"\n"+
		"title = \"C\"\n[[chapter.topic]]\nid = \"t\"\nheadline = \"T\"\n", code)
	for _, f := range []string{"visit", "wait", "travel", "before"} {
		report += fmt.Sprintf("[[chapter.topic.block]]\nfigure = \"new.%s\"\n", f)
	}
	report += "[[chapter.topic.block]]\nprose = \"\"\"\n" + prose + "\n\"\"\"\n"
	return fstest.MapFS{
		"2023/new/survey.toml": {Data: []byte(survey("new", 2023, 200, true,
			[]int{6, 14, 20, 90, 70, 40, 80, 50, 30, 60, 80, 50, 10, 130, 70}))},
		"2022/old/survey.toml": {Data: []byte(survey("old", 2022, 150, false,
			[]int{10, 20, 30, 50, 40, 60, 45, 30, 15, 50, 45, 45, 10, 60, 90}))},
		"2024/r/report.toml": {Data: []byte(report)},
	}
}

// TestLanguages reads the same sentences in three languages: what is right is right, and what is
// wrong is wrong, in each.
func TestLanguages(t *testing.T) {
	const right, number, claim, trend = "", "error number", "warning claim", "warning trend"
	tests := []struct{ want, nb, nn, en string }{
		{
			right,
			"35 prosent er svært fornøyd med besøket.",
			"35 prosent er svært nøgde med besøket.",
			"35 per cent are very satisfied with their visit.",
		},
		{
			number,
			"45 prosent er svært fornøyd med besøket.",
			"45 prosent er svært nøgde med besøket.",
			"45 per cent are very satisfied with their visit.",
		},
		{
			right,
			"80 prosent er fornøyd eller svært fornøyd.",
			"80 prosent er nøgde eller svært nøgde.",
			"80 per cent are satisfied or very satisfied.",
		},
		{
			number,
			"90 prosent er fornøyd eller svært fornøyd.",
			"90 prosent er nøgde eller svært nøgde.",
			"90 per cent are satisfied or very satisfied.",
		},
		{
			right,
			"Fire av fem er fornøyd eller svært fornøyd.",
			"Fire av fem er nøgde eller svært nøgde.",
			"Four in five are satisfied or very satisfied.",
		},
		{
			number,
			"To av fem er fornøyd eller svært fornøyd.",
			"To av fem er nøgde eller svært nøgde.",
			"Two in five are satisfied or very satisfied.",
		},
		{
			right,
			"20 prosent ventet under fem minutter.",
			"20 prosent venta under fem minutt.",
			"20 per cent waited under five minutes.",
		},
		{
			number,
			"60 prosent ventet under fem minutter.",
			"60 prosent venta under fem minutt.",
			"60 per cent waited under five minutes.",
		},
		{
			right,
			"60 prosent ventet ti minutter eller mindre.",
			"60 prosent venta ti minutt eller mindre.",
			"60 per cent waited ten minutes or less.",
		},
		{
			number,
			"40 prosent ventet ti minutter eller mindre.",
			"40 prosent venta ti minutt eller mindre.",
			"40 per cent waited ten minutes or less.",
		},
		{
			right,
			"40 prosent ventet mer enn ti minutter.",
			"40 prosent venta meir enn ti minutt.",
			"40 per cent waited more than ten minutes.",
		},
		{
			number,
			"15 prosent ventet mer enn ti minutter.",
			"15 prosent venta meir enn ti minutt.",
			"15 per cent waited more than ten minutes.",
		},
		{
			right,
			"80 besøkende kom med buss.",
			"80 vitjande kom med buss.",
			"80 visitors came by bus.",
		},
		{
			number,
			"50 besøkende kom med buss.",
			"50 vitjande kom med buss.",
			"50 visitors came by bus.",
		},
		{
			right,
			"40 prosent kom med buss, mot 30 prosent i 2022.",
			"40 prosent kom med buss, mot 30 prosent i 2022.",
			"40 per cent came by bus, against 30 per cent in 2022.",
		},
		{
			number,
			"I 2022 kom 40 prosent med buss.",
			"I 2022 kom 40 prosent med buss.",
			"In 2022, 40 per cent came by bus.",
		},
		{
			right,
			"Andelen som kom med buss, økte med 10 prosentpoeng.",
			"Andelen som kom med buss, auka med 10 prosentpoeng.",
			"The share who came by bus rose by 10 percentage points.",
		},
		{
			number,
			"Andelen som kom med buss, økte med 15 prosentpoeng.",
			"Andelen som kom med buss, auka med 15 prosentpoeng.",
			"The share who came by bus rose by 15 percentage points.",
		},
		{
			right,
			"65 prosent har vært her før.",
			"65 prosent har vore her før.",
			"65 per cent have been here before.",
		},
		{
			number,
			"35 prosent har vært her før.",
			"35 prosent har vore her før.",
			"35 per cent have been here before.",
		},
		{
			right,
			"35 prosent har ikke vært her før.",
			"35 prosent har ikkje vore her før.",
			"35 per cent have not been here before.",
		},
		{
			number,
			"65 prosent har ikke vært her før.",
			"65 prosent har ikkje vore her før.",
			"65 per cent have not been here before.",
		},
		{
			right,
			"40 prosent kom med buss og 30 prosent til fots. De øvrige, 30 prosent, kom på " +
				"andre måter.",
			"40 prosent kom med buss og 30 prosent til fots. Dei øvrige, 30 prosent, kom på " +
				"andre måtar.",
			"40 per cent came by bus and 30 per cent on foot. The rest, 30 per cent, came " +
				"some other way.",
		},
		{
			number,
			"40 prosent kom med buss og 30 prosent til fots. Resten, 40 prosent, kjørte.",
			"40 prosent kom med buss og 30 prosent til fots. Resten, 40 prosent, køyrde.",
			"40 per cent came by bus and 30 per cent on foot. The rest, 40 per cent, drove.",
		},
		{
			right,
			"Hver femte ventet under fem minutter.",
			"Kvar femte venta under fem minutt.",
			"One in five waited under five minutes.",
		},
		{
			number,
			"Hver tredje ventet under fem minutter.",
			"Kvar tredje venta under fem minutt.",
			"One in three waited under five minutes.",
		},
		{
			right,
			"De fleste har vært her før.",
			"Dei fleste har vore her før.",
			"Most have been here before.",
		},
		{
			claim,
			"De fleste kom med buss.",
			"Dei fleste kom med buss.",
			"Most visitors came by bus.",
		},
		{
			right,
			"Flest kom med buss, nest flest til fots.",
			"Flest kom med buss, nest flest til fots.",
			"By bus was the most common, on foot the second most common.",
		},
		{claim, "Flest kom til fots.", "Flest kom til fots.", "On foot was the most common."},
		{
			claim,
			"Ingen ventet mer enn 20 minutter.",
			"Ingen venta meir enn 20 minutt.",
			"Nobody waited more than 20 minutes.",
		},
		{
			claim,
			"Alle har vært her før.",
			"Alle har vore her før.",
			"Everybody has been here before.",
		},
		{
			claim,
			"Dobbelt så mange kom til fots som med buss.",
			"Dobbelt så mange kom til fots som med buss.",
			"Twice as many came on foot as by bus.",
		},
		{
			claim,
			"Flere kom til fots enn med buss.",
			"Fleire kom til fots enn med buss.",
			"More came on foot than by bus.",
		},
		{
			trend,
			"Andelen som kom med buss, sank fra 2022 til 2023.",
			"Andelen som kom med buss, sokk frå 2022 til 2023.",
			"The share who came by bus fell from 2022 to 2023.",
		},
		{
			right,
			"Andelen som har vært her før, økte fra 40 til 65 prosent.",
			"Andelen som har vore her før, auka frå 40 til 65 prosent.",
			"The share who have been here before rose from 40 to 65 per cent.",
		},
		{
			right,
			"200 besøkende svarte på undersøkelsen.",
			"200 vitjande svara på undersøkinga.",
			"200 visitors answered the survey.",
		},
		{
			number,
			"210 besøkende svarte på undersøkelsen.",
			"210 vitjande svara på undersøkinga.",
			"210 visitors answered the survey.",
		},
		{
			right,
			"Vi har åpent fra 10 til 18, og rommet tar 120 gjester.",
			"Vi har ope frå 10 til 18, og rommet tek 120 gjester.",
			"We are open from 10 to 18, and the room seats 120 guests.",
		},
	}
	for _, tt := range tests {
		for _, one := range [][2]string{{"nb", tt.nb}, {"nn", tt.nn}, {"en", tt.en}} {
			r, err := content.Load(languageFiles(one[0], one[1]), 2024, "r")
			if err != nil {
				t.Fatal(err)
			}
			var have []string
			found := Report(r)
			for _, f := range found {
				if f.block != nil && f.Rule != "typed" && f.Severity != Note {
					have = append(have, string(f.Severity)+" "+f.Rule)
				}
			}
			if strings.Join(have, "; ") != tt.want {
				t.Errorf("%s: %s\nhave %q\nwant %q\n%+v", one[0], one[1], have, tt.want, found)
			}
		}
	}
}
