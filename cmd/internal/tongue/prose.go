package tongue

import "strings"

// Prose translates paragraphs, each looked up as one line, and breaks them anew after at most width
// characters. Indented paragraphs (examples) and headings (#) stay as they are.
func Prose(language, s string, width int) string {
	if language != "nb" && language != "nn" {
		return s
	}
	paragraphs := strings.Split(s, "\n\n")
	for i, p := range paragraphs {
		if p == "" || strings.ContainsRune(" \t#\n", rune(p[0])) {
			continue
		}
		if out, ok := text(language, strings.Join(strings.Fields(p), " "), 0); ok {
			paragraphs[i] = broken(out, width)
		}
	}
	return strings.Join(paragraphs, "\n\n")
}

// broken is a text in lines.
func broken(s string, width int) string {
	var b strings.Builder
	used := 0
	for i, word := range strings.Fields(s) {
		n := len([]rune(word))
		switch {
		case i == 0:
		case used+1+n > width:
			b.WriteByte('\n')
			used = 0
		default:
			b.WriteByte(' ')
			used++
		}
		b.WriteString(word)
		used += n
	}
	return b.String()
}
