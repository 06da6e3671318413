package grid

import (
	"bytes"
	"image"
	"image/png"
	"math"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/johnfercher/maroto/v2/pkg/components/code"
	"github.com/johnfercher/maroto/v2/pkg/components/col"
	marotoimage "github.com/johnfercher/maroto/v2/pkg/components/image"
	"github.com/johnfercher/maroto/v2/pkg/components/line"
	"github.com/johnfercher/maroto/v2/pkg/components/page"
	"github.com/johnfercher/maroto/v2/pkg/components/row"
	marototext "github.com/johnfercher/maroto/v2/pkg/components/text"
	"github.com/johnfercher/maroto/v2/pkg/consts/align"
	"github.com/johnfercher/maroto/v2/pkg/consts/extension"
	"github.com/johnfercher/maroto/v2/pkg/core"
	"github.com/johnfercher/maroto/v2/pkg/core/entity"
	"github.com/johnfercher/maroto/v2/pkg/props"

	"rapport/charts/vector"
	"rapport/fonts"
	"rapport/layout/frame"
	"rapport/layout/frame/frametest"
	"rapport/layout/text"
)

func newGrid(t *testing.T) *Grid {
	t.Helper()
	face, ok := fonts.Find(fonts.SourceSerif, 400, false)
	if !ok {
		t.Fatal("no face")
	}
	g := New(text.NewShaper(), text.Style{Font: vector.Font{Face: face, Size: 10}}, 0)
	g.BeginPage(100, 100, 10, 20)
	return g
}

// bound is the document of one grid, whose pages are not the first ones.
func bound(g *Grid) (*frame.Document, error) {
	if err := g.Err(); err != nil {
		return nil, err
	}
	g.Bind(4)
	none := &frame.Page{}
	pages := append([]*frame.Page{none, none, none, none}, g.Pages()...)
	d := &frame.Document{Pages: pages, Root: g.Root()}
	places := map[string]frame.Dest{}
	for id, at := range g.Marks() {
		places[id] = frame.Dest{Page: at.Page + 4, Y: at.Y}
	}
	return d, g.Lead(places)
}

func render(g *Grid, rows ...core.Row) {
	p := page.New().Add(rows...)
	p.SetConfig(&entity.Config{MaxGridSize: 12,
		Dimensions: &entity.Dimensions{Width: 80, Height: 60}, Margins: &entity.Margins{},
		DefaultFont: &props.Font{Size: 10}})
	p.Render(g, entity.Cell{Width: 80, Height: 60})
}

// maroto's own components draw on a grid as on its own provider.
func TestMarotoComponents(t *testing.T) {
	g := newGrid(t)
	var img bytes.Buffer
	if err := png.Encode(&img, image.NewGray(image.Rect(0, 0, 40, 10))); err != nil {
		t.Fatal(err)
	}
	render(g,
		row.New(10).Add(col.New(6).Add(marototext.New("Hva svarte de?")),
			col.New(6).Add(marototext.New("62", props.Text{Align: align.Right}))),
		row.New(5).Add(line.NewCol(12)),
		row.New(20).Add(col.New(12).Add(marotoimage.NewFromBytes(img.Bytes(), extension.Png))),
		row.New(5).WithStyle(&props.Cell{BackgroundColor: &props.Color{Red: 250}}).Add(col.New(12)),
	)
	d, err := bound(g)
	if err != nil {
		t.Fatal(err)
	}
	var dump strings.Builder
	if err := frametest.DumpText(d, &dump); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"Hva svarte de?", "62"} {
		if !strings.Contains(dump.String(), want) {
			t.Errorf("%q is not on the page:\n%s", want, dump.String())
		}
	}
	var texts, shapes, images int
	for _, it := range d.Pages[4].Items {
		switch {
		case it.Text != nil:
			texts++
			if it.Tag == nil || it.Tag.Role != frame.RoleP {
				t.Error("text of a component is not tagged as a paragraph")
			}
		case it.Shape != nil:
			shapes++
			if it.Tag != nil {
				t.Error("a rule or a ground is tagged")
			}
		case it.Image != nil:
			images++
			if it.Image.Width/it.Image.Height != 4 {
				t.Errorf("the image is %.1f × %.1f pt, not four times as wide as high",
					it.Image.Width, it.Image.Height)
			}
		}
	}
	if texts != 2 || shapes != 2 || images != 1 {
		t.Errorf("%d texts, %d shapes, %d images; want 2, 2, 1", texts, shapes, images)
	}
	right := d.Pages[4].Items[1].Text
	end := right.X + right.Run.Width
	if math.Abs(float64(end-fonts.Mm(90).Pt())) > 0.01 {
		t.Errorf("right-aligned text ends at %.2f pt, the cell at %.2f", end, fonts.Mm(90).Pt())
	}
}

func TestFirstErrorIsKept(t *testing.T) {
	g := newGrid(t)
	render(g, row.New(10).Add(code.NewQrCol(12, "x")))
	g.AddImageFromFile("/etc/hostname", &entity.Cell{}, nil)
	if _, err := bound(g); err == nil || !strings.Contains(err.Error(), "QR") {
		t.Errorf("have %v, want the first error, about codes", err)
	}
}

func TestHeadingsDoNotSkip(t *testing.T) {
	g := newGrid(t)
	for _, level := range []int{1, 3, 4, 2, 4, 1, 2} {
		g.Heading(level, func(*frame.Tag) {})
	}
	g.Artifact(frame.Layout, func() { g.Heading(4, func(*frame.Tag) {}) })
	var got []string
	for _, k := range g.Root().Kids {
		got = append(got, string(k.Tag.Role))
	}
	if have, want := strings.Join(got, " "), "H1 H2 H3 H2 H3 H1 H2"; have != want {
		t.Errorf("have %s, want %s", have, want)
	}
}

func TestLinks(t *testing.T) {
	g := newGrid(t)
	g.Tagged(frame.RoleLink, func(tag *frame.Tag) {
		g.Link(Target{ID: "later", Contents: "side 2"}, 0, 0, 10, 10, tag)
	})
	g.BeginPage(100, 100, 10, 20)
	g.Mark("later", 30)
	g.Mark("later", 60) // the first place counts
	d, err := bound(g)
	if err != nil {
		t.Fatal(err)
	}
	if to := d.Pages[4].Links[0].Dest; to.Page != 5 || to.Y != 30 {
		t.Errorf("the link leads to page %d at %.0f, want page 5 at 30", to.Page, to.Y)
	}
	g = newGrid(t)
	g.Tagged(frame.RoleLink, func(tag *frame.Tag) {
		g.Link(Target{ID: "nowhere"}, 0, 0, 10, 10, tag)
	})
	if _, err := bound(g); err == nil || !strings.Contains(err.Error(), "nowhere") {
		t.Errorf("have %v, want an error that names the missing place", err)
	}
}

// What depends on a page's number is drawn at its place when the pages are bound, and the tags and
// origins of the page still name what they named.
func TestNumberedPages(t *testing.T) {
	g := newGrid(t)
	word := func(s string) {
		g.Tagged(frame.RoleP, func(*frame.Tag) {
			g.label(&vector.Label{Text: s, Font: g.plain.Font}, 0, 0, "")
		})
	}
	number := func(n int) { word("number"); word(strconv.Itoa(n)) }
	g.Numbered(number) // below all
	g.From("a.toml:1:1")
	word("one")
	g.From("")
	g.BeginPage(100, 100, 10, 20)
	g.From("b.toml:1:1")
	word("second")
	g.Numbered(number) // between
	g.From("c.toml:1:1")
	word("third")
	g.Tagged(frame.RoleSpan, func(*frame.Tag) {
		g.Later(func() { g.label(&vector.Label{Text: "xy", Font: g.plain.Font}, 0, 0, "") })
	})
	word("last")
	g.Tagged(frame.RoleFigure, func(tag *frame.Tag) { tag.Describe().BBox = &frame.Box{Page: g.Page()} })
	g.BeginPage(100, 100, 10, 20) // without a number
	word("fourth")
	d, err := bound(g)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for i, p := range d.Pages[4:] {
		line := p.Label + ":"
		for k, it := range p.Items {
			line += " " + it.Text.Run.Glyphs[0].Text() + p.Origin(k)
			if it.Tag == nil {
				line += "-"
			} else if kid := it.Tag.Kids[0]; kid.Page != i+4 || kid.Item != k {
				t.Errorf("item %d of page %d is item %d of page %d to its tag",
					k, i+4, kid.Item, kid.Page)
			}
		}
		got = append(got, line)
	}
	want := []string{
		"5: n- 5- oa.toml:1:1",
		"6: sb.toml:1:1 nb.toml:1:1- 6b.toml:1:1- tc.toml:1:1 xc.toml:1:1 lc.toml:1:1",
		": f",
	}
	if !slices.Equal(got, want) {
		t.Errorf("have %q\nwant %q", got, want)
	}
	if figure := d.Root.Kids[5].Tag; figure.Properties().BBox.Page != 5 {
		t.Errorf("the figure is on page %d, want 5", figure.Properties().BBox.Page)
	}
}

func TestFollows(t *testing.T) {
	for _, c := range []struct {
		before, first, level int
		same                 bool
	}{
		{1, 0, 4, true}, {1, 2, 3, true}, {1, 2, 0, false}, {1, 3, 2, false}, {3, 4, 4, true},
		{0, 1, 4, true}, {2, 4, 1, false}, {2, 4, 3, false},
	} {
		g := New(nil, text.Style{}, c.before)
		if c.first > 0 {
			g.Heading(c.first, func(*frame.Tag) {})
		}
		if g.Follows(c.level) != c.same {
			t.Errorf("%+v: have %v", c, !c.same)
		}
	}
}
