// Package ready holds faces for the web that were made beforehand: what most pages need of the
// house's families, cut down and packed by packages subset and woff2. Packing takes a hundred times
// as long as a page; with these at hand only characters that are rare in Norwegian and English have
// to be packed when a page is made.
//
// [Find] gives the file of a face and the characters that it has. The files are made anew by
//
//	go test ./fonts/ready -update
//
// and a test holds them against what the two packages make today.
package ready

import (
	"embed"
	"fmt"
	"strings"

	"rapport/fonts"
)

//go:embed files/*.woff2
var files embed.FS

// Characters of a file: those of text, and those of numbers alone for a face that only charts use.
const (
	ofText = " !\"#%&'()*+,-./0123456789:;=?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[]" +
		"abcdefghijklmnopqrstuvwxyz\u00a0©«·»ÅÆÉØåæéø–—’“”…↑→−"
	ofNumbers = " %*+,-.0123456789:\u00a0–−"
)

// made is a face that there is a file of.
type made struct {
	family string
	weight int
	italic bool
	has    string
}

// all are the faces that pages of the house's families are set in.
var all = []made{
	{fonts.SchibstedGrotesk, 400, false, ofNumbers},
	{fonts.SchibstedGrotesk, 500, false, ofText},
	{fonts.SchibstedGrotesk, 600, false, ofText},
	{fonts.SchibstedGrotesk, 700, false, ofText},
	{fonts.SourceSerif, 400, false, ofText},
	{fonts.SourceSerif, 400, true, ofText},
	{fonts.SourceSerif, 600, false, ofText},
}

// name is the name of a face's file.
func (m made) name() string {
	name := fmt.Sprintf("%s-%d", strings.ReplaceAll(strings.ToLower(m.family), " ", "-"), m.weight)
	if m.italic {
		name += "-italic"
	}
	return name + ".woff2"
}

// Find is the WOFF2 file of a face, and the characters that were packed into it as far as the face
// has them; ok is false when there is none. The caller must not change the file.
func Find(face *fonts.Face) (file []byte, has string, ok bool) {
	for _, m := range all {
		if m.family != face.Family || m.weight != face.Weight || m.italic != face.Italic {
			continue
		}
		file, err := files.ReadFile("files/" + m.name())
		return file, m.has, err == nil
	}
	return nil, "", false
}
