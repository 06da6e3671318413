package tiles

import (
	"strings"

	"rapport/content/source"
)

// nowhere stands in a row where there is no tile.
const nowhere = "."

// Read reads the maps that a publisher laid out, [[tiles]] at the top of a file: rows of short codes as
// they stand on the map, and what they are called.
//
//	[[tiles]]
//	name = "Bydelene"
//	rows = [
//	  ".  NO",
//	  "VE SE",
//	]
//	places = { NO = "Nordbyen", VE = "Vestsiden", SE = "Sentrum" }
func Read(src *source.Reader, top *source.Table) []*Map {
	var maps []*Map
	for _, t := range top.Tables("tiles", source.Optional) {
		r := reader{src: src, m: &Map{Name: t.Text("name", source.Required)},
			names: map[string]*source.Node{}}
		r.places(t.Table("places", source.Required))
		rows := t.Texts("rows", source.Required, false)
		for y, n := range rows {
			r.row(n, y)
		}
		if n := t.Child("rows"); n != nil && len(rows) > 0 {
			r.unplaced(t.Child("places"), n)
		}
		t.Done()
		maps = append(maps, r.m)
	}
	return maps
}

// reader is a map on its way in.
type reader struct {
	src    *source.Reader
	m      *Map
	names  map[string]*source.Node // of codes
	placed []*source.Node          // names whose codes stand in a row
}

// places reads code = name; a place has one code.
func (r *reader) places(t *source.Table) {
	if t == nil {
		return
	}
	seen := map[string]*source.Node{}
	for _, n := range t.Node.Children {
		name := t.Text(n.Name, source.Required)
		if name == "" {
			continue
		}
		if strings.ContainsAny(n.Name, " \t") || n.Name == nowhere {
			r.src.AtKey(n, source.Quoted(n.Name)+" is no code of a tile",
				"a code is a word of letters and digits, as it stands in rows")
			continue
		}
		if old := seen[key(name)]; old != nil {
			r.src.AtValue(n, source.Quoted(name)+" has two tiles",
				"the other one is at "+old.ValuePos().String())
			continue
		}
		seen[key(name)], r.names[n.Name] = n, n
	}
}

// row reads the codes of a row.
func (r *reader) row(n *source.Node, y int) {
	for x, code := range strings.Fields(n.Text()) {
		if code == nowhere {
			continue
		}
		named := r.names[code]
		switch {
		case named == nil:
			r.src.AtValue(n, "places does not say what "+source.Quoted(code)+" is called",
				"add under places: "+source.Quoted(code)+` = "…"`)
		case r.has(named):
			r.src.AtValue(n, source.Quoted(code)+" stands on the map twice", "")
		default:
			r.placed = append(r.placed, named)
			r.m.Places = append(r.m.Places, place(x, y, named.Text(), code))
		}
	}
}

func (r *reader) has(named *source.Node) bool {
	for _, n := range r.placed {
		if n == named {
			return true
		}
	}
	return false
}

// unplaced reports places whose codes stand in no row.
func (r *reader) unplaced(places, rows *source.Node) {
	if places == nil {
		return
	}
	for _, n := range places.Children {
		if r.names[n.Name] == n && !r.has(n) {
			r.src.AtKey(n, source.Quoted(n.Name)+" stands in no row of the map",
				"write it where it lies; "+source.Quoted(nowhere)+" stands where there is no tile")
		}
	}
}
