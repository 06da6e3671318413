// Package editions makes many editions of one report, one for each group: on one machine, or a share of
// them on each of many.
//
// # The idea
//
// An edition is independent of all others, so a run is a list, workers, and a journal of what is done.
// Each file is written whole or not at all, then noted in the journal of the run's [Shard] with the sum
// of its bytes and the sum of what it was made from. A run that was killed is begun again, and makes
// only what is missing or was made from something else. A fault in one edition is told with its name,
// and the others are made.
//
// # Where to start
//
// [Job.Run] makes, [Verify] holds what is there to what ought to be. A [Store] is where files go: a
// folder, or object storage.
//
// # Left out
//
// What an edition is: the caller makes its files ([Job.Make]). Scheduling is the batch engine's: a
// shard is a number that it hands out.
//
// # Dependencies
//
// golang.org/x/text takes the marks off letters, for names of files. minio/minio-go (v7.3.0) speaks S3
// with all the stores that do; gocloud.dev/blob, which speaks with two more, makes the program 22 MB
// larger where this makes it 6 (May 2026).
package editions

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"runtime/debug"
	"slices"
	"strings"
	"sync"
	"time"
)

// File is a file of an edition.
type File struct {
	Name string // in the store
	Data []byte
}

// Job is a run over some editions.
type Job struct {
	Store Store
	Shard Shard
	Jobs  int      // how many at a time
	Names []string // of all editions, of every shard, in order: each its own
	From  string   // a sum of what all are made from
	Make  func(ctx context.Context, name string) ([]File, error)
	// Progress is told after each edition, and Failed of each that could not be made.
	Progress func(Progress)
	Failed   func(name string, err error)
}

// Progress is how far a run is.
type Progress struct {
	Done, Of int // of the shard's
	Kept     int // of those done, that were there already
	Failed   int
	Left     time.Duration // an estimate; 0 while there is none
}

// Entry is a line of a journal: a file that is done.
type Entry struct {
	Edition string `json:"edition"`
	File    string `json:"file"`
	Sum     string `json:"sha256"`
	Size    int    `json:"bytes"`
	From    string `json:"from"`
}

// journalName is the name of a shard's journal.
func journalName(s Shard) string { return fmt.Sprintf("editions-%d-of-%d.jsonl", s.Number, s.Of) }

// isJournal says whether a file of the store is a journal.
func isJournal(name string) bool {
	return strings.HasPrefix(name, "editions-") && strings.HasSuffix(name, ".jsonl")
}

// parseJournal reads a journal as far as it is whole.
func parseJournal(data []byte) (all []Entry) {
	for line := range bytes.Lines(data) {
		var e Entry
		if json.Unmarshal(line, &e) != nil || e.File == "" {
			continue
		}
		all = append(all, e)
	}
	return all
}

func formatJournal(all []Entry) []byte {
	var b bytes.Buffer
	for _, e := range all {
		line, err := json.Marshal(e)
		if err != nil { // a struct of strings and numbers never fails
			panic(err)
		}
		b.Write(append(line, '\n'))
	}
	return b.Bytes()
}

// Sum is the sum of some bytes, as journals have it.
func Sum(data []byte) string {
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:])
}

// run is a Job that is running.
type run struct {
	Job
	mu       sync.Mutex
	entries  map[string][]Entry // of done editions, by name
	progress Progress
	started  time.Time
	made     int
	noted    time.Time // when the journal was written last
	broken   error     // of the journal: it stops the run
}

// journalEvery is how often the journal is written: what was done since is made again when a run is
// killed.
const journalEvery = 2 * time.Second

// ErrFailed says that some editions could not be made; Job.Failed was told which.
var ErrFailed = errors.New("some editions could not be made")

// Run makes the shard's editions that are not there, and gives how far it came. The error is ErrFailed,
// that of ctx, or that of the store.
func (j Job) Run(ctx context.Context) (Progress, error) {
	r := &run{Job: j, entries: map[string][]Entry{}, started: time.Now(), noted: time.Now()}
	mine := j.Shard.share(j.Names)
	r.progress.Of = len(mine)
	old, err := r.earlier(ctx)
	if err != nil {
		return r.progress, err
	}
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	next := make(chan string)
	var workers sync.WaitGroup
	for range max(1, min(j.Jobs, len(mine))) {
		workers.Go(func() {
			for name := range next {
				if err := r.one(ctx, name, old[name]); err != nil {
					stop()
				}
			}
		})
	}
	for _, name := range mine {
		if ctx.Err() != nil {
			break
		}
		next <- name
	}
	close(next)
	workers.Wait()
	if err := r.note(context.WithoutCancel(ctx)); err != nil && r.broken == nil {
		r.broken = err
	}
	switch {
	case r.broken != nil:
		return r.progress, r.broken
	case ctx.Err() != nil:
		return r.progress, ctx.Err()
	case r.progress.Failed > 0:
		return r.progress, ErrFailed
	}
	return r.progress, nil
}

// earlier is what the shard's journal has from an earlier run, by edition.
func (r *run) earlier(ctx context.Context) (map[string][]Entry, error) {
	data, err := r.Store.Get(ctx, journalName(r.Shard))
	if errors.Is(err, ErrNone) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	old := map[string][]Entry{}
	for _, e := range parseJournal(data) {
		old[e.Edition] = append(old[e.Edition], e)
	}
	return old, nil
}

// one makes an edition, unless it is there. The error is of the journal.
func (r *run) one(ctx context.Context, name string, old []Entry) error {
	if r.kept(ctx, old) {
		return r.done(ctx, name, old, true, nil)
	}
	files, err := r.make(ctx, name)
	var entries []Entry
	for _, f := range files {
		if err != nil {
			break
		}
		err = r.Store.Put(ctx, f.Name, f.Data)
		entries = append(entries, Entry{name, f.Name, Sum(f.Data), len(f.Data), r.From})
	}
	if ctx.Err() != nil {
		return nil // it was interrupted, and is made by the next run
	}
	return r.done(ctx, name, entries, false, err)
}

// kept says whether an edition is there as its journal has it, made from the same.
func (r *run) kept(ctx context.Context, old []Entry) bool {
	for _, e := range old {
		if e.From != r.From {
			return false
		}
		if sum, err := r.Store.Sum(ctx, e.File); err != nil || sum != e.Sum {
			return false
		}
	}
	return len(old) > 0
}

// make calls Make; what goes wrong in the program is the edition's error.
func (r *run) make(ctx context.Context, name string) (files []File, err error) {
	defer func() {
		if p := recover(); p != nil {
			files, err = nil, fmt.Errorf("the program failed: %v\n%s", p, debug.Stack())
		}
	}()
	return r.Make(ctx, name)
}

// done notes an edition that is made, or is not.
func (r *run) done(ctx context.Context, name string, entries []Entry, kept bool, err error) error {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.progress.Done++
	switch {
	case err != nil:
		r.progress.Failed++
		r.Failed(name, err)
	case kept:
		r.progress.Kept++
		r.entries[name] = entries
	default:
		r.entries[name] = entries
		r.made++
	}
	if r.made > 0 {
		left := r.progress.Of - r.progress.Done
		r.progress.Left = time.Since(r.started) / time.Duration(r.made) * time.Duration(left)
	}
	r.Progress(r.progress)
	if time.Since(r.noted) < journalEvery {
		return nil
	}
	r.broken = errors.Join(r.broken, r.write(ctx))
	return r.broken
}

// note writes the journal.
func (r *run) note(ctx context.Context) error {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.write(ctx)
}

// write writes the journal, in the order of the editions.
func (r *run) write(ctx context.Context) error {
	var all []Entry
	for _, name := range r.Names {
		all = append(all, r.entries[name]...)
	}
	r.noted = time.Now()
	return r.Store.Put(ctx, journalName(r.Shard), formatJournal(all))
}

// Fault is something that is not as it ought to be.
type Fault struct {
	Kind    FaultKind
	Edition string // "" of a file that belongs to none
	File    string // "" of an edition that is missing
}

// FaultKind is a kind of fault.
type FaultKind string

// Kinds of faults.
const (
	Missing   FaultKind = "is missing"
	Doubled   FaultKind = "is in two journals"
	Differs   FaultKind = "is not what its journal says"
	Stale     FaultKind = "was made from something else"
	Unknown   FaultKind = "is no edition of this report"
	Unwritten FaultKind = "is in no journal"
)

// Verify holds all journals and files of a store to the editions that there ought to be.
func Verify(ctx context.Context, store Store, names []string, from string) (faults []Fault, err error) {
	files, err := store.List(ctx)
	if err != nil {
		return nil, err
	}
	in := map[string]string{}   // the journal that has an edition
	noted := map[string]bool{}  // files
	wanted := map[string]bool{} // editions
	for _, name := range names {
		wanted[name] = true
	}
	for _, journal := range files {
		if !isJournal(journal) {
			continue
		}
		data, err := store.Get(ctx, journal)
		if err != nil {
			return nil, err
		}
		for _, e := range parseJournal(data) {
			noted[e.File] = true
			switch other := in[e.Edition]; {
			case !wanted[e.Edition]:
				faults = append(faults, Fault{Unknown, e.Edition, e.File})
				continue
			case other != "" && other != journal:
				faults = append(faults, Fault{Doubled, e.Edition, e.File})
				continue
			}
			in[e.Edition] = journal
			sum, err := store.Sum(ctx, e.File)
			switch {
			case errors.Is(err, ErrNone):
				faults = append(faults, Fault{Missing, e.Edition, e.File})
			case err != nil:
				return nil, err
			case sum != e.Sum:
				faults = append(faults, Fault{Differs, e.Edition, e.File})
			case e.From != from:
				faults = append(faults, Fault{Stale, e.Edition, e.File})
			}
		}
	}
	for _, name := range names {
		if in[name] == "" {
			faults = append(faults, Fault{Missing, name, ""})
		}
	}
	for _, file := range files {
		if !noted[file] && !isJournal(file) {
			faults = append(faults, Fault{Unwritten, "", file})
		}
	}
	slices.SortStableFunc(faults, func(a, b Fault) int { return strings.Compare(a.Edition, b.Edition) })
	return faults, nil
}
