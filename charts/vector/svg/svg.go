// Package svg reads logos: the part of SVG 1.1 that a logo needs, as shapes of package vector.
//
// # The idea
//
// A logo is outlines with flat colours. What can be said with vector.Shape is read exactly: paths
// and the basic shapes, groups, symbols and their uses, nested transforms and viewports, fills and
// strokes by attribute, style="" and simple rules of a <style>. What cannot be said with a Shape
// (text, raster images, gradients, filters, masks, clipping, transparency, animation, scripts,
// anything outside of the file) is an [Error] that names the element and its place. Nothing that a
// viewer would draw is left out silently, and nothing is drawn that a viewer would cut off. What no
// viewer draws is skipped: metadata, titles, comments, elements of editors' namespaces, definitions
// that nothing uses, display="none".
//
// # Vocabulary
//
// A user unit is a CSS pixel, 0.75 pt; [Parse] gives points. A viewport is a rectangle with a
// coordinate system of its own: the root, a nested <svg>, a used <symbol>. Viewports clip what
// reaches outside of them; shapes cannot, so reaching outside by more than a hundredth of the
// viewport's larger side is an error. Style is the computed properties of an element; a declaration
// is one property with its value as it stands, from an attribute, a rule or style="", and the
// cascade lets the last of these win.
//
// # Where to start
//
// [Parse] names the stages: document.go makes a tree of XML, stylesheet.go reads <style>, draw.go
// walks the tree and emits shapes. On the way, property.go turns declarations into style, path.go
// and shape.go turn elements into outlines, stroke.go holds strokes against what vector.Paint can
// say. [Scale] fits a picture into a box.
//
// # Inks
//
// SVG 1.1 colours are sRGB; nothing says how they are printed. The colours of a Picture from here
// have no inks: C, M, Y and K are zero. Of white that is true; whoever prints must refuse or
// replace all others, which their names, "SVG #C4382A", help to find.
//
// # Departures
//
// An invalid value is an error where the specification has it ignored (CSS) or draws up to it
// (paths): an author wants to know. Strokes are those that PDF knows: a dash offset, bevelled
// joins, caps and joins of different roundness on one line, strokes under a skew, and corners that
// SVG would cut off but PDF would not are errors. Selectors are element, .class, #id and * in one
// compound; no combinators.
//
// # Limits
//
// Files of 4 MiB, elements nested 64 deep, 20 000 elements, 50 000 drawn elements when uses are
// followed, 200 000 path segments. There are no external entities: a DOCTYPE is an error as such.
//
// The package has no dependencies beside the standard library's encoding/xml, which is safe from
// entity bombs because it defines no entities.
package svg

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"rapport/charts/vector"
)

// The limits of what is read. Real logos stay below a hundredth of each.
const (
	maxBytes    = 4 << 20
	maxDepth    = 64      // of elements in elements, uses followed
	maxElements = 20_000  // in the file
	maxDrawn    = 50_000  // elements, uses followed
	maxSegments = 200_000 // of all paths, uses followed
	maxNumber   = 1e7     // a number's magnitude

	maxAttributes = 200      // of an element
	maxClasses    = 20       // of an element
	maxStyle      = 64 << 10 // bytes of a <style>
	maxRules      = 200      // of all <style>s
	maxValue      = 1000     // bytes of an attribute or property that is one value
)

// Error is why a file is not a logo that can be drawn. Line and Column count from 1, Column in
// characters; they are the place of the element's tag.
type Error struct {
	Line, Column int
	Element      string // its name, "" when the file as a whole is wrong
	Text         string // what is wrong, and mostly what to do
}

// Error is the place, the element and the text.
func (e *Error) Error() string {
	if e.Element == "" {
		return fmt.Sprintf("%d:%d: %s", e.Line, e.Column, e.Text)
	}
	return fmt.Sprintf("%d:%d: <%s>: %s", e.Line, e.Column, e.Element, e.Text)
}

// Parse reads an SVG file. The picture has the size of the root's width and height, or of its
// viewBox, at 0.75 pt a user unit, and holds shapes only. The error is an *Error.
func Parse(data []byte) (*vector.Picture, error) {
	doc, err := readDocument(data)
	if err != nil {
		return nil, err
	}
	sheet, err := doc.stylesheet()
	if err != nil {
		return nil, err
	}
	return doc.draw(sheet)
}

// prefix begins the names of colours that come from an SVG.
const prefix = "SVG "

// errorAt is an error at a byte of the file.
func errorAt(data []byte, at int, element, format string, args ...any) *Error {
	before := string(data[:min(max(at, 0), len(data))])
	line := 1 + strings.Count(before, "\n")
	column := 1 + utf8.RuneCountInString(before[strings.LastIndexByte(before, '\n')+1:])
	return &Error{line, column, element, fmt.Sprintf(format, args...)}
}
