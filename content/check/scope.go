package check

import (
	"slices"
	"strconv"
	"strings"

	"rapport/content"
	"rapport/content/language"
)

// vocabulary is the words that a figure's answers and question go by.
type vocabulary struct {
	answers [][][]string // by answer: its label and its short label, as words
	title   []string     // of the title and the question
	words   []string     // of these and of labels, sorted, each once
	numbers []int        // in labels and questions, and those next to them
}

// contentOf are the words of a label that can be found again in a sentence.
func (n *naming) contentOf(toks []token) []string {
	out := make([]string, 0, len(toks))
	for _, t := range toks {
		switch {
		case t.kind == digitsToken, t.kind == wordToken && !n.small.has(t.text):
			out = append(out, t.text)
		}
	}
	return out
}

// labelTokens are the tokens of a label or question, cut once.
func (c *checker) labelTokens(label string) []token {
	toks, ok := c.labelToks[label]
	if !ok {
		toks = c.room.tokens(label, false)
		c.labelToks[label] = toks
	}
	return toks
}

// contentWords are the words of a label that can be found again in a sentence, made once.
func (c *checker) contentWords(label string) []string {
	list, ok := c.labelWords[label]
	if !ok {
		list = c.lex.contentOf(c.labelTokens(label))
		c.labelWords[label] = list
	}
	return list
}

// vocabularyOf is a figure's vocabulary, made once.
func (c *checker) vocabularyOf(f *content.Figure) *vocabulary {
	if v := c.vocab[f]; v != nil {
		return v
	}
	v := &vocabulary{title: slices.Concat(c.contentWords(f.Title), c.contentWords(f.Question))}
	v.words = slices.Clone(v.title)
	for _, a := range f.Answers {
		list := [][]string{c.contentWords(a.Label)}
		if bare := strings.ToLower(language.WithoutSoftHyphens(a.Label)); c.lex.generic.has(bare) {
			list[0] = []string{bare}
		}
		if a.Short != "" && a.Short != a.Label {
			list = append(list, c.contentWords(a.Short))
		}
		if before, _, ok := strings.Cut(a.Label, "("); ok && strings.TrimSpace(before) != "" {
			list = append(list, c.contentWords(before))
		}
		v.answers = append(v.answers, list)
		v.words = append(v.words, list[0]...)
	}
	slices.Sort(v.words)
	v.words = slices.Compact(v.words)
	for _, w := range v.words {
		if w[0] < '0' || w[0] > '9' {
			continue
		}
		if n, err := strconv.Atoi(w); err == nil {
			v.numbers = append(v.numbers, n-1, n, n+1)
		}
	}
	v.heads(c.lex.link)
	c.vocab[f] = v
	return v
}

// alike says whether two words are forms of one: they begin alike and differ in their endings only.
func alike(a, b string) bool {
	if a == b {
		return true
	}
	short, long := a, b
	if len(short) > len(long) {
		short, long = long, short
	}
	if len(short) < 4 || short[0] >= '0' && short[0] <= '9' {
		return false
	}
	k := 0
	for k < len(short) && short[k] == long[k] {
		k++
	}
	return k >= 4 && k >= len(short)-2 && (len(long)-k <= 4 || k == len(short) && len(short) >= 6)
}

// inflected says whether two words are the same but for how they are bent: «fast» and «faste»,
// «trygt» and «tryggere», «gammel» and «gamle», but not «trygt» and «trygghet».
func (n *naming) inflected(a, b string) bool {
	if a == b {
		return true
	}
	if len(a) < 4 || len(b) < 4 || a[0] != b[0] || a[0] >= '0' && a[0] <= '9' {
		return false
	}
	if a[1] != b[1] && a[1] != a[0] && b[1] != b[0] {
		return false // no ending is so long
	}
	a, b = undoubled(a), undoubled(b)
	k := 0
	for k < min(len(a), len(b)) && a[k] == b[k] {
		k++
	}
	for ; k >= 3 && k >= min(len(a), len(b))-3; k-- {
		if (k == len(a) || n.endings.has(a[k:])) && (k == len(b) || n.endings.has(b[k:])) {
			return true
		}
	}
	return false
}

// undoubled writes each doubled letter once: «trygg» is «tryg», of which «trygt» is a form.
func undoubled(s string) string {
	last, doubled := rune(0), false
	for _, r := range s {
		doubled = doubled || r == last
		last = r
	}
	if !doubled {
		return s
	}
	var b strings.Builder
	last = 0
	for _, r := range s {
		if r != last {
			b.WriteRune(r)
		}
		last = r
	}
	return b.String()
}

// heads are compounds of one word by their first part, when the rest is a word of the same figure:
// «prosjekt» for «Prosjektstilling» beside «Fast stilling».
func (v *vocabulary) heads(link string) {
	for i, list := range v.answers {
		if len(list[0]) != 1 {
			continue
		}
		for _, w := range v.words {
			if head, ok := headOf(list[0][0], w, link); ok {
				v.answers[i] = append(v.answers[i], []string{head})
			}
		}
	}
}

// headOf is the first part of a compound that ends in a word.
func headOf(compound, word, link string) (head string, ok bool) {
	head, ok = strings.CutSuffix(compound, word)
	head = strings.TrimSuffix(head, link)
	return head, ok && len(compound) >= 8 && len(word) >= 4 && len(head) >= 4
}

// spoken is a figure with the answers that a sentence names by their words.
type spoken struct {
	figure  *content.Figure
	answers []int
	at      []int // for each answer the token where its first word stands
}

// spokenOf finds the answers of some figures that the tokens from first to last name, counted from
// first. Every word of a label must be there.
func (p *passage) spokenOf(first, last int, figures []*content.Figure) []spoken {
	return p.spokenAs(first, last, figures, p.words(), p.lex.inflected)
}

// spokenAs is spokenOf with its own idea of when two words are the same; words are those of labels
// that the sentence has by it.
func (p *passage) spokenAs(first, last int, figures []*content.Figure, words sentenceWords,
	same func(a, b string) bool) []spoken {
	absent := func(w string) bool { return len(words[w]) == 0 }
	var out []spoken
	for _, f := range figures {
		v := p.c.vocabularyOf(f)
		s := spoken{figure: f}
		for i := range f.Answers {
			for _, label := range v.answers[i] {
				if slices.ContainsFunc(label, absent) {
					continue
				}
				if at, ok := p.lex.named(p.said[first:last], label, same); ok {
					s.answers, s.at = append(s.answers, i), append(s.at, at)
					break
				}
			}
		}
		if len(s.answers) > 0 {
			out = append(out, s)
		}
	}
	return out
}

// named says whether all words of a label stand close together among some tokens, and where the
// first does. Yes, no and their like must be introduced: «svarte nei», «Ja».
func (n *naming) named(toks []token, label []string,
	same func(a, b string) bool) (at int, ok bool) {
	if len(label) == 0 {
		return 0, false
	}
	if len(label) == 1 && n.generic.has(label[0]) {
		for i, t := range toks {
			if t.text == label[0] && i > 0 && n.introduced(toks[i-1]) {
				return i, true
			}
		}
		return 0, false
	}
	if len(label) == 1 && len(label[0]) < 3 && label[0][0] >= '0' && label[0][0] <= '9' {
		return 0, false
	}
	closest := 0
	for i, t := range toks {
		if !isWord(t) || !same(label[0], t.text) {
			continue
		}
		if width := spread(toks, i, label, same); width > 0 && (!ok || width < closest) {
			at, closest, ok = i, width, true
		}
	}
	return at, ok
}

// spread is how many tokens lie from the one at i, which is the first word of a label, to the
// farthest of the others, 0 when one of them does not stand near it.
func spread(toks []token, i int, label []string, same func(a, b string) bool) int {
	width := 1
	for _, w := range label[1:] {
		near := 0
		for k := max(0, i-2*len(label)); k < min(len(toks), i+4*len(label)); k++ {
			if d := max(i-k, k-i); isWord(toks[k]) && same(w, toks[k].text) &&
				(near == 0 || d+1 < near) {
				near = d + 1
			}
		}
		if near == 0 {
			return 0
		}
		width = max(width, near)
	}
	return width
}

func isWord(t token) bool { return t.kind == wordToken || t.kind == digitsToken }

// introduced says whether a token stands before an answer that is quoted: a verb or a quotation
// mark.
func (n *naming) introduced(t token) bool {
	if t.kind == markToken {
		return t.text != "" && strings.Contains("«”\"“'", t.text)
	}
	return n.introduces.has(t.text)
}

// call is a placeholder of a text: what it names.
type call struct {
	at       int // token
	command  string
	decimals int // -1 when none are given
	figure   *content.Figure
	against  *content.Figure // the group that figure is held against, nil for none
	survey   *content.Survey
	answers  []int
}

// calls are the placeholders of a text, cut into tokens, that name a figure or survey of the
// report.
func (c *checker) calls(t content.Text, toks []token) []call {
	out := []call{}
	at := 0
	for _, w := range t.Calls() {
		for at < len(toks) && toks[at].start < w.Whole.Start {
			at++
		}
		if at == len(toks) || toks[at].start != w.Whole.Start {
			continue // in an address, which makes no tokens
		}
		p := call{at: at, command: w.Command, decimals: w.Decimals}
		id, name, dotted := strings.Cut(w.Target, ".")
		if p.survey = c.survey(id); p.survey == nil {
			continue
		}
		if dotted {
			whole := c.figure(p.survey, name)
			if whole == nil {
				continue
			}
			p.figure, p.against, p.answers = w.Of(whole), w.Opposite(whole), w.Named(whole)
		}
		out = append(out, p)
	}
	return out
}

// survey is a survey of the report by its id, nil when there is none.
func (c *checker) survey(id string) *content.Survey {
	if c.surveyBy == nil {
		c.surveyBy = map[string]*content.Survey{}
		for _, s := range c.r.Surveys {
			c.surveyBy[s.ID] = s
		}
	}
	return c.surveyBy[id]
}

// figure is a figure of a survey by its id, nil when there is none.
func (c *checker) figure(s *content.Survey, id string) *content.Figure {
	if c.figureBy == nil {
		c.figureBy = map[[2]string]*content.Figure{}
		for _, f := range c.allFigures() {
			c.figureBy[[2]string{f.Survey.ID, f.ID}] = f
		}
	}
	return c.figureBy[[2]string{s.ID, id}]
}

// scope is what a text speaks of, nearest first.
type scope struct {
	own     []*content.Figure // of its block, or named by its placeholders when the block has none
	topic   []*content.Figure // of its topic and of its placeholders
	surveys []*content.Survey // of the topic, or all
}

// scopeOf is the scope of a text with these placeholders.
func (c *checker) scopeOf(t content.Text, calls []call) scope {
	var s scope
	switch {
	case t.Block != nil:
		s.own = c.blockFigures(t.Block)
	case t.Figure != nil:
		s.own = []*content.Figure{t.Figure}
	}
	named := len(s.own) == 0
	s.topic = slices.Clone(s.own)
	for _, p := range calls {
		if p.figure == nil {
			continue
		}
		s.topic = addFigure(s.topic, p.figure)
		if named {
			s.own = addFigure(s.own, p.figure)
		}
	}
	if t.Topic != nil {
		known := s.topic[:len(s.topic):len(s.topic)]
		for _, f := range c.figuresNear(t) {
			if !slices.Contains(known, f) {
				s.topic = append(s.topic, f)
			}
		}
	}
	for _, f := range s.topic {
		if !slices.Contains(s.surveys, f.Survey) {
			s.surveys = append(s.surveys, f.Survey)
		}
	}
	for _, p := range calls {
		if !slices.Contains(s.surveys, p.survey) {
			s.surveys = append(s.surveys, p.survey)
		}
	}
	return s
}

func addFigure(list []*content.Figure, f *content.Figure) []*content.Figure {
	if f == nil || slices.Contains(list, f) {
		return list
	}
	return append(list, f)
}

// wideTopic is how many figures a topic may have for a text to speak of all of them, nearBlocks
// within how many blocks those stand that a text of a longer topic speaks of.
const wideTopic, nearBlocks = 60, 12

// figuresNear are the figures of a text's topic; in a topic as long as a report those of the blocks
// near the text, so that the work grows with the length and not with its square.
func (c *checker) figuresNear(t content.Text) []*content.Figure {
	all := c.topicFigures(t.Topic)
	if len(all) <= wideTopic || t.Block == nil {
		return all[:min(len(all), wideTopic)]
	}
	if c.blockAt[t.Block] == 0 {
		for i, b := range t.Topic.Blocks {
			c.blockAt[b] = i + 1
		}
	}
	at := c.blockAt[t.Block] - 1
	var list []*content.Figure
	for _, b := range t.Topic.Blocks[max(0, at-nearBlocks):min(len(t.Topic.Blocks),
		at+nearBlocks+1)] {
		if ofEverything(b) {
			continue
		}
		everyone(b, func(f *content.Figure) { list = addFigure(list, f) })
	}
	return list
}

// topicFigures are the figures of a topic's blocks, found once. A table of everything says nothing
// about its topic, nor does a wide battery beside other figures; alone it is the topic.
func (c *checker) topicFigures(t *content.Topic) []*content.Figure {
	if list, ok := c.topics[t]; ok {
		return list
	}
	var list []*content.Figure
	known := map[*content.Figure]bool{nil: true}
	take := func(b *content.Block) {
		everyone(b, func(f *content.Figure) {
			if !known[f] {
				known[f], list = true, append(list, f)
			}
		})
	}
	for _, b := range t.Blocks {
		if !ofEverything(b) {
			take(b)
		}
	}
	for _, b := range t.Blocks {
		if len(list) == 0 && b.Kind == content.FigureBlock {
			take(b)
		}
	}
	c.topics[t] = list
	return list
}

// everyone goes through the figures that a block shows, but for those of groups: of so many numbers one
// is nearly any number that a text may tell.
func everyone(b *content.Block, see func(f *content.Figure)) {
	b.Show(func(f *content.Figure, _ bool) {
		if f == nil || f.Within == nil {
			see(f)
		}
	})
}

// manyFigures is how many figures a table or a battery has at most that says what its topic is about.
// Of 47 slips that are found in the annual report 2022, five pass when a battery of 21 rows beside
// the topics' figures counts as what they are about, because one of its rows has the number.
const manyFigures = 6

// ofEverything says whether a block shows so much that it says nothing of its topic.
func ofEverything(b *content.Block) bool {
	return b.Kind == content.TableBlock && len(b.Figures) > manyFigures ||
		b.Form == "battery" && len(b.Measures) > manyFigures
}

// blockFigures are all figures that a block shows, each once, found once.
func (c *checker) blockFigures(b *content.Block) []*content.Figure {
	out, ok := c.shown[b]
	if !ok {
		everyone(b, func(f *content.Figure) { out = addFigure(out, f) })
		c.shown[b] = out
	}
	return out
}

// allFigures are the figures of all surveys of the report.
func (c *checker) allFigures() []*content.Figure {
	if c.figures == nil {
		for _, s := range c.r.Surveys {
			c.figures = append(c.figures, s.Figures...)
		}
	}
	return c.figures
}

// keptTruths is of how many figures the truths are kept: texts speak of those of their topic.
const keptTruths = 512

// truthsFor is what a figure gives, made once while the texts speak of it.
func (c *checker) truthsFor(f *content.Figure) []truth {
	t, ok := c.truths[f]
	if !ok {
		if len(c.truths) == keptTruths {
			clear(c.truths)
		}
		t = truthsOf(f)
		c.truths[f] = t
	}
	return t
}

// counted is the words for what the report's surveys asked, in all forms: their population.
type counted struct {
	naming *naming
	words  []string
	seen   map[string]bool
	begin  map[string]bool // words with which a number may begin, or not
}

// countedBy finds them in the words of the population.
func (c *checker) countedBy(l *lexicon) *counted {
	k := &counted{naming: &l.naming, seen: map[string]bool{}, begin: map[string]bool{}}
	for _, s := range c.r.Surveys {
		first := true
		for _, w := range c.contentWords(s.Population) {
			if len(w) > 5 && (first || slices.ContainsFunc(c.lex.plurals, ending(w))) {
				k.words, first = append(k.words, w), false
			}
		}
	}
	slices.Sort(k.words)
	k.words = slices.Compact(k.words)
	return k
}

// has says whether a word is a form of one of them.
func (k *counted) has(word string) bool {
	if k == nil || len(word) < 4 {
		return false
	}
	is, ok := k.seen[word]
	if !ok {
		is = slices.ContainsFunc(k.words, func(w string) bool {
			return k.naming.inflected(w, word) || k.endsIn(w, word)
		})
		k.seen[word] = is
	}
	return is
}

// endsIn says whether a word for those who were asked is a compound that ends in a form of another:
// «eiere» of «brønneiere».
func (k *counted) endsIn(compound, word string) bool {
	const part = 4
	if len(word) < part || len(compound) < len(word)+3 {
		return false
	}
	for i := 3; i <= len(compound)-part; i++ {
		if compound[i] == word[0] && k.naming.inflected(compound[i:], word) {
			return true
		}
	}
	return false
}

// ending says whether a word ends in another.
func ending(word string) func(end string) bool {
	return func(end string) bool { return strings.HasSuffix(word, end) }
}

// labelDigits says whether a whole number stands in a label or question of some figures, or next to
// one: «over 40» belongs to «41–50 år».
func (c *checker) labelDigits(figures []*content.Figure) func(n int) bool {
	return func(n int) bool {
		return slices.ContainsFunc(figures, func(f *content.Figure) bool {
			return slices.Contains(c.vocabularyOf(f).numbers, n)
		})
	}
}
