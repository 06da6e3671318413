package flow

import (
	"fmt"
	"slices"
	"testing"

	"rapport/fonts"
)

// TestThreeColumns sets a stack in three columns: all of it once and in order, no higher than it must be
// on its last page, with what is repeated above every column but the first, and no group parted.
func TestThreeColumns(t *testing.T) {
	var stack []Atom
	for i := range 40 {
		bond := Loose
		if i%2 == 0 {
			bond = Wish // two rows of a group
		}
		stack = append(stack, named(fmt.Sprint(i), 5, bond))
	}
	b := Band{Stack: stack, Columns: []Column{{Span: 4}, {Start: 4, Span: 4}, {Start: 8, Span: 4}}}
	for i := range b.Columns {
		b.Columns[i].Repeat = []Atom{named("head", 5, Bound)}
	}
	pages := pack([]Band{b}, 50)
	if len(pages) != 2 {
		t.Fatalf("%d pages, want 2", len(pages))
	}
	next := 0
	for i, p := range pages {
		var heights []fonts.Mm
		for k, c := range p.Placed[0].Band.Columns {
			heights = append(heights, c.Height())
			atoms := c.stacked()
			if repeats := atoms[0].Component.(tile).name == "head"; repeats != (i+k > 0) {
				t.Errorf("page %d, column %d repeats its head: %v", i+1, k+1, repeats)
			} else if repeats {
				atoms = atoms[1:]
			}
			if first := atoms[0].Component.(tile).name; first != fmt.Sprint(next) || next%2 != 0 {
				t.Errorf("page %d, column %d begins with %s, want %d", i+1, k+1, first, next)
			}
			next += len(atoms)
		}
		if most := []fonts.Mm{50, 35}[i]; slices.Max(heights) > most {
			t.Errorf("page %d: columns of %v, more than %v", i+1, heights, most)
		}
	}
	if next != len(stack) {
		t.Errorf("%d of %d are placed", next, len(stack))
	}
}
