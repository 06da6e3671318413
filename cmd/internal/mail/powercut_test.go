package mail

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"rapport/cmd/internal/mail/smtptest"
)

var (
	// wrote and synced are system calls on a file of the ledger, as strace shows them; the index beside
	// the log (-shm) is made anew after a crash.
	wrote  = regexp.MustCompile(`(?:pwrite64|write|ftruncate)\(\d+<[^>]*(rapport-send\.sqlite(?:-wal|-journal)?)>`)
	synced = regexp.MustCompile(`(?:fsync|fdatasync)\(\d+<[^>]*(rapport-send\.sqlite(?:-wal|-journal)?)>`)
)

// TestPowerCut looks at every system call of a sender: when it says DATA, and when it has said it for
// the last time, nothing of the ledger is only in memory. Dropping what was not synced would lose
// nothing that a message depends on.
func TestPowerCut(t *testing.T) {
	strace, err := exec.LookPath("strace")
	if err != nil {
		if os.Getenv("CI") == "true" {
			t.Fatal(err)
		}
		t.Skip("no strace to look with")
	}
	const n = 12
	s := (&smtptest.Server{}).Start(t)
	list, log := listOf(t, n), filepath.Join(t.TempDir(), "calls")
	cmd := exec.Command(strace, "-f", "-y", "-s", "16", "-o", log,
		"-e", "trace=pwrite64,write,ftruncate,fsync,fdatasync", os.Args[0])
	cmd.Env = append(os.Environ(), child+"="+list, urlSetting+"=smtp://"+s.Addr+"?tls=none",
		child+"_ANSWER="+fmt.Sprint(n))
	if out, err := cmd.CombinedOutput(); err != nil {
		if strings.Contains(string(out), "Operation not permitted") {
			t.Skip("strace is not permitted here")
		}
		t.Fatalf("%v: %s", err, out)
	}
	calls, err := os.ReadFile(log)
	if err != nil {
		t.Fatal(err)
	}
	dirty, asked, writes := map[string]bool{}, 0, 0
	for line := range strings.Lines(string(calls)) {
		if m := wrote.FindStringSubmatch(line); m != nil {
			dirty[m[1]] = true
			writes++
		}
		if m := synced.FindStringSubmatch(line); m != nil {
			delete(dirty, m[1])
		}
		if strings.Contains(line, `"DATA\r\n"`) {
			asked++
			if len(dirty) > 0 {
				t.Errorf("message %d is sent while %v is not on the disk", asked, dirty)
			}
		}
	}
	if asked != n || writes < 2*n || len(s.Messages()) != n {
		t.Errorf("%d messages, %d writes to the ledger, %d arrived", asked, writes, len(s.Messages()))
	}
}
