package language

import (
	"strings"
	"unicode/utf8"
)

// softHyphen (U+00AD) marks where a word may be broken at the end of a line.
const softHyphen = "\u00ad"

// WithoutSoftHyphens takes out soft hyphens: they are for the setting of lines, not for data,
// metadata, bookmarks, alternative texts and comparisons.
func WithoutSoftHyphens(s string) string { return strings.ReplaceAll(s, softHyphen, "") }

// Characters counts the characters of a text, but for soft hyphens.
func Characters(s string) int { return utf8.RuneCountInString(s) - strings.Count(s, softHyphen) }

// FullStop is what must follow a text so that it ends as a sentence: nothing when it is empty or
// ends with a mark of its own, otherwise a full stop.
func FullStop(s string) string {
	last, _ := utf8.DecodeLastRuneInString(s)
	if s == "" || strings.ContainsRune(".!?…", last) {
		return ""
	}
	return "."
}
