package renewal

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"sync"
	"time"

	"rapport/content/prose"
	"rapport/content/source"
)

// aYear is a number, and two digits that may belong to it: 2021/22.
var aYear = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`(\d+)(?:([/–-])(\d{2}))?`)
})

// yearAt is a year in a text.
type yearAt struct {
	value int
	at    source.Span
	term  source.Span // the two digits of «2021/22», empty mostly
}

// yearsIn are the years of a text, 1900 to 2199.
func yearsIn(s string) []yearAt {
	var out []yearAt
	for from := 0; ; {
		m := aYear().FindStringSubmatchIndex(s[from:])
		if m == nil {
			return out
		}
		first, last := from+m[2], from+m[3]
		value, err := strconv.Atoi(s[first:last])
		y := yearAt{value: value, at: source.Span{Start: first, End: last}}
		if m[6] >= 0 {
			at := source.Span{Start: from + m[6], End: from + m[7]}
			goesOn := at.End < len(s) && s[at.End] >= '0' && s[at.End] <= '9'
			if !goesOn && s[at.Start:at.End] == fmt.Sprintf("%02d", (value+1)%100) {
				y.term = at
			}
		}
		from = max(last, y.term.End)
		if err == nil && last-first == 4 && value >= 1900 && value <= 2199 {
			out = append(out, y)
		}
	}
}

// yearMoved is a name in which a year, where it stands, is another.
func yearMoved(name string, from, to int) string {
	var b strings.Builder
	done := 0
	for _, y := range yearsIn(name) {
		if y.value == from {
			b.WriteString(name[done:y.at.Start] + strconv.Itoa(to))
			done = y.at.End
		}
	}
	return b.String() + name[done:]
}

// idMoved is the id of a survey with another year: ek2021, ek21; one without a year gets it.
func idMoved(id string, from, to int) string {
	if moved := yearMoved(id, from, to); moved != id {
		return moved
	}
	short := fmt.Sprintf("%02d", from%100)
	digit := func(s string) bool { return s != "" && s[len(s)-1] >= '0' && s[len(s)-1] <= '9' }
	if rest, ok := strings.CutSuffix(id, short); ok && rest != "" && !digit(rest) {
		return fmt.Sprintf("%s%02d", rest, to%100)
	}
	if digit(id) {
		id += "_"
	}
	return id + strconv.Itoa(to)
}

// moveYears renews the years of a text that are to move, outside of placeholders.
func moveYears(d *source.Draft, n *source.Node, to func(year int) (int, bool)) {
	s := n.Decoded()
	calls := prose.Calls(s)
	for _, y := range yearsIn(s) {
		next, ok := to(y.value)
		for _, c := range calls {
			ok = ok && !(c.Whole.Start <= y.at.Start && y.at.End <= c.Whole.End)
		}
		if !ok {
			continue
		}
		d.Replace(n.Within(y.at.Start, y.at.End), strconv.Itoa(next))
		if y.term.End > 0 {
			d.Replace(n.Within(y.term.Start, y.term.End), fmt.Sprintf("%02d", (next+1)%100))
		}
	}
}

// moveDate renews a date by some years; the last of February stays the last of February.
func moveDate(d *source.Draft, n *source.Node, step int) {
	at, err := time.Parse(time.DateOnly, n.Written())
	if err != nil {
		return
	}
	next := at.AddDate(step, 0, 0)
	if next.Day() != at.Day() {
		next = next.AddDate(0, 0, -next.Day())
	}
	d.Replace(n.Value, next.Format(time.DateOnly))
}
