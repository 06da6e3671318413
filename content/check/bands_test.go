package check

import "testing"

// TestBandOf reads labels as the whole numbers that they hold: «60 og over» holds 60, «over 60»
// does not.
func TestBandOf(t *testing.T) {
	tests := []struct {
		language, label string
		low, up         int
	}{
		{"nb", "60 og over", 60, noUp},
		{"nb", "60 år og over", 60, noUp},
		{"nb", "60 eller mer", 60, noUp},
		{"nb", "60 år eller eldre", 60, noUp},
		{"nb", "60+", 60, noUp},
		{"nb", "60 +", 60, noUp},
		{"nb", "Over 60", 61, noUp},
		{"nb", "Mer enn 60 år", 61, noUp},
		{"nb", "Minst 60 år", 60, noUp},
		{"nb", "30 og under", noLow, 30},
		{"nb", "30 år eller yngre", noLow, 30},
		{"nb", "Under 30", noLow, 29},
		{"nb", "Høyst 30 år", noLow, 30},
		{"nb", "31–59 år", 31, 59},
		{"nb", "31 til 59", 31, 59},
		{"nb", "80 prosent eller mer", 80, noUp},
		{"nb", "Tre barn eller flere", 3, noUp},
		{"nn", "60 eller meir", 60, noUp},
		{"nn", "60 og eldre", 60, noUp},
		{"nn", "Meir enn 60", 61, noUp},
		{"en", "60 and over", 60, noUp},
		{"en", "60 or more", 60, noUp},
		{"en", "60 or older", 60, noUp},
		{"en", "60+", 60, noUp},
		{"en", "Over 60", 61, noUp},
		{"en", "60 and under", noLow, 60},
		{"en", "Under 60", noLow, 59},
	}
	for _, test := range tests {
		lex := lexiconOf(test.language)
		b, ok := lex.bandOf(tokens(test.label, false))
		if !ok || b.low != test.low || b.up != test.up {
			t.Errorf("%s %q: %t, %d to %d, want %d to %d", test.language, test.label, ok, b.low, b.up,
				test.low, test.up)
		}
	}
}
