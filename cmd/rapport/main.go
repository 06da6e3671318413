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
// do it); year.go tells which years and reports exist. What touches the world beside the command
// line has rooms of its own in cmd/internal: drafts writes files that are never half there.
//
// A new command about the reports of a year is a function that makes a cobra.Command, registers the
// shared flags and says what happens of a year (selection.register and selection.ofYear); newRoot
// lists it.
//
// Cobra reads the command line: its help, its completion for four shells, and room for more
// commands.
package main

import (
	"io"
	"io/fs"
	"os"

	"rapport/content"
	"rapport/content/check"
	"rapport/layout"
	"rapport/layout/frame"
	"rapport/layout/pdf"
	"rapport/layout/text"
)

// compile is the whole program: it reads a report, composes it and writes it as PDF. It gives back
// the report and its number of pages. The shaper's memory may serve many reports. Findings of check
// that are errors stop it, and those of the severities in also.
func compile(
	w io.Writer, fsys fs.FS, year int, name string, shaper *text.Shaper, also ...check.Severity,
) (*content.Report, int, error) {
	report, document, err := compose(fsys, year, name, shaper, also...)
	if err != nil {
		return nil, 0, err
	}
	return report, len(document.Pages), pdf.Write(w, document, pdf.Options{Producer: "rapport"})
}

// compose is compile up to the finished layout, which all editions share.
func compose(
	fsys fs.FS, year int, name string, shaper *text.Shaper, also ...check.Severity,
) (*content.Report, *frame.Document, error) {
	go layout.Warm() // the faces are parsed while the content is read
	report, err := content.Load(fsys, year, name)
	if err != nil {
		return nil, nil, err
	}
	wrong := make(chan content.Problems, 1)
	go func() { wrong <- check.Problems(check.Report(report), append(also, check.Error)...) }()
	document, err := layout.Compose(report, layout.Options{Shaper: shaper})
	if found := <-wrong; len(found) > 0 {
		return nil, nil, found
	}
	return report, document, err
}

func main() {
	os.Exit(run(os.Args[1:], os.Stdout, os.Stderr))
}
