// Package renewal makes the folders of a later year's surveys and reports from those of a year.
//
// # The idea
//
// Next year's report begins as this year's: the same questions, the same pages, other numbers. What
// can be renewed by rule is renewed where it stands, and nothing else of a file changes, not a
// comment, not a space. What cannot be renewed is marked or listed: counts stay last year's with a
// mark that no build passes (counted = 2021), and each text that speaks of a time or makes a claim is
// named with its place.
//
// # Vocabulary
//
// A step is by how many years all moves. A made folder is new; a successor is the survey that stands
// in a new report where another one stood in the old. It is the one made from it; or, when a folder of
// its name is there already in the year a step later, or another survey of the report compares its
// questions with it, that survey: a report on 2021 and 2020 becomes one on 2022 and 2021. A question
// without a successor stays what it was, and its survey stays in the report's list.
//
// # Where to start
//
// [Next] reads, plans (plan.go), makes the files (survey.go, report.go; ids.go says how ids, years
// and dates move), loads what came out together with what is there, and lists what is to be read
// again (reread.go). It writes nothing: the caller does.
//
// # Left out
//
// Years in running text are listed and not changed: whether 2020 was the survey before or the year of
// the pandemic, nobody but the author knows. Comments stay, also where they speak of a year.
package renewal
