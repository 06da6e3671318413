// Package webtest holds pages against programs that other people wrote: Chromium (what a reader
// sees and reaches), axe-core (accessibility) and the Nu HTML checker (syntax).
//
// # The idea
//
// Start begins a browser without a window, once for a test and its parallel parts. Browser.Open
// loads a file of a folder in a tab of its own, as one reader has it: a width, forced colours, no
// scripts, wide text. The Page is then asked: Axe, Sideways, Tab, Unreachable, Told, Typefaces,
// Eval, Screenshot. VNU checks files without a browser. A folder is served on loopback, at the root
// of a port of its own; what a page asks of anybody else is told.
//
// Where a program is missing, a test that needs it is skipped, and fails when CI=true;
// .ci/install-tools installs all of them.
//
// # Left out
//
// Other browsers; files that are opened without a server, since loading these is the browser's
// business.
//
// github.com/chromedp/chromedp speaks with the browser: the devtools' protocol is what a browser
// without a window is driven by, and no other library for it is as common. Only tests import it.
package webtest

import (
	"context"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"

	"github.com/chromedp/chromedp"
)

// axePath is where .ci/install-tools puts axe-core.
const axePath = "/usr/local/lib/axe-core/axe.min.js"

// fontSettings turn off hinting: what it does to a letter depends on what letters a font has.
const fontSettings = `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
<include ignore_missing="yes">/etc/fonts/fonts.conf</include>
<match target="pattern">
<edit name="hinting" mode="assign"><bool>false</bool></edit>
<edit name="autohint" mode="assign"><bool>false</bool></edit>
<edit name="hintstyle" mode="assign"><const>hintnone</const></edit>
</match></fontconfig>`

// Browser is a running Chromium. Its methods may be called side by side.
type Browser struct {
	context context.Context
	axe     string // the library's source
}

// missing skips the test, or fails it when CI=true.
func missing(t testing.TB, what string) {
	t.Helper()
	if os.Getenv("CI") == "true" {
		t.Fatalf("%s is not installed; .ci/install-tools does that", what)
	}
	t.Skipf("%s is not installed; .ci/install-tools does that", what)
}

// Start begins a browser that lives as long as the test and the parts of it.
func Start(t testing.TB) *Browser {
	t.Helper()
	path, err := exec.LookPath("chromium")
	if err != nil {
		missing(t, "chromium")
	}
	axe, err := os.ReadFile(axePath)
	if err != nil {
		missing(t, "axe-core")
	}
	unhinted := filepath.Join(t.TempDir(), "fonts.conf")
	if err := os.WriteFile(unhinted, []byte(fontSettings), 0o600); err != nil {
		t.Fatal(err)
	}
	// Root in a container has no sandbox.
	options := append(chromedp.DefaultExecAllocatorOptions[:], chromedp.ExecPath(path),
		chromedp.NoSandbox, chromedp.Env("FONTCONFIG_FILE="+unhinted),
		chromedp.WSURLReadTimeout(time.Minute))
	allocator, end := chromedp.NewExecAllocator(context.Background(), options...)
	browser, stop := chromedp.NewContext(allocator)
	t.Cleanup(func() { stop(); end() })
	if err := chromedp.Do(browser); err != nil {
		t.Fatalf("chromium: %v", err)
	}
	return &Browser{browser, string(axe)}
}

// serve serves a folder on loopback as long as the test lives.
func serve(t testing.TB, folder string) *httptest.Server {
	t.Helper()
	s := httptest.NewServer(http.FileServer(http.Dir(folder)))
	t.Cleanup(s.Close)
	return s
}
