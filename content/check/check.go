// Package check holds the words of a report against its numbers.
//
// # The idea
//
// Reports on surveys go wrong in one way above all: prose, chart, count list and key figures are
// written from different numbers. Whatever a placeholder prints cannot disagree with the counts;
// whatever an author types can. So every number typed in a text is read, in digits or in words, and
// held against what its sentence speaks of: the answers that it names, in the year that it names.
// When that is clear, only its own number is right, and any other is an error with the placeholder
// that prints the right one. When it is not, the number is held against all that the figures of its
// topic, then those of the report, can give: counts, shares, sums of neighbouring answers, what is
// left, changes since an earlier year, who was asked. Claims in words (most, none, twice as many,
// an increase) are held against the answers that stand beside them.
//
// # Vocabulary
//
// A text is cut into tokens, tokens into sentences and clauses, a sentence into parts with a number
// each. A [content.Text] is as the author wrote it, with its placeholders as they stand: they say
// exactly which figure and answers a sentence is about. A truth is a number that the data give. A
// mention is a stretch of a sentence that names answers: by the words of a label or half of them,
// by a stretch of numbers (3 år eller mindre), by a side of a scale, or yes and no by the question.
// The subject of a number is the mention that belongs to it, with the year. An anchor is what a
// claim is about: a placeholder, or a mention. A [Finding] is a place with the words, what the data
// say, and the repair; a rule has a name, and allow = ["name"] with a reason silences it on a
// block, a topic, a figure or the report. A [Reading] tells how a number was read.
//
// # Where to start
//
// [Report] runs all rules; checker.prose in numbers.go is the larger half, and [Statements] lists
// what it looks at. token.go and number.go read text, leave.go says what is no statistic.
// calling.go is how answers are called, stems.go how their words are found again in other forms,
// stretch.go stretches of numbers; mention.go and affirm.go find mentions, part.go, when.go and
// subject.go say which belongs to a number, judge.go holds the two against each other, otherwise.go
// and reread.go read again what the first reading makes wrong or leaves open, doubt.go says when a
// number is of something else, and misgiving.go when it may be right of what else the sentence
// speaks of; unproved.go notes what cannot be proved right. truths.go is what the data give,
// index.go finds it by value, and match.go looks for it where the subject is open; claims.go and
// trends.go judge words. repair.go tells what a wrong number may have been and which placeholder
// prints the right one; poll.go knows numbers of the survey itself, reported.go a misprint that is
// quoted. survey.go, years.go, privacy.go and document.go look at the data and the report itself.
//
// # Cost
//
// The work grows with the text. A number is held against the figures of its topic and what its
// words lead to, never against all truths: those of the whole report are looked up by their value.
// Labels are cut once, and what a word is a form of is found once (BenchmarkPages).
//
// # Languages
//
// No word of any language stands in this package. They stand in the languages' files, under
// [rapport/content/language.Lexicon], which says what each list is for; lexicon.go and numerals.go
// make them ready to be looked up in. A text is read in its own language, the answers in the
// report's. What a new reading needs of a language is a field there and a line here.
//
// # How to add a rule
//
// Name it in [Rules], with what it finds, and call it from checker.all. Findings about a text are
// made by checker.inText, those about a figure by checker.atFigure.
//
// # False alarms
//
// A check that cries wolf is switched off. Where the words leave it open what a number counts,
// nothing is said; where a number is meant roughly (nesten, halvparten, to av tre) any share near
// it will do, as long as no answer is named that says otherwise. A repair that is wrong does more
// harm than none: a placeholder is proposed only for what the sentence is about, and for nothing
// that merely fits. What does not fit is an error where its answer is named plainly, in every way
// to read the sentence, and a note where its noun, a number before it or most of the words about it
// are of nothing that was asked: every word that neither the answers and their question nor the
// language explains may make it something else. It is a note too when the sentence names something
// that it is right of (misgiving.go), and a claim beside a typed number is one: TestPromise counts,
// on what six sets of sentences showed when they were first read, what each such reason keeps back.
// TestCareful and TestAfresh read sentences about invented surveys, right and wrong, half of which
// were set aside and read once when the rules stood; TestInjected types right numbers, wrong ones
// and numbers that are no statistics into every report of this repository, and TestAdviser reads
// prose about the annual report.
//
// # Left out
//
// Nothing is changed: per cents that add up to 99 are noted, never adjusted. Means, medians and
// numbers from elsewhere are not known here; they are for allow. Chart forms, contrast of brands,
// and counts that cannot be are refused already when a report is loaded.
package check

import (
	"cmp"
	"runtime"
	"slices"
	"strings"

	"rapport/content"
)

// Severity is how grave a finding is.
type Severity string

// Severities. An Error stops a build; a Warning stops a strict one; a Note is for information.
const (
	Error   Severity = "error"
	Warning Severity = "warning"
	Note    Severity = "note"
)

// Finding is a place where a report and its data disagree, or may come to.
type Finding struct {
	Rule     string      `json:"rule"`
	Severity Severity    `json:"severity"`
	Pos      content.Pos `json:"-"`
	Width    int         `json:"width"`  // characters from Pos, on its line
	Words    string      `json:"words"`  // what is written
	Data     string      `json:"data"`   // what the data say
	Repair   string      `json:"repair"` // what to write instead, "" when there is no telling
	Fix      string      `json:"fix"`    // the placeholder to put in place of Words, "" for none
	Reads    string      `json:"reads"`  // the sentence as it would then read
	Line     string      `json:"-"`      // the source line at Pos

	topic  *content.Topic
	block  *content.Block
	figure *content.Figure
	start  int // in the text, when the finding is about one
}

// Rules are the names of all rules, in order.
func Rules() []string {
	return []string{
		"number",   // a typed number that the data do not give
		"typed",    // a typed number that is right today: a placeholder keeps it right
		"claim",    // a claim in words (flertall, flest, ingen) that the data do not bear out
		"trend",    // a change that the data do not show, or that lies inside the margin of error
		"counts",   // counts that do not add up to their base, bases larger than who were asked
		"printed",  // a printed per cent ([figure.printed]) that the counts do not give
		"scale",    // a scale whose steps are out of order or lack one
		"bands",    // bands that overlap or leave a gap
		"labels",   // the same answer under two labels
		"sum",      // shown whole per cents that add up to 99 or 101 (a note)
		"compare",  // years whose question, answers, kind or people differ, without a merge
		"privacy",  // a text that names a number which privacy withholds
		"unused",   // a figure that no part of the report uses
		"document", // what is too long, references to nothing, images without an alt text, misfits
		"allow",    // a silenced rule that does not exist or has nothing to silence

		"highlight", // a headline that names another answer than the chart beside it highlights
	}
}

// checker is a report under examination.
type checker struct {
	r          *content.Report
	loc        content.Locale
	lex        *lexicon // of the report, and of the answers in it
	found      []Finding
	lexiconOf  func(code string) *lexicon // by the language of a text
	truths     map[*content.Figure][]truth
	plain      map[*content.Figure][]truth  // those that a figure gives by itself
	whole      map[*content.Survey][]truth  // those of a survey as a whole
	byLabel    map[string][]*content.Figure // of all surveys; nil before it is asked
	vocab      map[*content.Figure]*vocabulary
	topics     map[*content.Topic][]*content.Figure // the figures of their blocks
	blockAt    map[*content.Block]int               // where blocks stand in their topic, from 1
	called     map[*content.Figure]*calling
	having     map[string][]int                    // the figures, by a word of their labels and questions
	worded     map[*content.Figure]*content.Figure // the first that is worded alike
	farRoom    farRoom
	named      map[*content.Breakdown]map[string][]namedGroup // by the first word
	stems      map[*lexicon]*stems
	nouns      map[*lexicon]*counted
	values     *truthIndex
	lookups    int  // of truths of the whole report
	explains   bool // readings are noted
	errorsOnly bool // of texts; what warns of them, or notes, is not looked for
	readings   []Reading
	state      func(*passage) // takes a sentence in place of examining it; nil mostly
	foundRoom  []foundIn      // for the mentions of one sentence at a time
	labelToks  map[string][]token
	labelWords map[string][]string
	figures    []*content.Figure // of all surveys
	surveyBy   map[string]*content.Survey
	figureBy   map[[2]string]*content.Figure // by survey and id
	texts      []content.Text
	from, to   int       // the stretch of these that is its own
	cut        [][]token // of texts with placeholders, nil before they are asked for
	placed     [][]call  // the placeholders of texts, nil before they are asked for
	room       tokenRoom // of these, and of labels
	reading    tokenRoom // of the text under examination
	said       []token   // of the text under examination
	at         sentence  // under examination
	wordRoom   wordRoom  // of that
	counting   []bool
	bare       map[*content.Figure][]string
	shown      map[*content.Block][]*content.Figure
}

// tokens are the tokens of a text. Those of a text with placeholders are cut once; others are read
// once, and stand until the next such text is asked for.
func (c *checker) tokens(i int) []token {
	t := &c.texts[i]
	if !hasCalls(*t) {
		c.reading = c.reading[:0]
		return c.reading.tokens(t.Raw, t.Markdown)
	}
	if len(c.cut) != len(c.texts) {
		c.cut = make([][]token, len(c.texts))
	}
	if c.cut[i] == nil {
		c.cut[i] = c.room.tokens(t.Raw, t.Markdown)
	}
	return c.cut[i]
}

// hasCalls says whether placeholders may stand in a text.
func hasCalls(t content.Text) bool { return strings.IndexByte(t.Raw, '{') >= 0 }

// callsIn are the placeholders of a text, found once.
func (c *checker) callsIn(i int) []call {
	if !hasCalls(c.texts[i]) {
		return nil
	}
	if len(c.placed) != len(c.texts) {
		c.placed = make([][]call, len(c.texts))
	}
	if c.placed[i] == nil {
		c.placed[i] = c.calls(c.texts[i], c.tokens(i))
	}
	return c.placed[i]
}

// Report holds all of a report against its data. Findings come sorted by place, without those that
// the author allows.
func Report(r *content.Report) []Finding {
	return newChecker(r, lexiconOf).all(runtime.GOMAXPROCS(0))
}

// Beside is Report for a build, whose layout runs beside it: on one core, and only errors, what the
// rule document finds, and the other severities that are asked for.
func Beside(r *content.Report, also ...Severity) []Finding {
	c := newChecker(r, lexiconOf)
	c.errorsOnly = !slices.Contains(also, Warning) && !slices.Contains(also, Note)
	return slices.DeleteFunc(c.all(1), func(f Finding) bool {
		return f.Severity != Error && f.Rule != "document" && !slices.Contains(also, f.Severity)
	})
}

// all is every finding, by place, made on so many cores at most; what is found is the same on any.
func (c *checker) all(cores int) []Finding {
	join := c.share(cores)
	c.prose()
	c.surveys()
	c.years()
	c.withheld()
	c.document()
	join()
	c.allowed()
	for i := range c.found {
		if f := &c.found[i]; f.Line == "" {
			f.Line = c.r.Line(f.Pos)
		}
	}
	return Merge(c.found)
}

// byPlace orders findings by file, line, column and rule.
func byPlace(a, b Finding) int {
	return cmp.Or(cmp.Compare(a.Pos.File, b.Pos.File), cmp.Compare(a.Pos.Line, b.Pos.Line),
		cmp.Compare(a.Pos.Column, b.Pos.Column), cmp.Compare(a.Rule, b.Rule),
		cmp.Compare(a.Data, b.Data))
}

func sameFinding(a, b Finding) bool {
	return a.Pos == b.Pos && a.Rule == b.Rule && a.Data == b.Data
}

func newChecker(r *content.Report, lexiconOf func(code string) *lexicon) *checker {
	return newCheckerOf(r, lexiconOf, r.Texts())
}

func newCheckerOf(
	r *content.Report, lexiconOf func(code string) *lexicon, texts []content.Text,
) *checker {
	return &checker{r: r, loc: r.Locale(), lex: lexiconOf(r.Language), lexiconOf: lexiconOf,
		truths: map[*content.Figure][]truth{}, plain: map[*content.Figure][]truth{},
		whole:   map[*content.Survey][]truth{},
		vocab:   map[*content.Figure]*vocabulary{},
		farRoom: newFarRoom(),
		named:   map[*content.Breakdown]map[string][]namedGroup{},
		topics:  map[*content.Topic][]*content.Figure{}, blockAt: map[*content.Block]int{},
		called: map[*content.Figure]*calling{}, labelToks: map[string][]token{},
		labelWords: map[string][]string{}, stems: map[*lexicon]*stems{},
		nouns: map[*lexicon]*counted{}, bare: map[*content.Figure][]string{},
		shown: map[*content.Block][]*content.Figure{},
		room:  make(tokenRoom, 0, manyTokens),
		texts: texts, to: len(texts)}
}

// inText adds a finding about a stretch of a text.
func (c *checker) inText(t content.Text, start, end int, f Finding) {
	p := t.Problem(start, end, "", "")
	f.Pos, f.Width, f.Line = p.Pos, p.Width, p.Line
	f.Words = strings.Join(strings.Fields(t.Raw[start:end]), " ")
	f.topic, f.block, f.start = t.Topic, t.Block, start
	c.found = append(c.found, f)
}

// atFigure adds a finding about a figure of a survey, at the figure or at one of its answers.
func (c *checker) atFigure(f *content.Figure, pos content.Pos, x Finding) {
	x.Pos, x.Width, x.figure = pos, 1, f
	if x.Words == "" {
		x.Words = f.Ref()
	}
	c.found = append(c.found, x)
}

// allowed takes out what the author allows, and tells what is allowed in vain.
func (c *checker) allowed() {
	allows := c.r.Allows()
	if len(allows) == 0 {
		return
	}
	names := Rules()
	of := map[any][]*Finding{} // by what an allow belongs to
	for _, a := range allows {
		of[a.Of] = nil
	}
	note := func(key any, f *Finding) {
		if list, ok := of[key]; ok {
			of[key] = append(list, f)
		}
	}
	for i := range c.found {
		f := &c.found[i]
		note(c.r, f)
		if f.topic != nil {
			note(f.topic, f)
		}
		if f.block != nil {
			note(f.block, f)
		}
		if f.figure != nil {
			note(f.figure, f)
		}
	}
	silent := map[any]map[string]bool{}
	var vain []Finding
	for _, a := range allows {
		if silent[a.Of] == nil {
			silent[a.Of] = map[string]bool{}
		}
		for _, rule := range a.Rules {
			silent[a.Of][rule] = true
			f := Finding{Rule: "allow", Severity: Warning, Pos: a.Pos, Width: len("allow"),
				Words: rule}
			silenced := func(f *Finding) bool { return f.Rule == rule }
			switch {
			case !slices.Contains(names, rule):
				f.Severity, f.Data = Error, "no rule is called "+rule
				vain = append(vain, f)
			case !slices.ContainsFunc(of[a.Of], silenced) && !allowedBeside(a, rule, of[a.Of]):
				f.Data = "there is nothing here that the rule " + rule + " finds"
				f.Repair = "take it out"
				vain = append(vain, f)
			}
		}
	}
	all := silent[c.r]
	c.found = slices.DeleteFunc(append(c.found, vain...), func(f Finding) bool {
		return all[f.Rule] || f.topic != nil && silent[f.topic][f.Rule] ||
			f.block != nil && silent[f.block][f.Rule] || f.figure != nil && silent[f.figure][f.Rule]
	})
}

// allowedBeside says whether a rule on typed numbers is allowed together with the other one, which
// has something to silence here: whether a number is right or wrong, the author means both.
func allowedBeside(a content.Allow, rule string, all []*Finding) bool {
	pair := []string{"number", "typed"}
	if !slices.Contains(pair, rule) {
		return false
	}
	return slices.ContainsFunc(all, func(f *Finding) bool {
		return f.Rule != rule && slices.Contains(pair, f.Rule) && slices.Contains(a.Rules, f.Rule)
	})
}
