package content

import (
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strconv"
	"strings"

	"rapport/content/prose"
	"rapport/content/source"
	"rapport/content/survey"
)

// MissingError says that a year or a report is not in the content folder, and what is.
type MissingError struct {
	What    string   // "year", "report" or "folder"
	Name    string   // what was asked for
	Have    []string // what there is, in order
	Nearest string   // the one probably meant, "" when nothing is near
	Note    string   // more to say, "" mostly
}

// Error is one sentence or two.
func (e *MissingError) Error() string {
	s := fmt.Sprintf("no %s %s", e.What, e.Name)
	if e.Note != "" {
		s += " (" + e.Note + ")"
	}
	if len(e.Have) == 0 {
		return s + "; there is none at all"
	}
	s += "; there is " + strings.Join(e.Have, ", ")
	if e.Nearest != "" && len(e.Have) > 1 {
		s += fmt.Sprintf(" (did you mean %s?)", e.Nearest)
	}
	return s
}

// Years are the years that have a folder, in order.
func Years(fsys fs.FS) ([]int, error) {
	entries, err := fs.ReadDir(fsys, ".")
	if err != nil {
		return nil, fmt.Errorf("reading the content folder: %w", err)
	}
	var years []int
	for _, e := range entries {
		if year, err := strconv.Atoi(e.Name()); err == nil && len(e.Name()) == 4 && year >= 1000 &&
			isDir(fsys, e.Name()) {
			years = append(years, year)
		}
	}
	slices.Sort(years)
	return years, nil
}

func isDir(fsys fs.FS, name string) bool {
	info, err := fs.Stat(fsys, name)
	return err == nil && info.IsDir()
}

// folders are the folders of a year, with the year: "2021/trivselsundersokelsen".
func folders(fsys fs.FS, year int) []string {
	dir := strconv.Itoa(year)
	entries, _ := fs.ReadDir(fsys, dir)
	var out []string
	for _, e := range entries {
		if name := path.Join(dir, e.Name()); isDir(fsys, name) {
			out = append(out, name)
		}
	}
	return out
}

// Reports are the folders of a year that hold a [report], in order of their names. A folder counts
// as soon as one of its files has a line [report], so that a report with broken TOML, or a file
// that lost its ending, is still found and its problems are told. A year without a folder is a
// MissingError.
func Reports(fsys fs.FS, year int) ([]string, error) {
	fsys = source.Composed(fsys)
	if err := needYear(fsys, year); err != nil {
		return nil, err
	}
	var names []string
	for _, dir := range folders(fsys, year) {
		if hasHeader(fsys, dir, "report") {
			names = append(names, path.Base(dir))
		}
	}
	if lost := lostLinks(fsys, strconv.Itoa(year)); len(lost) > 0 {
		return nil, &MissingError{What: "folder", Name: lost[0], Have: names, Note: lostLink}
	}
	return names, nil
}

// lostLink is what is said of a link that cannot be followed.
const lostLink = "it is a link that leads nowhere or out of the content folder; " +
	"put a copy of the folder in its place"

// lostLinks are the links of a folder that lead nowhere or out of the content folder, hidden ones
// left out.
func lostLinks(fsys fs.FS, dir string) []string {
	entries, _ := fs.ReadDir(fsys, dir)
	var lost []string
	for _, e := range entries {
		name := path.Join(dir, e.Name())
		if e.Type()&fs.ModeSymlink == 0 || strings.HasPrefix(e.Name(), ".") {
			continue
		}
		if _, err := fs.Stat(fsys, name); err != nil {
			lost = append(lost, name)
		}
	}
	return lost
}

// needYear is an error when a year has no folder.
func needYear(fsys fs.FS, year int) error {
	years, err := Years(fsys)
	if err != nil {
		return err
	}
	if slices.Contains(years, year) {
		return nil
	}
	missing := &MissingError{What: "year", Name: strconv.Itoa(year)}
	if slices.Contains(lostLinks(fsys, "."), missing.Name) {
		missing.Note = lostLink
	}
	nearest, least := 0, 0
	for _, y := range years {
		missing.Have = append(missing.Have, strconv.Itoa(y))
		if gap := max(y-year, year-y); nearest == 0 || gap <= least {
			nearest, least = y, gap
		}
	}
	if nearest != 0 {
		missing.Nearest = strconv.Itoa(nearest)
	}
	return missing
}

// hasHeader says whether a file of a folder has a line [name], or a table of that name in another
// form.
func hasHeader(fsys fs.FS, dir, name string) bool {
	files := source.Candidates(fsys, dir)
	return slices.ContainsFunc(files, func(file string) bool {
		return source.Peek(fsys, file, name).Child(name) != nil
	})
}

// LoadSurvey reads the survey of a folder by itself, "2021/trivselsundersokelsen", nil when there is
// none in it. Counts that are still an earlier year's are no problem. The error is Problems.
func LoadSurvey(fsys fs.FS, dir string) (*Survey, error) {
	l := &loader{src: source.NewReader(fsys)}
	l.surveys = survey.NewReader(l.src)
	l.surveys.Uncounted = true
	if root := l.src.Folder(dir); root != nil {
		l.surveys.Use(root)
	}
	l.findCompared()
	l.surveys.Link()
	if len(l.src.Problems) > 0 {
		return nil, l.src.Problems.Sorted()
	}
	if used := l.surveys.Used(); len(used) == 1 {
		return used[0], nil
	}
	return nil, nil
}

// Surveys are the folders that hold a [survey], of all years: "2021/trivselsundersokelsen", each with
// the id of its survey.
func Surveys(fsys fs.FS) (ids map[string]string, err error) {
	fsys = source.Composed(fsys)
	years, err := Years(fsys)
	ids = map[string]string{}
	for _, year := range years {
		for _, dir := range folders(fsys, year) {
			for _, file := range source.Candidates(fsys, dir) {
				if s := source.Peek(fsys, file, "survey").Child("survey"); s != nil {
					ids[dir] = ""
					if id := s.Child("id"); id != nil {
						ids[dir] = id.Unquoted()
					}
				}
			}
		}
	}
	return ids, err
}

// loader is a report on its way in.
type loader struct {
	src *source.Reader

	surveys *survey.Reader
	text    *prose.Reader // bokmål while the language is not known
	report  *Report
	ids     map[string]*source.Node // chapters and topics

	listed *source.Node // the block that lists them

	findings []*source.Table // main findings, in order

	audience Audience // the group that the report is for
	withheld Withheld // of the surveys, before the report is read

	sign func(rune) bool // whether it can be printed; nil for all
}

// Printer is what loading asks of whoever prints, so that all that cannot be printed is told with
// its place, together with all other mistakes. A nil function means that everything can be.
type Printer struct {
	// Sign says whether a character can be printed.
	Sign func(r rune) bool
	// Drawing reads an SVG, and tells what is drawn in another way than it asks for.
	Drawing func(data []byte) (notes []string, err error)
}

// Load reads the report in the folder of that name in a year, with the surveys that it uses, checks
// all of it and computes its numbers. Names in fsys begin at the content folder. The error is a
// MissingError when there is no such year or report, Problems when the content is wrong, with every
// mistake in every file; the report is nil then. Whoever prints may be asked what it can.
func Load(fsys fs.FS, year int, name string, printers ...Printer) (*Report, error) {
	return load(fsys, year, name, how{}, printers...)
}

// LoadUncounted is Load of a report that is being written anew: counts that are still an earlier
// year's (counted, in a survey) are no problem. It is for reading what the report says, not for
// printing its numbers.
func LoadUncounted(fsys fs.FS, year int, name string, printers ...Printer) (*Report, error) {
	return load(fsys, year, name, how{uncounted: true}, printers...)
}

// how is how a report is loaded.
type how struct {
	uncounted bool             // counts of an earlier year are taken as they are
	asked     func(source.Ask) // is told of each key that is asked for; nil mostly
}

func load(fsys fs.FS, year int, name string, how how, printers ...Printer) (*Report, error) {
	l, dir, err := newLoader(fsys, year, name, how, printers...)
	if err != nil {
		return nil, err
	}
	l.load(dir)
	if len(l.src.Problems) > 0 {
		return nil, l.src.Problems.Sorted()
	}
	return l.report, nil
}

// begin makes the readers.
func (l *loader) begin(fsys fs.FS, how how, printers []Printer) {
	l.src = source.NewReader(fsys)
	l.src.Asked = how.asked
	for _, p := range printers {
		l.src.Drawing, l.sign = p.Drawing, p.Sign
	}
	l.surveys = survey.NewReader(l.src)
	l.surveys.Uncounted = how.uncounted
	l.text = prose.NewReader(l.src, l.surveys, "nb")
}

// find is the name of a report as it is listed. The other folders of the year are looked into only
// when there is none of that very name, so that many reports of a year can be loaded one by one.
func find(fsys fs.FS, year int, name string) (string, error) {
	dir := strconv.Itoa(year)
	for _, listed := range folders(fsys, year) {
		if path.Base(listed) == name && hasHeader(fsys, listed, "report") &&
			len(lostLinks(fsys, dir)) == 0 {
			return name, nil
		}
	}
	names, err := Reports(fsys, year)
	if err != nil {
		return "", err
	}
	if k := slices.IndexFunc(names, func(n string) bool { return source.Same(n, name) }); k >= 0 {
		return names[k], nil
	}
	missing := &MissingError{What: "report", Name: fmt.Sprintf("%d/%s", year, name),
		Nearest: source.Nearest(name, names)}
	for _, n := range names {
		missing.Have = append(missing.Have, fmt.Sprintf("%d/%s", year, n))
	}
	if dir := fmt.Sprintf("%d/%s", year, name); fs.ValidPath(dir) &&
		hasHeader(fsys, dir, "survey") {
		missing.Note = "the folder holds a survey only"
	}
	return "", missing
}

// load reads in the order in which things depend on each other: surveys, then their figures'
// relations, then the text that quotes them, then references.
func (l *loader) load(dir string) {
	if root := l.prepare(dir); root != nil {
		l.read(root, dir)
	}
}

// prepare reads the surveys of a report, and decides what of them is published; nil when there is no
// report.
func (l *loader) prepare(dir string) *source.Node {
	l.src.Language = languageOf(l.src.FS, dir)
	root := l.src.Folder(dir)
	if root == nil {
		return nil
	}
	l.readHead(root, dir)
	l.report.Surveys = l.surveys.Used()
	l.findCompared()
	l.surveys.Link()
	l.readPrivacy(root)
	l.withheld = l.report.written.withheld
	return root
}

// read reads the report.
func (l *loader) read(root *source.Node, dir string) {
	l.speakTo()
	l.readReport(root)
	l.checkReferences()
	l.report.number()
	l.untold()
	l.resolve()
	l.leftovers(dir)
	l.told(nil)
	l.settle()
	l.signs()
}

// signs warns of characters that cannot be printed, and takes over all that the reader of files has
// to tell.
func (l *loader) signs() {
	if l.sign != nil {
		l.src.Signs(l.sign)
	}
	l.drawn(nil)
}

// drawn takes over what has been told of the pictures of a block, or of none.
func (l *loader) drawn(b *Block) {
	for _, p := range l.src.Warnings {
		l.addWarning(Warning{Problem: p, Block: b, Printed: true})
	}
	l.src.Warnings = nil
}

// Language is the language of a report of a year, or of the first that has one, before its files have
// been read; "" when none says one.
func Language(fsys fs.FS, year int, name string) string {
	fsys = source.Composed(fsys)
	for _, dir := range folders(fsys, year) {
		if name != "" && path.Base(dir) != name {
			continue
		}
		if language := languageOf(fsys, dir); language != "" {
			return language
		}
	}
	return ""
}

// languageOf is the language of a report before its files have been read.
func languageOf(fsys fs.FS, dir string) string {
	files, _ := source.Files(fsys, dir)
	for _, file := range files {
		n := source.Peek(fsys, file, "language").Child("report").Child("language")
		if n != nil {
			return n.Unquoted()
		}
	}
	return ""
}

// leftovers reports keys at the top of survey folders that nothing reads. own is the report's
// folder.
func (l *loader) leftovers(own string) {
	dirs := make([]string, 0, len(l.src.Folders))
	for dir := range l.src.Folders {
		dirs = append(dirs, dir)
	}
	slices.Sort(dirs)
	for _, dir := range dirs {
		root := l.src.Folders[dir]
		if root == nil || dir == own || root.Child("report") != nil {
			continue
		}
		t := l.src.Table(root)
		t.Leave("survey", "figure", "breakdown", "tiles")
		t.Done()
	}
}

// findCompared loads surveys that figures are compared with and that the report does not name, and
// those that these are compared with. A survey's files say which earlier figure is comparable whether
// or not a report uses the earlier year.
func (l *loader) findCompared() {
	sought := map[string]bool{}
	for more := true; more; {
		more = false
		for _, id := range l.surveys.ComparedIDs() {
			if !sought[id] && !l.surveys.Knows(id) && !l.src.Incomplete {
				sought[id], more = true, true
				l.searchSurvey(id)
			}
		}
	}
}

// searchSurvey looks for the folder of a survey by its id, in all years.
func (l *loader) searchSurvey(id string) {
	for _, dir := range l.surveyFolders() {
		if _, done := l.src.Folders[dir]; done || !mentions(l.src.FS, dir, id) {
			continue
		}
		root := l.src.Folder(dir)
		if root == nil || root.Child("survey") == nil {
			continue
		}
		if s := l.surveys.Read(root); s != nil && s.ID == id {
			return
		}
	}
}

// mentions says whether a folder may define a survey of that id.
func mentions(fsys fs.FS, dir, id string) bool {
	files, _ := source.Files(fsys, dir)
	return slices.ContainsFunc(files, func(file string) bool {
		n := source.Peek(fsys, file, id).Child("survey").Child("id")
		return n != nil && n.Unquoted() == id
	})
}

// readPrivacy reads the minimum of the report and of its figures, and decides what is withheld.
func (l *loader) readPrivacy(root *source.Node) {
	common := 0
	if t := l.src.Table(root).Table("privacy", source.Optional); t != nil {
		common = t.Count("minimum", source.Required)
		t.Done()
	}
	l.report.written.withheld = l.surveys.Withhold(common)
	l.text.Withheld = l.report.written.withheld
	l.told(nil)
}
