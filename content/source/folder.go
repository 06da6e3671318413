package source

import (
	"io/fs"
	"maps"
	"path"
	"slices"
	"strings"
)

// listing is what lies in a folder, as far as it concerns a reader of TOML. Hidden and temporary
// files are in none of its lists.
type listing struct {
	files    []string            // those to read, in the order of their names
	misnamed []string            // that seem to be meant for reading, and have another ending
	special  map[string]string   // that are no files, and what they are
	names    map[string]struct{} // all that lies there
}

// Import is the file beside survey.toml that says how an export becomes one. It is no part of a report.
const Import = "import.toml"

// Files are the .toml files of a folder, in the order of their names.
func Files(fsys fs.FS, dir string) ([]string, error) {
	found, err := list(fsys, dir)
	return found.files, err
}

// Files are the .toml files of a folder that need not be there, in the order of their names; those
// that only look as if they were meant to be read are told of.
func (r *Reader) Files(dir string) []string {
	found, _ := list(r.FS, dir)
	r.passedOver(found)
	return found.files
}

// Candidates are the .toml files of a folder, and those that lost that ending on their way.
func Candidates(fsys fs.FS, dir string) []string {
	found, _ := list(fsys, dir)
	return append(found.files, found.misnamed...)
}

func list(fsys fs.FS, dir string) (listing, error) {
	entries, err := fs.ReadDir(fsys, dir)
	l := listing{special: map[string]string{}, names: map[string]struct{}{}}
	for _, e := range entries {
		l.names[path.Join(dir, e.Name())] = struct{}{}
	}
	for _, e := range entries {
		if !temporary(e.Name()) {
			l.sort(fsys, path.Join(dir, e.Name()), e)
		}
	}
	return l, err
}

// temporary says whether a name is that of a hidden file, or of one that an operating system or a
// program keeps for a while beside the real one: ._survey.toml, .#survey.toml, ~$survey.toml,
// survey.toml~.
func temporary(name string) bool {
	return strings.HasPrefix(name, ".") || strings.HasPrefix(name, "~") ||
		strings.HasPrefix(name, "#") || strings.HasSuffix(name, "~")
}

// sort puts an entry into the list that it belongs to. A link counts as what it leads to; one that
// leads nowhere is among the files, and told of when it is read.
func (l *listing) sort(fsys fs.FS, file string, e fs.DirEntry) {
	kind := e.Type()
	if kind&fs.ModeSymlink != 0 {
		if info, err := fs.Stat(fsys, file); err == nil {
			kind = info.Mode().Type()
		} else {
			kind = 0
		}
	}
	right := path.Ext(file) == ".toml"
	if _, survey := l.names[path.Join(path.Dir(file), "survey.toml")]; survey && e.Name() == Import {
		return
	}
	switch {
	case right && kind == 0:
		l.files = append(l.files, file)
	case right:
		l.special[file] = kindOf(kind)
	case kind == 0 && (nearlyTOML(file) || lostEnding(file) && holdsTOML(fsys, file)):
		l.misnamed = append(l.misnamed, file)
	}
}

// kindOf is what something is that is no file.
func kindOf(mode fs.FileMode) string {
	switch {
	case mode.IsDir():
		return "a folder"
	case mode&fs.ModeNamedPipe != 0:
		return "a pipe"
	case mode&fs.ModeSocket != 0:
		return "a socket"
	}
	return "a device"
}

// nearlyTOML says whether a name ends as .toml is misspelt, or has one more ending after it:
// survey.TOML, survey.tml, survey.toml.txt.
func nearlyTOML(file string) bool {
	name := strings.ToLower(path.Base(file))
	ext := strings.TrimPrefix(path.Ext(name), ".")
	if before := strings.TrimSuffix(name, "."+ext); ext != "toml" && path.Ext(before) == ".toml" {
		switch ext {
		case "txt", "text", "md", "rtf", "doc", "docx", "odt", "pages", "html", "download":
			return true
		}
		return false // survey.toml.bak and its like are copies
	}
	return ext != "" && ext != name && distance([]rune(ext), []rune("toml")) <= 1
}

// lostEnding says whether a name has no ending, or that of plain text.
func lostEnding(file string) bool {
	ext := strings.ToLower(path.Ext(file))
	return ext == "" || ext == ".txt" || ext == ".text"
}

// holdsTOML says whether a file begins with a [table] and a key in it, after comments and empty
// lines.
func holdsTOML(fsys fs.FS, file string) bool {
	const enough = 1 << 10
	f, err := fsys.Open(file)
	if err != nil {
		return false
	}
	defer f.Close()
	head := make([]byte, enough)
	n, _ := f.Read(head)
	opened := false
	for line := range strings.Lines(strings.TrimPrefix(string(head[:n]), "\ufeff")) {
		line, _, _ = strings.Cut(strings.TrimSpace(line), "#")
		switch line = strings.TrimSpace(line); {
		case line == "":
		case line[0] == '[' && line[len(line)-1] == ']' && !strings.Contains(line, "="):
			opened = true
		default:
			name, _, isPair := strings.Cut(line, "=")
			name = strings.Trim(strings.TrimSpace(name), `"'`)
			return opened && isPair && name != "" && bareKey(name[0])
		}
	}
	return false
}

// proper is the name that a misnamed file should have.
func proper(file string) string {
	dir, name := path.Split(file)
	ext := path.Ext(name)
	stem := strings.TrimSuffix(name, ext)
	if low := strings.ToLower(stem); strings.HasSuffix(low, ".toml") {
		stem = stem[:len(stem)-len(".toml")]
	}
	return dir + stem + ".toml"
}

// passedOver tells of what lies in a folder and is not read, though it may be meant to.
func (r *Reader) passedOver(l listing) {
	for _, file := range l.misnamed {
		want := proper(file)
		text := Quoted(path.Base(file)) + " is not read, because its name does not end with .toml"
		if _, there := l.names[want]; there {
			r.doubted(ofFile(file, text, "there is "+Quoted(path.Base(want))+
				" too; delete the one that is not meant"))
			continue
		}
		r.Incomplete = true
		r.atFile(file, text, "rename it to "+Quoted(path.Base(want))+
			"; Windows shows the whole name under View, File name extensions")
	}
	for _, file := range slices.Sorted(maps.Keys(l.special)) {
		r.doubted(ofFile(file, "this is "+l.special[file]+" and not a file, so it is not read",
			"delete or rename it"))
	}
}

// afterLink is a hint for a file that cannot be read because it is a link.
func afterLink(fsys fs.FS, file string) string {
	entries, _ := fs.ReadDir(fsys, path.Dir(file))
	for _, e := range entries {
		if e.Name() == path.Base(file) && e.Type()&fs.ModeSymlink != 0 {
			return "it is a link that leads nowhere or out of the content folder; " +
				"put a copy of the file in its place"
		}
	}
	return ""
}
