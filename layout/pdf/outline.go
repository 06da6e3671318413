package pdf

import "rapport/layout/frame"

// entryNode is a bookmark among its neighbours; index 0 is the outline's root and stands for none.
type entryNode struct {
	parent, prev, next, first, last int
	depth                           int
	count                           int // entries below that show when it is open
}

// outline writes the bookmarks (ISO 32000-1, 12.3.3) and returns the root. A bookmark hangs under
// the nearest one before it with a lower level. Top entries are open, deeper ones closed.
func (p *pages) outline() ref {
	list := p.doc.Bookmarks
	nodes := hang(list)
	first := p.out.alloc(len(nodes))
	for i, n := range nodes {
		var o object
		if o.raw("<<"); i == 0 {
			o.raw("/Type/Outlines")
		} else {
			o.raw("/Title").text(list[i-1].Title)
			o.raw("/Parent ").ref(first + ref(n.parent)).raw("/Dest")
			p.destination(&o, list[i-1].Dest)
		}
		for _, to := range [...]struct {
			key   string
			index int
		}{{"/Prev ", n.prev}, {"/Next ", n.next}, {"/First ", n.first}, {"/Last ", n.last}} {
			if to.index != 0 {
				o.raw(to.key).ref(first + ref(to.index))
			}
		}
		if n.count != 0 {
			o.raw("/Count ").int(n.count)
		}
		p.out.put(first+ref(i), o.raw(">>"))
	}
	return first
}

// hang makes a tree of the bookmarks' levels.
func hang(list []frame.Bookmark) []entryNode {
	nodes := make([]entryNode, len(list)+1)
	path := []int{0}
	for i, b := range list {
		at := i + 1
		for len(path) > 1 && list[path[len(path)-1]-1].Level >= b.Level {
			path = path[:len(path)-1]
		}
		parent := path[len(path)-1]
		n, up := &nodes[at], &nodes[parent]
		n.parent, n.prev, n.depth = parent, up.last, len(path)
		if up.last != 0 {
			nodes[up.last].next = at
		} else {
			up.first = at
		}
		up.last = at
		path = append(path, at)
	}
	for i := len(nodes) - 1; i > 0; i-- {
		n := &nodes[i]
		up := &nodes[n.parent]
		if up.count++; n.depth == 1 {
			up.count += n.count // open, so what is below it shows too
		}
	}
	for i := range nodes {
		if nodes[i].depth > 1 {
			nodes[i].count = -nodes[i].count
		}
	}
	return nodes
}
