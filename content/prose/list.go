package prose

import (
	"bytes"
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"

	"rapport/content/language"
	"rapport/content/source"
)

// CommonMark makes a list of every paragraph that begins with a number and a full stop, and counts
// on from the first number. «17. mai …» and «2023. …» would be reprinted as other days and years.
// So a list is taken for one only where the author means one, and what is written is printed in any
// case. Where it cannot be told, the author is asked.

// reading is how the lines of what CommonMark calls a list or quotation are taken.
type reading uint8

const (
	asList  reading = iota
	asProse         // the marks belong to the text
	inDoubt
)

// entry is an item of a list as it is written.
type entry struct {
	node   *ast.ListItem
	number int    // of a numbered one
	mark   string // as written: "17."
	text   string // what follows on its line
	apart  bool   // an empty line stands before it
}

// entries are the items of a list.
func (m *markdown) entries(list *ast.List) []entry {
	var all []entry
	for c := list.FirstChild(); c != nil; c = c.NextSibling() {
		item, ok := c.(*ast.ListItem)
		if !ok {
			continue
		}
		rest, _, _ := bytes.Cut(m.source[item.Pos():], []byte("\n"))
		digits := len(rest) - len(bytes.TrimLeft(rest, "0123456789"))
		e := entry{node: item, mark: string(rest[:min(digits+1, len(rest))]),
			text:  strings.TrimSpace(string(rest[min(digits+1, len(rest)):])),
			apart: item.HasBlankPreviousLines()}
		for _, d := range rest[:digits] {
			e.number = 10*e.number + int(d-'0')
		}
		all = append(all, e)
	}
	return all
}

// follows says whether the block continues a paragraph: no empty line stands between them.
func follows(b ast.Node) (before ast.Node, ok bool) {
	before = b.PreviousSibling()
	if before == nil || b.HasBlankPreviousLines() {
		return nil, false
	}
	return before, isText(before)
}

// numbered says how a numbered list is meant: two items or more in order are one, from 1 or 0 in
// any case, from another number when the lines stand together or begin as sentences do. Days of
// months are dates, and numbers of four digits are years.
func (m *markdown) numbered(items []entry) reading {
	first := items[0]
	inOrder, together, capitals := ordered(items), true, true
	empty := 0
	for i, e := range items {
		if e.text == "" {
			empty++
		}
		together = together && (i == 0 || !e.apart)
		r, _ := utf8.DecodeRuneInString(e.text)
		capitals = capitals && !unicode.IsLower(r)
	}
	ordinals := first.mark[len(first.mark)-1] == '.'
	switch {
	case len(items) == 1, empty == len(items), ordinals && m.dates(items):
		return asProse
	case empty > 0:
		return inDoubt
	case ordinals && first.number >= 1000 && !together:
		return asProse
	case ordinals && first.number >= 1000:
		return inDoubt
	case inOrder && (first.number <= 1 || together || capitals):
		return asList
	case inOrder, together, first.number <= 1 && (capitals || items[1].number <= 1):
		return inDoubt
	}
	return asProse
}

// ordered says whether each item has the number after the one before; a list of two or more may
// begin again at 1.
func ordered(items []entry) bool {
	run := 0 // items since the list began
	for i, e := range items {
		switch {
		case i > 0 && e.number == items[i-1].number+1:
		case i > 0 && (run < 2 || e.number > 1):
			return false
		default:
			run = 0
		}
		run++
	}
	return run > 1
}

// dates says whether every item begins with a month.
func (m *markdown) dates(items []entry) bool {
	lang, err := language.Find(string(m.r.Locale))
	if err != nil {
		return false
	}
	short := " " + strings.Join(lang.Lexicon.Things.MonthsShort.List(), " ") + " "
	for _, e := range items {
		word, _, _ := strings.Cut(e.text, " ")
		word = strings.ToLower(strings.TrimRight(word, ".,;:!?)»"))
		is := strings.Contains(short, " "+word+" ") && word != ""
		for _, month := range lang.Months {
			is = is || word == strings.ToLower(month)
		}
		if !is {
			return false
		}
	}
	return true
}

// bulleted says how a list with bullets is meant. One line alone may be a dash, a sign before a
// number or a star that explains another; a list it is with a hyphen, and not in the middle of a
// sentence.
func (m *markdown) bulleted(items []entry, list *ast.List, nested bool) reading {
	first := items[0]
	switch r, _ := utf8.DecodeRuneInString(first.text); {
	case m.bullets[first.node.Pos()]:
		return asList
	case len(items) > 1 && first.mark == "+" && unicode.IsDigit(r):
		return inDoubt
	case len(items) > 1:
		return asList
	case first.mark != "-" || unicode.IsDigit(r) || m.beginsClause(first.text):
		return asProse
	}
	before, ok := follows(list)
	if !ok || nested {
		return asList
	}
	end := m.end(before)
	if strings.HasSuffix(strings.TrimRight(string(m.source[:end]), " \t*_"), ":") {
		return asList
	}
	return asProse
}

// beginsClause says whether a text begins with a word that goes on with a sentence: «men».
func (m *markdown) beginsClause(text string) bool {
	lang, err := language.Find(string(m.r.Locale))
	if err != nil {
		return false
	}
	word, _, _ := strings.Cut(text, " ")
	g := lang.Lexicon.Grammar
	for _, w := range append(g.Clauses.List(), g.And.List()...) {
		if word == w {
			return true
		}
	}
	return false
}

// list reads a list, or what CommonMark takes for one.
func (m *markdown) list(list *ast.List, at nesting) {
	items := m.entries(list)
	if len(items) == 0 {
		return
	}
	read := m.bulleted(items, list, at.lists > 0)
	if list.IsOrdered() {
		read = m.numbered(items)
	}
	switch read {
	case asProse:
		m.unlisted(list, items, at)
		return
	case inDoubt:
		m.doubtful(items)
	}
	for _, e := range items {
		inner := nesting{kind: Bullet, level: at.lists, lists: at.lists + 1}
		if list.IsOrdered() {
			inner.kind, inner.number, inner.mark = Numbered, e.number, e.mark
		}
		m.item(e, inner)
	}
}

// item reads an item of a list. The number of one that begins with no text of its own stands alone.
func (m *markdown) item(e entry, at nesting) {
	first := e.node.FirstChild()
	if at.kind == Bullet || first != nil && isText(first) {
		m.blocks(e.node, at)
		return
	}
	begun := true
	at.begun = &begun
	m.out = append(m.out, Paragraph{Kind: at.kind, Number: at.number, Mark: at.mark, First: true,
		Level: at.level, Inlines: []Inline{{Text: language.NoBreakSpace}}})
	m.rest(first, at)
}

// isText says whether a block is a paragraph.
func isText(b ast.Node) bool {
	return b.Kind() == ast.KindParagraph || b.Kind() == ast.KindTextBlock
}

// doubtful asks what numbered lines are meant to be.
func (m *markdown) doubtful(items []entry) {
	odd := items[0]
	for i, e := range items[1:] {
		if e.number != items[i].number+1 || e.text == "" {
			odd = e
			break
		}
	}
	hint := "number a list from 1 on"
	if odd.mark == "+" {
		odd, hint = items[0], "write - for a list"
	}
	if !odd.apart {
		hint += "; put an empty line between paragraphs"
	}
	m.exactly(odd.node.Pos(), odd.node.Pos()+len(odd.mark),
		"this may be an item of a list or the beginning of a paragraph",
		fmt.Sprintf("%s; %s is always a paragraph", hint, m.escaped(odd.mark)))
}

// escaped is a mark at the start of a line as it is written so that it makes no list.
func (m *markdown) escaped(mark string) string {
	backslash := `\\`
	if strings.HasPrefix(m.n.Written(), "'") {
		backslash = `\`
	}
	return mark[:len(mark)-1] + backslash + mark[len(mark)-1:]
}

// unlisted prints the items of a list as the paragraphs that they are. A line that no empty one
// parts from the text before it goes on with that.
func (m *markdown) unlisted(list *ast.List, items []entry, at nesting) {
	_, continues := follows(list)
	for i, e := range items {
		m.marked(e.node, e.mark+" ", at, continues && i == 0 || i > 0 && !e.apart)
	}
}

// marked prints blocks as prose, the first with what stands before it.
func (m *markdown) marked(parent ast.Node, mark string, at nesting, continues bool) {
	first := parent.FirstChild()
	if first == nil || !isText(first) {
		m.paragraph(nil, mark, at, continues)
	} else {
		m.paragraph(first, mark, at, continues)
		first = first.NextSibling()
	}
	m.rest(first, at)
}

// quotation reads a block quotation, or a line that begins with a sign for more: «> 50».
func (m *markdown) quotation(b *ast.Blockquote, at nesting) {
	text, ok := b.FirstChild().(*ast.Paragraph)
	if !ok || b.ChildCount() > 1 || !m.comparison(b, text) {
		m.blocks(b, nesting{kind: Quotation, level: at.level, lists: at.lists})
		return
	}
	_, continues := follows(b)
	mark := string(m.source[b.Pos():text.Pos()])
	m.marked(b, mark, at, continues)
}

// comparison says whether the sign stands on the first line alone, and before a number.
func (m *markdown) comparison(b *ast.Blockquote, text *ast.Paragraph) bool {
	if text.Pos() < b.Pos() || text.Lines().Len() == 0 {
		return false
	}
	for i := 1; i < text.Lines().Len(); i++ {
		start := text.Lines().At(i).Start
		line := m.source[bytes.LastIndexByte(m.source[:start], '\n')+1 : start]
		if bytes.IndexByte(line, '>') >= 0 {
			return false
		}
	}
	rest := bytes.TrimLeft(m.source[text.Pos():], " =")
	r, _ := utf8.DecodeRune(rest)
	return unicode.IsDigit(r) || r == markOpen
}

// lines warns of lines that run together in one paragraph, though each begins as an item of a list
// does: with a dash, or a) b) c).
func (m *markdown) lines(b ast.Node) {
	if b.Lines() == nil || b.Lines().Len() < 2 {
		return
	}
	for i := range b.Lines().Len() - 1 {
		first, second := b.Lines().At(i), b.Lines().At(i+1)
		one, other := string(first.Value(m.source)), string(second.Value(m.source))
		mark, text := lineMark(one)
		next, _ := lineMark(other)
		if mark == "" || next == "" || !successive(mark, next) || i > 0 && !m.introduced(b, i) {
			continue
		}
		m.together(first.Start, mark, text)
		return
	}
}

// together tells of lines that run together. Dashes come from a list or from talk, and neither is
// meant to; symbols, letters and numbers in brackets may stand in one paragraph.
func (m *markdown) together(start int, mark, text string) {
	const what = "these lines run together in one paragraph"
	hint := "for a list write: - " + strings.TrimSpace(text) +
		"; for paragraphs, an empty line between"
	if mark == "–" || mark == "—" {
		m.exactly(start, start+len(mark), what, hint)
		return
	}
	m.warn(start, start+len(mark), what, hint)
}

// introduced says whether the line before a line ends with a colon.
func (m *markdown) introduced(b ast.Node, i int) bool {
	before := b.Lines().At(i - 1)
	return strings.HasSuffix(strings.TrimSpace(string(before.Value(m.source))), ":")
}

// lineMark is a dash, a), (a), (1) or a symbol that a line begins with, and what follows it.
func lineMark(line string) (mark, text string) {
	word, text, ok := strings.Cut(strings.TrimRight(line, " \n\r"), " ")
	inner := strings.TrimSuffix(strings.TrimPrefix(word, "("), ")")
	switch {
	case !ok || text == "":
	case word == "–", word == "—":
		return word, text
	case inner != word && strings.HasSuffix(word, ")") && len(inner) == 1 &&
		(inner[0] >= 'a' && inner[0] <= 'z' || inner[0] >= '1' && inner[0] <= '9'):
		return word, text
	case !strings.ContainsFunc(word, func(r rune) bool {
		return !unicode.In(r, unicode.So, unicode.Sk, unicode.Sm, unicode.Variation_Selector)
	}) && utf8.RuneCountInString(word) <= 2:
		return word, text // ✅ and its like
	}
	return "", ""
}

// successive says whether two marks are of one list.
func successive(a, b string) bool {
	if a == b {
		return !strings.HasSuffix(a, ")")
	}
	x, y := strings.Trim(a, "()"), strings.Trim(b, "()")
	return len(x) == 1 && len(y) == 1 && y[0] == x[0]+1
}

// unused tells of a line that only says where links lead to, and that no link uses: it would not be
// printed.
func (m *markdown) unused(d *ast.LinkReferenceDefinition, root ast.Node) {
	used := false
	_ = ast.Walk(root, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if link, ok := n.(*ast.Link); ok && link.Reference != nil &&
			strings.EqualFold(string(link.Reference.Value), string(d.Label)) {
			used = true
		}
		return ast.WalkContinue, nil
	})
	if !used {
		m.problem(m.offset(d), "this line is not printed: it says where ["+string(d.Label)+
			"] leads to, and no such link stands in the text",
			"write "+m.escaped("[")+" for a bracket, or [^"+string(d.Label)+"]: for a footnote")
	}
}

// bulletMarks are the bullets of word processors, by rank: what stands further in comes later. The
// last ones are those of the fonts Symbol and Wingdings, in Unicode's private area.
var bulletMarks = map[rune]int{'•': 0, '●': 0, '∙': 0, '·': 0, '⁃': 0, '‣': 0, '\uf0b7': 0,
	'\uf0d8': 0, '\uf0fc': 0, '\uf076': 0, '\uf0a8': 0, 'o': 1, '◦': 1, '○': 1, '▫': 1, '□': 1,
	'▪': 2, '■': 2, '\uf0a7': 2}

// bullet is a bullet of a word processor in the decoded text, and what stands for it in Markdown.
type bullet struct {
	at   source.Span
	with string
}

// wordBullets finds the bullets that word processors put before lines. An o counts only before a
// tab and below other bullets.
func wordBullets(s string) []bullet {
	var out []bullet
	var open []rune // those of the levels that are open
	for start := 0; start < len(s); {
		line := lineAt(s, start)
		body := strings.TrimLeft(line, " \t\u00a0")
		r, size := utf8.DecodeRuneInString(body)
		rest := strings.TrimLeft(body[min(size, len(body)):], " \t\u00a0")
		rank, known := bulletMarks[r]
		spaced := len(rest) < len(body)-size
		switch {
		case strings.TrimSpace(line) == "" && len(open) > 0: // the list may go on
		case !known || rest == "" || !spaced && r == '·',
			r == 'o' && (len(open) == 0 || !strings.HasPrefix(body, "o\t")):
			open = nil
		default:
			for len(open) > 0 && bulletMarks[open[len(open)-1]] > rank {
				open = open[:len(open)-1]
			}
			if len(open) == 0 || bulletMarks[open[len(open)-1]] < rank {
				open = append(open, r)
			}
			out = append(out, bullet{source.Span{Start: start, End: start + len(line) - len(rest)},
				strings.Repeat("  ", len(open)-1) + "- "})
		}
		start += len(line) + 1
	}
	return out
}
