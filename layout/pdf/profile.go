package pdf

import (
	_ "embed"
	"encoding/binary"
	"errors"
	"fmt"
	"strings"
	"unicode/utf16"
)

// Profile is what inks look like on a paper and a press: an ICC profile for printing in CMYK.
type Profile struct {
	Condition   string // its name in the registry of color.org; "" for one that is not there
	Description string // as the profile calls itself
	data        []byte
}

//go:embed icc/ISOcoated_v2_300_bas.icc
var isoCoated []byte

// FOGRA39 is offset printing on coated paper (ISO 12647-2, paper types 1 and 2).
func FOGRA39() *Profile {
	return &Profile{Condition: "FOGRA39", Description: "ISO Coated v2 300% (basICColor)",
		data: isoCoated}
}

// ReadProfile reads an ICC profile (ISO 15076-1, and ICC.1:2001-04 for version 2). The error says
// why it cannot be the output intent of PDF/X-4 (ISO 15930-7): it must be for an output device with
// the inks CMYK, and hold what it says it holds.
func ReadProfile(data []byte) (*Profile, error) {
	switch {
	case len(data) < 132 || string(data[36:40]) != "acsp":
		return nil, errors.New("not an ICC profile")
	case int64(be32(data, 0)) != int64(len(data)):
		return nil, fmt.Errorf("a broken ICC profile: %d bytes, but it says it has %d", len(data),
			be32(data, 0))
	case data[8] != 2 && data[8] != 4:
		return nil, fmt.Errorf("an ICC profile of version %d; PDF knows 2 and 4", data[8])
	case string(data[16:20]) != "CMYK":
		return nil, fmt.Errorf("an ICC profile for %s colours; printing needs one for CMYK",
			strings.TrimSpace(printable(data[16:20])))
	case string(data[12:16]) != "prtr":
		return nil, fmt.Errorf("an ICC profile of class %q; "+
			"printing needs one of an output device (prtr)", printable(data[12:16]))
	}
	tags, err := profileTags(data)
	if err != nil {
		return nil, err
	}
	for _, need := range [...]string{"desc", "A2B0", "B2A0"} {
		if tags[need] == nil {
			return nil, fmt.Errorf("a broken ICC profile: it has no %s", need)
		}
	}
	return &Profile{Description: description(tags["desc"]), data: data}, nil
}

// profileTags is the table of a profile's parts.
func profileTags(data []byte) (map[string][]byte, error) {
	count := int64(be32(data, 128))
	if 132+12*count > int64(len(data)) {
		return nil, errors.New("a broken ICC profile: its table of contents ends early")
	}
	tags := make(map[string][]byte)
	for i := range int(count) {
		at := 132 + 12*i
		from, size := int64(be32(data, at+4)), int64(be32(data, at+8))
		if from+size > int64(len(data)) {
			return nil, fmt.Errorf("a broken ICC profile: %s lies beyond its end",
				printable(data[at:at+4]))
		}
		tags[string(data[at:at+4])] = data[from : from+size]
	}
	return tags, nil
}

// description is the name in a desc tag, of version 2 (textDescriptionType) or 4
// (multiLocalizedUnicode).
func description(tag []byte) string {
	switch {
	case len(tag) >= 12 && string(tag[:4]) == "desc":
		n := int64(be32(tag, 8))
		return printable(tag[12:min(12+max(n-1, 0), int64(len(tag)))])
	case len(tag) >= 28 && string(tag[:4]) == "mluc":
		size, from := int64(be32(tag, 20)), int64(be32(tag, 24))
		if from+size > int64(len(tag)) {
			return ""
		}
		units := make([]uint16, size/2)
		for i := range units {
			units[i] = binary.BigEndian.Uint16(tag[from+2*int64(i):])
		}
		return strings.TrimRight(string(utf16.Decode(units)), "\x00")
	}
	return ""
}

// printable keeps what is visible ASCII.
func printable(b []byte) string {
	return strings.Map(func(r rune) rune {
		if r < ' ' || r > '~' {
			return -1
		}
		return r
	}, string(b))
}

// intent writes the profile and appends the output intent (ISO 32000-1, 14.11.5) to the catalog.
// The profile goes in as it is: deflating takes longer than all the rest and saves a quarter.
func (p *Profile) intent(f *file, catalog *object) {
	number := f.alloc(1)
	var dict object
	f.ready(number, partFile, *dict.raw("/N 4"), p.data)
	catalog.raw("/OutputIntents[<</Type/OutputIntent/S/GTS_PDFX/OutputConditionIdentifier")
	if p.Condition != "" {
		catalog.text(p.Condition).raw("/RegistryName(http://www.color.org)")
	} else {
		catalog.text("Custom")
	}
	catalog.raw("/Info").text(p.Description).raw("/DestOutputProfile ").ref(number).raw(">>]")
}

// name is the profile's name for people.
func (p *Profile) name() string {
	if p.Condition != "" {
		return p.Condition
	}
	return p.Description
}
