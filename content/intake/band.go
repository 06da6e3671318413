package intake

import (
	"fmt"
	"maps"
	"math"
	"slices"
	"strconv"
	"strings"
	"time"
)

// band is an interval of numbers, its ends included.
type band struct {
	low, high float64
}

func (b band) holds(v float64) bool { return v >= b.low && v <= b.high }

var (
	between = pattern(`(?i)^(?:fra |frå |from |mellom |between )?(\d[\d ]*(?:[.,]\d+)?)\s*(?:-|til under|til|to|og|and|–under)\s*(\d[\d ]*(?:[.,]\d+)?)\s*(\pL[\pL .]{0,14}|%)?$`)
	below   = pattern(`(?i)^(under|mindre enn|færre enn|mindre en|less than|fewer than|below|opptil|inntil|opp til|up to|<)\s*(\d[\d ]*(?:[.,]\d+)?)\s*(\pL[\pL .]{0,14}|%)?$`)
	above   = pattern(`(?i)^(over|mer enn|meir enn|flere enn|fleire enn|more than|above|>)\s*(\d[\d ]*(?:[.,]\d+)?)\s*(\pL[\pL .]{0,14}|%)?$`)
	from    = pattern(`(?i)^(\d[\d ]*(?:[.,]\d+)?)\s*(?:\pL+\.? )?(eller|og|or|and)\s+(mer|meir|flere|fleire|eldre|over|oppover|more|older|lenger|lengre|mindre|færre|yngre|less|fewer|younger)\.?$`)
	plus    = pattern(`^(\d[\d ]*(?:[.,]\d+)?)\s*(?:\pL{1,8}\.? ?)?\+$`)
	alone   = pattern(`^(\d[\d ]*(?:[.,]\d+)?)\s*(år|years?|timer|timar|hours?|dager|dagar|days?|barn|stk|personer|%)?$`)
)

// bandOf is the interval that an answer says: "18–29 år", "Under 18", "60 eller eldre", "7+", "3".
func bandOf(label string) (band, bool) {
	s := likeSigns.Replace(clean(label))
	if !strings.ContainsAny(s, "0123456789") || digits(s) > 12 || len(s) > 60 {
		return band{}, false
	}
	low := strings.ToLower(s)
	number := func(t string) float64 {
		v, _ := numberOf(t)
		return v
	}
	if m := between().FindStringSubmatch(s); m != nil {
		b := band{number(m[1]), number(m[2])}
		if strings.Contains(low, "under") {
			b.high = math.Nextafter(b.high, b.low)
		}
		return b, b.low <= b.high
	}
	if m := below().FindStringSubmatch(s); m != nil {
		b := band{math.Inf(-1), number(m[2])}
		switch strings.ToLower(m[1]) {
		case "opptil", "inntil", "opp til", "up to":
		default:
			b.high = math.Nextafter(b.high, math.Inf(-1))
		}
		return b, true
	}
	if m := above().FindStringSubmatch(s); m != nil {
		return band{math.Nextafter(number(m[2]), math.Inf(1)), math.Inf(1)}, true
	}
	if m := from().FindStringSubmatch(s); m != nil {
		switch strings.ToLower(m[3]) {
		case "mindre", "færre", "yngre", "less", "fewer", "younger":
			return band{math.Inf(-1), number(m[1])}, true
		}
		return band{number(m[1]), math.Inf(1)}, true
	}
	if m := plus().FindStringSubmatch(s); m != nil {
		return band{number(m[1]), math.Inf(1)}, true
	}
	if m := alone().FindStringSubmatch(s); m != nil && digits(s) < 8 {
		v := number(m[1])
		return band{v, v}, true
	}
	return band{}, false
}

// digits is how many digits a text has.
func digits(s string) (n int) {
	for i := range len(s) {
		if s[i] >= '0' && s[i] <= '9' {
			n++
		}
	}
	return n
}

// numberOf reads a number as people and programs write it: 1030, 1 030, 29,5, 29.5, 1,030.50, 45 %.
func numberOf(s string) (float64, bool) {
	s = strings.TrimSpace(strings.TrimSuffix(strings.TrimSpace(s), "%"))
	s = strings.ReplaceAll(s, "−", "-")
	if s == "" || len(s) > 24 || strings.Trim(s, "0123456789 .,-") != "" || strings.Trim(s, " .,-") == "" {
		return 0, false
	}
	s = strings.ReplaceAll(s, " ", "")
	comma, dot := strings.LastIndexByte(s, ','), strings.LastIndexByte(s, '.')
	switch {
	case comma > dot && dot >= 0: // 1.030,5
		s = strings.ReplaceAll(strings.ReplaceAll(s, ".", ""), ",", ".")
	case dot > comma && comma >= 0: // 1,030.5
		s = strings.ReplaceAll(s, ",", "")
	case comma >= 0:
		s = strings.Replace(s, ",", ".", 1)
	}
	v, err := strconv.ParseFloat(s, 64)
	return v, err == nil && !math.IsInf(v, 0)
}

// inOrder is the order of answers by the intervals that they say, false when some say none or two say
// the same.
func inOrder(labels []string) ([]int, bool) {
	bands := make([]band, len(labels))
	order := make([]int, len(labels))
	for i, l := range labels {
		b, ok := bandOf(l)
		if !ok {
			return nil, false
		}
		bands[i], order[i] = b, i
	}
	slices.SortStableFunc(order, func(i, j int) int {
		a, b := bands[i], bands[j]
		switch {
		case a == b:
			return 0
		case a.low < b.low || a.low == b.low && a.high < b.high:
			return -1
		}
		return 1
	})
	for k := 1; k < len(order); k++ {
		if bands[order[k]] == bands[order[k-1]] {
			return nil, false
		}
	}
	return order, len(order) > 1
}

// mostBands is how many bands are made of numbers at most.
const mostBands = 7

// cut makes bands of numbers: of equal width, a round number, and at most mostBands of them. Few
// different whole numbers are each their own.
func cut(values map[float64]int) (labels []string, bands []band) {
	all := slices.Sorted(maps.Keys(values))
	whole := !slices.ContainsFunc(all, func(v float64) bool { return v != math.Trunc(v) })
	add := func(label string, b band) { labels, bands = append(labels, label), append(bands, b) }
	if len(all) < 2 || whole && len(all) <= mostBands+1 {
		for _, v := range all {
			add(text(v), band{v, v})
		}
		return labels, bands
	}
	least, most := all[0], all[len(all)-1]
	if most-least < 1e-4 || math.Abs(least) > 1e12 || math.Abs(most) > 1e12 {
		add(text(least)+"–"+text(most), band{least, most}) // nothing that people count
		return labels, bands
	}
	width := round((most - least) / mostBands)
	if whole {
		width = max(width, 1)
	}
	for math.Floor(most/width)-math.Floor(least/width) >= mostBands {
		width = round(width * 1.01)
	}
	for k := math.Floor(least / width); k <= math.Floor(most/width); k++ {
		low, high := k*width, (k+1)*width
		switch b := (band{low, math.Nextafter(high, low)}); {
		case whole && width == 1:
			add(text(low), b)
		case whole:
			add(text(low)+"–"+text(high-1), b)
		default:
			add(text(low)+" til under "+text(high), b)
		}
	}
	return labels, bands
}

// round is the next larger of 1, 2, 5 and 10 times a power of ten.
func round(width float64) float64 {
	power := math.Pow(10, math.Floor(math.Log10(width)))
	for _, step := range []float64{1, 2, 5, 10} {
		if step*power >= width*(1-1e-12) {
			return step * power
		}
	}
	return 10 * power
}

// text is a number as it is written in a band.
func text(v float64) string {
	return strings.Replace(strconv.FormatFloat(math.Round(v*1e6)/1e6, 'f', -1, 64), ".", ",", 1)
}

// dayLayouts are the ways in which exports write days, without the time of the day.
var dayLayouts = []string{"2006-01-02", "02.01.2006", "2.1.2006", "02/01/2006", "2/1/2006", "01/02/2006", "1/2/2006",
	"2006/01/02", "02-01-2006", "20060102", "2. January 2006", "2 January 2006", "January 2, 2006", "02.01.06", "01-02-06"}

// dayOf reads a day without a time.
func dayOf(s string) (time.Time, bool) {
	s = strings.TrimSuffix(strings.TrimSuffix(s, " 00:00:00"), " 00:00")
	if len(s) < 6 || len(s) > 20 {
		return time.Time{}, false
	}
	for _, l := range dayLayouts {
		if d, err := time.Parse(l, s); err == nil && d.Year() > 1900 && d.Year() < 2100 {
			return d, true
		}
	}
	return time.Time{}, false
}

var (
	months = map[string]int{"jan": 1, "feb": 2, "mar": 3, "apr": 4, "mai": 5, "may": 5, "jun": 6, "jul": 7, "aug": 8,
		"sep": 9, "okt": 10, "oct": 10, "nov": 11, "des": 12, "dec": 12}
	dayMonth = pattern(`(?i)^(\d{1,2})[-. ]\s?([a-zæøå]{3})[a-zæøå]*\.?$`)
	monthDay = pattern(`(?i)^([a-zæøå]{3})[a-zæøå]*\.?[-. ](\d{1,2})$`)
)

// undated is the answer that a spreadsheet made a date of: «1-3», which became 1 March or January 3.
// Such answers are intervals, so the smaller number comes first. Whole dates count when others of the
// question are no dates.
func undated(s string, whole bool) (string, bool) {
	pair := func(a, b int) (string, bool) {
		return fmt.Sprintf("%d–%d", min(a, b), max(a, b)), a != b
	}
	if m := dayMonth().FindStringSubmatch(s); m != nil {
		if month := months[strings.ToLower(m[2])]; month > 0 {
			day, _ := strconv.Atoi(m[1])
			return pair(day, month)
		}
	}
	if m := monthDay().FindStringSubmatch(s); m != nil {
		if month := months[strings.ToLower(m[1])]; month > 0 {
			day, _ := strconv.Atoi(m[2])
			return pair(day, month)
		}
	}
	if d, ok := dayOf(s); ok && whole {
		return pair(d.Day(), int(d.Month()))
	}
	return "", false
}

// restore says what the answers of a question were before a spreadsheet made dates of some: by code.
func restore(values []string) map[int]string {
	dates, others, shapes := 0, 0, 0
	for _, v := range values[1:] {
		if _, ok := undated(v, false); ok {
			shapes++
		} else if _, ok := undated(v, true); ok {
			dates++
		} else if _, ok := bandOf(v); ok {
			others++
		}
	}
	if shapes == 0 && (dates == 0 || others == 0) {
		return nil
	}
	out := map[int]string{}
	for i, v := range values {
		if was, ok := undated(v, others > 0); ok && i > 0 {
			out[i] = was
		}
	}
	return out
}
