package main

import (
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime"
	"strconv"
	"testing"
)

// mostAtStart is how many bytes a package may allocate before main begins: a build pays for all of
// them, and what a build does not need is made when it is first asked for.
const mostAtStart = 60_000

// dearAtStart are the libraries that take more and cannot be made to wait, with the bytes that they
// may take.
var dearAtStart = map[string]int{
	// the widths of PDF's own faces; linked through maroto's core and its merging of files
	"github.com/pdfcpu/pdfcpu/internal/corefont/metrics": 250_000,
	// case folding and a pattern for e-mail addresses, patterns for HTML
	"github.com/yuin/goldmark/util":   200_000,
	"github.com/yuin/goldmark/parser": 160_000,
	// tables of scripts and breaks
	"github.com/go-text/typesetting/unicodedata": 120_000,
	// patterns for the names of buckets and the addresses of stores, which only editions put
	"github.com/minio/minio-go/v7/pkg/s3utils": 320_000,
}

// mostOfAll is what all packages together may allocate.
const mostOfAll = 1_400_000

// TestStart starts the built program and reads what its packages allocated before main. Times would
// be noise.
func TestStart(t *testing.T) {
	if testing.Short() {
		t.Skip("builds the program")
	}
	program := filepath.Join(t.TempDir(), "rapport")
	if runtime.GOOS == "windows" {
		program += ".exe"
	}
	if out, err := exec.Command("go", "build", "-o", program, ".").CombinedOutput(); err != nil {
		t.Fatalf("go build: %v\n%s", err, out)
	}
	start := exec.Command(program, "version")
	start.Env = append(start.Environ(), "GODEBUG=inittrace=1")
	out, err := start.CombinedOutput()
	if err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	all, seen := 0, 0
	for _, m := range traced.FindAllSubmatch(out, -1) {
		name := string(m[1])
		size, err := strconv.Atoi(string(m[2]))
		if err != nil {
			t.Fatal(err)
		}
		all, seen = all+size, seen+1
		most, dear := dearAtStart[name]
		if most = max(most, mostAtStart); size > most {
			t.Errorf("%s allocates %d bytes at start, at most %d", name, size, most)
		}
		if dear && size <= mostAtStart {
			t.Errorf("%s allocates only %d bytes: it needs no limit of its own", name, size)
		}
	}
	if seen < 20 || all > mostOfAll {
		t.Errorf("%d packages allocate %d bytes at start, at most %d", seen, all, mostOfAll)
	}
}

// traced is a line of GODEBUG=inittrace=1: a package, and the bytes that it allocated.
var traced = regexp.MustCompile(`(?m)^init (\S+) @.* clock, (\d+) bytes, \d+ allocs$`)
