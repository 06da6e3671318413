package layout

import (
	"errors"
	"strings"
	"unicode/utf8"

	"rapport/content"
)

// problem gives an error the form of all problems in the content: its place, the line with what is
// wrong and what to do. An error without a place of its own gets pos.
func problem(r *content.Report, pos content.Pos, err error) error {
	var p content.Problem
	switch {
	case errors.As(err, &p):
	default:
		p = content.Problem{Pos: pos, Text: err.Error()}
	}
	if p.Pos == (content.Pos{}) {
		p.Pos = pos
	}
	p.Line = r.Line(p.Pos)
	p.Width = wordAt(p.Line, p.Pos.Column)
	return content.Problems{p}
}

// wordAt is the width of the word that begins at a column of a line, in characters, at least 1: a
// table's head, a key, or the bracket of an inline table.
func wordAt(line string, column int) int {
	for ; column > 1 && line != ""; column-- {
		_, size := utf8.DecodeRuneInString(line)
		line = line[size:]
	}
	word, _, _ := strings.Cut(line, " ")
	return max(1, utf8.RuneCountInString(word))
}
