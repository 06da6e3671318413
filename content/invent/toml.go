package invent

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// table is a TOML table with its keys in order. A value is a string, an int, a bool, a raw literal, a
// []string, a *table or a list of tables.
type table struct{ entries []entry }

type entry struct {
	key   string
	value any
}

// raw is a literal as it stands in TOML: a date.
type raw string

// set adds a key.
func (t *table) set(key string, value any) *table {
	t.entries = append(t.entries, entry{key, value})
	return t
}

// get is the value of a key, nil when it is not there.
func (t *table) get(key string) any {
	for _, e := range t.entries {
		if e.key == key {
			return e.value
		}
	}
	return nil
}

func (t *table) clone() *table {
	out := &table{entries: slices.Clone(t.entries)}
	for i, e := range out.entries {
		switch v := e.value.(type) {
		case *table:
			out.entries[i].value = v.clone()
		case []*table:
			list := make([]*table, len(v))
			for k := range v {
				list[k] = v[k].clone()
			}
			out.entries[i].value = list
		case []string:
			out.entries[i].value = slices.Clone(v)
		}
	}
	return out
}

// toml is the table as a file.
func (t *table) toml() string {
	var b strings.Builder
	t.write(&b, "")
	return b.String()
}

// write writes the plain values of a table, then the tables in it, each under its header.
func (t *table) write(b *strings.Builder, path string) {
	for _, e := range t.entries {
		switch e.value.(type) {
		case *table, []*table:
		default:
			fmt.Fprintf(b, "%s = %s\n", quotedKey(e.key), literal(e.value))
		}
	}
	for _, e := range t.entries {
		inner := strings.TrimPrefix(path+"."+quotedKey(e.key), ".")
		switch v := e.value.(type) {
		case *table:
			fmt.Fprintf(b, "[%s]\n", inner)
			v.write(b, inner)
		case []*table:
			for _, item := range v {
				fmt.Fprintf(b, "[[%s]]\n", inner)
				item.write(b, inner)
			}
		}
	}
}

func literal(value any) string {
	switch v := value.(type) {
	case string:
		return quoted(v)
	case int:
		return strconv.Itoa(v)
	case bool:
		return strconv.FormatBool(v)
	case raw:
		return string(v)
	case []string:
		items := make([]string, len(v))
		for i, s := range v {
			items[i] = quoted(s)
		}
		return "[" + strings.Join(items, ", ") + "]"
	}
	panic(fmt.Sprintf("no TOML for %T", value))
}

// quoted is a text as a basic string (TOML 1.0).
func quoted(s string) string {
	var b strings.Builder
	b.WriteByte('"')
	for _, r := range s {
		switch {
		case r == '"' || r == '\\':
			b.WriteByte('\\')
			b.WriteRune(r)
		case r == '\n':
			b.WriteString(`\n`)
		case r == '\t':
			b.WriteString(`\t`)
		case r < 0x20:
			fmt.Fprintf(&b, `\u%04X`, r)
		default:
			b.WriteRune(r)
		}
	}
	b.WriteByte('"')
	return b.String()
}

func quotedKey(key string) string {
	for _, r := range key {
		switch {
		case r >= 'a' && r <= 'z', r >= 'A' && r <= 'Z', r >= '0' && r <= '9', r == '_', r == '-':
		default:
			return quoted(key)
		}
	}
	if key == "" {
		return `""`
	}
	return key
}
