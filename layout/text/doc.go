// Package text turns words into lines: it shapes them, divides them and breaks paragraphs.
//
// The vocabulary. A Span is a stretch of text in one Style. A Shaper finds the glyphs; text in several
// spans is still one text, kerned across their borders as long as the font stays the same. A Line is what
// comes out: Runs of Glyphs at positions, in points, from the line's left edge. Every glyph carries the
// text it stands for, so a line can be extracted again, and the lines of a paragraph give its text.
//
// Start with NewShaper and Break for paragraphs, Line for a single line, Width and Wrap for labels. On
// its way through Break a text is a paragraph of clusters, the least pieces with glyphs of their own
// (paragraph.go); to it come the opportunities, the places where a line may end, each with its price
// (opportunity.go, and inside.go for those inside words); one of three methods chooses among them
// (break.go, optimal.go); and a setter copies the glyphs between two chosen places into a line (set.go).
//
// Words are shaped with the space after them and kept (shaper.go); most are put together from pairs of
// letters that are known beforehand (pairs.go). The one pair that this misses, space and next letter, is
// asked for by itself, so a line's advances are those of HarfBuzz for the whole line;
// testdata/kerning.tsv holds them against it. A character that a face lacks comes from another one
// (fallback.go), and one that none has is drawn as a question mark and reported by Missing.
//
// Some characters are instructions. U+00AD is a place to divide a word; U+00A0, U+202F and U+2009 are
// spaces, wide and narrow, that do not break; U+2011 is a hyphen that does not break; U+200B breaks
// without a mark, U+2060 and U+FEFF are dropped; U+2028 and U+2029 end a line. Those that steer
// directions (U+200E, U+2067 and their like) do so and are not drawn.
//
// Arabic and Hebrew run from right to left, with the numbers in them from left to right (bidi.go). Such
// text is shaped in its own direction and stays in the order in which it is read; only the places of runs
// on the line, and of the glyphs in them, are the other way round.
//
// Left out: scripts that break between characters without spaces; a stretch of them is one unbreakable
// word. Lines are ragged; nothing here stretches a space.
//
// golang.org/x/text/unicode/bidi says to which class of Unicode's algorithm a character belongs.
// go-text/typesetting shapes, as HarfBuzz does, and finds graphemes. It is kept at v0.3.0, because later
// versions lose kerning; a test shows it. Hyphenation is in the package hyphen.
package text
