package xlsx

import (
	"archive/zip"
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"path"
	"strings"

	"golang.org/x/text/encoding/unicode"
)

// What stops the reading.
var (
	ErrBroken   = errors.New("not a workbook, or a broken one")
	ErrTooLarge = errors.New("the workbook unpacks to too much")
	ErrTooWide  = errors.New("a row has too many columns")
	ErrSheets   = errors.New("the workbook has too many sheets")
)

// Limits of what is unpacked. A sheet has 16,384 columns at most.
type Limits struct {
	Expanded int64 // bytes of all parts together
	Texts    int64 // bytes of shared texts
	Sheets   int
	Columns  int
}

// Book is a workbook whose sheets can be read.
type Book struct {
	parts  map[string]*zip.File // by their names in small letters
	limits Limits
	sheets []sheetPart

	texts   string // all shared texts, one after another
	ends    []uint32
	formats []*format // by style of a cell
	from    epoch
}

// sheetPart is a sheet by its name and its part.
type sheetPart struct{ name, part string }

// Open reads what the sheets of a workbook share.
func Open(r io.ReaderAt, size int64, limits Limits) (*Book, error) {
	z, err := zip.NewReader(r, size)
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrBroken, err)
	}
	b := &Book{parts: map[string]*zip.File{}, limits: limits}
	total := int64(0)
	for _, f := range z.File {
		if f.UncompressedSize64 > uint64(limits.Expanded) {
			return nil, ErrTooLarge
		}
		if total += int64(f.UncompressedSize64); total > limits.Expanded {
			return nil, ErrTooLarge
		}
		b.parts[partName(f.Name)] = f
	}
	main, related, err := b.main()
	if err != nil {
		return nil, err
	}
	if err := b.readBook(main, related); err != nil {
		return nil, err
	}
	for _, read := range []struct {
		kind string
		with func(*reader) error
	}{{"sharedstrings", b.readTexts}, {"styles", b.readStyles}} {
		for _, to := range related {
			if to.kind == read.kind {
				if err := b.each(to.part, read.with); err != nil {
					return nil, err
				}
			}
		}
	}
	return b, nil
}

// partName is the name of a part as it is looked up.
func partName(name string) string {
	return strings.ToLower(strings.TrimPrefix(strings.ReplaceAll(name, `\`, "/"), "/"))
}

// Sheets are the names of the sheets that hold cells, in the order of the workbook.
func (b *Book) Sheets() []string {
	names := make([]string, len(b.sheets))
	for i, s := range b.sheets {
		names[i] = s.name
	}
	return names
}

// related is a part that another one leads to.
type related struct{ id, kind, part string }

// main is the part of the workbook itself, and what it leads to.
func (b *Book) main() (name string, to []related, err error) {
	name = "xl/workbook.xml"
	if top, err := b.related(""); err == nil {
		for _, r := range top {
			if r.kind == "officedocument" {
				name = r.part
			}
		}
	}
	if b.parts[name] == nil {
		return "", nil, ErrBroken
	}
	to, err = b.related(name)
	return name, to, err
}

// related reads where a part leads to.
func (b *Book) related(from string) (all []related, err error) {
	dir, file := path.Split(from)
	err = b.each(dir+"_rels/"+file+".rels", func(x *reader) error {
		if !x.is("Relationship") {
			return nil
		}
		kind := strings.ToLower(string(x.attr("Type")))
		target := string(x.attr("Target"))
		if !strings.HasPrefix(target, "/") {
			target = dir + target
		}
		all = append(all, related{string(x.attr("Id")), kind[strings.LastIndexByte(kind, '/')+1:],
			partName(path.Clean(target))})
		return nil
	})
	return all, err
}

// each hands every tag that is opened in a part to a function.
func (b *Book) each(part string, use func(*reader) error) error {
	x, closer, err := b.open(part)
	if err != nil {
		return err
	}
	defer closer.Close()
	for {
		t, err := x.next()
		switch {
		case err == io.EOF:
			return nil
		case err != nil:
			return fmt.Errorf("%w: %w", ErrBroken, err)
		case t != opened:
			continue
		}
		if err := use(x); err != nil {
			return err
		}
	}
}

// open opens a part. XML in UTF-16 is read as UTF-8.
func (b *Book) open(part string) (*reader, io.Closer, error) {
	f := b.parts[part]
	if f == nil {
		return nil, nil, fmt.Errorf("%w: a part is missing", ErrBroken)
	}
	r, err := f.Open()
	if err != nil {
		return nil, nil, fmt.Errorf("%w: %w", ErrBroken, err)
	}
	// A part that says it is smaller than it is stops where the archive's reader sees that.
	in := bufio.NewReaderSize(io.LimitReader(r, int64(f.UncompressedSize64)+1), 64<<10)
	head, _ := in.Peek(3)
	switch {
	case bytes.HasPrefix(head, []byte("\xef\xbb\xbf")):
		_, _ = in.Discard(3)
	case bytes.HasPrefix(head, []byte("\xff\xfe")), bytes.HasPrefix(head, []byte("\xfe\xff")):
		decode := unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewDecoder()
		return newReader(decode.Reader(in)), r, nil
	}
	return newReader(in), r, nil
}

// readBook reads which sheets there are, and from when days count.
func (b *Book) readBook(main string, to []related) error {
	charts := 0
	err := b.each(main, func(x *reader) error {
		switch {
		case x.is("workbookPr"):
			if v := string(x.attr("date1904")); v == "1" || v == "true" {
				b.from = from1904
			}
		case x.is("sheet"):
			id := string(x.attr("id"))
			for _, r := range to {
				switch {
				case r.id != id || id == "":
				case r.kind == "worksheet":
					b.sheets = append(b.sheets, sheetPart{string(x.attr("name")), r.part})
				default:
					charts++
				}
			}
			if len(b.sheets)+charts > b.limits.Sheets {
				return ErrSheets
			}
		}
		return nil
	})
	if err == nil && len(b.sheets) == 0 && charts == 0 {
		return fmt.Errorf("%w: it has no sheet", ErrBroken)
	}
	return err
}

// readTexts reads a shared text; each of its parts stands in a t of its own, and how it is pronounced
// in rPh, which is passed over.
func (b *Book) readTexts(x *reader) error {
	if !x.is("sst") {
		return nil
	}
	var all strings.Builder
	in := inText{}
	for {
		t, err := x.next()
		if err != nil {
			return fmt.Errorf("%w: %w", ErrBroken, err)
		}
		switch {
		case t == closed && x.is("sst"):
			b.texts = all.String()
			return nil
		case t == closed && x.is("si"):
			b.ends = append(b.ends, uint32(all.Len()))
		case in.shows(t, x):
			all.Write(unescaped(x.text))
		}
		if int64(all.Len()) > b.limits.Texts {
			return ErrTooLarge
		}
	}
}

// inText says which texts of a shared or inline text are shown.
type inText struct{ shown, spoken int }

// shows follows the tags, and says whether a token is text that is shown.
func (in *inText) shows(t token, x *reader) bool {
	step := 0
	switch t {
	case text:
		return in.shown > 0 && in.spoken == 0
	case opened:
		step = 1
	case closed:
		step = -1
	}
	switch {
	case x.is("t"):
		in.shown += step
	case x.is("rPh"):
		in.spoken += step
	}
	return false
}

// shared is a shared text by its number.
func (b *Book) shared(n int) (string, bool) {
	if n < 0 || n >= len(b.ends) {
		return "", false
	}
	from := uint32(0)
	if n > 0 {
		from = b.ends[n-1]
	}
	return b.texts[from:b.ends[n]], true
}

// readStyles reads the number formats of cells.
func (b *Book) readStyles(x *reader) error {
	if !x.is("styleSheet") {
		return nil
	}
	codes := map[int]string{}
	made := map[int]*format{}
	inside := ""
	for {
		t, err := x.next()
		if err != nil {
			return fmt.Errorf("%w: %w", ErrBroken, err)
		}
		switch {
		case t == closed && x.is("styleSheet"):
			return nil
		case t == opened && (x.is("cellXfs") || x.is("cellStyleXfs") || x.is("dxfs")):
			inside = string(x.name)
		case t == closed && string(x.name) == inside:
			inside = ""
		case t == opened && x.is("numFmt") && inside == "":
			codes[x.number("numFmtId", -1)] = string(x.attr("formatCode"))
		case t == opened && x.is("xf") && inside == "cellXfs":
			id := x.number("numFmtId", 0)
			if made[id] == nil {
				made[id] = formatOf(id, codes)
			}
			b.formats = append(b.formats, made[id])
		}
	}
}
