package content

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
)

// proseOf reads Markdown in the base report, in quotation marks of one kind or the other.
func proseOf(t *testing.T, markdown, quotes string) (Prose, []Warning, error) {
	t.Helper()
	fsys := base(t)
	script := "@ 2-chapters.toml\n- callout = \"Kort og klart.\"\n+ lead = " + quotes + "\n+q " +
		fmt.Sprintf("%q", "\n"+markdown+quotes+"\n")
	if err := edit(fsys, script); err != nil {
		t.Fatal(err)
	}
	r, err := Load(fsys, 2022, "aarsrapport")
	if err != nil {
		return nil, nil, err
	}
	return r.Chapters[0].Topics[0].Blocks[2].Text, r.Warnings(), nil
}

const (
	raw     = "'''"
	escaped = `"""`
)

// What is written is printed: a number at the start of a paragraph makes a list only where one is
// meant.
func TestListsThatAreMeant(t *testing.T) {
	tests := []struct{ markdown, want string }{
		// dates, years and ordinals at the start of a paragraph
		{"17. mai var stengt.", "17. mai var stengt."},
		{"1. mai var stengt.", "1. mai var stengt."},
		{"1. Mai var stengt.", "1. Mai var stengt."},
		{"2. verdenskrig tok slutt.", "2. verdenskrig tok slutt."},
		{"3. plass gikk til Vik.", "3. plass gikk til Vik."},
		{"2023. Året da alt begynte.", "2023. Året da alt begynte."},
		{"1. Bare ett punkt.", "1. Bare ett punkt."},
		{"1) Bare ett punkt.", "1) Bare ett punkt."},
		{"0. Null.", "0. Null."},
		{"17.\n18.", "17. 18."},
		{"17. mai\nog mer.", "17. mai og mer."},
		{"17. – 19. mai var stengt.", "17. – 19. mai var stengt."},
		{"3.–5. trinn.\n\n17.30 begynte det.\n\n§ 3. Formål.\n\n2a. Tillegg.",
			"3.–5. trinn.|17.30 begynte det.|§ 3. Formål.|2a. Tillegg."},
		{"2016. november var våt.", "2016. november var våt."},
		{"+47 22 22 22 22", "+47 22 22 22 22"},
		{"&#8203;\n\na", "a"},
		{"17. mai *og* mer.\n\nNytt.", "17. mai /og/ mer.|Nytt."},
		{"17. mai.\n\n18. mai.\n\n19. mai.", "17. mai.|18. mai.|19. mai."},
		{"1. mai.\n\n2. juni.", "1. mai.|2. juni."},
		{"1. mai.\n2. juni.", "1. mai. 2. juni."},
		{"1. des. var mørk.\n\n2. des. også.", "1. des. var mørk.|2. des. også."},
		{"2019. Åpnet.\n\n2021. Utvidet.\n\n2024. Nytt.", "2019. Åpnet.|2021. Utvidet.|2024. Nytt."},
		{"2023. Åpnet.\n\n2024. Utvidet.", "2023. Åpnet.|2024. Utvidet."},
		{"1. plass gikk til a.\n\n3. plass gikk til b.", "1. plass gikk til a.|3. plass gikk til b."},
		{"12. b.\n\n15. c.\n\n11. d.", "12. b.|15. c.|11. d."},
		// lines of a paragraph that happen to begin with one
		{"Vi møttes den\n1. mai 2024 i Vik.", "Vi møttes den 1. mai 2024 i Vik."},
		{"Vi møttes\n1. *mai*\nog gikk.", "Vi møttes 1. /mai/ og gikk."},
		{"17. mai og den\n1. juni 2024.", "17. mai og den 1. juni 2024."},
		{"- a den\n  1. mai\n- b", "•0! a den 1. mai|•0! b"},
		{"- 2. verdenskrig\n- b", "•0! 2. verdenskrig|•0! b"},
		{"> 17. mai var fin.\n> Ja.", "»! 17. mai var fin. Ja."},
		// lists
		{"1. a\n2. b", "1.0! a|2.0! b"},
		{"1. mai-tog\n2. flagg", "1.0! mai-tog|2.0! flagg"},
		{"1) a\n2) b", "1)0! a|2)0! b"},
		{"0. a\n1. b", "0.0! a|1.0! b"},
		{"01. a\n02. b", "01.0! a|02.0! b"},
		{"1. a\n\n2. b", "1.0! a|2.0! b"},
		{"Slik:\n1. a\n2. b", "Slik:|1.0! a|2.0! b"},
		{"3. a\n4. b", "3.0! a|4.0! b"},
		{"99. a\n100. b\n101. c", "99.0! a|100.0! b|101.0! c"},
		{"3. Den tredje.\n\n4. Den fjerde.", "3.0! Den tredje.|4.0! Den fjerde."},
		{"1. a\n2. b\n\n1. c\n2. d", "1.0! a|2.0! b|1.0! c|2.0! d"},
		{"1. a\n   1. b\n   2. c\n2. d", "1.0! a|1.1! b|2.1! c|2.0! d"},
		{"1. a\n2. - b\n3. c", "1.0! a|2.0! \u00a0|•1! b|3.0! c"},
		{"1. a\n   - b\n2. c", "1.0! a|•1! b|2.0! c"},
		{"1. a\n\n   mer\n2. b", "1.0! a|1.0 mer|2.0! b"},
		// bullets
		{"- a", "•0! a"},
		{"- a\n- b", "•0! a|•0! b"},
		{"- 5 kvinner\n- 7 menn", "•0! 5 kvinner|•0! 7 menn"},
		{"- men ikke alle.", "- men ikke alle."},
		{"- 5 prosentpoeng.", "- 5 prosentpoeng."},
		{"- {n m2021} svar.", "•0! 62 svar."},
		{"+ 5 prosentpoeng.", "+ 5 prosentpoeng."},
		{"* Innenfor feilmarginen.", "* Innenfor feilmarginen."},
		{"* a\n* b", "•0! a|•0! b"},
		{"Det var fint\n- og dyrt", "Det var fint - og dyrt"},
		{"Det var fint\n- dyrt også", "Det var fint - dyrt også"},
		{"Vi spurte om:\n- hjelp", "Vi spurte om:|•0! hjelp"},
		{"Vi spurte om\n- hjelp\n- sted", "Vi spurte om|•0! hjelp|•0! sted"},
		{"- a\n  - b", "•0! a|•1! b"},
		// quotations
		{"> Det var fint.", "»! Det var fint."},
		{"> 50 prosent svarte.", "> 50 prosent svarte."},
		{">50 prosent svarte.", ">50 prosent svarte."},
		{"> {percent m2021.tilbud | Ja} svarte.", "> 50\u00a0% svarte."},
		{"Andelen er\n> 50 prosent\ni år.", "Andelen er > 50 prosent i år."},
		{"> 50 år er lenge.\n> Sa hun.", "»! 50 år er lenge. Sa hun."},
		{"Hun sa:\n> Det var fint.", "Hun sa:|»! Det var fint."},
		// signs that are no markup
		{"5*3*2 er 30.", "5*3*2 er 30."},
		{"a (*) og b (*)", "a (*) og b (*)"},
		{"a*b*c", "a/b/c"},
		// bullets of word processors
		{"• a\n• b", "•0! a|•0! b"},
		{"•a\n•b", "•0! a|•0! b"},
		{"• bare én", "•0! bare én"},
		{"\uf0b7\ta\n\uf0b7\tb", "•0! a|•0! b"},
		{"  • a\n  • b", "•0! a|•0! b"},
		{"\t• a\n\t• b", "•0! a|•0! b"},
		{"· a\n· b", "•0! a|•0! b"},
		{"▪ a\n▪ b", "•0! a|•0! b"},
		{"•\ta\no\tb\no\tc\n•\td", "•0! a|•1! b|•1! c|•0! d"},
		{"•\ta\no\tb\n▪\tc\n•\td", "•0! a|•1! b|•2! c|•0! d"},
		{"Dette:\n• {n m2021} svar\n• *b*", "Dette:|•0! 62 svar|•0! /b/"},
		{"• a\n\n• b\n\nc", "•0! a|•0! b|c"},
		{"a • b\nc • d", "a • b c • d"},
		{"o vei", "o vei"},
		{"– Hva?\n\n– Ingenting.", "– Hva?|– Ingenting."},
		{"Det var\n– tror vi – fint.", "Det var – tror vi – fint."},
		// addresses
		{"Se https://a.no/b_c_d.", "Se <https://a.no/b_c_d https://a.no/b_c_d>."},
		{"(https://a.no/å_(b))", "(<https://a.no/å_(b) https://a.no/å_(b)>)"},
		{"*https://a.no/b*", "</https://a.no/b/ https://a.no/b>"},
		{"«https://a.no», HTTP://A.NO!", "«<https://a.no https://a.no>», <HTTP://A.NO HTTP://A.NO>!"},
		{"https://a.no/{n m2021}", "https://a.no/62"},
		{"[https://a.no](https://b.no)", "<https://a.no https://b.no>"},
		{"xhttps://a.no https://a", "xhttps://a.no https://a"},
		{`https://a.no/b\_c`, "<https://a.no/b_c https://a.no/b_c>"},
		{"https://a.no/?a=b&amp;c=d", "<https://a.no/?a=b&c=d https://a.no/?a=b&c=d>"},
	}
	for _, tt := range tests {
		t.Run(tt.markdown, func(t *testing.T) {
			p, told, err := proseOf(t, tt.markdown, raw)
			if err != nil || len(told) > 0 {
				t.Fatalf("%v, %v", err, told)
			}
			if have := markedPicture(p); have != tt.want {
				t.Errorf("have %q\nwant %q", have, tt.want)
			}
		})
	}
}

// markedPicture is prosePicture with a list's closing brackets.
func markedPicture(p Prose) string {
	var paras []string
	for _, para := range p {
		s := prosePicture(Prose{para})
		if para.First && para.Kind == Numbered {
			s = strings.Replace(s, fmt.Sprintf("%d.", para.Number), para.Mark, 1)
		}
		paras = append(paras, s)
	}
	return strings.Join(paras, "|")
}

// Where it cannot be told whether a list is meant, the author is asked, with the escape; written as
// the hint has it, the text is prose.
func TestDoubtfulLists(t *testing.T) {
	tests := []struct {
		markdown     string
		line, column int // below the opening line
		hint         string
	}{
		{"1. a\n1. b\n1. c", 2, 1, `1\. is always a paragraph`},
		{"1. a\n2. b\n4. d", 3, 1, `4\. is always a paragraph`},
		{"1. a\n2.\n3. c", 2, 1, `2\. is always a paragraph`},
		{"1) a\n3) b", 2, 1, `3\) is always a paragraph`},
		{"2019. Åpnet.\n2021. Utvidet.", 2, 1, `2021\. is always a paragraph`},
		{"2023. Åpnet.\n2024. Utvidet.", 1, 1, `2023\. is always a paragraph`},
		{"2. verdenskrig.\n\n3. plass.", 1, 1, `2\. is always a paragraph`},
		{"Tekst.\n\n- a\n  1. b\n  3. c", 5, 3, `3\. is always a paragraph`},
		{"+ 5\n+ 6", 1, 1, `\+ is always a paragraph`},
		{"– Hva?\n– Ingenting.", 1, 1, "for a list write: - Hva?"},
		{"Vi vil:\n— a\n— b", 2, 1, "for a list write: - a"},
		{"[1]: vedlegg", 1, 1, `write \[ for a bracket`},
		{"Tekst.\n\n[1]: https://a.no", 3, 1, `write \[ for a bracket`},
	}
	for _, tt := range tests {
		t.Run(tt.markdown, func(t *testing.T) {
			_, _, err := proseOf(t, tt.markdown, raw)
			ps := problemsIn(err)
			if len(ps) != 1 {
				t.Fatalf("%v", err)
			}
			p := ps[0]
			if p.Pos.Line != 26+tt.line || p.Pos.Column != tt.column ||
				!strings.Contains(p.Hint, tt.hint) {
				t.Errorf("have %d:%d %s\nwant %d:%d %s", p.Pos.Line-26, p.Pos.Column, p.Hint,
					tt.line, tt.column, tt.hint)
			}
			_, _, err = proseOf(t, strings.ReplaceAll(tt.markdown, `\`, `\\`), escaped)
			if ps := problemsIn(err); len(ps) != 1 ||
				!strings.Contains(ps[0].Hint, strings.ReplaceAll(tt.hint, `\`, `\\`)) {
				t.Errorf("in %s: %v", escaped, err)
			}
		})
	}
	for _, s := range []string{"1\\. a\n1\\. b", "2019\\. Åpnet.\n2021\\. Utvidet."} {
		if p, _, err := proseOf(t, s, raw); err != nil ||
			strings.ReplaceAll(strings.ReplaceAll(s, `\`, ""), "\n", " ") != prosePicture(p) {
			t.Errorf("%s: %v, %v", s, p, err)
		}
	}
}

// Markup that did not take is printed as it stands, and told of at its place.
func TestLeftovers(t *testing.T) {
	tests := []struct {
		markdown string
		column   int // 0: nothing is said
		what     string
	}{
		{"Dette er **ikke lukket.", 10, "stars"},
		{"Og **fet **her.", 4, "stars"},
		{"Og ** fet** her.", 4, "stars"},
		{"Og *kursiv her.", 4, "star"},
		{"Han sa *«hei.»*Så gikk han.", 8, "star"},
		{"Og __fet her.", 4, "marks"},
		{"Og _kursiv _her.", 4, "mark"},
		{"Se [siden] (https://a.no) her.", 10, "space stands between the brackets"},
		{"Se [filen](https://a.no/a b.pdf).", 4, "space stands in the address"},
		{"Se [filen](https://a.no/a", 10, "no link"},
		{"Se [filen][1] her.", 4, "nothing says where"},
		{"Se [en] (https://a.no) og [to](https://a.no/a b.pdf).", 7, "space stands between the brackets"},
		{"Et ~~gammelt~~ ord.", 4, "struck"},
		{"Se <www.example.org> nå.", 4, "no link"},
		{"[ ] Ja  [x] Nei", 1, "box"},
		{"*Ja **nei* da", 1, "star"},
		{"Ja* og nei*.", 0, ""},
		{"Se https://a.no/__init__/*x og <https://a.no/**b>.", 0, ""},
		{"Se [a] og (https://a.no), [b] ( c ).", 0, ""},
		{"5 * 3 = 15, 2**3", 14, "stars"},
		{"5*3 og 5 * 3", 0, ""},
		{"fil_navn_her og _", 0, ""},
		{`\*\*ord og \_ord\_`, 0, ""},
		{"Navn: ________", 0, ""},
		{"**Fet** og *kursiv*, _også_.", 0, ""},
		{"[ord] (se under) [1] (2)", 0, ""},
		{"p < 0,05*", 0, ""},
		{"* p < 0,05", 0, ""},
		{"{question m2021.team} {n m2021}", 0, ""},
		{"a~b~~c", 0, ""},
	}
	for _, tt := range tests {
		t.Run(tt.markdown, func(t *testing.T) {
			_, told, err := proseOf(t, tt.markdown, raw)
			if err != nil {
				t.Fatal(err)
			}
			if tt.column == 0 {
				if len(told) > 0 {
					t.Errorf("%v", told)
				}
				return
			}
			slices.SortFunc(told, func(a, b Warning) int { return a.Pos.Compare(b.Pos) })
			if len(told) == 0 || told[0].Pos.Column != tt.column || told[0].Pos.Line != 27 ||
				!strings.Contains(told[0].Text, tt.what) || told[0].Block == nil {
				t.Errorf("have %+v, want %d %s", told, tt.column, tt.what)
			}
		})
	}
}

// Lines that begin with letters or numbers in brackets are told of, and run together.
func TestLinesTogether(t *testing.T) {
	for markdown, want := range map[string]int{
		"a) hjelp\nb) sted": 1, "(1) hjelp\n(2) sted": 1,
		"✅ hjelp\n✅ sted": 1, "✔️ hjelp\n✔️ sted": 1, "► a\n► b": 1,
		"✅ hjelp\n❌ sted": 0, "✅ hjelp\n\n✅ sted": 0, "Vi spurte:\na) hjelp\nb) sted": 1,
		"a) hjelp\n\nb) sted": 0, "a) hjelp\nc) sted": 0, "en\na) to\nb) tre": 0,
	} {
		if _, told, err := proseOf(t, markdown, raw); err != nil || len(told) != want {
			t.Errorf("%q: %v, %v", markdown, told, err)
		}
	}
}

// FuzzMarkdown reads Markdown: nothing panics, problems and warnings stand in the text, and every
// digit that is written is printed, in order, where Markdown takes none away.
func FuzzMarkdown(f *testing.F) {
	for _, seed := range []string{
		"17. mai.\n\n18. juni.", "1. a\n2. b\n   - c\n\n   d", "• a\n•\tb\no\tc", "> 50\n> b",
		"*a **b* c**", "[a](https://b.no) https://c.no/d_e", "a[^1]\n\n[^1]: b\n\n    c",
		"{n m2021} {{", "[a [b]{lang=nn}]{lang=en}", "&#37; \\* &amp;", "1) a\n1. b\n- c\n+ d\n* e",
		"1. 0\n2. -", "[a]: b\n\n[a]", "1.\n2.\n\n> 1. 2\n- 3. 4",
	} {
		f.Add(seed)
	}
	fsys := base(f)
	if err := edit(fsys, "@ 1-report.toml\n"+
		"- [back]\n- statement = [\"{n m2021} stemmer.\", \"{invited m2021} plasser.\"]\n"+
		"- text = \"Les mer på nettet.\"\n+ # no back"); err != nil {
		f.Fatal(err)
	}
	file := &fstest.MapFile{}
	fsys["2022/aarsrapport/4-fuzz.toml"] = file
	f.Fuzz(func(t *testing.T, markdown string) {
		file.Data = []byte("[back]\ntext = " + tomlString(markdown))
		r, err := Load(fsys, 2022, "aarsrapport")
		for _, p := range problemsIn(err) {
			if p.Pos.File == "" || p.Pos.Line < 1 || p.Pos.Column < 1 {
				t.Errorf("%q: %+v", markdown, p)
			}
		}
		if err != nil || strings.ContainsAny(markdown, "\\&[]{}<>`") {
			return
		}
		var printed strings.Builder
		for _, p := range r.Back.Text {
			if p.Kind == Numbered && p.First {
				printed.WriteString(p.Mark)
			}
			for _, in := range p.Inlines {
				printed.WriteString(in.Text)
			}
		}
		if have, want := onlyDigits(printed.String()), onlyDigits(markdown); have != want {
			t.Errorf("%q: the digits %s are printed, %s are written", markdown, have, want)
		}
	})
}

// tomlString is a text as a TOML string in which every character is itself.
func tomlString(s string) string {
	var b strings.Builder
	b.WriteByte('"')
	for _, r := range s {
		fmt.Fprintf(&b, `\U%08X`, r)
	}
	b.WriteByte('"')
	return b.String()
}

func onlyDigits(s string) string {
	return strings.Map(func(r rune) rune {
		if r < '0' || r > '9' {
			return -1
		}
		return r
	}, s)
}
