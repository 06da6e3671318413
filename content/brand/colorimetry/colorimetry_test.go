package colorimetry

import (
	"math"
	"testing"
)

// TestCIEDE2000 has pairs from Sharma, Wu and Dalal, table 1.
func TestCIEDE2000(t *testing.T) {
	tests := []struct {
		p, q Lab
		want float64
	}{
		{Lab{50, 2.6772, -79.7751}, Lab{50, 0, -82.7485}, 2.0425},
		{Lab{50, -1.3802, -84.2814}, Lab{50, 0, -82.7485}, 1.0000},
		{Lab{50, 0, 0}, Lab{50, -1, 2}, 2.3669},
		{Lab{50, 2.49, -0.001}, Lab{50, -2.49, 0.0009}, 7.1792},
		{Lab{50, 2.49, -0.001}, Lab{50, -2.49, 0.0011}, 7.2195},
		{Lab{50, -0.001, 2.49}, Lab{50, 0.0011, -2.49}, 4.7461},
		{Lab{50, 2.5, 0}, Lab{73, 25, -18}, 27.1492},
		{Lab{50, 2.5, 0}, Lab{56, -27, -3}, 31.9030},
		{Lab{60.2574, -34.0099, 36.2677}, Lab{60.4626, -34.1751, 39.4387}, 1.2644},
		{Lab{22.7233, 20.0904, -46.6940}, Lab{23.0331, 14.9730, -42.5619}, 2.0373},
		{Lab{90.8027, -2.0831, 1.4410}, Lab{91.1528, -1.6435, 0.0447}, 1.4441},
		{Lab{2.0776, 0.0795, -1.1350}, Lab{0.9033, -0.0636, -0.5514}, 0.9082},
	}
	for _, tt := range tests {
		have, back := ciede2000(tt.p, tt.q), ciede2000(tt.q, tt.p)
		if math.Abs(have-tt.want) > 5e-5 || math.Abs(back-have) > 1e-9 {
			t.Errorf("%v %v: have %.4f and %.4f, want %.4f", tt.p, tt.q, have, back, tt.want)
		}
	}
}

// TestColorimetry: known colours, and there and back again.
func TestColorimetry(t *testing.T) {
	red := screen(0xFF0000).Light().Lab()
	if math.Abs(red.L-53.24) > 0.01 || math.Abs(red.A-80.09) > 0.01 ||
		math.Abs(red.B-67.20) > 0.01 {
		t.Errorf("red is %v", red)
	}
	if c := Contrast(screen(0), screen(0xFFFFFF)); math.Abs(c-21) > 1e-9 {
		t.Errorf("black on white is %v", c)
	}
	for hex := uint32(0); hex < 1<<24; hex += 7919 {
		c := screen(hex)
		back, ok := c.Light().Lab().RGB()
		if !ok || back != c {
			t.Fatalf("%s came back as %s (in sRGB: %v)", c.Hex(), back.Hex(), ok)
		}
	}
	for _, v := range Visions() { // greys stay as they are
		for _, grey := range []uint32{0, 0x808080, 0xFFFFFF} {
			light := screen(grey).Light()
			if d := ciede2000(v.See(light).Lab(), light.Lab()); d > 0.01 {
				t.Errorf("%s sees grey %06x changed by %.3f", v.Name, grey, d)
			}
		}
	}
}

// screen is a colour by its hexadecimal digits.
func screen(hex uint32) RGB { return RGB{uint8(hex >> 16), uint8(hex >> 8), uint8(hex)} }
