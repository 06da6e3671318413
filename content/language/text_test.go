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
