// Package glpk lets tests ask an independent solver what a reader of a report can compute: GLPK, the
// GNU Linear Programming Kit, through its program glpsol (Debian glpk-utils).
package glpk

import (
	"bufio"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

// Solve solves a program in the format of CPLEX and gives the value of each variable. The test fails
// when there is no best solution, and skips on a bare machine.
func Solve(t testing.TB, program string, options ...string) map[string]float64 {
	t.Helper()
	if _, err := exec.LookPath("glpsol"); err != nil {
		if os.Getenv("CI") == "true" {
			t.Fatal("glpsol is missing; see .ci/install-tools")
		}
		t.Skip("no glpsol (Debian glpk-utils) on this machine")
	}
	dir := t.TempDir()
	in, out := filepath.Join(dir, "in.lp"), filepath.Join(dir, "out.txt")
	if err := os.WriteFile(in, []byte(program), 0o644); err != nil {
		t.Fatal(err)
	}
	args := append([]string{"--lp", in, "-o", out}, options...)
	if said, err := exec.Command("glpsol", args...).CombinedOutput(); err != nil {
		t.Fatalf("glpsol: %v\n%s", err, said)
	}
	text, err := os.ReadFile(out)
	if err != nil {
		t.Fatal(err)
	}
	return read(t, string(text))
}

// read reads the columns of a solution.
func read(t testing.TB, text string) map[string]float64 {
	values := map[string]float64{}
	columns, name := false, ""
	scan := bufio.NewScanner(strings.NewReader(text))
	for scan.Scan() {
		line := scan.Text()
		if status, ok := strings.CutPrefix(line, "Status:"); ok &&
			!strings.Contains(status, "OPTIMAL") {
			t.Fatalf("glpsol: no best solution: %s", status)
		}
		words := strings.Fields(line)
		switch {
		case strings.Contains(line, "Column name"):
			columns = true
			continue
		case !columns || len(words) == 0:
			continue
		case len(words) == 1: // a long name has a line of its own
			name = words[0]
			continue
		case name == "" && len(words) > 1:
			name, words = words[1], words[2:]
		}
		for _, word := range words { // after a status, or an asterisk for whole numbers
			if v, err := strconv.ParseFloat(word, 64); err == nil {
				values[name] = v
				break
			}
		}
		name = ""
	}
	return values
}
