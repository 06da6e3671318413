package intake

import (
	"hash/maphash"
	"slices"
	"strings"

	"rapport/content/intake/table"
)

// Dataset is a table that has been read: its columns with each different text once.
type Dataset struct {
	Sheet  string   // of a workbook, whose Others hold rows too
	Others []string //
	Rows   int      // without the head
	tool   string
	fields []field
	places []int32  // the number of each row in its sheet
	sums   []uint64 // of all cells of a row
}

// Read reads a table. Nothing of it is in an error.
func Read(t *table.Table) (*Dataset, error) {
	rows, err := t.Rows()
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	d := &Dataset{Sheet: t.Sheet, Others: t.Others}
	var first [][]string
	var numbers []int
	for len(first) < sampleRows && rows.Next() {
		first = append(first, rows.Cells())
		numbers = append(numbers, rows.Row())
	}
	if err := rows.Err(); err != nil {
		return nil, err
	}
	if len(first) < 2 {
		return nil, &table.Error{Trouble: table.Empty}
	}
	if headless(first[0]) {
		return nil, &table.Error{Trouble: table.NoHead, At: table.Place{Sheet: t.Sheet, Row: numbers[0]}}
	}
	h := head(first)
	d.begin(h, t.Sheet, numbers[h.rows-1])
	for i := h.rows; i < len(first); i++ {
		d.add(first[i], numbers[i])
	}
	for rows.Next() {
		d.add(rows.Cells(), rows.Row())
	}
	return d, rows.Err()
}

// headless says whether the first row is a respondent's: it has an address, a number or a time of one.
func headless(row []string) bool {
	return slices.ContainsFunc(row, func(cell string) bool {
		cell = clean(cell)
		why := personal(cell)
		return why == WhyTime && len(cell) < 40 || why != "" && why != WhyAddress && !strings.Contains(cell, " ")
	})
}

// sampleRows are read before it is decided what the columns are.
const sampleRows = 200

// begin makes the columns.
func (d *Dataset) begin(h heading, sheet string, row int) {
	d.tool, d.fields = h.tool, h.fields
	seed := maphash.MakeSeed()
	for i := range d.fields {
		f := &d.fields[i]
		f.column = newColumn(table.Place{Sheet: sheet, Row: row, Column: i + 1}, h.top[i])
		f.seed = seed
		if f.why == WhyEmail || f.why == WhyID {
			f.hashes = []uint64{}
		}
	}
}

// add takes a row. Cells beyond the head have no question, and are left out.
func (d *Dataset) add(cells []string, place int) {
	row := d.Rows
	d.Rows++
	d.places = append(d.places, int32(place))
	var sum maphash.Hash
	if len(d.fields) > 0 {
		sum.SetSeed(d.fields[0].seed)
	}
	for i, cell := range cells {
		sum.WriteString(cell)
		sum.WriteByte(0)
		if i < len(d.fields) && cell != "" {
			d.fields[i].add(row, cell)
		}
	}
	d.sums = append(d.sums, sum.Sum64())
}

// numbers are the numbers of some rows in their sheet.
func (d *Dataset) numbers(s rowset) (out []int) {
	for _, row := range s.list(shownRows) {
		out = append(out, int(d.places[row]))
	}
	return out
}

// shownRows is how many rows a note names.
const shownRows = 10
