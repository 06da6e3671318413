package content

import (
	"slices"

	"rapport/content/prose"
	"rapport/content/source"
)

// Text is a text of a report as its author wrote it, with its placeholders unexpanded: what checks
// of the words against the numbers read, because only here a typed number differs from a computed
// one.
type Text struct {
	Path     string // dotted key in TOML: chapter.topic.block.prose
	Key      string // its last part
	Raw      string // decoded, with placeholders as they stand
	Markdown bool   // prose; otherwise a single line
	Language string // of the words: the block's own, or the report's
	Chapter  *Chapter
	Topic    *Topic       // nil outside topics
	Block    *Block       // nil outside blocks
	Figure   *Figure      // that a main finding is about; nil elsewhere
	n        *source.Node // apart from the tree of its file
}

// Problem is a problem with the stretch of Raw between two byte offsets.
func (t Text) Problem(start, end int, text, hint string) source.Problem {
	p := t.n.Problem(t.n.Within(start, end), text, hint)
	p.Key = t.Path
	return p
}

// Calls are the placeholders of Raw, in order.
func (t Text) Calls() []prose.Call { return prose.Calls(t.Raw) }

// Pos is where a byte offset of Raw stands in the file.
func (t Text) Pos(offset int) source.Pos { return t.n.PosWithin(offset) }

// written is what a report keeps of the files that it was read from.
type written struct {
	texts  []Text
	allows []source.Allow
	files  source.Lines

	withheld Withheld

	warnings []Warning
}

// Withheld is what the report withholds.
func (r *Report) Withheld() Withheld { return r.written.withheld }

// Texts are all texts in which placeholders may stand, by file and place.
func (r *Report) Texts() []Text { return r.written.texts }

// Allows are the places where rules are silenced, by file and place.
func (r *Report) Allows() []source.Allow { return r.written.allows }

// Line is the source line at a place, "" when the report was not read from a file.
func (r *Report) Line(p source.Pos) string {
	return r.written.files.Line(p)
}

// AllChapters are the chapters and, last, the method chapter.
func (r *Report) AllChapters() []*Chapter { return r.chapters() }

// settle says of every text where in the report it stands, and puts texts in the order of the
// files.
func (l *loader) settle() {
	w := &l.report.written
	w.allows, w.files = l.src.Allows, l.src.Lines
	for _, t := range l.text.Written {
		w.texts = append(w.texts, Text{Path: t.Node.Path(), Key: t.Node.Label(), Raw: t.Raw,
			Markdown: t.Markdown, n: t.Node})
	}
	places := map[source.Pos]Text{}
	for _, k := range l.report.findings() {
		places[k.Pos] = Text{Figure: k.Figure}
	}
	for _, ch := range l.report.chapters() {
		places[ch.Pos] = Text{Chapter: ch}
		for _, topic := range ch.Topics {
			places[topic.Pos] = Text{Chapter: ch, Topic: topic}
			for _, b := range topic.Blocks {
				places[b.Pos] = Text{Chapter: ch, Topic: topic, Block: b}
				for _, p := range b.Parts { // whose texts speak of one question
					places[p.Pos] = Text{Chapter: ch, Topic: topic, Block: p}
				}
			}
		}
	}
	for i := range w.texts {
		t := &w.texts[i]
		t.Language = l.report.Language
		l.settleText(t, places)
		t.n = t.n.Apart()
	}
	slices.SortStableFunc(w.texts, func(a, b Text) int {
		return a.n.ValuePos().Compare(b.n.ValuePos())
	})
	slices.SortStableFunc(w.allows, func(a, b source.Allow) int {
		return a.Pos.Compare(b.Pos)
	})
}

// settleText climbs from a text to its block, topic or chapter.
func (l *loader) settleText(t *Text, places map[source.Pos]Text) {
	own := false
	for n := t.n; n != nil; n = n.Parent {
		if n.Kind != source.TableNode {
			continue
		}
		if lang := n.Child("lang"); lang != nil && lang.Text() != "" && !own {
			t.Language, own = lang.Text(), true
		}
		if at, ok := places[n.KeyPos()]; ok {
			t.Chapter, t.Topic, t.Block, t.Figure = at.Chapter, at.Topic, at.Block, at.Figure
			return
		}
	}
}
