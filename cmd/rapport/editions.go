package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"runtime/debug"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"rapport/cmd/internal/editions"
	"rapport/cmd/internal/snapshot"
	"rapport/cmd/internal/tongue"
	"rapport/content"
	"rapport/layout"
	"rapport/layout/pdf"
	"rapport/layout/text"
	"rapport/layout/web"
)

// editing is the command that makes an edition of a report for each group of a question.
type editing struct {
	selection
	by    string
	jobs  int
	shard string
	to    string
	kinds []string
}

// editionKinds are what may be made of an edition.
var editionKinds = []string{"pdf", "print", "web", "csv"}

func newEditions() *cobra.Command {
	e := editing{}
	cmd := e.command("editions YEAR", "Make an edition of a report for each group: each county, each workplace")
	cmd.Long = `editions makes the same report once for each group of a question that others are broken down by: the cover
names the group, figures show it beside all, {group} and "in group" in the text answer for it, and blocks
with when = "small" stand only where they belong. A group under the privacy minimum gets none, and is named.

Editions that are there, made from the same content, are not made again: a run that was stopped goes on. A
fault in one does not stop the others; the exit code is 1 then. With --shard I/N it makes every N-th, and with
--shard auto the number comes from Slurm, Kubernetes or AWS Batch.`
	cmd.Example = `  rapport editions 2024 --report medlemmer --by fylke
  rapport editions 2024 --by fylke --as pdf,print --to /srv/utgaver
  rapport editions 2024 --by fylke --shard 3/20
  rapport editions verify 2024 --by fylke`
	cmd.Flags().IntVar(&e.jobs, "jobs", runtime.GOMAXPROCS(0), "how many are made at a time")
	cmd.Flags().StringVar(&e.shard, "shard", "", "only the `I/N`-th share of them, or auto")
	cmd.Flags().StringSliceVar(&e.kinds, "as", []string{"pdf"}, "what is made: `"+strings.Join(editionKinds, ",")+"`")
	e.ofYear(cmd, func(cmd *cobra.Command, year int) error { return e.run(cmd, year) })
	v := editing{}
	verify := v.command("verify YEAR", "Say which editions are missing, doubled, or differ from their journal")
	verify.Flags().StringSliceVar(&v.kinds, "as", []string{"pdf"}, "what was made")
	v.ofYear(verify, func(cmd *cobra.Command, year int) error { return v.verify(cmd, year) })
	cmd.AddCommand(verify)
	return cmd
}

// command is a command about the editions of a report.
func (e *editing) command(use, short string) *cobra.Command {
	cmd := &cobra.Command{Use: use, Short: short}
	e.register(cmd, wording{writes: true, report: "the `report` (the name of its folder)"})
	cmd.Flags().StringVar(&e.by, "by", "", "the `question` whose answers are the groups")
	cmd.Flags().StringVar(&e.to, "to", "", "`folder`, or s3://bucket/path, for the editions (default out/YEAR/REPORT-editions)")
	_ = cmd.MarkFlagRequired("by")
	return cmd
}

// plan is what editions there are of a report, and what they are made from.
type plan struct {
	name   string // of the report
	groups []content.Edition
	made   []string          // those that an edition is made of, by label, in order
	slugs  map[string]string // names of files, by label
	from   string

	editor *content.Editor
}

// plan reads the report once for everyone.
func (e *editing) plan(fsys fs.FS, year int) (*plan, error) {
	name, err := e.one(year)
	if err != nil {
		return nil, err
	}
	reading := snapshot.NewReading(fsys)
	editor, err := content.NewEditor(reading, year, name, layout.Printer())
	if err != nil {
		return nil, err
	}
	report := editor.Report()
	p := &plan{name: name, editor: editor, slugs: map[string]string{}}
	if p.groups, err = report.Editions(e.by); err != nil {
		return nil, err
	}
	taken := map[string]string{}
	for _, g := range p.groups {
		if g.Closed {
			continue
		}
		label := content.WithoutSoftHyphens(g.Label)
		slug := editions.Slug(label)
		if other, ok := taken[slug]; ok && other != label {
			slug += "-" + editions.Sum([]byte(label))[:6]
		}
		taken[slug] = label
		p.made, p.slugs[g.Label] = append(p.made, g.Label), slug
	}
	p.from = editions.Sum(fmt.Appendf(nil, "%x %s %s %q", reading.Sum(), programVersion(), e.by, e.kinds))
	return p, nil
}

// store is where the editions go.
func (e *editing) store(year int, name string) (editions.Store, error) {
	switch {
	case strings.HasPrefix(e.to, "s3://"):
		return editions.OpenObjects(e.to, os.Getenv)
	case e.to != "":
		return editions.Folder(e.to), nil
	}
	return editions.Folder(filepath.Join(e.out, strconv.Itoa(year), name+"-editions")), nil
}

// check refuses kinds that there are not.
func (e *editing) check() error {
	for _, kind := range e.kinds {
		known := false
		for _, k := range editionKinds {
			known = known || k == kind
		}
		if !known {
			return fmt.Errorf("%q is not made of an edition; one of: %s", kind, strings.Join(editionKinds, ", "))
		}
	}
	return nil
}

// run makes the editions of a shard.
func (e *editing) run(cmd *cobra.Command, year int) error {
	shard, err := editions.ParseShard(e.shard, os.Getenv)
	if err := errors.Join(err, e.check()); err != nil {
		return err
	}
	dir, err := e.open()
	if err != nil {
		return err
	}
	defer dir.Close()
	p, err := e.plan(dir.FS, year)
	if err != nil {
		return e.placed(err)
	}
	out, errs := cmd.OutOrStdout(), cmd.ErrOrStderr()
	e.closed(out, p)
	shaper := text.NewShaper()
	store, err := e.store(year, p.name)
	if err != nil {
		return err
	}
	bar := newEditionBar(errs)
	job := editions.Job{Store: store, Shard: shard, Jobs: e.jobs, Names: p.made, From: p.from,
		Progress: bar.show,
		Failed: func(name string, err error) {
			bar.clear()
			fmt.Fprintf(errs, "the edition %q could not be made\n", content.WithoutSoftHyphens(name))
			e.tell(errs, err)
		},
		Make: func(_ context.Context, group string) ([]editions.File, error) {
			return e.edition(p, group, shaper)
		}}
	holdTo(editionsHeap)
	started := time.Now()
	done, err := job.Run(cmd.Context())
	bar.clear()
	fmt.Fprintf(out, "editions: %d made, %d there already, %d failed, of %d, in %d seconds\n",
		done.Done-done.Kept-done.Failed, done.Kept, done.Failed, done.Of, int(time.Since(started).Seconds()+0.5))
	if errors.Is(err, context.Canceled) {
		return errors.New("interrupted; what was made stays, and the same command makes the rest")
	}
	return err
}

// placed is an error whose problems lead to files from the working folder.
func (e *editing) placed(err error) error {
	var problems content.Problems
	if errors.As(err, &problems) {
		return findings(problems).sorted(e.content)
	}
	return err
}

// tell writes why an edition could not be made, problems with their lines.
func (e *editing) tell(w io.Writer, err error) {
	var problems content.Problems
	if errors.As(e.placed(err), &problems) && problems.Format(w) == nil {
		return
	}
	fmt.Fprintln(w, err)
}

// closed names the groups that get no edition.
func (e *editing) closed(w io.Writer, p *plan) {
	for _, g := range p.groups {
		if g.Closed {
			fmt.Fprintf(w, "no edition for %q: the group is too small, or no group\n",
				content.WithoutSoftHyphens(g.Label))
		}
	}
}

// edition makes the files of an edition.
func (e *editing) edition(p *plan, group string, shaper *text.Shaper) ([]editions.File, error) {
	report, err := p.editor.For(content.Audience{By: e.by, Group: group})
	if err != nil {
		return nil, err
	}
	var files []editions.File
	for _, kind := range e.kinds {
		var b bytes.Buffer
		suffix := "." + kind
		switch kind {
		case "pdf":
			err = writeScreen(&b, report, shaper)
		case "print":
			suffix = "-print.pdf"
			err = writePrinted(&b, report, shaper)
		case "csv":
			b.Write(report.CSV())
		case "web":
			suffix = ".html"
			err = writePage(&b, report, shaper)
		}
		if err != nil {
			return nil, err
		}
		files = append(files, editions.File{Name: p.slugs[group] + suffix, Data: b.Bytes()})
	}
	return files, nil
}

// writeScreen writes a report as the PDF for screens.
func writeScreen(w io.Writer, r *content.Report, shaper *text.Shaper) error {
	binder := pdf.NewBinder()
	d, err := layout.Compose(r, layout.Options{Shaper: shaper, Bound: binder.Bind, Alone: true})
	if err != nil {
		return err
	}
	return pdf.Write(w, d, pdf.Options{Producer: "rapport", Binder: binder})
}

// writePrinted writes it for a print shop.
func writePrinted(w io.Writer, r *content.Report, shaper *text.Shaper) error {
	d, err := layout.Compose(r, layout.Options{Shaper: shaper, Alone: true})
	if err != nil {
		return err
	}
	o, err := (&printing{bleed: 3}).options()
	if err != nil {
		return err
	}
	return pdf.WritePrint(w, d, o)
}

// writePage writes it as a web page in one file.
func writePage(w io.Writer, r *content.Report, shaper *text.Shaper) error {
	page, err := web.Compose(r, web.Options{Shaper: shaper, Single: true})
	if err != nil {
		return err
	}
	return page.Files[0].Write(w)
}

// programVersion is the version of the program, and the commit that it was built from.
func programVersion() string {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return ""
	}
	return info.Main.Version + revision(info)
}

// verify holds what is there to what ought to be.
func (e *editing) verify(cmd *cobra.Command, year int) error {
	dir, err := e.open()
	if err != nil {
		return err
	}
	defer dir.Close()
	p, err := e.plan(dir.FS, year)
	if err != nil {
		return e.placed(err)
	}
	store, err := e.store(year, p.name)
	if err != nil {
		return err
	}
	faults, err := editions.Verify(cmd.Context(), store, p.made, p.from)
	if err != nil {
		return err
	}
	wrong := map[string]bool{}
	for _, f := range faults {
		if slices.Contains(p.made, f.Edition) {
			wrong[f.Edition] = true
		}
		what := content.WithoutSoftHyphens(f.Edition)
		if f.File != "" {
			what = strings.TrimSpace(what + " " + f.File)
		}
		fmt.Fprintf(cmd.OutOrStdout(), "%q %s\n", what, f.Kind)
	}
	switch {
	case len(wrong) > 0:
		return fmt.Errorf("%d of %d editions are not as they ought to be", len(wrong), len(p.made))
	case len(faults) > 0:
		return fmt.Errorf("all %d editions are there, and %d files that are not of them", len(p.made), len(faults))
	}
	fmt.Fprintf(cmd.OutOrStdout(), "all %d editions are there\n", len(p.made))
	return nil
}

// editionBar tells how far a run is: on a terminal in a line that is written anew, else a line now and
// then.
type editionBar struct {
	w        io.Writer // the terminal, or where lines go
	lines    io.Writer // the same, in the author's language
	terminal bool
	told     time.Time
}

func newEditionBar(w io.Writer) *editionBar {
	info, err := os.Stderr.Stat()
	return &editionBar{w: tongue.Raw(w), lines: w, terminal: err == nil && info.Mode()&os.ModeCharDevice != 0,
		told: time.Now()}
}

// How often progress is told: on a terminal, and elsewhere.
const (
	barEvery  = 100 * time.Millisecond
	lineEvery = 10 * time.Second
)

func (b *editionBar) show(p editions.Progress) {
	every := lineEvery
	if b.terminal {
		every = barEvery
	}
	if time.Since(b.told) < every {
		return
	}
	b.told = time.Now()
	if !b.terminal {
		fmt.Fprintln(b.lines, far(p))
		return
	}
	full := 0
	if p.Of > 0 {
		full = p.Done * barWidth / p.Of
	}
	words := far(p)
	if voice := tongue.Of(b.lines); voice != nil {
		words = tongue.Line(voice.Language(), words)
	}
	fmt.Fprintf(b.w, "\r[%s%s] %s \x1b[K", strings.Repeat("#", full), strings.Repeat(" ", barWidth-full), words)
}

// far says how far a run is, and how long it will take from here.
func far(p editions.Progress) string {
	seconds := int(p.Left.Round(time.Second).Seconds())
	switch minutes := (seconds + 30) / 60; {
	case seconds == 0:
		return fmt.Sprintf("%d of %d editions", p.Done, p.Of)
	case seconds < 90:
		return fmt.Sprintf("%d of %d editions, about %d seconds left", p.Done, p.Of, seconds)
	case minutes < 90:
		return fmt.Sprintf("%d of %d editions, about %d minutes left", p.Done, p.Of, minutes)
	default:
		return fmt.Sprintf("%d of %d editions, about %d hours left", p.Done, p.Of, (minutes+30)/60)
	}
}

// clear takes the line away.
func (b *editionBar) clear() {
	if b.terminal {
		fmt.Fprint(b.w, "\r\x1b[K")
	}
}
