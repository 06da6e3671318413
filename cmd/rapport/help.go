package main

import (
	"fmt"
	"regexp"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"rapport/cmd/internal/tongue"
)

// helpWidth is how long the lines of help are at most, in characters.
const helpWidth = 110

// registerHelp makes help speak the author's language. The texts in the commands are English, and those of
// cobra; each is looked up as a whole. What is shown goes past the writer that translates lines.
func registerHelp(root *cobra.Command) {
	root.SetHelpCommand(newHelp())
	root.SetHelpFunc(func(cmd *cobra.Command, _ []string) {
		language := "en"
		if voice := tongue.Of(cmd.OutOrStdout()); voice != nil {
			language = voice.Language()
		}
		fmt.Fprint(tongue.Raw(cmd.OutOrStdout()), helpIn(language, cmd))
	})
}

// newHelp is the command that says what another is for. Cobra's own tells of a command that is not there
// in English, and shows the help of all.
func newHelp() *cobra.Command {
	return &cobra.Command{
		Use:   "help [command]",
		Short: "Say what a command is for",
		Long:  "help says what a command and its flags are for, as --help after the command does.",
		RunE: func(cmd *cobra.Command, args []string) error {
			of, rest, err := cmd.Root().Find(args)
			if err != nil {
				return err
			}
			if len(rest) > 0 {
				return fmt.Errorf("unknown command %q for %q", rest[0], of.CommandPath())
			}
			return of.Help()
		},
		ValidArgsFunction: func(cmd *cobra.Command, args []string, begun string) (
			names []cobra.Completion, _ cobra.ShellCompDirective,
		) {
			if of, _, err := cmd.Root().Find(args); err == nil {
				for _, c := range of.Commands() {
					if c.IsAvailableCommand() && strings.HasPrefix(c.Name(), begun) {
						names = append(names, cobra.CompletionWithDesc(c.Name(), c.Short))
					}
				}
			}
			return names, cobra.ShellCompDirectiveNoFileComp
		},
	}
}

// helpIn is the help of a command, whose texts become those of the language.
func helpIn(language string, cmd *cobra.Command) string {
	for c := range upwards(cmd) {
		translateCommand(language, c)
		for _, sub := range c.Commands() {
			translateCommand(language, sub)
		}
	}
	about := cmd.Long
	if about == "" {
		about = cmd.Short
	}
	return strings.TrimRight(about, " \n") + "\n\n" + usageIn(language, cmd.UsageString())
}

// upwards are a command and all those that it belongs to.
func upwards(cmd *cobra.Command) func(func(*cobra.Command) bool) {
	return func(yield func(*cobra.Command) bool) {
		for c := cmd; c != nil && yield(c); c = c.Parent() {
		}
	}
}

// translateCommand turns the texts of a command and of its flags into those of a language.
func translateCommand(language string, cmd *cobra.Command) {
	cmd.InitDefaultHelpFlag()
	cmd.Short = tongue.Text(language, cmd.Short)
	cmd.Long = tongue.Prose(language, cmd.Long, helpWidth)
	for _, flags := range []*pflag.FlagSet{cmd.Flags(), cmd.PersistentFlags()} {
		flags.VisitAll(func(f *pflag.Flag) { f.Usage = tongue.Text(language, f.Usage) })
	}
}

// placeholders are the words in capitals that stand for what an author writes, in English, bokmål and
// nynorsk.
var placeholders = map[string][2]string{"YEAR": {"ÅR", "ÅR"}, "FROM": {"FRA", "FRÅ"}, "TO": {"TIL", "TIL"},
	"FILE": {"FIL", "FIL"}, "NAME": {"NAVN", "NAMN"}, "FOLDER": {"MAPPE", "MAPPE"}, "DIR": {"MAPPE", "MAPPE"},
	"LIST": {"LISTE", "LISTE"}, "ADDRESS": {"ADRESSE", "ADRESSE"}, "[flags]": {"[valg]", "[val]"},
	"[command]": {"[kommando]", "[kommando]"}}

var (
	placeholder = regexp.MustCompile(`\[flags\]|\[command\]|\b[A-Z]{2,}\b`)
	standing    = regexp.MustCompile(`\(default (\S+|"[^"]*")\)$`)
)

// usageIn is cobra's account of a command in a language: its headings, and what stands for what an author
// writes. The texts of commands and flags are translated already.
func usageIn(language, usage string) string {
	if language != "nb" && language != "nn" {
		return usage
	}
	var b strings.Builder
	heading := ""
	for line := range strings.Lines(usage) {
		bare := strings.TrimRight(line, "\n")
		end := line[len(bare):]
		switch {
		case bare == "" || bare[0] != ' ':
			heading = bare
			bare = tongue.Text(language, bare)
		case heading == "Usage:":
			bare = placeholder.ReplaceAllStringFunc(bare, func(word string) string {
				if in, ok := placeholders[word]; ok && language == "nb" {
					return in[0]
				} else if ok {
					return in[1]
				}
				return word
			})
		case strings.HasSuffix(heading, "lags:"):
			bare = standing.ReplaceAllString(bare, "(standard $1)")
		}
		b.WriteString(bare + end)
	}
	return b.String()
}
