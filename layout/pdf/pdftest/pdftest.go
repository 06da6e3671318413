// Package pdftest holds PDF files against programs that other people wrote: veraPDF (conformance),
// qpdf (syntax), MuPDF, Ghostscript and poppler (reading, rendering, text).
//
// Where a program is missing, a test that needs it is skipped, and fails when CI=true;
// .ci/install-tools installs all of them. Every function here ends the test when the program
// complains, with what it said. veraPDF takes a second to start, so give it many files at once.
package pdftest

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"sort"
	"strconv"
	"strings"
	"testing"
)

// Tool is the path of a program. Without it the test is skipped, or fails when CI=true.
func Tool(t testing.TB, name string) string {
	t.Helper()
	path, err := exec.LookPath(name)
	if err == nil {
		return path
	}
	if os.Getenv("CI") == "true" {
		t.Fatalf("%s is not installed; .ci/install-tools does that", name)
	}
	t.Skipf("%s is not installed; .ci/install-tools does that", name)
	return ""
}

// File writes data to a new file of the test and returns its path.
func File(t testing.TB, name string, data []byte) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, data, 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// run runs a program and returns its standard output and standard error.
func run(t testing.TB, name string, args ...string) (stdout, stderr string, err error) {
	t.Helper()
	cmd := exec.Command(Tool(t, name), args...)
	var out, problems bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &problems
	err = cmd.Run()
	return out.String(), problems.String(), err
}

// Text is what pdftotext extracts, page after page with form feeds between; options go before the
// file.
func Text(t testing.TB, file string, options ...string) string {
	t.Helper()
	out, problems, err := run(t, "pdftotext", append(options, "-enc", "UTF-8", file, "-")...)
	if err != nil || problems != "" {
		t.Fatalf("pdftotext %s: %v\n%s", file, err, problems)
	}
	return out
}

// Info is what pdfinfo prints; options go before the file (-struct-text, -dests ...).
func Info(t testing.TB, file string, options ...string) string {
	t.Helper()
	out, problems, err := run(t, "pdfinfo", append(options, file)...)
	if err != nil || problems != "" {
		t.Fatalf("pdfinfo %s: %v\n%s", file, err, problems)
	}
	return out
}

// Fonts is what pdffonts prints.
func Fonts(t testing.TB, file string) string {
	t.Helper()
	out, problems, err := run(t, "pdffonts", file)
	if err != nil || problems != "" {
		t.Fatalf("pdffonts %s: %v\n%s", file, err, problems)
	}
	return out
}

// Qpdf checks the syntax of files with qpdf --check.
func Qpdf(t testing.TB, files ...string) {
	t.Helper()
	for _, file := range files {
		out, problems, err := run(t, "qpdf", "--check", file)
		if err != nil || strings.Contains(out+problems, "WARNING") {
			t.Errorf("qpdf --check %s: %v\n%s%s", file, err, out, problems)
		}
	}
}

// QpdfText is a file rewritten by qpdf without compression and object streams, for a look at its
// objects.
func QpdfText(t testing.TB, file string) string {
	t.Helper()
	out, problems, err := run(t, "qpdf", "--qdf", "--object-streams=disable", file, "-")
	if err != nil {
		t.Fatalf("qpdf --qdf %s: %v\n%s", file, err, problems)
	}
	return out
}

// Mutool lets MuPDF render every page; any warning is an error. Of these programs it reads content
// streams most strictly.
func Mutool(t testing.TB, files ...string) {
	t.Helper()
	for _, file := range files {
		out, problems, err := run(t, "mutool", "draw", "-q", "-N", "-r", "36", "-F", "pgm", "-o",
			os.DevNull, file)
		if err != nil || out+problems != "" {
			t.Errorf("mutool draw %s: %v\n%s%s", file, err, out, problems)
		}
	}
}

// MutoolText is the text that MuPDF extracts, with words divided over lines joined.
func MutoolText(t testing.TB, file string) string {
	t.Helper()
	to := filepath.Join(t.TempDir(), "text")
	out, problems, err := run(t, "mutool", "convert", "-F", "text", "-O", "dehyphenate", "-o", to,
		file)
	if problems = strings.ReplaceAll(problems, noColor, ""); err != nil || problems != "" {
		t.Fatalf("mutool convert %s: %v\n%s%s", file, err, out, problems)
	}
	return string(Read(t, to))
}

// noColor is what Debian's MuPDF says about itself whenever it opens a file.
const noColor = "warning: ICC support is not available\n"

// Ghostscript lets Ghostscript interpret every page; any word of it is an error.
func Ghostscript(t testing.TB, files ...string) {
	t.Helper()
	for _, file := range files {
		out, problems, err := run(t, "gs", "-q", "-dNOPAUSE", "-dBATCH", "-dSAFER",
			"-sDEVICE=nullpage", "-dPDFSTOPONWARNING", file)
		if err != nil || strings.TrimSpace(out+problems) != "" {
			t.Errorf("gs %s: %v\n%s%s", file, err, out, problems)
		}
	}
}

// Pages renders the pages as PNG files with poppler and returns their paths in order.
func Pages(t testing.TB, file string, dpi int) []string {
	t.Helper()
	base := filepath.Join(t.TempDir(), "page")
	if out, problems, err := run(t, "pdftoppm", "-png", "-r", strconv.Itoa(dpi), file,
		base); err != nil || problems != "" {
		t.Fatalf("pdftoppm %s: %v\n%s%s", file, err, out, problems)
	}
	pages, err := filepath.Glob(base + "-*.png")
	if err != nil {
		t.Fatal(err)
	}
	sort.Strings(pages) // pdftoppm pads the numbers
	return pages
}

// VeraPDF checks every file against every flavour (ua1, 3a ...) and reports each rule that is
// broken.
func VeraPDF(t testing.TB, files []string, flavours ...string) {
	t.Helper()
	type answer struct {
		out string
		err error
	}
	program := Tool(t, "verapdf")
	answers := make([]chan answer, len(flavours))
	for i, flavour := range flavours {
		answers[i] = make(chan answer, 1)
		go func() {
			out, err := exec.Command(program,
				append([]string{"-f", flavour, "--format", "xml"}, files...)...).Output()
			answers[i] <- answer{string(out), err}
		}()
	}
	for i, flavour := range flavours {
		a := <-answers[i]
		checked, problems := readReport(a.out)
		for _, p := range problems {
			t.Errorf("veraPDF %s: %s", flavour, p)
		}
		if checked != len(files) {
			t.Errorf("veraPDF %s checked %d of %d files (%v)", flavour, checked, len(files), a.err)
		}
	}
}

// report is the part of veraPDF's XML report that is read here.
type report struct {
	Jobs []struct {
		Name       string `xml:"item>name"`
		Exception  string `xml:"taskException>exceptionMessage"`
		Validation struct {
			Compliant bool `xml:"isCompliant,attr"`
			Rules     []struct {
				Clause      string `xml:"clause,attr"`
				Test        string `xml:"testNumber,attr"`
				Failed      int    `xml:"failedChecks,attr"`
				Description string `xml:"description"`
				Checks      []struct {
					Context string `xml:"context"`
					Message string `xml:"errorMessage"`
				} `xml:"check"`
			} `xml:"details>rule"`
		} `xml:"validationReport"`
	} `xml:"jobs>job"`
}

// readReport counts the files that veraPDF checked, and lists what it found.
func readReport(text string) (checked int, problems []string) {
	var r report
	if err := xml.Unmarshal([]byte(text), &r); err != nil {
		return 0, []string{"no report: " + err.Error()}
	}
	for _, job := range r.Jobs {
		v := job.Validation
		if job.Exception != "" {
			problems = append(problems, job.Name+": "+job.Exception)
			continue
		}
		checked++
		for _, rule := range v.Rules {
			p := fmt.Sprintf("%s: clause %s-%s, %d times: %s", job.Name, rule.Clause, rule.Test,
				rule.Failed, rule.Description)
			if len(rule.Checks) > 0 {
				p += "\n\t" + rule.Checks[0].Message + "\n\t" + rule.Checks[0].Context
			}
			problems = append(problems, p)
		}
		if !v.Compliant && len(v.Rules) == 0 {
			problems = append(problems, job.Name+": not compliant")
		}
	}
	return checked, problems
}

// Read is a file's content.
func Read(t testing.TB, file string) []byte {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	return data
}
