package schema

var surveyFile = &Object{Keys: []Key{
	{Name: "survey", Kind: Table, Of: aSurvey, NB: "Undersøkelsen: når, hvem og hvor mange.",
		EN: "The survey: when, who and how many."},
	{Name: "figure", Kind: Tables, Of: aFigure, NB: "Et spørsmål og svarene på det.",
		EN: "A question and its answers."},
	ofTiles,
	{Name: "breakdown", Kind: Tables, Of: aBreakdown,
		NB: "Svarene på et spørsmål innen grupper: hvert fylke, hver aldersgruppe.",
		EN: "The answers to a question within groups: each county, each age."},
}}

var aBreakdown = &Object{Keys: []Key{
	{Name: "figure", Must: true, Example: "veiledning", NB: "Spørsmålet som er delt opp.",
		EN: "The question that is broken down."},
	{Name: "by", Must: true, Example: "fylke",
		NB: "Spørsmålet i samme undersøkelse som svarene er gruppert etter.",
		EN: "The question of the same survey whose answers are the groups."},
	{Name: "groups", Kind: Table, Of: &Object{Keys: []Key{{Name: "*", Kind: TextOrTexts, Must: true,
		Example: []string{"Nordland", "Troms", "Finnmark"}, NB: "Svarene som er slått sammen.",
		EN: "The answers that are put together."}}},
		NB: "Navn = svar som er slått sammen til én større gruppe.",
		EN: "Name = answers that are put together as one larger group."},
	{Name: "answered", Kind: Table, Of: &Object{Keys: []Key{{Name: "*", Kind: Count, Must: true,
		NB: "Hvor mange i gruppen som svarte på spørsmålet.",
		EN: "How many of the group answered the question."}}},
		NB: "Gruppe = hvor mange av den som svarte på spørsmålet. Trengs bare når flere svar var mulig, og " +
			"noen hoppet over.",
		EN: "Group = how many of it answered the question. Needed only when several answers were " +
			"possible and some skipped it."},
	{Name: "counted", Kind: Count, Example: 2021,
		NB: "Året antallene er fra. Er det ikke undersøkelsens, er de ikke byttet ennå, og rapporten blir " +
			"ikke laget. Slett linjen når de er byttet.",
		EN: "The year that the counts are of. When it is not the survey's, they wait to be renewed and no " +
			"report is made. Delete the line when they are."},
	{Name: "note", NB: "Det neste forfatter bør vite. Trykkes ikke.",
		EN: "What the next author should know. Not printed."},
	{Name: "counts", Kind: Table, Must: true, Of: &Object{Keys: []Key{{Name: "*", Kind: Table, Must: true,
		Of: &Object{Keys: []Key{{Name: "*", Kind: Count, NB: "Hvor mange i gruppen som svarte dette.",
			EN: "How many of the group gave this answer."}}},
		NB: "Svar = antall i gruppen.", EN: "Answer = count within the group."}}},
		NB: "Gruppe = { svar = antall }. Svar som ikke er nevnt, er 0. Skriv tabellen sist.",
		EN: "Group = { answer = count }. Answers that are not named are 0. Write the table last."},
}}

var aSurvey = &Object{Keys: []Key{
	{Name: "id", Kind: ID, Must: true, Example: "ek2022",
		NB: "Kort navn som rapporter viser til: små bokstaver a–z, tall og _.",
		EN: "Short name that reports refer to: small letters a–z, digits and _."},
	{Name: "title", Must: true, NB: "Navnet på undersøkelsen.", EN: "The name of the survey."},
	{Name: "year", Kind: Count, Must: true, Example: 2022, NB: "Året den ble gjort.",
		EN: "The year in which it was made."},
	{Name: "period", Example: "august 2021",
		NB: "Når den ble gjort, slik det står i en setning. Trykkes når året ikke er rapportens.",
		EN: "When it was made, as in a sentence. Printed when the year is not the report's."},
	{Name: "population", NB: "Hvem som ble spurt.", EN: "Who was asked."},
	{Name: "mode", NB: "Hvordan de ble spurt.", EN: "How they were asked."},
	{Name: "invited", Kind: Count, Example: 148,
		NB: "Hvor mange som ble spurt. Må være med for svarprosent og ring.",
		EN: "How many were asked. Needed for the response rate and the ring."},
	{Name: "answered", Kind: Count, Must: true, Example: 62, NB: "Hvor mange som svarte.",
		EN: "How many answered."},
	{Name: "counted", Kind: Count, Example: 2021,
		NB: "Året invited og answered er fra. Er det ikke year, er de ikke byttet ennå, og rapporten " +
			"blir ikke laget. Slett linjen når de er byttet.",
		EN: "The year that invited and answered are of. When it is not year, they wait to be renewed and " +
			"no report is made. Delete the line when they are."},
	{Name: "source", NB: "Hvor tallene er fra.", EN: "Where the figures are from."},
	{Name: "note", NB: "Det neste forfatter bør vite. Trykkes ikke.",
		EN: "What the next author should know. Not printed."},
}}

var aFigure = &Object{Keys: []Key{
	{Name: "id", Kind: ID, Must: true, Example: "veiledning",
		NB: "Kort navn, brukt én gang i undersøkelsen. Rapporter viser til «undersøkelse.navn».",
		EN: "Short name, used once in the survey. Reports refer to “survey.name”."},
	{Name: "question", Must: true, NB: "Spørsmålet slik det ble stilt.",
		EN: "The question as it was asked."},
	{Name: "title", NB: "Kort navn, for overskrifter og tabeller.",
		EN: "Short name, for headings and tables."},
	{Name: "kind", Kind: Choice, Must: true, Words: []string{"single", "multiple", "scale", "open"},
		NB: "single: ett svar. multiple: flere svar mulig. scale: trinn på en skala, laveste først. " +
			"open: fritekst.",
		EN: "single: one answer. multiple: several answers possible. scale: steps of a scale, lowest " +
			"first. open: free text."},
	{Name: "ordered", Kind: Flag,
		NB: "Svarene har en naturlig rekkefølge (alder, timer, år). Da blir de aldri kake.",
		EN: "The answers have a natural order (age, hours, years), so that they never make a pie."},
	{Name: "scale", Kind: Choice, Words: []string{"sequential", "diverging"},
		NB: "Bare for kind = \"scale\". sequential: hvor ofte, hvor mye. diverging: to sider med en " +
			"midte. Utelatt: programmet ser det på ordene.",
		EN: "Only for kind = \"scale\". sequential: how often, how much. diverging: two sides with a " +
			"middle. Left out: the words tell."},
	{Name: "missing", Kind: Count, Default: 0, NB: "Så mange hoppet over spørsmålet.",
		EN: "How many skipped the question."},
	{Name: "follows", Kind: Table, Of: aFollows, NB: "En oppfølging: bare de som svarte slik, ble spurt.",
		EN: "A follow-up: only those who gave these answers were asked."},
	{Name: "residual", Kind: TextOrTexts, Example: []string{"Vet ikke"},
		NB: "Svar som «vet ikke» og «annet»: alltid sist, grå i kaker.",
		EN: "Answers like “don't know” and “other”: always last, grey in pies."},
	{Name: "highlight", Kind: TextOrTexts,
		NB: "Svaret som skal framheves, eller flere som hører sammen.",
		EN: "The answer to point out, or several that belong together."},
	{Name: "low", Kind: TextOrTexts, NB: "De lave trinnene på en skala.",
		EN: "The low steps of a scale."},
	{Name: "high", Kind: TextOrTexts, NB: "De høye trinnene på en skala.",
		EN: "The high steps of a scale."},
	{Name: "compare", Example: "ek2021.veiledning", NB: "Spørsmålet fra et tidligere år.",
		EN: "The question of an earlier year."},
	{Name: "incomparable",
		NB: "Hvorfor det ikke kan sammenlignes med et tidligere år. Enten denne eller compare.",
		EN: "Why it cannot be compared with an earlier year. Either this or compare."},
	{Name: "responses", Kind: Count, Example: 13, NB: "Antall svar i fritekst. Bare for kind = \"open\".",
		EN: "How many answers in free text. Only for kind = \"open\"."},
	{Name: "minimum", Kind: Count,
		NB: "Antall under dette trykkes ikke, i dette spørsmålet. 0 slår det av. Se [privacy].",
		EN: "Counts under this are not printed, in this question. 0 turns it off. See [privacy]."},
	{Name: "counted", Kind: Count, Example: 2021,
		NB: "Året antallene er fra. Er det ikke undersøkelsens, er de ikke byttet ennå, og rapporten blir " +
			"ikke laget. Slett linjen når de er byttet.",
		EN: "The year that the counts are of. When it is not the survey's, they wait to be renewed and no " +
			"report is made. Delete the line when they are."},
	{Name: "partial", Kind: Flag, Default: false, NB: "Ikke alle svaralternativene er med.",
		EN: "Not all options are among the answers."},
	{Name: "derived", Kind: Flag, Default: false,
		NB: "Antallene er regnet tilbake fra prosenter. Si hvordan i source.",
		EN: "The counts were reckoned back from per cents. Say how in source."},
	{Name: "source", NB: "Hvor tallene er fra.", EN: "Where the figures are from."},
	{Name: "note", NB: "Det neste forfatter bør vite. Trykkes ikke.",
		EN: "What the next author should know. Not printed."},
	allow, reason,
	{Name: "answers", Kind: Table, Of: &Object{Keys: []Key{{Name: "*", Kind: Count,
		NB: "Hvor mange som svarte dette.", EN: "How many gave this answer."}}},
		NB: "Svar = antall, i skjemaets rekkefølge. Ta med svar ingen valgte, med 0. Skriv tabellen " +
			"etter alle andre nøkler i spørsmålet.",
		EN: "Answer = count, in the order of the form. Include answers that nobody gave, with 0. Write " +
			"the table after all other keys of the question."},
	{Name: "short", Kind: Table, Of: &Object{Keys: []Key{{Name: "*", Must: true,
		NB: "Kort navn på svaret.", EN: "Short name of the answer."}}},
		NB: "Svar = kortere navn der det er trangt.", EN: "Answer = shorter name where room is scarce."},
	{Name: "merge", Kind: Table, Of: &Object{Keys: []Key{{Name: "*", Kind: Table, Of: aMerge,
		NB: "Svar som betyr det samme i begge år.", EN: "Answers that mean the same in both years."}}},
		NB: "Når svarene var delt inn ulikt i to år: nytt navn = svarene som betyr det samme.",
		EN: "When the answers were parted otherwise in two years: new name = the answers that mean the " +
			"same."},
	{Name: "printed", Kind: Table, Of: &Object{Keys: []Key{{Name: "*", Kind: Number,
		NB: "Prosenten som sto på trykk.", EN: "The per cent that was printed."}}},
		NB: "Svar = prosenten som kilden trykte. Sjekken holder den mot antallet.",
		EN: "Answer = the per cent that the source printed. The check holds it against the count."},
}}

var aFollows = &Object{Keys: []Key{
	{Name: "figure", Must: true, NB: "Spørsmålet som gikk foran.", EN: "The question before it."},
	{Name: "answer", Kind: TextOrTexts, Must: true, NB: "Svarene som førte hit.",
		EN: "The answers that led here."},
}}

var aMerge = &Object{Keys: []Key{
	{Name: "now", Kind: TextOrTexts, Must: true, NB: "Svarene i dette spørsmålet.",
		EN: "The answers of this question."},
	{Name: "then", Kind: TextOrTexts, Must: true, NB: "Svarene i det tidligere spørsmålet.",
		EN: "The answers of the earlier question."},
}}

// allow and reason silence the check at one place.
var (
	allow = Key{Name: "allow", Kind: TextOrTexts, Example: []string{"number"},
		NB: "Regler i sjekken som ikke gjelder her. Si hvorfor i reason.",
		EN: "Rules of the check that do not hold here. Say why in reason."}
	reason = Key{Name: "reason", Example: "Tallet er fra SSB.", NB: "Hvorfor regelen ikke gjelder her.",
		EN: "Why the rule does not hold here."}
)
