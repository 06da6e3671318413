package content

import (
	"slices"

	"rapport/content/source"
)

// blockKind is what the program knows of a kind of block, but for its look. Rows of the table are
// written without field names, so that a part that is forgotten does not compile.
type blockKind struct {
	kind BlockKind
	keys []string // a block has exactly one of all rows' keys
	read func(l *loader, t *source.Table, key string, b *Block)

	heading  bool // may have a heading
	language bool // may be in a language of its own

	texts func(b *Block) []Prose        // its prose, as it is read
	shows func(b *Block, see seeFigure) // its figures
}

// seeFigure takes in a figure that is shown; compared says that its earlier year is shown too.
type seeFigure func(f *Figure, compared bool)

// blockKinds is the table of kinds, in the order in which messages list their keys.
var blockKinds = []blockKind{
	{FigureBlock, []string{"figure", "figures", "battery", "change"}, (*loader).readFigureBlock, true, false,
		caption, charted},
	{ProseBlock, []string{"prose"}, (*loader).readText, true, true, text, nothing},
	{LeadBlock, []string{"lead"}, (*loader).readText, false, true, text, nothing},
	{CalloutBlock, []string{"callout"}, (*loader).readCallout, true, false, text, nothing},
	{BulletsBlock, []string{"bullets"}, (*loader).readBullets, true, false, points, nothing},
	{ThemesBlock, []string{"themes"}, (*loader).readThemes, true, false, themes, summedUp},
	{RecommendationsBlock, []string{"recommendations"}, (*loader).readPoints, true, false, points,
		nothing},
	{TableBlock, []string{"table"}, (*loader).readTable, true, false, caption, charted},
	{QuoteBlock, []string{"quote"}, (*loader).readQuote, false, true, quotation, nothing},
	{VoiceBlock, []string{"voice"}, (*loader).readVoice, false, true, quotation, nothing},
	{TimelineBlock, []string{"timeline"}, (*loader).readTimeline, true, false, happened, nothing},
	{AsideBlock, []string{"aside"}, (*loader).readText, true, true, text, nothing},
	{AppendixBlock, []string{"appendix"}, (*loader).readAppendix, false, true, series, nothing},
	{FactBlock, []string{"fact"}, (*loader).readText, true, true, text, nothing},
	{AnswersBlock, []string{"answers"}, (*loader).readFreeAnswers, true, true, wordless, nothing},
	{ImageBlock, []string{"image"}, (*loader).readImageBlock, false, false, caption, nothing},
	{GroupBlock, []string{"group"}, (*loader).readGroup, false, false, itemTexts, itemFigures},
	{ReferencesBlock, []string{"references"}, (*loader).readReferencesBlock, false, false, wordless,
		nothing},
	{SourceBlock, []string{"source"}, (*loader).readText, false, false, text, nothing},
}

// kindOfKey is the row of a key.
func kindOfKey(key string) blockKind {
	for _, k := range blockKinds {
		for _, name := range k.keys {
			if name == key {
				return k
			}
		}
	}
	panic("content: no block has the key " + key)
}

// row is the row of a block's kind.
func (b *Block) row() blockKind {
	for _, k := range blockKinds {
		if k.kind == b.Kind {
			return k
		}
	}
	panic("content: no kind of block is called " + string(b.Kind))
}

// Texts are all prose of a block in reading order, also that of the figures of a group; what an
// author left out is empty.
func (b *Block) Texts() []Prose { return b.row().texts(b) }

// Show calls see for every figure that the block shows, also those of a group.
func (b *Block) Show(see func(f *Figure, compared bool)) { b.row().shows(b, see) }

func wordless(*Block) []Prose { return nil }

func text(b *Block) []Prose { return []Prose{b.Text} }

func caption(b *Block) []Prose {
	all := []Prose{b.Caption}
	for _, p := range b.Parts {
		all = append(all, p.Caption)
	}
	return all
}

func quotation(b *Block) []Prose { return []Prose{b.Text, b.Source} }

func happened(b *Block) (all []Prose) {
	for _, e := range b.Events {
		all = append(all, e.Text, e.Source)
	}
	return append(all, b.Source)
}

func points(b *Block) (all []Prose) {
	for _, p := range b.Points {
		all = append(all, p.Text)
	}
	return all
}

func themes(b *Block) (all []Prose) {
	for _, t := range b.Themes {
		all = append(all, t.Text)
	}
	return all
}

func series(b *Block) (all []Prose) {
	for _, s := range b.Series {
		all = append(all, s.Intro)
		for _, q := range s.Questions {
			all = append(all, q.Text)
		}
	}
	return all
}

func itemTexts(b *Block) (all []Prose) {
	for _, item := range b.Items {
		all = append(append(all, caption(item.Figure)...), item.Text)
	}
	return all
}

func nothing(*Block, seeFigure) {}

func charted(b *Block, see seeFigure) {
	for _, f := range b.Figures {
		see(f, b.Compare)
		if b.Compare && b.Kind == FigureBlock { // a table has one earlier year
			seeEarlier(f, see)
		}
	}
	for _, f := range b.grouped() {
		see(f, false)
	}
	for _, m := range slices.Concat(b.Measures, b.Inside) {
		see(m.Figure, m.Compared())
		if b.Form == seriesForm {
			seeEarlier(m.Figure, see)
		}
	}
}

// seriesForm is the chart of lines over three surveys or more.
const seriesForm = "series"

// seeEarlier shows what lines follow a figure back to beyond the year before it.
func seeEarlier(f *Figure, see seeFigure) {
	seen := []*Figure{f}
	for f = f.Compare; f != nil && f.Compare != nil && !slices.Contains(seen, f); f = f.Compare {
		seen = append(seen, f)
		see(f, true)
	}
}

func summedUp(b *Block, see seeFigure) {
	for _, t := range b.Themes {
		if t.Figure != nil {
			see(t.Figure, false)
		}
	}
}

func itemFigures(b *Block, see seeFigure) {
	for _, item := range b.Items {
		charted(item.Figure, see)
	}
}
