package source

import (
	"cmp"
	"fmt"
	"sort"
	"strings"
	"unicode/utf8"
)

// Pos is a place in a file of the content folder. Line and Column count from 1; Column counts
// characters, not bytes. The zero Pos means nowhere.
type Pos struct {
	File         string // path below the content folder, with slashes
	Line, Column int
}

// Compare orders places by file, line and column.
func (p Pos) Compare(q Pos) int {
	return cmp.Or(cmp.Compare(p.File, q.File), cmp.Compare(p.Line, q.Line),
		cmp.Compare(p.Column, q.Column))
}

// String is the place as messages have it: file:line:column.
func (p Pos) String() string { return fmt.Sprintf("%s:%d:%d", p.File, p.Line, p.Column) }

// File is a TOML file as text, with the places of its lines.
type File struct {
	name       string      // path below the content folder, with slashes
	text       string      // without byte order marks, composed
	lines      []int       // byte offset of each line's first character
	milestones []milestone // every milestoneStep bytes
}

// Lines are the lines of files by their names.
type Lines map[string]*File

// Line is the line of a place, "" when it is in no file.
func (f Lines) Line(p Pos) string {
	if s := f[p.File]; s != nil {
		return s.line(p.Line)
	}
	return ""
}

// Span is a stretch of a source in bytes, end not included.
type Span struct{ Start, End int }

func newFile(name, text string) *File {
	return fileOf(name, composed(lineEnds(strings.TrimLeft(text, "\ufeff"))))
}

// fileOf finds the lines of a text that stays as it is.
func fileOf(name, text string) *File {
	s := &File{name: name, text: text, lines: []int{0}}
	for i := 0; ; {
		k := strings.IndexByte(s.text[i:], '\n')
		if k < 0 {
			break
		}
		i += k + 1
		s.lines = append(s.lines, i)
	}
	count := 0
	for at := range s.text {
		if at >= len(s.milestones)*milestoneStep {
			s.milestones = append(s.milestones, milestone{at, count})
		}
		count++
	}
	return s
}

// lineEnds gives the lines of a text the ends that TOML knows, where a program wrote carriage
// returns alone.
func lineEnds(text string) string {
	if strings.Contains(text, "\n") {
		return text
	}
	return strings.ReplaceAll(text, "\r", "\n")
}

// milestone is an offset, and how many characters stand before it.
type milestone struct{ offset, count int }

// milestoneStep is how many bytes at most are gone through to find a column, however long the line
// is.
const milestoneStep = 256

// before is how many characters stand before an offset.
func (s *File) before(offset int) int {
	k := sort.Search(len(s.milestones), func(i int) bool { return s.milestones[i].offset > offset })
	if k == 0 {
		return 0
	}
	from := s.milestones[k-1]
	return from.count + utf8.RuneCountInString(s.text[from.offset:offset])
}

// pos is the line and column, in characters, of a byte offset.
func (s *File) pos(offset int) Pos {
	offset = min(max(offset, 0), len(s.text))
	line := sort.SearchInts(s.lines, offset+1) // lines that start at or before offset
	return Pos{File: s.name, Line: line, Column: 1 + s.before(offset) - s.before(s.lines[line-1])}
}

// line is the text of a line, counted from 1, without its line end.
func (s *File) line(number int) string {
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
func (s *File) width(at Span) int {
	start := min(max(at.Start, 0), len(s.text))
	text := s.text[start:min(max(at.End, start), len(s.text))]
	if k := strings.IndexByte(text, '\n'); k >= 0 {
		text = strings.TrimSuffix(text[:k], "\r")
	}
	return max(1, utf8.RuneCountInString(text))
}
