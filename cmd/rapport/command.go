package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"runtime/debug"
	"strings"
	"syscall"

	"github.com/spf13/cobra"

	"rapport/cmd/internal/mail"
	"rapport/cmd/internal/tongue"
	"rapport/content"
)

// What the program returns to the shell.
const (
	exitDone        = 0
	exitFailed      = 1 // problems in the content, or a file that cannot be written
	exitUsage       = 2 // no such command or flag
	exitInterrupted = 130
)

// run is main without the process. A signal stops it between two writes, so that drafts are
// removed; a second one ends the process at once.
func run(args []string, stdout, stderr io.Writer) int {
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGINT, syscall.SIGTERM)
	defer stop()
	context.AfterFunc(ctx, stop)
	return execute(ctx, args, stdout, stderr)
}

// execute carries out a command line and returns the exit code.
func execute(ctx context.Context, args []string, to, toErrors io.Writer) int {
	voice := &tongue.Voice{}
	if language, err := authorLanguage(flagged(args), os.Getenv); err == nil && language != "" {
		voice.Choose(language)
	}
	stdout, stderr := voice.Writer(to), voice.Writer(toErrors)
	code := perform(ctx, args, stdout, stderr)
	_, _ = stdout.Close(), stderr.Close() // the terminal is gone, or all is said
	return code
}

// perform carries out a command line in the author's language.
func perform(ctx context.Context, args []string, stdout, stderr io.Writer) int {
	root := newRoot()
	root.SetArgs(args)
	root.SetOut(stdout)
	root.SetErr(stderr)
	command, err := root.ExecuteContextC(ctx)

	var failed failure
	switch {
	case err == nil:
		return exitDone
	case errors.Is(err, context.Canceled):
		fmt.Fprintln(stderr, "rapport: interrupted; nothing was changed")
		return exitInterrupted
	case errors.Is(err, mail.ErrStopped):
		return exitInterrupted
	case errors.As(err, &failed):
		explain(stderr, failed.error)
		return exitFailed
	default:
		fmt.Fprintf(stderr, "rapport: %v\nSee '%s --help'.\n", err, command.CommandPath())
		return exitUsage
	}
}

// failure is an error of a command that was understood; any other is a mistake in the command line.
type failure struct{ error }

func (f failure) Unwrap() error { return f.error }

// explain prints an error: problems in the content with their lines and carets, and how many there
// are.
func explain(w io.Writer, err error) {
	var problems content.Problems
	if !errors.As(err, &problems) {
		fmt.Fprintf(w, "rapport: %s\n", tongue.Fault(err))
		return
	}
	if err := problems.Format(w); err != nil {
		return // the terminal is gone
	}
	count := fmt.Sprintf("%d problems", len(problems))
	if len(problems) == 1 {
		count = "1 problem"
	}
	fmt.Fprintf(w, "\n%s; nothing was written\n", count)
}

func newRoot() *cobra.Command {
	root := &cobra.Command{
		Use:   "rapport",
		Short: "Build published reports from a folder of TOML",
		Long: `rapport turns a folder of TOML, narrative beside survey counts, into a published report:
a tagged, archivable PDF in which every number is computed from the counts.`,
		SilenceErrors: true,
		SilenceUsage:  true,
	}
	registerHelp(root)
	root.SetFlagErrorFunc(func(_ *cobra.Command, err error) error { return flagFault(err) })
	var profile profiles
	profile.flags(root)
	checkLanguage := registerLanguage(root)
	root.PersistentPreRunE = func(*cobra.Command, []string) error {
		if err := checkLanguage(); err != nil {
			return err
		}
		return profile.start()
	}
	root.PersistentPostRunE = func(*cobra.Command, []string) error { return profile.stop() }
	root.AddCommand(newBuild(), newCheck(), newReports(),
		newNext(), newPrint(), newBooklet(), newProof(), newCards(), newWeb(), newPreview(), newSchema(), newInit(),
		newImport(), newEditions(), newMan(), newSend(), newVersion())
	return root
}

// flagFault says what a flag must be followed by, where the flag's library says what Go's number reader
// does.
func flagFault(err error) error {
	said, reader, ok := strings.Cut(err.Error(), " flag: strconv.Parse")
	if !ok {
		return err
	}
	must := "it must be a whole number"
	switch {
	case strings.HasPrefix(reader, "Float"):
		must = "it must be a number, with a point before decimals"
	case strings.HasPrefix(reader, "Bool"):
		must = "it must be true or false"
	}
	return fmt.Errorf("%s; %s", said, must)
}

func newVersion() *cobra.Command {
	return &cobra.Command{
		Use:   "version",
		Short: "Print the version of rapport and of Go",
		Args:  cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			info, ok := debug.ReadBuildInfo()
			if !ok {
				return failure{errors.New("built without module information")}
			}
			_, err := fmt.Fprintf(cmd.OutOrStdout(), "rapport %s%s, %s\n",
				info.Main.Version, revision(info), info.GoVersion)
			return err
		},
	}
}

// revision is the commit that a build was made from, if it is known.
func revision(info *debug.BuildInfo) string {
	var commit, changed string
	for _, s := range info.Settings {
		switch {
		case s.Key == "vcs.revision":
			commit = " (" + s.Value[:min(12, len(s.Value))]
		case s.Key == "vcs.modified" && s.Value == "true":
			changed = ", changed since"
		}
	}
	if commit == "" {
		return ""
	}
	return commit + changed + ")"
}
