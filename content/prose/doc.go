// Package prose is the words of a report: Markdown with placeholders for numbers, read into
// paragraphs.
//
// # The idea
//
// A number that is typed twice can disagree with itself. So prose names it, as in
// {percent ek2021.veiledning | Nei}, and what is printed is computed from the counts. What a
// placeholder prints can never become markup: it is put into the text after the Markdown has been
// read.
//
// # Vocabulary
//
// [Prose] is a list of [Paragraph]s of [Inline]s, stretches of text in one style. An inline may be
// a cross-reference ([Ref]), a citation of a [Reference] or the mark of a footnote ([Note]); words
// of another language, [words]{lang=en}, are inlines with a language. A text on one line, like a
// headline, has placeholders and no Markdown. A call is a placeholder taken apart: command, target,
// answers. A [Written] is a text as it stands in the file, for those who check words against
// numbers.
//
// # Where to start
//
// A [Reader] reads all texts of a report: [Reader.ReadReferences] first, because texts cite works,
// then [Reader.Prose] and [Reader.Line], which take the value of a key in a table, and at the end
// [Reader.Resolve], when it is known what cross-references may lead to. call.go takes placeholders
// apart, placeholder.go computes them, speech.go finds words of another language, markdown.go turns
// Markdown into paragraphs (list.go says what is a list, address.go finds web addresses,
// leftover.go markup that did not take), note.go knows footnotes, reference.go cross-references,
// bibliography.go works and citations.
//
// # How to add a placeholder
//
// Add its word to commands in placeholder.go, and what it prints to ofWhole, ofSurvey, ofAnswers or
// ofEarlier, by what it needs after it. TestPlaceholders of package content prints each in each
// language.
//
// # Left out
//
// Headings, tables, code, pictures, HTML and line breaks are refused, each with a hint. The room
// knows no report: what a [Ref] leads to is a value that it does not look into.
//
// # Dependency
//
// goldmark reads Markdown, with its extension for footnotes; its table parser is there so that
// tables can be refused.
package prose
