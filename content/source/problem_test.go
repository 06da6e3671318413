package source

import (
	"strings"
	"testing"
)

// TestPicture aligns carets under words in lines of every sort.
func TestPicture(t *testing.T) {
	tests := []struct {
		name, line, word   string
		wantText, wantLine string
	}{
		{"plain", "a = one two", "two", "a = one two", "        ^^^"},
		{"two-byte letters", "æ = ø å", "å", "æ = ø å", "      ^"},
		{"tab before", "\ta = two", "two", "    a = two", "        ^^^"},
		{"tab in between", "ab\t= two", "two", "ab  = two", "      ^^^"},
		{"wide letters", "a = 漢字 two", "two", "a = 漢字 two", "         ^^^"},
		{"wide letters marked", "a = 漢字", "漢字", "a = 漢字", "    ^^^^"},
		{"emoji", "a = 😊 two", "two", "a = 😊 two", "       ^^^"},
		{"combining accent", "a = e\u0301 two", "two", "a = e\u0301 two", "      ^^^"},
		{"soft hyphen", "a = e\u00ade two", "two", "a = e·e two", "        ^^^"},
		{"control", "a = \x1b[0m two", "two", "a = ␛[0m two", "         ^^^"},
		{"direction of writing", "a = \u202etwo", "two", "a = ·two", "     ^^^"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			column := len([]rune(tt.line[:strings.Index(tt.line, tt.word)])) + 1
			text, carets := picture(tt.line, column, len([]rune(tt.word)))
			if text != tt.wantText || carets != tt.wantLine {
				t.Errorf("have\n%s\n%s\nwant\n%s\n%s", text, carets, tt.wantText, tt.wantLine)
			}
		})
	}
}

// TestPictureOfLongLine shows the part of a long line around the caret.
func TestPictureOfLongLine(t *testing.T) {
	line := strings.Repeat("x", 5000) + "two" + strings.Repeat("y", 5000)
	text, carets := picture(line, 5001, 3)
	at := strings.Index(carets, "^^^")
	runes := []rune(text)
	if at < 0 || at+3 > len(runes) || string(runes[at:at+3]) != "two" || len(runes) > 130 {
		t.Errorf("%s\n%s", text, carets)
	}
}

func TestDidYouMean(t *testing.T) {
	tests := []struct {
		word       string
		candidates []string
		want       string
	}{
		{"Fagforbundt", []string{"Fellesorganisasjonen", "Fagforbundet"}, "Fagforbundet"},
		{"fagforbundet", []string{"Fellesorganisasjonen", "Fagforbundet"}, "Fagforbundet"},
		{"titel", []string{"kicker", "title"}, "title"},
		{"Fagfor", []string{"Fellesorganisasjonen", "Fagforbundet"}, "Fagforbundet"},
		{"Nie", []string{"Ja", "Nei"}, "Nei"},
		{"xyz", []string{"Ja", "Nei"}, ""},
		{"", []string{"Ja"}, ""},
		{"Arbeids\u00adplassen", []string{"Arbeidsplassen"}, "Arbeidsplassen"},
	}
	for _, tt := range tests {
		if have := Nearest(tt.word, tt.candidates); have != tt.want {
			t.Errorf("%s: have %q, want %q", tt.word, have, tt.want)
		}
	}
}
