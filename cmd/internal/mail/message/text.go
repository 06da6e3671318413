package message

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"rapport/content"
)

// columns is the longest line of the text part; a web address is longer when it must.
const columns = 76

// Text is the text part for a receiver, with \n at the ends of lines.
func (l *Letter) Text(to Receiver) string {
	var b strings.Builder
	for i, p := range l.report.Mail.Text {
		if i > 0 && !tight(l.report.Mail.Text[i-1], p) {
			b.WriteString("\n")
		}
		first, rest := margins(p)
		var words strings.Builder
		for i, in := range p.Inlines {
			words.WriteString(l.plain(p.Inlines, i, to))
			if last := i == len(p.Inlines)-1 || p.Inlines[i+1].URI != in.URI; last {
				words.WriteString(beside(p.Inlines[:i+1]))
			}
		}
		wrap(&b, words.String(), first, rest)
	}
	b.WriteString("\n-- \n") // RFC 3676, 4.3
	for _, line := range l.footer(to) {
		wrap(&b, line.text, "", "")
	}
	return b.String()
}

// tight says whether two paragraphs are items of one list.
func tight(a, b content.Paragraph) bool {
	return listOf(a) != "" && listOf(b) != ""
}

// margins are what stands before the first line of a paragraph, and before the others.
func margins(p content.Paragraph) (first, rest string) {
	in := strings.Repeat("  ", min(p.Level, 5))
	switch {
	case p.Kind == content.Quotation:
		return "> ", "> "
	case p.Kind == content.Bullet && p.First:
		return in + "- ", in + "  "
	case p.Kind == content.Numbered && p.First:
		mark := p.Mark
		if mark == "" {
			mark = fmt.Sprintf("%d.", p.Number)
		}
		return in + mark + " ", in + strings.Repeat(" ", utf8.RuneCountInString(mark)+1)
	case p.Kind != content.Plain:
		return in + "  ", in + "  "
	}
	return "", ""
}

// beside is the address of a link that ends here, when its words are not the address.
func beside(inlines []content.Inline) string {
	uri, words := inlines[len(inlines)-1].URI, ""
	if uri == "" {
		return ""
	}
	for _, in := range slices.Backward(inlines) {
		if in.URI != uri {
			break
		}
		words = in.Text + words
	}
	bare := strings.TrimPrefix(strings.TrimPrefix(uri, "mailto:"), "https://")
	if words == uri || strings.TrimSuffix(bare, "/") == strings.TrimSuffix(words, "/") {
		return ""
	}
	return " <" + uri + ">"
}

// plain is an inline in words. A field that a receiver does not have takes the space before it away:
// "Hei {first_name}!" becomes "Hei!".
func (l *Letter) plain(line []content.Inline, i int, to Receiver) string {
	in := line[i]
	switch {
	case in.Field != "":
		return l.field(in.Field, to)
	case in.Ref != nil:
		name, _ := l.words.Reference(*in.Ref)
		return name
	}
	text := content.WithoutSoftHyphens(in.Text)
	if i+1 < len(line) && line[i+1].Field != "" && l.field(line[i+1].Field, to) == "" {
		text = strings.TrimRight(text, " \u00a0")
	}
	return text
}

// field is what a receiver has in the place of a placeholder.
func (l *Letter) field(name string, to Receiver) string {
	switch name {
	case "name":
		return oneLine(to.Name, maxName)
	case "first_name":
		return oneLine(to.FirstName, maxName)
	}
	return l.report.Mail.Link
}

// wrap writes words in lines. A no-break space parts nothing.
func wrap(b *strings.Builder, text, first, rest string) {
	margin, used := first, 0
	for i, word := range strings.Fields(strings.NewReplacer("\u00a0", "\x01", "\u202f", "\x02").
		Replace(text)) {
		word = strings.NewReplacer("\x01", "\u00a0", "\x02", "\u202f").Replace(word)
		for _, piece := range pieces(word, columns-utf8.RuneCountInString(margin)) {
			n := utf8.RuneCountInString(piece)
			switch {
			case i > 0 && used+1+n <= columns:
				b.WriteByte(' ')
				used++
			case used > 0 || i > 0:
				b.WriteByte('\n')
				margin, used = rest, 0
				fallthrough
			default:
				b.WriteString(margin)
				used = utf8.RuneCountInString(margin)
			}
			b.WriteString(piece)
			used += n
		}
	}
	b.WriteByte('\n')
}

// pieces cuts a word that no line holds, unless it is an address, which must stay whole.
func pieces(word string, most int) []string {
	if utf8.RuneCountInString(word) <= most || strings.Contains(word, "://") ||
		strings.Contains(word, "@") {
		return []string{word}
	}
	var out []string
	for runes := []rune(word); len(runes) > 0; {
		n := min(most, len(runes))
		out = append(out, string(runes[:n]))
		runes = runes[n:]
	}
	return out
}

// note is a line at the foot of a message.
type note struct {
	text string
	uri  string // where it leads
	show string // the end of text that leads there
}

// footer says what is attached, who sends, and how one gets no more of this.
func (l *Letter) footer(to Receiver) []note {
	var out []note
	if l.pdf != nil {
		out = append(out, note{text: fmt.Sprintf(l.own.attached, l.FileName(), l.own.size(len(l.pdf)))})
	}
	out = append(out, note{text: fmt.Sprintf(l.own.from, l.report.Publisher)})
	if all := l.report.Mail.Unsubscribe; len(all) > 0 {
		uri := addressed(all[0], to)
		show := strings.TrimPrefix(uri, "mailto:")
		show, _, _ = strings.Cut(show, "?subject=")
		out = append(out, note{text: l.own.leave + " " + show, uri: uri, show: show})
	}
	return out
}
