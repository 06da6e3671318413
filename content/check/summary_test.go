package check

import (
	"fmt"
	"strings"
	"testing"
)

// TestSummary holds the lead, the caveat and the sentences of main findings against the numbers, as it
// does prose. A sentence is about its own finding.
func TestSummary(t *testing.T) {
	lead := func(s string) string {
		return s + strings.Repeat(" Her er ord om saken.", 12) // as long as a lead is
	}
	for _, tt := range []struct{ name, lead, caveat, text, want, data string }{
		{"right", lead("{share m2021.stilling | Fast stilling} har fast stilling."), "", "har fast stilling", "", ""},
		{"a wrong number in the lead", lead("68,8 prosent har fast stilling."), "", "har fast stilling",
			"error number: 68,8 prosent", "56,5 %"},
		{"a typed number in the lead", lead("56,5 prosent har fast stilling."), "", "har fast stilling",
			"warning typed: 56,5 prosent", "35 of 62"},
		{"a wrong claim in the lead", lead("De fleste har vikariat."), "", "har fast stilling",
			"warning claim: De fleste har vikariat", "4 of 62"},
		{"a wrong number in the caveat", lead("Ord."), "35 av 51 har fast stilling.", "har fast stilling",
			"error number: 35 av 51", "the base is 62"},
		{"a wrong number in the sentence", lead("Ord."), "", "har fast stilling, altså 40 av 62",
			"error number: 40 av 62", "35 of 62"},
		{"a change the wrong way", lead("Ord."), "", "har fast stilling, færre enn i 2020",
			"warning trend: færre", "do not show this"},
		{"a change the right way", lead("Ord."), "", "har fast stilling, flere enn i 2020", "", ""},
		{"a lead that is too short", "Ord.", "", "har fast stilling", "warning document: \"Ord.\"", "60 to 75"},
	} {
		finding := fmt.Sprintf("[[summary.finding]]\nfigure = \"m2021.stilling\"\nanswer = \"Fast stilling\"\ntext = %q\n", tt.text)
		summary := fmt.Sprintf("[summary]\nheadline = \"Funn\"\nlead = %q\ncaveat = %q\n", tt.lead, tt.caveat)
		if tt.caveat == "" {
			summary = strings.Replace(summary, "caveat = \"\"\n", "", 1)
		}
		rest := strings.Repeat("[[summary.finding]]\nsurvey = \"m2021\"\ntext = \"svarte\"\n", 2)
		found := Report(load(t, files("Ord.", "[[chapter]]", summary+finding+rest+"[[chapter]]")))
		if have := told(found); have != tt.want {
			t.Errorf("%s\nhave %s\nwant %s\n%+v", tt.name, have, tt.want, found)
			continue
		}
		if all := fmt.Sprint(found); !strings.Contains(all, tt.data) {
			t.Errorf("%s\nhave %s\nwant %s in it", tt.name, all, tt.data)
		}
	}
}
