package sfnt

import "slices"

// Outlines finds glyphs in a glyf table. Its methods panic when an offset of the font points
// outside of the file; whoever calls them recovers (OutOfTable).
type Outlines struct {
	glyf, loca []byte
	long       bool
}

// NewOutlines takes the tables glyf, loca and head.
func NewOutlines(glyf, loca, head []byte) Outlines {
	return Outlines{glyf, loca, U16(head, 50) != 0}
}

// Glyph is the record of a glyph, empty for a space.
func (o Outlines) Glyph(id uint16) []byte {
	if o.long {
		return o.glyf[U32(o.loca, 4*int(id)):U32(o.loca, 4*int(id)+4)]
	}
	return o.glyf[2*int(U16(o.loca, 2*int(id))) : 2*int(U16(o.loca, 2*int(id)+2))]
}

// Flags of a point in a simple glyph (OpenType, glyf table).
const (
	onCurve  = 1 << 0
	xShort   = 1 << 1
	yShort   = 1 << 2
	repeat   = 1 << 3
	xSame    = 1 << 4 // with xShort: positive
	ySame    = 1 << 5
	overlaps = 1 << 6 // of the first point: contours lie over each other
)

// Point is a point of an outline in font units, on the curve or a control point.
type Point struct {
	X, Y int
	On   bool
}

// IsComposite reports whether a glyph's record is made of other glyphs.
func IsComposite(record []byte) bool { return len(record) > 0 && I16(record, 0) < 0 }

// Overlaps reports whether a simple glyph says that its contours lie over each other.
func Overlaps(record []byte) bool {
	count := I16(record, 0)
	if count <= 0 {
		return false
	}
	at := 10 + 2*count
	return record[at+2+int(U16(record, at))]&overlaps != 0
}

// Contours decodes the points of a simple glyph's record; nil for a composite.
func Contours(record []byte) [][]Point {
	if len(record) == 0 || I16(record, 0) <= 0 {
		return nil
	}
	count := I16(record, 0)
	points := int(U16(record, 10+2*(count-1))) + 1
	at := 10 + 2*count
	at += 2 + int(U16(record, at))
	flags := make([]byte, 0, points)
	for len(flags) < points {
		f, times := record[at], 1
		at++
		if f&repeat != 0 {
			times += int(record[at])
			at++
		}
		flags = append(flags, slices.Repeat([]byte{f}, times)...)
	}
	all := make([]Point, points)
	x, y := 0, 0
	for i := range all {
		x += delta(record, &at, flags[i]&xShort != 0, flags[i]&xSame != 0)
		all[i].X, all[i].On = x, flags[i]&onCurve != 0
	}
	for i := range all {
		y += delta(record, &at, flags[i]&yShort != 0, flags[i]&ySame != 0)
		all[i].Y = y
	}
	out := make([][]Point, count)
	from := 0
	for i := range out {
		to := int(U16(record, 10+2*i)) + 1
		out[i], from = all[from:to], to
	}
	return out
}

func delta(record []byte, at *int, short, same bool) int {
	switch {
	case short:
		*at++
		if same {
			return int(record[*at-1])
		}
		return -int(record[*at-1])
	case same:
		return 0
	}
	*at += 2
	return I16(record, *at-2)
}

// Flags of a component in a composite glyph (OpenType, glyf table).
const (
	wordArguments  = 1 << 0
	oneScale       = 1 << 3
	moreComponents = 1 << 5
	twoScales      = 1 << 6
	twoByTwo       = 1 << 7

	// WithInstructions marks the last component of a glyph that has instructions behind it.
	WithInstructions = 1 << 8
)

// Components yields the place of each component in a composite glyph's record, and the place behind
// it. At a component stand its flags, then its glyph, 16 bits each.
func Components(record []byte) func(yield func(from, to int) bool) {
	return func(yield func(from, to int) bool) {
		for at := 10; ; {
			flags := U16(record, at)
			next := at + componentSize(flags)
			if !yield(at, next) || flags&moreComponents == 0 {
				return
			}
			at = next
		}
	}
}

// componentSize is the length of a component's record.
func componentSize(flags uint16) int {
	size := 6
	if flags&wordArguments != 0 {
		size += 2
	}
	switch {
	case flags&oneScale != 0:
		size += 2
	case flags&twoScales != 0:
		size += 4
	case flags&twoByTwo != 0:
		size += 8
	}
	return size
}
