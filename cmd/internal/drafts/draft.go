// Package drafts writes files that are never half there. A draft is written beside the file that it
// will replace, under a hidden name; commit puts it in its place in one step. Whoever reads the
// folder finds the earlier file or the new one, whatever stops the program in between: a problem in
// the content, a full disk, a signal.
//
// Where to start. [New] begins a draft, it is an [io.Writer], and then
//
//	defer draft.Discard() // takes nothing away after Commit
//	...write...
//	draft.Finish()        // everything is on the disk
//	draft.Commit()        // and stands under its name
//
// Several files that belong together are all finished before the first is committed, so a problem
// in one leaves all of them as they were.
//
// What is left out: locks. Two programs that write the same file at the same time both succeed, and
// the later one stays.
package drafts

import (
	"bufio"
	"context"
	"fmt"
	"os"
	"path/filepath"
)

// Draft is a file that is written beside the one it will replace. Until Commit there is no trace of
// it under the final name, and an earlier file stays as it was; after Discard there is none at all.
//
// The file on disk, and the folders it lies in, come with the first byte.
type Draft struct {
	ctx  context.Context // once it is done, writing fails
	path string
	file *os.File // nil before the first byte and after Commit or Discard
	out  *bufio.Writer
	size int64
}

// New begins a draft of the file that will stand at path. Once ctx is done, writing to it fails.
func New(ctx context.Context, path string) *Draft { return &Draft{ctx: ctx, path: path} }

// Path is where the file will stand.
func (d *Draft) Path() string { return d.path }

// Size is how many bytes were written.
func (d *Draft) Size() int64 { return d.size }

// Write appends to the draft.
func (d *Draft) Write(b []byte) (int, error) {
	if err := d.ctx.Err(); err != nil {
		return 0, err
	}
	if d.file == nil {
		if err := d.create(); err != nil {
			return 0, err
		}
	}
	n, err := d.out.Write(b)
	d.size += int64(n)
	return n, err
}

// create opens the file under a hidden name of this process. It has no os.CreateTemp, because that
// makes files which nobody else may read.
func (d *Draft) create() error {
	dir, base := filepath.Split(d.path)
	if err := os.MkdirAll(filepath.Clean(dir), 0o777); err != nil {
		return err
	}
	name := filepath.Join(dir, fmt.Sprintf(".%s.%d", base, os.Getpid()))
	file, err := os.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_TRUNC, 0o666)
	if err != nil {
		return err
	}
	d.file, d.out = file, bufio.NewWriterSize(file, 64<<10)
	return nil
}

// Finish brings all bytes to the disk, so that the rename in Commit cannot overtake them.
func (d *Draft) Finish() error {
	if d.file == nil {
		return nil
	}
	if err := d.out.Flush(); err != nil {
		return err
	}
	if err := d.file.Sync(); err != nil {
		return err
	}
	return d.file.Close()
}

// Commit puts a finished draft in its place.
func (d *Draft) Commit() error {
	if d.file == nil {
		return nil
	}
	if err := os.Rename(d.file.Name(), d.path); err != nil {
		return err
	}
	d.file = nil
	return nil
}

// Discard removes a draft that has not been committed.
func (d *Draft) Discard() {
	if d.file == nil {
		return
	}
	_ = d.file.Close() // a second time, perhaps
	_ = os.Remove(d.file.Name())
	d.file = nil
}
