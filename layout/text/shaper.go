package text

import (
	"slices"
	"strings"
	"sync"
	"sync/atomic"

	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/font/opentype"
	"github.com/go-text/typesetting/harfbuzz"
	"github.com/go-text/typesetting/language"

	"rapport/charts/vector"
	"rapport/fonts"
)

// Shaper turns words into glyphs and remembers every word it has seen. It is safe for concurrent use:
// share one over a document, or over a batch of documents, whose words are mostly the same.
type Shaper struct {
	*store
	language string // of Width and Wrap
}

// store is what all views of a Shaper share.
type store struct {
	mu      sync.RWMutex
	words   map[wordKey]*word
	points  map[pointsKey][]point
	missing map[rune]bool

	idle  idle[workspace]
	desks idle[paragraph]
}

// wordKey names a shaped word. The size is not in it: shapes are in font units.
type wordKey struct {
	face  *fonts.Face
	text  string
	loose bool // letterspaced: no ligatures
	with  with
}

// with is what a text is shaped with, besides itself. It saves building a string for every look-up.
type with uint8

const (
	nothing     with = iota
	hyphenAfter      // a soft hyphen, which is drawn
	spaceBefore
	backwards // from right to left
)

// shaped is the text to shape.
func (k wordKey) shaped() string {
	switch k.with {
	case hyphenAfter:
		return k.text + string(softHyphen)
	case spaceBefore:
		return " " + k.text
	}
	return strings.Clone(k.text) // it may be a piece of a paragraph
}

// word is a shaped word in logical order.
type word struct {
	clusters []cluster
	// spaced is the word of the space before it and its first character, once that has been asked
	// for.
	spaced atomic.Pointer[word]
}

// cluster is the least piece of text with glyphs of its own: mostly a character, or a ligature.
type cluster struct {
	face    *fonts.Face
	glyphs  []Glyph
	start   int32   // byte offset in the word
	advance float64 // em
}

// NewShaper returns an empty Shaper.
func NewShaper() *Shaper {
	st := &store{words: map[wordKey]*word{}, points: map[pointsKey][]point{}, missing: map[rune]bool{}}
	st.idle.make = newWorkspace
	st.desks.make = func() *paragraph { return &paragraph{} }
	return &Shaper{store: st}
}

// idle holds what one goroutine uses at a time. A sync.Pool would do the same, but is emptied with the
// garbage, and a workspace is dear to make.
type idle[T any] struct {
	mu   sync.Mutex
	free []*T
	make func() *T
}

func (i *idle[T]) take() *T {
	i.mu.Lock()
	defer i.mu.Unlock()
	n := len(i.free)
	if n == 0 {
		return i.make()
	}
	t := i.free[n-1]
	i.free = i.free[:n-1]
	return t
}

func (i *idle[T]) give(t *T) {
	i.mu.Lock()
	i.free = append(i.free, t)
	i.mu.Unlock()
}

// WithLanguage returns the same Shaper for labels of a language: Wrap divides words by its patterns.
func (s *Shaper) WithLanguage(tag string) *Shaper { return &Shaper{s.store, tag} }

// Missing lists the characters met so far that no face has, sorted. They are drawn as question marks
// and extracted as themselves.
func (s *Shaper) Missing() []rune {
	s.mu.RLock()
	defer s.mu.RUnlock()
	var all []rune
	for r := range s.missing {
		all = append(all, r)
	}
	slices.Sort(all)
	return all
}

// word shapes a word, or finds it shaped.
func (s *store) word(f vector.Font, text string, with with) *word {
	key := wordKey{f.Face, text, f.Tracking != 0, with}
	s.mu.RLock()
	w := s.words[key]
	s.mu.RUnlock()
	if w != nil {
		return w
	}
	ws := s.idle.take()
	w, missing := ws.shape(key)
	s.idle.give(ws)
	key.text = strings.Clone(text)
	s.mu.Lock()
	s.words[key] = w
	for _, r := range missing {
		s.missing[r] = true
	}
	s.mu.Unlock()
	return w
}

// workspace is what one goroutine needs to shape. HarfBuzz fonts keep caches, so they are not shared.
type workspace struct {
	buffer *harfbuzz.Buffer
	fonts  map[*fonts.Face]*harfbuzz.Font
	runes  []rune
	starts []int32
}

func newWorkspace() *workspace {
	return &workspace{
		buffer: harfbuzz.NewBuffer(),
		fonts:  map[*fonts.Face]*harfbuzz.Font{},
	}
}

func (ws *workspace) font(face *fonts.Face) *harfbuzz.Font {
	f := ws.fonts[face]
	if f == nil {
		f = harfbuzz.NewFont(font.NewFace(face.Shaping()))
		ws.fonts[face] = f
	}
	return f
}

// letterspaced turns off the ligatures: letters with space between them do not touch.
var letterspaced = []harfbuzz.Feature{
	{Tag: opentype.MustNewTag("liga"), End: harfbuzz.FeatureGlobalEnd},
	{Tag: opentype.MustNewTag("clig"), End: harfbuzz.FeatureGlobalEnd},
}

// shape shapes a word from what is known of the face or, failing that, with HarfBuzz. It also lists the
// characters that no face has.
func (ws *workspace) shape(key wordKey) (*word, []rune) {
	text := key.shaped()
	if key.with == backwards {
		return ws.shapeAnew(key.face, text, key.loose, harfbuzz.RightToLeft)
	}
	if w := pairsOf(key.face).assemble(text, key.loose); w != nil {
		return w, nil
	}
	return ws.shapeAnew(key.face, text, key.loose, harfbuzz.LeftToRight)
}

func (ws *workspace) shapeAnew(
	face *fonts.Face, text string, loose bool, way harfbuzz.Direction,
) (*word, []rune) {
	w := &word{clusters: make([]cluster, 0, len(text))}
	pieces, missing := ws.itemize(face, text)
	for _, p := range pieces {
		ws.shapePiece(w, text, loose, way, p)
	}
	return w, missing
}

// shapePiece appends the clusters of a piece of the word that is set in one face. They come in the order
// of the text; the glyphs of each from left to right.
func (ws *workspace) shapePiece(
	w *word, text string, loose bool, way harfbuzz.Direction, p piece,
) {
	ws.runes, ws.starts = ws.runes[:0], ws.starts[:0]
	for i, r := range text[p.from:p.to] {
		ws.runes = append(ws.runes, drawn(r, p))
		ws.starts = append(ws.starts, int32(p.from+i))
	}
	ws.starts = append(ws.starts, int32(p.to))
	b := ws.run(p.face, loose, way)
	if way == harfbuzz.RightToLeft {
		inOrder(b)
	}
	glyphs := make([]Glyph, len(b.Info))
	em := float64(p.face.UnitsPerEm)
	for i := 0; i < len(b.Info); {
		first, at := i, b.Info[i].Cluster
		c := cluster{face: p.face, start: ws.starts[at]}
		for ; i < len(b.Info) && b.Info[i].Cluster == at; i++ {
			pos := b.Pos[i]
			glyphs[i] = Glyph{ID: uint16(b.Info[i].Glyph), Advance: pos.XAdvance, X: pos.XOffset, Y: pos.YOffset}
		}
		end := len(ws.runes)
		if i < len(b.Info) {
			end = b.Info[i].Cluster
		}
		c.glyphs = glyphs[first:i:i]
		c.glyphs[0].says = saidOf(text[c.start:ws.starts[end]])
		fixSpace(&c)
		for _, g := range c.glyphs {
			c.advance += float64(g.Advance) / em * scale(p.face)
		}
		w.clusters = append(w.clusters, c)
	}
}

// inOrder puts the clusters of a shaped buffer, the last of which comes first, in the order of the
// text, and leaves the glyphs of each as they are.
func inOrder(b *harfbuzz.Buffer) {
	slices.Reverse(b.Info)
	slices.Reverse(b.Pos)
	for from := 0; from < len(b.Info); {
		to := from + 1
		for to < len(b.Info) && b.Info[to].Cluster == b.Info[from].Cluster {
			to++
		}
		slices.Reverse(b.Info[from:to])
		slices.Reverse(b.Pos[from:to])
		from = to
	}
}

// run shapes ws.runes; the result is in the buffer until the next run.
func (ws *workspace) run(
	face *fonts.Face, loose bool, way harfbuzz.Direction,
) *harfbuzz.Buffer {
	b := ws.buffer
	b.Clear()
	b.AddRunes(ws.runes, 0, len(ws.runes))
	b.Props = harfbuzz.SegmentProperties{Direction: way, Script: script(ws.runes)}
	var features []harfbuzz.Feature
	if loose {
		features = letterspaced
	}
	b.Shape(ws.font(face), features)
	return b
}

// script is that of the first character that belongs to one, Latin when none does.
func script(runes []rune) language.Script {
	for _, r := range runes {
		if r < 0x250 {
			if r >= 'A' && r <= 'Z' || r >= 'a' && r <= 'z' {
				return language.Latin
			}
			continue
		}
		if s := language.LookupScript(r); s != language.Common && s != language.Inherited && s != language.Unknown {
			return s
		}
	}
	return language.Latin
}
