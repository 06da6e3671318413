package tongue

import (
	"bytes"
	"io"
	"strings"
)

// Voice is the language that a run of the program speaks.
type Voice struct {
	language string
	said     bool // the author has chosen it
}

// Choose sets the language that the author has asked for.
func (v *Voice) Choose(language string) { v.language, v.said = language, true }

// Chosen says whether it is settled which language is spoken.
func (v *Voice) Chosen() bool { return v.said || v.language != "" }

// Prefer sets the language of a report, unless the author has asked for another.
func (v *Voice) Prefer(language string) {
	if !v.said && v.language == "" {
		v.language = language
	}
}

// Language is nb, nn or en.
func (v *Voice) Language() string {
	if v.language == "" {
		return "en"
	}
	return v.language
}

// Writer translates lines on their way to a terminal or file. A line goes on when it is whole; Close
// writes what is left of one.
func (v *Voice) Writer(w io.Writer) *Writer { return &Writer{voice: v, to: w} }

// Writer is a Voice's way to a terminal.
type Writer struct {
	voice *Voice
	to    io.Writer
	rest  []byte
}

// Write takes any number of lines, and parts of lines.
func (w *Writer) Write(b []byte) (int, error) {
	if len(w.rest) == 0 && w.voice.Language() == "en" {
		return w.to.Write(b)
	}
	w.rest = append(w.rest, b...)
	end := bytes.LastIndexByte(w.rest, '\n') + 1
	if bytes.ContainsAny(w.rest[end:], "\r\x1b") { // a line that is drawn over
		end = len(w.rest)
	}
	if end == 0 {
		return len(b), nil
	}
	var out bytes.Buffer
	for line := range bytes.Lines(w.rest[:end]) {
		out.WriteString(Line(w.voice.Language(), string(line)))
	}
	w.rest = append(w.rest[:0], w.rest[end:]...)
	_, err := w.to.Write(out.Bytes())
	return len(b), err
}

// Raw is what lies behind a Writer, for what programs read.
func Raw(w io.Writer) io.Writer {
	if w, ok := w.(*Writer); ok {
		return w.to
	}
	return w
}

// Close writes what is left of a line.
func (w *Writer) Close() error {
	if len(w.rest) == 0 {
		return nil
	}
	_, err := io.WriteString(w.to, Line(w.voice.Language(), string(w.rest)))
	w.rest = nil
	return err
}

// Of is the voice of a writer, nil when it is none of this package.
func Of(w io.Writer) *Voice {
	if w, ok := w.(*Writer); ok {
		return w.voice
	}
	return nil
}

var (
	// place is how a message about a place begins: file, line, column.
	place = pattern(`^(\S.*?:\d+:\d+: )(.*)$`)
	// rule is how a finding of the check ends: [number].
	rule = pattern(` \[[a-z-]+\]$`)
	// places is how a finding of the print shop ends that is on a page several times.
	places = pattern(`^(.*) \((\d+) places\)$`)
	// page is where such a finding is.
	page = pattern(`^(page \d+): (.*)$`)
)

// Line translates a line: a message with its place, a hint, or any other whole line of the catalog.
// Lines of the author's file, which are shown with an indentation, are left as they are.
func Line(language, line string) string {
	if language != "nb" && language != "nn" {
		return line
	}
	text := strings.TrimRight(line, "\r\n")
	end := line[len(text):]
	for _, inner := range []struct{ english, norwegian string }{
		{"    hint: ", "    tips: "}, {"    speaks of: ", "    handler om: "},
		{"    held to: ", "    holdt mot: "},
	} {
		if rest, ok := strings.CutPrefix(text, inner.english); ok {
			return inner.norwegian + Text(language, rest) + end
		}
	}
	if m := place().FindStringSubmatch(text); m != nil {
		return m[1] + message(language, m[2]) + end
	}
	if strings.HasPrefix(text, "    ") {
		return line
	}
	indent := text[:len(text)-len(strings.TrimLeft(text, " "))]
	return indent + message(language, text[len(indent):]) + end
}

// severities are how findings begin, in English, bokmål and nynorsk.
var severities = []struct{ english, nb, nn string }{
	{"error: ", "feil: ", "feil: "}, {"warning: ", "advarsel: ", "åtvaring: "},
	{"note: ", "merk: ", "merk: "}, {"rapport: ", "rapport: ", "rapport: "},
}

// message translates a message with its severity and, of the check, its rule.
func message(language, s string) string {
	for _, v := range severities {
		if rest, ok := strings.CutPrefix(s, v.english); ok {
			begin := v.nb
			if language == "nn" {
				begin = v.nn
			}
			tail := rule().FindString(rest)
			return begin + message(language, strings.TrimSuffix(rest, tail)) + tail
		}
	}
	if m := page().FindStringSubmatch(s); m != nil {
		return Text(language, m[1]) + ": " + message(language, m[2])
	}
	if m := places().FindStringSubmatch(s); m != nil {
		word := "steder"
		if language == "nn" {
			word = "stader"
		}
		return message(language, m[1]) + " (" + m[2] + " " + word + ")"
	}
	if strings.HasPrefix(s, `"`) { // words of the author, and what is wrong with them
		if at := closing(s); at > 0 && strings.HasPrefix(s[at:], ": ") {
			if out, ok := text(language, s[at+2:], 0); ok {
				return s[:at+2] + out
			}
		}
	}
	// What stands before a colon may be a file or folder, and the rest what is wrong with it.
	before, rest, _ := strings.Cut(s, ": ")
	if out, ok := text(language, rest, 0); ok && begins(rest) {
		return before + ": " + out
	}
	return Text(language, s)
}

// begins says whether a text has a template that begins with words.
func begins(s string) bool {
	for _, e := range catalog().begins[key(s)] {
		if _, ok := e.match(s); ok {
			return true
		}
	}
	return false
}

// closing is where a quotation ends that a text begins with, as %q writes it; 0 when it does not.
func closing(s string) int {
	for i := 1; i < len(s); i++ {
		switch s[i] {
		case '\\':
			i++
		case '"':
			return i + 1
		}
	}
	return 0
}
