package pdf

import (
	"encoding/binary"
	"errors"
	"math"
)

// Separate gives the inks (per cent of cyan, magenta, yellow and black) that print a colour of CIELAB
// under D50, the white of ICC profiles, with the relative colorimetric intent: the nearest that the
// paper can hold. It goes by the profile's B2A1, a lut16Type (ICC.1:2001-04, 6.5.7); a profile with
// another kind of table is an error.
func (p *Profile) Separate(l, a, b float64) ([4]uint8, error) {
	tags, err := profileTags(p.data)
	if err != nil {
		return [4]uint8{}, err
	}
	t, err := readLUT16(tags["B2A1"])
	if err != nil {
		return [4]uint8{}, err
	}
	// The PCS encoding of lut16Type: L* 100 is FF00, a* and b* 0 are 8000.
	in := [3]float64{l / 100 * 0xff00, (a + 128) * 256, (b + 128) * 256}
	var inks [4]uint8
	for i, v := range t.at(in) {
		inks[i] = uint8(math.Round(100 * v / 0xffff))
	}
	return inks, nil
}

// lut16 is a lut16Type of three channels in and four out.
type lut16 struct {
	grid                 int // points of the table on each axis
	entries, exits       int // of the curves of one channel
	input, cells, output []byte
}

var errNoLUT16 = errors.New("the profile's table from colours to inks is of no kind that is read here")

// lut16Head is the length of what stands before the curves.
const lut16Head = 52

func readLUT16(tag []byte) (*lut16, error) {
	if len(tag) < lut16Head || string(tag[:4]) != "mft2" || tag[8] != 3 || tag[9] != 4 || tag[10] < 2 {
		return nil, errNoLUT16
	}
	t := &lut16{grid: int(tag[10]), entries: int(binary.BigEndian.Uint16(tag[48:])),
		exits: int(binary.BigEndian.Uint16(tag[50:]))}
	in, cells, out := 2*3*t.entries, 2*4*t.grid*t.grid*t.grid, 2*4*t.exits
	if t.entries < 2 || t.exits < 2 || len(tag) < lut16Head+in+cells+out {
		return nil, errNoLUT16
	}
	rest := tag[lut16Head:]
	t.input, t.cells, t.output = rest[:in], rest[in:in+cells], rest[in+cells:][:out]
	return t, nil
}

// at is the table at a place, from 0 to 65535 on each axis and in each channel, with the values
// between its points by trilinear interpolation.
func (t *lut16) at(in [3]float64) (out [4]float64) {
	var low [3]int
	var part [3]float64
	for i, v := range in {
		v = curve(t.input[2*t.entries*i:][:2*t.entries], v) / 0xffff * float64(t.grid-1)
		low[i] = min(int(v), t.grid-2)
		part[i] = v - float64(low[i])
	}
	for corner := range 8 {
		cell, weight := 0, 1.0
		for i := range 3 {
			up := corner >> i & 1
			cell = cell*t.grid + low[i] + up
			weight *= [2]float64{1 - part[i], part[i]}[up]
		}
		for k := range out {
			out[k] += weight * float64(binary.BigEndian.Uint16(t.cells[2*(4*cell+k):]))
		}
	}
	for k := range out {
		out[k] = curve(t.output[2*t.exits*k:][:2*t.exits], out[k])
	}
	return out
}

// curve is a curve of 16-bit points at a value from 0 to 65535; values beyond are clipped.
func curve(points []byte, v float64) float64 {
	last := len(points)/2 - 1
	x := max(0, min(v, 0xffff)) / 0xffff * float64(last)
	i := min(int(x), last-1)
	at := func(i int) float64 { return float64(binary.BigEndian.Uint16(points[2*i:])) }
	return at(i) + (x-float64(i))*(at(i+1)-at(i))
}
