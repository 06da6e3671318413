package mail

import (
	"bytes"
	"crypto/x509"
	"encoding/json"
	"encoding/pem"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"rapport/cmd/internal/mail/ledger"
)

// mailpit is a mail server that others wrote, with TLS, AUTH, and faults on demand.
type mailpit struct {
	t         *testing.T
	smtp, api string
	roots     string // file with the certificate
}

func startMailpit(t *testing.T) *mailpit {
	t.Helper()
	program, err := exec.LookPath("mailpit")
	if err != nil {
		if os.Getenv("CI") == "true" {
			t.Fatal(err)
		}
		t.Skip("no mailpit to send to")
	}
	dir := t.TempDir()
	m := &mailpit{t: t, smtp: free(t), api: free(t), roots: filepath.Join(dir, "cert.pem")}
	key, auth := filepath.Join(dir, "key.pem"), filepath.Join(dir, "auth")
	certificate(t, m.roots, key)
	if err := os.WriteFile(auth, []byte("sender:kanariPassord\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(program, "--smtp", m.smtp, "--listen", m.api, "--enable-chaos",
		"--disable-version-check", "--smtp-tls-cert", m.roots, "--smtp-tls-key", key, "--smtp-require-starttls",
		"--smtp-auth-file", auth, "--database", filepath.Join(dir, "mailpit.db"), "--max", "10000")
	var said bytes.Buffer
	cmd.Stdout, cmd.Stderr = &said, &said
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		_ = cmd.Process.Kill()
		_ = cmd.Wait()
	})
	for range 300 {
		if r, err := http.Get("http://" + m.api + "/api/v1/info"); err == nil {
			_ = r.Body.Close()
			if conn, err := net.Dial("tcp", m.smtp); err == nil {
				_ = conn.Close()
				return m
			}
		}
		time.Sleep(100 * time.Millisecond)
	}
	t.Fatalf("mailpit does not begin: %s", &said)
	return nil
}

// free is a port that nobody listens at.
func free(t *testing.T) string {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	return l.Addr().String()
}

// certificate writes one for 127.0.0.1.
func certificate(t *testing.T, cert, key string) {
	t.Helper()
	s := httptest.NewTLSServer(nil)
	defer s.Close()
	pair := s.TLS.Certificates[0]
	private, err := x509.MarshalPKCS8PrivateKey(pair.PrivateKey)
	if err != nil {
		t.Fatal(err)
	}
	for name, b := range map[string]*pem.Block{cert: {Type: "CERTIFICATE", Bytes: pair.Certificate[0]},
		key: {Type: "PRIVATE KEY", Bytes: private}} {
		if err := os.WriteFile(name, pem.EncodeToMemory(b), 0o600); err != nil {
			t.Fatal(err)
		}
	}
}

// call asks the API.
func (m *mailpit) call(method, path, body string) []byte {
	m.t.Helper()
	req, err := http.NewRequest(method, "http://"+m.api+path, strings.NewReader(body))
	if err != nil {
		m.t.Fatal(err)
	}
	r, err := http.DefaultClient.Do(req)
	if err != nil {
		m.t.Fatal(err)
	}
	defer r.Body.Close()
	data, err := io.ReadAll(r.Body)
	if err != nil || r.StatusCode != 200 {
		m.t.Fatalf("%s %s: %s %v", path, r.Status, data, err)
	}
	return data
}

// received counts messages by receiver, and gives the text of one.
func (m *mailpit) received() (count map[string]int, raw string) {
	m.t.Helper()
	var list struct {
		Messages []struct {
			ID string
			To []struct{ Address string }
		}
	}
	if err := json.Unmarshal(m.call("GET", "/api/v1/messages?limit=10000", ""), &list); err != nil {
		m.t.Fatal(err)
	}
	count = map[string]int{}
	for _, msg := range list.Messages {
		count[msg.To[0].Address]++
		raw = msg.ID
	}
	if raw != "" {
		raw = string(m.call("GET", "/api/v1/message/"+raw+"/raw", ""))
	}
	return count, raw
}

// TestMailpit sends by STARTTLS with a password to a server that answers with faults, until it is
// through.
func TestMailpit(t *testing.T) {
	m := startMailpit(t)
	const n = 40
	list := listOf(t, n)
	send := func(password string, roots string) (string, error) {
		cmd := exec.Command(os.Args[0])
		cmd.Env = append(os.Environ(), child+"="+list, urlSetting+"=smtp://sender@"+m.smtp,
			passwordSetting+"="+password, child+"_ANSWER="+fmt.Sprint(left(t, list, n)), "SSL_CERT_FILE="+roots,
			"SSL_CERT_DIR=/nonexistent")
		out, err := cmd.CombinedOutput()
		if strings.Contains(string(out), "anari") {
			t.Errorf("said: %s", out)
		}
		return string(out), err
	}
	if out, err := send("kanariPassord", "/nonexistent"); err == nil || !strings.Contains(out, "sertifikatet") {
		t.Errorf("a certificate of nobody is taken: %v, %s", err, out)
	}
	if out, err := send("kanariFeil", m.roots); err == nil || !strings.Contains(out, "passordet") {
		t.Errorf("a wrong password: %v, %s", err, out)
	}
	if got, _ := m.received(); len(got) > 0 {
		t.Fatal(got)
	}
	m.call("PUT", "/api/v1/chaos", `{"Recipient":{"ErrorCode":550,"Probability":30}}`)
	if out, err := send("kanariPassord", m.roots); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	got, raw := m.received()
	l, err := ledger.Open(filepath.Dir(list))
	if err != nil {
		t.Fatal(err)
	}
	known, err := l.Entries("2024/r")
	if err := errors.Join(err, l.Close()); err != nil {
		t.Fatal(err)
	}
	failed := 0
	for i := range n {
		a := fmt.Sprintf("m%d@example.no", i)
		if state := known[a].State; (state == ledger.Sent) != (got[a] == 1) || got[a] > 1 {
			t.Errorf("%s is %s and got %d", a, state, got[a])
		} else if state == ledger.Failed {
			failed++
		}
	}
	if failed == 0 || failed == n || len(known) != n {
		t.Errorf("%d failed of %d", failed, len(known))
	}
	for _, want := range []string{"\r\nMessage-ID: <rapport.", "\r\nAuto-Submitted: auto-generated\r\n",
		"List-Unsubscribe: <mailto:av@example.no>"} {
		if !strings.Contains(raw, want) {
			t.Errorf("%q is not in %.1500s", want, raw)
		}
	}
}
