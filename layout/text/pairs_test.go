package text

import (
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/go-text/typesetting/harfbuzz"
)

// TestPairs tries whether pairs decide: every three characters of an alphabet, shaped at once, against the
// same put together from pairs that were learnt from pairs.
func TestPairs(t *testing.T) {
	alphabet := []rune(" aefijlrtvøATVf17.,-–«%(’")
	for _, name := range []string{
		"Schibsted Grotesk 400", "Schibsted Grotesk 500", "Schibsted Grotesk 600", "Schibsted Grotesk 700",
		"Source Serif 4 400", "Source Serif 4 400 italic", "Source Serif 4 600", "Source Serif 4 600 italic",
	} {
		f := face(t, name)
		for _, loose := range []bool{false, true} {
			learnt, ws := newPairs(f), newWorkspace()
			for _, a := range alphabet {
				for _, b := range alphabet {
					w, _ := ws.shapeAnew(f, string([]rune{a, b}), loose, harfbuzz.LeftToRight)
					learnt.learn(w)
				}
			}
			assembled := 0
			for n := range len(alphabet) * len(alphabet) * len(alphabet) {
				k := len(alphabet)
				text := string([]rune{alphabet[n/k/k], alphabet[n/k%k], alphabet[n%k]})
				got := learnt.assemble(text)
				if got == nil {
					continue
				}
				assembled++
				if want, _ := ws.shapeAnew(f, text, loose, harfbuzz.LeftToRight); !reflect.DeepEqual(got, want) {
					t.Fatalf("%s, loose %v: %q is not the sum of its pairs", name, loose, text)
				}
			}
			if assembled == 0 {
				t.Errorf("%s: nothing was assembled", name)
			}
		}
	}
}

// TestLearning shapes words in two orders: what was learnt first must not matter.
func TestLearning(t *testing.T) {
	words := strings.SplitAfter(sample+" "+sample, " ")
	backwards := slices.Clone(words)
	slices.Reverse(backwards)
	for _, name := range []string{"Schibsted Grotesk 700", "Source Serif 4 400 italic"} {
		f := face(t, name)
		a, b, alone := newWorkspace(), newWorkspace(), newWorkspace()
		for _, w := range backwards {
			b.shape(wordKey{face: f, text: w})
		}
		for _, w := range words {
			one, _ := a.shape(wordKey{face: f, text: w})
			two, _ := b.shape(wordKey{face: f, text: w})
			if three, _ := alone.shapeAnew(f, w, false, harfbuzz.LeftToRight); !reflect.DeepEqual(one, three) || !reflect.DeepEqual(two, three) {
				t.Errorf("%s: %q depends on the words before it", name, w)
			}
		}
	}
}
