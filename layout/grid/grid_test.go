package grid

import (
	"bytes"
	"image"
	"image/png"
	"math"
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
	"rapport/layout/text"
)

func newGrid(t *testing.T) *Grid {
	t.Helper()
	face, ok := fonts.Find(fonts.SourceSerif, 400, false)
	if !ok {
		t.Fatal("no face")
	}
	g := New(text.NewShaper(), text.Style{Font: vector.Font{Face: face, Size: 10}})
	g.BeginPage(100, 100, 10, 20, "1")
	return g
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
	d, err := g.Document()
	if err != nil {
		t.Fatal(err)
	}
	var dump strings.Builder
	if err := d.DumpText(&dump); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"Hva svarte de?", "62"} {
		if !strings.Contains(dump.String(), want) {
			t.Errorf("%q is not on the page:\n%s", want, dump.String())
		}
	}
	var texts, shapes, images int
	for _, it := range d.Pages[0].Items {
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
	right := d.Pages[0].Items[1].Text
	end := right.X + right.Run.Width
	if math.Abs(float64(end-fonts.Mm(90).Pt())) > 0.01 {
		t.Errorf("right-aligned text ends at %.2f pt, the cell at %.2f", end, fonts.Mm(90).Pt())
	}
}

func TestFirstErrorIsKept(t *testing.T) {
	g := newGrid(t)
	render(g, row.New(10).Add(code.NewQrCol(12, "x")))
	g.AddImageFromFile("/etc/hostname", &entity.Cell{}, nil)
	if _, err := g.Document(); err == nil || !strings.Contains(err.Error(), "QR") {
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
	g.BeginPage(100, 100, 10, 20, "2")
	g.Mark("later", 30)
	g.Mark("later", 60) // the first place counts
	d, err := g.Document()
	if err != nil {
		t.Fatal(err)
	}
	if to := d.Pages[0].Links[0].Dest; to.Page != 1 || to.Y != 30 {
		t.Errorf("the link leads to page %d at %.0f, want page 1 at 30", to.Page, to.Y)
	}
	g.Tagged(frame.RoleLink, func(tag *frame.Tag) {
		g.Link(Target{ID: "nowhere"}, 0, 0, 10, 10, tag)
	})
	if _, err := g.Document(); err == nil || !strings.Contains(err.Error(), "nowhere") {
		t.Errorf("have %v, want an error that names the missing place", err)
	}
}
