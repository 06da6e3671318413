package schema

var importFile = &Object{Keys: []Key{
	{Name: "ignore", Kind: TextOrTexts, Example: []string{"Avdelingskode", "F"},
		NB: "Kolonner som ikke skal leses: overskriften, eller bokstaven i regnearket.",
		EN: "Columns that are not read: the head, or the letter in the spreadsheet."},
	{Name: "question", Kind: Tables, Of: anInstruction, NB: "Et spørsmål som skal leses på en bestemt måte.",
		EN: "A question that is read in a certain way."},
}}

var anInstruction = &Object{Keys: []Key{
	{Name: "id", Kind: ID, Must: true, Example: "transport",
		NB: "Navnet på spørsmålet i survey.toml.", EN: "The name of the question in survey.toml."},
	{Name: "columns", Kind: TextOrTexts, Example: []string{"C", "D", "E"},
		NB: "Kolonnene som hører til: overskriftene, eller bokstavene i regnearket. Flere kolonner er flere svar " +
			"på samme spørsmål.",
		EN: "The columns that belong to it: their heads, or letters in the spreadsheet. Several columns are " +
			"several answers to one question."},
	{Name: "kind", Kind: Choice, Words: []string{"single", "multiple", "scale", "open", "number", "date"},
		NB: "single: ett svar. multiple: flere svar. scale: trinn på en skala. open: fritekst, bare antallet tas med. " +
			"number: tall som deles i grupper. date: datoer som deles i år.",
		EN: "single: one answer. multiple: several. scale: steps of a scale. open: free text, only counted. number: " +
			"numbers in bands. date: dates in bands of years."},
	{Name: "order", Kind: Texts, Example: []string{"Aldri", "Av og til", "Ofte"},
		NB: "Svarene i den rekkefølgen de skal stå, også de ingen valgte. Andre svar telles sammen som «Annet».",
		EN: "The answers in their order, with those that nobody gave. Others are counted together as “Other”."},
	{Name: "ignore", Kind: Flag, Default: false, NB: "Spørsmålet skal ikke være med.",
		EN: "The question is left out."},
	{Name: "rename", Kind: Table, Of: &Object{Keys: []Key{{Name: "*", Must: true,
		NB: "Hva svaret skal hete.", EN: "What the answer is to be called."}}},
		NB: "Svar i eksporten = hva det skal hete. To svar med samme nye navn telles sammen.",
		EN: "Answer in the export = what it is to be called. Two with the same new name are counted together."},
}}
