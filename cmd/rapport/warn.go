package main

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"rapport/content"
)

// printed are the warnings of a report about what is printed otherwise than it is written: signs
// that no face has, drawings that are cut off. Unlike other warnings they are told with every
// edition.
func printed(r *content.Report) (told findings) {
	for _, w := range r.Warnings() {
		if w.Printed {
			p := w.Problem
			p.Text = "warning: " + p.Text
			told = append(told, p)
		}
	}
	return told
}

// print writes them, each once, with their lines.
func (f findings) print(w io.Writer, dir string) {
	if err := f.sorted(dir).Format(w); err == nil && len(f) > 0 {
		fmt.Fprintln(w)
	}
}

// rest tells of characters that no face has and that no finding names: those of no text.
func (f findings) rest(w io.Writer, missing []rune) {
	for _, r := range missing {
		name := fmt.Sprintf("%U", r)
		if !slices.ContainsFunc(f, func(p content.Problem) bool {
			return strings.Contains(p.Text, name)
		}) {
			fmt.Fprintf(w, "note: no face has %q (%s); it is printed as a question mark\n", r, name)
		}
	}
}
