package pdf

import (
	"fmt"
	"math"
	"strconv"
	"time"
	"unicode/utf16"
)

// ref is an object number; generations are always 0.
type ref int

// object builds the text of a PDF object. Its methods append and return the receiver, so that a
// dictionary reads from left to right as it will stand in the file.
type object struct{ b []byte }

// raw appends PDF syntax as it is.
func (o *object) raw(s string) *object { o.b = append(o.b, s...); return o }

// ref appends an indirect reference.
func (o *object) ref(r ref) *object {
	o.b = append(strconv.AppendInt(o.b, int64(r), 10), " 0 R"...)
	return o
}

// refs appends an array of count references to consecutive objects.
func (o *object) refs(first ref, count int) *object {
	o.raw("[")
	for i := range count {
		if i > 0 {
			o.raw(" ")
		}
		o.ref(first + ref(i))
	}
	return o.raw("]")
}

// int appends an integer.
func (o *object) int(v int) *object { o.b = strconv.AppendInt(o.b, int64(v), 10); return o }

// num appends a real number with at most three decimals.
func (o *object) num(v float64) *object { o.b = appendDecimal(o.b, round(v*1000), 3); return o }

// nums appends an array of real numbers.
func (o *object) nums(v ...float64) *object {
	o.raw("[")
	for i, x := range v {
		if i > 0 {
			o.raw(" ")
		}
		o.num(x)
	}
	return o.raw("]")
}

// matrix appends the six numbers of a matrix and a space, to a millionth.
func (o *object) matrix(v ...float64) *object {
	for _, x := range v {
		o.b = append(appendDecimal(o.b, round(max(-1e9, min(x, 1e9))*1e6), 6), ' ')
	}
	return o
}

// name appends a name object.
func (o *object) name(s string) *object { o.b = appendName(o.b, s); return o }

// text appends a text string (ISO 32000-1, 7.9.2.2).
func (o *object) text(s string) *object { o.b = appendLiteral(o.b, textString(s)); return o }

// bytes appends a byte string.
func (o *object) bytes(s []byte) *object { o.b = appendLiteral(o.b, s); return o }

// date appends a date in UTC. ISO 32000-1, 7.9.4 lets +00'00' be left out, strict readers do not.
func (o *object) date(t time.Time) *object {
	return o.raw("(D:").raw(t.UTC().Format("20060102150405")).raw("+00'00')")
}

// round is the nearest integer; halves go away from zero.
func round(v float64) int64 { return int64(math.Round(v)) }

// appendDecimal appends v / 10^places in the fewest characters: no exponent, no trailing zeros, no
// zero before the point. PDF readers accept all of that (ISO 32000-1, 7.3.3).
func appendDecimal(b []byte, v int64, places int) []byte {
	if v < 0 {
		b, v = append(b, '-'), -v
	}
	unit := int64(1)
	for range places {
		unit *= 10
	}
	whole, part := v/unit, v%unit
	if whole != 0 || part == 0 {
		b = strconv.AppendInt(b, whole, 10)
	}
	if part == 0 {
		return b
	}
	b = append(b, '.')
	for part != 0 {
		unit /= 10
		b = append(b, byte('0'+part/unit))
		part %= unit
	}
	return b
}

// appendName appends a name object, escaping what is not a regular character (ISO 32000-1, 7.3.5).
func appendName(b []byte, s string) []byte {
	b = append(b, '/')
	for i := range len(s) {
		switch c := s[i]; {
		case c <= ' ' || c > '~' || c == '#' || c == '/' || c == '%' || c == '(' || c == ')' ||
			c == '<' || c == '>' || c == '[' || c == ']' || c == '{' || c == '}':
			b = fmt.Appendf(b, "#%02X", c)
		default:
			b = append(b, c)
		}
	}
	return b
}

// appendLiteral appends a literal string. Every byte stands for itself but four: parentheses and
// the backslash, and the carriage return, which a reader would take for a line feed (ISO 32000-1,
// 7.3.4.2).
func appendLiteral[T string | []byte](b []byte, s T) []byte {
	b = append(b, '(')
	for i := range len(s) {
		b = appendByte(b, s[i])
	}
	return append(b, ')')
}

func appendByte(b []byte, c byte) []byte {
	switch c {
	case '(', ')', '\\':
		return append(b, '\\', c)
	case '\r':
		return append(b, '\\', 'r')
	}
	return append(b, c)
}

// textString encodes s as PDFDocEncoding when that can say it and as UTF-16 otherwise. The first
// takes half the space, and Norwegian text fits in it unless it holds a no-break space.
func textString(s string) []byte {
	if b, ok := docEncoded(s); ok {
		return b
	}
	return utf16Encoded(s)
}

// docEncoded encodes s as PDFDocEncoding, ok false when a character is not in it or when the bytes
// would pass for the mark of UTF-16 or UTF-8.
func docEncoded(s string) (b []byte, ok bool) {
	b = make([]byte, 0, len(s))
	for _, r := range s {
		c, ok := docByte(r)
		if !ok {
			return nil, false
		}
		b = append(b, c)
	}
	if len(b) >= 2 && (b[0] == 0xFE && b[1] == 0xFF || b[0] == 0xFF && b[1] == 0xFE) ||
		len(b) >= 3 && b[0] == 0xEF && b[1] == 0xBB && b[2] == 0xBF {
		return nil, false
	}
	return b, true
}

// docHigh is PDFDocEncoding from 0x80 to 0x9E (ISO 32000-1, annex D.2).
const docHigh = "•†‡…—–ƒ⁄‹›−‰„“”‘’‚™ﬁﬂŁŒŠŸŽıłœšž"

func docByte(r rune) (c byte, ok bool) {
	switch {
	case r == '\t' || r == '\n' || r == '\r',
		r >= ' ' && r <= '~',
		r > 0xA0 && r <= 0xFF && r != 0xAD:
		return byte(r), true
	case r == '€':
		return 0xA0, true
	}
	c = 0x80
	for _, high := range docHigh {
		if r == high {
			return c, true
		}
		c++
	}
	return 0, false
}

func utf16Encoded(s string) []byte {
	b := []byte{0xFE, 0xFF}
	for _, u := range utf16.Encode([]rune(s)) {
		b = append(b, byte(u>>8), byte(u))
	}
	return b
}

const hexDigits = "0123456789ABCDEF"

// appendHex appends bytes as hexadecimal digits.
func appendHex(b, p []byte) []byte {
	for _, c := range p {
		b = append(b, hexDigits[c>>4], hexDigits[c&15])
	}
	return b
}
