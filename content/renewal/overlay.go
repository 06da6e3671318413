package renewal

import (
	"bytes"
	"io"
	"io/fs"
	"path"
	"slices"
	"strings"
	"time"
)

// overlay is a folder with some more files in it.
type overlay struct {
	base  fs.FS
	files map[string][]byte
}

// Open opens a file of either. A folder of both is listed as one.
func (o overlay) Open(name string) (fs.File, error) {
	if data, ok := o.files[name]; ok {
		return &opened{entry: entry{path.Base(name), int64(len(data)), false}, Reader: bytes.NewReader(data)}, nil
	}
	if o.isDir(name) {
		return &opened{entry: entry{path.Base(name), 0, true}, Reader: bytes.NewReader(nil)}, nil
	}
	return o.base.Open(name)
}

// isDir says whether one of the added files lies below a name.
func (o overlay) isDir(name string) bool {
	for file := range o.files {
		if name == "." || strings.HasPrefix(file, name+"/") {
			return true
		}
	}
	return false
}

// ReadDir lists what both have in a folder.
func (o overlay) ReadDir(name string) ([]fs.DirEntry, error) {
	list, err := fs.ReadDir(o.base, name)
	if err != nil && !o.isDir(name) {
		return nil, err
	}
	for file, data := range o.files {
		below := file
		if name != "." {
			var ok bool
			if below, ok = strings.CutPrefix(file, name+"/"); !ok {
				continue
			}
		}
		first, _, deeper := strings.Cut(below, "/")
		if !slices.ContainsFunc(list, func(e fs.DirEntry) bool { return e.Name() == first }) {
			list = append(list, entry{first, int64(len(data)), deeper})
		}
	}
	slices.SortFunc(list, func(a, b fs.DirEntry) int { return strings.Compare(a.Name(), b.Name()) })
	return list, nil
}

// entry describes an added file or folder.
type entry struct {
	name string
	size int64
	dir  bool
}

func (e entry) Name() string               { return e.name }
func (e entry) Size() int64                { return e.size }
func (e entry) IsDir() bool                { return e.dir }
func (e entry) ModTime() time.Time         { return time.Time{} }
func (e entry) Sys() any                   { return nil }
func (e entry) Info() (fs.FileInfo, error) { return e, nil }
func (e entry) Type() fs.FileMode          { return e.Mode().Type() }
func (e entry) Mode() fs.FileMode {
	if e.dir {
		return fs.ModeDir | 0o755
	}
	return 0o644
}

// opened is an added file that is being read.
type opened struct {
	entry
	io.Reader
}

func (f *opened) Stat() (fs.FileInfo, error) { return f.entry, nil }
func (f *opened) Close() error               { return nil }
