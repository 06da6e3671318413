package mail

import (
	"cmp"
	"context"
	"crypto/tls"
	"crypto/x509"
	"errors"
	"fmt"
	"io"
	"net"
	"net/textproto"
	"strings"
	"syscall"

	"rapport/cmd/internal/mail/address"
	"rapport/cmd/internal/mail/delivery"
	"rapport/cmd/internal/mail/ledger"
	"rapport/cmd/internal/mail/members"
	"rapport/cmd/internal/tongue"
	"rapport/content/intake/table"
)

// told are the errors that have words of their own, by the key of these. Keys with err take three
// arguments: where its address was read, its name, and what it said.
var told = []struct {
	is  error
	key string
}{
	{delivery.ErrAddress, "err.address"},
	{delivery.ErrPlain, "err.plain"},
	{delivery.ErrNoTLS, "err.tls"},
	{delivery.ErrNoAuth, "err.auth"},
	{delivery.ErrLogin, "err.login"},
	{delivery.ErrCertify, "err.certificate."},
	{delivery.ErrEndless, "err.endless"},
	{delivery.ErrSilent, "err.silent"},
	{delivery.ErrGone, "err.gone"},
	{delivery.ErrWide, "err.wide"},
	{ledger.ErrBusy, "busy"},
	{ledger.ErrForeign, "err.foreign"},
	{members.ErrNoColumn, "nocolumn"},
	{members.ErrEmpty, "empty"},
}

// explain says what went wrong and what to do, in the author's language, and shows no address.
func (j *Job) explain(err error) string {
	key, words := "", ""
	for _, t := range told {
		if key == "" && errors.Is(err, t.is) {
			key = t.key
		}
	}
	where := j.at
	switch key {
	case "":
		var list *table.Error
		if errors.As(err, &list) && list.Trouble == table.Empty {
			return j.say("empty")
		}
		if list != nil {
			return address.Hide(j.say("noread", tongue.Trouble(j.Language, list)))
		}
		if key, words = network(err); key == "" {
			return address.Hide(tongue.Text(j.Language, tongue.Fault(err)))
		}
	case "err.foreign":
		where = ledger.Name
	case "err.login":
		where = j.secret
	case "err.auth":
		if j.secret == tokenSetting || strings.Contains(j.secret, ":") {
			where = j.secret
		}
	case "err.certificate.":
		key = "err.certificate." + flaw(err)
	}
	var denial *delivery.Denial
	if errors.As(err, &denial) {
		words = denial.Words
	}
	if !strings.HasPrefix(key, "err.") {
		return j.say(key)
	}
	return j.say(key, address.Hide(where), j.name, cmp.Or(address.Hide(words), "–"))
}

// flaw is what is wrong with a certificate: who made it, whose it is, or when.
func flaw(err error) string {
	var invalid x509.CertificateInvalidError
	var host x509.HostnameError
	switch {
	case errors.As(err, &host):
		return "name"
	case errors.As(err, &invalid) && invalid.Reason == x509.Expired:
		return "time"
	}
	return "maker"
}

// network is the key of what the system, or a server that did not like the beginning, says; "" for an
// error that is of neither.
func network(err error) (key, words string) {
	var said *textproto.Error
	var name *net.DNSError
	var record tls.RecordHeaderError
	var late net.Error
	var of *net.OpError
	switch {
	case errors.As(err, &said):
		return "err.said", fmt.Sprintf("%d %s", said.Code, said.Msg)
	case errors.As(err, &name):
		return "err.host", ""
	case errors.As(err, &record):
		return "err.record", ""
	case errors.Is(err, syscall.ECONNREFUSED):
		return "err.port", ""
	case errors.Is(err, context.DeadlineExceeded), errors.As(err, &late) && late.Timeout():
		return "err.silent", ""
	case errors.As(err, &of), errors.Is(err, io.EOF), errors.Is(err, io.ErrUnexpectedEOF):
		return "err.gone", ""
	}
	return "", ""
}

// result is what a server said to a message, or what became of the line.
func (j *Job) result(res delivery.Result) string {
	if res.Code == 0 && res.Err != nil {
		return j.explain(res.Err)
	}
	return address.Hide(strings.TrimSpace(fmt.Sprintf("%d %s", res.Code, res.Reply)))
}

// reply is what the ledger has of a message that did not go out, the server's words or ours.
func (j *Job) reply(s string) string {
	for _, is := range []struct {
		err error
		key string
	}{
		{delivery.ErrEndless, "reply.endless"}, {delivery.ErrSilent, "reply.silent"},
		{delivery.ErrGone, "reply.gone"}, {delivery.ErrWide, "reply.wide"},
	} {
		if rest, ok := strings.CutPrefix(s, is.err.Error()); ok && (rest == "" || rest[0] == ':') {
			return j.say(is.key)
		}
	}
	return s
}
