package survey

import (
	"strings"

	"rapport/content/source"
)

// Reader reads the surveys of one report. Problems go to the source reader, all of them, and places
// are kept until the report is read.
type Reader struct {
	source *source.Reader
	byID   map[string]*Survey
	used   []*Survey                 // those of the report, in its order
	tables map[*Figure]*source.Table // the table that a figure was read from

	// Uncounted takes counts that are still an earlier year's as they are, and tells of none.
	Uncounted bool

	// unsure holds surveys and figures with a mistake that makes checks of their numbers pointless:
	// the mistake is told, what follows from it is not.
	unsure map[any]bool

	breakdowns map[*Breakdown]*breakdownTable

	audience struct{ by, group string } // "in group": of the edition that is read, "" for everyone

	linked map[*Figure]bool // of surveys that the report does not name: those followed farther back

	warnings []source.Problem
}

// warn tells of something that is shown in another way than the author asked for.
func (r *Reader) warn(n *source.Node, at source.Span, text, hint string) {
	r.warnings = append(r.warnings, n.Problem(at, text, hint))
}

// Warnings are what the reader has told since they were last asked for: what is shown in another
// way than the author asked for.
func (r *Reader) Warnings() []source.Problem {
	all := r.warnings
	r.warnings = nil
	return all
}

// NewReader reads surveys from files that src reads.
func NewReader(src *source.Reader) *Reader {
	return &Reader{source: src, byID: map[string]*Survey{}, tables: map[*Figure]*source.Table{},
		unsure: map[any]bool{}, linked: map[*Figure]bool{},
		breakdowns: map[*Breakdown]*breakdownTable{}}
}

// Use reads the survey of a folder as one of the report's.
func (r *Reader) Use(root *source.Node) {
	if s := r.Read(root); s != nil {
		r.used = append(r.used, s)
	}
}

// For says for which group an edition is: what is "in group". by is the id of the question that makes
// the groups.
func (r *Reader) For(by, group string) { r.audience.by, r.audience.group = by, group }

// Used are the surveys of the report, in the order in which they were read.
func (r *Reader) Used() []*Survey { return r.used }

// ComparedIDs are the ids of the surveys that figures of the report are compared with, and of those
// that these go on to, as far as they have been read; as often as they are named.
func (r *Reader) ComparedIDs() []string {
	var ids []string
	for _, s := range r.used {
		for _, f := range s.Figures {
			ids = append(ids, r.comparedIDs(f)...)
		}
	}
	return ids
}

// comparedIDs follows a figure back through the surveys that have been read.
func (r *Reader) comparedIDs(f *Figure) (ids []string) {
	seen := map[*Figure]bool{}
	for f != nil && !seen[f] {
		seen[f] = true
		id, name := r.compares(f)
		if id == "" {
			return ids
		}
		ids = append(ids, id)
		s := r.byID[id]
		if s == nil {
			return ids
		}
		f = s.Figure(name)
	}
	return ids
}

// compares is the survey and the figure that a figure is said to be comparable with; "" where it
// says nothing.
func (r *Reader) compares(f *Figure) (survey, figure string) {
	n := r.tables[f].Node.Child("compare")
	if n == nil {
		return "", ""
	}
	survey, figure, ok := strings.Cut(n.Text(), ".")
	if !ok {
		return "", ""
	}
	return survey, figure
}

// Knows says whether a survey of that id was read.
func (r *Reader) Knows(id string) bool { return r.byID[id] != nil }

// Unsure says whether the numbers of a survey are wrong in a way that has been told.
func (r *Reader) Unsure(s *Survey) bool { return r.unsure[s] }
