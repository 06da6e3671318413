// Package delivery hands messages to a mail server by SMTP (RFC 5321), one connection for many.
//
// # The idea
//
// What matters is what is known when a message did not arrive. [Session.Send] says it as a
// [Verdict]: the server has it; it refuses it for now, or for good, or refuses the sender; the line
// broke before the server can have taken it; or the line broke after the last byte and before the
// reply, and then nobody knows. Before DATA the caller is asked to write down what is about to
// happen.
//
// # Guarantees
//
// TLS 1.2 or later with a checked certificate, or this machine (loopback). No password is sent
// otherwise, and none is in an error. Each step has a time limit; a reply has a limit of size.
//
// # Dependencies
//
// wneessen/go-mail/smtp (v0.8.1) is Go's net/smtp, which is frozen, with LOGIN, SCRAM and XOAUTH2.
package delivery

import (
	"context"
	"crypto/tls"
	"errors"
	"fmt"
	"net"
	"net/textproto"
	"strings"
	"time"
	"unicode"

	"github.com/wneessen/go-mail/smtp"

	"rapport/cmd/internal/mail/address"
)

// Verdict is what became of a message that was to be sent.
type Verdict int

// Verdicts.
const (
	Accepted Verdict = iota // the server has it
	Later                   // refused for now (4xx)
	Refused                 // refused for good (5xx)
	Sender                  // refused for good, whoever the receiver is
	Broken                  // the line broke, and the server cannot have taken it
	Unsure                  // the line broke after the last byte: nobody knows
	Stopped                 // the caller did not want it sent
)

// Result is a verdict with the words of the server, or of what broke.
type Result struct {
	Verdict Verdict
	Code    int    // of the server, 0 when there was no reply
	Reply   string // on one line
	Err     error  // of the caller, for Stopped; of the line, for Broken and Unsure without a reply
}

// Errors of a connection that trying again does not mend.
var (
	ErrNoTLS   = errors.New("the server offers no TLS")
	ErrNoAuth  = errors.New("the server offers no way to log in that is known here")
	ErrLogin   = errors.New("the server does not accept user and password")
	ErrCertify = errors.New("the server's certificate is not good")
	ErrEndless = errors.New("the server's reply has no end")
)

// What a line may break of.
var (
	ErrSilent = errors.New("the server did not answer in time")
	ErrGone   = errors.New("the line broke")
)

// ErrWide tells that a server takes no address with letters like the receiver's (RFC 6531).
var ErrWide = errors.New("the mail server takes no address with letters like these")

// Denial is one of the errors above with what the server, or the check of its certificate, said.
type Denial struct {
	Is    error
	Words string // on one line, without addresses
	Err   error  // of the check of the certificate
}

func (d *Denial) Error() string { return d.Is.Error() + ": " + d.Words }

// Unwrap gives both reasons.
func (d *Denial) Unwrap() []error { return []error{d.Is, d.Err} }

// Limits of time, those of RFC 5321, 4.5.3.2, and of size.
const (
	patience = 5 * time.Minute
	dataTime = 10 * time.Minute
	maxReply = 1 << 20 // bytes
	maxWords = 500     // characters of a reply that are kept
)

// Session is a connection to a server.
type Session struct {
	client *smtp.Client
	line   *line
	limit  time.Duration // of a step, 0 for those above
}

// line is a connection that ends when a step takes too long or says too much.
type line struct {
	net.Conn
	left int
}

func (l *line) Read(p []byte) (int, error) {
	if l.left <= 0 {
		return 0, ErrEndless
	}
	n, err := l.Conn.Read(p[:min(len(p), l.left)])
	l.left -= n
	return n, err
}

// step begins a step of a session.
func (s *Session) step(limit time.Duration) {
	if s.limit > 0 {
		limit = s.limit
	}
	s.line.left = maxReply
	_ = s.line.SetDeadline(time.Now().Add(limit)) // a line that is gone fails at the next write
}

// Dialer makes sessions.
type Dialer struct {
	Server Server
	TLS    *tls.Config   // nil for the system's certificates
	Limit  time.Duration // of each step; 0 for those of RFC 5321
}

// Dial connects and logs in.
func (d Dialer) Dial(ctx context.Context) (*Session, error) {
	var dialer net.Dialer
	ctx, cancel := context.WithTimeout(ctx, time.Minute)
	defer cancel()
	conn, err := dialer.DialContext(ctx, "tcp", d.Server.Name())
	if err != nil {
		return nil, err
	}
	s := &Session{line: &line{Conn: conn}, limit: d.Limit}
	if err := s.open(d); err != nil {
		_ = conn.Close()
		return nil, err
	}
	return s, nil
}

// open begins the conversation on a line.
func (s *Session) open(d Dialer) (err error) {
	s.step(patience)
	config := &tls.Config{}
	if d.TLS != nil {
		config = d.TLS.Clone()
	}
	config.ServerName, config.MinVersion = d.Server.Host, tls.VersionTLS12
	var conn net.Conn = s.line
	if d.Server.Implicit {
		secure := tls.Client(s.line, config)
		if err := secure.Handshake(); err != nil {
			return certified(err)
		}
		conn = secure
	}
	if s.client, err = smtp.NewClient(conn, d.Server.Host); err != nil {
		return greeted(err)
	}
	if err := s.client.Hello(hello(s.line.LocalAddr())); err != nil {
		return greeted(err)
	}
	if !d.Server.Implicit && !d.Server.Plain {
		if ok, _ := s.client.Extension("STARTTLS"); !ok {
			return ErrNoTLS
		}
		if err := s.client.StartTLS(config); err != nil {
			return certified(err)
		}
	}
	return s.login(d.Server)
}

// hello is how this machine calls itself: by its number (RFC 5321, 4.1.3), because its name is
// nobody's business.
func hello(a net.Addr) string {
	if tcp, ok := a.(*net.TCPAddr); ok {
		if tcp.IP.To4() == nil {
			return "[IPv6:" + tcp.IP.String() + "]"
		}
		return "[" + tcp.IP.String() + "]"
	}
	return "localhost"
}

// certified names what is wrong with a certificate.
func certified(err error) error {
	var bad *tls.CertificateVerificationError
	if errors.As(err, &bad) {
		return &Denial{Is: ErrCertify, Words: bad.Err.Error(), Err: bad.Err}
	}
	return spoken(err)
}

// spoken is an error whose words, when they are the server's, show no address.
func spoken(err error) error {
	var said *textproto.Error
	if errors.As(err, &said) {
		return &textproto.Error{Code: said.Code, Msg: address.Hide(words(said.Msg))}
	}
	return err
}

// greeted is what the server said to this machine's greeting, or what broke the line.
func greeted(err error) error {
	var said *textproto.Error
	if errors.As(err, &said) {
		return spoken(err)
	}
	return cause(err)
}

// login proves who sends, in the best way that the server knows.
func (s *Session) login(server Server) error {
	if server.User == "" {
		return nil
	}
	_, offered := s.client.Extension("AUTH")
	auth, err := s.proof(server, strings.Fields(strings.ToUpper(offered)))
	if err != nil {
		return err
	}
	s.step(patience)
	err = s.client.Auth(auth)
	var said *textproto.Error
	if errors.As(err, &said) && said.Code >= 500 {
		return &Denial{Is: ErrLogin, Words: fmt.Sprintf("%d %s", said.Code, address.Hide(words(said.Msg))),
			Err: err}
	}
	return spoken(err)
}

// proof chooses a mechanism.
func (s *Session) proof(server Server, offered []string) (smtp.Auth, error) {
	has := func(name string) bool {
		for _, o := range offered {
			if o == name {
				return true
			}
		}
		return false
	}
	switch {
	case server.Token != "" && has("XOAUTH2"):
		return smtp.XOAuth2Auth(server.User, server.Token), nil
	case server.Token != "":
		return nil, ErrNoAuth
	case has("SCRAM-SHA-256"):
		return smtp.ScramSHA256Auth(server.User, server.Password), nil
	case has("SCRAM-SHA-1"):
		return smtp.ScramSHA1Auth(server.User, server.Password), nil
	case has("PLAIN"):
		return smtp.PlainAuth("", server.User, server.Password, server.Host, server.Plain), nil
	case has("LOGIN"):
		return smtp.LoginAuth(server.User, server.Password, server.Host, server.Plain), nil
	}
	return nil, ErrNoAuth
}

// Send hands over a message. before is called when the server has accepted sender and receiver, and
// before DATA; an error of it stops the message.
func (s *Session) Send(from string, to address.Address, message []byte, before func() error) Result {
	if ok, _ := s.client.Extension("SMTPUTF8"); to.Wide() && !ok {
		return Result{Verdict: Refused, Reply: ErrWide.Error(), Err: ErrWide}
	}
	s.client.SkipSMTPUTF8(!to.Wide())
	s.step(patience)
	if err := s.client.Mail("<" + from + ">"); err != nil {
		return judge(err, Sender, Broken)
	}
	s.step(patience)
	if err := s.client.Rcpt("<" + to.SMTP() + ">"); err != nil {
		return judge(err, Refused, Broken)
	}
	if err := before(); err != nil {
		return Result{Verdict: Stopped, Err: err}
	}
	s.step(dataTime)
	w, err := s.client.Data()
	if err != nil {
		return judge(err, Refused, Broken)
	}
	// As long as the end of the data has not been written, the server must not take the message.
	if _, err = w.Write(message); err == nil {
		err = s.client.Text.W.Flush()
	}
	if err != nil {
		return judge(err, Refused, Broken)
	}
	if err := w.Close(); err != nil {
		return judge(err, Refused, Unsure)
	}
	reply := ""
	if said, ok := w.(*smtp.DataCloser); ok {
		reply = words(said.ServerResponse())
	}
	return Result{Verdict: Accepted, Code: 250, Reply: reply}
}

// judge reads an error: a reply of the server, or a line that broke.
func judge(err error, refused, broken Verdict) Result {
	var said *textproto.Error
	if !errors.As(err, &said) {
		err = cause(err)
		return Result{Verdict: broken, Reply: words(err.Error()), Err: err}
	}
	r := Result{Verdict: refused, Code: said.Code, Reply: words(said.Msg)}
	switch {
	case said.Code >= 400 && said.Code < 500:
		r.Verdict = Later
	case said.Code < 500 || said.Code > 599: // no reply that there should be
		r.Verdict = broken
	}
	return r
}

// cause names what broke a line, with the words of the system.
func cause(err error) error {
	var late net.Error
	switch {
	case errors.Is(err, ErrEndless):
		return ErrEndless
	case errors.As(err, &late) && late.Timeout():
		return ErrSilent
	}
	return fmt.Errorf("%w: %w", ErrGone, err)
}

// Reset makes the connection ready for the next message after one that was refused.
func (s *Session) Reset() error {
	s.step(patience)
	return s.client.Reset()
}

// Close ends the conversation politely, and within a short time.
func (s *Session) Close() {
	s.step(10 * time.Second)
	_ = s.client.Quit() // the messages have been taken
	_ = s.line.Close()
}

// words is a reply on one line, in letters that can be shown.
func words(s string) string {
	s = strings.ToValidUTF8(s, "\ufffd")
	s = strings.Join(strings.FieldsFunc(s, func(r rune) bool {
		return unicode.IsSpace(r) || unicode.IsControl(r) || unicode.Is(unicode.Cf, r)
	}), " ")
	if runes := []rune(s); len(runes) > maxWords {
		s = string(runes[:maxWords]) + "…"
	}
	return s
}

// Drop ends a connection that has broken.
func (s *Session) Drop() { _ = s.line.Close() }
