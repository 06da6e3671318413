package content

import (
	"strings"
	"testing"
)

// TestByGroup reads a chart of groups, and lists the groups in the files of numbers after everyone.
func TestByGroup(t *testing.T) {
	r := loadBase(t, byGroupOf(`answer = "Ja"`))
	b := blockBy(r)
	if b == nil || len(b.By.Groups) != 3 || len(b.Point) != 1 {
		t.Fatalf("block %+v", b)
	}
	lines := strings.Split(string(r.CSV()), "\r\n")
	if !strings.HasSuffix(lines[0], ",source,by,group") {
		t.Errorf("head %q", lines[0])
	}
	text := string(r.CSVOf(b))
	for _, want := range []string{"team,Arbeider du i team?,Ja,27,31,87.1,",
		",tilbud,Ja\r\n", ",Ja,:,:,:,Medlemsundersøkelsen,tilbud,Vet ikke\r\n", ",,\r\n",
		",Ja,:,:,:,Medlemsundersøkelsen,tilbud,Nei\r\n"} { // which gives the three away
		if !strings.Contains(text, want) {
			t.Errorf("%q is not in\n%s", want, text)
		}
	}
	if strings.Contains(string(loadBase(t).CSV()), "group") {
		t.Error("a report without groups has columns for them")
	}
	parts := sheetsOf(t, r)
	if sheet := parts["xl/worksheets/sheet1.xml"]; !strings.Contains(sheet, ">Gruppe<") ||
		!strings.Contains(sheet, ">Vet ikke<") {
		t.Errorf("no groups in %.900s", sheet)
	}
	if strings.Contains(sheetsOf(t, loadBase(t))["xl/worksheets/sheet1.xml"], ">Gruppe<") {
		t.Error("a workbook without groups has a column for them")
	}
}

// byGroupOf edits the block of the base that shows the question of teams.
func byGroupOf(lines ...string) string {
	return inGroups + "@ 2-chapters.toml\n- form = \"pie\"\n+ by = \"tilbud\"\n+ " +
		strings.Join(lines, "\n+ ") + "\n"
}

// blockBy is the first block of a report that shows groups.
func blockBy(r *Report) *Block {
	for b := range r.Blocks() {
		if b.By != nil {
			return b
		}
	}
	return nil
}
