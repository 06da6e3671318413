package text

import (
	"flag"
	"os"
	"strconv"
	"strings"
	"testing"

	"rapport/fonts"
)

var update = flag.Bool("update", false, "write the .out files of testdata/lines.txtar")

// TestLines reads the cases as in a txtar archive: "-- name --" before each file.
func TestLines(t *testing.T) {
	const name = "testdata/lines.txtar"
	archive, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	files := strings.Split(string(archive), "\n-- ")
	written := files[:1:1]
	for i, file := range files[1:] {
		base, in, ok := strings.Cut(file, ".in --\n")
		if !ok {
			continue
		}
		out := base + ".out --\n" + pictured(t, in)
		written = append(written, file, strings.TrimSuffix(out, "\n"))
		var want string
		if i+2 < len(files) {
			want = strings.TrimSuffix(files[i+2], "\n") + "\n"
		}
		if !*update && out != want {
			t.Errorf("%s\nhave %s\nwant %s", file, out, want)
		}
	}
	if *update {
		all := strings.TrimSuffix(strings.Join(written, "\n-- "), "\n") + "\n"
		if err := os.WriteFile(name, []byte(all), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// pictured sets the text of a case and draws its lines.
func pictured(t *testing.T, in string) string {
	t.Helper()
	first, text, _ := strings.Cut(strings.TrimSuffix(in, "\n"), "\n")
	words := strings.Fields(first)
	width, err := strconv.ParseFloat(words[0], 64)
	if err != nil {
		t.Fatal(err)
	}
	modes := map[string]Mode{"optimal": Optimal, "balanced": Balanced, "greedy": Greedy}
	mode, ok := modes[words[1]]
	if !ok {
		t.Fatalf("there is no mode %q", words[1])
	}
	o := Options{Width: fonts.Pt(width), Mode: mode, Hyphenate: len(words) > 2 && words[2] == "hyphenate"}
	var out strings.Builder
	for _, l := range NewShaper().Break(bokmål(text, serif(10.2)), o) {
		out.WriteString(strings.Replace(strings.TrimSuffix(l.Text(), " "), "\u00AD", "|", 1))
		if l.Strained {
			out.WriteString("~")
		}
		out.WriteString("\n")
	}
	return out.String()
}
