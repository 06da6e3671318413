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
	c.from, c.to = 0, len(c.texts)
	c.prose()
	return slices.DeleteFunc(c.found, func(f Finding) bool {
		return f.Severity == Note && !notes || f.Rule == "typed"
	})
}

// withTopic is the report of a year that has a topic.
func withTopic(t *testing.T, all []*content.Report, year int, topic string) *content.Report {
	t.Helper()
	for _, r := range all {
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
		{
			"ansettelse",
			"44 prosent jobber 31–40 timer.",
			wrong,
			"{prosent ek2021.timer | 31–40 timer}",
		},
		{"ansettelse", "40 % jobber 31–40 timer.", wrong, "{percent ek2021.timer | 31–40 timer}"},
		{"ansettelse", "39 % jobber 31–40 timer.", right, ""},
		{"ansettelse", "44 prosent jobber mer enn 30 timer.", right, ""},
		{
			"ansettelse",
			"44 prosent jobber mer enn 40 timer.",
			wrong,
			"{prosent ek2021.timer | Mer enn 40 timer}",
		},
		{
			"organisering",
			"62 % er med, en økning på 4 prosentpoeng.",
			wrong,
			"{change ek2021.fagorganisering | Fagforbundet}",
		},
		{
			"organisering",
			"62 % er med i Fagforbundet, en økning på 4 prosentpoeng.",
			wrong,
			"{change ek2021.fagorganisering | Fagforbundet}",
		},
		{"organisering", "62 % er med i Fagforbundet, en økning på 5 prosentpoeng.", right, ""},
		{
			"organisering",
			"Fagforbundet har 62 prosent, 3,3 prosent er i Delta og 4,9 prosent andre steder.",
			right,
			"",
		},
		{"team", "49 prosent er alene.", wrong, "{prosent ek2021.kollegaer | 1 – kun meg}"},
		{"team", "50 prosent er alene.", right, ""},
		{"team", "Halvparten jobber alene.", right, ""},
		{
			"team",
			"1,6 prosent er fem eller flere.",
			wrong,
			"{prosent.1 ek2021.kollegaer | 5 ; Flere enn 5}",
		},
		{"team", "4,8 prosent er fem eller flere.", right, ""},
		{
			"fylke",
			"3 år eller mindre (25 svar).",
			wrong,
			"{count ek2021.ansiennitet | Under 1 år ; 1–2 år ; 2–3 år}",
		},
		{"fylke", "3 år eller mindre (33 svar).", right, ""},
		{
			"flyttet",
			"Andelen som fikk jobben via utlyst stilling, falt med 15 prosentpoeng.",
			wrong,
			"{change ek2021.rekruttering | Via utlyst stilling}",
		},
		{
			"flyttet",
			"Andelen som fikk jobben via utlyst stilling, falt med 16,2 prosentpoeng.",
			right,
			"",
		},
		{
			"trygghet",
			"47,8 % føler seg trygg i rollen.",
			wrong,
			"{percent.1 trivsel2021.rolle | Trygt}",
		},
		{"trygghet", "47,8 % føler seg svært trygg i rollen.", right, ""},
		{"trygghet", "33,3 % føler seg trygg i rollen, 47,8 % svært trygg.", right, ""},
		{"trygghet", "81 prosent føler seg trygg eller svært trygg i rollen.", right, ""},
		{"trygghet", "Et flertall er utrygge i rollen.", "warning claim", ""},
		{"trygghet", "De er middels trygge i rollen.", "note claim", ""},
		{
			"flyttet",
			"Flertallet fikk jobben via utlyst stilling i 2020. I 2021 sank andelen.",
			right,
			"",
		},
		{"mennesker", "De fleste, 60 prosent, er kvinner. I fjor var det 57.", right, ""},
	}
	all := reports(t, frozen)
	for _, tt := range tests {
		found := inTopic(t, withTopic(t, all, 2022, tt.topic), tt.topic, tt.prose,
			strings.HasPrefix(tt.want, "note"))
		var have, repair []string
		for _, f := range found {
			have = append(have, string(f.Severity)+" "+f.Rule)
			repair = append(repair, placeholderIn.FindString(f.Repair))
		}
		if strings.Join(have, "; ") != tt.want || tt.repair != "" && !slices.Equal(repair,
			[]string{tt.repair}) {
			t.Errorf("%s: %s\nhave %s %s\nwant %s %s\n%+v", tt.topic, tt.prose, have, repair,
				tt.want, tt.repair, found)
		}
	}
}

// TestAdviser reads what an adviser writes about the annual report's data: right sentences, of
// which nothing is told, and slips, each of which is, two by notes at most.
func TestAdviser(t *testing.T) {
	all := reports(t, frozen)
	for _, tt := range adviserRight {
		r := withTopic(t, all, 2022, tt.topic)
		for _, f := range inTopic(t, r, tt.topic, tt.prose, false) {
			t.Errorf("%s: %s\nhave %s %s %q: %s; %s", tt.topic, tt.prose, f.Severity, f.Rule,
				f.Words, f.Data, f.Repair)
		}
	}
	noted := 0
	for _, tt := range adviserWrong {
		noted += onlyNoted(t, withTopic(t, all, 2022, tt.topic), tt.topic, tt.prose)
	}
	if noted > 2 {
		t.Errorf("%d slips are only noted", noted)
	}
}

// onlyNoted is 1 when a slip is told of by a note alone, and an error when by nothing.
func onlyNoted(t *testing.T, r *content.Report, topic, prose string) int {
	t.Helper()
	if len(inTopic(t, r, topic, prose, false)) > 0 {
		return 0
	}
	if len(inTopic(t, r, topic, prose, true)) == 0 {
		t.Errorf("missed in %s: %s", topic, prose)
	}
	return 1
}

// adviserRight are right sentences about the annual report's data, and adviserWrong are slips.
var (
	adviserRight = []struct{ topic, prose string }{
		{"mennesker", "Av de 62 som svarte, er 37 kvinner (59,7 %) og 25 menn (40,3 %)."},
		{"mennesker", "Seks av ti er kvinner."},
		{"mennesker", "Ingen oppga annet kjønn."},
		{"mennesker", "Kjønnsfordelingen er 60/40."},
		{
			"mennesker",
			"Totalt 62 personer har svart på undersøkelsen, noe som gir en svarprosent på " +
				"41,9.",
		},
		{"mennesker", "Tallene fra 2020 viste at 46 av 72 var kvinner."},
		{"sted", "Nesten halvparten (46,8 %) jobber i kommune, 27,4 % i spesialisthelsetjenesten."},
		{
			"sted",
			"29 jobber i kommunen, 17 i spesialisthelsetjenesten, 5 i privat institusjon " +
				"eller stiftelse og 4 i brukerorganisasjon.",
		},
		{"sted", "Flest jobber i kommunen."},
		{"sted", "Kun fire er ansatt i en brukerorganisasjon."},
		{"sted", "Over en tredel hadde ingen tilknytning til feltet fra før."},
		{"sted", "19 var frivillige i en brukerorganisasjon og 13 lønnede brukerrepresentanter."},
		{
			"fylke",
			"Over halvparten, 53 %, har jobbet som erfaringskonsulent i tre år eller mindre.",
		},
		{"fylke", "8 har jobbet under ett år, mens 15 har jobbet mer enn fem år."},
		{"fylke", "Nærmere en fjerdedel har vært i yrket i mer enn fem år."},
		{"fylke", "Hver åttende er helt ny, med under ett år bak seg."},
		{
			"ansettelse",
			"Over halvparten har fast stilling (56,5 %), mens 22,6 % er ansatt i " +
				"prosjektstilling, 14,5 % er midlertidig ansatt og 6,5 % har vikariat.",
		},
		{"ansettelse", "35 av 62 er fast ansatt."},
		{"ansettelse", "Til sammen er 27 midlertidig ansatt, i prosjekt eller vikariat."},
		{"ansettelse", "43,5 prosent har ikke fast stilling."},
		{"ansettelse", "29 har stillingsbeskrivelse, like mange har det ikke, og fire vet ikke."},
		{"ansettelse", "Nesten halvparten mangler stillingsbeskrivelse."},
		{"ansettelse", "Kun 5 stykker jobber 10 timer eller mindre i uka."},
		{"ansettelse", "35 personer jobber 30 timer eller mindre i uka."},
		{
			"ansettelse",
			"16 svarte at de jobber 11–20 timer, 14 svarte 21–30 timer, 24 svarte 31–40 " +
				"timer og 3 svarte mer enn 40 timer.",
		},
		{"ansettelse", "Den største gruppen jobber 31–40 timer (38,7 %)."},
		{"ansettelse", "En full stilling er 37,5 timer."},
		{"organisering", "Det er 13 personer som ikke er fornøyd med stillingsprosenten sin."},
		{"organisering", "21 % er ikke fornøyd med stillingsprosenten."},
		{"organisering", "Fire av fem er fornøyd med stillingsprosenten."},
		{"organisering", "Flertallet er organisert (72 %)."},
		{"organisering", "Nærmere tre av fire er fagorganisert."},
		{"organisering", "62,3 % er medlem av Fagforbundet, mens 27,9 % ikke er organisert."},
		{"organisering", "Andelen uorganiserte er 28 prosent, mot 31 prosent i 2020."},
		{
			"organisering",
			"38 er med i Fagforbundet, to i Delta, én i Fellesorganisasjonen og tre i andre " +
				"forbund.",
		},
		{"organisering", "44 har tilbud om årlig medarbeidersamtale, 15 har det ikke."},
		{
			"team",
			"Halvparten er den eneste erfaringskonsulenten på arbeidsplassen, mens 29 % har " +
				"én kollega.",
		},
		{"team", "31 er alene, 18 er to, fem er tre, fem er fire og tre er fem eller flere."},
		{"team", "Ni av ti jobber i team med andre fagansatte."},
		{"team", "23 jobber i team med andre erfaringskonsulenter, 39 gjør det ikke."},
		{
			"team",
			"Andelen som jobber i team med andre fagansatte, har økt fra 81,9 % i 2020 til " +
				"91,8 % i 2021.",
		},
		{
			"trygghet",
			"33 av 69 (47,8 %) føler seg svært trygge i rollen, 23 (33,3 %) trygge, 10 (14,5 " +
				"%) verken eller, og 3 (4,3 %) utrygge.",
		},
		{"trygghet", "Åtte av ti er trygge eller svært trygge i rollen."},
		{"trygghet", "Ingen svarte at de er svært utrygge i rollen."},
		{"trygghet", "Over halvparten opplever miljøet som trygt eller svært trygt."},
		{"trygghet", "16 prosent synes miljøet er utrygt eller svært utrygt."},
		{
			"trygghet",
			"68 prosent synes det er trygt eller svært trygt å si sin mening til andre " +
				"erfaringskonsulenter.",
		},
		{"trives", "54 trives godt eller svært godt i jobben."},
		{"trives", "Nærmere 80 prosent trives godt eller svært godt."},
		{"trives", "Over halvparten opplever at kollegaene er svært positive til kompetansen."},
		{
			"flyttet",
			"Sammenlignet med 2020 er det en nedgang på 16,2 prosentpoeng i andelen som fikk " +
				"jobben via utlyst stilling.",
		},
		{
			"flyttet",
			"I 2020 var det 54,9 % som fikk jobben via utlyst stilling, i 2021 var det 38,7 " +
				"%.",
		},
		{"flyttet", "Andelen som fikk jobb via utlyst stilling, har falt fra 55 til 39 prosent."},
		{
			"flyttet",
			"39 prosent fikk jobben via utlyst stilling, 37 prosent via kjennskap eller " +
				"nettverk og 23 prosent begge deler.",
		},
		{
			"flyttet",
			"Flere enn før har fått jobben via begge deler, men forskjellen kan være " +
				"tilfeldig.",
		},
		{
			"skole",
			"38 har ikke helse- eller sosialfaglig utdanning, 20 har det, og 4 er under " +
				"utdanning.",
		},
		{"skole", "Hver tredje har helse- eller sosialfaglig utdanning."},
		{"veiledning", "Av dem som får veiledning, får de fleste den internt på arbeidsplassen."},
	}
	adviserWrong = []struct{ topic, prose string }{
		{"mennesker", "Av de 62 som svarte, er 38 kvinner (59,7 %) og 25 menn (40,3 %)."},
		{"mennesker", "Sju av ti er kvinner."},
		{"mennesker", "63,9 prosent er kvinner."},
		{"sted", "Nesten halvparten (48,6 %) jobber i kommune."},
		{"sted", "17 jobber i kommunen."},
		{"sted", "27,4 prosent jobber i privat institusjon eller stiftelse."},
		{"sted", "13 var frivillige i en brukerorganisasjon."},
		{
			"fylke",
			"Over halvparten, 58 %, har jobbet som erfaringskonsulent i tre år eller mindre.",
		},
		{"fylke", "13 har jobbet under ett år."},
		{"fylke", "Halvparten har vært i yrket i mer enn fem år."},
		{"ansettelse", "Over halvparten har fast stilling (65,5 %)."},
		{"ansettelse", "22,6 % er midlertidig ansatt."},
		{"ansettelse", "9 har vikariat."},
		{"ansettelse", "34,7 prosent har fast stilling."},
		{"ansettelse", "47 prosent har ikke fast stilling."},
		{"ansettelse", "6,5 prosent har ikke stillingsbeskrivelse."},
		{"ansettelse", "21 personer jobber 10 timer eller mindre i uka."},
		{"ansettelse", "14 svarte at de jobber 11–20 timer."},
		{"ansettelse", "5 prosent jobber mer enn 40 timer i uka, 39 prosent 21–30 timer."},
		{"organisering", "Det er 49 personer som ikke er fornøyd med stillingsprosenten sin."},
		{"organisering", "79 % er ikke fornøyd med stillingsprosenten."},
		{"organisering", "38 prosent er med i Fagforbundet."},
		{"organisering", "72 prosent er ikke organisert."},
		{"organisering", "Fagforbundet har 57 prosent av de spurte."},
		{"organisering", "44 har ikke tilbud om årlig medarbeidersamtale."},
		{"team", "29 % er den eneste erfaringskonsulenten på arbeidsplassen."},
		{"team", "Sju av ti jobber i team med andre fagansatte."},
		{"team", "63 prosent jobber i team med andre erfaringskonsulenter."},
		{"trygghet", "33 føler seg trygge i rollen."},
		{"trygghet", "Seks av ti er trygge eller svært trygge i rollen."},
		{"trygghet", "33 prosent er svært trygge i rollen."},
		{"trives", "54 prosent trives godt eller svært godt i jobben."},
		{"flyttet", "I 2020 var det 38,7 % som fikk jobben via utlyst stilling."},
		{"flyttet", "37 prosent fikk jobben via utlyst stilling."},
		{"flyttet", "23 prosent fikk jobben via kjennskap eller nettverk."},
		{"flyttet", "Andelen som fikk jobb via utlyst stilling, har falt fra 55 til 37 prosent."},
		{"skole", "38 har helse- eller sosialfaglig utdanning."},
		{"skole", "Flertallet har helse- eller sosialfaglig utdanning."},
		{"flyttet", "Flertallet fikk jobben via utlyst stilling."},
		{"organisering", "Flertallet er ikke organisert."},
		{"sted", "Flest jobber i spesialisthelsetjenesten."},
		{"team", "De fleste er alene på arbeidsplassen."},
		{"mennesker", "Flertallet er menn."},
		{"ansettelse", "Ingen jobber mer enn 40 timer."},
		{"ansettelse", "Alle har stillingsbeskrivelse."},
		{"trygghet", "Flertallet er svært trygge i rollen."},
		{"ansettelse", "Andelen med fast stilling sank fra 2020 til 2021."},
	}
)

// TestAdviserBesideBattery reads the same beside a battery of all that can be answered with yes: what
// more a topic shows must not make a slip right. A report is loaded anew, since it is changed.
func TestAdviserBesideBattery(t *testing.T) {
	all := reports(t, frozen)
	r := withTopic(t, all, 2022, "ansettelse")
	battery := func(topic *content.Topic) *content.Block {
		b := &content.Block{Kind: content.FigureBlock, Topic: topic, Form: "battery"}
		for _, f := range r.Survey("ek2021").Figures {
			if answers := f.Point(); len(answers) > 0 {
				b.Measures = append(b.Measures, content.ShareOf(f, answers, ""))
			}
		}
		return b
	}
	for _, ch := range r.AllChapters() {
		for _, topic := range ch.Topics {
			topic.Blocks = append(topic.Blocks, battery(topic))
			if n := len(battery(topic).Measures); n < 11 {
				t.Fatalf("a battery of %d rows", n)
			}
		}
	}
	for _, tt := range adviserRight {
		for _, f := range inTopic(t, r, tt.topic, tt.prose, false) {
			t.Errorf("%s: %s\nhave %s %s %q: %s; %s", tt.topic, tt.prose, f.Severity, f.Rule,
				f.Words, f.Data, f.Repair)
		}
	}
	noted := 0
	for _, tt := range adviserWrong {
		noted += onlyNoted(t, r, tt.topic, tt.prose)
	}
	if noted > 2 {
		t.Errorf("%d slips are only noted", noted)
	}
}

// TestWideBattery holds a claim against the battery that shows the question among ten others, alone
// in its topic: it is no more right for them.
func TestWideBattery(t *testing.T) {
	r := withTopic(t, reports(t, frozen), 2022, "ansettelse")
	for _, topic := range r.Chapters[1].Topics {
		if topic.ID != "ansettelse" {
			continue
		}
		b := &content.Block{Kind: content.FigureBlock, Topic: topic, Form: "battery"}
		for _, f := range r.Survey("ek2021").Figures {
			if answers := f.Point(); len(answers) > 0 && (len(b.Measures) < 10 ||
				f.ID == "stillingsbeskrivelse") {
				b.Measures = append(b.Measures, content.ShareOf(f, answers, ""))
			}
		}
		topic.Blocks = append(slices.DeleteFunc(topic.Blocks, func(b *content.Block) bool {
			return b.Kind == content.FigureBlock
		}), b)
	}
	for prose, want := range map[string]bool{
		"Alle har stillingsbeskrivelse.":                     true,
		"57 prosent har stillingsbeskrivelse.":               true,
		"Ingen har fast stilling.":                           true,
		"Flertallet er ikke fornøyd med stillingsprosenten.": true,
		"47 prosent har stillingsbeskrivelse.":               false,
		"29 av 62 har stillingsbeskrivelse.":                 false,
	} {
		if found := inTopic(t, r, "ansettelse", prose, false); (len(found) > 0) != want {
			t.Errorf("%s: found %v, want %v", prose, found, want)
		}
	}
}
