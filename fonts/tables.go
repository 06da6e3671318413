package fonts

import (
	"bytes"
	"io"

	"rapport/fonts/sfnt"
)

// withoutOutlines is a font file whose directory has neither glyf nor loca, which are read as they
// are behind it: go-text's font.NewFont decodes every outline of a file that has them, and only
// shaping is wanted of it. Two faces take 2.5 ms so, and 12 ms with outlines.
type withoutOutlines struct {
	directory []byte // of the file, with the two tables under other names
	*bytes.Reader
}

func forShaping(data []byte) *withoutOutlines {
	count := int(sfnt.U16(data, 4))
	directory := bytes.Clone(data[:sfnt.DirectoryHead+count*sfnt.DirectoryEntry])
	for i := range count {
		entry := directory[sfnt.DirectoryHead+i*sfnt.DirectoryEntry:]
		switch string(entry[:4]) {
		case "glyf", "loca":
			entry[0] = 'x'
		}
	}
	return &withoutOutlines{directory, bytes.NewReader(data)}
}

// Read reads on, as io.Reader demands.
func (w *withoutOutlines) Read(b []byte) (int, error) {
	at, err := w.Seek(0, io.SeekCurrent)
	if err != nil {
		return 0, err
	}
	n, err := w.Reader.Read(b)
	w.cover(b[:n], at)
	return n, err
}

// ReadAt reads at a place, as io.ReaderAt demands.
func (w *withoutOutlines) ReadAt(b []byte, at int64) (int, error) {
	n, err := w.Reader.ReadAt(b, at)
	w.cover(b[:n], at)
	return n, err
}

// cover puts the directory over bytes that were read at a place.
func (w *withoutOutlines) cover(b []byte, at int64) {
	if at < int64(len(w.directory)) {
		copy(b, w.directory[at:])
	}
}
