package mail

import (
	"context"
	"flag"
	"fmt"
	"io"
	"math/rand"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"rapport/cmd/internal/mail/ledger"
	"rapport/cmd/internal/mail/smtptest"
	"rapport/content"
)

// child is the variable that makes this test's program a sender.
const child = "RAPPORT_MAIL_TEST_LIST"

func TestMain(m *testing.M) {
	if list := os.Getenv(child); list != "" {
		if most := os.Getenv(child + "_FULL"); most != "" {
			fill(most)
		}
		j := job(list, nil, os.Stdout)
		j.growing, _ = time.ParseDuration(os.Getenv(child + "_GROWING"))
		j.Stdin = strings.NewReader(os.Getenv(child + "_ANSWER"))
		if err := j.Send(context.Background()); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		os.Exit(0)
	}
	os.Exit(m.Run())
}

// job is a mailing of a report on an invented survey.
func job(list string, env map[string]string, stdout io.Writer) *Job {
	r, err := content.Load(fstest.MapFS{"2024/r/report.toml": {Data: []byte(`[report]
title = "Årets tall"
language = "nb"
date = 2024-03-01
publisher = "Laget"
[survey]
id = "s"
title = "Oppdiktet"
year = 2024
answered = 8
[[figure]]
id = "f"
question = "Kom du?"
kind = "single"
[figure.answers]
"Ja" = 6
"Nei" = 2
[[chapter]]
id = "k"
title = "K"
[[chapter.topic]]
id = "t"
headline = "De fleste kom"
[[chapter.topic.block]]
figure = "s.f"
`)}, "2024/r/mail.toml": {Data: []byte(`[mail]
from = "Laget <post@example.no>"
subject = "Årets tall"
text = """
Hei {first_name}!

{n s.f} svarte.
"""
unsubscribe = "mailto:av@example.no"
`)}}, 2024, "r")
	if err != nil {
		panic(err)
	}
	return &Job{Report: r, PDF: []byte("%PDF-1.7 " + strings.Repeat("x", 20_000)), List: list,
		Mailing: "2024/r", PerMin: 1e9, Content: filepath.Join(os.TempDir(), "content-of-nobody"),
		Out: filepath.Join(os.TempDir(), "out-of-nobody"), Language: "nb", Stdout: stdout,
		Getenv: func(name string) string {
			if v, ok := env[name]; ok || env != nil {
				return v
			}
			return os.Getenv(name)
		}}
}

// listOf writes a list of so many invented members.
func listOf(t *testing.T, n int) string {
	t.Helper()
	var b strings.Builder
	b.WriteString("E-post;Navn\n")
	for i := range n {
		fmt.Fprintf(&b, "m%d@example.no;Kanari Fugl\n", i)
	}
	path := filepath.Join(t.TempDir(), "medlemmer.csv")
	if err := os.WriteFile(path, []byte(b.String()), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

var (
	receivers = flag.Int("receivers", 120, "receivers of the test of sudden deaths")
	deaths    = flag.Int("deaths", 12, "how often its sender is killed")
)

// TestKill ends a sender with SIGKILL at random moments and starts it again each time: nobody gets
// two, nobody is missing, and each death leaves one message unknown at most.
func TestKill(t *testing.T) {
	s := (&smtptest.Server{Script: func(string, int, string) smtptest.Act {
		return smtptest.Act{Wait: time.Duration(rand.Intn(300)) * time.Microsecond}
	}}).Start(t)
	list := listOf(t, *receivers)
	start := func() (*exec.Cmd, error) {
		cmd := exec.Command(os.Args[0])
		cmd.Env = append(os.Environ(), child+"="+list, urlSetting+"=smtp://"+s.Addr+"?tls=none",
			child+"_ANSWER="+fmt.Sprint(left(t, list, *receivers)))
		return cmd, cmd.Start()
	}
	killed := 0
	for killed < *deaths {
		if left(t, list, *receivers) == 0 {
			break
		}
		before := s.Count("MAIL")
		cmd, err := start()
		if err != nil {
			t.Fatal(err)
		}
		for range 20_000 { // until it has begun to send
			if s.Count("MAIL") > before {
				break
			}
			time.Sleep(time.Millisecond)
		}
		time.Sleep(time.Duration(rand.Intn(12_000)) * time.Microsecond)
		_ = cmd.Process.Kill()
		if err := cmd.Wait(); err != nil {
			killed++
		}
	}
	if n := left(t, list, *receivers); n > 0 {
		cmd, err := start()
		if err != nil {
			t.Fatal(err)
		}
		if err := cmd.Wait(); err != nil {
			t.Fatal(err)
		}
	}
	account(t, s, list, killed)
}

// left is how many are to be sent to.
func left(t *testing.T, list string, all int) int {
	t.Helper()
	l, err := ledger.Open(filepath.Dir(list))
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	known, err := l.Entries("2024/r")
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range known {
		if e.State != ledger.Waiting {
			all--
		}
	}
	return all
}

// account holds the ledger against what the server took.
func account(t *testing.T, s *smtptest.Server, list string, killed int) {
	t.Helper()
	l, err := ledger.Open(filepath.Dir(list))
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	known, err := l.Entries("2024/r")
	if err != nil {
		t.Fatal(err)
	}
	got := map[string]int{}
	for _, m := range s.Messages() {
		got[m.To]++
	}
	count := map[ledger.State]int{}
	arrived := 0
	for i := range *receivers {
		a := fmt.Sprintf("m%d@example.no", i)
		e := known[a]
		count[e.State]++
		if got[a] > 1 || e.State == ledger.Sent && got[a] != 1 || e.State != ledger.Sent && e.State != ledger.Unknown {
			t.Errorf("%s is %q and got %d", a, e.State, got[a])
		}
		if e.State == ledger.Unknown {
			arrived += got[a]
		}
	}
	if count[ledger.Unknown] > killed {
		t.Errorf("%d unknown after %d deaths", count[ledger.Unknown], killed)
	}
	t.Logf("%d receivers, %d deaths: %d sent, %d unknown, of which the server had %d", *receivers, killed,
		count[ledger.Sent], count[ledger.Unknown], arrived)
}

// TestFull sends until the ledger cannot be written, and goes on when there is room again.
func TestFull(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("Windows has no limit on the size of files")
	}
	s := (&smtptest.Server{}).Start(t)
	list := listOf(t, *receivers)
	for i, most := range []string{"4096", "60000", "200000", ""} {
		cmd := exec.Command(os.Args[0])
		cmd.Env = append(os.Environ(), child+"="+list, urlSetting+"=smtp://"+s.Addr+"?tls=none",
			child+"_ANSWER="+fmt.Sprint(*receivers), child+"_FULL="+most)
		if i > 0 {
			cmd.Env = append(cmd.Env, child+"_ANSWER="+fmt.Sprint(left(t, list, *receivers)))
		}
		out, err := cmd.CombinedOutput()
		if (err == nil) != (most == "") || strings.Contains(string(out), "goroutine") {
			t.Fatalf("%s bytes: %v\n%s", most, err, out)
		}
		if most == "200000" && !strings.Contains(string(out), "er disken full?") {
			t.Errorf("%s", out)
		}
	}
	if n := len(s.Messages()); n < *receivers-4 {
		t.Errorf("%d messages", n)
	}
	account(t, s, list, 4)
}
