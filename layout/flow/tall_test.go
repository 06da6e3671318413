package flow

import (
	"testing"

	"rapport/fonts"
)

// lined is an atom of lines of 5 mm that parts between any two, but leaves least on each side.
func lined(n, least int, bond Bond) Atom {
	a := Atom{Height: fonts.Mm(5 * n), Bond: bond}
	a.Part = func(room fonts.Mm) (head, tail Atom, ok bool) {
		k := int((room + slack) / 5)
		if k < least || k > n-least {
			return Atom{}, Atom{}, false
		}
		return lined(k, least, Loose), lined(n-k, least, bond), true
	}
	return a
}

// TestTallHeading divides a heading and a text where the heading takes nearly all of the room, and
// sees that an ordinary one goes along with what it heads.
func TestTallHeading(t *testing.T) {
	for _, c := range []struct {
		name          string
		heading, text int // lines
		room          fonts.Mm
		first         fonts.Mm // height of what stays, 0: nothing can
	}{
		{"room for the text's beginning", 45, 20, 240, 240},
		{"no room for it", 47, 20, 240, 220},
		{"a heading at the foot", 2, 20, 12, 0},
		{"a heading taller than the room", 60, 20, 240, 240},
	} {
		all := []Atom{lined(c.heading, 1, Bound), lined(c.text, 2, Loose)}
		first, rest := Divide(all, c.room)
		if have := height(first); have != c.first {
			t.Errorf("%s: %g mm stay, want %g", c.name, have, c.first)
		}
		if sum := height(first) + height(rest); sum != fonts.Mm(5*(c.heading+c.text)) {
			t.Errorf("%s: %g mm in all", c.name, sum)
		}
	}
}
