package pdf

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"rapport/layout/frame"
)

// tree is the document's tags in reading order, parents before kids, and which item belongs where.
type tree struct {
	tags    []*frame.Tag
	parents []int32 // by tag; -1 for the root
	ends    []int32 // by tag: the first tag after it and all below it
	pages   []*folio
	links   int // in the whole document
}

// leaves is what of a page the tags hold.
type leaves struct {
	items  []leaf          // by item
	pieces map[int][]piece // by item: what it is divided into, for words that lines part

	marks  []int32       // by item: its marked-content number, or artifact
	last   map[int]int32 // by item of several: its last one
	owners []*frame.Tag  // by marked-content number

	tags      []int32 // by marked-content number: the tag's number
	links     []int32 // by link: the same
	firstLink int     // the number of its first link among the document's
}

// leaf is a place in the tree; the zero value is none.
type leaf struct {
	tag *frame.Tag
	kid int
}

const (
	artifact = -1
	nowhere  = -1 // is in no tag of the tree
)

// plant makes folios of pages that follow each other, the first of which has the index first, and
// finds the place of every item. A page that contradicts its tags is an error, since a reader could
// not be told what it says.
func plant(first int, pages []*frame.Page) []*folio {
	folios := make([]*folio, len(pages))
	for i, p := range pages {
		folios[i] = &folio{leaves: leaves{items: make([]leaf, len(p.Items))}}
	}
	words := parted{first: first, pages: pages, folios: folios}
	seen := make(map[*frame.Tag]bool)
	for i, p := range pages {
		for k := range p.Items {
			tag := p.Items[k].Tag
			if err := checkItem(&p.Items[k]); err != nil {
				folios[i].fail(fmt.Errorf(", item %d: %w", k, err))
			}
			if tag == nil || seen[tag] {
				continue
			}
			seen[tag] = true
			words.places(tag)
		}
	}
	for i, p := range pages {
		if folios[i].err == nil {
			folios[i].fail(folios[i].number(p))
		}
	}
	return folios
}

// fail keeps the first error.
func (l *folio) fail(err error) {
	if l.err == nil {
		l.err = err
	}
}

// grow numbers the tags of a document and holds them against its pages.
func grow(d *frame.Document, folios []*folio) (*tree, error) {
	t := &tree{pages: folios}
	for i, p := range d.Pages {
		l := folios[i]
		l.tags = slices.Repeat([]int32{nowhere}, len(l.owners))
		l.links = slices.Repeat([]int32{nowhere}, len(p.Links))
		l.firstLink = t.links
		t.links += len(p.Links)
	}
	if err := t.walk(d.Root, nowhere); err != nil {
		return nil, err
	}
	for i, l := range folios {
		if slices.Contains(l.tags, nowhere) {
			return nil, fmt.Errorf("page %d: an item is not among the kids of its tag", i+1)
		}
		if k := slices.Index(l.links, nowhere); k >= 0 {
			return nil, fmt.Errorf("page %d: link %d is not a kid of a Link tag", i+1, k)
		}
	}
	return t, nil
}

func (t *tree) walk(tag *frame.Tag, parent int32) error {
	index := int32(len(t.tags))
	t.tags, t.parents, t.ends = append(t.tags, tag), append(t.parents, parent), append(t.ends, 0)
	if err := checkTag(tag, len(t.pages)); err != nil {
		return fmt.Errorf("%s: %w", t.path(index), err)
	}
	for _, k := range tag.Kids {
		var err error
		if k.Tag != nil {
			err = t.walk(k.Tag, index)
		} else if err = t.leaf(k, index); err != nil {
			err = fmt.Errorf("%s: %w", t.path(index), err)
		}
		if err != nil {
			return err
		}
	}
	t.ends[index] = int32(len(t.tags))
	return nil
}

// leaf notes which tag an item or a link belongs to.
func (t *tree) leaf(k frame.Kid, tag int32) error {
	if k.Page < 0 || k.Page >= len(t.pages) {
		return fmt.Errorf("a kid on page %d of %d", k.Page+1, len(t.pages))
	}
	l := t.pages[k.Page]
	if k.Link >= 0 {
		return l.link(k, tag, t.tags[tag].Role)
	}
	if k.Item < 0 || k.Item >= len(l.marks) {
		return fmt.Errorf("page %d has no item %d", k.Page+1, k.Item)
	}
	first, last := l.marksOf(k.Item)
	switch {
	case first == artifact:
		return fmt.Errorf("item %d of page %d has no tag", k.Item, k.Page+1)
	case l.owners[first] != t.tags[tag]:
		return fmt.Errorf("item %d of page %d is in the tags twice", k.Item, k.Page+1)
	}
	for mark := first; mark <= last; mark++ {
		l.tags[mark] = tag
	}
	return nil
}

func (l *leaves) link(k frame.Kid, tag int32, role frame.Role) error {
	switch {
	case k.Link >= len(l.links):
		return fmt.Errorf("page %d has no link %d", k.Page+1, k.Link)
	case l.links[k.Link] != nowhere:
		return fmt.Errorf("link %d of page %d is in the tags twice", k.Link, k.Page+1)
	case role != frame.RoleLink:
		return fmt.Errorf("link %d is not a kid of a Link tag", k.Link)
	}
	l.links[k.Link] = tag
	return nil
}

// number divides a page's items into marked-content sequences. Items of one tag that follow each
// other on the page as well as among the tag's kids share a sequence, unless one is read as other
// words than those that are drawn.
func (l *leaves) number(p *frame.Page) error {
	l.marks = make([]int32, len(p.Items))
	var said *speech // of the last piece before
	for i := range p.Items {
		at := l.items[i]
		if at.tag != p.Items[i].Tag {
			return fmt.Errorf(": item %d is not among the kids of its tag", i)
		}
		if at.tag == nil {
			l.marks[i] = artifact
			continue
		}
		follows := i > 0 && l.items[i-1] == (leaf{at.tag, at.kid - 1})
		whole := [...]piece{{}}
		pieces := l.pieces[i]
		if pieces == nil {
			pieces = whole[:]
		} else {
			pieces = between(pieces, len(p.Items[i].Text.Run.Glyphs))
			l.pieces[i] = pieces
		}
		for k := range pieces {
			if !follows || pieces[k].said != said {
				l.owners = append(l.owners, at.tag)
			}
			pieces[k].mark = int32(len(l.owners) - 1)
			follows, said = true, pieces[k].said
		}
		l.marks[i] = pieces[0].mark
		if last := pieces[len(pieces)-1].mark; last != l.marks[i] {
			if l.last == nil {
				l.last = make(map[int]int32)
			}
			l.last[i] = last
		}
	}
	return nil
}

// marksOf is the first and the last marked-content number of an item.
func (l *leaves) marksOf(item int) (first, last int32) {
	first = l.marks[item]
	if last, ok := l.last[item]; ok {
		return first, last
	}
	return first, first
}

// path names a tag for an error: Document/Sect/Figure.
func (t *tree) path(index int32) string {
	var roles []string
	for ; index >= 0; index = t.parents[index] {
		roles = append([]string{string(t.tags[index].Role)}, roles...)
	}
	return strings.Join(roles, "/")
}

// checkTag checks what PDF/UA-1 asks of a single tag and cannot be made up here.
func checkTag(t *frame.Tag, pages int) error {
	about := t.Properties()
	switch b := about.BBox; {
	case !standardRoles[t.Role] && roleMap(t.Role) == "":
		return errors.New("unknown role")
	case b != nil && (b.Page < 0 || b.Page >= pages || !reasonable(b.X, b.Y, b.Width, b.Height)):
		return errors.New("a box outside of the document")
	case t.Role == frame.RoleFigure && about.Alt == "" && about.Actual == "":
		return errors.New("a figure without alternative text")
	case t.Role == frame.RoleNote && about.ID == "":
		return errors.New("a note without ID")
	}
	return nil
}
