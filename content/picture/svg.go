package picture

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"math"
	"strconv"
	"strings"

	"rapport/content/picture/container"
	"rapport/content/source"
)

// maxDrawing is how many bytes an SVG may have.
const maxDrawing = 4 << 20

// svgSize reads the root's size in user units, rounded up to whole ones, and the XML to its end. In
// which encoding its titles and comments are is no matter here.
func svgSize(data []byte) (width, height int, err error) {
	if len(data) > maxDrawing {
		return 0, 0, wrong(fmt.Sprintf("has %.1f MiB, an SVG at most %d",
			float64(len(data))/(1<<20), maxDrawing>>20), "simplify its paths")
	}
	d := xml.NewDecoder(bytes.NewReader(bytes.ToValidUTF8(
		bytes.TrimPrefix(data, []byte("\uFEFF")), []byte("?"))))
	d.CharsetReader = func(_ string, in io.Reader) (io.Reader, error) { return in, nil }
	for rooted := false; ; {
		token, err := d.Token()
		line, column := d.InputPos()
		switch t := token.(type) {
		case xml.StartElement:
			if rooted {
				break
			}
			rooted = true
			if t.Name.Local == "svg" && t.Name.Space == "" {
				return 0, 0, wrong("is no SVG file yet: its <svg> has no xmlns",
					`write <svg xmlns="http://www.w3.org/2000/svg" …>`)
			}
			if t.Name.Local != "svg" || t.Name.Space != "http://www.w3.org/2000/svg" {
				return 0, 0, wrong(fmt.Sprintf("is XML, but not SVG: its root is <%s>",
					source.Readable(t.Name.Local)), "save it as SVG")
			}
			if width, height, err = svgRoot(t.Attr); err != nil {
				return 0, 0, err
			}
		case xml.Directive:
			d.Entity = entities(string(t))
		}
		if errors.Is(err, io.EOF) && rooted {
			return width, height, nil
		}
		if err != nil {
			return 0, 0, svgBroken(err, line, column)
		}
	}
}

// entities are what a DOCTYPE defines. Whoever draws counts what they come to; here each is cut to
// what an attribute can use.
func entities(doctype string) map[string]string {
	defined := map[string]string{}
	for _, m := range entity().FindAllStringSubmatch(doctype, mostEntities) {
		value := strings.Trim(m[2], `"'`)
		defined[m[1]] = value[:min(len(value), mostEntity)]
	}
	return defined
}

// Limits of entities, and a declaration of one with its value (XML 1.0, 4.2).
const (
	mostEntities = 100
	mostEntity   = 100
)

var entity = source.Pattern(`<!ENTITY\s+([\pL_:][\pL\pN_:.\-]*)\s+("[^"]*"|'[^']*')\s*>`)

// svgBroken is an error of the XML reader.
func svgBroken(err error, line, column int) *container.Error {
	var syntax *xml.SyntaxError
	switch {
	case errors.Is(err, io.EOF) || errors.As(err, &syntax) && syntax.Msg == "unexpected EOF":
		return container.CutOff()
	case syntax != nil:
		err = errors.New(syntax.Msg)
	}
	return container.Broken("%s at %d:%d", source.Readable(err.Error()), line, column)
}

// svgRoot is the size that the root's attributes give: width and height, or the viewBox.
func svgRoot(attrs []xml.Attr) (width, height int, err error) {
	var w, h float64
	var view [4]float64
	for _, a := range attrs {
		switch {
		case a.Name.Space != "":
		case a.Name.Local == "width":
			w = svgLength(a.Value)
		case a.Name.Local == "height":
			h = svgLength(a.Value)
		case a.Name.Local == "viewBox":
			between := func(r rune) bool { return strings.ContainsRune(" ,\t\r\n", r) }
			parts := strings.FieldsFunc(a.Value, between)
			for i := range min(len(parts), len(view)) {
				view[i] = svgLength(parts[i])
			}
		}
	}
	switch {
	case w > 0 && h > 0:
	case !(view[2] > 0 && view[3] > 0):
		return 0, 0, wrong("does not say its size", "give its <svg> a viewBox, or width and height")
	case w > 0:
		h = w * view[3] / view[2]
	case h > 0:
		w = h * view[2] / view[3]
	default:
		w, h = view[2], view[3]
	}
	if !(w < 1e6 && h < 1e6) {
		return 0, 0, wrong(fmt.Sprintf("has a size of %.3g × %.3g", w, h),
			"give its <svg> a smaller viewBox")
	}
	return int(math.Ceil(w)), int(math.Ceil(h)), nil
}

// svgLength is an absolute length in user units; 0 for a percentage and for what is none.
func svgLength(s string) float64 {
	s = strings.TrimSpace(s)
	units := []struct {
		name string
		size float64
	}{
		{"px", 1}, {"pt", 96.0 / 72}, {"pc", 16}, {"mm", 96 / 25.4}, {"cm", 96 / 2.54}, {"in", 96},
		{"", 1},
	}
	for _, u := range units {
		if number, ok := strings.CutSuffix(s, u.name); ok {
			if v, err := strconv.ParseFloat(number, 64); err == nil && v >= 0 && !math.IsInf(v, 0) {
				return v * u.size
			}
			return 0
		}
	}
	return 0
}

// wrong is what is wrong with a drawing, and what to do.
func wrong(text, hint string) *container.Error { return &container.Error{Text: text, Hint: hint} }
