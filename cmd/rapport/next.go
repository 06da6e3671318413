package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"maps"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"rapport/cmd/internal/drafts"
	"rapport/content/renewal"
	"rapport/layout"
)

// renewing is the command that makes next year's folders.
type renewing struct {
	selection
	dryRun bool
}

func newNext() *cobra.Command {
	var r renewing
	cmd := &cobra.Command{
		Use:   "next FROM TO",
		Short: "Make next year's surveys and reports from a year's",
		Long: `next makes the folders of a later year from those of a year: its reports, its surveys, and the surveys of
other years that its reports use, each as many years later. Ids, years, periods and dates are renewed, wherever a
report names them; each question is compared with the one it was made of; what was said of the old counts (merge,
note, source, derived) goes. All else stays as it is, to the byte.

Counts stay what they were, each question with a line such as counted = 2022. No report is built while one is
left: write the new counts and delete the line.

Then every line is listed that speaks of a year, has a number or makes a claim, to be read again. A folder that is
there already is left as it is.`,
		Example: `  rapport next 2022 2023
  rapport next 2022 2023 --dry-run`,
		Args: func(_ *cobra.Command, args []string) error {
			_, _, err := twoYears(args)
			return err
		},
	}
	r.register(cmd, wording{})
	cmd.Flags().BoolVar(&r.dryRun, "dry-run", false, "write nothing, only say what would be made")
	cmd.ValidArgsFunction = completeYear(&r.content)
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		from, to, err := twoYears(args)
		if err != nil {
			return err
		}
		if err := r.run(cmd.Context(), cmd.OutOrStdout(), from, to); err != nil {
			return failure{err}
		}
		return nil
	}
	return cmd
}

// twoYears reads a year and a later one.
func twoYears(args []string) (from, to int, err error) {
	if len(args) != 2 {
		return 0, 0, errors.New("from which year to which? For example: rapport next 2022 2023")
	}
	if from, err = parseYear(args[0]); err != nil {
		return 0, 0, err
	}
	if to, err = parseYear(args[1]); err != nil {
		return 0, 0, err
	}
	if to <= from {
		return 0, 0, fmt.Errorf("%d is not after %d", to, from)
	}
	return from, to, nil
}

func (r *renewing) run(ctx context.Context, stdout io.Writer, from, to int) error {
	dir, err := r.open()
	if err != nil {
		return err
	}
	defer dir.Close()
	made, err := renewal.Next(dir.FS, from, to, layout.Printer())
	var wrong findings
	if err := wrong.add(err); err != nil {
		return fmt.Errorf("%s: %w", r.content, err)
	}
	if err := wrong.error(r.content); err != nil {
		return err
	}
	if len(made.Made) == 0 {
		return r.nothing(made, from)
	}
	if !r.dryRun {
		if err := r.write(ctx, made.Made); err != nil {
			return err
		}
	}
	var b strings.Builder
	r.folders(&b, made)
	r.passages(&b, made.Passages)
	r.problems(&b, made)
	r.advice(&b, made, to)
	_, err = io.WriteString(stdout, b.String())
	return err
}

// at is a name below the content folder as it is told.
func (r *renewing) at(name string) string { return path.Join(filepath.ToSlash(r.content), name) }

// nothing says why no folder is made.
func (r *renewing) nothing(made *renewal.Renewal, from int) error {
	switch {
	case len(made.There) > 0:
	case len(made.Waiting) > 0:
		return fmt.Errorf("nothing to make: %s has no counts of its own year yet", r.at(made.Waiting[0]))
	default:
		return fmt.Errorf("%d holds neither a survey nor a report", from)
	}
	var there []string
	for _, name := range made.There {
		there = append(there, r.at(name))
	}
	if len(there) == 1 {
		return fmt.Errorf("nothing to make: %s is there already", there[0])
	}
	return fmt.Errorf("nothing to make: %s are there already", strings.Join(there, ", "))
}

// write writes the folders, each whole or not at all, and none before all of them are on the disk.
func (r *renewing) write(ctx context.Context, made []renewal.Folder) error {
	var all []*drafts.Folder
	for _, folder := range made {
		out := drafts.NewFolder(ctx, filepath.Join(r.content, filepath.FromSlash(folder.To)))
		defer out.Discard()
		all = append(all, out)
		for _, f := range folder.Files {
			err := out.Write(strings.TrimPrefix(f.Name, folder.To+"/"), func(w io.Writer) error {
				_, err := w.Write(f.Data)
				return err
			})
			if err != nil {
				return err
			}
		}
		if err := out.FinishUnlisted(); err != nil {
			return err
		}
	}
	for _, out := range all {
		if _, err := os.Lstat(out.Path()); err == nil {
			return fmt.Errorf("%s has come while it was being made; it stays as it is", out.Path())
		}
		if err := out.Commit(); err != nil {
			return err
		}
	}
	return nil
}

// folders says what was made of what, and what was not.
func (r *renewing) folders(b *strings.Builder, made *renewal.Renewal) {
	verb := "made"
	if r.dryRun {
		verb = "would make"
	}
	for _, f := range made.Made {
		what := "survey"
		switch {
		case f.Report && f.Survey:
			what = "report with its survey"
		case f.Report:
			what = "report"
		}
		fmt.Fprintf(b, "%s %s (%s, from %s)\n", verb, r.at(f.To), what, r.at(f.From))
	}
	for _, name := range made.There {
		fmt.Fprintf(b, "%s is there already, and stays as it is\n", r.at(name))
	}
	for _, old := range slices.Sorted(maps.Keys(made.Stands)) {
		fmt.Fprintf(b, "%s stands where %s stood\n", r.at(made.Stands[old]), r.at(old))
	}
	for _, name := range made.Waiting {
		fmt.Fprintf(b, "%s has no counts of its own year yet: nothing is made of it\n", r.at(name))
	}
	for _, f := range made.Made {
		for _, name := range f.LeftOut {
			fmt.Fprintf(b, "%s stays behind: it may hold the answers of the year\n", r.at(name))
		}
	}
}

// passages lists what is to be read again.
func (r *renewing) passages(b *strings.Builder, list []renewal.Passage) {
	if len(list) == 0 {
		return
	}
	b.WriteString("\nRead again, since they speak of a year, have a number or make a claim:\n")
	for _, p := range list {
		var words []string
		for _, w := range p.Words[:min(len(p.Words), 5)] {
			words = append(words, "“"+w+"”")
		}
		if len(p.Words) > 5 {
			words = append(words, "…")
		}
		fmt.Fprintf(b, "%s:%d: %s\n", r.at(p.Pos.File), p.Pos.Line, strings.Join(words, " "))
	}
}

// problems tells what has to be put right besides counts and words.
func (r *renewing) problems(b *strings.Builder, made *renewal.Renewal) {
	if len(made.Problems) == 0 {
		return
	}
	b.WriteString("\nTo be put right:\n")
	_ = findings(made.Problems).sorted(r.content).Format(b)
}

// advice says what to do next.
func (r *renewing) advice(b *strings.Builder, made *renewal.Renewal, to int) {
	b.WriteString("\nNext:\n")
	steps := []string{"read the lines above again"}
	if len(made.Passages) == 0 {
		steps = nil
	}
	if made.Marked > 0 {
		var files []string
		for _, f := range made.Made {
			if f.Survey {
				files = append(files, r.at(f.To))
			}
		}
		steps = slices.Insert(steps, 0, fmt.Sprintf(
			"write the new counts of %s in %s, and delete each line “counted = …” with them",
			counted(made.Marked, "question"), strings.Join(files, ", ")))
	}
	if len(made.Problems) > 0 {
		steps = append(steps, "put right what is told above")
	}
	if slices.ContainsFunc(made.Made, func(f renewal.Folder) bool { return f.Report }) {
		steps = append(steps, fmt.Sprintf("rapport build %d, which names the counts that are still old", to))
	}
	for i, step := range steps {
		fmt.Fprintf(b, "  %d. %s\n", i+1, step)
	}
}
