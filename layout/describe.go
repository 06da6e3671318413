package layout

import (
	"rapport/layout/frame"
	"rapport/layout/wording"
)

// info is the document's metadata. Without named people the publisher is the author.
func (c *composer) info() frame.Info {
	r := c.report
	info := frame.Info{
		Title: wording.Clean(r.Title), Subject: wording.Clean(r.Subtitle),
		Rights: wording.Clean(r.Rights.Plain()), Keywords: r.Keywords,
		Publisher: r.Publisher, Language: r.Language, Date: r.Date,
	}
	for _, person := range r.People {
		info.Authors = append(info.Authors, person.Name)
	}
	if len(info.Authors) == 0 {
		info.Authors = []string{r.Publisher}
	}
	return info
}

// figures is the report's numbers as an attached file.
func (c *composer) figures() frame.Attachment {
	return frame.Attachment{
		Name: "figures.csv", MIME: "text/csv", Relationship: "Data", Data: c.report.CSV(),
		Description: c.words.Terms.AttachedFigures(),
	}
}

// bookmarks lead to the parts of the report that have been drawn, topics below their chapters.
func (p *pass) bookmarks() []frame.Bookmark {
	var out []frame.Bookmark
	var add func(entries []wording.Entry, level int)
	add = func(entries []wording.Entry, level int) {
		for _, e := range entries {
			if at, ok := p.paper.Grid.Marked(e.ID); ok {
				out = append(out, frame.Bookmark{Title: e.Title, Level: level, Dest: at})
			}
			add(e.Topics, level+1)
		}
	}
	add(p.paper.Words.Bookmarks(), 0)
	return out
}
