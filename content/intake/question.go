package intake

import (
	"slices"
	"strings"
)

// builder makes questions of columns.
type builder struct {
	d     *Dataset
	in    Instructions
	other string // what answers beside the form's are called
	s     *Survey
	all   rowset // rows that answer anything
}

// Recognise makes questions of the columns, by what import.toml says and what is known of them already.
func (d *Dataset) Recognise(in Instructions) *Survey {
	b := &builder{d: d, in: in, other: in.Other, all: newRowset(d.Rows),
		s: &Survey{Tool: d.tool}}
	b.instruct()
	b.personal()
	b.groups()
	for _, q := range b.s.Questions {
		b.all.union(q.answered)
	}
	b.count(d.choose(b.s, b.all))
	if len(d.Others) > 0 {
		b.s.Notes = append(b.s.Notes, Note{What: Sheets, Labels: d.Others})
	}
	if len(b.s.Questions) == 0 {
		b.s.Notes = append(b.s.Notes, Note{What: TooFewRows})
	}
	return b.s
}

// personal takes out what is about people, by the head or by what stands below it.
func (b *builder) personal() {
	for i := range b.d.fields {
		f := &b.d.fields[i]
		if f.why == "" && f.total() == 0 && f.option == "" && b.in.of(f) == nil {
			f.why = WhyEmpty
		}
		if f.why == "" && !f.other && !f.text {
			if why := f.role(); why != "" && f.told == nil {
				f.why = why
			}
		}
		if f.why == WhyStatus && b.d.tool != questback && f.over {
			f.why = WhyMeta
		}
		if f.why != "" {
			b.s.Unused = append(b.s.Unused, Unused{At: f.at, Head: f.label(), Why: f.why})
		}
	}
}

// label is what the head says of a column.
func (f *field) label() string {
	if f.option != "" {
		return f.question + " [" + f.option + "]"
	}
	return f.question
}

// groups goes through the columns, those that belong together at once.
func (b *builder) groups() {
	var fields []*field
	for i := range b.d.fields {
		if b.d.fields[i].why == "" {
			fields = append(fields, &b.d.fields[i])
		}
	}
	for i := 0; i < len(fields); {
		if told := fields[i].told; told != nil {
			b.group(together(fields[i:], told))
			fields = slices.Concat(fields[:i], others(fields[i:], told))
			continue
		}
		j := i + 1
		for j < len(fields) && fields[j].told == nil && fields[j].question == fields[i].question &&
			(fields[i].option != "" || fields[j].option != "" || fields[j].other) &&
			fields[i].code == fields[j].code {
			j++
		}
		if j == i+1 && fields[i].option == "" {
			for j < len(fields) && fields[j].told == nil && b.selfNamed(fields[i]) && b.selfNamed(fields[j]) {
				j++
			}
			if j > i+1 && j < len(fields) && fields[j].option == "" && is("other", fields[j].question) {
				fields[j].other = true
				j++
			}
		}
		b.group(fields[i:j])
		i = j
	}
}

// together are the columns that import.toml makes one question.
func together(fields []*field, told *Instruction) (out []*field) {
	for _, f := range fields {
		if f.told == told {
			out = append(out, f)
		}
	}
	return out
}

// others are those that it leaves.
func others(fields []*field, told *Instruction) (out []*field) {
	for _, f := range fields {
		if f.told != told {
			out = append(out, f)
		}
	}
	return out
}

// selfNamed says whether a column holds its own head and nothing else: an answer to a question that the
// export does not name.
func (b *builder) selfNamed(f *field) bool {
	return !f.over && f.option == "" && !f.text && len(f.values) == 2 && key(f.values[1]) == key(f.question) &&
		b.in.of(f) == nil
}

// group makes a question of columns that have one, or one of each statement of a grid.
func (b *builder) group(fields []*field) {
	var answers, others []*field
	for _, f := range fields {
		if f.other {
			others = append(others, f)
		} else {
			answers = append(answers, f)
		}
	}
	switch {
	case len(answers) == 0:
		for _, f := range others {
			b.unused(f, WhyComment)
		}
	case len(answers) == 1 && len(fields) > 1 && answers[0].option == "":
		b.single(answers[0], others)
	case len(fields) == 1:
		b.single(answers[0], nil)
	case b.marked(answers):
		b.multiple(fields)
	default:
		b.grid(answers)
		for _, f := range others {
			b.unused(f, WhyComment)
		}
	}
}

func (b *builder) unused(f *field, why Why) {
	b.s.Unused = append(b.s.Unused, Unused{At: f.at, Head: f.label(), Why: why})
}

// marked says whether columns are the answers to one question, of which several may be given: each is
// ticked or not.
func (b *builder) marked(fields []*field) bool {
	if k := b.in.kind(fields[0]); k != "" {
		return k == Multiple
	}
	ones, pairs := 0, 0
	for _, f := range fields {
		if f.over {
			return false
		}
		yes, no, values := 0, 0, 0
		for i, v := range f.values {
			if i == 0 || f.isVoid(v) {
				continue
			}
			values++
			switch {
			case is("no", v):
				no++
			case is("yes", v) || key(v) == key(f.option) || key(v) == key(f.question):
				yes++
			}
		}
		switch {
		case values == 0:
		case values == 1 && no == 0: // its own name, or whatever stands for a tick
			ones++
		case values == yes+no && yes <= 1:
			pairs++
			if !f.numeric() && b.d.tool != limeSurvey && b.d.tool != questback && !f.truth() {
				return false // statements that are answered by yes or no
			}
		default:
			return false
		}
	}
	return ones+pairs > 0 && (pairs > 0 || b.ticks(fields))
}

// ticks says whether columns with one text each have their own names, or all the same sign.
func (b *builder) ticks(fields []*field) bool {
	own, same, texts := 0, map[string]int{}, 0
	for _, f := range fields {
		for i, v := range f.values {
			if i == 0 || f.isVoid(v) {
				continue
			}
			texts++
			same[key(v)]++
			if key(v) == key(f.option) || key(v) == key(f.question) || is("yes", v) {
				own++
			} else if _, ok := numberOf(v); ok {
				own++ // the number of the answer in the form
			}
		}
	}
	return own == texts && texts > 0
}

// numeric says whether all texts of a column are numbers.
func (c *column) numeric() bool {
	for i, v := range c.values {
		if _, ok := numberOf(v); !ok && i > 0 {
			return false
		}
	}
	return len(c.values) > 1
}

// truth says whether all texts are those of a program's yes and no.
func (c *column) truth() bool {
	for i, v := range c.values {
		switch key(v) {
		case "true", "false", "sann", "usann", "checked", "unchecked", "valgt", "ikke valgt", "selected", "not selected",
			"quoted", "not quoted", "vald", "ikkje vald":
		default:
			if i > 0 {
				return false
			}
		}
	}
	return true
}

func (f *field) isVoid(value string) bool { return f.void != "" && strings.EqualFold(value, f.void) }

// question begins a question of some columns.
func (b *builder) question(fields []*field) *Question {
	q := &Question{Text: fields[0].question, answered: newRowset(b.d.Rows), forced: b.in.kind(fields[0]) != "", form: fields[0].order}
	for _, f := range fields {
		q.Columns = append(q.Columns, f.at)
	}
	b.s.Questions = append(b.s.Questions, q)
	b.name(q, fields[0])
	return q
}

// multiple makes a question of columns that are its answers.
func (b *builder) multiple(fields []*field) {
	q := b.question(fields)
	q.Kind = Multiple
	seen := newRowset(b.d.Rows) // rows that have a no, at least
	if fields[0].option == "" && fields[0].told == nil {
		q.Text = b.in.Unnamed
		q.Notes = append(q.Notes, Note{What: Unnamed})
	}
	for _, f := range fields {
		label := f.option
		if label == "" {
			label = f.question
		}
		if f.other && !is("other", label) {
			label = b.other
		}
		set := f.rowsWith(b.d.Rows, func(code uint16) bool {
			v := f.values[code]
			return f.other || !is("no", v) && !f.isVoid(v)
		})
		label = b.in.renamed(fields[0], label)
		seen.union(f.answered(b.d.Rows))
		q.answered.union(set)
		q.add(label, set)
	}
	if slices.ContainsFunc(fields, func(f *field) bool { return limeAnswer().MatchString(f.option) }) {
		q.Notes = append(q.Notes, Note{What: OnlyCodes})
	}
	seen.without(q.answered)
	if n := seen.count(); n > 0 {
		q.Notes = append(q.Notes, Note{What: NoneTicked, Count: n})
	}
	b.order(q)
}

// add adds rows to an answer, which is made when it is not there.
func (q *Question) add(label string, rows rowset) {
	for i := range q.Answers {
		if key(q.Answers[i].Label) == key(label) {
			q.given[i].union(rows)
			return
		}
	}
	q.Answers = append(q.Answers, Answer{Label: label, Residual: residual(label), sure: true})
	q.given = append(q.given, rows)
}

// grid makes a question of each statement. They share their answers and the order of these.
func (b *builder) grid(fields []*field) {
	shared := map[string]bool{}
	count := map[string]int{}
	var labels []string
	for _, f := range fields {
		if f.over {
			continue
		}
		for i, v := range f.values {
			if i > 0 && !f.isVoid(v) {
				count[v] += f.counts[i]
				if !shared[v] {
					shared[v] = true
					labels = append(labels, v)
				}
			}
		}
	}
	common := len(labels) <= 12
	for _, f := range fields {
		if f.option == "" {
			b.single(f, nil)
			continue
		}
		before := len(b.s.Questions)
		f.question = statement(f.question, f.option)
		b.oneOf(f, nil, pick(common, labels), count)
		for _, q := range b.s.Questions[before:] {
			q.Title = f.option
		}
	}
}

func pick(ok bool, labels []string) []string {
	if ok {
		return labels
	}
	return nil
}

// statement is a statement of a grid with the question that they share.
func statement(question, option string) string {
	if question == "" {
		return option
	}
	if strings.ContainsRune(".?!:…", []rune(question)[len([]rune(question))-1]) {
		return question + " " + option
	}
	return question + ": " + option
}

// single makes a question of one column, with the texts that people wrote beside its answers.
func (b *builder) single(f *field, others []*field) { b.oneOf(f, others, nil, nil) }

// order puts answers into their own order: as import.toml says, as a scale that is known, by the
// numbers in them, or as they were met; what is residual comes last.
func (b *builder) order(q *Question) {
	var labels []string
	var at []int // in q.Answers
	for i, a := range q.Answers {
		if !a.Residual {
			labels = append(labels, a.Label)
			at = append(at, i)
		}
	}
	var order []int
	if wish := b.in.order(q.ID); len(wish) > 0 {
		q.Notes = append(q.Notes, Note{What: FromImport})
		b.asTold(q, wish)
		return
	}
	if len(q.form) > 0 {
		b.asTold(q, q.form)
		q.Notes = append(q.Notes, Note{What: ByCodebook})
		return
	}
	if q.Kind == Multiple {
		q.rearrange(nil, at)
		return
	}
	if s, ok := scaleOf(labels); ok && q.Kind != Number && q.Kind != Date {
		q.Kind = Scale
		b.alongScale(q, s)
		return
	}
	if by, ok := byNumber(labels); ok {
		for _, k := range by {
			order = append(order, at[k])
		}
		if q.Kind != Scale {
			q.Ordered = true
		}
		q.Notes = append(q.Notes, Note{What: ByNumbers})
		q.rearrange(order, at)
		return
	}
	if q.Kind != Scale && len(labels) > 2 {
		q.Notes = append(q.Notes, Note{What: AsMet})
	}
	q.rearrange(nil, at)
}

// byNumber is the order of answers by the interval they say, or by the number that they begin with.
func byNumber(labels []string) ([]int, bool) {
	if by, ok := inOrder(labels); ok {
		return by, true
	}
	numbers := make([]int, len(labels))
	order := make([]int, len(labels))
	for i, l := range labels {
		digits := len(l) - len(strings.TrimLeft(l, "0123456789"))
		if digits == 0 || digits > 2 || digits == len(l) {
			return nil, false
		}
		if !strings.HasPrefix(strings.TrimLeft(l[digits:], " "), "-") && !strings.ContainsRune(" .:=–)", []rune(l[digits:])[0]) {
			return nil, false
		}
		for _, c := range l[:digits] {
			numbers[i] = numbers[i]*10 + int(c-'0')
		}
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return numbers[a] - numbers[b] })
	for k := 1; k < len(order); k++ {
		if numbers[order[k]] == numbers[order[k-1]] {
			return nil, false
		}
	}
	return order, len(order) > 1
}

// rearrange puts answers into an order; those that are not in it come after, residual ones last.
func (q *Question) rearrange(order, otherwise []int) {
	if order == nil {
		order = otherwise
	}
	for i, a := range q.Answers {
		if !slices.Contains(order, i) && !a.Residual {
			order = append(order, i)
		}
	}
	for _, other := range []bool{false, true} {
		for i, a := range q.Answers {
			if a.Residual && is("other", a.Label) != other && !slices.Contains(order, i) {
				order = append(order, i)
			}
		}
	}
	answers, given := q.Answers, q.given
	q.Answers, q.given = nil, nil
	for _, i := range order {
		q.Answers = append(q.Answers, answers[i])
		q.given = append(q.given, given[i])
	}
}

// alongScale puts answers on the steps of a scale; steps that nobody chose are added.
func (b *builder) alongScale(q *Question, s scale) {
	answers, given := q.Answers, q.given
	q.Answers, q.given = nil, nil
	var added []string
	style := styleOf(answers, s)
	for step, label := range s.labels {
		found := false
		for i, a := range answers {
			if at, ok := s.step[stepKey(a.Label)]; ok && at == step && !a.Residual {
				q.Answers, q.given = append(q.Answers, a), append(q.given, given[i])
				found = true
			}
		}
		if !found {
			q.Answers = append(q.Answers, Answer{Label: style(label), sure: true})
			q.given = append(q.given, newRowset(b.d.Rows))
			added = append(added, style(label))
		}
	}
	for i, a := range answers {
		if _, ok := s.step[stepKey(a.Label)]; !ok || a.Residual {
			q.Answers, q.given = append(q.Answers, a), append(q.given, given[i])
		}
	}
	q.Notes = append(q.Notes, Note{What: ByWords})
	if len(added) > 0 {
		q.Notes = append(q.Notes, Note{What: Steps, Labels: added})
	}
}

// styleOf is how the labels of a scale are written: in small letters where the others are.
func styleOf(answers []Answer, s scale) func(string) string {
	for _, a := range answers {
		if at, ok := s.step[stepKey(a.Label)]; ok && strings.ToLower(s.labels[at]) == a.Label {
			return strings.ToLower
		}
	}
	return func(l string) string { return l }
}

// asTold puts answers into the order that import.toml says, with those that nobody gave.
func (b *builder) asTold(q *Question, wish []string) {
	answers, given := q.Answers, q.given
	q.Answers, q.given = nil, nil
	used := map[int]bool{}
	for _, label := range wish {
		a, rows := Answer{Label: label, Residual: residual(label), sure: true}, newRowset(b.d.Rows)
		for i := range answers {
			if key(answers[i].Label) == key(label) && !used[i] {
				used[i] = true
				a.Residual = answers[i].Residual
				rows = given[i]
			}
		}
		q.Answers, q.given = append(q.Answers, a), append(q.given, rows)
	}
	for i, a := range answers {
		if !used[i] {
			q.Answers, q.given = append(q.Answers, a), append(q.given, given[i])
		}
	}
	_, onScale := scaleOf(wish)
	if !q.forced && q.Kind == Single && onScale {
		q.Kind = Scale
	}
}
