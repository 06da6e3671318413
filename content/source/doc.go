// Package source reads folders of TOML as text with places, so that every mistake in them can be
// shown where it stands. It knows nothing of surveys or reports.
//
// # The idea
//
// A TOML decoder gives values and forgets where they stood. An author needs the opposite: a line, a
// column, a caret under the word that is wrong. So a file is read twice. An index finds where every
// key and value stands and judges nothing; the decoder says what the values are, and whether the
// file is TOML at all. Together they make a tree of [Node]s.
//
// # Vocabulary
//
// A [File] is the text of a file with the places of its lines. A [Span] is a stretch of it in
// bytes, a [Pos] a place as people count it: line and column in characters. A [Node] is a value
// with the span of its key and its own; [Node.Within] finds a stretch of a string's decoded text in
// the file, past escapes. A [Table] reads a table key by key: the keys that are asked for are the
// schema, and [Table.Done] calls all others unknown. A [Problem] is a place, what is wrong, what to
// do; [Problems.Format] draws the carets. An [Allow] is what an author silences, with a reason.
//
// # Where to start
//
// [NewReader] and [Reader.Folder] read all .toml files of a folder as one tree, [Reader.Table]
// begins to read it. A [Reader] belongs to one report on its way in: it collects the problems of
// all its files and goes on. When a file could not be read it is Incomplete, and what may have
// stood there is not called missing. [Peek] looks into a file without judging it. File for file:
// file.go and node.go are the places, index.go finds them, literal.go knows strings, decode.go asks
// the decoder, folder.go finds the files of a folder, read.go reads and merges them, composed.go
// brings text and names into one Unicode form, table.go is the schema's tool, problem.go, typo.go
// and alike.go are for messages, draft.go changes files.
//
// Everything that is made here is only read afterwards: nodes and files keep no bookmarks, so that
// many may ask for places at once.
//
// # Left out
//
// Nothing is written back but by a [Draft], which changes a file in places and keeps every other byte:
// no tree becomes TOML again. Values nest at most 24 deep, and the files of a
// report have at most 16 MiB together.
//
// # Dependencies
//
// BurntSushi/toml decodes TOML; it knows where keys stand and does not tell. golang.org/x/text has
// the tables of Unicode normalization.
package source
