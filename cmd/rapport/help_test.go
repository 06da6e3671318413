package main

import (
	"bytes"
	"regexp"
	"strings"
	"testing"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"rapport/cmd/internal/tongue"
)

// englishHelp are words that no Norwegian help has.
var englishHelp = regexp.MustCompile(`(?i)(^|[ (])(the|of|is|are|and|with|from|this|that|which|help for|command|usage|flags)([ ,;:.)\]]|$)`)

// TestHelp: the help of every command is in all three languages, with each of its flags.
func TestHelp(t *testing.T) {
	var paths [][]string
	var walk func(*cobra.Command)
	walk = func(c *cobra.Command) {
		paths = append(paths, strings.Fields(c.CommandPath())[1:])
		for _, sub := range c.Commands() {
			walk(sub)
		}
	}
	root := newRoot()
	root.InitDefaultHelpCmd()
	root.InitDefaultCompletionCmd()
	walk(root)
	if len(paths) < 25 {
		t.Fatalf("only %d commands", len(paths))
	}
	for _, path := range paths {
		helps := map[string]string{}
		for _, language := range []string{"nb", "nn", "en"} {
			var out, wrong bytes.Buffer
			if code := run(append(append([]string{"--lang", language}, path...), "--help"), &out, &wrong); code != 0 {
				t.Fatalf("%s %q: %d, %s", language, path, code, &wrong)
			}
			helps[language] = out.String()
		}
		if !strings.Contains(helps["en"], "Usage:\n") || strings.Contains(helps["en"], "Slik skriv") {
			t.Errorf("%q in English:\n%s", path, helps["en"])
		}
		for _, language := range []string{"nb", "nn"} {
			for line := range strings.Lines(helps[language]) {
				line = strings.TrimRight(line, "\n")
				if n := len([]rune(line)); n > 190 || n > helpWidth && !strings.HasPrefix(line, " ") {
					t.Errorf("%q, %s: %d characters: %s", path, language, n, line)
				}
				told := regexp.MustCompile(`«[^»]*»|"[^"]*"|--[a-z-]+|\{\w+\}|rapport \w+`).ReplaceAllString(line, "…")
				if strings.HasPrefix(line, "\t") || strings.HasPrefix(line, "#") || strings.HasPrefix(line, "  #:") {
					continue
				}
				if m := englishHelp.FindString(told); m != "" {
					t.Errorf("%q, %s still has %q: %s", path, language, m, line)
				}
			}
		}
		if helps["nb"] == helps["nn"] {
			t.Errorf("%q is the same in bokmål and nynorsk", path)
		}
	}
}

// TestHelpIsTranslated looks up every text of the commands and flags as a whole, and holds the name of a
// flag's value in each.
func TestHelpIsTranslated(t *testing.T) {
	texts := 0
	check := func(of, s string) {
		texts++
		for _, language := range []string{"nb", "nn"} {
			got := tongue.Prose(language, s, helpWidth)
			if got == s && s != "" || strings.Count(got, "`") != strings.Count(s, "`") {
				t.Errorf("%s, %s: %q is %q", of, language, s, got)
			}
		}
	}
	var walk func(*cobra.Command)
	walk = func(c *cobra.Command) {
		check(c.CommandPath(), c.Short)
		for _, p := range strings.Split(strings.TrimRight(c.Long, "\n"), "\n\n") {
			if p != "" && !strings.ContainsAny(p[:1], " \t#") {
				check(c.CommandPath(), p)
			}
		}
		for _, flags := range []*pflag.FlagSet{c.Flags(), c.PersistentFlags()} {
			flags.VisitAll(func(f *pflag.Flag) {
				if !f.Hidden {
					check(c.CommandPath()+" --"+f.Name, f.Usage)
				}
			})
		}
		for _, sub := range c.Commands() {
			walk(sub)
		}
	}
	root := newRoot()
	root.InitDefaultHelpCmd()
	root.InitDefaultCompletionCmd()
	walk(root)
	if texts < 150 {
		t.Errorf("only %d texts", texts)
	}
}
