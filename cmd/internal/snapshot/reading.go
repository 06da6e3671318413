package snapshot

import (
	"crypto/sha256"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"slices"
	"sync"
)

// Reading is a file system that notes what is asked of it and what it answers. Two readings of equal
// sums were told the same, so that whatever was made of one is what would be made of the other. It may
// be used from several goroutines when its file system may.
type Reading struct {
	fs   fs.FS
	mu   sync.Mutex
	told map[string][sha256.Size]byte // by question
}

// NewReading begins a reading.
func NewReading(fsys fs.FS) *Reading {
	return &Reading{fs: fsys, told: map[string][sha256.Size]byte{}}
}

// Sum is what was asked and answered so far.
func (r *Reading) Sum() [sha256.Size]byte {
	r.mu.Lock()
	defer r.mu.Unlock()
	all := sha256.New()
	for _, question := range slices.Sorted(maps.Keys(r.told)) {
		fmt.Fprintf(all, "%q %x\n", question, r.told[question])
	}
	return [sha256.Size]byte(all.Sum(nil))
}

func (r *Reading) note(kind, name string, answer []byte, err error) {
	if err != nil {
		answer = append([]byte("! "), err.Error()...)
	}
	sum := sha256.Sum256(answer)
	r.mu.Lock()
	r.told[kind+" "+name] = sum
	r.mu.Unlock()
}

// Open opens a file, whose whole content counts as told.
func (r *Reading) Open(name string) (fs.File, error) {
	f, err := r.fs.Open(name)
	if err != nil {
		r.note("file", name, nil, err)
		return f, err
	}
	if info, err := f.Stat(); err == nil && !info.IsDir() {
		content, err := fs.ReadFile(r.fs, name)
		r.note("file", name, content, err)
		return f, nil
	}
	return &listing{f, r, name}, nil
}

// listing is a folder that was opened.
type listing struct {
	fs.File
	reading *Reading
	name    string
}

// ReadDir lists the folder; how far it was read does not matter, all of it counts as told.
func (l *listing) ReadDir(n int) ([]fs.DirEntry, error) {
	if _, err := l.reading.ReadDir(l.name); err != nil {
		return nil, err
	}
	dir, ok := l.File.(fs.ReadDirFile)
	if !ok {
		return nil, io.ErrUnexpectedEOF
	}
	return dir.ReadDir(n)
}

// ReadFile reads a file.
func (r *Reading) ReadFile(name string) ([]byte, error) {
	content, err := fs.ReadFile(r.fs, name)
	r.note("file", name, content, err)
	return content, err
}

// Stat describes a file: that it is there, what it is, and how long.
func (r *Reading) Stat(name string) (fs.FileInfo, error) {
	info, err := fs.Stat(r.fs, name)
	var answer []byte
	if err == nil {
		answer = fmt.Appendf(nil, "%v", info.Mode().Type())
		if info.Mode().IsRegular() {
			answer = fmt.Appendf(answer, " %d", info.Size())
		}
	}
	r.note("stat", name, answer, err)
	return info, err
}

// ReadDir lists a folder.
func (r *Reading) ReadDir(name string) ([]fs.DirEntry, error) {
	entries, err := fs.ReadDir(r.fs, name)
	var answer []byte
	for _, e := range entries {
		answer = fmt.Appendf(answer, "%q %v\n", e.Name(), e.Type())
	}
	r.note("folder", name, answer, err)
	return entries, err
}
