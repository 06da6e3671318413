// Package bounce reads delivery reports (RFC 3464), which say that a message did not arrive: single
// messages (.eml), mailboxes in one file (mbox), and folders of messages (Maildir).
//
// A [Report] names a receiver and, when the report carries the head of what came back, the
// Message-ID, which says for certain which message it was. Messages that are no reports are counted
// and passed over.
//
// emersion/go-message (v0.18.2, September 2024) reads MIME.
package bounce

import (
	"bufio"
	"bytes"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/emersion/go-message"
	"github.com/emersion/go-message/textproto"

	"rapport/cmd/internal/mail/address"
)

// Report is what a delivery report says of one receiver.
type Report struct {
	Address address.Address // the zero Address when it cannot be read
	ID      string          // Message-ID of what came back, without angle brackets; "" when not said
	Failed  bool            // for good; otherwise it is late, or has arrived
	Late    bool
	Reply   string // status and words of the server
}

// Limits. What is beyond them is no report of a mail server.
const (
	maxMessage = 30 << 20 // bytes; a report may carry what came back
	maxDepth   = 8
	maxFields  = 1 << 20
)

// Read reads the reports in a file or folder, and counts the messages.
func Read(path string) (reports []Report, messages int, err error) {
	info, err := os.Stat(path)
	if err != nil {
		return nil, 0, err
	}
	files := []string{path}
	if info.IsDir() {
		files = nil
		err = filepath.WalkDir(path, func(p string, d fs.DirEntry, err error) error {
			if err == nil && d.Type().IsRegular() && filepath.Base(filepath.Dir(p)) != "tmp" {
				files = append(files, p)
			}
			return err
		})
	}
	for _, f := range files {
		if err != nil {
			break
		}
		err = each(f, func(raw []byte) {
			messages++
			reports = append(reports, of(raw)...)
		})
	}
	return reports, messages, err
}

// each calls do for each message of a file: one, or those of an mbox, which begin with From lines.
func each(path string, do func([]byte)) error {
	file, err := os.Open(path)
	if err != nil {
		return err
	}
	defer file.Close()
	r := bufio.NewReader(file)
	box := false
	if head, _ := r.Peek(5); string(head) == "From " {
		box = true
	}
	var b bytes.Buffer
	blank := true
	for {
		line, err := r.ReadBytes('\n')
		if box && blank && bytes.HasPrefix(line, []byte("From ")) {
			if b.Len() > 0 {
				do(b.Bytes())
			}
			b.Reset()
			line = nil
		} else if box && bytes.HasPrefix(bytes.TrimLeft(line, ">"), []byte("From ")) {
			line = bytes.TrimPrefix(line, []byte(">"))
		}
		blank = len(bytes.TrimSpace(line)) == 0
		if b.Len() < maxMessage {
			b.Write(line)
		}
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return err
		}
	}
	if b.Len() > 0 {
		do(b.Bytes())
	}
	return nil
}

// of are the reports in a message.
func of(raw []byte) []Report {
	m, err := message.Read(bytes.NewReader(raw))
	if m == nil || err != nil && !message.IsUnknownCharset(err) && !message.IsUnknownEncoding(err) {
		return nil
	}
	var f found
	f.part(m, 0)
	for i := range f.reports {
		f.reports[i].ID = f.id
	}
	return f.reports
}

// found is what a message has shown so far.
type found struct {
	reports []Report
	id      string
}

// part looks into a part of a message.
func (f *found) part(m *message.Entity, depth int) {
	kind, _, _ := m.Header.ContentType()
	if parts := m.MultipartReader(); parts != nil && depth < maxDepth {
		for {
			p, err := parts.NextPart()
			if p == nil || err != nil && !message.IsUnknownCharset(err) && !message.IsUnknownEncoding(err) {
				return
			}
			f.part(p, depth+1)
		}
	}
	switch kind {
	case "message/delivery-status", "message/global-delivery-status":
		f.status(m.Body)
	case "message/rfc822", "text/rfc822-headers", "message/global", "message/global-headers":
		h, err := textproto.ReadHeader(bufio.NewReader(io.LimitReader(m.Body, maxFields)))
		if err == nil || h.Len() > 0 {
			f.id = strings.Trim(strings.TrimSpace(h.Get("Message-Id")), "<>")
		}
	}
}

// status reads groups of fields: the first is about the message, each other about a receiver.
func (f *found) status(body io.Reader) {
	r := bufio.NewReader(io.LimitReader(body, maxFields))
	for {
		h, err := textproto.ReadHeader(r)
		if h.Has("Final-Recipient") || h.Has("Original-Recipient") {
			f.reports = append(f.reports, receiver(h))
		}
		if err != nil || h.Len() == 0 {
			return
		}
	}
}

// receiver reads the fields of a receiver. The original one is who was written to.
func receiver(h textproto.Header) Report {
	var r Report
	for _, field := range []string{"Original-Recipient", "Final-Recipient"} {
		_, value, ok := strings.Cut(h.Get(field), ";")
		if !ok {
			value = h.Get(field)
		}
		if a, _, err := address.Parse(value); err == nil {
			r.Address = a
			break
		}
	}
	action := strings.ToLower(strings.TrimSpace(h.Get("Action")))
	r.Failed, r.Late = action == "failed", action == "delayed"
	_, words, ok := strings.Cut(h.Get("Diagnostic-Code"), ";")
	if !ok {
		words = h.Get("Diagnostic-Code")
	}
	r.Reply = strings.Join(strings.Fields(h.Get("Status")+" "+words), " ")
	if runes := []rune(r.Reply); len(runes) > 500 {
		r.Reply = string(runes[:500])
	}
	return r
}
