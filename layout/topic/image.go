package topic

import (
	"rapport/content"
	"rapport/fonts"
	"rapport/layout/flow"
	"rapport/layout/frame"
	"rapport/layout/style"
)

// imageRoom is the tallest an image gets in the flow.
const imageRoom fonts.Mm = 150

// image places an image with its caption; one that fills a page is among its topic's fullImages.
func image(b *builder, block *content.Block) error {
	im := block.Image
	if im.Bleed {
		return nil
	}
	span := im.Columns
	if span < 1 || span > flow.Columns {
		span = flow.Columns
	}
	var below []flow.Atom
	room := style.ContentHeight - b.above()
	if len(block.Caption) > 0 {
		words := b.words.ImageCaption(block)
		caption := b.set.Caption(words, style.Columns(span), figureToCaption)
		below = append(below, caption)
		room -= caption.Before + caption.Height
	}
	room = min(imageRoom, max(leastPicture, room))
	box, err := b.set.Image(im, style.Columns(span), room)
	if err != nil {
		return content.Problem{Pos: im.Pos, Width: 1, Text: err.Error()}
	}
	picture := box.Atom(0)
	picture.Place = flow.Place(block.Pos)
	atoms := append([]flow.Atom{picture}, below...)
	b.addWhole(b.gap(captionToNext), flow.Column{Span: span, Atoms: flow.Keep(atoms)})
	return nil
}

// FullImage is an image that fills a page, the next one after those of its topic, whose tag is Under.
type FullImage struct {
	Image *content.Image
	Under *frame.Tag
}

// fullImages are a topic's images that fill a page each.
func fullImages(t *content.Topic, tag *frame.Tag) []FullImage {
	var images []FullImage
	for _, b := range t.Blocks {
		if b.Kind == content.ImageBlock && b.Image.Bleed {
			images = append(images, FullImage{b.Image, tag})
		}
	}
	return images
}
