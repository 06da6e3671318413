package main

import (
	"bytes"
	"fmt"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"
)

const slurmConf = `ClusterName=test
SlurmctldHost=HOST(127.0.0.1)
SlurmUser=root
SlurmdUser=root
AuthType=auth/munge
AuthInfo=socket=DIR/munge/socket
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
SelectType=select/cons_tres
ReturnToService=2
SlurmctldPort=PORT1
SlurmdPort=PORT2
StateSaveLocation=DIR/state
SlurmdSpoolDir=DIR/spool
SlurmctldPidFile=DIR/ctld.pid
SlurmdPidFile=DIR/d.pid
SlurmctldLogFile=DIR/ctld.log
SlurmdLogFile=DIR/d.log
NodeName=HOST NodeAddr=127.0.0.1 CPUs=2
PartitionName=p Nodes=HOST Default=YES State=UP
`

// slurm is a batch engine on this machine.
type slurm struct {
	t   *testing.T
	dir string
}

// startSlurm starts the engine with its own key, ports and folders.
func startSlurm(t *testing.T) *slurm {
	t.Helper()
	for _, program := range []string{"munged", "slurmctld", "slurmd", "sbatch"} {
		if _, err := exec.LookPath(program); err != nil || runtime.GOOS != "linux" || os.Geteuid() != 0 {
			if os.Getenv("CI") == "true" {
				t.Fatal(program, err, "and root are needed")
			}
			t.Skip("no Slurm: it is not installed, or this is not root")
		}
	}
	dir, err := os.MkdirTemp("", "slurm") // a short name: its sockets are below it
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = os.RemoveAll(dir) })
	s := &slurm{t, dir}
	host := strings.TrimSpace(s.run("hostname", "-s"))
	conf := strings.NewReplacer("DIR", dir, "HOST", host, "PORT1", freePort(t), "PORT2", freePort(t)).Replace(slurmConf)
	for _, folder := range []string{"munge", "state", "spool"} {
		if err := os.MkdirAll(filepath.Join(dir, folder), 0o755); err != nil {
			t.Fatal(err)
		}
	}
	for name, data := range map[string][]byte{"slurm.conf": []byte(conf), "munge/key": bytes.Repeat([]byte("prøve"), 200)} {
		if err := os.WriteFile(filepath.Join(dir, name), data, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	s.run("chmod", "755", dir)
	s.run("chmod", "644", filepath.Join(dir, "slurm.conf"))
	s.run("chown", "-R", "munge", filepath.Join(dir, "munge"))
	at := func(flag, name string) string { return "--" + flag + "=" + filepath.Join(dir, "munge", name) }
	s.run("su", "munge", "-s", "/bin/sh", "-c", strings.Join([]string{"munged", "--force", at("socket", "socket"),
		at("key-file", "key"), at("pid-file", "pid"), at("log-file", "log"), at("seed-file", "seed")}, " "))
	s.run("slurmctld", "-f", filepath.Join(dir, "slurm.conf"))
	s.run("slurmd", "-f", filepath.Join(dir, "slurm.conf"))
	t.Cleanup(func() {
		for _, pid := range []string{"ctld.pid", "d.pid", "munge/pid"} {
			if id, err := os.ReadFile(filepath.Join(dir, pid)); err == nil {
				_ = exec.Command("kill", strings.TrimSpace(string(id))).Run()
			}
		}
		time.Sleep(300 * time.Millisecond)
	})
	for range 150 {
		if out, err := s.try("sinfo", "-h", "-o", "%T"); err == nil && strings.Contains(out, "idle") {
			return s
		}
		time.Sleep(200 * time.Millisecond)
	}
	log, _ := os.ReadFile(filepath.Join(dir, "ctld.log"))
	t.Fatalf("Slurm does not begin: %s", log)
	return nil
}

func freePort(t *testing.T) string {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	_, port, _ := net.SplitHostPort(l.Addr().String())
	return port
}

// try runs a program of the engine; what it says goes into a file, since a pipe would be held by what
// goes on running.
func (s *slurm) try(name string, args ...string) (string, error) {
	said, err := os.CreateTemp(s.dir, "said")
	if err != nil {
		s.t.Fatal(err)
	}
	defer os.Remove(said.Name())
	cmd := exec.Command(name, args...)
	cmd.Env = append(os.Environ(), "SLURM_CONF="+filepath.Join(s.dir, "slurm.conf"))
	cmd.Stdout, cmd.Stderr = said, said
	err = cmd.Run()
	_ = said.Close()
	out, _ := os.ReadFile(said.Name())
	return string(out), err
}

func (s *slurm) run(name string, args ...string) string {
	s.t.Helper()
	out, err := s.try(name, args...)
	if err != nil {
		s.t.Fatalf("%s %s: %v: %s", name, args, err, out)
	}
	return out
}

// wait waits until all jobs are done.
func (s *slurm) wait() {
	s.t.Helper()
	for range 400 {
		if out := s.run("squeue", "-h"); strings.TrimSpace(out) == "" {
			return
		}
		time.Sleep(100 * time.Millisecond)
	}
	s.t.Fatal("jobs do not end: " + s.run("squeue"))
}

// manyGroups is content with a question of so many groups.
func manyGroups(t *testing.T, dir string, groups int) {
	t.Helper()
	var b strings.Builder
	fmt.Fprintf(&b, "[report]\ntitle = \"Oppdiktet\"\nlanguage = \"nb\"\ndate = 2024-03-01\npublisher = \"Laget\"\n[survey]\n"+
		"id = \"s\"\ntitle = \"Oppdiktet\"\nyear = 2024\nanswered = %d\n", groups*6)
	b.WriteString("[[figure]]\nid = \"sted\"\nquestion = \"Hvor?\"\nkind = \"single\"\n[figure.answers]\n")
	for i := range groups {
		fmt.Fprintf(&b, "\"Sted %d\" = 6\n", i)
	}
	fmt.Fprintf(&b, "[[figure]]\nid = \"kom\"\nquestion = \"Kom du?\"\nkind = \"single\"\n[figure.answers]\n\"Ja\" = %d\n\"Nei\" = %d\n",
		groups*4, groups*2)
	b.WriteString("[[breakdown]]\nfigure = \"kom\"\nby = \"sted\"\n[breakdown.counts]\n")
	for i := range groups {
		fmt.Fprintf(&b, "\"Sted %d\" = { \"Ja\" = 4, \"Nei\" = 2 }\n", i)
	}
	b.WriteString("[[chapter]]\nid = \"k\"\ntitle = \"K\"\n[[chapter.topic]]\nid = \"t\"\nheadline = \"De fleste kom\"\n" +
		"[[chapter.topic.block]]\nfigure = \"s.kom\"\n")
	folder := filepath.Join(dir, "content", "2024", "lag")
	if err := os.MkdirAll(folder, 0o777); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(folder, "report.toml"), []byte(b.String()), 0o666); err != nil {
		t.Fatal(err)
	}
}

// TestSlurm makes editions in an array of jobs of a real batch engine. Tasks are killed meanwhile, one is
// taken back and queued again; the array is handed in once more, and nothing is missing or doubled.
func TestSlurm(t *testing.T) {
	s := startSlurm(t)
	dir := t.TempDir()
	s.run("chmod", "-R", "755", filepath.Dir(dir))
	program := filepath.Join(dir, "rapport")
	if out, err := exec.Command("go", "build", "-o", program, ".").CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	const groups = 240
	manyGroups(t, dir, groups)
	job := filepath.Join(dir, "job.sh")
	text := fmt.Sprintf("#!/bin/sh\n#SBATCH --array=1-4\n#SBATCH --output=%s/log-%%a.txt\ncd %s\nexec ./rapport editions 2024 "+
		"--by sted --jobs 1 --shard auto --to %s/all\n", dir, dir, dir)
	if err := os.WriteFile(job, []byte(text), 0o755); err != nil {
		t.Fatal(err)
	}
	s.run("sbatch", job)
	killed := 0
	for range 100 {
		if killed >= 2 {
			break
		}
		time.Sleep(100 * time.Millisecond)
		if files, _ := os.ReadDir(filepath.Join(dir, "all")); len(files) < 20*(killed+1) {
			continue
		}
		if err := exec.Command("pkill", "-9", "-n", "-f", program+"|rapport editions 2024 --by sted --jobs 1").Run(); err == nil {
			killed++
		}
	}
	s.wait()
	verify := func() (string, int) {
		var out bytes.Buffer
		code := run([]string{"editions", "verify", "2024", "--by", "sted", "--to", filepath.Join(dir, "all"), "--content",
			filepath.Join(dir, "content"), "--lang", "en"}, &out, &out)
		return out.String(), code
	}
	if said, code := verify(); killed == 0 || code == exitDone {
		t.Errorf("%d were killed, and all is there: %s", killed, said)
	}
	s.run("sbatch", job)
	s.wait()
	if said, code := verify(); code != exitDone || !strings.Contains(said, fmt.Sprintf("all %d editions", groups)) {
		logs, _ := filepath.Glob(filepath.Join(dir, "log-*.txt"))
		for _, log := range logs {
			text, _ := os.ReadFile(log)
			said += string(text)
		}
		t.Errorf("code %d: %s", code, said)
	}
}
