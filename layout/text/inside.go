package text

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"rapport/fonts"
	"rapport/layout/text/hyphen"
)

// breakWord adds the places inside a word, in order. first and n bound its clusters.
func (p *paragraph) breakWord(from, to, first, n int) {
	bare := strings.TrimSuffix(p.text[from:to], " ")
	p.inner = p.inner[:0]
	if isURL(bare) {
		p.urlBreaks(bare)
	} else {
		p.compoundBreaks(bare)
		p.divisions(from, bare, first, n)
	}
	for _, z := range between(p.zero, from, from+len(bare)) {
		p.inner = append(p.inner, inner{at: z - from, kind: inURL})
	}
	byPlace := func(a, b inner) int { return a.at - b.at }
	slices.SortStableFunc(p.inner, byPlace)
	if p.sum[n]-p.sum[first] > p.opts.Width {
		p.anywhere(from, bare, first, n)
		slices.SortStableFunc(p.inner, byPlace)
	}
	last := 0
	for _, in := range p.inner {
		if in.at > last {
			p.breakInside(from+in.at, first, n, in)
		}
		last = in.at
	}
}

// inner is a place to break inside a word.
type inner struct {
	at       int // byte offset in the word
	kind     kind
	cost     float64
	strained bool
	inside   bool // of a part, by the patterns
	unwanted bool // while the line is long without it
}

// anywhere adds places between all letters of those pieces of a word that are wider than the line: what
// no rule divides is divided nevertheless, since nothing may leave its place. Letters get a hyphen;
// numbers, addresses and signs do not, for a reader would take it for theirs.
func (p *paragraph) anywhere(from int, bare string, first, n int) {
	ends := make([]int, 0, len(p.inner)+1) // of pieces, byte offsets in the word
	for _, in := range p.inner {
		ends = append(ends, in.at)
	}
	ends = append(ends, len(bare))
	address := isURL(bare)
	begin := first
	for _, end := range ends {
		if begin >= n {
			break
		}
		last := begin
		for last < n && p.clusters[last].start < from+end {
			last++
		}
		hyphen := p.spans[p.clusters[begin].span].Style.Font.Size / 2 // more than one takes
		if p.sum[last]-p.sum[begin] > p.opts.Width-hyphen {
			for k := begin + 1; k < last; k++ {
				at := p.clusters[k].start - from
				if at >= len(bare) {
					break
				}
				p.inner = append(p.inner,
					inner{at: at, kind: markAt(bare, at, address), cost: costAnywhere, strained: true})
			}
		}
		begin = last
	}
}

// markAt is how a word is divided at a byte: with a hyphen between two letters, else without a mark.
func markAt(bare string, at int, address bool) kind {
	before, _ := utf8.DecodeLastRuneInString(bare[:at])
	after, _ := utf8.DecodeRuneInString(bare[at:])
	if !address && isLetter(before) && isLetter(after) && !rightToLeft(before) {
		return inWord
	}
	return inURL
}

// breakInside adds a break at a byte of the paragraph's text.
func (p *paragraph) breakInside(at, first, n int, in inner) {
	k, _ := slices.BinarySearchFunc(p.clusters[first:n], at, func(c placed, at int) int { return c.start - at })
	k += first
	whole := k < n && p.clusters[k].start == at // no ligature lies across
	if k == first || k == n && !whole && in.kind != inWord {
		return
	}
	if in.kind != inWord {
		if whole {
			p.breaks = append(p.breaks,
				opportunity{cut: k, start: k, kind: in.kind, cost: in.cost, strained: in.strained})
		}
		return
	}
	c := p.clusters[k-1]
	font := p.spans[c.span].Style.Font
	last := &p.breaks[len(p.breaks)-1]
	if last.postN > 0 && last.cut == k-1 {
		return // one ligature is not divided twice
	}
	o := opportunity{cut: k - 1, start: k, kind: inWord, cost: in.cost, strained: in.strained}
	if o.inside = in.inside; in.unwanted {
		o.unwanted, o.before = true, last.wanted(len(p.breaks)-1)
	}
	o.preWord = p.shaper.word(font, p.text[c.start:at], hyphenAfter)
	o.pre = o.preWord.width(font)
	if !whole && !p.splitLigature(&o, at) {
		return
	}
	p.breaks = append(p.breaks, o)
}

// wanted is the last break that is not unwanted, at a break with an index or before it.
func (o *opportunity) wanted(index int) int {
	if o.unwanted {
		return o.before
	}
	return index
}

// splitLigature sets what is left of the cluster before o.start for the next line, kerned to the
// cluster after it.
func (p *paragraph) splitLigature(o *opportunity, at int) bool {
	if o.start >= len(p.clusters) {
		return false
	}
	rest, next := p.clusters[o.cut], p.clusters[o.start]
	font := p.spans[rest.span].Style.Font
	end := next.start + len(next.glyphs[0].Text())
	w := p.shaper.word(font, p.text[at:end], nothing)
	for o.postN < len(w.clusters) && int(w.clusters[o.postN].start) < next.start-at {
		o.post += w.clusters[o.postN].width(font)
		o.postN++
	}
	o.postWord = w
	return o.postN < len(w.clusters) && int(w.clusters[o.postN].start) == next.start-at
}

// divisions adds the places to divide a word: its soft hyphens when it has any and they are enough, else
// those of the patterns of its language. Without Options.Hyphenate only a word wider than the line is
// divided, and one in capitals only then.
func (p *paragraph) divisions(from int, bare string, first, n int) {
	wide := p.sum[n]-p.sum[first] > p.opts.Width
	if !p.opts.Hyphenate && !wide {
		return
	}
	soft := between(p.soft, from, from+len(bare))
	for _, at := range soft {
		p.inner = append(p.inner, inner{at: at - from, kind: inWord, cost: costJoint})
	}
	if len(soft) > 0 && !(wide && p.widestPiece(soft, first, n) > p.opts.Width) {
		return
	}
	if wide || bare != strings.ToUpper(bare) {
		p.patternDivisions(p.spans[p.clusters[first].span].Style.Language, bare, wide)
	}
}

// widestPiece is the width of the widest piece of a word between its soft hyphens.
func (p *paragraph) widestPiece(soft []int, first, n int) fonts.Pt {
	var widest fonts.Pt
	begin := first
	for k := first; k < n; k++ {
		for len(soft) > 0 && soft[0] <= p.clusters[k].start {
			begin, soft = k, soft[1:]
		}
		widest = max(widest, p.sum[k+1]-p.sum[begin])
	}
	return widest
}

// between is the part of a sorted list that lies between two values.
func between(list []int, from, to int) []int {
	i, _ := slices.BinarySearch(list, from+1)
	k, _ := slices.BinarySearch(list, to)
	return list[i:max(i, k)]
}

// patternDivisions divides every run of letters in a word that is no part of an address. In a compound
// with a hyphen of its own only long parts are divided, unless it is wider than the line.
func (p *paragraph) patternDivisions(language, bare string, wide bool) {
	least := hyphen.MinBefore + hyphen.MinAfter
	if !wide && strings.ContainsAny(bare, "-–\u2010\u2011") {
		least = 10
	}
	for at := 0; at < len(bare); {
		size := strings.IndexFunc(bare[at:], func(r rune) bool { return !isLetter(r) })
		if size < 0 {
			size = len(bare) - at
		}
		if size >= least {
			letters := bare[at : at+size]
			for _, pt := range p.shaper.divide(language, letters) {
				p.inner = append(p.inner, p.division(at, pt, letters))
			}
		}
		at += size
		_, size = utf8.DecodeRuneInString(bare[at:])
		at += size
	}
}

// short is the length of words whose joints are no better to divide at than other places: most of
// them are read as one word, and little is gained.
const short = 11

// division is the place to divide a word at a point of letters that begin at a byte of it.
func (p *paragraph) division(at int, pt point, letters string) inner {
	in := inner{at: at + pt.At, kind: inWord, cost: costOf[pt.Place],
		strained: !p.opts.Hyphenate, inside: pt.Place == hyphen.Inside}
	compound := pt.Place == hyphen.Minor || pt.Place == hyphen.Joint
	in.unwanted = in.inside || compound && utf8.RuneCountInString(letters) < short
	if in.strained && in.inside {
		in.cost = costLabel
	}
	return in
}

// costOf is what it costs to divide a word at a place.
var costOf = [...]float64{
	hyphen.Inside: costHyphen, hyphen.Syllable: costHyphen,
	hyphen.Minor: costMinor, hyphen.Joint: costJoint,
}

func isLetter(r rune) bool { return unicode.IsLetter(r) || unicode.Is(unicode.Mn, r) || r == '’' }

// divide finds where a word may be divided, or remembers it.
func (s *store) divide(language, word string) []point {
	if language == "" {
		return nil
	}
	key := pointsKey{language, word}
	s.mu.RLock()
	points, ok := s.points[key]
	s.mu.RUnlock()
	if ok {
		return points
	}
	if l := hyphen.For(language); l != nil {
		points = l.Points(nil, word)
	}
	key.word = strings.Clone(word)
	s.mu.Lock()
	s.points[key] = points
	s.mu.Unlock()
	return points
}

// isURL reports whether a word is an address of the web or of a mailbox.
func isURL(s string) bool {
	return strings.Contains(s, "://") || strings.Contains(s, "www.") || strings.Contains(s, "@") ||
		strings.Contains(s, ".no/") || strings.Contains(s, ".com/") || strings.Contains(s, ".org/")
}

// urlBreaks adds the places after slashes, dots and the like: a hyphen would change the address.
func (p *paragraph) urlBreaks(s string) {
	for i, r := range s {
		if i < 3 || !strings.ContainsRune("/.?&=#@_-", r) || i+2 >= len(s) {
			continue
		}
		if next := s[i+1]; next == '/' || next == '.' || next == ':' {
			continue
		}
		cost := float64(costAddress)
		if r == '/' && s[i-1] != '/' {
			cost = costSlash
		}
		p.inner = append(p.inner, inner{at: i + 1, kind: inURL, cost: cost})
	}
}

// compoundBreaks adds the places after the hyphens, dashes and slashes of a compound. At least two
// characters stay on either side, three at a slash; numbers are kept together.
func (p *paragraph) compoundBreaks(s string) {
	for i, r := range s {
		least, cost := 2, float64(costExplicit)
		switch r {
		case '-', '\u2010', '–', '—':
		case '/':
			least, cost = 3, costSlash
		default:
			continue
		}
		before, after := s[:i], s[i+utf8.RuneLen(r):]
		if !endsWithWord(before, least) || !beginsWithWord(after, least) {
			continue
		}
		last, _ := utf8.DecodeLastRuneInString(before)
		next, _ := utf8.DecodeRuneInString(after)
		if unicode.IsDigit(next) && (unicode.IsDigit(last) || r == '/') {
			cost = never
		}
		p.inner = append(p.inner, inner{at: len(s) - len(after), kind: atHyphen, cost: cost})
	}
}

// beginsWithWord reports whether s begins with least letters or digits.
func beginsWithWord(s string, least int) bool {
	for _, r := range s {
		if least == 0 || !unicode.IsLetter(r) && !unicode.IsDigit(r) {
			break
		}
		least--
	}
	return least == 0
}

// endsWithWord reports whether s ends with least letters or digits.
func endsWithWord(s string, least int) bool {
	for ; least > 0; least-- {
		r, size := utf8.DecodeLastRuneInString(s)
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) {
			return false
		}
		s = s[:len(s)-size]
	}
	return true
}
