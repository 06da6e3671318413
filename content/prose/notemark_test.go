package prose

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	extended "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// TestNoteMarks reads random texts with this package's parser of marks and with goldmark's own: both
// find the same marks of the same footnotes.
func TestNoteMarks(t *testing.T) {
	own := goldmark.DefaultParser()
	own.AddOptions(
		parser.WithBlockParsers(util.Prioritized(extension.NewFootnoteBlockParser(), 999)),
		parser.WithInlineParsers(util.Prioritized(extension.NewFootnoteParser(), 101)))
	pieces := []string{"[^a]", "[^b]", "[^c d]", "[^", "]", "![^a]", "!", "[x](y)", "`[^a]`", "*", "**",
		"\\[^a]", "ord ", "ord ", "\n", "\n\n", "\n\n[^a]: ", "\n\n[^b]: ", "\n\n[^a]: ", "\n> ",
		"\n- ", "[^æ]", "\n\n[^æ]: ", "[^]", "[^ ]", "[^a\\]", "[^\\[b]", "[^a[", "\n[^c d]: "}
	random := rand.New(rand.NewPCG(1, 2))
	found := 0
	for range 20000 {
		var b strings.Builder
		for range 1 + random.IntN(14) {
			b.WriteString(pieces[random.IntN(len(pieces))])
		}
		want, have := marksOf(own, b.String()), marksOf(newParser(), b.String())
		if want != have {
			t.Fatalf("%q: have %s, want %s", b.String(), have, want)
		}
		found += strings.Count(have, "[")
	}
	if found < 1000 {
		t.Errorf("only %d marks in all texts", found)
	}
}

// marksOf lists the marks of a text as they are read, each with the label of its footnote.
func marksOf(p parser.Parser, markdown string) string {
	source := []byte(markdown)
	root := p.Parse(text.NewReader(source))
	labels := map[int]string{}
	eachNote(root, func(f *extended.Footnote) { labels[f.Index] = string(f.Ref) })
	var out strings.Builder
	err := ast.Walk(root, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if link, ok := n.(*extended.FootnoteLink); ok && entering {
			fmt.Fprintf(&out, "[%d %s]", link.Index, labels[link.Index])
		}
		if s, ok := n.(*ast.Text); ok && entering {
			out.Write(s.Segment.Value(source))
		}
		return ast.WalkContinue, nil
	})
	if err != nil {
		return err.Error()
	}
	return out.String()
}
