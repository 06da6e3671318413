package intake

import "math"

// count counts the rows that are kept, and finds out who was asked.
func (b *builder) count(kept rowset) {
	b.s.Answered = kept.count()
	for _, q := range b.s.Questions {
		q.answered.keep(kept)
		for i := range q.given {
			q.given[i].keep(kept)
		}
		q.recount()
	}
	for i, q := range b.s.Questions {
		if k := b.in.existing(q.ID); k != nil {
			b.leads(q, k)
		} else {
			b.follows(i)
		}
	}
	for _, q := range b.s.Questions {
		q.settle(b.s.Answered)
	}
}

// recount counts the rows of each answer; texts that only rows left out have are no answers.
func (q *Question) recount() {
	answers, given := q.Answers[:0], q.given[:0]
	for i, a := range q.Answers {
		if a.Count = q.given[i].count(); a.Count > 0 || a.sure {
			answers, given = append(answers, a), append(given, q.given[i])
		}
	}
	q.Answers, q.given = answers, given
}

// settle says how many did not answer.
func (q *Question) settle(answered int) {
	q.Replies = q.answered.count()
	q.Missing = max(0, q.Asked(answered)-q.Replies)
}

// leads follows what the file says of who was asked. Answers of others are left out, and told.
func (b *builder) leads(q *Question, k *Known) {
	if k.FollowsID == "" {
		return
	}
	for _, parent := range b.s.Questions {
		if parent.ID != k.FollowsID || parent == q {
			continue
		}
		q.Follows = &Follow{parent, k.FollowsAnswers}
		asked := newRowset(b.d.Rows)
		for i, a := range parent.Answers {
			for _, label := range k.FollowsAnswers {
				if key(a.Label) == key(label) {
					asked.union(parent.given[i])
				}
			}
		}
		before := q.answered.count()
		q.answered.keep(asked)
		for i := range q.given {
			q.given[i].keep(asked)
		}
		q.recount()
		if n := before - q.answered.count(); n > 0 {
			q.Notes = append(q.Notes, Note{What: Unasked, Count: n})
		}
		return
	}
}

// Follow-ups are found by who answered: only those who gave some answers to an earlier question, and most
// of them. It must be so unlikely by chance that no such question is found in a hundred surveys.
const (
	unlikely  = 1e-5
	mostAsked = 30 // answers of a question that leads on
)

// follows looks for the question that leads to one.
func (b *builder) follows(at int) {
	q := b.s.Questions[at]
	replies := q.answered.count()
	if replies == 0 || replies*20 > b.s.Answered*19 {
		return
	}
	var best *Follow
	share := 0.5
	for i := at - 1; i >= 0; i-- {
		parent := b.s.Questions[i]
		if len(parent.Answers) < 2 || len(parent.Answers) > mostAsked || parent.Follows != nil && parent.Follows.Question == q {
			continue
		}
		f, asked := parent.before(q, replies)
		if f == nil {
			continue
		}
		base := parent.answered.count()
		chance := choose(asked, replies) - choose(base, replies) + math.Ln2*float64(len(parent.Answers)) +
			math.Log(float64(at))
		if s := float64(replies) / float64(asked); chance < math.Log(unlikely) && s > share {
			best, share = f, s
		}
	}
	if best != nil {
		q.Follows = best
		q.Notes = append(q.Notes, Note{What: Follows, Labels: best.Answers})
	}
}

// before says which answers of a question were given by those who answered another, and by how many
// they were given; nil when that is everyone, or when somebody answered without them.
func (q *Question) before(next *Question, replies int) (*Follow, int) {
	if q.Kind == Multiple {
		var best *Follow
		asked := 0
		for i, a := range q.Answers {
			if n := q.given[i].count(); q.given[i].common(next.answered) == replies && (best == nil || n < asked) &&
				n < q.answered.count() {
				best, asked = &Follow{q, []string{a.Label}}, n
			}
		}
		return best, asked
	}
	f, asked, found := &Follow{Question: q}, 0, 0
	for i, a := range q.Answers {
		if n := q.given[i].common(next.answered); n > 0 {
			f.Answers = append(f.Answers, a.Label)
			found += n
			asked += q.given[i].count()
		}
	}
	if found < replies || asked == q.answered.count() {
		return nil, 0
	}
	return f, asked
}

// choose is the logarithm of in how many ways k of n are chosen.
func choose(n, k int) float64 {
	if k > n {
		return math.Inf(1)
	}
	l := func(x int) float64 { v, _ := math.Lgamma(float64(x + 1)); return v }
	return l(n) - l(k) - l(n-k)
}
