// Package web makes a report a page for browsers: a report in, the files of a folder out.
//
// # The idea
//
// One page a report, read from top to foot, plain HTML that needs no script and asks nothing of any
// other server. What stands on it, in words and numbers, is what stands on paper: captions, tables
// and alternative texts come from layout/wording and charts, and nothing is counted here. What
// differs is where it sits. A chart is not scaled to a screen but drawn anew, by the chart rules,
// for each of a few widths, and the stylesheet shows the one that fits the room it has.
//
// # Vocabulary
//
// An edition is the files of a report. A band is a part of the page that reaches from edge to edge
// on a ground of its own. A width is how wide a chart is drawn, in CSS pixels; room is what a
// figure's place on the page offers at most: all of the measure, beside prose, or half. A living
// picture is an SVG whose words are words (layout/svg).
//
// # Where to start
//
// [Compose], then edition.go, which lists the files, and page.go, which fills page.html. A topic is
// planned before it is written, beside the others: plan.go says which figures stand beside each
// other and which prose beside them, and has chart.go draw them. What is numbered in reading order,
// notes, citations and the classes of pictures, is left to the one who writes: kinds.go has a row
// for every kind of block, arrange.go and figure.go write figures; the other files are named after
// what they make. style.css has the design, and gets the brand's colours and faces from style.go.
//
// To add a kind of block: a row in kinds.go and a function that writes it, or plans it when it has
// figures of its own. A test holds the table
// against content's kinds.
//
// # Left out
//
// Writing the files: that is for cmd, which sees to it that all come whole or not at all. Page
// numbers, running heads, and whatever else only paper has.
package web
