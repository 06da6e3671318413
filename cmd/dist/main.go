// Command dist makes what is handed out of rapport: the program as a single file for five systems,
// their checksums, a bill of materials, manual pages and shell completions.
//
//	go run ./cmd/dist -out out/dist
//
// The same commit and the same Go give the same bytes, in whatever folder: paths are trimmed, no C is
// linked, and the only thing that a file says of its making is the commit. What the programs need lies
// inside them: faces, hyphenation, colour profiles, wordings. Files:
//
//	rapport-OS-ARCH[.exe]     the program
//	SHA256SUMS                sha256sum -c SHA256SUMS
//	rapport.cdx.json          CycloneDX 1.6: every module that is linked into one of them
//	man/, completions/        made by the program itself, where this machine can run it
//
// sbom.go makes the bill of materials out of what Go writes into each program (debug/buildinfo), and
// licence.go reads the licences in the module cache. Nothing is signed: who hands the files out to
// strangers signs them for Windows and macOS with their own certificate.
package main

import (
	"crypto/sha256"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
)

// targets are the systems, in the order of their names.
var targets = []string{"darwin/amd64", "darwin/arm64", "linux/amd64", "linux/arm64", "windows/amd64"}

func main() {
	out := flag.String("out", "out/dist", "the `folder` to write to")
	only := flag.String("only", "", "build only these `systems`, as in linux/amd64,windows/amd64")
	flag.Parse()
	list := targets
	if *only != "" {
		list = strings.Split(*only, ",")
	}
	if err := dist(*out, list); err != nil {
		fmt.Fprintln(os.Stderr, "dist:", err)
		os.Exit(1)
	}
}

// dist makes everything for some systems.
func dist(out string, list []string) error {
	if err := os.RemoveAll(out); err != nil {
		return err
	}
	var files []string
	for _, target := range list {
		if !slices.Contains(targets, target) {
			return fmt.Errorf("no system %s; one of %s", target, strings.Join(targets, ", "))
		}
		file := filepath.Join(out, fileOf(target))
		if err := build(target, file); err != nil {
			return err
		}
		files = append(files, file)
	}
	bill, err := sbom(files)
	if err != nil {
		return err
	}
	name := filepath.Join(out, "rapport.cdx.json")
	if err := os.WriteFile(name, bill, 0o644); err != nil {
		return err
	}
	if host := runtime.GOOS + "/" + runtime.GOARCH; slices.Contains(list, host) {
		if err := beside(out, filepath.Join(out, fileOf(host))); err != nil {
			return err
		}
	}
	return sums(out, append(files, name))
}

// fileOf is the name of the program for a system.
func fileOf(target string) string {
	name := "rapport-" + strings.ReplaceAll(target, "/", "-")
	if strings.HasPrefix(target, "windows/") {
		name += ".exe"
	}
	return name
}

// build builds the program for a system. The flags are all that the bytes depend on, besides the
// sources and the Go that compiles them.
func build(target, file string) error {
	goos, goarch, _ := strings.Cut(target, "/")
	cmd := exec.Command("go", "build", "-trimpath", "-buildvcs=true", "-mod=readonly",
		"-ldflags=-s -w -buildid=", "-o", file, "./cmd/rapport")
	cmd.Env = append(os.Environ(), "CGO_ENABLED=0", "GOOS="+goos, "GOARCH="+goarch, "GOFLAGS=",
		"GOAMD64=v1", "GOARM64=v8.0", "GOEXPERIMENT=")
	cmd.Stdout, cmd.Stderr = os.Stderr, os.Stderr
	if err := cmd.Run(); err != nil {
		return fmt.Errorf("%s: %w", target, err)
	}
	return nil
}

// beside lets the program write its manual and what shells complete by.
func beside(out, program string) error {
	program, err := filepath.Abs(program)
	if err != nil {
		return err
	}
	if said, err := exec.Command(program, "man", filepath.Join(out, "man")).CombinedOutput(); err != nil {
		return fmt.Errorf("manual pages: %w\n%s", err, said)
	}
	dir := filepath.Join(out, "completions")
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	for shell, name := range map[string]string{"bash": "rapport.bash", "zsh": "_rapport",
		"fish": "rapport.fish", "powershell": "rapport.ps1"} {
		script, err := exec.Command(program, "completion", shell).Output()
		if err != nil {
			return fmt.Errorf("completion for %s: %w", shell, err)
		}
		if err := os.WriteFile(filepath.Join(dir, name), script, 0o644); err != nil {
			return err
		}
	}
	return nil
}

// sums writes the checksums of files, as sha256sum reads them.
func sums(out string, files []string) error {
	var b strings.Builder
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			return err
		}
		fmt.Fprintf(&b, "%x  %s\n", sha256.Sum256(data), filepath.Base(file))
	}
	return os.WriteFile(filepath.Join(out, "SHA256SUMS"), []byte(b.String()), 0o644)
}
