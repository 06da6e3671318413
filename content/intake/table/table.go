package table

import (
	"bytes"
	"fmt"
	"io"
	"strconv"
	"strings"
)

// Input is what a table is read from: bytes that can be read more than once.
type Input struct {
	io.ReaderAt
	Size int64
}

// Place is where a cell stands, counted from 1. A Column of 0 stands for the whole row, a Row of 0
// for the whole sheet. Sheet is "" in text.
type Place struct {
	Sheet       string
	Row, Column int
}

// String is the place as spreadsheets write it: C12, or C for a whole column.
func (p Place) String() string {
	s := ""
	if p.Column > 0 {
		s = Letters(p.Column)
	}
	if p.Row > 0 {
		s += strconv.Itoa(p.Row)
	}
	return s
}

// Letters is a column as spreadsheets call it: 1 is A, 27 is AA.
func Letters(column int) string {
	s := ""
	for ; column > 0; column = (column - 1) / 26 {
		s = string(rune('A'+(column-1)%26)) + s
	}
	return s
}

// Column is the number of a column from its letters, 0 when they are none.
func Column(letters string) int {
	n := 0
	for _, r := range strings.ToUpper(letters) {
		if r < 'A' || r > 'Z' || n > maxColumns {
			return 0
		}
		n = n*26 + int(r-'A') + 1
	}
	return n
}

// Trouble is a kind of error.
type Trouble string

// Kinds of errors.
const (
	TooLarge    Trouble = "too large"        // Limit in bytes
	TooMany     Trouble = "too many cells"   // Limit in cells
	TooLong     Trouble = "cell too long"    // Limit in bytes; mostly a quote that is not closed
	TooWide     Trouble = "too many columns" // Limit in columns
	ManySheets  Trouble = "too many sheets"  // Limit in sheets
	NoSheet     Trouble = "no such sheet"    // Known has those there are
	Empty       Trouble = "no rows"          //
	NoHead      Trouble = "no head"          // the first row is one of answers
	OldExcel    Trouble = "old Excel"        // .xls, or a workbook with a password
	OpenDoc     Trouble = "OpenDocument"     // .ods
	SPSS        Trouble = "SPSS"             // .sav
	WebPage     Trouble = "web page"         // HTML that calls itself a spreadsheet
	PDF         Trouble = "PDF"              //
	NoTable     Trouble = "neither text nor workbook"
	Broken      Trouble = "broken workbook"  // Of has what the library says
	OpenQuote   Trouble = "quote not closed" // where it was opened
	Unreadable  Trouble = "unreadable"       // Of has the reason
	Interrupted Trouble = "interrupted"      //
)

// Error is what stopped the reading. It says nothing of what the cells hold.
type Error struct {
	Trouble Trouble
	At      Place
	Limit   int64
	Known   []string // of NoSheet
	Of      error    // what stands behind it, nil mostly
}

// Error is a sentence in English; callers that speak other languages go by Trouble.
func (e *Error) Error() string {
	s := "the table cannot be read: " + string(e.Trouble)
	if e.Limit > 0 {
		s += fmt.Sprintf(" (at most %d)", e.Limit)
	}
	if at := e.At.String(); at != "" {
		s += " at " + at
	}
	return s
}

func (e *Error) Unwrap() error { return e.Of }

// Limits. A workbook is 1,048,576 rows of 16,384 columns at most; what is beyond these sizes is no
// survey.
const (
	maxSize     = 2 << 30   // bytes of a file
	maxExpanded = 4 << 30   // bytes of a workbook when it is unpacked
	maxSheets   = 200       //
	maxColumns  = 16384     //
	maxCell     = 1 << 20   // bytes of a cell
	maxCells    = 400 << 20 // of a table
)

// Options say what Open cannot find out.
type Options struct {
	Sheet string // of a workbook; "" takes the first that holds rows
	// Progress is told now and then how many rows have been read, and which part of the table that is,
	// from 0 to 1, negative when nobody knows. Reading stops when it gives an error.
	Progress func(rows int, part float64) error
}

// Table is a table whose form is known.
type Table struct {
	Sheet     string   // of a workbook
	Others    []string // the other sheets of it that hold rows
	Delimiter rune     // of text
	Encoding  string   // of text: "UTF-8", "UTF-16", "Windows-1252", "Macintosh"

	in   Input
	o    Options
	rows func() (rowReader, error)
}

// rowReader gives row after row; io.EOF after the last.
type rowReader interface {
	next() (cells []string, row int, err error)
	part() float64
	close()
}

// Open finds out what a table is written in.
func Open(in Input, o Options) (*Table, error) {
	if in.Size > maxSize {
		return nil, &Error{Trouble: TooLarge, Limit: maxSize}
	}
	head := make([]byte, min(in.Size, 4<<10))
	if _, err := in.ReadAt(head, 0); err != nil && err != io.EOF {
		return nil, &Error{Trouble: Unreadable, Of: err}
	}
	t := &Table{in: in, o: o}
	if trouble := foreign(head); trouble != "" {
		return nil, &Error{Trouble: trouble}
	}
	if bytes.HasPrefix(head, []byte("PK\x03\x04")) {
		return t, t.openWorkbook()
	}
	return t, t.openText(head)
}

// foreign is what a file is that is no table, by its first bytes.
func foreign(head []byte) Trouble {
	begins := func(s string) bool { return bytes.HasPrefix(head, []byte(s)) }
	text := bytes.ToLower(bytes.TrimLeft(head, "\xef\xbb\xbf \t\r\n"))
	switch {
	case len(head) == 0:
		return Empty
	case begins("\xd0\xcf\x11\xe0"):
		return OldExcel
	case begins("$FL2") || begins("$FL3"):
		return SPSS
	case begins("%PDF-"):
		return PDF
	case bytes.HasPrefix(text, []byte("<!doctype")) || bytes.HasPrefix(text, []byte("<html")) ||
		bytes.HasPrefix(text, []byte("<?xml")):
		return WebPage
	}
	return ""
}

// Rows reads the table from its beginning. The caller closes it.
func (t *Table) Rows() (*Rows, error) {
	r, err := t.rows()
	if err != nil {
		return nil, err
	}
	return &Rows{table: t, from: r}, nil
}

// Rows is a cursor in a table.
type Rows struct {
	table *Table
	from  rowReader
	cells []string
	row   int
	read  int
	count int64 // cells so far
	err   error
}

// progressEvery is how many rows are read between two words of progress.
const progressEvery = 4096

// Next goes to the next row and says whether there is one. Rows without any text are passed over.
func (r *Rows) Next() bool {
	for r.err == nil {
		r.cells, r.row, r.err = r.from.next()
		if r.err != nil {
			break
		}
		if r.count += int64(len(r.cells)); r.count > maxCells {
			r.err = &Error{Trouble: TooMany, At: Place{r.table.Sheet, r.row, 0}, Limit: maxCells}
			break
		}
		if r.read++; r.read%progressEvery == 0 && r.table.o.Progress != nil {
			if err := r.table.o.Progress(r.read, r.from.part()); err != nil {
				r.err = &Error{Trouble: Interrupted, Of: err}
				break
			}
		}
		if !blank(r.cells) {
			return true
		}
	}
	return false
}

func blank(cells []string) bool {
	for _, c := range cells {
		if strings.TrimSpace(c) != "" {
			return false
		}
	}
	return true
}

// Cells are those of the row, as they are written; they stay as they are after Next.
func (r *Rows) Cells() []string { return r.cells }

// Row is the number of the row in its sheet, of a row of text that of the record: a quoted line
// break begins none.
func (r *Rows) Row() int { return r.row }

// Err is what stopped the reading, nil at the end of the table.
func (r *Rows) Err() error {
	if r.err == io.EOF {
		return nil
	}
	return r.err
}

// Close ends the reading.
func (r *Rows) Close() { r.from.close() }
