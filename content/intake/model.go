package intake

import "rapport/content/intake/table"

// Kind is how a question was read.
type Kind string

// Kinds of questions. Numbers and dates become bands, each an answer to a single question.
const (
	Single   Kind = "single"
	Multiple Kind = "multiple"
	Scale    Kind = "scale"
	Open     Kind = "open"
	Number   Kind = "number"
	Date     Kind = "date"
)

// Survey is what an export says: questions with counts, and all that was not made a question.
type Survey struct {
	Tool      string // "Google Forms", "" for a table of no tool that is known
	Answered  int
	Questions []*Question
	Unused    []Unused // columns that are no question, in their order
	Notes     []Note   // of the survey as a whole
}

// Question is a question with the counts of its answers.
type Question struct {
	ID       string
	Text     string
	Title    string // of a statement in a grid, "" otherwise
	Kind     Kind
	Ordered  bool // the answers have an order of their own and are no scale
	Answers  []Answer
	Missing  int // asked, and did not answer
	Replies  int // of an open question
	Follows  *Follow
	Columns  []table.Place // their heads
	Notes    []Note
	Existing bool // in the file that is renewed

	answered rowset
	given    []rowset // rows by answer
	forced   bool     // its kind is said in import.toml or in the file
	form     []string // its answers in the codebook
}

// Answer is an answer and how many gave it.
type Answer struct {
	Label    string
	Count    int
	Residual bool

	sure bool // an answer of the form, also when nobody gave it
}

// Follow is the question before a follow-up, and the answers that lead to it.
type Follow struct {
	Question *Question
	Answers  []string
}

// Asked is how many were asked of n who answered the survey.
func (q *Question) Asked(n int) int {
	if q.Follows == nil {
		return n
	}
	asked := 0
	for _, label := range q.Follows.Answers {
		for _, a := range q.Follows.Question.Answers {
			if a.Label == label {
				asked += a.Count
			}
		}
	}
	return asked
}

// Unused is a column that is no question.
type Unused struct {
	At   table.Place
	Head string
	Why  Why
}

// Why says why a column is no question.
type Why string

// Reasons. All but the last five are about people, and nothing of them is kept.
const (
	WhyID      Why = "id"
	WhyTime    Why = "time"
	WhyEmail   Why = "email"
	WhyName    Why = "name"
	WhyPhone   Why = "phone"
	WhyIP      Why = "ip"
	WhyAddress Why = "address"
	WhyBorn    Why = "born"
	WhyComment Why = "text beside answers"
	WhyMeta    Why = "meta"
	WhyStatus  Why = "status"
	WhyTest    Why = "test"
	WhyWeight  Why = "weight"
	WhyEmpty   Why = "empty"
	WhyIgnored Why = "ignored"
)

// Note is something that was guessed or left out.
type Note struct {
	What   What
	Count  int
	Rows   []int    // of the table, some of them
	Labels []string // answers, bands, names of sheets: nothing that a person wrote
}

// What is what a note is about.
type What string

// Of the survey as a whole.
const (
	Tests      What = "tests"       // rows that say they are tests, left out
	Twice      What = "twice"       // earlier answers of a respondent who answered again, left out
	Copies     What = "copies"      // rows that are there twice, left out
	Blank      What = "blank"       // rows without an answer, left out
	Partly     What = "partly"      // responses that were not completed, counted
	Shared     What = "shared id"   // an id that many rows share: not taken for a respondent's
	Sheets     What = "sheets"      // other sheets that hold rows
	Unmatched  What = "unmatched"   // columns of import.toml that the table does not have
	TooFewRows What = "few columns" // no question at all
)

// Of a question.
const (
	ByWords    What = "by words"    // the order is that of a scale that is known
	ByCodebook What = "by codebook" // the order is that of the codebook
	AsMet      What = "as met"      // the order is that in which answers were met first
	ByNumbers  What = "by numbers"  // the order is that of the numbers in the answers
	Bands      What = "bands"       // a number was banded: Labels
	Rare       What = "rare"        // answers that hardly anybody else gave are counted as the last of Labels
	Steps      What = "steps"       // steps of a scale that nobody chose were added: Labels
	Dates      What = "dates"       // a spreadsheet had made dates of these answers: Labels
	Joined     What = "joined"      // several answers in a cell
	Commas     What = "commas"      // answers that hold a comma: Labels
	Unnamed    What = "unnamed"     // the export does not say the question
	OnlyCodes  What = "only codes"  // answers are codes
	Unasked    What = "unasked"     // answered, though the question before leads elsewhere
	Follows    What = "follows"     // only those who gave Labels answered
	TooVaried  What = "varied"      // too many different answers: taken for free text
	FromImport What = "from import" // import.toml says so
	NoneTicked What = "none ticked" // chose nothing among several: counted as missing
)
