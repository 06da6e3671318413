package raster

import (
	"bytes"
	"image"
	"image/draw"
	_ "image/jpeg" // of images on pages
	_ "image/png"
	"math"

	xdraw "golang.org/x/image/draw"
	xvector "golang.org/x/image/vector"

	"rapport/charts/vector"
	"rapport/layout/frame"
)

// Page paints a page with so many pixels to the point. An error is that of an image on the page.
func Page(p *frame.Page, scale float64) (*image.RGBA, error) {
	size := image.Rect(0, 0,
		int(math.Round(float64(p.Width)*scale)), int(math.Round(float64(p.Height)*scale)))
	c := newCanvas(size, placing{scale: scale})
	for i := range p.Items {
		switch it := &p.Items[i]; {
		case it.Text != nil:
			c.text(it.Text)
		case it.Shape != nil:
			c.shape(it.Shape)
		case it.Image != nil:
			if err := c.image(it.Image); err != nil {
				return nil, err
			}
		case it.Drawing != nil:
			c.drawing(it.Drawing)
		}
	}
	return c.pixels, nil
}

// placing maps points onto pixels.
type placing struct {
	scale  float64
	dx, dy float64 // pixels
}

func (p placing) at(q vector.Point) (x, y float64) {
	return float64(q.X)*p.scale + p.dx, float64(q.Y)*p.scale + p.dy
}

// canvas is pixels that are painted on.
type canvas struct {
	placing
	pixels *image.RGBA
	cover  *xvector.Rasterizer
}

func newCanvas(size image.Rectangle, at placing) *canvas {
	return &canvas{at, image.NewRGBA(size), xvector.NewRasterizer(size.Dx(), size.Dy())}
}

func (c *canvas) text(t *frame.Text) {
	var path vector.Path
	t.Outline(&path)
	color := t.Run.Color
	c.shape(&vector.Shape{Path: path, Paint: vector.Paint{Fill: &color}})
}

func (c *canvas) shape(s *vector.Shape) {
	p := &s.Paint
	if p.Filled() {
		c.fill(c.area(s.Path, p.EvenOdd), p.Fill, p.FillGradient)
	}
	if p.Stroked() {
		c.fill(c.covered(c.stroke(s)), p.Stroke, p.StrokeGradient)
	}
}

// fill paints an area.
func (c *canvas) fill(area *image.Alpha, color *vector.Color, g *vector.Gradient) {
	var with image.Image
	if g != nil {
		with = c.gradient(g)
	} else {
		with = image.NewUniform(rgba(*color))
	}
	draw.DrawMask(c.pixels, area.Rect, with, area.Rect.Min, area, area.Rect.Min, draw.Over)
}

// area is how much of each pixel lies inside a path, 0 to 255.
func (c *canvas) area(p vector.Path, evenOdd bool) *image.Alpha {
	outlines := subpaths(p, c.placing)
	if !evenOdd || len(outlines) == 1 {
		return c.covered(outlines)
	}
	// What lies inside of two of the outlines lies outside. Each is taken by itself, so an outline
	// that crosses itself is filled whole.
	whole := image.NewAlpha(c.pixels.Rect)
	for _, o := range outlines {
		one := c.covered([]polygon{o})
		for y := one.Rect.Min.Y; y < one.Rect.Max.Y; y++ {
			a := whole.Pix[whole.PixOffset(one.Rect.Min.X, y):]
			b := one.Pix[one.PixOffset(one.Rect.Min.X, y):]
			for x := range one.Rect.Dx() {
				u, v := int(a[x]), int(b[x])
				a[x] = uint8(u + v - (2*u*v+127)/255)
			}
		}
	}
	return whole
}

// covered is how much of each pixel polygons cover, by the nonzero rule; only as large as they are.
func (c *canvas) covered(all []polygon) *image.Alpha {
	box := bounds(all).Intersect(c.pixels.Rect)
	out := image.NewAlpha(box)
	if box.Empty() {
		return out
	}
	z := c.cover
	z.Reset(box.Dx(), box.Dy())
	for _, p := range all {
		for i, q := range p {
			x, y := float32(q.x-float64(box.Min.X)), float32(q.y-float64(box.Min.Y))
			if i == 0 {
				z.MoveTo(x, y)
			} else {
				z.LineTo(x, y)
			}
		}
		z.ClosePath()
	}
	z.Draw(out, box, image.Opaque, image.Point{})
	return out
}

// image paints a raster into its rectangle.
func (c *canvas) image(im *frame.Image) error {
	from, _, err := image.Decode(bytes.NewReader(im.Data))
	if err != nil {
		return err
	}
	x, y := c.at(vector.Point{X: im.X, Y: im.Y})
	to := image.Rect(int(math.Round(x)), int(math.Round(y)),
		int(math.Round(x+float64(im.Width)*c.scale)), int(math.Round(y+float64(im.Height)*c.scale)))
	xdraw.CatmullRom.Scale(c.pixels, to, from, from.Bounds(), xdraw.Over, nil)
	return nil
}

// drawing paints a picture, cut off where it ends.
func (c *canvas) drawing(d *frame.Drawing) {
	before := c.placing
	c.dx, c.dy = c.at(vector.Point{X: d.X, Y: d.Y})
	edge := vector.Clip{Path: vector.Rect(0, 0, d.Picture.Width, d.Picture.Height)}
	c.group(&vector.Group{Items: d.Picture.Items, Clips: []vector.Clip{edge}, Opacity: 1})
	c.placing = before
}

// group paints items on pixels of their own, and lays these over the others as far as they let
// through; without anything that holds back it only paints.
func (c *canvas) group(g *vector.Group) {
	if g.Opacity == 1 && g.Mask == nil && len(g.Clips) == 0 {
		c.items(g.Items)
		return
	}
	own := newCanvas(c.pixels.Rect, c.placing)
	own.items(g.Items)
	through := image.NewAlpha(c.pixels.Rect)
	for i := range through.Pix {
		through.Pix[i] = uint8(math.Round(255 * g.Opacity))
	}
	for _, clip := range g.Clips {
		cut(through, c.area(clip.Path, clip.EvenOdd))
	}
	if g.Mask != nil {
		light := newCanvas(c.pixels.Rect, c.placing)
		draw.Draw(light.pixels, light.pixels.Rect, image.Black, image.Point{}, draw.Src)
		light.items(g.Mask)
		cut(through, luminance(light.pixels))
	}
	r := c.pixels.Rect
	draw.DrawMask(c.pixels, r, own.pixels, r.Min, through, r.Min, draw.Over)
}

func (c *canvas) items(all []vector.Item) {
	for _, it := range all {
		switch {
		case it.Shape != nil:
			c.shape(it.Shape)
		case it.Group != nil:
			c.group(it.Group)
		}
	}
}

// cut lets through what both let through.
func cut(a, b *image.Alpha) {
	for y := a.Rect.Min.Y; y < a.Rect.Max.Y; y++ {
		row := a.Pix[a.PixOffset(a.Rect.Min.X, y):][:a.Rect.Dx()]
		for x := range row {
			row[x] = uint8((int(row[x])*int(b.AlphaAt(x+a.Rect.Min.X, y).A) + 127) / 255)
		}
	}
}

// luminance is how much light the pixels give (CSS Masking 1, 6.2).
func luminance(m *image.RGBA) *image.Alpha {
	out := image.NewAlpha(m.Rect)
	for i := range out.Pix {
		r, g, b := float64(m.Pix[4*i]), float64(m.Pix[4*i+1]), float64(m.Pix[4*i+2])
		out.Pix[i] = uint8(math.Round(0.2125*r + 0.7154*g + 0.0721*b))
	}
	return out
}
