package hyphen

import (
	"os"
	"strings"
	"testing"
)

// TestGold measures the joints by words that people divided: see testdata/README.md for where they
// are from and how they were drawn. A compound is right when it has a best point and all of its
// best points are joints of the source. A word without a joint in the source is wrong when it has
// one here; the source leaves many compounds undivided that are in every dictionary (grunnlag,
// planlegger), so that some of these are no mistakes.
func TestGold(t *testing.T) {
	for _, c := range []struct {
		tag, file string
		right     float64 // at least, of the compounds
		divided   float64 // at most, of the other words
	}{
		{"nb", "seen", 0.96, 0.03},
		{"nb", "aside", 0.95, 0.04},
		{"nn", "seen", 0.95, 0.03},
		{"nn", "aside", 0.95, 0.04},
	} {
		t.Run(c.tag+" "+c.file, func(t *testing.T) {
			g := measure(t, c.tag, "testdata/"+c.tag+"."+c.file)
			right := float64(g.right) / float64(g.compounds)
			divided := float64(g.divided) / float64(g.simple)
			t.Logf("%.1f %% of %d compounds at joints, %.1f %% nowhere; %.1f %% of %d other words",
				100*right, g.compounds, 100*float64(g.none)/float64(g.compounds),
				100*divided, g.simple)
			if right < c.right || divided > c.divided {
				t.Errorf("%.4f of the compounds are right, %.4f of the other words divided", right,
					divided)
			}
		})
	}
}

// gold counts the words of a file of testdata.
type gold struct {
	compounds, right, none int
	simple, divided        int
}

func measure(t *testing.T, tag, file string) gold {
	t.Helper()
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	var g gold
	for want := range strings.FieldsSeq(string(text)) {
		word := strings.ReplaceAll(want, "=", "")
		have := best(For(tag), word)
		switch {
		case want == word:
			g.simple++
			if joints(For(tag), word) > 0 {
				g.divided++
			}
		default:
			g.compounds++
			if have == word {
				g.none++
			} else if within(have, want) {
				g.right++
			}
		}
	}
	return g
}

// best is a word with "=" at its best points: joints, or without any, minor ones.
func best(l *Language, word string) string {
	points := l.Points(nil, word)
	top := Minor
	for _, p := range points {
		top = max(top, p.Place)
	}
	var b strings.Builder
	at := 0
	for _, p := range points {
		if p.Place == top {
			b.WriteString(word[at:p.At] + "=")
			at = p.At
		}
	}
	return b.String() + word[at:]
}

func joints(l *Language, word string) int {
	n := 0
	for _, p := range l.Points(nil, word) {
		if p.Place == Joint {
			n++
		}
	}
	return n
}

// within reports whether all joints of have are joints of want.
func within(have, want string) bool {
	for have != "" && want != "" {
		switch {
		case have[0] == want[0]:
			have, want = have[1:], want[1:]
		case want[0] == '=':
			want = want[1:]
		default:
			return false
		}
	}
	return true
}
