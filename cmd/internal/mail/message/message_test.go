package message_test

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"
	"unicode/utf8"

	"rapport/cmd/internal/mail/address"
	"rapport/cmd/internal/mail/message"
	"rapport/content"
	"rapport/content/brand/colorimetry"
)

// report is a report on an invented survey, with a [mail].
func report(t *testing.T, mail string) *content.Report {
	t.Helper()
	r, err := content.Load(fstest.MapFS{"2024/r/report.toml": {Data: []byte(`[report]
title = "Årets tall: blåbær/bær"
language = "nb"
date = 2024-03-01
publisher = "Laget"
[survey]
id = "s"
title = "Oppdiktet"
year = 2024
answered = 8
[[figure]]
id = "f"
question = "Kom du?"
kind = "single"
[figure.answers]
"Ja" = 6
"Nei" = 2
[[chapter]]
id = "k"
title = "K"
[[chapter.topic]]
id = "t"
headline = "De fleste kom"
[[chapter.topic.block]]
figure = "s.f"
`)}, "2024/r/mail.toml": {Data: []byte(mail)}}, 2024, "r")
	if err != nil {
		t.Fatal(err)
	}
	return r
}

const whole = `[mail]
from = "Laget på Øya, avd. nord <post@example.no>"
reply_to = "svar@example.no"
subject = "{prosent s.f | Ja} kom – takk, {first_name}"
text = """
Hei {first_name}!

{Word s.f | Ja} av {n s.f} kom, og **alle** hadde _noe_ å si om været & maten <i går>. Se {figure s.f} og [sidene våre](https://example.no/om), eller {link}, eller [skriv](mailto:post@example.no).

- Første punkt er så langt at det må gå over på en ny linje, fordi det har mange ord som ikke får plass
  1. To
  2. Tre
- Siste

> Sitert av en som sa noe

{link}
"""
link = "https://example.no/r/?a=1&b=2"
unsubscribe = ["mailto:av@example.no?subject=av", "https://example.no/av?hvem={address}"]
`

var date = time.Date(2024, 3, 4, 9, 30, 0, 0, time.FixedZone("", 3600))

func letter(t *testing.T, mail string, pdf []byte) *message.Letter {
	t.Helper()
	l, err := message.New(report(t, mail), "2024/r", pdf)
	if err != nil {
		t.Fatal(err)
	}
	return l
}

func to(t *testing.T, name, first string) message.Receiver {
	t.Helper()
	a, _, err := address.Parse("Kari+avis@blåbær.example.no")
	if err != nil {
		t.Fatal(err)
	}
	return message.Receiver{Address: a, Name: name, FirstName: first}
}

// reader reads messages with Python's email, which shares no code with what wrote them.
const reader = `
import email, email.policy, hashlib, json, sys
out = []
for name in sys.argv[1:]:
    raw = open(name, 'rb').read()
    m = email.message_from_bytes(raw, policy=email.policy.default)
    part = lambda t: next((p for p in m.walk() if p.get_content_type() == t), None)
    pdf = part('application/pdf')
    out.append({
        'headers': [[k, str(v)] for k, v in m.items()],
        'defects': [str(d) for p in m.walk() for d in p.defects],
        'types': [p.get_content_type() for p in m.walk()],
        'text': part('text/plain').get_content().replace('\r\n', '\n'), 'html': part('text/html').get_content(),
        'pdf': hashlib.sha256(pdf.get_content()).hexdigest() if pdf else '',
        'name': pdf.get_filename() if pdf else '',
        'longest': max(len(l) for l in raw.split(b'\r\n')), 'bare': raw.replace(b'\r\n', b'').count(b'\n'),
        'high': sum(c > 127 for c in raw)})
print(json.dumps(out))
`

type read struct {
	Headers       [][2]string
	Defects       []string
	Types         []string
	Text, HTML    string
	PDF, Name     string
	Longest, Bare int
	High          int
}

func (r read) header(name string) string {
	var all []string
	for _, h := range r.Headers {
		if strings.EqualFold(h[0], name) {
			all = append(all, h[1])
		}
	}
	return strings.Join(all, " | ")
}

// python reads messages.
func python(t *testing.T, messages ...[]byte) []read {
	t.Helper()
	if _, err := exec.LookPath("python3"); err != nil {
		if os.Getenv("CI") == "true" {
			t.Fatal(err)
		}
		t.Skip("no python3 to read messages with")
	}
	args := []string{"-c", reader}
	for i, m := range messages {
		name := filepath.Join(t.TempDir(), string(rune('a'+i)))
		if err := os.WriteFile(name, m, 0o600); err != nil {
			t.Fatal(err)
		}
		args = append(args, name)
	}
	out, err := exec.Command("python3", args...).CombinedOutput()
	if err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	var all []read
	if err := json.Unmarshal(out, &all); err != nil {
		t.Fatal(err)
	}
	return all
}

func TestMessage(t *testing.T) {
	pdf := bytes.Repeat([]byte("%PDF-1.7\r\n.\r\n\x00\xff"), 20_000)
	l := letter(t, whole, pdf)
	raw, err := l.To(to(t, "Kåre Ødegård", "Kåre"), date)
	if err != nil {
		t.Fatal(err)
	}
	m := python(t, raw)[0]
	sum := sha256.Sum256(pdf)
	if m.PDF != hex.EncodeToString(sum[:]) || m.Name != "Årets tall – blåbær-bær 2024.pdf" {
		t.Errorf("PDF %s called %s", m.PDF, m.Name)
	}
	if len(m.Defects) > 0 || m.Longest > 998 || m.Bare > 0 || m.High > 0 {
		t.Errorf("defects %v, longest line %d, %d bare line ends, %d bytes over 127", m.Defects, m.Longest,
			m.Bare, m.High)
	}
	for name, want := range map[string]string{
		"From": `"Laget på Øya, avd. nord" <post@example.no>`, "Reply-To": "svar@example.no",
		"To":      "Kåre Ødegård <Kari+avis@xn--blbr-roah.example.no>",
		"Subject": "75\u00a0prosent kom – takk, Kåre", "Date": "Mon, 04 Mar 2024 09:30:00 +0100",
		"Content-Language": "nb", "Auto-Submitted": "auto-generated",
		"List-Unsubscribe": "<mailto:av@example.no?subject=av>, " +
			"<https://example.no/av?hvem=Kari%2Bavis%40xn--blbr-roah.example.no>",
		"List-Unsubscribe-Post": "List-Unsubscribe=One-Click", "User-Agent": "", "X-Mailer": "",
		"Message-ID": "<" + l.ID(to(t, "", "").Address) + ">",
	} {
		if got := m.header(name); got != want {
			t.Errorf("%s: %q, want %q", name, got, want)
		}
	}
	want := []string{"multipart/mixed", "multipart/alternative", "text/plain", "text/html", "application/pdf"}
	if !slices.Equal(m.Types, want) {
		t.Errorf("parts %v", m.Types)
	}
	testText(t, m.Text)
	testHTML(t, m.HTML)
}

func testText(t *testing.T, text string) {
	const want = `Hei Kåre!

Seks av 8 kom, og alle hadde noe å si om været & maten <i går>. Se Figur 1
og sidene våre <https://example.no/om>, eller https://example.no/r/?a=1&b=2,
eller skriv <mailto:post@example.no>.

- Første punkt er så langt at det må gå over på en ny linje, fordi det har
  mange ord som ikke får plass
`
	if !strings.HasPrefix(strings.ReplaceAll(text, "\u00a0", " "), want) {
		t.Errorf("text part:\n%s", text)
	}
	for _, line := range strings.Split(text, "\n") {
		if utf8.RuneCountInString(line) > 77 && strings.Contains(line, " ") {
			t.Errorf("%d columns: %s", utf8.RuneCountInString(line), line)
		}
	}
	for _, part := range []string{"\n  1. To\n", "\n> Sitert av en som sa noe\n", "\n-- \nVedlagt: Årets tall",
		"Vil du ikke ha slike meldinger? av@example.no\n"} {
		if !strings.Contains(text, part) {
			t.Errorf("%q is not in\n%s", part, text)
		}
	}
}

var (
	tables = regexp.MustCompile(`<table[^>]*>`)
	pairs  = regexp.MustCompile(`background-color:(#[0-9A-F]{6})`)
	colour = regexp.MustCompile(`[ ;"]color:(#[0-9A-F]{6})`)
)

// testHTML looks at language, roles and contrast, and that nothing is fetched.
func testHTML(t *testing.T, page string) {
	if !strings.Contains(page, `<html lang="nb"`) {
		t.Error("no language")
	}
	for _, table := range tables.FindAllString(page, -1) {
		if !strings.Contains(table, `role="presentation"`) {
			t.Errorf("%s has no role", table)
		}
	}
	for _, bad := range []string{"<img", "<link", "<script", "url(", "@import", "<i går>"} {
		if strings.Contains(page, bad) {
			t.Errorf("the page has %s", bad)
		}
	}
	for _, good := range []string{"&lt;i går&gt;", `<a href="https://example.no/r/?a=1&amp;b=2"`,
		"<strong>alle</strong>", "Les rapporten</span></a>", "<blockquote"} {
		if !strings.Contains(page, good) {
			t.Errorf("the page lacks %s", good)
		}
	}
	// text stands on the ground that was set last before it
	for _, cell := range strings.Split(page, "<td")[1:] {
		ground := "#FFFFFF"
		if m := pairs.FindStringSubmatch(cell); m != nil {
			ground = m[1]
		}
		back, _ := colorimetry.ParseRGB(ground)
		for _, m := range colour.FindAllStringSubmatch(cell, -1) {
			if front, _ := colorimetry.ParseRGB(m[1]); colorimetry.Contrast(back, front) < 4.5 {
				t.Errorf("%s on %s", m[1], ground)
			}
		}
	}
}

// TestHostile writes names and subjects that mean harm.
func TestHostile(t *testing.T) {
	l := letter(t, whole, []byte("%PDF"))
	var raw [][]byte
	names := []string{"Kari\r\nBcc: offer@example.net", "K\x00\x1b[31m\u202etxt.exe", strings.Repeat("ÆØ ", 22_000),
		`"><script>alert(1)</script>`, "=?utf-8?q?=0d=0aBcc=3a?= x", "\xff\xfe\xfa", "Ka, ri; <x@y.no>",
		strings.Repeat("a", 64_000), "K\u2028Bcc: x", "."}
	for _, name := range names {
		m, err := l.To(to(t, name, name), date)
		if err != nil {
			t.Fatalf("%.20q: %v", name, err)
		}
		raw = append(raw, m)
	}
	for i, m := range python(t, raw...) {
		if len(m.Defects) > 0 || m.Longest > 998 || m.Bare > 0 || m.High > 0 || m.header("Bcc") != "" ||
			len(m.Headers) != 13 || strings.Contains(m.HTML, "<script") || len(m.Types) != 5 ||
			!strings.HasSuffix(m.header("To"), "<Kari+avis@xn--blbr-roah.example.no>") {
			t.Errorf("%.20q: defects %v, longest %d, bare %d, headers %v", names[i], m.Defects, m.Longest,
				m.Bare, m.Headers)
		}
	}
	long := letter(t, "[mail]\nfrom = \"a@b.no\"\nsubject = \""+strings.Repeat("Emne æ ", 9_000)+
		"\"\ntext = \"{name}\"\n", nil)
	m, err := long.To(to(t, "", ""), date)
	if err != nil {
		t.Fatal(err)
	}
	if got := python(t, m)[0]; len([]rune(got.header("Subject"))) > 250 || got.Longest > 998 ||
		got.header("List-Unsubscribe") != "" {
		t.Errorf("%d characters, line of %d", len(got.header("Subject")), got.Longest)
	}
}

// TestNobody leaves out a name and the space before it.
func TestNobody(t *testing.T) {
	l := letter(t, whole, nil)
	if text := l.Text(to(t, "", "")); !strings.HasPrefix(text, "Hei!\n") {
		t.Error(text)
	}
	if s := l.Subject(to(t, "", "")); !strings.HasSuffix(s, "kom – takk,") {
		t.Error(s)
	}
}

// TestIdentity compares what must be the same and what must not.
func TestIdentity(t *testing.T) {
	a, b := letter(t, whole, []byte("1")), letter(t, whole, []byte("2"))
	changed := letter(t, strings.Replace(whole, "Siste", "Aller siste", 1), []byte("1"))
	upper, _, _ := address.Parse("KARI+AVIS@Blåbær.example.no")
	one := to(t, "", "").Address
	if a.ID(one) != b.ID(upper) || a.Digest() != b.Digest() {
		t.Error("a PDF that was built again is another mailing")
	}
	if a.Digest() == changed.Digest() || a.ID(one) != changed.ID(one) {
		t.Error("another text is told by its digest")
	}
	b.Mailing = "2024/r igjen"
	if a.ID(one) == b.ID(one) || strings.Contains(a.ID(one), "ari") {
		t.Error(a.ID(one), b.ID(one))
	}
}
