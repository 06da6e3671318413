package pdf

import (
	"bytes"
	"crypto/md5"
	"hash"
	"io"
	"runtime"
	"sync"

	"github.com/klauspost/compress/zlib"
)

// part says what a stream holds; the benchmark shows the bytes of each.
type part int

const (
	partContent part = iota
	partFont
	partImage
	partStructure // object streams: the tag tree, pages, outlines, annotations
	partFile      // attachments, metadata, colour profile, cross-references
	parts
)

// file writes numbered objects to w as they are finished.
//
// Streams are made and deflated by workers, several at a time, but always written in the order in
// which they were given, so the bytes do not depend on the number of processors. Only a window of
// them is in memory. Everything else goes into object streams (ISO 32000-1, 7.5.7), and the file
// ends in a cross-reference stream. The first error stops all writing; close returns it.
type file struct {
	w       io.Writer
	sum     hash.Hash // of everything written, the file's ID
	offset  int64
	err     error
	entries []entry // by object number; 0 is the head of the free list
	work    chan *stream
	long    bool      // the file has many pages
	queue   []*stream // given to the workers, not written yet
	packed  packed
	sizes   [parts]int64
}

// entry is a line of the cross-reference stream, ISO 32000-1, table 18.
type entry struct {
	kind   byte  // 0 free, 1 at an offset, 2 in an object stream
	where  int64 // the offset, or the object stream's number
	within int   // the place in the object stream
}

// stream is a stream object on its way to the file.
type stream struct {
	number ref
	part   part
	make   maker
	plain  bool // not to be deflated
	done   chan struct{}
	dict   object
	data   []byte
	err    error
}

// maker makes a stream's dictionary, without << and >>, and its data. It runs in a worker. The data
// may be appended to scratch, which lives until they are deflated.
type maker func(scratch []byte) (dict object, data []byte, err error)

// packed gathers the objects of the next object stream.
type packed struct {
	numbers []ref
	ends    []int
	body    []byte
}

// Limits of an object stream. Long ones deflate better; but a reader that wants one object has to
// inflate all that come before it, and the last one written keeps a processor busy alone.
const (
	packedObjects = 256
	packedBytes   = 48 << 10
)

// newFile starts the workers; stop must be called to end them. version is of PDF, "1.7" for
// example; pages is how many the file will have.
func newFile(w io.Writer, version string, pages int) *file {
	f := &file{
		w: w, sum: md5.New(), entries: make([]entry, 1), work: make(chan *stream, 64),
		long: pages > fewPages,
	}
	for range runtime.GOMAXPROCS(0) {
		go f.worker()
	}
	f.write([]byte("%PDF-" + version + "\n%\xE2\xE3\xCF\xD3\n"))
	return f
}

// worker makes and deflates streams until there is no more work.
func (f *file) worker() {
	d := deflaters.Get().(*deflater)
	for s := range f.work {
		s.run(d, f.long)
		close(s.done)
	}
	deflaters.Put(d)
}

// deflater is what a worker uses again for every stream, and the next file for its own: its tables
// take a megabyte.
type deflater struct {
	z       map[int]*zlib.Writer // by level
	out     bytes.Buffer
	scratch []byte
}

var deflaters = sync.Pool{New: func() any { return &deflater{z: make(map[int]*zlib.Writer)} }}

func (s *stream) run(d *deflater, long bool) {
	scratch := d.scratch[:0]
	if s.plain {
		scratch = nil
	}
	s.dict, s.data, s.err = s.make(scratch)
	s.make = nil
	if s.err != nil || s.plain {
		return
	}
	if cap(s.data) <= largestScratch && (s.part == partContent || s.part == partStructure) {
		d.scratch = s.data
	}
	s.data = d.deflate(s.data, level(s.part, long))
	s.dict.raw("/Filter/FlateDecode")
}

// level is how much time is spent on deflating. Contents are three quarters of a file and nearly
// all of the time: of 340 pages they take 16 ms and 785 kB at level 4, 36 ms and 761 kB at 5, 64 ms
// and 741 kB at 7, 116 ms for 738 kB at 9. Object streams repeat themselves over longer distances:
// 4 ms and 248 kB at 4, 5 ms and 224 kB at 6, 10 ms for 222 kB at 7. All others are few. In a file
// of few pages it is the tables of a level that take the time, when they are filled for the first
// time: one level for all is faster there, and the first has the smallest: a report of 40 pages
// takes a twentieth less time in all, and has 165 kB where it has 149 kB at level 6.
func level(p part, long bool) int {
	switch {
	case !long:
		return 1
	case p == partContent:
		return 4
	}
	return 6
}

// fewPages is how many pages a file has at most that is deflated at one level.
const fewPages = 64

// largestScratch keeps a worker from holding on to the data of an image.
const largestScratch = 1 << 20

func (d *deflater) deflate(data []byte, level int) []byte {
	d.out.Reset()
	z := d.z[level]
	if z == nil {
		z, _ = zlib.NewWriterLevel(&d.out, level) // the level is valid
		d.z[level] = z
	} else {
		z.Reset(&d.out)
	}
	z.Write(data) // a bytes.Buffer takes everything
	z.Close()
	return bytes.Clone(d.out.Bytes())
}

// alloc reserves count consecutive object numbers and returns the first.
func (f *file) alloc(count int) ref {
	first := ref(len(f.entries))
	f.entries = append(f.entries, make([]entry, count)...)
	return first
}

// put writes an object that is no stream.
func (f *file) put(number ref, o *object) {
	p := &f.packed
	if p.body == nil {
		p.body = make([]byte, 0, packedBytes+packedBytes/8)
	}
	p.numbers = append(p.numbers, number)
	p.body = append(append(p.body, o.b...), '\n')
	p.ends = append(p.ends, len(p.body))
	if len(p.numbers) == packedObjects || len(p.body) >= packedBytes {
		f.pack()
	}
}

// add is put for an object that needs no number beforehand.
func (f *file) add(o *object) ref {
	number := f.alloc(1)
	f.put(number, o)
	return number
}

// pack hands the gathered objects over as an object stream.
func (f *file) pack() {
	p := f.packed
	if len(p.numbers) == 0 {
		return
	}
	f.packed = packed{}
	number := f.alloc(1)
	for i, n := range p.numbers {
		f.entries[n] = entry{kind: 2, where: int64(number), within: i}
	}
	f.stream(number, partStructure, func(scratch []byte) (object, []byte, error) {
		head, dict := object{scratch}, object{}
		from := 0
		for i, n := range p.numbers {
			head.int(int(n)).raw(" ").int(from).raw(" ")
			from = p.ends[i]
		}
		dict.raw("/Type/ObjStm/N ").int(len(p.numbers)).raw("/First ").int(len(head.b))
		return dict, append(head.b, p.body...), nil
	})
}

// stream writes a deflated stream object. make is called in another goroutine.
func (f *file) stream(number ref, part part, make maker) {
	f.enqueue(&stream{number: number, part: part, make: make})
}

// ready writes a stream object whose data is not to be deflated: metadata, or an image that already
// is.
func (f *file) ready(number ref, part part, dict object, data []byte) {
	f.enqueue(&stream{number: number, part: part, plain: true,
		make: func([]byte) (object, []byte, error) { return dict, data, nil }})
}

func (f *file) enqueue(s *stream) {
	if len(f.queue) >= cap(f.work) {
		f.writeOldest()
	}
	s.done = make(chan struct{})
	f.queue = append(f.queue, s)
	f.work <- s
}

// writeOldest waits for the stream given first and writes it.
func (f *file) writeOldest() {
	s := f.queue[0]
	f.queue[0] = nil
	f.queue = f.queue[1:]
	<-s.done
	if f.err == nil {
		f.err = s.err
	}
	if f.err != nil {
		return
	}
	before := f.offset
	f.entries[s.number] = entry{kind: 1, where: f.offset}
	f.writeStream(s.number, s.dict, s.data)
	f.sizes[s.part] += f.offset - before
}

func (f *file) writeStream(number ref, dict object, data []byte) {
	var o object
	o.int(int(number)).raw(" 0 obj\n<<").raw(string(dict.b))
	o.raw("/Length ").int(len(data)).raw(">>\nstream\n")
	f.write(o.b)
	f.write(data)
	f.write([]byte("\nendstream\nendobj\n"))
}

func (f *file) write(p []byte) {
	if f.err != nil {
		return
	}
	f.sum.Write(p)
	n, err := f.w.Write(p)
	f.offset += int64(n)
	f.err = err
}

// close writes what is left, the cross-references and the trailer.
func (f *file) close(root, info ref) error {
	f.pack()
	for len(f.queue) > 0 {
		f.writeOldest()
	}
	if f.err != nil {
		return f.err
	}
	f.writeReferences(root, info)
	return f.err
}

// stop ends the workers.
func (f *file) stop() { close(f.work) }

// writeReferences writes the cross-reference stream (ISO 32000-1, 7.5.8). Its rows are stored as
// differences to the row above (PNG predictor Up), which deflates neighbours in one object stream,
// alike but for a counter, to almost nothing.
func (f *file) writeReferences(root, info ref) {
	number, start := f.alloc(1), f.offset
	f.entries[number] = entry{kind: 1, where: start}
	id := f.sum.Sum(nil)
	wide := 1
	for start>>(8*wide) > 0 || len(f.entries)>>(8*wide) > 0 {
		wide++
	}
	columns := wide + 3
	row, above := make([]byte, columns), make([]byte, columns)
	data := make([]byte, 0, (columns+1)*len(f.entries))
	for i, e := range f.entries {
		if i == 0 {
			e.within = 0xFFFF
		}
		row[0], row[columns-2], row[columns-1] = e.kind, byte(e.within>>8), byte(e.within)
		for k := range wide {
			row[1+k] = byte(e.where >> (8 * (wide - 1 - k)))
		}
		data = append(data, 2)
		for k, v := range row {
			data = append(data, v-above[k])
		}
		row, above = above, row
	}
	var o object
	o.raw("/Type/XRef/W[1 ").int(wide).raw(" 2]/Size ").int(len(f.entries))
	o.raw("/Root ").ref(root).raw("/Info ").ref(info)
	o.b = append(appendHex(append(appendHex(append(o.b, "/ID[<"...), id), "><"...), id), ">]"...)
	o.raw("/DecodeParms<</Predictor 12/Columns ").int(columns).raw(">>")
	s := &stream{part: partFile, done: make(chan struct{}),
		make: func([]byte) (object, []byte, error) { return o, data, nil }}
	f.work <- s
	<-s.done
	f.writeStream(number, s.dict, s.data)
	f.write([]byte("startxref\n"))
	var end object
	f.write(end.int(int(start)).raw("\n%%EOF\n").b)
	f.sizes[partFile] += f.offset - start
}
