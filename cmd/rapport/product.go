package main

import (
	"errors"
	"fmt"
	"io"
	"sync"
	"time"

	"rapport/cmd/internal/drafts"
)

// product is a report that is being built: its PDF, what there is beside it, and what was found.
type product struct {
	year            int
	name            string
	pdf             *drafts.Draft   // nil until it is begun
	beside          []*drafts.Draft // the files of its numbers
	pages           int
	took            time.Duration
	found, warnings findings
	err             error // that is no problem in the content
}

// files are the drafts of a product.
func (p *product) files() []*drafts.Draft {
	if p.pdf == nil {
		return nil
	}
	return append([]*drafts.Draft{p.pdf}, p.beside...)
}

// finish brings all files to the disk, side by side, because it is the disk that takes the time.
func (p *product) finish() error {
	files := p.files()
	errs := make([]error, len(files))
	var all sync.WaitGroup
	for i, file := range files {
		all.Go(func() { errs[i] = file.Finish() })
	}
	all.Wait()
	return errors.Join(errs...)
}

func (p *product) String() string {
	return fmt.Sprintf("%s: %d pages, %d bytes, %d ms",
		p.pdf.Path(), p.pages, p.pdf.Size(), p.took.Milliseconds())
}

// products are reports that are built together: all are finished before the first is put in its
// place.
type products []*product

// findings are the problems of all reports, and the warnings, in the order of the reports.
func (all products) findings() (found, warnings findings) {
	for _, p := range all {
		found, warnings = append(found, p.found...), append(warnings, p.warnings...)
	}
	return found, warnings
}

// commit puts all files in their places, and tells of each report.
func (all products) commit(stdout io.Writer) error {
	for _, p := range all {
		for _, file := range p.files() {
			if err := file.Commit(); err != nil {
				return err
			}
		}
		fmt.Fprintln(stdout, p)
	}
	return nil
}

// discard removes what has not been committed.
func (all products) discard() {
	for _, p := range all {
		for _, file := range p.files() {
			file.Discard()
		}
	}
}
