package main

import (
	"errors"
	"fmt"
	"io"
	"strings"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"rapport/cmd/internal/tongue"
	"rapport/fonts"
	"rapport/layout/press"
)

func newProof() *cobra.Command {
	var p printing
	cmd := p.command("proof", "Show what a print shop asks about the reports of a year", false)
	cmd.Long = `proof prints for every page its trim and bleed, the inks it uses, where most ink lies, its smallest type and
thinnest line, the resolution of its images and its fonts; then whatever is outside of the usual limits, with
its page and its place in the content. The exit code is 1 when there is something.`
	cmd.Example = `  rapport proof 2022
  rapport proof 2022 --ink 300`
	p.ofYear(cmd, func(cmd *cobra.Command, year int) error {
		return p.proof(cmd.OutOrStdout(), year)
	})
	return cmd
}

// proof prints the proof of every report of the year.
func (p *printing) proof(stdout io.Writer, year int) error {
	if err := p.check(); err != nil {
		return err
	}
	outside := 0
	err := p.compose(stdout, year, func(c composed) error {
		proof := press.Inspect(c.document, p.limits(c.report))
		if err := p.table(stdout, c.name, proof); err != nil {
			return err
		}
		for _, f := range proof.Findings {
			if f.Level > press.Warning {
				outside++
			}
			p.tell(stdout, c, f, f.Level > press.Warning)
		}
		return nil
	})
	switch {
	case err != nil:
		return err
	case outside == 1:
		return errors.New("1 thing outside of the limits")
	case outside > 1:
		return fmt.Errorf("%d things outside of the limits", outside)
	}
	return nil
}

// table prints a report's pages, a line each. A page like the one before says so by its numbers.
func (p *printing) table(stdout io.Writer, name string, proof *press.Proof) error {
	fmt.Fprintf(stdout, "%s: %d pages\n", name, len(proof.Pages))
	w := tabwriter.NewWriter(stdout, 0, 0, 2, ' ', 0)
	language := "en"
	if voice := tongue.Of(stdout); voice != nil {
		language = voice.Language()
	}
	fmt.Fprintln(w, strings.ReplaceAll(tongue.Room("proof").Say(language, "heads"), "|", "\t"))
	for i := range proof.Pages {
		f := &proof.Pages[i]
		bleed := fonts.Mm(2 * p.bleed).Pt()
		fmt.Fprintf(w, "%d\t%s\t%s\t%v\t%s\t%s\t%s\t%s\t%s\t%s\n",
			i+1, area(f.Width, f.Height), area(f.Width+bleed, f.Height+bleed), f.Inks,
			coverage(f.Most), position(f.Most), number(float64(f.Type)),
			number(float64(f.Line.Mm())), resolutions(f.Images), faces(f.Fonts))
	}
	return w.Flush()
}

func area(w, h fonts.Pt) string { return fmt.Sprintf("%.4g × %.4g", w.Mm(), h.Mm()) }

func coverage(s press.Spot) string {
	if s.Total == 0 {
		return "-"
	}
	return fmt.Sprintf("%d %% %s", s.Total, s.Color)
}

func position(s press.Spot) string {
	if s.Total == 0 {
		return "-"
	}
	return fmt.Sprintf("%.0f, %.0f", s.At.X.Mm(), s.At.Y.Mm())
}

// number is a measure, a dash when there is nothing of the kind.
func number(v float64) string {
	if v == 0 {
		return "-"
	}
	return fmt.Sprintf("%.3g", v)
}

func resolutions(list []press.Picture) string {
	var out []string
	for _, p := range list {
		out = append(out, fmt.Sprintf("%s %.0f dpi", p.Colors, p.Dots))
	}
	return dashed(out)
}

// faces are the fonts of a page, those of a family together: SourceSerif4-Regular, -It.
func faces(names []string) string {
	var out []string
	family := ""
	for _, n := range names {
		if f, style, ok := strings.Cut(n, "-"); ok && f == family {
			out = append(out, "-"+style)
		} else {
			family = f
			out = append(out, n)
		}
	}
	return dashed(out)
}

func dashed(list []string) string {
	if len(list) == 0 {
		return "-"
	}
	return strings.Join(list, ", ")
}
