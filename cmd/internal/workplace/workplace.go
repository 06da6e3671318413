// Package workplace has the files that a folder of one's own begins with: an example report on an
// invented survey, which says so, a brand, the author's guide, and settings of editors and git.
package workplace

import (
	"embed"
	"fmt"
	"io/fs"
	"path"
	"sort"
	"strings"
	"time"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"rapport/content"
	"rapport/content/brand"
	"rapport/content/schema"
	"rapport/content/source"
)

//go:embed all:start
var start embed.FS

// Mark is the folder by which a workplace is known.
const Mark = "content/.rapport"

// Plan is what a workplace is to be.
type Plan struct {
	Name     string // of the organisation
	Language string // nb, nn or en
	Brand    *brand.Brand
	Date     time.Time // of the example report, whose year is the one before or this
}

// File is a file of a workplace by its name with slashes.
type File struct {
	Name string
	Data []byte
}

// Report is the name of the example report's folder.
func (p Plan) Report() string {
	return map[string]string{"nb": "arsrapport", "nn": "arsrapport", "en": "annual-report"}[p.Language]
}

// survey is the name of the example survey's folder.
func (p Plan) survey() string {
	return map[string]string{"nb": "medlemmer", "nn": "medlemer", "en": "members"}[p.Language]
}

// chapter is the name of the example chapter's file.
func (p Plan) chapter() string {
	return map[string]string{"nb": "10-medlemmene", "nn": "10-medlemene", "en": "10-members"}[p.Language]
}

// method is the name of the file of the chapter on method.
func (p Plan) method() string {
	return map[string]string{"nb": "90-metode", "nn": "90-metode", "en": "90-method"}[p.Language]
}

// Files are all files, the schemas first: a folder that has them is a workplace, which a second run
// completes.
func (p Plan) Files() ([]File, error) {
	var files []File
	for _, d := range schema.Documents() {
		files = append(files, File{path.Join(Mark, d.Name+".schema.json"), d.JSON(p.Language)})
	}
	year := p.Date.Year()
	report, survey := fmt.Sprintf("content/%d/%s/", year, p.Report()), p.survey()
	for _, f := range []struct{ name, from, schema string }{
		{fmt.Sprintf("content/%d/%s/survey.toml", year-1, survey), p.Language + "/last.toml", "survey"},
		{fmt.Sprintf("content/%d/%s/survey.toml", year, survey), p.Language + "/survey.toml", "survey"},
		{report + "report.toml", p.Language + "/report.toml", "report"},
		{report + p.chapter() + ".toml", p.Language + "/chapter.toml", "report"},
		{report + p.method() + ".toml", p.Language + "/method.toml", "report"},
		{"README.md", p.Language + "/README.md", ""},
		{"Makefile", "Makefile", ""},
		{".gitignore", "gitignore", ""},
		{".taplo.toml", "taplo.toml", ""},
		{".vscode/extensions.json", "extensions.json", ""},
		{".vscode/settings.json", "settings.json", ""},
	} {
		data, err := p.fill(f.from)
		if err != nil {
			return nil, err
		}
		if f.schema != "" {
			data = append([]byte("#:schema ../../.rapport/"+f.schema+".schema.json\n"), data...)
		}
		files = append(files, File{f.name, data})
	}
	files = append(files, File{"content/README.md", content.Guide()}, p.brand())
	sort.SliceStable(files[len(schema.Documents()):], func(i, j int) bool {
		rest := files[len(schema.Documents()):]
		return rest[i].Name < rest[j].Name
	})
	return files, nil
}

// fill reads a file of the start with the plan's words in their places.
func (p Plan) fill(name string) ([]byte, error) {
	data, err := fs.ReadFile(start, "start/"+name)
	if err != nil {
		return nil, err
	}
	year := p.Date.Year()
	return []byte(strings.NewReplacer(
		"@NAME@", source.BasicString(p.Name), "@DATE@", p.Date.Format(time.DateOnly),
		"@REPORT@", p.Report(), "@GROUND@", p.ground(), "@YEAR@", fmt.Sprint(year),
		"@LAST@", fmt.Sprint(year-1),
	).Replace(string(data))), nil
}

// ground is that of the example's cover: the colour that the brand is made of, where it has one.
func (p Plan) ground() string { return p.Brand.Covers[len(p.Brand.Covers)-1].Name }

// brand is the file of the organisation's colours.
func (p Plan) brand() File {
	about := map[string]string{
		"nb": "# Fargene er laget av én farge. Trykkfargene (cmyk) er regnet ut for bestrøket papir (FOGRA39):\n" +
			"# har dere egne fra en profilhåndbok, så skriv dem inn.\n",
		"nn": "# Fargane er laga av éin farge. Trykkfargane (cmyk) er rekna ut for bestroke papir (FOGRA39):\n" +
			"# har de eigne frå ei profilhandbok, så skriv dei inn.\n",
		"en": "# The colours are made of one. The inks (cmyk) are reckoned for coated paper (FOGRA39): if you have\n" +
			"# your own from a brand manual, put them in.\n",
	}
	data := "#:schema ../.rapport/brand.schema.json\n" + about[p.Language] + string(p.Brand.TOML())
	return File{"content/brands/" + slug(p.Name) + ".toml", []byte(data)}
}

// slug is a name as the name of a file: small letters a–z, digits and hyphens; "brand" when nothing of
// it is left.
func slug(name string) string {
	special := strings.NewReplacer("æ", "ae", "ø", "o", "å", "a", "ß", "ss", "đ", "d", "ŋ", "n", "ŧ", "t")
	var b strings.Builder
	for _, r := range norm.NFD.String(special.Replace(norm.NFC.String(strings.ToLower(name)))) {
		switch {
		case r >= 'a' && r <= 'z' || r >= '0' && r <= '9':
			b.WriteRune(r)
		case unicode.Is(unicode.Mn, r):
		case b.Len() > 0 && !strings.HasSuffix(b.String(), "-"):
			b.WriteByte('-')
		}
	}
	if s := strings.Trim(b.String(), "-"); s != "" {
		return s[:min(len(s), 60)]
	}
	return "brand"
}
