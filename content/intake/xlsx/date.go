package xlsx

import (
	"fmt"
	"math"
	"strconv"
	"strings"
	"time"
)

// epoch is the day from which a workbook counts.
type epoch uint8

// Epochs (ECMA-376, 18.17.4.1). That of 1900 takes 1900 for a leap year, as its first program did.
const (
	from1900 epoch = iota
	from1904
)

// lastDay is 31 December 9999.
const lastDay = 2958465

// moment is the time of a number of days, rounded to a millisecond; not ok before the epoch or after
// the year 9999.
func (e epoch) moment(v float64) (time.Time, bool) {
	if v < 0 || v >= lastDay+1 || math.IsNaN(v) {
		return time.Time{}, false
	}
	first := time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC)
	switch {
	case e == from1904:
		first = time.Date(1904, 1, 1, 0, 0, 0, 0, time.UTC)
	case v < 60:
		first = first.AddDate(0, 0, 1)
	}
	days, part := math.Modf(v)
	ms := math.Round(part * 24 * 60 * 60 * 1000)
	return first.AddDate(0, 0, int(days)).Add(time.Duration(ms) * time.Millisecond), true
}

// daysOf is a section of days: an M beside hours or seconds is a minute.
func daysOf(tokens []part) []part {
	out := append([]part(nil), tokens...)
	before := byte(0)
	for i := range out {
		if out[i].of == 'M' && out[i].n <= 2 && (before == 'h' || before == 'H' || secondsFollow(out[i+1:])) {
			out[i].of = 'm'
		}
		if strings.IndexByte("yMdhsHm", out[i].of) >= 0 && out[i].of != 0 {
			before = out[i].of
		}
	}
	return out
}

// secondsFollow says whether the next part of a day is a second.
func secondsFollow(rest []part) bool {
	for _, t := range rest {
		switch t.of {
		case 's':
			return true
		case 'y', 'M', 'd', 'h', 'H', 'm':
			return t.of == 'H' && t.text == "s"
		}
	}
	return false
}

// day is a number of days as the section shows it.
func (s section) day(v float64, from epoch) (string, bool) {
	at, ok := from.moment(v)
	if !ok {
		return "", false
	}
	fraction, half, norwegian := 0, false, false
	for i, t := range s.parts {
		switch {
		case t.of == 'A':
			half = true
		case t.of == 'L':
			norwegian = true
		case t.of == '0' && i > 1 && s.parts[i-1].of == '.' && s.parts[i-2].of == 's':
			fraction = t.n
		}
	}
	if fraction == 0 {
		at = at.Round(time.Second)
	}
	var b strings.Builder
	for i, t := range s.parts {
		switch t.of {
		case '.':
			if fraction == 0 || i == 0 || s.parts[i-1].of != 's' {
				b.WriteByte('.')
			}
		case '0':
			if fraction > 0 && i > 0 && s.parts[i-1].of == '.' {
				ms := fmt.Sprintf("%03d", at.Nanosecond()/1e6)
				b.WriteString("." + (ms + strings.Repeat("0", t.n))[:t.n])
			}
		case 'H':
			b.WriteString(elapsed(v, t))
		default:
			b.WriteString(piece(at, t, half, norwegian))
		}
	}
	return strings.TrimSpace(b.String()), true
}

// elapsed is how many hours, minutes or seconds a number of days is.
func elapsed(v float64, t part) string {
	per := map[string]float64{"h": 24, "m": 24 * 60, "s": 24 * 60 * 60}[t.text]
	n := strconv.FormatFloat(math.Floor(math.Round(v*24*60*60)/(24*60*60/per)+1e-9), 'f', 0, 64)
	return strings.Repeat("0", max(0, t.n-len(n))) + n
}

var (
	norwegianMonths = []string{"januar", "februar", "mars", "april", "mai", "juni", "juli", "august", "september",
		"oktober", "november", "desember"}
	norwegianDays = []string{"søndag", "mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag"}
)

// piece is a part of a day.
func piece(at time.Time, t part, half, norwegian bool) string {
	two := func(n int) string {
		if t.n >= 2 {
			return fmt.Sprintf("%02d", n)
		}
		return strconv.Itoa(n)
	}
	switch t.of {
	case 'y':
		if t.n > 2 {
			return fmt.Sprintf("%04d", at.Year())
		}
		return fmt.Sprintf("%02d", at.Year()%100)
	case 'M':
		return monthOf(at, t.n, norwegian, two)
	case 'd':
		return weekdayOf(at, t.n, norwegian, two)
	case 'h':
		if h := at.Hour(); half {
			return two((h+11)%12 + 1)
		}
		return two(at.Hour())
	case 'm':
		return two(at.Minute())
	case 's':
		return two(at.Second())
	case 'A':
		if at.Hour() < 12 {
			return "AM"
		}
		return "PM"
	}
	return t.text
}

func monthOf(at time.Time, n int, norwegian bool, two func(int) string) string {
	name := at.Month().String()
	if norwegian {
		name = norwegianMonths[at.Month()-1]
	}
	switch {
	case n < 3:
		return two(int(at.Month()))
	case n == 3:
		return name[:3]
	case n == 5:
		return name[:1]
	}
	return name
}

func weekdayOf(at time.Time, n int, norwegian bool, two func(int) string) string {
	name := at.Weekday().String()
	if norwegian {
		name = norwegianDays[at.Weekday()]
	}
	switch {
	case n < 3:
		return two(at.Day())
	case n == 3:
		return string([]rune(name)[:3])
	}
	return name
}
