package pdf

import (
	"bytes"
	"math"
	"strconv"
	"testing"
	"unicode/utf16"
	"unicode/utf8"
)

func TestDecimal(t *testing.T) {
	for _, c := range []struct {
		scaled int64
		places int
		want   string
	}{
		{0, 2, "0"}, {5, 2, ".05"}, {50, 2, ".5"}, {-5, 2, "-.05"}, {100, 2, "1"}, {-100, 2, "-1"},
		{12345, 2, "123.45"},
		{12340, 2, "123.4"}, {1001, 3, "1.001"}, {-1010, 3, "-1.01"}, {7, 0, "7"},
		{1e12, 3, "1000000000"},
	} {
		if got := string(appendDecimal(nil, c.scaled, c.places)); got != c.want {
			t.Errorf("%d / 10^%d: %s, want %s", c.scaled, c.places, got, c.want)
		}
		if v, err := strconv.ParseFloat(c.want, 64); err != nil ||
			math.Abs(v*math.Pow10(c.places)-float64(c.scaled)) > 1e-3 {
			t.Errorf("%s reads as %v, %v", c.want, v, err)
		}
	}
}

// Every step of a colour component must come back when a reader multiplies with 255.
func TestColorSteps(t *testing.T) {
	for v := range 256 {
		var o object
		text := string(bytes.TrimSpace(o.step(uint8(v)).b))
		got, err := strconv.ParseFloat(text, 64)
		if err != nil || math.Round(got*255) != float64(v) ||
			math.Round(got*1000) != math.Round(float64(v)/255*1000) {
			t.Errorf("%d is written %s", v, text)
		}
	}
}

func TestName(t *testing.T) {
	for in, want := range map[string]string{
		"text/csv": "/text#2Fcsv", "A B": "/A#20B", "å": "/#C3#A5", "100%": "/100#25", "H1": "/H1",
		"(#)": "/#28#23#29",
	} {
		if got := string(appendName(nil, in)); got != want {
			t.Errorf("%q: %s, want %s", in, got, want)
		}
	}
}

func TestTextString(t *testing.T) {
	for _, c := range []struct {
		in, want string
	}{
		{"Ærlig (62 %)", "\xC6rlig (62 %)"},
		{"«a» – “b” €", "\xABa\xBB \x85 \x8Db\x8E \xA0"},
		{"45\u00A0%", "\xFE\xFF\x004\x005\x00\xA0\x00%"},
		{"a\u00ADb", "\xFE\xFF\x00a\x00\xAD\x00b"},
		{"😊", "\xFE\xFF\xD8\x3D\xDE\x0A"},
		{"þÿ", "\xFE\xFF\x00\xFE\x00\xFF"},
		{"ï»¿", "\xFE\xFF\x00\xEF\x00\xBB\x00\xBF"},
		{"ŧ", "\xFE\xFF\x01\x67"},
	} {
		if got := string(textString(c.in)); got != c.want {
			t.Errorf("%q: % X, want % X", c.in, got, c.want)
		}
	}
}

// FuzzString reads strings back by the rules of ISO 32000-1, 7.3.4.2 and 7.9.2.2.
func FuzzString(f *testing.F) {
	for _, s := range []string{"", "Kvart tal", "(()", "\\", "a\rb\r\nc", "æøå – 62 %", "45\u00A0%",
		"😊", "þÿ", "\x00\x1B", "\\(\\)\\", "\u00AD"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		raw, rest := readLiteral(t, append(appendLiteral(nil, s), " tail"...))
		if string(raw) != s || string(rest) != " tail" {
			t.Fatalf("bytes %q came back as %q", s, raw)
		}
		if !utf8.ValidString(s) {
			return
		}
		var o object
		raw, rest = readLiteral(t, o.text(s).b)
		if got := decodeText(raw); got != s || len(rest) > 0 {
			t.Fatalf("text %q came back as %q", s, got)
		}
	})
}

// readLiteral reads a literal string.
func readLiteral(t *testing.T, b []byte) (s, rest []byte) {
	if len(b) == 0 || b[0] != '(' {
		t.Fatalf("no string: %q", b)
	}
	depth := 1
	for i := 1; i < len(b); i++ {
		switch c := b[i]; c {
		case '\\':
			i++
			switch b[i] {
			case 'r':
				s = append(s, '\r')
			case '(', ')', '\\':
				s = append(s, b[i])
			default:
				t.Fatalf("unknown escape \\%c", b[i])
			}
		case '(':
			depth++
			s = append(s, c)
		case ')':
			if depth--; depth == 0 {
				return s, b[i+1:]
			}
			s = append(s, c)
		case '\r': // a reader takes any end of line for a line feed
			s = append(s, '\n')
		default:
			s = append(s, c)
		}
	}
	t.Fatalf("no end of string: %q", b)
	return nil, nil
}

// decodeText decodes a text string.
func decodeText(b []byte) string {
	if bytes.HasPrefix(b, []byte("\xFE\xFF")) {
		var u []uint16
		for i := 2; i+1 < len(b); i += 2 {
			u = append(u, uint16(b[i])<<8|uint16(b[i+1]))
		}
		return string(utf16.Decode(u))
	}
	var s []rune
	for _, c := range b {
		switch {
		case c >= 0x80 && c < 0x9F:
			s = append(s, []rune("•†‡…—–ƒ⁄‹›−‰„“”‘’‚™ﬁﬂŁŒŠŸŽıłœšž")[c-0x80])
		case c == 0xA0:
			s = append(s, '€')
		default:
			s = append(s, rune(c))
		}
	}
	return string(s)
}
