package content

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"rapport/content/source"
)

// Text is a text of a report as its author wrote it, with its placeholders unexpanded: what checks of the
// words against the numbers read, because only here a typed number differs from a computed one.
type Text struct {
	Path     string // dotted key in TOML: chapter.topic.block.prose
	Key      string // its last part
	Raw      string // decoded, with placeholders as they stand
	Markdown bool   // prose; otherwise a single line
	Language string // of the words: the block's own, or the report's
	Chapter  *Chapter
	Topic    *Topic // nil outside topics
	Block    *Block // nil outside blocks
	n        *source.Node
}

// Problem is a problem with the stretch of Raw between two byte offsets.
func (t Text) Problem(start, end int, text, hint string) source.Problem {
	return t.n.Problem(t.n.Within(start, end), text, hint)
}

// Pos is where a byte offset of Raw stands in the file.
func (t Text) Pos(offset int) source.Pos { return t.n.PosWithin(offset) }

// written is what a report keeps of the files that it was read from.
type written struct {
	texts  []Text
	allows []source.Allow
	files  source.Lines

	printed  map[*Figure][]Printed
	withheld Withheld

	warnings []Warning
}

// Printed is a per cent that the source of a figure printed beside an answer.
type Printed struct {
	Pos     source.Pos
	Answer  int
	Percent Decimal
}

// Printed are the per cents that a figure's source printed ([figure.printed] in TOML), in the order of
// the file.
func (r *Report) Printed(f *Figure) []Printed { return r.written.printed[f] }

// readPrinted reads [figure.printed]: answer = per cent, with as many decimals as were printed.
func (l *loader) readPrinted(t *source.Table, f *Figure) {
	printed := t.Table("printed", source.Optional)
	if printed == nil {
		return
	}
	w := &l.report.written
	if w.printed == nil {
		w.printed = map[*Figure][]Printed{}
	}
	for _, n := range printed.Node.Children {
		i, ok := f.byFullLabel(n.Name)
		if !ok {
			l.src.AtKey(n, "no answer is called "+source.Quoted(n.Name), source.OrOneOf(n.Name, f.Labels()))
			continue
		}
		whole, fraction, _ := strings.Cut(n.Written(), ".")
		units, err := strconv.ParseInt(whole+fraction, 10, 64)
		if err != nil || units < 0 || units > 1_000_000 || len(fraction) > 2 {
			l.src.AtValue(n, "this is no per cent", "a number like 45 or 45.2")
			continue
		}
		w.printed[f] = append(w.printed[f], Printed{n.KeyPos(), i, Decimal{Units: units, Places: len(fraction)}})
	}
}

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

// wrote keeps a text as it was written.
func (l *loader) wrote(n *source.Node, raw string, markdown bool) {
	w := &l.report.written
	w.texts = append(w.texts, Text{Path: n.Path(), Key: n.Label(), Raw: raw, Markdown: markdown, n: n})
}

// settle says of every text where in the report it stands, and puts texts in the order of the files.
func (l *loader) settle() {
	w := &l.report.written
	w.allows, w.files = l.src.Allows, l.src.Lines
	places := map[source.Pos]Text{}
	for _, ch := range l.report.chapters() {
		places[ch.Pos] = Text{Chapter: ch}
		for _, topic := range ch.Topics {
			places[topic.Pos] = Text{Chapter: ch, Topic: topic}
			for _, b := range topic.Blocks {
				places[b.Pos] = Text{Chapter: ch, Topic: topic, Block: b}
			}
		}
	}
	for i := range w.texts {
		t := &w.texts[i]
		t.Language = l.report.Language
		l.settleText(t, places)
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
			t.Chapter, t.Topic, t.Block = at.Chapter, at.Topic, at.Block
			return
		}
	}
}

// Margin is the 95 % margin of the change in the share of some answers, in percentage points with one
// decimal, rounded up: a change no larger than it may be chance. Both shares are taken as of random
// samples, with one answer added on each side (Agresti and Caffo, 2000), which holds for small bases and
// shares of 0 and 100 %, and with the finite population correction for the part of the invited that
// answered. It says nothing of those who chose not to answer. It is not ok when there is no earlier year.
func (f *Figure) Margin(answers ...int) (points Decimal, ok bool) {
	then, ok := f.Earlier(answers...)
	if !ok || f.N <= 0 || f.Compare.N <= 0 {
		return Decimal{}, false
	}
	variance := f.variance(answers) + f.Compare.variance(then)
	return Decimal{Units: int64(math.Ceil(1000*1.959964*math.Sqrt(variance) - 1e-9)), Places: 1}, true
}

// variance of the share of some answers.
func (f *Figure) variance(answers []int) float64 {
	n := float64(f.N + 2)
	p := float64(min(f.Sum(answers...), f.N)+1) / n
	finite := 1.0
	if s := f.Survey; s != nil && s.Invited > 1 {
		finite = float64(max(0, s.Invited-s.Answered)) / float64(s.Invited-1)
	}
	return p * (1 - p) / n * finite
}

// Insignificant says whether the change in the share of some answers lies inside its margin.
func (f *Figure) Insignificant(answers ...int) bool {
	margin, ok := f.Margin(answers...)
	change, _ := f.Change(answers...)
	return ok && change.Abs().Units <= margin.Units
}
