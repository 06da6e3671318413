package language

import "testing"

// TestHowMuch: scales of how often and how much are known by their steps, in three languages; those
// that turn in their middle, or whose steps say neither, are not.
func TestHowMuch(t *testing.T) {
	cases := []struct {
		name  string
		steps []string
		want  bool
	}{
		{"frequency", []string{"Aldri", "Sjelden", "Av og til", "Ofte", "Alltid"}, true},
		{"three steps", []string{"Aldri", "Av og til", "Ofte"}, true},
		{"most first", []string{"Alltid", "Som regel", "Noen ganger", "Nesten aldri", "Aldri"}, true},
		{"extent", []string{"I svært liten grad", "I liten grad", "I noen grad", "I stor grad",
			"I svært stor grad"}, true},
		{"not at all", []string{"Ikke i det hele tatt", "Litt", "En del", "Mye", "Svært mye"}, true},
		{"times a period", []string{"Sjeldnere enn én gang i måneden", "1–3 ganger i måneden",
			"1–2 ganger i uken", "Flere ganger i uken", "Hver dag"}, true},
		{"adverbs of time", []string{"Aldri", "Årlig", "Månedlig", "Ukentlig", "Daglig"}, true},
		{"two wordings in a step", []string{"Aldri/sjelden", "Av og til", "Ofte eller alltid"}, true},
		{"brackets", []string{"Aldri", "Sjelden (1–2 ganger i året)", "Ofte (hver måned)"}, true},
		{"only the ends are named", []string{"1 – aldri", "2", "3", "4", "5 – svært ofte"}, true},
		{"numbered", []string{"1. Lite", "2. Noe", "3. Ganske mye", "4. Mye"}, true},
		{"one quality, more and more", []string{"Ikke viktig", "Litt viktig", "Ganske viktig",
			"Svært viktig"}, true},
		{"the quality itself", []string{"Ikke nyttig", "Nyttig", "Veldig nyttig"}, true},
		{"people", []string{"Ingen", "Noen få", "Omtrent halvparten", "De fleste", "Alle"}, true},
		{"soft hyphens", []string{"Ald\u00ADri", "Av\u00a0og til", "Ofte"}, true},
		{"nynorsk", []string{"Aldri", "Sjeldan", "Nokre gonger", "Ofte", "Heile tida"}, true},
		{"nynorsk extent", []string{"I liten grad", "I nokon grad", "I stor grad"}, true},
		{"nynorsk amount", []string{"Ikkje i det heile", "Noko", "Mykje", "Svært mykje"}, true},
		{"nynorsk periods", []string{"Sjeldnare enn kvar månad", "Kvar månad", "Kvar veke",
			"Kvar dag"}, true},
		{"English", []string{"Never", "Rarely", "Sometimes", "Often", "Always"}, true},
		{"English extent", []string{"Not at all", "To a small extent", "To some extent",
			"To a great extent"}, true},
		{"English periods", []string{"Less than once a year", "Once or twice a year",
			"Several times a month", "Almost every day"}, true},
		{"English intensity", []string{"Not at all useful", "Slightly useful", "Moderately useful",
			"Very useful", "Extremely useful"}, true},
		{"English amounts", []string{"None", "A few", "Some", "Most", "All"}, true},

		{"agreement", []string{"Helt uenig", "Litt uenig", "Verken eller", "Litt enig", "Helt enig"},
			false},
		{"agreement without a middle", []string{"Helt uenig", "Litt uenig", "Litt enig",
			"Helt enig"}, false},
		{"safety", []string{"Svært utrygt", "Utrygt", "Verken eller", "Trygt", "Svært trygt"}, false},
		{"satisfaction", []string{"Svært misfornøyd", "Misfornøyd", "Fornøyd", "Svært fornøyd"},
			false},
		{"too little to too much", []string{"Altfor lite", "For lite", "Passe", "For mye",
			"Altfor mye"}, false},
		{"comparison", []string{"Mye mindre", "Litt mindre", "Som før", "Litt mer", "Mye mer"}, false},
		{"levels", []string{"Lav (1–2)", "Midt (3)", "Høy (4–5)"}, false},
		{"numbers alone", []string{"1", "2", "3", "4", "5"}, false},
		{"one end alone", []string{"0", "5", "10 – alltid"}, false},
		{"yes and no", []string{"Ja", "Nei"}, false},
		{"English agreement", []string{"Strongly disagree", "Disagree", "Agree", "Strongly agree"},
			false},
		{"a step that says neither", []string{"Aldri", "Noen ganger", "Verken eller", "Ofte"}, false},
		{"nynorsk agreement", []string{"Heilt ueinig", "Litt ueinig", "Litt einig", "Heilt einig"},
			false},
		{"nothing", nil, false},
	}
	for _, c := range cases {
		if got := HowMuch(c.steps); got != c.want {
			t.Errorf("%s %q: %v, want %v", c.name, c.steps, got, c.want)
		}
	}
}

// TestInOrder: answers that are steps are known to have an order, from yes to no too.
func TestInOrder(t *testing.T) {
	cases := []struct {
		answers []string
		want    bool
	}{
		{[]string{"Ja", "I stor grad", "Nei"}, true},
		{[]string{"Ja", "Noen ganger", "Nei"}, true},
		{[]string{"Nei", "Delvis", "Ja"}, true},
		{[]string{"Ja, alltid", "Av og til", "Nei, aldri"}, true},
		{[]string{"Yes", "Partly", "No"}, true},
		{[]string{"Ja", "Til dels", "Nei"}, true},
		{[]string{"Aldri", "Sjeldan", "Ofte"}, true},
		{[]string{"Ja", "Nei"}, false},
		{[]string{"Ja", "Nei", "Noen ganger"}, false},
		{[]string{"Ja", "Nei", "Under utdanning"}, false},
		{[]string{"Kvinne", "Mann", "Annet"}, false},
		{[]string{"Ofte", "Aldri", "Av og til"}, false},
		{[]string{"Ja", "Ja, i nettverk", "Nei"}, false},
		{nil, false},
	}
	for _, c := range cases {
		if got := InOrder(c.answers); got != c.want {
			t.Errorf("%q: %v, want %v", c.answers, got, c.want)
		}
	}
}

// TestReplies: yes, no and not knowing are known by their words, whatever explains them.
func TestReplies(t *testing.T) {
	cases := map[string]Reply{
		"Ja": Yes, "ja": Yes, "Ja, med få unntak": Yes, "Nei": No, "Nei – ikke ennå": No, "No": No,
		"Yes": Yes, "Nei, har stort sett egne oppgaver": No, "Vet ikke": DontKnow,
		"Veit ikkje": DontKnow, "Don’t know": DontKnow, "Don't know": DontKnow,
		"Vet ikke / ikke relevant": DontKnow, "Jeg vet ikke": DontKnow,
		"Jan": Other, "Neida": Other, "Kommune": Other, "": Other, "Nordland": Other,
		"Vet ikke hvem jeg skal spørre": Other, "No idea": Other, "Nei og ja": Other,
		"Yes and no": Other, "Både ja og nei": Other,
	}
	for label, want := range cases {
		if got := ReplyOf(label); got != want {
			t.Errorf("%q: %v, want %v", label, got, want)
		}
	}
}
