package layout

import (
	"path"
	"slices"
	"strings"

	"rapport/content"
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

// numbers are the files of the report's numbers: one for machines, one for people. That for people is
// left out where only what the report carries is wanted, and it does not carry it.
func (b *book) numbers(carried bool) ([]frame.Attachment, error) {
	r, terms := b.report, b.words.Terms
	var book []byte
	var err error
	if !carried || slices.Contains(r.Attached, "xlsx") {
		book, err = r.Workbook(r.Name+".pdf", b.placed())
	}
	return []frame.Attachment{{
		Name: "figures.csv", MIME: "text/csv", Relationship: "Data", Data: r.CSV(),
		Description: terms.Attached,
	}, {
		Name: "figures.xlsx", Relationship: "Data", Data: book,
		MIME:        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
		Description: terms.AttachedSheets,
	}}, err
}

// attached are the files that the report wants to carry inside.
func (c *composer) attached(files []frame.Attachment) []frame.Attachment {
	var out []frame.Attachment
	for _, f := range files {
		if slices.Contains(c.report.Attached, strings.TrimPrefix(path.Ext(f.Name), ".")) {
			out = append(out, f)
		}
	}
	return out
}

// placed finds where figures stand: at the first chart that shows one, else in the first table,
// else among the key figures or the main findings.
func (b *book) placed() func(*content.Figure) content.Place {
	found := map[*content.Figure]content.Place{}
	put := func(name, id string, figures ...*content.Figure) {
		at, ok := b.found[id]
		for _, f := range figures {
			if _, before := found[f]; ok && f != nil && !before {
				found[f] = content.Place{Name: name, Page: at.Page + 1}
			}
		}
	}
	show := func(block *content.Block) {
		name, id := b.words.Reference(content.Ref{Target: block})
		if block.Kind == content.FigureBlock && !b.report.Plan.FigureNumbers {
			name = ""
		}
		block.Show(func(f *content.Figure, compared bool) {
			put(name, id, f)
			if compared {
				put(name, id, f.Compare)
			}
		})
	}
	for _, block := range slices.Concat(b.report.Figures, b.report.Tables) {
		show(block)
	}
	if k := b.report.Key; k != nil {
		for _, f := range append([]content.KeyFigure{k.Hero}, k.Figures...) {
			put("", wording.KeyID, f.Figure)
		}
	}
	if s := b.report.Summary; s != nil {
		for _, f := range s.Findings {
			put("", wording.SummaryID, f.Figure)
		}
	}
	return func(f *content.Figure) content.Place { return found[f] }
}

// bookmarks lead to the parts of the report that have been drawn, topics below their chapters.
func (b *book) bookmarks() []frame.Bookmark {
	var out []frame.Bookmark
	var add func(entries []wording.Entry, level int)
	add = func(entries []wording.Entry, level int) {
		for _, e := range entries {
			if at, ok := b.found[e.ID]; ok {
				out = append(out, frame.Bookmark{Title: e.Title, Level: level, Dest: at})
			}
			add(e.Topics, level+1)
		}
	}
	add(b.words.Bookmarks(), 0)
	return out
}
