package frametest

import (
	"bufio"
	"fmt"
	"io"
	"strconv"
	"strings"

	"rapport/layout/frame"
)

// DumpTags writes the tag tree, a tag a line, each a step further in than its parent, followed by
// what it says: its own text as a Go string and its links. A tag that holds content names the page
// where that begins; drawings and images are counted.
//
// Text is written as a reader extracts it, line after line. Where one line ends without a space or
// a hyphen and another begins, "|" shows the seam: two words that would be read as one.
func DumpTags(d *frame.Document, w io.Writer) error {
	out := bufio.NewWriter(w)
	if d.Root != nil {
		dumpTag(d, out, d.Root, 0)
	}
	return out.Flush()
}

func dumpTag(d *frame.Document, out *bufio.Writer, t *frame.Tag, depth int) {
	indent := strings.Repeat("  ", depth)
	fmt.Fprintf(out, "%s%s%s\n", indent, t.Role, attributes(d, t))
	var said speech
	for _, k := range t.Kids {
		switch {
		case k.Tag != nil:
			said.print(out, indent)
			dumpTag(d, out, k.Tag, depth+1)
		case k.Link >= 0:
			said.print(out, indent)
			fmt.Fprintf(out, "%s  -> %s\n", indent, target(d.Pages[k.Page].Links[k.Link]))
		default:
			if it := d.Pages[k.Page].Items[k.Item]; it.Text != nil {
				said.add(k.Page, it.Text)
			}
		}
	}
	said.print(out, indent)
}

// speech collects text that is read in one go.
type speech struct {
	text string
	page int
	last *frame.Text
}

func (s *speech) add(page int, t *frame.Text) {
	if s.last != nil && s.seam(page, t) {
		s.text += "|"
	}
	s.text += runText(t.Run)
	s.page, s.last = page, t
}

func (s *speech) seam(page int, t *frame.Text) bool {
	for _, end := range []string{" ", "-", "\u00ad", "\u2010", "\u2011", "\u2013"} {
		if strings.HasSuffix(s.text, end) {
			return false
		}
	}
	return page != s.page || !s.last.Meets(t)
}

func (s *speech) print(out *bufio.Writer, indent string) {
	if s.last != nil {
		fmt.Fprintf(out, "%s  %s\n", indent, strconv.Quote(s.text))
	}
	*s = speech{}
}

func target(l frame.Link) string {
	if l.Dest == nil || l.URI != "" {
		return strconv.Quote(l.URI)
	}
	return fmt.Sprintf("page %d at %.0f", l.Dest.Page+1, l.Dest.Y)
}

func attributes(d *frame.Document, t *frame.Tag) string {
	var b strings.Builder
	quoted := func(name, value string) {
		if value != "" {
			fmt.Fprintf(&b, " %s=%q", name, value)
		}
	}
	number := func(name string, n, least int) {
		if n >= least {
			fmt.Fprintf(&b, " %s=%d", name, n)
		}
	}
	if page, shapes, images := contents(d, t); page >= 0 {
		fmt.Fprintf(&b, " p%d", page+1)
		number("shapes", shapes, 1)
		number("images", images, 1)
	}
	about := t.Properties()
	quoted("title", about.Title)
	quoted("alt", about.Alt)
	quoted("actual", about.Actual)
	quoted("lang", about.Language)
	quoted("scope", t.Scope)
	number("cols", int(t.ColSpan), 2)
	number("rows", int(t.RowSpan), 2)
	quoted("headers", strings.Join(about.Headers, " "))
	quoted("id", about.ID)
	quoted("summary", about.Summary)
	if t.Numbered {
		b.WriteString(" numbered")
	}
	return b.String()
}

// contents says on which page a tag's own content begins, -1 for none, and counts its drawings.
func contents(d *frame.Document, t *frame.Tag) (page, shapes, images int) {
	page = -1
	for _, k := range t.Kids {
		if k.Tag != nil || k.Link >= 0 {
			continue
		}
		if page < 0 {
			page = k.Page
		}
		switch it := d.Pages[k.Page].Items[k.Item]; {
		case it.Shape != nil || it.Drawing != nil:
			shapes++
		case it.Image != nil:
			images++
		}
	}
	return page, shapes, images
}
