// Package renew writes what an export says as survey.toml, and brings one that an author has edited up
// to date in place: only counts change, and answers and questions that are new are added. All else
// stays as it is, to the byte.
//
// [File] writes a new file, [Known] reads what an edited one has, and [Update] renews it. Comments come
// from the caller, who knows the author's language.
package renew

import (
	"bytes"
	"fmt"
	"strings"

	"rapport/content/intake"
	"rapport/content/language"
	"rapport/content/source"
)

// Head is what stands in [survey].
type Head struct {
	ID    string
	Title string
	Year  int
}

// Comments are lines that are written as comments, without their #.
type Comments struct {
	Top      []string                          // at the beginning of the file
	Survey   []string                          // at the end of [survey]
	Question func(q *intake.Question) []string // in a figure
}

// File is a new survey.toml.
func File(h Head, s *intake.Survey, c Comments) []byte {
	var w bytes.Buffer
	w.WriteString("#:schema ../../.rapport/survey.schema.json\n")
	comment(&w, c.Top, "\n")
	fmt.Fprintf(&w, "\n[survey]\nid = %s\ntitle = %s\nyear = %d\nanswered = %d\n", source.BasicString(h.ID), source.BasicString(h.Title), h.Year,
		s.Answered)
	comment(&w, c.Survey, "\n")
	for _, q := range s.Questions {
		if writable(q) {
			w.WriteString(figure(q, c, "\n"))
		}
	}
	return w.Bytes()
}

// writable says whether a question can be a figure: one without answers cannot.
func writable(q *intake.Question) bool { return q.Kind == intake.Open || len(q.Answers) > 0 }

func comment(w *bytes.Buffer, lines []string, end string) {
	for _, l := range lines {
		w.WriteString(strings.TrimRight("# "+l, " ") + end)
	}
}

// figure is a question as a [[figure]], with an empty line before it.
func figure(q *intake.Question, c Comments, end string) string {
	var w bytes.Buffer
	line := func(format string, args ...any) { fmt.Fprintf(&w, format+end, args...) }
	line("")
	line("[[figure]]")
	if c.Question != nil {
		comment(&w, c.Question(q), end)
	}
	line("id = %s", source.BasicString(q.ID))
	line("question = %s", source.BasicString(q.Text))
	if q.Title != "" {
		line("title = %s", source.BasicString(q.Title))
	}
	line("kind = %s", source.BasicString(string(q.Kind)))
	if q.Ordered && q.Kind == intake.Single {
		line("ordered = true")
	}
	if f := q.Follows; f != nil {
		line("follows = { figure = %s, answer = %s }", source.BasicString(f.Question.ID), list(f.Answers))
	}
	if q.Kind == intake.Open {
		line("responses = %d", q.Replies)
		return w.String()
	}
	if q.Missing > 0 {
		line("missing = %d", q.Missing)
	}
	if rest := residual(q); len(rest) > 0 {
		line("residual = [%s]", strings.Join(rest, ", "))
	}
	line("[figure.answers]")
	for _, a := range q.Answers {
		line("%s = %d", source.BasicString(a.Label), a.Count)
	}
	return w.String()
}

// residual are the residual answers in quotes, nothing when the reader of the file knows them all by
// itself.
func residual(q *intake.Question) (out []string) {
	all := true
	for _, a := range q.Answers {
		if a.Residual {
			out = append(out, source.BasicString(a.Label))
			all = all && language.ReplyOf(a.Label) == language.DontKnow
		}
	}
	if all {
		return nil
	}
	return out
}

func list(answers []string) string {
	if len(answers) == 1 {
		return source.BasicString(answers[0])
	}
	var out []string
	for _, a := range answers {
		out = append(out, source.BasicString(a))
	}
	return "[" + strings.Join(out, ", ") + "]"
}
