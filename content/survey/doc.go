// Package survey is what was asked and how many gave each answer, and the arithmetic of both.
//
// # The idea
//
// An author writes counts once, with the question. Shares, bases, changes since an earlier year and
// margins are computed from them, in integers where a reader can check the result. What must not be
// told, because few people stand behind it, never leaves this room as a number.
//
// # Vocabulary
//
// A [Survey] is a round of questions to a population, a [Figure] one of its questions with its
// [Answer]s. A Figure's base N is how many answered: those asked, less those missing. Asked are all
// who answered the survey, or for a follow-up ([Follow]) those who gave the answer that leads to
// it. A Figure may be compared with the same question of an earlier year; a [Merge] says which
// answers of both are common. A [Measure] is the share of some answers in both years, a [KeyFigure]
// one number with its words, a [Line] what a chart follows through the years. [Withheld] says which
// numbers are not published; a [Share] or [Shown] is a number as far as it may be shown, with a
// colon in place of one that may not.
//
// # Where to start
//
// model.go has the types, figure.go and margin.go the arithmetic. A [Reader] reads [survey] and
// [[figure]]s in three steps: [Reader.Use] and [Reader.Read] read folders (read.go, printed.go),
// [Reader.Link] then finds parents, computes bases (base.go) and finds earlier years (compare.go),
// and [Reader.Withhold] decides what is published (withhold.go, shown.go). From then on
// [Reader.Figure] and its like (find.go) look up what a text names, with hints for what is
// misspelt. form.go is the table of chart forms, formcheck.go holds an author's form against data,
// line.go follows answers back in time.
//
// # How to add a form of chart
//
// Add a row to formRules in form.go, with what data it may show. How it is drawn is a row in
// package charts; a test there sees to it that both tables have the same names.
//
// # Left out
//
// The room knows no report: which folders are read, and what is done with the numbers, is the
// caller's. A figure is compared with one earlier figure, which may be compared in its turn. How
// small groups are kept secret is package privacy's.
package survey
