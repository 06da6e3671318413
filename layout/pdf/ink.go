package pdf

import (
	"rapport/charts/vector"
	"rapport/fonts"
	"rapport/layout/frame"
	"rapport/layout/press"
)

// pressed is what content knows of the press: where the page's bleed ends, and who decides about
// inks.
type pressed struct {
	width, height, bleed fonts.Pt
	*press.Painter
}

// inkText sets the ink of a text.
func (c *content) inkText(t *frame.Text) {
	p, err := c.press.Text(t)
	c.fail(err)
	c.ink(&c.fill, p.Fill, "k")
	c.setOverprint(p.Overprint)
}

// inkShape sets the inks of a shape and returns its path as the press needs it.
func (c *content) inkShape(s *vector.Shape) vector.Path {
	p, err := c.press.Shape(s)
	c.fail(err)
	if p.Filled {
		c.ink(&c.fill, p.Fill, "k")
	}
	if p.Stroked {
		c.ink(&c.stroke, p.Stroke, "K")
	}
	c.setOverprint(p.Overprint && c.form == nil) // what lies below a form's paint is not known
	return c.press.reach(s.Path)
}

// ink sets a colour of DeviceCMYK if it is not set already.
func (c *content) ink(now *paint, i press.Ink, op string) {
	want := paint{ink: i, inked: true}
	if *now == want {
		return
	}
	*now = want
	for _, v := range [...]uint8{i.C, i.M, i.Y, i.K} {
		c.b = append(appendDecimal(c.b, int64(v), 2), ' ')
	}
	c.op(op)
}

// Names of the graphics states that every page of the press has (ISO 32000-1, 8.6.7). In overprint
// mode 1 an ink of 0 % leaves what is below as it is; without it black text would still knock out
// colours.
const (
	overprinting = "/O gs"
	knockingOut  = "/N gs"
	paintStates  = "<</O<</Type/ExtGState/OP true/op true/OPM 1>>" +
		"/N<</Type/ExtGState/OP false/op false/OPM 0>>>>"
)

// setOverprint chooses between adding to the inks below and taking them away, the initial state.
func (c *content) setOverprint(on bool) {
	if on == c.overprint {
		return
	}
	if c.overprint = on; on {
		c.op(overprinting)
	} else {
		c.op(knockingOut)
	}
}

// fail keeps the first error.
func (c *content) fail(err error) {
	if c.err == nil {
		c.err = err
	}
}

// reach stretches a rectangle that touches the trim to the end of the bleed: a ground is to run off
// the page whatever bleed the print shop asks for.
func (p *pressed) reach(path vector.Path) vector.Path {
	a, b, ok := rectangle(path)
	if !ok {
		return path
	}
	low := vector.Point{X: min(a.X, b.X), Y: min(a.Y, b.Y)}
	high := vector.Point{X: max(a.X, b.X), Y: max(a.Y, b.Y)}
	from, to := low, high
	from.X, to.X = outwards(low.X, high.X, p.width, p.bleed)
	from.Y, to.Y = outwards(low.Y, high.Y, p.height, p.bleed)
	if from == low && to == high {
		return path
	}
	return vector.Rect(from.X, from.Y, to.X-from.X, to.Y-from.Y)
}

// outwards stretches the ends of a rectangle along one side of the page, which is long.
func outwards(low, high, long, bleed fonts.Pt) (fonts.Pt, fonts.Pt) {
	if low < touching {
		low = min(low, -bleed)
	}
	if high > long-touching {
		high = max(high, long+bleed)
	}
	return low, high
}

// touching is how near to the trim a ground must come to run off the page, in points.
const touching = 0.01
