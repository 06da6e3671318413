package check

import (
	"fmt"
	"strings"

	"rapport/content"
	"rapport/content/language"
)

// truthKind is how a number comes about.
type truthKind uint8

const (
	answerTruth   truthKind = iota // of one answer
	sumTruth                       // of answers that stand side by side
	restTruth                      // of all other answers
	baseTruth                      // how many answered the question
	surveyTruth                    // answered or invited, the response rate
	earlierTruth                   // of an answer of the year that is compared with
	changeTruth                    // since that year
	pointTruth                     // what one answer weighs
	missingTruth                   // how many did not answer
	unknownAnswer                  // count without a share
)

// truth is a number that the data give: a count out of a base, or a change in percentage points.
type truth struct {
	kind    truthKind
	figure  *content.Figure // nil for a survey's
	survey  *content.Survey
	answers []int // in figure
	count   int
	base    int             // 0 when the count is of nothing larger
	points  content.Decimal // of changeTruth and pointTruth
	moved   float64         // of changeTruth, points before anything was rounded
	source  *content.Figure // of earlierTruth: the figure whose numbers they are
}

// isPoints says whether the truth is in percentage points.
func (t *truth) isPoints() bool { return t.kind == changeTruth || t.kind == pointTruth }

// share is the truth in per cent, not rounded.
func (t *truth) share() float64 {
	if t.base <= 0 {
		return 0
	}
	return 100 * float64(t.count) / float64(t.base)
}

// manyAnswers is how many neighbouring answers are added up at most: of a thousand answers nobody
// sums hundreds.
const manyAnswers = 40

// truthsOf is everything that a figure gives, plainest first.
func truthsOf(f *content.Figure) []truth {
	if f.Kind == content.Open {
		return openTruths(f)
	}
	n := len(f.Answers)
	out := make([]truth, 0, 4*n+n*min(n, manyAnswers)/2+4)
	all := run(0, n) // of which the answers of each truth are a part
	out = answerTruths(out, f, all)
	if f.Kind != content.Multiple {
		out = sumTruths(out, f, all)
	}
	if n > 2 || f.Kind == content.Multiple {
		for i, a := range f.Answers {
			out = append(out, truthOf(restTruth, f, all[i:i+1:i+1], f.N-a.Count))
		}
	}
	out = append(out,
		truth{kind: pointTruth, figure: f, survey: f.Survey, points: content.Percent(1, f.N, 1)})
	return earlierTruths(out, f)
}

// plainTruths is what a figure gives by itself: all but what answers add up to and what one weighs.
func plainTruths(f *content.Figure) []truth {
	if f.Kind == content.Open {
		return openTruths(f)
	}
	n := len(f.Answers)
	return earlierTruths(answerTruths(make([]truth, 0, 3*n+3), f, run(0, n)), f)
}

func truthOf(kind truthKind, f *content.Figure, answers []int, count int) truth {
	return truth{kind: kind, figure: f, survey: f.Survey, answers: answers, count: count, base: f.N}
}

// answerTruths adds each answer, the base and those who did not answer.
func answerTruths(out []truth, f *content.Figure, all []int) []truth {
	for i, a := range f.Answers {
		out = append(out, truthOf(answerTruth, f, all[i:i+1:i+1], a.Count))
	}
	if out = append(out, baseOf(f)); f.Missing > 0 {
		out = append(out, missingOf(f))
	}
	return out
}

// baseOf is how many answered a question.
func baseOf(f *content.Figure) truth {
	return truth{kind: baseTruth, figure: f, survey: f.Survey, count: f.N, base: f.Asked}
}

// missingOf is how many did not.
func missingOf(f *content.Figure) truth {
	return truth{kind: missingTruth, figure: f, survey: f.Survey, count: f.Missing, base: f.Asked}
}

// sumTruths adds what answers that stand side by side add up to.
func sumTruths(out []truth, f *content.Figure, all []int) []truth {
	n := len(all)
	for from := range f.Answers {
		sum := f.Answers[from].Count
		for to := from + 2; to <= n && to-from < min(n, manyAnswers); to++ {
			sum += f.Answers[to-1].Count
			out = append(out, truthOf(sumTruth, f, all[from:to:to], sum))
		}
	}
	return out
}

// hasBase says whether a figure may give a share of so many.
func hasBase(f *content.Figure, base int) bool {
	return f.N == base || f.Asked == base ||
		f.Compare != nil && (f.Compare.N == base || f.Compare.Asked == base)
}

func run(from, to int) []int {
	out := make([]int, 0, to-from)
	for i := from; i < to; i++ {
		out = append(out, i)
	}
	return out
}

func openTruths(f *content.Figure) []truth {
	return []truth{baseOf(f), missingOf(f)}
}

// earlierTruths adds what the figure that a figure is compared with gives, and the changes.
func earlierTruths(out []truth, f *content.Figure) []truth {
	g := f.Compare
	if g == nil {
		return out
	}
	add := func(answers []int) {
		then, ok := f.Earlier(answers...)
		if !ok || len(then) == 0 {
			return
		}
		points, _ := f.Change(answers...)
		out = append(
			out,
			truth{kind: earlierTruth, figure: f, survey: g.Survey, answers: answers,
				count: g.Sum(then...), base: g.N, source: g},
			changeOf(f, answers, then, points),
		)
	}
	for i := range f.Answers {
		add([]int{i})
	}
	for _, m := range f.Merge {
		if len(m.Now) > 1 {
			add(m.Now)
		}
	}
	return append(out, baseOf(g))
}

// changeOf is a change, as it is shown and as it is: the difference of two rounded shares may be
// off by a tenth.
func changeOf(f *content.Figure, answers, then []int, points content.Decimal) truth {
	t := truth{kind: changeTruth, figure: f, survey: f.Survey, answers: answers, points: points}
	if g := f.Compare; f.N > 0 && g.N > 0 {
		t.moved = 100 * (float64(f.Sum(answers...))/float64(f.N) -
			float64(g.Sum(then...))/float64(g.N))
	}
	return t
}

// surveyTruths is what a survey gives as a whole.
func surveyTruths(s *content.Survey) []truth {
	out := []truth{{kind: surveyTruth, survey: s, count: s.Answered, base: s.Invited}}
	if s.Invited > 0 {
		out = append(out, truth{kind: unknownAnswer, survey: s, count: s.Invited},
			truth{kind: missingTruth, survey: s, count: s.Invited - s.Answered, base: s.Invited})
	}
	return out
}

// placeholder is how the author gets the truth in the form of a number; "" when no placeholder
// prints it.
func (t truth) placeholder(n number, loc content.Locale) string {
	labels := t.labels()
	switch t.kind {
	case answerTruth, sumTruth:
		return fmt.Sprintf("{%s %s | %s}", command(n), t.figure.Ref(), labels)
	case restTruth:
		if t.figure.Kind != content.Multiple {
			var others []int
			for i := range t.figure.Answers {
				if i != t.answers[0] {
					others = append(others, i)
				}
			}
			t.kind, t.answers = sumTruth, others
			return t.placeholder(n, loc)
		}
	case earlierTruth:
		switch n.kind {
		case percentNumber:
			return fmt.Sprintf("{previous%s %s | %s}", places(n), t.figure.Ref(), labels)
		case shareNumber:
			return fmt.Sprintf("{previousshare %s | %s}", t.figure.Ref(), labels)
		}
	case changeTruth:
		return fmt.Sprintf("{change %s | %s}", t.figure.Ref(), labels)
	case pointTruth:
		return fmt.Sprintf("{point %s}", t.figure.Ref())
	case baseTruth:
		if n.kind == countNumber {
			return fmt.Sprintf("{%s %s}", baseCommand(n), t.figure.Ref())
		}
	case surveyTruth, unknownAnswer:
		return t.surveyPlaceholder(n, loc)
	}
	return ""
}

// value is the truth as the placeholder for a number prints it, "" when none does.
func (t truth) value(n number, loc content.Locale) string {
	switch {
	case t.isPoints():
		return loc.Points(t.points)
	case n.kind == percentNumber && n.byWord && t.kind != earlierTruth && t.kind != surveyTruth:
		return loc.PercentWord(content.Percent(t.count, t.base, n.value.Places))
	case n.kind == percentNumber:
		return loc.Percent(content.Percent(t.count, t.base, n.value.Places))
	case n.kind == shareNumber || n.kind == fractionNumber:
		return loc.Share(t.count, t.base)
	case n.word:
		return loc.Word(t.count)
	}
	return loc.Int(t.count)
}

func (t truth) surveyPlaceholder(n number, loc content.Locale) string {
	switch {
	case n.kind == percentNumber:
		return fmt.Sprintf("{rate%s %s}", places(n), t.survey.ID)
	case n.kind == shareNumber:
		return fmt.Sprintf("{n %s} %s {invited %s}", t.survey.ID, loc.Of(), t.survey.ID)
	case n.kind == countNumber && t.kind == surveyTruth:
		return fmt.Sprintf("{%s %s}", baseCommand(n), t.survey.ID)
	case n.kind == countNumber:
		return fmt.Sprintf("{invited %s}", t.survey.ID)
	}
	return ""
}

// command is the word that a placeholder for a number begins with.
func command(n number) string {
	switch {
	case n.kind == percentNumber && n.byWord:
		return "prosent" + places(n)
	case n.kind == percentNumber:
		return "percent" + places(n)
	case n.kind == shareNumber || n.kind == fractionNumber:
		return "share"
	case n.word:
		return "word"
	}
	return "count"
}

func baseCommand(n number) string {
	if n.word {
		return "nword"
	}
	return "n"
}

func places(n number) string {
	if n.value.Places > 0 {
		return ".1"
	}
	return ""
}

// labels are the answers as a placeholder names them.
func (t truth) labels() string {
	if t.figure == nil {
		return ""
	}
	var out []string
	for _, i := range t.answers {
		out = append(out, language.WithoutSoftHyphens(t.figure.Answers[i].Label))
	}
	return strings.Join(out, " ; ")
}

// words is the truth as a finding tells it: 56,5 % (35 of 62), ek2021.stillingsforhold | Fast
// stilling.
func (t truth) words(loc content.Locale) string {
	what := ""
	switch {
	case t.figure != nil && len(t.answers) > 0:
		what = t.figure.Ref() + " | " + t.labels()
	case t.figure != nil:
		what = t.figure.Ref()
	default:
		what = t.survey.ID
	}
	switch t.kind {
	case restTruth:
		what = "all but " + what
	case baseTruth:
		what = "the base of " + what
	case missingTruth:
		what = "no answer, " + what
	case earlierTruth:
		what = fmt.Sprintf("%s in %d", what, t.survey.Year)
	case surveyTruth:
		what = "answered " + what
	case unknownAnswer:
		what = "invited to " + what
	case changeTruth:
		return loc.Signed(t.points) + " points, " + what
	case pointTruth:
		return loc.Decimal(t.points) + " points a person, " + what
	}
	if t.base == 0 || t.kind == baseTruth && t.count == t.base {
		return fmt.Sprintf("%s (%s)", loc.Int(t.count), what)
	}
	return fmt.Sprintf("%s of %s, %s %% (%s)", loc.Int(t.count), loc.Int(t.base),
		loc.Decimal(content.Percent(t.count, t.base, 1)), what)
}

// name is the figure and answers of a truth.
func (t truth) name() string {
	switch {
	case t.figure == nil:
		return t.survey.ID
	case len(t.answers) == 0:
		return t.figure.Ref()
	}
	return t.figure.Ref() + " | " + t.labels()
}
