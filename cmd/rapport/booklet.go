package main

import (
	"io"

	"github.com/spf13/cobra"

	"rapport/fonts"
	"rapport/layout/frame"
	"rapport/layout/pdf"
	"rapport/layout/press"
)

func newBooklet() *cobra.Command {
	var (
		p         printing
		sheet     string
		thickness float64
		folds     press.Booklet
	)
	cmd := p.command("booklet", "Build the reports of a year for folding and stapling", true)
	cmd.Long = `booklet writes every report of the year to out/YEAR/REPORT-booklet.pdf: two pages side by side on each side of a
sheet, in the order that makes a booklet when the sheets are printed on both sides, turned over the short
edge, folded and stapled. A4 pages keep their size on A3 and become A5 on A4.`
	cmd.Example = `  rapport booklet 2022
  rapport booklet 2022 --sheet a4 --paper-thickness 0.1 --fold-marks
  rapport booklet 2022 --section 16`
	flags := cmd.Flags()
	flags.StringVar(&sheet, "sheet", "a3",
		"`size` of the paper: a3, a4, sra3, or in mm as 450x320")
	flags.Float64Var(&thickness, "paper-thickness", 0.1,
		"thickness of a sheet in `mm`, which moves inner pages towards the fold")
	flags.IntVar(&folds.Section, "section", 0,
		"`pages` of each part that is folded by itself; needed above 80 pages")
	flags.BoolVar(&folds.Marks, "fold-marks", false, "mark where to fold and to staple")
	p.each(cmd, "-booklet.pdf", func(w io.Writer, d *frame.Document, o pdf.Print) error {
		var err error
		if folds.Sheet, err = press.ParseFormat(sheet); err != nil {
			return err
		}
		folds.Thickness, folds.Bleed = fonts.Mm(thickness).Pt(), o.Bleed
		return pdf.WriteBooklet(w, d, o, folds)
	})
	return cmd
}
