package press

import (
	"bytes"
	"errors"
	"fmt"
	"image"

	"rapport/charts/vector"
	"rapport/content/picture/container"
	"rapport/layout/frame"
)

// Picture is what a print shop asks about an image.
type Picture struct {
	Format string  // "jpeg" or "png"
	Colors string  // "CMYK", "RGB" or "gray"
	Dots   float64 // per inch, at the size it is printed at
	Ink    Ink     // the most of each ink, CMYK only
	Most   int     // the most of all inks together, per cent, CMYK only
}

// scans are images that have been looked at, by the address of their first byte.
type scans map[*byte]scan

// scan is an image independent of its size on paper.
type scan struct {
	Picture
	width, height int
	err           error // it cannot be read
	uncounted     error // its inks cannot be counted
}

// image looks at an image: whether its resolution is enough, and how much ink it takes.
func (in *inspector) image(im *frame.Image) {
	in.painter.Image(im)
	at := vector.Point{X: im.X, Y: im.Y}
	if len(im.Data) == 0 {
		in.found(Stop, at, "an empty image")
		return
	}
	s, ok := in.scans[&im.Data[0]]
	if !ok {
		s = look(im.Data)
		in.scans[&im.Data[0]] = s
	}
	if s.err != nil {
		in.found(Stop, at, "%v", s.err)
		return
	}
	if s.uncounted != nil {
		in.found(Warning, at, "an image whose inks cannot be counted: %v", s.uncounted)
	}
	p := s.Picture
	p.Dots = 72 * min(float64(s.width)/float64(im.Width), float64(s.height)/float64(im.Height))
	in.facts.Images = append(in.facts.Images, p)
	switch {
	case p.Dots < in.Coarse:
		in.found(Stop, at, "an image of %.0f dpi; under %.0f the dots show", p.Dots, in.Coarse)
	case p.Dots < in.Sharp:
		in.found(Warning, at, "an image of %.0f dpi; %.0f print sharp", p.Dots, in.Sharp)
	}
	in.inks(p, at)
	low, high := at, vector.Point{X: im.X + im.Width, Y: im.Y + im.Height}
	in.grounds = append(in.grounds, ground{low: low, high: high})
	in.bleeds(low, high, false)
}

// inks counts the inks of an image: all of them for one in RGB, which the press separates by its
// profile.
func (in *inspector) inks(p Picture, at vector.Point) {
	f := &in.facts.Inks
	switch p.Colors {
	case "gray":
		p.Ink, p.Most = Ink{K: 100}, 100
	case "RGB":
		p.Ink = Ink{100, 100, 100, 100}
	}
	*f = Ink{max(f.C, p.Ink.C), max(f.M, p.Ink.M), max(f.Y, p.Ink.Y), max(f.K, p.Ink.K)}
	if p.Most > in.facts.Most.Total {
		in.facts.Most = Spot{p.Most, "an image", at}
	}
	if p.Most > in.Ink {
		in.found(Stop, at, "an image has %d %% ink; at most %d %% dries", p.Most, in.Ink)
	}
}

// look reads an image: its head, and of one in CMYK every dot.
func look(data []byte) scan {
	wrong := func(err error) scan {
		return scan{err: fmt.Errorf("an image that cannot be read: it %w", err)}
	}
	if bytes.HasPrefix(data, []byte(container.PNGSignature)) {
		p, err := container.ReadPNG(data)
		if err != nil {
			return wrong(err)
		}
		s := scan{Picture: Picture{Format: "png", Colors: "RGB"}}
		s.width, s.height = p.Orientation.Shown(p.Width, p.Height)
		if p.Color&^container.Alpha == container.Gray {
			s.Colors = "gray"
		}
		return s
	}
	if !bytes.HasPrefix(data, []byte(container.JPEGStart)) {
		return scan{err: errors.New("an image that is neither PNG nor JPEG")}
	}
	j, err := container.ReadJPEG(data)
	if err != nil {
		return wrong(err)
	}
	s := scan{Picture: Picture{Format: "jpeg", Colors: "RGB"}}
	s.width, s.height = j.Orientation.Shown(j.Width, j.Height)
	switch j.Components {
	case 1:
		s.Colors = "gray"
	case 4:
		s.Colors = "CMYK"
		picture, err := j.Decode()
		if dots, ok := picture.(*image.CMYK); ok {
			s.count(dots.Pix)
		}
		s.uncounted = err
	}
	return s
}

// count finds the most of each ink and of all together.
func (s *scan) count(dots []uint8) {
	var most [4]uint8
	total := 0
	for i := 0; i+3 < len(dots); i += 4 {
		sum := 0
		for k, v := range dots[i : i+4] {
			most[k] = max(most[k], v)
			sum += int(v)
		}
		total = max(total, sum)
	}
	percent := func(v uint8) uint8 { return uint8((int(v)*100 + 127) / 255) }
	s.Ink = Ink{percent(most[0]), percent(most[1]), percent(most[2]), percent(most[3])}
	s.Most = (total*100 + 127) / 255
}
