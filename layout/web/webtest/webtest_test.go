package webtest

import (
	"bytes"
	"image/png"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// folder is a new folder with files.
func folder(t *testing.T, files map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	for name, text := range files {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

const good = `<!DOCTYPE html>
<html lang="nb"><head><meta charset="utf-8"><title>En side</title>
<meta name="viewport" content="width=device-width">
<link rel="icon" href="data:,">
<style>a{display:inline-block;padding:6px}:focus-visible{outline:3px solid #036}</style></head>
<body><main><h1>En side</h1><p>Noen ord og <a href="#under">en lenke</a>.</p>
<details><summary>Mer</summary><p>Det som er <a href="#under">under</a>.</p></details>
<h2 id="under">Under</h2><p id="script">uten</p></main>
<script>document.getElementById("script").textContent = "med"</script></body></html>
`

// small is a button that is hard to hit when another stands beside it.
const small = `<button type="button" style="width:9px;height:9px;padding:0;border:0;margin:0" ` +
	`aria-label="Ja"></button>`

// TestFaults: every fault is found where it is, and nowhere else.
func TestFaults(t *testing.T) {
	b := Start(t)
	for _, c := range []struct {
		name string
		old  string // of the good page
		new  string
		view View
		want string // in what is found
	}{
		{name: "good"},
		{name: "good and narrow", view: View{Width: 320}},
		{name: "good and forced", view: View{Forced: true}},
		{name: "good without scripts", view: View{NoScript: true}},
		{name: "good and spaced", view: View{Width: 320, Spaced: true}},
		{name: "good and dark", view: View{Dark: true}},
		{name: "pale", old: "<p>Noen", new: `<p style="color:#aaa">Noen`, want: "color-contrast"},
		{name: "no language", old: ` lang="nb"`, want: "html-has-lang"},
		{name: "no text for a picture", old: "<p>Noen", new: `<p><img src="data:,">Noen`,
			want: "image-alt"},
		{name: "small target", old: "<h2", new: small + small + "<h2", want: "target-size"},
		{name: "wide", old: "<p>Noen", new: `<p style="width:400px">Noen`, view: View{Width: 320},
			want: "the page is 408 wide in 320"},
		{name: "wide when spaced", old: "<p>Noen",
			new: `<p style="display:inline-block;white-space:nowrap">` +
				`Noen ord som akkurat får plass her`,
			view: View{Width: 320, Spaced: true}, want: "wide in 320"},
		{name: "not reached", old: "<h2",
			new:  `<button type="button" tabindex="-1">Nei</button><h2`,
			want: "not reached: button"},
		{name: "scrolls, not reached", old: "<h2",
			new: `<div style="width:90px;overflow-x:auto" tabindex="-1">` +
				`<p style="width:300px">bred</p></div><h2`,
			want: "not reached: div"},
		{name: "focus not shown", old: "outline:3px", new: "outline:0px", want: "not shown: a"},
		{name: "console", old: "<script>", new: `<script>console.error("oi");`,
			want: `console: "oi"`},
		{name: "script", old: "<script>", new: `<script>missing();`,
			want: "missing is not defined"},
		{name: "left", old: "<p>Noen", new: `<p><img alt="" src="http://localhost:1/x.png">Noen`,
			want: "leaves its folder: http://localhost:1/x.png"},
		{name: "in vain", old: "<p>Noen", new: `<p><img alt="" src="x.png">Noen`, want: "404"},
		{name: "policy", old: `<style>`, new: `<meta http-equiv="Content-Security-Policy" ` +
			`content="default-src 'self'"><style>`, want: "Content Security Policy"},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			text := strings.Replace(good, c.old, c.new, 1)
			p := b.Open(t, folder(t, map[string]string{"index.html": text}), "index.html", c.view)
			found := p.Sideways(t)
			for _, v := range p.Axe(t) {
				found = append(found, v.String())
			}
			for _, f := range p.Tab(t, 20) {
				if !f.Visible {
					found = append(found, "not shown: "+f.Name)
				}
			}
			for _, name := range p.Unreachable(t) {
				found = append(found, "not reached: "+name)
			}
			found = append(found, p.Told()...)
			switch all := strings.Join(found, "\n"); {
			case c.want == "" && len(found) > 0:
				t.Errorf("found %s", all)
			case !strings.Contains(all, c.want):
				t.Errorf("found %q, want %q", all, c.want)
			}
		})
	}
}

// What a page is asked, and what it answers.
func TestPage(t *testing.T) {
	b := Start(t)
	dir := folder(t, map[string]string{"index.html": good})
	for _, off := range []bool{false, true} {
		p := b.Open(t, dir, "index.html", View{Width: 390, NoScript: off})
		var said string
		p.Eval(t, `document.getElementById("script").textContent`, &said)
		if want := map[bool]string{false: "med", true: "uten"}[off]; said != want {
			t.Errorf("no script %t: the page says %q", off, said)
		}
	}
	p := b.Open(t, dir, "index.html", View{Width: 390, Height: 600})
	var names []string
	for _, f := range p.Tab(t, 20) {
		names = append(names, f.Name)
		if !f.Inside || !f.Visible {
			t.Errorf("%+v", f)
		}
	}
	if want := []string{"a #under en lenke", "summary  Mer"}; !slices.Equal(names, want) {
		t.Errorf("Tab comes to %q, want %q", names, want)
	}
	if n := p.OpenDetails(t); n != 1 {
		t.Errorf("%d details were closed", n)
	}
	if have := p.Unreachable(t); len(have) != 1 || !strings.Contains(have[0], "under") {
		t.Errorf("what was folded is unreached as %q", have)
	}
	picture, err := png.Decode(bytes.NewReader(p.Screenshot(t)))
	if err != nil || picture.Bounds().Dx() != 390 {
		t.Errorf("the picture is %v (%v)", picture.Bounds(), err)
	}
	p.Resize(t, 500, 600)
	var width int
	if p.Eval(t, "innerWidth", &width); width != 500 {
		t.Errorf("resized to %d", width)
	}
}

func TestVNU(t *testing.T) {
	dir := folder(t, map[string]string{"good.html": good,
		"bad.html": strings.Replace(good, "<p>Noen", `<p id="under">Noen <blink>`, 1)})
	if have := VNU(t, filepath.Join(dir, "good.html")); len(have) > 0 {
		t.Errorf("a good page: %q", have)
	}
	have := VNU(t, filepath.Join(dir, "good.html"), filepath.Join(dir, "bad.html"))
	if all := strings.Join(have, "\n"); !strings.Contains(all, "blink") ||
		!strings.Contains(all, "Duplicate ID") || strings.Contains(all, "good.html") {
		t.Errorf("a bad page: %q", have)
	}
}
