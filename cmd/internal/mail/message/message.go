// Package message makes a report's message to one receiver: text, HTML and the PDF.
//
// # The idea
//
// A [Letter] is what all receivers of a mailing share; [Letter.To] is the message to one of them, in
// the bytes that are sent. The text part is under 78 columns. The HTML part is tables of the role
// presentation with colours of the brand, since Outlook for Windows lays out nothing else well; it
// asks nobody for pictures. The Message-ID depends on mailing and address alone, so that a message
// which had to be repeated is known as the same one.
//
// # Hostile names
//
// Names come from lists: they lose controls and whatever breaks lines, are cut to a length that a
// header can have, and are escaped in HTML.
//
// # Dependencies
//
// wneessen/go-mail (v0.8.1, July 2026) writes MIME: encoded words, quoted-printable, multiparts.
package message

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"mime"
	"net/mail"
	"net/textproto"
	"net/url"
	"slices"
	"strings"
	"time"
	"unicode"

	gomail "github.com/wneessen/go-mail"

	"rapport/cmd/internal/mail/address"
	"rapport/content"
	"rapport/layout/wording"
)

// Receiver is whom a message is for.
type Receiver struct {
	Address   address.Address
	Name      string // "" when nobody knows
	FirstName string
}

// Letter is what the messages of a mailing have in common.
type Letter struct {
	report *content.Report
	words  *wording.Words
	own    own
	from   sender
	reply  *mail.Address
	pdf    []byte
	// Mailing is the name under which nobody gets a second message.
	Mailing string
}

// sender is whom the messages are from.
type sender struct {
	mailbox mail.Address
	domain  string
}

// Limits, in bytes of a whole message. Large providers take 20 to 25 MB, many others 10.
const (
	Large = 5_000_000
	Most  = 20_000_000
)

const (
	maxName    = 100 // characters of a receiver's name
	maxSubject = 250 // characters
)

// New makes the letter of a report that has a [mail]. pdf is nil when the message has none.
func New(r *content.Report, mailing string, pdf []byte) (*Letter, error) {
	l := &Letter{report: r, words: wording.New(r), own: ownWords[r.Language], Mailing: mailing, pdf: pdf}
	from, name, err := address.Parse(r.Mail.From)
	if err != nil {
		return nil, fmt.Errorf("%s: the sender is no mail address that can be sent from: %w",
			r.Mail.Pos, err)
	}
	l.from = sender{mail.Address{Name: oneLine(name, maxName), Address: from.SMTP()}, from.Domain()}
	if r.Mail.ReplyTo != "" {
		reply, name, err := address.Parse(r.Mail.ReplyTo)
		if err != nil {
			return nil, fmt.Errorf("%s: reply_to is no mail address: %w", r.Mail.Pos, err)
		}
		l.reply = &mail.Address{Name: oneLine(name, maxName), Address: reply.SMTP()}
	}
	return l, nil
}

// From is the address that messages are sent from, local@domain.
func (l *Letter) From() string { return l.from.mailbox.Address }

// Digest tells two letters apart by what their receivers read: words, sender and the report's text.
// The bytes of the PDF do not count, which another version of the program may write otherwise.
func (l *Letter) Digest() string {
	h := sha256.New()
	nobody := Receiver{Name: "{name}", FirstName: "{first_name}"}
	fmt.Fprintf(h, "%s\x00%s\x00%s\x00%v\x00", l.from.mailbox.String(), l.Subject(nobody),
		l.Text(nobody), l.pdf != nil)
	for _, t := range l.report.Texts() {
		fmt.Fprintf(h, "%s\x00%s\x00", t.Path, t.Raw)
	}
	h.Write(l.report.CSV())
	return hex.EncodeToString(h.Sum(nil)[:16])
}

// ID is the Message-ID of the message to an address, without its angle brackets.
func (l *Letter) ID(to address.Address) string {
	h := sha256.Sum256([]byte(l.Mailing + "\x00" + to.Key()))
	return "rapport." + hex.EncodeToString(h[:16]) + "@" + l.from.domain
}

// Subject is the subject line for a receiver.
func (l *Letter) Subject(to Receiver) string {
	var b strings.Builder
	for _, p := range l.report.Mail.Subject {
		for i := range p.Inlines {
			b.WriteString(l.plain(p.Inlines, i, to))
		}
	}
	return oneLine(b.String(), maxSubject)
}

// FileName is what the PDF is called: the report's title and year.
func (l *Letter) FileName() string {
	name := oneLine(content.WithoutSoftHyphens(l.report.Title), 80)
	name = strings.ReplaceAll(name, ": ", " – ")
	name = strings.Map(func(r rune) rune {
		if strings.ContainsRune(`/\:*?"<>|%`, r) {
			return '-'
		}
		return r
	}, name)
	name = strings.Trim(name, " .-")
	if year := fmt.Sprint(l.report.Year); !strings.Contains(name, year) {
		name += " " + year
	}
	return name + ".pdf"
}

// To is the message to a receiver, as it is sent, with CRLF at the ends of lines.
func (l *Letter) To(to Receiver, date time.Time) ([]byte, error) {
	m := gomail.NewMsg(gomail.WithNoDefaultUserAgent())
	m.FromMailAddress(&l.from.mailbox)
	if l.reply != nil {
		m.ReplyToMailAddress(l.reply)
	}
	m.ToMailAddress(&mail.Address{Name: oneLine(to.Name, maxName), Address: to.Address.SMTP()})
	m.SetGenHeaderPreformatted(gomail.HeaderSubject, fold(mime.QEncoding.Encode("utf-8", l.Subject(to))))
	m.SetDateWithValue(date)
	m.SetMessageIDWithValue(l.ID(to.Address))
	m.SetGenHeader("Content-Language", l.report.Language)
	m.SetGenHeader("Auto-Submitted", "auto-generated")
	m.SetGenHeader("X-Auto-Response-Suppress", "OOF, AutoReply")
	l.unsubscribe(m, to)
	m.SetBodyString(gomail.TypeTextPlain, l.Text(to))
	m.AddAlternativeString(gomail.TypeTextHTML, l.HTML(to))
	if l.pdf != nil {
		if err := m.AttachReader(l.FileName(), bytes.NewReader(l.pdf), named(l.FileName())); err != nil {
			return nil, err
		}
	}
	var b bytes.Buffer
	b.Grow(len(l.pdf)*7/5 + 16<<10)
	if _, err := m.WriteTo(&b); err != nil {
		return nil, fmt.Errorf("the message to %v: %w", to.Address, hide(err))
	}
	return b.Bytes(), nil
}

// fold breaks a header's value at spaces; what follows its name stays on the first line.
func fold(value string) string {
	var b strings.Builder
	used := len("Subject: ")
	for i, word := range strings.Split(value, " ") {
		switch {
		case i == 0:
		case used+1+len(word) > 76 && word != "":
			b.WriteString("\r\n ")
			used = 1
		default:
			b.WriteByte(' ')
			used++
		}
		b.WriteString(word)
		used += len(word)
	}
	return b.String()
}

// hide keeps the words of a library, which may quote an address, out of an error.
func hide(err error) error {
	return errors.New(address.Hide(err.Error()))
}

// named gives an attachment its name as RFC 2231 has it, and in ASCII for programs that know only the
// old place.
func named(name string) gomail.FileOption {
	return func(f *gomail.File) {
		ascii := plainASCII(name)
		wide := strings.ReplaceAll(url.QueryEscape(name), "+", "%20")
		f.Header = textproto.MIMEHeader{}
		f.Header.Set("Content-Type", `application/pdf; name="`+ascii+`"`)
		f.Header.Set("Content-Disposition", "attachment;\r\n filename*=UTF-8''"+wide)
	}
}

// plainASCII writes a name with the letters that every mail program knows.
func plainASCII(s string) string {
	s = strings.NewReplacer("æ", "ae", "ø", "oe", "å", "aa", "Æ", "Ae", "Ø", "Oe", "Å", "Aa", "–", "-",
		"ä", "ae", "ö", "oe", "é", "e", "š", "s", "č", "c", "ŋ", "n", "á", "a", "đ", "d", "ž", "z").Replace(s)
	return strings.Map(func(r rune) rune {
		if r < ' ' || r > '~' || r == '"' || r == '\\' {
			return '_'
		}
		return r
	}, s)
}

// unsubscribe sets List-Unsubscribe (RFC 2369) and, for web addresses, One-Click (RFC 8058), which
// is sent by POST alone, since scanners follow links.
func (l *Letter) unsubscribe(m *gomail.Msg, to Receiver) {
	var all []string
	post := false
	for _, a := range l.report.Mail.Unsubscribe {
		all = append(all, "<"+addressed(a, to)+">")
		post = post || strings.HasPrefix(a, "https:")
	}
	if len(all) == 0 {
		return
	}
	m.SetGenHeaderPreformatted("List-Unsubscribe", strings.Join(all, ",\r\n "))
	if post {
		m.SetGenHeaderPreformatted("List-Unsubscribe-Post", "List-Unsubscribe=One-Click")
	}
}

// addressed puts the receiver into an address that has {address}.
func addressed(a string, to Receiver) string {
	a = strings.ReplaceAll(a, "{address}", url.QueryEscape(to.Address.SMTP()))
	return strings.Map(func(r rune) rune {
		if r <= ' ' || r == '<' || r == '>' || r == 0x7f {
			return -1
		}
		return r
	}, a)
}

// Anonymous are the web addresses to unsubscribe at that do not say who does: what is posted to them
// by a mail program comes from nobody.
func (l *Letter) Anonymous() []string {
	return slices.DeleteFunc(slices.Clone(l.report.Mail.Unsubscribe), func(a string) bool {
		return !strings.HasPrefix(a, "https:") || strings.Contains(a, "{address}")
	})
}

// Asks says whether the words have a place for names, which a receiver without one leaves empty.
func (l *Letter) Asks() bool {
	for _, p := range slices.Concat(l.report.Mail.Subject, l.report.Mail.Text) {
		for _, in := range p.Inlines {
			if in.Field == "name" || in.Field == "first_name" {
				return true
			}
		}
	}
	return false
}

// oneLine is a text on one line without controls, of so many characters at most.
func oneLine(s string, most int) string {
	s = strings.ToValidUTF8(s, "\ufffd")
	s = strings.Join(strings.FieldsFunc(s, func(r rune) bool {
		return r != '\u00a0' && r != '\u202f' && unicode.IsSpace(r) || unicode.IsControl(r)
	}), " ")
	s = strings.ReplaceAll(s, "=?", "= ?") // an encoded word (RFC 2047) would be decoded by readers
	s = strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Cf, r) && r != '\u200d' { // marks of direction, soft hyphens
			return -1
		}
		return r
	}, s)
	if runes := []rune(s); len(runes) > most {
		s = strings.TrimSpace(string(runes[:most-1])) + "…"
	}
	return s
}
