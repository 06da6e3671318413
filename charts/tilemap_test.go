package charts

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"rapport/charts/vector"
	"rapport/content"
	"rapport/content/tiles"
	"rapport/fonts"
)

// mapOf is a tile map of counties as they were in a year with counts at random, of some of them only,
// and with answers that are no place.
func mapOf(r *rand.Rand, division *tiles.Map, most int) Data {
	var answers []content.Answer
	for i, p := range division.Places {
		if r.IntN(8) == 0 && len(division.Places)-i > 2 {
			continue
		}
		name := p.Name
		if r.IntN(4) == 0 {
			name += " fylke"
		}
		answers = append(answers, answer(name, r.IntN(most)))
	}
	for _, rest := range []string{"?Utlandet", "Svalbard", "?Vet ikke hvilket fylke jeg arbeider mest i"} {
		if r.IntN(3) == 0 {
			answers = append(answers, answer(rest, r.IntN(most)))
		}
	}
	f := question("Hvilket fylke arbeider du i?", -1, answers...)
	f.Survey.Year = max(division.From, 2015)
	return of(TileMap, f)
}

// tileBoxes are the boxes of tiles as drawn: filled or outlined squares, with their fill.
func tileBoxes(t *testing.T, c Chart) (boxes []box, fills []*vector.Color) {
	t.Helper()
	for _, it := range c.Picture.Items {
		if it.Shape == nil {
			continue
		}
		from, to, ok := extent(it.Shape.Path)
		side := to.X - from.X
		if !ok || side < tileLeast.Pt()-1 || side-(to.Y-from.Y) > 0.1 || to.Y-from.Y-side > 0.1 {
			continue
		}
		boxes = append(boxes, box{from.X, from.Y, side, side})
		fills = append(fills, it.Shape.Paint.Fill)
	}
	return boxes, fills
}

// TestTileMaps: maps of any counts are drawn in the widths of pages with every number once, in the
// tile that its name is in, and what is no place beside them; nothing is lost.
func TestTileMaps(t *testing.T) {
	r, st, drawn := rand.New(rand.NewPCG(17, 2)), houseStyle(t), 0
	for i := range 400 {
		division := tiles.Divisions()[i%len(tiles.Divisions())]
		most := []int{2, 9, 60, 4000, 300_000, 1_000_000}[r.IntN(6)]
		d := mapOf(r, division, most)
		width := []float64{174, 99.83, 85, 72, 59}[r.IntN(5)]
		chart, err := Draw(d, st, plainSetter{}, fonts.Mm(width).Pt(), 0)
		if err == nil {
			err = check(chart)
		}
		if err != nil {
			t.Fatalf("%g mm: %v\n%s", width, err, described(d))
		}
		if chart.Form != TileMap {
			if width >= 85 && most < 300_000 && !closed(d.Figures[0]) {
				t.Errorf("%g mm: drawn as %s\n%s", width, chart.Form, described(d))
			}
			continue
		}
		drawn++
		if err := heldInTiles(t, chart, d); err != nil {
			t.Errorf("%g mm: %v\n%s", width, err, described(d))
		}
	}
	if drawn < 250 {
		t.Errorf("only %d of 400 are maps", drawn)
	}
}

// heldInTiles reports a label that reaches over the edge of a tile, and an answer whose count or share is
// not where it belongs.
func heldInTiles(t *testing.T, c Chart, d Data) error {
	boxes, _ := tileBoxes(t, c)
	labels := labelsOf(c.Picture)
	texts := map[int]string{} // of tiles, by the first box that holds a label
	beside := ""
	for _, l := range labels {
		room := labelBox(l)
		at := slices.IndexFunc(boxes, func(b box) bool { return b.meets(room) })
		if at < 0 {
			beside += l.Text + " "
			continue
		}
		b := boxes[at]
		if room.x < b.x-0.1 || room.x+room.w > b.x+b.w+0.1 || room.y < b.y-0.5 || room.y+room.h > b.y+b.h+0.5 {
			return fmt.Errorf("%q reaches over the edge of its tile", l.Text)
		}
		texts[at] += l.Text + " "
	}
	f := d.Figures[0]
	located, _ := f.Located()
	locale := content.Locale("nb")
	for i, a := range f.Answers {
		want := []string{locale.Int(a.Count), f.Percent(0, i).String() + "\u00a0%"}
		has := func(s string) bool {
			words := " " + s
			return strings.Contains(words, " "+want[0]+" ") && strings.Contains(words, " "+want[1]+" ")
		}
		found := has(beside)
		if located.At[i] != content.NoTile {
			found = false
			for _, s := range texts {
				first := strings.TrimSuffix(whole(strings.Fields(located.Map.Places[located.At[i]].Name)[0]), "-")
				found = found || has(s) && strings.Contains(strings.ReplaceAll(s, "-", ""),
					string([]rune(strings.ReplaceAll(first, "-", ""))[:1]))
			}
		}
		if !found && !closed(f) {
			return fmt.Errorf("%q with %q is not where it belongs: %q, beside %q", a.Label, want, texts,
				beside)
		}
	}
	return nil
}

// TestTileShades: the darker a tile the larger its share, the palest and the darkest are used, text on
// each has 4.5:1 for any brand, nobody has no shade, and the highest is framed.
func TestTileShades(t *testing.T) {
	chart, err := Draw(of(TileMap, counties()), houseStyle(t), plainSetter{}, fonts.Mm(85).Pt(), 0)
	if err != nil || chart.Form != TileMap {
		t.Fatalf("%s: %v", chart.Form, err)
	}
	st := houseStyle(t)
	dark := map[string]float64{}
	frames := 0
	var boxes []box
	var fills []vector.Color
	for _, it := range chart.Picture.Items {
		if it.Shape != nil && it.Shape.Paint.Stroke != nil && *it.Shape.Paint.Stroke == st.Highlight {
			frames++
		}
		if it.Shape != nil && it.Shape.Paint.Fill != nil {
			from, to, _ := extent(it.Shape.Path)
			boxes = append(boxes, box{from.X, from.Y, to.X - from.X, to.Y - from.Y})
			fills = append(fills, *it.Shape.Paint.Fill)
		}
		if it.Label == nil {
			continue
		}
		for i, b := range boxes {
			if !b.meets(labelBox(it.Label)) {
				continue
			}
			if got := vector.Contrast(it.Label.Color, fills[i]); got < 4.5 {
				t.Errorf("%q has %.2f:1", it.Label.Text, got)
			}
			dark[it.Label.Text] = vector.Contrast(st.White, fills[i])
		}
	}
	if frames != 1 || !(dark["34\u00a0%"] > dark["13\u00a0%"] && dark["13\u00a0%"] > dark["6\u00a0%"]) {
		t.Errorf("%d frames; %v", frames, dark)
	}
}

// TestTileSigns: what is not among the answers and what is withheld are hatched and told apart; zero is
// neither. The caption says what the dash is.
func TestTileSigns(t *testing.T) {
	f := question("Hvilket fylke?", -1, answer("Vestland", 21), answer("Viken", 3), answer("Agder", 12),
		answer("Oslo", 0), answer("Rogaland", 40))
	f.Survey.Figures = []*content.Figure{f}
	d := secretly(of(TileMap, f))
	chart, err := Draw(d, houseStyle(t), plainSetter{}, fonts.Mm(85).Pt(), 0)
	if err != nil || chart.Form != TileMap {
		t.Fatalf("%s: %v", chart.Form, err)
	}
	signs := map[string]int{}
	for _, l := range labelsOf(chart.Picture) {
		signs[l.Text]++
	}
	if signs[":"] != 2 || signs["–"] != 6 || signs["0\u00a0%"] != 1 {
		t.Errorf("%v", signs)
	}
	if !chart.Withheld || !strings.Contains(chart.Rest, "Ikke blant svarene") {
		t.Errorf("withheld %v, rest %q", chart.Withheld, chart.Rest)
	}
}

// TestTileTwins: counts of counties that look the same when some are withheld are drawn the same.
func TestTileTwins(t *testing.T) {
	names := tiles.Divisions()[1].Places
	for _, pair := range twins {
		var looks [2]string
		for i, counts := range pair {
			f := countedQuestion(content.Single, false, counts)
			for k := range f.Answers {
				f.Answers[k].Label, f.Answers[k].Short = names[k].Name, names[k].Name
			}
			looks[i] = look(t, secretly(of(TileMap, f)))
		}
		if looks[0] != looks[1] {
			t.Errorf("%v: told apart:\n%s", pair, difference(looks[0], looks[1]))
		}
	}
}

// TestFramed: one highest is framed, two that are alike, no more; what the author highlights instead;
// and none where what is withheld might be higher.
func TestFramed(t *testing.T) {
	tests := []struct {
		name   string
		counts []int
		marked int
		want   int
	}{
		{"one", []int{40, 10, 12}, -1, 1},
		{"two alike", []int{40, 40, 12}, -1, 2},
		{"three alike", []int{40, 40, 40, 1}, -1, 0},
		{"all alike", []int{9, 9}, -1, 0},
		{"all zero", []int{0, 0, 0}, -1, 0},
		{"the author's", []int{40, 10, 12}, 1, 1},
	}
	for _, tt := range tests {
		var answers []content.Answer
		for i, n := range tt.counts {
			answers = append(answers, answer(tiles.Divisions()[0].Places[i+5].Name, n))
		}
		chart, err := Draw(of(TileMap, question("Hvor?", tt.marked, answers...)), houseStyle(t),
			plainSetter{}, fonts.Mm(85).Pt(), 0)
		if err != nil || chart.Form != TileMap {
			t.Fatalf("%s: %s, %v", tt.name, chart.Form, err)
		}
		frames := 0
		for _, it := range chart.Picture.Items {
			if it.Shape != nil && it.Shape.Paint.Stroke != nil &&
				*it.Shape.Paint.Stroke == houseStyle(t).Highlight {
				frames++
			}
		}
		if frames != tt.want {
			t.Errorf("%s: %d frames, want %d", tt.name, frames, tt.want)
		}
	}
}
