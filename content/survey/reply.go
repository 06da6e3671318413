package survey

import "rapport/content/language"

// mostReplies are the most answers of a question of yes or no.
const mostReplies = 8

// Replies is what the answers to a question of yes or no say, in their order: one of them says yes
// and one no. It is nil of any other question.
func (f *Figure) Replies() []language.Reply {
	if f.Kind != Single {
		return nil
	}
	return Replies(f.Labels())
}

// Replies is what answers say by their names, when one of them says yes and one no; else nil.
func Replies(labels []string) []language.Reply {
	if len(labels) > mostReplies {
		return nil
	}
	var replies []language.Reply
	count := map[language.Reply]int{}
	for _, l := range labels {
		r := language.ReplyOf(l)
		replies = append(replies, r)
		count[r]++
	}
	if count[language.Yes] != 1 || count[language.No] != 1 {
		return nil
	}
	return replies
}

// Yes is the answer that says yes to a question of yes or no whose answers are no degrees.
func (f *Figure) Yes() (answer int, ok bool) {
	if f.Ordered {
		return 0, false
	}
	for i, r := range f.Replies() {
		if r == language.Yes {
			return i, true
		}
	}
	return 0, false
}

// Point is the answer to a question that a chart of one share of each of several questions shows:
// yes, or else what the survey highlights. It is nil where there is none, or where several answers
// of one person would have to be added.
func (f *Figure) Point() []int {
	if yes, ok := f.Yes(); ok {
		return []int{yes}
	}
	if f.Kind == Multiple && len(f.Highlight) > 1 {
		return nil
	}
	return f.Highlight
}

// SaysYes says whether a measure is the yes to a question of yes or no.
func (m Measure) SaysYes() bool {
	yes, ok := m.Figure.Yes()
	return ok && len(m.Answers) == 1 && m.Answers[0] == yes
}

// Compared says whether a measure has an earlier year.
func (m Measure) Compared() bool { return len(m.Then) > 0 && m.Figure.Compare != nil }

// ShareOf is the share of some answers as a measure, with its earlier year where the question has
// one. Without a label it is called after the question's title, the question, or the answer.
func ShareOf(f *Figure, answers []int, label string) Measure {
	for _, name := range []string{f.Title, f.Question, f.Answers[answers[0]].Label} {
		if label == "" {
			label = name
		}
	}
	m := Measure{Pos: f.Pos, Figure: f, Answers: answers, Label: label}
	if f.Incomparable == "" {
		m.Then, _ = f.Earlier(answers...)
	}
	return m
}
