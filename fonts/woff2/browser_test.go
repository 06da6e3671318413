package woff2

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"rapport/fonts"
	"rapport/fonts/subset"
	"rapport/layout/web/webtest"
)

// TestBrowserDraws: a browser draws words with a packed subset as with the whole face, pixel for
// pixel: with kerning and ligatures, marks, joined letters, and figures of one width. It takes the
// subset for all of them.
func TestBrowserDraws(t *testing.T) {
	b := webtest.Start(t)
	for _, c := range []struct {
		family string
		weight int
		italic bool
		words  string
	}{
		{fonts.SchibstedGrotesk, 400, false, "Tøffe Vår fjellfiske, AVTO 1234 – «Wå»"},
		{fonts.SchibstedGrotesk, 700, false, "Tøffe Vår fjellfiske, AVTO 1234 – «Wå»"},
		{fonts.SourceSerif, 400, false, "Tøff affisje Vår 1\u20442, 1234 e\u0301"},
		{fonts.SourceSerif, 600, true, "Tøff affisje Vår 1\u20442, 1234 e\u0301"},
		{fonts.NotoSans, 400, false, "Ελληνικά Ёлка हिन्दी क्षेत्र"},
		{fonts.NotoSansArabic, 400, false, "محمد لا إله بِسْمِ «١٢٣»"},
		{fonts.NotoSansHebrew, 600, false, "שָׁלוֹם בְּרֵאשִׁית"},
	} {
		f, _ := fonts.Find(c.family, c.weight, c.italic)
		t.Run(f.PostScript, func(t *testing.T) {
			t.Parallel()
			cut, err := subset.Text(f, []rune(c.words), "tnum")
			if err != nil {
				t.Fatal(err)
			}
			packed, err := Encode(cut)
			if err != nil {
				t.Fatal(err)
			}
			dir := t.TempDir()
			whole, err := os.ReadFile(wholeFile(t, f))
			if err != nil {
				t.Fatal(err)
			}
			var pictures [2][]byte
			for i, file := range [][]byte{whole, packed} {
				name := fmt.Sprint("face", i)
				page := fmt.Sprintf(proof, name, c.words, c.words, c.words)
				for name, data := range map[string][]byte{name: file, "index.html": []byte(page)} {
					if err := os.WriteFile(filepath.Join(dir, name), data, 0o644); err != nil {
						t.Fatal(err)
					}
				}
				p := b.Open(t, dir, "index.html", webtest.View{Width: 900})
				if told := p.Told(); len(told) > 0 {
					t.Errorf("%s: %q", name, told)
				}
				if used := p.Typefaces(t, "p"); len(used) != 1 || used[f.Family] == 0 &&
					used[f.Family+" SemiBold"] == 0 {
					t.Errorf("%s: drawn with %v", name, used)
				}
				pictures[i] = p.Screenshot(t)
			}
			if !bytes.Equal(pictures[0], pictures[1]) {
				t.Error("another picture than with the whole face")
			}
		})
	}
}

// proof is a page of some words in one face, large, small, and with tabular figures.
const proof = `<!DOCTYPE html><html lang="nb"><meta charset="utf-8"><title>Prøve</title>
<link rel="icon" href="data:,"><style>@font-face{font-family:Face;src:url(%s)}
p{font:48px Face}p+p{font-size:17px}p+p+p{font-variant-numeric:tabular-nums}</style>
<p>%s</p><p>%s</p><p>%s</p></html>`

// wholeFile is where a face's file lies.
func wholeFile(t *testing.T, f *fonts.Face) string {
	t.Helper()
	all, err := filepath.Glob("../*/*.ttf")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range all {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		if g, err := fonts.Parse(data); err == nil && g.PostScript == f.PostScript {
			return name
		}
	}
	t.Fatalf("no file of %s", f.PostScript)
	return ""
}
