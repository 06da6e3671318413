package text

import (
	"strings"
	"sync"
	"testing"
	"unsafe"
)

// TestSaid keeps what glyphs say, of many texts and from many goroutines, and that a glyph is small.
func TestSaid(t *testing.T) {
	var all []string
	for r := rune(0); r < 3000; r++ {
		all = append(all, string(r), string(r)+"f", "e"+string(r)+"\u0301")
	}
	all = append(all, "", "ffi", "\u00ad", "👩‍🚀", strings.Repeat("x", 300))
	var wait sync.WaitGroup
	for range 4 {
		wait.Go(func() {
			for _, s := range all {
				if g := NewGlyph(1, 2, s); g.Text() != s {
					t.Errorf("%q says %q", s, g.Text())
				}
			}
		})
	}
	wait.Wait()
	if saidOf("å") != saidOf(string([]byte("å"))) || saidOf("å") == saidOf("a") {
		t.Error("the same text is not the same")
	}
	if size := unsafe.Sizeof(Glyph{}); size > 20 {
		t.Errorf("a glyph takes %d bytes", size)
	}
}
