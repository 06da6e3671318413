package frametest

import (
	"testing"

	"rapport/fonts"
	"rapport/layout/frame"
	"rapport/layout/text"
)

// TestEnds builds pages by hand: why each ends, where, and what it opens with.
func TestEnds(t *testing.T) {
	d := &frame.Document{Root: &frame.Tag{Role: frame.RoleDocument}}
	for range 5 {
		p := &frame.Page{Width: 595, Height: 842}
		p.Items = append(p.Items, frame.Item{
			Text: &frame.Text{Y: 40, Run: text.Run{}}, Kind: frame.Pagination,
		})
		d.Pages = append(d.Pages, p)
	}
	line := func(tag *frame.Tag, page int, y fonts.Mm) {
		p := d.Pages[page]
		tag.Kids = append(tag.Kids, frame.Kid{Page: page, Item: len(p.Items), Link: -1})
		p.Items = append(p.Items, frame.Item{Text: &frame.Text{Y: y.Pt()}, Tag: tag})
	}
	part := d.Root.Child(frame.RolePart)
	first := part.Child(frame.RoleSect)
	long := first.Child(frame.RoleP)
	for i := range 10 {
		line(long, 0, fonts.Mm(200+5*i))
	}
	line(long, 1, 40)
	line(long, 1, 45)
	line(first.Child(frame.RoleNote), 1, 260)
	table := part.Child(frame.RoleSect).Child(frame.RoleTable)
	line(table.Child(frame.RoleTR), 2, 250)
	line(table.Child(frame.RoleTR), 3, 50)
	line(d.Root.Child(frame.RolePart).Child(frame.RoleSect).Child(frame.RoleP), 4, 100)
	want := []End{
		{Page: 1, Ending: GoesOn, Ink: 245},
		{Page: 2, Ending: TopicEnds, Ink: 45, Opens: 2},
		{Page: 3, Ending: GoesOn, Ink: 250},
		{Page: 4, Ending: TableEnds, Ink: 50},
		{Page: 5, Ending: ChapterEnds, Ink: 100},
	}
	for i, have := range Ends(d) {
		have.Ink = fonts.Mm(int(have.Ink + 0.5))
		if have != want[i] {
			t.Errorf("have %+v, want %+v", have, want[i])
		}
	}
}
