package content

import (
	"slices"

	"rapport/content/source"
)

// Template is an arrangement of a topic's figures and prose that the author asks for.
type Template string

// The arrangements (named after what they do; layout/DESIGN.md, "Page templates", has the pages).
const (
	ByRules Template = ""       // the layout chooses
	Main    Template = "main"   // one main figure over the whole width, count list and prose below
	Small   Template = "small"  // figures of half a page's width in pairs
	Wide    Template = "wide"   // every figure over the whole width, prose below
	Beside  Template = "beside" // prose at the right of the last figure that leaves it room
)

// Templates lists the arrangements that an author can ask for.
func Templates() []Template { return []Template{Main, Small, Wide, Beside} }

// template reads and checks a topic's arrangement.
func (l *loader) template(t *source.Table) Template {
	name := t.Text("template", source.Optional)
	var names []string
	for _, known := range Templates() {
		names = append(names, string(known))
	}
	if name != "" && !slices.Contains(names, name) {
		l.src.AtValue(t.Child("template"), "no page template "+source.Quoted(name),
			source.OrOneOf(name, names))
	}
	return Template(name)
}
