package source

import (
	"cmp"
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode"
)

// Problem is a mistake in the content: where it is, what is wrong and what would repair it. Text
// and Hint are short, in English, and begin with a small letter; the reader is an author, not a
// programmer.
type Problem struct {
	Pos   Pos
	Width int    // characters from Pos that are wrong, on the same line; at least 1
	Key   string // dotted key that the problem is about, "" when it is about a whole file
	Text  string // what is wrong
	Hint  string // what to do, "" when the text says it
	Line  string // the source line at Pos, without its line end
}

// Error is the problem on one line, without its hint.
func (p Problem) Error() string {
	return fmt.Sprintf("%s:%d:%d: %s", p.Pos.File, p.Pos.Line, p.Pos.Column, p.Text)
}

// Problems is every mistake that was found, sorted by place. It is the error that Load returns.
type Problems []Problem

// Error is all problems, one a line.
func (ps Problems) Error() string {
	lines := make([]string, len(ps))
	for i, p := range ps {
		lines[i] = p.Error()
	}
	return strings.Join(lines, "\n")
}

// Format writes each problem as place and text, the source line, a line with carets under the words
// that are wrong, and the hint. Problems are parted by an empty line.
func (ps Problems) Format(w io.Writer) error {
	for i, p := range ps {
		var b strings.Builder
		if i > 0 {
			b.WriteByte('\n')
		}
		b.WriteString(p.Error())
		b.WriteByte('\n')
		if strings.TrimSpace(p.Line) != "" {
			text, carets := picture(p.Line, p.Pos.Column, p.Width)
			fmt.Fprintf(&b, "    %s\n    %s\n", text, carets)
		}
		if p.Hint != "" {
			fmt.Fprintf(&b, "    hint: %s\n", p.Hint)
		}
		if _, err := io.WriteString(w, b.String()); err != nil {
			return err
		}
	}
	return nil
}

// Sorted orders problems by file, line and column and drops those said twice.
func (ps Problems) Sorted() Problems {
	slices.SortStableFunc(ps, func(a, b Problem) int {
		return cmp.Or(a.Pos.Compare(b.Pos), cmp.Compare(a.Text, b.Text))
	})
	return slices.CompactFunc(ps,
		func(a, b Problem) bool { return a.Pos == b.Pos && a.Text == b.Text })
}

// The part of a long line that is shown, in terminal cells: so many before the caret and in all.
const (
	cellsBefore = 60
	cellsShown  = 120
)

// picture is a source line made fit for a terminal, and the carets under it. Tabs become spaces,
// characters that do not print become their pictures, and of a long line only the part around the
// carets is shown. Column counts characters from 1.
func picture(line string, column, width int) (text, carets string) {
	type cell struct {
		s    string
		size int
	}
	line, column = cut(line, column)
	var cells []cell
	at := 0
	for _, r := range line {
		s, size := visible(r, at)
		cells = append(cells, cell{s, size})
		at += size
	}
	column = min(max(column-1, 0), len(cells))
	last := min(column+max(width, 1), len(cells))
	first, sum := column, 0
	for first > 0 && sum < cellsBefore {
		first--
		sum += cells[first].size
	}
	var out, under strings.Builder
	if first > 0 {
		out.WriteString("… ")
		under.WriteString("  ")
	}
	shown := 0
	for i := first; i < len(cells); i++ {
		if shown >= cellsShown {
			out.WriteString(" …")
			break
		}
		out.WriteString(cells[i].s)
		mark := " "
		if i >= column && i < last {
			mark = "^"
		}
		if i < last {
			under.WriteString(strings.Repeat(mark, cells[i].size))
		}
		shown += cells[i].size
	}
	if column == len(cells) { // the end of the line
		under.WriteByte('^')
	}
	return strings.TrimRight(out.String(), " "), under.String()
}

// cut takes off what stands far from a column of a very long line.
func cut(line string, column int) (string, int) {
	const far = 4 * cellsShown
	start, number, first := 0, 0, max(1, column-far)
	for at := range line {
		number++
		switch number {
		case first:
			start = at
		case column + far:
			return line[start:at], column - first + 1
		}
	}
	return line[start:], column - first + 1
}

// visible is how a character is shown in a terminal at a column, and how many cells that takes.
func visible(r rune, at int) (string, int) {
	switch {
	case r == '\t':
		size := 4 - at%4
		return strings.Repeat(" ", size), size
	case r < 0x20:
		return string('\u2400' + r), 1
	case r == 0x7f:
		return "\u2421", 1
	case unicode.In(r, unicode.Cf, unicode.Zl, unicode.Zp) ||
		unicode.Is(unicode.C, r) && !unicode.Is(unicode.Co, r):
		return "\u00b7", 1 // soft hyphens, directions of writing, and other things without a look
	case unicode.In(r, unicode.Mn, unicode.Me):
		return string(r), 0
	case wide(r):
		return string(r), 2
	}
	return string(r), 1
}

// wide says whether terminals give a character two cells: East Asian wide letters and emoji
// (Unicode Standard Annex 11, the blocks that are wide as a whole).
func wide(r rune) bool {
	return r >= 0x1100 && r <= 0x115f || r >= 0x2e80 && r <= 0xa4cf && r != 0x303f ||
		r >= 0xac00 && r <= 0xd7a3 || r >= 0xf900 && r <= 0xfaff || r >= 0xfe30 && r <= 0xfe6f ||
		r >= 0xff00 && r <= 0xff60 || r >= 0xffe0 && r <= 0xffe6 || r >= 0x1f300 && r <= 0x1f64f ||
		r >= 0x1f680 && r <= 0x1f6ff || r >= 0x1f900 && r <= 0x1f9ff || r >= 0x20000 && r <= 0x3fffd
}

// Readable is a message without the soft hyphens and control characters of what it quotes.
func Readable(s string) string {
	var b strings.Builder
	for _, r := range s {
		switch {
		case r == '\u00ad':
		case r != '\u00a0' && (r < 0x20 || unprintable(r)):
			seen, _ := visible(r, 0)
			b.WriteString(seen)
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}
