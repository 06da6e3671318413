package main

import (
	"bytes"
	"strings"
	"testing"
	"time"

	"rapport/cmd/internal/editions"
	"rapport/cmd/internal/tongue"
)

// TestEditionProgress: progress is told in words, in each language, with the time that is left.
func TestEditionProgress(t *testing.T) {
	for _, tt := range []struct {
		language string
		left     time.Duration
		want     string
	}{
		{"nb", 0, "120 av 1000 utgaver"},
		{"nb", 14 * time.Second, "120 av 1000 utgaver, omtrent 14 sekunder igjen"},
		{"nn", 14 * time.Minute, "120 av 1000 utgåver, omtrent 14 minutt att"},
		{"en", 200 * time.Minute, "120 of 1000 editions, about 3 hours left"},
	} {
		for _, terminal := range []bool{false, true} {
			var out bytes.Buffer
			voice := &tongue.Voice{}
			voice.Choose(tt.language)
			w := voice.Writer(&out)
			b := &editionBar{w: &out, lines: w, terminal: terminal}
			b.show(editions.Progress{Done: 120, Of: 1000, Left: tt.left})
			if err := w.Close(); err != nil {
				t.Fatal(err)
			}
			if have := out.String(); !strings.Contains(have, tt.want) || terminal != strings.HasPrefix(have, "\r[##") {
				t.Errorf("%s, %v, on a terminal %v: %q", tt.language, tt.left, terminal, have)
			}
		}
	}
}
