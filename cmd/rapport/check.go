package main

import (
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"rapport/cmd/internal/tongue"
	"rapport/content"
	"rapport/content/check"
	"rapport/layout"
)

// checking is the command that holds the words of reports against their numbers.
type checking struct {
	selection
	json    bool
	notes   bool // notes are printed too
	explain bool // how each number was read is printed in place of the findings
}

func newCheck() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "check YEAR",
		Short: "Hold the words of a year's reports against their numbers",
		Long: `check reads content/YEAR/*/*.toml and holds every report it finds there against its data: numbers typed
in prose, claims in words, the logic of the surveys, comparisons of years, what privacy withholds.

Each finding is printed with its place, what the data say, and the repair; --explain prints of each
number that was read what it was taken to speak of and what it was held against. The exit code is 1 when there is
an error, with --strict when there is a warning too. A place is silenced, with its reason, in the TOML:

  allow = ["number"]
  reason = "Gjengir tallet slik det er trykt."`,
		Example: `  rapport check 2022
  rapport check 2021 --report trivselsundersokelsen --strict
  rapport check 2022 --json
  rapport check 2022 --explain`,
	}
	var c checking
	c.register(cmd, wording{
		report: "check only this `report` (the name of its folder)",
		strict: "fail on warnings too",
	})
	cmd.Flags().BoolVar(&c.json, "json", false, "print the findings as JSON")
	cmd.Flags().BoolVar(&c.notes, "notes", false,
		"print notes too, such as per cents that add up to 99")
	cmd.Flags().BoolVar(&c.explain, "explain", false,
		"print of each number what it was taken to speak of and held against")
	c.ofYear(cmd, func(cmd *cobra.Command, year int) error {
		return c.run(cmd.OutOrStdout(), year)
	})
	return cmd
}

// run checks the year's reports. A report that cannot be loaded ends it with its problems.
func (c *checking) run(stdout io.Writer, year int) error {
	dir, names, err := c.openYear(year)
	if err != nil {
		return err
	}
	defer dir.Close()
	var unreadable findings
	var found []check.Finding
	var readings []check.Reading
	for _, name := range names {
		r, err := content.Load(dir.FS, year, name, layout.Printer())
		if err := unreadable.add(err); err != nil {
			return err
		}
		if r != nil {
			if !c.explain {
				found = append(found, check.Report(r)...)
				continue
			}
			one, read := check.Explain(r)
			found, readings = append(found, one...), append(readings, read...)
		}
	}
	if err := unreadable.error(c.content); err != nil {
		return err
	}
	if c.explain {
		return c.explained(stdout, readings)
	}
	return c.tell(stdout, check.Merge(found), len(names))
}

// explained prints how numbers were read.
func (c *checking) explained(stdout io.Writer, readings []check.Reading) error {
	if c.json {
		return check.ReadingsJSON(tongue.Raw(stdout), readings, c.dir())
	}
	return check.PrintReadings(stdout, readings, c.dir())
}

// dir is the content folder as places begin with it.
func (c *checking) dir() string {
	return strings.TrimSuffix(filepath.ToSlash(filepath.Clean(c.content)), "/") + "/"
}

// tell prints findings and says whether they are too many.
func (c *checking) tell(stdout io.Writer, found []check.Finding, reports int) error {
	dir := c.dir()
	graves, warnings, notes := check.Count(found)
	if c.json {
		if err := check.JSON(tongue.Raw(stdout), found, dir); err != nil {
			return err
		}
	} else {
		shown := slices.DeleteFunc(slices.Clone(found), func(f check.Finding) bool {
			return f.Severity == check.Note && !c.notes
		})
		if err := check.Print(stdout, shown, dir); err != nil {
			return err
		}
		if len(shown) > 0 {
			fmt.Fprintln(stdout)
		}
		fmt.Fprintf(stdout, "%s: %s, %s, %s\n", counted(reports, "report"),
			counted(graves, "error"), counted(warnings, "warning"), counted(notes, "note"))
	}
	switch {
	case graves > 0:
		return errors.New("the words and the numbers do not agree")
	case c.strict && warnings > 0:
		return errors.New("there are warnings, and --strict was given")
	}
	return nil
}

// counted is "1 error", "2 errors".
func counted(n int, what string) string {
	if n != 1 {
		what += "s"
	}
	return fmt.Sprintf("%d %s", n, what)
}
