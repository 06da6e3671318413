package woff2

import (
	"encoding/binary"
	"slices"

	"rapport/fonts/sfnt"
)

// outlines are the streams of the transformed table glyf (section 5.1).
type outlines struct {
	size         int    // of glyf as readers write it again
	left         []int  // xMin of each glyph, 0 for an empty one
	contours     []byte // number of contours, -1 for a composite
	points       []byte // number of points of each contour
	flags        []byte // of each point: on the curve, and how its distance is written
	glyphs       []byte // the distances
	composites   []byte
	bitmap       []byte // glyphs with a box in boxes
	boxes        []byte
	instructions []byte
	overlaps     []byte // glyphs whose contours lie over each other
	overlapping  bool
}

func transformGlyf(tables sfnt.Tables) *outlines {
	count := int(sfnt.U16(tables["maxp"], 4))
	o := &outlines{left: make([]int, count), bitmap: make([]byte, (count+31)/32*4),
		overlaps: make([]byte, (count+7)/8)}
	in := sfnt.NewOutlines(tables["glyf"], tables["loca"], tables["head"])
	for id := range count {
		record := in.Glyph(uint16(id))
		switch {
		case len(record) == 0 || sfnt.I16(record, 0) == 0:
			o.contours = append(o.contours, 0, 0)
			continue
		case sfnt.IsComposite(record):
			o.composite(id, record)
		default:
			o.simple(id, record)
		}
		o.left[id] = sfnt.I16(record, 2)
		o.size = (o.size + 3) / 4 * 4 // as the reference decoder begins a glyph
	}
	return o
}

// long reports whether loca has 32-bit offsets. That follows from the size that glyf has behind the
// reader, whatever it was before.
func (o *outlines) long() bool { return o.size > 2*0xFFFF }

// loca is the length of the table loca.
func (o *outlines) loca() int {
	if o.long() {
		return 4 * (len(o.left) + 1)
	}
	return 2 * (len(o.left) + 1)
}

func (o *outlines) composite(id int, record []byte) {
	o.contours = append(o.contours, 0xFF, 0xFF)
	o.box(id, record)
	end, instructed := 0, false
	for at, next := range sfnt.Components(record) {
		end, instructed = next, instructed || sfnt.U16(record, at)&sfnt.WithInstructions != 0
	}
	o.composites = append(o.composites, record[10:end]...)
	o.size += end
	if instructed {
		o.instruct(record[end:])
		o.size += 2 + int(sfnt.U16(record, end))
	}
}

func (o *outlines) simple(id int, record []byte) {
	all := sfnt.Contours(record)
	o.contours = binary.BigEndian.AppendUint16(o.contours, uint16(len(all)))
	x, y := 0, 0
	box := [4]int{1 << 15, 1 << 15, -1 << 15, -1 << 15}
	for _, contour := range all {
		o.points = short255(o.points, len(contour))
		for _, p := range contour {
			o.point(p.On, p.X-x, p.Y-y)
			x, y = p.X, p.Y
			box = [4]int{min(box[0], x), min(box[1], y), max(box[2], x), max(box[3], y)}
		}
	}
	o.size += simpleSize(all) + int(sfnt.U16(record, 10+2*len(all)))
	for i, edge := range box {
		if sfnt.I16(record, 2+2*i) != edge {
			o.box(id, record)
			break
		}
	}
	o.instruct(record[10+2*len(all):])
	if sfnt.Overlaps(record) {
		o.overlapping = true
		o.overlaps[id/8] |= 0x80 >> (id % 8)
	}
}

// simpleSize is the length of a simple glyph's record without its instructions, written as readers
// do: a distance of 0 as none, one below 256 as a byte, flags that follow each other once with
// their number.
func simpleSize(contours [][]sfnt.Point) int {
	size := 10 + 2*len(contours) + 2
	var from sfnt.Point
	kind := func(d int) int {
		switch {
		case d == 0:
			return 0
		case d > -256 && d < 256:
			return 1
		}
		return 2
	}
	before, repeated := -1, 0
	for _, contour := range contours {
		for _, p := range contour {
			dx, dy := p.X-from.X, p.Y-from.Y
			size += kind(dx) + kind(dy)
			flag := kind(dx) | kind(dy)<<2
			for i, set := range []bool{p.On, dx > 0, dy > 0} {
				if set {
					flag |= 16 << i
				}
			}
			switch {
			case flag == before && repeated < 255:
				if repeated++; repeated == 1 {
					size++
				}
			default:
				before, repeated = flag, 0
				size++
			}
			from = p
		}
	}
	return size
}

// box writes a bounding box that does not follow from the points.
func (o *outlines) box(id int, record []byte) {
	o.bitmap[id/8] |= 0x80 >> (id % 8)
	o.boxes = append(o.boxes, record[2:10]...)
}

// instruct writes instructions, before which stands their length.
func (o *outlines) instruct(d []byte) {
	n := int(sfnt.U16(d, 0))
	o.glyphs = short255(o.glyphs, n)
	o.instructions = append(o.instructions, d[2:2+n]...)
}

// point writes the distance of a point from the one before, in the shortest of the forms of section
// 5.2. x is written with the sign bit 1, y with 2; the sign is that of a number that is not
// negative.
func (o *outlines) point(on bool, dx, dy int) {
	x, y := max(dx, -dx), max(dy, -dy)
	signX, signY := 1, 2
	if dx < 0 {
		signX = 0
	}
	if dy < 0 {
		signY = 0
	}
	signs := signX + signY
	flag := 0
	switch {
	case x == 0 && y < 1280:
		flag = y>>8<<1 + signY/2
		o.glyphs = append(o.glyphs, byte(y))
	case y == 0 && x < 1280:
		flag = 10 + x>>8<<1 + signX
		o.glyphs = append(o.glyphs, byte(x))
	case x < 65 && y < 65:
		flag = 20 + (x-1)&0x30 + (y-1)&0x30>>2 + signs
		o.glyphs = append(o.glyphs, byte((x-1)&0xF<<4|(y-1)&0xF))
	case x < 769 && y < 769:
		flag = 84 + 12*((x-1)>>8) + (y-1)>>8<<2 + signs
		o.glyphs = append(o.glyphs, byte(x-1), byte(y-1))
	case x < 4096 && y < 4096:
		flag = 120 + signs
		o.glyphs = append(o.glyphs, byte(x>>4), byte(x&0xF<<4|y>>8), byte(y))
	default:
		flag = 124 + signs
		o.glyphs = append(o.glyphs, byte(x>>8), byte(x), byte(y>>8), byte(y))
	}
	if !on {
		flag |= 0x80
	}
	o.flags = append(o.flags, byte(flag))
}

// table puts the streams together.
func (o *outlines) table() []byte {
	options := uint16(0)
	if o.overlapping {
		options = 1 // with overlapSimpleBitmap
	}
	boxes := slices.Concat(o.bitmap, o.boxes)
	streams := [][]byte{
		o.contours, o.points, o.flags, o.glyphs, o.composites, boxes, o.instructions,
	}
	var out []byte
	long := uint16(0)
	if o.long() {
		long = 1
	}
	for _, v := range []uint16{0, options, uint16(len(o.left)), long} {
		out = binary.BigEndian.AppendUint16(out, v)
	}
	for _, s := range streams {
		out = binary.BigEndian.AppendUint32(out, uint32(len(s)))
	}
	out = append(out, slices.Concat(streams...)...)
	if o.overlapping {
		out = append(out, o.overlaps...)
	}
	return out
}

// transformHmtx leaves out left side bearings that are the left edges of the glyphs' boxes (section
// 5.4), ok false when there are others both among the full records and behind them.
func transformHmtx(tables sfnt.Tables, left []int) (out []byte, ok bool) {
	const noBearings, noTail = 1, 2
	hmtx, full := tables["hmtx"], int(sfnt.U16(tables["hhea"], 34))
	flags := byte(noBearings | noTail)
	var advances, bearings, tail []byte
	for id, edge := range left {
		if id < full {
			advances = append(advances, hmtx[4*id:4*id+2]...)
			bearings = append(bearings, hmtx[4*id+2:4*id+4]...)
			if sfnt.I16(hmtx, 4*id+2) != edge {
				flags &^= noBearings
			}
			continue
		}
		at := 4*full + 2*(id-full)
		tail = append(tail, hmtx[at:at+2]...)
		if sfnt.I16(hmtx, at) != edge {
			flags &^= noTail
		}
	}
	if flags == 0 {
		return nil, false
	}
	out = append([]byte{flags}, advances...)
	if flags&noBearings == 0 {
		out = append(out, bearings...)
	}
	if flags&noTail == 0 {
		out = append(out, tail...)
	}
	return out, true
}

// short255 appends a 255UInt16 (section 4.2).
func short255(out []byte, v int) []byte {
	switch {
	case v < 253:
		return append(out, byte(v))
	case v < 506:
		return append(out, 255, byte(v-253))
	case v < 762:
		return append(out, 254, byte(v-506))
	}
	return append(out, 253, byte(v>>8), byte(v))
}
