package charts

import (
	"fmt"
	"math"

	"rapport/charts/vector"
	"rapport/fonts"
)

// Share of the size that capitals reach above the baseline, and descenders below, at most.
const (
	ascending  = 0.7
	descending = 0.2
)

// labelRoom is the room that a label's letters take.
func (c *canvas) labelRoom(l *vector.Label) box {
	w := c.set.Width(l.Text, l.Font)
	x := l.At.X
	switch l.Align {
	case vector.Center:
		x -= w / 2
	case vector.Right:
		x -= w
	}
	return box{x, l.At.Y - ascending*l.Font.Size, w, (ascending + descending) * l.Font.Size}
}

// guard is the last look at a drawing: text that leaves the picture or lies on other text is an
// error, never an overprint. The forms see to it that it is seldom met.
func (c *canvas) guard() error {
	const slack = fonts.Pt(0.5)
	taken := rooms{}
	for _, it := range c.pic.Items {
		if it.Label == nil {
			continue
		}
		room := c.labelRoom(it.Label)
		if room.x < -slack || room.x+room.w > c.width+slack {
			return &noRoom{fmt.Sprintf("%q is wider than its place", it.Label.Text)}
		}
		if room.y < -slack || it.Label.At.Y > c.pic.Height+slack {
			return &noRoom{fmt.Sprintf("%q stands above or below the picture", it.Label.Text)}
		}
		if other := taken.add(room, it.Label); other != nil {
			return &noRoom{fmt.Sprintf("no room for both %q and %q", other.Text, it.Label.Text)}
		}
	}
	return nil
}

// rooms are those of labels by the strips of the picture that they reach into, so that a label of a
// long list is held against its neighbours only.
type rooms map[int][]labelled

type labelled struct {
	box
	label *vector.Label
}

// strip is the height of a strip.
const strip fonts.Pt = 24

// add takes the room of a label, unless another has some of it.
func (r rooms) add(b box, l *vector.Label) (other *vector.Label) {
	from, to := int(math.Floor(float64(b.y/strip))), int(math.Floor(float64((b.y+b.h)/strip)))
	for i := from; i <= to; i++ {
		for _, taken := range r[i] {
			if b.meets(taken.box) {
				return taken.label
			}
		}
	}
	for i := from; i <= to; i++ {
		r[i] = append(r[i], labelled{b, l})
	}
	return nil
}
