package prose

import (
	"github.com/yuin/goldmark/ast"
	extended "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// noteParser reads footnotes, [^label]: and what is indented by four spaces below it, into one list
// where the first of them stands. It and [tableFinder] find what goldmark's extensions find, whose
// package compiles expressions for addresses at start: half a millisecond of every build.
type noteParser struct{}

var noteListKey = parser.NewContextKey()

// Trigger is where a footnote may begin.
func (noteParser) Trigger() []byte { return []byte{'['} }

// Open gives the footnote that begins with the line, nil when none does.
func (noteParser) Open(_ ast.Node, reader text.Reader, pc parser.Context) (ast.Node, parser.State) {
	line, segment := reader.PeekLine()
	open := pc.BlockOffset() + len("[^")
	if open < len("[^") || open > len(line) || string(line[open-2:open]) != "[^" {
		return nil, parser.NoChildren
	}
	size := labelSize(line[open:min(len(line), open+longestLabel)])
	end := open + size + len("]")
	if size < 0 || end >= len(line) || line[end] != ':' {
		return nil, parser.NoChildren
	}
	at := segment.Start + open - segment.Padding
	label := reader.Value(text.NewSegment(at, at+size))
	if util.IsBlank(label) {
		return nil, parser.NoChildren
	}
	note := extended.NewFootnote(label)
	rest := end + len(":") - segment.Padding
	if rest >= len(line) {
		reader.Advance(rest)
		return note, parser.NoChildren
	}
	reader.AdvanceAndSetPadding(rest, segment.Padding)
	return note, parser.HasChildren
}

// Continue tells whether the line belongs to the footnote.
func (noteParser) Continue(_ ast.Node, reader text.Reader, _ parser.Context) parser.State {
	line, _ := reader.PeekLine()
	if util.IsBlank(line) {
		return parser.Continue | parser.HasChildren
	}
	at, padding := util.IndentPosition(line, reader.LineOffset(), 4)
	if at < 0 {
		return parser.Close
	}
	reader.AdvanceAndSetPadding(at, padding)
	return parser.Continue | parser.HasChildren
}

// Close moves the footnote to the list of all.
func (noteParser) Close(note ast.Node, _ text.Reader, pc parser.Context) {
	list, ok := pc.Get(noteListKey).(*extended.FootnoteList)
	if !ok {
		list = extended.NewFootnoteList()
		pc.Set(noteListKey, list)
		note.Parent().InsertBefore(note.Parent(), note, list)
	}
	note.Parent().RemoveChild(note.Parent(), note)
	list.AppendChild(list, note)
}

// CanInterruptParagraph is true: a footnote needs no empty line before it.
func (noteParser) CanInterruptParagraph() bool { return true }

// CanAcceptIndentedLine is false: after four spaces it is code.
func (noteParser) CanAcceptIndentedLine() bool { return false }
