// Package picture takes in the picture files that reports and brands show: PNG, JPEG and SVG, by
// what is in them and not by how they are called.
//
// An [Image] is such a file with its size and what a report says of it. [Read] reads one below a
// folder, within the limits of bytes and pixels that a printed page can use, and says in an
// author's words what is wrong with it; [Of] does so for a key in TOML. A PNG or JPEG is walked to
// its end (package container), an SVG's root is read and its XML checked. Nothing is decoded or
// drawn here: that is for charts/vector/svg and layout/pdf. To add a format, see package container;
// one that is no container of pixels is a file beside svg.go and a case in Image.measure.
package picture

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path"
	"strings"

	"rapport/content/picture/container"
	"rapport/content/source"
)

// Limits of a picture file. 50 megapixels are a page of A4 with its bleed at over 700 dpi.
const (
	maxImageBytes  = 16 << 20
	maxImagePixels = 50_000_000
)

// Image is a picture file that a report shows.
type Image struct {
	Pos           source.Pos
	Name          string // path below the content folder
	Kind          string // png, jpeg or svg
	Data          []byte
	Width, Height int // pixels, as they are shown; of an SVG its size in user units
	Alt           string
	Decorative    bool
	Bleed         bool // edge to edge, on a page of its own
	Columns       int  // of the grid, 12 by default
}

// Of reads the picture file that a node names, below a folder; nil, and a problem, when it cannot
// be used. An SVG is held against what can be drawn, if the reader knows that.
func Of(in *source.Reader, n *source.Node, dir, name string) *Image {
	im, text, hint := Read(in.FS, dir, name)
	switch {
	case im == nil:
		in.AtValue(n, text, hint)
	case im.Kind == "svg" && in.Drawing != nil:
		notes, err := in.Drawing(im.Data)
		if err != nil {
			in.AtValue(n, source.Quoted(name)+" cannot be printed: "+err.Error(), drawingHint)
			return nil
		}
		for _, note := range notes {
			in.Warn(n, "in the drawing, at "+note, "")
		}
	}
	return im
}

// drawingHint is what to do about a drawing that is more than the program can draw.
const drawingHint = "in a drawing program, turn texts, patterns and effects into plain shapes " +
	"(Object to Path, Expand, Flatten) and save it as plain SVG; or save the image as PNG"

// Read reads a picture file below a folder: PNG, JPEG or SVG by its content, whatever its name ends
// with. Name, Kind, Data, Width and Height are set. Of a PNG every row is read, a JPEG is walked to
// its end; of an SVG the root is read and the XML is checked. When the file cannot be used, im is
// nil, text says why and hint what to do.
func Read(fsys fs.FS, dir, name string) (im *Image, text, hint string) {
	if name == "." || !fs.ValidPath(name) || strings.Contains(name, `\`) {
		return nil, source.Quoted(name) + " leads out of the folder",
			`give the path below the folder, with slashes: "images/ring.png"`
	}
	data, text, hint := imageBytes(fsys, dir, name)
	if text != "" {
		return nil, text, hint
	}
	im = &Image{Name: path.Join(dir, name), Kind: imageKind(data), Data: data}
	if im.Kind == "" {
		return nil, fmt.Sprintf("%s is %s", source.Quoted(name), otherKind(data)),
			"save it as PNG, JPEG or SVG"
	}
	if err := im.measure(); err != nil {
		return nil, source.Quoted(name) + " " + err.Text, err.Hint
	}
	if im.tooLarge() {
		return nil, fmt.Sprintf("%s has %.1f megapixels (%d × %d), %d at most",
				source.Quoted(name), float64(im.Width)*float64(im.Height)/1e6,
				im.Width, im.Height, maxImagePixels/1_000_000),
			"save a smaller copy; a full page needs 9"
	}
	return im, "", ""
}

// measure finds how large the picture is when it is shown, and whether all of its pixels can be
// read. Those of a JPEG are left to whoever shows it, unless it is doubtful that they are there.
func (im *Image) measure() *container.Error {
	var err error
	switch im.Kind {
	case "png":
		var p *container.PNG
		if p, err = container.ReadPNG(im.Data); err == nil {
			im.Width, im.Height = p.Orientation.Shown(p.Width, p.Height)
			if !im.tooLarge() {
				_, err = p.Check()
			}
		}
	case "jpeg":
		var j *container.JPEG
		if j, err = container.ReadJPEG(im.Data); err == nil {
			im.Width, im.Height = j.Orientation.Shown(j.Width, j.Height)
			if !im.tooLarge() && j.Doubtful {
				_, err = j.Decode()
			}
		}
	case "svg":
		im.Width, im.Height, err = svgSize(im.Data)
	}
	var wrong *container.Error
	errors.As(err, &wrong)
	return wrong
}

// tooLarge reports whether the picture has more pixels than a page can use.
func (im *Image) tooLarge() bool {
	return im.Kind != "svg" && int64(im.Width)*int64(im.Height) > maxImagePixels
}

// imageBytes reads the file, within the limits.
func imageBytes(fsys fs.FS, dir, name string) (data []byte, text, hint string) {
	file := path.Join(dir, name)
	info, err := fs.Stat(fsys, file)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, "there is no file " + source.Quoted(name), similarFile(fsys, file)
	case err != nil:
		return nil, "cannot read " + source.Quoted(name) + ": " + source.Reason(err), ""
	case info.IsDir():
		return nil, source.Quoted(name) + " is a folder", "name the file in it"
	case !info.Mode().IsRegular():
		return nil, source.Quoted(name) + " is not a file", ""
	case info.Size() == 0:
		return nil, source.Quoted(name) + " is empty", ""
	case info.Size() > maxImageBytes:
		return nil, tooManyBytes(name, info.Size()), "save a smaller copy"
	}
	f, err := fsys.Open(file)
	if err == nil {
		defer f.Close()
		data, err = io.ReadAll(io.LimitReader(f, maxImageBytes+1)) // the file may have grown
	}
	switch {
	case err != nil:
		return nil, "cannot read " + source.Quoted(name) + ": " + source.Reason(err), ""
	case len(data) > maxImageBytes:
		return nil, tooManyBytes(name, int64(len(data))), "save a smaller copy"
	}
	return data, "", ""
}

func tooManyBytes(name string, size int64) string {
	return fmt.Sprintf("%s has %.1f MiB, %d at most", source.Quoted(name), float64(size)/(1<<20),
		maxImageBytes>>20)
}

// similarFile is a hint to a file of nearly the same name in the same folder.
func similarFile(fsys fs.FS, file string) string {
	entries, err := fs.ReadDir(fsys, path.Dir(file))
	if err != nil {
		return "there is no folder " + source.Quoted(path.Dir(file)) + " either"
	}
	var names []string
	for _, e := range entries {
		if !e.IsDir() {
			names = append(names, e.Name())
		}
	}
	if near := source.Nearest(path.Base(file), names); near != "" {
		return "did you mean " + source.Quoted(near) + "?"
	}
	return ""
}

// imageKind is png, jpeg, svg or "", by how a file begins.
func imageKind(data []byte) string {
	head := string(data[:min(len(data), 1024)])
	switch {
	case strings.HasPrefix(head, container.PNGSignature):
		return "png"
	case strings.HasPrefix(head, container.JPEGStart):
		return "jpeg"
	}
	head = strings.TrimLeft(strings.TrimPrefix(head, "\uFEFF"), " \t\r\n")
	for _, start := range []string{"<svg", "<?xml", "<!--", "<!DOCTYPE svg"} {
		if strings.HasPrefix(head, start) {
			return "svg"
		}
	}
	return ""
}

// otherKind says what a file is that is no picture for a report.
func otherKind(data []byte) string {
	head := string(data[:min(len(data), 64)])
	for _, k := range []struct{ start, name string }{
		{"GIF8", "a GIF"}, {"BM", "a BMP"}, {"II*\x00", "a TIFF"}, {"MM\x00*", "a TIFF"},
		{"%PDF", "a PDF"}, {"%!PS", "a PostScript file"}, {"8BPS", "a Photoshop file"},
		{"\x00\x00\x00\x0CjP  ", "a JPEG 2000"}, {"\x00\x00\x00\x0CJXL ", "a JPEG XL"},
		{"\xFF\x0A", "a JPEG XL"}, {"\xFF\xFE<", "an SVG or XML in UTF-16"},
		{"\xFE\xFF\x00<", "an SVG or XML in UTF-16"}, {"gimp xcf", "a GIMP file"},
		{"\xC5\xD0\xD3\xC6", "a PostScript file"}, {"\x1F\x8B", "compressed (an SVGZ?)"},
		{"PK\x03\x04", "an archive or office file"},
		{"version https://git-lfs", "a pointer to a file that Git LFS has not fetched"},
		{"<", "a web page or other markup"},
	} {
		if strings.HasPrefix(head, k.start) {
			return k.name
		}
	}
	switch {
	case strings.HasPrefix(head, "RIFF") && len(head) > 12 && head[8:12] == "WEBP":
		return "a WebP"
	case len(head) > 12 && head[4:8] == "ftyp":
		return "a HEIC, AVIF or film"
	}
	return "no picture that is known"
}
