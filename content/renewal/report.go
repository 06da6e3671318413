package renewal

import (
	"slices"
	"strings"

	"rapport/content/prose"
	"rapport/content/source"
)

// renewReport renews what a file says of a report: dates and years in its head, and the surveys and
// questions that it names.
func (p *plan) renewReport(d *source.Draft, r *oldReport, next map[string]*successor) {
	years := p.yearsOf(next)
	to := func(y int) (int, bool) { next, ok := years[y]; return next, ok }
	if t := d.Root.Child("report"); t != nil {
		for _, name := range []string{"title", "subtitle", "series", "rights", "url"} {
			if n := t.Child(name); n != nil {
				moveYears(d, n, to)
			}
		}
		if n := t.Child("date"); n != nil {
			moveDate(d, n, p.step())
		}
	}
	if n := d.Root.Child("cover").Child("year"); n != nil {
		moveYears(d, n, to)
	}
	for _, n := range d.Root.Children {
		if n.Name != "survey" && n.Name != "figure" {
			renewRefs(d, n, next)
		}
	}
}

// renewList renews the list of the surveys' folders, after all that tells which of the old ones
// stay.
func (p *plan) renewList(d *source.Draft, r *oldReport, next map[string]*successor) {
	list := d.Root.Child("report").Child("surveys")
	if list == nil || list.Kind != source.ArrayNode {
		return
	}
	own := p.moved(r.dir)
	byDir := map[string]*successor{}
	for _, s := range next {
		byDir[s.old.dir] = s
	}
	seen := map[string]bool{own: true}
	for _, item := range list.Children {
		s := byDir[item.Unquoted()]
		if s == nil || s.id == "" {
			seen[item.Unquoted()] = true
			continue
		}
		if seen[s.dir] {
			d.RemoveItem(item)
			continue
		}
		seen[s.dir] = true
		replaceText(d, item, s.dir)
	}
	for _, s := range r.surveys {
		if next[s.read.ID].kept && !seen[s.dir] {
			seen[s.dir] = true
			d.Append(list, s.dir)
		}
	}
}

// yearsOf are the years that move and what they become: the report's own, and those of its surveys. A
// year that would become two stays.
func (p *plan) yearsOf(next map[string]*successor) map[int]int {
	years := map[int]int{p.from: p.to}
	for _, s := range next {
		old := s.old.read.Year
		to := s.year
		if s.id == "" {
			to = old
		}
		if had, ok := years[old]; ok && had != to {
			years[old] = old
			continue
		}
		years[old] = to
	}
	years[p.from] = p.to
	for old, to := range years {
		if old == to {
			delete(years, old)
		}
	}
	return years
}

// naming are the keys whose texts name a survey or a question.
var naming = []string{"figure", "figures", "survey", "ring", "table"}

// renewRefs renews all that names a survey or a question in a node: keys that do nothing else, and
// placeholders in any text.
func renewRefs(d *source.Draft, n *source.Node, next map[string]*successor) {
	if n.Kind != source.TableNode && slices.Contains(naming, n.Label()) {
		renewRef(d, n, next)
	}
	if s := n.Decoded(); strings.Contains(s, "{") {
		for _, c := range prose.Calls(s) {
			renewCall(d, n, c, next)
		}
	}
	for _, c := range n.Children {
		renewRefs(d, c, next)
	}
}

// renewRef renews a text that is the name of a survey or a question and nothing else.
func renewRef(d *source.Draft, n *source.Node, next map[string]*successor) {
	s := n.Decoded()
	if ref, ok := renewed(strings.TrimSpace(s), next); ok {
		d.Replace(n.Within(0, len(s)), ref)
	}
}

// renewCall renews the target of a placeholder. {page …} and {see …} lead to topics too, and {cite …}
// to books.
func renewCall(d *source.Draft, n *source.Node, c prose.Call, next map[string]*successor) {
	dotted := strings.Contains(c.Target, ".")
	switch {
	case c.Command == "cite" || c.Command == "citet" || strings.HasPrefix(c.Command, "lang="):
		return
	case !dotted && slices.Contains([]string{"page", "see", "figure"}, c.Command):
		return
	}
	if ref, ok := renewed(c.Target, next); ok {
		d.Replace(n.Within(c.TargetAt.Start, c.TargetAt.End), ref)
	}
}

// renewed is what stands in place of the name of a survey or a question.
func renewed(ref string, next map[string]*successor) (string, bool) {
	id, name, dotted := strings.Cut(ref, ".")
	s := next[id]
	if s == nil {
		return "", false
	}
	if !dotted {
		return s.survey()
	}
	return s.figure(name)
}
