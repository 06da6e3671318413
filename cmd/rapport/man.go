package main

import (
	"fmt"
	"io"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"rapport/cmd/internal/drafts"
)

// newMan is the command that writes the manual. Cobra's own writer (cobra/doc) would link a reader of
// Markdown and one of YAML for it; the pages are short.
func newMan() *cobra.Command {
	return &cobra.Command{
		Use:   "man FOLDER",
		Short: "Write the manual pages",
		Long: `man writes a page of the manual for each command, rapport.1 and rapport-build.1 and so on, for man(1):

  rapport man ~/.local/share/man/man1`,
		Args: cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			for _, c := range append([]*cobra.Command{cmd.Root()}, cmd.Root().Commands()...) {
				if c.Hidden || c.Name() == "help" || c.Name() == "completion" {
					continue
				}
				if err := writeManual(cmd, args[0], c); err != nil {
					return failure{err}
				}
			}
			return nil
		},
	}
}

func writeManual(cmd *cobra.Command, dir string, of *cobra.Command) error {
	name := strings.ReplaceAll(of.CommandPath(), " ", "-") + ".1"
	d := drafts.New(cmd.Context(), filepath.Join(dir, name))
	defer d.Discard()
	if err := manual(d, of); err != nil {
		return err
	}
	if err := d.Finish(); err != nil {
		return err
	}
	return d.Commit()
}

// manual writes a command's page in the language of man pages (man(7)).
func manual(w io.Writer, c *cobra.Command) error {
	var b strings.Builder
	path := strings.ReplaceAll(c.CommandPath(), " ", "-")
	fmt.Fprintf(&b, ".TH %s 1 \"\" rapport\n.SH NAME\n%s \\- %s\n", strings.ToUpper(roff(path)), roff(path),
		roff(strings.ToLower(c.Short[:1])+c.Short[1:]))
	fmt.Fprintf(&b, ".SH SYNOPSIS\n.B %s\n", roff(c.UseLine()))
	if c.Long != "" {
		b.WriteString(".SH DESCRIPTION\n" + paragraphs(c.Long))
	}
	if subs := c.Commands(); len(subs) > 0 {
		b.WriteString(".SH COMMANDS\n")
		for _, sub := range subs {
			if sub.IsAvailableCommand() {
				fmt.Fprintf(&b, ".TP\n.B %s\n%s\n", roff(sub.Name()), roff(sub.Short))
			}
		}
	}
	if flags := c.LocalFlags().FlagUsages(); flags != "" {
		b.WriteString(".SH OPTIONS\n.nf\n" + roff(strings.TrimRight(flags, "\n")) + "\n.fi\n")
	}
	if c.Example != "" {
		b.WriteString(".SH EXAMPLES\n.nf\n" + roff(c.Example) + "\n.fi\n")
	}
	if c.HasParent() {
		b.WriteString(".SH SEE ALSO\n.BR rapport (1)\n")
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// paragraphs are the paragraphs of a help text; indented lines stay as they are.
func paragraphs(text string) string {
	var b strings.Builder
	for i, p := range strings.Split(text, "\n\n") {
		if i > 0 {
			b.WriteString(".PP\n")
		}
		if strings.HasPrefix(p, "  ") {
			b.WriteString(".nf\n" + roff(p) + "\n.fi\n")
			continue
		}
		b.WriteString(roff(p) + "\n")
	}
	return b.String()
}

// roff writes a text so that none of it is a command: backslashes, hyphens that are to be copied, and
// points and apostrophes at the start of a line.
func roff(s string) string {
	s = strings.NewReplacer(`\`, `\e`, "-", `\-`).Replace(s)
	lines := strings.Split(s, "\n")
	for i, line := range lines {
		if strings.HasPrefix(line, ".") || strings.HasPrefix(line, "'") {
			lines[i] = `\&` + line
		}
	}
	return strings.Join(lines, "\n")
}
