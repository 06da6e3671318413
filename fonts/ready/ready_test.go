package ready

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"testing"

	"rapport/fonts"
	"rapport/fonts/subset"
	"rapport/fonts/woff2"
)

var update = flag.Bool("update", false, "make the files anew")

// mostBytes is what a page's faces may take.
const mostBytes = 90_000

// TestReady: the files are what the packages make of the faces today, and small.
func TestReady(t *testing.T) {
	size := 0
	for _, m := range all {
		face, ok := fonts.Find(m.family, m.weight, m.italic)
		if !ok || face.Weight != m.weight || face.Italic != m.italic {
			t.Fatalf("there is no face %+v", m)
		}
		cut, err := subset.Text(face, []rune(m.has))
		if err != nil {
			t.Fatal(err)
		}
		want, err := woff2.Encode(cut)
		if err != nil {
			t.Fatal(err)
		}
		if *update {
			if err := os.MkdirAll("files", 0o777); err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(filepath.Join("files", m.name()), want, 0o666); err != nil {
				t.Fatal(err)
			}
			continue
		}
		have, has, ok := Find(face)
		if !ok || has != m.has || !bytes.Equal(have, want) {
			t.Errorf("%s is not what is made today; run go test ./fonts/ready -update", m.name())
		}
		size += len(have)
	}
	if size > mostBytes {
		t.Errorf("%d bytes, at most %d", size, mostBytes)
	}
	t.Logf("%d bytes", size)
}

// A face that no page is set in has no file.
func TestNotReady(t *testing.T) {
	face, _ := fonts.Find(fonts.NotoEmoji, 400, false)
	if _, _, ok := Find(face); ok {
		t.Error("there is a file of Noto Emoji")
	}
}
