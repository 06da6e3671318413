package source

import (
	"errors"
	"io/fs"
	"path"
	"sort"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// composed is a text in Unicode normalization form C (Unicode Standard Annex 15). Two texts that
// read alike may be written apart: macOS gives «å» as an a and a ring. In form C they are the same
// characters, so that labels, keys and names can be compared, counted and set.
func composed(s string) string { return norm.NFC.String(s) }

// Same says whether two names are the same text, in whichever form each is written.
func Same(a, b string) bool { return composed(a) == composed(b) }

// Offsets says where an offset in what a reader makes of a text (without a byte order mark, in form C)
// is in the text itself. It is for programs that change a file in place.
func Offsets(text string) func(offset int) int {
	mark := len(text) - len(strings.TrimLeft(text, "\ufeff"))
	rest := text[mark:]
	if norm.NFC.IsNormalString(rest) {
		return func(offset int) int { return mark + min(offset, len(rest)) }
	}
	type pair struct{ composed, written int }
	var pairs []pair
	made := 0
	for at := 0; at < len(rest); {
		size := norm.NFC.NextBoundaryInString(rest[at:], true)
		pairs = append(pairs, pair{made, at})
		made += len(norm.NFC.String(rest[at : at+size]))
		at += size
	}
	pairs = append(pairs, pair{made, len(rest)})
	return func(offset int) int {
		k := sort.Search(len(pairs), func(i int) bool { return pairs[i].composed > offset })
		p := pairs[max(k-1, 0)]
		return mark + min(p.written+offset-p.composed, len(rest))
	}
}

// compose brings the text of a string node into form C where escapes wrote it otherwise (the text
// of the file is in form C already), and keeps the places of what did not change.
func (n *Node) compose(s string) string {
	if norm.NFC.IsNormalString(s) {
		return s
	}
	var out []byte
	var parts []stretch
	for at := 0; at < len(s); {
		size := norm.NFC.NextBoundaryInString(s[at:], true)
		parts = append(parts, stretch{decoded: len(out), written: n.place(at)})
		out = norm.NFC.AppendString(out, s[at:at+size])
		at += size
	}
	n.stretches = append(parts, stretch{decoded: len(out), written: n.place(len(s))})
	return string(out)
}

// composeKeys brings keys into form C that escapes wrote otherwise.
func (n *Node) composeKeys() {
	for _, c := range n.Children {
		if name := composed(c.Name); name != c.Name {
			delete(n.byName, c.Name)
			c.Name = name
			n.byName[name] = c
		}
	}
}

// Composed is a file system whose names are in form C when they are listed, and found in whichever
// form they are asked for.
func Composed(fsys fs.FS) fs.FS {
	if done, ok := fsys.(composedFS); ok {
		return done
	}
	return composedFS{fsys}
}

type composedFS struct{ fsys fs.FS }

func (c composedFS) Open(name string) (fs.File, error) { return found(c, name, c.fsys.Open) }

func (c composedFS) Stat(name string) (fs.FileInfo, error) {
	return found(c, name, func(name string) (fs.FileInfo, error) { return fs.Stat(c.fsys, name) })
}

func (c composedFS) ReadFile(name string) ([]byte, error) {
	return found(c, name, func(name string) ([]byte, error) { return fs.ReadFile(c.fsys, name) })
}

// ReadDir lists a folder. A name that would be there twice stays as it is.
func (c composedFS) ReadDir(name string) ([]fs.DirEntry, error) {
	entries, err := found(c, name,
		func(name string) ([]fs.DirEntry, error) { return fs.ReadDir(c.fsys, name) })
	taken := map[string]bool{}
	for _, e := range entries {
		taken[e.Name()] = true
	}
	for i, e := range entries {
		if name := composed(e.Name()); !taken[name] {
			taken[name] = true
			entries[i] = composedEntry{e, name}
		}
	}
	return entries, err
}

// composedEntry is an entry of a folder under the name that it has in form C.
type composedEntry struct {
	fs.DirEntry
	name string
}

func (e composedEntry) Name() string { return e.name }

// found asks for a name as it is given, and when there is none, as it is written on disk.
func found[T any](c composedFS, name string, ask func(string) (T, error)) (T, error) {
	result, err := ask(name)
	if !errors.Is(err, fs.ErrNotExist) {
		return result, err
	}
	if written, ok := c.written(name); ok {
		return ask(written)
	}
	return result, err
}

// written is a name as it is written on disk, when it differs in its form alone.
func (c composedFS) written(name string) (string, bool) {
	dir, base := path.Split(name)
	if dir = path.Clean(dir); dir != "." {
		parent, ok := c.written(dir)
		if !ok {
			return "", false
		}
		dir = parent
	}
	there := path.Join(dir, base)
	if _, err := fs.Stat(c.fsys, there); err == nil {
		return there, true
	}
	if ascii(base) {
		return "", false
	}
	entries, _ := fs.ReadDir(c.fsys, dir)
	for _, e := range entries {
		if composed(e.Name()) == composed(base) {
			return path.Join(dir, e.Name()), true
		}
	}
	return "", false
}

func ascii(s string) bool {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}
