// Package press is what a printer's workshop knows: inks, marks, imposition and the proof.
//
// It looks at a finished layout, a frame.Document, as a press does. On the screen a colour is light
// and a page ends at its edge; on the press a colour is four inks laid over each other, none of
// them exactly in its place, and a page is cut out of a larger sheet by a knife that is half a
// millimetre off. The package says what follows from that, and nothing about how it is written:
// package pdf paints what is decided here, so that the proof and the file cannot disagree.
//
// # Vocabulary
//
// The trim is the page as the reader gets it. The bleed is paint beyond the trim, so that a cut
// that is off shows no paper. The slug is what lies outside of the bleed: crop marks (where to
// cut), registration marks (whether the inks fit), the colour strip (whether there is enough of
// them), and a line of words.
//
// An Ink is what one spot of paper gets, in per cent of cyan, magenta, yellow and black. Paint that
// knocks out takes away the inks below it; paint that overprints is added to them, which is right
// for thin black things: no white rim appears when the inks do not fit. Rich black is black ink
// with three others below it, since 100 % black alone looks gray on a large area.
//
// A sheet is folded once; its four quarters are pages. A section is sheets folded into each other;
// its outermost sheet has its first and last page. To impose is to find the pages of every sheet.
// Creep is how far an inner sheet sticks out, because those around it take up the paper at the
// fold.
//
// # Where to start
//
// ink.go has the inks of a colour, and painter.go decides what overprints; marks.go draws the slug;
// impose.go orders the pages of a booklet and booklet.go puts them on sheets; proof.go looks at
// every page and lists what a print shop asks for, and what it would send back.
//
// # Left out
//
// Spot colours, varnish and trapping (the inks' overlap at common edges), which a print shop does
// better than its customers; imposition for folding more than once; perfect binding with its milled
// spine. The inks of RGB images come out of a colour profile at the press and are not counted.
//
// # Dependencies
//
// None outside of this module: package container knows image files.
package press
