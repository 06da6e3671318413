package main

import (
	"bufio"
	"context"
	"fmt"
	"os"
	"path/filepath"
)

// draft is a file that is written beside the one it will replace. Until commit there is no trace of it
// under the final name, and an earlier file stays as it was; after discard there is none at all.
//
// The file on disk, and the folders it lies in, come with the first byte.
type draft struct {
	ctx  context.Context // once it is done, writing fails
	path string
	file *os.File // nil before the first byte and after commit or discard
	out  *bufio.Writer
	size int64
}

// newDraft begins a draft of the file that will stand at path.
func newDraft(ctx context.Context, path string) *draft { return &draft{ctx: ctx, path: path} }

// Write appends to the draft.
func (d *draft) Write(b []byte) (int, error) {
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
func (d *draft) create() error {
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

// finish brings all bytes to the disk, so that the rename in commit cannot overtake them.
func (d *draft) finish() error {
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

// commit puts a finished draft in its place.
func (d *draft) commit() error {
	if d.file == nil {
		return nil
	}
	if err := os.Rename(d.file.Name(), d.path); err != nil {
		return err
	}
	d.file = nil
	return nil
}

// discard removes a draft that has not been committed.
func (d *draft) discard() {
	if d.file == nil {
		return
	}
	_ = d.file.Close() // a second time, perhaps
	_ = os.Remove(d.file.Name())
	d.file = nil
}
