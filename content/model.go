package content

import (
	"time"

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
	Chapters   []*Chapter
	Method     *Chapter // unnumbered last chapter; nil when the report has none
	Plan       Plan
	Brand      *Brand // never nil after loading
	Epigraph   *Epigraph
	References []*Reference // sorted as listed
	Figures    []*Block     // every figure block in reading order, Number 1, 2, 3 ...
	Tables     []*Block     // every table block in reading order, Number 1, 2, 3 ...

	written written // as it stands in the files
}

// Person is somebody with a part in the report.
type Person struct{ Name, Role string }

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

// Survey is a round of questions to a population.
type Survey struct {
	Pos        source.Pos
	ID         string // unique among the surveys of a report
	Title      string
	Year       int
	Period     string // "august 2021", as it stands in a sentence
	Population string
	Mode       string
	Invited    int
	Answered   int
	Source     string
	Note       string
	Figures    []*Figure
}

// Kind is the kind of a question.
type Kind string

// Kinds of questions.
const (
	Single   Kind = "single"   // one answer
	Multiple Kind = "multiple" // any number of answers
	Scale    Kind = "scale"    // one step of a scale, lowest first
	Open     Kind = "open"     // free text
)

// Figure is a question of a survey with its answers: the numbers that everything is computed from.
type Figure struct {
	Pos          source.Pos
	ID           string // unique in the survey
	Survey       *Survey
	Question     string
	Title        string // short
	Kind         Kind
	Answers      []Answer // in the questionnaire's order
	Ordered      bool     // the answers have a natural order (hours, years, a scale)
	Asked        int      // how many were asked: all who answered the survey, or a follow-up's parent answer
	Missing      int      // asked, but did not answer this question
	N            int      // the base: Asked - Missing
	Follows      *Follow  // nil: asked of everyone who answered the survey
	Highlight    []int    // indices in Answers
	Low, High    []int    // of a scale: the low and the high steps, indices in Answers
	Compare      *Figure  // the figure of an earlier year that this one can be compared with
	Merge        []Merge  // how answers of both years map to common ones; nil: by label
	Incomparable string   // why it cannot be compared
	Source       string
	Note         string
	Derived      bool // counts worked back from printed percentages
}

// Follow is the answer that leads to a follow-up question.
type Follow struct {
	Figure  *Figure
	Answers []int
}

// Merge is an answer common to two years.
type Merge struct {
	Label     string
	Now, Then []int // indices in the answers of this and of the earlier figure
}

// Answer is one answer to a question.
type Answer struct {
	Pos      source.Pos
	Label    string // may hold soft hyphens
	Short    string // for narrow places; Label when none is given
	Count    int
	Residual bool // "vet ikke", "annet": always last, grey in pies
}

// KeyPage is the year in figures.
type KeyPage struct {
	Pos      source.Pos
	Kicker   string
	Headline string
	Hero     KeyFigure
	Figures  []KeyFigure // at most six
}

// KeyFigure is one large number: the share of a figure's answers, or a survey's response rate.
type KeyFigure struct {
	Pos     source.Pos
	Figure  *Figure // nil: the response rate of Survey
	Survey  *Survey
	Answers []int  // summed
	Text    string // "er eneste erfaringskonsulent på arbeidsplassen"
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
}

// Topic is a page or more about one finding.
type Topic struct {
	Pos      source.Pos
	ID       string
	Title    string // for contents and running head; Kicker when none is given
	Kicker   string
	Headline string
	Question string   // as asked; "" for none
	Template Template // the author's choice of page template
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
	Measures []Measure // of a change list or paired bars
	// measures that have no earlier year, which the caption names
	Uncompared []Measure
	Form       string // chart form asked for by the author, "" to let the rules choose
	Compare    bool   // show the earlier year too
	List       bool   // the count list goes with the chart
	Caption    Prose  // "" : from the figure's question
	Finding    string // the sentence that the alt text ends with
	Points     []Point
	Themes     []Theme
	Source     Prose    // of a quotation
	Series     []Series // of an appendix
	Answers    []string // free text, as it was written
	Image      *Image
	Items      []Item // of a group
	Language   string // nb, nn or en when it is not the report's, "" otherwise
}

// Measure is a row of a change list: the share of some answers, now and in the earlier year.
type Measure struct {
	Pos     source.Pos
	Figure  *Figure
	Answers []int // in Figure
	Then    []int // in Figure.Compare
	Label   string
}

// Point is a bullet or a recommendation.
type Point struct {
	Pos   source.Pos
	Title string
	Text  Prose
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

// Reference is a work that the report cites.
type Reference struct {
	Pos       source.Pos
	ID        string
	Authors   []string // family name first, or an organisation
	Year      int
	Title     string
	Publisher string
	Journal   string
	Volume    string
	Pages     string
	URL       string
	Entry     Prose // as it stands in the list
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
