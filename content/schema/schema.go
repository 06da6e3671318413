// Package schema is the list of all keys that an author may write: what each holds, and what it is for,
// in Norwegian and English. Editors complete and explain keys by the JSON Schemas made of it (draft
// 07, which Taplo and Even Better TOML read); a test in package content holds it to the keys that
// loading asks for, in both directions.
package schema

// Kind is what a key holds.
type Kind uint8

// Kinds of values.
const (
	Text         Kind = iota // a string
	ID                       // small letters, digits, underscores and hyphens
	Choice                   // one of some words
	Count                    // a whole number, 0 or more
	Number                   // with or without decimals
	Flag                     // true or false
	Date                     // a day
	Texts                    // a list of strings
	TextOrTexts              // one string, or a list of them
	Inks                     // four per cents: cyan, magenta, yellow, black
	Table                    // of the keys of an Object
	Tables                   // a list of them
	WordOrTables             // a list of tables, or one of some words
)

// Key is one key of a table.
type Key struct {
	Name    string // "*" stands for keys that the author makes up, like the names of answers
	Kind    Kind
	Must    bool     // every such table has it
	Of      *Object  // what a Table and Tables hold
	Words   []string // of a Choice and a WordOrTables
	NB, EN  string   // what it is for, a sentence or two
	Default any      // what holds when it is left out; nil when nothing does
	Example any      // a value as JSON writes it; nil mostly
}

// Object is a table and its keys.
type Object struct {
	Keys []Key
	// Which says that one of several keys says what the table is, so that none of them must be there.
	Which bool
}

// Document is a kind of file.
type Document struct {
	Name   string // "survey", "report", "mail", "import" or "brand"
	Top    *Object
	NB, EN string
}

// Documents are all kinds of files, in the order of an author's work.
func Documents() []Document {
	return []Document{
		{Name: "survey", Top: surveyFile, NB: "En undersøkelse: survey.toml",
			EN: "A survey: survey.toml"},
		{Name: "report", Top: reportFile, NB: "En rapport: filene i mappen til rapporten",
			EN: "A report: the files in its folder"},
		{Name: "mail", Top: mailFile, NB: "Meldingen som en rapport sendes med: mail.toml",
			EN: "The message that a report is sent with: mail.toml"},
		{Name: "import", Top: importFile, NB: "Hvordan en eksport fra et skjemaverktøy blir en undersøkelse: import.toml",
			EN: "How an export of a survey tool becomes a survey: import.toml"},
		{Name: "brand", Top: brandFile, NB: "Utgiverens farger, skrifter og logo: en fil i brands",
			EN: "A publisher's colours, faces and logo: a file in brands"},
	}
}
