package content

import (
	"slices"
	"strings"
	"testing"
)

// TestTimeline: events stand in the order of their dates, whatever is known of these, and are printed
// as far as they are known.
func TestTimeline(t *testing.T) {
	r := loadBase(t, `@ 3-longer.toml
- fact = "Åpent alle dager."
- heading = "Kort om huset"
+ timeline = [
+   { date = "2021-05-17", text = "Fest." },
+   { date = "2021-05", text = "Dugnad." },
+   { date = "2019-12-01", text = "Åpning.", source = "Avisen." },
+   { date = "2021", text = "Et godt år." },
+ ]
+ source = "Årboka."
`)
	var dates []string
	for b := range r.Blocks() {
		for _, e := range b.Events {
			dates = append(dates, strings.ReplaceAll(e.Date, "\u00a0", " "))
		}
		if b.Kind == TimelineBlock && b.Source.Plain() != "Årboka." {
			t.Errorf("the source of all is %q", b.Source.Plain())
		}
	}
	want := []string{"1. desember 2019", "2021", "mai 2021", "17. mai 2021"}
	if !slices.Equal(dates, want) {
		t.Errorf("have %q, want %q", dates, want)
	}
}

// TestVoice: consent is kept, and is no text that is printed.
func TestVoice(t *testing.T) {
	r := loadBase(t, `@ 3-longer.toml
- quote = "A house is {nword m2021} rooms."
+ voice = "The house is mine."
+ name = "Oda Oppdiktet"
+ role = "beboer"
+ consent = "Oppdiktet samtykke."
`)
	found := false
	for b := range r.Blocks() {
		if b.Kind != VoiceBlock {
			continue
		}
		found = true
		if b.Name != "Oda Oppdiktet" || b.Role != "beboer" || b.Consent == "" || b.Language != "en" {
			t.Errorf("%q %q %q %q", b.Name, b.Role, b.Consent, b.Language)
		}
	}
	if !found {
		t.Fatal("no such block")
	}
	for _, p := range r.Proses() {
		if strings.Contains(p.Plain(), "samtykke") {
			t.Errorf("%q is printed", p.Plain())
		}
	}
}
