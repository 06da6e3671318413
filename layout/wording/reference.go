package wording

import (
	"fmt"

	"rapport/content"
)

// Ids of destinations of which a report has one.
const (
	KeyID      = "key"     // the year in figures
	SummaryID  = "summary" // the main findings
	ColophonID = "colophon"
	ContentsID = "contents"
)

// ChapterID is the destination of a chapter.
func ChapterID(ch *content.Chapter) string { return "chapter:" + ch.ID }

// TopicID is the destination of a topic.
func TopicID(t *content.Topic) string { return "topic:" + t.ID }

// BlockID is the destination of a figure or table.
func BlockID(b *content.Block) string { return fmt.Sprintf("%s:%d", b.Kind, b.Number) }

// Reference is the name and the destination of what a cross-reference refers to: "Figur 3", "Tabell
// 1", or the title of a topic or chapter.
func (w *Words) Reference(ref content.Ref) (name, id string) {
	switch to := ref.Target.(type) {
	case *content.Block:
		return w.blockName(to), BlockID(to)
	case *content.Topic:
		return Clean(to.Title), TopicID(to)
	case *content.Chapter:
		return Clean(to.Title), ChapterID(to)
	}
	return "", ""
}

// blockName is "Figur 3" or "Tabell 1".
func (w *Words) blockName(b *content.Block) string {
	if b.Kind == content.TableBlock {
		return w.Terms.TableNumber(b.Number)
	}
	return w.Terms.FigureNumber(b.Number)
}

// Destinations are the ids of all that cross-references and contents can refer to, in no special
// order.
func (w *Words) Destinations() []string {
	ids := []string{KeyID, SummaryID}
	for _, ch := range w.report.AllChapters() {
		ids = append(ids, ChapterID(ch))
		for _, t := range ch.Topics {
			ids = append(ids, TopicID(t))
		}
	}
	for _, b := range w.report.Figures {
		ids = append(ids, BlockID(b))
	}
	for _, b := range w.report.Tables {
		ids = append(ids, BlockID(b))
	}
	return ids
}

// Works are the works that the report cites, as its list has them.
func (w *Words) Works() []*content.Reference { return w.report.References }
