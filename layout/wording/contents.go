package wording

import (
	"strconv"
	"strings"

	"rapport/content"
)

// Entry is a line of the contents or of the bookmarks.
type Entry struct {
	Number int // of a chapter; 0 for none
	Title  string
	ID     string // of the destination
	Topics []Entry
	Pos    content.Pos
}

// Contents is the table of contents: the year in figures, the main findings, the chapters with
// their topics, the method. A chapter without a number does not list its topic when it has only one.
func (w *Words) Contents() []Entry {
	entries := w.overviews()
	for _, ch := range w.report.AllChapters() {
		e := chapterEntry(ch)
		if ch.Number == 0 && len(ch.Topics) <= 1 {
			e.Topics = nil
		}
		entries = append(entries, e)
	}
	return entries
}

// Bookmarks is everything that a reader may want to jump to, in reading order: what stands before
// the chapters too, and every topic. A short report has its colophon last.
func (w *Words) Bookmarks() []Entry {
	colophon := Entry{Title: w.Terms.About, ID: ColophonID}
	var entries []Entry
	if !w.report.Plan.Short {
		entries = append(entries, colophon)
	}
	if w.report.Plan.Contents {
		entries = append(entries, Entry{Title: w.Terms.Contents, ID: ContentsID})
	}
	entries = append(entries, w.overviews()...)
	for _, ch := range w.report.AllChapters() {
		entries = append(entries, chapterEntry(ch))
	}
	if w.report.Plan.Short {
		entries = append(entries, colophon)
	}
	return entries
}

// overviews are the pages before the chapters that sum them up.
func (w *Words) overviews() []Entry {
	var entries []Entry
	if k := w.report.Key; k != nil {
		entries = append(entries, Entry{Title: Clean(k.Headline), ID: KeyID, Pos: k.Pos})
	}
	if w.report.Summary != nil {
		entries = append(entries, Entry{Title: w.Terms.Findings, ID: SummaryID,
			Pos: w.report.Summary.Pos})
	}
	return entries
}

func chapterEntry(ch *content.Chapter) Entry {
	e := Entry{Number: ch.Number, Title: Clean(ch.Title), ID: ChapterID(ch), Pos: ch.Pos}
	for _, t := range ch.Topics {
		e.Topics = append(e.Topics, Entry{Title: Clean(t.Listed), ID: TopicID(t),
			Pos: t.Pos})
	}
	return e
}

// ChapterNumber is "Kapittel 2" above a chapter's title; "" for an only chapter and for the method.
func (w *Words) ChapterNumber(ch *content.Chapter) string {
	if ch.Number == 0 || len(w.report.Chapters) < 2 {
		return ""
	}
	return w.Terms.Chapter + " " + strconv.Itoa(ch.Number)
}

// Name is the report's title and its year, for the heads of pages. The year is not said twice.
func (w *Words) Name() (title, year string) {
	year = strconv.Itoa(w.report.Year)
	title = strings.TrimSuffix(Clean(w.report.Title), year)
	return strings.TrimSpace(title), year
}
