package tongue

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

const root = "../../../"

// english are words that no Norwegian sentence has. What is quoted is the author's.
var english = regexp.MustCompile(`(^|[ (])(the|of|is|are|and|with|without|has|have|not|but|this|that|` +
	`it|its|they|only|which|what|write|name|take|give|there|here|be|as|by|from|than|er no)([ ,;:.)]|$)`)

// quoted is what stands in quotation marks, in backquotes or braces, or is written in TOML, and the key
// by in a list of keys.
var quoted = regexp.MustCompile(`, by,|"(\\.|[^"\\])*"|\{[^}]*\}|[a-z_.]+ = \S+|«[^»]*»`)

// untranslated says what of a translation is still English, "" when nothing is.
func untranslated(s, translated string) string {
	bare := quoted.ReplaceAllString(translated, "…")
	if found := english.FindString(bare); found != "" {
		return "it still has «" + strings.TrimSpace(found) + "»"
	}
	if s == translated && regexp.MustCompile(`[a-z]{3,} [a-z]{2,}`).MatchString(
		quoted.ReplaceAllString(s, "…")) {
		return "it has no template"
	}
	return ""
}

// TestGoldens translates every message and hint that the tests of the content expect.
func TestGoldens(t *testing.T) {
	files, err := filepath.Glob(root + "content/testdata/problems/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatalf("no goldens: %v", err)
	}
	seen := map[string]bool{"Ikke spurt i 2020.": true, "Andre svar.": true} // an author's own reasons
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for line := range strings.Lines(string(text)) {
			line = strings.TrimRight(line, "\n")
			message := ""
			if m := place().FindStringSubmatch(line); m != nil && !strings.HasPrefix(line, " ") {
				message = m[2]
			} else if hint, ok := strings.CutPrefix(line, "    hint: "); ok {
				message = hint
			}
			if message == "" || seen[message] {
				continue
			}
			seen[message] = true
			for _, language := range []string{"nb", "nn"} {
				got := Line(language, "a.toml:1:1: "+message)
				if wrong := untranslated("a.toml:1:1: "+message, got); wrong != "" {
					t.Errorf("%s: %s\n\t%s\n\t%s", language, wrong, message, got)
				}
			}
		}
	}
	if len(seen) < 250 {
		t.Errorf("only %d messages", len(seen))
	}
}

// telling are the functions that tell an author something; their texts are arguments.
var telling = map[string]bool{"AtKey": true, "AtValue": true, "Problem": true, "Warn": true, "warn": true,
	"fail": true, "misfit": true, "Doubt": true, "problem": true, "exactly": true, "warnWithin": true,
	"Missing": true, "atFile": true, "wrong": true}

// TestSource translates every text that the source below content tells an author, with stand-ins for
// what it names. A new message needs a paragraph in catalog.txt.
func TestSource(t *testing.T) {
	texts := map[string]token.Position{}
	files := token.NewFileSet()
	err := filepath.WalkDir(root+"content", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(path, ".go") ||
			strings.HasSuffix(path, "_test.go") || strings.Contains(path, "/invent/") {
			return err
		}
		f, err := parser.ParseFile(files, path, nil, 0)
		if err != nil {
			return err
		}
		ast.Inspect(f, func(n ast.Node) bool {
			call, ok := n.(*ast.CallExpr)
			if !ok || !telling[called(call)] {
				return true
			}
			for _, arg := range call.Args {
				if s, ok := sample(arg); ok && strings.Contains(s, " ") {
					texts[s] = files.Position(arg.Pos())
				}
			}
			return true
		})
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	for s, at := range texts {
		for _, language := range []string{"nb", "nn"} {
			got := Text(language, s)
			if wrong := untranslated(s, got); wrong != "" {
				t.Errorf("%s:%d: %s: %s\n\t%s\n\t%s", strings.TrimPrefix(at.Filename, root), at.Line,
					language, wrong, s, got)
			}
		}
	}
	if len(texts) < 200 {
		t.Errorf("only %d texts", len(texts))
	}
}

// called is the name of the function or method of a call.
func called(call *ast.CallExpr) string {
	switch f := call.Fun.(type) {
	case *ast.Ident:
		return f.Name
	case *ast.SelectorExpr:
		return f.Sel.Name
	}
	return ""
}

// verb is a verb of fmt with its flags.
var verb = regexp.MustCompile(`%[-+# 0]*[0-9.]*([a-zA-Z])`)

// sample is a text that an expression makes, with stand-ins; false when it begins with no literal.
func sample(e ast.Expr) (string, bool) {
	switch e := e.(type) {
	case *ast.BasicLit:
		if e.Kind == token.STRING {
			s, err := strconv.Unquote(e.Value)
			return s, err == nil
		}
	case *ast.BinaryExpr:
		left, ok := sample(e.X)
		right, also := sample(e.Y)
		if e.Op != token.ADD || !ok && !also {
			return "", false
		}
		if !ok {
			left = `x`
		}
		if !also {
			right = `x`
		}
		return left + right, true
	case *ast.CallExpr:
		if called(e) == "Sprintf" && len(e.Args) > 0 {
			format, ok := sample(e.Args[0])
			format = strings.ReplaceAll(format, "%%", "\x00")
			return strings.ReplaceAll(verb.ReplaceAllStringFunc(format, func(v string) string {
				switch v[len(v)-1] {
				case 'd', 'f', 'g':
					return "7"
				}
				return `x`
			}), "\x00", "%"), ok
		}
	}
	return "", false
}

// TestWriter translates whole lines, whatever the pieces in which they come, and leaves the author's
// lines alone.
func TestWriter(t *testing.T) {
	const in = "content/2022/r/a.toml:3:1: error: \"68,8 prosent\": the words name 3 of 4, 75 % (s.f | Ja) [number]\n" +
		"    the counts add up to 3, the base is 4\n    ^^^^\n    hint: take it out\n\n2 problems; nothing was written\nend"
	const want = "content/2022/r/a.toml:3:1: feil: \"68,8 prosent\": ordene gjelder 3 av 4, 75 % (s.f | Ja) [number]\n" +
		"    the counts add up to 3, the base is 4\n    ^^^^\n    tips: ta den bort\n\n2 feil; ingenting ble skrevet\nend"
	for size := 1; size < len(in); size += 7 {
		var out strings.Builder
		v := &Voice{}
		v.Prefer("nb")
		w := v.Writer(&out)
		for s := in; s != ""; {
			n := min(size, len(s))
			if _, err := w.Write([]byte(s[:n])); err != nil {
				t.Fatal(err)
			}
			s = s[n:]
		}
		if err := w.Close(); err != nil {
			t.Fatal(err)
		}
		if out.String() != want {
			t.Fatalf("in pieces of %d:\n%s\nwant\n%s", size, out.String(), want)
		}
	}
	v := &Voice{}
	v.Choose("en")
	v.Prefer("nb")
	if v.Language() != "en" {
		t.Error("a report's language goes before the author's")
	}
}

// TestCatalog has as many holes in a translation as in the English, each once.
func TestCatalog(t *testing.T) {
	l := catalog()
	all := append([]*entry(nil), l.others...)
	for _, of := range l.begins {
		all = append(all, of...)
	}
	seen := map[string]bool{}
	for _, e := range all {
		name := strings.Join(e.pieces, "{}")
		if seen[name] {
			t.Errorf("%s is there twice", name)
		}
		seen[name] = true
		for language, translation := range map[string]string{"nb": e.nb, "nn": e.nn} {
			parts, used := parts(translation), map[int]bool{}
			for _, p := range parts {
				if p.hole >= 0 {
					used[p.hole] = true
				}
			}
			if len(used) != len(e.pieces)-1 || len(used) != len(parts)-1 {
				t.Errorf("%s has %d holes, %s has %d", name, len(e.pieces)-1, language, len(parts)-1)
			}
		}
	}
	if len(all) < 300 {
		t.Errorf("only %d entries", len(all))
	}
}

// FuzzText gives no panic and no endless work, whatever the text.
func FuzzText(f *testing.F) {
	f.Add(`no {} {} ({}); there is "x`)
	f.Add(strings.Repeat(`; this year is shown alone`, 20))
	f.Fuzz(func(t *testing.T, s string) {
		for _, language := range []string{"nb", "nn", "en"} {
			if got := Line(language, s); strings.Count(got, "\n") != strings.Count(s, "\n") {
				t.Errorf("%q became %q", s, got)
			}
		}
	})
}
