package frametest

import (
	"bufio"
	"fmt"
	"io"
	"math"
	"strconv"

	"rapport/fonts"
	"rapport/layout/frame"
)

// DumpText writes every line of text of every page, in paint order: x and y of its beginning on the
// baseline in points, face, size in points, and the text as a Go string, so that soft hyphens, hard
// spaces and a space at a line's end can be seen. "~" marks an artifact. It is made to be compared.
//
// A line is the runs of one face and size that follow each other without a gap on one baseline.
func DumpText(d *frame.Document, w io.Writer) error {
	out := bufio.NewWriter(w)
	for i, p := range d.Pages {
		fmt.Fprintf(out, "page %d %q %.1f x %.1f\n", i+1, p.Label, p.Width, p.Height)
		for _, s := range stretches(p) {
			mark := ' '
			if s.artifact {
				mark = '~'
			}
			fmt.Fprintf(out, "%c %7.1f %7.1f  %s %s  %s\n",
				mark, s.first.X, s.first.Y, s.first.Run.Face.PostScript, size(s.first.Run.Size),
				strconv.Quote(s.text))
		}
	}
	return out.Flush()
}

// stretch is a piece of a line in one face and size.
type stretch struct {
	first    *frame.Text
	last     *frame.Text
	text     string
	artifact bool
}

func stretches(p *frame.Page) []stretch {
	var all []stretch
	for i := range p.Items {
		it := &p.Items[i]
		if it.Text == nil {
			continue
		}
		s := stretch{it.Text, it.Text, runText(it.Text.Run), it.Tag == nil}
		if n := len(all) - 1; n >= 0 && all[n].continuedBy(s) {
			all[n].text += s.text
			all[n].last = s.last
			continue
		}
		all = append(all, s)
	}
	return all
}

func (s stretch) continuedBy(next stretch) bool {
	was, is := &s.first.Run, &next.first.Run
	return s.artifact == next.artifact && was.Face == is.Face && was.Size == is.Size &&
		s.last.Meets(next.first)
}

func size(p fonts.Pt) string {
	return strconv.FormatFloat(math.Round(float64(p)*100)/100, 'f', -1, 64)
}
