package tongue

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"strings"
	"syscall"

	"rapport/content/intake/table"
)

// Numbers of Windows for what other systems have names for in package syscall.
const (
	windowsNoFolder = syscall.Errno(267) // ERROR_DIRECTORY
	windowsFull     = syscall.Errno(112) // ERROR_DISK_FULL
	windowsUsed     = syscall.Errno(32)  // ERROR_SHARING_VIOLATION: another program has the file open
)

// Fault is an error's text in English, in which what the system says of a file, each in words of its own,
// is told in words of the catalog.
func Fault(err error) string {
	text := err.Error()
	var of *fs.PathError
	var link *os.LinkError
	switch {
	case errors.As(err, &of):
		if said := fault(of.Path, of.Err); said != "" {
			return strings.Replace(text, of.Error(), said, 1)
		}
	case errors.As(err, &link):
		if said := fault(link.New, link.Err); said != "" {
			return strings.Replace(text, link.Error(), said, 1)
		}
	}
	return text
}

// fault says what is wrong with a file, "" when it is nothing that has words here.
func fault(path string, err error) string {
	for _, f := range []struct {
		is   error
		said string
	}{
		{syscall.ENOTDIR, "%s cannot be reached: a part of the path is a file and no folder"},
		{windowsNoFolder, "%s cannot be reached: a part of the path is a file and no folder"},
		{fs.ErrNotExist, "%s does not exist"},
		{windowsUsed, "%s is open in another program: close it there"},
		{fs.ErrPermission, "%s may not be read or written by you"},
		{fs.ErrExist, "%s is there already"},
		{syscall.EISDIR, "%s is a folder"},
		{syscall.ENOSPC, "the disk is full: %s could not be written"},
		{windowsFull, "the disk is full: %s could not be written"},
		{syscall.EROFS, "%s lies where nothing can be written"},
		{syscall.ENAMETOOLONG, "the name is too long: %s"},
	} {
		if errors.Is(err, f.is) {
			return fmt.Sprintf(f.said, path)
		}
	}
	return ""
}

// Trouble says in a language why a table cannot be read. It quotes nothing of what stands there.
func Trouble(language string, e *table.Error) string {
	const words = Room("table")
	text := words.Words(language, string(e.Trouble))
	if e.Limit > 0 && strings.Contains(text, "%") {
		text = fmt.Sprintf(text, e.Limit)
	}
	if at := e.At.String(); at != "" {
		text += " (" + at + ")"
	}
	if len(e.Known) > 0 {
		text += ": " + strings.Join(e.Known, ", ")
	}
	return text
}
