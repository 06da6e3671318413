package prose

import (
	"bytes"

	"github.com/yuin/goldmark/ast"
	extended "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// tableFinder finds the tables of GitHub Flavored Markdown (4.10), so that they can be refused: what
// stands in their cells is one text.
type tableFinder struct{}

// blanks are what stands around a cell.
const blanks = "\t\n\r "

// Transform puts a table in the place of the lines of a paragraph from the one before the delimiter
// row on.
func (tableFinder) Transform(p *ast.Paragraph, reader text.Reader, _ parser.Context) {
	source, lines, at := reader.Source(), p.Lines(), p.Pos()
	for i := 1; i < lines.Len(); i++ {
		above, below := lines.At(i-1), lines.At(i)
		columns := delimited(below.Value(source))
		if columns == 0 {
			continue
		}
		if cells(above.Value(source)) > columns {
			return
		}
		table := extended.NewTable()
		table.SetPos(at)
		all := ast.NewTextBlock()
		all.Lines().Append(above)
		for j := i + 1; j < lines.Len(); j++ {
			all.Lines().Append(lines.At(j))
		}
		table.AppendChild(table, all)
		p.Parent().InsertAfter(p.Parent(), p, table)
		lines.SetSliced(0, i-1)
		if i == 1 {
			p.Parent().RemoveChild(p.Parent(), p)
			return
		}
		last := lines.At(i - 2)
		last.Stop-- // the line break
		lines.Set(i-2, last)
		return
	}
}

// delimited counts the columns of a delimiter row, as in |:--|--:|; 0 when the line is none.
func delimited(line []byte) int {
	if w, _ := util.IndentWidth(line, 0); w > 3 || len(bytes.Trim(line, "-")) == 0 {
		return 0
	}
	columns := bytes.Split(line, []byte{'|'})
	if util.IsBlank(columns[0]) {
		columns = columns[1:]
	}
	if k := len(columns) - 1; k >= 0 && util.IsBlank(columns[k]) {
		columns = columns[:k]
	}
	for _, column := range columns {
		column = bytes.Trim(column, blanks)
		column = bytes.TrimSuffix(bytes.TrimPrefix(column, []byte(":")), []byte(":"))
		if len(column) == 0 || len(bytes.Trim(column, "-")) > 0 {
			return 0
		}
	}
	return len(columns)
}

// cells counts the cells of a row.
func cells(line []byte) int {
	line = bytes.TrimPrefix(bytes.Trim(line, blanks), []byte("|"))
	line = bytes.TrimSuffix(line, []byte("|"))
	n, open := 0, false
	for i, c := range line {
		open = c != '|' || i > 0 && line[i-1] == '\\'
		if !open {
			n++
		}
	}
	if open {
		n++
	}
	return n
}
