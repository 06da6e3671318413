package editions

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"rapport/cmd/internal/drafts"
)

// Store is where editions lie. It may be used from several goroutines.
type Store interface {
	// Put writes a file, whole or not at all.
	Put(ctx context.Context, name string, data []byte) error
	// Get reads a file; the error is ErrNone when there is none.
	Get(ctx context.Context, name string) ([]byte, error)
	// Sum is the SHA-256 of a file in hexadecimal; the error is ErrNone when there is none.
	Sum(ctx context.Context, name string) (string, error)
	// List are the names of all files, in order.
	List(ctx context.Context) ([]string, error)
}

// ErrNone says that a store does not have a file.
var ErrNone = errors.New("there is no such file")

// Folder is a store on a disk, by its path.
type Folder string

// Put writes a file beside where it will stand, brings it to the disk, and puts it in its place.
func (f Folder) Put(ctx context.Context, name string, data []byte) error {
	d := drafts.New(ctx, filepath.Join(string(f), name))
	defer d.Discard()
	if _, err := d.Write(data); err != nil {
		return err
	}
	if len(data) == 0 { // a draft without bytes is none
		return nil
	}
	if err := d.Finish(); err != nil {
		return err
	}
	return d.Commit()
}

// Get reads a file.
func (f Folder) Get(_ context.Context, name string) ([]byte, error) {
	data, err := os.ReadFile(filepath.Join(string(f), name))
	if errors.Is(err, fs.ErrNotExist) {
		return nil, ErrNone
	}
	return data, err
}

// Sum reads a file to sum it.
func (f Folder) Sum(_ context.Context, name string) (string, error) {
	file, err := os.Open(filepath.Join(string(f), name))
	if errors.Is(err, fs.ErrNotExist) {
		return "", ErrNone
	}
	if err != nil {
		return "", err
	}
	defer file.Close()
	sum := sha256.New()
	if _, err := io.Copy(sum, file); err != nil {
		return "", err
	}
	return hex.EncodeToString(sum.Sum(nil)), nil
}

// List are the files of the folder; hidden ones are drafts, or others'.
func (f Folder) List(context.Context) ([]string, error) {
	entries, err := os.ReadDir(string(f))
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	var names []string
	for _, e := range entries {
		if !e.IsDir() && !strings.HasPrefix(e.Name(), ".") {
			names = append(names, e.Name())
		}
	}
	slices.Sort(names)
	return names, err
}
