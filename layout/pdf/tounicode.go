package pdf

import (
	"strings"
	"unicode"
	"unicode/utf16"
	"unicode/utf8"
)

// A CMap block holds at most this many entries (Adobe Technical Note 5014).
const mapBlock = 100

// unicodeMap is the ToUnicode CMap of a font's codes (ISO 32000-1, 9.10.3). Codes that count up
// with their characters are written as ranges, within which only the last byte may change.
func unicodeMap(codes []glyphText) []byte {
	var chars, ranges []mapEntry
	for at := 1; at < len(codes); {
		e := mapEntry{at, at, meaning(codes[at].text)}
		for e.last+1 < len(codes) && e.continues(meaning(codes[e.last+1].text)) {
			e.last++
		}
		if e.first == e.last {
			chars = append(chars, e)
		} else {
			ranges = append(ranges, e)
		}
		at = e.last + 1
	}
	var o object
	o.raw("/CIDInit/ProcSet findresource begin\n12 dict begin\nbegincmap\n" +
		"/CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>def\n" +
		"/CMapName/Adobe-Identity-UCS def\n/CMapType 2 def\n" +
		"1 begincodespacerange\n<0000><FFFF>\nendcodespacerange\n")
	o.mapBlocks("bfchar", chars)
	o.mapBlocks("bfrange", ranges)
	o.raw("endcmap\nCMapName currentdict/CMap defineresource pop\nend\nend\n")
	return o.b
}

// mapEntry maps codes first to last onto text and its successors.
type mapEntry struct {
	first, last int
	text        string
}

// continues reports whether the code after the entry's last may join its range.
func (e mapEntry) continues(text string) bool {
	r, size := utf8.DecodeRuneInString(e.text)
	next, nextSize := utf8.DecodeRuneInString(text)
	code := e.last + 1
	step := rune(code - e.first)
	return size == len(e.text) && nextSize == len(text) && next == r+step && next < 0x10000 &&
		code>>8 == e.first>>8 && next>>8 == r>>8
}

// mapMost is how many UTF-16 units readers take for one code: MuPDF warns about more, as of a
// family of emoji joined into one glyph.
const mapMost = 8

// mappable reports whether ToUnicode can say all of a glyph's text.
func mappable(text string) bool {
	return len(text) <= mapMost || len(utf16.Encode([]rune(text))) <= mapMost
}

// meaning is what a code stands for in ToUnicode. The second and later glyphs of a cluster mean
// nothing by themselves; since a map may not say nothing, they get a zero width space, and the
// content stream states the whole cluster's text as ActualText. ISO 19005-3, 6.2.11.7 forbids
// U+0000, U+FEFF and U+FFFE, and wants no private character without an explanation that nobody has:
// it becomes U+FFFD.
func meaning(text string) string {
	text = strings.Map(func(r rune) rune {
		switch {
		case r == 0, r == 0xFEFF, r == 0xFFFE:
			return -1
		case unicode.Is(unicode.Co, r):
			return unicode.ReplacementChar
		}
		return r
	}, text)
	switch {
	case text == "":
		return "\u200B"
	case !mappable(text): // said by ActualText; here its beginning
		return string([]rune(text)[:1])
	}
	return text
}

func (o *object) mapBlocks(kind string, entries []mapEntry) {
	for len(entries) > 0 {
		n := min(len(entries), mapBlock)
		o.int(n).raw(" begin").raw(kind).raw("\n")
		for _, e := range entries[:n] {
			o.code(e.first)
			if e.last > e.first {
				o.code(e.last)
			}
			o.raw("<")
			for _, u := range utf16.Encode([]rune(e.text)) {
				o.b = appendHex(o.b, []byte{byte(u >> 8), byte(u)})
			}
			o.raw(">\n")
		}
		o.raw("end").raw(kind).raw("\n")
		entries = entries[n:]
	}
}

func (o *object) code(code int) {
	o.raw("<")
	o.b = appendHex(o.b, []byte{byte(code >> 8), byte(code)})
	o.raw(">")
}
