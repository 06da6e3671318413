// Package content is what a report says: it reads a folder of TOML, checks it and computes the
// numbers.
//
// # The idea
//
// An author writes two things. A survey is what was asked and how many gave each answer; a report
// is chapters, findings and prose that lean on surveys. Counts are written once, with the survey.
// Whatever a report prints that can be computed from counts (shares, bases, changes since an
// earlier year, numbers in words, the numbers of figures) is computed, and prose names it with a
// placeholder, as in {percent ek2021.veiledning | Nei}. A number that is typed twice can disagree
// with itself; these cannot.
//
// # Vocabulary
//
// The content folder has a folder a year and in it a folder a survey or report. All .toml files of
// a folder are read together. A [Survey] has [Figure]s, questions with their [Answer]s. A Figure's
// base N is how many answered: those asked, less those missing; asked are all who answered the
// survey, or for a follow-up those who gave the answer that leads to it. A [Report] has [Chapter]s
// with [Topic]s, and a topic has [Block]s: charts, prose, tables and so on. [Prose] is Markdown
// that has been read, with its numbers filled in; it can hold citations of [Reference]s, footnotes
// ([Note]) and words in another language. A [Brand] is how the publisher looks, a [Plan] which
// parts the report has. [Terms] are the words that a report prints by itself, a [Locale] is how it
// writes numbers. A [Decimal] is a rounded number, exact: per cents are made from integers and
// never pass through floating point.
//
// # Where to start
//
// [Load] is the way in; loader.load in load.go names its stages. The file model.go is the whole
// result. On the way there each room reads its own: source gives values with their places, survey
// the questions and their numbers, prose the texts, brand and picture what a publisher looks like.
// What is left here is which files make up a report (load.go), its own tables (report.go) and its
// blocks (block.go, with quote.go, appendix.go, group.go and imageblock.go), what stands where
// (reference.go, bibliography.go) and what is said of the whole (csv.go, citation.go,
// checkable.go). names.go lets callers of content write content.Figure for survey.Figure, and so
// on.
//
// # Mistakes
//
// A mistake in the content is a [Problem]: a place, what is wrong, what to do. Load looks for all
// of them, in all files, before it gives up, and [Problems.Format] prints them with the line and a
// caret. When a file cannot be read at all, what it may have defined is not called missing.
//
// # How to add a kind of block
//
// Add a constant in model.go with the fields of [Block] that it fills, a row to blockKinds in
// kind.go, and its reader to block.go or a file of its own; TestBlockKinds sees to it that the two
// agree. Its look is a row in each edition.
//
// # Left out
//
// The package knows no paper and no fonts. Which page template and which chart form a topic gets is
// decided in layout and charts; only forms that an author asks for are checked here. Whether prose
// says what the numbers say is not judged. A year is compared with one earlier year.
//
// # Dependencies
//
// None outside this module: BurntSushi/toml is behind package source, goldmark behind package
// prose.
package content
