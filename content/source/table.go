package source

import (
	"fmt"
	"strings"
	"time"
)

// Table reads a TOML table key by key. The keys that were asked for are the schema: what is left
// over at done is unknown. A table that is not there is nil, and reads as empty.
type Table struct {
	r     *Reader
	Node  *Node
	asked []string
	// Foreign are keys that have a meaning elsewhere, and where.
	Foreign map[string]string
}

// Need says whether a key must be there.
type Need bool

const (
	Optional Need = false
	Required Need = true
)

func (r *Reader) Table(n *Node) *Table { return &Table{r: r, Node: n} }

// Pos is where the table begins.
func (t *Table) Pos() Pos { return t.Node.file.pos(t.Node.Key.Start) }

// Child is the node of a key, nil when the key is not there; it does not count as asked for.
func (t *Table) Child(name string) *Node { return t.Node.byName[name] }

// Leave says that keys are read elsewhere.
func (t *Table) Leave(names ...string) { t.asked = append(t.asked, names...) }

// Value is the node of a key, nil when the key is not there.
func (t *Table) Value(name string, must Need) *Node {
	t.ask(name, AnyValue, must)
	t.asked = append(t.asked, name)
	n := t.Child(name)
	if n == nil && must == Required {
		t.Missing(name, "")
	}
	return n
}

// Missing reports a key that is not there, unless another key looks like a misspelling of it: that
// one is unknown, and its hint says enough.
func (t *Table) Missing(name, hint string) {
	if t.r.Incomplete {
		return
	}
	for _, c := range t.Node.Children {
		if Nearest(c.Name, []string{name}) != "" && !t.wasAsked(c.Name) {
			return
		}
	}
	t.r.AtKey(t.Node, fmt.Sprintf("%s is missing", Quoted(name)), hint)
}

func (t *Table) wasAsked(name string) bool {
	for _, a := range t.asked {
		if a == name {
			return true
		}
	}
	return false
}

// Done reports the keys that nobody asked for.
func (t *Table) Done() {
	for _, c := range t.Node.Children {
		if len(t.r.Problems) >= MaxProblems {
			return
		}
		if t.wasAsked(c.Name) {
			continue
		}
		if where := t.Foreign[c.Name]; where != "" {
			t.r.AtKey(c, fmt.Sprintf("%s does not belong here", Quoted(c.Name)), where)
			continue
		}
		t.r.AtKey(c, "unknown key "+Quoted(c.Name), OrOneOf(c.Name, t.asked))
	}
}

// wrong reports a value of the wrong type.
func (r *Reader) wrong(n *Node, want string) {
	r.Problem(n, n.Value, fmt.Sprintf("this is %s, but %s must be %s", n.typeName(),
		Quoted(n.Label()), want), n.meant(want))
}

// Label is the nearest name above a node: its own, or that of the list it is in.
func (n *Node) Label() string {
	for n.Name == "" && n.Parent != nil {
		n = n.Parent
	}
	return n.Name
}

// typeName is what a value is, in an author's words.
func (n *Node) typeName() string {
	switch n.Kind {
	case ArrayNode:
		return "a list"
	case TableNode:
		return "a table"
	case TablesNode:
		return "a list of tables"
	}
	switch n.Data.(type) {
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

// TextNode is a key's node when it holds text, which is empty when nothing of it is seen; a text
// that must be there must be seen.
func (t *Table) TextNode(name string, must Need) (*Node, string) {
	t.ask(name, TextValue, must)
	n := t.Value(name, must)
	if n == nil {
		return nil, ""
	}
	s, ok := n.Data.(string)
	if !ok {
		t.r.wrong(n, "text in quotes")
		return nil, ""
	}
	if blank(s) {
		s = ""
	}
	if must == Required && s == "" {
		t.r.AtValue(n, Quoted(name)+" is empty", "")
		return nil, ""
	}
	return n, s
}

// Text is a value on one line, as it is written.
func (t *Table) Text(name string, must Need) string {
	_, s := t.TextNode(name, must)
	return OneLine(s)
}

// OneLine joins the lines of a text with spaces; no-break spaces stay, but for a text of nothing
// else.
func OneLine(s string) string {
	if blank(s) {
		return ""
	}
	s = strings.Trim(s, " \t\r\n")
	if strings.ContainsAny(s, "\n\t") {
		return strings.Join(strings.FieldsFunc(s, ASCIISpace), " ")
	}
	return s
}

func ASCIISpace(r rune) bool { return r == ' ' || r == '\t' || r == '\n' || r == '\r' }

// maxCount bounds counts, so that per cents are computed without overflow.
const maxCount = 1_000_000_000

// Count is a whole number, not negative.
func (t *Table) Count(name string, must Need) int {
	t.ask(name, CountValue, must)
	n := t.Value(name, must)
	if n == nil {
		return 0
	}
	return t.r.Count(n)
}

func (r *Reader) Count(n *Node) int {
	c, ok := n.Data.(int64)
	switch {
	case !ok:
		r.wrong(n, "a whole number")
	case c < 0:
		r.AtValue(n, fmt.Sprintf("%s is negative", Quoted(n.Label())), "a count is 0 or more")
	case c > maxCount:
		r.AtValue(n, fmt.Sprintf("%s is larger than a thousand million", Quoted(n.Label())), "")
	default:
		return int(c)
	}
	return 0
}

// IsCount says whether a key is absent or holds a count.
func (t *Table) IsCount(name string) bool {
	n := t.Child(name)
	return n == nil || n.IsCount()
}

func (n *Node) IsCount() bool {
	c, ok := n.Data.(int64)
	return ok && c >= 0 && c <= maxCount
}

// Flag is true or false.
func (t *Table) Flag(name string, otherwise bool) bool {
	t.ask(name, FlagValue, Optional)
	n := t.Value(name, Optional)
	if n == nil {
		return otherwise
	}
	b, ok := n.Data.(bool)
	if !ok {
		t.r.wrong(n, "true or false")
		return otherwise
	}
	return b
}

// Date is a day without a time; it is the day's midnight in UTC.
func (t *Table) Date(name string, must Need) time.Time {
	t.ask(name, DateValue, must)
	n := t.Value(name, must)
	if n == nil {
		return time.Time{}
	}
	d, ok := n.Data.(time.Time)
	if !ok || d.Location().String() != "date-local" {
		t.r.wrong(n, "a date like 2022-03-15, without quotes and without a time")
		return time.Time{}
	}
	return time.Date(d.Year(), d.Month(), d.Day(), 0, 0, 0, 0, time.UTC)
}

// Texts are the nodes of a list of texts; with one, a single text will do too.
func (t *Table) Texts(name string, must Need, one bool) []*Node {
	if one {
		t.ask(name, TextOrTexts, must)
	} else {
		t.ask(name, TextsValue, must)
	}
	n := t.Value(name, must)
	if n == nil {
		return nil
	}
	want := "a list of texts"
	if one {
		want = "text in quotes, or a list of texts"
		if _, ok := n.Data.(string); ok {
			return []*Node{n}
		}
	}
	if n.Kind != ArrayNode {
		t.r.wrong(n, want)
		return nil
	}
	var nodes []*Node
	for _, item := range n.Children {
		if _, ok := item.Data.(string); !ok {
			t.r.wrong(item, want)
			continue
		}
		nodes = append(nodes, item)
	}
	if must == Required && len(n.Children) == 0 {
		t.r.AtValue(n, Quoted(name)+" is empty", "")
	}
	return nodes
}

// Strings are the texts of a list, each on one line.
func (t *Table) Strings(name string, must Need, one bool) []string {
	var out []string
	for _, n := range t.Texts(name, must, one) {
		out = append(out, OneLine(n.Data.(string)))
	}
	return out
}

// Table is the table of a key, nil when there is none.
func (t *Table) Table(name string, must Need) *Table {
	t.ask(name, TableValue, must)
	n := t.Value(name, must)
	if n == nil {
		return nil
	}
	if n.Kind != TableNode {
		t.r.wrong(n, "a table: ["+n.Path()+"] or { … }")
		return nil
	}
	return t.r.Table(n)
}

// Tables are the tables of a list: [[a]], or [{ … }].
func (t *Table) Tables(name string, must Need) []*Table {
	t.ask(name, TablesValue, must)
	n := t.Value(name, Optional)
	if n == nil {
		if must == Required {
			t.Missing(name,
				"add at least one [["+strings.TrimPrefix(t.Node.Path()+"."+name, ".")+"]]")
		}
		return nil
	}
	if n.Kind != TablesNode && n.Kind != ArrayNode {
		t.r.wrong(n, "a list of tables: [["+n.Path()+"]] or [{ … }]")
		return nil
	}
	var out []*Table
	for _, item := range n.Children {
		if item.Kind != TableNode {
			t.r.wrong(item, "a list of tables")
			continue
		}
		out = append(out, t.r.Table(item))
	}
	if must == Required && len(n.Children) == 0 {
		t.r.AtValue(n, Quoted(name)+" is empty", "")
	}
	return out
}

// Choice is a text that must be one of some words.
func (t *Table) Choice(name string, must Need, words []string) string {
	t.ask(name, ChoiceValue, must, words...)
	n, s := t.TextNode(name, must)
	if n == nil {
		return ""
	}
	for _, w := range words {
		if s == w {
			return s
		}
	}
	t.r.AtValue(n, fmt.Sprintf("unknown %s %s", name, Quoted(s)), OrOneOf(s, words))
	return ""
}

// ID is a name that other places refer to: small letters, digits, underscores, and hyphens when
// hyphens is set.
func (t *Table) ID(hyphens bool) string {
	t.ask("id", IDValue, Required)
	n, s := t.TextNode("id", Required)
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
		t.r.AtValue(n, fmt.Sprintf("id %s holds %q", Quoted(s), r), "an id is made of "+may)
		break
	}
	return s
}

// QuietCount is a count whose type was checked before.
func (t *Table) QuietCount(name string) int {
	if n := t.Child(name); n != nil && n.IsCount() {
		return int(n.Data.(int64))
	}
	return 0
}

// Sub is a table that was checked before; nil when it is not there or not a table.
func (t *Table) Sub(name string) *Table {
	n := t.Child(name)
	if n == nil || n.Kind != TableNode {
		return nil
	}
	return t.r.Table(n)
}
