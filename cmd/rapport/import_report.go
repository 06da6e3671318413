package main

import (
	"fmt"
	"io"
	"os"
	"strings"
	"unicode/utf8"

	"rapport/content/intake"
	"rapport/content/intake/renew"
)

// report tells how each column was read, and why.
func (i *importing) report(w io.Writer, s *intake.Survey) {
	fmt.Fprintln(w, i.say("answered", tool(s, i.say("a table")), s.Answered))
	rows := [][]string{{i.say("column"), i.say("question"), i.say("kind"), i.say("answers"), i.say("base"), i.say("how")}}
	for _, q := range s.Questions {
		kind := i.say("kind " + string(q.Kind))
		if q.Ordered {
			kind += ", " + i.say("ordered")
		}
		answers := ""
		if q.Kind != intake.Open {
			answers = fmt.Sprint(len(q.Answers))
		}
		rows = append(rows, []string{columns(q), q.ID, kind, answers,
			i.say("of", q.Replies, q.Asked(s.Answered)), strings.Join(i.notes(q), " ")})
	}
	aligned(w, rows)
	if len(s.Unused) > 0 {
		fmt.Fprintf(w, "\n%s\n", i.say("unused"))
		rows = nil
		for _, u := range s.Unused {
			rows = append(rows, []string{letter(u.At.String()), shortened(u.Head, 40), i.say("why " + string(u.Why))})
		}
		aligned(w, rows)
	}
	if len(s.Notes) > 0 {
		fmt.Fprintln(w)
		for _, n := range s.Notes {
			fmt.Fprintln(w, i.note(n))
		}
	}
}

// columns are the letters of a question's columns: C, C–F, or C, F.
func columns(q *intake.Question) string {
	first, last := q.Columns[0], q.Columns[len(q.Columns)-1]
	if len(q.Columns) == 1 {
		return letter(first.String())
	}
	if last.Column-first.Column == len(q.Columns)-1 {
		return letter(first.String()) + "–" + letter(last.String())
	}
	var all []string
	for _, c := range q.Columns {
		all = append(all, letter(c.String()))
	}
	return strings.Join(all, ", ")
}

// letter is the column of a place.
func letter(place string) string { return strings.TrimRight(place, "0123456789") }

func shortened(s string, most int) string {
	if r := []rune(s); len(r) > most {
		return strings.TrimSpace(string(r[:most-1])) + "…"
	}
	return s
}

// aligned writes rows with their cells below one another.
func aligned(w io.Writer, rows [][]string) {
	var widths []int
	for _, row := range rows {
		for k, c := range row {
			if k == len(widths) {
				widths = append(widths, 0)
			}
			widths[k] = max(widths[k], utf8.RuneCountInString(c))
		}
	}
	for _, row := range rows {
		var b strings.Builder
		for k, c := range row {
			b.WriteString("  " + c)
			if k < len(row)-1 {
				b.WriteString(strings.Repeat(" ", widths[k]-utf8.RuneCountInString(c)))
			}
		}
		fmt.Fprintln(w, strings.TrimRight(b.String(), " "))
	}
}

// notes are what was guessed of a question, a sentence each.
func (i *importing) notes(q *intake.Question) (out []string) {
	for _, n := range q.Notes {
		out = append(out, i.note(n))
	}
	return out
}

// comment is what the file says of a question.
func (i *importing) comment(q *intake.Question) []string {
	return append([]string{i.say("from column", columns(q))}, i.notes(q)...)
}

// note is a note in the author's language.
func (i *importing) note(n intake.Note) string {
	text := i.say("note " + string(n.What))
	labels := "«" + strings.Join(n.Labels, "», «") + "»"
	if i.language == "en" {
		labels = "“" + strings.Join(n.Labels, "”, “") + "”"
	}
	rows := ""
	for k, r := range n.Rows {
		if k > 0 {
			rows += ", "
		}
		rows += fmt.Sprint(r)
	}
	if n.Count > len(n.Rows) {
		rows += " …"
	}
	return strings.NewReplacer("@COUNT@", fmt.Sprint(n.Count), "@LABELS@", labels, "@ROWS@", rows).Replace(text)
}

// changes tells what an update did.
func (i *importing) changes(w io.Writer, all []renew.Change) {
	if len(all) == 0 {
		return
	}
	fmt.Fprintf(w, "\n%s\n", i.say("changes"))
	var rows [][]string
	for _, c := range all {
		what := strings.NewReplacer("@ANSWER@", c.Answer, "@OLD@", fmt.Sprint(c.Old), "@NEW@", fmt.Sprint(c.New)).
			Replace(i.say("change " + string(c.What)))
		rows = append(rows, []string{c.Figure, what})
	}
	aligned(w, rows)
}

// changedLines writes the lines of two texts that differ, with - and + before them.
func changedLines(w io.Writer, old, now string) {
	a, b := strings.SplitAfter(old, "\n"), strings.SplitAfter(now, "\n")
	for len(a) > 0 && len(b) > 0 && a[0] == b[0] {
		a, b = a[1:], b[1:]
	}
	for len(a) > 0 && len(b) > 0 && a[len(a)-1] == b[len(b)-1] {
		a, b = a[:len(a)-1], b[:len(b)-1]
	}
	say := func(sign, line string) {
		if line = strings.TrimRight(line, "\r\n"); line != "" {
			fmt.Fprintln(w, sign+" "+line)
		}
	}
	// The lengths of longest common subsequences of what is left.
	if len(a)*len(b) > 20_000_000 {
		for _, l := range a {
			say("-", l)
		}
		a = nil
	}
	same := make([][]int32, len(a)+1)
	for i := range same {
		same[i] = make([]int32, len(b)+1)
	}
	for i := len(a) - 1; i >= 0; i-- {
		for j := len(b) - 1; j >= 0; j-- {
			if a[i] == b[j] {
				same[i][j] = same[i+1][j+1] + 1
			} else {
				same[i][j] = max(same[i+1][j], same[i][j+1])
			}
		}
	}
	for i, j := 0, 0; i < len(a) || j < len(b); {
		switch {
		case i < len(a) && j < len(b) && a[i] == b[j]:
			i, j = i+1, j+1
		case i < len(a) && (j == len(b) || same[i+1][j] >= same[i][j+1]):
			say("-", a[i])
			i++
		default:
			say("+", b[j])
			j++
		}
	}
}

// bar shows on a terminal how far reading has come.
type bar struct {
	w     io.Writer // nil where nobody looks
	rows  string
	shown bool
}

func newBar(f *os.File, rows string) *bar {
	if info, err := f.Stat(); err != nil || info.Mode()&os.ModeCharDevice == 0 {
		return &bar{}
	}
	return &bar{w: f, rows: rows}
}

const barWidth = 30

func (b *bar) show(rows int, part float64) {
	if b.w == nil || rows%65536 != 0 && b.shown {
		return
	}
	b.shown = true
	if part < 0 {
		fmt.Fprintf(b.w, "\r%d %s", rows, b.rows)
		return
	}
	full := int(part * barWidth)
	fmt.Fprintf(b.w, "\r[%s%s] %3.0f %%  %d %s", strings.Repeat("#", full), strings.Repeat(" ", barWidth-full), part*100,
		rows, b.rows)
}

func (b *bar) done() {
	if b.shown {
		fmt.Fprint(b.w, "\r\x1b[K")
	}
}
