package brand

import (
	"math"
	"strings"
	"testing"

	"rapport/content/brand/colorimetry"
	"rapport/content/source"
)

// at is a colour that a brand gives, on a line of its own.
func at(line int, screen uint32) Color {
	return Color{Pos: source.Pos{File: "brands/x.toml", Line: line, Column: 12},
		R: uint8(screen >> 16), G: uint8(screen >> 8), B: uint8(screen)}
}

// TestHousePasses: the house's palette meets every demand, and each demand measures something.
func TestHousePasses(t *testing.T) {
	if ps := (&Brand{Name: "house"}).Check(); len(ps) != 0 {
		t.Errorf("the house's palette fails:\n%v", ps)
	}
}

// TestHouseMargins are the least differences that the thresholds are set by.
func TestHouseMargins(t *testing.T) {
	want := map[string]float64{"greyscale": 2.0, "deuteranopia": 13.7, "protanopia": 8.4,
		"tritanopia": 12.9}
	house := housePalette()
	for _, v := range colorimetry.Visions() {
		least := math.Inf(1)
		for _, ramp := range [][]Color{house.Slices, house.Scale} {
			for i := range ramp[1:] {
				least = min(least, v.Difference(ramp[i].rgb(), ramp[i+1].rgb()))
			}
		}
		if math.Abs(least-want[v.Name]) > 0.06 {
			t.Errorf("%s: least difference %.2f, want %.1f", v.Name, least, want[v.Name])
		}
	}
}

// TestScaleInGrey: on a printer without colours all five steps of the house's scale are different
// greys, not only neighbours, and any three.
func TestScaleInGrey(t *testing.T) {
	scale := housePalette().Scale
	for i, a := range scale {
		for _, b := range scale[:i] {
			if c := contrast(a, b); max(c, 1/c) < 1.25 {
				t.Errorf("%s and %s: a contrast of %.2f", a.rgb().Hex(), b.rgb().Hex(), c)
			}
		}
	}
}

// TestCheck breaks the house's palette one colour at a time.
func TestCheck(t *testing.T) {
	colors := func(role string, c Color) *Brand { return &Brand{Colors: map[string]Color{role: c}} }
	ramp := func(old []Color, i int, c Color) []Color {
		old[i] = c
		return old
	}
	slices := func(i int, c Color) *Brand {
		return &Brand{Slices: ramp(housePalette().Slices, i, c)}
	}
	scale := func(i int, c Color) *Brand { return &Brand{Scale: ramp(housePalette().Scale, i, c)} }
	cover := func(change func(*Ground)) *Brand {
		g := housePalette().Covers[1]
		change(&g)
		return &Brand{Covers: []Ground{g}}
	}
	tests := []struct {
		name  string
		brand *Brand
		line  int
		key   string
		want  string // begins with
		hint  string // contains
	}{
		{"pale accent", colors("accent", at(3, 0xE0705F)), 3, "colors.accent",
			"accent on white has a contrast of 3.1:1, text needs 4.5:1",
			"for accent, darker in the same hue, has 4.9:1"},
		{"just too pale", colors("secondary", at(3, 0x777777)), 3, "colors.secondary",
			"secondary on white has a contrast of 4.4:1, text needs 4.5:1", "darker"},
		{"dark panel", colors("panel", at(4, 0x808080)), 4, "colors.panel",
			"secondary on panel has a contrast of 1.7:1, text needs 4.5:1",
			"lighter in the same hue"},
		{"pale bar", colors("bar", at(5, 0xBBBBFF)), 5, "colors.bar",
			"bar on white has a contrast of 1.8:1, a mark needs 3:1", "for bar, darker"},
		{"pale muted", colors("muted", at(5, 0x999999)), 5, "colors.muted",
			"muted bar on white has a contrast of 2.8:1", "darker"},
		{"pale slice", slices(1, at(6, 0xF2A541)), 6, "colors.slices",
			"slice 2 on white has a contrast of 2.0:1, a mark needs 3:1", "for slice 2, darker"},
		{"equal slices", slices(1, at(6, 0x2B6A8D)), 6, "colors.slices",
			"slice 3 is too like its neighbour slice 2: a difference of 0.0 in greyscale, " +
				"at least 1 needed; 0.2 with deuteranopia, at least 5 needed;", "for slice 2, "},
		{"red and green", &Brand{Slices: []Color{at(6, 0x1B1B1B), at(7, 0xB03A2E), at(8, 0x5C6F1B),
			at(9, 0x9A4D9E), at(10, 0x5D8AA8)}}, 8, "colors.slices",
			"slice 3 is too like its neighbour slice 2: " +
				"a difference of 1.9 with deuteranopia, at least 5 needed (CIEDE2000)",
			"for slice 3, darker in the same hue, differs enough"},
		{"equal in grey", slices(3, at(7, 0x4E8A6A)), 7, "colors.slices",
			"slice 5 is too like its neighbour slice 4: " +
				"a difference of 0.0 in greyscale, at least 1 needed", "slice 4"},
		{"last like first", slices(4, at(8, 0x2B1C3E)), 8, "colors.slices",
			"slice 5 is too like its neighbour slice 1: ", "slice 5, lighter"},
		{"neutral like a slice", colors("neutral", at(8, 0xC97A0E)), 8, "colors.neutral",
			"neutral slice is too like its neighbour slice 2: a difference of 0.0", ""},
		{"pale step", scale(3, at(9, 0xA5CADB)), 9, "colors.scale",
			"scale step 4 on white has a contrast of 1.7:1", "darker"},
		{"label on a step", scale(1, at(9, 0xC85A46)), 9, "colors.scale",
			"a label on scale step 2 has a contrast of 4.1:1 in ink or white, text needs 4.5:1",
			"in the same hue"},
		{"scale of three", scale(2, at(9, 0x9A2419)), 9, "colors.scale",
			"scale step 3 is too like its neighbour scale step 1: a difference of 0.",
			"scale step 3"},
		{"open dots on a panel", colors("panel", at(4, 0xEBE6E0)), 4, "colors.panel",
			"neutral slice on panel has a contrast of 2.9:1, a mark needs 3:1",
			"for panel, lighter"},
		{"soft text on a cover", cover(func(g *Ground) { g.Soft = at(20, 0x8C7BA0) }), 20,
			"cover.soft",
			`soft text of the cover "blaabaer" on the fill has a contrast of 4.1:1, ` +
				`text needs 4.5:1`,
			"lighter in the same hue"},
		{"text on a cover", cover(func(g *Ground) { g.Text = at(20, 0x8C7BA0) }), 20, "cover.text",
			`text of the cover "blaabaer" on the fill has a contrast of 4.1:1, text needs 4.5:1`,
			"lighter in the same hue"},
		{"fill of a cover", cover(func(g *Ground) { g.Fill = at(21, 0xC4A0A0) }), 21, "cover.fill",
			`dot 1 of the cover "blaabaer" on the fill has`, "darker"},
		{"dots of a cover", cover(func(g *Ground) { g.Groups = []Color{at(22, 0x4A3560)} }), 22,
			"cover.groups",
			`dot 1 of the cover "blaabaer" on the fill has a contrast of 1.4:1, a mark needs 3:1`,
			"lighter"},
		{"open dot of an opener", &Brand{Openers: []Ground{{Name: "o", Fill: at(30, 0xC4382A),
			Text: at(31, 0xFFFFFF), Open: at(32, 0xE08070)}}}, 32, "opener.open",
			`open dot of the opener "o" on the fill has a contrast of 1.8:1`, ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			ps := tt.brand.Check()
			for _, p := range ps {
				if strings.HasPrefix(p.Text, tt.want) && p.Key == tt.key && p.Pos.Line == tt.line &&
					strings.Contains(p.Hint, tt.hint) {
					return
				}
			}
			for _, p := range ps {
				t.Logf("line %d, %s: %s\n\t%s", p.Pos.Line, p.Key, p.Text, p.Hint)
			}
			t.Errorf("want line %d, %s: %s", tt.line, tt.key, tt.want)
		})
	}
}

// TestHints: a colour that a hint names mends what it is about.
func TestHints(t *testing.T) {
	b := &Brand{Colors: map[string]Color{"accent": at(3, 0xE0705F)}}
	ps := b.Check()
	if len(ps) != 2 { // on white and on panel
		t.Fatalf("%v", ps)
	}
	r, g, bl, ok := parseHex(ps[0].Hint[:7])
	if !ok {
		t.Fatalf("no colour in %q", ps[0].Hint)
	}
	mended := Color{Pos: b.Colors["accent"].Pos, R: r, G: g, B: bl}
	b.Colors["accent"] = mended
	if ps := b.Check(); len(ps) != 0 {
		t.Errorf("%s still fails:\n%v", mended.rgb().Hex(), ps)
	}
	if d := hueDifference(at(3, 0xE0705F), mended); d > 4 {
		t.Errorf("the hue moved by %.1f degrees", d)
	}
}

func hueDifference(c, d Color) float64 {
	p, q := c.rgb().Light().Lab(), d.rgb().Light().Lab()
	return math.Abs(math.Atan2(p.B, p.A)-math.Atan2(q.B, q.A)) * 180 / math.Pi
}

// TestComplete takes from the house what is missing, and nothing else.
func TestComplete(t *testing.T) {
	b := &Brand{Name: "x", Colors: map[string]Color{"accent": at(3, 0x123456)},
		Covers: []Ground{{Name: "c", Fill: at(4, 0x102030), Text: at(5, 0xFFFFFF)}}}
	c := b.Complete()
	if c.Colors["accent"] != b.Colors["accent"] || c.Colors["ink"].rgb().Hex() != "#221A2B" ||
		len(c.Slices) != 5 || len(c.Scale) != 5 || len(c.Openers) != 3 {
		t.Errorf("%+v", c)
	}
	if len(c.Covers) != 1 || c.Covers[0].Soft != at(5, 0xFFFFFF) || len(c.Covers[0].Groups) != 1 ||
		c.Covers[0].Groups[0] != at(5, 0xFFFFFF) {
		t.Errorf("covers %+v", c.Covers)
	}
	if len(b.Colors) != 1 || len(b.Covers[0].Groups) != 0 {
		t.Errorf("the brand itself changed: %+v", b)
	}
}

func TestParseHex(t *testing.T) {
	tests := []struct {
		text    string
		r, g, b uint8
		ok      bool
	}{
		{"#2A1b3D", 0x2a, 0x1b, 0x3d, true}, {"#fA0", 0xff, 0xaa, 0x00, true},
		{"2A1B3D", 0, 0, 0, false}, {"#2A1B3", 0, 0, 0, false}, {"#2A1B3DFF", 0, 0, 0, false},
		{"#+A1B3D", 0, 0, 0, false}, {"#", 0, 0, 0, false}, {"", 0, 0, 0, false},
		{"#æøå", 0, 0, 0, false}, {"#0x1234", 0, 0, 0, false},
	}
	for _, tt := range tests {
		if r, g, b, ok := parseHex(tt.text); r != tt.r || g != tt.g || b != tt.b || ok != tt.ok {
			t.Errorf("%s: %x %x %x %v", tt.text, r, g, b, ok)
		}
	}
}
