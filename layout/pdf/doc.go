// Package pdf writes a finished layout as a PDF file.
//
// Write takes a frame.Document, things at fixed positions and a tree of tags that says what they
// mean, and gives PDF 1.7 that conforms to PDF/UA-1 (ISO 14289-1) and to PDF/A-3a (ISO 19005-3) at
// once: the screen edition. WritePrint gives the same pages to a print shop, in ink, as PDF/X-4
// (ISO 15930-7), and WriteBooklet puts them on sheets for folding. The same document gives the same
// bytes. The package knows no report: whatever can be said with frames can be written.
//
// # The idea
//
// A PDF file is a list of numbered objects, written from front to back. But what a page paints with,
// fonts above all, is known at the end only. So pages become operators first, in groups, at the same
// time and in any order (a Binder takes them while others are still being composed): every item gets
// its marked-content sequence, and what operators name by number or name stays open (typecase.go).
// Then the fonts' glyphs are sorted, the tags numbered and held against the pages, and every object
// is known. Content streams, fonts and images are finished and deflated by workers, written in the
// order in which they were given, and forgotten. So a document of thousands of pages takes a few
// kilobytes of memory a page besides its tags, and the same bytes come from any number of
// processors.
//
// # Vocabulary
//
// An object is a piece of PDF syntax under construction, a ref its number. A stream is an object
// with data (contents, fonts, files); all others are packed into object streams. A sequence is a
// stretch of a content stream that belongs to one tag (ISO 32000-1, 14.6): neighbours on a page
// that are also neighbours among the kids of a tag share one. An artifact is what belongs to no
// tag. A folio is a page as operators, a quire the folios that became so together. A sort is what
// operators name before its name is known, a glyph for example. A code is the number under which a
// font's subset has a glyph. A run is shapes that follow each other.
//
// # Where to start
//
// pdf.go has Write and the order of things, bind.go pages that come one by one; file.go the numbered
// objects, object streams and cross-references; page.go, content.go and show.go what is painted,
// run.go what is painted again, typecase.go the names in it; font.go, subset.go and
// tounicode.go the fonts; tree.go and structure.go the tags, word.go words on two lines; image.go
// the images, drawing.go the drawings that are more than shapes; metadata.go what the file says of
// itself. For the press, print.go and booklet.go have the order of things, ink.go the colours
// (package press decides which), profile.go the colour profile. The tests hold the result against
// veraPDF, qpdf, MuPDF, Ghostscript, poppler and pdfcpu; package pdftest has the helpers for that.
//
// # Text that can be read back
//
// A code stands for a glyph and its text, so ToUnicode is never ambiguous, and a hyphen that divides
// a word at a line's end is a soft one (ISO 32000-1, 14.8.2.2.3). ActualText says what a cluster of
// several glyphs stands for. A word that goes on on another line, with a hyphen or without, is read
// as a whole where it begins, and as a space where it goes on (word.go). Tried on small files:
//
//	                        poppler 22.12      MuPDF 1.21     MuPDF 1.28   PDFium     pdfminer
//	soft hyphen alone       U+00AD, new line   by an option   U+00AD       joins      U+00AD
//	ActualText, then ""     whole              by an option   whole        twice      U+00AD
//	ActualText, then " "    whole              by an option   whole        whole      U+00AD
//	ActualText over both    out of order       by an option   lost         whole      U+00AD
//
// pdfminer and pypdf do not know ActualText. The sequence that has one is a Span with an MCID of its
// own, and not one within the paragraph's: poppler takes the end of that for the paragraph's.
//
// # Left out
//
// Encryption, forms to fill in, annotations other than links, blend modes, colour fonts and fonts
// with CFF outlines, vertical text; spot colours, and profiles outside of the file (PDF/X-4p). Hints
// of fonts are dropped. An image's gamma is not looked at.
//
// # Dependencies
//
// klauspost/compress deflates in half of the time that the standard library takes, at the same
// size.
package pdf
