package mail

import (
	"fmt"
	"strings"
	"time"
	"unicode/utf8"

	"rapport/cmd/internal/mail/campaign"
)

// bar shows progress: a line that changes on a terminal, else a line now and then.
type bar struct {
	job  *Job
	last time.Time
	wide int
}

const (
	cells    = 24               // of a bar
	interval = 30 * time.Second // between two lines
)

// show shows how far a run has come.
func (b *bar) show(p campaign.Progress) {
	j := b.job
	line := j.say("progress", p.Done, p.Of, p.Sent, p.Failed, p.Unknown)
	if p.Deferred > 0 {
		line += j.say("deferred", p.Deferred)
	}
	switch {
	case p.Until > 0:
		line += j.say("pause", p.Until.Round(time.Second))
	case p.Left > time.Minute:
		line += j.say("time", p.Left.Round(time.Minute).String()[:len(p.Left.Round(time.Minute).String())-2])
	}
	if !j.Terminal {
		if p.Done == p.Of || p.Until > 0 || time.Since(b.last) >= interval {
			fmt.Fprintln(j.Stdout, line)
			b.last = time.Now()
		}
		return
	}
	full := cells * p.Done / max(1, p.Of)
	line = "[" + strings.Repeat("#", full) + strings.Repeat("·", cells-full) + "] " + line
	n := utf8.RuneCountInString(line)
	fmt.Fprint(j.Stdout, "\r", line, strings.Repeat(" ", max(0, b.wide-n)))
	b.wide = n
}

// end leaves the last line standing.
func (b *bar) end() {
	if b.wide > 0 {
		b.job.line()
	}
}
