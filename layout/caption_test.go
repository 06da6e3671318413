package layout

import (
	"math"
	"strings"
	"testing"

	"rapport/content"
	"rapport/content/invent"
	"rapport/layout/frame"
)

// captionLines are the lines of each caption of a document.
func captionLines(d *frame.Document) (all [][]string) {
	for tag := range tagsOf(d.Root) {
		if tag.Role != frame.RoleCaption {
			continue
		}
		var lines []string
		y := math.Inf(-1)
		for _, it := range itemsOf(d, tag) {
			if it.Text == nil {
				continue
			}
			if now := math.Round(float64(it.Text.Y)); now != y {
				lines, y = append(lines, ""), now
			}
			lines[len(lines)-1] += runText(it.Text.Run)
		}
		all = append(all, lines)
	}
	return all
}

// tagsOf are a tag and all below it.
func tagsOf(tag *frame.Tag) func(func(*frame.Tag) bool) {
	var walk func(*frame.Tag, func(*frame.Tag) bool) bool
	walk = func(tag *frame.Tag, yield func(*frame.Tag) bool) bool {
		if !yield(tag) {
			return false
		}
		for _, k := range tag.Kids {
			if k.Tag != nil && !walk(k.Tag, yield) {
				return false
			}
		}
		return true
	}
	return func(yield func(*frame.Tag) bool) { walk(tag, yield) }
}

// itemsOf are what a tag and those below it hold, in reading order.
func itemsOf(d *frame.Document, tag *frame.Tag) (items []frame.Item) {
	for _, k := range tag.Kids {
		switch {
		case k.Tag != nil:
			items = append(items, itemsOf(d, k.Tag)...)
		case k.Link < 0:
			items = append(items, d.Pages[k.Page].Items[k.Item])
		}
	}
	return items
}

// TestCaptionsHoldTheirBase: in no caption of reports that nobody has looked at does a line begin with a
// base, which stays with the word before it, or end with the point before a source.
func TestCaptionsHoldTheirBase(t *testing.T) {
	bases, points, broken := 0, 0, 0
	for seed := range uint64(60) {
		invented := invent.New(62000+seed, invent.Options{Hard: 0.3 * float64(seed%2), Forms: seed%3 > 0,
			Groups: seed%5 == 0})
		r, err := content.Load(invented.FS(), invent.Year, invent.Name)
		if err != nil {
			t.Fatal(err)
		}
		d, err := Compose(r, Options{})
		if err != nil {
			t.Fatal(err)
		}
		for _, lines := range captionLines(d) {
			whole := strings.Join(lines, "")
			bases += strings.Count(whole, "n\u00a0=\u00a0")
			points += strings.Count(whole, "·")
			for i, l := range lines {
				l = strings.Trim(l, " \u00a0")
				if i > 0 {
					broken++
				}
				if i > 0 && strings.HasPrefix(l, "n\u00a0=") {
					t.Errorf("seed %d: %q begins with its base", 62000+seed, lines)
				}
				if strings.HasSuffix(l, "·") {
					t.Errorf("seed %d: a line of %q ends with a point", 62000+seed, lines)
				}
			}
		}
	}
	if bases < 300 || points < 100 || broken < 300 {
		t.Errorf("only %d bases, %d points and %d broken lines were looked at", bases, points, broken)
	}
}
