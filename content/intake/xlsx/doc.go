// Package xlsx reads the sheets of a workbook (ECMA-376, Office Open XML) row by row, as text: each cell
// as a spreadsheet program shows it.
//
// # The idea
//
// A sheet of a million rows is half a gigabyte of XML. It is unpacked and taken apart as it streams
// by, a row at a time; only the shared texts and the number formats are kept, the texts as one string
// of which cells are parts. A cell is shown by its number format, because that is what people wrote:
// a day is a number of days since 1900, and a share of 0.45 is 45 %.
//
// # Where to start
//
// [Open] reads what all sheets share, [Book.Rows] a sheet. xml.go takes XML apart, format.go and
// date.go show numbers and days.
//
// # Left out
//
// Formulas are not computed: the value that was saved with one is read. Of number formats, fractions
// are shown as decimals, and calendars other than the Gregorian as year-month-day. Conditions choose
// between sections; colours and fill characters are passed over.
//
// xuri/excelize (v2.11.0) reads and writes all of it, and this reader is held against it in tests. It
// formats a day in 50 µs, so that a million rows with a day each took minutes, and the tables that it
// builds at start cost every build of a report 2 ms and 1.4 MB.
//
// # Dependencies
//
// golang.org/x/text decodes XML in UTF-16.
package xlsx
