package prose

import (
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	extended "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"

	"rapport/content/language"
	"rapport/content/source"
)

// A placeholder stands in the Markdown as a mark: two characters that are letters to nobody's
// grammar (Unicode noncharacters, refused in the content itself), around its number in the same
// alphabet. So what it prints can never become markup.
const (
	markOpen  = '\ufdd0'
	markClose = '\ufdd1'
	markDigit = '\ufdd2' // and the nine after it
)

// filled is what a placeholder prints, or a change of language.
type filled struct {
	text    string
	inlines []Inline // a reference or a citation; text is empty
	speech  speech
}

// markdown is one prose text on its way from Markdown to paragraphs.
type markdown struct {
	r      *Reader
	n      *source.Node
	source []byte   // with marks for placeholders
	values []filled // by mark
	moved  []shift
	notes  map[int]*Note // by goldmark's index
	out    Prose
	// bullets are the offsets of bullets that came from a word processor
	bullets map[int]bool
}

// shift says that from an offset in the Markdown on, the decoded text is so many bytes further.
type shift struct{ at, original int }

// Text reads Markdown with placeholders.
func (r *Reader) Text(n *source.Node, s string) Prose {
	r.wrote(n, s, true)
	m := &markdown{r: r, n: n}
	m.fill(s)
	root := r.parser.Parse(text.NewReader(m.source))
	m.checkNotes()
	m.readNotes(root)
	m.blocks(root, nesting{})
	m.definitions(root)
	return m.out
}

// Prose is a value of a table in Markdown with placeholders.
func (r *Reader) Prose(t *source.Table, name string, must source.Need) Prose {
	n, s := t.TextNode(name, must)
	if n == nil {
		return nil
	}
	before := len(r.source.Problems)
	p := r.Text(n, s)
	if must == source.Required && len(p) == 0 && len(r.source.Problems) == before &&
		!strings.Contains(s, "{") { // a placeholder that has no value has been told of
		r.source.AtValue(n, source.Quoted(name)+" is empty", "nothing of it is printed")
	}
	return p
}

// fill puts marks in the place of placeholders and of changes of language. Between those,
// placeholders print in the language of the words around them.
func (m *markdown) fill(s string) {
	var b strings.Builder
	outer := m.r.Locale
	speaking := speaker{base: string(outer)}
	bullets := wordBullets(s)
	m.bullets = map[int]bool{}
	m.r.expand(m.n, s, m.r.phrases(m.n, s), func(text string, at int) {
		for ; len(bullets) > 0 && bullets[0].at.End <= at+len(text); bullets = bullets[1:] {
			before := bullets[0].at.Start - at
			if before < 0 { // inside a placeholder
				continue
			}
			m.moved = append(m.moved, shift{b.Len(), at})
			b.WriteString(text[:before])
			m.moved = append(m.moved, shift{b.Len(), at + before})
			b.WriteString(bullets[0].with)
			m.bullets[b.Len()-len("- ")] = true
			text, at = text[bullets[0].at.End-at:], bullets[0].at.End
		}
		m.moved = append(m.moved, shift{b.Len(), at})
		b.WriteString(text)
	}, func(f filled, at source.Span) {
		m.moved = append(m.moved, shift{b.Len(), at.Start})
		b.WriteRune(markOpen)
		for _, digit := range strconv.Itoa(len(m.values)) {
			b.WriteRune(markDigit + digit - '0')
		}
		b.WriteRune(markClose)
		m.values = append(m.values, f)
		if speaking.hear(f.speech); f.speech != (speech{}) {
			m.r.Locale = language.Locale(speaking.now())
		}
	})
	m.r.Locale = outer
	m.source = []byte(b.String())
	m.addresses()
}

// newParser knows CommonMark and footnotes, and tables so that they can be refused.
func newParser() parser.Parser {
	p := goldmark.DefaultParser()
	p.AddOptions(
		parser.WithParagraphTransformers(
			util.Prioritized(tableFinder{}, 200)),
		parser.WithBlockParsers(util.Prioritized(noteParser{}, 999)),
		parser.WithInlineParsers(util.Prioritized(noteMarkParser{}, 101)))
	return p
}

// nesting is where in nested lists and quotations a block stands.
type nesting struct {
	kind   ParagraphKind
	number int
	mark   string
	level  int
	lists  int   // how many lists it is in
	begun  *bool // whether a paragraph of it has been read
}

// blocks turns the blocks below a node into paragraphs. Only the first paragraph of an item or
// quotation is marked First.
func (m *markdown) blocks(parent ast.Node, at nesting) {
	at.begun = new(bool)
	m.rest(parent.FirstChild(), at)
}

// rest is blocks from one of them on.
func (m *markdown) rest(b ast.Node, at nesting) {
	for ; b != nil; b = b.NextSibling() {
		if isText(b) {
			m.lines(b)
			m.paragraph(b, "", at, false)
			continue
		}
		m.block(b, at)
	}
}

// block reads any block but a paragraph.
func (m *markdown) block(b ast.Node, at nesting) {
	switch b := b.(type) {
	case *ast.List:
		m.list(b, at)
	case *ast.Blockquote:
		m.quotation(b, at)
	case *ast.LinkReferenceDefinition, *extended.FootnoteList:
	default:
		m.refuse(b)
	}
}

// paragraph adds a paragraph that begins with a mark, to the one before when it continues that. One
// without words is left out.
func (m *markdown) paragraph(b ast.Node, mark string, at nesting, continues bool) {
	r := &run{m: m, speaking: speaker{base: string(m.r.Locale)}}
	k := len(m.out) - 1
	if continues = continues && k >= 0; continues {
		r.out, mark = m.out[k].Inlines, " "+mark
	}
	r.plain(mark, style{})
	if b != nil {
		r.walk(b, style{})
		m.warnOfLeftovers(b)
	}
	inlines := r.trimmed()
	if continues {
		m.out[k].Inlines = inlines
	} else if seen(inlines) {
		m.out = append(m.out, Paragraph{Kind: at.kind, Number: at.number, Mark: at.mark,
			First: at.kind != Plain && !*at.begun, Level: at.level, Inlines: inlines})
	}
	*at.begun = true
}

// seen says whether inlines print anything.
func seen(inlines []Inline) bool {
	return slices.ContainsFunc(inlines, func(in Inline) bool {
		return !in.isText() || source.OneLine(in.Text) != ""
	})
}

// definitions tells of lines that nothing prints.
func (m *markdown) definitions(root ast.Node) {
	_ = ast.Walk(root, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if d, ok := n.(*ast.LinkReferenceDefinition); ok && entering {
			m.unused(d, root)
		}
		return ast.WalkContinue, nil
	})
}

// refuse reports a block that prose cannot hold.
func (m *markdown) refuse(b ast.Node) {
	what, hint := "this Markdown cannot stand here", ""
	switch b := b.(type) {
	case *ast.Heading:
		what, hint = "a Markdown heading in prose",
			"headings have keys of their own: heading = \"…\"; write \\# for a number sign"
		if at := m.offset(b); at >= len(m.source) || m.source[at] != '#' {
			hint = "the line of marks below it makes it one: " +
				"put an empty line between, or take it out"
		}
	case *ast.HTMLBlock:
		what, hint = "HTML in prose", "write Markdown; \\< prints a less-than sign"
	case *ast.CodeBlock, *ast.FencedCodeBlock:
		what, hint = "a block of code in prose", "indent by fewer than four spaces"
	case *ast.ThematicBreak:
		what, hint = "a rule in prose", "end the block and begin a new one"
	case *extended.Table:
		what, hint = "a Markdown table in prose",
			"tables are made from figures: table = [\"survey.figure\"]"
	default:
		_ = b
	}
	m.problem(m.offset(b), what, hint)
}

// offset is where a block or inline begins in the Markdown.
func (m *markdown) offset(n ast.Node) int {
	if at := n.Pos(); at >= 0 {
		return at
	}
	if n.Type() == ast.TypeBlock && n.Lines() != nil && n.Lines().Len() > 0 {
		return n.Lines().At(0).Start
	}
	if c := n.FirstChild(); c != nil {
		if t, ok := c.(*ast.Text); ok {
			return t.Segment.Start
		}
		return m.offset(c)
	}
	if p := n.PreviousSibling(); p != nil {
		return m.end(p)
	}
	if n.Parent() != nil && n.Parent().Kind() != ast.KindDocument {
		return m.offset(n.Parent())
	}
	return 0
}

// end is where an inline ends, as far as its texts tell.
func (m *markdown) end(n ast.Node) int {
	if t, ok := n.(*ast.Text); ok {
		return t.Segment.Stop
	}
	if c := n.LastChild(); c != nil {
		return m.end(c)
	}
	return max(0, n.Pos())
}

// problem reports what begins at an offset of the Markdown, up to the end of its word.
func (m *markdown) problem(offset int, what, hint string) {
	for offset < len(m.source) && source.ASCIISpace(rune(m.source[offset])) {
		offset++
	}
	end := offset
	for end < len(m.source) && !source.ASCIISpace(rune(m.source[end])) {
		end++
	}
	m.exactly(offset, end, what, hint)
}

// exactly reports a stretch of the Markdown.
func (m *markdown) exactly(offset, end int, what, hint string) {
	start := m.original(offset)
	m.r.source.Problem(m.n, m.n.Within(start, max(start+1, m.original(end))), what, hint)
}

// warn tells of a stretch of the Markdown that is printed in another way than it may be meant.
func (m *markdown) warn(offset, end int, what, hint string) {
	start := m.original(offset)
	m.r.source.Doubt(m.n, m.n.Within(start, max(start+1, m.original(end))), what, hint)
}

// original is the offset in the decoded text of an offset in the Markdown.
func (m *markdown) original(offset int) int {
	for i := len(m.moved) - 1; i >= 0; i-- {
		if s := m.moved[i]; s.at <= offset {
			return s.original + offset - s.at
		}
	}
	return offset
}

// style is what an inline inherits.
type style struct {
	emph, strong bool
	uri          string
}

// run collects inlines and joins those of one style.
type run struct {
	m        *markdown
	speaking speaker
	out      []Inline
	more     []byte // text that goes on behind the last inline's
}

func (r *run) walk(parent ast.Node, s style) {
	for n := parent.FirstChild(); n != nil; n = n.NextSibling() {
		switch n := n.(type) {
		case *ast.Text:
			r.text(n, s)
		case *ast.String:
			r.add(string(n.Value), s)
		case *ast.Emphasis:
			inner := s
			if r.m.arithmetic(n) {
				r.plain("*", s)
				r.walk(n, s)
				r.plain("*", s)
				continue
			}
			if n.Level == 1 {
				inner.emph = true
			} else {
				inner.strong = true
			}
			r.walk(n, inner)
		case *ast.Link:
			inner := s
			inner.uri = r.m.target(n, string(n.Destination))
			if len(n.Title) > 0 {
				r.m.problem(r.m.offset(n), "a link with a title",
					"nothing prints it: take out what stands in quotes")
			}
			r.walk(n, inner)
		case *ast.AutoLink:
			inner := s
			inner.uri = r.m.target(n, string(n.URL(r.m.source)))
			if n.AutoLinkType == ast.AutoLinkEmail && !strings.HasPrefix(inner.uri, "mailto:") {
				inner.uri = "mailto:" + inner.uri
			}
			r.add(unescape(n.Label(r.m.source)), inner)
		case *extended.FootnoteLink:
			r.append(Inline{Note: r.m.notes[n.Index]}, s)
		default:
			r.m.refuseInline(n)
		}
	}
}

// refuseInline reports an inline that prose cannot hold.
func (m *markdown) refuseInline(n ast.Node) {
	what, hint := "this Markdown cannot stand here", ""
	at := m.offset(n)
	switch n := n.(type) {
	case *ast.Image:
		what, hint = "an image in prose", "write \\! for an exclamation mark before a link"
	case *ast.RawHTML:
		what, hint = "HTML in prose", "write Markdown; \\< prints a less-than sign"
		if n.Segments.Len() > 0 {
			at = n.Segments.At(0).Start
		}
	case *ast.CodeSpan:
		what, hint = "code in prose", "write \\` for a grave accent"
	}
	m.problem(at, what, hint)
}

// target is where a link leads, which must be a web or mail address without placeholders.
func (m *markdown) target(n ast.Node, uri string) string {
	clean := unescape([]byte(uri))
	scheme, _, _ := strings.Cut(strings.ToLower(clean), ":")
	switch {
	case strings.ContainsRune(clean, markOpen):
		m.problem(m.offset(n), "a placeholder in the address of a link",
			"placeholders belong in the text")
		return ""
	case strings.HasPrefix(clean[min(len(scheme), len(clean)):], "://") &&
		(scheme == "https" || scheme == "http"),
		strings.Contains(clean, ":") && (scheme == "mailto" || scheme == "tel"):
		return clean
	case strings.Contains(clean, "@") && !strings.ContainsAny(clean, ":/ "):
		return clean
	}
	m.problem(m.offset(n),
		"the link leads to "+source.Quoted(clean)+", which is no web or mail address",
		"begin it with https:// or mailto:")
	return ""
}

// text adds a stretch of text. Lines are joined with a space.
func (r *run) text(t *ast.Text, s style) {
	r.add(unescape(t.Segment.Value(r.m.source)), s)
	switch {
	case t.HardLineBreak() &&
		strings.HasSuffix(string(r.m.source[:min(t.Segment.Stop+1, len(r.m.source))]), `\`):
		r.m.problem(t.Segment.Stop, "a line break inside a paragraph",
			"an empty line begins a new paragraph")
	case t.HardLineBreak(), t.SoftLineBreak():
		r.add(" ", s)
	}
}

// unescape resolves backslashes and entities, in one pass so that \&amp; stays &amp;.
func unescape(b []byte) string {
	if strings.IndexByte(string(b), '\\') < 0 && strings.IndexByte(string(b), '&') < 0 {
		return string(b)
	}
	var out strings.Builder
	for i := 0; i < len(b); i++ {
		switch {
		case b[i] == '\\' && i+1 < len(b) && util.IsPunct(b[i+1]):
			i++
			out.WriteByte(b[i])
		case b[i] == '&':
			text, size := Entity(string(b[i:min(i+maxEntity, len(b))]))
			if size == 0 {
				text, size = "&", 1
			}
			out.WriteString(text)
			i += size - 1
		default:
			out.WriteByte(b[i])
		}
	}
	return out.String()
}

// maxEntity is how many bytes an entity has at most.
const maxEntity = 41

// Entity is what an entity at the beginning of a text prints, and how many bytes it has; 0 when
// none stands there. One that is not known, or that is no character to print, prints itself.
func Entity(s string) (text string, size int) {
	if s == "" || s[0] != '&' {
		return "", 0
	}
	end := strings.IndexAny(s[1:min(maxEntity, len(s))], ";&")
	if end < 0 || s[1+end] != ';' {
		return "", 0
	}
	size = end + 2
	text = string(util.ResolveEntityNames(util.ResolveNumericReferences([]byte(s[:size]))))
	if strings.ContainsFunc(text, func(r rune) bool { return !source.Printable(r) }) {
		return s[:size], size
	}
	return text, size
}

// add appends text in a style, with the marks in it replaced by what their placeholders print.
func (r *run) add(s string, st style) {
	for {
		k := strings.IndexRune(s, markOpen)
		if k < 0 {
			r.plain(s, st)
			return
		}
		r.plain(s[:k], st)
		s = s[k+utf8.RuneLen(markOpen):]
		end := strings.IndexRune(s, markClose)
		number := 0
		for _, d := range s[:max(end, 0)] {
			number = number*10 + int(d-markDigit)
		}
		s = s[max(end, 0)+utf8.RuneLen(markClose):]
		r.value(r.m.values[number], st)
	}
}

// value appends what a placeholder prints, or hears a change of language.
func (r *run) value(v filled, st style) {
	r.speaking.hear(v.speech)
	r.plain(v.text, st)
	for _, in := range v.inlines {
		r.append(in, st)
	}
}

// plain appends text.
func (r *run) plain(s string, st style) {
	if s != "" {
		r.append(Inline{Text: s}, st)
	}
}

// append appends an inline in a style, joined to what stands before it when both are text of one
// style.
func (r *run) append(in Inline, st style) {
	in.Emph, in.Strong = in.Emph || st.emph, in.Strong || st.strong
	if in.URI == "" {
		in.URI = st.uri
	}
	in.Language = r.speaking.other()
	if k := len(r.out) - 1; k >= 0 && in.isText() && r.out[k].isText() {
		last := r.out[k]
		last.Text = in.Text
		if last == in {
			r.more = append(r.more, in.Text...)
			return
		}
	}
	r.join()
	r.out = append(r.out, in)
}

// join ends the last inline's text. Joined piece by piece, a paragraph of many lines would cost its
// length for each of them.
func (r *run) join() {
	if len(r.more) > 0 {
		r.out[len(r.out)-1].Text += string(r.more)
		r.more = r.more[:0]
	}
}

// isText says whether an inline is its text, and not a mark that the layout fills in.
func (in Inline) isText() bool { return in.Ref == nil && in.Note == nil && in.Field == "" }

// trimmed is the inlines without white space at the ends of the paragraph.
func (r *run) trimmed() []Inline {
	const blank = " \t\r\n"
	r.join()
	out := r.out
	for len(out) > 0 && out[0].isText() {
		if out[0].Text = strings.TrimLeft(out[0].Text, blank); out[0].Text != "" {
			break
		}
		out = out[1:]
	}
	for len(out) > 0 && out[len(out)-1].isText() {
		last := &out[len(out)-1]
		if last.Text = strings.TrimRight(last.Text, blank); last.Text != "" {
			break
		}
		out = out[:len(out)-1]
	}
	return out
}
