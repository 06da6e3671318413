package main

import (
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

func TestMain(m *testing.M) {
	if filepath.Base(os.Args[0]) != "rapport" { // the tests, not the program that scripts start
		if err := os.Setenv("RAPPORT_LANG", "en"); err != nil { // in which they expect messages
			panic(err)
		}
	}
	testscript.Main(m, map[string]func(){"rapport": main})
}

// TestScripts runs the program as its users do. Each script begins with a copy of testdata/content,
// and a colour profile that is none for printing.
func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir: "testdata/script",
		Setup: func(env *testscript.Env) error {
			env.Setenv("RAPPORT_LANG", "en")
			err := os.CopyFS(filepath.Join(env.WorkDir, "content"), os.DirFS("testdata/content"))
			if err != nil {
				return err
			}
			profile, err := os.ReadFile("../../layout/pdf/icc/sRGB.icc")
			if err != nil {
				return err
			}
			return os.WriteFile(filepath.Join(env.WorkDir, "rgb.icc"), profile, 0o666)
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"exit": exit,
			"edit": edit,
			"ls":   list,
		},
		UpdateScripts: *update,
	})
}

// exit runs a program and demands an exit code: exit 2 rapport build
func exit(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: exit code program args...")
	}
	want, err := strconv.Atoi(args[0])
	ts.Check(err)
	have := 0
	var failed *exec.ExitError
	if err := ts.Exec(args[1], args[2:]...); errors.As(err, &failed) {
		have = failed.ExitCode()
	} else {
		ts.Check(err)
	}
	if have != want {
		ts.Fatalf("exit code %d, want %d", have, want)
	}
}

// edit replaces text that stands in a file exactly once: edit file 'old' 'new'
func edit(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 3 {
		ts.Fatalf("usage: edit file old new")
	}
	text := ts.ReadFile(args[0])
	if n := strings.Count(text, args[1]); n != 1 {
		ts.Fatalf("%q stands %d times in %s", args[1], n, args[0])
	}
	text = strings.Replace(text, args[1], args[2], 1)
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), []byte(text), 0o666))
}

// list demands the names in a folder, hidden ones too: ls folder name...
func list(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 1 {
		ts.Fatalf("usage: ls folder name...")
	}
	entries, err := os.ReadDir(ts.MkAbs(args[0]))
	ts.Check(err)
	var names []string
	for _, e := range entries {
		names = append(names, e.Name())
	}
	if have, want := strings.Join(names, " "), strings.Join(args[1:], " "); have != want {
		ts.Fatalf("%s holds %q, want %q", args[0], have, want)
	}
}
