package language

// nynorsk is Norwegian nynorsk.
func nynorsk() Language {
	return Language{
		Code: "nn",
		Terms: Terms{
			Figure: "Figur", Table: "Tabell", Page: "side", Continued: "(framh.)",
			Contents: "Innhald", InThis: "I denne rapporten", Chapter: "Kapittel",
			More:     "og %d til",
			Colophon: "Kolofon", About: "Om rapporten", Publisher: "Utgjevar", Series: "Serie",
			People: "Medverkande", Contact: "Kontakt", Thanks: "Takk", Rights: "Rettar",
			CiteAs: "Slik siterer du rapporten", Typography: "Typografi", References: "Referansar",
			Faces:  "Sett med %s og %s.",
			Answer: "Svar", Answers: "Svar", AnswerAfter: "svar", AnswersAfter: "svar",
			InvitedAfter: "inviterte", NumberOfAnswers: "Talet på svar", TotalAnswers: "Svar i alt",
			MultiplePossible: "Fleire svar mogleg", FreeText: "svar i fritekst", NEquals: "n =",
			Of: "av", Percent: "prosent", PercentagePoints: "prosentpoeng", PointsShort: "pp.",
			Change: "Endring", Question: "Spørsmål", QuestionsAnswers: "Spørsmål og svar",
			Number: "Tal", PercentHead: "Prosent",
			SumLow: "Sum låg", SumHigh: "Sum høg", Sum: "Sum",
			NoAnswer: "Ikkje svart", NotAnswered: "Inviterte som ikkje svarte",
			Withheld: "halde tilbake", InsideMargin: "innanfor feilmarginen", NotGiven: "–",
			Attached:       "Tala i alle figurar og tabellar",
			AttachedSheets: "Tala i alle figurar og tabellar, som rekneark",
			Source:         "Kjelde",
			Responded:      "svarte på undersøkinga.",
			Earlier:        "I %d: %s.",
			NoEarlier:      "Utan tidlegare tal: %s.",
			Findings:       "Hovudfunn",
			Rise:           "Opp frå %s, større enn feilmarginen.",
			Fall:           "Ned frå %s, større enn feilmarginen.",
			InEarlier:      "i %d",
			Unchanged:      "Som i %d (%s).",
			MaybeChance:    "Skilnaden er innanfor feilmarginen.",
			NewQuestion:    "Ikkje spurt før.",
			NotComparable:  "Kan ikkje samanliknast med tidlegare år.",
			Dot:            "Kvart punkt er %s personar.",
			Person:         "Éin prikk er éin person.",
			Filled:         "Fylt prikk: %d.",
			Hollow:         "Hol prikk: %d.",
			Band:           "Stripa viser uvissa (95\u00a0%).",
			Field:          "Det bleike feltet rundt ei linje viser uvissa (95\u00a0%).",
			NotMeasured:    "Ikkje målt: %s.",
			Group:          "Gruppe", All: "Alle", Groups: "Grupper:", Or: " eller ", Quote: "«%s»",
			ShareOf:       "Del som svara %s",
			ShareWho:      "Del som %s",
			SmallGroup:    "* Under %s svar, les med varsemd.",
			Overlapping:   "Éin person kan vere i fleire grupper.",
			OfEach:        "Prosent av kvar gruppe.",
			Reach:         "Streken viser uvissa (95\u00a0%).",
			RedGroup:      "Raudt: gruppa skil seg frå alle meir enn uvissa tilseier.",
			MarkedGroup:   "Framheva: gruppa skil seg frå alle meir enn uvissa tilseier.",
			RedChange:     "Raudt: endringa er større enn feilmarginen.",
			MarkedChange:  "Framheva: endringa er større enn feilmarginen.",
			OutsideMargin: "større enn feilmarginen",
			ShareYes:      "Del som svara ja",
			ShareHead:     "Del",
			Edition:       "Utgåve", ForGroup: "%s (%s svar), vist ved sida av alle",
			YesAnswers: "Ja-svar",
			Likert:     "Del i prosent.",
			LikertSums: "Summane i margen legg saman dei låge og dei høge trinna.",
			Tried:      "%s av %s samanlikningar er utanfor feilmarginen.",
			ByChance:   "Ved reine tilfelle ville om lag %s vore det.",
			Seldom:     "Ved reine tilfelle ville færre enn %s vore det.",
			NoneChanged: "Ingen av %s samanlikningar er utanfor feilmarginen. Endringane " +
				"kan vere tilfeldige.",
			ChangedHead: "Endra", MayBeChance: "Kan vere tilfeldig",
			SomeInside:  "Av %s endringar innanfor feilmarginen er dei %s største viste.",
			NoTile:      "–\u00a0Ikkje blant svara",
			SomeOptions: "Berre nokre av svaralternativa er viste.",
			Changes:     "Hol prikk er %d, fylt prikk er %d. Prosent og endring i prosentpoeng.",
			Paired:      "Omriss er %d, fylt søyle er %d.",
			Private: "Tal under %s, og tal som kunne røpt dei, er haldne tilbake av omsyn " +
				"til personvernet.",
			Forms: Forms{
				"pie": "Kakediagram", "donut": "Smultringdiagram", "hbar": "Liggjande søyler",
				"vbar": "Ståande søyler", "likert": "Stabla søylediagram",
				"slope": "Stigingsdiagram", "paired": "Parvise søyler",
				"change": "Endringsliste", "dots": "Prikkdiagram",
				"tilemap":   "Rutekart",
				"dotcols":   "Prikksøyler",
				"series":    "Linjediagram",
				"battery":   "Prikkrader",
				"multiples": "Små søyler",
				"dotplot":   "Prikkplott",
				"stacked":   "Stabla rader",
				"heat":      "Varmetabell",
			},
			Web: nynorskWeb(),
		},
		Numbers: norwegianNumbers(),
		Numerals: Numerals{
			Low: [20]string{"ingen", "éin", "to", "tre", "fire", "fem", "seks", "sju", "åtte", "ni",
				"ti", "elleve", "tolv", "tretten", "fjorten", "femten", "seksten", "sytten",
				"atten", "nitten"},
			Tens: [10]string{2: "tjue", "tretti", "førti", "femti", "seksti", "sytti", "åtti",
				"nitti"},
			OneJoined: "ein", Hundred: "hundre", Thousand: "tusen", One: "eitt", And: " og ",
		},
		Months:   norwegianMonths(),
		DayDot:   ".",
		Citation: norwegianCitation(),
		Alphabet: norwegianAlphabet(),
		Lexicon:  nynorskLexicon(),
	}
}

// nynorskLexicon is the common lexicon with what nynorsk alone has.
func nynorskLexicon() Lexicon {
	l := norwegianLexicon()
	l.Counting.Numerals["éi"] = 1
	l.Changes.Up += ", voks, vakse, har auka, gjekk fram, gått fram"
	l.Changes.Down += ", sokk, sokke, søkk, minkar, gjekk attende, gått attende, har minka"
	l.Changes.Same += ", uendra, jamstor"
	l.Claims.Majority += ", fleirparten, dei aller fleste, storparten"
	l.Claims.Most += ", mest vanleg, vanlegaste, mest populært"
	l.Claims.Least += ", minst vanleg, sjeldnaste, minst populært"
	l.Claims.AsMany += ", like mange, like mykje"
	l.Counted.Verbs += " kjem trivst brukar nyttar nytta seier meiner ynskjer ynskte opplevde fekk"
	l.Counted.People += " vitjande lesarar elevar studentar bebuarar foreldre føresette"
	l.Hedges.Nearly += ", nesten, så godt som, snautt, like i underkant av"
	l.Hedges.Above += ", godt over, litt meir enn, drygt, vel"
	l.Hedges.About += ", om lag, kring, ikring, rundt rekna"
	l.Polls.Rest += ", dei andre, dei attverande"
	return l
}
