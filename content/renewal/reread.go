package renewal

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"rapport/content"
	"rapport/content/check"
	"rapport/content/prose"
	"rapport/content/source"
)

// Passage is a line of a new file that is to be read again.
type Passage struct {
	Pos   content.Pos // of the first of the words
	Words []string    // what may no longer hold, in order
}

// statements are what a new report says in its texts that may no longer hold.
func statements(r *content.Report, dir string) []Passage {
	var out []Passage
	for _, s := range check.Statements(r) {
		if strings.HasPrefix(s.Pos.File, dir+"/") {
			out = append(out, Passage{s.Pos, []string{s.Words}})
		}
	}
	return out
}

// years are the texts and names of a folder's files in which a year stands.
func (f Folder) years() []Passage {
	var out []Passage
	for _, file := range f.Files {
		if strings.HasSuffix(file.Name, ".toml") {
			yearsOfNode(&out, source.NewDraft(file.Name, file.Data).Root)
		}
	}
	return out
}

// timeless are the keys whose texts are names for the program, or say of something else when it was.
var timeless = []string{"id", "compare", "survey", "surveys", "figure", "figures", "ring", "table",
	"image", "reference", "allow"}

func yearsOfNode(out *[]Passage, n *source.Node) {
	if slices.Contains(timeless, n.Label()) && n.Kind != source.TablesNode && n.Kind != source.TableNode ||
		n.Name == "reference" {
		return
	}
	s := n.Decoded()
	calls := prose.Calls(s)
	for _, y := range yearsIn(s) {
		if !slices.ContainsFunc(calls, func(c prose.Call) bool {
			return c.Whole.Start <= y.at.Start && y.at.End <= c.Whole.End
		}) {
			*out = append(*out, Passage{n.PosWithin(y.at.Start), []string{strconv.Itoa(y.value)}})
		}
	}
	if n.Name == "date" {
		*out = append(*out, Passage{n.ValuePos(), []string{n.Written()}})
	}
	if n.Parent != nil && n.Parent.Name == "answers" {
		for _, y := range yearsIn(n.Name) {
			*out = append(*out, Passage{n.KeyPos(), []string{strconv.Itoa(y.value)}})
		}
	}
	for _, c := range n.Children {
		yearsOfNode(out, c)
	}
}

// merged is one passage for each line, by place.
func merged(all []Passage) []Passage {
	slices.SortStableFunc(all, func(a, b Passage) int {
		return cmp.Or(a.Pos.Compare(b.Pos), cmp.Compare(len(b.Words[0]), len(a.Words[0])))
	})
	var out []Passage
	for _, p := range all {
		if k := len(out) - 1; k >= 0 && out[k].Pos.File == p.Pos.File && out[k].Pos.Line == p.Pos.Line {
			if !slices.Contains(out[k].Words, p.Words[0]) {
				out[k].Words = append(out[k].Words, p.Words[0])
			}
			continue
		}
		out = append(out, p)
	}
	return out
}
