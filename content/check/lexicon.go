package check

import (
	"slices"
	"strings"
	"sync"

	"rapport/content/language"
)

// lexicon is a language made ready to be looked up in, token by token. What its words are for is
// told by package language, whose fields bear the same names.
type lexicon struct {
	numerals
	parsing
	counting
	naming
	claiming
	asserts asserting
	changing
	polling
	source
	scales [][][]string // scales, their steps, the wordings of each
	bands  banding
	first  struct{ stretch, claim words } // words with which one may begin
}

// banding is how stretches of numbers are told.
type banding struct {
	below, above, atMost, atLeast, orMore, orLess phrases
	between, per, mixed                           words
	times                                         table[int]
}

// parsing is how sentences and what is no statistic are told.
type parsing struct {
	abbreviations, clauses, negations, and, or, as, who, from, to, of, than, by, links, where words
	refrains                                                                                  phrases

	units, months, ordinalEndings, numbered, steps, means, sizes words

	measures table[int]

	monthFirst bool
}

// counting is how statistics are written, and who they count.
type counting struct {
	comma                                bool // parts thousands: 10,000
	ones, stressedOnes, article          words
	half, afterHalf, ordinalParts        words
	outOfFew, fillers, pairs, points     words
	wide, every                          words
	people, adjectives, verbs, them      words
	only, each, also, roles, opines, it  words
	tally                                words
	nounEndings, agentEndings, definite  []string
	plurals                              []string
	fractions                            table[[2]int]
	parts                                table[int]
	outOf, percentWords, percentagePoint phrases
	hedges                               table[hedge]
	hedging                              words // the words of hedges
}

// naming is how answers are named.
type naming struct {
	small, yes, no, generic, introduces, endings, neither words
	agree, disagree, denials                              words
	dontKnow                                              phrases

	link         string
	synonyms     table[string] // of a single word, what stands for its group
	longSynonyms []longSynonym // those of several words
}

// longSynonym is a phrase of several words with those that mean the same.
type longSynonym struct {
	text   string
	words  []string   // of it
	others [][]string // cut into words
}

// claiming is what claims say. The value of an extreme and a comparative is 1 for the larger side,
// -1 for the smaller.
type claiming struct {
	majority, extremes, asMany, multiples, times, all phrases
	comparatives                                      table[int]
	majorityOf, none, notAsMany, graded, next         words
	mostly, some                                      words
	minority, few                                     phrases
}

// changing is what claims of change say. The value of moves is the trend.
type changing struct {
	moves                         phrases
	have, upAfterHave, more, less words
	farthest                      words
	fewer, never, onlyAtEnd       words
	becomes, among, portion       words
	past, beside, wishes, doubts  words
	shifts                        words
	factors                       phrases
	since                         words
	now, together, without        phrases
	differences, including        words
	chance, notChance             []string
	ordinals                      table[int]
	inARow                        phrases
}

// polling is how surveys are spoken of, and what is left of their answers.
type polling struct {
	polls, answered, asked, pale, replies, aims, taken words
	rates, rest                                        phrases
}

// source is how another text is quoted.
type source struct {
	texts, tells, printed, stood words
	printedAs, others            phrases
}

// setOf is all words of some lists.
func setOf(lists ...language.Words) words {
	var set words
	for _, list := range lists {
		set.add(list.List()...)
	}
	return set
}

// phrases are expressions of one word or several, by their first word.
type phrases struct{ table[[]phrase] }

// phrase is what follows the first word, and what the phrase stands for.
type phrase struct {
	rest  []string
	value int
}

// add adds phrases that stand for a value.
func (p *phrases) add(value int, list ...string) {
	for _, text := range list {
		all := strings.Fields(text)
		p.set(all[0], append(p.of(all[0]), phrase{all[1:], value}))
	}
}

func phrasesOf(list language.Phrases) phrases {
	var p phrases
	p.add(0, list.List()...)
	return p
}

// signed are phrases that stand for 1, and others that stand for -1.
func signed(up, down language.Phrases) phrases {
	var p phrases
	p.add(1, up.List()...)
	p.add(-1, down.List()...)
	return p
}

// valued are phrases with their values.
func valued(list map[string]int) phrases {
	var p phrases
	for text, value := range list {
		p.add(value, text)
	}
	return p
}

// at is how many tokens the longest phrase that begins at token i takes, 0 when none does, and what
// it stands for.
func (p *phrases) at(toks []token, i int) (n, value int) {
	for _, one := range p.of(wordAt(toks, i)) {
		if len(one.rest) >= n && one.follows(toks, i+1) {
			n, value = len(one.rest)+1, one.value
		}
	}
	return n, value
}

// follows says whether the rest of a phrase stands at token i.
func (p phrase) follows(toks []token, i int) bool {
	for k, w := range p.rest {
		if wordAt(toks, i+k) != w {
			return false
		}
	}
	return true
}

// wordAt is the word at token i, "" when there is none.
func wordAt(toks []token, i int) string {
	if i >= 0 && i < len(toks) && toks[i].kind == wordToken {
		return toks[i].text
	}
	return ""
}

// lexicons compiles the lexicon of each language once, when it is first asked for.
var lexicons = sync.OnceValue(func() map[string]func() *lexicon {
	all := map[string]func() *lexicon{}
	for _, code := range language.Codes() {
		all[code] = sync.OnceValue(func() *lexicon {
			l, err := language.Find(code)
			if err != nil {
				panic(err) // Codes lists what Find finds
			}
			return compiled(l)
		})
	}
	return all
})

// lexiconOf is the lexicon of a language that loading has found.
func lexiconOf(code string) *lexicon { return lexicons()[code]() }

// compiled makes a language ready to be looked up in.
func compiled(l *language.Language) *lexicon {
	lex := l.Lexicon
	out := &lexicon{
		numerals: numeralsOf(l.Numerals, lex.Counting),
		parsing:  parsingOf(l),
		counting: countingOf(l),
		naming:   namingOf(lex.Answers, lex.Degrees),
		claiming: claimingOf(lex.Claims),
		asserts:  assertingOf(lex.Asserts, lex.Changes),
		changing: changingOf(lex.Changes, lex.Claims),
		polling: polling{
			polls: setOf(lex.Polls.Names), answered: setOf(lex.Polls.Answered),
			asked: setOf(lex.Polls.Asked), pale: setOf(lex.Polls.Pale),
			taken: setOf(lex.Polls.Taken), replies: setOf(lex.Polls.Replies),
			aims:  setOf(lex.Polls.Aims),
			rates: phrasesOf(lex.Polls.Rates), rest: phrasesOf(lex.Polls.Rest),
		},
		source: source{
			texts: setOf(lex.Sources.Texts), tells: setOf(lex.Sources.Tells),
			printed: setOf(lex.Sources.Printed), stood: setOf(lex.Sources.Stood),
			printedAs: phrasesOf(lex.Sources.PrintedAs), others: phrasesOf(lex.Sources.Others),
		},
	}
	for _, scale := range lex.Scales {
		var steps [][]string
		for _, step := range scale {
			steps = append(steps, step.List())
		}
		out.scales = append(out.scales, steps)
	}
	out.bands = bandingOf(lex.Bands)
	out.first.stretch, out.first.claim = out.stretchWords(), out.claimWords()
	return out
}

func bandingOf(b language.Bands) banding {
	atMost := phrasesOf(b.Upto)
	atMost.add(1, b.Within.List()...)
	return banding{
		mixed: setOf(b.Mixed), below: phrasesOf(b.Under), above: phrasesOf(b.Over),
		atMost: atMost, atLeast: phrasesOf(b.From), orMore: phrasesOf(b.OrMore),
		orLess: phrasesOf(b.OrLess), between: setOf(b.Apart), per: setOf(b.Per),
		times: tableOf(b.Times),
	}
}

func namingOf(a language.AnswerWords, d language.Degrees) naming {
	n := naming{
		small: setOf(a.Small), yes: setOf(a.Yes), no: setOf(a.No),
		agree: setOf(a.Agree), disagree: setOf(a.Disagree),
		generic: setOf(a.Yes, a.No, a.Generic), introduces: setOf(a.Introduces),
		endings: setOf(a.Endings), neither: setOf(a.Neither), link: a.Link,
		dontKnow: phrasesOf(d.DontKnow),
	}
	for _, label := range a.Never.List() {
		n.denials.add(label)
	}
	for _, group := range a.Synonyms {
		list := group.List()
		for i, phrase := range list {
			if !strings.Contains(phrase, " ") {
				n.synonyms.set(phrase, list[0])
				continue
			}
			long := longSynonym{text: phrase}
			for _, t := range tokens(phrase, false) {
				long.words = append(long.words, t.text)
			}
			for k, other := range list {
				if k != i {
					long.others = append(long.others, strings.Fields(other))
				}
			}
			n.longSynonyms = append(n.longSynonyms, long)
		}
	}
	return n
}

func parsingOf(l *language.Language) parsing {
	g, things := l.Lexicon.Grammar, l.Lexicon.Things
	p := parsing{
		abbreviations: setOf(g.Abbreviations), clauses: setOf(g.Clauses),
		negations: setOf(g.Negations), refrains: phrasesOf(g.Refrains), where: setOf(g.Where),
		and: setOf(g.And), or: setOf(g.Or), as: setOf(g.As),
		who:  setOf(g.Who),
		from: setOf(g.From), to: setOf(g.To), of: setOf(g.Of), than: setOf(g.Than),
		by: setOf(g.By), links: setOf(g.Links),
		units: setOf(things.Units), months: setOf(things.MonthsShort),
		ordinalEndings: setOf(things.OrdinalEndings), numbered: setOf(things.Numbered),
		steps: setOf(things.Scales), means: setOf(things.Means),
		sizes: setOf(things.PositionSizes), monthFirst: things.MonthFirst,
		measures: tableOf(things.Measures),
	}
	for _, month := range l.Months {
		p.months.add(strings.ToLower(month))
	}
	return p
}

func countingOf(l *language.Language) counting {
	c, who := l.Lexicon.Counting, l.Lexicon.Counted
	hedges := hedgesOf(l.Lexicon.Hedges)
	var hedging words
	for phrase := range hedges.all() {
		hedging.add(strings.Fields(phrase)...)
	}
	return counting{
		comma: l.Numbers.Thousands == ",",
		ones:  setOf(c.Ones), stressedOnes: setOf(c.StressedOnes), article: setOf(c.Article),
		half: setOf(c.Half), afterHalf: setOf(c.AfterHalf), ordinalParts: setOf(c.Ordinals),
		outOfFew: setOf(c.OutOfFew), fillers: setOf(c.Fillers), pairs: setOf(c.Pairs),
		points: setOf(c.PointsShort), wide: setOf(l.Lexicon.Hedges.Wide), every: setOf(c.Every),
		people: setOf(who.People), adjectives: setOf(who.Adjectives), verbs: setOf(who.Verbs),
		them: setOf(who.Them), only: setOf(who.Only), each: setOf(who.Each), also: setOf(who.Also),
		roles: setOf(who.Roles), opines: setOf(who.Opines), it: setOf(who.It),
		tally: setOf(who.Tally), nounEndings: who.NounEndings.List(),
		agentEndings: who.AgentEndings.List(), definite: who.Definite.List(),
		plurals: who.PluralEndings.List(), fractions: tableOf(c.Fractions), parts: tableOf(c.Parts),
		outOf: phrasesOf(c.OutOf), percentWords: phrasesOf(c.Percent),
		percentagePoint: phrasesOf(c.Points), hedges: hedges,
		hedging: hedging,
	}
}

func hedgesOf(h language.Hedges) (all table[hedge]) {
	for _, group := range []struct {
		meaning hedge
		list    language.Phrases
	}{{nearly, h.Nearly}, {above, h.Above}, {below, h.Below}, {about, h.About},
		{atLeast, h.AtLeast}, {atMost, h.AtMost}} {
		for _, phrase := range group.list.List() {
			all.set(phrase, group.meaning)
		}
	}
	return all
}

func claimingOf(c language.Claims) claiming {
	var extremes phrases
	var comparatives table[int]
	extremes.add(1, c.Most.List()...)
	extremes.add(-1, c.Least.List()...)
	for _, w := range slices.Concat(c.More.List(), c.Rather.List()) {
		comparatives.set(w, 1)
	}
	for _, w := range c.Less.List() {
		comparatives.set(w, -1)
	}
	return claiming{
		majority: phrasesOf(c.Majority), extremes: extremes, asMany: phrasesOf(c.AsMany),
		multiples: valued(c.Multiples), times: phrasesOf(c.Times), comparatives: comparatives,
		mostly: setOf(c.Mostly), some: setOf(c.Some), minority: phrasesOf(c.Minority),
		few:        phrasesOf(c.Few),
		majorityOf: setOf(c.MajorityOf), none: setOf(c.None), all: phrasesOf(c.All),
		notAsMany: setOf(c.NotAsMany), graded: setOf(c.Graded), next: setOf(c.Next),
	}
}

func changingOf(c language.Changes, claims language.Claims) changing {
	var moves phrases
	moves.add(int(upward), c.Up.List()...)
	moves.add(int(downward), c.Down.List()...)
	moves.add(int(unchanged), c.Same.List()...)
	return changing{
		moves: moves, factors: valued(c.Factors), shifts: setOf(c.Shifts), have: setOf(c.Have),
		upAfterHave: setOf(c.UpAfterHave), farthest: setOf(c.Farthest),
		more: setOf(claims.More, c.More), less: setOf(claims.Less, c.Less),
		fewer: setOf(c.Fewer), never: setOf(c.Never), onlyAtEnd: setOf(c.OnlyAtEnd),
		becomes: setOf(c.Becomes), among: setOf(c.Among), portion: setOf(c.Portion),
		now: phrasesOf(c.Now), since: setOf(c.Since), past: setOf(c.Past),
		together: phrasesOf(c.Together), without: phrasesOf(c.Without),
		including:   setOf(c.Including),
		differences: setOf(c.Differences),
		beside:      setOf(c.Beside), wishes: setOf(c.Wishes),
		doubts: setOf(c.Doubts), chance: c.Chance.List(), notChance: c.NotChance.List(),
		ordinals: tableOf(c.Ordinals), inARow: phrasesOf(c.InARow),
	}
}

// mayBeChance says whether a word tells that a difference may be chance.
func (c *changing) mayBeChance(word string) bool {
	begins := func(start string) bool { return strings.HasPrefix(word, start) }
	return slices.ContainsFunc(c.chance, begins) && !slices.ContainsFunc(c.notChance, begins)
}

// into adds the words with which phrases begin to a set.
func (p *phrases) into(set *words) {
	for w := range p.all() {
		set.add(w)
	}
}

// stretchWords are the words, but for numerals, with which a stretch of numbers may begin.
func (l *lexicon) stretchWords() words {
	var set words
	for _, p := range []phrases{l.bands.below, l.bands.above, l.bands.atMost, l.bands.atLeast} {
		p.into(&set)
	}
	for w := range l.bands.times.all() {
		set.add(w)
	}
	for _, list := range []words{l.bands.between, l.article, l.ones} {
		set.addAll(list)
	}
	return set
}

// claimWords are the words with which a claim may begin.
func (l *lexicon) claimWords() words {
	var set words
	for _, p := range []phrases{l.majority, l.minority, l.few, l.factors, l.extremes, l.asMany,
		l.multiples, l.all, l.moves} {
		p.into(&set)
	}
	for _, list := range []words{l.majorityOf, l.mostly, l.some, l.none, l.pale, l.upAfterHave,
		l.more, l.less} {
		set.addAll(list)
	}
	for _, list := range []table[int]{l.comparatives, l.ordinals, l.low} {
		for w := range list.all() {
			set.add(w)
		}
	}
	return set
}
