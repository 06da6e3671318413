package text

import (
	"encoding/binary"
	"math"
	"os"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/go-text/typesetting/harfbuzz"

	"rapport/fonts"
)

var houseNames = []string{
	"Schibsted Grotesk 400", "Schibsted Grotesk 500",
	"Schibsted Grotesk 600", "Schibsted Grotesk 700",
	"Source Serif 4 400", "Source Serif 4 400 italic",
	"Source Serif 4 600", "Source Serif 4 600 italic",
}

// TestHouse shapes all pairs of the house's faces, and holds what was made beforehand against them.
func TestHouse(t *testing.T) {
	var made []byte
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

// shapedPairs is the table of a face, by shaping each pair. Where letters have a glyph together,
// those of a pair come from letterspacing, and must be as they are without it elsewhere.
func shapedPairs(f *fonts.Face) []byte {
	texts := make([]string, symbols)
	for r := range rune(0x3000) {
		if at := symbol(r); at >= 0 {
			texts[at] = string(r)
		}
	}
	copy(texts[firstLigature:], ligatures[:])
	ws := newWorkspace()
	shape := func(parts ...string) []cluster { return ws.apart(f, parts) }
	glyphs := make([]uint16, symbols)
	rows := make([][symbols]int16, symbols+1)
	for i := range rows {
		for a := range rows[i] {
			rows[i][a] = together
		}
	}
	for a := range texts {
		if alone := shape(texts[a]); alone != nil {
			glyphs[a], rows[0][a] = alone[0].glyphs[0].ID, int16(alone[0].glyphs[0].Advance)
		}
	}
	for a := range texts {
		for b := range texts {
			both := shape(texts[a], texts[b])
			if both != nil && both[0].glyphs[0].ID == glyphs[a] &&
				both[1].glyphs[0].ID == glyphs[b] {
				rows[1+b][a] = int16(both[0].glyphs[0].Advance)
			}
		}
	}
	made, _ := binary.Append(nil, binary.LittleEndian, glyphs) // a slice of numbers
	made, _ = binary.Append(made, binary.LittleEndian, rows)
	return made
}

// apart is a cluster for each part of a text, or none when these have glyphs together.
func (ws *workspace) apart(f *fonts.Face, parts []string) []cluster {
	ligature := slices.ContainsFunc(parts, func(s string) bool {
		return slices.Contains(ligatures[:], s)
	})
	text := strings.Join(parts, "")
	w, _ := ws.shapeAnew(f, text, !ligature, harfbuzz.LeftToRight)
	tight, _ := ws.shapeAnew(f, text, false, harfbuzz.LeftToRight)
	if len(w.clusters) != len(parts) ||
		len(tight.clusters) == len(parts) && !reflect.DeepEqual(w, tight) {
		return nil
	}
	for i, c := range w.clusters {
		g := c.glyphs[0]
		if len(c.glyphs) > 1 || g.Text() != parts[i] || c.face != f || g.X != 0 || g.Y != 0 ||
			g.ID == 0 || g.Advance <= together || g.Advance > math.MaxInt16 {
			return nil
		}
	}
	return w.clusters
}

// TestPairs tries whether pairs decide: every three symbols of an alphabet, and four of a smaller
// one, shaped at once and put together from their pairs.
func TestPairs(t *testing.T) {
	for _, name := range houseNames {
		f := face(t, name)
		for _, loose := range []bool{false, true} {
			tried := triedPairs(t, f, loose, 3, " aefijlrtvøATVf17.,-–«%(’ï\u00A0\u00AD\u2009")
			tried += triedPairs(t, f, loose, 4, "fijltbk ")
			if tried < 29*29*29 {
				t.Errorf("%s, loose %v: only %d words were put together", name, loose, tried)
			}
		}
	}
}

// triedPairs tries all words of so many letters of an alphabet, and counts those that are put
// together.
func triedPairs(t *testing.T, f *fonts.Face, loose bool, letters int, alphabet string) (tried int) {
	t.Helper()
	ws, runes := newWorkspace(), []rune(alphabet)
	for n := range int(math.Pow(float64(len(runes)), float64(letters))) {
		word := make([]rune, letters)
		for i := range word {
			word[i] = runes[n%len(runes)]
			n /= len(runes)
		}
		text := string(word)
		got := pairsOf(f).assemble(text, loose)
		if got == nil {
			continue
		}
		tried++
		want, _ := ws.shapeAnew(f, text, loose, harfbuzz.LeftToRight)
		if !reflect.DeepEqual(got, want) {
			t.Fatalf("%s, loose %v: %q is not the sum of its pairs", f.PostScript, loose, text)
		}
	}
	return tried
}

// TestAlone shapes words whose pairs are not known.
func TestAlone(t *testing.T) {
	for _, text := range []string{"", "čaž", "\u2009č", "ï\u0308"} {
		if w := pairsOf(face(t, houseNames[0])).assemble(text, false); w != nil {
			t.Errorf("%q was put together: %v", text, w)
		}
	}
	if w := pairsOf(face(t, "Noto Sans 400")).assemble("a", false); w != nil {
		t.Errorf("a letter of another face was put together: %v", w)
	}
}
