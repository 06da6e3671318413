package mail

import (
	"context"
	"crypto/tls"
	"crypto/x509"
	"errors"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"net"
	"net/textproto"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"rapport/cmd/internal/mail/delivery"
	"rapport/cmd/internal/mail/smtptest"
	"rapport/content/intake/table"
)

// TestEveryErrorIsTold: each error that a room of mail names is one that this package has words for.
func TestEveryErrorIsTold(t *testing.T) {
	elsewhere := map[string]string{
		"campaign.ErrRefusals": "after", "campaign.ErrSender": "after", "campaign.ErrLine": "after",
		"campaign.ErrUnsure": "after", "campaign.ErrLedger": "after",
		"campaign.ErrRows": "the command says which flag; the catalog has it",
		"address.ErrNone":  "message.New; the catalog has it", "address.ErrSeveral": "message.New",
		"address.ErrDomain": "message.New", "address.ErrLong": "message.New",
	}
	source, err := os.ReadFile("explain.go")
	if err != nil {
		t.Fatal(err)
	}
	names := 0
	for _, room := range []string{"address", "bounce", "campaign", "delivery", "ledger", "members", "message"} {
		files, err := filepath.Glob(room + "/*.go")
		if err != nil || len(files) == 0 {
			t.Fatalf("%s: %v", room, err)
		}
		for _, file := range files {
			if strings.HasSuffix(file, "_test.go") {
				continue
			}
			f, err := parser.ParseFile(token.NewFileSet(), file, nil, 0)
			if err != nil {
				t.Fatal(err)
			}
			ast.Inspect(f, func(n ast.Node) bool {
				spec, ok := n.(*ast.ValueSpec)
				if !ok {
					return true
				}
				for _, name := range spec.Names {
					if whole := room + "." + name.Name; strings.HasPrefix(name.Name, "Err") {
						names++
						if elsewhere[whole] == "" && !strings.Contains(string(source), "{"+whole+", ") {
							t.Errorf("%s has no words", whole)
						}
					}
				}
				return true
			})
		}
	}
	if names < 15 {
		t.Errorf("only %d errors", names)
	}
}

// refusing are mistakes in the settings, and servers that do not want or cannot.
var refusing = []struct {
	name, url  string
	server     *smtptest.Server
	nb, nn, en string // what must be said
}{
	{name: "address", url: "mail.example.no", nb: "RAPPORT_SMTP_URL: det er ingen adresse til en e-posttjener",
		nn: "RAPPORT_SMTP_URL: det er inga adresse til ein e-posttenar", en: "RAPPORT_SMTP_URL: that is no address of a mail server"},
	{name: "plain", url: "smtp://mail.example.no?tls=none", nb: "tls=none gjelder bare", nn: "tls=none gjeld berre",
		en: "tls=none is for a server on this machine"},
	{name: "port", url: "smtp://127.0.0.1:1", nb: "RAPPORT_SMTP_URL: ingen svarer på 127.0.0.1:1; er porten riktig",
		nn: "ingen svarer på 127.0.0.1:1; er porten rett", en: "nothing answers at 127.0.0.1:1; is the port right"},
	{name: "no TLS", server: &smtptest.Server{}, url: "smtp://SERVER", nb: "tilbyr ikke kryptering (TLS)",
		nn: "tilbyr ikkje kryptering (TLS)", en: "offers no encryption (TLS)"},
	{name: "no TLS from the first byte", server: &smtptest.Server{}, url: "smtps://SERVER",
		nb: "begynner ikke med kryptering", nn: "byrjar ikkje med kryptering", en: "does not begin with encryption"},
	{name: "login", server: &smtptest.Server{Mechanisms: "PLAIN"}, url: "smtp://u@SERVER?tls=none",
		nb: "RAPPORT_SMTP_PASSWORD: tjeneren SERVER godtar ikke brukernavnet eller passordet (535 ",
		nn: "godtek ikkje brukarnamnet eller passordet (535 ", en: "does not accept the user name or the password (535 "},
	{name: "mechanisms", server: &smtptest.Server{Mechanisms: "GSSAPI"}, url: "smtp://u@SERVER?tls=none",
		nb: "har ingen innlogging som rapport kjenner", nn: "har inga innlogging som rapport kjenner",
		en: "knows no way to log in that rapport knows"},
	{name: "turned away", server: &smtptest.Server{Script: func(phase string, _ int, _ string) smtptest.Act {
		if phase == "EHLO" {
			return smtptest.Act{Reply: "554 5.7.1 go away"}
		}
		return smtptest.Act{}
	}}, url: "smtp://SERVER?tls=none", nb: "avviser denne maskinen: 554", nn: "avviser denne maskina: 554",
		en: "turns this machine away: 554"},
}

// TestExplain sends to servers that refuse: what is said names where the address or the password was
// read, and what to do, in three languages, and nothing of Go's own words.
func TestExplain(t *testing.T) {
	foreign := regexp.MustCompile(`dial tcp|connect:|tls:|x509:|EOF|%!`)
	list := listOf(t, 2)
	for _, c := range refusing {
		at := "127.0.0.1:1"
		if c.server != nil {
			c.server.Secret = "right"
			at = c.server.Start(t).Addr
		}
		env := map[string]string{urlSetting: strings.ReplaceAll(c.url, "SERVER", at), passwordSetting: "kanari"}
		for language, want := range map[string]string{"nb": c.nb, "nn": c.nn, "en": c.en} {
			var out strings.Builder
			j := job(list, env, nil)
			j.Stdout, j.Language = &out, language
			err := j.Test(context.Background(), "a@example.no")
			if err == nil {
				t.Errorf("%s: sent", c.name)
				continue
			}
			want = strings.ReplaceAll(want, "SERVER", at)
			if said := err.Error(); !strings.Contains(said, want) || !strings.HasPrefix(said, "RAPPORT_SMTP_") {
				t.Errorf("%s, %s: %q, want %q", c.name, language, said, want)
			} else if m := foreign.FindString(said); m != "" || strings.Contains(said, "kanari") {
				t.Errorf("%s, %s: %q", c.name, language, said)
			}
		}
	}
}

// TestExplainSettings names the line of the settings file.
func TestExplainSettings(t *testing.T) {
	j := job(listOf(t, 1), nil, nil)
	j.Stdout, j.Settings = new(strings.Builder), filepath.Join(t.TempDir(), "smtp")
	text := "# the server\n\nRAPPORT_SMTP_URL=http://u@example.no\n"
	if err := os.WriteFile(j.Settings, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	_, err := j.server()
	if err == nil || !strings.HasPrefix(err.Error(), j.Settings+":3: det er ingen adresse") {
		t.Error(err)
	}
}

// TestToldInThree: each error has its words in three languages, whole, whatever wraps it.
func TestToldInThree(t *testing.T) {
	errs := []error{&table.Error{Trouble: table.Empty}, &table.Error{Trouble: table.OldExcel},
		&delivery.Denial{Is: delivery.ErrCertify, Words: "w", Err: x509.HostnameError{}},
		&delivery.Denial{Is: delivery.ErrCertify, Words: "w", Err: x509.CertificateInvalidError{Reason: x509.Expired}},
		&net.DNSError{Err: "no such host", Name: "x"}, tls.RecordHeaderError{}, &textproto.Error{Code: 554, Msg: "no"}}
	for _, of := range told {
		errs = append(errs, fmt.Errorf("wrapped: %w", of.is))
	}
	for _, err := range errs {
		seen := map[string]bool{}
		for _, language := range []string{"nb", "nn", "en"} {
			j := &Job{Language: language, at: urlSetting, secret: passwordSetting, name: "mail.example.no:465"}
			said := j.explain(err)
			if strings.Contains(said, "%") || len(said) < 15 || seen[said] {
				t.Errorf("%v, %s: %q", err, language, said)
			}
			seen[said] = true
		}
	}
}

// TestNetwork tells a server that is silent, gone or not there.
func TestNetwork(t *testing.T) {
	for _, c := range []struct {
		err  error
		want string
	}{
		{&net.OpError{Op: "dial", Err: os.ErrDeadlineExceeded}, "err.silent"},
		{context.DeadlineExceeded, "err.silent"},
		{&net.OpError{Op: "read", Err: errors.New("connection reset by peer")}, "err.gone"},
		{&net.DNSError{Err: "no such host", Name: "x", IsNotFound: true}, "err.host"},
		{errors.New("a message"), ""},
	} {
		if got, _ := network(c.err); got != c.want {
			t.Errorf("%v: %q, want %q", c.err, got, c.want)
		}
	}
}

// TestBrokenLine: a line that breaks again and again is told in the author's language, on the terminal
// and in the ledger.
func TestBrokenLine(t *testing.T) {
	s := (&smtptest.Server{Script: func(phase string, _ int, _ string) smtptest.Act {
		return smtptest.Act{Drop: phase == "RCPT"}
	}}).Start(t)
	list := listOf(t, 2)
	for language, want := range map[string]string{
		"nb": "stanset: forbindelsen brytes igjen og igjen (RAPPORT_SMTP_URL: forbindelsen til ",
		"nn": "stansa: sambandet blir brote igjen og igjen (RAPPORT_SMTP_URL: sambandet til ",
		"en": "stopped: the line breaks again and again (RAPPORT_SMTP_URL: the line to ",
	} {
		var out strings.Builder
		j := job(list, map[string]string{urlSetting: "smtp://" + s.Addr + "?tls=none"}, nil)
		j.Stdout, j.Language, j.Stdin, j.growing = &out, language, strings.NewReader("2\n"), time.Millisecond
		if err := j.Send(context.Background()); err == nil || !strings.HasPrefix(err.Error(), want) {
			t.Errorf("%s: %v", language, err)
		}
	}
}
