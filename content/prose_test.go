package content

import (
	"fmt"
	"strings"
	"testing"
)

// TestProse reads Markdown with placeholders; the want is one line a paragraph.
func TestProse(t *testing.T) {
	const nbsp = "\u00a0"
	tests := []struct{ name, markdown, want string }{
		{"plain", "En linje.", "En linje."},
		{"lines are joined", "En\nto.\n\nTre.", "En to.|Tre."},
		{"emphasis", "a *b* **c** ***d***", "a /b/ *c* */d/*"},
		{"placeholder in emphasis", "**{percent m2021.tilbud | Ja}** og", "*50" + nbsp + "%* og"},
		{"placeholder beside a star", "*{n m2021}* {n m2021}*", "/62/ 62*"},
		{"link", "Se [*her*](https://a.no/b_c) nå", "Se </her/ https://a.no/b_c> nå"},
		{"bare address", "<https://a.no> <post@a.no>",
			"<https://a.no https://a.no> <post@a.no mailto:post@a.no>"},
		{"reference link", "Se [her][1].\n\n[1]: https://a.no", "Se <her https://a.no>."},
		{"bullets", "- a\n- b\n  - c\n- d", "•0! a|•0! b|•1! c|•0! d"},
		{"bullets of two paragraphs", "- a\n\n  b\n- c", "•0! a|•0 b|•0! c"},
		{"numbered", "3. a\n4. b", "3.0! a|4.0! b"},
		{"numbered in bullets", "- a\n  1. b\n  2. c", "•0! a|1.1! b|2.1! c"},
		{"quotation", "> a\n> b\n>\n> c", "»! a b|» c"},
		{"escapes", `1\. januar \* \[x\] \\`, `1. januar * [x] \`},
		{"entities", "a &amp; b &#8211; \\&amp;", "a & b – &amp;"},
		{"entities of no character", "a &#11; &#10; &#xFDD0;&#xfdd2;&#xFDD1; &#0;",
			"a &#11; &#10; &#xFDD0;&#xfdd2;&#xFDD1; \ufffd"},
		{"ampersand", "a & b &c; d&", "a & b &c; d&"},
		{"quotes and dashes stay", `"a" -- 'b' «c» – d...`, `"a" -- 'b' «c» – d...`},
		{"placeholder cannot begin a list", "{n m2021}. januar", "62. januar"},
		{"label cannot become markup", "{question m2021.odd}", "Hva *er* [dette](x) & <b>?"},
		{"label cannot close emphasis", "*a {question m2021.odd} b*",
			"/a Hva *er* [dette](x) & <b>? b/"},
		{"braces", "{{n m2021}} {{", "{n m2021} {"},
		{"reference", "{see m2021.team}, og {page veiledning}", "[2], og [1]"},
		{"spaces at the ends", "  a  \n  b  ", "a b"},
		{"no-break space stays", "5\u00a0kr\u00a0", "5\u00a0kr\u00a0"},
		{"emoji", "😊 **😊**", "😊 *😊*"},
		{"citation", "a {cite repper} b", "a ((@Repper & Carter, 2011)) b"},
		{"citation in emphasis", "*a {citet repper}*", "/a //(@Repper og Carter (2011))/"},
		{"footnote", "Ord[^1]. Mer.\n\n[^1]: En *note*.", "Ord^(En /note/.). Mer."},
		{"footnotes out of order", "A[^b] B[^a]\n\n[^a]: en\n[^b]: to", "A^(to) B^(en)"},
		{"footnote of two paragraphs", "A[^1]\n\n[^1]: en\n\n    to\n\nB", "A^(en|to)|B"},
		{"footnote between paragraphs", "A[^1]\n\n[^1]: en\n\nB", "A^(en)|B"},
		{"footnote in a list", "- A[^1]\n- B\n\n[^1]: en", "•0! A^(en)|•0! B"},
		{"footnote alone", "[^1]\n\n[^1]: en", "^(en)"},
		{"footnote in emphasis", "*A[^1]*\n\n[^1]: en", "/A//^(en)/"},
		{"footnote after an exclamation mark", "A![^1]\n\n[^1]: en", "A!^(en)"},
		{"numbers in a footnote", "A[^1]\n\n[^1]: {n m2021}, {cite repper}, {see veiledning}",
			"A^(62, ((@Repper & Carter, 2011)), [2])"},
		{"one footnote twice", "A[^1] B[^1]\n\n[^1]: en", "A^(en) B^(en)"},
		{"escaped footnote", "A\\[^1]", "A[^1]"},
		{"caret in brackets", "A [ ^ ] B", "A [ ^ ] B"},
		{"another language", "Et [word]{lang=en} her", "Et (en:word) her"},
		{"another language with emphasis", "Et [*two* words]{lang=en}", "Et /(en:two)/(en: words)"},
		{"another language in emphasis", "*Et [word]{lang=en}*", "/Et //(en:word)/"},
		{"another language and back", "[a [én ]{lang=nb}b]{lang=en}", "(en:a )én (en:b)"},
		{"the language around", "[ord]{lang=nb} her", "ord her"},
		{"number in another language", "{word m2021.tilbud | Vet ikke} " +
			"[{word m2021.tilbud | Vet ikke}]{lang=en} {word m2021.tilbud | Vet ikke}",
			"tre (en:three) tre"},
		{"citation in another language", "[{citet repper}]{lang=en}",
			"(en:(@Repper and Carter (2011)))"},
		{"footnote and another language", "[word[^1]]{lang=en}\n\n[^1]: [note]{lang=nn}",
			"(en:word)(en:^((nn:note)))"},
		{"link in another language", "[see [it](https://a.no)]{lang=en}",
			"(en:see )<(en:it) https://a.no>"},
		{"brackets stay", "[ord] her [1]", "[ord] her [1]"},
		{"empty", "\n\n", ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			fsys := base(t)
			script := "@ 2-chapters.toml\n- callout = \"Kort og klart.\"\n+ lead = '''\n+q " +
				fmt.Sprintf("%q", "\n"+tt.markdown+"'''\n")
			odd := "@ 2021/medlem/survey.toml\n+q " + fmt.Sprintf("%q", "[[figure]]\nid = 'odd'\n"+
				"kind = 'open'\nresponses = 1\nquestion = 'Hva *er* [dette](x) & <b>?'\n")
			for _, e := range []string{script, odd} {
				if err := edit(fsys, e); err != nil {
					t.Fatal(err)
				}
			}
			r, err := Load(fsys, 2022, "aarsrapport")
			if tt.want == "" { // empty prose is a mistake of its own
				if err == nil || !strings.Contains(err.Error(), "is empty") {
					t.Fatalf("have %v", err)
				}
				return
			}
			if err != nil {
				t.Fatal(err)
			}
			if have := prosePicture(r.Chapters[0].Topics[0].Blocks[2].Text); have != tt.want {
				t.Errorf("%s\nhave %q\nwant %q", tt.markdown, have, tt.want)
			}
		})
	}
}

// prosePicture writes prose on one line: /emphasis/, *strong*, <text address>, [kind of reference],
// (@text) for a citation, ^(text) for a footnote, (en:text) for words of another language, and
// before each paragraph what it is, with ! for the first of an item.
func prosePicture(p Prose) string {
	var paras []string
	for _, para := range p {
		var b strings.Builder
		switch para.Kind {
		case Bullet:
			fmt.Fprintf(&b, "•%d", para.Level)
		case Numbered:
			fmt.Fprintf(&b, "%d.%d", para.Number, para.Level)
		case Quotation:
			b.WriteString("»")
		}
		if para.First {
			b.WriteString("!")
		}
		if para.Kind != Plain {
			b.WriteString(" ")
		}
		for _, in := range para.Inlines {
			b.WriteString(inlinePicture(in))
		}
		paras = append(paras, b.String())
	}
	return strings.Join(paras, "|")
}

func inlinePicture(in Inline) string {
	s := in.Text
	if in.Ref != nil {
		s = fmt.Sprintf("[%d]", in.Ref.Kind)
	}
	if in.Note != nil {
		s = "^(" + prosePicture(in.Note.Text) + ")"
	}
	if in.Cite != nil {
		s = "(@" + s + ")"
	}
	if in.Language != "" {
		s = "(" + in.Language + ":" + s + ")"
	}
	if in.Emph {
		s = "/" + s + "/"
	}
	if in.Strong {
		s = "*" + s + "*"
	}
	if in.URI != "" {
		s = "<" + s + " " + in.URI + ">"
	}
	return s
}

// TestNumerals has numbers in words to twelve and in digits from thirteen, and never both in a sentence.
func TestNumerals(t *testing.T) {
	for _, tt := range [][2]string{
		{"Bare {word m2021.tilbud | Vet ikke} vet ikke.", "Bare tre vet ikke."},
		{"Av dem er {word m2021.tilbud | Nei} uten.", "Av dem er 28 uten."},
		{"Av {n m2021} er {word m2021.tilbud | Vet ikke} i tvil.", "Av 62 er 3 i tvil."},
		{"{share m2021.tilbud | Nei} er uten, {word m2021.tilbud | Vet ikke} i tvil.",
			"28_av_62 er uten, 3 i tvil."},
		{"{word m2021.tilbud | Vet ikke} er i tvil, {word m2021.tilbud | Nei} er uten.",
			"3 er i tvil, 28 er uten."},
		{"{Word m2021.tilbud | Nei} er uten, {word m2021.tilbud | Vet ikke} i tvil.",
			"Tjueåtte er uten, tre i tvil."},
		{"«*{Word m2021.tilbud | Nei}* er uten, {word m2021.tilbud | Nei} er det ikke.»",
			"«Tjueåtte er uten, tjueåtte er det ikke.»"},
		{"{percent m2021.tilbud | Nei} er uten, {word m2021.tilbud | Vet ikke} i tvil.",
			"45_% er uten, tre i tvil."},
		{"Det er {n m2021} svar. Bare {word m2021.tilbud | Vet ikke} er i tvil! {n m2021} er det.",
			"Det er 62 svar. Bare tre er i tvil! 62 er det."},
		{"Av {n m2021} svar\ner {word m2021.tilbud | Vet ikke} i tvil", "Av 62 svar er 3 i tvil"},
		{"Det er {n m2021}\n\nBare {word m2021.tilbud | Vet ikke}", "Det er 62 Bare tre"},
	} {
		r := loadBase(t, "@ 1-report.toml\n- about = \"En rapport om {invited m2021} medlemmer.\"\n"+
			"+ about = \"\"\"\n+ "+strings.ReplaceAll(tt[0], "\n", "\n+ ")+"\"\"\"")
		if have := strings.ReplaceAll(r.About.Plain(), "\u00a0", "_"); have != tt[1] {
			t.Errorf("%s: have %q, want %q", tt[0], have, tt[1])
		}
	}
}

// TestPlaceholders fills in each placeholder of the schema, in each language.
func TestPlaceholders(t *testing.T) {
	tests := []struct{ placeholder, nb, nn, en string }{
		{"{percent m2021.tilbud | Nei}", "45_%", "45_%", "45_%"},
		{"{percent.1 m2021.tilbud | Nei}", "45,2_%", "45,2_%", "45.2_%"},
		{"{prosent m2021.tilbud | Nei}", "45_prosent", "45_prosent", "45_per cent"},
		{"{prosent.1 m2021.tilbud | Nei}", "45,2_prosent", "45,2_prosent", "45.2_per cent"},
		{"{count m2021.tilbud | Nei}", "28", "28", "28"},
		{"{count m2021.tilbud | Nei ; Vet ikke}", "31", "31", "31"},
		{"{word m2021.tilbud | Vet ikke}", "tre", "tre", "three"},
		{"{word m2021.tilbud | Nei}", "28", "28", "28"},
		{"{Word m2021.tilbud | Nei}", "Tjueåtte", "Tjueåtte", "Twenty-eight"},
		{"{Word m2021.nyttig | Ja}", "Tjueen", "Tjueein", "Twenty-one"},
		{"{share m2021.tilbud | Nei}", "28_av_62", "28_av_62", "28_of_62"},
		{"{n m2021.team}", "60", "60", "60"},
		{"{n m2021}", "62", "62", "62"},
		{"{nword m2021.nyttig}", "31", "31", "31"},
		{"{Nword m2021.nyttig}", "Trettien", "Trettiein", "Thirty-one"},
		{"{Nword m2021}", "Sekstito", "Sekstito", "Sixty-two"},
		{"{invited m2021}", "148", "148", "148"},
		{"{rate m2021}", "42_%", "42_%", "42_%"},
		{"{rate.1 m2021}", "41,9_%", "41,9_%", "41.9_%"},
		{"{period m2021}", "august 2021", "august 2021", "august 2021"},
		{"{title m2021}", "Medlemsundersøkelsen 2021", "Medlemsundersøkelsen 2021",
			"Medlemsundersøkelsen 2021"},
		{"{title m2021.team}", "Arbeid i team", "Arbeid i team", "Arbeid i team"},
		{"{question m2021.team}", "Arbeider du i team?", "Arbeider du i team?",
			"Arbeider du i team?"},
		{"{change m2021.team | Ja}", "10,0_prosentpoeng", "10,0_prosentpoeng",
			"10.0_percentage points"},
		{"{margin m2021.team | Ja}", "±14,1_prosentpoeng", "±14,1_prosentpoeng",
			"±14.1_percentage points"},
		{"{diff m2021.team | Ja}", "+10,0", "+10,0", "+10.0"},
		{"{diff m2021.tilbud | Nei}", "−21,5", "−21,5", "−21.5"},
		{"{change m2021.tilbud | Nei}", "21,5_prosentpoeng", "21,5_prosentpoeng",
			"21.5_percentage points"},
		{"{previous m2021.team | Ja}", "65_%", "65_%", "65_%"},
		{"{previous.1 m2021.tilbud | Nei}", "66,7_%", "66,7_%", "66.7_%"},
		{"{previousshare m2021.team | Ja}", "26_av_40", "26_av_40", "26_of_40"},
		{"{point m2021.tilbud}", "1,6_prosentpoeng", "1,6_prosentpoeng", "1.6_percentage points"},
		{"{ percent   m2021.tilbud|Nei }", "45_%", "45_%", "45_%"},
	}
	for _, lang := range Languages() {
		var prose []string
		for _, tt := range tests {
			prose = append(prose, tt.placeholder)
		}
		r := loadBase(t, "@ 1-report.toml\n- language = \"nb\"\n+ language = \""+lang+
			"\"\n- about = \"En rapport om {invited m2021} medlemmer.\"\n+ about = \"\"\"\n+ "+
			strings.Join(prose, "\n+ \n+ ")+"\"\"\"")
		for i, tt := range tests {
			want := map[string]string{"nb": tt.nb, "nn": tt.nn, "en": tt.en}[lang]
			have := strings.ReplaceAll(r.About[i].Inlines[0].Text, "\u00a0", "_")
			if have != want {
				t.Errorf("%s %s: have %q, want %q", lang, tt.placeholder, have, want)
			}
		}
	}
}
