package container

import "encoding/binary"

// Orientation is how the rows and columns of a stored picture lie when it is shown (Exif 2.3, 4.6.4
// A, tag 0x0112): 1 as stored, 2 mirrored, 3 upside down, 4 both, 5 to 8 the same with rows for
// columns.
type Orientation int

// Upright is a picture that is shown as it is stored.
const Upright Orientation = 1

// Sideways reports whether rows are shown as columns, so that width and height change places.
func (o Orientation) Sideways() bool { return o > 4 }

// Shown is the size at which so many stored pixels are shown.
func (o Orientation) Shown(width, height int) (int, int) {
	if o.Sideways() {
		return height, width
	}
	return width, height
}

// Matrix maps the unit square of the stored picture onto that of the shown one, y upwards: (a·x +
// c·y + e, b·x + d·y + f).
func (o Orientation) Matrix() [6]float64 {
	return [...][6]float64{
		1: {1, 0, 0, 1, 0, 0},
		2: {-1, 0, 0, 1, 1, 0},
		3: {-1, 0, 0, -1, 1, 1},
		4: {1, 0, 0, -1, 0, 1},
		5: {0, -1, -1, 0, 1, 1},
		6: {0, -1, 1, 0, 0, 1},
		7: {0, 1, 1, 0, 0, 0},
		8: {0, 1, -1, 0, 1, 0},
	}[o]
}

// orientation finds the orientation in Exif data, which begin with the order of their bytes;
// Upright when they do not say one that is known.
func orientation(b []byte) Orientation {
	if len(b) < 8 {
		return Upright
	}
	var order binary.ByteOrder = binary.BigEndian
	if b[0] == 'I' {
		order = binary.LittleEndian
	}
	at := int64(order.Uint32(b[4:]))
	if at+2 > int64(len(b)) {
		return Upright
	}
	for n := order.Uint16(b[at:]); n > 0; n-- {
		entry := at + 2 + 12*int64(n-1)
		if entry+12 > int64(len(b)) || order.Uint16(b[entry:]) != 0x0112 {
			continue
		}
		if o := Orientation(order.Uint16(b[entry+8:])); o >= 1 && o <= 8 {
			return o
		}
	}
	return Upright
}
