package source

import "testing"

func TestDiffering(t *testing.T) {
	tests := []struct{ it, this, want string }{
		{"31–40 timer", "31-40 timer",
			` – it has "–" (U+2013, a dash) where this has "-" (U+002D, a hyphen)`},
		{"Ja\u200b", "Ja", " – it has U+200B, a space of no width where this has nothing"},
		{"Ja", "J\u200da", " – this has U+200D, a joiner where it has nothing"},
		{"На", "Ha",
			` – it has "Н" (U+041D, a Cyrillic letter) where this has "H" (U+0048, a Latin letter)`},
		{"Ha", "Hа",
			` – it has "a" (U+0061, a Latin letter) where this has "а" (U+0430, a Cyrillic letter)`},
		{"Aβ", "Αβ",
			` – it has "A" (U+0041, a Latin letter) where this has "Α" (U+0391, a Greek letter)`},
		{"vet ikke, «annet»", `vet ikke, "annet"`,
			` – it has "«" (U+00AB) where this has """ (U+0022, a straight quotation mark)`},
		{"Har’n", "Har'n", ` – it has "’" (U+2019, an apostrophe) where this has "'" ` +
			`(U+0027, a straight quotation mark)`},
		{"Ja, av og til …", "Ja, av og til ...",
			` – it has "…" (U+2026, an ellipsis) where this has "." (U+002E, a full stop)`},
		{"på nett", "på\u2009nett",
			" – it has U+0020, a space where this has U+2009, a thin space"},
		{"På nett", "på nett", ""},
		{"På nett", "På net", ""},
		{"på nett", "paa nett", ""},
		{"Ja", "Ja", ""},
	}
	for _, tt := range tests {
		if have := Differing(tt.it, tt.this); have != tt.want {
			t.Errorf("%q, %q:\nhave %s\nwant %s", tt.it, tt.this, have, tt.want)
		}
	}
}
