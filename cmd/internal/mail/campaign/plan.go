package campaign

import (
	"errors"
	"strconv"
	"strings"

	"rapport/cmd/internal/mail/address"
	"rapport/cmd/internal/mail/ledger"
	"rapport/cmd/internal/mail/members"
)

// Choice says which members of a list are meant.
type Choice struct {
	Only, Skip Set
	Limit      int            // 0 for no limit
	Again      []ledger.State // unknown, failed: these too
}

// Set is rows of a list, and addresses by their keys. The empty Set is nobody.
type Set struct {
	rows [][2]int
	keys map[string]bool
}

// ErrRows tells that something is neither rows of a list nor an address.
var ErrRows = errors.New("write rows of the list (2-50,57) or addresses")

// ParseSet reads "2-50, 57, kari@example.no". The error quotes nothing.
func ParseSet(words []string) (s Set, err error) {
	s.keys = map[string]bool{}
	for _, w := range strings.FieldsFunc(strings.Join(words, ","), func(r rune) bool {
		return r == ',' || r == ' '
	}) {
		if a, _, err := address.Parse(w); err == nil {
			s.keys[a.Key()] = true
			continue
		}
		from, to, ranged := strings.Cut(w, "-")
		if !ranged {
			to = from
		}
		first, err := strconv.Atoi(from)
		last, err2 := strconv.Atoi(to)
		if err != nil || err2 != nil || first < 1 || last < first {
			return s, ErrRows
		}
		s.rows = append(s.rows, [2]int{first, last})
	}
	return s, nil
}

// Empty says whether a set has nobody.
func (s Set) Empty() bool { return len(s.rows) == 0 && len(s.keys) == 0 }

func (s Set) has(m members.Member) bool {
	if s.keys[m.Address.Key()] {
		return true
	}
	for _, r := range s.rows {
		if m.Row >= r[0] && m.Row <= r[1] {
			return true
		}
	}
	return false
}

// Plan is who gets a message now, and why the others do not.
type Plan struct {
	Todo      []members.Member
	Tries     map[string]int         // earlier tries by address
	Had       map[ledger.State][]int // rows that the ledger knows as sent, failed, unknown, forgotten
	Left      int                    // not chosen
	Beyond    int                    // over the limit
	Different bool                   // the mailing said something else when it was begun
}

// Make holds a list against a ledger, which is nil when there is none yet.
func Make(list []members.Member, l *ledger.Ledger, mailing, digest string, c Choice) (*Plan, error) {
	p := &Plan{Tries: map[string]int{}, Had: map[ledger.State][]int{}}
	known := map[string]ledger.Entry{}
	if l != nil {
		var err error
		if known, err = l.Entries(mailing); err != nil {
			return nil, err
		}
		begun, err := l.Digest(mailing)
		if err != nil {
			return nil, err
		}
		p.Different = begun != "" && begun != digest
	}
	for _, m := range list {
		if !c.Only.Empty() && !c.Only.has(m) || c.Skip.has(m) {
			p.Left++
			continue
		}
		state := known[m.Address.Key()].State
		if l != nil {
			if gone, err := l.IsForgotten(m.Address); err != nil {
				return nil, err
			} else if gone {
				state = ledger.Forgotten
			}
		}
		p.add(m, state, known[m.Address.Key()].Tries, c)
	}
	return p, nil
}

// add puts a member that is meant where its state says.
func (p *Plan) add(m members.Member, state ledger.State, tries int, c Choice) {
	todo := state == "" || state == ledger.Waiting
	for _, again := range c.Again {
		todo = todo || state == again
	}
	switch {
	case !todo:
		p.Had[state] = append(p.Had[state], m.Row)
	case c.Limit > 0 && len(p.Todo) == c.Limit:
		p.Beyond++
	default:
		p.Todo = append(p.Todo, m)
		p.Tries[m.Address.Key()] = tries
	}
}
