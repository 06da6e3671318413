package survey

import (
	"fmt"
	"slices"
	"strings"

	"rapport/content/language"
	"rapport/content/source"
	"rapport/content/tiles"
)

// Read reads the [survey] and the [[figure]]s of a folder; nil when there is no [survey]. What
// figures say of other figures is resolved afterwards, by Link, when every survey is there.
func (r *Reader) Read(root *source.Node) *Survey {
	top := r.source.Table(root)
	t := top.Table("survey", source.Optional)
	if t == nil {
		return nil
	}
	s := &Survey{
		Pos: t.Pos(), ID: t.ID(false), Title: t.Text("title", source.Required),
		Year: t.Count("year", source.Required), Period: t.Text("period", source.Optional),
		Population: t.Text("population", source.Optional), Mode: t.Text("mode", source.Optional),
		Invited:  t.Count("invited", source.Optional),
		Answered: t.Count("answered", source.Required),
		Source:   t.Text("source", source.Optional), Note: t.Text("note", source.Optional),
	}
	s.Counted = r.counted(t, s, s, `"invited" and "answered" are `)
	t.Done()
	if !t.IsCount("invited") || !t.IsCount("answered") || t.Child("answered") == nil {
		r.unsure[s] = true
	}
	if n := t.Child("invited"); n != nil && s.Answered > s.Invited && !r.unsure[s] {
		r.source.AtValue(t.Child("answered"), fmt.Sprintf("%d answered, but only %d were invited",
			s.Answered, s.Invited), "correct one of the two")
	}
	s.Maps = tiles.Read(r.source, top)
	for _, ft := range top.Tables("figure", source.Optional) {
		f := r.readFigure(ft, s)
		if twin := s.Figure(f.ID); f.ID != "" && twin != nil {
			r.source.AtValue(ft.Child("id"), "figure "+source.Quoted(f.ID)+" is there twice",
				"the other one is at "+twin.Pos.String())
		}
		s.Figures = append(s.Figures, f)
	}
	r.readBreakdowns(top, s)
	if other := r.byID[s.ID]; other != nil && s.ID != "" {
		r.source.AtValue(t.Child("id"), "survey "+source.Quoted(s.ID)+" is there twice",
			"the other one is at "+other.Pos.String())
	} else if s.ID != "" {
		r.byID[s.ID] = s
	}
	return s
}

// counted is the year that counts are of, when the author says so. Counts of another year than the
// survey's were copied with it and wait to be renewed: they are no numbers of this survey, and what
// follows from them is not told. of is the survey or figure that has them.
func (r *Reader) counted(t *source.Table, s *Survey, of any, which string) int {
	year := t.Count("counted", source.Optional)
	n := t.Child("counted")
	if n == nil || !n.IsCount() || !t.IsCount("counted") || year == s.Year || s.Year == 0 {
		return s.Year
	}
	r.unsure[of] = true
	if r.Uncounted {
		return year
	}
	text := fmt.Sprintf("%sstill the counts of %d, and the survey is of %d", which, year, s.Year)
	if year == s.Year-1 {
		text = fmt.Sprintf("%sstill last year's counts, of %d", which, year)
	}
	r.source.AtKey(n, text, fmt.Sprintf("write those of %d, then delete this line", s.Year))
	return year
}

var figureKinds = []string{string(Single), string(Multiple), string(Scale), string(Open)}

// readFigure reads one question with its answers.
func (r *Reader) readFigure(t *source.Table, s *Survey) *Figure {
	f := &Figure{
		Pos: t.Pos(), Survey: s, ID: t.ID(false), Question: t.Text("question", source.Required),
		Title:        t.Text("title", source.Optional),
		Kind:         Kind(t.Choice("kind", source.Required, figureKinds)),
		Incomparable: t.Text("incomparable", source.Optional),
		Source:       t.Text("source", source.Optional), Note: t.Text("note", source.Optional),
		Derived: t.Flag("derived", false), Partial: t.Flag("partial", false),
	}
	r.tables[f] = t
	r.readAnswers(t, f)
	t.Count("missing", source.Optional)
	t.Table("follows", source.Optional)
	t.Value("compare", source.Optional)
	t.Table("merge", source.Optional)
	t.Count("responses", source.Need(f.Kind == Open))
	r.readRoles(t, f)
	r.readOrder(t, f)
	t.Count("minimum", source.Optional)
	f.Counted = r.counted(t, s, f, source.Quoted(f.Ref())+": ")
	r.readPrinted(t, f)
	t.Allow(f)
	t.Done()
	if f.Kind != Open && f.Kind != "" && t.Child("responses") != nil {
		r.source.AtKey(t.Child("responses"),
			source.Quoted("responses")+" belongs to figures of kind open",
			"give [figure.answers] instead")
	}
	return f
}

// readAnswers reads the counts, in the order in which they are written, and their short labels.
func (r *Reader) readAnswers(t *source.Table, f *Figure) {
	answers := t.Table("answers", source.Need(f.Kind != Open && f.Kind != ""))
	if answers != nil && f.Kind == Open {
		r.source.AtKey(answers.Node, "a figure of kind open has no answers to count",
			"say how many there are: responses = 13")
		return
	}
	if answers != nil {
		r.readCounts(answers, f)
		f.indexLabels()
	}
	short := t.Table("short", source.Optional)
	if short == nil {
		return
	}
	for _, n := range short.Node.Children {
		i, ok := r.answerKey(n, f)
		if !ok {
			continue
		}
		if s := short.Text(n.Name, source.Required); s != "" {
			f.Answers[i].Short = cleanLabel(s)
		}
	}
}

func (r *Reader) readCounts(answers *source.Table, f *Figure) {
	seen := map[string]*source.Node{}
	for _, n := range answers.Node.Children {
		label := cleanLabel(n.Name)
		if label == "" {
			r.source.AtKey(n, "an answer without a label", "")
		}
		key := strings.ToLower(labelKey(label))
		if old := seen[key]; old != nil {
			r.source.AtKey(n, "the answer "+source.Quoted(n.Name)+" is there twice",
				"the other one is at "+old.KeyPos().String()+source.Differing(n.Name, old.Name))
		}
		seen[key] = n
		if !n.IsCount() {
			r.unsure[f] = true
		}
		f.Answers = append(f.Answers,
			Answer{Pos: n.KeyPos(), Label: label, Short: label, Count: r.source.Count(n)})
	}
	switch {
	case len(f.Answers) == 0:
		r.source.AtKey(answers.Node, "there are no answers", `one a line: "Ja" = 28`)
	case f.Total() == 0 && !r.unsure[f]:
		r.warn(answers.Node, answers.Node.Key, "all counts are zero", "leave the figure out")
	}
}

// Directions of a scale, by their names in TOML.
const (
	sequential = "sequential" // how often, how much: from nothing on
	diverging  = "diverging"  // two sides with a middle, as of agreement
)

// readOrder reads whether the answers have an order of their own, and which direction a scale has.
// Where the author does not say, their words do.
func (r *Reader) readOrder(t *source.Table, f *Figure) {
	direction := t.Choice("scale", source.Optional, []string{sequential, diverging})
	if n := t.Child("scale"); n != nil && f.Kind != Scale && f.Kind != "" {
		r.source.AtKey(n, source.Quoted("scale")+" belongs to figures of kind scale", "")
	}
	var steps []string
	for _, i := range f.ScaleSteps() {
		steps = append(steps, f.Answers[i].Label)
	}
	f.Ordered = t.Flag("ordered", f.Kind == Single && language.InOrder(steps)) || f.Kind == Scale
	f.HowMuch = f.Kind == Scale &&
		(direction == sequential || direction == "" && language.HowMuch(steps))
}

// readResidual reads which answers are residual: where the author does not say, those of who does
// not know.
func (r *Reader) readResidual(t *source.Table, f *Figure) {
	for _, i := range r.answersOf(t.Texts("residual", source.Optional, true), f) {
		f.Answers[i].Residual = true
	}
	if t.Child("residual") != nil {
		return
	}
	for i, a := range f.Answers {
		f.Answers[i].Residual = language.ReplyOf(a.Label) == language.DontKnow
	}
}

// readRoles reads which answers are residual, highlighted, low and high.
func (r *Reader) readRoles(t *source.Table, f *Figure) {
	r.readResidual(t, f)
	f.Highlight = r.answersOf(t.Texts("highlight", source.Optional, true), f)
	low, high := t.Texts("low", source.Optional, true), t.Texts("high", source.Optional, true)
	f.Low, f.High = r.answersOf(low, f), r.answersOf(high, f)
	if f.Kind != Scale {
		for _, name := range []string{"low", "high"} {
			if n := t.Child(name); n != nil && f.Kind != "" {
				r.source.AtKey(n, source.Quoted(name)+" belongs to figures of kind scale", "")
			}
		}
		return
	}
	lowest, highest := f.steps()
	if t.Child("low") == nil {
		f.Low = lowest
	}
	if t.Child("high") == nil {
		f.High = highest
	}
	for _, i := range f.Low {
		if slices.Contains(f.High, i) {
			r.source.Problem(t.Node, t.Node.Key,
				"the step "+source.Quoted(f.Answers[i].Label)+" is both low and high", "")
		}
	}
}

// answersOf are the indices of the answers that a list of labels names.
func (r *Reader) answersOf(labels []*source.Node, f *Figure) []int {
	var out []int
	for _, n := range labels {
		label := n.Text()
		i, ok := f.ByLabel(strings.TrimSpace(label))
		switch {
		case !ok:
			if !r.source.Incomplete || len(f.Answers) > 0 {
				r.source.AtValue(n, fmt.Sprintf("%s has no answer %s", source.Quoted(f.Ref()),
					source.Quoted(label)), source.OrOneOf(label, f.Labels()))
			}
		case slices.Contains(out, i):
			r.source.AtValue(n, "the answer "+source.Quoted(label)+" is named twice", "")
		default:
			out = append(out, i)
		}
	}
	return out
}

// answerKey is the answer that a key names by its full label.
func (r *Reader) answerKey(n *source.Node, f *Figure) (answer int, ok bool) {
	if answer, ok = f.byFullLabel(n.Name); !ok {
		r.source.AtKey(n, "no answer is called "+source.Quoted(n.Name),
			source.OrOneOf(n.Name, f.Labels()))
	}
	return answer, ok
}
