package main

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"rapport/content/brand/colorimetry"
)

var initDate = time.Date(2031, 2, 28, 12, 0, 0, 0, time.UTC)

// made is a new workplace in a folder of the test.
func made(t *testing.T, i initial, colour string) (dir, said string) {
	t.Helper()
	dir = filepath.Join(t.TempDir(), "mine")
	return dir, again(t, i, dir, colour)
}

func again(t *testing.T, i initial, dir, colour string) string {
	t.Helper()
	wish, ok := colorimetry.ParseRGB(colour)
	if !ok {
		t.Fatalf("%s is no colour", colour)
	}
	var out bytes.Buffer
	if err := i.run(context.Background(), &out, dir, wish, initDate); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

// TestInit makes workplaces in all languages, of colours and names that are easy and hard, and builds
// what is in them: every edition, without a warning.
func TestInit(t *testing.T) {
	for n, c := range []struct{ language, name, colour, says string }{
		{"nb", "", "#007A7A", "rapport build 2031"},
		{"nb", `Foreningen "Havblikk" & Sønner \ AS 🌊`, "#FFD400", "Det som framheves"},
		{"nn", "Ungdomslaget Sjøbris", "#808080", "er ein gråtone"},
		{"nn", "Čálliidlágádus", "#000", ""},
		{"en", "", "#FF69B4", "What is pointed out"},
		{"en", strings.Repeat("The Society of Long Names ", 5), "#fff", ""},
	} {
		t.Run(fmt.Sprintf("%s %s", c.language, c.colour), func(t *testing.T) {
			dir, said := made(t, initial{name: c.name, language: c.language}, c.colour)
			if !strings.Contains(said, c.says) {
				t.Errorf("it does not say %q:\n%s", c.says, said)
			}
			in := []string{"2031", "--content", filepath.Join(dir, "content")}
			to := []string{"--out", filepath.Join(dir, "out")}
			for _, args := range [][]string{
				append([]string{"check", "--strict"}, in...),
				append(append([]string{"build", "--strict"}, in...), to...),
				append(append([]string{"print"}, in...), to...),
				append(append([]string{"web"}, in...), to...),
			} {
				var out bytes.Buffer
				if code := run(args, &out, &out); code != exitDone {
					t.Errorf("%v: code %d\n%s", args[0], code, out.String())
				}
			}
			for name, files := range tomlFiles(t, filepath.Join(dir, "content")) {
				schema := filepath.Join(dir, "content", schemaFolder, name+".schema.json")
				if n > 1 {
					break // the files are the same but for their names and colours
				}
				if said, err := taplo(t, schema, files...); err != nil {
					t.Errorf("%v\n%s", err, said)
				}
			}
		})
	}
}

// TestInitAgain adds what is missing and touches nothing else.
func TestInitAgain(t *testing.T) {
	i := initial{language: "nb"}
	dir, _ := made(t, i, initialColour)
	own := filepath.Join(dir, "content", "2031", "arsrapport", "report.toml")
	lost := filepath.Join(dir, ".gitignore")
	if err := os.WriteFile(own, []byte("# mitt\n"), 0o666); err != nil {
		t.Fatal(err)
	}
	if err := os.Remove(lost); err != nil {
		t.Fatal(err)
	}
	said := again(t, i, dir, "#123456")
	if text, _ := os.ReadFile(own); string(text) != "# mitt\n" {
		t.Errorf("a file was overwritten: %s", text)
	}
	if _, err := os.Stat(lost); err != nil {
		t.Error(err)
	}
	if !strings.Contains(said, "nye filer: 1\n") ||
		!strings.Contains(said, "fra før: 17\n") {
		t.Errorf("it says\n%s", said)
	}
}

// TestInitRefused leaves folders of others alone, and names what it does not understand.
func TestInitRefused(t *testing.T) {
	other := t.TempDir()
	if err := os.WriteFile(filepath.Join(other, "tax.pdf"), nil, 0o666); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		args []string
		code int
		want string
	}{
		{[]string{other}, exitFailed, "holds other things (tax.pdf) and is left alone"},
		{[]string{filepath.Join(other, "tax.pdf")}, exitFailed, "tax.pdf"},
		{[]string{"x", "--colour", "blue-ish"}, exitUsage, `"blue-ish" is no colour`},
		{[]string{"x", "--language", "sv"}, exitUsage, "--language is sv"},
		{[]string{"x", "--name", "a\nb"}, exitUsage, "one line"},
		{nil, exitUsage, "arg"},
	} {
		var out bytes.Buffer
		if code := run(append([]string{"init"}, c.args...), &out, &out); code != c.code ||
			!strings.Contains(out.String(), c.want) {
			t.Errorf("%v: code %d, want %d with %q:\n%s", c.args, code, c.code, c.want, out.String())
		}
	}
	if entries, _ := os.ReadDir(other); len(entries) != 1 {
		t.Errorf("the folder has %d files now", len(entries))
	}
}

// TestInitInterrupted ends between two files: each that is there is whole, and a second run makes the
// rest.
func TestInitInterrupted(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "mine")
	ctx, stop := context.WithCancel(context.Background())
	stop()
	var out bytes.Buffer
	if err := (&initial{language: "en"}).run(ctx, &out, dir, colorimetry.RGB{B: 99}, initDate); err == nil {
		t.Fatal("nothing was interrupted")
	}
	if said := again(t, initial{language: "en"}, dir, initialColour); !strings.Contains(said, "new files: 18") {
		t.Errorf("it says\n%s", said)
	}
}
