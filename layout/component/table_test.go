package component

import (
	"strings"
	"testing"
)

// TestNarrowed: a table's columns of numbers take what their numbers need, and where that leaves the
// labels too little it is said.
func TestNarrowed(t *testing.T) {
	s := newSetter(t)
	table := func(labels ...string) Table {
		out := Table{Columns: []TableColumn{{Head: "Antall", Width: 15}, {Head: "Prosent", Width: 15}}}
		for range 30 {
			group := TableGroup{Title: "Spørsmålet", Bases: []string{"n = 62", ""}}
			for _, l := range labels {
				group.Rows = append(group.Rows, TableRow{Label: l, Values: []string{"62", "100,0"}})
			}
			out.Groups = append(out.Groups, group)
		}
		return out
	}
	short, ok := s.Narrowed(table("Ja", "Nei, ikke ennå"), 55.3)
	if !ok {
		t.Fatal("short labels have no room")
	}
	for i, c := range short.Columns {
		if c.Width >= 15 || c.Width < 10 {
			t.Errorf("column %d is %.1f wide", i, float64(c.Width))
		}
	}
	wide := table("Ja")
	wide.Groups[0].Rows[0].Values[0] = strings.Repeat("1", 12)
	for name, c := range map[string]Table{
		"a wide number":  wide,
		"many lines":     table("Ja", strings.Repeat("jobb og tid ", 12)),
		"divided words":  table("Ja", strings.Repeat("erfaring", 5)),
		"a long heading": {Columns: wide.Columns, Groups: []TableGroup{{Title: strings.Repeat("jobb ", 60)}}},
	} {
		if _, ok := s.Narrowed(c, 55.3); ok {
			t.Errorf("%s has room", name)
		}
	}
}
