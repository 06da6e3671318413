package preview

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"flag"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"net/http"
	"os"
	"path"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"rapport/cmd/internal/watch"
	"rapport/content/invent"
)

var saves = flag.Int("saves", 1500, "how often TestSaves saves a file")

const short = `[report]
title = "Oppdiktet rapport"
language = "nb"
kind = "short"
date = 2024-06-01
publisher = "Prøvehuset"
[[chapter]]
id = "k"
title = "Kapittel"
[[chapter.topic]]
id = "t"
headline = "Noe er oppdiktet"
[[chapter.topic.block]]
prose = "Et ord: ORD. Og noen flere."
`

// TestSaves saves a file again and again, each time with another word and often broken, while a browser
// listens: neither memory nor descriptors nor goroutines grow, and the last save is what is shown.
func TestSaves(t *testing.T) {
	dir := t.TempDir()
	file := filepath.Join(dir, "2024", "r", "report.toml")
	if err := os.MkdirAll(filepath.Dir(file), 0o777); err != nil {
		t.Fatal(err)
	}
	save := func(text string) {
		if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	save(short)
	l, err := Listen(0)
	if err != nil {
		t.Fatal(err)
	}
	ctx, stop := context.WithCancel(context.Background())
	done := make(chan error, 1)
	go func() {
		done <- Serve(ctx, l, Options{Content: os.DirFS(dir), Year: 2024, Name: "r", Root: dir},
			watch.Folder(ctx, dir, watch.Options{Quiet: time.Millisecond}))
	}()
	told := listen(t, "http://"+l.Addr().String()+"/events")
	last := func(want string) {
		t.Helper()
		limit := time.After(20 * time.Second)
		for {
			select {
			case n := <-told:
				for _, picture := range n.Pictures {
					if strings.Contains(picture, want) {
						return
					}
				}
			case <-limit:
				t.Fatalf("%q is not shown", want)
			}
		}
	}
	var first use
	for i := range *saves {
		said := "x" + word(i)
		if i%5 == 4 {
			save(short[:len(short)/2] + said)
		}
		save(strings.Replace(short, "ORD", said, 1))
		if i%10 == 9 {
			last(said)
		}
		if i == *saves/5 {
			first = used(t)
		}
	}
	now := used(t)
	t.Logf("after a fifth %v, at the end %v", first, now)
	if now.heap > first.heap+8<<20 || now.files > first.files+3 || now.goroutines > first.goroutines+3 {
		t.Errorf("after %d saves %v, after a fifth of them %v", *saves, now, first)
	}
	stop()
	if err := <-done; err != nil {
		t.Error(err)
	}
}

// use is what a process holds.
type use struct {
	heap              uint64
	files, goroutines int
}

func used(t *testing.T) use {
	t.Helper()
	runtime.GC()
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	open, err := os.ReadDir("/proc/self/fd")
	if err != nil && runtime.GOOS == "linux" {
		t.Fatal(err)
	}
	return use{m.HeapAlloc, len(open), runtime.NumGoroutine()}
}

func (u use) String() string {
	return fmt.Sprintf("%.1f MB, %d files, %d goroutines", float64(u.heap)/1e6, u.files, u.goroutines)
}

// listen hears the news as a browser does.
func listen(t *testing.T, address string) <-chan news {
	t.Helper()
	r, err := http.Get(address)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = r.Body.Close() })
	out := make(chan news, 1000)
	go func() {
		lines := bufio.NewScanner(r.Body)
		lines.Buffer(nil, 1<<26)
		for lines.Scan() {
			data, ok := bytes.CutPrefix(lines.Bytes(), []byte("data: {"))
			var n news
			if ok && json.Unmarshal(append([]byte("{"), data...), &n) == nil {
				out <- n
			}
		}
	}()
	return out
}

// TestSameAsFresh: after any edits, what is shown is what a program shows that begins with the same
// files, byte for byte.
func TestSameAsFresh(t *testing.T) {
	reports := map[string]fstest.MapFS{"annual": filesIn(t, os.DirFS(publishedContent))}
	for seed := uint64(8100); seed < 8103; seed++ {
		reports[fmt.Sprint(seed)] = filesIn(t, invent.New(seed, invent.Options{Chapters: 4}).FS())
	}
	for name, files := range reports {
		t.Run(name, func(t *testing.T) {
			o := Options{Content: files, Year: invent.Year, Name: invent.Name}
			if name == "annual" {
				o.Year, o.Name = 2022, "erfaringskonsulentene-i-tall"
			}
			chance := rand.New(rand.NewPCG(1, 2))
			s := newServer(0, o)
			s.build(context.Background(), time.Now())
			for range 8 {
				what := edit(files, o, chance)
				s.build(context.Background(), time.Now())
				fresh := newServer(0, o)
				fresh.build(context.Background(), time.Now())
				same(t, what, s.current.Load(), fresh.current.Load())
			}
		})
	}
}

func filesIn(t *testing.T, fsys fs.FS) fstest.MapFS {
	t.Helper()
	all := fstest.MapFS{}
	err := fs.WalkDir(fsys, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		b, err := fs.ReadFile(fsys, name)
		all[name] = &fstest.MapFile{Data: b}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return all
}

// edit changes something in the report as an author might: a word doubled, two words exchanged, a line
// deleted, or put back.
func edit(files fstest.MapFS, o Options, chance *rand.Rand) string {
	var names []string
	for name := range files {
		if strings.HasPrefix(name, fmt.Sprintf("%d/%s/", o.Year, o.Name)) && path.Ext(name) == ".toml" {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	name := names[chance.IntN(len(names))]
	lines := strings.Split(string(files[name].Data), "\n")
	at := chance.IntN(len(lines))
	words := strings.Fields(lines[at])
	switch {
	case len(words) > 4 && !strings.ContainsAny(lines[at], "{[="):
		k := 1 + chance.IntN(len(words)-2)
		words[k] += " " + words[k]
		lines[at] = strings.Join(words, " ")
	case chance.IntN(4) == 0:
		lines = slices.Delete(lines, at, at+1)
	default:
		lines = slices.Insert(lines, at, "# en merknad")
	}
	files[name] = &fstest.MapFile{Data: []byte(strings.Join(lines, "\n"))}
	return fmt.Sprintf("%s:%d", name, at+1)
}

// same holds what a program shows against what another does. Pages that could not be laid out are left
// out: one of the two has none to show.
func same(t *testing.T, what string, a, b *published) {
	t.Helper()
	plain := func(all []Problem) []Problem {
		out := slices.Clone(all)
		for i := range out {
			out[i].Page, out[i].At = 0, ""
		}
		return out
	}
	if !slices.Equal(plain(a.problems), plain(b.problems)) || a.stale != b.stale {
		t.Errorf("%s: the problems differ: %v and %v", what, a.problems, b.problems)
	}
	if a.stale || b.stale {
		return
	}
	for _, view := range []string{viewScreen, viewPrint, viewBooklet} {
		if len(a.views[view]) != len(b.views[view]) {
			t.Errorf("%s: %d and %d in %s", what, len(a.views[view]), len(b.views[view]), view)
			continue
		}
		for i, l := range a.views[view] {
			if x, y := a.picture(l.ID, ""), b.picture(b.views[view][i].ID, ""); !bytes.Equal(x, y) || len(x) == 0 {
				t.Errorf("%s: %s %d differs", what, view, i+1)
			}
		}
	}
}

// TestCancelled: a build that nobody wants any more ends early, and shows nothing.
func TestCancelled(t *testing.T) {
	s := bench(t)
	before := s.current.Load()
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	s.build(ctx, time.Now())
	if s.current.Load() != before {
		t.Error("a cancelled build is shown")
	}
	r := s.make(ctx)
	if r.Document != nil {
		t.Error("a cancelled build has laid out the report")
	}
}

// TestOrigins: every word on a page comes from a line of a file that is there.
func TestOrigins(t *testing.T) {
	reports := []Options{{Content: os.DirFS(publishedContent), Year: 2022, Name: "erfaringskonsulentene-i-tall"},
		{Content: os.DirFS(publishedContent), Year: 2017, Name: "upr-rapport-1"}}
	for seed := uint64(8200); seed < 8206; seed++ {
		r := invent.New(seed, invent.Options{Chapters: 5, Hard: 0.2, Summary: true})
		reports = append(reports, Options{Content: r.FS(), Year: invent.Year, Name: invent.Name})
	}
	for n, o := range reports {
		s := newServer(0, o)
		s.build(context.Background(), time.Now())
		e := s.current.Load()
		if e.document == nil {
			t.Fatalf("report %d: %v", n, e.problems)
		}
		for i, p := range e.document.Pages {
			for k, it := range p.Items {
				if it.Text == nil {
					continue
				}
				file, line, ok := origin(p.Origin(k))
				b, err := fs.ReadFile(o.Content, file)
				if !ok || err != nil || line < 1 || line > bytes.Count(b, []byte("\n"))+1 {
					t.Errorf("report %d, page %d: %q comes from %q", n, i+1, it.Text.Run.Glyphs, p.Origin(k))
				}
			}
		}
	}
}

// TestPlace: a problem shows on the page of what its line says, not where that is only listed.
func TestPlace(t *testing.T) {
	s := bench(t)
	e := s.current.Load()
	file := "2022/erfaringskonsulentene-i-tall/20-arbeidsdagen.toml"
	one := edition{book: e.book, problems: []Problem{{File: file, Line: 1}, {File: file, Line: 114},
		{File: file, Line: 138}, {File: "2021/erfaringskonsulentundersokelsen/none.toml", Line: 3}}}
	one.place()
	for i, want := range []int{9, 13, 13, -1} {
		if p := one.problems[i]; p.Page != want {
			t.Errorf("line %d is shown on page %d, want %d", p.Line, p.Page, want)
		}
	}
}
