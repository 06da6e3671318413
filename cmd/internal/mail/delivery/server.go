package delivery

import (
	"errors"
	"net"
	"net/url"
	"strings"
)

// Server is where messages are handed in.
type Server struct {
	Host, Port string
	Implicit   bool // TLS from the first byte (RFC 8314); otherwise STARTTLS
	Plain      bool // no TLS, on this machine only
	User       string
	Password   string
	Token      string // of OAuth 2.0, instead of a password
}

// Mistakes in a server's address. None quotes it, since it may hold a password.
var (
	ErrAddress = errors.New("not an address of a mail server")
	ErrPlain   = errors.New("without TLS only on this machine")
)

// Parse reads smtps://user@host:465, smtp://user@host:587 or, on this machine,
// smtp://127.0.0.1:1025?tls=none.
func Parse(s string) (Server, error) {
	u, err := url.Parse(strings.TrimSpace(s))
	if err != nil || u.Hostname() == "" || u.Path != "" && u.Path != "/" {
		return Server{}, ErrAddress
	}
	server := Server{Host: u.Hostname(), Port: u.Port(), Implicit: u.Scheme == "smtps"}
	switch {
	case u.Scheme != "smtp" && u.Scheme != "smtps":
		return Server{}, ErrAddress
	case server.Port == "" && server.Implicit:
		server.Port = "465"
	case server.Port == "":
		server.Port = "587"
	case server.Port == "465":
		server.Implicit = true
	}
	server.User = u.User.Username()
	server.Password, _ = u.User.Password()
	switch u.Query().Get("tls") {
	case "":
	case "none":
		server.Plain = true
	default:
		return Server{}, ErrAddress
	}
	if server.Plain && (server.Implicit || !loopback(server.Host)) {
		return Server{}, ErrPlain
	}
	return server, nil
}

// loopback says whether a host is this machine.
func loopback(host string) bool {
	ip := net.ParseIP(host)
	return host == "localhost" || ip != nil && ip.IsLoopback()
}

// NeedsSecret says whether a user is named without what proves that it is that user.
func (s Server) NeedsSecret() bool { return s.User != "" && s.Password == "" && s.Token == "" }

// Name is the host and port, which may be shown.
func (s Server) Name() string { return net.JoinHostPort(s.Host, s.Port) }
