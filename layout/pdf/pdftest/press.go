package pdftest

import (
	"encoding/binary"
	"encoding/json"
	"fmt"
	"path/filepath"
	"strings"
	"testing"
)

// Object is a PDF object as qpdf shows it: maps, lists, numbers, "5 0 R" for a reference, "/Name",
// and "u:words" or "b:bytes" for a string.
type Object = any

// Objects are the objects of a file by their reference ("5 0 R"), dictionaries of streams without
// the data; "trailer" is the trailer.
func Objects(t testing.TB, file string) map[string]Object {
	t.Helper()
	out, problems, err := run(t, "qpdf", "--json=2", "--json-key=qpdf", "--json-stream-data=none",
		file)
	if err != nil {
		t.Fatalf("qpdf --json %s: %v\n%s", file, err, problems)
	}
	var read struct {
		Qpdf []map[string]json.RawMessage `json:"qpdf"`
	}
	if err := json.Unmarshal([]byte(out), &read); err != nil || len(read.Qpdf) != 2 {
		t.Fatalf("qpdf --json %s: %v", file, err)
	}
	objects := make(map[string]Object)
	for name, raw := range read.Qpdf[1] {
		var o struct {
			Value  Object
			Stream struct{ Dict Object }
		}
		if err := json.Unmarshal(raw, &o); err != nil {
			t.Fatalf("qpdf --json %s: %s: %v", file, name, err)
		}
		if o.Value == nil {
			o.Value = o.Stream.Dict
		}
		objects[strings.TrimPrefix(name, "obj:")] = o.Value
	}
	return objects
}

// Plate is what one ink prints of a page, 0 paper to 255 full ink, row by row.
type Plate struct {
	Width, Height int
	Ink           []uint8
}

// At is the ink at a place.
func (p Plate) At(x, y int) int { return int(p.Ink[y*p.Width+x]) }

// Most is the most ink anywhere in a rectangle.
func (p Plate) Most(left, top, right, bottom int) (most int) {
	for y := top; y < bottom; y++ {
		for x := left; x < right; x++ {
			most = max(most, p.At(x, y))
		}
	}
	return most
}

// Inks are the names of the process inks, in the order of Plates.
func Inks() [4]string { return [4]string{"Cyan", "Magenta", "Yellow", "Black"} }

// Plates separates a page, counted from 1, with Ghostscript's tiffsep; overprinting is carried out.
func Plates(t testing.TB, file string, page, dpi int) (plates [4]Plate) {
	t.Helper()
	base := filepath.Join(t.TempDir(), "plate")
	out, problems, err := run(t, "gs", "-q", "-dNOPAUSE", "-dBATCH", "-dSAFER", "-sDEVICE=tiffsep",
		"-sCompression=none", "-dTextAlphaBits=1",
		fmt.Sprintf("-r%d", dpi), fmt.Sprintf("-dFirstPage=%d", page),
		fmt.Sprintf("-dLastPage=%d", page), "-sOutputFile="+base+".tif", file)
	if err != nil || strings.TrimSpace(out+problems) != "" {
		t.Fatalf("gs %s: %v\n%s%s", file, err, out, problems)
	}
	for i, ink := range Inks() {
		plate, err := readPlate(Read(t, base+"("+ink+").tif"))
		if err != nil {
			t.Fatalf("the plate of %s: %v", ink, err)
		}
		plates[i] = plate
	}
	return plates
}

// readPlate reads a TIFF file as tiffsep writes it: uncompressed, 8 bits of gray, 0 is full ink.
func readPlate(data []byte) (Plate, error) {
	var p Plate
	if len(data) < 8 || string(data[:4]) != "II*\x00" {
		return p, fmt.Errorf("no TIFF file of this processor's byte order")
	}
	le := binary.LittleEndian
	at := int(le.Uint32(data[4:]))
	strip := 0
	for i := range int(le.Uint16(data[at:])) {
		entry := data[at+2+12*i:]
		count, value := int(le.Uint32(entry[4:])), int(le.Uint32(entry[8:]))
		short := int(le.Uint16(entry[8:]))
		switch le.Uint16(entry) {
		case 256:
			p.Width = short
		case 257:
			p.Height = short
		case 258, 259, 277: // bits, compression, samples
			if short != 1 && short != 8 {
				return p, fmt.Errorf("a TIFF file of another kind")
			}
		case 273: // strips, which follow each other
			if strip = value; count > 1 {
				strip = int(le.Uint32(data[value:]))
			}
		}
	}
	if strip == 0 || strip+p.Width*p.Height > len(data) {
		return p, fmt.Errorf("a TIFF file without its picture")
	}
	p.Ink = make([]uint8, p.Width*p.Height)
	for i, v := range data[strip : strip+len(p.Ink)] {
		p.Ink[i] = 255 - v
	}
	return p, nil
}
