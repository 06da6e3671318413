package main

import (
	"bytes"
	"os"
	"testing"
)

// TestPacked fails when the packed patterns are not those of the sources: run go generate.
func TestPacked(t *testing.T) {
	for _, c := range []struct{ source, packed string }{
		{"../patterns/nb.js", "../nb.trie"},
		{"../patterns/en-gb.js", "../en.trie"},
	} {
		source, err := os.ReadFile(c.source)
		if err != nil {
			t.Fatal(err)
		}
		want, err := Pack(source)
		if err != nil {
			t.Fatalf("%s: %v", c.source, err)
		}
		have, err := os.ReadFile(c.packed)
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(have, want) {
			t.Errorf("%s is not what %s packs to", c.packed, c.source)
		}
	}
}

func TestPackRefuses(t *testing.T) {
	for name, source := range map[string]string{
		"no literal":       "exports = {}",
		"not an array":     "})(this, {})",
		"one part":         "})(this, [[]])",
		"no table":         "})(this, [{}, {}])",
		"a wide edge":      "})(this, [[], {ab: 1}])",
		"an unknown token": "})(this, [[], true])",
	} {
		if _, err := Pack([]byte(source)); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
}
