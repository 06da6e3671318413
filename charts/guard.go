package charts

import (
	"fmt"

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
	var rooms []box
	var texts []string
	for _, it := range c.pic.Items {
		if it.Label == nil {
			continue
		}
		room := c.labelRoom(it.Label)
		right := c.width + slack
		if it.Label.Text == insideMark {
			right += markHangs.Pt()
		}
		if room.x < -slack || room.x+room.w > right {
			return &noRoom{fmt.Sprintf("%q is wider than its place", it.Label.Text)}
		}
		if room.y < -slack || it.Label.At.Y > c.pic.Height+slack {
			return &noRoom{fmt.Sprintf("%q stands above or below the picture", it.Label.Text)}
		}
		for i, other := range rooms {
			if room.meets(other) {
				return &noRoom{fmt.Sprintf("no room for both %q and %q", texts[i], it.Label.Text)}
			}
		}
		rooms, texts = append(rooms, room), append(texts, it.Label.Text)
	}
	return nil
}
