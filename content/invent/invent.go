// Package invent makes up reports: random ones, that are valid, for tests of what must hold for
// everybody's content and not only for the reports of this repository.
//
// # The idea
//
// A seed gives a content folder of TOML, as an author could have written it: a survey with its
// questions, mostly one of an earlier year, and a report of some chapters. Most of it is plausible, a
// part is hard on purpose: one answer or a million, labels of one letter or of 120, words that no line
// holds, a note as long as a page, eleven topics where the design has five. Nothing in it is true, and
// every text says what it is made of: words that were drawn at random.
//
// # Vocabulary
//
// A Report is a folder of files, each a tree of tables. Options say how much of it is hard. Shrink takes
// away from a report what is not needed for it to fail, until nothing more can go: tables of a list,
// keys, words, halves of words. What it leaves is small enough to read.
//
// # Where to start
//
// New makes a report, Report.FS gives it to content.Load, Report.Write puts it into a folder. text.go
// draws words, survey.go questions and counts, report.go chapters and blocks, and toml.go writes the
// tree. To add a kind of block, add its row to blockMakers in report.go.
//
// # Left out
//
// Mistakes: what is invented here loads without a problem. The check of words against numbers has
// nothing to find, since no number is typed. No library is used, and chance comes from the seed alone:
// the same seed and options give the same bytes.
package invent

import (
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"testing/fstest"
)

// Year is the year of every invented report.
const Year = 2024

// Name is the name of every invented report's folder.
const Name = "rapport"

// earlierYear is the year of the survey that it is compared with.
const earlierYear = 2021

// Options say what reports to make.
type Options struct {
	Hard     float64 // share of choices that are hard, from 0 (plausible) to 1
	Chapters int     // at most so many; 0: 12
	Language string  // nb, nn or en; "": any
	Answered int     // how many answered the survey; 0: any
	Summary  bool    // mostly also a page of main findings
	Forms    bool    // also answers of yes and no of how often, and counties, highlights, older surveys
	Groups   bool    // also answers within groups
}

// Report is an invented report: its files by their name below the content folder.
type Report struct {
	Seed  uint64
	files map[string]*table
	blobs map[string][]byte // pictures
}

// New makes the report of a seed.
func New(seed uint64, o Options) *Report {
	if o.Chapters == 0 {
		o.Chapters = 12
	}
	if o.Language == "" {
		o.Language = []string{"nb", "nb", "nn", "en"}[seed%4]
	}
	m := &maker{
		rand: rand.New(rand.NewPCG(seed, 0x72617070)), options: o, words: vocabularyOf(o.Language),
		out: &Report{Seed: seed, files: map[string]*table{}, blobs: map[string][]byte{}},
	}
	if o.Forms {
		m.forms = formsSource(seed)
	}
	if o.Groups {
		m.groups = groupsSource(seed)
	}
	m.surveys()
	m.report()
	if o.Summary {
		m.summary()
	}
	return m.out
}

// FS is the content folder.
func (r *Report) FS() fs.FS {
	out := fstest.MapFS{}
	for name, data := range r.bytes() {
		out[name] = &fstest.MapFile{Data: data}
	}
	return out
}

// bytes are the files as they are written.
func (r *Report) bytes() map[string][]byte {
	out := map[string][]byte{}
	for name, t := range r.files {
		out[name] = []byte(t.toml())
	}
	for name, data := range r.blobs {
		out[name] = data
	}
	return out
}

// Write puts the report's files into a folder, which is made.
func (r *Report) Write(dir string) error {
	for name, data := range r.bytes() {
		file := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			return err
		}
		if err := os.WriteFile(file, data, 0o644); err != nil {
			return err
		}
	}
	return nil
}

// Size is how many bytes of TOML the report has.
func (r *Report) Size() int {
	size := 0
	for _, t := range r.files {
		size += len(t.toml())
	}
	return size
}

// clone is a copy that shares nothing that Shrink changes.
func (r *Report) clone() *Report {
	out := &Report{Seed: r.Seed, files: map[string]*table{}, blobs: r.blobs}
	for name, t := range r.files {
		out.files[name] = t.clone()
	}
	return out
}

// names are the names of the TOML files, in order.
func (r *Report) names() []string {
	var names []string
	for name := range r.files {
		names = append(names, name)
	}
	slices.Sort(names)
	return names
}

// maker draws a report.
type maker struct {
	rand    *rand.Rand
	forms   *rand.Rand // of what Options.Forms adds; nil without it
	groups  *rand.Rand // of what Options.Groups adds; nil without it
	options Options
	words   vocabulary
	out     *Report

	survey  *survey
	earlier *survey
	older   []*survey // latest first
	topics  []string  // ids that references may lead to
	works   []string  // ids of the bibliography
	notes   int       // footnotes so far
	inNotes bool      // footnotes may stand in the text that is being drawn
}

// chance is true with a probability.
func (m *maker) chance(p float64) bool { return m.rand.Float64() < p }

// hard is true for the share of choices that are to be hard.
func (m *maker) hard() bool { return m.chance(m.options.Hard) }

// between is a whole number from low to high.
func (m *maker) between(low, high int) int { return low + m.rand.IntN(high-low+1) }

// few is a number from low to high, small ones far more often.
func (m *maker) few(low, high int) int {
	f := m.rand.Float64()
	return low + int(f*f*f*float64(high-low+1))
}

// oneOf draws one of some values.
func oneOf[T any](m *maker, values ...T) T { return values[m.rand.IntN(len(values))] }
