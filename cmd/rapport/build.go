package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"time"

	"github.com/spf13/cobra"

	"rapport/content"
	"rapport/content/check"
	"rapport/layout/text"
)

// build is the command that writes the reports of a year.
type build struct {
	content string // folder that is read
	out     string // folder that is written to
	report  string // the one report to build; "" builds all
	strict  bool   // warnings of check stop it too
}

func newBuild() *cobra.Command {
	var b build
	cmd := &cobra.Command{
		Use:   "build YEAR",
		Short: "Build the reports of a year as PDF",
		Long: `build reads content/YEAR/*/*.toml and writes every report it finds there to out/YEAR/REPORT.pdf,
and its numbers to out/YEAR/REPORT-figures.csv.

When something in the content is wrong, every problem is printed with its place, the exit code is 1,
and earlier PDFs stay as they were.`,
		Example: `  rapport build 2022
  rapport build 2021 --report trivselsundersokelsen
  rapport build 2022 --content ../reports/content --out /tmp/reports`,
		Args:              exactlyOneYear,
		ValidArgsFunction: completeYear(&b.content),
		RunE: func(cmd *cobra.Command, args []string) error {
			year, err := parseYear(args[0])
			if err != nil {
				return err
			}
			if err := b.run(cmd.Context(), cmd.OutOrStdout(), year); err != nil {
				return failure{err}
			}
			return nil
		},
	}
	cmd.Flags().StringVar(&b.content, "content", "content", "`folder` that holds a folder for each year")
	cmd.Flags().StringVar(&b.out, "out", "out", "`folder` that the PDFs are written to")
	cmd.Flags().StringVar(&b.report, "report", "", "build only this `report` (the name of its folder)")
	cmd.Flags().BoolVar(&b.strict, "strict", false, "warnings of check stop the build too")
	_ = cmd.RegisterFlagCompletionFunc("report", completeReport(&b.content)) // fails only for an unknown flag
	_ = cmd.MarkFlagDirname("content")
	_ = cmd.MarkFlagDirname("out")
	return cmd
}

// run builds the year's reports, or the one asked for. Every report is finished before the first one is
// put in its place, so problems in one leave all of them as they were.
func (b build) run(ctx context.Context, stdout io.Writer, years ...int) error {
	root, err := os.OpenRoot(b.content) // does not follow links out of the folder
	if err != nil {
		return fmt.Errorf("%w (--content names the folder to read)", err)
	}
	defer root.Close()
	batch := batch{ctx: ctx, build: b, fsys: root.FS(), shaper: text.NewShaper()}
	defer batch.discard()
	for _, year := range years {
		if err := batch.year(year); err != nil {
			return err
		}
	}
	if err := batch.found.error(b.content); err != nil {
		return err
	}
	return batch.commit(stdout)
}

// batch is reports that are built together: they share the shapes of words.
type batch struct {
	build
	ctx    context.Context
	fsys   fs.FS
	shaper *text.Shaper
	found  findings
	done   []*product
}

// year builds the reports of a year as drafts.
func (b *batch) year(year int) error {
	names, err := reportsOf(b.fsys, year, b.report)
	if err != nil {
		return fmt.Errorf("%s: %w", b.content, err)
	}
	for _, name := range names {
		if err := b.compile(year, name); err != nil {
			return err
		}
	}
	return nil
}

// compile writes a report, and its numbers as figures.csv, as drafts.
func (b *batch) compile(year int, name string) error {
	path := filepath.Join(b.out, strconv.Itoa(year), name)
	p := &product{draft: newDraft(b.ctx, path+".pdf"), figures: newDraft(b.ctx, path+"-figures.csv")}
	b.done = append(b.done, p)
	started := time.Now()
	report, pages, err := compile(p, b.fsys, year, name, b.shaper, b.also()...)
	if err != nil {
		return b.found.add(err)
	}
	if _, err := p.figures.Write(report.CSV()); err != nil {
		return err
	}
	if err := errors.Join(p.finish(), p.figures.finish()); err != nil {
		return err
	}
	p.pages, p.took = pages, time.Since(started)
	return nil
}

// also are the severities that stop the build besides errors.
func (b build) also() []check.Severity {
	if b.strict {
		return []check.Severity{check.Warning}
	}
	return nil
}

// commit puts all drafts in their places.
func (b *batch) commit(stdout io.Writer) error {
	for _, p := range b.done {
		if err := p.draft.commit(); err != nil {
			return err
		}
		if err := p.figures.commit(); err != nil {
			return err
		}
		fmt.Fprintln(stdout, p)
	}
	for _, r := range b.shaper.Missing() {
		fmt.Fprintf(stdout, "note: no face has %q (U+%04X); it is printed as a question mark\n", r, r)
	}
	return nil
}

// discard removes what has not been committed.
func (b *batch) discard() {
	for _, p := range b.done {
		p.draft.discard()
		p.figures.discard()
	}
}

// product is a report that has been built.
type product struct {
	*draft
	figures *draft // the numbers as CSV
	pages   int
	took    time.Duration
}

func (p *product) String() string {
	return fmt.Sprintf("%s: %d pages, %d bytes, %d ms", p.path, p.pages, p.size, p.took.Milliseconds())
}

// findings collects the problems of several reports.
type findings content.Problems

// add keeps problems in the content and gives back any other error.
func (f *findings) add(err error) error {
	var problems content.Problems
	if !errors.As(err, &problems) {
		return err
	}
	*f = append(*f, problems...)
	return nil
}

// error is all that was found, by place, with paths that lead to the files from the working folder.
// Reports that share a survey share its problems; each is told once.
func (f findings) error(dir string) error {
	if len(f) == 0 {
		return nil
	}
	slices.SortStableFunc(f, func(a, b content.Problem) int {
		return cmp.Or(cmp.Compare(a.Pos.File, b.Pos.File), cmp.Compare(a.Pos.Line, b.Pos.Line),
			cmp.Compare(a.Pos.Column, b.Pos.Column), cmp.Compare(a.Text, b.Text))
	})
	f = slices.Compact(f)
	for i := range f {
		f[i].Pos.File = path.Join(filepath.ToSlash(dir), f[i].Pos.File)
	}
	return content.Problems(f)
}
