package preview

import (
	"context"
	"encoding/json"
	"runtime"
	"strings"
	"time"

	"rapport/cmd/internal/tongue"
	"rapport/cmd/internal/watch"
)

// slow is how long a build takes before browsers are told that there is one.
const slow = 250 * time.Millisecond

// mostSent is how many changed pages go with the news; more are asked for.
const mostSent = 4

// news is what a browser is told of an edition.
type news struct {
	Run      string            `json:"run"` // of the program: another one may bring another page
	Version  int               `json:"version"`
	Title    string            `json:"title"`
	Language string            `json:"language"`
	Took     float64           `json:"took"` // milliseconds from the save
	Stale    bool              `json:"stale"`
	Views    map[string][]leaf `json:"views"`
	Problems []Problem         `json:"problems"`
	Pictures map[string]string `json:"pictures"` // of changed pages, by id
	Words    map[string]any    `json:"words"`    // of the page
	Root     string            `json:"root"`
	Editor   string            `json:"editor"`
}

// watch builds when something changes, until ctx is done. A change during a build ends it.
func (s *server) watch(ctx context.Context, changes <-chan watch.Change) {
	next := watch.Change{Seen: time.Now()}
	for ctx.Err() == nil {
		building, cancel := context.WithCancel(ctx)
		done := make(chan struct{})
		long := time.AfterFunc(slow, func() { s.say(true) })
		go func() {
			s.build(building, next.Seen)
			close(done)
		}()
		changed := false
		select {
		case <-done:
		case next, changed = <-changes:
		}
		cancel()
		<-done
		long.Stop()
		s.say(false)
		if changed {
			continue
		}
		select {
		case <-ctx.Done():
		case next, changed = <-changes:
			if !changed { // there will be none
				<-ctx.Done()
			}
		}
	}
}

// say tells browsers whether a build goes on.
func (s *server) say(building bool) {
	if s.building.Swap(building) != building {
		s.tell()
	}
}

// build makes an edition and tells all browsers, unless ctx is done before.
func (s *server) build(ctx context.Context, seen time.Time) {
	r := s.make(ctx)
	before := s.current.Load()
	var last *edition
	if before != nil {
		last = before.edition
	}
	e := newEdition(ctx, r, last)
	if e == nil || ctx.Err() != nil {
		return
	}
	s.publish(e, last, time.Since(seen))
	runtime.GC() // now, and not during the next build
}

// translated are problems in a language.
func translated(all []Problem, language string) []Problem {
	out := append([]Problem{}, all...)
	for i := range out {
		said, rule := out[i].Text, ""
		if at := strings.LastIndex(said, " ["); at >= 0 && strings.HasSuffix(said, "]") {
			said, rule = said[:at], said[at:] // the rule's name is what an author allows it by
		}
		out[i].Text = tongue.Text(language, said) + rule
		out[i].Hint = tongue.Text(language, out[i].Hint)
	}
	return out
}

// publish puts an edition in the place of the one before.
func (s *server) publish(e, before *edition, took time.Duration) {
	s.version++
	n := news{Run: s.run, Version: s.version, Took: float64(took.Microseconds()) / 1000,
		Stale: e.stale, Views: e.views, Problems: e.problems, Root: s.Root, Editor: s.Editor,
		Language: s.Language,
		Pictures: e.changed(before, mostSent)}
	if e.report != nil {
		n.Title, n.Language = e.report.Title, e.report.Language
	}
	n.Problems = translated(e.problems, n.Language)
	n.Words = wordsIn(n.Language)
	message, err := json.Marshal(n)
	if err != nil {
		panic(err) // it holds only what can be written
	}
	s.before.Store(s.current.Load())
	s.current.Store(&published{edition: e, version: s.version, message: message})
	s.tell()
}

// words are what the page itself says. What is wrong is told in the words of build and check.
const words = tongue.Room("preview")

// wordsIn are those of a language as the page takes them: one|many becomes a list.
func wordsIn(language string) map[string]any {
	all := map[string]any{}
	for key, s := range words.All(language) {
		all[key] = s
		if one, many, counted := strings.Cut(s, "|"); counted {
			all[key] = [2]string{one, many}
		}
	}
	return all
}
