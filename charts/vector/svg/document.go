package svg

import (
	"bufio"
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"regexp"
	"strings"
	"sync"
	"unicode/utf8"

	"rapport/charts/vector"
)

// Namespaces that mean something here. Elements and attributes of others belong to editors.
const (
	spaceSVG   = "http://www.w3.org/2000/svg"
	spaceXLink = "http://www.w3.org/1999/xlink"
	spaceXHTML = "http://www.w3.org/1999/xhtml"
)

// document is an SVG file as a tree.
type document struct {
	data []byte
	root *node
	ids  map[string]*node
	css  []*node // the <style> elements in order

	count int      // of elements
	notes []*Error // what is drawn in another way than the file asks for
}

// node is an element of the SVG namespace.
type node struct {
	name     string
	at       int // of its tag in the file
	attrs    []attr
	parent   *node
	children []*node
	text     string // of a <style>
	classes  []string

	// What drawing worked out, kept because a use draws an element again.
	declared  []declaration
	declares  bool
	placed    *matrix
	outlined  vector.Path
	outlining bool
	styled    *style // with what it gets from around it in the file
}

type attr struct{ name, value string }

// attr is an attribute's value without spaces around it; ok is false when it is not there.
func (n *node) attr(name string) (value string, ok bool) {
	for _, a := range n.attrs {
		if a.name == name {
			return a.value, true
		}
	}
	return "", false
}

// space is XML's white space.
const space = " \t\r\n"

// note tells of something that is drawn in the nearest way, once for each element.
func (d *document) note(n *node, format string, args ...any) {
	e := errorAt(d.data, n.at, n.name, format, args...)
	for _, said := range d.notes {
		if said.Line == e.Line && said.Column == e.Column {
			return
		}
	}
	if len(d.notes) < maxNotes {
		d.notes = append(d.notes, e)
	}
}

// fail is an error at an element.
func (d *document) fail(n *node, format string, args ...any) error {
	return errorAt(d.data, n.at, n.name, format, args...)
}

// reader makes a tree from tokens.
type reader struct {
	*document
	xml  *xml.Decoder
	open []*node // the elements that are open, nil for one that is not kept
	// skipped is how many of them, from the first nil on, are inside something that is not drawn.
	skipped int
	// expanded is how many bytes the entities come to.
	expanded int
}

// readDocument reads the whole file, or fails.
func readDocument(data []byte) (*document, error) {
	if len(data) > maxBytes {
		return nil, errorAt(nil, 0, "", "the file has %d bytes; a logo has at most %d",
			len(data), maxBytes)
	}
	data = bytes.TrimPrefix(data, []byte("\uFEFF"))
	d := &document{data: data, ids: map[string]*node{}}
	r := &reader{document: d, xml: xml.NewDecoder(bytes.NewReader(data))}
	r.xml.CharsetReader = charset
	for {
		at := int(r.xml.InputOffset())
		token, err := r.xml.Token()
		if err == io.EOF {
			break
		}
		if err != nil {
			return nil, r.broken(err)
		}
		if err := r.token(token, at); err != nil {
			return nil, err
		}
	}
	if r.root == nil {
		return nil, errorAt(data, 0, "", "not an SVG file: there is no <svg>")
	}
	return r.document, nil
}

// charset reads the encodings of a byte a character that old drawing programs declare. What a logo
// needs is ASCII in all of them; other characters stand in titles and comments.
func charset(name string, in io.Reader) (io.Reader, error) {
	switch strings.ToLower(name) {
	case "utf-8", "utf8":
		return in, nil
	case "us-ascii", "ascii", "iso-8859-1", "latin1", "iso-8859-15", "windows-1252":
		return &latin{in: bufio.NewReader(in)}, nil
	}
	return nil, fmt.Errorf("the encoding %q is unknown; save it as UTF-8", short(name))
}

// latin makes UTF-8 of characters of a byte each.
type latin struct {
	in   *bufio.Reader
	rest []byte
}

func (l *latin) Read(p []byte) (n int, err error) {
	if len(l.rest) == 0 {
		c, err := l.in.ReadByte()
		if err != nil {
			return 0, err
		}
		l.rest = utf8.AppendRune(nil, rune(c))
	}
	n = copy(p, l.rest)
	l.rest = l.rest[n:]
	return n, nil
}

// broken is an error of the XML reader with its place.
func (r *reader) broken(err error) error {
	text := err.Error()
	var syntax *xml.SyntaxError
	if errors.As(err, &syntax) {
		text = syntax.Msg
	}
	if r.root == nil && !bytes.Contains(r.data, []byte("<svg")) {
		return errorAt(r.data, 0, "", "not an SVG file: %s", text)
	}
	return errorAt(r.data, int(r.xml.InputOffset()), "", "broken XML: %s", text)
}

func (r *reader) token(token xml.Token, at int) error {
	switch t := token.(type) {
	case xml.StartElement:
		return r.start(t, at)
	case xml.EndElement:
		if r.open = r.open[:len(r.open)-1]; r.skipped > 0 {
			r.skipped--
		}
	case xml.CharData:
		if len(r.open) == 0 && len(bytes.Trim(t, space)) > 0 {
			return errorAt(r.data, at, "", "text outside of <svg>")
		}
		if len(r.open) > 0 && r.skipped == 0 && r.open[len(r.open)-1].name == "style" {
			css := r.open[len(r.open)-1]
			if css.text += string(t); len(css.text) > maxStyle {
				return r.fail(css, "the style sheet has more than %d bytes", maxStyle)
			}
		}
	case xml.Directive:
		return r.directive(string(t), at)
	case xml.ProcInst:
		if t.Target == "xml-stylesheet" {
			return errorAt(r.data, at, "",
				"a style sheet outside of the file; put its rules into a <style>")
		}
	}
	return nil
}

// directive takes the entities out of a DOCTYPE. Those of other files are not defined, and those
// that would make much of little are refused.
func (r *reader) directive(text string, at int) error {
	for _, m := range entity().FindAllStringSubmatch(text, maxEntities+1) {
		name, value := m[1], strings.Trim(m[2], `"'`)
		if r.xml.Entity == nil {
			r.xml.Entity = map[string]string{}
		}
		uses := bytes.Count(r.data, []byte("&"+name+";"))
		r.expanded += uses * len(value)
		if len(r.xml.Entity) == maxEntities || r.expanded > maxBytes {
			return errorAt(r.data, at, "", "the entities of the DOCTYPE are too many or too long")
		}
		if _, twice := r.xml.Entity[name]; !twice { // the first counts (XML 1.0, 4.2)
			r.xml.Entity[name] = unescaped.Replace(value)
		}
	}
	return nil
}

// entity is a declaration of an entity with its value (XML 1.0, 4.2).
var entity = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`<!ENTITY\s+([\pL_:][\pL\pN_:.\-]*)\s+("[^"]*"|'[^']*')\s*>`)
})

// unescaped gives the characters that an entity's value may name. A reference to another entity
// stays as it is.
var unescaped = strings.NewReplacer("&#38;", "&", "&#60;", "<", "&amp;", "&", "&lt;", "<",
	"&quot;", `"`, "&apos;", "'")

// start opens an element. Scripts are errors wherever they stand; elements of editors' namespaces,
// and what is inside them, are not kept.
func (r *reader) start(t xml.StartElement, at int) error {
	name := t.Name.Local
	if len(r.open) == 0 && (r.root != nil || t.Name.Space != spaceSVG || name != "svg") {
		if r.root == nil && name == "svg" {
			return errorAt(r.data, at, name, `not an SVG file without xmlns="%s"`, spaceSVG)
		}
		return errorAt(r.data, at, name, "the file's only root must be an <svg>")
	}
	if len(r.open) >= maxDepth {
		return errorAt(r.data, at, name, "nested more than %d deep", maxDepth)
	}
	if r.count++; r.count > maxElements {
		return errorAt(r.data, at, name, "the file has more than %d elements", maxElements)
	}
	if t.Name.Space == spaceXHTML ||
		t.Name.Space == spaceSVG && (name == "script" || name == "handler") {
		return errorAt(r.data, at, name, "scripts and HTML are refused")
	}
	if r.skipped > 0 || t.Name.Space != spaceSVG || name == "metadata" || name == "title" ||
		name == "desc" {
		r.skipped++
		r.open = append(r.open, nil)
		return nil
	}
	n := &node{name: name, at: at}
	if err := r.attributes(n, t.Attr); err != nil {
		return err
	}
	if len(r.open) == 0 {
		r.root = n
	} else {
		n.parent = r.open[len(r.open)-1]
		n.parent.children = append(n.parent.children, n)
	}
	if name == "style" {
		r.css = append(r.css, n)
	}
	r.open = append(r.open, n)
	return nil
}

// attributes keeps the attributes that are SVG's. A link of XLink is the same as SVG 2's plain one.
func (r *reader) attributes(n *node, attrs []xml.Attr) error {
	if len(attrs) > maxAttributes {
		return r.fail(n, "more than %d attributes", maxAttributes)
	}
	for _, a := range attrs {
		name, value := a.Name.Local, strings.Trim(a.Value, space)
		switch {
		case a.Name.Space == spaceXLink && name == "href":
		case a.Name.Space != "":
			continue
		case strings.HasPrefix(name, "on"):
			return r.fail(n, "scripts are refused: %s", name)
		}
		if _, twice := n.attr(name); twice {
			if name == "href" {
				continue // xlink:href beside href, for old viewers
			}
			return r.fail(n, "the attribute %s is there twice", name)
		}
		n.attrs = append(n.attrs, attr{name, value})
		switch name {
		case "id":
			if r.ids[value] == nil {
				r.ids[value] = n
			}
		case "class":
			if n.classes = strings.Fields(value); len(n.classes) > maxClasses {
				return r.fail(n, "more than %d classes", maxClasses)
			}
		}
	}
	return nil
}
