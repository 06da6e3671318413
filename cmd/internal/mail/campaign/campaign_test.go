package campaign_test

import (
	"context"
	"errors"
	"fmt"
	"testing"
	"time"

	"rapport/cmd/internal/mail/address"
	"rapport/cmd/internal/mail/campaign"
	"rapport/cmd/internal/mail/delivery"
	"rapport/cmd/internal/mail/ledger"
	"rapport/cmd/internal/mail/members"
	"rapport/cmd/internal/mail/smtptest"
)

// people are so many invented members, from row 2.
func people(n int) []members.Member {
	var out []members.Member
	for i := range n {
		a, _, err := address.Parse(fmt.Sprintf("m%d@example.no", i))
		if err != nil {
			panic(err)
		}
		out = append(out, members.Member{Row: i + 2, Address: a})
	}
	return out
}

// trial is a run against a server that follows a script.
type trial struct {
	t       *testing.T
	server  *smtptest.Server
	ledger  *ledger.Ledger
	list    []members.Member
	options campaign.Options
	choice  campaign.Choice
}

func begin(t *testing.T, n int, script func(phase string, n int, to string) smtptest.Act) *trial {
	t.Helper()
	l, err := ledger.Open(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = l.Close() })
	s := (&smtptest.Server{Script: script}).Start(t)
	server, err := delivery.Parse("smtp://" + s.Addr + "?tls=none")
	if err != nil {
		t.Fatal(err)
	}
	return &trial{t: t, server: s, ledger: l, list: people(n), options: campaign.Options{
		Ledger: l, Mailing: "m", From: "post@example.no", Growing: time.Millisecond,
		Dial: delivery.Dialer{Server: server, Limit: 2 * time.Second}.Dial,
		ID:   func(a address.Address) string { return "id-" + a.Key() },
		Message: func(members.Member, time.Time) ([]byte, error) {
			return []byte("Subject: x\r\n\r\nx\r\n"), nil
		},
	}}
}

// run sends what is left, and sees to it that everybody is accounted for and nobody got two.
func (tr *trial) run(ctx context.Context) (campaign.Outcome, error) {
	tr.t.Helper()
	p, err := campaign.Make(tr.list, tr.ledger, "m", "d", tr.choice)
	if err != nil {
		tr.t.Fatal(err)
	}
	out, err := campaign.Run(ctx, p, tr.options)
	if out.Sent+out.Failed+out.Unknown+out.Waiting != len(p.Todo) {
		tr.t.Errorf("%+v of %d", out, len(p.Todo))
	}
	got := map[string]int{}
	for _, m := range tr.server.Messages() {
		got[m.To]++
	}
	known, lerr := tr.ledger.Entries("m")
	if lerr != nil {
		tr.t.Fatal(lerr)
	}
	for _, m := range tr.list {
		n, state := got[m.Address.SMTP()], known[m.Address.Key()].State
		if n > 1 || state == ledger.Sent && n != 1 || n == 1 && state != ledger.Sent && state != ledger.Unknown ||
			state == ledger.Sending {
			tr.t.Errorf("row %d got %d and is %q", m.Row, n, state)
		}
	}
	return out, err
}

func (tr *trial) expect(out campaign.Outcome, err error, sent, failed, unknown, waiting int, want error) {
	tr.t.Helper()
	out.Words, out.Err = "", nil
	if (out != campaign.Outcome{Sent: sent, Failed: failed, Unknown: unknown, Waiting: waiting}) ||
		!errors.Is(err, want) {
		tr.t.Errorf("%+v, %v", out, err)
	}
}

type act = smtptest.Act

// TestAll sends to more than one connection holds, and to nobody a second time.
func TestAll(t *testing.T) {
	tr := begin(t, 205, nil)
	out, err := tr.run(context.Background())
	tr.expect(out, err, 205, 0, 0, 0, nil)
	if n := tr.server.Count("connect"); n != 3 {
		t.Errorf("%d connections", n)
	}
	out, err = tr.run(context.Background())
	tr.expect(out, err, 0, 0, 0, 0, nil)
	tr.list = people(207)
	out, err = tr.run(context.Background())
	tr.expect(out, err, 2, 0, 0, 0, nil)
}

// TestGreylisting is refused once for each receiver; all get it in the end.
func TestGreylisting(t *testing.T) {
	seen := map[string]bool{}
	tr := begin(t, 30, func(phase string, _ int, to string) act {
		if phase == "RCPT" && !seen[to] {
			seen[to] = true
			return act{Reply: "451 4.7.1 greylisted"}
		}
		return act{}
	})
	out, err := tr.run(context.Background())
	tr.expect(out, err, 30, 0, 0, 0, nil)
}

// TestMixed has receivers of every kind.
func TestMixed(t *testing.T) {
	tr := begin(t, 40, func(phase string, _ int, to string) act {
		switch {
		case phase == "RCPT" && to == "m3@example.no":
			return act{Reply: "550 5.1.1 <m3@example.no> unknown"}
		case phase == smtptest.End && to == "m5@example.no":
			return act{Drop: true}
		case phase == smtptest.End && to == "m7@example.no":
			return act{Drop: true, Lose: true}
		case phase == "RCPT" && to == "m9@example.no":
			return act{Reply: "452 4.2.2 full"}
		}
		return act{}
	})
	out, err := tr.run(context.Background())
	tr.expect(out, err, 36, 1, 2, 1, nil)
	known, _ := tr.ledger.Entries("m")
	if e := known["m3@example.no"]; e.Reply != "550 5.1.1 <m3@example.no> unknown" || e.Line != 5 || e.Tries != 1 {
		t.Errorf("%+v", e)
	}
	if e := known["m9@example.no"]; e.State != ledger.Waiting || e.Tries != 6 {
		t.Errorf("%+v", e)
	}
	tr.choice.Again = []ledger.State{ledger.Unknown}
	tr.choice.Skip, _ = campaign.ParseSet([]string{"m5@example.no,11"})
	tr.server.Script = nil
	out, err = tr.run(context.Background())
	tr.expect(out, err, 1, 0, 0, 0, nil) // the one whose message was lost
}

// TestRefusals ends at a server that says no to everything.
func TestRefusals(t *testing.T) {
	always := func(in, reply string) func(string, int, string) act {
		return func(phase string, _ int, _ string) act {
			if phase == in {
				return act{Reply: reply}
			}
			return act{}
		}
	}
	tr := begin(t, 100, always("RCPT", "550 5.7.1 no"))
	out, err := tr.run(context.Background())
	tr.expect(out, err, 0, 10, 0, 90, campaign.ErrRefusals)
	if tr = begin(t, 100, always(smtptest.End, "451 4.7.0 slow down")); true {
		out, err = tr.run(context.Background())
		tr.expect(out, err, 0, 0, 0, 100, campaign.ErrRefusals)
		if n := tr.server.Count("RCPT"); n > 25 {
			t.Errorf("asked %d times", n)
		}
	}
	tr = begin(t, 100, always("MAIL", "553 5.7.1 <kanari@example.no> not yours"))
	out, err = tr.run(context.Background())
	if out.Words != "553 5.7.1 ‹…› not yours" {
		t.Error(out.Words)
	}
	tr.expect(out, err, 0, 0, 0, 100, campaign.ErrSender)
}

// TestLines breaks lines everywhere, again and again.
func TestLines(t *testing.T) {
	for _, phase := range []string{smtptest.Connect, "EHLO", "MAIL", "RCPT", "DATA"} {
		tr := begin(t, 20, func(p string, n int, _ string) act { return act{Drop: p == phase && n%3 == 0} })
		out, err := tr.run(context.Background())
		tr.expect(out, err, 20, 0, 0, 0, nil)
		tr = begin(t, 20, func(p string, _ int, _ string) act { return act{Drop: p == phase} })
		out, err = tr.run(context.Background())
		tr.expect(out, err, 0, 0, 0, 20, campaign.ErrLine)
	}
	tr := begin(t, 20, func(p string, _ int, _ string) act { return act{Drop: p == smtptest.End} })
	out, err := tr.run(context.Background())
	tr.expect(out, err, 0, 0, 3, 17, campaign.ErrUnsure)
	tr = begin(t, 5, func(p string, n int, _ string) act {
		if p == "RCPT" && n == 3 {
			return act{Reply: "421 4.3.2 closing", Drop: true}
		}
		return act{}
	})
	out, err = tr.run(context.Background())
	tr.expect(out, err, 5, 0, 0, 0, nil)
}

// TestInterrupted finishes the message under way.
func TestInterrupted(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	tr := begin(t, 20, func(phase string, n int, _ string) act {
		if phase == smtptest.End && n == 7 {
			cancel()
			return act{Wait: 50 * time.Millisecond}
		}
		return act{}
	})
	out, err := tr.run(ctx)
	tr.expect(out, err, 7, 0, 0, 13, nil)
	out, err = tr.run(context.Background())
	tr.expect(out, err, 13, 0, 0, 0, nil)
}

// TestPace keeps the distance between messages.
func TestPace(t *testing.T) {
	tr := begin(t, 6, nil)
	tr.options.PerMinute = 1200 // one every 50 ms
	start := time.Now()
	out, err := tr.run(context.Background())
	tr.expect(out, err, 6, 0, 0, 0, nil)
	if d := time.Since(start); d < 250*time.Millisecond {
		t.Errorf("%v", d)
	}
}

func TestChoice(t *testing.T) {
	list := people(100)
	set := func(words ...string) campaign.Set {
		s, err := campaign.ParseSet(words)
		if err != nil {
			t.Fatal(err)
		}
		return s
	}
	p, err := campaign.Make(list, nil, "m", "d", campaign.Choice{Only: set("2-50, 57", "M99@example.no"),
		Skip: set("10"), Limit: 20})
	if err != nil || len(p.Todo) != 20 || p.Beyond != 30 || p.Left != 50 {
		t.Errorf("%d, %d, %d, %v", len(p.Todo), p.Beyond, p.Left, err)
	}
	for _, bad := range []string{"x", "5-2", "0", "-3", "kanari@"} {
		if _, err := campaign.ParseSet([]string{bad}); err == nil {
			t.Error(bad)
		}
	}
}
