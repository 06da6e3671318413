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

// plan is what is to be made of what.
type plan struct {
	fsys     fs.FS
	from, to int
	reports  []*oldReport
	making   []*making                  // in the order of their places
	surveys  map[string]*survey         // by folder
	there    map[string]string          // folders that would be made and are there already, and of what
	waiting  []string                   // surveys that have no counts of their own year yet, and no report
	taken    map[string]bool            // ids of surveys
	next     map[string]*content.Survey // those that are there, by folder, once they are read
	printers []content.Printer
}

// oldReport is a report that a new one is made from.
type oldReport struct {
	dir     string
	read    *content.Report
	surveys []*survey
	keep    bool // surveys that have no new one stay as they are
}

// survey is one that a new one may be made from.
type survey struct {
	dir  string
	read *content.Survey
	made *making // nil when none is made
	id   string  // of the new one
}

// making is a folder that is made of another.
type making struct {
	from, to string
	only     bool // its survey alone is taken, not the report beside it
	report   *oldReport
	survey   *survey
}

func (p *plan) step() int { return p.to - p.from }

// moved is the folder that another becomes: its year moves, and its name when that bears the year.
func (p *plan) moved(dir string) string {
	year, name, _ := strings.Cut(dir, "/")
	y, err := strconv.Atoi(year)
	if err != nil {
		return dir
	}
	return fmt.Sprintf("%d/%s", y+p.step(), yearMoved(name, y, y+p.step()))
}

// newPlan reads the year's reports and surveys and says what is to be made of them. The error is
// content.Problems when one of them is wrong.
func newPlan(fsys fs.FS, from, to int, printers []content.Printer) (*plan, error) {
	p := &plan{fsys: fsys, from: from, to: to, surveys: map[string]*survey{},
		there: map[string]string{}, taken: map[string]bool{}, next: map[string]*content.Survey{},
		printers: printers}
	names, err := content.Reports(fsys, from)
	if err != nil {
		return nil, err
	}
	all, err := content.Surveys(fsys)
	if err != nil {
		return nil, err
	}
	for _, id := range all {
		p.taken[id] = true
	}
	var wrong content.Problems
	for _, name := range names {
		if err := p.addReport(name); !gather(&wrong, err) {
			return nil, err
		}
	}
	for dir := range all {
		if strings.HasPrefix(dir, strconv.Itoa(from)+"/") && p.surveys[dir] == nil {
			if err := p.addSurvey(dir); !gather(&wrong, err) {
				return nil, err
			}
		}
	}
	if len(wrong) > 0 {
		return nil, wrong.Sorted()
	}
	p.make()
	return p, nil
}

// gather keeps problems and says whether the error was none other.
func gather(all *content.Problems, err error) bool {
	problems, ok := err.(content.Problems)
	*all = append(*all, problems...)
	return ok || err == nil
}

func (p *plan) addReport(name string) error {
	r, err := content.LoadUncounted(p.fsys, p.from, name, p.printers...)
	if err != nil {
		return err
	}
	old := &oldReport{dir: fmt.Sprintf("%d/%s", p.from, name), read: r}
	for _, s := range r.Surveys {
		dir := path.Dir(s.Pos.File)
		if p.surveys[dir] == nil {
			p.surveys[dir] = &survey{dir: dir, read: s}
		}
		old.surveys = append(old.surveys, p.surveys[dir])
	}
	p.reports = append(p.reports, old)
	return nil
}

func (p *plan) addSurvey(dir string) error {
	s, err := content.LoadSurvey(p.fsys, dir)
	if err == nil && s != nil {
		p.surveys[dir] = &survey{dir: dir, read: s}
	}
	return err
}

// make decides which folders are made: those of the year, and the surveys of other years that its
// reports use, unless a survey is there that stands for theirs.
func (p *plan) make() {
	for _, r := range p.reports {
		p.begin(&making{from: r.dir, report: r, survey: p.surveys[r.dir]})
	}
	for _, dir := range slices.Sorted(maps.Keys(p.surveys)) {
		s := p.surveys[dir]
		own := strings.HasPrefix(dir, strconv.Itoa(p.from)+"/")
		if p.begun(dir) || !own && p.compared(s) != nil && !p.exists(p.moved(dir)) {
			continue
		}
		if own && s.read.Counted != s.read.Year && !p.used(s) {
			p.waiting = append(p.waiting, dir)
			continue
		}
		p.begin(&making{from: dir, survey: s, only: !own})
	}
	slices.SortFunc(p.making, func(a, b *making) int { return strings.Compare(a.to, b.to) })
	for _, m := range p.making {
		if s := m.survey; s != nil {
			s.made, s.id = m, p.newID(s)
		}
	}
}

// used says whether a report of the year uses a survey.
func (p *plan) used(s *survey) bool {
	return slices.ContainsFunc(p.reports,
		func(r *oldReport) bool { return slices.Contains(r.surveys, s) })
}

func (p *plan) begun(dir string) bool {
	return p.there[p.moved(dir)] != "" ||
		slices.ContainsFunc(p.making, func(m *making) bool { return m.from == dir })
}

// begin makes a folder, unless it is there.
func (p *plan) begin(m *making) {
	if m.to = p.moved(m.from); p.exists(m.to) {
		p.there[m.to] = m.from
		return
	}
	p.making = append(p.making, m)
}

func (p *plan) exists(dir string) bool {
	_, err := fs.Stat(p.fsys, dir)
	return err == nil
}

// compared is the survey of a later year, used beside this one in a report of the year, whose
// questions are compared with this one's; nil when there is none.
func (p *plan) compared(s *survey) *survey {
	for _, r := range p.reports {
		if !slices.Contains(r.surveys, s) {
			continue
		}
		for _, later := range r.surveys {
			for _, f := range later.read.Figures {
				if f.Compare != nil && path.Dir(f.Compare.Survey.Pos.File) == s.dir {
					return later
				}
			}
		}
	}
	return nil
}

// newID is the id of the survey that is made of another: its year moves, and one without a year gets
// one. It is no other survey's.
func (p *plan) newID(s *survey) string {
	base := idMoved(s.read.ID, s.read.Year, s.read.Year+p.step())
	id := base
	for n := 2; p.taken[id]; n++ {
		id = fmt.Sprintf("%s_%d", base, n)
	}
	p.taken[id] = true
	return id
}

// successors are what stands in a new report for the surveys of the old one, by id.
func (p *plan) successors(r *oldReport) map[string]*successor {
	all := map[string]*successor{}
	for _, s := range r.surveys {
		next := &successor{old: s}
		all[s.read.ID] = next
		switch other := p.standing(s); {
		case s.made != nil:
			next.id, next.dir, next.year = s.id, s.made.to, s.read.Year+p.step()
		case other == nil || r.keep:
			next.kept = true
		default:
			next.id, next.dir, next.year, next.of = other.ID, path.Dir(other.Pos.File), other.Year, other
		}
	}
	return all
}

// standing is the survey that is there already and stands for another a step later, nil when none
// does.
func (p *plan) standing(s *survey) *content.Survey {
	if dir := p.moved(s.dir); p.there[dir] != "" {
		if _, read := p.next[dir]; !read {
			p.next[dir] = nil
			if next, err := content.LoadSurvey(p.fsys, dir); err == nil && next != nil &&
				next.ID != s.read.ID {
				p.next[dir] = next
			}
		}
		return p.next[dir]
	}
	if later := p.compared(s); later != nil {
		return later.read
	}
	return nil
}

// successor is what stands in a new report for a survey of the old one.
type successor struct {
	old  *survey
	id   string
	dir  string
	year int
	of   *content.Survey // nil when it is made, with all questions
	kept bool            // something of the old one stays in the report
}

// figure is the reference that stands for one to a question of the old survey, by the question's
// name; it is not ok when that stays.
func (s *successor) figure(name string) (ref string, ok bool) {
	switch {
	case s.id == "":
		return "", false
	case s.of == nil || name == "*":
		return s.id + "." + name, true
	}
	old := s.old.read.Figure(name)
	if old == nil {
		return "", false
	}
	for _, f := range s.of.Figures {
		if (f.Compare == old || f.ID == name) && stands(f, old) {
			return s.id + "." + f.ID, true
		}
	}
	s.kept = true
	return "", false
}

// survey is the id that stands for the old survey's; it is not ok when that stays.
func (s *successor) survey() (id string, ok bool) {
	if s.id == "" {
		return "", false
	}
	if s.of != nil && (s.of.Invited == 0 && s.old.read.Invited > 0 ||
		s.of.Period == "" && s.old.read.Period != "") {
		s.kept = true
		return "", false
	}
	return s.id, true
}

// stands says whether all that may be said of a question can be said of another: it has the kind, the
// answers and what the answers are compared with.
func stands(f, old *content.Figure) bool {
	if f.Kind != old.Kind || f.Title == "" && old.Title != "" || f.N == 0 && old.N > 0 {
		return false
	}
	for i, a := range old.Answers {
		k, ok := f.ByLabel(a.Label)
		if short, is := f.ByLabel(a.Short); !ok || !is || short != k {
			return false
		}
		if _, before := old.Earlier(i); before {
			if _, now := f.Earlier(k); !now {
				return false
			}
		}
	}
	return true
}

// files are the .toml files of a folder, in order.
func (p *plan) files(dir string) []string {
	files, _ := source.Files(p.fsys, dir)
	return files
}
