// Package watch tells when something in a folder has changed.
//
// # The idea
//
// Folders are watched, not files, because editors do not write into a file: they write another one
// and put it in its place. Each folder below the root is watched, also those that come later. An
// editor's save is several events within some milliseconds, so a change is told when there has been
// quiet for a moment, and at the latest after a longer one.
//
// What the operating system tells is quick but not everywhere: network drives, some containers and
// a full table of watches tell nothing. So the folder is also looked through from time to time, by the
// names, sizes and times of its files; this alone finds every change, only later.
//
// # Where to start
//
// [Folder].
//
// # Left out
//
// What has changed, since the reader has to look at all of it anyway. Links out of the folder are not
// followed.
//
// # Dependencies
//
// github.com/fsnotify/fsnotify asks the operating system: inotify, kqueue and Windows have nothing in
// common that the standard library knows.
package watch

import (
	"context"
	"fmt"
	"hash/fnv"
	"io/fs"
	"path/filepath"
	"strings"
	"time"

	"github.com/fsnotify/fsnotify"
)

// Options say how patient a watcher is. A zero value is as stated.
type Options struct {
	Quiet time.Duration // without events before a change is told; 5 ms
	Most  time.Duration // that a change waits for quiet; 60 ms
	Look  time.Duration // between looks through the folder; 1 s, 200 ms when events cannot be had
	// Deaf leaves out what the operating system tells.
	Deaf bool
}

// Change is something that has changed.
type Change struct {
	Seen time.Time // when the first of it was noticed
}

// Folder tells of changes below a folder until ctx is done, when the channel is closed. A change that
// nobody has taken yet is not told twice.
func Folder(ctx context.Context, root string, o Options) <-chan Change {
	w := &watcher{root: root, out: make(chan Change, 1)}
	if !o.Deaf {
		w.listen()
	}
	if o.Quiet == 0 {
		o.Quiet = 5 * time.Millisecond
	}
	if o.Most == 0 {
		o.Most = 60 * time.Millisecond
	}
	if o.Look == 0 {
		o.Look = time.Second
		if w.events == nil {
			o.Look = 200 * time.Millisecond
		}
	}
	w.Options = o
	w.seen = w.look()
	go w.run(ctx)
	return w.out
}

type watcher struct {
	Options
	root   string
	out    chan Change
	events *fsnotify.Watcher // nil when the operating system tells nothing
	seen   uint64            // what the last look found
}

// listen asks the operating system to tell of the root.
func (w *watcher) listen() {
	events, err := fsnotify.NewWatcher()
	if err != nil {
		return
	}
	if err := events.Add(w.root); err != nil {
		_ = events.Close()
		return
	}
	w.events = events
}

func (w *watcher) run(ctx context.Context) {
	defer close(w.out)
	var told <-chan fsnotify.Event
	var failed <-chan error
	if w.events != nil {
		defer w.events.Close()
		told, failed = w.events.Events, w.events.Errors
	}
	look := time.NewTicker(w.Look)
	defer look.Stop()
	quiet := time.NewTimer(time.Hour)
	defer quiet.Stop()
	var first time.Time // of the change that waits for quiet
	note := func() {
		now := time.Now()
		if first.IsZero() {
			first = now
		}
		quiet.Reset(max(0, min(w.Quiet, first.Add(w.Most).Sub(now))))
	}
	for {
		select {
		case <-ctx.Done():
			return
		case e := <-told:
			if matters(e) {
				note()
			}
		case <-failed: // events were lost
			note()
		case <-look.C:
			if now := w.look(); now != w.seen {
				w.seen = now
				note()
			}
		case <-quiet.C:
			// New folders are listened to, and what changes from here on is told again, before anybody
			// reads.
			w.seen = w.look()
			w.tell(Change{first})
			first = time.Time{}
		}
	}
}

func (w *watcher) tell(c Change) {
	select {
	case w.out <- c:
	default: // the change before waits yet, and was seen earlier
	}
}

// matters says whether an event may change what a report says: not what editors put beside a file, and
// not that a file was read.
func matters(e fsnotify.Event) bool {
	return e.Op != fsnotify.Chmod && !aside(filepath.Base(e.Name))
}

// aside says whether a name is one that editors and desktops give to files of their own.
func aside(name string) bool {
	return strings.HasPrefix(name, ".") || strings.HasSuffix(name, "~") || name == "4913" ||
		strings.HasSuffix(name, ".tmp") || strings.HasPrefix(name, "#")
}

// look sums up the names, sizes and times of all files, and listens to folders that are new.
func (w *watcher) look() uint64 {
	sum := fnv.New64a()
	_ = filepath.WalkDir(w.root, func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return nil // it is gone meanwhile; the next look finds out
		}
		if path != w.root && aside(d.Name()) {
			if d.IsDir() {
				return filepath.SkipDir
			}
			return nil
		}
		if d.IsDir() {
			if w.events != nil {
				_ = w.events.Add(path) // again is nothing; a full table leaves it to the looks
			}
			return nil
		}
		if info, err := d.Info(); err == nil {
			fmt.Fprintf(sum, "%q %d %d %v\n", path, info.Size(), info.ModTime().UnixNano(), info.Mode())
		}
		return nil
	})
	return sum.Sum64()
}
