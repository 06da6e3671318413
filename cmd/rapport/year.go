package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"strconv"

	"github.com/spf13/cobra"

	"rapport/content"
)

// exactlyOneYear accepts the arguments of a command on a year.
func exactlyOneYear(_ *cobra.Command, args []string) error {
	switch {
	case len(args) == 0:
		return errors.New("which year? For example: rapport build 2022")
	case len(args) > 1:
		return fmt.Errorf("one year at a time, not %d", len(args))
	}
	_, err := parseYear(args[0])
	return err
}

func parseYear(s string) (int, error) {
	year, err := strconv.Atoi(s)
	if err != nil || len(s) != 4 {
		return 0, fmt.Errorf("%q is not a year; write it with four digits", s)
	}
	return year, nil
}

// reportsOf names the reports to build: the one asked for, or all of the year.
func reportsOf(fsys fs.FS, year int, report string) ([]string, error) {
	names, err := content.Reports(fsys, year)
	switch {
	case err != nil:
		return nil, err
	case report != "":
		return []string{report}, nil // Load tells whether it is there, and what is
	case len(names) == 0:
		return nil, fmt.Errorf("%d has no report to build: "+
			"no folder in it holds a [report], only surveys or nothing", year)
	}
	return names, nil
}

// completion is what the shell may offer for the word that is being typed.
type completion = func(*cobra.Command, []string, string) (
	[]cobra.Completion, cobra.ShellCompDirective)

// completeYear offers the years in the content folder to the shell.
func completeYear(dir *string) completion {
	return func(_ *cobra.Command, args []string, _ string) (
		[]cobra.Completion, cobra.ShellCompDirective,
	) {
		if len(args) > 0 {
			return nil, cobra.ShellCompDirectiveNoFileComp
		}
		years, err := content.Years(os.DirFS(*dir))
		if err != nil {
			return nil, cobra.ShellCompDirectiveError
		}
		var names []cobra.Completion
		for _, year := range years {
			names = append(names, strconv.Itoa(year))
		}
		return names, cobra.ShellCompDirectiveNoFileComp
	}
}

// completeReport offers the reports of the year on the command line to the shell.
func completeReport(dir *string) completion {
	return func(_ *cobra.Command, args []string, _ string) (
		[]cobra.Completion, cobra.ShellCompDirective,
	) {
		if len(args) != 1 {
			return nil, cobra.ShellCompDirectiveNoFileComp
		}
		year, err := parseYear(args[0])
		if err != nil {
			return nil, cobra.ShellCompDirectiveNoFileComp
		}
		names, err := content.Reports(os.DirFS(*dir), year)
		if err != nil {
			return nil, cobra.ShellCompDirectiveError
		}
		return names, cobra.ShellCompDirectiveNoFileComp
	}
}
