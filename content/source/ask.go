package source

// ValueKind is what a key may hold.
type ValueKind string

// Kinds of values.
const (
	AnyValue    ValueKind = "any"  // read by rules of its own
	TextValue   ValueKind = "text" // a string
	IDValue     ValueKind = "id"
	ChoiceValue ValueKind = "choice" // one of some words
	CountValue  ValueKind = "count"  // a whole number, 0 or more
	FlagValue   ValueKind = "flag"   // true or false
	DateValue   ValueKind = "date"
	TextsValue  ValueKind = "texts"
	TextOrTexts ValueKind = "text or texts"
	TableValue  ValueKind = "table"
	TablesValue ValueKind = "tables"
)

// Ask is a key that a reader has asked for: one line of the schema that loading goes by.
type Ask struct {
	File  string // in the content folder
	Table string // the path of the table, "" for the top of a file: "chapter.topic.block"
	Key   string
	Kind  ValueKind
	Must  Need
	Words []string // of a choice
}

// ask tells Reader.Asked that a key is asked for, whether it is there or not.
func (t *Table) ask(key string, kind ValueKind, must Need, words ...string) {
	if t.r.Asked != nil {
		t.r.Asked(Ask{File: t.Node.file.name, Table: t.Node.Path(), Key: key, Kind: kind, Must: must, Words: words})
	}
}
