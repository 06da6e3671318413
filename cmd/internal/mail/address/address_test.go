package address

import (
	"errors"
	"fmt"
	"strings"
	"testing"
)

func TestParse(t *testing.T) {
	for _, c := range []struct{ in, smtp, name string }{
		{"kari@example.no", "kari@example.no", ""},
		{" \u00a0Kari@Example.NO\u200b ", "Kari@example.no", ""},
		{"mailto:kari@example.no;", "kari@example.no", ""},
		{`"Vik, Kari" <kari+avis@example.no>`, "kari+avis@example.no", "Vik, Kari"},
		{"post@blåbær.example.no", "post@xn--blbr-roah.example.no", ""},
		{"ka\u030are@example.no", "kåre@example.no", ""},
		{`"to ord"@example.no`, `"to ord"@example.no`, ""},
		{"o'hara@example.no.", "o'hara@example.no", ""},
	} {
		a, name, err := Parse(c.in)
		if err != nil || a.SMTP() != c.smtp || name != c.name {
			t.Errorf("%q: %q, %q, %v", c.in, a.SMTP(), name, err)
		}
	}
	for in, want := range map[string]error{
		"": ErrNone, "kari": ErrNone, "@example.no": ErrNone, "kari@": ErrDomain, "kari@example": ErrDomain,
		"kari@example..no": ErrDomain, "kari@[10.0.0.1]": ErrDomain, "kari@10.0.0.1": ErrDomain,
		"kari vik@example.no": ErrNone, "a@example.no; b@example.no": ErrSeveral, "a@@example.no": ErrNone,
		"kari@example.no\r\nBcc: x@example.no": ErrSeveral, "ka\r\nri@example.no": ErrNone,
		strings.Repeat("k", 65) + "@example.no": ErrLong, "kari@exa mple.no": ErrDomain,
		"kari@example.no>": ErrDomain, ".kari@example.no": ErrNone,
	} {
		if a, _, err := Parse(in); !errors.Is(err, want) {
			t.Errorf("%q: %q, %v, want %v", in, a.SMTP(), err, want)
		}
	}
}

func TestKey(t *testing.T) {
	key := func(s string) string {
		a, _, err := Parse(s)
		if err != nil {
			t.Fatal(s, err)
		}
		return a.Key()
	}
	if key("Kari@EXAMPLE.no") != key(" kari@example.no") || key("kari+a@example.no") == key("kari@example.no") ||
		key("kari@BLÅBÆR.example.no") != key("kari@xn--blbr-roah.example.no") {
		t.Error("keys")
	}
}

// TestSilent prints an address in every way there is.
func TestSilent(t *testing.T) {
	a, _, _ := Parse("kanari@example.no")
	for _, verb := range []string{"%v", "%+v", "%#v", "%s", "%q", "%x", "%d"} {
		for _, v := range []any{a, &a, []Address{a}, struct{ A Address }{a}} {
			if s := fmt.Sprintf(verb, v); strings.Contains(s, "kanari") || strings.Contains(s, "6b616e617269") {
				t.Errorf("%s shows %s", verb, s)
			}
		}
	}
	if s := Hide("550 5.1.1 <kanari@example.no>:\n unknown user"); s != "550 5.1.1 ‹…› unknown user" {
		t.Error(s)
	}
}
