package prose

import (
	"bytes"
	"fmt"

	"github.com/yuin/goldmark/ast"
	extended "github.com/yuin/goldmark/extension/ast"

	"rapport/content/source"
)

// readNotes reads the footnotes of a prose text: [^1] in it, and [^1]: text in the same string.
func (m *markdown) readNotes(root ast.Node) {
	m.notes = map[int]*Note{}
	eachNote(root, func(f *extended.Footnote) {
		if f.Index > 0 {
			m.notes[f.Index] = m.note(f)
		}
	})
	m.out = nil
}

// note reads the text of a footnote.
func (m *markdown) note(f *extended.Footnote) *Note {
	m.out = nil
	m.blocks(f, nesting{})
	return &Note{Pos: m.n.PosWithin(m.original(m.offset(f))), Text: m.out}
}

// noteMark is [^label] in the Markdown.
type noteMark struct {
	label      string
	start, end int
	defines    bool // a colon follows, at the beginning of a line
	inside     bool // in the text of a footnote, which goes on on indented lines
}

// noteMarks finds all marks of footnotes.
func (m *markdown) noteMarks() []noteMark {
	var out []noteMark
	inside := false
	for i := 0; i < len(m.source); i++ {
		switch {
		case m.source[i] == '\\':
			i++
			continue
		case m.source[i] == '\n':
			if rest := m.source[i+1:]; len(rest) > 0 && !bytes.HasPrefix(rest, []byte("    ")) &&
				!source.ASCIISpace(rune(rest[0])) && m.blankBefore(i) {
				inside = false
			}
			continue
		case !bytes.HasPrefix(m.source[i:], []byte("[^")):
			continue
		}
		size := bytes.IndexAny(m.source[i+2:], "[]\n")
		if size <= 0 || m.source[i+2+size] != ']' {
			continue
		}
		mark := noteMark{label: string(m.source[i+2 : i+2+size]), start: i, end: i + size + 3,
			inside: inside}
		if mark.end < len(m.source) && m.source[mark.end] == ':' && m.beginsLine(i) {
			mark.defines, mark.inside = true, inside && m.indented(i)
			inside = true
		}
		out = append(out, mark)
		i = mark.end - 1
	}
	return out
}

// blankBefore says whether the line that ends at an offset is blank.
func (m *markdown) blankBefore(i int) bool {
	return len(bytes.TrimSpace(m.source[bytes.LastIndexByte(m.source[:i], '\n')+1:i])) == 0
}

// indented says whether the line of an offset belongs to the footnote above it.
func (m *markdown) indented(i int) bool {
	begin := bytes.LastIndexByte(m.source[:i], '\n') + 1
	before := bytes.TrimLeft(m.source[begin:i], ">")
	return bytes.HasPrefix(before, []byte("    ")) || bytes.ContainsRune(before, '\t')
}

// beginsLine says whether nothing but spaces and marks of quotations stands before an offset on its
// line.
func (m *markdown) beginsLine(i int) bool {
	before := m.source[bytes.LastIndexByte(m.source[:i], '\n')+1 : i]
	return len(bytes.Trim(before, " >")) == 0
}

// checkNotes sees to it that every footnote that is named is written, and the other way round.
func (m *markdown) checkNotes() {
	written, used := map[string]noteMark{}, map[string]bool{}
	marks := m.noteMarks()
	for _, k := range marks {
		if !k.defines {
			used[k.label] = true
			continue
		}
		if _, twice := written[k.label]; twice {
			m.exactly(k.start, k.end,
				"the footnote "+source.Quoted(k.label)+" is written twice", "")
		}
		written[k.label] = k
	}
	for _, k := range marks {
		_, ok := written[k.label]
		switch {
		case k.defines && k.inside:
			m.exactly(k.start, k.end, "a footnote in a footnote",
				"begin its line without spaces")
		case k.defines && !used[k.label]:
			m.exactly(k.start, k.end, "nothing refers to the footnote "+source.Quoted(k.label),
				fmt.Sprintf("put [^%s] where it belongs in the text", k.label))
		case k.defines:
		case !m.r.Notes:
			m.exactly(k.start, k.end, "a footnote cannot stand here",
				"footnotes belong to the text of chapters")
		case k.inside:
			m.exactly(k.start, k.end, "a footnote in a footnote", "")
		case !ok:
			m.exactly(k.start, k.end, "the footnote "+source.Quoted(k.label)+" is not written",
				fmt.Sprintf(`write it in the same text, on a line of its own: [^%s]: …`, k.label))
		}
	}
}
