package language

import "testing"

func TestWithoutSoftHyphens(t *testing.T) {
	for in, want := range map[string]string{
		"": "", "\u00ad": "", "erfarings\u00adkonsulent\u00ad": "erfaringskonsulent",
		"en\u00a0dag": "en\u00a0dag", "e-post": "e-post",
	} {
		have := WithoutSoftHyphens(in)
		if have != want {
			t.Errorf("%q became %q, want %q", in, have, want)
		}
		if n := len([]rune(want)); Characters(in) != n {
			t.Errorf("%q has %d characters, want %d", in, Characters(in), n)
		}
	}
}

func TestFullStop(t *testing.T) {
	for in, want := range map[string]string{
		"": "", "Har det bra": ".", "Har du det bra?": "", "Og så …": "", "Og så…": "",
		"Så på Å": ".", "Nei!": "", "Ja.": "", "(s. 6)": ".",
	} {
		if have := FullStop(in); have != want {
			t.Errorf("%q is followed by %q, want %q", in, have, want)
		}
	}
}
