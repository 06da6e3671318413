package bounce

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// report is a delivery report as Postfix writes it.
const report = `From: MAILER-DAEMON@mx.example.no
To: post@example.no
Subject: Undelivered Mail Returned to Sender
Content-Type: multipart/report; report-type=delivery-status; boundary="b"
MIME-Version: 1.0

--b
Content-Type: text/plain; charset=us-ascii

From here on it did not work.

--b
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.example.no
Arrival-Date: Mon, 4 Mar 2024 09:30:00 +0100

Final-Recipient: rfc822; kari@intern.example.no
Original-Recipient: rfc822;Kari@example.no
Action: failed
Status: 5.1.1
Remote-MTA: dns; mail.example.no
Diagnostic-Code: smtp; 550 5.1.1 <kari@example.no>:
    Recipient address rejected

Final-Recipient: rfc822; ola@example.no
Action: delayed
Status: 4.4.1

--b
Content-Type: text/rfc822-headers

Message-ID: <rapport.abc@example.no>
Subject: hei

--b--
`

func TestRead(t *testing.T) {
	dir := t.TempDir()
	write := func(name, s string) string {
		path := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(s), 0o600); err != nil {
			t.Fatal(err)
		}
		return path
	}
	eml := write("one.eml", strings.ReplaceAll(report, "\n", "\r\n"))
	box := write("box", "From MAILER-DAEMON Mon Mar  4 09:30:00 2024\n"+
		strings.Replace(report, "From here", ">From here", 1)+
		"\nFrom kari@example.no Mon Mar  4 09:31:00 2024\nSubject: Takk\n\nFin rapport\n")
	write("Maildir/new/1.host", report)
	write("Maildir/cur/2.host:2,S", report)
	write("Maildir/tmp/3.host", report)
	for _, c := range []struct {
		path     string
		messages int
		failed   int
	}{{eml, 1, 1}, {box, 2, 1}, {filepath.Join(dir, "Maildir"), 2, 2}} {
		all, n, err := Read(c.path)
		failed := 0
		for _, r := range all {
			if r.Failed {
				failed++
			}
		}
		if err != nil || n != c.messages || failed != c.failed {
			t.Fatalf("%s: %d messages, %d failed, %v", c.path, n, failed, err)
		}
		r, late := all[0], all[1]
		if r.Address.Key() != "kari@example.no" || r.ID != "rapport.abc@example.no" || !r.Failed ||
			r.Reply != "5.1.1 550 5.1.1 <kari@example.no>: Recipient address rejected" {
			t.Errorf("%s: %+v", c.path, r)
		}
		if late.Address.Key() != "ola@example.no" || late.Failed || !late.Late {
			t.Errorf("%+v", late)
		}
	}
}

// FuzzOf reads what anybody may send.
func FuzzOf(f *testing.F) {
	f.Add([]byte(report))
	f.Add([]byte("Content-Type: message/delivery-status\n\nFinal-Recipient: x\n\n"))
	f.Add([]byte(strings.Repeat("Content-Type: multipart/mixed; boundary=a\n\n--a\n", 100)))
	f.Fuzz(func(t *testing.T, raw []byte) {
		for _, r := range of(raw) {
			if len([]rune(r.Reply)) > 500 || strings.ContainsAny(r.Reply, "\r\n") {
				t.Errorf("%q", r.Reply)
			}
		}
	})
}
