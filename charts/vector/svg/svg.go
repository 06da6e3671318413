// Package svg reads logos: the part of SVG that a logo needs, as shapes and groups of package
// vector.
//
// # The idea
//
// A logo is outlines with colours. What can be said with vector.Shape and vector.Group is read
// exactly: paths and the basic shapes, groups, symbols and their uses, nested transforms and
// viewports, fills and strokes by attribute, style="" and rules of a <style>, linear and radial
// gradients, clipping, masks, opacity. What cannot (text, raster images, patterns, filters, blend
// modes, markers, scripts, anything outside of the file) is an [Error] that names the element and
// its place. Nothing that a viewer would draw is left out silently, and nothing is drawn that a
// viewer would cut off; where print must differ from the screen, or a file refers to what it does
// not have, [Read] gives a note. What no viewer draws is skipped: metadata, titles, comments,
// elements of editors' namespaces, definitions that nothing uses, display="none".
//
// # Vocabulary
//
// A user unit is a CSS pixel, 0.75 pt; [Parse] gives points. A viewport is a rectangle with a
// coordinate system of its own: the root, a nested <svg>, a used <symbol>. Viewports clip what
// reaches outside of them; one that does so becomes a group with a clip. Style is the computed
// properties of an element; a declaration is one property with its value as it stands, from an
// attribute, a rule or style="", and the cascade lets the last of these win. A layer is a fill or a
// stroke with all that decides how it covers what is below. To compose an element is to put it on
// paper as one: clipped, masked, at its opacity.
//
// # Where to start
//
// [Parse] names the stages: document.go makes a tree of XML, stylesheet.go reads <style>, draw.go
// walks the tree and emits shapes. On the way, property.go turns declarations into style, path.go
// and shape.go turn elements into outlines, gradient.go paints into layers, and compose.go clips,
// masks and fades. [Scale] fits a picture into a box.
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
// (paths): an author wants to know. Selectors are element, .class, #id and * in compounds, inside
// or as a child of others. Lengths by the size of type are by 16 pixels. A clip of outlines that
// overlap is a mask of them, whose edge is as smooth as any other.
//
// # Limits
//
// Files of 4 MiB, elements nested 64 deep, 20 000 elements, 50 000 drawn elements when uses are
// followed, 200 000 path segments. A DOCTYPE may define entities, as those of Adobe's programs do;
// what they come to is counted, and nothing outside of the file is read.
//
// # Why not a library
//
// Looked at on 2026-11-26: srwiley/oksvg has not been released since 2022, draws into pixels and
// leaves out clipping, masks and groups' opacity. The newest tdewolff/canvas is of July 2025 (MIT);
// its reader of SVG knows neither <use> nor clipping, masks or radial gradients, passes over what
// it does not know, and brings 96 modules along. Neither says where in the file something is that
// it cannot draw, which is what an author needs most.
//
// The package has no dependencies beside the standard library's encoding/xml, which is safe from
// entity bombs because it expands no entity within another.
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

	maxAttributes = 200       // of an element
	maxClasses    = 20        // of an element
	maxStyle      = 64 << 10  // bytes of a <style>
	maxRules      = 200       // of all <style>s
	maxValue      = 1000      // bytes of an attribute or property that is one value
	maxCompounds  = 6         // of a selector
	maxLong       = 1_000_000 // elements, times rules whose selectors are of several elements
	maxEntities   = 100
	maxStops      = 256 // of a gradient
	maxTurns      = 64  // of a gradient that repeats
	maxNotes      = 100
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
	p, _, err := Read(data)
	return p, err
}

// Read is Parse, and tells what is drawn in another way than the file asks for, which no viewer
// could print otherwise or all draw so too: shapes that are cut off at the edge, animations.
func Read(data []byte) (p *vector.Picture, notes []*Error, err error) {
	doc, err := readDocument(data)
	if err != nil {
		return nil, nil, err
	}
	sheet, err := doc.stylesheet()
	if err != nil {
		return nil, nil, err
	}
	p, err = doc.draw(sheet)
	return p, doc.notes, err
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
