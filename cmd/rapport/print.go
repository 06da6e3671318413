package main

import (
	"errors"
	"fmt"
	"io"
	"maps"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"rapport/charts/vector"
	"rapport/cmd/internal/drafts"
	"rapport/content"
	"rapport/fonts"
	"rapport/layout"
	"rapport/layout/frame"
	"rapport/layout/pdf"
	"rapport/layout/press"
	"rapport/layout/text"
)

// printing is what the commands for the press have in common: print, booklet and proof.
type printing struct {
	selection
	icc   string
	bleed float64 // mm
	ink   int     // per cent; 0 is the brand's limit
}

func newPrint() *cobra.Command {
	var p printing
	cmd := p.command("print", "Build the print editions of a year, for a print shop", true)
	cmd.Long = `print writes every report of the year to out/YEAR/REPORT-print.pdf: PDF/X-4 in CMYK with bleed, crop marks,
registration marks and a colour strip, for offset printing on coated paper (FOGRA39).

What would not come out as it is meant stops it: a colour without CMYK value, more ink than dries, an image
of under 120 dpi. Whatever else is outside of the usual limits is told; rapport proof has the details.`
	cmd.Example = `  rapport print 2022
  rapport print 2022 --report erfaringskonsulentene-i-tall --icc PSOcoated_v3.icc`
	p.each(cmd, "-print.pdf", pdf.WritePrint)
	return cmd
}

// command is a command about the reports of a year, with the flags that all of them have, and those
// that the ones which write files have.
func (p *printing) command(name, short string, writes bool) *cobra.Command {
	cmd := &cobra.Command{Use: name + " YEAR", Short: short}
	p.register(cmd, wording{
		writes: writes,
		report: "only this `report` (the name of its folder)",
	})
	flags := cmd.Flags()
	flags.Float64Var(&p.bleed, "bleed", 3, "paint beyond the trim, in `mm`")
	flags.IntVar(&p.ink, "ink", 0, "most ink in `per cent` of all colours together "+
		"(default the brand's limit, 275)")
	if writes {
		flags.StringVar(&p.icc, "icc", "", "colour profile of the press and its paper, "+
			"an ICC `file` for CMYK (default FOGRA39)")
		_ = cmd.MarkFlagFilename("icc", "icc", "icm")
	}
	return cmd
}

// edition writes a document in one way.
type edition func(w io.Writer, d *frame.Document, o pdf.Print) error

// each makes cmd write an edition of every report of the year. suffix is how the names of the files
// end.
func (p *printing) each(cmd *cobra.Command, suffix string, write edition) {
	p.ofYear(cmd, func(cmd *cobra.Command, year int) error {
		var done products
		defer func() { done.discard() }()
		options, err := p.options()
		if err != nil {
			return err
		}
		err = p.compose(cmd.ErrOrStderr(), year, func(c composed) error {
			if err := p.inspect(cmd.ErrOrStderr(), c); err != nil {
				return err
			}
			to := filepath.Join(p.out, strconv.Itoa(year), c.name+suffix)
			product := &product{pdf: drafts.New(cmd.Context(), to), pages: len(c.document.Pages)}
			done = append(done, product)
			o := options
			o.Ink = p.limits(c.report).Ink
			if err := write(product.pdf, c.document, o); err != nil {
				return fmt.Errorf("%s: %w", c.name, err)
			}
			if err := product.pdf.Finish(); err != nil {
				return err
			}
			product.took = time.Since(c.started)
			return nil
		})
		if err != nil {
			return err
		}
		return done.commit(cmd.OutOrStdout())
	})
}

// options are the flags as layout/pdf understands them.
func (p *printing) options() (pdf.Print, error) {
	o := pdf.Print{Producer: "rapport", Bleed: fonts.Mm(p.bleed).Pt()}
	if err := p.check(); err != nil || p.icc == "" {
		return o, err
	}
	data, err := os.ReadFile(p.icc)
	if err != nil {
		return o, err
	}
	if o.Profile, err = pdf.ReadProfile(data); err != nil {
		return o, fmt.Errorf("%s: %w", p.icc, err)
	}
	return o, nil
}

// check refuses flags that make no sense.
func (p *printing) check() error {
	if !(p.bleed >= 0 && p.bleed <= 20) {
		return fmt.Errorf("a bleed of %v mm; 3 is usual", p.bleed)
	}
	if p.ink < 0 || p.ink > 400 {
		return fmt.Errorf("a limit of %d %% ink; four inks have 400 at most", p.ink)
	}
	return nil
}

// composed is a report that has been laid out.
type composed struct {
	name     string
	report   *content.Report
	document *frame.Document
	started  time.Time
}

// compose calls do for every report of the year, and tells what is printed otherwise than written.
func (p *printing) compose(stderr io.Writer, year int, do func(composed) error) error {
	dir, names, err := p.openYear(year)
	if err != nil {
		return err
	}
	defer dir.Close()
	var found findings
	var told findings
	defer func() { told.print(stderr, p.content) }()
	shaper := text.NewShaper()
	for _, name := range names {
		started := time.Now()
		c, err := compose(dir.FS, year, name, layout.Options{Shaper: shaper})
		if err := found.add(err); err != nil {
			return err
		}
		if err != nil {
			continue
		}
		told = append(told, printed(c.report)...)
		if err := do(composed{name, c.report, c.document, started}); err != nil {
			return err
		}
	}
	return found.error(p.content)
}

// inspect tells what a print shop would say. What must not be printed is an error.
func (p *printing) inspect(stderr io.Writer, c composed) error {
	proof := press.Inspect(c.document, p.limits(c.report))
	for _, f := range proof.Findings {
		p.tell(stderr, c, f, f.Level == press.Stop)
	}
	if worst, _ := proof.Worst(); worst == press.Stop {
		return errors.New("this would not come out as it is meant; nothing was written")
	}
	return nil
}

// tell prints a finding as those of the content are printed: its place, how bad it is, and then its page.
func (p *printing) tell(w io.Writer, c composed, f press.Finding, wrong bool) {
	f = p.locate(c, f)
	severity := "warning"
	if wrong {
		severity = "error"
	}
	at := f.Place
	f.Place = ""
	fmt.Fprintf(w, "%s: %s: %v\n", at, severity, f)
}

// limits are the design's, with the brand's ink and the flags.
func (p *printing) limits(r *content.Report) press.Limits {
	l := press.HouseLimits()
	l.Bleed = fonts.Mm(p.bleed).Pt()
	if r.Brand != nil && r.Brand.InkLimit > 0 {
		l.Ink = r.Brand.InkLimit
	}
	if p.ink > 0 {
		l.Ink = p.ink
	}
	return l
}

// locate gives a finding's place the path that leads to it from the working folder. A colour
// without CMYK value is where the brand states it; what the report as a whole brings along, such as
// its cover, is placed at its beginning.
func (p *printing) locate(c composed, f press.Finding) press.Finding {
	if f.Missing != nil {
		if pos, ok := stated(c.report.Brand, f.Missing.Color); ok {
			f.Place = place(pos)
		} else if c := f.Missing.Color; strings.HasPrefix(c.Name, "SVG ") {
			f.Text += fmt.Sprintf("; give it one in the brand's [colors]: drawings = "+
				"[{ screen = \"#%02X%02X%02X\", cmyk = [c, m, y, k] }]", c.R, c.G, c.B)
		}
	}
	if f.Place == "" {
		f.Place = place(c.report.Pos)
	}
	f.Place = path.Join(filepath.ToSlash(p.content), f.Place)
	return f
}

func place(p content.Pos) string { return fmt.Sprintf("%s:%d:%d", p.File, p.Line, p.Column) }

// stated is where a brand's file first states a colour that has no CMYK value.
func stated(b *content.Brand, want vector.Color) (at content.Pos, ok bool) {
	if b == nil {
		return at, false
	}
	all := slices.Concat(slices.Collect(maps.Values(b.Colors)), b.Slices, b.Scale, b.Drawings)
	for _, grounds := range [][]content.Ground{b.Covers, b.Openers} {
		for _, g := range grounds {
			all = append(append(all, g.Fill, g.Text, g.Soft, g.Dot, g.Open), g.Groups...)
		}
	}
	for _, c := range all {
		same := !c.Ink && c.R == want.R && c.G == want.G && c.B == want.B
		if same && (!ok || c.Pos.Line < at.Line) {
			at, ok = c.Pos, true
		}
	}
	return at, ok
}
