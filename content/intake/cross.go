package intake

import "rapport/content/intake/table"

// Breakdown is the answers to a question within the groups that the answers to another make.
type Breakdown struct {
	Of, By   *Question
	Counts   [][]int // by group, in the order of By's answers: by answer
	Answered []int   // how many of each group answered the question
}

// mostGroups is how many answers a question has at most that makes groups.
const mostGroups = 400

// Named is the question of a name: its id, its text, or the head or letter of one of its columns; nil
// when there is none.
func (s *Survey) Named(name string) *Question {
	for _, q := range s.Questions {
		if q.ID == name || key(q.Text) == key(name) {
			return q
		}
	}
	k := table.Column(name)
	for _, q := range s.Questions {
		for _, at := range q.Columns {
			if k > 0 && at.Column == k {
				return q
			}
		}
	}
	return nil
}

// Groups says whether the answers to a question can make groups.
func (q *Question) Groups() bool {
	return q.Kind != Open && len(q.Answers) > 1 && len(q.Answers) <= mostGroups
}

// leadsFrom says whether only one group was asked a question at all.
func (q *Question) leadsFrom(by *Question) bool {
	return q.Follows != nil && q.Follows.Question == by && len(q.Follows.Answers) == 1
}

// Within counts the answers to each other question within the groups that one makes. Rows that were
// left out, and answers of those who were not asked, count in none.
func (s *Survey) Within(by *Question) (all []Breakdown) {
	for _, q := range s.Questions {
		if q == by || q.Kind == Open || len(q.Answers) == 0 || q.leadsFrom(by) {
			continue
		}
		b := Breakdown{Of: q, By: by}
		for _, group := range by.given {
			row := make([]int, len(q.given))
			for i, gave := range q.given {
				row[i] = gave.common(group)
			}
			b.Counts = append(b.Counts, row)
			b.Answered = append(b.Answered, q.answered.common(group))
		}
		all = append(all, b)
	}
	return all
}
