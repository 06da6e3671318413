package xlsx

import (
	"bytes"
	"errors"
	"io"
	"strconv"
	"unicode/utf8"
)

// errXML is XML that no program writes into a workbook.
var errXML = errors.New("the XML is broken")

// token is a piece of XML.
type token uint8

// Tokens. A tag that is closed in itself is opened and closed.
const (
	opened token = iota
	closed
	text
)

// reader takes XML apart as it streams by: elements by their local names, attributes, text. Namespaces
// are not looked at, since workbooks use the same names with several of them; a document type is
// refused.
type reader struct {
	r    io.Reader
	buf  []byte
	pos  int   // of what has not been taken yet
	read int64 // bytes so far
	err  error // of r, once buf is used up

	name  []byte // local name of the tag
	attrs []byte // what stands after the name
	text  []byte // with its entities read; valid until the next token
	self  bool   // the tag that was opened is to be closed
	raw   []byte
}

// longest is the longest tag or text, in bytes. A cell has 32,767 characters.
const longest = 4 << 20

func newReader(r io.Reader) *reader { return &reader{r: r, buf: make([]byte, 0, 64<<10)} }

// fill reads more behind what has not been taken; it is false at the end.
func (x *reader) fill() bool {
	if x.err != nil {
		return false
	}
	if x.pos > 0 {
		n := copy(x.buf[:cap(x.buf)], x.buf[x.pos:])
		x.buf, x.pos = x.buf[:n], 0
	}
	if len(x.buf) == cap(x.buf) {
		if len(x.buf) >= longest {
			x.err = errXML
			return false
		}
		x.buf = append(make([]byte, 0, 2*cap(x.buf)), x.buf...)
	}
	n, err := x.r.Read(x.buf[len(x.buf):cap(x.buf)])
	x.buf = x.buf[:len(x.buf)+n]
	x.read += int64(n)
	if err != nil {
		x.err = err
	}
	return n > 0 || err == nil
}

// until is where a sign stands behind what has been taken, -1 when it does not come.
func (x *reader) until(sign string, from int) int {
	for {
		have := x.buf[x.pos:]
		if from <= len(have) {
			if k := bytes.Index(have[from:], []byte(sign)); k >= 0 {
				return from + k
			}
			from = max(from, len(have)-len(sign)+1)
		}
		if !x.fill() {
			return -1
		}
	}
}

// next is the next token; io.EOF after the last.
func (x *reader) next() (token, error) {
	if x.self {
		x.self = false
		return closed, nil
	}
	for {
		if x.pos == len(x.buf) && !x.fill() {
			return 0, x.ended()
		}
		if x.pos == len(x.buf) {
			continue
		}
		if x.buf[x.pos] != '<' {
			return text, x.plain()
		}
		switch t, err := x.markup(); {
		case err != nil:
			return 0, err
		case t != skipped:
			return t, nil
		}
	}
}

// skipped are comments and the like.
const skipped token = 255

// ended is how the XML ended.
func (x *reader) ended() error {
	if x.err == nil {
		return io.EOF
	}
	return x.err
}

// broken is the error of XML that ends too early.
func (x *reader) broken() error {
	if x.err != nil && x.err != io.EOF {
		return x.err
	}
	return errXML
}

// plain reads text up to the next tag.
func (x *reader) plain() error {
	end := x.until("<", 0)
	if end < 0 {
		if end = len(x.buf) - x.pos; x.err != io.EOF {
			return x.broken()
		}
	}
	x.raw = x.buf[x.pos : x.pos+end]
	x.pos += end
	return x.unescaped()
}

// unescaped reads the entities of raw.
func (x *reader) unescaped() (err error) {
	if bytes.IndexByte(x.raw, '&') < 0 {
		x.text = x.raw
		return nil
	}
	x.text, err = unescape(x.raw)
	return err
}

var entities = map[string]byte{"lt": '<', "gt": '>', "amp": '&', "quot": '"', "apos": '\''}

// unescape is a text with its entities read: the five of XML, and numbers.
func unescape(raw []byte) ([]byte, error) {
	out := make([]byte, 0, len(raw))
	for {
		k := bytes.IndexByte(raw, '&')
		if k < 0 {
			return append(out, raw...), nil
		}
		out, raw = append(out, raw[:k]...), raw[k+1:]
		end := bytes.IndexByte(raw, ';')
		if end <= 0 || end > 10 {
			return nil, errXML
		}
		name := string(raw[:end])
		raw = raw[end+1:]
		if c, ok := entities[name]; ok {
			out = append(out, c)
			continue
		}
		if name[0] != '#' || len(name) < 2 {
			return nil, errXML
		}
		digits, base := name[1:], 10
		if digits[0] == 'x' || digits[0] == 'X' {
			digits, base = digits[1:], 16
		}
		n, err := strconv.ParseUint(digits, base, 32)
		if err != nil || n > utf8.MaxRune {
			return nil, errXML
		}
		out = utf8.AppendRune(out, rune(n))
	}
}

// markup reads what begins with <.
func (x *reader) markup() (token, error) {
	for len(x.buf)-x.pos < 9 && x.fill() {
	}
	have := x.buf[x.pos:]
	begins := func(s string) bool { return bytes.HasPrefix(have, []byte(s)) }
	switch {
	case begins("<![CDATA["):
		end := x.until("]]>", 9)
		if end < 0 {
			return 0, x.broken()
		}
		x.text = x.buf[x.pos+9 : x.pos+end]
		x.pos += end + 3
		return text, nil
	case begins("<!--"):
		return skipped, x.past("-->", 4)
	case begins("<?"):
		return skipped, x.past("?>", 2)
	case begins("<!"):
		return 0, errXML
	}
	return x.tag()
}

// past goes behind the end of what is passed over.
func (x *reader) past(sign string, from int) error {
	end := x.until(sign, from)
	if end < 0 {
		return x.broken()
	}
	x.pos += end + len(sign)
	return nil
}

// tag reads a tag; > may stand in the value of an attribute.
func (x *reader) tag() (token, error) {
	end := x.until(">", 1)
	for end >= 0 && odd(x.buf[x.pos:x.pos+end]) {
		end = x.until(">", end+1)
	}
	if end < 0 {
		return 0, x.broken()
	}
	inside := x.buf[x.pos+1 : x.pos+end]
	x.pos += end + 1
	t := opened
	if len(inside) > 0 && inside[0] == '/' {
		t, inside = closed, inside[1:]
	} else if n := len(inside); n > 0 && inside[n-1] == '/' {
		inside, x.self = inside[:n-1], true
	}
	k := bytes.IndexAny(inside, " \t\r\n")
	if k < 0 {
		k = len(inside)
	}
	x.name, x.attrs = inside[:k], inside[k:]
	if c := bytes.IndexByte(x.name, ':'); c >= 0 {
		x.name = x.name[c+1:]
	}
	if len(x.name) == 0 {
		return 0, errXML
	}
	return t, nil
}

// odd says whether a quotation is open at the end of a tag so far.
func odd(tag []byte) bool {
	open := byte(0)
	for _, c := range tag {
		switch {
		case open == 0 && (c == '"' || c == '\''):
			open = c
		case c == open:
			open = 0
		}
	}
	return open != 0
}

// is says whether the tag has a local name.
func (x *reader) is(name string) bool { return string(x.name) == name }

// attr is the value of an attribute of the tag by its local name, nil when it has none.
func (x *reader) attr(name string) []byte {
	rest := x.attrs
	for {
		rest = bytes.TrimLeft(rest, " \t\r\n")
		eq := bytes.IndexByte(rest, '=')
		if eq < 0 {
			return nil
		}
		key := bytes.TrimRight(rest[:eq], " \t\r\n")
		rest = bytes.TrimLeft(rest[eq+1:], " \t\r\n")
		if len(rest) == 0 || rest[0] != '"' && rest[0] != '\'' {
			return nil
		}
		end := bytes.IndexByte(rest[1:], rest[0])
		if end < 0 {
			return nil
		}
		value := rest[1 : 1+end]
		rest = rest[2+end:]
		if c := bytes.LastIndexByte(key, ':'); c >= 0 {
			key = key[c+1:]
		}
		if string(key) != name {
			continue
		}
		if bytes.IndexByte(value, '&') < 0 {
			return value
		}
		value, _ = unescape(value)
		return value
	}
}

// number is an attribute that is a whole number; otherwise when it is none.
func (x *reader) number(name string, otherwise int) int {
	n, ok := whole(x.attr(name))
	if !ok {
		return otherwise
	}
	return n
}

// whole is a number of at most nine digits.
func whole(s []byte) (n int, ok bool) {
	if len(s) == 0 || len(s) > 9 {
		return 0, false
	}
	for _, c := range s {
		if c < '0' || c > '9' {
			return 0, false
		}
		n = n*10 + int(c-'0')
	}
	return n, true
}
