package hyphen

import (
	_ "embed"
	"slices"
	"strings"
)

//go:embed joints.txt
var jointsFile string

// joints are the parts of compounds, by their first three bytes: first parts, after which a word
// may be divided, and last parts, before which it may.
type joints struct {
	first, last map[string][]string
}

// rest is the fewest letters after a first part: fewer are an ending, as in bruker-ne.
const rest = 4

// endings are longer, and still no parts of compounds.
var endings = []string{"anes", "enes", "erne", "ernes"}

func loadJoints(file string) *joints {
	j := &joints{map[string][]string{}, map[string][]string{}}
	for line := range strings.Lines(file) {
		line, _, _ = strings.Cut(line, "#")
		for _, part := range strings.Fields(line) {
			bare := strings.Trim(part, "-")
			if strings.HasSuffix(part, "-") {
				j.first[bare[:3]] = append(j.first[bare[:3]], bare)
			}
			if strings.HasPrefix(part, "-") {
				j.last[bare[:3]] = append(j.last[bare[:3]], bare)
			}
		}
	}
	return j
}

// find appends the joints of a word of lower case letters, in order, as runes; offsets gives every
// rune's byte. A first part counts at the word's beginning and after another joint, when more than
// an ending follows; a last part counts anywhere after the second letter: the joint of ny|ansatt is
// no place to divide, but the patterns must not divide across it either.
func (j *joints) find(cuts []int, word string, offsets []int) []int {
	runes := len(offsets) - 1
	for begin := 0; begin+MinBefore+rest <= runes; {
		cut := j.afterFirst(word, offsets, begin)
		if cut < 0 {
			cut = j.beforeLast(word, offsets, begin+2)
		}
		if cut < 0 {
			break
		}
		cuts = append(cuts, cut)
		begin = cut
	}
	return cuts
}

// afterFirst is the end of the longest first part that begins at a rune, or -1.
func (j *joints) afterFirst(word string, offsets []int, begin int) int {
	text := word[offsets[begin]:]
	longest := 0
	for _, part := range j.first[text[:3]] {
		if len(part) > longest && strings.HasPrefix(text, part) {
			longest = len(part)
		}
	}
	for end := begin; longest > 0 && end+rest < len(offsets); end++ {
		if offsets[end] == offsets[begin]+longest &&
			!slices.Contains(endings, word[offsets[end]:]) {
			return end
		}
	}
	return -1
}

// beforeLast is the first rune from which a last part begins, or -1.
func (j *joints) beforeLast(word string, offsets []int, from int) int {
	for ; from+MinAfter < len(offsets); from++ {
		text := word[offsets[from]:]
		for _, part := range j.last[text[:3]] {
			if strings.HasPrefix(text, part) {
				return from
			}
		}
	}
	return -1
}
