// Package members reads a list of members: whom a report may be sent to, and whom not, and why.
//
// A [List] comes from rows of cells with a head. The usual names of columns are known in Norwegian
// and English. Nobody is left out in silence: each row becomes a [Member], or is told with its row in
// a [Note]. Notes have no address and no name in them.
package members

import (
	"errors"
	"io"
	"slices"
	"strings"
	"unicode"

	"rapport/cmd/internal/mail/address"
	"rapport/content/intake/table"
)

// Member is somebody on the list to whom a report may be sent.
type Member struct {
	Row       int // in the file, from 1
	Address   address.Address
	Name      string // "" when the list has none
	FirstName string
	Language  string // as the list has it, "" when it does not
}

// Kind is what there is to say of a row.
type Kind string

// Kinds of notes. The first four leave a row out.
const (
	NoAddress    Kind = "no address"
	Several      Kind = "several addresses"
	Twice        Kind = "twice" // Other is the row that counts
	Unsubscribed Kind = "unsubscribed"
	NoName       Kind = "no name"
	Role         Kind = "role"     // an address that several people read
	Wide         Kind = "wide"     // letters in the address that not every server takes
	Foreign      Kind = "domain"   // a domain outside of ASCII
	Unclear      Kind = "unclear"  // a word under unsubscribed that is neither yes nor no
	BadName      Kind = "bad name" // signs in a name that a name does not have
)

// Out says whether such a row gets nothing.
func (k Kind) Out() bool {
	return slices.Contains([]Kind{NoAddress, Several, Twice, Unsubscribed, Unclear}, k)
}

// Note is something to say of a row.
type Note struct {
	Row   int
	Kind  Kind
	Other int
}

// List is a list that has been read.
type List struct {
	Members []Member
	Notes   []Note
	Rows    int // without the head
}

// Errors of a list as a whole.
var (
	ErrNoColumn = errors.New("no column of addresses")
	ErrEmpty    = errors.New("no rows")
)

// columns are the heads that are known, in small letters without hyphens, spaces and underscores.
var columns = map[string][]string{
	"address": {"epost", "email", "mail", "epostadresse", "emailaddress", "mailadresse", "eadresse",
		"epostadr", "emailadresse"},
	"name":  {"navn", "namn", "name", "fulltnavn", "fullname", "medlemsnavn", "medlem"},
	"first": {"fornavn", "førenamn", "fornamn", "firstname", "givenname", "first"},
	"last":  {"etternavn", "etternamn", "lastname", "surname", "familyname", "last"},
	"out": {"avmeldt", "avmeld", "reservert", "reservasjon", "unsubscribed", "optout", "unsubscribe",
		"ikkeepost", "avmelding"},
	"language": {"språk", "målform", "language", "lang"},
}

// Read reads a table from a file.
func Read(in table.Input) (*List, error) {
	t, err := table.Open(in, table.Options{})
	if err != nil {
		return nil, err
	}
	rows, err := t.Rows()
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	r := reader{seen: map[string]int{}, list: &List{}}
	for rows.Next() {
		r.row(rows.Row(), rows.Cells())
	}
	if err := rows.Err(); err != nil && !errors.Is(err, io.EOF) {
		return nil, err
	}
	switch {
	case r.at == nil && r.tried == 0, r.at != nil && r.list.Rows == 0:
		return nil, ErrEmpty
	case r.at == nil:
		return nil, ErrNoColumn
	}
	return r.list, nil
}

// reader is a list on its way in.
type reader struct {
	at    map[string]int // column by meaning, nil before the head
	tried int            // rows in which a head was looked for
	seen  map[string]int
	list  *List
}

// headWithin is how many rows may stand above the head: a title, a date.
const headWithin = 10

// row reads one row.
func (r *reader) row(n int, cells []string) {
	if r.at == nil {
		if r.tried++; r.tried <= headWithin {
			r.head(cells)
		}
		return
	}
	cell := func(meaning string) string {
		if i, ok := r.at[meaning]; ok && i < len(cells) {
			return strings.TrimSpace(cells[i])
		}
		return ""
	}
	r.list.Rows++
	a, beside, err := address.Parse(cell("address"))
	switch {
	case errors.Is(err, address.ErrSeveral):
		r.note(n, Several, 0)
		return
	case err != nil || a.Automatic():
		r.note(n, NoAddress, 0)
		return
	}
	m := Member{Row: n, Address: a, Name: cell("name"), FirstName: cell("first"),
		Language: strings.ToLower(cell("language"))}
	r.member(m, beside, cell("last"), cell("out"))
}

// member takes a row that has an address.
func (r *reader) member(m Member, beside, last, out string) {
	// Whoever has unsubscribed in one row has unsubscribed, wherever the others are.
	switch gone, known := unsubscribed(out); {
	case gone:
		r.note(m.Row, Unsubscribed, 0)
		r.list.Members = slices.DeleteFunc(r.list.Members, func(o Member) bool {
			same := o.Address.Key() == m.Address.Key()
			if same {
				r.note(o.Row, Unsubscribed, 0)
			}
			return same
		})
		r.seen[m.Address.Key()] = m.Row
		return
	case !known:
		r.note(m.Row, Unclear, 0)
		r.seen[m.Address.Key()] = m.Row
		return
	}
	if first, ok := r.seen[m.Address.Key()]; ok {
		r.note(m.Row, Twice, first)
		return
	}
	r.seen[m.Address.Key()] = m.Row
	r.name(&m, beside, last)
	if m.Address.Role() {
		r.note(m.Row, Role, 0)
	}
	if m.Address.Wide() {
		r.note(m.Row, Wide, 0)
	}
	if strings.Contains(m.Address.Domain(), "xn--") {
		r.note(m.Row, Foreign, 0)
	}
	r.list.Members = append(r.list.Members, m)
}

// name fills in what a list says of a name in another way: first and last apart, "Vik, Kari", a name
// beside the address.
func (r *reader) name(m *Member, beside, last string) {
	if m.Name == "" {
		m.Name = strings.TrimSpace(m.FirstName + " " + last)
	}
	if m.Name == "" {
		m.Name = beside
	}
	if family, given, ok := strings.Cut(m.Name, ","); ok && given != "" {
		m.Name = strings.TrimSpace(given) + " " + strings.TrimSpace(family)
	}
	if m.FirstName == "" && !m.Address.Role() {
		m.FirstName, _, _ = strings.Cut(m.Name, " ")
	}
	if strings.ContainsFunc(m.Name+m.FirstName, func(c rune) bool {
		return unicode.IsControl(c) || strings.ContainsRune("<>@{}\ufffd", c)
	}) {
		r.note(m.Row, BadName, 0)
		m.Name, m.FirstName = "", ""
	}
	if m.Name == "" {
		r.note(m.Row, NoName, 0)
	}
}

func (r *reader) note(row int, k Kind, other int) {
	r.list.Notes = append(r.list.Notes, Note{row, k, other})
}

// head finds the columns. A row without one of addresses is no head, unless it has an address: then
// the list has none, and the columns cannot be known.
func (r *reader) head(cells []string) {
	at := map[string]int{}
	for i, c := range cells {
		name := strings.Map(func(c rune) rune {
			if unicode.IsLetter(c) {
				return unicode.ToLower(c)
			}
			return -1
		}, c)
		for meaning, names := range columns {
			if _, taken := at[meaning]; !taken && slices.Contains(names, name) {
				at[meaning] = i
			}
		}
	}
	if _, ok := at["address"]; ok {
		r.at = at
	}
}

// unsubscribed reads a cell that says whether somebody has: a yes, a mark or a date.
func unsubscribed(s string) (gone, known bool) {
	s = strings.ToLower(s)
	switch s {
	case "", "nei", "no", "n", "0", "false", "usann", "falsk", "-", "–", "aktiv", "nope", "påmeldt":
		return false, true
	case "ja", "yes", "y", "j", "x", "1", "true", "sann", "avmeldt", "reservert", "unsubscribed", "✓", "✔":
		return true, true
	}
	return strings.ContainsAny(s, "0123456789"), strings.ContainsAny(s, "0123456789")
}
