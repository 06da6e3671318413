package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"rapport/cmd/internal/drafts"
	"rapport/cmd/internal/snapshot"
	"rapport/content"
	"rapport/content/check"
	"rapport/layout"
	"rapport/layout/parallel"
	"rapport/layout/pdf"
	"rapport/layout/text"
	"rapport/layout/web"
)

// webmaking is the command that makes the web edition.
type webmaking struct {
	selection
	single bool
	fonts  *web.Fonts
}

func newWeb() *cobra.Command {
	var w webmaking
	cmd := &cobra.Command{
		Use:   "web YEAR",
		Short: "Make the web edition of a year's reports",
		Long: `web makes a page of every report of the year: out/YEAR/REPORT-web/index.html and what it needs beside it, to
be put on any web host as it is. The page asks no other server for anything and works without scripts. It
offers the PDF that build has made, when there is one, and the numbers of every figure.

The folder is replaced as a whole; one that holds files of somebody else is left alone. Nothing is written
when a number in the report is wrong. With --single-file all of the page is in out/YEAR/REPORT.html, without
the PDF and the pictures of single figures.`,
		Example: `  rapport web 2022
  rapport web 2021 --report trivselsundersokelsen --single-file`,
	}
	w.register(cmd, wording{
		writes: true,
		report: "make the page of this `report` only (the name of its folder)",
		strict: strictBuild,
	})
	cmd.Flags().BoolVar(&w.single, "single-file", false, "put the whole page into one file")
	w.ofYear(cmd, func(cmd *cobra.Command, year int) error {
		return w.run(cmd.Context(), cmd.OutOrStdout(), year)
	})
	return cmd
}

// site is a web edition that is being written: a folder, or one file.
type site struct {
	path   string
	took   time.Duration
	folder *drafts.Folder // nil when it is one file
	file   *drafts.Draft
	notes  findings
	said   []string
}

// draft is what of a folder or a file is the same: it is put in its place as a whole.
type draft interface {
	Commit() error
	Discard()
	Path() string
	Size() int64
}

// draft is the folder or the file.
func (s *site) draft() draft {
	if s.file != nil {
		return s.file
	}
	return s.folder
}

// run makes the pages of the year's reports. All are finished before the first is put in its place.
func (w *webmaking) run(ctx context.Context, stdout io.Writer, year int) error {
	dir, names, err := w.openYear(year)
	if err != nil {
		return err
	}
	defer dir.Close()
	var found findings
	var all []*site
	defer func() {
		for _, s := range all {
			s.draft().Discard()
		}
	}()
	shaper := text.NewShaper()
	w.fonts = &web.Fonts{}
	for _, name := range names {
		s := w.site(ctx, year, name)
		all = append(all, s)
		if err := found.add(w.make(dir, s, year, name, shaper)); err != nil {
			return err
		}
	}
	if err := found.error(w.content); err != nil {
		return err
	}
	var told findings
	for _, s := range all {
		if err := s.commit(stdout); err != nil {
			return err
		}
		told = append(told, s.notes...)
	}
	told.print(stdout, w.content)
	told.rest(stdout, shaper.Missing())
	return nil
}

// site begins the edition of a report.
func (w *webmaking) site(ctx context.Context, year int, name string) *site {
	path := filepath.Join(w.out, strconv.Itoa(year), name)
	if w.single {
		return &site{path: path, file: drafts.New(ctx, path+".html")}
	}
	return &site{path: path, folder: drafts.NewFolder(ctx, path+"-web")}
}

// make loads, composes and writes a report whose numbers are right.
func (w *webmaking) make(
	dir *folder, s *site, year int, name string, shaper *text.Shaper,
) error {
	started := time.Now()
	if s.folder != nil {
		if err := refuse(s.folder); err != nil {
			return err
		}
	}
	go layout.Warm()
	reading := snapshot.NewReading(dir.FS)
	r, err := content.Load(reading, year, name, layout.Printer())
	if err != nil {
		return err
	}
	found := check.Beside(r, w.also()...)
	if wrong := check.Problems(found, append(w.also(), check.Error)...); len(wrong) > 0 {
		return wrong
	}
	s.notes = printed(r)
	o := web.Options{Shaper: shaper, Fonts: w.fonts, Single: w.single}
	if !w.single {
		o.PDF = s.beside(r)
	}
	edition, err := web.Compose(r, o)
	var p content.Problem
	if errors.As(err, &p) {
		return content.Problems{p}
	}
	if err != nil {
		return err
	}
	for _, n := range edition.Notes {
		n.Text = "warning: " + n.Text
		s.notes = append(s.notes, n)
	}
	defer func() { s.took = time.Since(started) }()
	return s.write(edition, reading)
}

// refuse is an error when the folder would replace files that are not the program's.
func refuse(f *drafts.Folder) error {
	foreign, err := f.Foreign()
	if err != nil || len(foreign) == 0 {
		return err
	}
	more := ""
	if n := len(foreign) - 3; n > 0 {
		foreign, more = foreign[:3], fmt.Sprintf(" and %d more", n)
	}
	return fmt.Errorf("%s holds files that rapport did not make (%s%s): move them away, or write to "+
		"another folder with --out", f.Path(), strings.Join(foreign, ", "), more)
}

// beside is the printed edition that build has made, nil when there is none that goes with the
// report: its numbers, beside it, must be those of the page.
func (s *site) beside(r *content.Report) *web.PDF {
	file, err := os.ReadFile(s.path + ".pdf")
	if err != nil {
		s.said = append(s.said, fmt.Sprintf("there is no %s.pdf: the page has no button for it "+
			"(rapport build %d makes it)", s.path, r.Year))
		return nil
	}
	pages, ok := pdf.PageCount(file)
	if !ok {
		s.said = append(s.said, fmt.Sprintf("%s.pdf is not of rapport: the page has no button for it",
			s.path))
		return nil
	}
	if csv, err := os.ReadFile(s.path + "-figures.csv"); err == nil && !bytes.Equal(csv, r.CSV()) {
		s.said = append(s.said, fmt.Sprintf("%s.pdf has other numbers than the page, which has no "+
			"button for it (rapport build %d makes it anew)", s.path, r.Year))
		return nil
	}
	return &web.PDF{Pages: pages, Data: file}
}

// write writes the files, those that are drawn as many at a time as there are processors, and only
// when what is there from an earlier time is not what they would be.
func (s *site) write(e *web.Edition, reading *snapshot.Reading) error {
	if s.file != nil {
		if err := e.Files[0].Write(s.file); err != nil {
			return err
		}
		return s.file.Finish()
	}
	drawn := earlierDrawn(s.folder, reading)
	made, errs := make([][]byte, len(e.Files)), make([]error, len(e.Files))
	parallel.Each(len(e.Files), func(i int) { made[i], errs[i] = drawn.file(&e.Files[i]) })
	if err := errors.Join(errs...); err != nil {
		return err
	}
	for i, f := range e.Files {
		if err := s.put(f.Name, made[i]); err != nil {
			return err
		}
	}
	if err := s.put(drawnName, drawn.list()); err != nil {
		return err
	}
	return s.folder.Finish()
}

// put writes a file of the folder.
func (s *site) put(name string, content []byte) error {
	return s.folder.Write(name, func(w io.Writer) error {
		_, err := w.Write(content)
		return err
	})
}

// commit puts the edition in its place, and tells of it.
func (s *site) commit(stdout io.Writer) error {
	d := s.draft()
	if err := d.Commit(); err != nil {
		return err
	}
	path := d.Path()
	if s.folder != nil {
		path = filepath.Join(path, "index.html")
	}
	fmt.Fprintf(stdout, "%s: %d bytes, %d ms\n", path, d.Size(), s.took.Milliseconds())
	for _, note := range s.said {
		fmt.Fprintf(stdout, "note: %s\n", note)
	}
	return nil
}
