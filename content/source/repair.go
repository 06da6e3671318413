package source

import (
	"fmt"
	"math"
	"regexp"
	"strconv"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"
)

// A decoder says what it expected; an author needs the line as it should be. So a line that is no
// TOML is mended in the ways below, one after the other, until the file can be read past it. What
// they mend comes from word processors (quotation marks), spreadsheets (spaces in numbers, tabs),
// habit (dates, commas, colons) and other languages' words for true and false.

// mend is one way of repairing a line.
type mend struct {
	says string // what is wrong then
	line func(l pair) (pair, bool)
}

// pair is a line taken apart: indent, key, what stands between, value, and the comment after it.
type pair struct {
	before, key, between, value, after string
	english                            bool // quotation marks inside text are “ ”, otherwise « »
}

func (p pair) String() string { return p.before + p.key + p.between + p.value + p.after }

// mends are tried in this order. Those about the key come first: a line may need one of each.
func mends() []mend {
	return []mend{
		{"a space on this line is no ordinary space", spaces},
		{"two letters of a name are written as one", ligatures},
		{"a comment begins with a number sign", comment},
		{"a table's name stands in as many brackets at its end as at its start", brackets},
		{"between a name and its value stands an equals sign", equals},
		{"text stands in straight quotation marks", straightKey},
		{"a name with spaces or other letters than a to z stands in quotation marks", quotedKey},
		{"nothing follows a value on its line", trailing},
		{"a date is written as year-month-day", date},
		{"a number is written without spaces or marks between its digits", number},
		{"a number has a point before its decimals", decimals},
		{"nothing but digits makes a number", onlyDigits},
		{aPercent, percent},
		{"yes and no are true and false", truth},
		{"text stands in straight quotation marks", straightValue},
		{"a quotation mark inside a text ends it", inner},
		{"the text has no closing quotation mark", closing},
		{afterBackslash, backslash},
		{"text stands in quotation marks", quotedValue},
		{"text stands in straight quotation marks", straightAll},
		{"between the parts of a list stands a comma", commas},
	}
}

// aPercent is told, and not mended: how many answered is for the author to look up.
const aPercent = "a count is how many answered so, and no per cent"

const afterBackslash = "a backslash in a text changes what follows it"

// repaired is a line as it may have been meant, and what was wrong with it; works says whether the
// file can be read past the line when it is written so.
func repaired(
	line string, ways []mend, english bool, works func(line string) bool,
) (mended, says string) {
	p := takeApart(line)
	p.english = english
	tried := map[string]bool{line: true}
	for _, m := range ways {
		next, ok := m.line(p)
		if !ok {
			continue
		}
		if says == "" {
			says = m.says
		}
		p = next
		if s := p.String(); !tried[s] {
			tried[s] = true
			if works(s) {
				return s, says
			}
		}
	}
	return "", ""
}

// quotes are all marks that quote text somewhere.
const quotes = "\"“”„‟«»"

// takeApart finds the parts of a line; a line without a mark between key and value is all value.
func takeApart(line string) pair {
	var p pair
	body := strings.TrimLeft(line, " \t")
	p.before = line[:len(line)-len(body)]
	inside := false
	for i, r := range body {
		switch {
		case strings.ContainsRune(quotes, r):
			inside = !inside
		case inside:
		case r == '=' || r == ':' || r == '\t' && p.key == "":
			p.key = strings.TrimRight(body[:i], " \t")
			rest := strings.TrimLeft(body[i:], " \t=:>")
			p.between = body[len(p.key) : len(body)-len(rest)]
			p.value, p.after = splitComment(rest)
			return p
		}
	}
	p.value, p.after = splitComment(body)
	return p
}

// splitComment parts a value from the spaces and the comment after it.
func splitComment(s string) (value, after string) {
	value = s
	inside := false
	for i, r := range s {
		if strings.ContainsRune(quotes, r) {
			inside = !inside
		}
		if r == '#' && !inside && (i == 0 || s[i-1] == ' ' || s[i-1] == '\t') {
			value = s[:i]
			break
		}
	}
	value = strings.TrimRight(value, " \t\u00a0")
	return value, s[len(value):]
}

func comment(p pair) (pair, bool) {
	line := strings.TrimLeft(p.String(), " \t")
	for _, mark := range []string{"//", "--", ";", "%", "<!--"} {
		if rest, ok := strings.CutPrefix(line, mark); ok {
			rest = strings.TrimSpace(strings.TrimSuffix(rest, "-->"))
			return pair{before: p.before, value: "# " + rest}, true
		}
	}
	return p, false
}

// spaces makes spaces of all widths ordinary ones, outside of quotation marks, and takes out what
// is not seen.
func spaces(p pair) (pair, bool) {
	var b strings.Builder
	inside := false
	line := p.String()
	for _, r := range line {
		switch {
		case strings.ContainsRune(quotes, r):
			inside = !inside
			b.WriteRune(r)
		case inside || r < 0x80:
			b.WriteRune(r)
		case hidden(r):
		case unicode.IsSpace(r):
			b.WriteByte(' ')
		default:
			b.WriteRune(r)
		}
	}
	mended := takeApart(b.String())
	mended.english = p.english
	return mended, b.String() != line
}

// ligaturesOf are the letters that word processors write as one.
var ligaturesOf = strings.NewReplacer("ﬀ", "ff", "ﬁ", "fi", "ﬂ", "fl", "ﬃ", "ffi", "ﬄ", "ffl", "ﬅ", "st",
	"ﬆ", "st")

// ligatures takes names apart that have one, in front of an equals sign or in brackets.
func ligatures(p pair) (pair, bool) {
	old := p
	if p.key != "" && !strings.ContainsAny(p.key, quotes) {
		p.key = ligaturesOf.Replace(p.key)
	} else if strings.HasPrefix(p.value, "[") && p.key == "" {
		p.value = ligaturesOf.Replace(p.value)
	}
	return p, p != old
}

// percent takes the sign off a per cent, only to read on.
func percent(p pair) (pair, bool) {
	m := withPercent().FindStringSubmatch(p.value)
	if m == nil || p.key == "" {
		return p, false
	}
	p.value = m[1]
	return p, true
}

func brackets(p pair) (pair, bool) {
	line := p.String()
	body := strings.TrimSpace(line)
	name := strings.TrimSpace(strings.Trim(body, "[] \t"))
	if !strings.HasPrefix(body, "[") || p.key != "" || strings.ContainsAny(name, "\",=") {
		return p, false
	}
	if strings.HasPrefix(strings.ReplaceAll(body, " ", ""), "[[") {
		return pair{before: p.before, value: "[[" + name + "]]"}, true
	}
	return pair{before: p.before, value: "[" + name + "]"}, true
}

var withoutEquals = Pattern(
	`^((?:[A-Za-z0-9_-]+|["“”„«»][^"“”„«»]*["“”„«»]))[\s;,|]+(["“”„«].*|[0-9][0-9 \x{a0}.]*)$`)

func equals(p pair) (pair, bool) {
	if p.key == "" {
		m := withoutEquals().FindStringSubmatch(p.value)
		if m == nil {
			return p, false
		}
		p.key, p.between, p.value = m[1], " = ", m[2]
		return p, true
	}
	if strings.TrimSpace(p.between) == "=" {
		return p, false
	}
	p.between = " = "
	return p, true
}

// bareName says whether a key needs no quotation marks.
func bareName(s string) bool {
	for i := range len(s) {
		if !bareKey(s[i]) && s[i] != '.' {
			return false
		}
	}
	return s != ""
}

// unwrapped is a text without the quotation mark at either end.
func unwrapped(s string) (text string, wrapped bool) {
	text = s
	if r, size := utf8.DecodeRuneInString(text); strings.ContainsRune(quotes+"‘’‚", r) {
		text = text[size:]
	}
	if r, size := utf8.DecodeLastRuneInString(text); strings.ContainsRune(quotes+"‘’", r) {
		text = text[:len(text)-size]
	}
	return text, len(text) < len(s)
}

func straightKey(p pair) (pair, bool) {
	text, wrapped := unwrapped(p.key)
	if key := p.quoted(text); wrapped && key != p.key {
		p.key = key
		return p, true
	}
	return p, false
}

func quotedKey(p pair) (pair, bool) {
	if p.key == "" || bareName(p.key) || strings.ContainsAny(p.key, quotes+"'[]{}") {
		return p, false
	}
	p.key = p.quoted(p.key)
	return p, true
}

// quoted puts a text in quotation marks, with marks inside it as its language has them.
func (p pair) quoted(text string) string {
	left, right := "«", "»"
	if p.english {
		left, right = "“", "”"
	}
	var b strings.Builder
	opened := false
	for i, r := range text {
		if r != '"' || i > 0 && text[i-1] == '\\' {
			b.WriteRune(r)
			continue
		}
		if opened = !opened; opened {
			b.WriteString(left)
		} else {
			b.WriteString(right)
		}
	}
	return `"` + b.String() + `"`
}

func trailing(p pair) (pair, bool) {
	value := strings.TrimRight(p.value, ",; \t")
	if value == p.value || value == "" {
		return p, false
	}
	p.value = value
	return p, true
}

// Forms of dates, by the order of year, month and day.
const (
	yearFirst = iota
	dayFirst
	dayMonth
	monthDay
	eight
)

var dates = [...]func() *regexp.Regexp{
	yearFirst: Pattern(`^["'“”«»]?(\d{4})[-./ ](\d{1,2})[-./ ](\d{1,2})\.?["'“”«»]?$`),
	dayFirst:  Pattern(`^["'“”«»]?(\d{1,2})[-./ ]\s*(\d{1,2})[-./ ]\s*(\d{4})["'“”«»]?$`),
	dayMonth: Pattern(
		`^["'“”«»]?(\d{1,2})\.?\s*(?:of\s+)?(\pL+)\.?,?\s+(\d{4})["'“”«»]?$`),
	monthDay: Pattern(`^["'“”«»]?(\pL+)\s+(\d{1,2}),?\s+(\d{4})["'“”«»]?$`),
	eight:    Pattern(`^["'“”«»]?(\d{4})(\d{2})(\d{2})["'“”«»]?$`),
}

// asDate is a date in the form of RFC 3339, when a text is one in another form.
func asDate(s string) (string, bool) {
	for form, pattern := range dates {
		m := pattern().FindStringSubmatch(s)
		if m == nil {
			continue
		}
		year, month, day := m[1], m[2], m[3]
		switch form {
		case dayFirst, dayMonth:
			year, day = day, year
		case monthDay:
			year, month, day = m[3], m[1], m[2]
		}
		return validDate(year, month, day)
	}
	return "", false
}

// validDate is a day of the calendar; a month may have its name.
func validDate(year, month, day string) (string, bool) {
	y, _ := strconv.Atoi(year)
	d, _ := strconv.Atoi(day)
	m, err := strconv.Atoi(month)
	if err != nil {
		m = monthNamed(month)
	}
	at := time.Date(y, time.Month(m), d, 0, 0, 0, 0, time.UTC)
	if m < 1 || m > 12 || at.Day() != d || at.Year() != y {
		return "", false
	}
	return at.Format(time.DateOnly), true
}

// monthNamed is the number of a month by the first letters that its Norwegian and English names
// share, 0 when it is none.
func monthNamed(name string) int {
	name = strings.ToLower(name)
	for i, prefixes := range [...]string{"jan", "feb", "mar", "apr", "mai may", "jun", "jul", "aug",
		"sep", "okt oct", "nov", "des dec"} {
		for _, prefix := range strings.Fields(prefixes) {
			if strings.HasPrefix(name, prefix) {
				return i + 1
			}
		}
	}
	return 0
}

func date(p pair) (pair, bool) {
	if p.key == "" {
		return p, false
	}
	value, ok := asDate(p.value)
	if !ok || value == p.value {
		return p, false
	}
	p.value = value
	return p, true
}

var grouped = Pattern(
	`^["“”«»]?[+]?(\d{1,3})((?:[ \x{a0}\x{202f}\x{2009}.,'’]\d{3})+)["“”«»]?$`)

// asNumber is a whole number whose thousands are set apart, in digits alone.
func asNumber(s string) (string, bool) {
	m := grouped().FindStringSubmatch(s)
	if m == nil {
		return "", false
	}
	return digitsOf(m[1] + m[2]), true
}

// digitsOf are the digits of a text.
func digitsOf(s string) string {
	return strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' {
			return r
		}
		return -1
	}, s)
}

// groupedByPoint is a number whose thousands may be set apart by a point: 1.030.
var groupedByPoint = Pattern(`^\d{1,3}\.\d{3}$`)

func number(p pair) (pair, bool) {
	value, ok := asNumber(p.value)
	if !ok || p.key == "" {
		return p, false
	}
	p.value = value
	return p, true
}

var withComma = Pattern(`^[+-]?\d+,\d+$`)

func decimals(p pair) (pair, bool) {
	if p.key == "" || !withComma().MatchString(p.value) {
		return p, false
	}
	p.value = strings.Replace(p.value, ",", ".", 1)
	return p, true
}

var (
	withPercent = Pattern(`^(\d+)(?:[.,]\d+)?[ \x{a0}\x{202f}]*(?:%|prosent|pst\.?|per ?cent)$`)
	aboutDigits = Pattern(`^(?:ca\.?|circa|~|≈|[+])\s*(\d+)$|^0+(\d+)$|` +
		`^(\d+)[\s\x{a0}]*(?:stk|svar|personer|pers|people|answers)\.?$`)
)

func onlyDigits(p pair) (pair, bool) {
	m := aboutDigits().FindStringSubmatch(p.value)
	if m == nil || p.key == "" {
		return p, false
	}
	p.value = m[1] + m[2] + m[3]
	return p, true
}

// asTruth is true or false, when a word means one of them.
func asTruth(s string) (string, bool) {
	text, _ := unwrapped(s)
	switch strings.ToLower(text) {
	case "ja", "sant", "yes", "true", "på", "on":
		return "true", true
	case "nei", "usant", "no", "false", "av", "off":
		return "false", true
	}
	return "", false
}

func truth(p pair) (pair, bool) {
	value, ok := asTruth(p.value)
	if _, wrapped := unwrapped(p.value); !ok || p.key == "" || wrapped {
		return p, false
	}
	p.value = value
	return p, true
}

func straightValue(p pair) (pair, bool) {
	if p.value == "" || strings.HasPrefix(p.value, "[") || strings.HasPrefix(p.value, "{") {
		return p, false
	}
	if rest, ok := cutLong(p.value); ok {
		p.value = `"""` + rest
		return p, true
	}
	text, wrapped := unwrapped(p.value)
	r := []rune(p.value)
	if !wrapped || len(r) < 2 || r[0] == '"' && r[len(r)-1] == '"' ||
		!strings.ContainsRune(quotes+"‘’‚", r[0]) ||
		!strings.ContainsRune(quotes+"‘’‚", r[len(r)-1]) {
		return p, false
	}
	p.value = p.quoted(text)
	return p, true
}

// cutLong takes off three quotation marks at the start, at least one of which is no straight one.
func cutLong(s string) (rest string, ok bool) {
	count := 0
	straight := true
	for i, r := range s {
		if count == 3 {
			return s[i:], !straight
		}
		if !strings.ContainsRune(quotes, r) {
			return "", false
		}
		straight = straight && r == '"'
		count++
	}
	return "", count == 3 && !straight
}

func inner(p pair) (pair, bool) {
	v := p.value
	if len(v) < 4 || v[0] != '"' || v[len(v)-1] != '"' || strings.HasPrefix(v, `"""`) ||
		!strings.Contains(v[1:len(v)-1], `"`) {
		return p, false
	}
	p.value = p.quoted(v[1 : len(v)-1])
	return p, true
}

func closing(p pair) (pair, bool) {
	v := p.value + p.after
	if len(v) < 2 || v[0] != '"' || strings.Count(v, `"`)%2 == 0 || strings.HasPrefix(v, `"""`) {
		return p, false
	}
	text, _ := unwrapped(strings.TrimSpace(v))
	p.value, p.after = p.quoted(text), ""
	return p, true
}

var (
	anEscape = Pattern(`\\(?:[btnfre"\\]|x[0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8})`)
	aPath    = Pattern(`(?i)\.(png|jpe?g|svg|toml)"`)
)

// backslash doubles backslashes that begin no escape; in the path of a file they become slashes.
func backslash(p pair) (pair, bool) {
	line := p.String()
	if !strings.Contains(line, `\`) {
		return p, false
	}
	path := aPath().MatchString(line)
	var b strings.Builder
	for i := 0; i < len(line); i++ {
		switch at := anEscape().FindStringIndex(line[i:]); {
		case line[i] != '\\':
			b.WriteByte(line[i])
		case path:
			b.WriteByte('/')
		case at != nil && at[0] == 0:
			b.WriteString(line[i : i+at[1]])
			i += at[1] - 1
		default:
			b.WriteString(`\\`)
		}
	}
	return pair{value: b.String(), english: p.english}, true
}

func quotedValue(p pair) (pair, bool) {
	letters := strings.IndexFunc(p.value, unicode.IsLetter) >= 0
	if p.key == "" || !letters || strings.ContainsAny(p.value[:1], quotes+"'[{") {
		return p, false
	}
	text, _ := unwrapped(p.value)
	p.value = p.quoted(text)
	return p, true
}

// straightAll makes every quotation mark that is not inside straight ones a straight one, as in
// lists and small tables.
func straightAll(p pair) (pair, bool) {
	line := p.String()
	straight := strings.NewReplacer("“", `"`, "”", `"`, "„", `"`, "‟", `"`, "«", `"`, "»", `"`)
	mended := straight.Replace(line)
	return pair{value: mended, english: p.english}, mended != line
}

var neighbours = Pattern(`(")[ \t]+(")`)

func commas(p pair) (pair, bool) {
	if !strings.HasPrefix(p.value, "[") && p.key != "" {
		return p, false
	}
	mended := neighbours().ReplaceAllString(strings.ReplaceAll(p.value, ";", ","), "$1, $2")
	ok := mended != p.value
	p.value = mended
	return p, ok
}

// meant is a hint for a value of the wrong type: the line as it should be, "" when there is no
// telling.
func (n *Node) meant(want string) string {
	written := n.Written()
	value, ok := "", false
	switch {
	case strings.HasPrefix(want, "a whole number"):
		if f, isFloat := n.Data.(float64); isFloat && f == math.Trunc(f) && math.Abs(f) < 1e9 &&
			!groupedByPoint().MatchString(written) {
			value, ok = strconv.FormatInt(int64(f), 10), true
		} else if value, ok = asNumber(written); !ok {
			text, wrapped := unwrapped(written)
			value, ok = text, wrapped && text != "" && digitsOf(text) == text
		}
	case strings.HasPrefix(want, "a date"):
		if at, isTime := n.Data.(time.Time); isTime {
			value, ok = at.Format(time.DateOnly), at.Year() > 0
		} else {
			value, ok = asDate(written)
		}
	case want == "true or false":
		value, ok = asTruth(written)
	case strings.HasPrefix(want, "text in quotes") && n.Kind == scalarNode && n.Name != "":
		value, ok = `"`+written+`"`, true
	}
	if !ok || n.Name == "" {
		return ""
	}
	return fmt.Sprintf("write: %s = %s", quoteKey(n.Name), value)
}
