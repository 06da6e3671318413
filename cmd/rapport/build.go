package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"time"

	"github.com/spf13/cobra"

	"rapport/content"
)

// build is the command that writes the reports of a year.
type build struct {
	content string // folder that is read
	out     string // folder that is written to
	report  string // the one report to build; "" builds all
}

func newBuild() *cobra.Command {
	var b build
	cmd := &cobra.Command{
		Use:   "build YEAR",
		Short: "Build the reports of a year as PDF",
		Long: `build reads content/YEAR/*/*.toml and writes every report it finds there to out/YEAR/REPORT.pdf.

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
	_ = cmd.RegisterFlagCompletionFunc("report", completeReport(&b.content)) // fails only for an unknown flag
	_ = cmd.MarkFlagDirname("content")
	_ = cmd.MarkFlagDirname("out")
	return cmd
}

// run builds the year's reports, or the one asked for. Every report is finished before the first one is
// put in its place, so problems in one leave all of them as they were.
func (b build) run(ctx context.Context, stdout io.Writer, year int) error {
	root, err := os.OpenRoot(b.content) // does not follow links out of the folder
	if err != nil {
		return fmt.Errorf("%w (--content names the folder to read)", err)
	}
	defer root.Close()
	names, err := reportsOf(root.FS(), year, b.report)
	if err != nil {
		return fmt.Errorf("%s: %w", b.content, err)
	}

	var found findings
	var done []*product
	for _, name := range names {
		p := &product{draft: newDraft(ctx, filepath.Join(b.out, strconv.Itoa(year), name+".pdf"))}
		defer p.discard()
		started := time.Now()
		p.pages, err = compile(p, root.FS(), year, name)
		if err := found.add(err); err != nil {
			return err
		}
		if err := p.finish(); err != nil {
			return err
		}
		p.took = time.Since(started)
		done = append(done, p)
	}
	if err := found.error(b.content); err != nil {
		return err
	}
	for _, p := range done {
		if err := p.commit(); err != nil {
			return err
		}
		fmt.Fprintln(stdout, p)
	}
	return nil
}

// product is a report that has been built.
type product struct {
	*draft
	pages int
	took  time.Duration
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
