// Package preview shows the pages of one report in a browser, beside what is wrong with them, and
// shows them anew when a file is saved.
//
// # The idea
//
// A build gives an edition: pages as SVG, each under the hash of its bytes, and problems. It is put in
// the place of the one before as a whole, and every browser is told (server-sent events). A browser
// asks for the pages that it lacks, so only what has changed travels, and puts them on the screen when
// all that is in sight is there: nothing ever shows half a state. When the content cannot be laid out,
// the pages of the edition before stay, and are called stale.
//
// # Vocabulary
//
// A build is one reading and laying out of the content; a save while it runs ends it. An edition is
// what has come of the last one. A view is a way of looking at an edition: screen, print with bleed and
// marks, booklet sheets, the web page. A leaf is what a view shows at a time, a page or a side of a
// sheet; its id is what it looks like.
//
// # Where to start
//
// [Serve]; build.go has the loop from a save to an edition, edition.go what an edition holds, workshop.go makes
// a report, server.go says who may ask for what. page/ is what the browser runs: plain HTML, CSS and JavaScript, embedded.
//
// # Left out
//
// Watching files (package watch) and opening a browser. Nobody but this machine is served.
package preview
