package check

import (
	"encoding/json"
	"fmt"
	"io"

	"rapport/content"
)

// Print writes findings as a compiler does: file:line:column, how grave it is, the words, what the data
// say and the rule; the source line with carets; the repair. Paths begin with dir.
func Print(w io.Writer, findings []Finding, dir string) error {
	problems := make(content.Problems, 0, len(findings))
	for _, f := range findings {
		p := content.Problem{Pos: f.Pos, Width: f.Width, Line: f.Line, Hint: f.Repair,
			Text: fmt.Sprintf("%s: %q: %s [%s]", f.Severity, f.Words, f.Data, f.Rule)}
		p.Pos.File = dir + p.Pos.File
		problems = append(problems, p)
	}
	return problems.Format(w)
}

// JSON writes findings as a list of objects: file, line, column, width, rule, severity, words, data, repair.
func JSON(w io.Writer, findings []Finding, dir string) error {
	type place struct {
		File   string `json:"file"`
		Line   int    `json:"line"`
		Column int    `json:"column"`
		Finding
	}
	list := make([]place, 0, len(findings))
	for _, f := range findings {
		list = append(list, place{dir + f.Pos.File, f.Pos.Line, f.Pos.Column, f})
	}
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(list)
}

// Count is how many findings of each severity there are.
func Count(findings []Finding) (errors, warnings, notes int) {
	for _, f := range findings {
		switch f.Severity {
		case Error:
			errors++
		case Warning:
			warnings++
		default:
			notes++
		}
	}
	return errors, warnings, notes
}
