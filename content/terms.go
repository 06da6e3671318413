package content

// Terms is every fixed word that a report prints by itself, in one language.
type Terms struct {
	Language string

	// Numbering and references.
	Figure, Table string // "Figur", "Tabell"
	Page          string // "side", in a sentence
	Continued     string // "(forts.)", after a repeated heading

	// Contents and running text of pages.
	Contents string // "Innhold"
	InThis   string // "I denne rapporten"
	Chapter  string

	// Colophon.
	Colophon   string // "Kolofon"
	About      string // "Om rapporten"
	Publisher  string
	Series     string
	Date       string
	People     string
	Contact    string
	Thanks     string
	Rights     string
	CiteAs     string // "Slik siterer du rapporten"
	Typography string

	// Surveys.
	Survey, Period, Population, Mode string
	Invited, Answered, ResponseRate  string
	NotAnswered                      string // "Inviterte som ikke svarte"
	EachDot                          string // "Hvert punkt er én person"

	// Counts and shares.
	Answer, Answers    string // head of a column
	AnswersLower       string // "svar" after a number; the singular is AnswerLower
	AnswerLower        string
	NumberOfAnswers    string // "Antall svar"
	TotalAnswers       string // "Svar i alt"
	MultiplePossible   string // "Flere svar mulig"
	FreeText           string // "svar i fritekst"
	NEquals            string // "n ="
	Of                 string // "av"
	Percent            string // "prosent"
	PercentagePoints   string // "prosentpoeng"
	PointsShort        string // "pp."
	Change             string
	Question           string
	QuestionsAnswers   string // "Spørsmål og svar"
	Number             string // "Antall", head of a column
	PercentHead        string // "Prosent", head of a column
	SumLow, SumHigh    string // of a scale
	SumLowHigh         string // "Sum lav/høy"
	Source, Note       string
	NoAnswer           string // "Ubesvart"
	Withheld           string // in words, for a number that may not be published
	InsideMargin       string // of a change: "innenfor feilmarginen"
	NotGiven           string // "–" in a table
	Low, High          string
	Derived            string // note on counts worked back from printed percentages
	Recommendation     string
	Earlier, This, Sum string
	References         string // heading of the list of works

	Forms  Forms
	Months [12]string
	Minus  string // "−"
}

// Forms are the names of the chart forms, as an alternative text begins.
type Forms struct {
	Pie, Donut, HBar, VBar, Likert, Slope, Paired, Change, Dots string
}

// Name is the name of a chart form by its key in TOML, "" for an unknown one.
func (f Forms) Name(form string) string {
	switch form {
	case "pie":
		return f.Pie
	case "donut":
		return f.Donut
	case "hbar":
		return f.HBar
	case "vbar":
		return f.VBar
	case "likert":
		return f.Likert
	case "slope":
		return f.Slope
	case "paired":
		return f.Paired
	case "change":
		return f.Change
	case "dots":
		return f.Dots
	}
	return ""
}

// TermsFor gives the words of a language; an unknown language gets bokmål.
func TermsFor(language string) Terms {
	switch language {
	case "nn":
		return nynorsk()
	case "en":
		return english()
	}
	return bokmaal()
}

func bokmaal() Terms {
	return Terms{
		Language: "nb",
		Figure:   "Figur", Table: "Tabell", Page: "side", Continued: "(forts.)",
		Contents: "Innhold", InThis: "I denne rapporten", Chapter: "Kapittel",
		Colophon: "Kolofon", About: "Om rapporten", Publisher: "Utgiver", Series: "Serie", Date: "Dato",
		People: "Medvirkende", Contact: "Kontakt", Thanks: "Takk", Rights: "Rettigheter",
		CiteAs: "Slik siterer du rapporten", Typography: "Typografi",
		Survey: "Undersøkelse", Period: "Periode", Population: "Utvalg", Mode: "Metode",
		Invited: "Inviterte", Answered: "Svarte", ResponseRate: "Svarprosent",
		NotAnswered: "Inviterte som ikke svarte", EachDot: "Hvert punkt er én person.",
		Answer: "Svar", Answers: "Svar", AnswersLower: "svar", AnswerLower: "svar",
		NumberOfAnswers: "Antall svar", TotalAnswers: "Svar i alt", MultiplePossible: "Flere svar mulig",
		FreeText: "svar i fritekst", NEquals: "n =", Of: "av", Percent: "prosent",
		PercentagePoints: "prosentpoeng", PointsShort: "pp.", Change: "Endring", Question: "Spørsmål",
		QuestionsAnswers: "Spørsmål og svar", Number: "Antall", PercentHead: "Prosent",
		SumLow: "Sum lav", SumHigh: "Sum høy", SumLowHigh: "Sum lav/høy", Source: "Kilde", Note: "Merknad",
		NoAnswer: "Ubesvart", Withheld: "holdt tilbake", InsideMargin: "innenfor feilmarginen", NotGiven: "–", Low: "lav", High: "høy",
		Derived:        "Antallene er regnet tilbake fra trykte prosenttall.",
		Recommendation: "Anbefaling", Earlier: "Tidligere", This: "Nå", Sum: "Sum", References: "Referanser",
		Forms: Forms{Pie: "Kakediagram", Donut: "Smultringdiagram", HBar: "Liggende søyler", VBar: "Stående søyler",
			Likert: "Stablet søylediagram", Slope: "Stigningsdiagram", Paired: "Parvise søyler",
			Change: "Endringsliste", Dots: "Prikkdiagram"},
		Months: [12]string{"januar", "februar", "mars", "april", "mai", "juni", "juli", "august",
			"september", "oktober", "november", "desember"},
		Minus: trueMinus,
	}
}

func nynorsk() Terms {
	t := bokmaal()
	t.Language = "nn"
	t.Continued = "(framh.)"
	t.Contents, t.InThis = "Innhald", "I denne rapporten"
	t.Publisher, t.People, t.Rights = "Utgjevar", "Medverkande", "Rettar"
	t.CiteAs = "Slik siterer du rapporten"
	t.Survey, t.Population = "Undersøking", "Utval"
	t.NotAnswered, t.EachDot = "Inviterte som ikkje svarte", "Kvart punkt er éin person."
	t.NumberOfAnswers, t.TotalAnswers, t.MultiplePossible = "Talet på svar", "Svar i alt", "Fleire svar mogleg"
	t.PercentagePoints = "prosentpoeng"
	t.QuestionsAnswers, t.Number = "Spørsmål og svar", "Tal"
	t.SumHigh, t.SumLow, t.SumLowHigh, t.Low, t.High = "Sum høg", "Sum låg", "Sum låg/høg", "låg", "høg"
	t.Source, t.Note, t.NoAnswer = "Kjelde", "Merknad", "Ikkje svart"
	t.Withheld, t.InsideMargin = "halde tilbake", "innanfor feilmarginen"
	t.Derived = "Tala er rekna tilbake frå trykte prosenttal."
	t.Recommendation, t.Earlier, t.This = "Tilråding", "Tidlegare", "No"
	t.References = "Referansar"
	t.Forms = Forms{Pie: "Kakediagram", Donut: "Smultringdiagram", HBar: "Liggjande søyler", VBar: "Ståande søyler",
		Likert: "Stabla søylediagram", Slope: "Stigingsdiagram", Paired: "Parvise søyler",
		Change: "Endringsliste", Dots: "Prikkdiagram"}
	return t
}

func english() Terms {
	return Terms{
		Language: "en",
		Figure:   "Figure", Table: "Table", Page: "page", Continued: "(continued)",
		Contents: "Contents", InThis: "In this report", Chapter: "Chapter",
		Colophon: "Colophon", About: "About this report", Publisher: "Publisher", Series: "Series", Date: "Date",
		People: "Contributors", Contact: "Contact", Thanks: "Thanks", Rights: "Rights",
		CiteAs: "How to cite this report", Typography: "Typography",
		Survey: "Survey", Period: "Period", Population: "Population", Mode: "Method",
		Invited: "Invited", Answered: "Answered", ResponseRate: "Response rate",
		NotAnswered: "Invited who did not answer", EachDot: "Each dot is one person.",
		Answer: "Answer", Answers: "Answers", AnswersLower: "answers", AnswerLower: "answer",
		NumberOfAnswers: "Number of answers", TotalAnswers: "Answers in all", MultiplePossible: "Several answers possible",
		FreeText: "free-text answers", NEquals: "n =", Of: "of", Percent: "per cent",
		PercentagePoints: "percentage points", PointsShort: "pp", Change: "Change", Question: "Question",
		QuestionsAnswers: "Questions and answers", Number: "Number", PercentHead: "Per cent",
		SumLow: "Sum low", SumHigh: "Sum high", SumLowHigh: "Sum low/high", Source: "Source", Note: "Note",
		NoAnswer: "No answer", Withheld: "withheld", InsideMargin: "within the margin of error", NotGiven: "–", Low: "low", High: "high",
		Derived:        "Counts were worked back from printed percentages.",
		Recommendation: "Recommendation", Earlier: "Earlier", This: "Now", Sum: "Sum", References: "References",
		Forms: Forms{Pie: "Pie chart", Donut: "Donut chart", HBar: "Horizontal bars", VBar: "Vertical bars",
			Likert: "Stacked bar chart", Slope: "Slope chart", Paired: "Paired bars",
			Change: "Change list", Dots: "Dot chart"},
		Months: [12]string{"January", "February", "March", "April", "May", "June", "July", "August",
			"September", "October", "November", "December"},
		Minus: trueMinus,
	}
}

// Locale is the way of writing numbers that goes with the words.
func (t Terms) Locale() Locale { return Locale(t.Language) }

// N is "n = 62", held together.
func (t Terms) N(n int) string { return "n" + noBreakSpace + "=" + noBreakSpace + t.Locale().Int(n) }

// FigureNumber is "Figur 3", held together.
func (t Terms) FigureNumber(n int) string { return t.Figure + noBreakSpace + t.Locale().Int(n) }

// TableNumber is "Tabell 3", held together.
func (t Terms) TableNumber(n int) string { return t.Table + noBreakSpace + t.Locale().Int(n) }

// ShareOfAnswers is "31 av 62 svar", as under a key figure.
func (t Terms) ShareOfAnswers(part, whole int) string {
	return t.Locale().Share(part, whole) + noBreakSpace + t.answers(whole)
}

// CountOfAnswers is "62 svar".
func (t Terms) CountOfAnswers(n int) string { return t.Locale().Int(n) + noBreakSpace + t.answers(n) }

func (t Terms) answers(n int) string {
	if n == 1 {
		return t.AnswerLower
	}
	return t.AnswersLower
}
