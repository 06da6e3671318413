package content

import (
	"slices"
	"strings"
	"testing"
)

// Names, of real organisations and invented people, as «Slik siterer du» has them.
func TestCitedNames(t *testing.T) {
	tests := []struct{ name, want string }{
		{"Kari Nordmann", "Nordmann, K."},
		{"Kari Anne Nordmann-Li", "Nordmann-Li, K. A."},
		{"Per-Olav Berg", "Berg, P.-O."},
		{"P.-O. Berg", "Berg, P.-O."},
		{"K. Nordmann", "Nordmann, K."},
		{"K.A. Nordmann", "Nordmann, K. A."},
		{"JK Berg", "Berg, J. K."},
		{"Øystein Åsen", "Åsen, Ø."},
		{"Madonna", "Madonna"},
		{"Nordmann, Kari", "Nordmann, K."},
		{"Nordmann, K. A.", "Nordmann, K. A."},
		{"van der Berg, Kari", "van der Berg, K."},
		{"Berg, Odd, jr.", "Berg, O., jr."},
		{"Berg, jr., Odd", "Berg, O., jr."},
		{"Odd Berg jr.", "Berg, O., jr."},
		{"Odd Berg, jr.", "Berg, O., jr."},
		{"Odd Berg III", "Berg, O., III"},
		{"Odd Berg d.y.", "Berg, O., d.y."},
		{"Ludwig van Beethoven", "van Beethoven, L."},
		{"Vincent van der Berg", "van der Berg, V."},
		{"Leonardo da Vinci", "da Vinci, L."},
		{"Carl von Linné", "von Linné, C."},
		{"Omar bin Said", "bin Said, O."},
		{"Koen De Schepper", "De Schepper, K."},
		{"Joey de Vries", "de Vries, J."},
		{"Stewart, Thomas W., Jr.", "Stewart, T. W., Jr."},
		{"John D. Rockefeller III", "Rockefeller, J. D., III"},
		{"Di Hansen", "Hansen, D."},
		{"U.S. Army Corps of Engineers", "U.S. Army Corps of Engineers"},
		{"Geological Survey of the Netherlands", "Geological Survey of the Netherlands"},
		{"UK Government", "UK Government"},
		{"National Research Council", "National Research Council"},
		{"Dr. Ola Hansen", "Hansen, O."},
		{"Professor dr. Ola Hansen", "Hansen, O."},
		{"Prof. Kari Nordmann, PhD", "Nordmann, K."},
		{"Kari Nordmann, psykolog", "Nordmann, K."},
		{"Kari Nordmann (red.)", "Nordmann, K."},
		{"Ola «Ole» Hansen", "Hansen, O."},
		{"Chr. Hansen", "Hansen, C."},
		{"Ola O'Brien", "O'Brien, O."},
		{"KARI NORDMANN", "NORDMANN, K."},
		{"Kari Lagesen", "Lagesen, K."},
		{"Ola Hansen og Per Li", "Hansen, O.|Li, P."},
		{"Ola Hansen & Per Li", "Hansen, O.|Li, P."},
		{"Mary Smith and John van Dyke", "Smith, M.|van Dyke, J."},
		{"Statistisk sentralbyrå", "Statistisk sentralbyrå"},
		{"Statistics Norway", "Norway, S."}, // nothing tells; organisation = true does
		{"Folkehelseinstituttet, avdeling Bergen", "Folkehelseinstituttet, avdeling Bergen"},
		{"Barne- og familiedepartementet", "Barne- og familiedepartementet"},
		{"Arbeids- og velferdsetaten", "Arbeids- og velferdsetaten"},
		{"Institutt for samfunnsforskning", "Institutt for samfunnsforskning"},
		{"Institutt for Samfunnsforskning", "Institutt for Samfunnsforskning"},
		{"Universitetet i Oslo", "Universitetet i Oslo"},
		{"Oslo kommune", "Oslo kommune"},
		{"Helse Bergen HF", "Helse Bergen HF"},
		{"Mental Helse", "Mental Helse"},
		{"Norges Blindeforbund", "Norges Blindeforbund"},
		{"Leger uten grenser", "Leger uten grenser"},
		{"NAV Oslo", "NAV Oslo"},
		{"NTNU Samfunnsforskning AS", "NTNU Samfunnsforskning AS"},
		{"Vik Trykkeri AS", "Vik Trykkeri AS"},
		{"World Health Organization", "World Health Organization"},
		{"Department of Health", "Department of Health"},
		{"The King's Fund", "The King's Fund"},
		{"Avdeling for rus, Oslo universitetssykehus", "Avdeling for rus, Oslo universitetssykehus"},
		{"Vik Kommune og Lia Kommune", "Vik Kommune og Lia Kommune"},
		{" Kari  Nordmann ", "Nordmann, K."},
		{"jr. jr.", "jr., jr."},
		{",", ","},
		{"", ""},
	}
	for _, tt := range tests {
		if have := strings.Join((Person{Name: tt.name}).cited(), "|"); have != tt.want {
			t.Errorf("%q: have %q, want %q", tt.name, have, tt.want)
		}
	}
}

// What an author says of a name is taken as it stands.
func TestNamesThatAreTold(t *testing.T) {
	tests := []struct{ toml, printed, cited string }{
		{`name = "Statistics Norway"` + "\norganisation = true", "Statistics Norway",
			"Statistics Norway"},
		{`family = "de la Cruz"` + "\n" + `given = "María José"`, "María José de la Cruz",
			"de la Cruz, M. J."},
		{`name = "Li Wei"` + "\n" + `family = "Li"` + "\n" + `given = "Wei"`, "Li Wei", "Li, W."},
		{`family = "Madonna"`, "Madonna", "Madonna"},
	}
	for _, tt := range tests {
		r := loadBase(t, "@ 1-report.toml\n+ [[report.person]]\n+ "+
			strings.ReplaceAll(tt.toml, "\n", "\n+ "))
		p := r.People[len(r.People)-1]
		if have := p.cited(); p.Name != tt.printed || !slices.Equal(have, []string{tt.cited}) {
			t.Errorf("%s: have %q, %q", tt.toml, p.Name, have)
		}
	}
}
