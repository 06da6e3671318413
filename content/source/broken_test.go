package source

import (
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
)

var breaks = flag.Int("breaks", 25, "how often each way to break a line is tried")

// breaking is a way in which people break a line of TOML.
type breaking struct {
	name string
	line *regexp.Regexp
	with string // in place of the match
	want string // the line that is proposed, in place of the match; "same" for the line as it was
}

var (
	aText   = regexp.MustCompile(`^([a-z_]+) = "([^"\\{}'“”«»]+)"$`)
	aCount  = regexp.MustCompile(`^("[^"\\]+") = ([0-9]+)$`)
	aHeader = regexp.MustCompile(`^(\[+[a-z.]+\]*)\]$`)
	aFi     = regexp.MustCompile(`^(.*)fi([a-z]*(?:\]| = ).*)$`)
)

var breakings = []breaking{
	{"smart quotes", aText, "$1 = “$2”", "same"},
	{"low quotes", aText, "$1 = „$2“", "same"},
	{"guillemets", aText, "$1 = «$2»", "same"},
	{"single quotes", aText, "$1 = ‘$2’", "same"},
	{"one smart quote", aText, "$1 = \"$2”", "same"},
	{"smart quotes around a name", aCount, "", "same"},
	{"no closing quote", aText, "$1 = \"$2", "same"},
	{"no opening quote", aText, "$1 = $2\"", "same"},
	{"no quotes", aText, "$1 = $2", "same"},
	{"no equals sign", aText, "$1 \"$2\"", "same"},
	{"no equals sign, count", aCount, "$1 $2", "same"},
	{"a colon", aText, "$1: \"$2\"", "same"},
	{"no closing bracket", aHeader, "$1", "same"},
	{"thousands", aCount, "$1 = 1 038", "$1 = 1038"},
	{"thousands, no-break", aCount, "$1 = 1\u00a0038", "$1 = 1038"},
	{"decimal comma", aCount, "$1 = 29,5", "$1 = 29.5"},
	{"per cent", aCount, "$1 = 45 %", ""},
	{"per cent with comma", aCount, "$1 = 45,2 %", ""},
	{"no-break space after a name", aText, "$1\u00a0= \"$2\"", "same"},
	{"no-break space before a name", aText, "\u00a0$1 = \"$2\"", "same"},
	{"tab for equals sign", aCount, "$1\t$2", "same"},
	{"ligature in a name", aFi, "${1}ﬁ$2", "same"},
	{"soft line break at the end", aText, "$1 = \"$2\"\u2028", "same"},
	{"soft line break, vertical tab", aText, "$1 = \"$2\"\v", "same"},
	{"soft line break in a text", regexp.MustCompile(`^([a-z_]+) = "([^"\\{}]+) ([^"\\{} ]+)"$`),
		"$1 = \"$2\u2028$3\"", "same"},
}

// breakLine breaks a line, when it can be broken so.
func (b breaking) breakLine(line string) (broken, want string, ok bool) {
	if !b.line.MatchString(line) {
		return "", "", false
	}
	broken, want = b.line.ReplaceAllString(line, b.with), line
	if b.name == "smart quotes around a name" {
		broken = strings.Replace(strings.Replace(line, `"`, "“", 1), `"`, "”", 1)
	}
	if b.want != "same" {
		want = b.line.ReplaceAllString(line, b.want)
	}
	return broken, want, broken != line
}

// validFiles are the lines of all TOML files here.
func validFiles(t *testing.T) [][]string {
	t.Helper()
	var out [][]string
	names, err := filepath.Glob("../20*/*/*.toml")
	if err != nil || len(names) == 0 {
		t.Fatalf("no files: %v", err)
	}
	for _, name := range names {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		r := NewReader(fstest.MapFS{"a.toml": {Data: data}})
		if r.File("a.toml") == nil || len(r.Problems)+len(r.Warnings) > 0 {
			t.Errorf("%s: a valid file is called wrong: %v", name, r.Problems)
		}
		out = append(out, strings.Split(string(data), "\n"))
	}
	return out
}

// inLongText says whether a line stands in a text over several lines.
func inLongText(lines []string, at int) bool {
	return strings.Count(strings.Join(lines[:at], "\n"), `"""`)%2 == 1
}

// places are the lines of a file that can be broken in a way.
func (b breaking) places(lines []string) []int {
	var out []int
	for i, line := range lines {
		if _, _, ok := b.breakLine(line); ok && !inLongText(lines, i) {
			out = append(out, i)
		}
	}
	return out
}

// TestBroken breaks valid files in each way at random places, one and then three at a time, and counts
// where the line is named, and where it is shown as it should be. Shares may not fall below what they
// are now; -v prints them.
func TestBroken(t *testing.T) {
	files := validFiles(t)
	rnd := rand.New(rand.NewPCG(15, 6))
	var all [4]int
	for _, b := range breakings {
		var n, named, right int
		for range *breaks {
			lines := slices.Clone(files[rnd.IntN(len(files))])
			places := b.places(lines)
			if len(places) == 0 {
				continue
			}
			at := places[rnd.IntN(len(places))]
			broken, want, _ := b.breakLine(lines[at])
			lines[at] = broken
			n++
			problems := problemsIn(lines)
			ofLine := len(problems) == 1 && problems[0].Pos.Line == at+1
			if ofLine {
				named++
			}
			if ofLine && (problems[0].Hint == "write: "+want || want == "" && problems[0].Hint != "") {
				right++
			} else if n-right <= 2 {
				t.Logf("%s: %q: %v", b.name, broken, firstOf(problems))
			}
		}
		t.Logf("%-32s %3d broken, %3d named, %3d right", b.name, n, named, right)
		all[0], all[1], all[2] = all[0]+n, all[1]+named, all[2]+right
	}
	t.Logf("%-32s %3d broken, %3d named, %3d right", "in all", all[0], all[1], all[2])
	together(t, files, rnd)
	if 100*all[1] < leastNamed*all[0] || 100*all[2] < leastRight*all[0] {
		t.Errorf("of %d broken lines %d are named and %d shown as they should be", all[0], all[1], all[2])
	}
}

// Shares that are reached, in per cent.
const (
	leastNamed = 98
	leastRight = 94
)

// together breaks three lines of a file, each in another way.
func together(t *testing.T, files [][]string, rnd *rand.Rand) {
	t.Helper()
	var n, named, whole int
	for range 4 * *breaks {
		lines := slices.Clone(files[rnd.IntN(len(files))])
		want := map[int]bool{}
		for range 3 {
			b := breakings[rnd.IntN(len(breakings))]
			places := b.places(lines)
			if len(places) == 0 {
				continue
			}
			at := places[rnd.IntN(len(places))]
			if want[at+1] {
				continue
			}
			lines[at], _, _ = b.breakLine(lines[at])
			want[at+1] = true
		}
		found := map[int]bool{}
		for _, p := range problemsIn(lines) {
			found[p.Pos.Line] = true
		}
		hits := 0
		for line := range want {
			if found[line] {
				hits++
			}
		}
		n, named = n+len(want), named+hits
		if hits == len(want) && len(found) == hits {
			whole++
		}
	}
	t.Logf("three at a time: of %d lines %d named together, %d of %d files without one too few or too many",
		n, named, whole, 4**breaks)
}

func problemsIn(lines []string) Problems {
	r := NewReader(fstest.MapFS{"a.toml": {Data: []byte(strings.Join(lines, "\n"))}})
	r.Language = "nb"
	r.File("a.toml")
	return r.Problems
}

func firstOf(ps Problems) string {
	if len(ps) == 0 {
		return "nothing is told"
	}
	return fmt.Sprintf("%d: %s / %s (line %q)", len(ps), ps[0].Text, ps[0].Hint, ps[0].Line)
}
