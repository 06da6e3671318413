package check

import (
	"fmt"
	"io"
	"slices"

	"rapport/content"
)

// Problems are findings of some severities as problems of the content, which is how a build tells
// them.
func Problems(findings []Finding, severities ...Severity) content.Problems {
	var problems content.Problems
	for _, f := range findings {
		if slices.Contains(severities, f.Severity) {
			problems = append(
				problems,
				content.Problem{Pos: f.Pos, Width: f.Width, Line: f.Line, Hint: f.hint(),
					Text: fmt.Sprintf("%s: %q: %s [%s]", f.Severity, f.Words, f.Data, f.Rule)},
			)
		}
	}
	return problems
}

// Print writes findings as a compiler does: file:line:column, how grave it is, the words, what the
// data say and the rule; the source line with carets; the repair. Paths begin with dir.
func Print(w io.Writer, findings []Finding, dir string) error {
	problems := Problems(findings, Error, Warning, Note)
	for i := range problems {
		problems[i].Pos.File = dir + problems[i].Pos.File
	}
	return problems.Format(w)
}

// JSON writes findings as a list of objects: file, line, column, width, rule, severity, words,
// data, repair, fix (the placeholder to put in place of the words) and reads (the sentence then).
func JSON(w io.Writer, findings []Finding, dir string) error {
	type placed struct {
		place
		Finding
	}
	list := make([]placed, 0, len(findings))
	for _, f := range findings {
		list = append(list, placed{placeOf(f.Pos, dir), f})
	}
	return writeJSON(w, list)
}

// place is a position as JSON has it.
type place struct {
	File   string `json:"file"`
	Line   int    `json:"line"`
	Column int    `json:"column"`
}

func placeOf(p content.Pos, dir string) place { return place{dir + p.File, p.Line, p.Column} }

// hint is the repair, with the sentence as it would then read.
func (f Finding) hint() string {
	if f.Reads == "" {
		return f.Repair
	}
	return f.Repair + ": " + f.Reads
}

// Merge is the findings of several reports by place. What reports that share a survey find in it is
// told once.
func Merge(findings []Finding) []Finding {
	out := slices.Clone(findings)
	slices.SortStableFunc(out, byPlace)
	return slices.CompactFunc(out, sameFinding)
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
