package language

// bokmål is Norwegian bokmål.
func bokmål() Language {
	return Language{
		Code: "nb",
		Terms: Terms{
			Figure: "Figur", Table: "Tabell", Page: "side", Continued: "(forts.)",
			Contents: "Innhold", InThis: "I denne rapporten", Chapter: "Kapittel",
			Colophon: "Kolofon", About: "Om rapporten", Publisher: "Utgiver", Series: "Serie",
			People: "Medvirkende", Contact: "Kontakt", Thanks: "Takk", Rights: "Rettigheter",
			CiteAs: "Slik siterer du rapporten", Typography: "Typografi", References: "Referanser",
			Faces:  "Satt med %s og %s.",
			Answer: "Svar", Answers: "Svar", AnswerAfter: "svar", AnswersAfter: "svar",
			InvitedAfter: "inviterte", NumberOfAnswers: "Antall svar", TotalAnswers: "Svar i alt",
			MultiplePossible: "Flere svar mulig", FreeText: "svar i fritekst", NEquals: "n =",
			Of: "av", Percent: "prosent", PercentagePoints: "prosentpoeng", PointsShort: "pp.",
			Change: "Endring", Question: "Spørsmål", QuestionsAnswers: "Spørsmål og svar",
			Number: "Antall", PercentHead: "Prosent",
			SumLow: "Sum lav", SumHigh: "Sum høy", Sum: "Sum",
			NoAnswer: "Ubesvart", NotAnswered: "Inviterte som ikke svarte",
			Withheld: "holdt tilbake", InsideMargin: "innenfor feilmarginen", NotGiven: "–",
			Attached:  "Tallene i alle figurer og tabeller",
			Responded: "svarte på undersøkelsen.",
			Earlier:   "I %d: %s.",
			NoEarlier: "Uten tidligere tall: %s.",
			Dot:       "Hvert punkt er %s personer.",
			Likert:    "Andel i prosent. Summene i margen legger sammen de lave og de høye trinnene.",
			Changes:   "Hul prikk er %d, fylt prikk er %d. Prosent og endring i prosentpoeng.",
			Paired:    "Omriss er %d, fylt søyle er %d.",
			Private: "Tall under %s, og tall som kunne røpet dem, er holdt tilbake av hensyn " +
				"til personvernet.",
			Forms: Forms{
				"pie": "Kakediagram", "donut": "Smultringdiagram", "hbar": "Liggende søyler",
				"vbar": "Stående søyler", "likert": "Stablet søylediagram",
				"slope": "Stigningsdiagram", "paired": "Parvise søyler",
				"change": "Endringsliste", "dots": "Prikkdiagram",
			},
		},
		Numbers: norwegianNumbers(),
		Numerals: Numerals{
			Low: [20]string{"ingen", "én", "to", "tre", "fire", "fem", "seks", "sju", "åtte", "ni",
				"ti", "elleve", "tolv", "tretten", "fjorten", "femten", "seksten", "sytten", "atten",
				"nitten"},
			Tens: [10]string{2: "tjue", "tretti", "førti", "femti", "seksti", "sytti", "åtti",
				"nitti"},
			OneJoined: "en", Hundred: "hundre", Thousand: "tusen", One: "ett", And: " og ",
		},
		Months:   norwegianMonths(),
		DayDot:   ".",
		Citation: norwegianCitation(),
		Alphabet: norwegianAlphabet(),
	}
}

// norwegianNumbers is how both written languages of Norway write numbers.
func norwegianNumbers() Numbers { return Numbers{Mark: ",", Thousands: NoBreakSpace} }

func norwegianMonths() [12]string {
	return [12]string{"januar", "februar", "mars", "april", "mai", "juni", "juli", "august",
		"september", "oktober", "november", "desember"}
}

func norwegianCitation() Citation {
	return Citation{And: "og", AndOthers: "mfl.", NoDate: "u.å.", Pages: "s."}
}

// norwegianAlphabet has æ, ø and å, with their Swedish and German kin and with aa, after z
// (Språkrådet, "Alfabetisering").
func norwegianAlphabet() Alphabet {
	return Alphabet{
		After: []string{"æä", "øö", "å"}, Pairs: map[string]string{"aa": "å"},
		Like: map[rune]string{'ü': "y"},
	}
}
