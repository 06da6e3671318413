package pdf

import (
	"sync"

	"rapport/fonts"
	"rapport/layout/frame"
)

// run is shapes that follow each other on a page. When other pages have the same, as the openers of
// chapters may and running heads do, they are in the file once, as a form (ISO 32000-1, 8.10).
type run struct {
	external
	runKey
}

const (
	shortestRun = 8       // shapes: it has to say the whole of its graphics state
	worthAForm  = 8 << 10 // bytes of operators that are saved; a form takes some 200 itself
)

// runSet is the runs of a document, each once. Several pages may ask at the same time.
type runSet struct {
	mu  sync.Mutex
	all map[runKey]*run
}

type runKey struct {
	operators     string
	width, height fonts.Pt // of the page
}

// run is the run of these operators.
func (s *runSet) run(operators []byte, page *frame.Page) *run {
	s.mu.Lock()
	defer s.mu.Unlock()
	r := s.all[runKey{string(operators), page.Width, page.Height}]
	if r == nil {
		r = &run{runKey: runKey{string(operators), page.Width, page.Height}}
		if s.all == nil {
			s.all = make(map[runKey]*run)
		}
		s.all[r.runKey] = r
	}
	return r
}

// shared reports whether the run is a form: pages have been counted.
func (r *run) shared() bool { return (r.pages-1)*len(r.operators) >= worthAForm }

func (r *run) painted() string {
	if r.shared() {
		return r.external.painted()
	}
	return "q\n" + r.operators + "Q"
}

func (r *run) blends() bool { return false }

func (r *run) write(f *file, _ *imageSet) {
	if !r.shared() {
		return
	}
	r.number = f.alloc(1)
	var o object
	o.raw("/Type/XObject/Subtype/Form/BBox").nums(0, 0, float64(r.width), float64(r.height))
	o.raw("/Resources<<>>")
	f.stream(r.number, partContent, func(scratch []byte) (object, []byte, error) {
		return o, append(scratch, r.operators...), nil
	})
}
