package prose

import (
	"github.com/yuin/goldmark/parser"

	"rapport/content/language"
	"rapport/content/source"
	"rapport/content/survey"
)

// Reader reads the texts of one report. Problems go to the source reader; figures are looked up
// with the survey reader.
type Reader struct {
	Home   language.Locale // the report's
	Locale language.Locale // of the text being read, for its numbers and citations
	Notes  bool            // footnotes may stand in the prose being read
	Fields []string        // placeholders that whoever sends the text fills in, each for itself

	// Audience is the name of the group that an edition is for, or "alle".
	Audience string
	// Withheld are the numbers that may not be published: what is most or least is looked for among
	// the others.
	Withheld survey.Withheld

	// Written are the texts that were read, as their author wrote them, in the order of reading.
	Written []Written

	source  *source.Reader
	surveys *survey.Reader
	parser  parser.Parser
	refs    []openRef

	references     []*Reference
	firstReference *source.Node          // where the first one stands
	works          map[string]*Reference // by id
	years          map[*Reference]string // as they are cited: 2015a
}

// Written is a text as it stands in a file.
type Written struct {
	Node     *source.Node
	Raw      string // decoded, with placeholders as they stand
	Markdown bool   // prose; otherwise a single line
}

// NewReader reads texts in a language, whose placeholders name figures that surveys knows.
func NewReader(src *source.Reader, surveys *survey.Reader, home language.Locale) *Reader {
	return &Reader{Home: home, Locale: home, source: src, surveys: surveys, parser: newParser(),
		works: map[string]*Reference{}, years: map[*Reference]string{}}
}

// wrote keeps a text as it was written.
func (r *Reader) wrote(n *source.Node, raw string, markdown bool) {
	r.Written = append(r.Written, Written{n, raw, markdown})
}

// FirstReference is where the first [[reference]] stands, nil when there is none.
func (r *Reader) FirstReference() *source.Node { return r.firstReference }
