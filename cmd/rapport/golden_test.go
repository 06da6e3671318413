package main

import (
	"bytes"
	"flag"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/diff"

	"rapport/content"
	"rapport/layout"
	"rapport/layout/frame"
	"rapport/layout/frame/frametest"
	"rapport/layout/pdf"
)

var update = flag.Bool("update", false, "rewrite the goldens and the scripts' expectations")

// Where the reports of tests are. What authors write in content is held to what is true of every
// report; whatever stands on words, numbers or places is held against the frozen copy.
const (
	originals  = "../../content"
	frozen     = "../../content/testdata/published"
	goldenYear = 2022 // of the frozen copy
)

// built is a report of this repository at each of its stages.
type built struct {
	name     string
	report   *content.Report
	document *frame.Document
	pdf      []byte
}

// goldenReport is the report of the frozen copy that has goldens: its content folder and its name.
func goldenReport(t testing.TB) (fsys fs.FS, name string) {
	t.Helper()
	fsys = os.DirFS(frozen)
	names, err := content.Reports(fsys, goldenYear)
	if err != nil || len(names) != 1 {
		t.Fatalf("%d has the reports %q, want one: %v", goldenYear, names, err)
	}
	return fsys, names[0]
}

// annual builds the report that has goldens.
func annual(t *testing.T) built {
	t.Helper()
	fsys, name := goldenReport(t)
	return buildStages(t, fsys, goldenYear, name)
}

// sample builds the report that uses everything a report can hold.
func sample(t *testing.T) built {
	t.Helper()
	return buildStages(t, os.DirFS("../../layout/testdata/longer"), 2024, "alt-mulig")
}

// everything builds every report that authors change, and the sample.
func everything(t *testing.T) []built {
	t.Helper()
	fsys := os.DirFS(originals)
	years, err := content.Years(fsys)
	if err != nil {
		t.Fatal(err)
	}
	var all []built
	for _, year := range years {
		names, err := content.Reports(fsys, year)
		if err != nil {
			t.Fatal(err)
		}
		for _, name := range names {
			b := buildStages(t, fsys, year, name)
			b.name = fmt.Sprintf("%d-%s", year, name)
			all = append(all, b)
		}
	}
	return append(all, sample(t))
}

// buildStages is compile with each stage kept.
func buildStages(t *testing.T, fsys fs.FS, year int, name string) built {
	t.Helper()
	b := built{name: name}
	var err error
	if b.report, err = content.Load(fsys, year, name); err != nil {
		t.Fatal(err)
	}
	if b.document, err = layout.Compose(b.report, layout.Options{}); err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	if err := pdf.Write(&out, b.document, pdf.Options{Producer: "rapport"}); err != nil {
		t.Fatal(err)
	}
	b.pdf = out.Bytes()
	return b
}

// golden is the path of a golden of this report.
func (b built) golden(name string) string {
	return filepath.Join("testdata", "golden", b.name, name)
}

// TestGoldenText holds the position, face and words of every line against testdata/golden.
func TestGoldenText(t *testing.T) {
	for _, b := range []built{annual(t), sample(t)} {
		t.Run(b.name, func(t *testing.T) {
			compareText(t, b.golden("text.txt"), func(w io.Writer) error { return frametest.DumpText(b.document, w) })
		})
	}
}

// TestGoldenTags holds the tag tree against testdata/golden.
func TestGoldenTags(t *testing.T) {
	for _, b := range []built{annual(t), sample(t)} {
		t.Run(b.name, func(t *testing.T) {
			compareText(t, b.golden("tags.txt"), func(w io.Writer) error { return frametest.DumpTags(b.document, w) })
		})
	}
}

func compareText(t *testing.T, name string, dump func(io.Writer) error) {
	t.Helper()
	var have bytes.Buffer
	if err := dump(&have); err != nil {
		t.Fatal(err)
	}
	if *update {
		write(t, name, have.Bytes())
		return
	}
	want, err := os.ReadFile(name)
	if err != nil {
		t.Fatalf("%v; make golden writes it", err)
	}
	if d := diff.Diff("want", want, "have", have.Bytes()); d != nil {
		t.Errorf("%s (make golden, if it is meant):\n%s", name, head(string(d), 60))
	}
}

func write(t *testing.T, name string, data []byte) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, data, 0o666); err != nil {
		t.Fatal(err)
	}
}

// head is the first n lines of s.
func head(s string, n int) string {
	lines := strings.SplitAfter(s, "\n")
	if len(lines) <= n {
		return s
	}
	return strings.Join(lines[:n], "") + "...\n"
}

// TestSameBytes builds every report twice.
func TestSameBytes(t *testing.T) {
	first, second := everything(t), everything(t)
	for i := range first {
		if a, b := first[i].pdf, second[i].pdf; !bytes.Equal(a, b) {
			t.Errorf("%s: two runs, two files (%d and %d bytes)", first[i].name, len(a), len(b))
		}
	}
}

// TestSharedNothing builds two reports at the same time; with -race it shows that they share
// nothing that changes.
func TestSharedNothing(t *testing.T) {
	fsys, name := goldenReport(t)
	want := annual(t)
	results := make(chan string)
	for range 2 {
		go func() {
			var out bytes.Buffer
			if _, err := compile(&out, fsys, goldenYear, name, nil); err != nil {
				results <- err.Error()
				return
			}
			results <- out.String()
		}()
	}
	for range 2 {
		if have := <-results; have != string(want.pdf) {
			t.Errorf("%d bytes, want %d", len(have), len(want.pdf))
		}
	}
}
