package svg

import (
	"fmt"
	"math"
	"strconv"
	"strings"
)

// scanner reads the small languages inside attributes: numbers, lists of numbers, path data.
type scanner struct {
	s string
	i int
}

func (s *scanner) spaces() {
	for s.i < len(s.s) && strings.IndexByte(space, s.s[s.i]) >= 0 {
		s.i++
	}
}

// comma skips spaces with at most one comma among them; ok says whether there was a comma.
func (s *scanner) comma() (ok bool) {
	s.spaces()
	if s.i < len(s.s) && s.s[s.i] == ',' {
		s.i++
		s.spaces()
		return true
	}
	return false
}

func (s *scanner) end() bool { return s.i >= len(s.s) }

// peek is the next byte, 0 at the end.
func (s *scanner) peek() byte {
	if s.end() {
		return 0
	}
	return s.s[s.i]
}

func digit(c byte) bool { return c >= '0' && c <= '9' }

func (s *scanner) digits() (n int) {
	for digit(s.peek()) {
		s.i++
		n++
	}
	return n
}

// number reads a number (SVG 1.1, 8.3.9; "1." is one too) that ends where it can go no further, so
// that "1.5.5-3" is three numbers.
func (s *scanner) number() (float64, error) {
	from := s.i
	if c := s.peek(); c == '+' || c == '-' {
		s.i++
	}
	n := s.digits()
	if s.peek() == '.' {
		s.i++
		n += s.digits()
	}
	if n == 0 {
		s.i = from
		return 0, s.unexpected("a number")
	}
	if c := s.peek(); c == 'e' || c == 'E' {
		at := s.i
		s.i++
		if c := s.peek(); c == '+' || c == '-' {
			s.i++
		}
		if s.digits() == 0 {
			s.i = at // a unit: "1em"
		}
	}
	v, err := strconv.ParseFloat(s.s[from:s.i], 64)
	if err != nil || math.Abs(v) > maxNumber {
		return 0, fmt.Errorf("the number %s is too large", short(s.s[from:s.i]))
	}
	return v, nil
}

// flag reads a flag of an arc: one digit, which needs no space after it.
func (s *scanner) flag() (bool, error) {
	switch s.peek() {
	case '0', '1':
		s.i++
		return s.s[s.i-1] == '1', nil
	}
	return false, s.unexpected("0 or 1")
}

// unexpected says what stands where something else should.
func (s *scanner) unexpected(want string) error {
	if s.end() {
		return fmt.Errorf("%s is missing at the end", want)
	}
	return fmt.Errorf("%q at character %d is not %s", short(s.s[s.i:]), s.i+1, want)
}

// short is the beginning of a text that may be long.
func short(s string) string {
	if r := []rune(s[:min(len(s), 96)]); len(r) > 20 {
		return string(r[:20]) + "…"
	}
	return s
}

// list reads numbers separated by spaces or commas, to the end.
func list(value string) ([]float64, error) {
	s := &scanner{s: value}
	s.spaces()
	var out []float64
	for !s.end() {
		v, err := s.number()
		if err != nil {
			return nil, err
		}
		out = append(out, v)
		if s.comma() && s.end() {
			return nil, s.unexpected("a number")
		}
	}
	return out, nil
}

// units are the lengths of CSS in user units. Those by the size of type are by the 16 pixels that
// viewers begin with.
var units = map[string]float64{
	"": 1, "px": 1, "pt": 96.0 / 72, "pc": 16, "mm": 96 / 25.4, "cm": 96 / 2.54, "in": 96,
	"q": 96 / 101.6, "em": 16, "rem": 16, "ex": 8,
}

// length reads a length in user units. full is what 100 % is.
func length(value string, full float64) (float64, error) {
	if len(value) > maxValue {
		return 0, errLong
	}
	s := &scanner{s: strings.Trim(value, space)}
	v, err := s.number()
	if err != nil {
		return 0, err
	}
	unit := s.s[s.i:]
	if unit == "%" {
		return v / 100 * full, nil
	}
	scale, ok := units[strings.ToLower(unit)]
	if !ok {
		return 0, fmt.Errorf("%q is not a length in px, pt, pc, mm, cm, in, em or %%", short(s.s))
	}
	return v * scale, nil
}

// few reads a list of exactly n numbers.
func few(value string, n int) ([]float64, error) {
	if len(value) > maxValue {
		return nil, errLong
	}
	all, err := list(value)
	if err == nil && len(all) != n {
		err = fmt.Errorf("%q has %d numbers instead of %d", short(value), len(all), n)
	}
	return all, err
}

var errLong = fmt.Errorf("the value has more than %d bytes", maxValue)
