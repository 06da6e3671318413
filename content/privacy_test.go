package content

import (
	"strings"
	"testing"
)

// TestPrivacyInTOML follows a minimum under [privacy] to what the report withholds and the CSV
// shows.
func TestPrivacyInTOML(t *testing.T) {
	r := loadBase(t, "@ 1-report.toml\n+ [privacy]\n+ minimum = 20\n")
	team := r.Survey("m2021").Figure("team")
	if w := r.Withheld(); !w.Hides(team, 1) || !w.Hides(team, 0) {
		t.Error("15 of 60 is published with a minimum of 20")
	}
	for _, line := range []string{"Ja,:,60,:,Med", "Nei,:,60,:,Med"} {
		have, want := string(r.CSV()), "m2021,team,Arbeider du i team?,"+line
		if !strings.Contains(have, want) {
			t.Errorf("no line %q in\n%s", line, have)
		}
	}
	if w := loadBase(t).Withheld(); w.Any(team) {
		t.Error("withheld without a minimum")
	}
}
