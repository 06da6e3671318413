package prose

import (
	"fmt"
	"strings"
	"testing"
)

// TestCalls takes the placeholders of texts apart: command, decimals, target and labels of each.
func TestCalls(t *testing.T) {
	for _, tt := range []struct{ text, want string }{
		{"ingen", ""},
		{"{n m2021}", "n -1 m2021"},
		{"a {percent.1 m2021.team | Ja} b", "percent 1 m2021.team (Ja)"},
		{"{percent.12 a.b}", "percent.12 -1 a.b"},
		{"{ share\n a.b |Ja ; Nei;x  ; Vet ikke }", "share -1 a.b (Ja) (Nei;x) (Vet ikke)"},
		{"{n a}{n b}", "n -1 a, n -1 b"},
		{"{{n a}} {n b}", "n -1 b"},
		{"{n a {n b}", "n -1 b"},
		{"} {n a", ""},
		{"{cite a ; b}", "cite -1 a ; b"},
		{"{count a.b |}", "count -1 a.b ()"},
		{"{}", " -1 "},
	} {
		var have []string
		for _, c := range Calls(tt.text) {
			picture := fmt.Sprint(c.Command, " ", c.Decimals, " ", c.Target)
			if c.HasBar {
				for _, at := range c.Labels() {
					picture += " (" + tt.text[at.Start:at.End] + ")"
				}
			}
			if whole := tt.text[c.Whole.Start:c.Whole.End]; whole[0] != '{' ||
				whole[len(whole)-1] != '}' {
				t.Errorf("%q: the whole is %q", tt.text, whole)
			}
			have = append(have, picture)
		}
		if picture := strings.Join(have, ", "); picture != tt.want {
			t.Errorf("%q:\nhave %s\nwant %s", tt.text, picture, tt.want)
		}
	}
}
