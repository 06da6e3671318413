package table

import (
	"bytes"
	"errors"
	"io"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/transform"
)

// openText finds out the letters and the delimiter of a text.
func (t *Table) openText(head []byte) error {
	open, err := t.decode(head)
	if err != nil {
		return err
	}
	sample := make([]byte, 256<<10)
	n, err := io.ReadFull(open(), sample)
	if err != nil && err != io.ErrUnexpectedEOF && err != io.EOF {
		return &Error{Trouble: Unreadable, Of: err}
	}
	sample = sample[:n]
	if bytes.IndexByte(sample, 0) >= 0 {
		return &Error{Trouble: NoTable}
	}
	skip := 0
	if t.Delimiter, skip = declared(sample); skip == 0 {
		t.Delimiter = delimiter(sample, err == nil)
	}
	t.rows = func() (rowReader, error) {
		c := &counter{r: open(), size: t.in.Size}
		s := newScanner(c, byte(t.Delimiter))
		s.row = min(skip, 1)
		if _, err := io.CopyN(io.Discard, s.in, int64(skip)); err != nil && err != io.EOF {
			return nil, &Error{Trouble: Unreadable, Of: err}
		}
		return s, nil
	}
	return nil
}

// declared is the delimiter that Excel's line "sep=;" says, and how long that line is.
func declared(sample []byte) (rune, int) {
	if len(sample) < 6 || !bytes.EqualFold(sample[:4], []byte("sep=")) {
		return 0, 0
	}
	for i, c := range sample[5:min(len(sample), 8)] {
		if c == '\n' {
			return rune(sample[4]), 5 + i + 1
		}
	}
	return 0, 0
}

// decode is how the text is read as UTF-8. A text without a mark is UTF-8 when all of it is; else its
// letters are those of Windows or of old Macintoshes, whichever makes more Norwegian letters.
func (t *Table) decode(head []byte) (open func() io.Reader, err error) {
	section := func(from int64) io.Reader { return io.NewSectionReader(t.in, from, t.in.Size-from) }
	with := func(name string, tr func() transform.Transformer, from int64) (func() io.Reader, error) {
		t.Encoding = name
		return func() io.Reader { return transform.NewReader(section(from), tr()) }, nil
	}
	wide := func(e unicode.Endianness, from int64) (func() io.Reader, error) {
		return with("UTF-16", func() transform.Transformer {
			return unicode.UTF16(e, unicode.IgnoreBOM).NewDecoder()
		}, from)
	}
	switch {
	case bytes.HasPrefix(head, []byte("\xff\xfe")):
		return wide(unicode.LittleEndian, 2)
	case bytes.HasPrefix(head, []byte("\xfe\xff")):
		return wide(unicode.BigEndian, 2)
	}
	if e, ok := zeros(head); ok {
		return wide(e, 0)
	}
	skip := int64(0)
	if bytes.HasPrefix(head, []byte("\xef\xbb\xbf")) {
		skip = 3
	}
	letters, err := survey(section(skip))
	switch {
	case err != nil:
		return nil, &Error{Trouble: Unreadable, Of: err}
	case letters.valid:
		t.Encoding = "UTF-8"
		return func() io.Reader { return section(skip) }, nil
	case letters.mac > letters.windows:
		return with("Macintosh", func() transform.Transformer {
			return charmap.Macintosh.NewDecoder()
		}, skip)
	}
	return with("Windows-1252", func() transform.Transformer {
		return charmap.Windows1252.NewDecoder()
	}, skip)
}

// zeros says whether every other byte of a text is mostly zero, as in UTF-16 without a mark.
func zeros(head []byte) (unicode.Endianness, bool) {
	var count [2]int
	for i, c := range head {
		if c == 0 {
			count[i%2]++
		}
	}
	half := len(head) / 2
	switch {
	case half == 0:
	case count[1]*10 > half*6 && count[0]*10 < half:
		return unicode.LittleEndian, true
	case count[0]*10 > half*6 && count[1]*10 < half:
		return unicode.BigEndian, true
	}
	return unicode.BigEndian, false
}

// lettering is what the bytes of a text may stand for.
type lettering struct {
	valid        bool // UTF-8
	windows, mac int  // how many would be Norwegian letters
}

// survey looks through a whole text.
func survey(r io.Reader) (lettering, error) {
	l := lettering{valid: true}
	buf := make([]byte, 256<<10)
	rest := 0
	for {
		n, err := r.Read(buf[rest:])
		part := buf[:rest+n]
		rest = 0
		if l.valid {
			rest = l.checkUTF8(part, err == io.EOF)
		}
		if !l.valid || !isASCII(part) {
			for _, c := range part {
				switch c {
				case 0xe6, 0xf8, 0xe5, 0xc6, 0xd8, 0xc5:
					l.windows++
				case 0xbe, 0xbf, 0x8c, 0xae, 0xaf, 0x81:
					l.mac++
				}
			}
		}
		copy(buf, part[len(part)-rest:])
		if err == io.EOF {
			return l, nil
		}
		if err != nil {
			return l, err
		}
	}
}

// checkUTF8 looks at a part, and says how many bytes at its end begin a letter that goes on.
func (l *lettering) checkUTF8(part []byte, last bool) (rest int) {
	if utf8.Valid(part) {
		return 0
	}
	for rest = 1; rest < utf8.UTFMax && rest <= len(part) && !last; rest++ {
		if tail := part[len(part)-rest:]; utf8.RuneStart(tail[0]) {
			if !utf8.FullRune(tail) && utf8.Valid(part[:len(part)-rest]) {
				return rest
			}
			break
		}
	}
	l.valid = false
	return 0
}

func isASCII(b []byte) bool {
	for _, c := range b {
		if c >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// delimiters are the signs that stand between cells, the likelier first.
const delimiters = ";,\t|"

// delimiter is the sign by which most rows of a sample have as many cells as the head, and of those
// signs the one that makes the most cells. Rows may be shorter than the head, where programs leave
// out what is empty at the end.
func delimiter(sample []byte, cut bool) rune {
	best, most := rune(','), 0
	for _, d := range delimiters {
		s := newScanner(&counter{r: bytes.NewReader(sample)}, byte(d))
		var widths []int
		for len(widths) < 200 {
			cells, _, err := s.next()
			var e *Error
			if errors.As(err, &e) && e.Trouble == TooWide { // then it stands between cells, and is told
				widths = append(widths, maxColumns)
			}
			if err != nil {
				break
			}
			if !blank(cells) {
				widths = append(widths, len(cells))
			}
		}
		if cut && len(widths) > 1 && len(widths) < 200 {
			widths = widths[:len(widths)-1]
		}
		if len(widths) == 0 || widths[0] < 2 {
			continue
		}
		if score := fit(widths); score > most {
			best, most = d, score
		}
	}
	return best
}

// fit is how well rows agree with the first on how many cells they have, in tenths of them, and then
// how many cells that is.
func fit(widths []int) int {
	usual := map[int]int{}
	for _, w := range widths {
		usual[w]++
	}
	same := 0
	for w, n := range usual {
		if w >= 2 && w <= widths[0] {
			same += n
		}
	}
	same = same/2 + usual[widths[0]]/2 + usual[widths[0]]%2
	return same*10/len(widths)*maxColumns + widths[0]
}

// counter counts what is read.
type counter struct {
	r    io.Reader
	n    int64
	size int64
}

func (c *counter) Read(b []byte) (int, error) {
	n, err := c.r.Read(b)
	c.n += int64(n)
	return n, err
}

// scanner reads records (RFC 4180), and what programs write instead: quotes inside a cell, text after
// a closing quote, any line end.
type scanner struct {
	in    *buffered
	count *counter
	d     byte
	row   int
	buf   []byte
	ends  []int
}

func newScanner(c *counter, d byte) *scanner {
	return &scanner{in: &buffered{r: c, buf: make([]byte, 64<<10)}, count: c, d: d}
}

func (s *scanner) part() float64 {
	if s.count.size == 0 {
		return -1
	}
	return min(1, float64(s.count.n)/float64(s.count.size))
}

func (s *scanner) close() {}

// next is the next record.
func (s *scanner) next() ([]string, int, error) {
	s.buf, s.ends = s.buf[:0], s.ends[:0]
	s.row++
	if _, ok := s.in.peek(); !ok {
		return nil, 0, s.end()
	}
	for {
		more, err := s.cell()
		if err != nil {
			return nil, 0, err
		}
		if len(s.ends) == maxColumns {
			return nil, 0, s.problem(TooWide, maxColumns)
		}
		s.ends = append(s.ends, len(s.buf))
		if !more {
			break
		}
	}
	text := string(s.buf)
	cells := make([]string, len(s.ends))
	from := 0
	for i, to := range s.ends {
		cells[i] = text[from:to]
		from = to
	}
	return cells, s.row, nil
}

func (s *scanner) end() error {
	if s.in.err != nil && !errors.Is(s.in.err, io.EOF) {
		return &Error{Trouble: Unreadable, At: Place{Row: s.row}, Of: s.in.err}
	}
	return io.EOF
}

func (s *scanner) problem(what Trouble, limit int64) error {
	return &Error{Trouble: what, At: Place{Row: s.row, Column: len(s.ends) + 1}, Limit: limit}
}

// cell reads one cell, and says whether another follows in the record.
func (s *scanner) cell() (more bool, err error) {
	start := len(s.buf)
	if c, ok := s.in.peek(); ok && c == '"' {
		s.in.i++
		if err := s.quoted(start); err != nil {
			return false, err
		}
	}
	for {
		part := s.in.window()
		if len(part) == 0 {
			if err := s.end(); err != io.EOF {
				return false, err
			}
			return false, nil
		}
		k := 0
		for k < len(part) && part[k] != s.d && part[k] != '\n' && part[k] != '\r' {
			k++
		}
		s.buf = append(s.buf, part[:k]...)
		if s.in.i += k; len(s.buf)-start > maxCell {
			return false, s.problem(TooLong, maxCell)
		}
		if k == len(part) {
			continue
		}
		s.in.i++
		if part[k] == '\r' {
			if c, ok := s.in.peek(); ok && c == '\n' {
				s.in.i++
			}
		}
		return part[k] == s.d, nil
	}
}

// quoted reads up to the closing quote.
func (s *scanner) quoted(start int) error {
	for {
		part := s.in.window()
		if len(part) == 0 {
			if err := s.end(); err != io.EOF {
				return err
			}
			return s.problem(OpenQuote, 0)
		}
		k := bytes.IndexByte(part, '"')
		if k < 0 {
			s.buf = append(s.buf, part...)
			s.in.i += len(part)
		} else {
			s.buf = append(s.buf, part[:k]...)
			s.in.i += k + 1
			if c, ok := s.in.peek(); !ok || c != '"' {
				return nil
			}
			s.in.i++
			s.buf = append(s.buf, '"')
		}
		if len(s.buf)-start > maxCell {
			return s.problem(OpenQuote, maxCell)
		}
	}
}

// buffered is a reader whose buffer can be looked into.
type buffered struct {
	r    io.Reader
	buf  []byte
	i, n int
	err  error
}

// window is what is in the buffer, filled when it is empty; nothing at the end.
func (b *buffered) window() []byte {
	for b.i == b.n && b.err == nil {
		b.i = 0
		b.n, b.err = b.r.Read(b.buf)
	}
	return b.buf[b.i:b.n]
}

func (b *buffered) peek() (byte, bool) {
	if w := b.window(); len(w) > 0 {
		return w[0], true
	}
	return 0, false
}

func (b *buffered) Read(p []byte) (int, error) {
	w := b.window()
	if len(w) == 0 {
		return 0, io.EOF
	}
	n := copy(p, w)
	b.i += n
	return n, nil
}
