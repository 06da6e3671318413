package mail

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"rapport/cmd/internal/mail/campaign"
	"rapport/cmd/internal/mail/smtptest"
)

// TestPrivacy lets canaries through all that is said: none of them sings.
func TestPrivacy(t *testing.T) {
	const secret = "kanariPassord"
	s := (&smtptest.Server{Script: func(phase string, _ int, to string) smtptest.Act {
		switch {
		case phase == "RCPT" && strings.HasPrefix(to, "m1@"):
			return smtptest.Act{Reply: "550 5.1.1 <" + to + ">: no mailbox for " + to}
		case phase == smtptest.End && strings.HasPrefix(to, "m2@"):
			return smtptest.Act{Drop: true}
		}
		return smtptest.Act{}
	}}).Start(t)
	list := listOf(t, 8)
	add(t, list, "kanari uten krøllalfa;Kanari Fugl\nm1@example.no;Kanari Fugl\nm1@example.no, m2@example.no;Kanari\n")
	env := map[string]string{urlSetting: "smtp://" + s.Addr + "?tls=none", passwordSetting: secret}
	var said strings.Builder
	run := func(do func(*Job) error) {
		var out bytes.Buffer
		j := job(list, env, &out)
		j.Stdin = strings.NewReader("8\n")
		if err := do(j); err != nil {
			out.WriteString("ERROR " + err.Error() + "\n")
		}
		said.Write(out.Bytes())
	}
	run((*Job).Show)
	run(func(j *Job) error { return j.Send(context.Background()) })
	run((*Job).Status)
	env[urlSetting] = "smtp://kanari:" + secret + "@" + s.Addr + "?tls=none"
	run(func(j *Job) error { return j.Test(context.Background(), "kanari@example.no") })
	for _, bad := range []string{"smtp://kanari:" + secret + "%zz@x", "http://kanari:" + secret + "@x", "smtp://kanari:" + secret + "@mail.example.no?tls=none"} {
		env[urlSetting] = bad
		run(func(j *Job) error { return j.Test(context.Background(), "kanari@example.no") })
	}
	run(func(j *Job) error { j.Choice.Again = nil; return j.Forget("kanari") })
	run(func(j *Job) error {
		_, err := campaign.ParseSet([]string{"kanari@"})
		return err
	})
	all := strings.ToLower(said.String())
	if m := regexp.MustCompile(`m\d@|kanari|fugl`).FindString(all); m != "" {
		t.Errorf("%q is said in\n%s", m, &said)
	}
	for _, want := range []string{"Sendt: 6. Avvist: 1. Uvisst: 1. Venter: 0.", "avvist: 550 5.1.1 ‹…› no mailbox for ‹…›",
		"rad 10: ingen gyldig", "rad 12: flere adresser", "rad 11: samme adresse"} {
		if !strings.Contains(strings.Join(strings.Fields(said.String()), " "), strings.Join(strings.Fields(want), " ")) {
			t.Errorf("%q is not said in\n%s", want, &said)
		}
	}
}

func add(t *testing.T, list, rows string) {
	t.Helper()
	f, err := os.OpenFile(list, os.O_APPEND|os.O_WRONLY, 0)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if _, err := f.WriteString(rows); err != nil {
		t.Fatal(err)
	}
}

// TestAsk sends nothing when the number is not typed.
func TestAsk(t *testing.T) {
	s := (&smtptest.Server{}).Start(t)
	list := listOf(t, 3)
	env := map[string]string{urlSetting: "smtp://" + s.Addr + "?tls=none"}
	for answer, want := range map[string]int{"": 0, "ja\n": 0, "4\n": 0} {
		j := job(list, env, new(bytes.Buffer))
		j.Stdin = strings.NewReader(answer)
		if err := j.Send(context.Background()); err == nil || len(s.Messages()) != want {
			t.Errorf("%q: %v, %d messages", answer, err, len(s.Messages()))
		}
	}
	j := job(list, env, new(bytes.Buffer))
	j.Stdin = strings.NewReader("3\n")
	if err := j.Send(context.Background()); err != nil || len(s.Messages()) != 3 {
		t.Error(err, len(s.Messages()))
	}
}

// TestChanged tells of a text that has changed since a mailing was begun, and not of a PDF that was
// made again.
func TestChanged(t *testing.T) {
	s := (&smtptest.Server{}).Start(t)
	list := listOf(t, 3)
	env := map[string]string{urlSetting: "smtp://" + s.Addr + "?tls=none"}
	send := func(change func(*Job), answer string) error {
		j := job(list, env, new(bytes.Buffer))
		j.Stdin = strings.NewReader(answer)
		change(j)
		return j.Send(context.Background())
	}
	if err := send(func(j *Job) { j.Choice.Limit = 2 }, "2\n"); err != nil {
		t.Fatal(err)
	}
	other := func(j *Job) { j.Report.Mail.From = "Andre <andre@example.no>" }
	if err := send(other, "1\n"); err == nil || !strings.Contains(err.Error(), "--mailing") || len(s.Messages()) != 2 {
		t.Errorf("%v, %d messages", err, len(s.Messages()))
	}
	if err := send(func(j *Job) { j.PDF = append(j.PDF, " again"...) }, "1\n"); err != nil || len(s.Messages()) != 3 {
		t.Errorf("%v, %d messages", err, len(s.Messages()))
	}
	if err := send(func(j *Job) { other(j); j.Mailing = "2" }, "3\n"); err != nil || len(s.Messages()) != 6 {
		t.Errorf("%v, %d messages", err, len(s.Messages()))
	}
}

// TestSizes refuses what would not arrive.
func TestSizes(t *testing.T) {
	list := listOf(t, 1)
	for size, want := range map[int]string{1 << 20: "", 4 << 20: "Advarsel: over 5 MB", 16 << 20: "attach = \"none\" og link"} {
		var out bytes.Buffer
		j := job(list, map[string]string{}, &out)
		j.PDF = make([]byte, size)
		if err := j.Show(); err != nil {
			out.WriteString(err.Error())
		}
		if !strings.Contains(out.String(), want) || want == "" && strings.Contains(out.String(), "5 MB") {
			t.Errorf("%d bytes: %s", size, &out)
		}
	}
}

// TestPlaces refuses lists among content, and settings that others can read.
func TestPlaces(t *testing.T) {
	list := listOf(t, 1)
	j := job(list, map[string]string{}, new(bytes.Buffer))
	j.Content = filepath.Dir(list)
	if err := j.Show(); err == nil {
		t.Error("a list among content is read")
	}
	s := (&smtptest.Server{}).Start(t)
	settings := filepath.Join(t.TempDir(), "smtp")
	if err := os.WriteFile(settings, []byte("# mine\n"+urlSetting+" = \"smtp://"+s.Addr+"?tls=none\"\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	j = job(list, map[string]string{}, new(bytes.Buffer))
	j.Settings = settings
	if err := j.Test(context.Background(), "meg@example.no"); err == nil {
		t.Error("settings that all can read are taken")
	}
	if err := os.Chmod(settings, 0o600); err != nil {
		t.Fatal(err)
	}
	if err := j.Test(context.Background(), "Meg Selv <meg@example.no>"); err != nil || len(s.Messages()) != 1 {
		t.Error(err)
	}
}

// TestBounces marks who did not get it.
func TestBounces(t *testing.T) {
	s := (&smtptest.Server{}).Start(t)
	list := listOf(t, 3)
	env := map[string]string{urlSetting: "smtp://" + s.Addr + "?tls=none"}
	j := job(list, env, new(bytes.Buffer))
	j.Stdin = strings.NewReader("3")
	if err := j.Send(context.Background()); err != nil {
		t.Fatal(err)
	}
	id := regexp.MustCompile(`(?m)^Message-ID: (.*)\r$`).FindStringSubmatch(s.Messages()[1].Data)[1]
	report := "Content-Type: multipart/report; boundary=b\n\n--b\nContent-Type: message/delivery-status\n\n" +
		"Reporting-MTA: dns; x\n\nFinal-Recipient: rfc822; elsewhere@example.net\nAction: failed\nStatus: 5.1.1\n\n" +
		"--b\nContent-Type: text/rfc822-headers\n\nMessage-ID: " + id + "\n\n--b--\n"
	file := filepath.Join(t.TempDir(), "retur.eml")
	if err := os.WriteFile(file, []byte(report), 0o600); err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	if err := job(list, env, &out).Bounces(file); err != nil || !strings.HasSuffix(out.String(), "Adresser å rette:\nm1@example.no\n") {
		t.Errorf("%v\n%s", err, &out)
	}
	out.Reset()
	if err := job(list, env, &out).Status(); err != nil || !strings.Contains(out.String(), "sendt 2, avvist 1") {
		t.Errorf("%v\n%s", err, &out)
	}
}
