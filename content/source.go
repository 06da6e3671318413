package content

import (
	"sort"
	"strings"
	"unicode/utf8"
)

// source is a TOML file as text, with the places of its lines.
type source struct {
	name  string // path below the content folder, with slashes
	text  string // without byte order marks
	lines []int  // byte offset of each line's first character

	// The last place asked for: most questions about one long line come in order.
	lastOffset, lastColumn int
}

// span is a stretch of a source in bytes, end not included.
type span struct{ start, end int }

func newSource(name, text string) *source {
	s := &source{name: name, text: strings.TrimLeft(text, "\ufeff"), lines: []int{0}}
	for i := 0; ; {
		k := strings.IndexByte(s.text[i:], '\n')
		if k < 0 {
			return s
		}
		i += k + 1
		s.lines = append(s.lines, i)
	}
}

// pos is the line and column, in characters, of a byte offset.
func (s *source) pos(offset int) Pos {
	offset = min(max(offset, 0), len(s.text))
	line := sort.SearchInts(s.lines, offset+1) // lines that start at or before offset
	start, column := s.lines[line-1], 1
	if s.lastColumn > 0 && start <= s.lastOffset && s.lastOffset <= offset {
		start, column = s.lastOffset, s.lastColumn
	}
	column += utf8.RuneCountInString(s.text[start:offset])
	s.lastOffset, s.lastColumn = offset, column
	return Pos{File: s.name, Line: line, Column: column}
}

// line is the text of a line, counted from 1, without its line end.
func (s *source) line(number int) string {
	if number < 1 || number > len(s.lines) {
		return ""
	}
	end := len(s.text)
	if number < len(s.lines) {
		end = s.lines[number] - 1
	}
	return strings.TrimSuffix(s.text[s.lines[number-1]:end], "\r")
}

// width is the number of characters of a span on its first line, at least 1.
func (s *source) width(at span) int {
	start := min(max(at.start, 0), len(s.text))
	text := s.text[start:min(max(at.end, start), len(s.text))]
	if k := strings.IndexByte(text, '\n'); k >= 0 {
		text = strings.TrimSuffix(text[:k], "\r")
	}
	return max(1, utf8.RuneCountInString(text))
}
