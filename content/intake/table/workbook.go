package table

import (
	"archive/zip"
	"errors"
	"io"
	"slices"
	"strings"

	"rapport/content/intake/xlsx"
)

// maxTexts is how many bytes of texts a workbook shares between its cells at most; they are in memory
// while it is read.
const maxTexts = 1 << 30

// openWorkbook looks at what a workbook unpacks to before anything is unpacked, and finds the sheet.
func (t *Table) openWorkbook() error {
	z, err := zip.NewReader(t.in, t.in.Size)
	if err != nil {
		return &Error{Trouble: Broken, Of: err}
	}
	isBook := false
	for _, f := range z.File {
		isBook = isBook || strings.HasSuffix(strings.ToLower(f.Name), "workbook.xml")
		if f.Name == "mimetype" || f.Name == "content.xml" {
			return &Error{Trouble: OpenDoc}
		}
	}
	book, err := xlsx.Open(t.in, t.in.Size, xlsx.Limits{Expanded: maxExpanded, Texts: maxTexts,
		Sheets: maxSheets, Columns: maxColumns})
	if err != nil && !isBook && !errors.Is(err, xlsx.ErrTooLarge) {
		return &Error{Trouble: NoTable}
	}
	if err != nil {
		return t.trouble(err, 0)
	}
	if err := t.chooseSheet(book); err != nil {
		return err
	}
	t.rows = func() (rowReader, error) {
		rows, err := book.Rows(t.Sheet)
		if err != nil {
			return nil, t.trouble(err, 0)
		}
		return &sheet{table: t, rows: rows}, nil
	}
	return nil
}

// trouble is what stopped the reading of a workbook behind a row.
func (t *Table) trouble(err error, row int) error {
	e := &Error{Trouble: Broken, Of: err}
	if row > 0 {
		e.At = Place{t.Sheet, row, 0}
	}
	for is, as := range map[error]Error{xlsx.ErrTooLarge: {Trouble: TooLarge, Limit: maxExpanded},
		xlsx.ErrSheets:  {Trouble: ManySheets, Limit: maxSheets},
		xlsx.ErrTooWide: {Trouble: TooWide, Limit: maxColumns}} {
		if errors.Is(err, is) {
			e.Trouble, e.Limit, e.Of = as.Trouble, as.Limit, nil
		}
	}
	return e
}

// chooseSheet takes the sheet that was asked for, or the first one that holds rows.
func (t *Table) chooseSheet(book *xlsx.Book) error {
	names := book.Sheets()
	if t.o.Sheet != "" {
		k := slices.IndexFunc(names, func(n string) bool { return strings.EqualFold(n, t.o.Sheet) })
		if k < 0 {
			return &Error{Trouble: NoSheet, Known: names}
		}
		t.Sheet = names[k]
		return nil
	}
	for _, name := range names {
		switch holds, err := holdsRows(book, name); {
		case err != nil && len(names) == 1:
			return t.trouble(err, 0)
		case !holds:
		case t.Sheet == "":
			t.Sheet = name
		default:
			t.Others = append(t.Others, name)
		}
	}
	if t.Sheet == "" {
		return &Error{Trouble: Empty}
	}
	return nil
}

// holdsRows says whether a sheet has two rows with text at least.
func holdsRows(book *xlsx.Book, name string) (bool, error) {
	rows, err := book.Rows(name)
	if err != nil {
		return false, err
	}
	defer rows.Close()
	found := 0
	for looked := 0; found < 2 && looked < 1000; looked++ {
		cells, _, err := rows.Next()
		if err == io.EOF {
			break
		}
		if err != nil {
			return false, err
		}
		if !blank(cells) {
			found++
		}
	}
	return found == 2, nil
}

// sheet reads the rows of a sheet.
type sheet struct {
	table *Table
	rows  *xlsx.Rows
	row   int
}

func (s *sheet) next() (cells []string, row int, err error) {
	cells, row, err = s.rows.Next()
	if err != nil && err != io.EOF {
		return nil, 0, s.table.trouble(err, s.row+1)
	}
	s.row = row
	return cells, row, err
}

func (s *sheet) part() float64 { return s.rows.Part() }

func (s *sheet) close() { _ = s.rows.Close() }
