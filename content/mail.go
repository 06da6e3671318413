package content

import (
	"fmt"
	"slices"
	"strings"

	"rapport/content/source"
)

// Mail is the message that a report is sent with.
type Mail struct {
	Pos         source.Pos
	From        string // "Name <address>" or an address
	ReplyTo     string // an address, "" for that of From
	Subject     Prose  // one paragraph
	Text        Prose
	Attach      bool     // the screen edition comes with it
	Link        string   // where the web edition lies; "" for nowhere
	Unsubscribe []string // mailto: and https: addresses
}

// MailFields are the placeholders of a mail that each receiver has of their own, and the link.
func MailFields() []string { return []string{"name", "first_name", "link"} }

// readMail reads [mail].
func (l *loader) readMail(t *source.Table) *Mail {
	if t == nil {
		return nil
	}
	l.text.Fields = MailFields()
	defer func() { l.text.Fields = nil }()
	m := &Mail{Pos: t.Pos(), From: l.mailbox(t, "from", source.Required),
		ReplyTo: l.mailbox(t, "reply_to", source.Optional),
		Subject: l.text.Prose(t, "subject", source.Required),
		Text:    l.text.Prose(t, "text", source.Required),
		Attach:  t.Choice("attach", source.Optional, []string{"screen", "none"}) != "none",
	}
	if n, _ := t.TextNode("link", source.Optional); n != nil {
		m.Link = l.address(n, "https://", "http://")
	}
	for _, n := range t.Texts("unsubscribe", source.Optional, true) {
		if a := l.address(n, "https://", "mailto:"); a != "" {
			m.Unsubscribe = append(m.Unsubscribe, a)
		}
	}
	t.Done()
	l.checkMail(t, m)
	return m
}

// checkMail tells of a subject of several paragraphs, and of a report that the message does not bring.
func (l *loader) checkMail(t *source.Table, m *Mail) {
	if len(m.Subject) > 1 {
		l.src.AtValue(t.Child("subject"), "a subject is one line", "")
	}
	asks := slices.ContainsFunc(append(slices.Clone(m.Subject), m.Text...), func(p Paragraph) bool {
		return slices.ContainsFunc(p.Inlines, func(in Inline) bool { return in.Field == "link" })
	})
	switch {
	case asks && m.Link == "" && t.Child("link") == nil:
		l.src.AtKey(t.Node, "the text has {link}, but the mail has no link",
			`say where the web edition lies: link = "https://…"`)
	case !asks && !m.Attach:
		l.warn(nil, t.Child("attach"), "the message brings neither the report nor a link to it",
			"write {link} in the text, or leave attach out")
	}
}

// mailbox reads a mail address, alone or behind a name. Whoever sends reads it to the letter.
func (l *loader) mailbox(t *source.Table, key string, must source.Need) string {
	n, s := t.TextNode(key, must)
	if n == nil || s == "" {
		return ""
	}
	s = strings.TrimSpace(s)
	address := s
	if i := strings.LastIndexByte(s, '<'); i >= 0 && strings.HasSuffix(s, ">") {
		address = s[i+1 : len(s)-1]
	}
	local, domain, at := strings.Cut(address, "@")
	if !at || local == "" || !strings.Contains(domain, ".") || strings.ContainsAny(domain, "@<> ") ||
		strings.ContainsAny(s, "\r\n") {
		l.src.AtValue(n, fmt.Sprintf("%s is no mail address", source.Quoted(s)),
			`write "post@example.no" or "Foreningen <post@example.no>"`)
		return ""
	}
	return s
}

// address is a web or mail address that begins in one of some ways.
func (l *loader) address(n *source.Node, begins ...string) string {
	s := strings.TrimSpace(n.Text())
	good := slices.ContainsFunc(begins, func(b string) bool {
		return strings.HasPrefix(s, b) && len(s) > len(b)
	})
	if !good || strings.ContainsAny(s, " \t\r\n<>\"") {
		l.src.AtValue(n, source.Quoted(s)+" is no address that a mail can lead to",
			"begin it with "+strings.Join(begins, " or "))
		return ""
	}
	return s
}
