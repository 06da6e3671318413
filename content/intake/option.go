package intake

import (
	"math"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// oneOf makes a question of one column. shared are the answers of the grid that it belongs to, with how
// often each was given in all of it.
func (b *builder) oneOf(f *field, others []*field, shared []string, count map[string]int) {
	q := b.question(append([]*field{f}, others...))
	kind, known := b.in.kind(f), b.in.knownLabels(f)
	was := map[int]string{}
	if !f.over {
		was = restore(f.values)
	}
	v := values{b: b, f: f, q: q, known: known, count: count, shared: shared,
		free: kind != "" && kind != Open && len(b.in.order(q.ID)) == 0 && b.in.of(f) != nil}
	v.read(was)
	switch {
	case kind == Open || f.text || f.over && kind == "":
		b.open(q, f)
		if f.over && !f.text {
			q.Notes = append(q.Notes, Note{What: TooVaried})
		}
		return
	case kind == Number || kind == Date || kind == "" && len(was) == 0 && v.bandable():
		v.band(kind)
	case kind == Multiple || kind == "" && v.joined(false):
		v.joined(true)
		v.several()
	case !v.closed() && kind == "":
		b.open(q, f)
		return
	default:
		q.Kind = Single
		if kind == Scale {
			q.Kind = Scale
		}
		v.options(others)
	}
	if len(was) > 0 {
		q.Notes = append(q.Notes, Note{What: Dates, Labels: sorted(was)})
	}
	if b.d.tool == limeSurvey && len(q.Answers) > 0 && !slices.ContainsFunc(q.Answers, func(a Answer) bool {
		return !limeAnswer().MatchString(a.Label) && !a.Residual
	}) {
		q.Notes = append(q.Notes, Note{What: OnlyCodes})
	}
	b.order(q)
	if q.Kind == Number || q.Kind == Date {
		q.Kind, q.Ordered = Single, true
	}
}

func sorted(was map[int]string) (out []string) {
	for _, s := range was {
		if !slices.Contains(out, s) {
			out = append(out, s)
		}
	}
	slices.Sort(out)
	return out
}

// open makes a question of free text, of which only the number of answers is kept.
func (b *builder) open(q *Question, f *field) {
	q.Kind = Open
	q.answered = f.rowsWith(b.d.Rows, func(code uint16) bool { return !f.isVoid(f.values[code]) })
}

// values are the texts of a column on their way to answers.
type values struct {
	b      *builder
	f      *field
	q      *Question
	labels []string // by code: what a text says, "" nothing
	known  []string // answers that the file has or import.toml names
	shared []string
	count  map[string]int // of a grid
	free   bool           // import.toml says what the question is: all texts are answers
	parts  [][]string     // by code, of several answers in a cell
	commas []string       // answers that hold a comma
}

// read says what each text is, as import.toml and spreadsheets changed it.
func (v *values) read(was map[int]string) {
	v.labels = make([]string, len(v.f.values))
	for i, text := range v.f.values {
		if i == 0 || v.f.isVoid(text) {
			continue
		}
		if w, ok := was[i]; ok {
			text = w
		}
		v.labels[i] = v.b.in.renamed(v.f, text)
	}
}

// total is how many rows have a text.
func (v *values) total() (n int) {
	for i, l := range v.labels {
		if l != "" {
			n += v.f.counts[i]
		}
	}
	return n
}

// numbers are the different numbers of the texts; ok when all are numbers, and whole when so.
func (v *values) numbers(dates bool) (numbers map[float64]int, ok bool) {
	numbers = map[float64]int{}
	for i, l := range v.labels {
		if l == "" || residual(l) {
			continue
		}
		n, isNumber := numberOf(l)
		if dates {
			d, isDay := dayOf(l)
			n, isNumber = float64(d.Year()), isDay
		}
		if !isNumber {
			return nil, false
		}
		numbers[n] += v.f.counts[i]
	}
	return numbers, len(numbers) > 0
}

// bandable says whether a column holds numbers of something, or days, which become bands.
func (v *values) bandable() bool {
	if v.f.coded || v.f.closed && len(v.f.values) < 12 {
		return false
	}
	if _, ok := v.numbers(true); ok {
		return true
	}
	numbers, ok := v.numbers(false)
	if !ok {
		return false
	}
	_, _, isScale := v.scale(numbers)
	return !isScale
}

// scale says whether numbers are steps of a scale, and of which: from 0 or 1 to 3 to 7 or 10.
func (v *values) scale(numbers map[float64]int) (low, high int, ok bool) {
	if v.countsSomething() {
		return 0, 0, false
	}
	most, least := 0.0, 100.0
	seen := numbers
	if v.count != nil {
		seen = map[float64]int{}
		for text := range v.count {
			n, isNumber := numberOf(text)
			if !isNumber && !residual(text) {
				return 0, 0, false
			}
			if isNumber {
				seen[n]++
			}
		}
	}
	for n := range seen {
		if n != math.Trunc(n) || n < 0 || n > 10 {
			return 0, 0, false
		}
		most, least = max(most, n), min(least, n)
	}
	low, high = 1, int(most)
	switch {
	case most > 7:
		high = 10
		if least == 0 {
			low = 0
		}
	case most < 3 || least < 1:
		return 0, 0, false
	}
	return low, high, true
}

// countsSomething says whether the question asks how many.
func (v *values) countsSomething() bool {
	text := " " + key(v.f.question) + " "
	for w := range known().kinds["count"] {
		if strings.Contains(text, " "+w+" ") {
			return true
		}
	}
	return false
}

// band makes an answer of each band of numbers or years.
func (v *values) band(kind Kind) {
	q := v.q
	numbers, dates := v.numbers(true)
	if kind == Number || !dates {
		dates = false
		numbers, _ = v.numbers(false)
	}
	if q.Kind = Number; dates {
		q.Kind = Date
	}
	labels := v.known
	if !slices.ContainsFunc(labels, func(l string) bool { _, ok := bandOf(l); return ok }) {
		labels = nil
	}
	outside := map[float64]int{}
	for n, k := range numbers {
		if find(labels, n) < 0 {
			outside[n] = k
		}
	}
	before := len(labels)
	made, bands := cut(outside)
	labels = append(slices.Clone(labels), made...)
	rest := map[string]int{}
	of := func(code uint16) int {
		l := v.labels[code]
		n, ok := numberOf(l)
		if dates {
			d, isDay := dayOf(l)
			n, ok = float64(d.Year()), isDay
		}
		if ok {
			if k := find(labels[:before], n); k >= 0 {
				return k
			}
			for k, b := range bands {
				if b.holds(n) || k == len(bands)-1 { // a hair above the last, by the rounding of halves
					return before + k
				}
			}
		}
		if l != "" && residual(l) {
			if _, there := rest[l]; !there {
				rest[l] = len(labels) + len(rest)
			}
			return rest[l]
		}
		return -1
	}
	for code := 1; code < len(v.labels); code++ {
		of(uint16(code))
	}
	names := slices.Clone(labels)
	for range rest {
		names = append(names, "")
	}
	for l, i := range rest {
		names[i] = l
	}
	for i, set := range v.f.sets(v.b.d.Rows, len(names), of) {
		q.answered.union(set)
		q.Answers = append(q.Answers, Answer{Label: names[i], Residual: i >= len(labels), sure: i < len(labels)})
		q.given = append(q.given, set)
	}
	q.Notes = append(q.Notes, Note{What: Bands, Labels: labels})
}

func allBands(labels []string) bool {
	return len(labels) > 0 && !slices.ContainsFunc(labels, func(l string) bool {
		_, ok := bandOf(l)
		return !ok && !residual(l)
	})
}

// find is the band that a number is in, -1 when it is in none.
func find(labels []string, n float64) int {
	return slices.IndexFunc(labels, func(l string) bool {
		b, ok := bandOf(l)
		return ok && b.holds(n)
	})
}

// accepts says whether a text is an answer of the form, and not what somebody wrote: the form or the
// author says so, it is one that forms have, or several gave it. What looks like an address or a number
// of a person never is.
func (v *values) accepts(label string, count int) bool {
	if v.knows(label) {
		return true
	}
	if personal(label) != "" || utf8.RuneCountInString(label) > 200 {
		return false
	}
	if v.f.closed || v.f.coded || v.free || standard(label) {
		return true
	}
	if v.count != nil {
		count = max(count, v.count[label])
	}
	return count >= max(2, v.total()/5000)
}

func (v *values) knows(label string) bool {
	return slices.ContainsFunc(v.known, func(k string) bool { return key(k) == key(label) })
}

// tally is how often each label was given, in the order in which they were met.
func (v *values) tally() (labels []string, count map[string]int) {
	count = map[string]int{}
	each := func(l string, n int) {
		if _, ok := count[l]; !ok {
			labels = append(labels, l)
		}
		count[l] += n
	}
	for _, l := range v.shared {
		each(v.b.in.renamed(v.f, l), 0)
	}
	for i, l := range v.labels {
		if v.parts != nil {
			for _, p := range v.parts[i] {
				each(p, v.f.counts[i])
			}
		} else if l != "" {
			each(l, v.f.counts[i])
		}
	}
	return labels, count
}

// mostAnswers is how many answers a question has at most that is not said to be closed.
const mostAnswers = 60

// closed says whether the texts of a column are answers of a form: most rows have one that others have.
func (v *values) closed() bool {
	if v.f.over {
		return false
	}
	if v.f.closed || v.f.coded || len(v.known) > 0 {
		return true
	}
	labels, count := v.tally()
	accepted, covered, long := 0, 0, 0
	for _, l := range labels {
		if v.accepts(l, count[l]) {
			accepted++
			covered += count[l]
			long += utf8.RuneCountInString(l) * count[l]
		}
	}
	return accepted > 0 && accepted <= mostAnswers && covered*2 >= v.total() && long <= 100*covered &&
		!(accepted == 1 && covered*10 < v.total()*8)
}

// options makes an answer of each text, and one of all that only a person wrote.
func (v *values) options(others []*field) {
	q := v.q
	labels, count := v.tally()
	if numbers, ok := v.numbers(false); ok && !v.f.coded {
		if low, high, ok := v.scale(numbers); ok && q.Kind != Single || ok && !q.forced {
			q.Kind = Scale
			v.steps(low, high)
			return
		}
	}
	index, names := v.index(labels, count)
	sets := v.f.sets(v.b.d.Rows, len(names), func(code uint16) int {
		l := v.labels[code]
		if l == "" {
			return -1
		}
		return index[key(l)]
	})
	v.take(names, sets)
	if len(others) == 0 {
		return
	}
	beside := newRowset(v.b.d.Rows)
	for _, o := range others {
		beside.union(o.answered(v.b.d.Rows))
	}
	beside.without(q.answered)
	label := v.b.other
	for _, o := range others {
		if is("other", o.option) {
			label = o.option
		}
	}
	for _, n := range names {
		if is("other", n) {
			label = n
		}
	}
	q.answered.union(beside)
	q.add(v.b.in.renamed(v.f, label), beside)
}

// index is which answer each label counts for, and what the answers are called.
func (v *values) index(labels []string, count map[string]int) (index map[string]int, names []string) {
	index = map[string]int{}
	other, rare := -1, 0
	for _, l := range labels {
		if !v.accepts(l, count[l]) {
			continue
		}
		if _, ok := index[key(l)]; !ok {
			index[key(l)] = len(names)
			names = append(names, l)
		}
		if is("other", l) {
			other = index[key(l)]
		}
	}
	for _, l := range labels {
		if _, ok := index[key(l)]; ok {
			continue
		}
		if other < 0 {
			other = len(names)
			names = append(names, v.b.in.renamed(v.f, v.b.other))
		}
		index[key(l)] = other
		rare += count[l]
	}
	if rare > 0 {
		v.q.Notes = append(v.q.Notes, Note{What: Rare, Count: rare, Labels: []string{names[other]}})
	}
	return index, names
}

// take makes answers of labels and their rows.
func (v *values) take(names []string, sets []rowset) {
	for i, set := range sets {
		v.q.answered.union(set)
		v.q.Answers = append(v.q.Answers, Answer{Label: names[i], Residual: residual(names[i]),
			sure: v.shared != nil || v.knows(names[i])})
		v.q.given = append(v.q.given, set)
	}
}

// steps makes an answer of each step of a scale of numbers.
func (v *values) steps(low, high int) {
	var names []string
	for n := low; n <= high; n++ {
		names = append(names, text(float64(n)))
	}
	for _, l := range v.labels {
		if l != "" && residual(l) && !slices.Contains(names, l) {
			names = append(names, l)
		}
	}
	sets := v.f.sets(v.b.d.Rows, len(names), func(code uint16) int {
		l := v.labels[code]
		if n, ok := numberOf(l); ok {
			l = text(n)
		}
		return slices.Index(names, l)
	})
	v.take(names, sets)
	for i := range v.q.Answers {
		v.q.Answers[i].sure = true
	}
}

// several makes answers of cells that hold more than one.
func (v *values) several() {
	v.q.Kind = Multiple
	labels, count := v.tally()
	index, names := v.index(labels, count)
	for i, name := range names {
		rows := v.f.rowsWith(v.b.d.Rows, func(code uint16) bool {
			return slices.ContainsFunc(v.parts[code], func(p string) bool { return index[key(p)] == i })
		})
		v.take([]string{name}, []rowset{rows})
	}
	v.q.Notes = append(v.q.Notes, Note{What: Joined})
	if len(v.commas) > 0 {
		v.q.Notes = append(v.q.Notes, Note{What: Commas, Labels: v.commas})
	}
}

// separators stand between answers in a cell, the surer first.
var separators = []string{";", "|", ", ", ","}

// joined parts cells that hold several answers, and says whether they do. With sure they are parted in
// any case.
func (v *values) joined(sure bool) bool {
	if v.f.over {
		return false
	}
	for _, sep := range separators {
		if !slices.ContainsFunc(v.labels, func(l string) bool { return strings.Contains(l, sep) }) {
			continue
		}
		if sep == "," && !sure {
			continue
		}
		v.split(sep)
		if v.severalIn() || sure {
			return true
		}
	}
	v.parts = nil
	if sure {
		v.parts = make([][]string, len(v.labels))
		for i, l := range v.labels {
			if l != "" {
				v.parts[i] = []string{l}
			}
		}
	}
	return sure
}

// severalIn says whether the parts are answers: some cells have two, and most parts are given by others
// too, in other company.
func (v *values) severalIn() bool {
	cells, multi, all, repeated := map[string]int{}, 0, 0, 0
	labels, count := v.tally()
	for _, parts := range v.parts {
		if len(parts) > 1 {
			multi++
		}
		for _, p := range parts {
			cells[p]++
		}
	}
	company := false
	for _, l := range labels {
		all += count[l]
		if count[l] > 1 || v.knows(l) || standard(l) {
			repeated += count[l]
		}
		company = company || cells[l] > 1
	}
	options := 0
	for _, l := range labels {
		if v.accepts(l, count[l]) {
			options++
		}
	}
	return multi > 0 && company && options <= mostAnswers && repeated*10 >= all*6
}

// split parts all cells. Answers may hold commas: those that are known are found first, and parts that
// never stand apart are put together again.
func (v *values) split(sep string) {
	v.parts, v.commas = make([][]string, len(v.labels)), nil
	for i, l := range v.labels {
		if l == "" {
			continue
		}
		v.parts[i] = v.cell(l, sep)
	}
	if sep == ";" || sep == "|" {
		return
	}
	glue := v.glue()
	for i, parts := range v.parts {
		var out []string
		for k, p := range parts {
			if k > 0 && glue[[2]string{parts[k-1], p}] {
				out[len(out)-1] += sep + p
				continue
			}
			out = append(out, p)
		}
		for _, o := range out {
			if strings.Contains(o, sep) && !slices.Contains(v.commas, o) && v.count == nil {
				v.commas = append(v.commas, o)
			}
		}
		v.parts[i] = out
	}
	_, count := v.tally()
	v.commas = slices.DeleteFunc(v.commas, func(c string) bool {
		return !v.accepts(c, count[c])
	})
}

// cell parts one cell; known answers that hold the separator are taken whole.
func (v *values) cell(l, sep string) (parts []string) {
	for l != "" {
		l = strings.TrimLeft(l, " ")
		part, rest, found := strings.Cut(l, sep)
		for _, k := range v.known {
			if after, ok := strings.CutPrefix(l, k); ok && len(k) > len(part) &&
				(after == "" || strings.HasPrefix(after, strings.TrimSpace(sep))) {
				part, rest, found = k, strings.TrimPrefix(after, sep), after != ""
			}
		}
		if part = strings.TrimSpace(part); part != "" {
			part = v.b.in.renamed(v.f, part)
			if !slices.Contains(parts, part) {
				parts = append(parts, part)
			}
		}
		if !found {
			break
		}
		l = rest
	}
	return parts
}

// glue says which parts, one after the other, are one answer: the second goes on in small letters where
// answers begin with large ones, or neither is ever met without the other.
func (v *values) glue() map[[2]string]bool {
	alone, pair := map[string]int{}, map[[2]string]int{}
	large, small, cells := 0, 0, 0
	for i, parts := range v.parts {
		n := v.f.counts[i]
		cells += n
		for k, p := range parts {
			alone[p] += n
			if k > 0 {
				pair[[2]string{parts[k-1], p}] += n
			} else if r, _ := utf8.DecodeRuneInString(p); unicode.IsLower(r) {
				small += n
			} else {
				large += n
			}
		}
	}
	out := map[[2]string]bool{}
	for ab, n := range pair {
		r, _ := utf8.DecodeRuneInString(ab[1])
		lower := large > 9*small && unicode.IsLower(r) && !v.knows(ab[1])
		mutual := n >= 3 && n == alone[ab[0]] && n == alone[ab[1]] && cells >= 10 && !v.knows(ab[0]) && !v.knows(ab[1])
		out[ab] = lower || mutual
	}
	return out
}
