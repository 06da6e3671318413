package editions

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"
)

// groups are so many invented groups.
func groups(n int) (names []string) {
	for i := range n {
		names = append(names, fmt.Sprintf("Gruppe %d", i))
	}
	return names
}

// job makes an edition of two small files; what it makes and what fails is counted.
type job struct {
	Job
	mu     sync.Mutex
	made   map[string]int
	failed []string
	fault  map[string]string // what goes wrong, by edition
}

func newJob(store Store, names []string) *job {
	j := &job{made: map[string]int{}, fault: map[string]string{}}
	j.Job = Job{Store: store, Shard: Whole, Jobs: 3, Names: names, From: "a", Progress: func(Progress) {},
		Failed: func(name string, err error) {
			j.mu.Lock()
			defer j.mu.Unlock()
			j.failed = append(j.failed, name+": "+firstLine(err.Error()))
		},
		Make: func(_ context.Context, name string) ([]File, error) {
			j.mu.Lock()
			defer j.mu.Unlock()
			switch j.fault[name] {
			case "panic":
				panic("en feil")
			case "error":
				return nil, errors.New("kan ikke lages")
			}
			j.made[name]++
			return []File{{Slug(name) + ".pdf", []byte("%PDF " + name + j.From)},
				{Slug(name) + ".csv", []byte(name)}}, nil
		}}
	return j
}

func firstLine(s string) string {
	line, _, _ := strings.Cut(s, "\n")
	return line
}

func verify(t *testing.T, store Store, names []string, from string) (said []string) {
	t.Helper()
	faults, err := Verify(context.Background(), store, names, from)
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range faults {
		words := []string{f.Edition, f.File, string(f.Kind)}
		said = append(said, strings.Join(slices.DeleteFunc(words, func(w string) bool { return w == "" }), " "))
	}
	return said
}

// TestRun makes all editions once, and again only what is not there as it was, or is made from something
// else. What goes wrong in one stops no other.
func TestRun(t *testing.T) {
	dir := Folder(t.TempDir())
	names := groups(20)
	j := newJob(dir, names)
	j.fault["Gruppe 3"], j.fault["Gruppe 7"] = "panic", "error"
	done, err := j.Run(context.Background())
	slices.Sort(j.failed)
	if !errors.Is(err, ErrFailed) || done.Done != 20 || done.Failed != 2 || len(j.made) != 18 ||
		strings.Join(j.failed, ", ") != "Gruppe 3: the program failed: en feil, Gruppe 7: kan ikke lages" {
		t.Fatal(done, err, j.failed)
	}
	if have := verify(t, dir, names, "a"); strings.Join(have, ", ") != "Gruppe 3 is missing, Gruppe 7 is missing" {
		t.Error(have)
	}
	again := newJob(dir, names)
	if done, err := again.Run(context.Background()); err != nil || done.Kept != 18 || len(again.made) != 2 {
		t.Error(done, err, again.made)
	}
	if have := verify(t, dir, names, "a"); len(have) > 0 {
		t.Error(have)
	}
	must(t, os.WriteFile(filepath.Join(string(dir), "gruppe-4.pdf"), []byte("%PDF halv"), 0o666))
	must(t, os.Remove(filepath.Join(string(dir), "gruppe-5.csv")))
	must(t, os.WriteFile(filepath.Join(string(dir), "min.txt"), []byte("x"), 0o666))
	want := []string{"min.txt is in no journal", "Gruppe 4 gruppe-4.pdf is not what its journal says",
		"Gruppe 5 gruppe-5.csv is missing"}
	if have := verify(t, dir, names, "a"); !slices.Equal(have, want) {
		t.Errorf("%q", have)
	}
	mended := newJob(dir, names)
	if done, err := mended.Run(context.Background()); err != nil || len(mended.made) != 2 || done.Kept != 18 {
		t.Error(done, err, mended.made)
	}
	if have := verify(t, dir, names, "b"); len(have) != 41 || !strings.HasSuffix(have[1], string(Stale)) {
		t.Errorf("%q", have)
	}
	other := newJob(dir, names)
	other.From = "b"
	if _, err := other.Run(context.Background()); err != nil || len(other.made) != 20 {
		t.Error(err, other.made)
	}
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// TestShards: whatever the numbers, every edition is made by one shard only.
func TestShards(t *testing.T) {
	random := rand.New(rand.NewPCG(17, 4))
	for range 200 {
		names := groups(random.IntN(60))
		of := 1 + random.IntN(70)
		made := map[string]int{}
		for number := 1; number <= of; number++ {
			for _, name := range (Shard{number, of}).share(names) {
				made[name]++
			}
		}
		for _, name := range names {
			if made[name] != 1 {
				t.Fatalf("%d of %d shards: %s was made %d times", len(names), of, name, made[name])
			}
		}
		if len(made) != len(names) {
			t.Fatalf("%d made of %d", len(made), len(names))
		}
	}
	dir := Folder(t.TempDir())
	names := groups(50)
	for number := 1; number <= 7; number++ {
		j := newJob(dir, names)
		j.Shard = Shard{number, 7}
		if _, err := j.Run(context.Background()); err != nil {
			t.Fatal(err)
		}
	}
	if have := verify(t, dir, names, "a"); len(have) > 0 {
		t.Error(have)
	}
	j := newJob(dir, names)
	j.Shard = Shard{1, 3}
	if _, err := j.Run(context.Background()); err != nil {
		t.Fatal(err)
	}
	if have := verify(t, dir, names, "a"); len(have) == 0 || !strings.HasSuffix(have[0], string(Doubled)) {
		t.Error(have)
	}
}

// TestParseShard takes numbers as each batch engine hands them out.
func TestParseShard(t *testing.T) {
	slurm := func(id, count, least, step string) map[string]string {
		return map[string]string{"SLURM_ARRAY_TASK_ID": id, "SLURM_ARRAY_TASK_COUNT": count,
			"SLURM_ARRAY_TASK_MIN": least, "SLURM_ARRAY_TASK_STEP": step}
	}
	for _, c := range []struct {
		text string
		env  map[string]string
		want string
	}{
		{"", nil, "{1 1}"}, {"3/20", nil, "{3 20}"}, {"20/20", nil, "{20 20}"},
		{"0/20", nil, "error"}, {"21/20", nil, "error"}, {"3", nil, "error"}, {"3/x", nil, "error"},
		{"-1/2", nil, "error"}, {"auto", nil, "error"},
		{"auto", slurm("0", "4", "0", "1"), "{1 4}"}, {"auto", slurm("4", "4", "1", "1"), "{4 4}"},
		{"auto", slurm("15", "4", "0", "5"), "{4 4}"}, {"auto", slurm("7", "4", "1", "1"), "error"},
		{"auto", slurm("x", "4", "1", "1"), "error"},
		{"auto/8", map[string]string{"JOB_COMPLETION_INDEX": "7"}, "{8 8}"},
		{"auto", map[string]string{"JOB_COMPLETION_INDEX": "0", "JOB_COMPLETIONS": "5"}, "{1 5}"},
		{"auto", map[string]string{"JOB_COMPLETION_INDEX": "0"}, "error"},
		{"auto/3", map[string]string{"AWS_BATCH_JOB_ARRAY_INDEX": "2"}, "{3 3}"},
		{"auto/3", map[string]string{"AWS_BATCH_JOB_ARRAY_INDEX": "3"}, "error"},
		{"auto/0", map[string]string{"AWS_BATCH_JOB_ARRAY_INDEX": "0"}, "error"},
	} {
		s, err := ParseShard(c.text, func(name string) string { return c.env[name] })
		have := fmt.Sprint(s)
		if err != nil {
			have = "error"
		}
		if have != c.want {
			t.Errorf("%q, %v: %s %v, want %s", c.text, c.env, have, err, c.want)
		}
	}
}

func TestSlug(t *testing.T) {
	for label, want := range map[string]string{"Møre og Romsdal": "more-og-romsdal", "Troms – Romsa – Tromssa": "troms-romsa-tromssa",
		"../../etc/passwd": "etc-passwd", "Under 30 år": "under-30-ar", "con": "gruppe-" + Sum([]byte("con"))[:6],
		"😀": "gruppe-" + Sum([]byte("😀"))[:6], "Vadsø/Čáhcesuolu": "vadso-cahcesuolu"} {
		if have := Slug(label); have != want {
			t.Errorf("%s: %s, want %s", label, have, want)
		}
	}
}

// child is the variable that makes this test's program a maker of editions.
const child = "RAPPORT_EDITIONS_TEST"

func TestMain(m *testing.M) {
	if dir := os.Getenv(child); dir != "" {
		j := newJob(Folder(dir), groups(200))
		make := j.Make
		j.Make = func(ctx context.Context, name string) ([]File, error) {
			time.Sleep(time.Millisecond)
			files, err := make(ctx, name)
			files[0].Data = bytes.Repeat(files[0].Data, 10_000)
			return files, err
		}
		if _, err := j.Run(context.Background()); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		os.Exit(0)
	}
	os.Exit(m.Run())
}

// TestKilled ends a maker with SIGKILL at random moments, until one comes through: what lies in the folder
// is whole at every moment, and all is there at the end.
func TestKilled(t *testing.T) {
	dir := t.TempDir()
	killed := 0
	for ; killed < 8; killed++ {
		cmd := exec.Command(os.Args[0])
		cmd.Env = append(os.Environ(), child+"="+dir)
		must(t, cmd.Start())
		time.Sleep(time.Duration(rand.IntN(400)) * time.Millisecond)
		_ = cmd.Process.Kill()
		_ = cmd.Wait()
		files, err := Folder(dir).List(context.Background())
		must(t, err)
		for _, f := range files {
			data, err := os.ReadFile(filepath.Join(dir, f))
			must(t, err)
			if strings.HasSuffix(f, ".pdf") && (len(data)%10_000 != 0 || len(data) == 0) {
				t.Fatalf("%s has %d bytes", f, len(data))
			}
		}
	}
	cmd := exec.Command(os.Args[0])
	cmd.Env = append(os.Environ(), child+"="+dir)
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	if have := verify(t, Folder(dir), groups(200), "a"); len(have) > 0 {
		t.Error(have)
	}
}

// TestStopped stops a run: what is done is noted, and the next makes the rest.
func TestStopped(t *testing.T) {
	dir := Folder(t.TempDir())
	ctx, stop := context.WithCancel(context.Background())
	j := newJob(dir, groups(50))
	j.Progress = func(p Progress) {
		if p.Done == 20 {
			stop()
		}
	}
	done, err := j.Run(ctx)
	if !errors.Is(err, context.Canceled) || done.Done < 20 || done.Done > 24 {
		t.Fatal(done, err)
	}
	again := newJob(dir, groups(50))
	if next, err := again.Run(context.Background()); err != nil || next.Kept != done.Done {
		t.Error(next, err)
	}
}
