package check

import (
	"strings"
	"testing"
	"testing/fstest"

	"rapport/content"
)

// claimSurvey is an invented survey of members, broken down by sex, county and age.
const claimSurvey = `[report]
title = "Oppdiktet"
language = "LANG"
date = 2024-03-01
publisher = "Laget"
[survey]
id = "s"
title = "Oppdiktet"
year = 2024
answered = 600
[[figure]]
id = "kjonn"
question = "QSEX"
kind = "single"
[figure.answers]
"WOMAN" = 400
"MAN" = 200
[[figure]]
id = "fylke"
question = "QFYLKE"
kind = "single"
[figure.answers]
"Vestland" = 250
"Oslo" = 330
"Agder" = 20
[[figure]]
id = "alder"
question = "QALDER"
kind = "single"
[figure.answers]
"UNDER 30 YEARS" = 150
"30–49 YEARS" = 250
"50 YEARS OR OLDER" = 200
[[figure]]
id = "kurs"
title = "TCOURSE"
question = "QCOURSE"
kind = "single"
[figure.answers]
"YES" = 300
"NO" = 300
[[figure]]
id = "transport"
title = "TTRAVEL"
question = "QTRAVEL"
kind = "single"
[figure.answers]
"BUS" = 240
"CAR" = 210
"BIKE" = 150
[[breakdown]]
figure = "kurs"
by = "kjonn"
[breakdown.counts]
"WOMAN" = { "YES" = 240, "NO" = 160 }
"MAN" = { "YES" = 60, "NO" = 140 }
[[breakdown]]
figure = "kurs"
by = "fylke"
[breakdown.counts]
"Vestland" = { "YES" = 124, "NO" = 126 }
"Oslo" = { "YES" = 162, "NO" = 168 }
"Agder" = { "YES" = 14, "NO" = 6 }
[[breakdown]]
figure = "kurs"
by = "alder"
[breakdown.counts]
"UNDER 30 YEARS" = { "YES" = 105, "NO" = 45 }
"30–49 YEARS" = { "YES" = 125, "NO" = 125 }
"50 YEARS OR OLDER" = { "YES" = 70, "NO" = 130 }
[[breakdown]]
figure = "transport"
by = "alder"
[breakdown.counts]
"UNDER 30 YEARS" = { "BUS" = 75, "CAR" = 25, "BIKE" = 50 }
"30–49 YEARS" = { "BUS" = 85, "CAR" = 95, "BIKE" = 70 }
"50 YEARS OR OLDER" = { "BUS" = 80, "CAR" = 90, "BIKE" = 30 }
[[breakdown]]
figure = "transport"
by = "kjonn"
[breakdown.counts]
"WOMAN" = { "BUS" = 180, "CAR" = 110, "BIKE" = 110 }
"MAN" = { "BUS" = 60, "CAR" = 100, "BIKE" = 40 }
[[chapter]]
id = "k"
title = "K"
[[chapter.topic]]
id = "t"
headline = "HEAD"
[[chapter.topic.block]]
figure = "s.kurs"
[[chapter.topic.block]]
figure = "s.transport"
[[chapter.topic.block]]
prose = "SENTENCE"
`

// claimWords are the survey's words, by language.
var claimWords = map[string][]string{
	"nb": {"QSEX", "Er du kvinne eller mann?", "WOMAN", "Kvinne", "MAN", "Mann",
		"QFYLKE", "Hvilket fylke bor du i?", "QALDER", "Hvor gammel er du?",
		"TCOURSE", "Kurs", "QCOURSE", "Har du vært på kurs i år?", "YES", "Ja", "NO", "Nei",
		"TTRAVEL", "Reisen", "QTRAVEL", "Hvordan kommer du til møtene?", "BUS", "Buss", "CAR", "Bil",
		"BIKE", "Sykkel", "HEAD", "Halvparten har vært på kurs", "UNDER 30 YEARS", "Under 30 år",
		"30–49 YEARS", "30–49 år", "50 YEARS OR OLDER", "50 år eller eldre"},
	"nn": {"QSEX", "Er du kvinne eller mann?", "WOMAN", "Kvinne", "MAN", "Mann",
		"QFYLKE", "Kva fylke bur du i?", "QALDER", "Kor gammal er du?",
		"TCOURSE", "Kurs", "QCOURSE", "Har du vore på kurs i år?", "YES", "Ja", "NO", "Nei",
		"TTRAVEL", "Reisa", "QTRAVEL", "Korleis kjem du til møta?", "BUS", "Buss", "CAR", "Bil",
		"BIKE", "Sykkel", "HEAD", "Halvparten har vore på kurs", "UNDER 30 YEARS", "Under 30 år",
		"30–49 YEARS", "30–49 år", "50 YEARS OR OLDER", "50 år eller eldre"},
	"en": {"QSEX", "Are you a woman or a man?", "WOMAN", "Woman", "MAN", "Man",
		"QFYLKE", "Which county do you live in?", "QALDER", "How old are you?",
		"TCOURSE", "Courses", "QCOURSE", "Have you been on a course this year?", "YES", "Yes",
		"NO", "No", "TTRAVEL", "Travel", "QTRAVEL", "How do you get to the meetings?", "BUS", "By bus",
		"CAR", "By car", "BIKE", "By bike", "HEAD", "Half have been on a course",
		"UNDER 30 YEARS", "Under 30 years", "30–49 YEARS", "30–49 years",
		"50 YEARS OR OLDER", "50 years or older"},
}

// TestGroupClaims holds claims about groups, and numbers of several groups, to what these answered.
// The sentences are by who made the rules; strangers' are in the eleventh set.
func TestGroupClaims(t *testing.T) {
	for _, c := range []struct{ lang, want, sentence string }{
		{"nb", "", "Kvinner har oftere vært på kurs enn menn."},
		{"nb", "claim", "Menn har oftere vært på kurs enn kvinner."},
		{"nb", "", "Flere kvinner enn menn har vært på kurs."},
		{"nb", "claim", "Flere menn enn kvinner har vært på kurs."},
		{"nb", "claim", "Færre kvinner enn menn har vært på kurs."},
		{"nb", "", "De under 30 år har oftere vært på kurs enn de på 50 år eller eldre."},
		{"nb", "claim", "De på 50 år eller eldre har oftere vært på kurs enn de under 30 år."},
		{"nb", "", "Flere kvinner enn menn kommer med buss."},
		{"nb", "claim", "Flere menn enn kvinner kommer med buss."},
		{"nb", "", "Det er fire ganger så mange kvinner som menn som har vært på kurs."},
		{"nb", "", "Dobbelt så mange kvinner som menn har vært på kurs."},
		{"nb", "claim", "Dobbelt så mange menn som kvinner har vært på kurs."},
		{"nn", "claim", "Menn har oftare vore på kurs enn kvinner."},
		{"nn", "", "Kvinner har oftare vore på kurs enn menn."},
		{"nn", "claim", "Fleire menn enn kvinner kjem med buss."},
		{"en", "", "Women have been on a course more often than men."},
		{"en", "claim", "Men have been on a course more often than women."},
		{"en", "claim", "More men than women come by bus."},
		{"en", "", "More women than men come by bus."},
		{"nb", "trend", "De i Vestland har oftere vært på kurs enn de i Oslo."},
		{"nb", "claim", "De i Agder har oftere vært på kurs enn de i Oslo."},
		{"nb", "", "Flest er det som sykler blant dem på 30–49 år."},
		{"nb", "claim", "Flest på kurs var det blant dem på 50 år eller eldre."},
		{"nb", "", "Færrest på kurs har det vært blant dem på 50 år eller eldre."},
		{"nn", "claim", "Flest på kurs var det blant dei på 50 år eller eldre."},
		{"en", "claim", "Those aged 50 years or older have been on a course most often."},
		{"nb", "", "De fleste kvinner har vært på kurs."},
		{"nb", "claim", "De fleste menn har vært på kurs."},
		{"nb", "", "Blant dem under 30 år kommer halvparten med buss."},
		{"nb", "claim", "Blant dem på 50 år eller eldre kommer flertallet med buss."},
		{"nb", "claim", "Flertallet av dem på 50 år eller eldre har vært på kurs."},
		{"nb", "", "Flertallet av dem under 30 år har vært på kurs."},
		{"nn", "claim", "Dei fleste menn har vore på kurs."},
		{"en", "claim", "Most men have been on a course."},
		{"en", "", "Most women have been on a course."},
		{"en", "claim", "The majority of those aged 50 years or older come by bus."},
		{"nb", "", "De fleste er kvinner."},
		{"nb", "", "Dobbelt så mange kvinner som menn svarte."},
		{"nb", "", "Kvinner i Oslo har oftere vært på kurs enn menn i Vestland."},
		{"nb", "", "I Vestland er det flere fjell enn i Oslo."},
		{"nb", "", "Kursene når kvinner bedre enn menn: 60 prosent mot 30 prosent har deltatt."},
		{"nb", "claim", "Andelen som har vært på kurs, er høyere blant menn enn blant kvinner."},
		{"nb", "", "Andelen som har vært på kurs, er høyere blant kvinner enn blant menn."},
		{"nb", "", "Andelen som sykler, er høyest blant de yngste."},
		{"nb", "claim", "Andelen som sykler, er lavest blant de under 30 år."},
		{"nb", "claim", "Bussen er mer populær blant menn enn blant kvinner."},
		{"nb", "", "Menn kjører bil dobbelt så ofte som kvinner."},
		{"nb", "claim", "Kvinner kjører bil oftere enn menn."},
		{"nb", "", "Blant kvinner er buss vanligst."},
		{"nb", "claim", "Blant kvinner er bil vanligst."},
		{"nb", "claim", "Blant menn er buss vanligst."},
		{"nb", "claim", "Ingen menn sykler til møtene."},
		{"nb", "", "Få menn har vært på kurs."},
		{"nb", "claim", "Få kvinner har vært på kurs."},
		{"nb", "", "Et mindretall av mennene har vært på kurs."},
		{"nb", "claim", "Et mindretall av kvinnene har vært på kurs."},
		{"nb", "", "De unge sykler mer enn de eldre."},
		{"nb", "claim", "De eldste sykler mest."},
		{"nb", "", "Oslo har flest kursdeltakere."},
		{"nb", "", "Vestland har flest kursdeltakere."},
		{"nb", "", "Tre av fem kvinner har vært på kurs, mot tre av ti menn."},
		{"nb", "number", "Tre av fem menn har vært på kurs."},
		{"nb", "", "Kvinnene er i flertall på kursene."},
		{"nb", "number", "Blant menn har 60 prosent vært på kurs."},
		{"nb", "", "60 prosent av kvinnene og 30 prosent av mennene har vært på kurs."},
		{"nb", "number", "30 prosent av kvinnene og 60 prosent av mennene har vært på kurs."},
		{"nb", "", "Kursdeltakelsen er 30 prosentpoeng høyere blant kvinner enn blant menn."},
		{"nb", "note", "Kursdeltakelsen er 20 prosentpoeng høyere blant kvinner enn blant menn."},
		{"nb", "", "Forskjellen mellom kvinner og menn er 30 prosentpoeng."},
		{"nb", "",
			"Av dem under 30 år har 70 prosent vært på kurs, av dem på 50 år eller eldre 35 prosent."},
		{"nb", "note",
			"Av dem under 30 år har 70 prosent vært på kurs, av dem på 50 år eller eldre 50 prosent."},
		{"nb", "",
			"Kursdeltakelsen synker med alderen: 70 prosent av dem under 30 år, 50 prosent av dem mellom 30 og 49 år og 35 prosent av de eldste."},
		{"nb", "", "Halvparten av 30–49-åringene har vært på kurs."},
		{"nb", "number", "Sju av ti 30–49-åringer har vært på kurs."},
		{"nb", "", "Blant kvinnene svarte 240 ja og 160 nei."},
		{"nb", "", "240 av de 400 kvinnene har vært på kurs."},
		{"nb", "number", "140 av de 400 kvinnene har vært på kurs."},
		{"nb", "", "45 prosent av kvinnene tar buss, 27,5 prosent kjører bil."},
		{"nb", "number", "45 prosent av kvinnene kjører bil."},
		{"nb", "note", "To av tre som svarte, er kvinner, og halvparten av alle har vært på kurs."},
		{"nb", "", "I Vestland har om lag halvparten vært på kurs, akkurat som i landet ellers."},
		{"nn", "number", "Blant menn har 60 prosent vore på kurs."},
		{"nn", "", "60 prosent av kvinnene har vore på kurs, mot 30 prosent av mennene."},
		{"nn", "claim",
			"Sykling er vanlegare blant dei på 50 år eller eldre enn blant dei under 30 år."},
		{"en", "", "Three in five women have been on a course, but only three in ten men."},
		{"en", "number", "Three in five men have been on a course."},
		{"en", "", "Among women, 60% have been on a course this year, compared with 30% of men."},
		{"en", "number",
			"Among women, 60% have been on a course this year, compared with 50% of men."},
		{"en", "claim",
			"Cycling to meetings is more common among those aged 50 or over than among the under-30s."},
		{"en", "",
			"The under-30s are twice as likely as those aged 50 or over to have been on a course."},
		{"en", "claim", "Men are twice as likely as women to have been on a course."},
		{"en", "", "Women outnumber men by two to one."},
		{"en", "", "Seven in ten of the under-30s have been on a course."},
		{"en", "number", "Half of the under-30s have been on a course."},
		{"en", "claim", "The under-30s are the least likely to have been on a course."},
		{"en", "", "The under-30s are the most likely to have been on a course."},
		{"en", "note", "Courses attract women: 240 of the 300 who have been on one are women."},
	} {
		text := strings.NewReplacer(claimWords[c.lang]...).Replace(claimSurvey)
		text = strings.NewReplacer("LANG", c.lang, "SENTENCE", c.sentence).Replace(text)
		r, err := content.Load(fstest.MapFS{"2024/r/report.toml": {Data: []byte(text)}}, 2024, "r")
		if err != nil {
			t.Fatal(err)
		}
		if have, data := gravest(Report(r)); have != c.want {
			t.Errorf("%s: %q: have %q (%s), want %q", c.lang, c.sentence, have, data, c.want)
		}
	}
}

// TestGroupsWithheld tells nothing of a group of which privacy withholds a number.
func TestGroupsWithheld(t *testing.T) {
	private := strings.Replace(claimSurvey, "[survey]", "[privacy]\nminimum = 10\n[survey]", 1)
	told := 0
	for _, sentence := range []string{
		"I Agder svarte 40 prosent nei.",
		"Blant dem i Agder har 90 prosent vært på kurs.",
		"Flertallet i Agder har ikke vært på kurs.",
		"De i Oslo har oftere vært på kurs enn de i Agder.",
		"Færrest på kurs har det vært i Agder.",
		"Menn har oftere vært på kurs enn kvinner.",
	} {
		text := strings.NewReplacer(claimWords["nb"]...).Replace(private)
		text = strings.NewReplacer("LANG", "nb", "SENTENCE", sentence).Replace(text)
		r, err := content.Load(fstest.MapFS{"2024/r/report.toml": {Data: []byte(text)}}, 2024, "r")
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range Report(r) {
			if strings.Contains(f.Data+f.Repair+f.Fix, "in Agder") {
				t.Errorf("%q: %+v", sentence, f)
			}
			if strings.Contains(f.Data, "in Mann") {
				told++
			}
		}
	}
	if told == 0 {
		t.Error("nothing is told of men, of whom nothing is withheld")
	}
}

// gravest is the rule of the gravest finding about a text's words, and what it tells: "note" when
// that is a note, "" for none. That a number is typed does not count.
func gravest(found []Finding) (rule, data string) {
	for _, f := range found {
		switch {
		case f.topic == nil || f.block == nil || f.Rule != "number" && f.Rule != "claim" &&
			f.Rule != "trend":
		case f.Severity != Note:
			return f.Rule, f.Data
		default:
			rule, data = "note", f.Data
		}
	}
	return rule, data
}
