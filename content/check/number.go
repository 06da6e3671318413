package check

import (
	"slices"
	"strconv"
	"strings"

	"rapport/content"
)

// numberKind is what a typed number counts.
type numberKind uint8

const (
	percentNumber  numberKind = iota // 68,8 prosent
	pointsNumber                     // 5 prosentpoeng
	countNumber                      // 21 svar, atten
	shareNumber                      // 35 av 62
	fractionNumber                   // halvparten, to av tre, en tredel
)

// hedge is how closely a number means to be taken.
type hedge uint8

const (
	exactly hedge = iota
	nearly        // nesten, i underkant av: a little less
	above         // over, mer enn
	below         // under, mindre enn
	about         // rundt, om lag
	atLeast       // minst
	atMost        // høyst
)

// number is a statistic typed in a text.
type number struct {
	start, end  int // bytes of the text
	first, last int // tokens, last not included
	kind        numberKind
	value       content.Decimal // of per cents and points
	count, base int             // of counts (base 0), shares and fractions (base: the whole)
	hedge       hedge
	word        bool // written in letters
	byWord      bool // "prosent", not "%"
	wide        bool // "langt over", "godt over": how far is open
	ofThem      bool // "3 av dem": whom it counts stands before
}

// reader finds the statistics in the tokens of a text.
type reader struct {
	toks   []token
	lex    *lexicon
	nouns  *counted               // what the report's surveys count, besides the lexicon's people
	labels func(n int) bool       // says whether a number stands in a label in scope: ages, hours
	asked  func(word string) bool // says whether a word is of a question in scope
	named  func(word string) bool // says whether a word is of a question or an answer in scope
	out    []number
	unsure []number // whole numbers that nothing beside them says count people or answers

	enumerated map[int]bool // digits that number the parts of the text; nil before it is asked
}

// numbers are the statistics of a text, in order. Numbers that are none (years, dates, pages, laws,
// telephones, ages, numbers of a list) are left out, and so are numbers of things no survey counts.
// Those are unsure of which nothing beside them says that they count people or answers, nor that
// they do not.
func numbers(toks []token, lex *lexicon, nouns *counted, labels func(n int) bool,
	asked, named func(word string) bool) (sure, unsure []number) {
	r := reader{toks: toks, lex: lex, nouns: nouns, labels: labels, asked: asked, named: named}
	for i := 0; i < len(toks); {
		i = max(i+1, r.at(i))
	}
	return r.out, r.unsure
}

// at reads a number that begins at token i and returns the index after it, or i.
func (r *reader) at(i int) int {
	switch t := r.toks[i]; {
	case t.kind == digitsToken && t.listed:
		return i + 1
	case t.kind == digitsToken:
		return r.digits(i)
	case t.kind == wordToken && r.mayCount(t.text):
		return r.word(i)
	}
	return i
}

// mayCount is that of the lexicon, looked up once for each word of the report's texts.
func (r *reader) mayCount(word string) bool {
	if r.nouns == nil {
		return r.lex.mayCount(word)
	}
	may, ok := r.nouns.begin[word]
	if !ok {
		may = r.lex.mayCount(word)
		r.nouns.begin[word] = may
	}
	return may
}

// mark says whether token i is that mark.
func (r *reader) mark(i int, text string) bool {
	return i >= 0 && i < len(r.toks) && r.toks[i].kind == markToken && r.toks[i].text == text
}

func (r *reader) isDigits(i int) bool {
	return i >= 0 && i < len(r.toks) && r.toks[i].kind == digitsToken
}

// wordAt is the word at token i, "" when there is none.
func (r *reader) wordAt(i int) string { return wordAt(r.toks, i) }

// gap is how many bytes lie between token i and the one before it.
func (r *reader) gap(i int) int {
	if i <= 0 || i >= len(r.toks) {
		return 1 << 10
	}
	return r.toks[i].start - r.toks[i-1].end
}

// literal reads a number in digits: 68, 10 000, 68,8, 68.8 and, before a per cent, 27, 4.
func (r *reader) literal(i int) (d content.Decimal, next int, ok bool) {
	digits := r.toks[i].text
	next = i + 1
	for len(digits) <= 6 && len(r.toks[i].text) <= 3 && r.isDigits(next) &&
		len(r.toks[next].text) == 3 && r.gap(next) <= 3 && !r.toks[next].glued {
		digits += r.toks[next].text
		next++
	}
	if r.lex.comma && r.mark(next, ",") && r.toks[next].glued && r.isDigits(next+1) &&
		r.toks[next+1].glued &&
		len(r.toks[next+1].text) == 3 {
		digits += r.toks[next+1].text
		next += 2
	}
	if len(digits) > 9 {
		return d, next, false
	}
	places := 0
	if (r.mark(next, ",") || r.mark(next, ".")) && r.toks[next].glued && r.isDigits(next+1) {
		fraction := r.toks[next+1].text
		spaced := !r.toks[next+1].glued && r.mark(next, ",") && len(fraction) == 1 &&
			len(digits) <= 2 &&
			r.percentAt(next+2) > 0
		if (r.toks[next+1].glued && len(fraction) <= 2) || spaced {
			digits += fraction
			places = len(fraction)
			next += 2
		} else if r.toks[next+1].glued {
			return d, next + 2, false // 1.234 and longer: no share has so many decimals
		}
	}
	units, err := strconv.ParseInt(digits, 10, 64)
	return content.Decimal{Units: units, Places: places}, next, err == nil
}

// percentAt is how many tokens a per cent sign or word at token i takes, 0 when none stands there.
func (r *reader) percentAt(i int) int {
	if r.mark(i, "%") {
		return 1
	}
	n, _ := r.lex.percentWords.at(r.toks, i)
	switch {
	case n == 0 || r.pointsAt(i) > 0:
		return 0
	case r.lex.abbreviations.has(r.wordAt(i)) && r.mark(i+1, "."):
		return n + 1
	}
	return n
}

// pointsAt is how many tokens the words for percentage points at token i take.
func (r *reader) pointsAt(i int) int {
	n, _ := r.lex.percentagePoint.at(r.toks, i)
	return n
}

// digits reads what begins with digits.
func (r *reader) digits(i int) int {
	value, next, ok := r.literal(i)
	if end, skip := r.notStatistic(i, next); skip || !ok {
		return max(end, next)
	}
	n := number{first: i, value: value, hedge: exactly}
	switch k, p := r.percentAt(next), r.pointsAt(next); {
	case p > 0:
		n.kind, n.last = pointsNumber, next+p
	case k > 0:
		n.kind, n.last, n.byWord = percentNumber, next+k, !r.mark(next, "%")
		if r.postSize(n.last) {
			return n.last
		}
	case value.Places > 0:
		n.kind, n.last = percentNumber, next
		if value.Places > 1 || !r.bareDecimal(i, next) {
			return next
		}
	case r.sharesUnit(next), r.rateBefore(i) && r.closes(next):
		n.kind, n.last, n.byWord = percentNumber, next, true
	case r.bracketUnit(i, next) && value.Units <= 100:
		n.kind, n.last, n.byWord = percentNumber, next, true
	default:
		return r.whole(n, int(value.Units), next)
	}
	r.keep(n)
	return n.last
}

// bracketUnit says whether a number alone in brackets has its per cent from one in brackets before
// it in the sentence: «vann og avløp (54 prosent), vei (47) og lys (44)».
func (r *reader) bracketUnit(i, next int) bool {
	if !r.mark(i-1, "(") || !r.mark(next, ")") {
		return false
	}
	for _, n := range slices.Backward(r.out) {
		switch {
		case n.first < i-40:
			return false
		case !r.mark(n.first-1, "(") || !r.mark(n.last, ")"):
			continue
		}
		for k := n.last; k < i; k++ {
			if r.mark(k, ".") || r.toks[k].kind == breakToken {
				return false
			}
		}
		return n.kind == percentNumber
	}
	return false
}

// rateBefore says whether a number is a rate, whose word stands just before it: «svarprosenten ble
// 44».
func (r *reader) rateBefore(i int) bool {
	for k := i - 1; k > i-4 && r.wordAt(k) != ""; k-- {
		if n, _ := r.lex.rates.at(r.toks, k); n > 0 {
			return true
		}
	}
	return false
}

// sharesUnit says whether the per cent comes with the number after this one: «fra 52 til 55
// prosent».
func (r *reader) sharesUnit(i int) bool {
	if !r.lex.pairs.has(r.wordAt(i)) && !(r.mark(i, ",") && r.isDigits(i+1)) {
		return false
	}
	for k := i + 1; k <= i+2 && k < len(r.toks); k++ {
		if r.isDigits(k) {
			_, next, ok := r.literal(k)
			return ok && (r.percentAt(next) > 0 || r.sharesUnit(next))
		}
	}
	return false
}

// bareDecimal says whether a decimal without a unit is a share: the other one of «fra 54,9 til 38,7
// prosent», in brackets, or where a per cent or a rate is near. A mean, a length or a price is not,
// nor what stands before a noun of its own.
func (r *reader) bareDecimal(i, next int) bool {
	if r.unit(r.wordAt(next)) || r.lex.numbered.has(r.wordAt(i-1)) || r.thing(next) {
		return false
	}
	if !r.lex.comma && r.mark(i+1, ".") {
		return r.percentSoon(next)
	}
	near := r.open(i) || r.percentSoon(next)
	for k := max(0, i-12); k < min(len(r.toks), next+6); k++ {
		w := r.wordAt(k)
		if r.isMean(w) || k >= next && r.lex.steps.has(w) {
			return false
		}
		rate, _ := r.lex.rates.at(r.toks, k)
		near = near || r.percentAt(k) > 0 || rate > 0 || r.lex.portion.has(w) ||
			r.lex.texts.has(w) || r.lex.stood.has(w)
	}
	return near
}

// unit says whether a word after a number is one of what no survey counts: «timer», «kroner», and
// «kommuner», if none is about those.
func (r *reader) unit(w string) bool {
	return r.lex.units.has(w) && (r.nouns == nil || !r.nouns.has(w))
}

// thing says whether a word at token i is none that may follow a share: the noun of what is
// counted.
func (r *reader) thing(i int) bool {
	w := r.wordAt(i)
	return w != "" && !r.lex.naming.small.has(w) && !r.lex.verbs.has(w) && !r.lex.and.has(w) &&
		!r.lex.or.has(w) && !r.lex.pairs.has(w) && !r.lex.links.has(w) && !r.lex.negations.has(w) &&
		!r.lex.clauses.has(w) && !r.lex.beside.has(w) && !r.people(i) && !r.lex.graded.has(w)
}

// isMean says whether a word is one for a mean, or ends in one: «eksamenssnittet».
func (r *reader) isMean(w string) bool {
	if r.lex.means.has(w) {
		return true
	}
	for mean := range r.lex.means.all() {
		if len(mean) > 4 && strings.HasSuffix(w, mean) {
			return true
		}
	}
	return false
}

// percentSoon says whether a per cent stands within the next tokens.
func (r *reader) percentSoon(i int) bool {
	for k := i; k < min(len(r.toks), i+8); k++ {
		if r.percentAt(k) > 0 {
			return true
		}
	}
	return false
}

// postSize is the size of a post: «80 prosent stilling» is no statistic.
func (r *reader) postSize(i int) bool {
	return r.lex.sizes.has(r.wordAt(i))
}

// whole reads what follows a whole number: «35 av 62», «21 svar», «9 av 10».
func (r *reader) whole(n number, count, next int) int {
	n.count, n.kind, n.last = count, countNumber, next
	if of, after, ok := r.outOf(next); ok {
		n.kind, n.base, n.last = shareNumber, of, after
		if isFraction(count, of, of%10 == 0 || r.lex.outOfFew.has(r.wordAt(next))) {
			n.kind = fractionNumber
		}
		if count <= of {
			r.keep(n)
			return after
		}
		n.kind, n.base, n.last = countNumber, 0, next
	}
	if of, after, ok := r.someInFew(count, next); ok {
		n.kind, n.base, n.last = fractionNumber, of, after
		r.keep(n)
		return after
	}
	r.count(n)
	return next
}

// count keeps a whole number that counts people or answers, or may.
func (r *reader) count(n number) {
	n.ofThem = r.ofThem(n.last)
	switch {
	case r.counts(n):
		r.keep(n)
	case n.count > 1 && r.mayBeCounted(n):
		n.start, n.end = r.toks[n.first].start, r.toks[n.last-1].end
		n.hedge, n.wide = r.hedgeBefore(n.first)
		r.unsure = append(r.unsure, n)
	}
}

// mayBeCounted says whether nothing beside a whole number says that it counts no people: no unit, no
// age, no label, no noun of another thing.
func (r *reader) mayBeCounted(n number) bool {
	i, next := n.first, n.last
	after := r.wordAt(next)
	label := r.labels != nil && r.labels(n.count)
	known := r.people(next) || r.named != nil && r.named(after)
	return !label && !r.aged(i) && !r.unit(after) && r.lex.measures.of(after) == 0 &&
		!r.lex.months.has(after) && !r.bounds(next) && !r.against(i) && !r.eachTime(next+1) &&
		!r.lex.numbered.has(r.wordAt(i-1)) && !r.lex.ordinalEndings.has(after) &&
		(known || !r.thing(next) || r.lex.verbs.has(r.wordAt(next+1)))
}

// isFraction says whether so many of so many are a share told roughly, and no count: two of three
// and, where the words tell that it is none, one of twenty or three of a hundred.
func isFraction(count, of int, told bool) bool {
	return count <= of && (of <= 10 || told && (count == 1 && of <= 100 || of == 100))
}

// someInFew reads the rest of «two pupils in three», «én elev av ni»: whom it counts, and out of
// how few.
func (r *reader) someInFew(count, i int) (of, next int, ok bool) {
	if r.mark(i+1, "-") && r.toks[i+1].glued && r.people(i+2) {
		i += 2 // "one plot-holder in three"
	}
	if w := r.wordAt(i); !r.people(i) && (!r.thing(i) || r.unit(w) || r.lex.links.has(w) ||
		!r.lex.outOfFew.has(r.wordAt(i+1))) {
		return 0, i, false // «one home in seven»
	}
	of, next, ok = r.outOf(i + 1)
	tells := count == 1 || r.closes(next) || r.lex.verbs.has(r.wordAt(next)) || r.named != nil &&
		r.named(r.wordAt(next))
	return of, next, ok && count < of && tells && isFraction(count, of, true) &&
		!r.unit(r.wordAt(next)) && !r.people(next)
}

// ofThem says whether «av dem» stands at token i.
func (r *reader) ofThem(i int) bool {
	return r.lex.of.has(r.wordAt(i)) && r.lex.them.has(r.wordAt(i+1)) && !r.people(i+1)
}

// outOf reads «av 62», «av de 62», «of the 62», «/62» after a number.
func (r *reader) outOf(i int) (of, next int, ok bool) {
	if r.mark(i, "/") && r.toks[i].glued && r.isDigits(i+1) && r.toks[i+1].glued &&
		len(r.toks[i+1].text) <= 3 {
		if r.percentAt(i+2) > 0 || r.mark(i+2, ".") || r.mark(i+2, ",") && r.isDigits(i+3) {
			return 0, i, false // 21/33.9 %: a count and its share
		}
		d, next, ok := r.literal(i + 1)
		return int(d.Units), next, ok && d.Units > 0
	}
	few := r.lex.outOfFew.has(r.wordAt(i))
	n, _ := r.lex.outOf.at(r.toks, i)
	if few {
		n = 1
	}
	if n == 0 {
		return 0, i, false
	}
	k := i + n
	for fillers := 0; fillers < 2 && r.lex.fillers.has(r.wordAt(k)); fillers++ {
		k++
	}
	if r.isDigits(k) {
		d, next, ok := r.literal(k)
		if _, skip := r.notStatistic(k, next); skip || !ok || d.Places > 0 || d.Units == 0 ||
			r.percentAt(next) > 0 {
			return 0, i, false
		}
		return int(d.Units), next, !few || d.Units <= 100
	}
	of, next, ok = r.lex.read(r.toks, k)
	return of, next, ok && of > 1 && (!few || of <= 100)
}

// keep adds a number with the words that hedge it.
func (r *reader) keep(n number) {
	n.start, n.end = r.toks[n.first].start, r.toks[n.last-1].end
	n.hedge, n.wide = r.hedgeBefore(n.first)
	r.out = append(r.out, n)
}

// hedgeBefore reads the words before a number: nesten, i underkant av, godt over.
func (r *reader) hedgeBefore(i int) (h hedge, wide bool) {
	for back := 1; back <= 3; back++ {
		phrase := ""
		for k := i - back; k < i; k++ {
			w := r.wordAt(k)
			if w == "" {
				if r.mark(k, ".") && r.lex.abbreviations.has(r.wordAt(k-1)) {
					continue
				}
				phrase = ""
				break
			}
			if phrase != "" {
				phrase += " "
			}
			phrase += w
		}
		if found, ok := r.lex.hedges.get(phrase); ok {
			h = found
			wide = wide || r.lex.wide.has(r.wordAt(i-back)) || r.lex.wide.has(r.wordAt(i-back-1))
		}
	}
	return h, wide
}

// word reads what begins with a number in letters, or a fraction.
func (r *reader) word(i int) int {
	if next, n, ok := r.fraction(i); ok {
		n.first, n.last, n.word, n.kind = i, next, true, fractionNumber
		r.keep(n)
		return next
	}
	value, next, ok := r.lex.read(r.toks, i)
	if !ok {
		return i
	}
	n := number{first: i, word: true}
	if k, p := r.percentAt(next), r.pointsAt(next); k > 0 || p > 0 {
		n.kind, n.value, n.last, n.byWord = percentNumber, content.Decimal{
			Units: int64(value)}, next+k, true
		if p > 0 {
			n.kind, n.last = pointsNumber, next+p
		}
		if !r.postSize(n.last) {
			r.keep(n)
		}
		return n.last
	}
	of, after, out := r.outOf(next)
	if !out {
		of, after, out = r.someInFew(value, next)
	}
	if out && value <= of {
		n.kind, n.count, n.base, n.last = shareNumber, value, of, after
		if isFraction(value, of, true) {
			n.kind = fractionNumber
		}
		r.keep(n)
		return after
	}
	n.kind, n.count, n.last = countNumber, value, next
	if r.lex.ones.has(r.toks[i].text) && !r.one(i, next) {
		return next
	}
	if _, skip := r.notStatistic(i, next); !skip {
		r.count(n)
	}
	return next
}

// one says whether «én» counts somebody: «Én svarte», not «én person» or «på én gang».
func (r *reader) one(i, next int) bool {
	return r.lex.stressedOnes.has(r.toks[i].text) && r.lex.verbs.has(r.wordAt(next)) &&
		!r.eachTime(next+1) && !r.lex.each.has(r.wordAt(i-1)) && !r.lex.where.has(r.wordAt(i-1))
}

// fraction reads halvparten, en tredel, tre fjerdedeler, two thirds, hver tredje.
func (r *reader) fraction(i int) (next int, n number, ok bool) {
	w := r.toks[i].text
	if k := r.lex.ordinals.of(r.wordAt(i + 1)); r.lex.every.has(w) && k > 1 {
		after := r.wordAt(i + 2)
		return i + 2, number{count: 1, base: k}, !r.unit(after) && r.lex.measures.of(after) == 0
	}
	if k, factor := r.lex.multiples.at(r.toks, i); k > 0 && factor < 0 {
		return i, n, false // «halvparten så mange»
	}
	if r.lex.half.has(w) {
		return i + 1, number{count: 1, base: 2}, r.halves(i + 1)
	}
	if of, whole := r.lex.fractions.get(w); whole {
		return i + 1, number{count: of[0], base: of[1]}, true
	}
	count, k, isNumber := r.lex.read(r.toks, i)
	if !isNumber {
		if !r.lex.article.has(w) {
			return i, n, false
		}
		count, k = 1, i+1
	}
	if r.mark(k, "-") {
		k++
	}
	of := r.lex.parts.of(r.wordAt(k))
	if of == 0 || count >= of || count < 1 {
		return i, n, false
	}
	if count == 1 && r.lex.ordinalParts.has(r.wordAt(k)) && !r.halves(k+1) {
		return i, n, false // "a third question", "a quarter past"
	}
	return k + 1, number{count: count, base: of}, true
}

// halves says whether the word at token i shows that what stands before it is a fraction.
func (r *reader) halves(i int) bool {
	w := r.wordAt(i)
	return r.lex.afterHalf.count == 0 || r.lex.afterHalf.has(w) || r.lex.verbs.has(w) ||
		r.asked != nil && r.asked(w)
}

// counts says whether a whole number counts people or answers: what stands beside it tells.
func (r *reader) counts(n number) bool {
	i, next := n.first, n.last
	after := r.wordAt(next)
	switch {
	case r.people(next) && r.eachTime(next+1), r.people(next) && r.against(i), r.bounds(next),
		!n.word && r.labels != nil && r.labels(n.count) && r.bounded(i):
		return false // «22 pasienter hver dag», «fem mot to stemmer», "three walks or more"
	case r.people(next), r.lex.yes.has(after), r.lex.no.has(after), r.left(i):
		return true
	case r.aged(i):
		return false
	case r.unit(after) || r.lex.months.has(after):
		return false
	case (r.lex.adjectives.has(after)) && r.people(next+1):
		return true
	}
	begins := r.begins(i)
	if (begins || r.begins(r.led(i))) && (r.listed(i, next) || r.alike(next)) ||
		r.tallied(i, next) || r.apposed(i, next) || r.trails(i, next) || r.heldBy(i, next) ||
		r.paired(next) ||
		r.lex.verbs.has(r.wordAt(i-1)) && (r.ofWhole(i-1) || r.afterGroup(i-1) || r.ofNamed(i-1)) {
		return true
	}
	label := !n.word && r.labels != nil && r.labels(n.count)
	switch {
	case begins && (r.lex.verbs.has(after) || r.asked != nil && r.asked(after)):
		return true // «Elleve byttet fordi …»
	case r.begins(r.led(i)) && r.asked != nil && r.asked(after) &&
		r.lex.verbs.has(r.wordAt(next+1)):
		return true // «Bare 94 borebrønner er …»
	case r.lex.of.has(after) && r.namedThings(next+1):
		return true // «63 av borebrønnene»
	case r.ofThem(next) && r.closes(next+2):
		return true // «heil stilling har 9 av dei»
	case label:
		return false
	case begins && r.opine(next):
		return true // «63 tenants think …»
	case r.lex.verbs.has(after) && !r.lex.each.has(r.wordAt(i-1)):
		return true
	case r.askedSoon(next) && (r.lex.of.has(r.wordAt(i-1)) || r.lex.fillers.has(r.wordAt(i-1)) &&
		r.lex.of.has(r.wordAt(i-2))):
		return true
	case r.lex.of.has(after) && (r.lex.them.has(r.wordAt(next+1)) || r.callAt(next+1) ||
		r.lex.fillers.has(r.wordAt(next+1)) && r.callAt(next+2)):
		return true
	case n.word:
		return r.lex.only.has(r.wordAt(i-1)) && r.closes(next)
	case r.mark(i-1, "(") && r.mark(next, ")"),
		r.mark(i-1, ":") && !r.isDigits(i-2),
		r.mark(i-1, "="):
		return true
	}
	return (r.lex.only.has(r.wordAt(i-1)) || r.lex.of.has(r.wordAt(i-1))) && r.closes(next)
}

// begins says whether a clause or an item of a list begins at token i.
func (r *reader) begins(i int) bool {
	return i == 0 || r.toks[i-1].kind == breakToken ||
		r.toks[i-1].kind == markToken && r.toks[i-1].text != "-" && r.toks[i-1].text != "–" ||
		r.lex.and.has(r.wordAt(i-1)) || r.lex.clauses.has(r.wordAt(i-1))
}

// led is the token before the words that lead up to a number at token i: «bare 94», «i alt 113»,
// «for 672».
func (r *reader) led(i int) int {
	for back := 0; back < 3 && i > 0; back++ {
		w := r.wordAt(i - 1)
		if !r.lex.only.has(w) && !r.lex.hedging.has(w) && !r.lex.links.has(w) &&
			!r.lex.also.has(w) {
			if n, _ := r.lex.together.at(r.toks, i-2); n != 2 {
				break
			}
			i--
		}
		i--
	}
	return i
}

// namedThings says whether at token i stands what the questions or answers speak of, told apart
// from others by its ending or an article: «borebrønnene», "the wells".
func (r *reader) namedThings(i int) bool {
	article := r.lex.fillers.has(r.wordAt(i))
	if article {
		i++
	}
	w := r.wordAt(i)
	return len(w) > 4 && r.named != nil && !r.lex.verbs.has(w) && r.named(w) &&
		(article || slices.ContainsFunc(r.lex.definite, ending(w)))
}

// trails says whether a number ends a list in which an answer's word stands before it and another
// count before that: «642 owners on the beach and in the fenced fields 529».
func (r *reader) trails(i, next int) bool {
	if !r.closes(next) && !r.lex.and.has(r.wordAt(next)) || len(r.out) == 0 || r.named == nil {
		return false
	}
	last := r.out[len(r.out)-1]
	if last.kind != countNumber || last.first < i-14 || r.parted(last.last, i) {
		return false
	}
	if under, _ := r.lex.bands.below.at(r.toks, i-1); under > 0 || r.lex.graded.has(r.wordAt(i-1)) {
		return false // «148 respondents are under 18»
	}
	if r.lex.naming.small.has(r.wordAt(i - 1)) {
		i--
	}
	w := r.wordAt(i - 1)
	return i-1 > last.last && len(w) > 3 && !r.lex.verbs.has(w) && r.named(w)
}

// heldBy says whether a number ends a clause that begins with an answer's word and a verb: «Gudstenester
// held åtte, …», "couples numbered 2,788".
func (r *reader) heldBy(i, next int) bool {
	w, verb := r.wordAt(i-2), r.wordAt(i-1)
	if !r.closes(next) && !(r.lex.naming.small.has(r.wordAt(next)) && r.closes(next+1)) ||
		!r.lex.verbs.has(verb) || len(w) < 5 || r.named == nil || r.lex.verbs.has(w) ||
		r.people(i-2) || !r.named(w) {
		return false
	}
	k := i - 2
	for ; !r.begins(k) && k > i-7; k-- {
		if w := r.wordAt(k - 1); !r.lex.naming.small.has(w) && !r.named(w) {
			return false
		}
	}
	return r.begins(k)
}

// paired says whether a number with a noun for those who answered follows after a conjunction: "at
// 3,857 and 3,843 answers".
func (r *reader) paired(next int) bool {
	if !r.lex.and.has(r.wordAt(next)) || !r.isDigits(next+1) {
		return false
	}
	_, after, ok := r.literal(next + 1)
	return ok && r.people(after)
}

// parted says whether a sentence may end between two tokens.
func (r *reader) parted(first, last int) bool {
	for k := first; k < last; k++ {
		if r.mark(k, ".") || r.toks[k].kind == breakToken {
			return true
		}
	}
	return false
}

// afterGroup says whether a verb at token i comes after a group of those who answered, with which
// its sentence begins: «Av dei 34 som vurderer å slutte, nemner 19 …».
func (r *reader) afterGroup(i int) bool {
	if !r.mark(i-1, ",") {
		return false
	}
	k := i - 1
	for k > 0 && k > i-16 && !r.mark(k-1, ".") && r.toks[k-1].kind != breakToken {
		k--
	}
	if !r.lex.of.has(r.wordAt(k)) && !r.lex.among.has(r.wordAt(k)) {
		return false
	}
	for k++; r.isDigits(k) || r.lex.fillers.has(r.wordAt(k)) || r.lex.them.has(r.wordAt(k)) ||
		r.people(k); k++ {
	}
	return r.lex.who.has(r.wordAt(k))
}

// ofNamed says whether a verb at token i comes after a group that an answer names, with which its
// sentence begins: «Blant mennene begynte 180 …».
func (r *reader) ofNamed(i int) bool {
	k := i - 1
	if r.named == nil || len(r.wordAt(k)) < 5 || !r.named(r.wordAt(k)) {
		return false
	}
	for k--; r.lex.fillers.has(r.wordAt(k)); k-- {
	}
	w := r.wordAt(k)
	return (r.lex.of.has(w) || r.lex.among.has(w) && r.lex.only.has(w)) && r.begins(k)
}

// bounds says whether a noun at token i and what follows it make a number before it an end of a
// stretch of numbers: "three walks or more", but not of «to elever eller flere».
func (r *reader) bounds(i int) bool {
	more, _ := r.lex.bands.orMore.at(r.toks, i+1)
	less, _ := r.lex.bands.orLess.at(r.toks, i+1)
	return r.wordAt(i) != "" && more+less > 0
}

// bounded says whether the words before a number at token i make it the end of a stretch: «under 800
// pasienter», «mellom 800 og 1099».
func (r *reader) bounded(i int) bool {
	b := &r.lex.bands
	for _, p := range []*phrases{&b.below, &b.above, &b.atMost, &b.atLeast} {
		if n, _ := p.at(r.toks, i-1); n == 1 {
			return true
		}
	}
	return b.between.has(r.wordAt(i-1)) || r.lex.and.has(r.wordAt(i-1)) && r.isDigits(i-2) &&
		b.between.has(r.wordAt(i-3))
}

// against says whether a bare number stands before another one that «mot» parts from it.
func (r *reader) against(i int) bool {
	return r.lex.beside.has(r.wordAt(i-1)) && !r.lex.from.has(r.wordAt(i-1)) &&
		(r.isDigits(i-2) || r.lex.begins(r.wordAt(i-2)))
}

// tallied says whether a number tells how many there are, in a sentence that begins so: «talet
// på elevar som …, er sju», «antallet gikk ned fra 12 til 5».
func (r *reader) tallied(i, next int) bool {
	if !r.closes(next) && !r.lex.to.has(r.wordAt(next)) && !r.lex.from.has(r.wordAt(next)) ||
		!r.lex.verbs.has(r.wordAt(i-1)) && !r.lex.to.has(r.wordAt(i-1)) &&
			!r.lex.from.has(r.wordAt(i-1)) {
		return false
	}
	for k := i - 1; k >= max(0, i-25) && !r.mark(k, ".") && r.toks[k].kind != breakToken; k-- {
		if r.lex.tally.has(r.wordAt(k)) {
			return true
		}
	}
	return false
}

// listed says whether a number before words of an answer goes on with a list of such: «ni skal bli
// lærarar og seks tømrarar», «fire bur i kollektiv og to hos slekt».
func (r *reader) listed(i, next int) bool {
	if len(r.out) == 0 || r.named == nil || r.unit(r.wordAt(next)) {
		return false
	}
	last := r.out[len(r.out)-1]
	if last.kind != countNumber || last.first < i-12 || r.parted(last.last, i) {
		return false
	}
	if r.lex.naming.small.has(r.wordAt(next)) {
		next++
		if s, ok := r.lex.stretchAt(r.toks, next); ok && s.named {
			return true // «og 171 for ett til tre år siden»
		}
	}
	return len(r.wordAt(next)) > 3 && r.named(r.wordAt(next))
}

// alike says whether the word at token i stands after a number of people before it in the sentence:
// «83 carers support a parent; 71 support a friend».
func (r *reader) alike(i int) bool {
	w := r.wordAt(i)
	if len(w) < 4 {
		return false
	}
	for _, n := range slices.Backward(r.out) {
		if n.first < i-30 {
			break
		}
		k := n.last
		for r.people(k) {
			k++
		}
		if n.kind == countNumber && r.wordAt(k) == w {
			return true
		}
	}
	return false
}

// left says whether a word for the rest stands before a number in a noun phrase: «de øvrige 21».
func (r *reader) left(i int) bool {
	for back := 1; back <= 2; back++ {
		if n, _ := r.lex.rest.at(r.toks, i-back); n == back && r.wordAt(i-1) != "" {
			return true
		}
	}
	return false
}

// apposed says whether a number stands alone between commas before a verb: «like mange, 14,
// svarte».
func (r *reader) apposed(i, next int) bool {
	return r.mark(i-1, ",") && r.mark(next, ",") && !r.isDigits(i-2) &&
		r.lex.verbs.has(r.wordAt(next+1))
}

// ofWhole says whether a whole of those who were asked stands in the clause before token i: «av 83
// medarbeidere er …».
func (r *reader) ofWhole(i int) bool {
	for k := i - 1; k > 0 && k > i-6; k-- {
		if r.toks[k].kind == markToken && !r.lex.asked.has(r.wordAt(k-1)) ||
			r.toks[k].kind == breakToken {
			return false
		}
		number := r.isDigits(k) || r.lex.begins(r.wordAt(k)) && !r.lex.ones.has(r.wordAt(k))
		w := r.wordAt(k + 1)
		if number && (r.people(k+1) || r.askedSoon(k+1) || r.lex.fillers.has(r.wordAt(k-1)) ||
			len(w) > 3 && !r.lex.verbs.has(w) && slices.ContainsFunc(r.lex.nounEndings,
				ending(w))) {
			for k--; r.isDigits(k) || r.lex.fillers.has(r.wordAt(k)); k-- {
			}
			return r.lex.of.has(r.wordAt(k)) || r.lex.among.has(r.wordAt(k))
		}
	}
	return false
}

// askedSoon says whether a word for those who were asked stands within two tokens: «av dei 2 890 vi
// spurde».
func (r *reader) askedSoon(i int) bool {
	return r.lex.asked.has(r.wordAt(i)) || r.lex.asked.has(r.wordAt(i+1))
}

// opine says whether those whose noun stands at token i do what only who answers does: they think,
// say or feel something that the questions are about.
func (r *reader) opine(i int) bool {
	if len(r.wordAt(i)) < 4 || r.lex.verbs.has(r.wordAt(i)) || r.unit(r.wordAt(i)) ||
		!r.lex.opines.has(r.wordAt(i+1)) || r.named == nil {
		return false
	}
	for k := i + 2; k < i+8 && r.wordAt(k) != ""; k++ {
		if w := r.wordAt(k); len(w) > 3 && r.named(w) {
			return true
		}
	}
	return false
}

// eachTime says whether a time in which something is counted stands at token i: «hver dag», «a
// day».
func (r *reader) eachTime(i int) bool {
	return r.lex.bands.per.has(r.wordAt(i)) && r.lex.measures.of(r.wordAt(i+1)) > 0
}

// aged says whether a number at token i is the limit of an age: «children under five travel free».
func (r *reader) aged(i int) bool {
	under, _ := r.lex.bands.below.at(r.toks, i-1)
	over, _ := r.lex.bands.above.at(r.toks, i-1)
	before := r.wordAt(i - 2)
	return under+over == 1 && before != "" && !r.lex.naming.small.has(before) &&
		!r.lex.hedging.has(before) && !r.lex.clauses.has(before) && !r.lex.verbs.has(before) &&
		!r.lex.only.has(before)
}

func (r *reader) callAt(i int) bool { return i < len(r.toks) && r.toks[i].kind == callToken }

// closes says whether a clause ends at token i.
func (r *reader) closes(i int) bool {
	return i >= len(r.toks) || r.toks[i].kind == breakToken ||
		r.toks[i].kind == markToken && r.toks[i].text != "-" && r.toks[i].text != "–"
}
