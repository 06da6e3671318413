package text

import (
	"flag"
	"os"
	"strconv"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"rapport/fonts"
)

var update = flag.Bool("update", false, "write the .out files of testdata/lines.txtar")

func TestLines(t *testing.T) {
	const name = "testdata/lines.txtar"
	archive, err := txtar.ParseFile(name)
	if err != nil {
		t.Fatal(err)
	}
	var written []txtar.File
	for i, f := range archive.Files {
		base, ok := strings.CutSuffix(f.Name, ".in")
		if !ok {
			continue
		}
		got := pictured(t, string(f.Data))
		written = append(written, f, txtar.File{Name: base + ".out", Data: []byte(got)})
		if *update {
			continue
		}
		if i+1 == len(archive.Files) || archive.Files[i+1].Name != base+".out" {
			t.Errorf("%s has no .out file", f.Name)
		} else if want := string(archive.Files[i+1].Data); got != want {
			t.Errorf("%s\n%shave\n%swant\n%s", base, f.Data, got, want)
		}
	}
	if *update {
		archive.Files = written
		if err := os.WriteFile(name, txtar.Format(archive), 0o644); err != nil {
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
		if l.Overfull {
			out.WriteString("||")
		}
		out.WriteString("\n")
	}
	return out.String()
}
