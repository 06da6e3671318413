// Package address reads mail addresses as people write them into lists.
//
// An [Address] prints itself as nothing: what is logged, told or dumped by accident shows no one's
// address. [Address.SMTP] and [Address.Key] are asked for where it is meant.
//
// golang.org/x/net/idna (v0.57.0, July 2026) knows how domains outside of ASCII are sent.
package address

import (
	"errors"
	"fmt"
	"net/mail"
	"strings"
	"unicode"

	"golang.org/x/net/idna"
	"golang.org/x/text/unicode/norm"
)

// Address is a mailbox. The zero Address is none.
type Address struct {
	local, domain string // the domain in ASCII
}

// Reasons for which something is no address.
var (
	ErrNone    = errors.New("no address")
	ErrSeveral = errors.New("several addresses")
	ErrDomain  = errors.New("no such domain")
	ErrLong    = errors.New("too long")
)

// Limits of RFC 5321, 4.5.3.1, in bytes.
const (
	maxLocal = 64
	maxPath  = 254
)

// Parse reads an address, alone or behind a name: Kari Vik <kari@example.no>. Spaces around it, those
// that cannot be seen, mailto: and a comma or semicolon at the end are left out.
func Parse(s string) (a Address, name string, err error) {
	s = strings.TrimRight(trim(s), ",;")
	if i := strings.LastIndexByte(s, '<'); i >= 0 && strings.HasSuffix(s, ">") {
		name, s = strings.Trim(trim(s[:i]), `"'`), s[i+1:len(s)-1]
	}
	s = trim(s)
	if len(s) > 7 && strings.EqualFold(s[:7], "mailto:") {
		s = s[7:]
	}
	if strings.Count(s, "@") > 1 && strings.ContainsAny(s, ",; ") && !strings.HasPrefix(s, `"`) {
		return Address{}, "", ErrSeveral
	}
	s = norm.NFC.String(s)
	at := strings.LastIndexByte(s, '@')
	if at <= 0 || !plain(s) {
		return Address{}, "", ErrNone
	}
	local, domain := s[:at], strings.TrimSuffix(s[at+1:], ".")
	read, err := mail.ParseAddress(local + "@example.org") // the syntax of what stands before the @
	if err != nil || read.Name != "" {
		return Address{}, "", ErrNone
	}
	domain, err = idna.Lookup.ToASCII(domain)
	if last := strings.LastIndexByte(domain, '.'); err != nil || last <= 0 ||
		strings.Contains(domain, "..") || !strings.ContainsFunc(domain[last:], unicode.IsLetter) {
		return Address{}, "", ErrDomain
	}
	if len(local) > maxLocal || len(local)+1+len(domain) > maxPath {
		return Address{}, "", ErrLong
	}
	return Address{local, domain}, name, nil
}

// trim takes away what cannot be seen at both ends.
func trim(s string) string {
	return strings.TrimFunc(s, func(r rune) bool {
		return unicode.IsSpace(r) || unicode.Is(unicode.Cf, r) || unicode.IsControl(r)
	})
}

// plain says whether a text has neither controls nor invisible signs.
func plain(s string) bool {
	return !strings.ContainsFunc(s, func(r rune) bool {
		return unicode.IsControl(r) || unicode.Is(unicode.Cf, r) || r == unicode.ReplacementChar
	})
}

// SMTP is the address as it is sent: local@domain.
func (a Address) SMTP() string { return a.local + "@" + a.domain }

// Domain is what stands behind the @, in ASCII.
func (a Address) Domain() string { return a.domain }

// Key is the same for all ways of writing an address whose mail arrives at one mailbox nearly
// everywhere: capitals make no difference, +tags do.
func (a Address) Key() string { return strings.ToLower(a.local) + "@" + a.domain }

// Wide says whether the address needs a server that takes letters outside of ASCII (RFC 6531).
func (a Address) Wide() bool {
	return strings.ContainsFunc(a.local, func(r rune) bool { return r > unicode.MaxASCII })
}

// roles are names of mailboxes that several people read (RFC 2142, and what Norwegian bodies use).
var roles = strings.Fields(`abuse admin administrasjon booking contact epost firma hei hello help
hostmaster info kontakt kontor mail marketing noc office post postmaster postmottak resepsjon sales
salg security styret support webmaster`)

// Automatic says whether nobody reads what is sent there.
func (a Address) Automatic() bool {
	l := strings.ToLower(strings.NewReplacer("-", "", "_", "", ".", "").Replace(a.local))
	return l == "noreply" || l == "donotreply" || l == "ikkesvar" || l == "mailerdaemon"
}

// Role says whether an address looks like one that is no single person's.
func (a Address) Role() bool {
	local, _, _ := strings.Cut(strings.ToLower(a.local), "+")
	for _, r := range roles {
		if local == r {
			return true
		}
	}
	return a.Automatic()
}

// Format shows no address, whatever the verb.
func (a Address) Format(f fmt.State, _ rune) { _, _ = f.Write([]byte("‹address›")) }

// Hide takes the words that look like addresses out of a text that others wrote.
func Hide(s string) string {
	words := strings.FieldsFunc(s, unicode.IsSpace)
	for i, w := range words {
		if strings.Contains(w, "@") {
			words[i] = "‹…›"
		}
	}
	return strings.Join(words, " ")
}
