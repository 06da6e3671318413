package hyphen

import (
	_ "embed"
	"slices"
	"strings"
)

//go:embed joints.txt
var jointsFile string

// joints are the parts of compounds: first parts, after which a word may be divided, and last parts,
// before which it may.
type joints struct {
	first, last map[string]bool
	longest     int // in runes
}

func loadJoints(file string) *joints {
	j := &joints{first: map[string]bool{}, last: map[string]bool{}}
	for line := range strings.Lines(file) {
		line, _, _ = strings.Cut(line, "#")
		for _, part := range strings.Fields(line) {
			bare := strings.Trim(part, "-")
			if strings.HasSuffix(part, "-") {
				j.first[bare] = true
			}
			if strings.HasPrefix(part, "-") {
				j.last[bare] = true
			}
			j.longest = max(j.longest, len([]rune(bare)))
		}
	}
	return j
}

// find appends the joints of a word of lower case letters, in order. A first part counts at the word's
// beginning and after another joint, when at least four letters follow; a last part counts anywhere
// after the third letter.
func (j *joints) find(cuts []int, word []rune) []int {
	begin := 0
	for begin+MinBefore+4 <= len(word) {
		cut := j.next(word, begin)
		if cut < 0 {
			break
		}
		cuts = append(cuts, cut)
		begin = cut
	}
	return slices.Compact(cuts)
}

// next is the first joint after begin, or -1. The longest first part wins over a last part further on.
func (j *joints) next(word []rune, begin int) int {
	for end := min(begin+j.longest, len(word)-4); end >= begin+MinBefore; end-- {
		if j.first[string(word[begin:end])] {
			return end
		}
	}
	for from := begin + MinBefore; from+MinAfter <= len(word); from++ {
		for end := min(from+j.longest, len(word)); end >= from+MinAfter; end-- {
			if j.last[string(word[from:end])] {
				return from
			}
		}
	}
	return -1
}
