package main

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// texts tell licences apart by words that stand in no other, the longest way round first. The ids are
// those of SPDX.
var texts = []struct {
	id    string
	words []string
}{
	{"Apache-2.0", []string{"Apache License", "Version 2.0"}},
	{"MPL-2.0", []string{"Mozilla Public License", "2.0"}},
	{"OFL-1.1", []string{"SIL OPEN FONT LICENSE Version 1.1"}},
	{"BSD-3-Clause", []string{"Redistributions in binary form", "endorse or promote"}},
	{"BSD-2-Clause", []string{"Redistributions in binary form"}},
	{"ISC", []string{"Permission to use, copy, modify, and", "or distribute this software for any purpose"}},
	{"MIT", []string{"Permission is hereby granted, free of charge", "without restriction"}},
	// Freetype-Go is under the FreeType License or the GPL, as one chooses; FTL is chosen.
	{"FTL", []string{"Use of the Freetype-Go software is subject to your choice", "FreeType License"}},
	{"Unlicense", []string{"This is free and unencumbered software"}},
}

// licencesIn are the licences whose texts lie in a folder, none when there is no text that is known.
func licencesIn(dir string) []string {
	var found []string
	entries, _ := os.ReadDir(dir) // what cannot be read has no licence that is known
	for _, e := range entries {
		name := strings.ToUpper(e.Name())
		if e.IsDir() || !strings.HasPrefix(name, "LICEN") && !strings.HasPrefix(name, "COPYING") &&
			!strings.HasPrefix(name, "OFL") && !strings.HasPrefix(name, "FTL") {
			continue
		}
		data, err := os.ReadFile(filepath.Join(dir, e.Name()))
		if id := licenceOf(string(data)); err == nil && id != "" && !slices.Contains(found, id) {
			found = append(found, id)
		}
	}
	return found
}

// licenceOf is the licence that a text is, "" when it is none that is known.
func licenceOf(text string) string {
	text = strings.Join(strings.Fields(text), " ")
	for _, t := range texts {
		all := true
		for _, w := range t.words {
			all = all && strings.Contains(text, w)
		}
		if all {
			return t.id
		}
	}
	return ""
}
