// Package component holds what stands on a page: a headline, a paragraph, a figure, a table, each
// made by a method of Setter and drawn as a maroto component.
//
// # The idea
//
// A component is set when it is made, because only then its height is known, and drawn when maroto
// renders it. What may break over pages comes as flow.Atoms, what stays in one piece as a [Box].
// Every component tags what it draws: text in reading order, charts as Figure with an alternative
// text, decoration as artifacts (DESIGN.md, "Accessibility").
//
// # Vocabulary
//
// The [Setter] holds what all of them share: the style sheet, the shaper, the report's language and
// words, the numbers of footnotes and the names of cross-references. An atom is what stays in one
// piece, a band a row of columns (package flow); a stack is atoms one below the other inside
// something else.
//
// # Where to start
//
// box.go and setter.go, then the file that is named after the thing. To add one: a file with a
// method of Setter that takes plain values, a width and a [flow.Place], and returns a Box or atoms.
// What it says is for layout/wording, where it stands for layout/part and layout/topic.
//
// # Left out
//
// No component knows the page it will lie on, or a report. Lengths are millimetres until something
// is drawn, then points.
//
// # Dependencies
//
// maroto's core.Component is the seam to the rows and columns of a page; go-tree is what its
// GetStructure returns.
package component
