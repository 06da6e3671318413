package vector

import (
	"slices"

	"rapport/fonts"
)

// placing enlarges by k from the origin and then moves.
type placing struct{ k, dx, dy fonts.Pt }

// Scaled is the picture k times as large. Line widths, dashes and sizes of type scale along.
func (p *Picture) Scaled(k float64) *Picture {
	pl := placing{k: fonts.Pt(k)}
	return &Picture{Width: p.Width * pl.k, Height: p.Height * pl.k, Items: pl.items(p.Items)}
}

// Plain reports whether the picture is shapes in flat colours, and labels, alone, so that its items
// can stand among others.
func (p *Picture) Plain() bool {
	for _, it := range p.Items {
		if it.Group != nil || it.Shape != nil &&
			(it.Shape.Paint.FillGradient != nil || it.Shape.Paint.StrokeGradient != nil) {
			return false
		}
	}
	return true
}

// Each calls see for every shape of items, those in groups and not those in masks, in paint order.
func Each(items []Item, see func(*Shape)) {
	for _, it := range items {
		switch {
		case it.Shape != nil:
			see(it.Shape)
		case it.Group != nil:
			Each(it.Group.Items, see)
		}
	}
}

func (pl placing) items(all []Item) []Item {
	if all == nil {
		return nil
	}
	out := make([]Item, len(all))
	for i, it := range all {
		out[i] = pl.item(it)
	}
	return out
}

func (pl placing) item(it Item) Item {
	switch {
	case it.Shape != nil:
		return Item{Shape: &Shape{pl.path(it.Shape.Path), pl.paint(it.Shape.Paint)}}
	case it.Label != nil:
		l := *it.Label
		l.At = pl.point(l.At)
		l.Font.Size *= pl.k
		return Item{Label: &l}
	case it.Group != nil:
		g := *it.Group
		g.Items, g.Mask, g.Clips = pl.items(g.Items), pl.items(g.Mask), nil
		for _, c := range it.Group.Clips {
			g.Clips = append(g.Clips, Clip{pl.path(c.Path), c.EvenOdd})
		}
		return Item{Group: &g}
	}
	return it
}

func (pl placing) point(p Point) Point { return Point{p.X*pl.k + pl.dx, p.Y*pl.k + pl.dy} }

func (pl placing) path(p Path) Path {
	out := make(Path, len(p))
	for i, s := range p {
		for k := range s.P {
			s.P[k] = pl.point(s.P[k])
		}
		out[i] = s
	}
	return out
}

func (pl placing) paint(p Paint) Paint {
	if pl.k != 1 {
		p.Width *= pl.k
		p.Phase *= pl.k
		dash := p.Dash
		p.Dash = nil
		for _, d := range dash {
			p.Dash = append(p.Dash, d*pl.k)
		}
	}
	p.FillGradient, p.StrokeGradient = pl.gradient(p.FillGradient), pl.gradient(p.StrokeGradient)
	return p
}

func (pl placing) gradient(g *Gradient) *Gradient {
	if g == nil {
		return nil
	}
	placed := *g
	placed.Stops = slices.Clone(g.Stops)
	for i := range placed.Matrix {
		placed.Matrix[i] *= float64(pl.k)
	}
	placed.Matrix[4] += float64(pl.dx)
	placed.Matrix[5] += float64(pl.dy)
	return &placed
}
