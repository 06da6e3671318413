package source

import (
	"fmt"
	"reflect"
	"strings"
	"testing"
	"time"

	"github.com/BurntSushi/toml"
)

// TestPosition finds keys and values: each case is a TOML text, a path to a node, and where its key
// and its value stand. A path is names and item numbers.
func TestPosition(t *testing.T) {
	tests := []struct {
		name, toml string
		path       []any
		key, value string // as line:column "text"
	}{
		{"pair", "a = 1", []any{"a"}, `1:1 "a"`, `1:5 "1"`},
		{"after a comment", "# a = 0\n\n  a = 1 # x", []any{"a"}, `3:3 "a"`, `3:7 "1"`},
		{"dotted", "a . b.c = true", []any{"a", "b", "c"}, `1:7 "c"`, `1:11 "true"`},
		{"dotted, middle", "a . b.c = true", []any{"a", "b"}, `1:5 "b"`, `1:5 "b"`},
		{"quoted key", `"a.b" = 1`, []any{"a.b"}, `1:1 "\"a.b\""`, `1:9 "1"`},
		{"escaped key", `"\u00e5\"" = 1`, []any{`å"`}, `1:1 "\"\\u00e5\\\"\""`, `1:14 "1"`},
		{"literal key", `'a\b' = 1`, []any{`a\b`}, `1:1 "'a\\b'"`, `1:9 "1"`},
		{"empty key", `"" = 1`, []any{""}, `1:1 "\"\""`, `1:6 "1"`},
		{"characters, not bytes", `"æøå" = "ÆØÅ"`, []any{"æøå"}, `1:1 "\"æøå\""`, `1:9 "\"ÆØÅ\""`},
		{"header", "[a]\nb = 1", []any{"a"}, `1:1 "[a]"`, `1:1 "[a]"`},
		{"below a header", "[a.b]\nc = 1", []any{"a", "b", "c"}, `2:1 "c"`, `2:5 "1"`},
		{"header before its parent", "[a.b]\nc = 1\n[a]\nd = 2", []any{"a"}, `3:1 "[a]"`,
			`3:1 "[a]"`},
		{"list of tables", "[[a]]\nb = 1\n[[a]]\nb = 2", []any{"a", 1, "b"}, `4:1 "b"`, `4:5 "2"`},
		{"item of a list of tables", "[[a]]\nb = 1\n[[a]]\nb = 2", []any{"a", 1}, `3:1 "[[a]]"`,
			`3:1 "[[a]]"`},
		{"table in a list of tables", "[[a]]\n[a.b]\nc = 1\n[[a]]\n[a.b]\nc = 2",
			[]any{"a", 1, "b", "c"}, `6:1 "c"`, `6:5 "2"`},
		{"list in a list", "[[a]]\n[[a.b]]\n[[a.b]]\nc = 2", []any{"a", 0, "b", 1, "c"}, `4:1 "c"`,
			`4:5 "2"`},
		{"inline table", "a = { b = 1, c.d = 2 }", []any{"a", "c", "d"}, `1:16 "d"`, `1:20 "2"`},
		{"inline table itself", "a = { b = 1 }", []any{"a"}, `1:1 "a"`, `1:5 "{ b = 1 }"`},
		{"array", "a = [1, # x\n  22, ]", []any{"a", 1}, `2:3 "22"`, `2:3 "22"`},
		{"array of arrays", "a = [[1], [2, 3]]", []any{"a", 1, 1}, `1:15 "3"`, `1:15 "3"`},
		{"tables in an array", "a = [\n\t{ b = 1 },\n\t{ b = 2 },\n]", []any{"a", 1, "b"},
			`3:4 "b"`, `3:8 "2"`},
		{"date with a space", "a = 2021-06-09 10:00:00 # x", []any{"a"}, `1:1 "a"`,
			`1:5 "2021-06-09 10:00:00"`},
		{"bracket in a string", `a = ["]", "}"]`, []any{"a", 1}, `1:11 "\"}\""`, `1:11 "\"}\""`},
		{"hash in a string", `a = "#" # b`, []any{"a"}, `1:1 "a"`, `1:5 "\"#\""`},
		{"long string", "a = \"\"\"\nx = 1\n\"\"\"\nb = 2", []any{"b"}, `4:1 "b"`, `4:5 "2"`},
		{"long string with quotes", "a = \"\"\"x\"\"\"\"\"\nb = 2", []any{"b"}, `2:1 "b"`,
			`2:5 "2"`},
		{"long literal string", "a = '''\n'x\\'''\nb = 2", []any{"b"}, `3:1 "b"`, `3:5 "2"`},
		{"escaped quote", `a = "\"" ` + "\nb = 2", []any{"b"}, `2:1 "b"`, `2:5 "2"`},
		{"Windows line ends", "a = 1\r\nb = 2\r\n", []any{"b"}, `2:1 "b"`, `2:5 "2"`},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			s := newFile("x.toml", tt.toml)
			n := descend(t, index(s).root, tt.path)
			if have := spanPicture(s, n.Key); have != tt.key {
				t.Errorf("%s\nkey  have %s\n     want %s", tt.toml, have, tt.key)
			}
			if have := spanPicture(s, n.Value); have != tt.value {
				t.Errorf("%s\nvalue have %s\n      want %s", tt.toml, have, tt.value)
			}
		})
	}
}

func descend(t *testing.T, n *Node, path []any) *Node {
	t.Helper()
	for _, p := range path {
		switch p := p.(type) {
		case string:
			n = n.Child(p)
		case int:
			n = n.Children[p]
		}
		if n == nil {
			t.Fatalf("nothing at %v", p)
		}
	}
	return n
}

func spanPicture(s *File, at Span) string {
	p := s.pos(at.Start)
	return fmt.Sprintf("%d:%d %q", p.Line, p.Column, s.text[at.Start:at.End])
}

// TestWithin points at a word of a decoded string.
func TestWithin(t *testing.T) {
	tests := []struct{ name, toml, word, want string }{
		{"plain", `a = "one two"`, "two", `1:10 "two"`},
		{"after letters of two bytes", `a = "æøå two"`, "two", `1:10 "two"`},
		{"after escapes", `a = "\u00e5\t\"\\ two"`, "two", `1:19 "two"`},
		{"with an escape in it", `a = "one t\u0077o"`, "two", `1:10 "t\\u0077o"`},
		{"literal", `a = 'C:\n two'`, "two", `1:11 "two"`},
		{"long", "a = \"\"\"\none\n  two\"\"\"", "two", `3:3 "two"`},
		{"long, on the first line", `a = """one two"""`, "two", `1:12 "two"`},
		{"long with joined lines", "a = \"\"\"one \\\n\n   two\"\"\"", "two", `3:4 "two"`},
		{"long with Windows line ends", "a = \"\"\"\r\none\r\ntwo\"\"\"", "two", `3:1 "two"`},
		{"long literal", "a = '''\none \\\ntwo'''", "two", `3:1 "two"`},
		{"emoji", `a = "😊 two"`, "two", `1:8 "two"`},
		{"at the end", `a = "two"`, "two", `1:6 "two"`},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			s := newFile("x.toml", tt.toml)
			n := index(s).root.Child("a")
			values, err := decode(tt.toml)
			if err != nil {
				t.Fatal(err)
			}
			start := strings.Index(values["a"].(string), tt.word)
			if have := spanPicture(s, n.Within(start, start+len(tt.word))); have != tt.want {
				t.Errorf("%s\nhave %s\nwant %s", tt.toml, have, tt.want)
			}
		})
	}
}

var positionSeeds = []string{
	"", "a", "=", "[", "[[", "[a", "[[a]", "a = [", "a = {", `a = "`, `a = """`, `a = '''`, "a.b.",
	".", "a = [,]", "a = {,}", "\"", "a = 1\na = 2", "[a]\n[a]", "[[a]]\n[a]", "a = 1\n[a.b]",
	"a.b = 1\na.c = 2", "\ufeffa = 1", `"\u00" = 1`, `a = "\`,
	"a = [[1, 2], [{ b = 'x' }]]\n[c.d.\"e f\"]\ng = 2021-01-01 10:00:00Z\n" +
		"[[h]]\ni = 1.5e3\n[[h.j]]\nk = true\n",
	"a = \"\"\"x\"\"\"\"\"", "a = {b = 1,\n c = 2\n}", "a = 0x1F\nb = inf\nc = 10:30\n",
	"a = { b = { c = [ { d = 1 } ] } }",
}

// FuzzPosition holds the index against the decoder on everything that the decoder accepts: the same
// keys, the same items, and the text of each value, decoded by itself, is the value. On anything
// else the index only must not fail.
func FuzzPosition(f *testing.F) {
	for _, s := range positionSeeds {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		s := newFile("x.toml", text)
		at := index(s)
		checkSpans(t, s, at.root)
		if at.deep >= 0 {
			return
		}
		values, err := decode(s.text)
		if err != nil || at.twice != nil {
			return
		}
		agree(t, s, at.root, values)
	})
}

// checkSpans sees to it that every node lies inside the file.
func checkSpans(t *testing.T, s *File, n *Node) {
	for _, at := range []Span{n.Key, n.Value} {
		if at.Start < 0 || at.End < at.Start || at.End > len(s.text) {
			t.Fatalf("%s: span %v in a file of %d bytes", n.Path(), at, len(s.text))
		}
		s.pos(at.Start)
		s.width(at)
	}
	n.Within(0, 3)
	for _, c := range n.Children {
		checkSpans(t, s, c)
	}
}

// agree holds a node against what the decoder made of it.
func agree(t *testing.T, s *File, n *Node, v any) {
	switch v := v.(type) {
	case map[string]any:
		if n.Kind != TableNode || len(n.Children) != len(v) {
			t.Fatalf("%q: table of %d keys, index has kind %d with %d", n.Path(), len(v), n.Kind,
				len(n.Children))
		}
		for name, value := range v {
			c := n.Child(name)
			if c == nil {
				t.Fatalf("%q has no %q", n.Path(), name)
			}
			agree(t, s, c, value)
		}
	case []map[string]any:
		if n.Kind != TablesNode || len(n.Children) != len(v) {
			t.Fatalf("%q: %d tables, index has kind %d with %d", n.Path(), len(v), n.Kind,
				len(n.Children))
		}
		for i, c := range n.Children {
			agree(t, s, c, v[i])
		}
	case []any:
		if n.Kind != ArrayNode || len(n.Children) != len(v) {
			t.Fatalf("%q: %d items, index has kind %d with %d", n.Path(), len(v), n.Kind,
				len(n.Children))
		}
		for i, c := range n.Children {
			agree(t, s, c, v[i])
		}
	default:
		agreeScalar(t, s, n, v)
	}
}

func agreeScalar(t *testing.T, s *File, n *Node, v any) {
	text := s.text[n.Value.Start:n.Value.End]
	var one map[string]any
	if _, err := toml.Decode("x = "+text, &one); err != nil {
		t.Fatalf("%q: %q is no value: %v", n.Path(), text, err)
	}
	same := reflect.DeepEqual(one["x"], v)
	if d, ok := v.(time.Time); ok {
		same = ok && d.Equal(one["x"].(time.Time))
	}
	if !same && fmt.Sprint(one["x"]) != fmt.Sprint(v) { // not a number is no number's equal
		t.Fatalf("%q: %q is %v, want %v", n.Path(), text, one["x"], v)
	}
	want, ok := v.(string)
	if !ok {
		return
	}
	if have := unquote(text); have != want {
		t.Fatalf("%q: %q read as %q, want %q", n.Path(), text, have, want)
	}
	if at := n.Within(0, len(want)); want != "" &&
		(at.Start <= n.Value.Start || at.End >= n.Value.End) {
		t.Fatalf("%q: text at %v is not inside %v", n.Path(), at, n.Value)
	}
}
