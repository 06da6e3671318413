// Package table reads exports of survey tools and lists of members as tables of text: rows of cells
// with their places. What the cells mean is not its business.
//
// # The idea
//
// An [Input] is bytes that can be read again. [Open] finds out what they are: text with any of
// , ; tab | between its cells, in UTF-8, UTF-16, Windows-1252 or Macintosh letters, or a workbook.
// [Table.Rows] then reads it row by row, as often as it is asked to, and never holds more than one
// row of text, so that the size of a file is limited by patience and not by memory.
//
// # Vocabulary
//
// A [Place] is a sheet, a row and a column, counted from 1, written as spreadsheets do: C12. An
// [Error] says what stopped the reading and where; it never quotes a cell, because cells are what
// people answered.
//
// # Left out
//
// Formulas are read as the value that was saved with them. The old format of Excel (.xls),
// OpenDocument, SPSS and encrypted workbooks are known by their first bytes and refused with a word.
//
// # Dependencies
//
// golang.org/x/text has the legacy encodings. Workbooks are read by package xlsx.
package table
