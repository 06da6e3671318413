package svg

import (
	"errors"
	"strconv"
	"strings"
	"testing"
	"time"
)

// wrap puts something into an <svg> of 100 by 100 beside a circle, on line 2.
func wrap(body string) string {
	return `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 100 100"><circle r="5" cx="50" cy="50"/>` +
		"\n" + body + "</svg>"
}

// refused are bodies outside of the subset, with the error.
var refused = []struct{ name, body, want string }{
	{"text", `<text x="5">hei</text>`, `2:1: <text>: text is outside`},
	{"characters before", `<g>ærlig <text/></g>`, `2:10: <text>: text`},
	{"image", `<g><image href="a.png"/></g>`, `2:4: <image>: raster images`},
	{"foreign", `<foreignObject/>`, `<foreignObject>: other languages`},
	{"unknown element", `<blob/>`, `<blob>: the element is outside`},
	{"html", `<div xmlns="http://www.w3.org/1999/xhtml"/>`, `<div>: scripts and HTML`},
	{"script", `<defs><script>x()</script></defs>`, `<script>: scripts`},
	{"handler", `<rect onclick="x()"/>`, `<rect>: scripts are refused: onclick`},
	{"filter", `<g style="filter:url(#f)"/>`, `<g>: filter: "url(#f)" is outside`},
	{"marker", `<line x2="5" stroke="red" marker-end="url(#f)"/>`, `<line>: marker-end: `},
	{"blend", `<g style="mix-blend-mode:multiply"/>`, `mix-blend-mode: "multiply"`},
	{"css transform", `<g style="transform:scale(2)"/>`, `transform: "scale(2)" is outside`},
	{"constant stroke", `<g vector-effect="non-scaling-stroke"/>`, `vector-effect: `},
	{"no property", `<g style="red"/>`, `<g>: style: "red" is not a property with a value`},
	{"unknown colour", `<g fill="gren"/>`, `<g>: fill: "gren" is not a colour`},
	{"signed colour", `<g fill="#+12"/>`, `3, 4, 6 or 8 hexadecimal digits`},
	{"rgb of two", `<g fill="rgb(1,2)"/>`, `a colour of 2 parts instead of 3`},
	{"rgb mixed", `<g fill="rgb(1,2%,3)"/>`, `neither three numbers`},
	{"fill rule", `<g fill-rule="odd"/>`, `"odd" is none of nonzero, evenodd`},
	{"negative stroke", `<g stroke-width="-1"/>`, `stroke-width: -1 is negative`},
	{"negative dash", `<g stroke-dasharray="3 -1"/>`, `-1 is negative`},
	{"negative width", `<rect width="-1" height="9"/>`, `<rect>: the size is negative`},
	{"negative radius", `<circle r="-1"/>`, `<circle>: the size is negative`},
	{"huge number", `<rect width="1e999" height="9"/>`, `the number 1e999 is too large`},
	{"NaN", `<rect width="NaN" height="9"/>`, `"NaN" at character 1 is not a number`},
	{"infinite", `<path d="M0 0L Infinity 0"/>`, `d: "Infinity 0" at character 7 is not a number`},
	{"huge path number", `<path d="M0 0L1e39 0"/>`, `d: the number 1e39 is too large`},
	{"path without M", `<path d="L5 5"/>`, `path data begin with M, not 'L'`},
	{"path command", `<path d="M0 0B5 5"/>`, `"B5 5" at character 5 is not a path command`},
	{"half a pair", `<path d="M0 0L5"/>`, `a number is missing at the end`},
	{"two commas", `<path d="M0,,0"/>`, `not a number`},
	{"comma at the end", `<path d="M0 0,"/>`, `a number is missing`},
	{"flag", `<path d="M0 0A5 5 0 2 1 9 9"/>`, `not 0 or 1`},
	{"numbers after Z", `<path d="M0 0h5z5"/>`, `"5" at character 8 is not a path command`},
	{"odd points", `<polygon points="1 2 3"/>`, `points: 3 numbers are not pairs`},
	{"bad points", `<polygon points="1 2 x"/>`, `points: "x" at character 5`},
	{"unknown transform", `<g transform="spin(5)"/>`, `transform: "spin" is not a transform`},
	{"transform count", `<g transform="matrix(1 2)"/>`, `matrix has 2 numbers`},
	{"transform end", `<g transform="scale(2"/>`, `is not a transform`},
	{"transform comma", `<g transform="scale(2),"/>`, `missing after the comma`},
	{"huge transform", `<g transform="scale(1e7)scale(1e7)"/>`, `the transform is too large`},
	{"huge transforms", `<g transform="scale(1e7)"><g transform="scale(1e7)"/></g>`,
		`the transforms are too large`},
	{"aspect ratio", `<svg viewBox="0 0 1 1" preserveAspectRatio="xMidyMid"/>`,
		`preserveAspectRatio: "xMidyMid"`},
	{"flat viewBox", `<svg viewBox="0 0 0 1"/>`, `viewBox: "0 0 0 1" has no area`},
	{"short viewBox", `<svg viewBox="0 0 1"/>`, `has 3 numbers instead of 4`},
	{"external use", `<use xlink:href="other.svg#a"/>`, `<use>: "other.svg#a" is not in this file`},
	{"missing use", `<use href="#a"/>`, `there is no element with the id "a"`},
	{"use of itself", `<use id="a" href="#a"/>`, `#a uses itself`},
	{"use of its parent", `<g id="a"><use href="#a"/></g>`, `#a uses itself`},
	{"uses in a ring", `<g id="a"><use href="#b"/></g><defs><g id="b"><use href="#a"/></g></defs>`,
		`2:47: <use>: #a uses itself`},
	{"symbol in itself", `<symbol id="a"><use href="#a"/></symbol><use href="#a"/>`,
		`#a uses itself`},
	{"use of text", `<defs><text id="t"/></defs><use href="#t"/>`, `2:7: <text>: text`},
	{"at-rule", `<style>@import url(x.css);</style>`,
		`<style>: "@import url(x.css);": rules that begin with @`},
	{"pseudo class", `<style>path:hover{fill:red}</style>`, `the selector "path:hover" is outside`},
	{"empty selector", `<style>{fill:red}</style>`, `the selector "" is none`},
	{"open rule", `<style>.a{fill:red</style>`, `has no { and }`},
	{"open comment", `<style>.a{} /* x</style>`, `a comment does not end`},
	{"style language", `<style type="text/less"/>`, `a style sheet of type "text/less"`},
	{"print style", `<style media="print"/>`, `for the medium "print" only`},
	{"attribute twice", `<rect x="1" x="2"/>`, `the attribute x is there twice`},
	{"unknown entity", `<g id="&xxe;"/>`, `broken XML: invalid character entity &xxe;`},
	{"wrong end", `<g></h>`, `broken XML: element <g> closed by </h>`},
	{"deep", strings.Repeat("<g>", 70) + strings.Repeat("</g>", 70),
		`<g>: nested more than 64 deep`},
	{"many elements", strings.Repeat("<g/>", 20_001), `the file has more than 20000 elements`},
	{"pattern", `<pattern id="g"/><rect width="9" height="9" fill="url(#g)"/>`,
		`<rect>: fill: patterns are outside the logo subset: #g`},
	{"paint by a shape", `<g id="g"/><rect width="9" height="9" stroke="url(#g)"/>`,
		`<rect>: stroke: #g is neither a colour nor a gradient`},
	{"paint elsewhere", `<rect width="9" height="9" fill="url(other.svg#g)"/>`,
		`<rect>: fill: "url(other.svg#g)" is not in this file`},
	{"gradient of itself", `<linearGradient id="g" href="#g"/><rect width="9" height="9" fill="url(#g)"/>`,
		`<linearGradient>: takes its colours from itself`},
	{"gradient transform", `<linearGradient id="g" gradientTransform="spin(2)"><stop/><stop offset="1"/></linearGradient>` +
		`<rect width="9" height="9" fill="url(#g)"/>`, `gradientTransform: "spin" is not`},
	{"gradient length", `<linearGradient id="g" x1="1lh"><stop/><stop offset="1"/></linearGradient>` +
		`<rect width="9" height="9" fill="url(#g)"/>`, `x1: "1lh" is not a length`},
	{"negative gradient", `<radialGradient id="g" r="-1"><stop/><stop offset="1"/></radialGradient>` +
		`<rect width="9" height="9" fill="url(#g)"/>`, `the radius is negative`},
	{"stop colour", `<linearGradient id="g"><stop stop-color="gren"/></linearGradient>` +
		`<rect width="9" height="9" fill="url(#g)"/>`, `stop-color: "gren" is not a colour`},
	{"spread", `<linearGradient id="g" spreadMethod="wide"><stop/><stop offset="1"/></linearGradient>` +
		`<rect width="9" height="9" fill="url(#g)"/>`, `spreadMethod: "wide" is none of`},
	{"many stops", `<linearGradient id="g">` + strings.Repeat("<stop/>", 300) + `</linearGradient>` +
		`<rect width="9" height="9" fill="url(#g)"/>`, `more than 256 colours`},
	{"mask of itself", `<mask id="m"><rect width="9" height="9" mask="url(#m)"/></mask>` +
		`<rect width="9" height="9" mask="url(#m)"/>`, `#m uses itself`},
	{"clip of itself", `<clipPath id="m" clip-path="url(#m)"><rect width="9" height="9"/></clipPath>` +
		`<rect width="9" height="9" clip-path="url(#m)"/>`, `#m uses itself`},
	{"text in a clip", `<clipPath id="m"><text>x</text></clipPath>` +
		`<rect width="9" height="9" clip-path="url(#m)"/>`, `<text>: text is outside`},
	{"clip by a function", `<g clip-path="circle(40%)"/>`, `clip-path: "circle(40%)" is not in this file`},
	{"mask that is clipped", `<mask id="m" clip-path="url(#c)"><rect width="9" height="9"/></mask>` +
		`<rect width="9" height="9" mask="url(#m)"/>`, `a mask that is cut off itself`},
	{"em squared", `<rect width="1lh" height="9"/>`, `<rect>: width: "1lh" is not a length`},
	{"alpha colour", `<g fill="#12345"/>`, `3, 4, 6 or 8 hexadecimal digits`},
	{"hsl", `<g fill="hsl(10,20,30)"/>`, `is not a number and two percentages`},
	{"sibling", `<style>g + path{fill:red}</style>`, `the selector "g + path" is outside`},
	{"child of nothing", `<style>g >{fill:red}</style>`, `the selector "g >" is none`},
	{"many long selectors", `<style>` + strings.Repeat("g g{}", 150) + `</style>` +
		strings.Repeat("<g/>", 10_000), `too many selectors of several elements`},
}

// TestRefused wants an *Error with place, element and reason.
func TestRefused(t *testing.T) {
	for _, tt := range refused {
		t.Run(tt.name, func(t *testing.T) {
			p, err := Parse([]byte(wrap(tt.body)))
			var e *Error
			if !errors.As(err, &e) || p != nil {
				t.Fatalf("error %v (%T), picture %v", err, err, p != nil)
			}
			if !strings.Contains(err.Error(), tt.want) || e.Line != 2 {
				t.Errorf("have %v\nwant %s", err, tt.want)
			}
		})
	}
}

// TestRefusedFiles is about files as a whole.
func TestRefusedFiles(t *testing.T) {
	const ns = `xmlns="http://www.w3.org/2000/svg"`
	tests := []struct{ name, file, want string }{
		{"empty", "", "1:1: not an SVG file: there is no <svg>"},
		{"text", "hei", `1:1: text outside of <svg>`},
		{"png", "\x89PNG\r\n\x1a\n\x00", `not an SVG file`},
		{"html", "<html></html>", `<html>: the file's only root must be an <svg>`},
		{"no namespace", `<svg viewBox="0 0 1 1"/>`, `without xmlns=`},
		{"two roots", `<svg ` + ns + `/><svg ` + ns + `/>`, `only root`},
		{"text after", `<svg ` + ns + `/>x`, `text outside`},
		{"entity of another file", "<!DOCTYPE svg [<!ENTITY a SYSTEM \"x.txt\">]><svg " + ns +
			` id="&a;"/>`, `invalid character entity &a;`},
		{"entities that grow", "<!DOCTYPE svg [<!ENTITY a \"" + strings.Repeat("a", 50_000) +
			"\">]><svg " + ns + `>` + strings.Repeat("<g id='&a;'/>", 100) + `</svg>`,
			`1:1: the entities of the DOCTYPE are too many`},
		{"style sheet", `<?xml-stylesheet href="a.css"?><svg ` + ns + `/>`,
			`1:1: a style sheet outside of the file`},
		{"truncated", `<svg ` + ns + ` viewBox="0 0 1 1"><path d="M0`,
			`broken XML: unexpected EOF`},
		{"truncated after an element", `<svg ` + ns + ` viewBox="0 0 1 1"><path/>`,
			`broken XML: unexpected EOF`},
		{"other encoding", `<?xml version="1.0" encoding="utf-16"?><svg ` + ns + `/>`,
			`the encoding "utf-16" is unknown; save it as UTF-8`},
		{"no size", `<svg ` + ns + `><path d="M0 0h1v1"/></svg>`, `<svg>: the size is not known`},
		{"zero size", `<svg ` + ns + ` width="0" height="5"/>`, `width: 0 is no size`},
		{"nothing", `<svg ` + ns + ` viewBox="0 0 1 1"><g/></svg>`,
			`there is nothing in it to draw`},
		{"nothing shown",
			`<svg ` + ns + ` viewBox="0 0 1 1"><path d="M0 0h1v1" fill="none"/></svg>`,
			`there is nothing in it to draw`},
		{"huge", strings.Repeat(" ", maxBytes+1), `a logo has at most 4194304`},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			_, err := Parse([]byte(tt.file))
			if err == nil || !strings.Contains(err.Error(), tt.want) {
				t.Errorf("have %v\nwant %s", err, tt.want)
			}
		})
	}
}

// TestBombs: files that ask for much work are refused, and soon.
func TestBombs(t *testing.T) {
	uses := `<defs><g id="u0"><rect width="1" height="1"/></g>`
	for i := range 20 {
		u := `<use href="#u` + strconv.Itoa(i) + `"/>`
		uses += `<g id="u` + strconv.Itoa(i+1) + `">` + strings.Repeat(u, 10) + `</g>`
	}
	chain := `<defs><g id="u0"/>`
	for i := range 70 {
		chain += `<g id="u` + strconv.Itoa(i+1) + `"><use href="#u` + strconv.Itoa(i) + `"/></g>`
	}
	many := strings.Repeat("<use href='#p'/>", 15_000)
	class := `class="` + strings.Repeat("a ", 19) + `"`
	tests := []struct{ name, body, want string }{
		{"billion uses", uses + `</defs><use href="#u20"/>`, "more than 50000 elements"},
		{"chain of uses", chain + `</defs><use href="#u70"/>`, "nested more than 64 deep"},
		{"long path often", `<defs><path id="p" d="M0 0` + strings.Repeat("h1h-1", 50_000) +
			`"/></defs>` + many, "path segments"},
		{"long path", `<path d="M0 0` + strings.Repeat("h1h-1", 150_000) + `"/>`, "path segments"},
		{"many points", `<polyline points="` + strings.Repeat("1 1 ", 250_000) + `"/>`,
			"path segments"},
		{"long empty path often", `<defs><path id="p" d="` + strings.Repeat(" ", 3<<20) +
			`M0 0h9v9"/></defs>` + many, ""},
		{"long style often", `<defs><path id="p" d="M0 0h9v9" style="` +
			strings.Repeat("fill:red;", 300_000) + `"/></defs>` + many, ""},
		{"long number often", `<defs><rect id="p" height="9" width="` +
			strings.Repeat("0", 3<<20) + `9"/></defs>` + many, "more than 1000 bytes"},
		{"many attributes", `<rect ` + strings.Repeat(`x="1" `, 300_000) + `/>`,
			"more than 200 attributes"},
		{"many classes", `<rect class="` + strings.Repeat("a ", 300_000) + `"/>`,
			"more than 20 classes"},
		{"many rules", `<style>` + strings.Repeat(".a{}", 300) + `</style>`, "more than 200 rules"},
		{"long style sheet", `<style>` + strings.Repeat("<!-- -->.a{}", 50_000) + `</style>`,
			"more than 65536 bytes"},
		{"all rules match", `<style>` + strings.Repeat(".a.a.a{fill:red}", 200) + `</style>` +
			strings.Repeat(`<g `+class+`/>`, 19_000), ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			start := time.Now()
			_, err := Parse([]byte(wrap(tt.body)))
			if took := time.Since(start); took > 4*time.Second {
				t.Errorf("took %v", took)
			}
			if tt.want == "" && err != nil ||
				tt.want != "" && (err == nil || !strings.Contains(err.Error(), tt.want)) {
				t.Errorf("have %v\nwant %s", err, tt.want)
			}
		})
	}
}
