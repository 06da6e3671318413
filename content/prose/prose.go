package prose

import (
	"iter"

	"rapport/content/source"
)

// Prose is Markdown read into blocks, with the placeholders for numbers already filled in.
type Prose []Paragraph

// ParagraphKind is what a Paragraph is.
type ParagraphKind uint8

// Kinds of paragraphs.
const (
	Plain     ParagraphKind = iota
	Bullet                  // an item of a bulleted list
	Numbered                // an item of a numbered list; Number is set
	Quotation               // a paragraph of a block quotation
)

// Paragraph is one paragraph or list item.
type Paragraph struct {
	Kind    ParagraphKind
	Number  int    // of a Numbered item
	Mark    string // a Numbered item's number as it is written: "2." or "2)"
	First   bool   // the first paragraph of its list item or quotation
	Level   int    // depth of nested lists, from 0
	Inlines []Inline
}

// Inline is a stretch of text in one style.
type Inline struct {
	Text     string
	Emph     bool
	Strong   bool
	URI      string     // a link
	Ref      *Ref       // a cross-reference; Text is empty, the layout fills it in
	Cite     *Reference // a citation; Text is what is printed, a link to the list
	Note     *Note      // a footnote's mark; Text is empty, the layout numbers it
	Field    string     // what each receiver of a mail has of their own; Text is empty
	Language string     // of the words, "" for the surrounding language
}

// Note is a footnote.
type Note struct {
	Pos  source.Pos
	Text Prose
}

// RefKind says what a cross-reference prints.
type RefKind uint8

// Kinds of cross-references.
const (
	RefFigure RefKind = iota // "Figur 3"
	RefPage                  // "side 7"
	RefFull                  // "Figur 3, side 7"; for a topic "Title, side 7"
)

// Ref is a cross-reference. Target is what a report has of that name: of package content a *Block
// with a figure or table, a *Topic or a *Chapter; nil until every block has been read.
type Ref struct {
	Pos    source.Pos
	Kind   RefKind
	Target any
}

// Plain is the text without styles; cross-references are left out.
func (p Prose) Plain() string {
	var s string
	for i, para := range p {
		if i > 0 {
			s += " "
		}
		for _, in := range para.Inlines {
			s += in.Text
		}
	}
	return s
}

// Speak marks all words that are not in a language of their own as being in the given one.
func (p Prose) Speak(language string) {
	for _, para := range p {
		for i := range para.Inlines {
			if para.Inlines[i].Language == "" {
				para.Inlines[i].Language = language
			}
		}
	}
}

// All goes through all inlines.
func (p Prose) All() iter.Seq[Inline] {
	return func(yield func(Inline) bool) {
		for _, para := range p {
			for _, in := range para.Inlines {
				if !yield(in) {
					return
				}
			}
		}
	}
}
