package tongue

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// rooms are whose words words.txt has, and the files that say them.
var rooms = map[Room][]string{
	"send":    {"cmd/internal/mail/*.go"},
	"import":  {"cmd/rapport/import*.go"},
	"table":   {"cmd/internal/tongue/fault.go"},
	"init":    {"cmd/rapport/init.go"},
	"proof":   {"cmd/rapport/proof.go"},
	"preview": {"cmd/internal/preview/*.go"},
}

var (
	filled   = regexp.MustCompile(`%(\[\d\])?[-+# 0]*[\d.]*[a-zA-Z]|@[A-Z]+@|\||\{\w+\}|--[a-z-]+|[a-z]+ = |RAPPORT_\w+`)
	bokmaal  = regexp.MustCompile(`(?i)(^|[ («])(ikke|fra|hvor|hva|hvem|noen|flere|mottakere|endret|sendes|filen|mappen)([ ,;:.)]|$)`)
	nynorsk  = regexp.MustCompile(`(?i)(^|[ («])(ikkje|frå|kor|kva|kven|nokon|nokre|fleire|mottakarar|endra|fila|mappa)([ ,;:.)]|$)`)
	composed = regexp.MustCompile(`^(note |why |change |kind |next\.|broken\.|err\.certificate\.)`)
)

// TestWords: every key is said in three languages, which name the same things in the same order and begin
// and end alike, and none has the words of another.
func TestWords(t *testing.T) {
	all, err := readWords(wordsText)
	if err != nil {
		t.Fatal(err)
	}
	edges := func(s string) string {
		inner := strings.TrimSpace(s)
		return strings.Replace(s, inner, "…", 1)
	}
	for key, s := range all {
		room, _, _ := strings.Cut(key, " ")
		if rooms[Room(room)] == nil {
			t.Errorf("%s: there is no room %q", key, room)
		}
		want := slices.Sorted(slices.Values(filled.FindAllString(s[0], -1)))
		verbs := verb.FindAllString(s[0], -1)
		for i, language := range []string{"en", "nb", "nn"} {
			if s[i] == "" || edges(s[i]) != edges(s[0]) {
				t.Errorf("%s: %s is %q beside %q", key, language, s[i], s[0])
			}
			if got := slices.Sorted(slices.Values(filled.FindAllString(s[i], -1))); !slices.Equal(got, want) {
				t.Errorf("%s: %s names %q, and English %q", key, language, got, want)
			}
			if got := verb.FindAllString(s[i], -1); !slices.Equal(got, verbs) {
				t.Errorf("%s: %s has the verbs %q, and English %q", key, language, got, verbs)
			}
			if m := english.FindString(quoted.ReplaceAllString(s[i], "…")); i > 0 && m != "" {
				t.Errorf("%s: %s still has %q: %q", key, language, m, s[i])
			}
		}
		if m := nynorsk.FindString(s[1]); m != "" {
			t.Errorf("%s: the bokmål has the nynorsk %q: %q", key, m, s[1])
		}
		if m := bokmaal.FindString(s[2]); m != "" {
			t.Errorf("%s: the nynorsk has the bokmål %q: %q", key, m, s[2])
		}
	}
	if len(all) < 200 {
		t.Errorf("only %d keys", len(all))
	}
}

// TestWordsAreSaid: what the source says is in words.txt, and what is in words.txt is said.
func TestWordsAreSaid(t *testing.T) {
	literals := map[string]bool{}
	for _, dir := range []string{"cmd", "content/intake"} {
		for _, path := range sources(t, root+dir) {
			ast.Inspect(parsed(t, path), func(n ast.Node) bool {
				if s, ok := literal(n); ok {
					literals[s] = true
				}
				return true
			})
		}
	}
	var page strings.Builder
	for _, path := range matching(t, []string{"cmd/internal/preview/page/*"}) {
		text, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		page.Write(text)
	}
	for key := range dictionary() {
		room, what, _ := strings.Cut(key, " ")
		before := composed.FindString(what)
		is := literals[what] || before != "" && literals[before] && literals[what[len(before):]]
		if room == "preview" {
			is = regexp.MustCompile(`(words\.|data-label="|["'])` + what + `\b`).MatchString(page.String())
		}
		if !is {
			t.Errorf("nothing says %q", key)
		}
	}
	said := 0
	for room, patterns := range rooms {
		for _, path := range matching(t, patterns) {
			ast.Inspect(parsed(t, path), func(n ast.Node) bool {
				call, ok := n.(*ast.CallExpr)
				if !ok || len(call.Args) == 0 {
					return true
				}
				method, ok := call.Fun.(*ast.SelectorExpr)
				if !ok || method.Sel.Name != "say" && method.Sel.Name != "print" {
					return true
				}
				if key, ok := literal(call.Args[0]); ok {
					if said++; room.Words("en", key) == "" {
						t.Errorf("%s: there are no words for %q", path, key)
					}
				}
				return true
			})
		}
	}
	if said < 80 {
		t.Errorf("only %d calls", said)
	}
}

// TestRoom says words in a language, English when it is none of the three.
func TestRoom(t *testing.T) {
	for language, want := range map[string]string{"nb": "Skrevet: a", "nn": "Skrive: a", "en": "Written: a", "sv": "Written: a"} {
		if got := Room("import").Say(language, "written", "a"); got != want {
			t.Errorf("%s: %q, want %q", language, got, want)
		}
	}
	for _, wrong := range []string{"a\nb", "a\nb\nc\nd\ne", "a\nb\nc\n\na\nb\nc"} {
		if all, err := readWords(wrong); err == nil {
			t.Errorf("%q is read as %q", wrong, all)
		}
	}
}

// sources are the Go files below a folder that are part of the program.
func sources(t *testing.T, dir string) (paths []string) {
	t.Helper()
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err == nil && strings.HasSuffix(path, ".go") && !strings.HasSuffix(path, "_test.go") {
			paths = append(paths, path)
		}
		return err
	})
	if err != nil || len(paths) == 0 {
		t.Fatalf("no source in %s: %v", dir, err)
	}
	return paths
}

// matching are the files of patterns that are part of the program.
func matching(t *testing.T, patterns []string) (paths []string) {
	t.Helper()
	for _, p := range patterns {
		found, err := filepath.Glob(root + p)
		if err != nil || len(found) == 0 {
			t.Fatalf("%s: %v", p, err)
		}
		for _, path := range found {
			if !strings.HasSuffix(path, "_test.go") {
				paths = append(paths, path)
			}
		}
	}
	return paths
}

func parsed(t *testing.T, path string) *ast.File {
	t.Helper()
	f, err := parser.ParseFile(token.NewFileSet(), path, nil, 0)
	if err != nil {
		t.Fatal(err)
	}
	return f
}

// literal is the value of a string literal.
func literal(n ast.Node) (string, bool) {
	lit, ok := n.(*ast.BasicLit)
	if !ok || lit.Kind != token.STRING {
		return "", false
	}
	s, err := strconv.Unquote(lit.Value)
	return s, err == nil
}
