package pdf

import "testing"

// TestSeparate holds the inks to those of LittleCMS 2.19 (relative colorimetric, no black point
// compensation, without optimisation).
func TestSeparate(t *testing.T) {
	for _, c := range []struct {
		l, a, b float64
		want    [4]uint8
	}{
		{100, 0, 0, [4]uint8{0, 0, 0, 0}},
		{0, 0, 0, [4]uint8{76, 67, 63, 95}},
		{50.1961, 0, 0, [4]uint8{52, 42, 41, 26}},
		{23.5294, 20, -40, [4]uint8{97, 98, 13, 7}},
		{54.9020, 50, 30, [4]uint8{10, 78, 65, 3}},
		{78.4314, -5, 60, [4]uint8{22, 15, 82, 3}},
		{35.2941, -40, 20, [4]uint8{94, 26, 98, 38}},
		{43.1373, 10, -50, [4]uint8{84, 63, 0, 0}},
		{70.5882, 30, 10, [4]uint8{8, 51, 29, 1}},
		{11.7647, 5, 5, [4]uint8{63, 75, 69, 89}},
		{38.0392, 64, 44, [4]uint8{19, 100, 94, 15}},
	} {
		got, err := FOGRA39().Separate(c.l, c.a, c.b)
		if err != nil {
			t.Fatal(err)
		}
		for i := range got {
			if d := int(got[i]) - int(c.want[i]); d < -1 || d > 1 {
				t.Errorf("L %.1f a %g b %g: %v, want %v", c.l, c.a, c.b, got, c.want)
				break
			}
		}
	}
}

// TestSeparateBroken reads no table that is not there.
func TestSeparateBroken(t *testing.T) {
	p := FOGRA39()
	p.data = append([]byte(nil), p.data...)
	copy(p.data[566068:], "mft1")
	if _, err := p.Separate(50, 0, 0); err == nil {
		t.Error("a table of another kind was read")
	}
	for size := range 200 {
		if _, err := readLUT16(isoCoated[566068:][:size]); err == nil {
			t.Fatalf("a table of %d bytes was read", size)
		}
	}
}
