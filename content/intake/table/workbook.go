package table

import (
	"archive/zip"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/xuri/excelize/v2"
)

// openWorkbook looks at what a workbook unpacks to before anything is unpacked, and finds the sheet.
func (t *Table) openWorkbook() error {
	z, err := zip.NewReader(t.in, t.in.Size)
	if err != nil {
		return &Error{Trouble: Broken, Of: err}
	}
	var total uint64
	isBook := false
	for _, f := range z.File {
		if f.UncompressedSize64 > maxExpanded || total > maxExpanded {
			return &Error{Trouble: TooLarge, Limit: maxExpanded}
		}
		total += f.UncompressedSize64
		isBook = isBook || strings.EqualFold(f.Name, "xl/workbook.xml")
		if f.Name == "mimetype" || f.Name == "content.xml" {
			return &Error{Trouble: OpenDoc}
		}
	}
	if total > maxExpanded {
		return &Error{Trouble: TooLarge, Limit: maxExpanded}
	}
	if !isBook {
		return &Error{Trouble: NoTable}
	}
	book, err := t.book()
	if err != nil {
		return err
	}
	defer book.Close()
	if err := t.chooseSheet(book); err != nil {
		return err
	}
	t.rows = func() (rowReader, error) { return t.sheetRows() }
	return nil
}

// book opens the workbook. Sheets and texts of more than 16 MB lie in temporary files meanwhile.
func (t *Table) book() (book *excelize.File, err error) {
	defer rescue(&err)
	book, err = excelize.OpenReader(io.NewSectionReader(t.in, 0, t.in.Size), excelize.Options{
		UnzipSizeLimit: maxExpanded, UnzipXMLSizeLimit: 16 << 20,
		ShortDatePattern: "yyyy-mm-dd", LongDatePattern: "yyyy-mm-dd",
	})
	if err != nil {
		return nil, &Error{Trouble: Broken, Of: err}
	}
	return book, nil
}

// rescue makes an error of what the library does on files that no program wrote.
func rescue(err *error) {
	if p := recover(); p != nil {
		*err = &Error{Trouble: Broken, Of: fmt.Errorf("%v", p)}
	}
}

// chooseSheet takes the sheet that was asked for, or the first one that holds rows.
func (t *Table) chooseSheet(book *excelize.File) (err error) {
	defer rescue(&err)
	names := book.GetSheetList()
	if len(names) > maxSheets {
		return &Error{Trouble: ManySheets, Limit: maxSheets}
	}
	if t.o.Sheet != "" {
		k := slices.IndexFunc(names, func(n string) bool { return strings.EqualFold(n, t.o.Sheet) })
		if k < 0 {
			return &Error{Trouble: NoSheet, Known: names}
		}
		t.Sheet = names[k]
		return nil
	}
	for _, name := range names {
		if !holdsRows(book, name) {
			continue
		}
		if t.Sheet == "" {
			t.Sheet = name
		} else {
			t.Others = append(t.Others, name)
		}
	}
	if t.Sheet == "" {
		return &Error{Trouble: Empty}
	}
	return nil
}

// holdsRows says whether a sheet has two rows with text at least.
func holdsRows(book *excelize.File, name string) bool {
	rows, err := book.Rows(name)
	if err != nil {
		return false // a sheet of a chart
	}
	defer rows.Close()
	found := 0
	for looked := 0; found < 2 && looked < 1000 && rows.Next(); looked++ {
		if cells, err := rows.Columns(); err == nil && !blank(cells) {
			found++
		}
	}
	return found == 2
}

func (t *Table) sheetRows() (r rowReader, err error) {
	defer rescue(&err)
	book, err := t.book()
	if err != nil {
		return nil, err
	}
	rows, err := book.Rows(t.Sheet)
	if err != nil {
		book.Close()
		return nil, &Error{Trouble: Broken, Of: err}
	}
	return &sheet{book: book, rows: rows, name: t.Sheet}, nil
}

// sheet reads the rows of a sheet.
type sheet struct {
	book *excelize.File
	rows *excelize.Rows
	name string
	row  int
}

func (s *sheet) next() (cells []string, row int, err error) {
	defer rescue(&err)
	if !s.rows.Next() {
		if err := s.rows.Error(); err != nil {
			return nil, 0, &Error{Trouble: Broken, At: Place{s.name, s.row + 1, 0}, Of: err}
		}
		return nil, 0, io.EOF
	}
	s.row++
	cells, err = s.rows.Columns()
	if err != nil {
		return nil, 0, &Error{Trouble: Broken, At: Place{s.name, s.row, 0}, Of: err}
	}
	if len(cells) > maxColumns {
		return nil, 0, &Error{Trouble: TooWide, At: Place{s.name, s.row, 0}, Limit: maxColumns}
	}
	return cells, s.row, nil
}

func (s *sheet) part() float64 { return -1 }

func (s *sheet) close() {
	_ = s.rows.Close()
	_ = s.book.Close()
}
