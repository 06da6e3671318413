package content

import (
	"fmt"
	"path"
)

// columns is how many columns the grid of a page has.
const columns = 12

// readImageBlock reads a picture with its words: alt or decorative, caption, and how large it is.
func (l *loader) readImageBlock(t *table, b *Block) {
	n, name := t.textNode("image", required)
	alt, shown := l.lineOf(t, "alt", optional), t.flag("decorative", false)
	bleed, width := t.flag("bleed", false), t.count("width", optional)
	b.Caption = l.proseOf(t, "caption", optional)
	if n == nil {
		return
	}
	switch {
	case alt != "" && shown:
		l.src.atKey(t.child("decorative"), "the image has an alt text and is decorative", "keep one of the two")
	case alt == "" && !shown:
		l.src.atKey(n, "the image has no alt text", `say what it shows: alt = "…", or decorative = true when it shows nothing`)
	}
	if w := t.child("width"); w != nil && w.isCount() && (width < 1 || width > columns) {
		l.src.atValue(w, fmt.Sprintf("a width of %d columns", width), fmt.Sprintf("1 to %d", columns))
	}
	for _, key := range []string{"width", "caption"} {
		if w := t.child(key); w != nil && bleed {
			l.src.atKey(w, "an image with bleed fills its page: it has no "+key, "")
		}
	}
	im := l.picture(n, path.Dir(b.Pos.File), name)
	if im == nil {
		im = &Image{}
	}
	if width == 0 {
		width = columns
	}
	im.Pos, im.Alt, im.Decorative, im.Bleed, im.Columns = n.valuePos(), alt, shown, bleed, width
	b.Image = im
}

// picture reads the picture file that a node names, below a folder; nil when it cannot be used.
func (l *loader) picture(n *node, dir, name string) *Image {
	im, text, hint := readImage(l.src.fsys, dir, name)
	if im == nil {
		l.src.atValue(n, text, hint)
	}
	return im
}
