package xlsx

import (
	"math"
	"strconv"
	"strings"
	"unicode/utf8"
)

// format is a number format (ECMA-376, 18.8.31): up to three sections for numbers, by their sign or by
// a condition of their own, and one for texts.
type format struct{ sections []section }

// section is a part of a number format.
type section struct {
	kind  sectionKind
	when  condition
	parts []part // of a day, or what stands around the digits: before them, and after

	before, after string
	least, most   int // decimals
	digits        int // before the decimal mark, at least
	grouped       bool
	scale         int // powers of ten that the number is multiplied by
	exponent      int // digits of the exponent, 0 for none
}

type sectionKind uint8

const (
	asGeneral sectionKind = iota
	asDigits
	asDay
	asText // text alone, without a digit
)

// condition chooses a section: [>=100].
type condition struct {
	op    string
	value float64
}

func (c condition) holds(v float64) bool {
	switch c.op {
	case "<":
		return v < c.value
	case "<=":
		return v <= c.value
	case ">":
		return v > c.value
	case ">=":
		return v >= c.value
	case "=":
		return v == c.value
	case "<>":
		return v != c.value
	}
	return false
}

// general is the format of cells that have none.
var general = &format{[]section{{kind: asGeneral}}}

// builtIn are the formats that every workbook has (ECMA-376, 18.8.30), with days as year-month-day
// where they follow the language of the program.
var builtIn = map[int]string{1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%", 11: "0.00E+00",
	14: "yyyy-mm-dd", 15: "d-mmm-yy", 16: "d-mmm", 17: "mmm-yy", 18: "h:mm AM/PM", 19: "h:mm:ss AM/PM",
	20: "h:mm", 21: "h:mm:ss", 22: "yyyy-mm-dd hh:mm", 37: "#,##0;(#,##0)", 38: "#,##0;(#,##0)",
	39: "#,##0.00;(#,##0.00)", 40: "#,##0.00;(#,##0.00)", 45: "mm:ss", 46: "[h]:mm:ss", 47: "mm:ss.0",
	48: "0.0E+0", 49: "@"}

// formatOf is the format of a number; codes are the workbook's own.
func formatOf(id int, codes map[int]string) *format {
	code, ok := codes[id]
	switch {
	case ok:
	case id >= 27 && id <= 36, id >= 50 && id <= 58: // days of East Asian programs
		code = "yyyy-mm-dd"
	default:
		code = builtIn[id]
	}
	if code == "" {
		return general
	}
	f := &format{}
	for _, s := range sections(code) {
		f.sections = append(f.sections, sectionOf(s))
	}
	if len(f.sections) == 1 && f.sections[0].kind == asGeneral && f.sections[0].before+f.sections[0].after == "" {
		return general
	}
	return f
}

// sections parts a code at its semicolons.
func sections(code string) []string {
	var out []string
	start := 0
	for i := 0; i < len(code); i++ {
		switch code[i] {
		case '\\', '_', '*':
			i++
		case '"':
			for i++; i < len(code) && code[i] != '"'; i++ {
			}
		case ';':
			out = append(out, code[start:i])
			start = i + 1
		}
	}
	return append(out, code[min(start, len(code)):])
}

// show is a number in the format.
func (f *format) show(v float64, from epoch) string {
	s, v := f.section(v)
	switch s.kind {
	case asDay:
		if text, ok := s.day(v, from); ok {
			return text
		}
		return generalNumber(v)
	case asText:
		return strings.TrimSpace(s.before + s.after)
	case asDigits:
		return strings.TrimSpace(s.number(v))
	}
	return strings.TrimSpace(s.before + generalNumber(v) + s.after)
}

// section chooses by sign or condition. The second section shows a negative number without its sign.
func (f *format) section(v float64) (section, float64) {
	conditions := false
	for _, s := range f.sections {
		if s.when.op != "" {
			conditions = true
			if s.when.holds(v) {
				return s, v
			}
		}
	}
	n := len(f.sections)
	if conditions {
		for _, s := range f.sections {
			if s.when.op == "" {
				return s, v
			}
		}
		return f.sections[n-1], v
	}
	switch {
	case v < 0 && n > 1:
		return f.sections[1], -v
	case v == 0 && n > 2:
		return f.sections[2], v
	}
	return f.sections[0], v
}

// sectionOf reads a section.
func sectionOf(code string) section {
	s := section{}
	tokens := lex(code, &s)
	for _, t := range tokens {
		if t.of != 0 && strings.IndexByte("yMdhsAH", t.of) >= 0 {
			s.kind = asDay
			s.parts = daysOf(tokens)
			return s
		}
	}
	s.digitsOf(tokens)
	return s
}

// part is a piece of a section: a run of the same sign, or a literal text.
type part struct {
	of   byte   // of days y M d h s, m a minute, A AM/PM, H hours that go on; of numbers 0 . , % E; 0 for a text
	n    int    // how long the run is
	text string // of a literal, or the signs of digits
}

// lex takes a section apart. General and conditions are taken into it.
func lex(code string, s *section) (out []part) {
	literal := func(t string) { out = append(out, part{text: t}) }
	for i := 0; i < len(code); {
		c := code[i]
		run := 1
		for i+run < len(code) && code[i+run]|0x20 == c|0x20 {
			run++
		}
		switch {
		case len(code)-i >= 7 && strings.EqualFold(code[i:i+7], "general"):
			out = append(out, part{of: 'G'})
			i += 7
		case c == '"':
			end := strings.IndexByte(code[i+1:], '"')
			if end < 0 {
				end = len(code) - i - 1
			}
			literal(code[i+1 : i+1+end])
			i += end + 2
		case c == '\\':
			_, size := utf8.DecodeRuneInString(code[min(i+1, len(code)):])
			literal(code[min(i+1, len(code)):min(i+1+size, len(code))])
			i += 1 + size
		case c == '_' || c == '*':
			_, size := utf8.DecodeRuneInString(code[min(i+1, len(code)):])
			i += 1 + size
		case c == '[':
			end := strings.IndexByte(code[i:], ']')
			if end < 0 {
				end = len(code) - i - 1
			}
			out = append(out, bracket(code[i+1:max(i+1, i+end)], s)...)
			i += end + 1
		case strings.IndexByte("yYmMdDhHsS", c) >= 0:
			of := c | 0x20
			if of == 'm' {
				of = 'M'
			}
			out = append(out, part{of: of, n: run})
			i += run
		case len(code)-i >= 5 && strings.EqualFold(code[i:i+5], "am/pm"):
			out = append(out, part{of: 'A'})
			i += 5
		case len(code)-i >= 3 && strings.EqualFold(code[i:i+3], "a/p"):
			out = append(out, part{of: 'A'})
			i += 3
		case (c == 'E' || c == 'e') && i+1 < len(code) && (code[i+1] == '+' || code[i+1] == '-'):
			out = append(out, part{of: 'E'})
			i += 2
		case strings.IndexByte("0#?", c) >= 0:
			end := i
			for end < len(code) && strings.IndexByte("0#?", code[end]) >= 0 {
				end++
			}
			out = append(out, part{of: '0', n: end - i, text: code[i:end]})
			i = end
		case strings.IndexByte(".,%@/", c) >= 0:
			out = append(out, part{of: c, n: 1, text: string(c)})
			i++
		default:
			_, size := utf8.DecodeRuneInString(code[i:])
			literal(code[i : i+size])
			i += size
		}
	}
	return out
}

// bracket is what stands in brackets: a condition, a currency, hours that go on; a colour is nothing.
func bracket(inside string, s *section) []part {
	lower := strings.ToLower(inside)
	switch {
	case lower != "" && strings.Trim(lower, "h") == "", lower != "" && strings.Trim(lower, "m") == "",
		lower != "" && strings.Trim(lower, "s") == "":
		return []part{{of: 'H', n: len(lower), text: lower[:1]}}
	case strings.HasPrefix(inside, "$"):
		sign, locale, _ := strings.Cut(inside[1:], "-")
		switch code := strings.ToUpper(locale); {
		case strings.HasSuffix(code, "F800"):
			return []part{{of: 'y', n: 4}, {text: "-"}, {of: 'M', n: 2}, {text: "-"}, {of: 'd', n: 2}}
		case strings.HasSuffix(code, "414"), strings.HasSuffix(code, "814"), code == "NB-NO", code == "NN-NO":
			return []part{{of: 'L', text: sign}}
		}
		return []part{{text: sign}}
	}
	for _, op := range []string{"<=", ">=", "<>", "<", ">", "="} {
		if rest, ok := strings.CutPrefix(inside, op); ok {
			if v, err := strconv.ParseFloat(strings.TrimSpace(rest), 64); err == nil {
				s.when = condition{op, v}
			}
			return nil
		}
	}
	return nil
}

// digitsOf reads how digits are written.
func (s *section) digitsOf(tokens []part) {
	first, last := -1, -1
	for i, t := range tokens {
		if t.of == '0' || t.of == 'G' {
			if first < 0 {
				first = i
			}
			last = i
		}
	}
	if first < 0 {
		s.kind = asText
		for _, t := range tokens {
			if t.of == '@' {
				s.kind = asGeneral
			} else if t.of != '/' {
				s.before += t.text
			}
		}
		return
	}
	s.kind = asDigits
	point, exponent := false, false
	for i, t := range tokens {
		switch {
		case t.of == 'G':
			s.kind = asGeneral
		case t.of == '/' && i > first && i < last:
			s.kind = asGeneral // a fraction
			return
		case t.of == '%':
			s.scale += 2
			s.around(i > first, "%")
		case t.of == 'E':
			exponent = true
		case t.of == '.' && i >= first-1 && i <= last:
			point = true
		case t.of == ',' && i > first && i < last && !point:
			s.grouped = true
		case t.of == ',' && i > first:
			s.scale -= 3
		case t.of == '0' && exponent:
			s.exponent += t.n
		case t.of == '0' && point:
			s.most += t.n
			s.least += strings.Count(t.text, "0") + strings.Count(t.text, "?")
		case t.of == '0':
			s.digits += strings.Count(t.text, "0")
		case t.of == 0 || t.of == 'L':
			s.around(i > first, t.text)
		}
	}
}

// around adds a text before the digits, or after them.
func (s *section) around(after bool, text string) {
	if after {
		s.after += text
	} else {
		s.before += text
	}
}

// number is a number in digits.
func (s section) number(v float64) string {
	sign := ""
	if v < 0 {
		sign, v = "-", -v
	}
	mantissa, power := decimal(v)
	if s.exponent > 0 {
		return sign + s.before + s.scientific(mantissa, power) + s.after
	}
	whole, part := rounded(mantissa, power+s.scale, s.most)
	if strings.Trim(whole+part, "0") == "" {
		sign = ""
	}
	for len(part) > s.least && strings.HasSuffix(part, "0") {
		part = part[:len(part)-1]
	}
	if whole = strings.TrimLeft(whole, "0"); len(whole) < s.digits {
		whole = strings.Repeat("0", s.digits-len(whole)) + whole
	}
	if s.grouped {
		whole = grouped(whole)
	}
	if part != "" {
		part = "." + part
	}
	return sign + s.before + whole + part + s.after
}

func grouped(digits string) string {
	for i := len(digits) - 3; i > 0; i -= 3 {
		digits = digits[:i] + "," + digits[i:]
	}
	return digits
}

// scientific is a number as 1.23E+05.
func (s section) scientific(mantissa string, power int) string {
	e := power - 1
	whole, part := rounded(mantissa, 1, s.most)
	if len(whole) > 1 { // 9.99 became 10
		whole, part, e = "1", strings.Repeat("0", s.most), e+1
	}
	if strings.Trim(mantissa, "0") == "" {
		e = 0
	}
	if part != "" {
		part = "." + part
	}
	sign := "+"
	if e < 0 {
		sign, e = "-", -e
	}
	digits := strconv.Itoa(e)
	return whole + part + "E" + sign + strings.Repeat("0", max(0, s.exponent-len(digits))) + digits
}

// decimal is a number of 15 digits, as programs of this kind compute with, and where its decimal mark
// stands in them.
func decimal(v float64) (mantissa string, power int) {
	if v == 0 || math.IsInf(v, 0) || math.IsNaN(v) {
		return "0", 1
	}
	s := strconv.FormatFloat(v, 'e', 14, 64)
	digits, e, _ := strings.Cut(s, "e")
	power, _ = strconv.Atoi(e)
	return strings.TrimRight(digits[:1]+digits[2:], "0"), power + 1
}

// rounded is a number with so many decimals, half up.
func rounded(mantissa string, power, decimals int) (whole, part string) {
	for power <= 0 {
		mantissa, power = "0"+mantissa, power+1
	}
	if short := power + decimals + 1 - len(mantissa); short > 0 {
		mantissa += strings.Repeat("0", short)
	}
	digits := []byte(mantissa[:power+decimals])
	if mantissa[power+decimals] >= '5' {
		i := len(digits) - 1
		for ; i >= 0 && digits[i] == '9'; i-- {
			digits[i] = '0'
		}
		if i >= 0 {
			digits[i]++
		} else {
			digits, power = append([]byte{'1'}, digits...), power+1
		}
	}
	return string(digits[:power]), string(digits[power:])
}

// generalNumber is a number in the format General: up to 15 digits, with an exponent when it is very
// large or small.
func generalNumber(v float64) string {
	v, err := strconv.ParseFloat(strconv.FormatFloat(v, 'g', 15, 64), 64)
	if err != nil {
		return strconv.FormatFloat(v, 'G', -1, 64)
	}
	if abs := math.Abs(v); abs != 0 && (abs < 1e-9 || abs >= 1e21) {
		return strconv.FormatFloat(v, 'E', -1, 64)
	}
	return strconv.FormatFloat(v, 'f', -1, 64)
}
