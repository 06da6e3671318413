package renew

import (
	"slices"
	"strconv"
	"strings"

	"rapport/content/intake"
	"rapport/content/language"
	"rapport/content/source"
)

// Change is something that an update does or tells.
type Change struct {
	What   What
	Figure string // its id, "" of the survey
	Answer string
	Old    int
	New    int
}

// What is a kind of change.
type What string

// Kinds of changes. The last three leave the file as it is.
const (
	Count     What = "count"      // of an answer, from Old to New
	Missing   What = "missing"    //
	Responses What = "responses"  //
	Answered  What = "answered"   // of the survey
	NewAnswer What = "new answer" //
	NewFigure What = "new figure" //

	CountsWithin What = "counts within" // of groups: New of them
	NewWithin    What = "new within"    // a question that was not counted within the groups before

	Ungiven   What = "ungiven"    // an answer that nobody gave any more: its count becomes 0
	Unmarked  What = "unmarked"   // the mark that counts are still an earlier year's is gone
	Gone      What = "gone"       // a question that the export does not have
	OtherKind What = "other kind" // a question that is no longer of the kind that the file says
	Invited   What = "invited"    // invited is still an earlier year's
)

// Known are the questions of a file.
func Known(root *source.Node) (out []intake.Known) {
	for _, n := range figures(root) {
		k := intake.Known{ID: n.Child("id").Text(), Text: n.Child("question").Text(),
			Kind: intake.Kind(n.Child("kind").Text())}
		if answers := n.Child("answers"); answers != nil {
			for _, a := range answers.Children {
				k.Labels = append(k.Labels, language.WithoutSoftHyphens(a.Name))
			}
		}
		if f := n.Child("follows"); f != nil {
			_, id, dotted := strings.Cut(f.Child("figure").Text(), ".")
			if k.FollowsID = id; !dotted {
				k.FollowsID = f.Child("figure").Text()
			}
			k.FollowsAnswers = texts(f.Child("answer"))
		}
		out = append(out, k)
	}
	return out
}

func figures(root *source.Node) []*source.Node {
	if list := root.Child("figure"); list != nil {
		return list.Children
	}
	return nil
}

// texts are the texts of a list, or of one text.
func texts(n *source.Node) (out []string) {
	if n == nil {
		return nil
	}
	if s := n.Text(); s != "" {
		return []string{language.WithoutSoftHyphens(s)}
	}
	for _, c := range n.Children {
		out = append(out, language.WithoutSoftHyphens(c.Text()))
	}
	return out
}

// Update is a file with the counts of a survey, also within groups where it has such. data is the file
// as it is on disk, root what was read of it.
func Update(data []byte, root *source.Node, s *intake.Survey, within []intake.Breakdown, c Comments) (
	[]byte, []Change) {
	e := &editor{text: string(data), place: source.Offsets(string(data)), end: lineEnd(string(data))}
	if t := root.Child("survey"); t != nil {
		e.survey(t, s)
	}
	seen := map[string]bool{}
	for _, n := range figures(root) {
		id := n.Child("id").Text()
		seen[id] = true
		k := slices.IndexFunc(s.Questions, func(q *intake.Question) bool { return q.ID == id })
		if k < 0 {
			e.change(Change{What: Gone, Figure: id})
			continue
		}
		e.figure(n, s.Questions[k])
	}
	for _, q := range s.Questions {
		if !seen[q.ID] && writable(q) {
			e.added = append(e.added, figure(q, c, e.end))
			e.change(Change{What: NewFigure, Figure: q.ID})
		}
	}
	e.breakdowns(root, within)
	return e.result(), e.changes
}

func lineEnd(text string) string {
	switch {
	case strings.Contains(text, "\r\n"):
		return "\r\n"
	case !strings.Contains(text, "\n") && strings.Contains(text, "\r"):
		return "\r"
	}
	return "\n"
}

// editor collects edits of a text.
type editor struct {
	text    string
	place   func(int) int // in the text, of an offset in what was read of it
	end     string
	edits   []edit
	added   []string // figures, at the end
	changes []Change
}

// edit puts a text in place of a stretch.
type edit struct {
	from, to int
	text     string
}

func (e *editor) change(c Change) { e.changes = append(e.changes, c) }

// number puts a number in place of a value, and says whether it was another.
func (e *editor) number(n *source.Node, to int) (old int, changed bool) {
	c, ok := n.Data.(int64)
	if ok && int(c) == to {
		return to, false
	}
	e.edits = append(e.edits, edit{e.place(n.Value.Start), e.place(n.Value.End), strconv.Itoa(to)})
	return int(c), true
}

// survey renews how many answered.
func (e *editor) survey(t *source.Node, s *intake.Survey) {
	if n := t.Child("answered"); n == nil {
		e.after(t, t.Child("year"), "answered = "+strconv.Itoa(s.Answered))
		e.change(Change{What: Answered, New: s.Answered})
	} else if old, changed := e.number(n, s.Answered); changed {
		e.change(Change{What: Answered, Old: old, New: s.Answered})
	}
	switch mark := t.Child("counted"); {
	case mark == nil:
	case t.Child("invited") != nil:
		e.change(Change{What: Invited})
	default:
		e.unmark(mark, "")
	}
}

// unmark takes out the line that says that counts are an earlier year's.
func (e *editor) unmark(n *source.Node, figure string) {
	if n == nil {
		return
	}
	from, to := e.lineStart(e.place(n.Key.Start)), e.lineEnd(e.place(n.Value.End))
	if rest := e.text[from:e.place(n.Key.Start)]; strings.TrimSpace(rest) != "" {
		return // in a table on one line: it is told by the build
	}
	e.edits = append(e.edits, edit{from, to, ""})
	e.change(Change{What: Unmarked, Figure: figure})
}

// lineStart is where the line of an offset begins, lineEnd where the next one does.
func (e *editor) lineStart(at int) int { return strings.LastIndexAny(e.text[:at], "\r\n") + 1 }

func (e *editor) lineEnd(at int) int {
	for _, end := range []string{"\n", "\r"} {
		if k := strings.Index(e.text[at:], end); k >= 0 {
			return at + k + len(end)
		}
	}
	return len(e.text)
}

// after writes a line after that of a key, or at the beginning of a table, in a table on one line a
// pair.
func (e *editor) after(t, n *source.Node, line string) {
	at := t.Value.End
	if n != nil {
		at = n.Value.End
	}
	if strings.HasPrefix(e.text[e.place(t.Value.Start):], "{") {
		if n != nil {
			e.edits = append(e.edits, edit{e.place(at), e.place(at), ", " + line})
		}
		return
	}
	indent := ""
	if n != nil {
		start := e.place(n.Key.Start)
		indent = e.text[e.lineStart(start):start]
	}
	e.line(e.place(at), indent+line)
}

// line writes a line after the one that an offset is in.
func (e *editor) line(at int, line string) {
	next := e.lineEnd(at)
	switch before := e.text[:next]; {
	case strings.HasSuffix(before, "\r\n"):
		line += "\r\n"
	case strings.HasSuffix(before, "\n"):
		line += "\n"
	case strings.HasSuffix(before, "\r"):
		line += "\r"
	default:
		line = e.end + line
	}
	e.edits = append(e.edits, edit{next, next, line})
}

// figure renews the counts of a question.
func (e *editor) figure(n *source.Node, q *intake.Question) {
	kind := intake.Kind(n.Child("kind").Text())
	if (kind == intake.Open) != (q.Kind == intake.Open) {
		e.change(Change{What: OtherKind, Figure: q.ID})
		return
	}
	if kind == intake.Open {
		if r := n.Child("responses"); r != nil {
			if old, changed := e.number(r, q.Replies); changed {
				e.change(Change{What: Responses, Figure: q.ID, Old: old, New: q.Replies})
			}
		} else {
			e.after(n, n.Child("kind"), "responses = "+strconv.Itoa(q.Replies))
			e.change(Change{What: Responses, Figure: q.ID, New: q.Replies})
		}
		if m := n.Child("missing"); m != nil {
			_, _ = e.number(m, q.Missing)
		}
		e.unmark(n.Child("counted"), q.ID)
		return
	}
	e.missing(n, q)
	if answers := n.Child("answers"); answers != nil {
		e.answers(answers, q)
	}
	e.unmark(n.Child("counted"), q.ID)
}

func (e *editor) missing(n *source.Node, q *intake.Question) {
	if m := n.Child("missing"); m != nil {
		if old, changed := e.number(m, q.Missing); changed {
			e.change(Change{What: Missing, Figure: q.ID, Old: old, New: q.Missing})
		}
		return
	}
	if q.Missing > 0 {
		e.after(n, n.Child("kind"), "missing = "+strconv.Itoa(q.Missing))
		e.change(Change{What: Missing, Figure: q.ID, New: q.Missing})
	}
}

// answers renews the counts of answers, and adds those that are new: before the first residual one that
// stands at the end, or after all when they are residual themselves.
func (e *editor) answers(t *source.Node, q *intake.Question) {
	used := make([]bool, len(q.Answers))
	var last, lastPlain *source.Node
	for _, n := range t.Children {
		label := intake.Key(n.Name)
		k := slices.IndexFunc(q.Answers, func(a intake.Answer) bool { return intake.Key(a.Label) == label })
		count := 0
		if k >= 0 {
			used[k] = true
			count = q.Answers[k].Count
		}
		if old, changed := e.number(n, count); changed && k >= 0 {
			e.change(Change{What: Count, Figure: q.ID, Answer: n.Name, Old: old, New: count})
		} else if changed {
			e.change(Change{What: Ungiven, Figure: q.ID, Answer: n.Name, Old: old})
		}
		if last = n; !intake.Residual(language.WithoutSoftHyphens(n.Name)) {
			lastPlain = n
		}
	}
	if lastPlain == nil {
		lastPlain = last
	}
	for k, a := range q.Answers {
		if used[k] || a.Count == 0 {
			continue
		}
		at := lastPlain
		if a.Residual {
			at = last
		}
		e.after(t, at, source.BasicString(a.Label)+" = "+strconv.Itoa(a.Count))
		e.change(Change{What: NewAnswer, Figure: q.ID, Answer: a.Label, New: a.Count})
	}
}

// result is the text with all edits.
func (e *editor) result() []byte {
	slices.SortStableFunc(e.edits, func(a, b edit) int { return a.from - b.from })
	var b strings.Builder
	at := 0
	for _, x := range e.edits {
		if x.from < at {
			continue
		}
		b.WriteString(e.text[at:x.from])
		b.WriteString(x.text)
		at = x.to
	}
	b.WriteString(e.text[at:])
	if len(e.added) > 0 {
		if s := b.String(); s != "" && !strings.HasSuffix(s, e.end) {
			b.WriteString(e.end)
		}
		for _, f := range e.added {
			b.WriteString(f)
		}
	}
	return []byte(b.String())
}
