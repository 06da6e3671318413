package intake

import (
	"strings"

	"rapport/content/intake/table"
)

// Codebook says what the codes of an export mean, as Nettskjema writes it: a row an answer, with the
// code and the text of the question and of the answer.
type Codebook struct {
	questions map[string]string   // text by code
	answers   map[string][]answer // by code of the question, in their order
}

// answer is an answer of the codebook.
type answer struct{ code, text string }

// codebookHeads are the heads of a codebook's columns.
var codebookHeads = map[string][]string{
	"question":   {"element_code", "question_code", "spørsmålskode", "spørsmål kode", "kode", "variabel", "variable", "variable name", "code"},
	"text":       {"element_text", "question_text", "question", "spørsmål", "spørsmålstekst", "variabeltekst", "variable label", "tekst", "text"},
	"sub":        {"subelement_code", "underspørsmålskode", "radkode"},
	"subtext":    {"subelement_text", "underspørsmål", "radtekst"},
	"answer":     {"answer_code", "svarkode", "svaralternativkode", "verdi", "value", "answer code"},
	"answertext": {"answer_text", "svar", "svaralternativ", "svartekst", "verditekst", "value label", "label", "answer"},
}

// ReadCodebook reads a codebook. A table that has no column of codes is none: ok is false.
func ReadCodebook(t *table.Table) (c Codebook, ok bool, err error) {
	rows, err := t.Rows()
	if err != nil {
		return c, false, err
	}
	defer rows.Close()
	c = Codebook{map[string]string{}, map[string][]answer{}}
	at := map[string]int{}
	for first := true; rows.Next(); first = false {
		cells := cleaned(rows.Cells())
		if first {
			at = columnsOf(cells)
			continue
		}
		get := func(what string) string {
			if i, ok := at[what]; ok && i < len(cells) {
				return cells[i]
			}
			return ""
		}
		c.add(get)
	}
	_, hasQuestion := at["question"]
	_, hasAnswer := at["answer"]
	_, hasText := at["text"]
	return c, hasQuestion && (hasAnswer || hasText), rows.Err()
}

// columnsOf finds the columns of a codebook by its head.
func columnsOf(head []string) map[string]int {
	at := map[string]int{}
	for what, names := range codebookHeads {
		for _, name := range names {
			for i, cell := range head {
				if _, ok := at[what]; !ok && strings.EqualFold(cell, name) {
					at[what] = i
				}
			}
		}
	}
	return at
}

func (c *Codebook) add(get func(string) string) {
	code, text := get("question"), get("text")
	if code == "" {
		return
	}
	if text != "" {
		c.questions[code] = text
	}
	if sub := get("sub"); sub != "" {
		code += "." + sub
		if t := get("subtext"); t != "" {
			c.questions[code] = t
		}
	}
	if a := (answer{get("answer"), get("answertext")}); a.code != "" && a.text != "" {
		c.answers[code] = append(c.answers[code], a)
	}
}

// text is what an answer's code means.
func (c Codebook) text(question, code string) (string, bool) {
	for _, a := range c.answers[question] {
		if strings.EqualFold(a.code, code) {
			return a.text, true
		}
	}
	return "", false
}

// Decode puts the texts of a codebook in place of codes, in heads and in answers.
func (d *Dataset) Decode(c Codebook) {
	for i := range d.fields {
		f := &d.fields[i]
		f.decode(c)
	}
}

func (f *field) decode(c Codebook) {
	code := f.head
	whole, isQuestion := c.questions[code]
	switch {
	case isQuestion && f.option == "":
		f.question = whole
	case c.questions[f.question] != "":
		code = f.question
		f.question = c.questions[code]
		if text, ok := c.text(code, f.option); ok { // a column of one answer
			f.option = text
			return
		}
		if text := c.questions[code+"."+f.option]; text != "" { // a statement
			code, f.option = code+"."+f.option, text
		}
	}
	answers := c.answers[code]
	if len(answers) == 0 {
		answers = c.answers[strings.TrimSuffix(code, "."+lastPart(code))]
	}
	if len(answers) == 0 || f.over {
		return
	}
	f.coded = true
	texts := map[string]string{}
	for _, a := range answers {
		texts[strings.ToLower(a.code)] = a.text
		f.order = append(f.order, a.text)
	}
	for i, v := range f.values {
		if t, ok := texts[strings.ToLower(v)]; ok && i > 0 {
			f.values[i] = t
		}
	}
}

func lastPart(code string) string { return code[strings.LastIndexByte(code, '.')+1:] }
