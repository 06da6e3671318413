package webtest

import (
	"context"
	"encoding/json"
	"fmt"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/css"
	"github.com/chromedp/cdproto/dom"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// View is how a reader has a page.
type View struct {
	Width, Height int  // of the window in CSS pixels; 0: 1280, 800
	Forced        bool // the colours are the reader's own
	Dark          bool // the reader prefers dark grounds
	NoScript      bool
	Spaced        bool // text as wide as WCAG 2.2, 1.4.12 says
	Print         bool // as it is printed
}

func (v View) String() string {
	s := fmt.Sprint(v.Width)
	for _, mode := range []struct {
		on   bool
		name string
	}{{v.Forced, "forced colours"}, {v.Dark, "dark"}, {v.NoScript, "no script"},
		{v.Spaced, "spaced"}, {v.Print, "print"}} {
		if mode.on {
			s += " " + mode.name
		}
	}
	return s
}

// Page is a loaded page in a tab. Its methods are not to be called side by side.
type Page struct {
	context context.Context
	base    string
	axe     string

	mu   sync.Mutex
	told []string
}

// slowest is how long a browser may take for a page, or for an answer.
const slowest = 2 * time.Minute

// Open loads a file of a folder. The tab is closed at the end of the test.
func (b *Browser) Open(t testing.TB, folder, file string, v View) *Page {
	t.Helper()
	return b.OpenAt(t, serve(t, folder).URL+"/", file, v)
}

// OpenAt loads an address of a server that is there already. What is not below base is told.
func (b *Browser) OpenAt(t testing.TB, base, file string, v View) *Page {
	t.Helper()
	if v.Width == 0 {
		v.Width = 1280
	}
	if v.Height == 0 {
		v.Height = 800
	}
	tab, end := chromedp.NewContext(b.context)
	limited, stop := context.WithTimeout(tab, slowest)
	t.Cleanup(func() { stop(); end() })
	p := &Page{context: limited, base: base, axe: b.axe}
	if err := chromedp.Do(tab); err != nil { // which the limit is not to end
		t.Fatal(err)
	}
	if err := p.listen(); err != nil {
		t.Fatal(err)
	}
	features := []*emulation.MediaFeature{{Name: "prefers-reduced-motion", Value: "reduce"}}
	if v.Forced {
		features = append(features, &emulation.MediaFeature{Name: "forced-colors", Value: "active"})
	}
	if v.Dark {
		features = append(features,
			&emulation.MediaFeature{Name: "prefers-color-scheme", Value: "dark"})
	}
	media := emulation.SetEmulatedMediaParams{Features: features}
	if v.Print {
		media.Media = "print"
	}
	call(t, p, network.Enable, network.EnableParams{})
	call(t, p, log.Enable, cdp.Empty{})
	call(t, p, emulation.SetEmulatedMedia, media)
	p.disable(t, v.NoScript)
	p.size(t, v.Width, v.Height)
	if err := chromedp.Do(limited, chromedp.Navigate(p.base+file)); err != nil {
		t.Fatalf("%s: %v", file, err)
	}
	p.disable(t, false) // the page's scripts have not run; what it is asked has to
	if v.Spaced {
		p.eval(t, spacing, nil)
	}
	p.eval(t, `document.fonts.ready.then(() => true)`, nil)
	return p
}

// call runs a command of the devtools in a page.
func call[P, R any](t testing.TB, p *Page, command cdp.Command[P, R], params P) R {
	t.Helper()
	result, err := chromedp.Call(p.context, command, params)
	if err != nil {
		t.Fatalf("%s: %v", command.Method, err)
	}
	return result
}

// disable turns scripts off, and on again.
func (p *Page) disable(t testing.TB, off bool) {
	t.Helper()
	call(t, p, emulation.SetScriptExecutionDisabled,
		emulation.SetScriptExecutionDisabledParams{Value: off})
}

func (p *Page) size(t testing.TB, width, height int) {
	t.Helper()
	call(t, p, emulation.SetDeviceMetricsOverride, emulation.SetDeviceMetricsOverrideParams{
		Width: int64(width), Height: int64(height), DeviceScaleFactor: 1})
}

// spacing is what a page must bear (WCAG 2.2, 1.4.12). A constructed stylesheet is no matter of the
// page's policy.
const spacing = `{
	const sheet = new CSSStyleSheet();
	sheet.replaceSync("*{line-height:1.5!important;letter-spacing:.12em!important;" +
		"word-spacing:.16em!important} p{margin-bottom:2em!important}");
	document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
	true;
}`

// listen notes what a page complains of, and what it asks for: outside of its folder, or in vain.
func (p *Page) listen() error {
	tell := func(format string, args ...any) {
		p.mu.Lock()
		p.told = append(p.told, fmt.Sprintf(format, args...))
		p.mu.Unlock()
	}
	return chromedp.Listen(p.context, func(event any) {
		switch e := event.(type) {
		case *runtime.EventConsoleAPICalled:
			if e.Type == runtime.ConsoleAPICalledTypeError ||
				e.Type == runtime.ConsoleAPICalledTypeWarning {
				var words []string
				for _, arg := range e.Args {
					words = append(words, string(arg.Value)+arg.Description)
				}
				tell("console: %s", strings.Join(words, " "))
			}
		case *runtime.EventExceptionThrown:
			tell("script: %s", thrown(e.ExceptionDetails))
		case *log.EventEntryAdded:
			if e.Entry.Level == log.EntryLevelError || e.Entry.Level == log.EntryLevelWarning {
				tell("%s: %s %s", e.Entry.Source, e.Entry.Text, e.Entry.URL)
			}
		case *network.EventRequestWillBeSent:
			if url := e.Request.URL; !strings.HasPrefix(url, p.base) && fetched(url) {
				tell("leaves its folder: %s", url)
			}
		case *network.EventResponseReceived:
			if e.Response.Status >= 400 {
				tell("%d: %s", e.Response.Status, e.Response.URL)
			}
		}
	})
}

// fetched reports whether an address is one that a browser asks somebody for.
func fetched(url string) bool {
	for _, inside := range []string{"data:", "blob:", "about:"} {
		if strings.HasPrefix(url, inside) {
			return false
		}
	}
	return true
}

// Told is what the browser has complained of so far: errors and warnings of scripts, of the content
// security policy and of loading, and requests that left the folder.
func (p *Page) Told() []string {
	p.mu.Lock()
	defer p.mu.Unlock()
	return append([]string(nil), p.told...)
}

// Eval runs an expression in the page and reads its value, that of a promise when it is kept. The
// page's policy does not hold for it, and it runs where the page's scripts did not.
func (p *Page) Eval(t testing.TB, expression string, value any) {
	t.Helper()
	p.eval(t, expression, value)
}

func (p *Page) eval(t testing.TB, expression string, value any) {
	t.Helper()
	yes := true
	have := call(t, p, runtime.Evaluate, runtime.EvaluateParams{
		Expression: expression, ReturnByValue: &yes, AwaitPromise: &yes})
	if have.ExceptionDetails != nil {
		t.Fatalf("%.80s…: %s", expression, thrown(have.ExceptionDetails))
	}
	if value == nil {
		return
	}
	if err := json.Unmarshal(have.Result.Value, value); err != nil {
		t.Fatalf("%.80s… is %s: %v", expression, have.Result.Value, err)
	}
}

// thrown is what an exception says.
func thrown(e *runtime.ExceptionDetails) string {
	if e.Exception != nil {
		return e.Exception.Description
	}
	return e.Text
}

// Resize gives the window another size.
func (p *Page) Resize(t testing.TB, width, height int) {
	t.Helper()
	p.size(t, width, height)
	// Two frames later everything stands where it belongs.
	p.eval(t, `new Promise(done =>
		requestAnimationFrame(() => requestAnimationFrame(() => done(1))))`, nil)
}

// OpenDetails opens everything that can be unfolded, and says how much that was.
func (p *Page) OpenDetails(t testing.TB) (opened int) {
	t.Helper()
	p.eval(t, `{
		const closed = document.querySelectorAll("details:not([open])");
		for (const d of closed) d.open = true;
		closed.length;
	}`, &opened)
	return opened
}

// Sideways lists what makes the page scroll sideways: elements that reach over its right edge,
// outside of a region that scrolls by itself. It is empty when nothing does.
func (p *Page) Sideways(t testing.TB) (over []string) {
	t.Helper()
	p.eval(t, `(() => {
		const width = document.documentElement.clientWidth;
		if (document.documentElement.scrollWidth <= width) return [];
		const name = e => e.localName + (e.id ? "#" + e.id : "") +
			(e.classList.length ? "." + [...e.classList].join(".") : "") + " " +
			Math.round(e.getBoundingClientRect().right) + " " +
			(e.textContent || "").trim().slice(0, 40);
		const kept = e => {
			for (let at = e.parentElement; at && at !== document.body; at = at.parentElement)
				if (getComputedStyle(at).overflowX !== "visible") return true;
			return false;
		};
		const over = [...document.body.querySelectorAll("*")].filter(
			e => e.getBoundingClientRect().right + scrollX > width + 0.5 && !kept(e));
		return ["the page is " + document.documentElement.scrollWidth + " wide in " + width,
			...over.slice(0, 12).map(name)];
	})()`, &over)
	return over
}

// Focus is an element that the keyboard has come to.
type Focus struct {
	Name    string // its tag, its id or address, its words
	Visible bool   // something shows that it has the focus
	Inside  bool   // it is in the window, as far as it goes
}

// Tab walks through the page with the tabulator key, from its top to its end, at most so many
// steps, and lists what had the focus.
func (p *Page) Tab(t testing.TB, most int) (all []Focus) {
	t.Helper()
	p.eval(t, `window.webtestMet = new Set(); window.webtestName = e => e.localName +
		(e.id ? "#" + e.id : "") + " " + (e.getAttribute("href") || "") + " " +
		(e.getAttribute("aria-label") || e.textContent || "").trim().slice(0, 40); 1`, nil)
	for range most {
		if err := chromedp.Do(p.context, chromedp.KeyEvent(kb.Tab)); err != nil {
			t.Fatal(err)
		}
		var f *Focus
		p.eval(t, `(() => {
			const e = document.activeElement;
			if (!e || e === document.body || webtestMet.has(e)) return null;
			webtestMet.add(e);
			const s = getComputedStyle(e), r = e.getBoundingClientRect();
			return {Name: webtestName(e),
				Visible: s.outlineStyle !== "none" && parseFloat(s.outlineWidth) >= 1 ||
					s.boxShadow !== "none",
				Inside: r.bottom > 0 && r.top < innerHeight && r.right > 0 && r.left < innerWidth};
		})()`, &f)
		if f == nil {
			return all
		}
		all = append(all, *f)
	}
	return all
}

// Unreachable lists what a pointer reaches and Tab did not: links, buttons, what unfolds, regions
// that scroll. It is asked after Tab.
func (p *Page) Unreachable(t testing.TB) (all []string) {
	t.Helper()
	p.eval(t, `(() => {
		const scrolls = e => {
			const s = getComputedStyle(e);
			return e.scrollWidth > e.clientWidth + 1 && /auto|scroll/.test(s.overflowX) ||
				e.scrollHeight > e.clientHeight + 1 && /auto|scroll/.test(s.overflowY);
		};
		const inside = e => [...e.querySelectorAll("*")].some(c => webtestMet.has(c));
		const acts = e => e.matches("a[href], button, summary, input, select, textarea, [onclick], " +
			"[role=button], [role=link]") && !e.disabled;
		return [...document.body.querySelectorAll("*")].filter(e => e.checkVisibility() &&
			!webtestMet.has(e) && (acts(e) || scrolls(e) && !inside(e))).map(webtestName);
	})()`, &all)
	return all
}

// Screenshot is the whole page as PNG.
func (p *Page) Screenshot(t testing.TB) (png []byte) {
	t.Helper()
	yes := true
	return call(t, p, page.CaptureScreenshot,
		page.CaptureScreenshotParams{CaptureBeyondViewport: &yes}).Data
}

// Typefaces are the families that the text of some elements is really drawn with, and how many
// glyphs of each. One that the page has not loaded is told to be of the machine.
func (p *Page) Typefaces(t testing.TB, selector string) map[string]int {
	t.Helper()
	nodes, err := chromedp.Run(p.context, chromedp.QueryNodeIDs(chromedp.CSSAll(selector)))
	if err != nil {
		t.Fatal(err)
	}
	call(t, p, dom.Enable, dom.EnableParams{})
	call(t, p, css.Enable, cdp.Empty{})
	used := map[string]int{}
	for _, id := range nodes {
		params := css.GetPlatformFontsForNodeParams{NodeID: id}
		for _, f := range call(t, p, css.GetPlatformFontsForNode, params).Fonts {
			name := f.FamilyName
			if !f.IsCustomFont {
				name += " (of the machine)"
			}
			used[name] += int(f.GlyphCount)
		}
	}
	return used
}

// Click moves the mouse to a place in the window, and clicks there.
func (p *Page) Click(t testing.TB, x, y float64) {
	t.Helper()
	for _, kind := range []input.DispatchMouseEventType{input.DispatchMouseEventTypeMouseMoved,
		input.DispatchMouseEventTypeMousePressed, input.DispatchMouseEventTypeMouseReleased} {
		e := input.DispatchMouseEventParams{Type: kind, X: x, Y: y}
		if kind != input.DispatchMouseEventTypeMouseMoved {
			e.Button, e.ClickCount = input.MouseButtonLeft, 1
		}
		call(t, p, input.DispatchMouseEvent, e)
	}
}

// Press presses keys after each other: letters, and those of package kb.
func (p *Page) Press(t testing.TB, keys string) {
	t.Helper()
	if err := chromedp.Do(p.context, chromedp.KeyEvent(keys)); err != nil {
		t.Fatal(err)
	}
}

// PDF is the page as its reader's browser prints it, on A4.
func (p *Page) PDF(t testing.TB) []byte {
	t.Helper()
	yes := true
	return call(t, p, page.PrintToPDF, page.PrintToPDFParams{
		PaperWidth: 210 / 25.4, PaperHeight: 297 / 25.4, PrintBackground: &yes}).Data
}
