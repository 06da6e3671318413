package preview

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"strings"

	"rapport/cmd/internal/snapshot"
	"rapport/content"
	"rapport/content/check"
	"rapport/layout"
	"rapport/layout/text"
	"rapport/layout/web"
)

// workshop makes a report again and again. Faces and the shapes of words are kept.
type workshop struct {
	fsys   fs.FS
	year   int
	name   string
	shaper *text.Shaper
	fonts  *web.Fonts
}

func newWorkshop(o Options) workshop {
	return workshop{o.Content, o.Year, o.Name, text.NewShaper(), &web.Fonts{}}
}

// make reads, checks and lays out the report.
func (w *workshop) make(ctx context.Context) (out Result) {
	r, err := content.Load(snapshot.Of(w.fsys), w.year, w.name, layout.Printer())
	if err != nil {
		out.Problems = wrong(err)
		return out
	}
	out.Report = r
	checked := make(chan []check.Finding, 1)
	go func() { checked <- check.Beside(r, check.Warning, check.Note) }()
	var told []Problem
	out.Document, err = layout.Compose(r, layout.Options{Shaper: w.shaper, Context: ctx,
		Warn: func(p content.Problem) { told = append(told, problemOf(p, string(check.Warning))) }})
	out.Problems = append(findingsOf(<-checked), told...)
	if err != nil {
		out.Document = nil
		out.Problems = append(wrong(err), out.Problems...)
	}
	slices.SortStableFunc(out.Problems, func(a, b Problem) int {
		return strings.Compare(a.Severity, b.Severity) // errors first, then by place
	})
	return out
}

// webEdition makes the web edition of a report, without what only readers take.
func (w *workshop) webEdition(r *content.Report) (map[string][]byte, error) {
	e, err := web.Compose(r, web.Options{Shaper: w.shaper, Fonts: w.fonts})
	if err != nil {
		return nil, err
	}
	files := map[string][]byte{}
	for _, f := range e.Files {
		if f.Download {
			continue
		}
		var b bytes.Buffer
		if err := f.Write(&b); err != nil {
			return nil, err
		}
		files[f.Name] = b.Bytes()
	}
	return files, nil
}

// wrong is an error as problems: those in the content, or one without a place.
func wrong(err error) []Problem {
	var problems content.Problems
	if !errors.As(err, &problems) {
		return []Problem{{Severity: string(check.Error), Text: err.Error()}}
	}
	all := make([]Problem, len(problems))
	for i, p := range problems {
		all[i] = problemOf(p, string(check.Error))
	}
	return all
}

// findingsOf are the findings that check prints: all but notes.
func findingsOf(found []check.Finding) (all []Problem) {
	for _, f := range found {
		if f.Severity == check.Note {
			continue
		}
		p := problemOf(check.Problems([]check.Finding{f}, f.Severity)[0], string(f.Severity))
		p.Text, p.Fix = fmt.Sprintf("%s [%s]", f.Data, f.Rule), f.Fix
		all = append(all, p)
	}
	return all
}

func problemOf(p content.Problem, severity string) Problem {
	return Problem{Severity: severity, File: p.Pos.File, Line: p.Pos.Line, Column: p.Pos.Column,
		Words: around(p.Line, p.Pos.Column, p.Width), Text: p.Text, Hint: p.Hint}
}

// mostAround is how many characters are shown on either side of what is wrong.
const mostAround = 80

// around parts a line into what stands before, in and after so many characters from a column.
func around(line string, column, width int) [3]string {
	all := []rune(strings.TrimRight(line, " \t"))
	from := min(max(column-1, 0), len(all))
	to := min(from+max(width, 1), len(all))
	before, after := all[:from], all[to:]
	cut := [3]string{strings.TrimLeft(string(before), " \t"), string(all[from:to]), string(after)}
	if len(before) > mostAround {
		cut[0] = "… " + string(before[len(before)-mostAround:])
	}
	if len(after) > mostAround {
		cut[2] = string(after[:mostAround]) + " …"
	}
	return cut
}
