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
// [Compose], then edition.go, which lists the files, and page.go, which fills page.html. A topic's
// blocks go through the table of kinds.go; arrange.go says which figures stand beside each other
// and which prose beside them; figure.go and chart.go make one figure; the other files are named
// after what they make. style.css has the design, and gets the brand's colours and faces from
// style.go.
//
// To add a kind of block: a row in kinds.go and a function that writes it. A test holds the table
// against content's kinds.
//
// # Left out
//
// Writing the files: that is for cmd, which sees to it that all come whole or not at all. Page
// numbers, running heads, and whatever else only paper has.
package web
