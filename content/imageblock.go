package content

import (
	"fmt"
	"path"

	"rapport/content/picture"
	"rapport/content/source"
)

// columns is how many columns the grid of a page has.
const columns = 12

// readImageBlock reads a picture with its words: alt or decorative, caption, and how large it is.
func (l *loader) readImageBlock(t *source.Table, key string, b *Block) {
	n, name := t.TextNode(key, source.Required)
	alt, shown := l.text.Line(t, "alt", source.Optional), t.Flag("decorative", false)
	bleed, width := t.Flag("bleed", false), t.Count("width", source.Optional)
	b.Caption = l.text.Prose(t, "caption", source.Optional)
	if n == nil {
		return
	}
	switch {
	case alt != "" && shown:
		l.src.AtKey(t.Child("decorative"), "the image has an alt text and is decorative",
			"keep one of the two")
	case alt == "" && !shown:
		l.src.AtKey(n, "the image has no alt text",
			`say what it shows: alt = "…", or decorative = true when it shows nothing`)
	}
	if w := t.Child("width"); w != nil && w.IsCount() && (width < 1 || width > columns) {
		l.src.AtValue(w, fmt.Sprintf("a width of %d columns", width),
			fmt.Sprintf("1 to %d", columns))
	}
	for _, key := range []string{"width", "caption"} {
		if w := t.Child(key); w != nil && bleed {
			l.src.AtKey(w, "an image with bleed fills its page: it has no "+key, "")
		}
	}
	l.drawn(nil) // of others
	im := picture.Of(l.src, n, path.Dir(b.Pos.File), name)
	l.drawn(b)
	if im == nil {
		im = &Image{}
	}
	if width == 0 {
		width = columns
	}
	im.Pos, im.Alt, im.Decorative, im.Bleed, im.Columns = n.ValuePos(), alt, shown, bleed, width
	b.Image = im
}
