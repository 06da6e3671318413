// Package ledger remembers who got a mailing, so that nobody gets it twice and nobody is forgotten.
//
// # The idea
//
// A row says of an address and a mailing what became of the message. Before the message is sent it
// is on the disk as sending, and after the server's reply as sent or failed. When the program or the
// machine dies in between, nobody can know whether the server took the message: SMTP has no way to
// ask, and so no program can send exactly once. Such rows are found when the ledger is opened again,
// become unknown, and are never sent by themselves.
//
// # Vocabulary
//
// A mailing is a campaign, and not a file: a report that was built again goes to nobody twice. The
// digest of a mailing tells whether its words have changed meanwhile. A forgotten address has left a
// keyed fingerprint and nothing else: enough never to write to it again.
//
// # Guarantees
//
// The file can be read by its owner alone (0600). One process has it at a time ([ErrBusy]). Every
// change is on the disk when its method returns (write-ahead log, synchronous full). What is
// forgotten is overwritten.
//
// # Dependencies
//
// modernc.org/sqlite (v1.57.0, August 2026) is SQLite without C; its initialisation takes 0.3 ms of a
// program's start. gofrs/flock (v0.13.1) locks a file on every system.
package ledger

import (
	"crypto/hmac"
	"crypto/rand"
	"crypto/sha256"
	"database/sql"
	"errors"
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"time"

	"github.com/gofrs/flock"
	_ "modernc.org/sqlite" // the driver

	"rapport/cmd/internal/mail/address"
)

// State is what became of a message.
type State string

// States. An address without a row is waiting.
const (
	Waiting   State = "waiting"   // not sent yet, or refused for a while
	Sending   State = "sending"   // on its way now
	Sent      State = "sent"      // the server has taken it
	Failed    State = "failed"    // the server refuses it, or it came back
	Unknown   State = "unknown"   // it was on its way when the program ended or the line broke
	Forgotten State = "forgotten" // erased
)

// Name is the file that a ledger is in, in the folder of the list.
const Name = "rapport-send.sqlite"

// ErrBusy tells that another process has the ledger.
var ErrBusy = errors.New("the ledger is in use")

// ErrForeign tells that a file is no ledger, or of a newer program.
var ErrForeign = errors.New("no ledger that this program knows")

// Entry is what the ledger knows of a message.
type Entry struct {
	Address string // its key
	State   State
	ID      string // Message-ID
	Reply   string // of the server, as it was
	Line    int    // in the list, when it was last sent
	Tries   int
	Changed time.Time
}

// Ledger is an open ledger.
type Ledger struct {
	db   *sql.DB
	lock *flock.Flock
	key  []byte
}

// application and version mark the file (PRAGMA application_id, user_version).
const (
	application = 0x72707374
	version     = 1
)

const schema = `
CREATE TABLE secret (key BLOB NOT NULL);
CREATE TABLE mailing (name TEXT PRIMARY KEY, digest TEXT NOT NULL, begun INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE message (
	mailing TEXT NOT NULL, address TEXT NOT NULL, state TEXT NOT NULL, id TEXT NOT NULL,
	reply TEXT NOT NULL, line INTEGER NOT NULL, tries INTEGER NOT NULL, changed INTEGER NOT NULL,
	PRIMARY KEY (mailing, address)
) WITHOUT ROWID;
CREATE INDEX message_id ON message (id);
CREATE TABLE forgotten (print BLOB PRIMARY KEY) WITHOUT ROWID;
`

// Open opens the ledger in a folder, and makes it when there is none. What was on its way when it
// was last closed becomes unknown.
func Open(dir string) (*Ledger, error) {
	path, err := filepath.Abs(filepath.Join(dir, Name))
	if err != nil {
		return nil, err
	}
	lock := flock.New(path+".lock", flock.SetPermissions(0o600))
	if mine, err := lock.TryLock(); err != nil {
		return nil, err
	} else if !mine {
		return nil, ErrBusy
	}
	l := &Ledger{lock: lock}
	if err := l.open(path); err != nil {
		l.Close()
		return nil, err
	}
	return l, nil
}

// Exists says whether a folder has a ledger.
func Exists(dir string) bool {
	_, err := os.Stat(filepath.Join(dir, Name))
	return err == nil
}

func (l *Ledger) open(path string) error {
	// SQLite gives its other files the mode of this one.
	file, err := os.OpenFile(path, os.O_RDWR|os.O_CREATE, 0o600)
	if err != nil {
		return err
	}
	if err := errors.Join(file.Chmod(0o600), file.Close()); err != nil {
		return err
	}
	source := url.URL{Scheme: "file", Path: filepath.ToSlash(path), RawQuery: url.Values{"_pragma": {
		"journal_mode(wal)", "synchronous(full)", "secure_delete(on)", "trusted_schema(off)",
		"busy_timeout(2000)"}}.Encode()}
	if l.db, err = sql.Open("sqlite", source.String()); err != nil {
		return err
	}
	l.db.SetMaxOpenConns(1)
	if err := l.begin(); err != nil {
		return err
	}
	if err := l.db.QueryRow("SELECT key FROM secret").Scan(&l.key); err != nil {
		return fmt.Errorf("%w: %w", ErrForeign, err)
	}
	_, err = l.db.Exec("UPDATE message SET state = ? WHERE state = ?", Unknown, Sending)
	return err
}

// begin makes the tables of a file that has none, and knows those of one that has.
func (l *Ledger) begin() error {
	var app, ver, tables int
	for pragma, to := range map[string]*int{"PRAGMA application_id": &app, "PRAGMA user_version": &ver,
		"SELECT count(*) FROM sqlite_master": &tables} {
		if err := l.db.QueryRow(pragma).Scan(to); err != nil {
			return fmt.Errorf("%w: %w", ErrForeign, err)
		}
	}
	switch {
	case app == application && ver == version:
		return nil
	case app != 0 || ver != 0 || tables != 0:
		return ErrForeign
	}
	key := make([]byte, 32)
	if _, err := rand.Read(key); err != nil {
		return err
	}
	tx, err := l.db.Begin()
	if err != nil {
		return err
	}
	defer func() { _ = tx.Rollback() }()
	marks := fmt.Sprintf("PRAGMA application_id = %d; PRAGMA user_version = %d;", application, version)
	if _, err := tx.Exec(schema + marks); err != nil {
		return err
	}
	if _, err := tx.Exec("INSERT INTO secret VALUES (?)", key); err != nil {
		return err
	}
	return tx.Commit()
}

// Close gives the ledger free.
func (l *Ledger) Close() error {
	var err error
	if l.db != nil {
		err = l.db.Close()
	}
	return errors.Join(err, l.lock.Unlock())
}

// Digest is that of a mailing when it was begun, "" when it was not.
func (l *Ledger) Digest(mailing string) (digest string, err error) {
	err = l.db.QueryRow("SELECT digest FROM mailing WHERE name = ?", mailing).Scan(&digest)
	if errors.Is(err, sql.ErrNoRows) {
		err = nil
	}
	return digest, err
}

// Begin notes what a mailing says from now on.
func (l *Ledger) Begin(mailing, digest string, now time.Time) error {
	_, err := l.db.Exec("INSERT INTO mailing VALUES (?, ?, ?) "+
		"ON CONFLICT (name) DO UPDATE SET digest = excluded.digest", mailing, digest, now.Unix())
	return err
}

// Mailings are the names of all mailings, in the order in which they were begun.
func (l *Ledger) Mailings() ([]string, error) {
	rows, err := l.db.Query("SELECT name FROM mailing ORDER BY begun, name")
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var names []string
	for rows.Next() {
		var name string
		if err := rows.Scan(&name); err != nil {
			return nil, err
		}
		names = append(names, name)
	}
	return names, rows.Err()
}

// Entries are the messages of a mailing by address.
func (l *Ledger) Entries(mailing string) (map[string]Entry, error) {
	rows, err := l.db.Query("SELECT address, state, id, reply, line, tries, changed FROM message "+
		"WHERE mailing = ?", mailing)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	all := map[string]Entry{}
	for rows.Next() {
		var e Entry
		var changed int64
		if err := rows.Scan(&e.Address, &e.State, &e.ID, &e.Reply, &e.Line, &e.Tries, &changed); err != nil {
			return nil, err
		}
		e.Changed = time.Unix(changed, 0)
		all[e.Address] = e
	}
	return all, rows.Err()
}

// Put writes what is known of a message. It is on the disk when Put returns.
func (l *Ledger) Put(mailing string, e Entry) error {
	_, err := l.db.Exec("INSERT INTO message VALUES (?, ?, ?, ?, ?, ?, ?, ?) "+
		"ON CONFLICT (mailing, address) DO UPDATE SET state = excluded.state, id = excluded.id, "+
		"reply = excluded.reply, line = excluded.line, tries = excluded.tries, changed = excluded.changed",
		mailing, e.Address, e.State, e.ID, e.Reply, e.Line, e.Tries, e.Changed.Unix())
	return err
}

// Bounced marks a message that came back, found by its Message-ID or, when that is "", by its
// address, in the newest mailing that was sent there. It says whether there is one.
func (l *Ledger) Bounced(id, key, reply string, now time.Time) (found bool, of string, err error) {
	const where = " FROM message JOIN mailing ON mailing = name WHERE state IN ('sent', 'unknown', 'failed') AND "
	var mailing string
	by, value := "id = ?", id
	if id == "" {
		by, value = "address = ?", key
	}
	row := l.db.QueryRow("SELECT mailing, address"+where+by+" ORDER BY changed DESC, begun DESC LIMIT 1",
		value)
	if err := row.Scan(&mailing, &of); errors.Is(err, sql.ErrNoRows) {
		return false, "", nil
	} else if err != nil {
		return false, "", err
	}
	_, err = l.db.Exec("UPDATE message SET state = ?, reply = ?, changed = ? WHERE mailing = ? AND "+
		"address = ?", Failed, reply, now.Unix(), mailing, of)
	return true, of, err
}

// print is the fingerprint of an address, which only this ledger's key gives.
func (l *Ledger) print(key string) []byte {
	h := hmac.New(sha256.New, l.key)
	h.Write([]byte(key))
	return h.Sum(nil)
}

// Forget erases all that is known of an address, and sees to it that nothing is sent there. It says
// of how many messages.
func (l *Ledger) Forget(a address.Address) (int64, error) {
	tx, err := l.db.Begin()
	if err != nil {
		return 0, err
	}
	defer func() { _ = tx.Rollback() }()
	done, err := tx.Exec("DELETE FROM message WHERE address = ?", a.Key())
	if err != nil {
		return 0, err
	}
	if _, err := tx.Exec("INSERT OR IGNORE INTO forgotten VALUES (?)", l.print(a.Key())); err != nil {
		return 0, err
	}
	// replies of servers name addresses, of others too
	if _, err := tx.Exec("UPDATE message SET reply = '' WHERE instr(lower(reply), ?)", a.Key()); err != nil {
		return 0, err
	}
	if err := tx.Commit(); err != nil {
		return 0, err
	}
	// what was written before lies in the log until it is emptied
	if _, err := l.db.Exec("VACUUM; PRAGMA wal_checkpoint(TRUNCATE)"); err != nil {
		return 0, err
	}
	n, err := done.RowsAffected()
	return n, err
}

// IsForgotten says whether an address was erased.
func (l *Ledger) IsForgotten(a address.Address) (bool, error) {
	var n int
	err := l.db.QueryRow("SELECT count(*) FROM forgotten WHERE print = ?", l.print(a.Key())).Scan(&n)
	return n > 0, err
}
