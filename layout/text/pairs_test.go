package text

import (
	"encoding/binary"
	"os"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/go-text/typesetting/harfbuzz"

	"rapport/fonts"
)

var houseNames = []string{
	"Schibsted Grotesk 400", "Schibsted Grotesk 500", "Schibsted Grotesk 600", "Schibsted Grotesk 700",
	"Source Serif 4 400", "Source Serif 4 400 italic", "Source Serif 4 600", "Source Serif 4 600 italic",
}

// TestHouse shapes all pairs of the house's faces, and holds what was made beforehand against them.
func TestHouse(t *testing.T) {
	made := make([]byte, 0, len(house))
	for i, name := range houseNames {
		f := face(t, name)
		if f.PostScript != houseFaces[i] {
			t.Fatalf("%s is %s, not %s", name, f.PostScript, houseFaces[i])
		}
		made = append(made, shapedPairs(f)...)
		if !*update && !strings.HasPrefix(house, string(made)) {
			t.Fatalf("%s: the pairs are other ones than HarfBuzz shapes; -update writes them", name)
		}
	}
	if *update {
		if err := os.WriteFile("house.pairs", made, 0o644); err != nil {
			t.Fatal(err)
		}
	} else if len(house) != len(made) {
		t.Error("there are pairs of other faces too")
	}
}

// shapedPairs is known of a face, by shaping each pair.
func shapedPairs(f *fonts.Face) []byte {
	var runes []rune
	for r := range rune(0x3000) {
		if symbol(r) >= 0 {
			runes = append(runes, r)
		}
	}
	slices.SortFunc(runes, func(a, b rune) int { return symbol(a) - symbol(b) })
	p, ws := emptyPairs(f), newWorkspace()
	shape := func(s ...rune) {
		w, _ := ws.shapeAnew(f, string(s), false, harfbuzz.LeftToRight)
		p.learn(w)
	}
	for _, a := range runes {
		shape(a)
		for _, b := range runes {
			shape(a, b)
		}
	}
	var made []byte
	for _, id := range p.glyphs {
		made = binary.LittleEndian.AppendUint16(made, id)
	}
	for _, advance := range p.alone {
		made = binary.LittleEndian.AppendUint16(made, uint16(advance))
	}
	for b := range symbols {
		for a := range symbols {
			advance := p.advances[a][b]
			if advance == unmet {
				advance = bonded
			}
			made = binary.LittleEndian.AppendUint16(made, uint16(advance))
		}
	}
	return made
}

// TestPairs tries whether pairs decide: every three characters of an alphabet, shaped at once, against the
// same put together from pairs that were learnt from pairs.
func TestPairs(t *testing.T) {
	alphabet := []rune(" aefijlrtvøATVf17.,-–«%(’\u00A0\u00AD\u2009")
	for _, name := range houseNames {
		f := face(t, name)
		for _, loose := range []bool{false, true} {
			learnt, ws := emptyPairs(f), newWorkspace()
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
