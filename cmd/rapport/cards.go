package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"rapport/cmd/internal/drafts"
	"rapport/content"
	"rapport/content/check"
	"rapport/layout"
	"rapport/layout/card"
	"rapport/layout/parallel"
	"rapport/layout/raster"
	"rapport/layout/svg"
	"rapport/layout/text"
)

// cardmaking is the command that makes share cards.
type cardmaking struct {
	selection
	figure string // the one that is wanted; "" means all
}

func newCards() *cobra.Command {
	var c cardmaking
	cmd := &cobra.Command{
		Use:   "cards YEAR",
		Short: "Make a picture of each figure, for slides and posts",
		Long: `cards writes every figure with its finding to out/YEAR/REPORT-cards, wide (1200 × 675 pixels) and square
(1080 × 1080, -square), each as SVG, as PNG, and with the text that must be pasted beside it for those who do
not see it. Nothing is written when a number in the report is wrong.`,
		Example: `  rapport cards 2022
  rapport cards 2021 --figure ek2021.veiledning`,
	}
	c.register(cmd, wording{
		writes: true,
		report: "make cards of this `report` only (the name of its folder)",
		strict: strictBuild,
	})
	cmd.Flags().StringVar(&c.figure, "figure", "",
		"make cards of this `figure` only: survey.figure")
	c.ofYear(cmd, func(cmd *cobra.Command, year int) error {
		return c.run(cmd.Context(), cmd.OutOrStdout(), year)
	})
	return cmd
}

// run makes the cards of the year's reports. All are finished before the first is put in its place.
func (c *cardmaking) run(ctx context.Context, stdout io.Writer, year int) error {
	dir, names, err := c.openYear(year)
	if err != nil {
		return err
	}
	defer dir.Close()
	var found findings
	var all []*cardFolder
	defer func() {
		for _, f := range all {
			f.discard()
		}
	}()
	shaper := text.NewShaper()
	var offered []string
	for _, name := range names {
		started := time.Now()
		r, cards, err := c.compose(dir, year, name, shaper)
		if err := found.add(err); err != nil {
			return err
		}
		if err != nil {
			continue
		}
		if len(cards) == 0 {
			offered = append(offered, card.Figures(r)...)
			continue
		}
		path := filepath.Join(c.out, strconv.Itoa(year), name+"-cards")
		f := &cardFolder{path: path, started: started}
		all = append(all, f)
		if err := f.draw(ctx, r, cards); err != nil {
			return err
		}
	}
	if err := found.error(c.content); err != nil {
		return err
	}
	if c.figure != "" && len(all) == 0 {
		slices.Sort(offered)
		offered = slices.Compact(offered)
		return fmt.Errorf("no report of %d shows a figure %q; there are %s",
			year, c.figure, strings.Join(offered, ", "))
	}
	for _, f := range all {
		if err := f.commit(stdout); err != nil {
			return err
		}
	}
	return nil
}

// compose makes the cards of a report whose numbers are right.
func (c *cardmaking) compose(
	dir *folder, year int, name string, shaper *text.Shaper,
) (*content.Report, []card.Card, error) {
	r, err := content.Load(dir.FS, year, name, layout.Printer())
	if err != nil {
		return nil, nil, err
	}
	found := check.Beside(r, c.also()...)
	if wrong := check.Problems(found, append(c.also(), check.Error)...); len(wrong) > 0 {
		return r, nil, wrong
	}
	cards, err := card.Compose(r, shaper, c.figure)
	var p content.Problem
	if errors.As(err, &p) {
		return r, nil, content.Problems{p}
	}
	return r, cards, err
}

// cardFolder is a folder of cards that is being written.
type cardFolder struct {
	path    string
	started time.Time
	drafts  []*drafts.Draft
	cards   int
}

// draw writes cards as drafts, as many at a time as there are processors.
func (f *cardFolder) draw(ctx context.Context, r *content.Report, cards []card.Card) error {
	f.cards = len(cards)
	errs := make([]error, len(cards))
	files := make([][]*drafts.Draft, len(cards))
	parallel.Each(len(cards), func(i int) {
		files[i], errs[i] = f.write(ctx, r, &cards[i])
	})
	f.drafts = slices.Concat(files...)
	return errors.Join(errs...)
}

// write writes one card in its three files.
func (f *cardFolder) write(
	ctx context.Context, r *content.Report, c *card.Card,
) ([]*drafts.Draft, error) {
	var files []*drafts.Draft
	begin := func(ending string) *drafts.Draft {
		d := drafts.New(ctx, filepath.Join(f.path, c.Name+ending))
		files = append(files, d)
		return d
	}
	o := svg.Options{Title: c.Headline, Description: c.Alt, Language: r.Language, Scale: card.Scale}
	if err := svg.Write(begin(".svg"), c.Page, o); err != nil {
		return files, err
	}
	pixels, err := raster.Page(c.Page, card.Scale)
	if err != nil {
		return files, err
	}
	if err := raster.WritePNG(begin(".png"), pixels); err != nil {
		return files, err
	}
	if _, err := io.WriteString(begin(".txt"), c.Text()); err != nil {
		return files, err
	}
	for _, d := range files {
		if err := d.Finish(); err != nil {
			return files, err
		}
	}
	return files, nil
}

func (f *cardFolder) discard() {
	for _, d := range f.drafts {
		d.Discard()
	}
}

// commit puts the files in their places, and tells of what else lies there.
func (f *cardFolder) commit(stdout io.Writer) error {
	made := map[string]bool{}
	for _, d := range f.drafts {
		if err := d.Commit(); err != nil {
			return err
		}
		made[filepath.Base(d.Path())] = true
	}
	took := time.Since(f.started)
	fmt.Fprintf(stdout, "%s: %d cards, %d ms\n", f.path, f.cards, took.Milliseconds())
	entries, err := os.ReadDir(f.path)
	if err != nil {
		return err
	}
	var others []string
	for _, e := range entries {
		if name := e.Name(); !made[name] && !strings.HasPrefix(name, ".") {
			others = append(others, name)
		}
	}
	if len(others) > 0 {
		fmt.Fprintf(stdout, "note: not made now, and left as they were: %s\n",
			strings.Join(others, ", "))
	}
	return nil
}
