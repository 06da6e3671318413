package layout

import (
	"strings"
	"testing"
	"testing/fstest"

	"rapport/content"
)

// A text of which nothing is seen is no text, wherever it stands.
func TestUnseenTexts(t *testing.T) {
	const unseen = `\u200B\u00A0\u2060`
	toml := string(proseReport("Tekst.")["2024/prove/report.toml"].Data)
	for _, add := range []string{
		`prose = "&#8203;&nbsp;"`, `lead = "&#8203;"`, `callout = "&#8203;"`, `fact = "&#8203;"`,
		`quote = "&#8203;"`, `bullets = [{ title = "a", text = "&#8203;" }]`,
		`recommendations = [{ title = "a", text = "&#8203;" }]`,
		`answers = ["a", "` + unseen + `"]`, `source = "&#8203;"`,
		`appendix = [{ title = "a", intro = "` + unseen + `", questions = [{ text = "b", follow = "` +
			unseen + `", options = ["` + unseen + `"] }] }]`,
		`appendix = [{ title = "a", questions = [{ text = "&#8203;" }] }]`,
		"figure = \"vik.hjelp\"\nheading = \"" + unseen + "\"\ncaption = \"" + unseen + "\"",
	} {
		fsys := fstest.MapFS{"2024/prove/report.toml": {
			Data: []byte(toml + "\n[[chapter.topic.block]]\n" + add + "\n")}}
		r, err := content.Load(fsys, 2024, "prove")
		if err != nil {
			t.Logf("%s: %v", add, err)
			continue
		}
		d, err := Compose(r, Options{})
		if err != nil {
			t.Errorf("%s: %v", add, err)
			continue
		}
		if strings.Contains(taggedText(d, d.Root), "\u200b") {
			t.Errorf("%s: it is printed", add)
		}
	}
}
