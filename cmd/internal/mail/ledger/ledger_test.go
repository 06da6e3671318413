package ledger

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"runtime"
	"testing"
	"time"

	"rapport/cmd/internal/mail/address"
)

func open(t *testing.T, dir string) *Ledger {
	t.Helper()
	l, err := Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = l.Close() })
	return l
}

func put(t *testing.T, l *Ledger, mailing string, e Entry) {
	t.Helper()
	if err := l.Put(mailing, e); err != nil {
		t.Fatal(err)
	}
}

var now = time.Unix(1_700_000_000, 0)

// TestDeath opens a ledger again whose program died.
func TestDeath(t *testing.T) {
	dir := t.TempDir()
	l := open(t, dir)
	if err := l.Begin("m", "d", now); err != nil {
		t.Fatal(err)
	}
	for _, s := range []State{Waiting, Sending, Sent, Failed} {
		put(t, l, "m", Entry{Address: string(s), State: s, ID: "id-" + string(s), Reply: "250 ok", Line: 7,
			Tries: 2, Changed: now})
	}
	if _, err := Open(dir); !errors.Is(err, ErrBusy) {
		t.Errorf("opened twice: %v", err)
	}
	if err := l.Close(); err != nil {
		t.Fatal(err)
	}
	l = open(t, dir)
	all, err := l.Entries("m")
	if err != nil || len(all) != 4 {
		t.Fatal(all, err)
	}
	want := map[State]State{Waiting: Waiting, Sending: Unknown, Sent: Sent, Failed: Failed}
	for was, is := range want {
		e := all[string(was)]
		if e.State != is || e.Reply != "250 ok" || e.Line != 7 || e.Tries != 2 || !e.Changed.Equal(now) {
			t.Errorf("%s: %+v", was, e)
		}
	}
	if d, err := l.Digest("m"); d != "d" || err != nil {
		t.Error(d, err)
	}
	if d, err := l.Digest("other"); d != "" || err != nil {
		t.Error(d, err)
	}
}

// TestDurable sees to it that the settings hold which the guarantees rest on.
func TestDurable(t *testing.T) {
	dir := t.TempDir()
	l := open(t, dir)
	for pragma, want := range map[string]string{"journal_mode": "wal", "synchronous": "2", "secure_delete": "1"} {
		var is string
		if err := l.db.QueryRow("PRAGMA " + pragma).Scan(&is); err != nil || is != want {
			t.Errorf("%s is %s, %v", pragma, is, err)
		}
	}
	put(t, l, "m", Entry{Address: "a", State: Sent, Changed: now})
	files, err := os.ReadDir(dir)
	if err != nil || len(files) < 3 {
		t.Fatal(files, err)
	}
	for _, f := range files {
		info, err := f.Info()
		if err != nil || runtime.GOOS != "windows" && info.Mode().Perm() != 0o600 {
			t.Errorf("%s: %v, %v", f.Name(), info.Mode(), err)
		}
	}
}

// TestForget looks for an erased address in all bytes of all files.
func TestForget(t *testing.T) {
	dir := t.TempDir()
	l := open(t, dir)
	a, _, err := address.Parse("Kanarifugl@example.no")
	if err != nil {
		t.Fatal(err)
	}
	put(t, l, "m", Entry{Address: a.Key(), State: Failed, Reply: "550 <Kanarifugl@example.no>", Changed: now})
	put(t, l, "n", Entry{Address: a.Key(), State: Sent, Changed: now})
	put(t, l, "m", Entry{Address: "other", State: Failed, Reply: "550 not kanarifugl@example.no", Changed: now})
	if n, err := l.Forget(a); n != 2 || err != nil {
		t.Fatal(n, err)
	}
	files, _ := filepath.Glob(filepath.Join(dir, "*"))
	for _, f := range files {
		data, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		if bytes.Contains(bytes.ToLower(data), []byte("kanari")) {
			t.Errorf("%s still has the address", f)
		}
	}
	is, err := l.IsForgotten(a)
	if !is || err != nil {
		t.Error(is, err)
	}
	other, _, _ := address.Parse("ny@example.no")
	if is, err := l.IsForgotten(other); is || err != nil {
		t.Error(is, err)
	}
}

func TestBounced(t *testing.T) {
	l := open(t, t.TempDir())
	for i, m := range []string{"old", "new"} {
		if err := l.Begin(m, "", now.AddDate(i, 0, 0)); err != nil {
			t.Fatal(err)
		}
		put(t, l, m, Entry{Address: "a", State: Sent, ID: m, Changed: now.AddDate(i, 0, 0)})
	}
	for _, c := range []struct {
		id, key, of string
		found       bool
	}{{"old", "", "a", true}, {"", "a", "a", true}, {"", "b", "", false}, {"none", "a", "", false}} {
		if found, of, err := l.Bounced(c.id, c.key, "5.1.1", now); found != c.found || of != c.of || err != nil {
			t.Errorf("%+v: %v, %s, %v", c, found, of, err)
		}
	}
	all, err := l.Entries("new")
	if err != nil || all["a"].State != Failed || all["a"].Reply != "5.1.1" {
		t.Error(all, err)
	}
}

// TestForeign leaves files of others alone.
func TestForeign(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, Name)
	if err := os.WriteFile(path, bytes.Repeat([]byte("no database "), 100), 0o600); err != nil {
		t.Fatal(err)
	}
	if l, err := Open(dir); !errors.Is(err, ErrForeign) {
		t.Fatal(l, err)
	}
	// a failed opening leaves no lock behind
	if err := os.Remove(path); err != nil {
		t.Fatal(err)
	}
	open(t, dir)
}
