package layout

import (
	"errors"
	"fmt"
	"strings"
	"testing"
	"testing/fstest"
	"time"
	"unicode"

	"rapport/content"
	"rapport/content/check"
	"rapport/layout/frame"
)

// proseReport is an invented report whose only prose is the given Markdown.
func proseReport(markdown string) fstest.MapFS {
	const toml = `[report]
title = "Lånerne i tall"
language = "nb"
date = 2024-05-02
publisher = "Vik bibliotek"
[survey]
id = "vik"
title = "Lånerundersøkelsen"
year = 2024
answered = 48
[[figure]]
id = "hjelp"
question = "Fikk du hjelp?"
kind = "single"
[figure.answers]
"Ja" = 30
"Nei" = 18
[[chapter]]
id = "besok"
title = "Besøket"
[[chapter.topic]]
id = "hjelp"
headline = "De fleste fikk hjelp"
[[chapter.topic.block]]
figure = "vik.hjelp"
[[chapter.topic.block]]
prose = `
	return fstest.MapFS{"2024/prove/report.toml": {Data: []byte(toml + tomlText(markdown))}}
}

// tomlText is a text as a TOML string in which every character is itself.
func tomlText(s string) string {
	var b strings.Builder
	b.WriteByte('"')
	for _, r := range s {
		if r >= ' ' && r < 0x7f && r != '"' && r != '\\' {
			b.WriteRune(r)
		} else {
			fmt.Fprintf(&b, `\U%08X`, r)
		}
	}
	b.WriteByte('"')
	return b.String()
}

// FuzzProse takes Markdown all the way from reading to the words on the page: nothing panics,
// nothing takes long, every digit that is written is printed, in order, and all words that were
// read stand in the document.
func FuzzProse(f *testing.F) {
	for _, seed := range []string{
		"17. mai.\n\n18. juni.", "1. a\n2. b\n   - c\n\n   d", "• a\n• b", "> 50\n> b", "*a **b* c**",
		"[a](https://b.no) https://c.no/d_e", "a[^1]\n\n[^1]: b\n\n    c", "{share vik.hjelp | Ja} {{",
		"[a [b]{lang=nn}]{lang=en}", "&#37; \\* &amp;", "a  \nb\\\nc", "1) a\n1. b\n- c\n+ d\n* e",
		"\u200b\u00ad\u2060\ufeff", "😀 👩\u200d🚀 مرحبا שלום", "- - 1. a\n>> - b",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, markdown string) {
		start := time.Now()
		r, err := content.Load(proseReport(markdown), 2024, "prove")
		var problems content.Problems
		if err != nil {
			if !errors.As(err, &problems) {
				t.Fatal(err)
			}
			return
		}
		d, err := Compose(r, Options{})
		if err != nil && !errors.As(err, &problems) {
			t.Fatal(err)
		}
		check.Report(r)
		if took := time.Since(start); took > 5*time.Second {
			t.Errorf("%v for %d bytes", took, len(markdown))
		}
		if err == nil {
			everythingPrinted(t, r, d, markdown)
		}
	})
}

// everythingPrinted looks for the words that were read in the document, and for the digits that
// were written in the words that were read. What Markdown takes away (the definition of a link, a
// number behind a backslash) is not looked for.
func everythingPrinted(t *testing.T, r *content.Report, d *frame.Document, markdown string) {
	t.Helper()
	if !strings.ContainsFunc(markdown, func(r rune) bool { return unicode.Is(unicode.C, r) }) {
		nothingLost(t, r, d)
	}
	if strings.ContainsAny(markdown, "\\&[]{}<>`") {
		return
	}
	var printed strings.Builder
	for _, p := range r.Chapters[0].Topics[0].Blocks[1].Text {
		if p.Kind == content.Numbered && p.First {
			printed.WriteString(p.Mark)
		}
		for _, in := range p.Inlines {
			printed.WriteString(in.Text)
		}
	}
	if have, want := asciiDigits(printed.String()), asciiDigits(markdown); have != want {
		t.Errorf("%q: the digits %s are printed, %s are written", markdown, have, want)
	}
}

func asciiDigits(s string) string {
	return strings.Map(func(r rune) rune {
		if r < '0' || r > '9' {
			return -1
		}
		return r
	}, s)
}
