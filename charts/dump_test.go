package charts

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"rapport/charts/vector"
	"rapport/fonts"
)

var update = flag.Bool("update", false, "rewrite the goldens")

// dump is a picture as lines of text, places in millimetres to a hundredth.
func dump(p *vector.Picture) string {
	var b strings.Builder
	fmt.Fprintf(&b, "picture %s x %s\n", two(p.Width), two(p.Height))
	for _, it := range p.Items {
		if s := it.Shape; s != nil {
			b.WriteString("shape" + dumpPaint(s.Paint) + dumpPath(s.Path) + "\n")
		}
		if l := it.Label; l != nil {
			fmt.Fprintf(&b, "label %s %s %s %s%d %gpt %s %q\n", two(l.At.X), two(l.At.Y),
				[]string{"left", "center", "right"}[l.Align],
				strings.ReplaceAll(l.Font.Face.Family, " ", ""),
				l.Font.Face.Weight, float64(l.Font.Size), l.Color.Name, l.Text)
		}
	}
	return b.String()
}

// two is a length in millimetres with two decimals, never minus nought.
func two(p fonts.Pt) string {
	s := fmt.Sprintf("%.2f", float64(p.Mm()))
	if s == "-0.00" {
		return "0.00"
	}
	return s
}

func dumpPaint(p vector.Paint) string {
	var s string
	if p.Fill != nil {
		s += " fill=" + p.Fill.Name
	}
	if p.Stroke != nil {
		s += " stroke=" + p.Stroke.Name + "/" + two(p.Width)
	}
	if p.EvenOdd {
		s += " evenodd"
	}
	return s
}

func dumpPath(path vector.Path) string {
	var b strings.Builder
	for _, g := range path {
		n := []int{1, 1, 3, 0}[g.Op]
		b.WriteString(" " + string("MLCZ"[g.Op]))
		for i, q := range g.P[:n] {
			if i > 0 {
				b.WriteString(" ")
			}
			b.WriteString(two(q.X) + "," + two(q.Y))
		}
	}
	return b.String()
}

// golden compares text with a file in testdata, or rewrites the file.
func golden(t *testing.T, name, have string) {
	t.Helper()
	file := filepath.Join("testdata", name+".txt")
	if *update {
		if err := os.MkdirAll("testdata", 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(have), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	want := strings.Split(string(data), "\n")
	for i, line := range strings.Split(have, "\n") {
		if i >= len(want) || line != want[i] {
			t.Fatalf("%s, line %d:\nhave %s\nwant %s", file, i+1, line, want[min(i, len(want)-1)])
		}
	}
	if n := strings.Count(have, "\n"); n != len(want)-1 {
		t.Fatalf("%s: %d lines, want %d", file, n, len(want)-1)
	}
}

// TestDesign holds the charts of the pages that the designer drew to the goldens, which were laid
// beside them.
func TestDesign(t *testing.T) {
	for _, c := range designCases() {
		t.Run(c.name, func(t *testing.T) {
			chart, err := Draw(c.data, houseStyle(t), plainSetter{}, fonts.Mm(c.width).Pt(),
				fonts.Mm(c.height).Pt())
			if err != nil {
				t.Fatal(err)
			}
			if chart.Form != c.data.Form {
				t.Errorf("drawn as %s, want %s", chart.Form, c.data.Form)
			}
			name := strings.NewReplacer(" ", "-", ",", "").Replace(c.name)
			golden(t, name, chart.Alt+"\n"+dump(chart.Picture))
		})
	}
}

// TestMeasured compares places with pages that the designer drew, in millimetres from the picture's
// corner. The test's setter does not kern, hence the tolerance.
func TestMeasured(t *testing.T) {
	type place struct {
		text string
		x, y float64 // of the anchor; x below 0 is not compared
	}
	cases := map[string][]place{
		"pie": {{"45\u00a0%", 137.5, 51.26}, {"Nei", 137.5, 57.23}, {"3\u00a0%", 59.05, 4.80},
			{"6\u00a0%", 42.70, 22.28},
			{"10\u00a0%", 36.98, 39.78}, {"35\u00a0%", 43.50, 88.39},
			{"arbeidsplassen", 43.41, 96.64}}, // 3 to the right: the centre stands in the middle
		"standing bars": {{"39\u00a0%", 69.87, 4.97}, {"8\u00a0%", 9.98, 51.93},
			{"31–40 timer", 69.87, 71.18}, {"timer", 89.85, 74.80}},
		"lying bars": {{"Kommune", 46.44, 9.64}, {"47\u00a0%", 153.43, 10.24}, {"29", 174, 10.24},
			{"Svar", 174, 2.1},
			{"(DPS, sykehus og lignende)", 46.44, 23.27}, {"27\u00a0%", 112.1, 21.87},
			{"Annet", 46.44, 66.19}}, // the column of names is as wide as the longest
		"scale of five": {{"Svært utrygt", 30.32, 2.72},
			{"Jeg er trygg i rollen som erfaringskonsulent", 24, 12.92},
			{"81\u00a0%", 174, 22.53}, {"68\u00a0%", 174, 44.33}, {"52\u00a0%", 174, 66.13}},
		"slope": {{"2020", 15, 3.88}, {"38,7", 66.66, 25.76}, {"37,1", 66.66, 36.76},
			{"22,6", 66.66, 49.95}, {"54,9", 11, 11.28}},
		"change list": {{"91,8", 146.96, 10.58}, {"+9,9", 172.08, 10.98}, {"−16,2", 172.08, 97.98},
			{"38,7", 97.54, 97.58}, {"0\u00a0%", 70, 2.73}},
	}
	const near = 0.6 // mm
	for _, c := range designCases() {
		chart, err := Draw(c.data, houseStyle(t), plainSetter{}, fonts.Mm(c.width).Pt(),
			fonts.Mm(c.height).Pt())
		if err != nil {
			t.Fatal(err)
		}
		for _, want := range cases[c.name] {
			found := false
			var places []string
			for _, it := range chart.Picture.Items {
				if l := it.Label; l != nil && l.Text == want.text {
					dx, dy := float64(l.At.X.Mm())-want.x, float64(l.At.Y.Mm())-want.y
					found = found || dx*dx+dy*dy < near*near
					places = append(places, two(l.At.X)+","+two(l.At.Y))
				}
			}
			if !found {
				t.Errorf("%s: %q at %v, want near %.2f,%.2f", c.name, want.text, places, want.x,
					want.y)
			}
		}
	}
}
