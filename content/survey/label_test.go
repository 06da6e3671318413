package survey

import "testing"

// Labels are the same when they are seen as the same.
func TestLabelsAlike(t *testing.T) {
	tests := []struct {
		a, b string
		same bool
	}{
		{"Ja", "Ja", true},
		{"Ja", "Nei", false},
		{"Ja", "ja", false},
		{"Ja", "Ja\u200b", true},
		{"Ja", "\ufeffJa ", true},
		{"Ja", "J\u00ada", true},
		{"Ja", "Ja\u200e", true},
		{"På nett", "På\u00a0nett", true},
		{"På nett", "På  nett", true},
		{"På nett", "På\u2009nett", true},
		{"På nett", "På\u200b nett", true},
		{"På nett", "Pånett", false},
		{"31-40", "31\u201140", true},
		{"31-40", "31\u201040", true},
		{"31–40", "31-40", false},
		{"❤", "❤\ufe0f", true},
		{"🗝\ufe0f", "❤\ufe0f", false},
		{"😀", "😃", false},
		{"👩\u200d🚀", "👩🚀", false},
		{"👩\u200d🚀", "👩\u200d🚀", true},
		{"👩🏽\u200d🚀", "👩🏽🚀", false},
		{"👁\ufe0f\u200d🗨\ufe0f", "👁\u200d🗨", true},
		{"👍🏽", "👍🏿", false},
		{"می\u200cخواهم", "میخواهم", true},
	}
	for _, tt := range tests {
		if have := labelKey(tt.a) == labelKey(tt.b); have != tt.same {
			t.Errorf("%+q, %+q: have %v", tt.a, tt.b, have)
		}
	}
}

// A label is kept without what stands unseen around and inside it.
func TestCleanLabel(t *testing.T) {
	tests := []struct{ label, want string }{
		{" Ja ", "Ja"}, {"Ja\u200b", "Ja"}, {"\u00a0\u2009På\u200b nett\ufeff\t", "På nett"},
		{"Spesialist\u00adhelse", "Spesialist\u00adhelse"}, {"\u00adJa\u200d", "Ja"},
		{"På\u00a0nett", "På\u00a0nett"}, {"👩\u200d🚀", "👩\u200d🚀"}, {" \u200b ", ""},
		{"👁\ufe0f\u200d🗨", "👁\ufe0f\u200d🗨"}, {" ❤\ufe0f ", "❤\ufe0f"},
	}
	for _, tt := range tests {
		if have := cleanLabel(tt.label); have != tt.want {
			t.Errorf("%+q: have %+q", tt.label, have)
		}
	}
}
