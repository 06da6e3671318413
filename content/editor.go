package content

import (
	"fmt"
	"io/fs"
	"sync"

	"rapport/content/prose"
	"rapport/content/source"
)

// Editor reads a report for one group after another. The surveys are read, linked and held to what may
// be published once, and the report's own texts anew for each: so that an edition costs what its
// report does, however many groups there are. Several goroutines may use it: reports share the surveys,
// which nobody changes.
type Editor struct {
	mu     sync.Mutex // of l, while a report is read
	l      *loader
	dir    string
	root   *source.Node
	report *Report // for everyone
	allows int     // that were there before the report was read
}

// NewEditor reads a report for everyone, as Load does.
func NewEditor(fsys fs.FS, year int, name string, printers ...Printer) (*Editor, error) {
	l, dir, err := newLoader(fsys, year, name, how{}, printers...)
	if err != nil {
		return nil, err
	}
	e := &Editor{l: l, dir: dir}
	if e.root = l.prepare(dir); e.root != nil {
		e.allows = len(l.src.Allows)
		l.read(e.root, dir)
	}
	if len(l.src.Problems) > 0 {
		return nil, l.src.Problems.Sorted()
	}
	e.report = l.report
	return e, nil
}

// Report is the report for everyone.
func (e *Editor) Report() *Report { return e.report }

// For is the edition for a group. A group that there is not is a MissingError.
func (e *Editor) For(a Audience) (*Report, error) {
	e.mu.Lock()
	defer e.mu.Unlock()
	l := *e.l
	all := e.report
	l.report = &Report{Pos: all.Pos, Year: all.Year, Name: all.Name, Language: all.Language,
		Surveys: all.Surveys, Plan: plain()}
	l.report.written.withheld = l.withheld
	l.src.Problems, l.src.Warnings, l.src.Allows = nil, nil, l.src.Allows[:e.allows]
	l.ids, l.listed, l.findings, l.sign = map[string]*source.Node{}, nil, nil, nil
	l.text = prose.NewReader(l.src, l.surveys, Locale(all.Language))
	l.text.Withheld = l.withheld
	l.audience = a
	l.read(e.root, e.dir)
	if len(l.src.Problems) > 0 {
		return nil, l.src.Problems.Sorted()
	}
	if l.report.Edition == nil {
		return nil, all.noEdition(a)
	}
	return l.report, nil
}

// noEdition says which groups there are in place of one that there is not.
func (r *Report) noEdition(a Audience) error {
	all, err := r.Editions(a.By)
	if err != nil {
		return err
	}
	m := &MissingError{What: "group", Name: a.Group}
	for _, e := range all {
		m.Have = append(m.Have, e.Label)
	}
	m.Nearest = source.Nearest(a.Group, m.Have)
	return m
}

// plain is what a report has unless it says otherwise.
func plain() Plan { return Plan{Contents: true, Openers: true, FigureNumbers: true} }

// newLoader begins to load a report, and gives its folder.
func newLoader(fsys fs.FS, year int, name string, how how, printers ...Printer) (*loader, string, error) {
	fsys = source.Composed(fsys)
	name, err := find(fsys, year, name)
	if err != nil {
		return nil, "", err
	}
	l := &loader{report: &Report{Year: year, Name: name, Plan: plain()}, ids: map[string]*source.Node{}}
	l.begin(fsys, how, printers)
	return l, fmt.Sprintf("%d/%s", year, name), nil
}
