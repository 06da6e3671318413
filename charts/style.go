package charts

import (
	"slices"
	"strings"

	"rapport/charts/vector"
	"rapport/content"
	"rapport/fonts"
)

// Setter measures and breaks text with the real faces.
type Setter interface {
	// Width is the shaped width of one line; a soft hyphen at its end counts as the hyphen it is
	// drawn as.
	Width(text string, font vector.Font) fonts.Pt
	// Wrap breaks text into the fewest lines of at most width and makes these even. A word is
	// divided only if it does not fit on a line of its own; a line that ends inside a word ends
	// with U+00AD, unused soft hyphens are removed. A word that cannot be divided stays on one
	// line, too wide. The lines may be shared: they are not to be changed.
	Wrap(text string, font vector.Font, width fonts.Pt) []string
	// Narrowest is the least width in which Wrap divides words at soft hyphens and at the joints of
	// compounds only.
	Narrowest(text string, font vector.Font) fonts.Pt
}

// Style is what charts are drawn with: colours by role, and faces.
type Style struct {
	Ink       vector.Color   // text, axes
	Secondary vector.Color   // quiet text, leader lines
	Line      vector.Color   // hairlines
	White     vector.Color   // gaps between slices, hollow marks, text on dark
	Highlight vector.Color   // the one highlighted category
	BarPlain  vector.Color   // bars when nothing is highlighted
	BarMuted  vector.Color   // the other bars when one is highlighted
	Neutral   vector.Color   // residual answers in pies, open dots' outline
	Slices    []vector.Color // slices of a pie in order
	Scale5    []vector.Color // steps of a scale, lowest first
	Scale3    []vector.Color

	Regular, Medium, Semibold, Bold *fonts.Face // heading family
	Body, BodySemibold              *fonts.Face // body family
}

func font(face *fonts.Face, size fonts.Pt) vector.Font {
	return vector.Font{Face: face,
		Size: size}
}

// whole is a text on one line, without soft hyphens.
func whole(text string) string { return content.WithoutSoftHyphens(text) }

// middle is how far below a centre line the baseline of centred capitals and figures lies, in the
// size.
const middle = 0.36

// middleMixed is the same for lines of mixed letters.
const middleMixed = 0.324

func (c *canvas) label(text string, f vector.Font, color vector.Color, x, y fonts.Pt,
	align vector.Align) {
	c.pic.AddLabel(vector.Label{Text: text, Font: f, Color: color, At: vector.Point{X: x, Y: y},
		Align: align})
}

func (c *canvas) rule(x1, y1, x2, y2, width fonts.Pt, color vector.Color) {
	c.pic.AddShape(vector.Line(x1, y1, x2, y2), vector.Paint{Stroke: &color, Width: width})
}

func (c *canvas) fill(path vector.Path, color vector.Color) {
	c.pic.AddShape(path, vector.Paint{Fill: &color})
}

// widest is the width of the widest of lines.
func (c *canvas) widest(lines []string, f vector.Font) fonts.Pt {
	var w fonts.Pt
	for _, l := range lines {
		w = max(w, c.set.Width(l, f))
	}
	return w
}

// wrap breaks text into lines of at most a width, as the setter does; a line that it leaves too
// wide is cut after as many letters as fit.
func (c *canvas) wrap(text string, f vector.Font, width fonts.Pt) []string {
	lines := c.set.Wrap(text, f, width)
	for i := 0; i < len(lines); i++ {
		if c.set.Width(lines[i], f) <= width+1e-6 {
			continue
		}
		letters := []rune(lines[i])
		n := len(letters) - 1
		for n > 1 && c.set.Width(string(letters[:n]), f) > width {
			n--
		}
		if n < 1 {
			continue
		}
		rest := strings.TrimSpace(string(letters[n:]))
		lines = slices.Insert(slices.Clip(lines), i+1, rest) // which copies them
		lines[i] = strings.TrimSpace(string(letters[:n]))
	}
	return lines
}
