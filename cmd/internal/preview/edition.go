package preview

import (
	"cmp"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"hash/fnv"
	"io"
	"slices"
	"strconv"
	"strings"
	"sync"

	"rapport/charts/vector"
	"rapport/content"
	"rapport/fonts"
	"rapport/layout/frame"
	"rapport/layout/parallel"
	"rapport/layout/press"
	"rapport/layout/svg"
)

// Problem is something that is wrong, as the author reads it.
type Problem struct {
	Severity string `json:"severity"` // "error", "warning"
	File     string `json:"file"`     // below the content folder
	Line     int    `json:"line"`
	Column   int    `json:"column"`
	// Words are what stands on the line: before what is wrong, what is wrong, and after it.
	Words [3]string `json:"words"`
	Text  string    `json:"text"`
	Hint  string    `json:"hint"`
	Fix   string    `json:"fix"`  // what to copy in place of the words, "" for none
	Page  int       `json:"page"` // where it shows, from 0; -1 when nowhere
	At    string    `json:"at"`   // the origin there
}

// Result is what a build has come to.
type Result struct {
	Report   *content.Report // nil when it cannot be read
	Document *frame.Document // nil when it cannot be laid out
	Problems []Problem
}

// leaf is a page or a side of a sheet in a view.
type leaf struct {
	ID     string  `json:"id"`
	Key    string  `json:"key"` // what its words are, but for its number: by that it is found again
	Label  string  `json:"label"`
	Width  float64 `json:"w"`
	Height float64 `json:"h"`

	draw func(s *svg.Sheet) []byte // nil when it is drawn already
}

// edition is what has come of a build: problems, and the pages that go with them.
type edition struct {
	*book
	problems []Problem
	stale    bool // the pages are of an edition before
}

// book is a report's pages in all views. Only its memory of what has been drawn changes.
type book struct {
	report   *content.Report // nil when nothing could be laid out yet
	document *frame.Document
	views    map[string][]leaf
	leaves   map[string]*leaf // by id

	mu     sync.Mutex
	images map[string][]byte // by name
	drawn  map[string][]byte // by id and inks
}

// Views, as they are called in addresses.
const (
	viewScreen  = "screen"
	viewPrint   = "print"
	viewBooklet = "booklet"
)

// bleed is the paint beyond the trim that the print view shows.
const bleed = fonts.Mm(3)

// newEdition draws the pages of a result; of one without pages those of the edition before stand. It
// is nil when ctx is done.
func newEdition(ctx context.Context, r Result, before *edition) *edition {
	e := &edition{problems: r.Problems, stale: r.Document == nil}
	switch {
	case !e.stale:
		e.book = newBook(ctx, r)
	case before != nil:
		e.book = before.book
	default:
		e.book = &book{report: r.Report, views: map[string][]leaf{}}
	}
	if ctx.Err() != nil {
		return nil
	}
	e.place()
	return e
}

func newBook(ctx context.Context, r Result) *book {
	b := &book{report: r.Report, document: r.Document, drawn: map[string][]byte{},
		images: map[string][]byte{}, leaves: map[string]*leaf{}, views: map[string][]leaf{}}
	b.screen(ctx)
	if ctx.Err() != nil {
		return b
	}
	b.print()
	b.booklet()
	for _, view := range b.views {
		for i := range view {
			b.leaves[view[i].ID] = &view[i]
		}
	}
	return b
}

// id names what has these parts.
func id(parts ...[]byte) string {
	h := sha256.New()
	for _, p := range parts {
		fmt.Fprintf(h, "%d\n", len(p))
		_, _ = h.Write(p)
	}
	return hex.EncodeToString(h.Sum(nil)[:12])
}

// screen draws the pages as a screen shows them, on all cores.
func (b *book) screen(ctx context.Context) {
	pages := b.document.Pages
	view, drawn := make([]leaf, len(pages)), make([][]byte, len(pages))
	sheet := svg.Sheet{Image: b.image}
	parallel.Each(len(pages), func(i int) {
		if ctx.Err() != nil {
			return
		}
		p := pages[i]
		drawn[i] = sheet.Page(p, 0, 0)
		view[i] = leaf{ID: id(drawn[i]), Key: keyOf(p), Label: cmp.Or(p.Label, strconv.Itoa(i+1)),
			Width: float64(p.Width), Height: float64(p.Height)}
	})
	for i := range view {
		b.drawn[view[i].ID] = drawn[i]
	}
	b.views[viewScreen] = view
}

// keyOf names the words of a page, without running head and folio.
func keyOf(p *frame.Page) string {
	h := fnv.New64a()
	for _, it := range p.Items {
		if it.Text == nil || it.Kind == frame.Pagination {
			continue
		}
		for i := range it.Text.Run.Glyphs {
			_, _ = io.WriteString(h, it.Text.Run.Glyphs[i].Text())
		}
	}
	return strconv.FormatUint(h.Sum64(), 36)
}

// image takes an image of a page and gives its address.
func (b *book) image(file []byte) string {
	name := id(file)
	b.mu.Lock()
	b.images[name] = file
	b.mu.Unlock()
	return "/image/" + name
}

// print lists the pages as a print shop gets them.
func (b *book) print() {
	pages := b.document.Pages
	margin := press.Margin(bleed.Pt())
	for _, i := range press.Fill(len(pages)) {
		size, label, key := pages[0], "–", ""
		if i != press.Blank {
			size, label, key = pages[i], b.views[viewScreen][i].Label, b.views[viewScreen][i].Key
		}
		l := leaf{Label: label, Key: key, Width: float64(size.Width + 2*margin),
			Height: float64(size.Height + 2*margin)}
		around := press.Marks(size.Width, size.Height, bleed.Pt())
		name := []byte("blank")
		page := &frame.Page{Width: size.Width, Height: size.Height}
		if i != press.Blank {
			page, name = pages[i], []byte(b.views[viewScreen][i].ID)
			if slug, ok := press.Slug(b.document, i, bleed.Pt(), "FOGRA39"); ok {
				around = append(around, slug)
			}
		}
		l.ID = id([]byte(viewPrint), name, fmt.Append(nil, i, len(pages)))
		l.draw = func(s *svg.Sheet) []byte { return s.Page(page, margin, bleed.Pt(), around...) }
		b.views[viewPrint] = append(b.views[viewPrint], l)
	}
}

// booklet lists the sides of the sheets of a booklet on A3, in sections where one would be too thick.
func (b *book) booklet() {
	pages := b.document.Pages
	section := 0
	if len(press.Fill(len(pages))) > press.MostStapled {
		section = 16
	}
	sheets, err := press.Impose(len(pages), section)
	if err != nil {
		return
	}
	a3, err := press.ParseFormat("a3")
	if err != nil {
		return
	}
	how := press.Booklet{Sheet: a3, Thickness: fonts.Mm(0.1).Pt(), Bleed: bleed.Pt(), Marks: true}
	if how.Check(b.document) != nil {
		return
	}
	for n := range sheets {
		s := &sheets[n]
		b.side(how, s.Front, s.Depth, n, how.FoldMarks(s))
		b.side(how, s.Back, s.Depth, n, nil)
	}
}

// side adds a side of a sheet.
func (b *book) side(how press.Booklet, s press.Side, depth, sheet int, marks []frame.Item) {
	pages := b.document.Pages
	var placed []svg.Placed
	parts := [][]byte{[]byte(viewBooklet), fmt.Append(nil, depth, marks != nil)}
	labels := make([]string, 0, 2)
	for right, i := range []int{s.Left, s.Right} {
		if i == press.Blank {
			parts, labels = append(parts, nil), append(labels, "–")
			continue
		}
		p := how.Place(pages[0].Width, pages[0].Height, right == 1, depth)
		placed = append(placed, svg.Placed{Page: pages[i], X: p.X, Y: p.Y, Scale: p.Scale,
			Left: p.Clip.Left, Top: p.Clip.Top, Right: p.Clip.Right, Bottom: p.Clip.Bottom})
		parts = append(parts, []byte(b.views[viewScreen][i].ID))
		labels = append(labels, b.views[viewScreen][i].Label)
	}
	b.views[viewBooklet] = append(b.views[viewBooklet], leaf{
		ID: id(parts...), Label: strings.Join(labels, " | "),
		Width: float64(how.Sheet.Width), Height: float64(how.Sheet.Height),
		draw: func(sheet *svg.Sheet) []byte {
			return sheet.Side(how.Sheet.Width, how.Sheet.Height, placed, marks)
		},
	})
}

// picture is a leaf as SVG: in the colours of a screen, or with the inks that are named after a hyphen
// ("-cmyk", "-" for paper alone). It is nil when there is no such leaf.
func (b *book) picture(name, inks string) []byte {
	key := name + inks
	b.mu.Lock()
	known := b.drawn[key]
	b.mu.Unlock()
	l := b.leaves[name]
	if known != nil || l == nil || l.draw == nil {
		return known
	}
	s := svg.Sheet{Image: b.image}
	if shown, separate := strings.CutPrefix(inks, "-"); separate {
		s.Color = func(c vector.Color) string { return separated(c, shown) }
	}
	picture := l.draw(&s)
	b.mu.Lock()
	b.drawn[key] = picture
	b.mu.Unlock()
	return picture
}

// separated is how paper looks with some of a colour's inks. A single ink is shown as black, as on a
// plate; several as the light that they let through.
func separated(c vector.Color, inks string) string {
	share := func(name string, v uint8) float64 {
		if strings.Contains(inks, name) {
			return float64(v) / 100
		}
		return 0
	}
	cyan, magenta, yellow, black := share("c", c.C), share("m", c.M), share("y", c.Y), share("k", c.K)
	unlit := c.R == 0 && c.G == 0 && c.B == 0 && c.K == 0 // a patch of the colour strip
	if inks == "cmyk" && !unlit {
		return fmt.Sprintf("#%02x%02x%02x", c.R, c.G, c.B)
	}
	if len(inks) == 1 {
		black, cyan, magenta, yellow = cyan+magenta+yellow+black, 0, 0, 0
	}
	light := func(ink float64) int { return int(255*(1-ink)*(1-black) + 0.5) }
	return fmt.Sprintf("#%02x%02x%02x", light(cyan), light(magenta), light(yellow))
}

// spot is where something from a line of a file shows: on the page that has most of it, since a topic
// is named in lists before it begins, and a chapter in the head of each page.
type spot struct {
	line, page, items int
	place             string
}

// place finds the pages on which problems show: where the nearest origin at or before their lines is.
func (e *edition) place() {
	if len(e.problems) == 0 {
		return
	}
	spots := e.spots()
	for i := range e.problems {
		p := &e.problems[i]
		p.Page, p.At = -1, ""
		in := spots[p.File]
		at, _ := slices.BinarySearchFunc(in, p.Line+1,
			func(s spot, line int) int { return s.line - line })
		if at > 0 {
			p.Page, p.At = in[at-1].page, in[at-1].place
		}
	}
}

// spots are the lines that something on the pages comes from, in order, by file.
func (b *book) spots() map[string][]spot {
	all, best := map[string][]spot{}, map[string]spot{}
	if b.document == nil {
		return all
	}
	for n, page := range b.document.Pages {
		here := map[string]int{}
		for i, o := range page.Origins {
			end := len(page.Items)
			if i+1 < len(page.Origins) {
				end = page.Origins[i+1].Item
			}
			here[o.Place] += end - o.Item
		}
		for place, items := range here {
			if known, ok := best[place]; !ok || items >= known.items {
				best[place] = spot{page: n, items: items, place: place}
			}
		}
	}
	for place, s := range best {
		if file, line, ok := origin(place); ok {
			s.line = line
			all[file] = append(all[file], s)
		}
	}
	for _, in := range all {
		slices.SortFunc(in, func(a, b spot) int {
			return cmp.Or(a.line-b.line, strings.Compare(a.place, b.place))
		})
	}
	return all
}

// origin is the file and the line of a place.
func origin(place string) (file string, line int, ok bool) {
	parts := strings.Split(place, ":")
	if len(parts) < 3 {
		return "", 0, false
	}
	line, err := strconv.Atoi(parts[len(parts)-2])
	return strings.Join(parts[:len(parts)-2], ":"), line, err == nil
}

// changed are the leaves of the screen view that the edition before did not have, when they are few.
func (e *edition) changed(before *edition, most int) map[string]string {
	out := map[string]string{}
	for _, l := range e.views[viewScreen] {
		if before != nil && before.leaves[l.ID] != nil {
			continue
		}
		if len(out) == most {
			return nil
		}
		out[l.ID] = string(e.picture(l.ID, ""))
	}
	return out
}
