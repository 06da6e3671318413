package content

import (
	"fmt"
	"strings"
	"testing"
)

// works are references for the base report: [[reference]] by authors, year and title.
func works(lines ...string) string {
	var b strings.Builder
	b.WriteString("@ 3-longer.toml\n")
	for _, line := range lines {
		f := strings.Split(line, " / ")
		fmt.Fprintf(&b,
			"+ [[reference]]\n+ id = %q\n+ authors = [\"%s\"]\n+ year = %s\n+ title = %q\n", f[0],
			strings.ReplaceAll(f[1], "; ", `", "`), f[2], f[3])
	}
	return b.String()
}

// TestCitations prints citations in each language; a citation's link stands between < and >, and _
// is a no-break space.
func TestCitations(t *testing.T) {
	more := works("mead / Mead, S. / 2001 / Ansvar", "sint / SINTEF Helse / 2010 / Tall",
		"udatert / Mead, S. / 0 / Udatert", "sol / Sol, A. / 2019 / Beta",
		"sol2 / Sol, A. / 2019 / Alfa", "sol3 / Sol, A. / 2020 / Gamma")
	tests := []struct{ citation, nb, nn, en string }{
		{"{cite mead}", "(<Mead, 2001>)", "(<Mead, 2001>)", "(<Mead, 2001>)"},
		{"{citet mead}", "<Mead (2001)>", "<Mead (2001)>", "<Mead (2001)>"},
		{"{cite sint}", "(<SINTEF Helse, 2010>)", "(<SINTEF Helse, 2010>)",
			"(<SINTEF Helse, 2010>)"},
		{"{cite repper}", "(<Repper & Carter, 2011>)", "(<Repper & Carter, 2011>)",
			"(<Repper & Carter, 2011>)"},
		{"{citet repper}", "<Repper og Carter (2011)>", "<Repper og Carter (2011)>",
			"<Repper and Carter (2011)>"},
		{"{cite odden2015}", "(<Odden_mfl., 2015>)", "(<Odden_mfl., 2015>)",
			"(<Odden_et_al., 2015>)"},
		{"{cite odden2015 | s. 6}", "(<Odden_mfl., 2015, s._6>)", "(<Odden_mfl., 2015, s._6>)",
			"(<Odden_et_al., 2015, s._6>)"},
		{"{ citet  odden2015|kap. 2, s. 6–12 }", "<Odden_mfl. (2015, kap._2, s._6–12)>",
			"<Odden_mfl. (2015, kap._2, s._6–12)>", "<Odden_et_al. (2015, kap._2, s._6–12)>"},
		{"{cite udatert}", "(<Mead, u.å.>)", "(<Mead, u.å.>)", "(<Mead, n.d.>)"},
		{"{cite sol}{cite sol2}", "(<Sol, 2019b>)(<Sol, 2019a>)", "(<Sol, 2019b>)(<Sol, 2019a>)",
			"(<Sol, 2019b>)(<Sol, 2019a>)"},
		{"{cite mead ; odden2015}", "(<Mead, 2001>; <Odden_mfl., 2015>)",
			"(<Mead, 2001>; <Odden_mfl., 2015>)", "(<Mead, 2001>; <Odden_et_al., 2015>)"},
		{"{citet sol3}", "<Sol (2020)>", "<Sol (2020)>", "<Sol (2020)>"},
	}
	for _, lang := range Languages() {
		var prose []string
		for _, tt := range tests {
			prose = append(prose, tt.citation)
		}
		r := loadBase(t, more, "@ 1-report.toml\n- language = \"nb\"\n+ language = \""+lang+
			"\"\n- about = \"En rapport om {invited m2021} medlemmer.\"\n+ about = \"\"\"\n+ "+
			strings.Join(prose, "\n+ \n+ ")+"\"\"\"")
		for i, tt := range tests {
			var b strings.Builder
			for _, in := range r.About[i].Inlines {
				if in.Cite != nil {
					in.Text = "<" + in.Text + ">"
				}
				b.WriteString(in.Text)
			}
			want := map[string]string{"nb": tt.nb, "nn": tt.nn, "en": tt.en}[lang]
			if have := strings.ReplaceAll(b.String(), "\u00a0", "_"); have != want {
				t.Errorf("%s %s: have %s, want %s", lang, tt.citation, have, want)
			}
		}
	}
}

// TestReferencesTopic gives references that no block lists a topic of their own.
func TestReferencesTopic(t *testing.T) {
	for _, lang := range Languages() {
		r := loadBase(t, "@ 3-longer.toml\n- [[chapter.topic.block]]\n- references = true\n"+
			"+ # ingen\n- id = \"lengre-tekst\"\n+ id = \"references\"\n@ 1-report.toml\n"+
			"- language = \"nb\"\n+ language = \""+lang+"\"\n")
		topic := r.Method.Topics[len(r.Method.Topics)-1]
		want := map[string]string{"nb": "Referanser", "nn": "Referansar", "en": "References"}[lang]
		if topic.Title != want || topic.ID != "references-2" || len(topic.Blocks) != 1 ||
			topic.Blocks[0].Kind != ReferencesBlock || topic.Blocks[0].Topic != topic {
			t.Errorf("%s: %+v", lang, topic)
		}
	}
}
