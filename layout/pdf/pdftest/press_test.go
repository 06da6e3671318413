package pdftest

import (
	"encoding/binary"
	"testing"
)

// Half a page of two inks, as PostScript: Ghostscript separates that too.
func TestPlates(t *testing.T) {
	file := File(t, "half.ps", []byte("%!\n<</PageSize [20 10]>> setpagedevice\n.5 0 0 1 "+
		"setcmykcolor 0 0 10 10 rectfill showpage\n"))
	plates := Plates(t, file, 1, 72)
	for i, want := range [4]int{128, 0, 0, 255} {
		p := plates[i]
		if p.Width != 20 || p.Height != 10 {
			t.Fatalf("a plate of %d by %d", p.Width, p.Height)
		}
		if have := p.At(4, 4); have < want-1 || have > want+1 {
			t.Errorf("%s: %d, want %d", Inks()[i], have, want)
		}
		if have := p.Most(11, 0, 20, 10); have != 0 {
			t.Errorf("%s on paper: %d", Inks()[i], have)
		}
	}
}

func TestReadPlateRefuses(t *testing.T) {
	kind := func(tag, value uint16) []byte { // a TIFF file of one entry
		b := append([]byte("II*\x00"), 8, 0, 0, 0, 1, 0)
		b = binary.LittleEndian.AppendUint16(b, tag)
		b = append(b, 3, 0, 1, 0, 0, 0)
		return append(binary.LittleEndian.AppendUint16(b, value), 0, 0)
	}
	for name, data := range map[string][]byte{"nothing": nil,
		"big-endian": []byte("MM\x00*\x00\x00\x00\x08"),
		"compressed": kind(259, 5), "without strips": kind(256, 10)} {
		if p, err := readPlate(data); err == nil {
			t.Errorf("%s is a plate of %d by %d", name, p.Width, p.Height)
		}
	}
}

func TestObjects(t *testing.T) {
	file := File(t, "plain.pdf", plain())
	objects := Objects(t, file)
	page, _ := objects["3 0 R"].(map[string]Object)
	box, _ := page["/MediaBox"].([]Object)
	if page["/Type"] != "/Page" || len(box) != 4 || box[3] != 9.0 || page["/Parent"] != "2 0 R" {
		t.Errorf("%v", page)
	}
	trailer, _ := objects["trailer"].(map[string]Object)
	if trailer["/Root"] != "1 0 R" {
		t.Errorf("trailer %v", trailer)
	}
}
