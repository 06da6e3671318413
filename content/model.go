package content

import (
	"time"

	"rapport/content/language"
	"rapport/content/source"
)

// Report is everything that one report says, loaded, checked and computed.
type Report struct {
	Pos        source.Pos
	Year       int
	Name       string // the folder's name
	Title      string // may hold soft hyphens (U+00AD)
	Subtitle   string
	Series     string
	URL        string // where the web edition will lie, "" when nobody knows: https://example.org/report/
	Language   string // nb, nn or en
	Date       time.Time
	Publisher  string
	Keywords   []string
	About      Prose // lead of the colophon
	People     []Person
	Thanks     Prose
	Rights     Prose
	Contact    []string // lines: web address, e-mail
	Facts      []Fact   // more rows of the colophon
	Surveys    []*Survey
	Cover      Cover
	Back       Back
	Key        *KeyPage // the year in figures; nil when the report has none
	Summary    *Summary // the main findings; nil when the report has none
	Edition    *Edition // the group that this edition is for; nil: everyone
	Mail       *Mail    // the message it is sent with; nil without [mail]
	Chapters   []*Chapter
	Method     *Chapter // unnumbered last chapter; nil when the report has none
	Plan       Plan
	Attached   []string // files of numbers inside the PDF: csv, xlsx
	Brand      *Brand   // never nil after loading
	Epigraph   *Epigraph
	References []*Reference // sorted as listed
	Figures    []*Block     // every figure block in reading order, Number 1, 2, 3 ...
	Tables     []*Block     // every table block in reading order, Number 1, 2, 3 ...

	written written // as it stands in the files
}

// Fact is a row of the colophon.
type Fact struct {
	Label string
	Text  Prose
}

// Cover is the cover's ring: one dot for each invited member of a survey, filled dots for those who
// answered, coloured by the answers to a figure.
type Cover struct {
	Pos     source.Pos
	Ground  string  // name of a cover ground, "" for the year's own
	Ring    *Figure // nil: all filled dots in one colour
	Survey  *Survey // nil: no ring
	Caption Prose
	Year    string // the text in the ring's centre; the report's year by default
}

// Back is the back cover.
type Back struct {
	Statement []string // one or two lines
	Text      Prose
}

// KeyPage is the year in figures.
type KeyPage struct {
	Pos      source.Pos
	Kicker   string
	Headline string
	Hero     KeyFigure
	Figures  []KeyFigure // at most six
}

// Summary is the page of main findings.
type Summary struct {
	Pos      source.Pos
	Kicker   string // "" for the language's own
	Headline string
	Lead     Prose
	Caveat   string // a line on how the findings are to be read, "" for none
	Findings []KeyFigure
}

// Chapter is a chapter with an opener.
type Chapter struct {
	Pos    source.Pos
	ID     string
	Number int // from 1; 0 for an unnumbered chapter
	Title  string
	Intro  Prose
	Opener *KeyFigure // nil: the ring shows n filled
	Topics []*Topic
	Spread bool // begins an even page
}

// Topic is a page or more about one finding.
type Topic struct {
	Pos      source.Pos
	ID       string
	Title    string // for openers and references; Kicker when none is given
	Listed   string // for contents and bookmarks: the title that is given, or the headline
	Kicker   string
	Headline string
	Question string   // as asked; "" for none
	Template Template // the author's choice of page template
	Spread   bool     // begins an even page
	Blocks   []*Block
}

// BlockKind says which fields of a Block are set.
type BlockKind string

// Kinds of blocks.
const (
	FigureBlock          BlockKind = "figure"          // Figures, Form, Caption, Finding
	ProseBlock           BlockKind = "prose"           // Heading, Text
	LeadBlock            BlockKind = "lead"            // Text
	CalloutBlock         BlockKind = "callout"         // Heading, Text
	BulletsBlock         BlockKind = "bullets"         // Heading, Sub, Points
	ThemesBlock          BlockKind = "themes"          // Themes
	RecommendationsBlock BlockKind = "recommendations" // Points
	TableBlock           BlockKind = "table"           // Figures, Compare, Caption
	SourceBlock          BlockKind = "source"          // Text: a source note at the foot
	QuoteBlock           BlockKind = "quote"           // Text, Source
	VoiceBlock           BlockKind = "voice"           // Text, Name, Role, Source, Consent
	TimelineBlock        BlockKind = "timeline"        // Heading, Events, Source
	AsideBlock           BlockKind = "aside"           // Heading, Text
	AppendixBlock        BlockKind = "appendix"        // Series
	FactBlock            BlockKind = "fact"            // Heading, Text
	AnswersBlock         BlockKind = "answers"         // Heading, Answers
	ImageBlock           BlockKind = "image"           // Image, Caption
	GroupBlock           BlockKind = "group"           // Items
	ReferencesBlock      BlockKind = "references"      // the report's References
)

// Block is a part of a topic.
type Block struct {
	Pos      source.Pos
	Kind     BlockKind
	Number   int // of a figure or table, in the report's order; 0 otherwise
	Topic    *Topic
	Heading  string // h2 above a figure, h3 above prose or in a callout
	Sub      string
	Text     Prose
	Figures  []*Figure
	Measures []Measure // of a change list, paired bars or a battery
	Compared int       // of all changes: how many comparisons were made to find Measures
	Inside   []Measure // of all changes: those inside their margins of error
	// measures that have no earlier year, which the caption names
	Uncompared []Measure
	// Parts are the blocks of one question each that a battery was made of, in their order
	Parts   []*Block
	Form    string     // chart form asked for by the author, "" to let the rules choose
	Compare bool       // show the earlier year too
	By      *Breakdown // of the one figure: its answers within groups; nil for everyone's
	Point   []int      // of By: the answers whose share a form of one share a group shows; nil to choose
	List    bool       // the count list goes with the chart
	// answers of the one figure that the chart points out; nil for those of the figure
	Highlight     []int
	HighlightText string // what they are together: "er over 40 år"
	Caption       Prose  // "" : from the figure's question
	Finding       string // the sentence that the alt text ends with
	Points        []Point
	Themes        []Theme
	Source        Prose    // of a quotation, of somebody's words, or of all events
	Name, Role    string   // whose words they are
	Consent       string   // how they agreed to be quoted: a note, which is not printed
	Events        []Event  // of a timeline, in the order of their dates
	Spread        bool     // begins an even page
	Series        []Series // of an appendix
	Answers       []string // free text, as it was written
	Image         *Image
	Items         []Item // of a group
	Language      string // nb, nn or en when it is not the report's, "" otherwise

	when []string // the readers that it is for; nil for all
}

// Point is a bullet or a recommendation.
type Point struct {
	Pos   source.Pos
	Title string
	Text  Prose
}

// Event is something that happened, on a timeline.
type Event struct {
	Pos    source.Pos
	Date   string // as it is printed: "2021", "juni 2021", "9. juni 2021"
	Title  string
	Text   Prose
	Source Prose // nil when the block has one for all

	day     time.Time
	precise language.Precision
}

// Theme is a row of a free-text summary.
type Theme struct {
	Pos      source.Pos
	Title    string
	Question string
	Text     Prose
	Figure   *Figure // an open figure; its N is the number of answers
}

// Plan says which parts a report has.
type Plan struct {
	Short         bool // a short report: running text without openers
	Contents      bool
	Openers       bool
	FigureNumbers bool
}

// Epigraph is somebody's words with their source, before everything else.
type Epigraph struct {
	Pos    source.Pos
	Text   Prose
	Source Prose
}

// Series is an instrument of an appendix: questions that are numbered from one.
type Series struct {
	Pos       source.Pos
	Title     string
	Intro     Prose
	Questions []Asked
}

// Asked is a question of an appendix.
type Asked struct {
	Pos     source.Pos
	Text    Prose
	Options []string
	Follow  string // "Hvis ja: ..."
}

// Item is a figure of a group with its own prose.
type Item struct {
	Pos     source.Pos
	Heading string
	Figure  *Block // a figure block
	Text    Prose
}
