package renewal

import (
	"fmt"
	"io/fs"
	"maps"
	"path"
	"slices"
	"strconv"
	"strings"

	"rapport/content"
	"rapport/content/source"
)

// Folder is a folder that is to be written.
type Folder struct {
	From, To string // below the content folder
	Survey   bool   // it has a survey
	Report   bool   // it has a report
	Files    []File
	LeftOut  []string // files that stay behind: exports of answers are last year's
}

// File is a file of a folder, by its name below the content folder.
type File struct {
	Name string
	Data []byte
}

// Renewal is what comes of a year.
type Renewal struct {
	Made  []Folder // by place
	There []string // folders that would have been made of the year's, and are there already
	// Stands are surveys of other years that are there already and stand in the new reports where
	// those that they are named by stood.
	Stands map[string]string
	// Waiting are surveys of the year, used by no report, whose counts are still an earlier year's: none
	// is made of them.
	Waiting  []string
	Marked   int       // questions whose counts are still those they had
	Passages []Passage // to be read again, by place
	// Problems are what has to be put right before the reports can be built, but for the marks.
	Problems content.Problems
}

// Next makes the folders of a year's surveys and reports anew for a later year. fsys is the content
// folder; nothing is written. The error is a content.MissingError when there is no such year,
// content.Problems when it has mistakes.
func Next(fsys fs.FS, from, to int, printers ...content.Printer) (*Renewal, error) {
	fsys = source.Composed(fsys)
	p, err := newPlan(fsys, from, to, printers)
	if err != nil {
		return nil, err
	}
	out := &Renewal{Stands: map[string]string{}, Waiting: p.waiting}
	for _, dir := range slices.Sorted(maps.Keys(p.there)) {
		if strings.HasPrefix(p.there[dir], strconv.Itoa(from)+"/") {
			out.There = append(out.There, dir)
		} else {
			out.Stands[p.there[dir]] = dir
		}
	}
	for _, m := range p.making {
		folder, err := p.folder(m)
		if err != nil {
			return nil, err
		}
		out.Made = append(out.Made, folder)
		if m.survey != nil {
			out.Marked += len(m.survey.read.Figures)
		}
	}
	if err := p.settle(out); err != nil {
		return nil, err
	}
	return out, nil
}

// settle loads the new reports among what is there, and lists what is to be read again. A report
// that does not load, because a survey that is there lacks something of the one it stands for, is made
// again with the survey that it had.
func (p *plan) settle(out *Renewal) error {
	for i, m := range p.making {
		if m.report == nil {
			continue
		}
		r, err := p.load(out, m)
		if problems, ok := err.(content.Problems); ok && len(problems) > 0 && !m.report.keep {
			m.report.keep = true
			if out.Made[i], err = p.folder(m); err != nil {
				return err
			}
			r, err = p.load(out, m)
		}
		if !gather(&out.Problems, err) {
			return err
		}
		if r != nil {
			out.Passages = append(out.Passages, statements(r, m.to)...)
		}
	}
	for _, folder := range out.Made {
		out.Passages = append(out.Passages, folder.years()...)
	}
	out.Passages = merged(out.Passages)
	out.Problems = out.Problems.Sorted()
	return nil
}

func (p *plan) load(out *Renewal, m *making) (*content.Report, error) {
	over := overlay{base: p.fsys, files: map[string][]byte{}}
	for _, folder := range out.Made {
		for _, f := range folder.Files {
			over.files[f.Name] = f.Data
		}
	}
	year, name, _ := strings.Cut(m.to, "/")
	y, err := strconv.Atoi(year)
	if err != nil {
		return nil, fmt.Errorf("%s is in no year: %w", m.to, err)
	}
	return content.LoadUncounted(over, y, name, p.printers...)
}

// folder is a folder with its files renewed.
func (p *plan) folder(m *making) (Folder, error) {
	out := Folder{From: m.from, To: m.to, Survey: m.survey != nil, Report: m.report != nil}
	read := p.files(m.from)
	drafts := map[string]*source.Draft{}
	for _, file := range read {
		data, err := fs.ReadFile(p.fsys, file)
		if err != nil {
			return out, err
		}
		drafts[file] = source.NewDraft(file, data)
	}
	p.renew(m, drafts)
	err := fs.WalkDir(p.fsys, m.from, func(name string, e fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case name != m.from && passing(path.Base(name)):
			if e.IsDir() {
				return fs.SkipDir
			}
			return nil
		case e.IsDir():
			return nil
		}
		to := path.Join(m.to, strings.TrimPrefix(name, m.from))
		d := drafts[name]
		switch {
		case d != nil && m.only && d.Root.Child("survey") == nil && d.Root.Child("figure") == nil:
			return nil
		case d != nil:
			out.Files = append(out.Files, File{to, d.Bytes()})
			return nil
		case isExport(name):
			out.LeftOut = append(out.LeftOut, name)
			return nil
		case m.only:
			return nil
		}
		data, err := fs.ReadFile(p.fsys, name)
		out.Files = append(out.Files, File{to, data})
		return err
	})
	return out, err
}

// renew changes the files of a folder: the report's list of surveys last, when it is known which stay.
func (p *plan) renew(m *making, drafts map[string]*source.Draft) {
	var next map[string]*successor
	if m.report != nil {
		next = p.successors(m.report)
	}
	for _, d := range drafts {
		if m.survey != nil {
			p.renewSurvey(d, m.survey)
		}
		if m.report != nil {
			p.renewReport(d, m.report, next)
		}
		if m.only {
			for _, n := range d.Root.Children {
				if n.Name != "survey" && n.Name != "figure" {
					d.Remove(n)
				}
			}
		}
	}
	for _, d := range drafts {
		if m.report != nil {
			p.renewList(d, m.report, next)
		}
	}
}

// passing says whether a name is that of a hidden file, or of one that is not meant to stay.
func passing(name string) bool {
	return strings.HasPrefix(name, ".") || strings.HasPrefix(name, "~") ||
		strings.HasPrefix(name, "#") || strings.HasSuffix(name, "~")
}

// isExport says whether a file may hold what people answered.
func isExport(name string) bool {
	switch strings.ToLower(path.Ext(name)) {
	case ".csv", ".tsv", ".xlsx", ".xls", ".ods", ".sav", ".zsav", ".por", ".dta", ".rds", ".zip":
		return true
	}
	return false
}
