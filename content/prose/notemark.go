package prose

import (
	"bytes"

	"github.com/yuin/goldmark/ast"
	extended "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// noteMarkParser reads the marks of footnotes, [^label], as goldmark's own parser does, which looks
// through all footnotes of a text for each of its marks, and then sorts them one by one. A footnote
// that nothing refers to keeps its index below zero.
type noteMarkParser struct{}

// writtenNotes are the footnotes of a text by their labels, the first of each.
type writtenNotes struct {
	byLabel map[string]*extended.Footnote
	marked  int // how many of them have been referred to
}

var writtenNotesKey = parser.NewContextKey()

// longestLabel is the longest label of a footnote, as of a link in CommonMark.
const longestLabel = 999

// Trigger is where a mark may begin: goldmark takes ![ for an image.
func (noteMarkParser) Trigger() []byte { return []byte{'!', '['} }

// Parse gives the mark that the text goes on with, nil when it is none.
func (noteMarkParser) Parse(parent ast.Node, block text.Reader, pc parser.Context) ast.Node {
	line, segment := block.PeekLine()
	shout := len(line) > 0 && line[0] == '!'
	rest := bytes.TrimPrefix(line, []byte("!"))
	if !bytes.HasPrefix(rest, []byte("[^")) {
		return nil
	}
	rest = rest[2:]
	size := labelSize(rest[:min(len(rest), longestLabel)])
	if size < 0 {
		return nil
	}
	index := notesOf(parent, pc).mark(string(rest[:size]))
	if index == 0 {
		return nil
	}
	block.Advance(len(line) - len(rest) + size + 1)
	if shout {
		parent.AppendChild(parent, ast.NewTextSegment(
			text.NewSegment(segment.Start, segment.Start+1)))
	}
	return extended.NewFootnoteLink(index)
}

// labelSize is how many bytes stand before the bracket that ends a label; -1 when none does.
func labelSize(b []byte) int {
	for i := 0; i < len(b); i++ {
		switch c := b[i]; {
		case c == '\\' && i+1 < len(b) && util.IsPunct(b[i+1]):
			i++
		case c == ']':
			return i
		case c == '[':
			return -1
		}
	}
	return -1
}

// notesOf finds the footnotes of a text, all of which have been read before the first mark.
func notesOf(n ast.Node, pc parser.Context) *writtenNotes {
	if known, ok := pc.Get(writtenNotesKey).(*writtenNotes); ok {
		return known
	}
	notes := &writtenNotes{byLabel: map[string]*extended.Footnote{}}
	eachNote(n.OwnerDocument(), func(f *extended.Footnote) {
		if label := string(f.Ref); notes.byLabel[label] == nil {
			notes.byLabel[label] = f
		}
	})
	pc.Set(writtenNotesKey, notes)
	return notes
}

// mark is the index of a footnote, 0 when it is not written. They are counted by their first marks.
func (w *writtenNotes) mark(label string) int {
	f := w.byLabel[label]
	if f == nil {
		return 0
	}
	if f.Index < 0 {
		w.marked++
		f.Index = w.marked
	}
	return f.Index
}

// eachNote calls use with every footnote of a text, which stand in one list, wherever it is.
func eachNote(root ast.Node, use func(*extended.Footnote)) {
	for b := root.FirstChild(); b != nil; b = b.NextSibling() {
		if b.Type() != ast.TypeBlock {
			return
		}
		if f, ok := b.(*extended.Footnote); ok {
			use(f)
			continue
		}
		eachNote(b, use)
	}
}
