package main

import (
	"errors"
	"io/fs"
	"os"
	"path"
	"slices"
	"strconv"
	"strings"

	"rapport/content/intake"
	"rapport/content/intake/renew"
	"rapport/content/source"
)

// surveyFile is a file of a survey's folder that an import writes.
type surveyFile struct {
	name string // in the content folder
	old  []byte // as it is on disk, nil when there is none
	text []byte
}

// parting is a file of the folder beside survey.toml that breaks questions down.
type parting struct {
	name string
	root *source.Node
	text []byte
}

// partings are the files of a survey's folder, other than survey.toml, that have breakdowns.
func (i *importing) partings(r *source.Reader, fsys fs.FS, dir string) (out []parting, err error) {
	names, _ := source.Files(fsys, dir)
	for _, name := range names {
		if base := path.Base(name); base == "survey.toml" || base == source.Import {
			continue
		}
		root := r.File(name)
		if root == nil || root.Child("breakdown") == nil {
			continue
		}
		text, err := fs.ReadFile(fsys, name)
		if err != nil {
			return nil, err
		}
		out = append(out, parting{name, root, text})
	}
	return out, nil
}

// asked are the questions by which answers are counted within groups: those that --by names, and
// those by which files do already.
func (i *importing) asked(s *intake.Survey, e there) (asked, all []*intake.Question, err error) {
	for _, name := range i.by {
		q := s.Named(name)
		if q == nil || !q.Groups() {
			var ids []string
			for _, q := range s.Questions {
				if q.Groups() {
					ids = append(ids, q.ID)
				}
			}
			return nil, nil, errors.New(i.say("no groups", name, strings.Join(ids, ", ")))
		}
		if !slices.Contains(asked, q) {
			asked = append(asked, q)
		}
	}
	all = slices.Clone(asked)
	known := e.bys()
	for _, q := range s.Questions {
		if slices.Contains(known, q.ID) && !slices.Contains(all, q) && q.Groups() {
			all = append(all, q)
		}
	}
	return asked, all, nil
}

// bys are the questions by which the files of the folder break others down.
func (e there) bys() (ids []string) {
	if e.root != nil {
		ids = renew.Bys(e.root)
	}
	for _, p := range e.partings {
		ids = append(ids, renew.Bys(p.root)...)
	}
	return ids
}

// within are the files that break questions down, with the counts of an export, and the new ones: one
// for each question that --by names, unless its breakdowns are in another file already.
func (i *importing) within(s *intake.Survey, e there, dir string) (files []surveyFile, changes []renew.Change,
	inSurvey []intake.Breakdown, err error) {
	asked, all, err := i.asked(s, e)
	if err != nil {
		return nil, nil, nil, err
	}
	var counted []intake.Breakdown
	add := map[string][]intake.Breakdown{} // by file
	for _, by := range all {
		within := s.Within(by)
		counted = append(counted, within...)
		if slices.Contains(asked, by) {
			name := path.Join(dir, "by-"+by.ID+".toml")
			for _, b := range within {
				if !e.has(b) {
					add[name] = append(add[name], b)
				}
			}
		}
	}
	for _, p := range e.partings {
		text, done := renew.UpdateWithin(p.text, p.root, counted, add[p.name])
		changes = append(changes, done...)
		files = append(files, surveyFile{p.name, p.text, text})
		delete(add, p.name)
	}
	for _, by := range asked {
		name := path.Join(dir, "by-"+by.ID+".toml")
		if len(add[name]) == 0 {
			continue
		}
		if isFile(os.DirFS(i.content), name) {
			return nil, nil, nil, errors.New(i.say("other file", name))
		}
		top := i.say("within", by.ID, by.ID)
		files = append(files, surveyFile{name: name, text: renew.Within(add[name], []string{top, i.say("small")})})
		changes = append(changes, renew.Change{What: renew.NewWithin, Figure: by.ID})
	}
	return files, changes, counted, nil
}

// has says whether a file of the folder breaks down a question by another.
func (e there) has(b intake.Breakdown) bool {
	if e.root != nil && renew.Has(e.root, b.Of, b.By) {
		return true
	}
	return slices.ContainsFunc(e.partings, func(p parting) bool { return renew.Has(p.root, b.Of, b.By) })
}

// folderOf is a survey's folder in the content folder.
func folderOf(year int, name string) string { return path.Join(strconv.Itoa(year), name) }
