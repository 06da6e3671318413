package delivery_test

import (
	"context"
	"crypto/tls"
	"errors"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"rapport/cmd/internal/mail/address"
	"rapport/cmd/internal/mail/delivery"
	"rapport/cmd/internal/mail/smtptest"
)

// certificate is for 127.0.0.1, and client knows who made it.
func certificate(t *testing.T) (server, client *tls.Config) {
	t.Helper()
	s := httptest.NewTLSServer(nil)
	t.Cleanup(s.Close)
	known := s.Client().Transport.(*http.Transport).TLSClientConfig.RootCAs
	return &tls.Config{Certificates: s.TLS.Certificates}, &tls.Config{RootCAs: known}
}

func to(t *testing.T, s string) address.Address {
	t.Helper()
	a, _, err := address.Parse(s)
	if err != nil {
		t.Fatal(err)
	}
	return a
}

// letter is longer than the buffers between program and server.
var letter = []byte("Subject: x\r\n\r\n.dot\r\n" + strings.Repeat("a line of a message that is long\r\n", 3000))

// TestFaults ends or answers the conversation in each phase, and holds the verdict against what a
// server may have taken.
func TestFaults(t *testing.T) {
	type act = smtptest.Act
	for _, c := range []struct {
		phase string
		act   act
		want  delivery.Verdict
		code  int
		reply string
		taken int
	}{
		{"none", act{}, delivery.Accepted, 250, "2.0.0 taken", 1},
		{"MAIL", act{Reply: "550 5.7.1 not you"}, delivery.Sender, 550, "5.7.1 not you", 0},
		{"MAIL", act{Drop: true}, delivery.Broken, 0, "", 0},
		{"MAIL", act{Reply: "421 closing", Drop: true}, delivery.Later, 421, "closing", 0},
		{"RCPT", act{Reply: "550-5.1.1 one\n550-two\n550 5.1.1 three"}, delivery.Refused, 550,
			"5.1.1 one two 5.1.1 three", 0},
		{"RCPT", act{Reply: "451 4.7.1 grått, prøv igjen \xff"}, delivery.Later, 451, "4.7.1 grått, prøv igjen \ufffd", 0},
		{"RCPT", act{Drop: true}, delivery.Broken, 0, "", 0},
		{"RCPT", act{Reply: "what is this"}, delivery.Broken, 0, "", 0},
		{"DATA", act{Reply: "554 no"}, delivery.Refused, 554, "no", 0},
		{"DATA", act{Drop: true}, delivery.Broken, 0, "", 0},
		{"DATA", act{Wait: 2 * time.Second}, delivery.Broken, 0, "", 0},
		{smtptest.Body, act{Drop: true}, delivery.Unsure, 0, "", 0}, // or Broken: see below
		{smtptest.End, act{Drop: true}, delivery.Unsure, 0, "", 1},
		{smtptest.End, act{Drop: true, Lose: true}, delivery.Unsure, 0, "", 0},
		{smtptest.End, act{Wait: 2 * time.Second}, delivery.Unsure, 0, "", 1},
		{smtptest.End, act{Reply: "hello?"}, delivery.Unsure, 0, "", 0},
		{smtptest.End, act{Reply: "552 5.3.4 too big"}, delivery.Refused, 552, "5.3.4 too big", 0},
		{smtptest.End, act{Reply: "451 4.3.0 later"}, delivery.Later, 451, "4.3.0 later", 0},
		{smtptest.End, act{Reply: "250-" + strings.Repeat("æ", 2000) + "\n250 ok"}, delivery.Accepted, 250, "", 0},
	} {
		s := (&smtptest.Server{Script: func(phase string, _ int, _ string) act {
			if phase == c.phase {
				return c.act
			}
			return act{}
		}}).Start(t)
		server, err := delivery.Parse("smtp://" + s.Addr + "?tls=none")
		if err != nil {
			t.Fatal(err)
		}
		session, err := delivery.Dialer{Server: server, Limit: time.Second}.Dial(context.Background())
		if err != nil {
			t.Fatal(c.phase, err)
		}
		asked := 0
		r := session.Send("post@example.no", to(t, "kari@example.no"), letter, func() error { asked++; return nil })
		time.Sleep(10 * time.Millisecond)
		session.Drop()
		// A line that breaks in the middle is known as broken when it is noticed while writing.
		same := r.Verdict == c.want || c.phase == smtptest.Body && r.Verdict == delivery.Broken
		if !same || r.Code != c.code || c.reply != "" && r.Reply != c.reply ||
			!utf8.ValidString(r.Reply) || len([]rune(r.Reply)) > 501 {
			t.Errorf("%s %+v: %+v", c.phase, c.act, r)
		}
		if began := s.Count("DATA") > 0; began && asked != 1 {
			t.Errorf("%s: DATA was sent before the ledger was asked", c.phase)
		}
		if r.Verdict == delivery.Broken && len(s.Messages()) > 0 {
			t.Errorf("%s: the server has a message that is thought to be lost", c.phase)
		}
		if c.phase != smtptest.End && len(s.Messages()) != c.taken {
			t.Errorf("%s: %d messages", c.phase, len(s.Messages()))
		}
	}
}

// TestStopped sends nothing when the ledger cannot be written, and goes on afterwards.
func TestStopped(t *testing.T) {
	s := (&smtptest.Server{}).Start(t)
	server, _ := delivery.Parse("smtp://" + s.Addr + "?tls=none")
	session, err := delivery.Dialer{Server: server}.Dial(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	defer session.Close()
	full := errors.New("disk full")
	r := session.Send("post@example.no", to(t, "kari@example.no"), letter, func() error { return full })
	if r.Verdict != delivery.Stopped || r.Err != full || s.Count("DATA") != 0 {
		t.Errorf("%+v", r)
	}
	if err := session.Reset(); err != nil {
		t.Fatal(err)
	}
	r = session.Send("post@example.no", to(t, "kari@example.no"), letter, func() error { return nil })
	if r.Verdict != delivery.Accepted || s.Messages()[0].Data != string(letter) {
		t.Errorf("%+v, %d bytes", r, len(s.Messages()[0].Data))
	}
}

// TestLogin logs in, by TLS alone.
func TestLogin(t *testing.T) {
	const password = "kanariPassord"
	secure, client := certificate(t)
	for _, c := range []struct {
		name     string
		server   *smtptest.Server
		url      string
		token    string
		known    bool // whoever made the certificate
		password string
		want     error
	}{
		{name: "STARTTLS, PLAIN", server: &smtptest.Server{TLS: secure, Mechanisms: "LOGIN PLAIN"}, url: "smtp://u@", known: true, password: password},
		{name: "TLS, LOGIN", server: &smtptest.Server{TLS: secure, Implicit: true, Mechanisms: "LOGIN"}, url: "smtps://u@", known: true, password: password},
		{name: "TLS, XOAUTH2", server: &smtptest.Server{TLS: secure, Implicit: true, Mechanisms: "PLAIN XOAUTH2"}, url: "smtps://u@", known: true, token: password},
		{name: "no XOAUTH2", server: &smtptest.Server{TLS: secure, Mechanisms: "PLAIN"}, url: "smtp://u@", known: true, token: password, want: delivery.ErrNoAuth},
		{name: "wrong", server: &smtptest.Server{TLS: secure, Mechanisms: "PLAIN"}, url: "smtp://u@", known: true, password: "kanariFeil", want: delivery.ErrLogin},
		{name: "wrong token", server: &smtptest.Server{TLS: secure, Mechanisms: "XOAUTH2"}, url: "smtp://u@", known: true, token: "kanariFeil", want: delivery.ErrLogin},
		{name: "no TLS", server: &smtptest.Server{Mechanisms: "PLAIN"}, url: "smtp://u@", password: password, want: delivery.ErrNoTLS},
		{name: "unknown certificate", server: &smtptest.Server{TLS: secure}, url: "smtp://u@", password: password, want: delivery.ErrCertify},
		{name: "unknown certificate, implicit", server: &smtptest.Server{TLS: secure, Implicit: true}, url: "smtps://u@", password: password, want: delivery.ErrCertify},
		{name: "STARTTLS refused", server: &smtptest.Server{TLS: secure, Script: func(p string, _ int, _ string) smtptest.Act {
			if p == "STARTTLS" {
				return smtptest.Act{Reply: "454 not now"}
			}
			return smtptest.Act{}
		}}, url: "smtp://u@", known: true, password: password, want: errAny},
	} {
		s := c.server
		s.Secret = password
		s.Start(t)
		server, err := delivery.Parse(c.url + s.Addr)
		if err != nil {
			t.Fatal(err)
		}
		server.Password, server.Token = c.password, c.token
		d := delivery.Dialer{Server: server, Limit: 5 * time.Second}
		if c.known {
			d.TLS = client
		}
		session, err := d.Dial(context.Background())
		if err != nil {
			if strings.Contains(err.Error(), "kanari") {
				t.Errorf("%s: the error shows the password: %v", c.name, err)
			}
			if !errors.Is(err, c.want) && c.want != errAny {
				t.Errorf("%s: %v, want %v", c.name, err, c.want)
			}
			continue
		}
		r := session.Send("post@example.no", to(t, "kari@example.no"), letter, func() error { return nil })
		session.Close()
		if m := s.Messages(); c.want != nil || r.Verdict != delivery.Accepted || !m[0].TLS || m[0].User != "u" {
			t.Errorf("%s: %+v", c.name, r)
		}
	}
}

var errAny = errors.New("any")

func TestParse(t *testing.T) {
	for in, want := range map[string]string{
		"smtps://a%40b.no@mail.example.no": "mail.example.no:465 true a@b.no",
		"smtp://u@mail.example.no":         "mail.example.no:587 false u",
		"smtp://mail.example.no:465":       "mail.example.no:465 true ",
		"smtp://[::1]:25?tls=none":         "[::1]:25 false ",
	} {
		s, err := delivery.Parse(in)
		got := s.Name() + map[bool]string{true: " true ", false: " false "}[s.Implicit] + s.User
		if err != nil || got != want {
			t.Errorf("%s: %s, %v", in, got, err)
		}
	}
	for in, want := range map[string]error{
		"smtp://u:kanari@mail.example.no?tls=none": delivery.ErrPlain,
		"smtps://127.0.0.1?tls=none":               delivery.ErrPlain,
		"http://u:kanari@mail.example.no":          delivery.ErrAddress,
		"smtp://u:kanari%zz@mail.example.no":       delivery.ErrAddress,
		"smtp://":                                  delivery.ErrAddress, "mail.example.no:25": delivery.ErrAddress,
		"smtp://mail.example.no?tls=maybe": delivery.ErrAddress,
	} {
		if _, err := delivery.Parse(in); !errors.Is(err, want) || strings.Contains(err.Error(), "kanari") {
			t.Errorf("%s: %v", in, err)
		}
	}
}

// TestWide sends letters outside of ASCII to servers that take them, and to no other.
func TestWide(t *testing.T) {
	for extension, want := range map[string]delivery.Verdict{"SMTPUTF8": delivery.Accepted, "SIZE": delivery.Refused} {
		s := (&smtptest.Server{Extensions: []string{extension}}).Start(t)
		server, _ := delivery.Parse("smtp://" + s.Addr + "?tls=none")
		session, err := delivery.Dialer{Server: server}.Dial(context.Background())
		if err != nil {
			t.Fatal(err)
		}
		r := session.Send("post@example.no", to(t, "åse@example.no"), letter, func() error { return nil })
		if r.Verdict != want {
			t.Errorf("%s: %+v", extension, r)
		}
		session.Close()
	}
}
