package style

import "rapport/fonts"

// The page: A4, content from 30 to 270 mm, margins of 18 mm (layout/DESIGN.md, "Page and grid").
const (
	PageWidth     fonts.Mm = 210
	PageHeight    fonts.Mm = 297
	Bleed         fonts.Mm = 3 // of what is to reach the edge, cut off after printing
	ContentTop    fonts.Mm = 30
	ContentHeight fonts.Mm = 240
	ContentLeft   fonts.Mm = 18
	ContentWidth  fonts.Mm = 174
)

// Spaces that several pages share (layout/DESIGN.md, "Spaces and rules").
const (
	HeadToContent fonts.Mm = 10 // below a section head
	ChapterSpace  fonts.Mm = 22 // above a beginning that does not get a page of its own
)

// Columns is the width of n of the page's twelve columns with the gutters of 4 mm between them.
func Columns(n int) fonts.Mm { return fonts.Mm(n)*14.8333 - 4 }
