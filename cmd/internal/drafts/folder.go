package drafts

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
)

// listName is the file in a folder that names the others, a line each: by it a later run knows what
// it may replace.
const listName = ".rapport-files"

// mostSyncing is how many files of a folder are brought to the disk at a time.
const mostSyncing = 16

// Folder is a folder of files that is written beside the one it will replace, as a Draft is. Nothing
// of it is in the place of the earlier one before Commit, which puts all there in one step.
//
// A folder that holds what no Folder wrote is not replaced: see Foreign.
type Folder struct {
	ctx   context.Context
	path  string
	temp  string // "" before the first file and after Commit or Discard
	size  int64
	files []*Draft
}

// NewFolder begins a folder that will stand at path. Once ctx is done, writing to it fails.
func NewFolder(ctx context.Context, path string) *Folder {
	return &Folder{ctx: ctx, path: filepath.Clean(path)}
}

// Path is where the folder will stand.
func (f *Folder) Path() string { return f.path }

// Size is how many bytes its files have.
func (f *Folder) Size() int64 { return f.size }

// Foreign names what lies in the place of the folder and was not written as a Folder: the folder
// must not be replaced while there is any. What desktops leave in every folder does not count.
func (f *Folder) Foreign() ([]string, error) {
	info, err := os.Lstat(f.path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, nil
	case err != nil:
		return nil, err
	case !info.IsDir():
		return nil, fmt.Errorf("%s is no folder", f.path)
	}
	own := []string{listName, ".DS_Store", "Thumbs.db", "desktop.ini"}
	if list, err := os.ReadFile(filepath.Join(f.path, listName)); err == nil {
		own = append(own, strings.Split(string(list), "\n")...)
	}
	var foreign []string
	err = filepath.WalkDir(f.path, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		name, err := filepath.Rel(f.path, path)
		if err != nil {
			return err
		}
		name = filepath.ToSlash(name)
		if !slices.Contains(own, name) && !slices.Contains(own[:4], filepath.Base(path)) {
			foreign = append(foreign, name)
		}
		return nil
	})
	return foreign, err
}

// Write writes a file of the folder, by its name with slashes.
func (f *Folder) Write(name string, write func(io.Writer) error) error {
	if f.temp == "" {
		dir, base := filepath.Split(f.path)
		f.temp = filepath.Join(dir, fmt.Sprintf(".%s.%d", base, os.Getpid()))
		if err := os.RemoveAll(f.temp); err != nil { // of a process of this number that was killed
			return err
		}
	}
	d := New(f.ctx, filepath.Join(f.temp, filepath.FromSlash(name)))
	f.files = append(f.files, d)
	if err := write(d); err != nil {
		return err
	}
	f.size += d.Size()
	return nil
}

// Earlier reads a file of the folder that stands in its place now, by its name with slashes.
func (f *Folder) Earlier(name string) ([]byte, error) {
	return os.ReadFile(filepath.Join(f.path, filepath.FromSlash(name)))
}

// Finish lists the files and brings all of them to the disk.
func (f *Folder) Finish() error {
	var names []string
	for _, d := range f.files {
		name, err := filepath.Rel(f.temp, d.path)
		if err != nil {
			return err
		}
		names = append(names, filepath.ToSlash(name))
	}
	slices.Sort(names)
	err := f.Write(listName, func(w io.Writer) error {
		_, err := io.WriteString(w, strings.Join(names, "\n")+"\n")
		return err
	})
	if err != nil {
		return err
	}
	return f.FinishUnlisted()
}

// FinishUnlisted is Finish of a folder that its reader goes on with: no later run replaces it.
func (f *Folder) FinishUnlisted() error {
	errs := make([]error, len(f.files))
	var all sync.WaitGroup
	room := make(chan struct{}, mostSyncing)
	for i, d := range f.files {
		room <- struct{}{}
		all.Go(func() {
			if errs[i] = d.Finish(); errs[i] == nil {
				errs[i] = d.Commit() // inside the hidden folder
			}
			<-room
		})
	}
	all.Wait()
	return errors.Join(errs...)
}

// Commit puts a finished folder in its place. The earlier one stands there until it does.
func (f *Folder) Commit() error {
	old := f.temp + ".old"
	err := os.Rename(f.path, old)
	before := err == nil
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	if err := os.Rename(f.temp, f.path); err != nil {
		if before {
			err = errors.Join(err, os.Rename(old, f.path))
		}
		return err
	}
	f.temp, f.files = "", nil
	if before {
		return os.RemoveAll(old)
	}
	return nil
}

// Discard removes a folder that has not been committed.
func (f *Folder) Discard() {
	for _, d := range f.files {
		d.Discard()
	}
	if f.temp != "" {
		_ = os.RemoveAll(f.temp)
	}
	f.temp, f.files = "", nil
}
