// Package snapshot reads a folder once. What a command has seen of a file (that it is there, how
// long it is, what stands in it) it sees again, so that two reports that share a survey share the
// same one, whatever an editor saves in between; and the file system is asked once.
//
// Where to start. [Of] wraps a file system for as long as a command runs.
//
// What is left out: files of more than 1 MiB are read each time, so that pictures are not held in
// memory; what has not been asked for yet is read when it is.
package snapshot

import (
	"io/fs"
	"slices"
	"sync"
)

// most is the size in bytes of the largest file that is kept.
const most = 1 << 20

// Of is the file system as it is when it is first asked. It may be used from several goroutines
// when fsys may.
func Of(fsys fs.FS) fs.FS { return &snapshot{FS: fsys} }

// snapshot remembers what it was told by name.
type snapshot struct {
	fs.FS
	infos   memory[fs.FileInfo]
	folders memory[[]fs.DirEntry]
	files   memory[[]byte]
}

// Stat describes a file.
func (s *snapshot) Stat(name string) (fs.FileInfo, error) {
	return s.infos.of(name, func() (fs.FileInfo, error) { return fs.Stat(s.FS, name) })
}

// ReadDir lists a folder.
func (s *snapshot) ReadDir(name string) ([]fs.DirEntry, error) {
	entries, err := s.folders.of(name,
		func() ([]fs.DirEntry, error) { return fs.ReadDir(s.FS, name) })
	return slices.Clone(entries), err
}

// ReadFile reads a file.
func (s *snapshot) ReadFile(name string) ([]byte, error) {
	if info, err := s.Stat(name); err != nil || info.Size() > most || !info.Mode().IsRegular() {
		return fs.ReadFile(s.FS, name)
	}
	data, err := s.files.of(name, func() ([]byte, error) { return fs.ReadFile(s.FS, name) })
	return slices.Clone(data), err
}

// memory is what was answered by name.
type memory[T any] struct {
	mu    sync.Mutex
	known map[string]answer[T]
}

type answer[T any] struct {
	value T
	err   error
}

func (m *memory[T]) of(name string, ask func() (T, error)) (T, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	known, ok := m.known[name]
	if !ok {
		if m.known == nil {
			m.known = map[string]answer[T]{}
		}
		known.value, known.err = ask()
		m.known[name] = known
	}
	return known.value, known.err
}
