package preview

import (
	"context"
	"flag"
	"fmt"
	"math"
	"net"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"rapport/cmd/internal/watch"
	"rapport/layout/web/webtest"

	"github.com/chromedp/chromedp/kb"
)

// published is the annual report as it was published.
const publishedContent = "../../../content/testdata/published"

// desk is a preview of a copy of the content.
type desk struct {
	dir, report, base string
	wire              *wire
}

// wire is a listener whose connections can be cut, or go silent as those of a laptop that sleeps.
type wire struct {
	net.Listener
	mu   sync.Mutex
	open []*connection
}

type connection struct {
	net.Conn
	silent atomic.Bool
}

func (w *wire) Accept() (net.Conn, error) {
	c, err := w.Listener.Accept()
	if err != nil {
		return nil, err
	}
	one := &connection{Conn: c}
	w.mu.Lock()
	w.open = append(w.open, one)
	w.mu.Unlock()
	return one, nil
}

func (c *connection) Write(b []byte) (int, error) {
	if c.silent.Load() {
		return len(b), nil
	}
	return c.Conn.Write(b)
}

// each does something to all connections that are open.
func (w *wire) each(do func(*connection)) {
	w.mu.Lock()
	defer w.mu.Unlock()
	for _, c := range w.open {
		do(c)
	}
	w.open = nil
}

// start previews a copy of the annual report until the test ends.
func start(t testing.TB) *desk {
	t.Helper()
	d := &desk{dir: t.TempDir()}
	if err := os.CopyFS(d.dir, os.DirFS(publishedContent)); err != nil {
		t.Fatal(err)
	}
	d.report = filepath.Join(d.dir, "2022/erfaringskonsulentene-i-tall")
	d.serve(t, Options{Content: os.DirFS(d.dir), Year: 2022, Name: "erfaringskonsulentene-i-tall"})
	return d
}

// serve previews a report below the folder until the test ends.
func (d *desk) serve(t testing.TB, o Options) {
	t.Helper()
	o.Root, o.Editor = filepath.ToSlash(d.dir), "vscode://file/{path}:{line}:{column}"
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	d.wire = &wire{Listener: l}
	d.base = "http://" + l.Addr().String() + "/"
	ctx, stop := context.WithCancel(context.Background())
	done := make(chan error, 1)
	go func() { done <- Serve(ctx, d.wire, o, watch.Folder(ctx, d.dir, watch.Options{})) }()
	t.Cleanup(func() {
		stop()
		if err := <-done; err != nil {
			t.Error(err)
		}
	})
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
	wait(t, p, "what the figures say, in the report's language",
		`document.querySelector("#problems li p").textContent.includes("gjelder 15 av 62") &&
		document.querySelector("#problems li p").textContent.endsWith("[number]")`)
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

// TestBrokenFirst: a report that cannot be read when the program begins is told of, and shown when it
// has been mended; and a view that is not there is not offered.
func TestBrokenFirst(t *testing.T) {
	b := webtest.Start(t)
	d := &desk{dir: t.TempDir()}
	d.report = filepath.Join(d.dir, "2024", "r")
	if err := os.MkdirAll(d.report, 0o777); err != nil {
		t.Fatal(err)
	}
	d.write(t, "report.toml", strings.Replace(short, "[[chapter]]", "[[chapter", 1))
	d.serve(t, Options{Content: os.DirFS(d.dir), Year: 2024, Name: "r", Language: "nb"})
	p := b.OpenAt(t, d.base, "", webtest.View{Width: 1440, Height: 900})
	wait(t, p, "the problem", `document.querySelectorAll("#problems li.error").length === 1`)
	wait(t, p, "that there is nothing yet", `document.querySelectorAll(".leaf, #views a").length === 0 &&
		document.getElementById("help").textContent.includes("ikke latt seg bygge")`)
	d.write(t, "report.toml", short)
	wait(t, p, "the page", pageText+`.includes("Oppdiktet rapport")`)
	wait(t, p, "the views", `document.querySelectorAll("#views a").length === 4`)
	wait(t, p, "no problem", `document.querySelectorAll("#problems li").length === 0`)
	for _, said := range p.Told() {
		t.Error(said)
	}
}

// TestSource: a click on anything opens the line that it comes from, and hovering tells it.
func TestSource(t *testing.T) {
	b := webtest.Start(t)
	d := start(t)
	p := b.OpenAt(t, d.base, "#screen/14", webtest.View{Width: 1440, Height: 900})
	wait(t, p, "the page", pageText+`.includes("Pårørende og systemarbeid")`)
	p.Eval(t, `window.opened = []; document.addEventListener("click", e => {
		const a = e.target.closest("a[href^='vscode:']");
		if (a) { e.preventDefault(); opened.push(decodeURIComponent(a.href)); }
	}); 1`, nil)
	for _, tt := range []struct{ words, file, line string }{
		{"Pårørende og systemarbeid", "20-arbeidsdagen.toml", "headline = "},
		{"De samme oppgavene?", "20-arbeidsdagen.toml", "figure = "},
		{"arbeidsoppgavene som andre", "20-arbeidsdagen.toml", "figure = "}, {"Stort", "survey.toml", "Stort sett egne"},
		{"Arbeidsdagen", "20-arbeidsdagen.toml", "title = "},
		{"på systemnivå, og", "20-arbeidsdagen.toml", "prose = "},
	} {
		var at struct{ X, Y float64 }
		p.Eval(t, fmt.Sprintf(`(() => {
			const t = [...document.querySelectorAll("#spread tspan")].find(t => t.textContent.includes(%q));
			const r = t.getBoundingClientRect();
			return {X: r.left + r.width / 2, Y: r.top + r.height / 2};
		})()`, tt.words), &at)
		p.Click(t, at.X, at.Y)
		var opened, tip string
		p.Eval(t, `opened.pop() || ""`, &opened)
		p.Eval(t, `document.getElementById("tip").hidden ? "" : document.getElementById("tip").textContent`, &tip)
		m := regexp.MustCompile(`^vscode://file(/.*):(\d+):\d+$`).FindStringSubmatch(opened)
		if m == nil || !strings.HasSuffix(m[1], "/"+tt.file) || !strings.Contains(tip, tt.file+":"+m[2]) {
			t.Errorf("%q opens %q, and hovering says %q", tt.words, opened, tip)
			continue
		}
		file, err := os.ReadFile(m[1])
		if err != nil {
			t.Error(err)
			continue
		}
		line, _ := strconv.Atoi(m[2])
		block := strings.Join(strings.Split(string(file), "\n")[line-1:min(line+6, strings.Count(string(file), "\n"))], "\n")
		if !strings.Contains(block, tt.line) {
			t.Errorf("%q opens line %d, where there is no %q:\n%s", tt.words, line, tt.line, block)
		}
	}
}

// TestKeys: the keyboard turns pages, zooms and finds the first problem, unless it is told not to; and
// comes to everything.
func TestKeys(t *testing.T) {
	b := webtest.Start(t)
	d := start(t)
	p := b.OpenAt(t, d.base, "", webtest.View{Width: 1440, Height: 900})
	wait(t, p, "the cover", `document.querySelectorAll("#spread .leaf").length === 1`)
	for _, tt := range []struct{ key, seen string }{
		{kb.ArrowRight, `location.hash === "#screen/2" && document.querySelectorAll("#spread .leaf").length === 2`},
		{kb.ArrowRight, `location.hash === "#screen/4"`},
		{kb.ArrowLeft, `location.hash === "#screen/2"`},
		{kb.End, `location.hash === "#screen/32"`},
		{kb.Home, `location.hash === "#screen/1"`},
		{"+", `view.zoom === 1.25 && document.getElementById("stage").scrollHeight > document.getElementById("stage").clientHeight`},
		{"-", `view.zoom === 1`},
	} {
		p.Press(t, tt.key)
		wait(t, p, tt.seen, tt.seen)
	}
	d.replace(t, "20-arbeidsdagen.toml", "{prosent ek2021.systemniva | Ofte} gjør", "34 prosent gjør")
	wait(t, p, "the problem", `document.querySelectorAll("#problems li").length === 1`)
	p.Press(t, "e")
	wait(t, p, "the page of the problem", `location.hash === "#screen/14" && document.activeElement.id === "problem-1"`)
	p.Eval(t, `document.getElementById("keys").click(); document.activeElement.blur(); 1`, nil)
	p.Press(t, "0"+kb.ArrowRight)
	wait(t, p, "that no key is heard", `location.hash === "#screen/14"`)
	p = b.OpenAt(t, d.base, "", webtest.View{Width: 1440, Height: 900})
	wait(t, p, "the problem", `document.querySelectorAll("#problems li").length === 1`)
	p.Eval(t, `document.querySelector("details").open = true`, nil)
	for _, f := range p.Tab(t, 200) {
		if !f.Visible {
			t.Errorf("the focus does not show on %s", f.Name)
		}
	}
	for _, name := range p.Unreachable(t) {
		t.Errorf("Tab does not come to %s", name)
	}
}

// TestAccessible: axe-core finds nothing, with problems and without, in every view and at 400 % zoom,
// where nothing scrolls sideways but the pages.
func TestAccessible(t *testing.T) {
	b := webtest.Start(t)
	d := start(t)
	d.replace(t, "20-arbeidsdagen.toml", "{prosent ek2021.systemniva | Ofte} gjør", "34 prosent gjør")
	wide, phone := webtest.View{Width: 1440, Height: 900}, webtest.View{Width: 320, Height: 640}
	for _, tt := range []struct {
		webtest.View
		at string
	}{{wide, "#screen/14"}, {wide, "#print/14"}, {wide, "#booklet/3"}, {wide, "#web"}, {phone, "#screen/14"},
		{webtest.View{Width: 1000, Height: 700, Forced: true}, "#screen/14"}} {
		t.Run(fmt.Sprintf("%v %s", tt.View, tt.at), func(t *testing.T) {
			p := b.OpenAt(t, d.base, tt.at, tt.View)
			wait(t, p, "the edition", `document.querySelectorAll("#problems li").length > 0 &&
				document.querySelector("#spread > *")`)
			p.Eval(t, `document.querySelector("details").open = true`, nil)
			for _, violation := range p.Axe(t) {
				t.Error(violation)
			}
			for _, over := range p.Sideways(t) {
				t.Error(over)
			}
			for _, said := range p.Told() {
				t.Error(said)
			}
		})
	}
}

// TestViews: the tabs lead to the same page in every edition, each ink can be taken away, and the web
// page stays where it was scrolled to.
func TestViews(t *testing.T) {
	b := webtest.Start(t)
	d := start(t)
	p := b.OpenAt(t, d.base, "#screen/14", webtest.View{Width: 1440, Height: 900})
	wait(t, p, "the page", pageText+`.includes("Pårørende og systemarbeid")`)
	click := func(what string) {
		p.Eval(t, fmt.Sprintf(`[...document.querySelectorAll("#views a, #tools button, #tools input")].find(
			e => (e.textContent || e.parentNode.textContent).trim() === %q).click()`, what), nil)
	}
	click("Trykk")
	wait(t, p, "the page with its slug", `location.hash === "#print/14" && `+pageText+`.includes("Side 14 av 32")`)
	wait(t, p, "colours", `![...document.querySelectorAll("#spread [fill^='#']")].every(
		e => new Set(e.getAttribute("fill").slice(1).match(/../g)).size === 1)`)
	for _, ink := range []string{"Cyan", "Magenta", "Gul"} {
		click(ink)
	}
	wait(t, p, "black alone", `[...document.querySelectorAll("#spread [fill^='#']")].every(
		e => new Set(e.getAttribute("fill").slice(1).match(/../g)).size === 1)`)
	click("Hefte")
	wait(t, p, "the sheet of the page", `location.hash.startsWith("#booklet/") && `+pageText+`.includes("Pårørende og systemarbeid")`)
	click("Nett")
	wait(t, p, "the web page", `document.getElementById("web")?.contentDocument?.querySelector("h1") &&
		document.getElementById("web").contentDocument.readyState === "complete"`)
	p.Eval(t, `document.getElementById("web").contentWindow.scrollTo({top: 3000, behavior: "instant"})`, nil)
	d.replace(t, "20-arbeidsdagen.toml", "Nesten like mange", "Omtrent like mange")
	wait(t, p, "the new web page", `document.querySelectorAll("iframe").length === 1 &&
		document.getElementById("web").contentDocument.body.textContent.includes("Omtrent like mange")`)
	wait(t, p, "the same place", `Math.abs(document.getElementById("web").contentWindow.scrollY - 3000) < 40`)
	click("Skjerm")
	wait(t, p, "a page", `document.querySelectorAll("#spread .leaf").length > 0`)
	for _, said := range p.Told() {
		t.Error(said)
	}
}

// TestConnection: a second tab shows the same, and a connection that was cut, or has gone silent while
// the machine slept, comes back by itself and shows what was saved meanwhile.
func TestConnection(t *testing.T) {
	b := webtest.Start(t)
	d := start(t)
	p := b.OpenAt(t, d.base, "#screen/14", webtest.View{Width: 1440, Height: 900})
	second := b.OpenAt(t, d.base, "#screen/14", webtest.View{Width: 1440, Height: 900})
	for _, tab := range []*webtest.Page{p, second} {
		wait(t, tab, "the page", pageText+`.includes("Nesten like mange")`)
	}
	d.replace(t, "20-arbeidsdagen.toml", "Nesten like mange", "Atskillig like mange")
	for _, tab := range []*webtest.Page{p, second} {
		wait(t, tab, "the change", pageText+`.includes("Atskillig like")`)
	}
	d.wire.each(func(c *connection) { _ = c.Close() })
	d.replace(t, "20-arbeidsdagen.toml", "Atskillig like mange", "Temmelig like mange")
	wait(t, p, "what was saved while it was cut", pageText+`.includes("Temmelig like")`)
	d.wire.each(func(c *connection) { c.silent.Store(true) })
	d.replace(t, "20-arbeidsdagen.toml", "Temmelig like mange", "Overmåte like mange")
	time.Sleep(300 * time.Millisecond)
	p.Eval(t, `heard = Date.now() - 60000; document.dispatchEvent(new Event("visibilitychange")); 1`, nil)
	wait(t, p, "what was saved while it slept", pageText+`.includes("Overmåte like")`)
	wait(t, p, "that all is well", `!document.body.classList.contains("lost")`)
}

// TestWords: words take the room in the browser that they were measured with: the faces are the report's,
// and the browser kerns as the shaper does.
func TestWords(t *testing.T) {
	b := webtest.Start(t)
	d := start(t)
	document := bench(t).current.Load().document
	p := b.OpenAt(t, d.base, "#screen/1", webtest.View{Width: 1440, Height: 900})
	for _, page := range []int{0, 2, 4, 13, 25, 28} {
		p.Eval(t, fmt.Sprintf(`view.spread = false; location.hash = "#screen/%d"; 1`, page+1), nil)
		wait(t, p, "the page", fmt.Sprintf(`shown.length === 1 && shown[0].at === %d`, page))
		var have []struct {
			Words string
			Wide  float64
		}
		p.Eval(t, `document.fonts.ready.then(() => [...document.querySelectorAll("#spread tspan")].map(
			s => ({Words: s.textContent, Wide: s.getComputedTextLength()})))`, &have)
		n := 0
		for _, it := range document.Pages[page].Items {
			if it.Text == nil {
				continue
			}
			if n == len(have) {
				t.Fatalf("page %d: only %d runs are shown", page+1, n)
			}
			want := float64(it.Text.End() - it.Text.X)
			if math.Abs(have[n].Wide-want) > 0.3+want/200 {
				t.Errorf("page %d: %q is %.2f wide, and was measured %.2f", page+1, have[n].Words, have[n].Wide, want)
			}
			n++
		}
		if n != len(have) || n == 0 {
			t.Errorf("page %d: %d runs are shown of %d", page+1, len(have), n)
		}
	}
}

var pictureFile = flag.String("picture", "", "the `file` that TestPicture draws the README's picture in")

// TestPicture draws the preview with a number that the figures do not give.
func TestPicture(t *testing.T) {
	if *pictureFile == "" {
		t.Skip("no -picture")
	}
	b := webtest.Start(t)
	d := start(t)
	p := b.OpenAt(t, d.base, "#screen/14", webtest.View{Width: 1440, Height: 860})
	wait(t, p, "thumbnails", `document.querySelectorAll("#thumbs svg").length > 8`)
	d.replace(t, "20-arbeidsdagen.toml", "{prosent ek2021.systemniva | Ofte} gjør", "34 prosent gjør")
	wait(t, p, "the problem and its place", `document.querySelectorAll(".leaf .box.error").length > 0`)
	wait(t, p, "the end of the outline", `document.querySelectorAll(".box.changed").length === 0`)
	p.Eval(t, `document.fonts.ready.then(() => true)`, nil)
	if err := os.WriteFile(*pictureFile, p.Screenshot(t), 0o600); err != nil {
		t.Fatal(err)
	}
}
