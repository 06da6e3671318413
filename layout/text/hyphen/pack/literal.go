package main

import (
	"bytes"
	"fmt"
	"strconv"
	"unicode"
	"unicode/utf8"
)

// object keeps a JavaScript object's keys in the order of the source.
type object struct {
	keys   []string
	values []any
}

// literal parses the array literal that is the last argument of the source's outer call, into
// []any, object and int.
func literal(source []byte) ([]any, error) {
	at := bytes.Index(source, []byte("})(this, "))
	if at < 0 {
		return nil, fmt.Errorf("the pattern literal is not where it was")
	}
	p := parser{src: source, at: at + len("})(this, ")}
	v, err := p.value()
	if err != nil {
		return nil, err
	}
	list, ok := v.([]any)
	if !ok {
		return nil, fmt.Errorf("the pattern literal is not an array")
	}
	return list, nil
}

type parser struct {
	src []byte
	at  int
}

func (p *parser) peek() byte {
	for p.at < len(p.src) && bytes.IndexByte([]byte(" \n\r\t,"), p.src[p.at]) >= 0 {
		p.at++
	}
	if p.at == len(p.src) {
		return 0
	}
	return p.src[p.at]
}

func (p *parser) value() (any, error) {
	switch c := p.peek(); {
	case c == '[':
		return p.array()
	case c == '{':
		return p.object()
	case c >= '0' && c <= '9':
		return strconv.Atoi(p.word())
	}
	return nil, fmt.Errorf("unexpected byte at %d", p.at)
}

func (p *parser) array() (any, error) {
	list := []any{}
	for p.at++; p.peek() != ']'; {
		v, err := p.value()
		if err != nil {
			return nil, err
		}
		list = append(list, v)
	}
	p.at++
	return list, nil
}

func (p *parser) object() (any, error) {
	var o object
	for p.at++; p.peek() != '}'; {
		key := p.key()
		if p.peek() != ':' {
			return nil, fmt.Errorf("no colon at %d", p.at)
		}
		p.at++
		v, err := p.value()
		if err != nil {
			return nil, err
		}
		o.keys, o.values = append(o.keys, key), append(o.values, v)
	}
	p.at++
	return o, nil
}

// key is an identifier or a quoted string without escapes.
func (p *parser) key() string {
	if p.src[p.at] != '"' {
		return p.word()
	}
	end := p.at + 1 + bytes.IndexByte(p.src[p.at+1:], '"')
	key := string(p.src[p.at+1 : end])
	p.at = end + 1
	return key
}

// word is a run of letters and digits.
func (p *parser) word() string {
	from := p.at
	for p.at < len(p.src) {
		r, size := utf8.DecodeRune(p.src[p.at:])
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '_' && r != '$' {
			break
		}
		p.at += size
	}
	return string(p.src[from:p.at])
}
