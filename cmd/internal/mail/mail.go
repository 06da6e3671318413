// Package mail sends a report to its members: what rapport send does, once the report is made.
//
// # The idea
//
// A [Job] has a report, its PDF, and a list. [Job.Show] says what would be sent and to how many;
// [Job.Test] sends one message to oneself; [Job.Write] writes messages as files; [Job.Send] sends.
// What became of a mailing is in the ledger beside the list: [Job.Status], [Job.Forget],
// [Job.Bounces].
//
// # Rooms
//
//	address   mail addresses, which print themselves as nothing
//	members   a list: who is on it, and what is wrong with its rows
//	message   a report's message to one receiver
//	ledger    what became of each message, on the disk
//	delivery  SMTP
//	campaign  a plan of whom to send to, and the run
//	bounce    delivery reports that came back
//
// # Privacy
//
// What this package says has rows of the list, and no addresses and names, but for the list of
// addresses to mend that came back. Words of servers lose what looks like an address. The list is
// only read. Messages are written where --write says, and are nowhere else on the disk.
//
// # Dependencies
//
// golang.org/x/term reads a password without showing it.
package mail

import (
	"bufio"
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"time"

	"rapport/cmd/internal/mail/address"
	"rapport/cmd/internal/mail/bounce"
	"rapport/cmd/internal/mail/campaign"
	"rapport/cmd/internal/mail/delivery"
	"rapport/cmd/internal/mail/ledger"
	"rapport/cmd/internal/mail/members"
	"rapport/cmd/internal/mail/message"
	"rapport/cmd/internal/tongue"
	"rapport/content"
	"rapport/content/intake/table"
)

// Job is a mailing that is to be shown or sent.
type Job struct {
	Report  *content.Report
	PDF     []byte
	List    string // path
	Mailing string
	Choice  campaign.Choice
	Changed bool // the others get what is there now, though it has changed
	PerMin  float64

	Content, Out string // folders in which no list belongs
	Settings     string // path, "" for the usual place
	Language     string // of what is said: nb, nn or en
	Getenv       func(string) string
	Stdin        io.Reader
	Stdout       io.Writer
	Terminal     bool // Stdout is one

	letter  *message.Letter
	list    *members.List
	size    int
	at      string        // where the server's address was read
	secret  string        // where its password or token was
	name    string        // of the server
	growing time.Duration // the first wait after a refusal for now; the usual one when 0
}

// words are what the command says.
const words = tongue.Room("send")

func (j *Job) say(key string, args ...any) string { return words.Say(j.Language, key, args...) }

func (j *Job) print(key string, args ...any) { fmt.Fprint(j.Stdout, j.say(key, args...)) }

func (j *Job) line() { fmt.Fprintln(j.Stdout) }

// prepare reads the list and makes the letter.
func (j *Job) prepare() error {
	for _, dir := range []string{j.Content, j.Out} {
		if within(j.List, dir) {
			return errors.New(j.say("inside", dir))
		}
	}
	if err := j.read(); err != nil {
		return err
	}
	pdf := j.PDF
	if !j.Report.Mail.Attach {
		pdf = nil
	}
	var err error
	if j.letter, err = message.New(j.Report, j.Mailing, pdf); err != nil {
		return err
	}
	sample, err := j.letter.To(j.first(), time.Now())
	if err != nil {
		return err
	}
	if j.size = len(sample); j.size > message.Most {
		return errors.New(j.say("huge", j.megabytes()))
	}
	return nil
}

// read reads the list.
func (j *Job) read() error {
	file, err := os.Open(j.List)
	if err != nil {
		return err
	}
	defer file.Close()
	info, err := file.Stat()
	if err != nil {
		return err
	}
	j.list, err = members.Read(table.Input{ReaderAt: file, Size: info.Size()})
	switch {
	case err != nil && info.IsDir():
		return errors.New(j.say("dir", j.List))
	case err != nil:
		return errors.New(j.explain(err))
	}
	return nil
}

// first is the first receiver, or nobody.
func (j *Job) first() message.Receiver {
	if len(j.list.Members) == 0 {
		nobody, _, _ := address.Parse("nobody@example.org")
		return message.Receiver{Address: nobody}
	}
	return receiver(j.list.Members[0])
}

func receiver(m members.Member) message.Receiver {
	return message.Receiver{Address: m.Address, Name: m.Name, FirstName: m.FirstName}
}

// dir is the folder of the list and the ledger.
func (j *Job) dir() string { return filepath.Dir(j.List) }

// open opens the ledger.
func (j *Job) open() (*ledger.Ledger, error) {
	l, err := ledger.Open(j.dir())
	if errors.Is(err, ledger.ErrBusy) || errors.Is(err, ledger.ErrForeign) {
		return nil, errors.New(j.explain(err))
	}
	return l, err
}

// Show says what would be sent and to whom, and sends nothing.
func (j *Job) Show() error {
	if err := j.prepare(); err != nil {
		return err
	}
	j.about()
	j.print("text")
	text := j.letter.Text(message.Receiver{Address: j.first().Address, Name: "{name}", FirstName: "{first_name}"})
	for line := range strings.Lines(text) {
		fmt.Fprint(j.Stdout, "    ", line)
	}
	j.line()
	var l *ledger.Ledger
	if ledger.Exists(j.dir()) {
		var err error
		if l, err = j.open(); err != nil {
			return err
		}
		defer l.Close()
	}
	if _, err := j.plan(l); err != nil {
		return err
	}
	j.print("nothing")
	return nil
}

// megabytes is the size of a message as the language writes it.
func (j *Job) megabytes() string {
	s := strconv.FormatFloat(float64(j.size)/1e6, 'f', 1, 64)
	if j.Language == "en" {
		return s
	}
	return strings.Replace(s, ".", ",", 1)
}

// about says what the messages are.
func (j *Job) about() {
	j.print("mailing", j.Mailing)
	j.print("from", j.Report.Mail.From, j.letter.Subject(message.Receiver{Name: "{name}", FirstName: "{first_name}"}))
	if j.Report.Mail.Attach {
		j.print("attached", j.letter.FileName(), j.megabytes())
	} else {
		j.print("bare")
	}
	if j.size > message.Large {
		j.print("large")
	}
	if len(j.Report.Mail.Unsubscribe) == 0 {
		j.print("noleave")
	}
	if len(j.letter.Anonymous()) > 0 {
		j.print("anonymous")
	}
}

// shown is how many rows a note names.
const shown = 20

// plan holds the list against the ledger, and says what comes of it.
func (j *Job) plan(l *ledger.Ledger) (*campaign.Plan, error) {
	j.print("rows", j.list.Rows, len(j.list.Members))
	rows := map[members.Kind][]int{}
	for _, n := range j.list.Notes {
		if n.Kind != members.NoName || j.letter.Asks() {
			rows[n.Kind] = append(rows[n.Kind], n.Row)
		}
	}
	kinds := slices.Sorted(maps.Keys(rows))
	slices.SortStableFunc(kinds, func(a, b members.Kind) int { // who gets nothing first
		return cmp.Compare(btoi(b.Out()), btoi(a.Out()))
	})
	for _, k := range kinds {
		fmt.Fprintf(j.Stdout, "  %s %s: %s\n", j.say("row"), numbers(rows[k]), j.say(string(k)))
	}
	p, err := campaign.Make(j.list.Members, l, j.Mailing, j.letter.Digest(), j.Choice)
	if err != nil {
		return nil, err
	}
	other := 0
	for _, m := range p.Todo {
		if m.Language != "" && languageOf(m.Language) != j.Report.Language {
			other++
		}
	}
	j.print("todo", len(p.Todo))
	for _, s := range slices.Sorted(maps.Keys(p.Had)) {
		j.print("had", len(p.Had[s]), j.say(string(s)))
	}
	for key, n := range map[string]int{"left": p.Left, "beyond": p.Beyond, "language": other} {
		if n > 0 {
			j.print(key, n)
		}
	}
	if sent := len(p.Had[ledger.Sent]); p.Different && !j.Changed {
		return nil, errors.New(j.say("changed", j.Mailing, sent))
	}
	return p, nil
}

func btoi(b bool) int {
	if b {
		return 1
	}
	return 0
}

// languageOf is the code of a language as lists have it.
func languageOf(s string) string {
	switch {
	case strings.HasPrefix(s, "bokm") || s == "no" || s == "nb":
		return "nb"
	case strings.HasPrefix(s, "nynor") || s == "nn":
		return "nn"
	case strings.HasPrefix(s, "en"):
		return "en"
	}
	return s
}

// numbers are rows in words: 3, 5, 8 and so many more.
func numbers(rows []int) string {
	var all []string
	for _, r := range rows[:min(shown, len(rows))] {
		all = append(all, strconv.Itoa(r))
	}
	if more := len(rows) - shown; more > 0 {
		all = append(all, fmt.Sprintf("… +%d", more))
	}
	return strings.Join(all, ", ")
}

// Write writes the messages to a folder, each as NNNN.eml by its row.
func (j *Job) Write(dir string) error {
	if err := j.prepare(); err != nil {
		return err
	}
	if entries, err := os.ReadDir(dir); err == nil && len(entries) > 0 {
		return errors.New(j.say("full", dir))
	}
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return err
	}
	p, err := campaign.Make(j.list.Members, nil, j.Mailing, "", j.Choice)
	if err != nil {
		return err
	}
	for _, m := range p.Todo {
		raw, err := j.letter.To(receiver(m), time.Now())
		if err != nil {
			return err
		}
		name := filepath.Join(dir, fmt.Sprintf("%04d.eml", m.Row))
		if err := os.WriteFile(name, raw, 0o600); err != nil {
			return err
		}
	}
	j.about()
	j.print("wrote", len(p.Todo), dir)
	return nil
}

// Test sends one message to an address, and notes it nowhere.
func (j *Job) Test(ctx context.Context, to string) error {
	if err := j.prepare(); err != nil {
		return err
	}
	a, name, err := address.Parse(to)
	if err != nil {
		return errors.New(j.say("noaddress"))
	}
	first, _, _ := strings.Cut(name, " ")
	j.about()
	server, err := j.server()
	if err != nil {
		return err
	}
	j.letter.Mailing += time.Now().Format(" test 20060102150405.000")
	raw, err := j.letter.To(message.Receiver{Address: a, Name: name, FirstName: first}, time.Now())
	if err != nil {
		return err
	}
	s, err := delivery.Dialer{Server: server}.Dial(ctx)
	if err != nil {
		return errors.New(j.explain(err))
	}
	defer s.Close()
	res := s.Send(j.letter.From(), a, raw, func() error { return nil })
	if res.Verdict != delivery.Accepted {
		return errors.New(j.say("refused", j.result(res)))
	}
	j.print("tested")
	return nil
}

// ErrStopped tells that a run ended before it was done, as the user wished.
var ErrStopped = errors.New("stopped")

// Send sends, after the number of receivers was typed.
func (j *Job) Send(ctx context.Context) error {
	if err := j.prepare(); err != nil {
		return err
	}
	l, err := j.open()
	if err != nil {
		return err
	}
	defer l.Close()
	j.about()
	p, err := j.plan(l)
	if err != nil {
		return err
	}
	if len(p.Todo) == 0 {
		j.print("nobody")
		return nil
	}
	server, err := j.server()
	if err != nil {
		return err
	}
	j.print("ask", len(p.Todo))
	answer, _ := bufio.NewReader(j.Stdin).ReadString('\n')
	if strings.TrimSpace(answer) != strconv.Itoa(len(p.Todo)) {
		j.line()
		return errors.New(j.say("notasked"))
	}
	if err := l.Begin(j.Mailing, j.letter.Digest(), time.Now()); err != nil {
		return err
	}
	bar := &bar{job: j}
	out, err := campaign.Run(ctx, p, campaign.Options{Ledger: l, Mailing: j.Mailing, From: j.letter.From(),
		Dial: delivery.Dialer{Server: server}.Dial, ID: j.letter.ID, PerMinute: j.PerMin,
		Growing: j.growing, Progress: bar.show,
		Message: func(m members.Member, date time.Time) ([]byte, error) {
			return j.letter.To(receiver(m), date)
		}})
	bar.end()
	return j.after(ctx, out, err)
}

// after says what became of a run, and what to do next.
func (j *Job) after(ctx context.Context, out campaign.Outcome, err error) error {
	j.print("outcome", out.Sent, out.Failed, out.Unknown, out.Waiting)
	for key, n := range map[string]int{"waiting": out.Waiting, "failed": out.Failed, "unknown": out.Unknown} {
		if n > 0 {
			j.print("next." + key)
		}
	}
	switch {
	case err == nil && ctx.Err() != nil && out.Waiting > 0:
		return ErrStopped
	case err == nil:
		return nil
	case errors.Is(err, campaign.ErrLedger):
		return errors.New(j.say("stopped", j.say("broken.ledger", err)))
	}
	for key, is := range map[string]error{"refusals": campaign.ErrRefusals, "sender": campaign.ErrSender,
		"line": campaign.ErrLine, "unsure": campaign.ErrUnsure} {
		if errors.Is(err, is) {
			words := out.Words
			if out.Err != nil {
				words = j.explain(out.Err)
			}
			return errors.New(j.say("stopped", j.say("broken."+key, words)))
		}
	}
	return errors.New(j.say("stopped", j.explain(err)))
}

// Status says what became of all mailings with the list.
func (j *Job) Status() error {
	if !ledger.Exists(j.dir()) {
		if _, err := os.Stat(j.List); err != nil {
			return err
		}
		return errors.New(j.say("noledger"))
	}
	l, err := j.open()
	if err != nil {
		return err
	}
	defer l.Close()
	names, err := l.Mailings()
	if err != nil {
		return err
	}
	for _, name := range names {
		all, err := l.Entries(name)
		if err != nil {
			return err
		}
		count := map[ledger.State]int{}
		var told []string
		for _, e := range all {
			count[e.State]++
			if e.State != ledger.Sent {
				told = append(told, fmt.Sprintf("  %s %6d: %s: %s\n", j.say("row"), e.Line,
					j.say(string(e.State)), address.Hide(j.reply(e.Reply))))
			}
		}
		j.print("status", name, count[ledger.Sent], count[ledger.Failed], count[ledger.Unknown],
			count[ledger.Waiting])
		slices.Sort(told)
		fmt.Fprint(j.Stdout, strings.Join(told, ""))
	}
	return nil
}

// Bounces reads delivery reports, marks who did not get the message, and lists the addresses to mend.
func (j *Job) Bounces(path string) error {
	l, err := j.open()
	if err != nil {
		return err
	}
	defer l.Close()
	reports, messages, err := bounce.Read(path)
	if err != nil {
		return errors.New(address.Hide(tongue.Fault(err)))
	}
	failed, late := 0, 0
	var mend []string
	for _, r := range reports {
		if r.Late {
			late++
		}
		if !r.Failed {
			continue
		}
		failed++
		found, of, err := l.Bounced(r.ID, r.Address.Key(), r.Reply, time.Now())
		if err != nil {
			return err
		}
		if found && !slices.Contains(mend, of) {
			mend = append(mend, of)
		}
	}
	j.print("bounces", messages, failed, len(mend), late)
	if len(mend) > 0 {
		j.print("mend")
		fmt.Fprintln(j.Stdout, strings.Join(mend, "\n"))
	}
	return nil
}

// Forget erases an address.
func (j *Job) Forget(of string) error {
	a, _, err := address.Parse(of)
	if err != nil {
		return errors.New(j.say("noaddress"))
	}
	l, err := j.open()
	if err != nil {
		return err
	}
	defer l.Close()
	n, err := l.Forget(a)
	if err != nil {
		return err
	}
	j.print("forgot", n)
	return nil
}
