package frametest

import (
	"math"

	"rapport/fonts"
	"rapport/layout/frame"
)

// leaf is a text in reading order with the tag that it lies in.
type leaf struct {
	tag  *frame.Tag
	page int
	item int
}

// structure finds what the order of reading and the pages tell together: headings that stand last on
// their page, and lines of a paragraph that stand alone.
func structure(d *frame.Document) []Fault {
	var leaves []leaf
	walkLeaves(d.Root, func(l leaf) { leaves = append(leaves, l) })
	return append(headings(d, leaves), linesAlone(d, leaves)...)
}

// walkLeaves gives a tag's items in reading order.
func walkLeaves(tag *frame.Tag, each func(leaf)) {
	for _, k := range tag.Kids {
		if k.Tag != nil {
			walkLeaves(k.Tag, each)
		} else if k.Link < 0 {
			each(leaf{tag, k.Page, k.Item})
		}
	}
}

// heading is the heading that a tag is or lies in, nil when there is none.
func heading(tag *frame.Tag) *frame.Tag {
	for ; tag != nil; tag = tag.Parent {
		switch tag.Role {
		case frame.RoleH1, frame.RoleH2, frame.RoleH3, frame.RoleH4:
			return tag
		}
	}
	return nil
}

// headings finds headings after which nothing is read on the same page, but for a document's end.
func headings(d *frame.Document, leaves []leaf) []Fault {
	var all []Fault
	for i, l := range leaves {
		h := heading(l.tag)
		if h == nil || i+1 == len(leaves) || heading(leaves[i+1].tag) == h {
			continue
		}
		next := leaves[i+1]
		if next.page > l.page && !onGround(d.Pages[l.page]) {
			all = append(all, Fault{Kind: "heading last", Page: l.page + 1, Words: ReadingText(d, h), Place: d.Pages[l.page].Origin(l.item)})
		}
	}
	return all
}

// onGround says whether a page is covered by a ground: an opener, a cover.
func onGround(p *frame.Page) bool {
	for _, it := range p.Items {
		if it.Shape != nil && it.Tag == nil && it.Kind == frame.Background {
			if b := extent(it.Shape.Path); b.x1-b.x0 >= p.Width && b.y1-b.y0 >= p.Height {
				return true
			}
		}
	}
	return false
}

// linesAlone finds paragraphs of several lines of which a single one stands on a page.
func linesAlone(d *frame.Document, leaves []leaf) []Fault {
	type where struct {
		tag  *frame.Tag
		page int
	}
	lines := map[where]map[fonts.Pt]bool{}
	pages := map[*frame.Tag][]leaf{}
	for _, l := range leaves {
		t := d.Pages[l.page].Items[l.item].Text
		p := paragraph(l.tag)
		if t == nil || p == nil {
			continue
		}
		key := where{p, l.page}
		if lines[key] == nil {
			lines[key] = map[fonts.Pt]bool{}
			pages[p] = append(pages[p], l)
		}
		lines[key][fonts.Pt(math.Round(float64(t.Y)))] = true
	}
	var all []Fault
	for _, l := range leaves {
		p := paragraph(l.tag)
		if list := pages[p]; p != nil && len(list) > 1 {
			for _, at := range list {
				if len(lines[where{p, at.page}]) == 1 {
					all = append(all, Fault{Kind: "line alone", Page: at.page + 1, Words: ReadingText(d, p), Place: d.Pages[at.page].Origin(at.item)})
				}
			}
			delete(pages, p)
		}
	}
	return all
}

// paragraph is the paragraph that a tag is or lies in.
func paragraph(tag *frame.Tag) *frame.Tag {
	for ; tag != nil; tag = tag.Parent {
		if tag.Role == frame.RoleP {
			return tag
		}
	}
	return nil
}
