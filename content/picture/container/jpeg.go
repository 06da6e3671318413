package container

import (
	"bytes"
	"encoding/binary"
	"fmt"
)

// JPEGStart is how a JPEG file begins: its first marker, and the first byte of the next.
const JPEGStart = "\xFF\xD8\xFF"

// Markers of JPEG (ISO 10918-1, table B.1).
const (
	markerSOF0  = 0xC0
	markerSOF1  = 0xC1
	markerSOF2  = 0xC2
	markerDHT   = 0xC4
	markerJPG   = 0xC8
	markerDAC   = 0xCC
	markerRST0  = 0xD0
	markerEOI   = 0xD9
	markerSOS   = 0xDA
	markerAPP1  = 0xE1
	markerAPP2  = 0xE2
	markerAPP14 = 0xEE
)

// JPEG is what a JPEG file says about its pixels.
type JPEG struct {
	Width, Height int
	Bits          int    // of a sample: 8
	Components    int    // 1 gray, 3 colours of light, 4 inks
	Profile       []byte // ICC; empty when there is none
	Adobe         bool   // an Adobe program wrote it: in its inks, 255 is none
}

// ReadJPEG walks the segments of a JPEG, and the samples between them, to its end marker. data
// begins with JPEGStart. The error is an *Error; files that are turned, and those of kinds that PDF
// does not have, are errors too.
func ReadJPEG(data []byte) (*JPEG, error) {
	j, scans := new(JPEG), 0
	var profile [256][]byte
	for at := 2; ; {
		marker, next, ok := jpegMarker(data, at)
		if !ok {
			return nil, CutOff()
		}
		if at = next; marker == markerEOI {
			break
		}
		if marker >= markerRST0 && marker < markerRST0+8 || marker == 1 { // these have no body
			continue
		}
		if len(data)-at < 2 {
			return nil, CutOff()
		}
		n := int(binary.BigEndian.Uint16(data[at:]))
		if n < 2 {
			return nil, Broken("a segment of %d bytes", n)
		}
		if len(data)-at < n {
			return nil, CutOff()
		}
		body := data[at+2 : at+n]
		at += n
		if marker == markerSOS {
			scans++
		}
		if err := j.segment(marker, body, &profile); err != nil {
			return nil, err
		}
	}
	if scans == 0 {
		return nil, Broken("it has no pixels")
	}
	j.Profile = bytes.Join(profile[:], nil)
	return j, nil
}

// segment takes over what one segment says. A colour profile comes in parts, with their numbers.
func (j *JPEG) segment(marker byte, body []byte, profile *[256][]byte) error {
	switch {
	case marker == markerSOS:
		if j.Width == 0 {
			return Broken("it does not say its size before its pixels")
		}
	case marker == markerAPP1:
		if turned := exifOrientation(body); turned > 1 && turned <= 8 {
			return &Error{fmt.Sprintf("is stored turned or mirrored (EXIF orientation %d), "+
				"which print does not undo", turned),
				"open it in a picture program, turn it upright and save it"}
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

// jpegMarker finds the next marker: 0xFF and a byte that is neither 0 nor 0xFF. What is before it
// are samples.
func jpegMarker(data []byte, at int) (marker byte, next int, ok bool) {
	for {
		i := bytes.IndexByte(data[at:], 0xFF)
		if i < 0 || at+i+1 >= len(data) {
			return 0, 0, false
		}
		at += i + 1
		if data[at] != 0 && data[at] != 0xFF {
			return data[at], at + 1, true
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
	return nil
}

// exifOrientation is how a camera says that it was held: 1 upright, 2 to 8 turned or mirrored, 0
// when it does not say (Exif 2.3, 4.6.4 A: tag 0x0112 of the first directory).
func exifOrientation(b []byte) int {
	b, ok := bytes.CutPrefix(b, []byte("Exif\x00\x00"))
	if !ok || len(b) < 8 {
		return 0
	}
	var order binary.ByteOrder = binary.BigEndian
	if b[0] == 'I' {
		order = binary.LittleEndian
	}
	at := int64(order.Uint32(b[4:]))
	if at+2 > int64(len(b)) {
		return 0
	}
	for n := order.Uint16(b[at:]); n > 0; n-- {
		entry := at + 2 + 12*int64(n-1)
		if entry+12 <= int64(len(b)) && order.Uint16(b[entry:]) == 0x0112 {
			return int(order.Uint16(b[entry+8:]))
		}
	}
	return 0
}
