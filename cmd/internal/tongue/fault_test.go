package tongue

import (
	"errors"
	"fmt"
	"go/ast"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"syscall"
	"testing"
)

// silent are packages of cmd whose errors are told by others, in words.txt: those of mail by explain.go
// there (whose tests see to it), or that are no part of rapport.
var silent = []string{"cmd/dist/", "cmd/internal/mail/address/", "cmd/internal/mail/campaign/",
	"cmd/internal/mail/delivery/", "cmd/internal/mail/ledger/", "cmd/internal/mail/members/",
	"cmd/internal/mail/smtptest/", "cmd/internal/tongue/"}

// inside are errors that reach no author, and why.
var inside = map[string]string{
	"stopped":                             "mail.ErrStopped, by which the run ends without another word",
	"image span-7":                        "a class of the web page",
	"no place for colours of the role x":  "content has refused such a brand",
	"colours of roles that are none of x": "content has refused such a brand",
	"7 colours of the x, not 7":           "content has refused such a brand",
	"not a compound":                      "the selector is told instead",
}

// below are the packages under layout and charts that tell an author of the report, its drawings and what
// a print shop says. What others tell is of faults in the program.
var below = []string{"layout/press", "layout/style", "layout/part", "charts/vector/svg"}

// single are files of packages of which others tell nothing.
var single = []string{"layout/pdf/profile.go", "layout/pdf/print.go", "layout/compose.go", "layout/web/image.go"}

// numbers are the quantities in such texts, which are written with other verbs too: what stands before a
// unit is a number.
var numbers = regexp.MustCompile(`\bx( (?:mm|pt|%|dpi)\b| × x\b|[;,]? at least)`)

// TestErrors translates every error that the program makes and an author may read, with stand-ins for what
// it names. A new one needs a paragraph in catalog.txt.
func TestErrors(t *testing.T) {
	texts := map[string]string{}
	var paths []string
	for _, dir := range append([]string{"cmd"}, below...) {
		paths = append(paths, sources(t, root+dir)...)
	}
	for _, file := range single {
		paths = append(paths, root+file)
	}
	for _, path := range paths {
		name := filepath.ToSlash(strings.TrimPrefix(path, root))
		skip := false
		for _, dir := range silent {
			skip = skip || strings.HasPrefix(name, dir)
		}
		if skip {
			continue
		}
		ast.Inspect(parsed(t, path), func(n ast.Node) bool {
			call, ok := n.(*ast.CallExpr)
			if !ok || len(call.Args) == 0 {
				return true
			}
			format := map[string]int{"Errorf": 0, "New": 0, "found": 2, "Sprintf": 0}
			at, tells := format[called(call)]
			if !tells || at >= len(call.Args) || called(call) == "Sprintf" && !slices.Contains(single, name) &&
				name != "layout/press/ink.go" {
				return true
			}
			s, ok := sample(&ast.CallExpr{Fun: ast.NewIdent("Sprintf"), Args: call.Args[at:]})
			s = numbers.ReplaceAllString(s, "7$1")
			if ok && strings.Contains(s, " ") && inside[s] == "" && !strings.HasPrefix(s, "<") {
				texts[s] = name
			}
			return true
		})
	}
	for s, of := range texts {
		for _, language := range []string{"nb", "nn"} {
			got := Line(language, "rapport: "+s)
			if wrong := untranslated("rapport: "+s, got); wrong != "" {
				t.Errorf("%s: %s: %s\n\t%s\n\t%s", of, language, wrong, s, got)
			}
		}
	}
	if len(texts) < 150 {
		t.Errorf("only %d texts", len(texts))
	}
}

// TestFault tells what systems say of files in words of ours, wrapped or not, and leaves the rest alone.
func TestFault(t *testing.T) {
	missing := &fs.PathError{Op: "open", Path: "a.csv", Err: syscall.ENOENT}
	for _, c := range []struct {
		err  error
		want string
	}{
		{missing, "a.csv does not exist"},
		{fmt.Errorf("%w (--content names the folder to read)", missing),
			"a.csv does not exist (--content names the folder to read)"},
		{&fs.PathError{Op: "open", Path: "a", Err: syscall.EACCES}, "a may not be read or written by you"},
		{&fs.PathError{Op: "write", Path: "a", Err: syscall.ENOSPC}, "the disk is full: a could not be written"},
		{&fs.PathError{Op: "mkdir", Path: "a/b", Err: syscall.ENOTDIR},
			"a/b cannot be reached: a part of the path is a file and no folder"},
		{&os.LinkError{Op: "rename", Old: "a", New: "b", Err: syscall.EROFS}, "b lies where nothing can be written"},
		{&fs.PathError{Op: "open", Path: "a", Err: windowsUsed}, "a is open in another program: close it there"},
		{errors.New("neither"), "neither"},
		{&fs.PathError{Op: "read", Path: "a", Err: errors.New("odd")}, "read a: odd"},
	} {
		if errors.Is(c.err, windowsUsed) && windowsUsed.Error() == syscall.EPIPE.Error() {
			continue // the number is another error's here
		}
		if got := Fault(c.err); got != c.want {
			t.Errorf("%v: %q, want %q", c.err, got, c.want)
		}
		if got := Line("nb", "rapport: "+Fault(c.err)); c.want[0] == 'a' && strings.Contains(got, "does not") {
			t.Errorf("%s is still English: %s", c.want, got)
		}
	}
}

// TestFaultsAreTranslated: each of them is in the catalog, and so is what Windows calls in use.
func TestFaultsAreTranslated(t *testing.T) {
	seen := 0
	for n := range 300 {
		s := fault("x", syscall.Errno(n))
		if s == "" {
			continue
		}
		seen++
		for _, language := range []string{"nb", "nn"} {
			if wrong := untranslated("rapport: "+s, Line(language, "rapport: "+s)); wrong != "" {
				t.Errorf("%s: %s: %s", s, language, wrong)
			}
		}
	}
	if seen < 9 {
		t.Errorf("only %d faults", seen)
	}
}
