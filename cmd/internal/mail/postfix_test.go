package mail

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"testing"
	"time"

	"rapport/cmd/internal/mail/ledger"
)

// postfix is Postfix with its queue: it takes mail by STARTTLS and SCRAM, hands it to mailboxes, and
// sends back what it cannot deliver.
type postfix struct {
	t           *testing.T
	dir, config string
	smtp        string
	roots       string // file with the certificate
}

const postfixMain = `compatibility_level = 3.6
queue_directory = DIR/queue
data_directory = DIR/data
command_directory = /usr/sbin
daemon_directory = DAEMONS
mail_owner = postfix
setgid_group = postdrop
maillog_file = DIR/log
maillog_file_prefixes = DIR
myhostname = mail.example.no
mydestination =
inet_interfaces = 127.0.0.1
inet_protocols = ipv4
mynetworks =
alias_maps =
smtpd_tls_cert_file = DIR/cert.pem
smtpd_tls_key_file = DIR/key.pem
smtpd_tls_security_level = encrypt
smtpd_sasl_auth_enable = yes
smtpd_sasl_type = cyrus
cyrus_sasl_config_path = DIR/config/sasl
smtpd_sasl_local_domain = example.no
smtpd_sasl_security_options = noanonymous
smtpd_error_sleep_time = 0
smtpd_relay_restrictions = permit_sasl_authenticated, reject
smtpd_recipient_restrictions = check_recipient_access texthash:DIR/access, check_policy_service inet:POLICY, permit_sasl_authenticated, reject
virtual_mailbox_domains = example.no
virtual_mailbox_base = DIR/mail
virtual_mailbox_maps = static:all/
virtual_minimum_uid = 1
virtual_uid_maps = static:UID
virtual_gid_maps = static:GID
transport_maps = texthash:DIR/transport
`

const postfixMaster = `PORT inet n - n - - smtpd
pickup unix n - n 60 1 pickup
cleanup unix n - n - 0 cleanup
qmgr unix n - n 300 1 qmgr
tlsmgr unix - - n 1000? 1 tlsmgr
rewrite unix - - n - - trivial-rewrite
bounce unix - - n - 0 bounce
defer unix - - n - 0 bounce
trace unix - - n - 0 bounce
verify unix - - n - 1 verify
error unix - - n - - error
retry unix - - n - - error
virtual unix - n n - - virtual
anvil unix - - n - 1 anvil
scache unix - - n - 1 scache
proxymap unix - - n - - proxymap
closed unix - n n - - pipe user=nobody argv=/bin/sh -c "exit 67"
showq unix n - n - - showq
postlog unix-dgram n - n - 1 postlogd
`

// startPostfix starts it with a user sender, and with receivers that it turns away or cannot reach.
func startPostfix(t *testing.T, access, transport string) *postfix {
	t.Helper()
	for _, program := range []string{"postfix", "saslpasswd2"} {
		if _, err := exec.LookPath(program); err != nil || runtime.GOOS != "linux" || os.Geteuid() != 0 {
			if os.Getenv("CI") == "true" {
				t.Fatal(program, err, "and root are needed")
			}
			t.Skip("no Postfix to send to: it is not installed, or this is not root")
		}
	}
	dir, err := os.MkdirTemp("", "postfix") // a short name: its sockets are below it
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = os.RemoveAll(dir) })
	p := &postfix{t: t, dir: dir, config: filepath.Join(dir, "config"), smtp: free(t),
		roots: filepath.Join(dir, "cert.pem")}
	certificate(t, p.roots, filepath.Join(dir, "key.pem"))
	uid, gid := lookup(t, "-u"), lookup(t, "-g")
	daemons := strings.TrimSpace(string(p.run("postconf", "-h", "-d", "daemon_directory")))
	fill := strings.NewReplacer("DIR", dir, "DAEMONS", daemons, "UID", uid, "GID", gid,
		"PORT", p.smtp, "POLICY", greylist(t))
	for name, text := range map[string]string{
		"config/main.cf": fill.Replace(postfixMain), "config/master.cf": fill.Replace(postfixMaster),
		"access": access, "transport": transport,
		"config/sasl/smtpd.conf": "pwcheck_method: auxprop\nauxprop_plugin: sasldb\nsasldb_path: " + dir +
			"/data/users\nmech_list: SCRAM-SHA-256\n",
		"queue/keep": "", "data/keep": "", "mail/keep": "",
	} {
		file := filepath.Join(dir, name)
		if err := errors.Join(os.MkdirAll(filepath.Dir(file), 0o755),
			os.WriteFile(file, []byte(text), 0o644)); err != nil {
			t.Fatal(err)
		}
	}
	p.run("chown", "-R", "postfix", filepath.Join(dir, "data"), filepath.Join(dir, "mail"))
	p.run("chmod", "755", dir)
	password := exec.Command("saslpasswd2", "-p", "-c", "-f", filepath.Join(dir, "data/users"), "-u",
		"example.no", "sender")
	password.Stdin = strings.NewReader("kanariPassord")
	if out, err := password.CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	p.run("chown", "postfix", filepath.Join(dir, "data/users"))
	p.run("postfix", "-c", p.config, "start")
	t.Cleanup(func() {
		p.run("postfix", "-c", p.config, "abort")
		if log, _ := os.ReadFile(filepath.Join(dir, "log")); t.Failed() {
			t.Logf("Postfix says: %s", log)
		}
	})
	for range 100 {
		if conn, err := net.Dial("tcp", p.smtp); err == nil {
			_ = conn.Close()
			return p
		}
		time.Sleep(50 * time.Millisecond)
	}
	log, _ := os.ReadFile(filepath.Join(dir, "log"))
	t.Fatalf("Postfix does not begin: %s", log)
	return nil
}

// greylist is a policy of Postfix (SMTPD_POLICY_README): it turns each receiver away for now once.
func greylist(t *testing.T) string {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = l.Close() })
	var seen sync.Map
	answer := func(conn net.Conn) {
		defer conn.Close()
		to := ""
		for lines := bufio.NewScanner(conn); lines.Scan(); {
			if address, ok := strings.CutPrefix(lines.Text(), "recipient="); ok {
				to = address
			}
			if lines.Text() != "" {
				continue
			}
			action := "dunno"
			if _, again := seen.LoadOrStore(to, true); !again {
				action = "defer_if_permit Greylisted"
			}
			fmt.Fprintf(conn, "action=%s\n\n", action)
		}
	}
	go func() {
		for {
			conn, err := l.Accept()
			if err != nil {
				return
			}
			go answer(conn)
		}
	}()
	return l.Addr().String()
}

// lookup is an id of the user that Postfix runs as.
func lookup(t *testing.T, which string) string {
	t.Helper()
	out, err := exec.Command("id", which, "postfix").Output()
	if err != nil {
		t.Fatal(err)
	}
	return strings.TrimSpace(string(out))
}

// run runs one of its programs.
func (p *postfix) run(name string, args ...string) []byte {
	p.t.Helper()
	said, err := os.Create(filepath.Join(p.dir, "said")) // no pipe: what goes on running would hold it
	if err != nil {
		p.t.Fatal(err)
	}
	defer said.Close()
	cmd := exec.Command(name, args...)
	cmd.Stdout, cmd.Stderr = said, said
	err = cmd.Run()
	out, _ := os.ReadFile(said.Name())
	if err != nil {
		log, _ := os.ReadFile(filepath.Join(p.dir, "log"))
		p.t.Fatalf("%s %s: %v: %s\n%s", name, args, err, out, log)
	}
	return out
}

// delivered waits for the queue to be empty, and counts messages by the receiver they were meant for.
func (p *postfix) delivered() (count map[string]int) {
	p.t.Helper()
	for range 300 {
		if bytes.Contains(p.run("postqueue", "-c", p.config, "-p"), []byte("queue is empty")) {
			break
		}
		time.Sleep(50 * time.Millisecond)
	}
	count = map[string]int{}
	for _, file := range p.mailbox() {
		text, err := os.ReadFile(file)
		if err != nil {
			p.t.Fatal(err)
		}
		_, rest, _ := strings.Cut(string(text), "X-Original-To: ")
		to, _, _ := strings.Cut(rest, "\n")
		count[to]++
	}
	return count
}

func (p *postfix) mailbox() []string {
	files, err := filepath.Glob(filepath.Join(p.dir, "mail/all/new/*"))
	if err != nil {
		p.t.Fatal(err)
	}
	return files
}

// TestPostfix sends through Postfix: it logs in by SCRAM, every receiver is turned away for now once, one
// for good, one has no mailbox. What comes back is read, and marks that receiver; all others get one.
func TestPostfix(t *testing.T) {
	p := startPostfix(t, "m3@example.no 550 5.1.1 No such person\n",
		"m5@example.no closed:\n")
	const n = 30
	list := listOf(t, n)
	send := func(password string) (string, error) {
		cmd := exec.Command(os.Args[0])
		cmd.Env = append(os.Environ(), child+"="+list, urlSetting+"=smtp://sender@"+p.smtp,
			passwordSetting+"="+password, child+"_ANSWER="+fmt.Sprint(left(t, list, n)),
			"SSL_CERT_FILE="+p.roots, "SSL_CERT_DIR=/nonexistent", child+"_GROWING=30ms")
		out, err := cmd.CombinedOutput()
		if strings.Contains(string(out), "anari") {
			t.Errorf("said: %s", out)
		}
		return string(out), err
	}
	if out, err := send("kanariFeil"); err == nil || !strings.Contains(out, "passordet") {
		t.Errorf("a wrong password: %v, %s", err, out)
	}
	out, err := send("kanariPassord")
	if err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	got := p.delivered()
	for i := range n {
		a, want := fmt.Sprintf("m%d@example.no", i), 1
		if i == 3 || i == 5 {
			want = 0
		}
		if got[a] != want {
			t.Errorf("%s got %d", a, got[a])
		}
	}
	if got["post@example.no"] != 1 {
		t.Errorf("%d reports came back", got["post@example.no"])
	}
	var said bytes.Buffer
	if err := job(list, map[string]string{}, &said).Bounces(filepath.Join(p.dir, "mail/all")); err != nil ||
		!strings.HasSuffix(said.String(), ":\nm5@example.no\n") {
		t.Errorf("%v: %s", err, &said)
	}
	l, err := ledger.Open(filepath.Dir(list))
	if err != nil {
		t.Fatal(err)
	}
	known, err := l.Entries("2024/r")
	if err := errors.Join(err, l.Close()); err != nil {
		t.Fatal(err)
	}
	for i, want := range map[int]ledger.State{0: ledger.Sent, 3: ledger.Failed, 4: ledger.Sent,
		5: ledger.Failed} {
		if e := known[fmt.Sprintf("m%d@example.no", i)]; e.State != want {
			t.Errorf("m%d is %s, want %s: %s", i, e.State, want, e.Reply)
		}
	}
}
