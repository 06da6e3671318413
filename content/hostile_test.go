package content

import (
	"bytes"
	"fmt"
	"maps"
	"path"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"rapport/content/source"
)

// TestHostile gives loading input that is large in an unkind way. An answer must come within the
// time of a test, and the number of problems has a bound.
func TestHostile(t *testing.T) {
	var list strings.Builder
	for i := range 100_000 {
		fmt.Fprintf(&list, "æ%d=1,", i)
	}
	keys := strings.TrimSuffix(list.String(), ",")
	many := strings.Repeat
	tests := []struct{ name, toml string }{
		{"open arrays", "a = " + many("[", 1<<20)},
		{"open tables", "a = " + many("{a=", 1<<20)},
		{"dotted key", many("a.", 1<<20) + "a = 1"},
		{"header", "[" + many("a.", 1<<20) + "a]"},
		{"many keys on a line", "[back]\nz = {" + strings.ReplaceAll(keys, "æ", "z") + "}\n" +
			strings.ReplaceAll(strings.ReplaceAll(keys, "æ", "z"), ",", "\n")},
		{"many bad keys on a line", "back = {" + keys + "}"},
		{"many unknown keys on a line", "back = {" + strings.ReplaceAll(keys, "æ", "z") + "}"},
		{"one key many times", "a = {" + many("a=1,", 1<<20) + "}"},
		{"bytes that are not UTF-8", many("\xff", 1<<20)},
		{"control characters", "a = \"" + many("\x01", 1<<20)},
		{"open braces", "[back]\ntext = '" + many("{", 1<<14+1) + "'"},
		{"placeholders", "[back]\ntext = '" + many("{n x}", 1<<13) + "'"},
		{"good placeholders", "[back]\ntext = '" + many("{n m2021} ", 1<<13) + "'"},
		{"nested quotations", "[back]\ntext = '''\n" + many("> ", 1<<11) + "'''"},
		{"nested lists", "[back]\ntext = '''\n" + many("- ", 1<<11) + "'''"},
		{"stars", "[back]\ntext = '" + many("*a ", 1<<14) + "'"},
		{"footnotes", "[back]\ntext = '" + many("[^1]", 1<<14) + "\\n[^1]: a'"},
		{"definitions of footnotes", "[back]\ntext = '''\n" + many("[^1]: ", 1<<13) + "\n" +
			many("[^1]: a\n", 1<<11) + "'''"},
		{"words of other languages",
			"[back]\ntext = '" + many("[", 1<<13) + many("]{lang=en}", 1<<13) + "'"},
		{"citations", "[back]\ntext = '" + many("{cite repper ; odden2015}", 1<<12) +
			many("{cite a}", 1<<12) + "'"},
		{"references", many("[[reference]]\nid='a'\nauthors=['A']\nyear=1\ntitle='a'\n", 1<<12) +
			"[back]\ntext = ''"},
		{"works alike", works1000()},
		{"brackets", "[back]\ntext = '" + many("[", 1<<14) + "'"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			fsys := base(t)
			if err := edit(fsys, "@ 1-report.toml\n"+
				"- [back]\n- statement = [\"{n m2021} stemmer.\", \"{invited m2021} plasser.\"]\n"+
				"- text = \"Les mer på nettet.\"\n+ # no back"); err != nil {
				t.Fatal(err)
			}
			fsys["2022/aarsrapport/3-more.toml"] = &fstest.MapFile{Data: []byte(tt.toml)}
			start := time.Now()
			_, err := Load(fsys, 2022, "aarsrapport")
			ps := problemsIn(err)
			if len(ps) > source.MaxProblems+1 {
				t.Errorf("%d problems", len(ps))
			}
			var b strings.Builder
			if err := ps.Format(&b); err != nil {
				t.Fatal(err)
			}
			t.Logf("%d problems in %v", len(ps), time.Since(start).Round(time.Millisecond))
		})
	}
}

// works1000 is a thousand works that would be cited alike.
func works1000() string {
	var b strings.Builder
	for i := range 1000 {
		fmt.Fprintf(&b, "[[reference]]\nid='a%d'\nauthors=['A', 'B', 'C']\nyear=1\ntitle='a'\n", i)
	}
	return b.String()
}

// TestOneLineLess reads reports with every kind of block without one of their lines, or with it twice,
// as an editor leaves them in the middle of a change: nothing falls over.
func TestOneLineLess(t *testing.T) {
	oneLineLess(t, base(t), 2022, "aarsrapport")
	oneLineLess(t, filesIn(t, "../layout/testdata/longer"), 2024, "alt-mulig")
}

func oneLineLess(t *testing.T, whole fstest.MapFS, year int, name string) {
	for file, f := range whole {
		if path.Ext(file) != ".toml" {
			continue
		}
		lines := bytes.SplitAfter(f.Data, []byte("\n"))
		fsys := maps.Clone(whole)
		for i := range lines {
			without := slices.Concat(lines[:i], lines[i+1:])
			twice := slices.Concat(lines[:i+1], lines[i:])
			for _, edited := range [][][]byte{without, twice} {
				fsys[file] = &fstest.MapFile{Data: bytes.Join(edited, nil)}
				if _, err := Load(fsys, year, name); err != nil && err.Error() == "" {
					t.Errorf("%s:%d: an error without words", file, i+1)
				}
			}
		}
	}
}
