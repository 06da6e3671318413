package source

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"runtime"
	"sync"
)

// maxInput is how many bytes the files of a report, and of the surveys it uses, may have together.
const maxInput = 16 << 20

// MaxProblems ends the search in a file that is not what it says it is.
const MaxProblems = 1000

// NewReader reads files below a content folder.
func NewReader(fsys fs.FS) *Reader {
	return &Reader{FS: Composed(fsys), Folders: map[string]*Node{}, Lines: Lines{}}
}

// Reader reads TOML files of one report, and collects what is wrong in them.
type Reader struct {
	FS       fs.FS
	size     int // bytes read so far
	Problems Problems
	// Warnings are what is done in the nearest way instead of as it is asked for.
	Warnings Problems

	// Drawing reads an SVG as whoever prints it will, and tells what is drawn in another way; nil
	// takes all as they are.
	Drawing func(data []byte) (notes []string, err error)

	// Asked is told of each key that is asked for; nil mostly. Tests hold the published schema to it.
	Asked func(Ask)

	// Incomplete is set when a file could not be read. What it might have defined is then not
	// called missing or unknown; all that could be read is still checked.
	Incomplete bool

	// Language is that of the author, as far as it is known: nb, nn or en.
	Language string

	Folders map[string]*Node // merged files by folder, nil for a folder that holds nothing readable
	Lines   Lines            // of the files that were read
	Allows  []Allow
	roots   []*Node // of the files that were read
	doubts  []Problem
}

// Doubt tells of something that is read in another way than it may have been meant.
func (r *Reader) Doubt(n *Node, at Span, text, hint string) {
	r.doubted(n.Problem(at, text, hint))
}

func (r *Reader) doubted(p Problem) {
	if len(r.doubts) < MaxProblems {
		r.doubts = append(r.doubts, p)
	}
}

// Doubts are what the reader has told of since it was last asked for them.
func (r *Reader) Doubts() []Problem {
	all := r.doubts
	r.doubts = nil
	return all
}

// Problem reports a mistake at a span of a node's file.
func (r *Reader) Problem(n *Node, at Span, text, hint string) {
	if len(r.Problems) >= MaxProblems {
		return
	}
	r.Problems = append(r.Problems, n.Problem(at, text, hint))
}

func (r *Reader) AtKey(n *Node, text, hint string)   { r.Problem(n, n.Key, text, hint) }
func (r *Reader) AtValue(n *Node, text, hint string) { r.Problem(n, n.Value, text, hint) }

// Warn tells of a value that is done in the nearest way.
func (r *Reader) Warn(n *Node, text, hint string) {
	if len(r.Warnings) < MaxProblems {
		r.Warnings = append(r.Warnings, n.Problem(n.Value, text, hint))
	}
}

// atFile reports a problem with a file or folder as a whole.
func (r *Reader) atFile(name, text, hint string) {
	r.Problems = append(r.Problems, ofFile(name, text, hint))
}

// ofFile is a problem with a file or folder as a whole.
func ofFile(name, text, hint string) Problem {
	return Problem{Pos: Pos{File: name, Line: 1, Column: 1}, Width: 1, Text: Readable(text),
		Hint: Readable(hint)}
}

// Folder is all .toml files of a folder read together, in the order of their names; nil when there
// are none that could be read. Files that only look as if they were meant to be read are told of.
func (r *Reader) Folder(dir string) *Node {
	if root, ok := r.Folders[dir]; ok {
		return root
	}
	r.Folders[dir] = nil
	found, err := list(r.FS, dir)
	if err != nil {
		r.Incomplete = true
		r.atFile(dir, "cannot read the folder: "+Reason(err), "")
		return nil
	}
	r.passedOver(found)
	var root *Node
	for _, n := range r.all(found.files) {
		if n == nil {
			r.Incomplete = true
		} else if root == nil {
			root = n
		} else {
			r.merge(root, n)
		}
	}
	r.Folders[dir] = root
	return root
}

// Peek reads which keys a file has and how their values are written, without judging any of it; nil
// when the file cannot be read or the word does not stand in it.
func Peek(fsys fs.FS, file, word string) *Node {
	if info, err := fs.Stat(fsys, file); err != nil || info.Size() > maxInput {
		return nil
	}
	data, err := fs.ReadFile(fsys, file)
	if err != nil || !bytes.Contains(data, []byte(word)) {
		return nil
	}
	return index(newFile(file, string(data))).root
}

// File reads a file, checks that it is text and TOML, and returns its values with their places.
func (r *Reader) File(name string) *Node { return r.all([]string{name})[0] }

// all reads files, as many at a time as there are processors; nil stands for one that cannot be read.
func (r *Reader) all(names []string) []*Node {
	files := make([]*parsed, len(names))
	room := make(chan struct{}, runtime.GOMAXPROCS(0))
	var parsing sync.WaitGroup
	for i, name := range names {
		if files[i] = r.open(name); files[i] == nil {
			continue
		}
		room <- struct{}{}
		parsing.Go(func() {
			files[i].parse()
			<-room
		})
	}
	parsing.Wait()
	nodes := make([]*Node, len(names))
	for i, p := range files {
		if p != nil {
			nodes[i] = r.judge(p)
		}
	}
	return nodes
}

// parsed is a file that is text, and what TOML makes of it.
type parsed struct {
	file   *File
	at     positions
	values map[string]any
	err    error
	panics any // of the decoder, where it should not
}

// open reads a file that is text.
func (r *Reader) open(name string) *parsed {
	data, ok := r.read(name)
	if !ok {
		return nil
	}
	s := newFile(name, data)
	r.Lines[name] = s
	if !r.isText(s) {
		return nil
	}
	return &parsed{file: s}
}

// parse finds the places and the values of a file. It touches nothing else.
func (p *parsed) parse() {
	defer func() { p.panics = recover() }()
	if p.at = index(p.file); p.at.deep < 0 {
		p.values, p.err = decode(p.file.text)
	}
}

// judge tells what is wrong with a file; nil when it is of no use.
func (r *Reader) judge(p *parsed) *Node {
	switch at := p.at; {
	case p.panics != nil:
		panic(p.panics)
	case at.deep >= 0:
		r.Problem(at.root, Span{at.deep, at.deep + 1},
			fmt.Sprintf("nested more than %d deep", maxDepth), "")
		return nil
	case p.err != nil:
		r.broken(p.file, at, p.err)
		return nil
	case at.twice != nil: // the decoder lets some of these pass
		r.definedTwice(p.file, at)
		return nil
	default:
		r.fill(at.root, p.values)
		r.roots = append(r.roots, at.root)
		return at.root
	}
}

// read reads a file within what is left of maxInput.
func (r *Reader) read(name string) (string, bool) {
	info, err := fs.Stat(r.FS, name)
	if err == nil && info.Size() > int64(maxInput-r.size) {
		r.tooLarge(name)
		return "", false
	}
	var data []byte
	if err == nil {
		data, err = fs.ReadFile(r.FS, name)
	}
	if err != nil {
		r.atFile(name, "cannot read the file: "+Reason(err), afterLink(r.FS, name))
		return "", false
	}
	if r.size += len(data); r.size > maxInput {
		r.tooLarge(name)
		return "", false
	}
	return string(data), true
}

func (r *Reader) tooLarge(name string) {
	r.atFile(name, "more than 16 MiB of input, counted over all files of the report",
		"counts and words need far less: is a picture or a data dump among the .toml files?")
}

// Reason is an error of the file system without its path, which the problem names already.
func Reason(err error) string {
	var pathError *fs.PathError
	if errors.As(err, &pathError) {
		return pathError.Err.Error()
	}
	return err.Error()
}

func Quoted(s string) string { return `"` + s + `"` }

// merge adds the keys of another file of the folder. Lists of tables are joined; a table that one
// file opens and another only goes through is one table; everything else may stand in one file
// only.
func (r *Reader) merge(into, from *Node) {
	for _, c := range from.Children {
		old := into.byName[c.Name]
		switch {
		case old == nil:
			c.Parent = into
			into.Children = append(into.Children, c)
			into.byName[c.Name] = c
		case old.Kind == TablesNode && c.Kind == TablesNode:
			for _, item := range c.Children {
				item.Parent = old
			}
			old.Children = append(old.Children, c.Children...)
		case old.Kind == TableNode && c.Kind == TableNode && !(old.explicit && c.explicit):
			if c.explicit {
				old.file, old.Key, old.Value, old.explicit = c.file, c.Key, c.Value, true
			}
			r.merge(old, c)
		case old.Kind == TablesNode && c.Kind == TableNode && !c.explicit:
			r.AtKey(c, Quoted(c.Path())+" is a list of tables, and none is open here",
				"begin the file with [["+c.Path()+"]]")
		default:
			r.AtKey(c, Quoted(c.Path())+" is defined in two files",
				"first defined at "+old.KeyPos().String())
		}
	}
}
