package check

import (
	"slices"
	"strings"
	"testing"

	"rapport/content"
)

// inTopic is what is found when the prose of a topic is some words, but for notes unless they are
// wanted, and for typed numbers that are right.
func inTopic(t *testing.T, r *content.Report, topic, prose string, notes bool) []Finding {
	t.Helper()
	c := newChecker(r, lexiconOf)
	texts := slices.Clone(c.texts)
	at := slices.IndexFunc(texts, func(t content.Text) bool {
		return t.Topic != nil && t.Topic.ID == topic && t.Key == "prose"
	})
	if at < 0 {
		t.Fatalf("no prose in the topic %s", topic)
	}
	texts[at].Raw = prose
	c.texts = texts[at : at+1]
	c.prose()
	return slices.DeleteFunc(c.found, func(f Finding) bool {
		return f.Severity == Note && !notes || f.Rule == "typed"
	})
}

// annualReport is the frozen annual report, and one of another year that has a topic.
func annualReport(t *testing.T, year int, topic string) *content.Report {
	t.Helper()
	for _, r := range reports(t, frozen) {
		for _, ch := range r.AllChapters() {
			for _, tp := range ch.Topics {
				if r.Year == year && tp.ID == topic {
					return r
				}
			}
		}
	}
	t.Fatalf("no topic %s in %d", topic, year)
	return nil
}

// TestAnnual holds sentences against the annual report's own data: slips that were once taken for
// right because something else gave the number, and right sentences that were once called wrong.
func TestAnnual(t *testing.T) {
	const wrong, right = "error number", ""
	tests := []struct{ topic, prose, want, repair string }{
		{"ansettelse", "44 prosent jobber 31–40 timer.", wrong, "{prosent ek2021.timer | 31–40 timer}"},
		{"ansettelse", "40 % jobber 31–40 timer.", wrong, "{percent ek2021.timer | 31–40 timer}"},
		{"ansettelse", "39 % jobber 31–40 timer.", right, ""},
		{"ansettelse", "44 prosent jobber mer enn 30 timer.", right, ""},
		{"ansettelse", "44 prosent jobber mer enn 40 timer.", wrong,
			"{prosent ek2021.timer | Mer enn 40 timer}"},
		{"organisering", "62 % er med, en økning på 4 prosentpoeng.", wrong,
			"{change ek2021.fagorganisering | Fagforbundet}"},
		{"organisering", "62 % er med i Fagforbundet, en økning på 4 prosentpoeng.", wrong,
			"{change ek2021.fagorganisering | Fagforbundet}"},
		{"organisering", "62 % er med i Fagforbundet, en økning på 5 prosentpoeng.", right, ""},
		{"organisering", "Fagforbundet har 62 prosent, 3,3 prosent er i Delta og 4,9 prosent " +
			"andre steder.", right, ""},
		{"team", "49 prosent er alene.", wrong, "{prosent ek2021.kollegaer | 1 – kun meg}"},
		{"team", "50 prosent er alene.", right, ""},
		{"team", "Halvparten jobber alene.", right, ""},
		{"team", "1,6 prosent er fem eller flere.", wrong,
			"{prosent.1 ek2021.kollegaer | 5 ; Flere enn 5}"},
		{"team", "4,8 prosent er fem eller flere.", right, ""},
		{"fylke", "3 år eller mindre (25 svar).", wrong,
			"{count ek2021.ansiennitet | Under 1 år ; 1–2 år ; 2–3 år}"},
		{"fylke", "3 år eller mindre (33 svar).", right, ""},
		{"flyttet", "Andelen som fikk jobben via utlyst stilling, falt med 15 prosentpoeng.", wrong,
			"{change ek2021.rekruttering | Via utlyst stilling}"},
		{"flyttet", "Andelen som fikk jobben via utlyst stilling, falt med 16,2 prosentpoeng.", right,
			""},
		{"trygghet", "47,8 % føler seg trygg i rollen.", wrong, "{percent.1 trivsel2021.rolle | Trygt}"},
		{"trygghet", "47,8 % føler seg svært trygg i rollen.", right, ""},
		{"trygghet", "33,3 % føler seg trygg i rollen, 47,8 % svært trygg.", right, ""},
		{"trygghet", "81 prosent føler seg trygg eller svært trygg i rollen.", right, ""},
		{"trygghet", "Et flertall er utrygge i rollen.", "warning claim", ""},
		{"trygghet", "De er middels trygge i rollen.", "note claim", ""},
		{"flyttet", "Flertallet fikk jobben via utlyst stilling i 2020. I 2021 sank andelen.", right,
			""},
		{"mennesker", "De fleste, 60 prosent, er kvinner. I fjor var det 57.", right, ""},
	}
	for _, tt := range tests {
		found := inTopic(t, annualReport(t, 2022, tt.topic), tt.topic, tt.prose,
			strings.HasPrefix(tt.want, "note"))
		var have, repair []string
		for _, f := range found {
			have = append(have, string(f.Severity)+" "+f.Rule)
			repair = append(repair, placeholderIn.FindString(f.Repair))
		}
		if strings.Join(have, "; ") != tt.want || tt.repair != "" && !slices.Equal(repair,
			[]string{tt.repair}) {
			t.Errorf("%s: %s\nhave %s %s\nwant %s %s\n%+v", tt.topic, tt.prose, have, repair, tt.want,
				tt.repair, found)
		}
	}
}
