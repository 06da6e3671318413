package check

import (
	"encoding/json"
	"fmt"
	"io"
	"runtime"
	"strings"

	"rapport/content"
)

// Reading is a typed number as the check read it.
type Reading struct {
	Pos     content.Pos `json:"-"`
	Width   int         `json:"width"`   // characters from Pos, on its line
	Words   string      `json:"words"`   // what is written
	Subject []string    `json:"subject"` // what it may speak of, none when the words leave it open
	HeldTo  []string    `json:"heldTo"`  // the numbers that would be right of that
	Verdict string      `json:"verdict"` // what came of it
}

// Explain holds a report against its data as Report does, and tells of each typed number what it
// was taken to speak of and what it was held against, by place. Numbers that are no statistics are
// not read.
func Explain(r *content.Report) ([]Finding, []Reading) {
	c := newChecker(r, lexiconOf)
	c.explains = true
	found := c.all(runtime.GOMAXPROCS(0))
	return found, c.readings
}

// read notes how a number was read, when that is asked for.
func (p *passage) read(n number, subjects []subject, verdict string) {
	if !p.c.explains {
		return
	}
	at := p.t.Problem(n.start, n.end, "", "")
	r := Reading{Pos: at.Pos, Width: at.Width, Verdict: verdict, Subject: []string{},
		HeldTo: []string{}, Words: strings.Join(strings.Fields(p.t.Raw[n.start:n.end]), " ")}
	for _, s := range subjects {
		r.Subject = append(r.Subject, s.words())
		for _, t := range s.truths(n) {
			r.HeldTo = append(r.HeldTo, t.words(p.c.loc))
		}
	}
	p.c.readings = append(p.c.readings, r)
}

// words is a subject as it is told: the figure, the answers, and the year when the words tell it.
func (s subject) words() string {
	words := truth{figure: s.figure, survey: s.figure.Survey, answers: s.answers}.name()
	switch s.when {
	case thisYear:
		words += fmt.Sprintf(", %d", s.figure.Survey.Year)
	case lastYear:
		words += fmt.Sprintf(", %d", s.figure.Compare.Survey.Year)
	}
	return words
}

// PrintReadings writes readings as a compiler does: file:line:column, the words, what they may
// speak of, what they were held against, and what came of it. Paths begin with dir.
func PrintReadings(w io.Writer, readings []Reading, dir string) error {
	var b strings.Builder
	for _, r := range readings {
		fmt.Fprintf(&b, "%s%s: %q: %s\n", dir, r.Pos, r.Words, r.Verdict)
		for _, s := range r.Subject {
			fmt.Fprintf(&b, "    speaks of: %s\n", s)
		}
		if len(r.Subject) == 0 {
			b.WriteString("    speaks of: the words leave it open\n")
		}
		for _, s := range r.HeldTo {
			fmt.Fprintf(&b, "    held to: %s\n", s)
		}
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// ReadingsJSON writes readings as a list of objects: file, line, column, width, words, subject,
// heldTo, verdict.
func ReadingsJSON(w io.Writer, readings []Reading, dir string) error {
	type placed struct {
		place
		Reading
	}
	list := make([]placed, 0, len(readings))
	for _, r := range readings {
		list = append(list, placed{placeOf(r.Pos, dir), r})
	}
	return writeJSON(w, list)
}

func writeJSON(w io.Writer, list any) error {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(list)
}
