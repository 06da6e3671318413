package content

import (
	"strings"
	"testing"
)

// TestTexts finds every text with placeholders unexpanded, in its topic and block, and places in
// it.
func TestTexts(t *testing.T) {
	fsys := base(t)
	r := loadBase(t)
	seen := map[string]bool{}
	for i, text := range r.Texts() {
		seen[text.Path] = true
		line := strings.Split(string(fsys[text.Pos(0).File].Data), "\n")[text.Pos(0).Line-1]
		if r.Line(text.Pos(0)) != line {
			t.Errorf("%s: line %q, want %q", text.Path, r.Line(text.Pos(0)), line)
		}
		if k := strings.Index(text.Raw, "{"); k >= 0 {
			p := text.Problem(k, k+1, "x", "")
			if runes := []rune(p.Line); runes[p.Pos.Column-1] != '{' || p.Width != 1 {
				t.Errorf("%s: place %v is not at the brace", text.Path, p.Pos)
			}
		}
		inBlock := strings.HasPrefix(text.Path, "chapter.topic.block.")
		if inBlock != (text.Block != nil && text.Chapter != r.Method) {
			t.Errorf("%s: block %v", text.Path, text.Block)
		}
		if i > 0 {
			a, b := r.Texts()[i-1].Pos(0), text.Pos(0)
			if a.File > b.File || a.File == b.File && a.Line > b.Line {
				t.Errorf("%v after %v", b, a)
			}
		}
	}
	for _, path := range []string{"report.title", "report.about", "cover.caption", "back.statement",
		"key.hero.text", "chapter.intro", "chapter.topic.headline", "chapter.topic.block.prose",
		"chapter.topic.block.heading", "chapter.topic.block.themes.text",
		"method.topic.block.source"} {
		if !seen[path] {
			t.Errorf("no text of %s among %v", path, seen)
		}
	}
}

func TestAllows(t *testing.T) {
	r := loadBase(t,
		"@ 2-chapters.toml\n- callout = \"Kort og klart.\"\n+ callout = \"Kort og klart.\"\n"+
			"+ allow = [\"number\", \"claim\"]\n+ reason = \"Slik det er trykt.\"\n")
	if len(r.Allows()) != 1 {
		t.Fatalf("have %+v", r.Allows())
	}
	a := r.Allows()[0]
	if b, ok := a.Of.(*Block); !ok || b.Kind != CalloutBlock || len(a.Rules) != 2 ||
		a.Reason != "Slik det er trykt." || a.Pos.Line == 0 {
		t.Errorf("have %+v", a)
	}
}
