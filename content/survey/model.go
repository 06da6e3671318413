package survey

import (
	"rapport/content/source"
	"rapport/content/tiles"
)

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
	Counted    int // the year that Invited and Answered are of: Year, but in a draft
	Source     string
	Note       string
	Figures    []*Figure
	Breakdowns []*Breakdown // of its figures, in the order of the files
	Maps       []*tiles.Map // that the publisher laid out, for answers that are places
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
	HowMuch      bool     // a scale of how often or how much, which has one direction
	Asked        int      // who answered the survey, or gave the answer that a follow-up follows
	Missing      int      // asked, but did not answer this question
	N            int      // the base: Asked - Missing
	Counted      int      // the year that the counts are of: the survey's, but in a draft
	Follows      *Follow  // nil: asked of everyone who answered the survey
	Highlight    []int    // indices in Answers
	Low, High    []int    // of a scale: the low and the high steps, indices in Answers
	Compare      *Figure  // the figure of an earlier year that this one can be compared with
	Merge        []Merge  // how answers of both years map to common ones; nil: by label
	Incomparable string   // why it cannot be compared
	Source       string
	Note         string
	Partial      bool      // not all of its options are among the answers
	Derived      bool      // counts worked back from printed percentages
	Printed      []Printed // per cents that the source printed, in the order of the file

	Breakdowns []*Breakdown // the answers within groups
	Within     *Group       // the group whose answers these are; nil: of everyone

	labels map[string]int // indices in Answers by labelKey, once they have been read
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

// Measure is a row of a change list: the share of some answers, now and in the earlier year.
type Measure struct {
	Pos     source.Pos
	Figure  *Figure
	Answers []int // in Figure
	Then    []int // in Figure.Compare
	Label   string
}

// KeyFigure is one large number: the share of a figure's answers, or a survey's response rate.
type KeyFigure struct {
	Pos     source.Pos
	Figure  *Figure // nil: the response rate of Survey
	Survey  *Survey
	Answers []int  // summed
	Text    string // "er eneste erfaringskonsulent på arbeidsplassen"
}
