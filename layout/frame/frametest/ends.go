package frametest

import (
	"slices"

	"rapport/fonts"
	"rapport/layout/frame"
)

// Ending is why a page of a chapter ends where it does.
type Ending string

// The endings.
const (
	ChapterEnds Ending = "chapter ends" // nothing more comes
	TopicEnds   Ending = "topic ends"   // the next topic begins the next page
	TableEnds   Ending = "table ends"   // a table that began on an earlier page ends here, and nothing follows it
	GoesOn      Ending = "goes on"      // what comes next in the topic has no room
)

// End is where a page of a chapter ends.
type End struct {
	Page   int // from 1
	Ending Ending
	Ink    fonts.Mm // the lowest of what is read, without footnotes, from the top of the sheet

	// Opens is how many lines of a text that ends there the page begins with, 0 when it begins with
	// something else. A page that opens with less than four has leftovers.
	Opens int
}

// Ends are the ends of the pages that chapters flow over: those with a running head, without the
// pages that have a form of their own.
func Ends(d *frame.Document) []End {
	pages := make([][]leaf, len(d.Pages))
	walkLeaves(d.Root, func(l leaf) {
		if above(l.tag, frame.RolePart) != nil && above(l.tag, frame.RoleNote) == nil &&
			hasHead(d.Pages[l.page]) {
			pages[l.page] = append(pages[l.page], l)
		}
	})
	var all []End
	var before []leaf
	for i, leaves := range pages {
		if len(leaves) == 0 {
			continue
		}
		end := End{Page: i + 1, Ink: ink(d.Pages[i], leaves), Ending: ChapterEnds}
		if k := slices.IndexFunc(pages[i+1:], func(l []leaf) bool { return len(l) > 0 }); k >= 0 {
			end.Ending = ending(leaves[len(leaves)-1].tag, pages[i+1+k][0].tag)
		}
		if end.Ending != GoesOn && tail(leaves, before) {
			end.Ending = TableEnds
		}
		end.Opens = opens(d, leaves, before)
		all, before = append(all, end), leaves
	}
	return all
}

// ending is how what is read last on a page and first on the next are parted.
func ending(last, next *frame.Tag) Ending {
	switch {
	case above(last, frame.RolePart) != above(next, frame.RolePart):
		return ChapterEnds
	case above(last, frame.RoleSect) != above(next, frame.RoleSect):
		return TopicEnds
	}
	return GoesOn
}

// tail says whether a page holds nothing but the end of a table that began on the page before, and
// its caption and notes.
func tail(leaves, before []leaf) bool {
	table := above(leaves[0].tag, frame.RoleTable)
	if table == nil || !slices.ContainsFunc(before, func(l leaf) bool {
		return above(l.tag, frame.RoleTable) == table
	}) {
		return false
	}
	return !slices.ContainsFunc(leaves, func(l leaf) bool {
		return above(l.tag, frame.RoleTable) != table && above(l.tag, frame.RoleCaption) == nil &&
			above(l.tag, frame.RoleP) == nil
	})
}

// opens is how many lines of a text that began on the page before stand at the head of a page, 0
// when more of the text follows than a paragraph.
func opens(d *frame.Document, leaves, before []leaf) int {
	p := paragraph(leaves[0].tag)
	if p == nil || !slices.ContainsFunc(before, func(l leaf) bool { return paragraph(l.tag) == p }) {
		return 0
	}
	lines := map[[2]fonts.Pt]bool{}
	for _, l := range leaves {
		if at := paragraph(l.tag); at == nil {
			break
		} else if at != p {
			return 0
		}
		if t := d.Pages[l.page].Items[l.item].Text; t != nil {
			right := fonts.Pt(0) // of the middle of the page: the second column
			if t.X > d.Pages[l.page].Width/2 {
				right = 1
			}
			lines[[2]fonts.Pt{right, t.Y}] = true
		}
	}
	return len(lines)
}

// above is the nearest tag of a role that a tag is or lies in, nil when there is none.
func above(tag *frame.Tag, role frame.Role) *frame.Tag {
	for ; tag != nil && tag.Role != role; tag = tag.Parent {
	}
	return tag
}

// hasHead says whether a page has a running head.
func hasHead(p *frame.Page) bool {
	return slices.ContainsFunc(p.Items, func(it frame.Item) bool {
		return it.Kind == frame.Pagination && it.Text != nil && it.Text.Y < fonts.Mm(25).Pt()
	})
}

// ink is the lowest of what is read on a page.
func ink(p *frame.Page, leaves []leaf) fonts.Mm {
	var low fonts.Pt
	for _, l := range leaves {
		switch it := p.Items[l.item]; {
		case it.Text != nil:
			low = max(low, it.Text.Y)
		case it.Shape != nil:
			low = max(low, extent(it.Shape.Path).y1)
		case it.Image != nil:
			low = max(low, it.Image.Y+it.Image.Height)
		case it.Drawing != nil:
			low = max(low, it.Drawing.Y+it.Drawing.Picture.Height)
		}
	}
	return low.Mm()
}
