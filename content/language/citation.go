package language

// Citation is how a language cites (the American Psychological Association's manual, 7th edition,
// and its Norwegian use).
type Citation struct {
	And       string // between two authors in a sentence
	AndOthers string // for the third author and those after
	NoDate    string // for the year of a work without one
	Pages     string // before page numbers: "s."
	ListComma string // before the & of a list of authors: "," in English
}
