package survey

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"rapport/content/source"
)

// TestOrder: whether answers have an order, and a scale one direction, is as the author says, else
// as the words of the answers say; who does not know is residual.
func TestOrder(t *testing.T) {
	cases := []struct {
		keys, answers              string // answers are parted by commas
		ordered, howMuch, residual bool
	}{
		{`kind = "single"`, "Ja,Noen ganger,Nei", true, false, false},
		{`kind = "single"`, "Ja,I stor grad,Nei,Vet ikke", true, false, true},
		{"kind = \"single\"\nordered = false", "Ja,Noen ganger,Nei", false, false, false},
		{`kind = "single"`, "Kommune,Stat,Fylke", false, false, false},
		{`kind = "multiple"`, "Ja,Noen ganger,Nei", false, false, false},
		{`kind = "scale"`, "Aldri,Sjelden,Ofte", true, true, false},
		{"kind = \"scale\"\nscale = \"diverging\"", "Aldri,Sjelden,Ofte", true, false, false},
		{"kind = \"scale\"\nscale = \"sequential\"", "Lav,Midt,Høy", true, true, false},
		{`kind = "scale"`, "Uenig,Verken eller,Enig,Veit ikkje", true, false, true},
		{"kind = \"scale\"\nresidual = []", "Uenig,Enig,Vet ikke", true, false, false},
	}
	for _, c := range cases {
		var toml strings.Builder
		labels := strings.Split(c.answers, ",")
		fmt.Fprintf(&toml, "[survey]\nid = \"u\"\ntitle = \"Oppdiktet\"\nyear = 2021\nanswered = %d\n"+
			"[[figure]]\nid = \"f\"\nquestion = \"Hva?\"\n%s\n[figure.answers]\n", 10*len(labels), c.keys)
		for _, l := range labels {
			fmt.Fprintf(&toml, "%q = 10\n", l)
		}
		src := source.NewReader(fstest.MapFS{"2021/u/survey.toml": {Data: []byte(toml.String())}})
		s := NewReader(src).Read(src.Folder("2021/u"))
		if len(src.Problems) > 0 {
			t.Fatalf("%s %s: %v", c.keys, c.answers, src.Problems)
		}
		f := s.Figures[0]
		last := f.Answers[len(f.Answers)-1]
		if f.Ordered != c.ordered || f.HowMuch != c.howMuch || last.Residual != c.residual {
			t.Errorf("%s %s: ordered %v, how much %v, residual %v", c.keys, c.answers, f.Ordered,
				f.HowMuch, last.Residual)
		}
	}
}
