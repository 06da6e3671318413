package content

import (
	"bytes"
	"encoding/binary"
	"encoding/xml"
	"errors"
	"fmt"
	"hash/crc32"
	"io"
	"math"
	"rapport/content/source"
	"slices"
	"strconv"
	"strings"
)

const pngSignature = "\x89PNG\r\n\x1a\n"

// pngSize walks the chunks of a PNG to IEND and checks each one's sum (ISO 15948, 5.3).
func pngSize(data []byte) (width, height int, err error) {
	rest := data[len(pngSignature):]
	var palette, samples bool
	for first := true; ; first = false {
		if len(rest) < 12 {
			return 0, 0, cutOff()
		}
		n := binary.BigEndian.Uint32(rest)
		if n > math.MaxInt32 {
			return 0, 0, broken("a chunk of %d bytes", n)
		}
		if len(rest)-12 < int(n) {
			return 0, 0, cutOff()
		}
		kind, body := string(rest[4:8]), rest[8:8+n]
		if crc32.ChecksumIEEE(rest[4:8+n]) != binary.BigEndian.Uint32(rest[8+n:]) {
			return 0, 0, broken("the sum of its chunk %q is wrong", kind)
		}
		if first != (kind == "IHDR") {
			return 0, 0, broken("it does not begin with its header")
		}
		switch kind {
		case "IHDR":
			if width, height, err = pngHeader(body); err != nil {
				return 0, 0, err
			}
		case "PLTE":
			palette = true
		case "IDAT":
			samples = true
		case "IEND":
			if !samples || data[pngColorType] == 3 && !palette {
				return 0, 0, broken("it has no pixels")
			}
			return width, height, nil
		}
		rest = rest[12+n:]
	}
}

// pngColorType is where a PNG's colour type stands.
const pngColorType = len(pngSignature) + 8 + 9

// pngHeader reads IHDR (ISO 15948, 11.2.2).
func pngHeader(b []byte) (width, height int, err error) {
	if len(b) != 13 {
		return 0, 0, broken("its header has %d bytes", len(b))
	}
	w, h := binary.BigEndian.Uint32(b), binary.BigEndian.Uint32(b[4:])
	depths := map[byte][]byte{0: {1, 2, 4, 8, 16}, 2: {8, 16}, 3: {1, 2, 4, 8}, 4: {8, 16}, 6: {8, 16}}[b[9]]
	if w == 0 || h == 0 || w > math.MaxInt32 || h > math.MaxInt32 {
		return 0, 0, broken("a size of %d × %d", w, h)
	}
	if !slices.Contains(depths, b[8]) || b[10] != 0 || b[11] != 0 || b[12] > 1 {
		return 0, 0, broken("its header says nothing that PNG has")
	}
	return int(w), int(h), nil
}

// Markers of JPEG (ISO 10918-1, table B.1).
const (
	markerSOF0 = 0xC0
	markerSOF1 = 0xC1
	markerSOF2 = 0xC2
	markerDHT  = 0xC4
	markerJPG  = 0xC8
	markerDAC  = 0xCC
	markerRST0 = 0xD0
	markerEOI  = 0xD9
	markerSOS  = 0xDA
	markerAPP1 = 0xE1
)

// jpegSize walks the segments of a JPEG, and the samples between them, to its end marker.
func jpegSize(data []byte) (width, height int, err error) {
	at, scans := 2, 0
	for {
		marker, next, ok := jpegMarker(data, at)
		if !ok {
			return 0, 0, cutOff()
		}
		if at = next; marker == markerEOI {
			break
		}
		if marker >= markerRST0 && marker < markerRST0+8 || marker == 1 { // these have no body
			continue
		}
		if len(data)-at < 2 {
			return 0, 0, cutOff()
		}
		n := int(binary.BigEndian.Uint16(data[at:]))
		if n < 2 {
			return 0, 0, broken("a segment of %d bytes", n)
		}
		if len(data)-at < n {
			return 0, 0, cutOff()
		}
		body := data[at+2 : at+n]
		at += n
		switch {
		case marker == markerSOS:
			if scans++; width == 0 {
				return 0, 0, broken("it does not say its size before its pixels")
			}
		case marker == markerAPP1:
			if turned := exifOrientation(body); turned > 1 && turned <= 8 {
				return 0, 0, &imageError{fmt.Sprintf("is stored turned or mirrored (EXIF orientation %d), which print does not undo", turned),
					"open it in a picture program, turn it upright and save it"}
			}
		case marker >= markerSOF0 && marker < markerRST0 && marker != markerDHT && marker != markerJPG && marker != markerDAC:
			if width, height, err = jpegFrame(marker, body); err != nil {
				return 0, 0, err
			}
		}
	}
	if scans == 0 {
		return 0, 0, broken("it has no pixels")
	}
	return width, height, nil
}

// jpegMarker finds the next marker: 0xFF and a byte that is neither 0 nor 0xFF. What is before it are
// samples.
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

// jpegFrame reads a frame header (ISO 10918-1, B.2.2). PDF has baseline, extended and progressive
// frames of 8 bits (ISO 32000-1, 7.4.8).
func jpegFrame(marker byte, b []byte) (width, height int, err error) {
	if marker > markerSOF2 {
		return 0, 0, &imageError{"is a JPEG of a kind that PDF does not have (lossless, hierarchical or arithmetic)", "save it as ordinary JPEG"}
	}
	if len(b) < 6 || len(b) != 6+3*int(b[5]) {
		return 0, 0, broken("its header has %d bytes", len(b))
	}
	height, width = int(binary.BigEndian.Uint16(b[1:])), int(binary.BigEndian.Uint16(b[3:]))
	switch {
	case b[0] != 8:
		return 0, 0, &imageError{fmt.Sprintf("is a JPEG of %d bits, which PDF does not have", b[0]), "save it with 8 bits"}
	case width == 0 || height == 0:
		return 0, 0, broken("a size of %d × %d", width, height)
	case b[5] != 1 && b[5] != 3 && b[5] != 4:
		return 0, 0, broken("%d colour components", b[5])
	}
	return width, height, nil
}

// exifOrientation is how a camera says that it was held: 1 upright, 2 to 8 turned or mirrored, 0 when it
// does not say (Exif 2.3, 4.6.4 A: tag 0x0112 of the first directory).
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

// maxDrawing is how many bytes an SVG may have.
const maxDrawing = 4 << 20

// svgSize reads the root's size in user units, rounded up to whole ones, and the XML to its end.
func svgSize(data []byte) (width, height int, err error) {
	if len(data) > maxDrawing {
		return 0, 0, &imageError{fmt.Sprintf("has %.1f MiB, an SVG at most %d", float64(len(data))/(1<<20), maxDrawing>>20), "simplify its paths"}
	}
	d := xml.NewDecoder(bytes.NewReader(bytes.TrimPrefix(data, []byte("\uFEFF"))))
	for rooted := false; ; {
		token, err := d.Token()
		line, column := d.InputPos()
		switch t := token.(type) {
		case xml.StartElement:
			if rooted {
				break
			}
			rooted = true
			if t.Name.Local != "svg" || t.Name.Space != "http://www.w3.org/2000/svg" {
				return 0, 0, &imageError{fmt.Sprintf("is XML, but not SVG: its root is <%s>", source.Readable(t.Name.Local)), "save it as SVG"}
			}
			if width, height, err = svgRoot(t.Attr); err != nil {
				return 0, 0, err
			}
		case xml.Directive:
			return 0, 0, &imageError{fmt.Sprintf("has a DOCTYPE or entities at %d:%d", line, column), "delete them, viewers do not need them"}
		}
		if errors.Is(err, io.EOF) && rooted {
			return width, height, nil
		}
		if err != nil {
			return 0, 0, svgBroken(err, line, column)
		}
	}
}

// svgBroken is an error of the XML reader.
func svgBroken(err error, line, column int) *imageError {
	var syntax *xml.SyntaxError
	switch {
	case errors.Is(err, io.EOF) || errors.As(err, &syntax) && syntax.Msg == "unexpected EOF":
		return cutOff()
	case syntax != nil:
		err = errors.New(syntax.Msg)
	}
	return broken("%s at %d:%d", source.Readable(err.Error()), line, column)
}

// svgRoot is the size that the root's attributes give: width and height, or the viewBox.
func svgRoot(attrs []xml.Attr) (width, height int, err error) {
	var w, h float64
	var view [4]float64
	for _, a := range attrs {
		switch {
		case a.Name.Space != "":
		case a.Name.Local == "width":
			w = svgLength(a.Value)
		case a.Name.Local == "height":
			h = svgLength(a.Value)
		case a.Name.Local == "viewBox":
			parts := strings.FieldsFunc(a.Value, func(r rune) bool { return strings.ContainsRune(" ,\t\r\n", r) })
			for i := range min(len(parts), len(view)) {
				view[i] = svgLength(parts[i])
			}
		}
	}
	switch {
	case w > 0 && h > 0:
	case !(view[2] > 0 && view[3] > 0):
		return 0, 0, &imageError{"does not say its size", "give its <svg> a viewBox, or width and height"}
	case w > 0:
		h = w * view[3] / view[2]
	case h > 0:
		w = h * view[2] / view[3]
	default:
		w, h = view[2], view[3]
	}
	if !(w < 1e6 && h < 1e6) {
		return 0, 0, &imageError{fmt.Sprintf("has a size of %.3g × %.3g", w, h), "give its <svg> a smaller viewBox"}
	}
	return int(math.Ceil(w)), int(math.Ceil(h)), nil
}

// svgLength is an absolute length in user units; 0 for a percentage and for what is none.
func svgLength(s string) float64 {
	s = strings.TrimSpace(s)
	units := []struct {
		name string
		size float64
	}{{"px", 1}, {"pt", 96.0 / 72}, {"pc", 16}, {"mm", 96 / 25.4}, {"cm", 96 / 2.54}, {"in", 96}, {"", 1}}
	for _, u := range units {
		if number, ok := strings.CutSuffix(s, u.name); ok {
			if v, err := strconv.ParseFloat(number, 64); err == nil && v >= 0 && !math.IsInf(v, 0) {
				return v * u.size
			}
			return 0
		}
	}
	return 0
}
