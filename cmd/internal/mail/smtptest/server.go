// Package smtptest is a mail server that does what a test tells it to, in every phase of a
// conversation. It shares no code with what it tests.
package smtptest

import (
	"bufio"
	"crypto/tls"
	"encoding/base64"
	"net"
	"strings"
	"sync"
	"testing"
	"time"
)

// Phases of a conversation, besides the commands EHLO, STARTTLS, AUTH, MAIL, RCPT, DATA, RSET, QUIT.
const (
	Connect = "connect"
	Body    = "body" // in the middle of the data
	End     = "end"  // after the last byte, before the reply
)

// Act is what the server does in a phase. The zero Act is what a server should do.
type Act struct {
	Reply string // instead of its own; lines parted by \n
	Drop  bool   // end the connection, after Reply when there is one
	Lose  bool   // with Drop at End: the message is not kept
	Wait  time.Duration
}

// Message is a message that was taken.
type Message struct {
	From, To, Data string
	TLS            bool
	User           string
}

// Server is a running server.
type Server struct {
	Addr       string
	TLS        *tls.Config // for STARTTLS, or Implicit
	Implicit   bool
	Mechanisms string // of AUTH
	Extensions []string
	Secret     string // password or token that is right
	// Script says what to do in a phase; n counts its times from 1, over all connections. to is the
	// receiver where there is one.
	Script func(phase string, n int, to string) Act

	mu       sync.Mutex
	messages []Message
	count    map[string]int
	listener net.Listener
}

// Start runs a server until the test ends.
func (s *Server) Start(t testing.TB) *Server {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	s.Addr, s.listener, s.count = l.Addr().String(), l, map[string]int{}
	t.Cleanup(func() { _ = l.Close() })
	go func() {
		for {
			conn, err := l.Accept()
			if err != nil {
				return
			}
			go s.serve(conn)
		}
	}()
	return s
}

// Messages are those that were taken.
func (s *Server) Messages() []Message {
	s.mu.Lock()
	defer s.mu.Unlock()
	return append([]Message(nil), s.messages...)
}

// Count is how often a phase was reached.
func (s *Server) Count(phase string) int {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.count[phase]
}

// talk is a conversation.
type talk struct {
	s    *Server
	conn net.Conn
	r    *bufio.Reader
	now  Message
	over bool
}

func (s *Server) serve(conn net.Conn) {
	defer conn.Close()
	t := &talk{s: s, conn: conn, r: bufio.NewReader(conn)}
	if s.Implicit {
		t.secure()
	}
	t.do(Connect, "220 test ESMTP")
	for !t.over {
		line, err := t.r.ReadString('\n')
		if err != nil {
			return
		}
		t.command(strings.TrimRight(line, "\r\n"))
	}
}

func (t *talk) secure() {
	t.conn = tls.Server(t.conn, t.s.TLS)
	t.r, t.now.TLS = bufio.NewReader(t.conn), true
}

// do carries out a phase, and says whether its reply was the usual one.
func (t *talk) do(phase, usual string) bool {
	t.s.mu.Lock()
	t.s.count[phase]++
	n := t.s.count[phase]
	t.s.mu.Unlock()
	var act Act
	if t.s.Script != nil {
		act = t.s.Script(phase, n, t.now.To)
	}
	time.Sleep(act.Wait)
	reply := usual
	if act.Reply != "" {
		reply = act.Reply
	}
	if phase == End && !act.Lose && reply == usual {
		t.s.mu.Lock()
		t.s.messages = append(t.s.messages, t.now)
		t.s.mu.Unlock()
	}
	if reply != "" && (!act.Drop || act.Reply != "") {
		_, _ = t.conn.Write([]byte(strings.ReplaceAll(reply, "\n", "\r\n") + "\r\n"))
	}
	t.over = t.over || act.Drop
	return reply == usual && !act.Drop
}

func (t *talk) command(line string) {
	verb, rest, _ := strings.Cut(line, " ")
	switch verb = strings.ToUpper(verb); verb {
	case "EHLO":
		lines := append([]string{"test"}, t.s.Extensions...)
		if t.s.TLS != nil && !t.now.TLS {
			lines = append(lines, "STARTTLS")
		} else if t.s.Mechanisms != "" {
			lines = append(lines, "AUTH "+t.s.Mechanisms)
		}
		t.do(verb, "250-"+strings.Join(lines[:len(lines)-1], "\n250-")+"\n250 "+lines[len(lines)-1])
	case "STARTTLS":
		if t.do(verb, "220 go ahead") {
			t.secure()
		}
	case "AUTH":
		t.auth(rest)
	case "MAIL":
		t.now.From = rest
		t.do(verb, "250 2.1.0 ok")
	case "RCPT":
		t.now.To = strings.TrimSuffix(strings.TrimPrefix(rest, "TO:<"), ">")
		t.do(verb, "250 2.1.5 ok")
	case "DATA":
		if t.do(verb, "354 go ahead") {
			t.data()
		}
	case "RSET", "NOOP":
		t.do(verb, "250 ok")
	case "QUIT":
		t.do(verb, "221 bye")
		t.over = true
	default:
		t.do(verb, "500 what?")
	}
}

// auth takes PLAIN, LOGIN and XOAUTH2.
func (t *talk) auth(rest string) {
	mechanism, first, _ := strings.Cut(rest, " ")
	ask := func(challenge string) string {
		_, _ = t.conn.Write([]byte("334 " + base64.StdEncoding.EncodeToString([]byte(challenge)) + "\r\n"))
		line, _ := t.r.ReadString('\n')
		b, _ := base64.StdEncoding.DecodeString(strings.TrimSpace(line))
		return string(b)
	}
	said, _ := base64.StdEncoding.DecodeString(first)
	right := false
	switch mechanism {
	case "PLAIN":
		parts := strings.Split(string(said), "\x00")
		t.now.User, right = parts[1], parts[2] == t.s.Secret
	case "LOGIN":
		t.now.User = ask("Username:")
		right = ask("Password:") == t.s.Secret
	case "XOAUTH2":
		user, token, _ := strings.Cut(string(said), "\x01")
		t.now.User = strings.TrimPrefix(user, "user=")
		right = token == "auth=Bearer "+t.s.Secret+"\x01\x01"
	}
	if right {
		t.do("AUTH", "235 ok")
		return
	}
	t.do("AUTH", "535 5.7.8 <"+t.now.User+"> wrong")
}

// data takes a message.
func (t *talk) data() {
	var b strings.Builder
	for half := true; ; {
		line, err := t.r.ReadString('\n')
		if err != nil {
			t.over = true
			return
		}
		if half && b.Len() > 2000 {
			half = false
			if !t.do(Body, "") {
				return
			}
		}
		if line == ".\r\n" {
			break
		}
		b.WriteString(strings.TrimPrefix(line, "."))
	}
	t.now.Data = b.String()
	t.do(End, "250 2.0.0 taken")
}
