package container

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"image"
	"image/jpeg"
	"slices"
)

// JPEGStart is how a JPEG file begins: its first marker.
const JPEGStart = "\xFF\xD8"

// Markers of JPEG (ISO 10918-1, table B.1).
const (
	markerSOF0  = 0xC0
	markerSOF2  = 0xC2
	markerDHT   = 0xC4
	markerJPG   = 0xC8
	markerDAC   = 0xCC
	markerRST0  = 0xD0
	markerSOI   = 0xD8
	markerEOI   = 0xD9
	markerSOS   = 0xDA
	markerAPP0  = 0xE0
	markerAPP1  = 0xE1
	markerAPP2  = 0xE2
	markerAPP14 = 0xEE
	markerAPP15 = 0xEF
	markerCOM   = 0xFE
)

// JPEG is what a JPEG file says about its pixels.
type JPEG struct {
	Width, Height int    // as stored
	Bits          int    // of a sample: 8
	Components    int    // 1 gray, 3 colours of light, 4 inks
	Profile       []byte // ICC; empty when there is none
	Adobe         bool   // an Adobe program wrote it: in its inks, 255 is none
	RGB           bool   // red, green and blue, as nothing but the components' names says
	Orientation   Orientation

	// Data is the file without what says nothing about pixels: comments, the places and times that
	// cameras note, bytes between segments, and what follows the end.
	Data []byte
	// Doubtful says that the file begins or ends as no JPEG does and was read as other programs
	// read it; whether it has all of its pixels, Decode knows.
	Doubtful bool

	jfif        bool
	progressive bool
	endless     bool // the end marker is missing
	scanned     int  // components, over all scans
}

// ReadJPEG walks the segments of a JPEG, and the samples between them, to its end marker. data
// begins with JPEGStart. The error is an *Error; files of kinds that PDF does not have are errors
// too.
func ReadJPEG(data []byte) (*JPEG, error) {
	j := &JPEG{Orientation: Upright}
	w := walker{data: data, at: len(JPEGStart)}
	w.keep(0, w.at)
	var profile [256][]byte
	for {
		marker, body, err := w.next()
		if err != nil {
			return nil, err
		}
		if marker == markerEOI {
			break
		}
		if marker == markerSOS && j.Width == 0 {
			return nil, Broken("it does not say its size before its pixels")
		}
		if err := j.segment(marker, body, &profile); err != nil {
			return nil, err
		}
	}
	if w.scans == 0 {
		return nil, Broken("it has no pixels")
	}
	j.Profile = bytes.Join(profile[:], nil)
	j.RGB = j.RGB && !j.Adobe && !j.jfif
	j.Data, j.Doubtful, j.endless = w.kept(), w.doubtful || w.endless, w.endless
	if j.endless && (j.progressive || j.scanned < j.Components) {
		return nil, CutOff() // what is there may be the beginning of what was
	}
	return j, nil
}

// walker goes from segment to segment and notes which stretches of the file are kept.
type walker struct {
	data     []byte
	at       int
	scans    int
	doubtful bool // bytes stand before the first segment
	// endless says that the end marker is missing.
	endless bool
	ranges  [][2]int
}

// keep keeps a stretch of the file.
func (w *walker) keep(from, to int) {
	if n := len(w.ranges); n > 0 && w.ranges[n-1][1] == from {
		w.ranges[n-1][1] = to
		return
	}
	w.ranges = append(w.ranges, [2]int{from, to})
}

// kept is what is kept.
func (w *walker) kept() []byte {
	if !w.endless && len(w.ranges) == 1 && w.ranges[0] == [2]int{0, len(w.data)} {
		return w.data
	}
	var out []byte
	for _, r := range w.ranges {
		out = append(out, w.data[r[0]:r[1]]...)
	}
	if w.endless {
		out = append(out, 0xFF, markerEOI)
	}
	return out
}

// next is the next segment. A file that ends within its pixels is read as if it had an end marker:
// libjpeg, and with it nearly every viewer, does so too.
func (w *walker) next() (marker byte, body []byte, err error) {
	from := w.at
	marker, begin, end, ok := jpegMarker(w.data, w.at)
	inScan := w.scans > 0
	switch {
	case !ok && inScan:
		w.endless = true
		w.keep(from, len(w.data))
		return markerEOI, nil, nil
	case !ok:
		return 0, nil, CutOff()
	case inScan:
		w.keep(from, begin) // samples
	case begin > from && from == len(JPEGStart):
		w.doubtful = true
	}
	w.at = end
	if marker == markerEOI || marker == 1 || marker >= markerRST0 && marker <= markerSOI {
		w.keep(begin, end) // these have no body
		return marker, nil, nil
	}
	n := 0
	if len(w.data)-end >= 2 {
		n = int(binary.BigEndian.Uint16(w.data[end:]))
		if n < 2 {
			return 0, nil, Broken("a segment of %d bytes", n)
		}
	}
	if n == 0 || len(w.data)-end < n {
		return 0, nil, CutOff()
	}
	w.at = end + n
	body = w.data[end+2 : w.at]
	if speaks(marker, body) {
		w.keep(begin, w.at)
	}
	if marker == markerSOS {
		w.scans++
	}
	return marker, body, nil
}

// speaks reports whether a segment says something about pixels: not those of programs, but for two
// by which the colours are known.
func speaks(marker byte, body []byte) bool {
	switch {
	case marker == markerAPP0:
		return bytes.HasPrefix(body, []byte("JFIF\x00"))
	case marker == markerAPP14:
		return bytes.HasPrefix(body, []byte("Adobe"))
	}
	return marker != markerCOM && (marker < markerAPP0 || marker > markerAPP15)
}

// segment takes over what one segment says. A colour profile comes in parts, with their numbers.
func (j *JPEG) segment(marker byte, body []byte, profile *[256][]byte) error {
	switch {
	case marker == markerSOS && len(body) > 0:
		j.scanned += int(body[0])
	case marker == markerAPP0 && speaks(marker, body):
		j.jfif = true
	case marker == markerAPP1:
		if exif, ok := bytes.CutPrefix(body, []byte("Exif\x00\x00")); ok {
			j.Orientation = orientation(exif)
		}
	case marker == markerAPP2 && len(body) > 14 && string(body[:12]) == "ICC_PROFILE\x00":
		profile[body[12]] = body[14:]
	case marker == markerAPP14 && len(body) >= 12 && string(body[:5]) == "Adobe":
		j.Adobe = true
	case marker >= markerSOF0 && marker < markerRST0 &&
		marker != markerDHT && marker != markerJPG && marker != markerDAC:
		return j.frame(marker, body)
	}
	return nil
}

// jpegMarker finds the next marker, 0xFF and a byte that is neither 0 nor 0xFF, and where it begins
// and ends. What is before it are samples.
func jpegMarker(data []byte, at int) (marker byte, begin, end int, ok bool) {
	for {
		i := bytes.IndexByte(data[at:], 0xFF)
		if i < 0 || at+i+1 >= len(data) {
			return 0, 0, 0, false
		}
		begin = at + i
		at = begin + 1
		for at < len(data) && data[at] == 0xFF { // fill bytes
			at++
		}
		if at < len(data) && data[at] != 0 {
			return data[at], begin, at + 1, true
		}
	}
}

// frame reads a frame header (ISO 10918-1, B.2.2). PDF has baseline, extended and progressive
// frames of 8 bits (ISO 32000-1, 7.4.8).
func (j *JPEG) frame(marker byte, b []byte) error {
	if marker > markerSOF2 {
		return &Error{"is a JPEG of a kind that PDF does not have (lossless, " +
			"hierarchical or arithmetic)",
			"save it as ordinary JPEG"}
	}
	if len(b) < 6 || len(b) != 6+3*int(b[5]) {
		return Broken("its header has %d bytes", len(b))
	}
	j.Bits, j.Components = int(b[0]), int(b[5])
	j.Height, j.Width = int(binary.BigEndian.Uint16(b[1:])), int(binary.BigEndian.Uint16(b[3:]))
	switch {
	case j.Bits != 8:
		return &Error{fmt.Sprintf("is a JPEG of %d bits, which PDF does not have", j.Bits),
			"save it with 8 bits"}
	case j.Width == 0 || j.Height == 0:
		return Broken("a size of %d × %d", j.Width, j.Height)
	case j.Components != 1 && j.Components != 3 && j.Components != 4:
		return Broken("%d colour components", j.Components)
	}
	j.progressive = marker == markerSOF2
	j.RGB = j.Components == 3 && b[6] == 'R' && b[9] == 'G' && b[12] == 'B'
	return nil
}

// adobe is the segment by which a decoder knows inks from other colours.
const adobe = "\xFF\xEE\x00\x0EAdobe\x00\x64\x00\x00\x00\x00\x00"

// Decode decodes the pixels, as stored. Inks are as in package image: 255 is full. The error wraps
// ErrUnsupported when they may be whole, and are of a kind that is left to others.
func (j *JPEG) Decode() (image.Image, error) {
	data := j.Data
	bare := j.Components == 4 && !j.Adobe
	if bare { // image/jpeg knows only inks that Adobe wrote, whose 255 is none
		data = slices.Concat([]byte(JPEGStart), []byte(adobe), data[len(JPEGStart):])
	}
	img, err := jpeg.Decode(bytes.NewReader(data))
	var unsupported jpeg.UnsupportedError
	switch {
	case errors.As(err, &unsupported):
		return nil, fmt.Errorf("%w: %w", errors.ErrUnsupported, err)
	case err != nil && j.endless:
		return nil, CutOff()
	case err != nil:
		return nil, Broken("its pixels cannot be read (%v)", err)
	}
	if dots, ok := img.(*image.CMYK); ok && bare {
		for i := range dots.Pix {
			dots.Pix[i] = 255 - dots.Pix[i]
		}
	}
	return img, nil
}
