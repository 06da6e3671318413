package main

import (
	"fmt"
	"io"
	"io/fs"
	"os"
	"strings"

	"github.com/spf13/cobra"

	"rapport/cmd/internal/snapshot"
	"rapport/cmd/internal/tongue"
	"rapport/content"
	"rapport/content/check"
)

// selection is what a command about reports reads and writes: the flags that such commands share.
type selection struct {
	content string // folder that is read
	out     string // folder that is written to
	report  string // the one report that is meant; "" means all of the year
	strict  bool   // warnings of check count as errors
}

// wording says which of the shared flags a command has, and what its help says of them.
type wording struct {
	writes bool   // it has --out
	report string // of --report, "" when it has none
	strict string // of --strict, "" when it has none
}

// register gives a command the shared flags.
func (s *selection) register(cmd *cobra.Command, help wording) {
	flags := cmd.Flags()
	flags.StringVar(&s.content, "content", "content", "`folder` that holds a folder for each year")
	_ = cmd.MarkFlagDirname("content") // these fail only for a flag that is not there
	if help.writes {
		flags.StringVar(&s.out, "out", "out", "`folder` that the PDFs are written to")
		_ = cmd.MarkFlagDirname("out")
	}
	if help.report != "" {
		flags.StringVar(&s.report, "report", "", help.report)
		_ = cmd.RegisterFlagCompletionFunc("report", completeReport(&s.content))
	}
	if help.strict != "" {
		flags.BoolVar(&s.strict, "strict", false, help.strict)
	}
}

// ofYear makes cmd a command about the reports of one year: run is called with the year that stands
// on the command line, and an error of it is no mistake of the user's.
func (s *selection) ofYear(cmd *cobra.Command, run func(cmd *cobra.Command, year int) error) {
	cmd.Args, cmd.ValidArgsFunction = exactlyOneYear, completeYear(&s.content)
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		year, err := parseYear(args[0])
		if err != nil {
			return err
		}
		s.prefer(cmd, year)
		if err := run(cmd, year); err != nil {
			return failure{err}
		}
		return nil
	}
}

// prefer lets messages be in the language of the year's first report, unless the author has chosen one.
func (s *selection) prefer(cmd *cobra.Command, year int) {
	for _, w := range []io.Writer{cmd.OutOrStdout(), cmd.ErrOrStderr()} {
		voice := tongue.Of(w)
		if voice == nil || voice.Chosen() {
			continue
		}
		root, err := os.OpenRoot(s.content)
		if err != nil {
			return // told by the command
		}
		defer root.Close()
		voice.Prefer(content.Language(root.FS(), year, s.report))
	}
}

// folder is the content folder while a command runs: each file as it was when it was first read.
type folder struct {
	fs.FS
	root *os.Root
}

// Close ends the reading.
func (f *folder) Close() error { return f.root.Close() }

// open opens the content folder. Links out of it are not followed.
func (s *selection) open() (*folder, error) {
	root, err := os.OpenRoot(s.content)
	if err != nil {
		return nil, fmt.Errorf("%w (--content names the folder to read)", err)
	}
	return &folder{snapshot.Of(root.FS()), root}, nil
}

// openYear opens the content folder and names the selected reports of a year. The caller closes it.
func (s *selection) openYear(year int) (dir *folder, names []string, err error) {
	if dir, err = s.open(); err != nil {
		return nil, nil, err
	}
	if names, err = s.reports(dir.FS, year); err != nil {
		dir.Close()
		return nil, nil, err
	}
	return dir, names, nil
}

// one is the name of the report that is meant.
func (s *selection) one(year int) (string, error) {
	dir, names, err := s.openYear(year)
	if err != nil {
		return "", err
	}
	defer dir.Close()
	if len(names) > 1 {
		return "", fmt.Errorf("%d has several reports; --report says which to show: %s", year,
			strings.Join(names, ", "))
	}
	return names[0], nil
}

// also are the severities of check that stop a command besides errors.
func (s *selection) also() []check.Severity {
	if s.strict {
		return []check.Severity{check.Warning}
	}
	return nil
}

// reports names the selected reports of a year.
func (s *selection) reports(fsys fs.FS, year int) ([]string, error) {
	names, err := reportsOf(fsys, year, s.report)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", s.content, err)
	}
	return names, nil
}
