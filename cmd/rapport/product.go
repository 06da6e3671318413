package main

import (
	"fmt"
	"io"
	"time"

	"rapport/cmd/internal/drafts"
)

// product is a report that is being built: its PDF, and what there is beside it.
type product struct {
	pdf    *drafts.Draft
	beside []*drafts.Draft // the files of its numbers
	pages  int
	took   time.Duration
}

// files are the drafts of a product.
func (p *product) files() []*drafts.Draft { return append([]*drafts.Draft{p.pdf}, p.beside...) }

func (p *product) String() string {
	return fmt.Sprintf("%s: %d pages, %d bytes, %d ms",
		p.pdf.Path(), p.pages, p.pdf.Size(), p.took.Milliseconds())
}

// products are reports that are built together: all are finished before the first is put in its
// place.
type products []*product

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
