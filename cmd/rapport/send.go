package main

import (
	"bytes"
	"errors"
	"fmt"
	"os"

	"github.com/spf13/cobra"
	"golang.org/x/term"

	"rapport/cmd/internal/mail"
	"rapport/cmd/internal/mail/campaign"
	"rapport/cmd/internal/mail/ledger"
	"rapport/cmd/internal/tongue"
	"rapport/content"
	"rapport/layout/text"
)

// sending is the command that sends a report to members.
type sending struct {
	selection
	to, test, write   string
	send, changed     bool
	mailing, settings string
	only, skip, again []string
	limit             int
	perMinute         float64
}

func newSend() *cobra.Command {
	var s sending
	cmd := &cobra.Command{
		Use:   "send YEAR --to LIST",
		Short: "Send a report to the members on a list",
		Long: `send makes the report and its message, which mail.toml in the report's folder has, and shows what would be sent
to the members on a list (CSV or XLSX). It sends only with --test, one message to oneself, and with --send,
which asks for the number of receivers first.

Who has got it is written down beside the list, so that a run which was stopped goes on where it was: nobody
gets a message twice. A message that was on its way when the program died is unknown, since no program can
know whether it arrived, and is not repeated unless --again unknown says so.

The mail server is RAPPORT_SMTP_URL (smtps://user@host:465 or smtp://user@host:587, always with TLS), the
password RAPPORT_SMTP_PASSWORD, or RAPPORT_SMTP_TOKEN for OAuth 2.0; or lines of these in a file of yours
(--settings, mode 0600). A missing password is asked for.`,
		Example: `  rapport send 2022 --to medlemmer.csv
  rapport send 2022 --to medlemmer.csv --test meg@example.no
  rapport send 2022 --to medlemmer.csv --send
  rapport send status --to medlemmer.csv`,
	}
	s.register(cmd, wording{report: "send this `report` (the name of its folder); needed where the year has several",
		strict: "warnings of check stop it too"})
	s.flags(cmd)
	s.ofYear(cmd, func(cmd *cobra.Command, year int) error { return s.run(cmd, year) })
	cmd.AddCommand(newSendStatus(), newSendForget(), newSendBounces())
	return cmd
}

// flags are those of send itself.
func (s *sending) flags(cmd *cobra.Command) {
	f := cmd.Flags()
	toFlag(cmd, &s.to)
	f.StringVar(&s.test, "test", "", "send one message to this `address`, and no other")
	f.BoolVar(&s.send, "send", false, "send, after asking for the number of receivers")
	f.StringVar(&s.write, "write", "", "write the messages as .eml files to a new `folder`, and send none")
	f.StringSliceVar(&s.only, "only", nil, "only these `rows` of the list (2-50,57), or addresses")
	f.StringSliceVar(&s.skip, "skip", nil, "not these `rows` of the list, or addresses")
	f.IntVar(&s.limit, "limit", 0, "at most so `many` receivers")
	f.StringSliceVar(&s.again, "again", nil, "also those that are `unknown` or failed")
	f.Float64Var(&s.perMinute, "per-minute", 20, "messages a `minute`; providers stop senders that are faster")
	f.StringVar(&s.mailing, "mailing", "", "`name` of the mailing (default YEAR/REPORT); nobody gets one twice")
	f.BoolVar(&s.changed, "changed", false, "go on with a mailing though report or text have changed")
	f.StringVar(&s.settings, "settings", "", "`file` with the mail server's settings")
	cmd.MarkFlagsMutuallyExclusive("test", "send", "write")
}

func toFlag(cmd *cobra.Command, to *string) {
	cmd.Flags().StringVar(to, "to", "", "list of members, a CSV or XLSX `file`")
	_ = cmd.MarkFlagFilename("to", "csv", "tsv", "txt", "xlsx")
	_ = cmd.MarkFlagRequired("to")
}

// job is what all of it needs that is not of a report.
func (s *sending) job(cmd *cobra.Command) *mail.Job {
	language := "en"
	if voice := tongue.Of(cmd.OutOrStdout()); voice != nil {
		language = voice.Language()
	}
	stdout := tongue.Raw(cmd.OutOrStdout()) // words are chosen in package mail
	out, ok := stdout.(*os.File)
	return &mail.Job{List: s.to, Content: s.content, Out: "out", Settings: s.settings, Language: language,
		Getenv: os.Getenv, Stdin: cmd.InOrStdin(), Stdout: stdout, PerMin: s.perMinute,
		Changed: s.changed, Terminal: ok && term.IsTerminal(int(out.Fd()))}
}

// run makes the report and does with it what the flags say.
func (s *sending) run(cmd *cobra.Command, year int) error {
	j := s.job(cmd)
	var err error
	if j.Choice, err = s.choice(); err != nil {
		return err
	}
	name, err := s.one(year)
	if err != nil {
		return err
	}
	if j.Mailing = s.mailing; j.Mailing == "" {
		j.Mailing = fmt.Sprintf("%d/%s", year, name)
	}
	if j.Report, j.PDF, err = s.make(year, name); err != nil {
		return err
	}
	switch {
	case s.write != "":
		return j.Write(s.write)
	case s.test != "":
		return j.Test(cmd.Context(), s.test)
	case s.send:
		return j.Send(cmd.Context())
	}
	return j.Show()
}

// choice reads which members are meant.
func (s *sending) choice() (c campaign.Choice, err error) {
	if c.Only, err = campaign.ParseSet(s.only); err != nil {
		return c, fmt.Errorf("--only: %w", err)
	}
	if c.Skip, err = campaign.ParseSet(s.skip); err != nil {
		return c, fmt.Errorf("--skip: %w", err)
	}
	for _, a := range s.again {
		if a != string(ledger.Unknown) && a != string(ledger.Failed) {
			return c, errors.New("--again must be unknown or failed")
		}
		c.Again = append(c.Again, ledger.State(a))
	}
	if c.Limit = s.limit; s.limit < 0 || s.perMinute <= 0 {
		return c, errors.New("--limit and --per-minute are numbers over 0")
	}
	return c, nil
}

// make makes the report as build does.
func (s *sending) make(year int, name string) (*content.Report, []byte, error) {
	dir, err := s.open()
	if err != nil {
		return nil, nil, err
	}
	defer dir.Close()
	var pdf bytes.Buffer
	c, err := compile(&pdf, dir.FS, year, name, text.NewShaper(), s.also()...)
	var found findings
	if err := found.add(err); err != nil {
		return nil, nil, err
	}
	if err := found.error(s.content); err != nil {
		return nil, nil, err
	}
	if c.report.Mail == nil {
		return nil, nil, fmt.Errorf("%s/%d/%s has no [mail]; write mail.toml there, with \"from\", \"subject\" and \"text\"",
			s.content, year, name)
	}
	return c.report, pdf.Bytes(), nil
}

// beside is a command about the ledger beside a list.
func beside(use, short string, args cobra.PositionalArgs, do func(*mail.Job, []string) error) *cobra.Command {
	var s sending
	cmd := &cobra.Command{Use: use, Short: short, Args: args}
	toFlag(cmd, &s.to)
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		if err := do(s.job(cmd), args); err != nil {
			return failure{err}
		}
		return nil
	}
	return cmd
}

func newSendStatus() *cobra.Command {
	return beside("status --to LIST", "Say what became of the mailings with a list", cobra.NoArgs,
		func(j *mail.Job, _ []string) error { return j.Status() })
}

func newSendForget() *cobra.Command {
	return beside("forget ADDRESS --to LIST", "Erase an address, and never write to it again",
		cobra.ExactArgs(1), func(j *mail.Job, args []string) error { return j.Forget(args[0]) })
}

func newSendBounces() *cobra.Command {
	return beside("bounces FILE|DIR --to LIST", "Read delivery reports and list the addresses to mend",
		cobra.ExactArgs(1), func(j *mail.Job, args []string) error { return j.Bounces(args[0]) })
}
