package main

import (
	"fmt"
	"os"

	"github.com/spf13/cobra"

	"rapport/content"
)

// newReports is the command that builds every report there is.
func newReports() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "reports",
		Short: "Build the reports of all years",
		Long: `reports reads every year below the content folder and builds every report, as build does for one
year. When something is wrong in one of them, nothing is written.`,
		Example: "  rapport reports --out published",
		Args:    cobra.NoArgs,
	}
	var s selection
	s.register(cmd, wording{writes: true, strict: strictBuild})
	cmd.RunE = func(cmd *cobra.Command, _ []string) error {
		years, err := yearsWithReports(s.content)
		if err != nil {
			return failure{err}
		}
		if err := build(cmd.Context(), cmd.OutOrStdout(), s, years...); err != nil {
			return failure{err}
		}
		return nil
	}
	return cmd
}

// yearsWithReports are the years that hold a report, and not surveys alone.
func yearsWithReports(dir string) ([]int, error) {
	fsys := os.DirFS(dir)
	all, err := content.Years(fsys)
	if err != nil {
		if _, missing := os.Stat(dir); missing != nil {
			err = fmt.Errorf("%w (--content names the folder to read)", missing)
		}
		return nil, err
	}
	var years []int
	for _, year := range all {
		names, err := content.Reports(fsys, year)
		if err != nil {
			return nil, err
		}
		if len(names) > 0 {
			years = append(years, year)
		}
	}
	if len(years) == 0 {
		return nil, fmt.Errorf("%s holds no report (--content names the folder to read)", dir)
	}
	return years, nil
}
