// Package container reads what stands around the pixels of a PNG or JPEG file: size, depth,
// palette, colour profile, which side is up. It is the one place that knows these two formats'
// heads, for whoever takes a picture in (package picture) and for whoever writes one out as it is
// (layout/pdf).
//
// A file is walked from its signature to its end marker, so that one that was cut off on its way is
// noticed. [ReadPNG] and [ReadJPEG] do that, and the Decode methods of what they return give the
// pixels. What is wrong is an [Error], in words for the person who gave the file.
//
// Files are read as other viewers read them: spare bytes between segments and after the last row,
// a missing end marker, wrong sums of what a picture can do without are passed over.
//
// To add a format, write a file with a type and a Read function beside png.go and jpeg.go, and a
// case in picture.Read and in layout/pdf's readImage.
package container

import "fmt"

// Error is what is wrong with a file, in words that go on after the file's name, and what to do.
type Error struct{ Text, Hint string }

// Error is the text without the hint.
func (e *Error) Error() string { return e.Text }

// Broken is a file that is not what it should be.
func Broken(format string, args ...any) *Error {
	return &Error{"is broken: " + fmt.Sprintf(format, args...), "save or copy it again"}
}

// CutOff is a file whose end is missing.
func CutOff() *Error { return &Error{"is cut off: its end is missing", "copy it again"} }
