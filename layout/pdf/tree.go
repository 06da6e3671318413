package pdf

import (
	"errors"
	"fmt"
	"strings"

	"rapport/layout/frame"
)

// tree is the document's tags in reading order, parents before kids, and which item belongs where.
type tree struct {
	tags    []*frame.Tag
	parents []int32  // by tag; -1 for the root
	ends    []int32  // by tag: the first tag after it and all below it
	pages   []leaves // by page
	links   int      // in the whole document
}

// leaves is what of a page the tags hold.
type leaves struct {
	items     []leaf          // by item
	marks     []int32         // by item: its marked-content number, or artifact
	pieces    map[int][]piece // by item: what it is divided into, for words that lines part
	owners    []int32         // by marked-content number: the tag
	links     []leaf          // by link
	firstLink int             // the number of its first link among the document's
}

// leaf is a place in the tree; the zero value is none.
type leaf struct {
	tag int32 // its index + 1
	kid int32
}

const artifact = -1

// plant numbers the tags and finds the place of every item and link. A document whose tags and
// pages contradict each other is an error, since a reader could not be told what it says.
func plant(d *frame.Document) (*tree, error) {
	t := &tree{pages: make([]leaves, len(d.Pages))}
	for i, p := range d.Pages {
		t.pages[i] = leaves{items: make([]leaf, len(p.Items)), links: make([]leaf, len(p.Links)),
			firstLink: t.links}
		t.links += len(p.Links)
	}
	if d.Root == nil {
		return nil, errors.New("the document has no tags")
	}
	if err := t.walk(d.Root, -1); err != nil {
		return nil, err
	}
	words := parted{doc: d, pages: t.pages}
	for _, tag := range t.tags {
		words.tag(tag)
	}
	for i, p := range d.Pages {
		if err := t.pages[i].number(t.tags, p); err != nil {
			return nil, fmt.Errorf("page %d: %w", i+1, err)
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
	for i, k := range tag.Kids {
		var err error
		if k.Tag != nil {
			err = t.walk(k.Tag, index)
		} else if err = t.leaf(k, leaf{index + 1, int32(i)}); err != nil {
			err = fmt.Errorf("%s: %w", t.path(index), err)
		}
		if err != nil {
			return err
		}
	}
	t.ends[index] = int32(len(t.tags))
	return nil
}

// leaf notes the place of an item or a link.
func (t *tree) leaf(k frame.Kid, at leaf) error {
	if k.Page < 0 || k.Page >= len(t.pages) {
		return fmt.Errorf("a kid on page %d of %d", k.Page+1, len(t.pages))
	}
	places, n, what := t.pages[k.Page].items, k.Item, "item"
	if k.Link >= 0 {
		places, n, what = t.pages[k.Page].links, k.Link, "link"
	}
	if n < 0 || n >= len(places) {
		return fmt.Errorf("page %d has no %s %d", k.Page+1, what, n)
	}
	if places[n].tag != 0 {
		return fmt.Errorf("%s %d of page %d is in the tags twice", what, n, k.Page+1)
	}
	places[n] = at
	return nil
}

// number divides a page's items into marked-content sequences. Items of one tag that follow each
// other on the page as well as among the tag's kids share a sequence, unless one is read as other
// words than those that are drawn.
func (l *leaves) number(tags []*frame.Tag, p *frame.Page) error {
	l.marks = make([]int32, len(p.Items))
	var said *speech // of the last piece before
	for i := range p.Items {
		at := l.items[i]
		if tag := p.Items[i].Tag; (tag == nil) != (at.tag == 0) ||
			tag != nil && tag != tags[at.tag-1] {
			return fmt.Errorf("item %d is not among the kids of its tag", i)
		}
		if at.tag == 0 {
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
				l.owners = append(l.owners, at.tag-1)
			}
			pieces[k].mark = int32(len(l.owners) - 1)
			follows, said = true, pieces[k].said
		}
		l.marks[i] = pieces[0].mark
	}
	for i, at := range l.links {
		if at.tag == 0 || tags[at.tag-1].Role != frame.RoleLink {
			return fmt.Errorf("link %d is not a kid of a Link tag", i)
		}
	}
	return nil
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
	switch b := t.BBox; {
	case !standardRoles[t.Role] && roleMap(t.Role) == "":
		return errors.New("unknown role")
	case b != nil && (b.Page < 0 || b.Page >= pages || !reasonable(b.X, b.Y, b.Width, b.Height)):
		return errors.New("a box outside of the document")
	case t.Role == frame.RoleFigure && t.Alt == "" && t.Actual == "":
		return errors.New("a figure without alternative text")
	case t.Role == frame.RoleNote && t.ID == "":
		return errors.New("a note without ID")
	}
	return nil
}
