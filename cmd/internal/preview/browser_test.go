package preview

import (
	"context"
	"net"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"rapport/cmd/internal/watch"
	"rapport/layout/web/webtest"
)

// published is the annual report as it was published.
const publishedContent = "../../../content/testdata/published"

// desk is a preview of a copy of the content.
type desk struct {
	dir, report, base string
}

// start previews a copy of the annual report until the test ends.
func start(t testing.TB) *desk {
	t.Helper()
	d := &desk{dir: t.TempDir()}
	if err := os.CopyFS(d.dir, os.DirFS(publishedContent)); err != nil {
		t.Fatal(err)
	}
	d.report = filepath.Join(d.dir, "2022/erfaringskonsulentene-i-tall")
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	d.base = "http://" + l.Addr().String() + "/"
	ctx, stop := context.WithCancel(context.Background())
	done := make(chan error, 1)
	o := Options{Content: os.DirFS(d.dir), Year: 2022, Name: "erfaringskonsulentene-i-tall",
		Root: filepath.ToSlash(d.dir), Editor: "vscode://file/{path}:{line}:{column}"}
	go func() { done <- Serve(ctx, l, o, watch.Folder(ctx, d.dir, watch.Options{})) }()
	t.Cleanup(func() {
		stop()
		if err := <-done; err != nil {
			t.Error(err)
		}
	})
	return d
}

// replace replaces the first of some words in a file of the report, as an editor saves it.
func (d *desk) replace(t testing.TB, name, before, after string) {
	t.Helper()
	path := filepath.Join(d.report, name)
	b, err := os.ReadFile(path)
	if err != nil || !strings.Contains(string(b), before) {
		t.Fatalf("%s has no %q: %v", name, before, err)
	}
	d.write(t, name, strings.Replace(string(b), before, after, 1))
}

func (d *desk) write(t testing.TB, name, text string) {
	t.Helper()
	if err := os.WriteFile(filepath.Join(d.report, name), []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
}

// wait waits until an expression is true in the page.
func wait(t testing.TB, p *webtest.Page, what, expression string) {
	t.Helper()
	var done bool
	for end := time.Now().Add(20 * time.Second); time.Now().Before(end); time.Sleep(10 * time.Millisecond) {
		if p.Eval(t, "!!("+expression+")", &done); done {
			return
		}
	}
	var state string
	p.Eval(t, `document.getElementById("state").textContent + " " + location.hash`, &state)
	t.Fatalf("not seen: %s; the page says %q, and told %q", what, state, p.Told())
}

// pageText is what the pages in sight say.
const pageText = `[...document.querySelectorAll("#spread .leaf text")].map(t => t.textContent).join(" ")`

// TestLoop: whoever writes sees what is saved, on the page where they are, and what is wrong beside the
// last good pages.
func TestLoop(t *testing.T) {
	b := webtest.Start(t)
	d := start(t)
	p := b.OpenAt(t, d.base, "#screen/14", webtest.View{Width: 1440, Height: 900})
	wait(t, p, "the page of the address", pageText+`.includes("Pårørende og systemarbeid")`)
	wait(t, p, "thumbnails", `document.querySelectorAll("#thumbs svg").length > 5`)
	wait(t, p, "the current thumbnail", `document.querySelector("#thumbs [aria-current]").href.endsWith("#screen/14")`)

	// A sentence is changed: it is seen and outlined, and the page stays.
	d.replace(t, "20-arbeidsdagen.toml", "Nesten like mange", "Omtrent like mange")
	wait(t, p, "the changed sentence", pageText+`.includes("Omtrent like mange")`)
	wait(t, p, "its outline", `document.querySelectorAll(".box.changed").length === 1`)
	wait(t, p, "the end of the outline", `document.querySelectorAll(".box.changed").length === 0`)
	wait(t, p, "the same page", `location.hash === "#screen/14"`)

	// A number is typed that the figures do not give: the problem, its place on the page, the placeholder.
	d.replace(t, "20-arbeidsdagen.toml", "{prosent ek2021.systemniva | Ofte} gjør", "34 prosent gjør")
	wait(t, p, "the wrong number", pageText+`.includes("34 prosent gjør")`)
	wait(t, p, "the problem", `document.querySelector("#problems li.error mark")?.textContent === "34 prosent"`)
	wait(t, p, "its place on the page", `document.querySelectorAll(".leaf .box.error").length > 0`)
	wait(t, p, "the tab's title", `document.title.startsWith("●")`)
	wait(t, p, "the editor's address", `decodeURIComponent(document.querySelector("#problems a.open").href)
		.match(/^vscode:\/\/file\/.*20-arbeidsdagen\.toml:\d+:\d+$/)`)
	d.replace(t, "20-arbeidsdagen.toml", "34 prosent gjør", "{prosent ek2021.systemniva | Ofte} gjør")
	wait(t, p, "no problem", `document.querySelectorAll("#problems li").length === 0`)

	// The file is broken: the last good pages stay, dimmed, and the problem is told.
	good, err := os.ReadFile(filepath.Join(d.report, "20-arbeidsdagen.toml"))
	if err != nil {
		t.Fatal(err)
	}
	d.replace(t, "20-arbeidsdagen.toml", "[[chapter.topic]]", "[[chapter.topic")
	wait(t, p, "the problem", `document.querySelectorAll("#problems li.error").length > 0`)
	wait(t, p, "that the pages are old", `document.body.classList.contains("stale")`)
	wait(t, p, "the old page", pageText+`.includes("Omtrent like mange")`)
	d.write(t, "20-arbeidsdagen.toml", string(good))
	wait(t, p, "the mended page", `!document.body.classList.contains("stale") &&
		document.querySelectorAll("#problems li").length === 0`)

	// A chapter is added before the page, and taken away: the reader stays with what they read.
	d.write(t, "15-ny.toml", "[[chapter]]\nid = \"ny\"\ntitle = \"Et nytt kapittel\"\n[[chapter.topic]]\n"+
		"id = \"nytt\"\nheadline = \"Noe nytt\"\n[[chapter.topic.block]]\nprose = \"Noen ord.\"\n")
	wait(t, p, "the same page elsewhere", pageText+`.includes("Omtrent like mange") && location.hash !== "#screen/14"`)
	if err := os.Remove(filepath.Join(d.report, "15-ny.toml")); err != nil {
		t.Fatal(err)
	}
	wait(t, p, "the same page again", pageText+`.includes("Omtrent like mange") && location.hash === "#screen/14"`)
	for _, said := range p.Told() {
		t.Error(said)
	}
}
