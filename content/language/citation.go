package language

// Citation is how a language cites (the American Psychological Association's manual, 7th edition,
// and its Norwegian use).
type Citation struct {
	And       string // between two authors in a sentence
	AndOthers string // for the third author and those after
	NoDate    string // for the year of a work without one
	Pages     string // before page numbers: "s."
	ListComma string // before the & of a list of authors: "," in English
	Names     Names
}

// Names is how the names of people and organisations are told apart and taken apart. All words
// stand in small letters and without a full stop at their end.
type Names struct {
	Organisations Words // that make a name an organisation's: "direktoratet", "university"
	Titles        Words // before or after a person's name, which a citation leaves out: "dr"
	Suffixes      Words // after a family name, which a citation keeps: "jr"
	Particles     Words // before a family name, of which they are a part: "van"
	Capitals      Words // those of them that are no given names, and so may have a capital
}

// commonParticles stand before family names in all languages.
const commonParticles = `von van de der den det di da dos das du del della dei af zu zur zum ten ter
	te la le les el al bin ibn ben abu y`

// commonCapitals are particles that are part of the family name with a capital too.
const commonCapitals = "von van de der den di da dos das du del della la le"

// commonSuffixes tell people of one name apart in all languages.
const commonSuffixes = "jr sr jun ii iii iv"
