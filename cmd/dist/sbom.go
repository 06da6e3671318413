package main

import (
	"bytes"
	"crypto/sha256"
	"debug/buildinfo"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"os/exec"
	"path/filepath"
	"runtime/debug"
	"slices"
	"strings"
)

// bom is a bill of materials (CycloneDX 1.6, https://cyclonedx.org/docs/1.6/json/), as far as it is
// used. It has no time, so that it is reproducible.
type bom struct {
	Schema       string       `json:"$schema"`
	Format       string       `json:"bomFormat"`
	Version      string       `json:"specVersion"`
	Serial       string       `json:"serialNumber"`
	Edition      int          `json:"version"`
	Metadata     metadata     `json:"metadata"`
	Components   []component  `json:"components"`
	Dependencies []dependency `json:"dependencies"`
}

type metadata struct {
	Component component `json:"component"`
}

type component struct {
	Ref      string    `json:"bom-ref"`
	Type     string    `json:"type"`
	Name     string    `json:"name"`
	Version  string    `json:"version,omitempty"`
	Hashes   []hash    `json:"hashes,omitempty"`
	Licenses []license `json:"licenses,omitempty"`
	URL      string    `json:"purl,omitempty"`
}

type hash struct {
	Algorithm string `json:"alg"`
	Content   string `json:"content"`
}

type license struct {
	License struct {
		ID string `json:"id"`
	} `json:"license"`
}

type dependency struct {
	Ref string   `json:"ref"`
	On  []string `json:"dependsOn"`
}

// sbom is the bill of materials of some programs: the modules that Go says are linked into one of
// them, with the checksums of go.sum, Go's own library, and the faces.
func sbom(programs []string) ([]byte, error) {
	folders, err := moduleFolders()
	if err != nil {
		return nil, err
	}
	all := map[string]component{}
	var main component
	for _, program := range programs {
		info, err := buildinfo.ReadFile(program)
		if err != nil {
			return nil, err
		}
		main = programOf(info)
		std := component{Ref: "std", Type: "library", Name: "std", Licenses: licenses("BSD-3-Clause"),
			Version: strings.TrimPrefix(info.GoVersion, "go")}
		std.URL = "pkg:golang/std@" + std.Version
		all[std.Ref] = std
		for _, m := range info.Deps {
			if m.Replace != nil {
				m = m.Replace
			}
			c, err := moduleOf(m, folders[m.Path])
			if err != nil {
				return nil, err
			}
			all[c.Ref] = c
		}
	}
	for _, c := range faces() {
		all[c.Ref] = c
	}
	return written(main, all)
}

// programOf is the program itself. The version is that of the commit.
func programOf(info *debug.BuildInfo) component {
	return component{Ref: "rapport", Type: "application", Name: "rapport", Version: info.Main.Version,
		Licenses: licenses(licencesIn(".")...)}
}

// moduleOf is a linked module. The hash is that of go.sum: SHA-256 of the list of the SHA-256 of its
// files (golang.org/x/mod/sumdb/dirhash, Hash1).
func moduleOf(m *debug.Module, dir string) (component, error) {
	url := "pkg:golang/" + m.Path + "@" + m.Version
	c := component{Ref: url, Type: "library", Name: m.Path, Version: m.Version, URL: url}
	sum, err := base64.StdEncoding.DecodeString(strings.TrimPrefix(m.Sum, "h1:"))
	if err != nil || len(sum) != sha256.Size {
		return c, fmt.Errorf("%s %s has no checksum: %q", m.Path, m.Version, m.Sum)
	}
	c.Hashes = []hash{{"SHA-256", fmt.Sprintf("%x", sum)}}
	found := licencesIn(dir)
	if len(found) == 0 {
		return c, fmt.Errorf("%s %s: no licence is known in %q", m.Path, m.Version, dir)
	}
	c.Licenses = licenses(found...)
	return c, nil
}

func licenses(ids ...string) []license {
	out := make([]license, len(ids))
	for i, id := range ids {
		out[i].License.ID = id
	}
	return out
}

// faces are the typefaces that the programs carry, by folder.
func faces() []component {
	var out []component
	texts, _ := filepath.Glob("fonts/*/OFL.txt") // the pattern is good
	for _, text := range texts {
		dir := filepath.Dir(text)
		out = append(out, component{Ref: "font:" + filepath.Base(dir), Type: "data",
			Name: filepath.Base(dir), Licenses: licenses(licencesIn(dir)...)})
	}
	return out
}

// moduleFolders are where the modules lie, by their paths.
func moduleFolders() (map[string]string, error) {
	list, err := exec.Command("go", "list", "-m", "-f", "{{.Path}}\t{{.Dir}}", "all").Output()
	if err != nil {
		return nil, fmt.Errorf("go list -m all: %w", err)
	}
	dirs := map[string]string{}
	for line := range strings.Lines(string(list)) {
		path, dir, _ := strings.Cut(strings.TrimSpace(line), "\t")
		dirs[path] = dir
	}
	return dirs, nil
}

// written is the bill as JSON. Its serial number follows from what it lists.
func written(main component, all map[string]component) ([]byte, error) {
	b := bom{Schema: "http://cyclonedx.org/schema/bom-1.6.schema.json", Format: "CycloneDX",
		Version: "1.6", Edition: 1, Metadata: metadata{main}}
	on := dependency{Ref: main.Ref}
	for _, c := range all {
		b.Components = append(b.Components, c)
	}
	slices.SortFunc(b.Components, func(a, c component) int { return strings.Compare(a.Ref, c.Ref) })
	for _, c := range b.Components {
		on.On = append(on.On, c.Ref)
	}
	b.Dependencies = []dependency{on}
	listed, err := json.Marshal(b)
	if err != nil {
		return nil, err
	}
	id := sha256.Sum256(listed)
	id[6], id[8] = id[6]&0x0f|0x80, id[8]&0x3f|0x80 // a UUID of a form of one's own (RFC 9562, 5.8)
	b.Serial = fmt.Sprintf("urn:uuid:%x-%x-%x-%x-%x", id[:4], id[4:6], id[6:8], id[8:10], id[10:16])
	var out bytes.Buffer
	enc := json.NewEncoder(&out)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	if err := enc.Encode(b); err != nil {
		return nil, err
	}
	return out.Bytes(), nil
}
