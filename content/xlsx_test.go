package content

import (
	"archive/zip"
	"bytes"
	"encoding/csv"
	"io"
	"strings"
	"testing"
)

// sheetsOf are the sheets of a report's workbook, as XML, and its relationships.
func sheetsOf(t *testing.T, r *Report) map[string]string {
	t.Helper()
	data, err := r.Workbook(r.Name+".pdf", func(f *Figure) Place {
		return map[string]Place{"team": {"Figur 1", 7}, "tilbud": {"", 9}}[f.ID]
	})
	if err != nil {
		t.Fatal(err)
	}
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	parts := map[string]string{}
	for _, f := range z.File {
		in, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		body, err := io.ReadAll(in)
		if err != nil {
			t.Fatal(err)
		}
		parts[f.Name] = string(body)
	}
	return parts
}

// The workbook has a sheet a survey, numbers as numbers, and links to the pages of the PDF.
func TestWorkbook(t *testing.T) {
	r := loadBase(t)
	parts := sheetsOf(t, r)
	for part, want := range map[string][]string{
		"xl/workbook.xml": {`name="Medlemsundersøkelsen 2021"`, `name="Medlemsundersøkelsen 2020"`},
		"xl/worksheets/sheet1.xml": {">Figur 1, side 7<", ">side 9<", "<v>28</v>", "<v>62</v>",
			"<v>45.2</v>", ">Arbeider du i team?<", ">Kilde<", "<hyperlink ref=\"A"},
		"xl/worksheets/_rels/sheet1.xml.rels": {`Target="aarsrapport.pdf#page=7"`},
		"docProps/core.xml":                   {"2022-03-15T00:00:00Z", "<dc:language>nb<"},
	} {
		for _, w := range want {
			if !strings.Contains(parts[part], w) {
				t.Errorf("%s lacks %s: %.1500s", part, w, parts[part])
			}
		}
	}
	if strings.Contains(parts["xl/worksheets/sheet1.xml"], "<f>") {
		t.Error("there is a formula")
	}
}

// The year stays in the name of a sheet, and two surveys of one name have two sheets.
func TestSheetName(t *testing.T) {
	for _, tt := range []struct {
		title string
		want  string
	}{
		{"Lånerne", "Lånerne 2021"}, {"Lånerne 2021", "Lånerne 2021"},
		{"Erfaringskonsulentundersøkelsen", "Erfaringskonsulentundersøk 2021"},
		{"Erfaringskonsulentundersøkelsen 2021", "Erfaringskonsulentundersøk 2021"},
		{"Spesialist\u00adhelse", "Spesialisthelse 2021"},
	} {
		if have := sheetName(&Survey{Title: tt.title, Year: 2021}); have != tt.want {
			t.Errorf("%s: have %q, want %q", tt.title, have, tt.want)
		}
	}
}

// A number that is withheld stands in neither file.
func TestWorkbookWithheld(t *testing.T) {
	r := loadBase(t, "@ 1-report.toml\n+ [privacy]\n+ minimum = 5")
	sheet := sheetsOf(t, r)["xl/worksheets/sheet1.xml"]
	if !strings.Contains(sheet, `<t xml:space="preserve">:</t>`) || strings.Contains(sheet, "<v>3</v>") {
		t.Errorf("%.3000s", sheet)
	}
}

// No cell of the CSV begins a formula.
func TestCSVFormulas(t *testing.T) {
	r := loadBase(t, "@ 2021/medlem/survey.toml\n- \"Språk\" = 31\n+ \"=1+1\" = 31",
		"@ 2021/medlem/survey.toml\n- source = \"Medlemsundersøkelsen\"\n+ source = \"@SUM(A1)\"")
	if !bytes.Contains(r.CSV(), []byte(",'=1+1,31,")) {
		t.Errorf("%s", r.CSV())
	}
	lines, err := csv.NewReader(bytes.NewReader(r.CSV())).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	for _, line := range lines {
		for _, cell := range line {
			if cell != "" && strings.ContainsAny(cell[:1], "=+-@\t\r") {
				t.Errorf("%q", cell)
			}
		}
	}
	if sheet := sheetsOf(t, r)["xl/worksheets/sheet1.xml"]; !strings.Contains(sheet,
		`s="6" t="inlineStr"><is><t xml:space="preserve">=1+1<`) {
		t.Errorf("%.2000s", sheet)
	}
}

// The report says which files the PDF carries.
func TestAttached(t *testing.T) {
	for _, tt := range []struct{ toml, want string }{
		{"", "csv"}, {`attached = ["csv", "xlsx"]`, "csv xlsx"}, {`attached = "xlsx"`, "xlsx"},
		{"attached = []", ""},
	} {
		r := loadBase(t, "@ 1-report.toml\n- subtitle = \"Årsrapport\"\n+ "+tt.toml)
		if have := strings.Join(r.Attached, " "); have != tt.want {
			t.Errorf("%s: have %q", tt.toml, have)
		}
	}
}
