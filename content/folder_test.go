package content

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// composed and decomposed are the two forms of Unicode in which names are written on disk.
var (
	composed   = strings.NewReplacer()
	decomposed = strings.NewReplacer("å", "a\u030a")
)

// onDisk writes the base report to a folder, with names in one form.
func onDisk(t *testing.T, form *strings.Replacer, edits ...string) string {
	t.Helper()
	fsys := base(t)
	for _, e := range edits {
		if err := edit(fsys, e); err != nil {
			t.Fatal(err)
		}
	}
	dir := t.TempDir()
	for name, f := range fsys {
		file := filepath.Join(dir, form.Replace(name))
		if err := os.MkdirAll(filepath.Dir(file), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, f.Data, 0o666); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// Folders, brands and pictures are found in whichever form their names are written on disk and in
// the content.
func TestNamesInEitherForm(t *testing.T) {
	const logo = `<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9">` +
		`<rect width="9" height="9"/></svg>`
	for _, form := range []*strings.Replacer{composed, decomposed} {
		dir := onDisk(t, form, "@@ 2020/blåbær/survey.toml\n+ [survey]\n+ id = \"blaa\"\n"+
			"+ title = \"Blåbær\"\n+ year = 2020\n+ answered = 9",
			"@@ brands/blåbær.toml\n+ name = \"Blåbær\"\n+ logo = \"merke-å.svg\"",
			"@@ brands/merke-å.svg\n+ "+logo,
			"@ 1-report.toml\n- surveys = [\"2021/medlem\", \"2020/medlem\"]\n"+
				"+ surveys = [\"2021/medlem\", \"2020/medlem\", \"2020/blåbær\"]",
			"@ 1-report.toml\n- publisher = \"Forbundet\"\n+ publisher = \"Blåbær\"")
		if err := os.Rename(filepath.Join(dir, "2022/aarsrapport"),
			filepath.Join(dir, "2022", form.Replace("årsrapport"))); err != nil {
			t.Fatal(err)
		}
		for _, name := range []string{"årsrapport", decomposed.Replace("årsrapport")} {
			r, err := Load(os.DirFS(dir), 2022, name)
			if err != nil {
				t.Fatalf("%q: %v", form.Replace("å"), err)
			}
			if r.Name != "årsrapport" || len(r.Surveys) != 3 || r.Brand.Logo == nil {
				t.Errorf("%q: %q, %d surveys, logo %v", form.Replace("å"), r.Name, len(r.Surveys),
					r.Brand.Logo)
			}
		}
	}
}

// A folder that is a link out of the content folder is named, and not silently left out.
func TestLinkedFolders(t *testing.T) {
	outside, dir := onDisk(t, composed), t.TempDir()
	link := func(from, to string) {
		if err := os.MkdirAll(filepath.Dir(filepath.Join(dir, to)), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.Symlink(from, filepath.Join(dir, to)); err != nil {
			t.Skip(err)
		}
	}
	link(filepath.Join(outside, "2022"), "2022")
	link(filepath.Join(outside, "2022/aarsrapport"), "2023/aarsrapport")
	link("loop", "2024/loop")
	link("user@host.1", "2025/.#report.toml")
	root, err := os.OpenRoot(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer root.Close()
	for year, want := range map[int]string{2022: "no year 2022 (it is a link",
		2023: "no folder 2023/aarsrapport (it is a link", 2024: "no folder 2024/loop (it is a link",
		2025: ""} {
		_, err := Reports(root.FS(), year)
		said := ""
		if err != nil {
			said = err.Error()
		}
		if (want == "") != (said == "") || !strings.Contains(said, want) {
			t.Errorf("%d: %v, want %q", year, err, want)
		}
	}
}
