// Package raster paints finished pages as pixels: frames in, one image a page out, for programs
// that take no drawings.
//
// # The idea
//
// Everything on a page becomes an area: a letter is its outline, a stroke what its pen covers. An
// area is laid over the pixels with the share of each that it covers, and painted with its colour.
//
// # Where to start
//
// [Page] in page.go; polygon.go has outlines, stroke.go what a pen covers, gradient.go runs of
// colours.
//
// # Left out
//
// Colour profiles and inks: the pixels are sRGB, and edges are mixed as browsers mix them, without
// regard to the curve of sRGB.
//
// # Dependencies
//
// golang.org/x/image/vector computes what share of each pixel an outline covers.
package raster
