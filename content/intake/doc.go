// Package intake makes figures of what survey tools export: it finds the questions in a table, counts
// who gave which answer, and says what it guessed.
//
// # The idea
//
// An export is a row a respondent and a column a question, or an answer, or a statement of a grid, or
// what the tool knows about the respondent. Nothing in it says which. A tool is known by its head
// (fields.go), a column by its head and by what stands below it. Then a question is read as one answer,
// several, a scale, a number or free text (option.go), its answers get their own order (question.go),
// and rows that are tests, or there twice, are left out (responses.go).
//
// # People
//
// Who answered, when and from where is never kept: such columns are dropped as they are read, but for
// sums by which the same respondent is known again. Free text is counted and not kept. A form may put
// what people write in place of an answer ("Other: …") into the column of its answers: a text is an
// answer when several gave it, when it is one that forms have, or when the author says so in
// import.toml; all others are counted together.
//
// # Vocabulary
//
// A [Dataset] is a table that has been read, each different text once; a [Survey] is what
// [Dataset.Recognise] makes of it, a [Question] with its [Answer]s, who was asked ([Follow]) and
// [Note]s on what was guessed. [Instructions] are what import.toml and the file that is renewed say.
// A [Codebook] says what the codes in an export mean.
//
// # How to add a tool, a scale, a word
//
// A scale is a line in scales.txt, a word for a column or an answer one in words.txt. A tool is a case
// in toolOf and, when its heads have a form of their own, a method beside lime and efs.
//
// # Left out
//
// Weights: a column of them is told of and not used. Ranking, and grids in which several may be
// ticked, come as the columns that they are. Writing survey.toml is package renew's.
//
// # Dependencies
//
// golang.org/x/text has the tables of Unicode normalization.
package intake
