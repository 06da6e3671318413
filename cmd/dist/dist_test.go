package main

import (
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"
)

// What is handed out for this system: the program runs, its sum is right, and every module that is
// linked into it is listed with a licence and a checksum.
func TestDist(t *testing.T) {
	host := runtime.GOOS + "/" + runtime.GOARCH
	if !slices.Contains(targets, host) {
		t.Skipf("nothing is handed out for %s", host)
	}
	if os.Getenv("CI") != "true" {
		t.Skip("it compiles all packages anew; CI=true does, and .ci/dist")
	}
	t.Chdir("../..")
	if err := exec.Command("git", "rev-parse", "HEAD").Run(); err != nil {
		t.Skip("not in a repository, so no commit can be written into the program")
	}
	out := t.TempDir()
	if err := dist(out, []string{host}); err != nil {
		t.Fatal(err)
	}
	said, err := exec.Command(filepath.Join(out, fileOf(host)), "version").Output()
	if err != nil || !strings.Contains(string(said), "(") {
		t.Errorf("version says %q, %v", said, err)
	}
	for _, name := range []string{"SHA256SUMS", "man/rapport-build.1", "completions/_rapport"} {
		if info, err := os.Stat(filepath.Join(out, name)); err != nil || info.Size() < 100 {
			t.Errorf("%s: %v", name, err)
		}
	}
	data, err := os.ReadFile(filepath.Join(out, "rapport.cdx.json"))
	if err != nil {
		t.Fatal(err)
	}
	var b bom
	if err := json.Unmarshal(data, &b); err != nil {
		t.Fatal(err)
	}
	seen := map[string]bool{}
	for _, c := range b.Components {
		seen[c.Name] = true
		if len(c.Licenses) == 0 || c.Type == "library" && c.Name != "std" && len(c.Hashes) != 1 {
			t.Errorf("%s: licences %v, hashes %v", c.Name, c.Licenses, c.Hashes)
		}
	}
	for _, name := range []string{"std", "github.com/BurntSushi/toml", "github.com/johnfercher/maroto/v2",
		"github.com/spf13/cobra", "source-serif-4"} {
		if !seen[name] {
			t.Errorf("%s is not listed", name)
		}
	}
	if seen["github.com/chromedp/chromedp"] {
		t.Error("what only tests use is listed")
	}
}

func TestLicenceOf(t *testing.T) {
	for text, want := range map[string]string{
		"Apache License\n  Version 2.0, January 2004":                                        "Apache-2.0",
		"Permission is hereby granted, free\nof charge, to any person … without restriction": "MIT",
		"Redistributions in binary form must … endorse or promote products":                  "BSD-3-Clause",
		"Redistributions in binary form must":                                                "BSD-2-Clause",
		"All rights reserved.":                                                               "",
	} {
		if have := licenceOf(text); have != want {
			t.Errorf("%q: have %q, want %q", text, have, want)
		}
	}
}
