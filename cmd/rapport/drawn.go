package main

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"os"
	"runtime/debug"
	"slices"
	"strings"
	"sync"

	"rapport/cmd/internal/drafts"
	"rapport/cmd/internal/snapshot"
	"rapport/layout/web"
)

// drawnName is the file in the folder of a web edition that says what its drawings were made of.
const drawnName = ".rapport-drawn"

// sum names a content; "" is that of nothing.
type sum string

func sumOf(b []byte) sum {
	h := sha256.Sum256(b)
	return sum(hex.EncodeToString(h[:]))
}

// drawings are the files for download of a web edition. They take ten times as long as the page, so
// those that lie in the folder already are taken from there: all of them when program and content are
// the same, else the ones that are painted from the same picture. A file that somebody has changed is
// drawn anew.
type drawings struct {
	folder *drafts.Folder
	whole  sum // of the program and all the content; "" when it is not known
	same   bool
	before map[string]drawnFile

	mu  sync.Mutex
	now map[string]drawnFile
}

// drawnFile is a file that was drawn, and what it was painted from.
type drawnFile struct{ source, content sum }

// earlierDrawn reads what is there in the place of a folder.
func earlierDrawn(folder *drafts.Folder, reading *snapshot.Reading) *drawings {
	d := &drawings{folder: folder, before: map[string]drawnFile{}, now: map[string]drawnFile{}}
	program, ok := programSum()
	if !ok {
		return d
	}
	content := reading.Sum()
	d.whole = sumOf(append(content[:], program...))
	list, err := folder.Earlier(drawnName)
	if err != nil {
		return d
	}
	head, lines, _ := strings.Cut(string(list), "\n")
	made, by, _ := strings.Cut(head, " ")
	if sum(by) != sumOf([]byte(program)) {
		return d
	}
	d.same = sum(made) == d.whole
	for line := range strings.Lines(lines) {
		if f := strings.SplitN(strings.TrimSuffix(line, "\n"), " ", 3); len(f) == 3 {
			d.before[f[2]] = drawnFile{sum(f[0]), sum(f[1])}
		}
	}
	return d
}

// list is what a later run reads.
func (d *drawings) list() []byte {
	program, _ := programSum()
	b := fmt.Appendf(nil, "%s %s\n", d.whole, sumOf([]byte(program)))
	names := make([]string, 0, len(d.now))
	for name := range d.now {
		names = append(names, name)
	}
	slices.Sort(names)
	for _, name := range names {
		b = fmt.Appendf(b, "%s %s %s\n", d.now[name].source, d.now[name].content, name)
	}
	return b
}

// file is the content of a file: drawn, or as it lies there.
func (d *drawings) file(f *web.File) ([]byte, error) {
	if !f.Download || d.whole == "" {
		return written(f)
	}
	before, known := d.before[f.Name]
	if known && d.same {
		if content, ok := d.earlier(f.Name, before); ok {
			return content, nil
		}
	}
	var source sum
	if f.Source != nil {
		b, err := f.Source()
		if err != nil {
			return nil, err
		}
		source = sumOf(b)
		if known && before.source == source {
			if content, ok := d.earlier(f.Name, before); ok {
				return content, nil
			}
		}
	}
	content, err := written(f)
	if err == nil {
		d.note(f.Name, drawnFile{source, sumOf(content)})
	}
	return content, err
}

// earlier is a file as it lies there, if nobody has changed it.
func (d *drawings) earlier(name string, before drawnFile) ([]byte, bool) {
	content, err := d.folder.Earlier(name)
	if err != nil || sumOf(content) != before.content {
		return nil, false
	}
	d.note(name, before)
	return content, true
}

func (d *drawings) note(name string, f drawnFile) {
	d.mu.Lock()
	d.now[name] = f
	d.mu.Unlock()
}

func written(f *web.File) ([]byte, error) {
	var b bytes.Buffer
	err := f.Write(&b)
	return b.Bytes(), err
}

// programSum says which program this is: its file's size and time, and the commit it was built from.
var programSum = sync.OnceValues(func() (string, bool) {
	path, err := os.Executable()
	if err != nil {
		return "", false
	}
	info, err := os.Stat(path)
	if err != nil {
		return "", false
	}
	name := fmt.Sprint(info.Size(), info.ModTime().UnixNano())
	if build, ok := debug.ReadBuildInfo(); ok {
		name += revision(build)
	}
	return name, true
})
