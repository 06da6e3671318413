// Command rapport turns a folder of TOML, narrative beside survey counts, into a published report:
// a tagged, archivable PDF in the look of the organisation that publishes it.
//
//	rapport build 2022
//
// reads content/2022/*/*.toml and writes out/2022/<report>.pdf. The whole program is the three
// calls in compile, below; each stage is a package with a page of prose about itself:
//
//	content   what the report says    TOML -> *content.Report (content/check holds its
//	                                  words against its numbers, and an error there
//	                                  stops the build)
//	layout    how it sits on paper    -> *frame.Document (with charts, what the numbers
//	                                  look like)
//	layout/pdf                        -> bytes
//
// This package is what lies around them and the only one that knows of a clock and of flags.
// command.go says which commands there are, flags.go which flags they share; build.go is what build
// does, and print.go, booklet.go and proof.go what there is for paper (layout/press and layout/pdf
// do it), cards.go pictures of single figures (layout/card, layout/svg and layout/raster), web.go pages for
// browsers (layout/web); year.go
// tells which years and reports exist. What touches the world beside the command line has rooms of
// its own in cmd/internal: drafts writes files that are never half there, snapshot reads each file
// of the content once, mail sends a report to the members on a list.
//
// A new command about the reports of a year is a function that makes a cobra.Command, registers the
// shared flags and says what happens of a year (selection.register and selection.ofYear); newRoot
// lists it.
//
// Cobra reads the command line: its help, its completion for four shells, and room for more
// commands. pflag is its library of flags, named here for their texts alone (help.go).
package main

import (
	"fmt"
	"io"
	"io/fs"
	"os"
	"slices"

	"rapport/content"
	"rapport/content/check"
	"rapport/layout"
	"rapport/layout/frame"
	"rapport/layout/pdf"
	"rapport/layout/text"
)

// document is the rule of check that tells what is set in another way than the author asked for.
const document = "document"

// composition is a report that has been laid out.
type composition struct {
	report   *content.Report
	document *frame.Document
	warnings content.Problems // what is set in another way than the author asked for
}

// compile is the whole program: it reads a report, composes it and writes it as PDF, which takes
// pages as they are finished: the document has none of their items. The shaper's memory may serve
// many reports. Findings of check that are errors stop it, and those of the severities in also.
func compile(
	w io.Writer, fsys fs.FS, year int, name string, shaper *text.Shaper, also ...check.Severity,
) (composition, error) {
	binder := pdf.NewBinder()
	o := layout.Options{Shaper: shaper, Bound: binder.Bind}
	c, err := compose(fsys, year, name, o, also...)
	if err != nil {
		return c, err
	}
	return c, pdf.Write(w, c.document, pdf.Options{Producer: "rapport", Binder: binder})
}

// compose is compile up to the finished layout, which all editions share. The layout's warnings are
// among the result's.
func compose(
	fsys fs.FS, year int, name string, o layout.Options, also ...check.Severity,
) (c composition, err error) {
	go layout.Warm() // the faces are parsed while the content is read
	if c.report, err = content.Load(fsys, year, name, layout.Printer()); err != nil {
		return c, err
	}
	checked := make(chan []check.Finding, 1)
	go func() { checked <- check.Beside(c.report, also...) }()
	var other content.Problems
	o.Warn = func(p content.Problem) {
		p.Text = fmt.Sprintf("%s: %s [%s]", check.Warning, p.Text, document)
		other = append(other, p)
	}
	c.document, err = layout.Compose(c.report, o)
	found := <-checked
	if wrong := check.Problems(found, append(also, check.Error)...); len(wrong) > 0 {
		return c, wrong
	}
	if slices.Contains(also, check.Warning) && len(other) > 0 {
		return c, other
	}
	found = slices.DeleteFunc(found, func(f check.Finding) bool { return f.Rule != document })
	c.warnings = append(check.Problems(found, check.Warning), other...)
	return c, err
}

func main() {
	collectLate()
	os.Exit(run(os.Args[1:], os.Stdout, os.Stderr))
}
