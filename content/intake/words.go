package intake

import (
	_ "embed"
	"strings"
	"sync"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"rapport/content/language"
)

//go:embed words.txt
var wordList string

//go:embed scales.txt
var scaleList string

// vocabulary is what columns and answers are known by.
type vocabulary struct {
	kinds  map[string]map[string]bool // by kind: the keys of its words
	scales []scale
}

// scale is an order of answers.
type scale struct {
	labels []string
	step   map[string]int // by key
}

var known = sync.OnceValue(func() vocabulary {
	v := vocabulary{kinds: map[string]map[string]bool{}}
	for _, line := range lines(wordList) {
		kind, words, _ := strings.Cut(line, ":")
		if v.kinds[kind] == nil {
			v.kinds[kind] = map[string]bool{}
		}
		for _, w := range strings.Split(words, "|") {
			v.kinds[kind][key(w)] = true
		}
	}
	for _, line := range lines(scaleList) {
		s := scale{step: map[string]int{}}
		for i, label := range strings.Split(line, "|") {
			s.labels = append(s.labels, strings.TrimSpace(label))
			s.step[stepKey(label)] = i
		}
		v.scales = append(v.scales, s)
	}
	return v
})

func lines(text string) (out []string) {
	for line := range strings.Lines(text) {
		if line = strings.TrimSpace(line); line != "" && !strings.HasPrefix(line, "# ") {
			out = append(out, line)
		}
	}
	return out
}

// is says whether a text is one of the words of a kind.
func is(kind, text string) bool { return known().kinds[kind][key(text)] }

// clean is a text as it is written in the file: on one line, without signs that are not seen and
// without HTML.
func clean(s string) string {
	if plain(s) {
		return s
	}
	if strings.Contains(s, "<") {
		s = withoutTags(s)
	}
	s = norm.NFC.String(language.WithoutSoftHyphens(s))
	s = strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r) || r == '\u00a0' || r == '\u202f':
			return ' '
		case unicode.In(r, unicode.Cf, unicode.Cc) || r == unicode.ReplacementChar:
			return -1
		}
		return r
	}, s)
	return strings.Join(strings.Fields(s), " ")
}

// plain says that clean would change nothing.
func plain(s string) bool {
	for i := range len(s) {
		c := s[i]
		if c < ' ' || c > '~' || c == '<' || c == ' ' && (i == 0 || i == len(s)-1 || s[i-1] == ' ') {
			return false
		}
	}
	return true
}

// entities are those that forms leave in texts.
var entities = strings.NewReplacer("&nbsp;", " ", "&amp;", "&", "&lt;", "<", "&gt;", ">", "&quot;", `"`)

// withoutTags is a text without what stands between < and >, as far as that looks like HTML.
func withoutTags(s string) string {
	var b strings.Builder
	for {
		open := strings.IndexByte(s, '<')
		if open < 0 || open+1 == len(s) {
			break
		}
		end := strings.IndexByte(s[open:], '>')
		c := s[open+1]
		if end < 0 || c != '/' && (c < 'a' || c > 'z') && (c < 'A' || c > 'Z') {
			b.WriteString(s[:open+1])
			s = s[open+1:]
			continue
		}
		b.WriteString(s[:open])
		b.WriteByte(' ')
		s = s[open+end+1:]
	}
	b.WriteString(s)
	return entities.Replace(b.String())
}

// likeSigns are signs that are taken for others in comparisons.
var likeSigns = strings.NewReplacer("’", "'", "–", "-", "—", "-", "−", "-")

// key is a text for comparison: in small letters, and without punctuation at its ends.
func key(s string) string {
	s = strings.ToLower(clean(s))
	s = likeSigns.Replace(s)
	if short := strings.Trim(s, " .:;?!*\"«»“”"); short != "" {
		return short
	}
	return s
}

// Key is an answer for comparison: two with the same key are the same answer.
func Key(label string) string { return key(label) }

// Residual says whether an answer says nothing of what was asked, as "Vet ikke" and "Annet" do.
func Residual(label string) bool { return residual(label) }

// stepKey is the name of a step for comparison, without the number before or after it.
func stepKey(label string) string {
	s := key(label)
	if at := strings.LastIndexByte(s, '('); at > 0 && strings.HasSuffix(s, ")") &&
		strings.Trim(s[at+1:len(s)-1], "0123456789") == "" {
		s = s[:at]
	}
	rest := strings.TrimLeft(s, "0123456789")
	if trimmed := strings.TrimLeft(rest, " -=.:)"); trimmed != "" && trimmed != rest {
		s = trimmed
	}
	return strings.TrimSpace(strings.ReplaceAll(s, "/", " "))
}

// scaleOf is the shortest scale that has all of some labels, and where each of them stands. Two are
// needed: one word alone makes no scale.
func scaleOf(labels []string) (best scale, ok bool) {
	if len(labels) < 2 {
		return scale{}, false
	}
	for _, s := range known().scales {
		seen := map[int]bool{}
		all := true
		for _, l := range labels {
			step, has := s.step[stepKey(l)]
			all = all && has && !seen[step]
			seen[step] = true
		}
		if all && (!ok || len(s.labels) < len(best.labels)) {
			best, ok = s, true
		}
	}
	return best, ok
}

// onScale says whether a label is a step of any scale.
func onScale(label string) bool {
	k := stepKey(label)
	for _, s := range known().scales {
		if _, ok := s.step[k]; ok {
			return true
		}
	}
	return false
}

// residual says whether an answer says nothing of what was asked.
func residual(label string) bool {
	return is("residual", label) || is("other", label) || language.ReplyOf(label) == language.DontKnow
}

// standard says whether an answer is one that forms have, so that it is no person's own words.
func standard(label string) bool {
	if onScale(label) || residual(label) {
		return true
	}
	switch language.ReplyOf(label) {
	case language.Yes, language.No:
		return len(label) < 12
	}
	_, isBand := bandOf(label)
	return isBand
}
