package layout

import (
	"io/fs"
	"os"
	"regexp"
	"strings"
	"testing"
)

// TestDesign holds what the code cites of DESIGN.md, and its own links, against its sections; and
// the files that it names against the tree.
func TestDesign(t *testing.T) {
	design, err := os.ReadFile("DESIGN.md")
	if err != nil {
		t.Fatal(err)
	}
	titles, anchors := map[string]bool{}, map[string]bool{}
	section := regexp.MustCompile(`(?m)^<a id="(.*)"></a>\n## \d+\. (.*)$`)
	for _, m := range section.FindAllStringSubmatch(string(design), -1) {
		anchors[m[1]], titles[m[2]] = true, true
	}
	for _, m := range regexp.MustCompile(`\]\(#(.*?)\)`).FindAllStringSubmatch(string(design), -1) {
		if !anchors[m[1]] {
			t.Errorf("DESIGN.md links to #%s, which it does not have", m[1])
		}
	}
	tree := os.DirFS("..")
	path := regexp.MustCompile("`((?:charts|content|fonts|layout)/[a-z./]+)`")
	for _, m := range path.FindAllStringSubmatch(string(design), -1) {
		if _, err := fs.Stat(tree, m[1]); err != nil {
			t.Errorf("DESIGN.md names %s, which is not there", m[1])
		}
	}
	cited := regexp.MustCompile(`DESIGN\.md,(?:\s|//)*"([^"]*)"`)
	err = fs.WalkDir(tree, ".", func(name string, _ fs.DirEntry, err error) error {
		if err != nil || !strings.HasSuffix(name, ".go") || name == "layout/design_test.go" {
			return err
		}
		source, err := fs.ReadFile(tree, name)
		for _, m := range cited.FindAllStringSubmatch(string(source), -1) {
			title := strings.Join(strings.Fields(strings.ReplaceAll(m[1], "//", " ")), " ")
			if !titles[title] {
				t.Errorf("%s cites DESIGN.md, %q, which it does not have", name, title)
			}
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}
