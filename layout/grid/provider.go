package grid

import (
	"errors"
	"fmt"

	"github.com/johnfercher/maroto/v2/pkg/consts/align"
	"github.com/johnfercher/maroto/v2/pkg/consts/extension"
	"github.com/johnfercher/maroto/v2/pkg/consts/orientation"
	"github.com/johnfercher/maroto/v2/pkg/core"
	"github.com/johnfercher/maroto/v2/pkg/core/entity"
	"github.com/johnfercher/maroto/v2/pkg/props"

	"rapport/charts/vector"
	"rapport/fonts"
	"rapport/layout/frame"
	"rapport/layout/text"
)

var _ core.Provider = (*Grid)(nil)

// CreateRow moves the cursor below a row.
func (g *Grid) CreateRow(height float64) {
	g.cursor.X = 0
	g.cursor.Y += fonts.Mm(height).Pt()
}

// CreateCol paints a cell's ground, if it has one, and moves the cursor past the cell.
func (g *Grid) CreateCol(width, height float64, _ *entity.Config, prop *props.Cell) {
	x, y := g.margin.X+g.cursor.X, g.margin.Y+g.cursor.Y
	w, h := fonts.Mm(width).Pt(), fonts.Mm(height).Pt()
	g.cursor.X += w
	if prop == nil || prop.BackgroundColor == nil {
		return
	}
	fill := color(prop.BackgroundColor)
	g.Artifact(frame.Background,
		func() { g.Shape(vector.Rect(x, y, w, h), vector.Paint{Fill: &fill}) })
}

func color(c *props.Color) vector.Color {
	if c == nil {
		return vector.Color{Name: "black", K: 100}
	}
	return vector.Color{Name: "maroto", R: uint8(c.Red), G: uint8(c.Green), B: uint8(c.Blue)}
}

// AddLine draws maroto's line component, an artifact.
func (g *Grid) AddLine(cell *entity.Cell, prop *props.Line) {
	at := g.Place(cell)
	w, h := fonts.Mm(cell.Width).Pt(), fonts.Mm(cell.Height).Pt()
	stroke := color(prop.Color)
	var path vector.Path
	if prop.Orientation == orientation.Vertical {
		length := h * fonts.Pt(prop.SizePercent/100)
		x, y := at.X+w*fonts.Pt(prop.OffsetPercent/100), at.Y+(h-length)/2
		path = vector.Line(x, y, x, y+length)
	} else {
		length := w * fonts.Pt(prop.SizePercent/100)
		x, y := at.X+(w-length)/2, at.Y+h*fonts.Pt(prop.OffsetPercent/100)
		path = vector.Line(x, y, x+length, y)
	}
	paint := vector.Paint{Stroke: &stroke, Width: fonts.Mm(prop.Thickness).Pt()}
	g.Artifact(frame.Layout, func() { g.Shape(path, paint) })
}

// AddText draws maroto's text component as a paragraph in the grid's plain style.
func (g *Grid) AddText(s string, cell *entity.Cell, prop *props.Text) {
	at := g.Place(cell)
	width := fonts.Mm(cell.Width - prop.Left - prop.Right).Pt()
	style := g.marotoStyle(prop)
	leading := style.Font.Size * 1.25
	y := at.Y + fonts.Mm(prop.Top).Pt() + style.Font.Size
	g.Tagged(frame.RoleP, func(*frame.Tag) {
		for _, l := range g.breakText(s, style, width) {
			x := at.X + fonts.Mm(prop.Left).Pt()
			switch prop.Align {
			case align.Center:
				x += (width - l.Width) / 2
			case align.Right:
				x += width - l.Width
			}
			g.Line(l, x, y)
			y += leading + fonts.Mm(prop.VerticalPadding).Pt()
		}
	})
}

func (g *Grid) marotoStyle(prop *props.Text) text.Style {
	style := g.plain
	style.Font.Size = fonts.Pt(prop.Size)
	if prop.Color != nil {
		style.Color = color(prop.Color)
	}
	return style
}

func (g *Grid) breakText(s string, style text.Style, width fonts.Pt) []text.Line {
	return g.shaper.Break([]text.Span{{Text: s, Style: style}},
		text.Options{Width: width, Mode: text.Optimal})
}

// GetFontHeight is the height of a line in mm.
func (g *Grid) GetFontHeight(prop *props.Font) float64 {
	return float64(fonts.Pt(prop.Size * 1.25).Mm())
}

// GetLinesQuantity is how many lines a text takes in a column of colWidth mm.
func (g *Grid) GetLinesQuantity(s string, prop *props.Text, colWidth float64) int {
	if s == "" {
		return 0
	}
	return len(g.breakText(s, g.marotoStyle(prop), fonts.Mm(colWidth).Pt()))
}

var errNoCodes = errors.New("a report has no bar codes, QR codes or matrix codes")

// AddMatrixCode is an error.
func (g *Grid) AddMatrixCode(string, *entity.Cell, *props.Rect) { g.fail(errNoCodes) }

// AddQrCode is an error.
func (g *Grid) AddQrCode(string, *entity.Cell, *props.Rect) { g.fail(errNoCodes) }

// AddBarCode is an error.
func (g *Grid) AddBarCode(string, *entity.Cell, *props.Barcode) { g.fail(errNoCodes) }

// GetDimensionsByMatrixCode is an error.
func (g *Grid) GetDimensionsByMatrixCode(string) (*entity.Dimensions, error) {
	return nil, errNoCodes
}

// GetDimensionsByQrCode is an error.
func (g *Grid) GetDimensionsByQrCode(string) (*entity.Dimensions, error) { return nil, errNoCodes }

var errImageFile = errors.New("an image must come through the content folder, not from a file path")

// GetDimensionsByImage is an error: paths never leave the content folder.
func (g *Grid) GetDimensionsByImage(string) (*entity.Dimensions, error) { return nil, errImageFile }

// AddImageFromFile is an error: paths never leave the content folder.
func (g *Grid) AddImageFromFile(string, *entity.Cell, *props.Rect) { g.fail(errImageFile) }

// GetDimensionsByImageByte is the size of an image in pixels.
func (g *Grid) GetDimensionsByImageByte(data []byte, _ extension.Type) (*entity.Dimensions, error) {
	w, h, err := imageSize(data)
	if err != nil {
		return nil, err
	}
	return &entity.Dimensions{Width: float64(w), Height: float64(h)}, nil
}

// AddImageFromBytes draws an image as large as the cell allows, its shape kept.
func (g *Grid) AddImageFromBytes(data []byte, cell *entity.Cell, _ *props.Rect, _ extension.Type) {
	w, h, err := imageSize(data)
	if err != nil {
		g.fail(err)
		return
	}
	at := g.Place(cell)
	scale := min(fonts.Mm(cell.Width).Pt()/fonts.Pt(w), fonts.Mm(cell.Height).Pt()/fonts.Pt(h))
	g.add(frame.Item{Image: &frame.Image{X: at.X, Y: at.Y,
		Width: fonts.Pt(w) * scale, Height: fonts.Pt(h) * scale, Data: data}})
}

// AddBackgroundImageFromBytes draws an image over the whole cell, as an artifact.
func (g *Grid) AddBackgroundImageFromBytes(
	data []byte, cell *entity.Cell, prop *props.Rect, ext extension.Type,
) {
	g.Artifact(frame.Background, func() { g.AddImageFromBytes(data, cell, prop, ext) })
}

// GenerateBytes is an error: the PDF is written from the Document.
func (g *Grid) GenerateBytes() ([]byte, error) {
	return nil, fmt.Errorf("a grid records frames; write its Document instead")
}

// SetProtection does nothing: a published report is open.
func (g *Grid) SetProtection(*entity.Protection) {}

// SetCompression does nothing: the writer decides.
func (g *Grid) SetCompression(bool) {}

// SetMetadata does nothing: metadata come from the report.
func (g *Grid) SetMetadata(*entity.Metadata) {}
