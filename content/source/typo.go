package source

import (
	"strings"
	"unicode"
)

// DidYouMean is a hint that names the candidate nearest to a word, or "" when none is near.
func DidYouMean(word string, candidates []string) string {
	if best := Nearest(word, candidates); best != "" {
		return `did you mean "` + best + `"?` + Differing(best, word)
	}
	return ""
}

// OrOneOf is didYouMean, or else the list of all candidates when there are few.
func OrOneOf(word string, candidates []string) string {
	if hint := DidYouMean(word, candidates); hint != "" {
		return hint
	}
	return OneOf(candidates)
}

// OneOf lists what may be written; long lists are cut.
func OneOf(candidates []string) string {
	const most = 12
	if len(candidates) == 0 {
		return ""
	}
	if len(candidates) > most {
		return "one of: " + strings.Join(candidates[:most], ", ") + ", …"
	}
	return "one of: " + strings.Join(candidates, ", ")
}

// Nearest is the candidate with the smallest distance to a word. It must be within a third of the
// word's length, or one must begin with the other. The first of equals wins.
func Nearest(word string, candidates []string) string {
	folded := fold(word)
	if len(folded) == 0 || len(folded) > 200 {
		return ""
	}
	best, least := "", max(2, len(folded)/3+1)
	for _, c := range candidates {
		other := fold(c)
		if diff := len(other) - len(folded); diff > len(folded)/3+1 || -diff > len(folded)/3+1 {
			if best == "" && len(folded) >= 4 && strings.HasPrefix(string(other), string(folded)) {
				best = c
			}
			continue
		}
		if d := distance(folded, other); d < least {
			best, least = c, d
		}
	}
	return best
}

// fold makes letters small and drops characters that are not seen, so that neither counts as a
// difference.
func fold(s string) []rune {
	var out []rune
	for _, r := range s {
		if !unicode.Is(unicode.Cf, r) {
			out = append(out, unicode.ToLower(r))
		}
	}
	return out
}

// distance is the number of letters to insert, delete, change or swap with a neighbour (Damerau's
// optimal string alignment) to make b from a.
func distance(a, b []rune) int {
	before, last, row := make([]int, len(b)+1), make([]int, len(b)+1), make([]int, len(b)+1)
	for j := range last {
		last[j] = j
	}
	for i := range a {
		row[0] = i + 1
		for j := range b {
			cost := 1
			if a[i] == b[j] {
				cost = 0
			}
			row[j+1] = min(last[j]+cost, last[j+1]+1, row[j]+1)
			if i > 0 && j > 0 && a[i] == b[j-1] && a[i-1] == b[j] {
				row[j+1] = min(row[j+1], before[j-1]+1)
			}
		}
		before, last, row = last, row, before
	}
	return last[len(b)]
}
