// Package frame is the finished layout: things at fixed positions on pages, and what they mean.
//
// A Document is the only currency after Compose. The PDF writer and the dumps of package frametest
// read the same frames. Lengths are points, the origin of a page is the top left corner of the
// trimmed sheet, y grows downwards; something at a negative position or beyond the trim lies in the
// bleed.
//
// Meaning is a tree of Tags beside the pages (ISO 32000-1, 14.7). An Item belongs to one Tag, or to
// none: then it is an artifact (decoration, running head) and a screen reader passes it over. Every
// tag's Kids are in reading order, whatever the order of painting.
package frame

import (
	"slices"
	"time"

	"rapport/charts/vector"
	"rapport/fonts"
)

// Document is a finished report.
type Document struct {
	Info        Info
	Pages       []*Page
	Root        *Tag // role Document
	Bookmarks   []Bookmark
	Attachments []Attachment
	Beside      []Attachment // files that go with the document, embedded in it or not
}

// Info is the metadata of a document.
type Info struct {
	Title     string
	Authors   []string
	Subject   string
	Keywords  []string
	Publisher string
	Language  string    // BCP 47
	Date      time.Time // the date of every date in the file
	Rights    string
}

// Page is a trimmed sheet.
type Page struct {
	Width, Height fonts.Pt
	Label         string // as printed, "" for a page without number
	Items         []Item // in paint order
	Links         []Link
	Origins       []Origin // by Item
}

// Origin says where in the content a page's items from Item on come from, until the next Origin.
type Origin struct {
	Item  int
	Place string // "file:line:column", "" for nowhere
}

// Origin is where in the content an item comes from, "" when it is not known.
func (p *Page) Origin(item int) string {
	next, _ := slices.BinarySearchFunc(p.Origins, item+1,
		func(o Origin, item int) int { return o.Item - item })
	if next == 0 {
		return ""
	}
	return p.Origins[next-1].Place
}

// Item is one thing on a page; exactly one of Text, Shape, Image and Drawing is set.
type Item struct {
	Text    *Text
	Shape   *vector.Shape
	Image   *Image
	Drawing *Drawing
	Tag     *Tag // nil: an artifact
	Kind    ArtifactKind
}

// ArtifactKind says what an untagged item is (ISO 32000-1, 14.8.2.2).
type ArtifactKind uint8

// Kinds of artifacts.
const (
	Layout     ArtifactKind = iota // rules, decoration
	Pagination                     // running heads, page numbers
	Background                     // grounds
)

// Image is a raster image in a rectangle.
type Image struct {
	X, Y, Width, Height fonts.Pt
	Data                []byte // a PNG or JPEG file
}

// Drawing is a picture that is painted as a whole, because its items lie in groups or are painted
// with gradients. What reaches out of the picture is cut off. It has no labels.
type Drawing struct {
	X, Y    fonts.Pt
	Picture *vector.Picture
}

// Link is an active rectangle on a page, to a destination or to a URI. It is a kid of a Link tag
// that holds the link's text too.
type Link struct {
	X, Y, Width, Height fonts.Pt
	URI                 string
	Dest                *Dest  // when URI is empty
	Contents            string // what a screen reader says
}

// Dest is a place in the document.
type Dest struct {
	Page int // index in Document.Pages
	Y    fonts.Pt
}

// Bookmark is an entry of the outline. Level 0 is the top.
type Bookmark struct {
	Title string
	Level int
	Dest  Dest
}

// Attachment is a file embedded in the document (PDF/A-3 associated file).
type Attachment struct {
	Name         string // file name
	MIME         string
	Description  string
	Relationship string // "Data", "Source", ...
	Data         []byte
}
