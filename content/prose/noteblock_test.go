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

// TestBlocks reads random texts with this package's parsers of footnotes and tables and with goldmark's:
// both find the same blocks in the same places, with the same text in all but a table's cells.
func TestBlocks(t *testing.T) {
	theirs := goldmark.DefaultParser()
	theirs.AddOptions(
		parser.WithParagraphTransformers(
			util.Prioritized(extension.NewTableParagraphTransformer(), 200)),
		parser.WithBlockParsers(util.Prioritized(extension.NewFootnoteBlockParser(), 999)),
		parser.WithInlineParsers(util.Prioritized(noteMarkParser{}, 101)))
	pieces := []string{"[^a]: ", "[^b]:", "[^", "]", "]:", "[^a]", "[^ ]: ", "[^\\]]: ", "[^a[]: ", "ord",
		" ord ", "\n", "\n", "\n", "\n\n", "\n    ", "\n     ", "\n\n    ", "\n\t", "\n> ", "\n- ", "\n1. ",
		" ", "\t", "|", "|", "\\|", "||", "|-|", "-", "--", ":", ":-", "-:", ":-:", "|:--|--:|\n", "`", "\f",
		"\v", "\r\n", "a|b\n-|-\n", "a|b|c\n-|-\n", "=", "\n# ", "[^" + strings.Repeat("l", 998) + "]: "}
	random := rand.New(rand.NewPCG(3, 4))
	notes, tables := 0, 0
	for range 40000 {
		var b strings.Builder
		for range 1 + random.IntN(16) {
			b.WriteString(pieces[random.IntN(len(pieces))])
		}
		want, have := blocksOf(theirs, b.String()), blocksOf(newParser(), b.String())
		if want != have {
			t.Fatalf("%q:\nhave %s\nwant %s", b.String(), have, want)
		}
		notes += strings.Count(have, "Footnote ")
		tables += strings.Count(have, "Table")
	}
	if notes < 1000 || tables < 1000 {
		t.Errorf("only %d footnotes and %d tables in all texts", notes, tables)
	}
}

// blocksOf lists the blocks of a text, with where they begin, their lines and their footnotes' labels.
func blocksOf(p parser.Parser, markdown string) string {
	source := []byte(markdown)
	var out strings.Builder
	err := ast.Walk(p.Parse(text.NewReader(source)), func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if n.Type() == ast.TypeInline || !entering {
			return ast.WalkSkipChildren, nil
		}
		fmt.Fprintf(&out, "\n%s at %d in %s", n.Kind(), n.Pos(), parentKind(n))
		if f, ok := n.(*extended.Footnote); ok {
			fmt.Fprintf(&out, " Footnote %q", f.Ref)
		}
		if n.Kind() == extended.KindTable {
			return ast.WalkSkipChildren, nil
		}
		if lines := n.Lines(); lines != nil {
			fmt.Fprintf(&out, " %q", lines.Value(source))
		}
		return ast.WalkContinue, nil
	})
	if err != nil {
		return err.Error()
	}
	return out.String()
}

func parentKind(n ast.Node) string {
	if n.Parent() == nil {
		return "nothing"
	}
	return n.Parent().Kind().String()
}
