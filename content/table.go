package content

import (
	"fmt"
	"strings"
	"time"
)

// table reads a TOML table key by key. The keys that were asked for are the schema: what is left over
// at done is unknown. A table that is not there is nil, and reads as empty.
type table struct {
	r     *reader
	n     *node
	asked []string
	// foreign are keys that have a meaning elsewhere, and where.
	foreign map[string]string
}

// need says whether a key must be there.
type need bool

const (
	optional need = false
	required need = true
)

func (r *reader) table(n *node) *table { return &table{r: r, n: n} }

// pos is where the table begins.
func (t *table) pos() Pos { return t.n.source.pos(t.n.key.start) }

// child is the node of a key, nil when the key is not there; it does not count as asked for.
func (t *table) child(name string) *node { return t.n.byName[name] }

// leave says that keys are read elsewhere.
func (t *table) leave(names ...string) { t.asked = append(t.asked, names...) }

// value is the node of a key, nil when the key is not there.
func (t *table) value(name string, must need) *node {
	t.asked = append(t.asked, name)
	n := t.child(name)
	if n == nil && must == required {
		t.missing(name, "")
	}
	return n
}

// missing reports a key that is not there, unless another key looks like a misspelling of it: that one
// is unknown, and its hint says enough.
func (t *table) missing(name, hint string) {
	if t.r.partial {
		return
	}
	for _, c := range t.n.children {
		if nearest(c.name, []string{name}) != "" && !t.wasAsked(c.name) {
			return
		}
	}
	t.r.atKey(t.n, fmt.Sprintf("%s is missing", quoted(name)), hint)
}

func (t *table) wasAsked(name string) bool {
	for _, a := range t.asked {
		if a == name {
			return true
		}
	}
	return false
}

// done reports the keys that nobody asked for.
func (t *table) done() {
	for _, c := range t.n.children {
		if len(t.r.problems) >= maxProblems {
			return
		}
		if t.wasAsked(c.name) {
			continue
		}
		if where := t.foreign[c.name]; where != "" {
			t.r.atKey(c, fmt.Sprintf("%s does not belong here", quoted(c.name)), where)
			continue
		}
		t.r.atKey(c, "unknown key "+quoted(c.name), orOneOf(c.name, t.asked))
	}
}

// wrong reports a value of the wrong type.
func (r *reader) wrong(n *node, want string) {
	at := n.value
	r.problem(n, at, fmt.Sprintf("this is %s, but %s must be %s", n.typeName(), quoted(n.label()), want), "")
}

// label is the nearest name above a node: its own, or that of the list it is in.
func (n *node) label() string {
	for n.name == "" && n.parent != nil {
		n = n.parent
	}
	return n.name
}

// typeName is what a value is, in an author's words.
func (n *node) typeName() string {
	switch n.kind {
	case arrayNode:
		return "a list"
	case tableNode:
		return "a table"
	case tablesNode:
		return "a list of tables"
	}
	switch n.data.(type) {
	case string:
		return "text"
	case int64:
		return "a whole number"
	case float64:
		return "a number with decimals"
	case bool:
		return "true or false"
	case time.Time:
		return "a date or time"
	}
	return "nothing"
}

// textNode is a key's node when it holds text that is not blank.
func (t *table) textNode(name string, must need) (*node, string) {
	n := t.value(name, must)
	if n == nil {
		return nil, ""
	}
	s, ok := n.data.(string)
	if !ok {
		t.r.wrong(n, "text in quotes")
		return nil, ""
	}
	if must == required && strings.TrimSpace(s) == "" {
		t.r.atValue(n, quoted(name)+" is empty", "")
		return nil, ""
	}
	return n, s
}

// text is a value on one line, as it is written.
func (t *table) text(name string, must need) string {
	_, s := t.textNode(name, must)
	return oneLine(s)
}

// oneLine joins the lines of a text with spaces; no-break spaces stay.
func oneLine(s string) string {
	s = strings.Trim(s, " \t\r\n")
	if strings.ContainsAny(s, "\n\t") {
		return strings.Join(strings.FieldsFunc(s, asciiSpace), " ")
	}
	return s
}

func asciiSpace(r rune) bool { return r == ' ' || r == '\t' || r == '\n' || r == '\r' }

// maxCount bounds counts, so that per cents are computed without overflow.
const maxCount = 1_000_000_000

// count is a whole number, not negative.
func (t *table) count(name string, must need) int {
	n := t.value(name, must)
	if n == nil {
		return 0
	}
	return t.r.count(n)
}

func (r *reader) count(n *node) int {
	c, ok := n.data.(int64)
	switch {
	case !ok:
		r.wrong(n, "a whole number")
	case c < 0:
		r.atValue(n, fmt.Sprintf("%s is negative", quoted(n.label())), "a count is 0 or more")
	case c > maxCount:
		r.atValue(n, fmt.Sprintf("%s is larger than a thousand million", quoted(n.label())), "")
	default:
		return int(c)
	}
	return 0
}

// isCount says whether a key is absent or holds a count.
func (t *table) isCount(name string) bool {
	n := t.child(name)
	return n == nil || n.isCount()
}

func (n *node) isCount() bool {
	c, ok := n.data.(int64)
	return ok && c >= 0 && c <= maxCount
}

// flag is true or false.
func (t *table) flag(name string, otherwise bool) bool {
	n := t.value(name, optional)
	if n == nil {
		return otherwise
	}
	b, ok := n.data.(bool)
	if !ok {
		t.r.wrong(n, "true or false")
		return otherwise
	}
	return b
}

// date is a day without a time; it is the day's midnight in UTC.
func (t *table) date(name string, must need) time.Time {
	n := t.value(name, must)
	if n == nil {
		return time.Time{}
	}
	d, ok := n.data.(time.Time)
	if !ok || d.Location().String() != "date-local" {
		t.r.wrong(n, "a date like 2022-03-15, without quotes and without a time")
		return time.Time{}
	}
	return time.Date(d.Year(), d.Month(), d.Day(), 0, 0, 0, 0, time.UTC)
}

// texts are the nodes of a list of texts; with one, a single text will do too.
func (t *table) texts(name string, must need, one bool) []*node {
	n := t.value(name, must)
	if n == nil {
		return nil
	}
	want := "a list of texts"
	if one {
		want = "text in quotes, or a list of texts"
		if _, ok := n.data.(string); ok {
			return []*node{n}
		}
	}
	if n.kind != arrayNode {
		t.r.wrong(n, want)
		return nil
	}
	var nodes []*node
	for _, item := range n.children {
		if _, ok := item.data.(string); !ok {
			t.r.wrong(item, want)
			continue
		}
		nodes = append(nodes, item)
	}
	if must == required && len(n.children) == 0 {
		t.r.atValue(n, quoted(name)+" is empty", "")
	}
	return nodes
}

// strings are the texts of a list, each on one line.
func (t *table) strings(name string, must need, one bool) []string {
	var out []string
	for _, n := range t.texts(name, must, one) {
		out = append(out, oneLine(n.data.(string)))
	}
	return out
}

// table is the table of a key, nil when there is none.
func (t *table) table(name string, must need) *table {
	n := t.value(name, must)
	if n == nil {
		return nil
	}
	if n.kind != tableNode {
		t.r.wrong(n, "a table: ["+n.path()+"] or { … }")
		return nil
	}
	return t.r.table(n)
}

// tables are the tables of a list: [[a]], or [{ … }].
func (t *table) tables(name string, must need) []*table {
	n := t.value(name, optional)
	if n == nil {
		if must == required {
			t.missing(name, "add at least one [["+strings.TrimPrefix(t.n.path()+"."+name, ".")+"]]")
		}
		return nil
	}
	if n.kind != tablesNode && n.kind != arrayNode {
		t.r.wrong(n, "a list of tables: [["+n.path()+"]] or [{ … }]")
		return nil
	}
	var out []*table
	for _, item := range n.children {
		if item.kind != tableNode {
			t.r.wrong(item, "a list of tables")
			continue
		}
		out = append(out, t.r.table(item))
	}
	if must == required && len(n.children) == 0 {
		t.r.atValue(n, quoted(name)+" is empty", "")
	}
	return out
}

// choice is a text that must be one of some words.
func (t *table) choice(name string, must need, words []string) string {
	n, s := t.textNode(name, must)
	if n == nil {
		return ""
	}
	for _, w := range words {
		if s == w {
			return s
		}
	}
	t.r.atValue(n, fmt.Sprintf("unknown %s %s", name, quoted(s)), orOneOf(s, words))
	return ""
}

// id is a name that other places refer to: small letters, digits, underscores, and hyphens when
// hyphens is set.
func (t *table) id(hyphens bool) string {
	n, s := t.textNode("id", required)
	if n == nil {
		return ""
	}
	for _, r := range s {
		if r >= 'a' && r <= 'z' || r >= '0' && r <= '9' || r == '_' || hyphens && r == '-' {
			continue
		}
		may := "small letters a–z, digits and _"
		if hyphens {
			may = "small letters a–z, digits, _ and -"
		}
		t.r.atValue(n, fmt.Sprintf("id %s holds %q", quoted(s), r), "an id is made of "+may)
		break
	}
	return s
}

// quietCount is a count whose type was checked before.
func (t *table) quietCount(name string) int {
	if n := t.child(name); n != nil && n.isCount() {
		return int(n.data.(int64))
	}
	return 0
}

// sub is a table that was checked before; nil when it is not there or not a table.
func (t *table) sub(name string) *table {
	n := t.child(name)
	if n == nil || n.kind != tableNode {
		return nil
	}
	return t.r.table(n)
}
