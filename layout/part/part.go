// Package part is the pages of a report that have a form of their own: one template a file.
//
// # The idea
//
// A template is a function that is handed a [Paper], what there is to set with, to say and to draw
// on, and draws its page or pages. It knows where things sit; what they say comes from the report
// itself and from layout/wording, and how a paragraph, a table or a head is set from
// layout/component. Templates do not call each other and keep nothing: the order of a book is
// layout's.
//
// # Vocabulary
//
// A full page is one cell that reaches from edge to edge (cover, opener, epigraph, back cover);
// what is in it stands at fixed zones, measured from the page's top left corner. A content page has
// a running head and a folio, and between them bands that flow from page to page (colophon,
// contents, the year in figures, and all topics). A ground is a full-page colour with the colours
// of what stands on it.
//
// # Where to start
//
// [Paper], then paper.go for the two sorts of pages, then the template: [Cover], [Colophon],
// [Epigraph], [Contents], [Key], [Opener], [ChapterHead], [FullImage], [BackCover]. To add one: a
// file with a function of Paper and its zones as constants, and its place in layout's book.go. If
// contents or bookmarks are to lead to it, give it an id in layout/wording and mark it.
//
// # Left out
//
// How a topic becomes bands is layout/topic. Lengths are millimetres until something is drawn, then
// points.
package part
