package xlsx

import (
	"bytes"
	"fmt"
	"io"
	"strconv"
	"strings"
	"unicode/utf16"
	"unicode/utf8"
)

// Rows reads the rows of a sheet.
type Rows struct {
	book   *Book
	x      *reader
	closer io.Closer
	size   int64

	begun bool
	value []byte   // of the cell that is being read
	cells []string // of the row, nil where it begins
	row   int
	seen  map[string]string // values that were met, so that each is kept once
}

// Rows opens a sheet by its name. The caller closes it.
func (b *Book) Rows(sheet string) (*Rows, error) {
	for _, s := range b.sheets {
		if s.name != sheet {
			continue
		}
		x, closer, err := b.open(s.part)
		if err != nil {
			return nil, err
		}
		return &Rows{book: b, x: x, closer: closer, size: int64(b.parts[s.part].UncompressedSize64),
			seen: map[string]string{}}, nil
	}
	return nil, fmt.Errorf("%w: no such sheet", ErrBroken)
}

// Close ends the reading.
func (r *Rows) Close() error { return r.closer.Close() }

// Part is how much of the sheet has been read, from 0 to 1.
func (r *Rows) Part() float64 {
	if r.size <= 0 {
		return -1
	}
	return min(1, float64(r.x.read)/float64(r.size))
}

// Next is the next row that the sheet has, with the cells up to the last one that holds something, and
// its number, counted from 1; io.EOF after the last. The cells are the caller's.
func (r *Rows) Next() (cells []string, row int, err error) {
	for {
		t, err := r.x.next()
		switch {
		case err == io.EOF:
			return nil, 0, io.EOF
		case err != nil:
			return nil, 0, fmt.Errorf("%w: %w", ErrBroken, err)
		case t == opened && r.x.is("sheetData"):
			r.begun = true
		case t == closed && r.x.is("sheetData"):
			return nil, 0, io.EOF
		case t == opened && r.begun && r.x.is("row"):
			r.row = r.x.number("r", r.row+1)
			cells, err := r.readRow(len(r.cells))
			r.cells = cells
			return cells, r.row, err
		}
	}
}

// readRow reads the cells of a row.
func (r *Rows) readRow(room int) ([]string, error) {
	cells := make([]string, 0, room)
	for {
		t, err := r.x.next()
		switch {
		case err != nil:
			return nil, fmt.Errorf("%w: %w", ErrBroken, unexpected(err))
		case t == closed && r.x.is("row"):
			for len(cells) > 0 && cells[len(cells)-1] == "" {
				cells = cells[:len(cells)-1]
			}
			return cells, nil
		case t == opened && r.x.is("c"):
			column := columnOf(r.x.attr("r"))
			if column == 0 {
				column = len(cells) + 1
			}
			if column > r.book.limits.Columns {
				return nil, ErrTooWide
			}
			value, err := r.readCell()
			if err != nil {
				return nil, err
			}
			for len(cells) < column {
				cells = append(cells, "")
			}
			cells[column-1] = value
		}
	}
}

// unexpected is an end that comes too early.
func unexpected(err error) error {
	if err == io.EOF {
		return io.ErrUnexpectedEOF
	}
	return err
}

// columnOf is the column of a place like AB12, 0 when there is none.
func columnOf(place []byte) int {
	n := 0
	for _, c := range place {
		if c |= 0x20; c < 'a' || c > 'z' {
			break
		}
		if n = n*26 + int(c-'a') + 1; n > 1<<20 {
			return n
		}
	}
	return n
}

// readCell reads a cell: its value, by its kind and number format.
func (r *Rows) readCell() (string, error) {
	kind := kindOf(r.x.attr("t"))
	style := r.x.number("s", 0)
	r.value = r.value[:0]
	inValue, in := false, inText{}
	for {
		t, err := r.x.next()
		switch {
		case err != nil:
			return "", fmt.Errorf("%w: %w", ErrBroken, unexpected(err))
		case t == closed && r.x.is("c"):
			return r.shown(kind, style, r.value)
		case t == text && inValue || in.shows(t, r.x):
			r.value = append(r.value, r.x.text...)
		case t != text && r.x.is("v"):
			inValue = t == opened
		}
		if len(r.value) > longest {
			return "", fmt.Errorf("%w: %w", ErrBroken, errXML)
		}
	}
}

// cellKind is how the value of a cell is written.
type cellKind uint8

// Kinds of cells (ECMA-376, ST_CellType).
const (
	aNumber cellKind = iota
	sharedText
	ownText
	aTruth
	aDate // ISO 8601
)

func kindOf(t []byte) cellKind {
	switch string(t) {
	case "s":
		return sharedText
	case "str", "inlineStr", "e":
		return ownText
	case "b":
		return aTruth
	case "d":
		return aDate
	}
	return aNumber
}

// shown is a value as it is shown.
func (r *Rows) shown(kind cellKind, style int, value []byte) (string, error) {
	if len(value) == 0 {
		return "", nil
	}
	switch kind {
	case sharedText:
		n, ok := whole(bytes.TrimSpace(value))
		text, found := r.book.shared(n)
		if !ok || !found {
			return "", fmt.Errorf("%w: a text is missing", ErrBroken)
		}
		return text, nil
	case ownText:
		return r.once(unescaped(value)), nil
	case aTruth:
		if string(bytes.TrimSpace(value)) == "1" {
			return "TRUE", nil
		}
		return "FALSE", nil
	case aDate:
		return strings.TrimSuffix(strings.Replace(r.once(value), "T", " ", 1), "Z"), nil
	}
	return r.number(style, value), nil
}

// number shows a number by the format of its cell.
func (r *Rows) number(style int, value []byte) string {
	f := general
	if style >= 0 && style < len(r.book.formats) {
		f = r.book.formats[style]
	}
	if f == general && plainNumber(value) {
		return r.once(value)
	}
	key := strconv.Itoa(style) + "\x00" + string(value)
	if s, ok := r.seen[key]; ok {
		return s
	}
	s := string(value)
	if v, err := strconv.ParseFloat(strings.TrimSpace(s), 64); err == nil {
		s = f.show(v, r.book.from)
	}
	if len(r.seen) < mostSeen {
		r.seen[key] = s
	}
	return s
}

// plainNumber says whether a number is shown as it is written: up to 15 digits.
func plainNumber(value []byte) bool {
	if len(value) > 15 || value[0] == '0' && len(value) > 1 {
		return false
	}
	for _, c := range value {
		if c < '0' || c > '9' {
			return false
		}
	}
	return true
}

// mostSeen is how many different values are kept.
const mostSeen = 1 << 14

// once is a value as a string, of which equal ones are the same.
func (r *Rows) once(value []byte) string {
	if len(value) > 64 {
		return string(value)
	}
	if s, ok := r.seen[string(value)]; ok {
		return s
	}
	s := string(value)
	if len(r.seen) < mostSeen {
		r.seen[s] = s
	}
	return s
}

// unescaped is a text with characters that XML cannot hold, which are written _x000D_ (ECMA-376,
// ST_Xstring). A half of a pair of UTF-16 needs the other one.
func unescaped(s []byte) []byte {
	k := bytes.Index(s, []byte("_x"))
	if k < 0 {
		return s
	}
	out := append([]byte(nil), s[:k]...)
	for i := k; i < len(s); {
		r, ok := escapedRune(s[i:])
		if !ok {
			out = append(out, s[i])
			i++
			continue
		}
		i += 7
		if utf16.IsSurrogate(r) {
			second, ok := escapedRune(s[i:])
			if pair := utf16.DecodeRune(r, second); ok && pair != utf8.RuneError {
				r = pair
				i += 7
			} else {
				r = utf8.RuneError
			}
		}
		out = utf8.AppendRune(out, r)
	}
	return out
}

// escapedRune is the character of _xHHHH_.
func escapedRune(s []byte) (rune, bool) {
	if len(s) < 7 || s[0] != '_' || s[1] != 'x' || s[6] != '_' {
		return 0, false
	}
	n, err := strconv.ParseUint(string(s[2:6]), 16, 32)
	return rune(n), err == nil
}
