package pdf

import (
	"fmt"
	"slices"

	"rapport/layout/frame"
)

// standardRoles are the structure types of ISO 32000-1, 14.8.4.
var standardRoles = func() map[frame.Role]bool {
	set := make(map[frame.Role]bool)
	for _, r := range []frame.Role{
		"Document", "Part", "Art", "Sect", "Div", "BlockQuote", "Caption", "TOC", "TOCI", "Index",
		"NonStruct", "Private", "P", "H", "H1", "H2", "H3", "H4", "H5", "H6", "L", "LI", "Lbl",
		"LBody", "Table", "TR", "TH", "TD", "THead", "TBody", "TFoot", "Span", "Quote", "Note",
		"Reference", "BibEntry", "Code", "Link", "Annot", "Figure", "Formula", "Form",
	} {
		set[r] = true
	}
	return set
}()

// roleMap gives the standard type for a role of PDF 2.0, "" when there is none.
func roleMap(r frame.Role) frame.Role {
	switch r {
	case "Aside":
		return frame.RoleSect
	case "Title":
		return frame.RoleP
	case "FENote":
		return frame.RoleNote
	case "Em", "Strong", "Sub":
		return frame.RoleSpan
	}
	return ""
}

// structure writes the tag tree (ISO 32000-1, 14.7).
type structure struct {
	out    *file
	tree   *tree
	doc    *frame.Document
	pages  ref // the first page
	links  ref // the first annotation
	root   ref
	first  ref // the first tag's element
	mapped []frame.Role
	ids    []named

	scratch []byte // of element
}

// write writes every element, the parent tree, the ID tree and the root.
func (s *structure) write() error {
	s.root, s.first = s.out.alloc(1), s.out.alloc(len(s.tree.tags))
	for i, tag := range s.tree.tags {
		s.element(i, tag)
	}
	parents := s.parentTree()
	var o object
	o.raw("<</Type/StructTreeRoot/K ").ref(s.first).raw("/ParentTree ").ref(parents)
	o.raw("/ParentTreeNextKey ").int(len(s.tree.pages) + s.tree.links)
	if len(s.ids) > 0 {
		tree, err := s.out.nameTree(s.ids)
		if err != nil {
			return fmt.Errorf("the ID of a tag: %w", err)
		}
		o.raw("/IDTree ").ref(tree)
	}
	if len(s.mapped) > 0 {
		o.raw("/RoleMap<<")
		for _, r := range s.mapped {
			o.name(string(r)).name(string(roleMap(r)))
		}
		o.raw(">>")
	}
	s.out.put(s.root, o.raw(">>"))
	return nil
}

// element writes a structure element, ISO 32000-1, table 323.
func (s *structure) element(index int, tag *frame.Tag) {
	o := object{s.scratch[:0]}
	o.raw("<</S").name(string(tag.Role)).raw("/P ")
	if p := s.tree.parents[index]; p >= 0 {
		o.ref(s.first + ref(p))
	} else {
		o.ref(s.root)
	}
	about := tag.Properties()
	for _, t := range [...]struct{ key, value string }{
		{"/T", about.Title}, {"/Alt", about.Alt}, {"/ActualText", about.Actual},
		{"/Lang", about.Language}, {"/ID", about.ID},
	} {
		if t.value != "" {
			o.raw(t.key).text(t.value)
		}
	}
	if about.ID != "" {
		s.ids = append(s.ids, named{textString(about.ID), s.first + ref(index)})
	}
	if roleMap(tag.Role) != "" && !slices.Contains(s.mapped, tag.Role) {
		s.mapped = append(s.mapped, tag.Role)
	}
	s.attributes(&o, tag)
	s.kids(&o, tag, int32(index)+1)
	s.out.put(s.first+ref(index), o.raw(">>"))
	s.scratch = o.b
}

// kids writes Pg and K. Content on the page Pg is a bare number; content elsewhere names its page.
// child is the tag's first kid that is a tag.
func (s *structure) kids(o *object, tag *frame.Tag, child int32) {
	page := pageOf(tag)
	if page >= 0 {
		o.raw("/Pg ").ref(s.pages + ref(page))
	}
	o.raw("/K[")
	begin, count, last := len(o.b), 0, spot{page: -1}
	space := func() {
		if count > 0 {
			o.raw(" ")
		}
		count++
	}
	for _, k := range tag.Kids {
		switch {
		case k.Tag != nil:
			space()
			o.ref(s.first + ref(child))
			child, last = s.tree.ends[child], spot{page: -1}
		case k.Link >= 0:
			space()
			o.raw("<</Type/OBJR/Obj ").ref(s.links + ref(s.tree.pages[k.Page].firstLink+k.Link))
			if k.Page != page {
				o.raw("/Pg ").ref(s.pages + ref(k.Page))
			}
			o.raw(">>")
			last = spot{page: -1}
		default:
			first, end := s.tree.pages[k.Page].marksOf(k.Item)
			for mark := first; mark <= end; mark++ {
				if at := (spot{k.Page, mark}); at != last {
					space()
					s.content(o, at, page)
					last = at
				}
			}
		}
	}
	switch count {
	case 0:
		o.b = o.b[:begin-len("/K[")]
	case 1: // needs no brackets
		o.b[begin-1] = ' '
	default:
		o.raw("]")
	}
}

// pageOf is the page of a tag's first content, -1 when it has none of its own.
func pageOf(tag *frame.Tag) int {
	for _, k := range tag.Kids {
		if k.Tag == nil {
			return k.Page
		}
	}
	return -1
}

// spot is a marked-content sequence of a page.
type spot struct {
	page int
	mark int32
}

// content refers to a marked-content sequence, from an element with the page Pg.
func (s *structure) content(o *object, at spot, page int) {
	if at.page == page {
		o.int(int(at.mark))
		return
	}
	o.raw("<</Type/MCR/Pg ").ref(s.pages + ref(at.page))
	o.raw("/MCID ").int(int(at.mark)).raw(">>")
}

// attributes writes the attribute objects of tables, lists and figures (ISO 32000-1, 14.8.5).
func (s *structure) attributes(o *object, tag *frame.Tag) {
	var a object
	switch tag.Role {
	case frame.RoleTable, frame.RoleTH, frame.RoleTD:
		tableAttributes(&a, tag)
	case frame.RoleL:
		if numbering := listNumbering(tag); numbering != "" {
			a.raw("<</O/List/ListNumbering").name(numbering).raw(">>")
		}
	case frame.RoleFigure:
		a.raw("<</O/Layout/Placement/Block")
		if b := tag.Properties().BBox; b != nil {
			height := float64(s.doc.Pages[b.Page].Height)
			a.raw("/BBox").nums(float64(b.X), height-float64(b.Y+b.Height), float64(b.X+b.Width),
				height-float64(b.Y))
		}
		a.raw(">>")
	}
	if len(a.b) > 0 {
		o.raw("/A").raw(string(a.b))
	}
}

func tableAttributes(a *object, tag *frame.Tag) {
	a.raw("<</O/Table")
	empty := len(a.b)
	if tag.Scope != "" && tag.Role == frame.RoleTH {
		a.raw("/Scope").name(tag.Scope)
	}
	if tag.ColSpan > 1 {
		a.raw("/ColSpan ").int(int(tag.ColSpan))
	}
	if tag.RowSpan > 1 {
		a.raw("/RowSpan ").int(int(tag.RowSpan))
	}
	about := tag.Properties()
	if len(about.Headers) > 0 {
		a.raw("/Headers[")
		for _, id := range about.Headers {
			a.text(id)
		}
		a.raw("]")
	}
	if about.Summary != "" && tag.Role == frame.RoleTable {
		a.raw("/Summary").text(about.Summary)
	}
	if len(a.b) == empty {
		a.b = a.b[:0]
		return
	}
	a.raw(">>")
}

// listNumbering is the ListNumbering of a list. PDF/UA-1, 7.6 wants one when its items have labels;
// None, the default, is left out.
func listNumbering(tag *frame.Tag) string {
	if tag.Numbered {
		return "Decimal"
	}
	for _, k := range tag.Kids {
		if k.Tag == nil || k.Tag.Role != frame.RoleLI {
			continue
		}
		for _, part := range k.Tag.Kids {
			if part.Tag != nil && part.Tag.Role == frame.RoleLbl {
				return "Disc"
			}
		}
	}
	return ""
}

// parentTree writes the number tree from marked content and annotations back to elements (ISO
// 32000-1, 14.7.4.4): a page's key is its index and its value a list by marked-content number; then
// follow the annotations, each with its one element.
func (s *structure) parentTree() ref {
	var entries []treeEntry
	for i, page := range s.tree.pages {
		if len(page.tags) == 0 {
			continue
		}
		var o object
		o.raw("[")
		for k, tag := range page.tags {
			if k > 0 {
				o.raw(" ")
			}
			o.ref(s.first + ref(tag))
		}
		entries = append(entries, treeEntry{integer(i), string(o.raw("]").b)})
	}
	for _, page := range s.tree.pages {
		for i, tag := range page.links {
			var o object
			o.ref(s.first + ref(tag))
			entries = append(entries,
				treeEntry{integer(len(s.tree.pages) + page.firstLink + i), string(o.b)})
		}
	}
	return s.out.putTree("/Nums", entries)
}
