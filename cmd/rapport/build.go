package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path"
	"path/filepath"
	"runtime"
	"slices"
	"strconv"
	"sync"
	"time"

	"github.com/spf13/cobra"

	"rapport/cmd/internal/drafts"
	"rapport/content"
	"rapport/layout/text"
)

// newBuild is the command that writes the reports of a year.
func newBuild() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "build YEAR",
		Short: "Build the reports of a year as PDF",
		Long: `build reads content/YEAR/*/*.toml and writes every report it finds there to out/YEAR/REPORT.pdf,
and its numbers to out/YEAR/REPORT-figures.csv, for programs, and REPORT-figures.xlsx, for spreadsheets.

When something in the content is wrong, every problem is printed with its place, the exit code is 1,
and earlier PDFs stay as they were.`,
		Example: `  rapport build 2022
  rapport build 2021 --report trivselsundersokelsen
  rapport build 2022 --content ../reports/content --out /tmp/reports`,
	}
	var s selection
	s.register(cmd, wording{
		writes: true,
		report: "build only this `report` (the name of its folder)",
		strict: strictBuild,
	})
	s.ofYear(cmd, func(cmd *cobra.Command, year int) error {
		return build(cmd.Context(), cmd.OutOrStdout(), s, year)
	})
	return cmd
}

// strictBuild is what --strict means where reports are built.
const strictBuild = "warnings of check stop the build too"

// build builds the selected reports of some years. Every report is finished before the first one is
// put in its place, so problems in one leave all of them as they were.
func build(ctx context.Context, stdout io.Writer, s selection, years ...int) error {
	dir, err := s.open()
	if err != nil {
		return err
	}
	defer dir.Close()
	batch := batch{selection: s, ctx: ctx, fsys: dir.FS, shaper: text.NewShaper()}
	for _, year := range years {
		if err := batch.year(year); err != nil {
			return err
		}
	}
	defer batch.reports.discard()
	if err := batch.compile(); err != nil {
		return err
	}
	found, warnings := batch.reports.findings()
	if err := found.error(s.content); err != nil {
		return err
	}
	if err := batch.reports.commit(stdout); err != nil {
		return err
	}
	if len(warnings) > 0 {
		fmt.Fprintln(stdout)
		if err := warnings.sorted(s.content).Format(stdout); err != nil {
			return err
		}
	}
	warnings.rest(stdout, batch.shaper.Missing())
	return nil
}

// batch is reports that are built together: they share the shapes of words.
type batch struct {
	selection selection
	ctx       context.Context
	fsys      fs.FS
	shaper    *text.Shaper
	reports   products
}

// year lists the reports of a year.
func (b *batch) year(year int) error {
	names, err := b.selection.reports(b.fsys, year)
	for _, name := range names {
		b.reports = append(b.reports, &product{year: year, name: name})
	}
	return err
}

// finishing is how many reports are brought to the disk at a time, while others are built: it is
// the disk that takes the time, and it takes many files at once.
const finishing = 16

// compile builds all reports as drafts, as many at a time as there are processors: most of a report
// is made on one. The first error that is no problem in the content is returned.
func (b *batch) compile() error {
	next, room := make(chan *product), make(chan struct{}, finishing)
	var building, ending sync.WaitGroup
	for range min(len(b.reports), runtime.GOMAXPROCS(0)) {
		building.Go(func() {
			for p := range next {
				if p.err = b.one(p); p.err != nil {
					continue
				}
				room <- struct{}{}
				ending.Go(func() {
					p.err = p.finish()
					<-room
				})
			}
		})
	}
	for _, p := range b.reports {
		next <- p
	}
	close(next)
	building.Wait()
	ending.Wait()
	for _, p := range b.reports {
		if p.err != nil {
			return p.err
		}
	}
	return nil
}

// one writes a report, and the files of its numbers, as drafts.
func (b *batch) one(p *product) error {
	path := filepath.Join(b.selection.out, strconv.Itoa(p.year), p.name)
	p.pdf = drafts.New(b.ctx, path+".pdf")
	started := time.Now()
	c, err := compile(p.pdf, b.fsys, p.year, p.name, b.shaper, b.selection.also()...)
	if err != nil {
		return p.found.add(err)
	}
	p.warnings = findings(c.warnings)
	for _, file := range c.document.Beside {
		beside := drafts.New(b.ctx, path+"-"+file.Name)
		p.beside = append(p.beside, beside)
		if _, err := beside.Write(file.Data); err != nil {
			return err
		}
	}
	p.pages, p.took = len(c.document.Pages), time.Since(started)
	return nil
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

// error is all that was found, sorted, nil when that is nothing.
func (f findings) error(dir string) error {
	if len(f) == 0 {
		return nil
	}
	return f.sorted(dir)
}

// sorted is all that was found, by place, with paths that lead to the files from the working
// folder. Reports that share a survey share its problems; each is told once.
func (f findings) sorted(dir string) content.Problems {
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
