package charts

import "rapport/content"

// mostReplies are the most answers of a question of yes or no.
const mostReplies = 8

// repliesTo is what the answers to a question of yes or no say, by their index: one of them says
// yes and one no. It is nil of any other question.
func repliesTo(f *content.Figure) []content.Reply {
	if f.Kind != content.Single || len(f.Answers) > mostReplies {
		return nil
	}
	labels := make([]string, len(f.Answers))
	for i, a := range f.Answers {
		labels[i] = a.Label
	}
	return repliesIn(labels)
}

// repliesIn is repliesTo of answers by their names.
func repliesIn(labels []string) []content.Reply {
	var replies []content.Reply
	count := map[content.Reply]int{}
	for _, l := range labels {
		r := content.ReplyOf(l)
		replies = append(replies, r)
		count[r]++
	}
	if count[content.Yes] != 1 || count[content.No] != 1 {
		return nil
	}
	return replies
}

// inOrder is the place of a reply, the same through a report: yes, no, anything else, and who does
// not know.
func inOrder(r content.Reply) int {
	switch r {
	case content.Yes:
		return 0
	case content.No:
		return 1
	case content.DontKnow:
		return 3
	}
	return 2
}

// ownColor says whether a reply keeps its colour through a report, also where it is highlighted:
// yes the first of the slices, no the second.
func ownColor(r content.Reply) bool { return r == content.Yes || r == content.No }
