package charts

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"rapport/charts/vector"
	"rapport/content"
	"rapport/fonts"
)

// softHyphen marks where a word may be broken.
const softHyphen = "\u00ad"

// plainSetter measures with unkerned advances and breaks lines greedily, then narrower until one
// more would be needed: near enough to the real setter for places, and independent of it.
type plainSetter struct{}

func (plainSetter) Width(text string, f vector.Font) fonts.Pt {
	if strings.HasSuffix(text, softHyphen) {
		text = strings.TrimSuffix(text, softHyphen) + "-"
	}
	units := 0
	for _, r := range text {
		if r == '\u00ad' {
			continue
		}
		g, ok := f.Face.Glyph(r)
		if !ok && r == '\u00a0' {
			g, _ = f.Face.Glyph(' ')
		}
		units += f.Face.Advance(g)
	}
	return f.Size * fonts.Pt(units) / fonts.Pt(f.Face.UnitsPerEm)
}

func (s plainSetter) Wrap(text string, f vector.Font, width fonts.Pt) []string {
	lines := s.greedy(text, f, width)
	divided := func(lines []string) bool {
		return slices.ContainsFunc(lines,
			func(l string) bool { return strings.HasSuffix(l, softHyphen) })
	}
	for n := len(lines); n > 1 && !divided(lines); {
		width -= 0.25
		narrower := s.greedy(text, f, width)
		if len(narrower) > n || divided(narrower) ||
			slices.ContainsFunc(narrower, func(l string) bool { return s.Width(l, f) > width }) {
			break
		}
		lines = narrower
	}
	return lines
}

func (s plainSetter) Narrowest(text string, f vector.Font) fonts.Pt {
	var width fonts.Pt
	for word := range strings.FieldsSeq(text) {
		pieces := strings.SplitAfter(word, softHyphen)
		for _, piece := range pieces {
			width = max(width, s.Width(piece, f))
		}
	}
	return width
}

func (s plainSetter) greedy(text string, f vector.Font, width fonts.Pt) []string {
	var lines []string
	line := ""
	push := func() {
		if line != "" {
			lines = append(lines, line)
		}
		line = ""
	}
	for _, word := range strings.Split(text, " ") {
		joined := strings.TrimSpace(line + " " + whole(word))
		if s.Width(joined, f) <= width {
			line = joined
			continue
		}
		push()
		for s.Width(whole(word), f) > width {
			head, rest := s.hyphenate(word, f, width)
			if head == "" {
				break
			}
			lines = append(lines, head)
			word = rest
		}
		line = whole(word)
	}
	push()
	if lines == nil {
		lines = []string{""}
	}
	return lines
}

// hyphenate cuts a word at the last soft hyphen that fits, or else, when it has none, after as many
// letters as fit, at least three on either side.
func (s plainSetter) hyphenate(word string, f vector.Font, width fonts.Pt) (head, rest string) {
	parts := strings.Split(word, softHyphen)
	for i := len(parts) - 1; i > 0; i-- {
		head := strings.Join(parts[:i], "") + softHyphen
		if s.Width(head, f) <= width {
			return head, strings.Join(parts[i:], softHyphen)
		}
	}
	letters := []rune(whole(word))
	for i := len(letters) - 3; i >= 3; i-- {
		head := string(letters[:i]) + softHyphen
		if s.Width(head, f) <= width {
			return head, string(letters[i:])
		}
	}
	return "", word
}

func hex(name string, rgb uint32) vector.Color {
	return vector.Color{Name: name, R: uint8(rgb >> 16), G: uint8(rgb >> 8), B: uint8(rgb)}
}

// houseStyle is the design's palette and faces.
func houseStyle(t testing.TB) Style {
	t.Helper()
	return house()
}

func house() Style {
	face := func(family string, weight int) *fonts.Face {
		f, ok := fonts.Find(family, weight, false)
		if !ok {
			panic("no family " + family)
		}
		return f
	}
	blaabaer, nype, stein := hex("Blåbær", 0x2A1B3D), hex("Nype", 0xC4382A), hex("Stein", 0x8B848F)
	multe, fjord, lyng := hex("Multe", 0xC97A0E), hex("Fjord", 0x2B6A8C), hex("Lyng", 0xA9719F)
	mose := hex("Mose", 0x4E8A6A)
	scale := []vector.Color{hex("Skala 1", 0x9A2418), hex("Skala 2", 0xDC6F58),
		hex("Skala 3", 0x9A928F),
		hex("Skala 4", 0x35698A), hex("Skala 5", 0x173F58)}
	return Style{
		Ink: hex("Ink", 0x221A2B), Secondary: hex("Sekundær", 0x5E5566),
		Line:  hex("Linje", 0xD9D0D6),
		White: hex("Hvit", 0xFFFFFF), Highlight: nype, BarPlain: blaabaer,
		BarMuted: hex("Skifer", 0x8A7D95),
		Neutral:  stein, Slices: []vector.Color{blaabaer, multe, fjord, lyng, mose},
		Scale5: scale, Scale3: []vector.Color{scale[0], scale[2], scale[4]},
		Regular: face(fonts.SchibstedGrotesk, 400), Medium: face(fonts.SchibstedGrotesk, 500),
		Semibold: face(fonts.SchibstedGrotesk, 600), Bold: face(fonts.SchibstedGrotesk, 700),
		Body: face(fonts.SourceSerif, 400), BodySemibold: face(fonts.SourceSerif, 600),
	}
}

// answer makes an answer; a label that begins with "?" is residual.
func answer(label string, count int) content.Answer {
	rest, residual := strings.CutPrefix(label, "?")
	return content.Answer{Label: rest, Short: rest, Count: count, Residual: residual}
}

// question makes a single-choice figure of 2021; highlight is an index, or -1.
func question(text string, highlight int, answers ...content.Answer) *content.Figure {
	f := &content.Figure{ID: "f", Question: text, Kind: content.Single, Answers: answers,
		Survey: &content.Survey{ID: "ek2021", Year: 2021, Invited: 148, Answered: 62}}
	if highlight >= 0 {
		f.Highlight = []int{highlight}
	}
	f.N = f.Total()
	f.Asked = f.N
	return f
}

// scaleOf makes a statement on a scale.
func scaleOf(title string, names []string, counts ...int) *content.Figure {
	f := question(title, -1)
	f.Title, f.Kind, f.Ordered = title, content.Scale, true
	for i, n := range counts {
		f.Answers = append(f.Answers, answer(names[i], n))
	}
	f.N = f.Total()
	return f
}

// comparedWith adds the same question of 2020.
func comparedWith(f *content.Figure, n int, counts ...int) *content.Figure {
	then := &content.Figure{ID: "f", Question: f.Question, Kind: f.Kind, N: n,
		Survey: &content.Survey{ID: "ek2020", Year: f.Survey.Year - 1, Invited: 118, Answered: 72}}
	for i, a := range f.Answers {
		a.Count = counts[i]
		then.Answers = append(then.Answers, a)
	}
	f.Compare = then
	return f
}

// measure makes a row of a change list: a of n in 2020, b of m in 2021.
func measure(label string, a, n, b, m int) content.Measure {
	f := question(label, -1, answer("Ja", b), answer("Nei", m-b))
	comparedWith(f, n, a, n-a)
	return content.Measure{Figure: f, Answers: []int{0}, Then: []int{0}, Label: label}
}

// The figures of the pages that the designer drew.

func guidance() *content.Figure {
	return question("Har du tilbud om veiledning i rollen som erfaringskonsulent?", 0,
		answer("Nei", 28), answer("Ja, internt på arbeidsplassen", 22),
		answer("Ja, i et lokalt eller regionalt nettverk", 6),
		answer("Ja, ekstern veiledning i gruppe", 4), answer("Ja, ekstern veiledning alene", 2))
}

func employment() *content.Figure {
	return question("Hva slags ansettelse har du?", 1, answer("Fast stilling", 35),
		answer("Prosjekt\u00adstilling", 14),
		answer("Midlertidig", 9), answer("Vikariat", 4))
}

func description() *content.Figure {
	return question("Har du en stillingsbeskrivelse?", 1, answer("Ja", 29), answer("Nei", 29),
		answer("?Vet ikke", 4))
}

func hours() *content.Figure {
	f := question("Hvor mange timer arbeider du i uken?", 3, answer("0–10 timer", 5),
		answer("11–20 timer", 16),
		answer("21–30 timer", 14), answer("31–40 timer", 24), answer("Over 40 timer", 3))
	f.Ordered = true
	return f
}

// colleagues has an answer of over 27, so that its columns are four dots wide.
func colleagues() *content.Figure {
	f := question("Hvor mange erfaringskonsulenter er dere?", 0, answer("Bare meg", 31),
		answer("2", 18), answer("3", 5), answer("4", 5), answer("5", 2), answer("Flere", 1))
	f.Ordered = true
	return f
}

func workplace() *content.Figure {
	return question("Hvor arbeider du?", 0, answer("Kommune", 29),
		answer("Spesialisthelsetjenesten (DPS, sykehus og lignende)", 17),
		answer("Privat institusjon eller stiftelse", 5),
		answer("Brukerorganisasjon", 4), answer("Nav eller sosialtjenesten", 4),
		answer("?Annet", 3))
}

func office() *content.Figure {
	return question("Hadde du et verv på feltet før du fikk jobben?", 0,
		answer("Nei, ingen tilknytning", 23),
		answer("Ja, frivillig i en brukerorganisasjon", 19),
		answer("Ja, lønnet brukerrepresentant", 13),
		answer("Medlem av en brukerorganisasjon, men uten å delta aktivt", 5))
}

func counties() *content.Figure {
	return question("Hvilket fylke arbeider du i?", 0, answer("Vestland", 21), answer("Viken", 8),
		answer("Innlandet", 6),
		answer("Oslo", 6), answer("Rogaland", 5), answer("Trøndelag", 4), answer("Nordland", 3),
		answer("Vestfold og Telemark", 3),
		answer("Agder", 2), answer("Møre og Romsdal", 2), answer("Troms og Finnmark", 2))
}

func safety() []*content.Figure {
	names := []string{"Svært utrygt", "Utrygt", "Verken eller", "Trygt", "Svært trygt"}
	return []*content.Figure{
		scaleOf("Erfaringskonsulentmiljøet er trygt og inkluderende", names, 3, 8, 22, 26, 10),
		scaleOf("Jeg er trygg i rollen som erfaringskonsulent", names, 0, 3, 10, 23, 33),
		scaleOf("Det er trygt å si min mening til andre erfaringskonsulenter", names, 3, 3, 16, 21,
			26),
	}
}

func social() []*content.Figure {
	names := []string{"Lav (1–2)", "Midt (3)", "Høy (4–5)"}
	return []*content.Figure{
		scaleOf("Sosiale medier er nyttige i diskusjoner om erfaringskompetanse", names, 8, 23, 38),
		scaleOf("Det er trygt å ytre seg i sosiale medier", names, 28, 19, 22),
	}
}

func job() *content.Figure {
	f := question("Hvordan fikk du jobben?", 0, answer("Utlyst stilling", 24),
		answer("Nettverk eller kjennskap", 23), answer("Begge deler", 14))
	f.N = 62
	return comparedWith(f, 71, 39, 21, 11)
}

// before adds the same question of an earlier year to the earliest that a figure has.
func before(f *content.Figure, year, n int, counts ...int) *content.Figure {
	first := f
	for first.Compare != nil {
		first = first.Compare
	}
	comparedWith(first, n, counts...).Compare.Survey.Year = year
	first.Compare.Survey.ID = fmt.Sprintf("ek%d", year)
	return f
}

// applied is a question of five years; of one between them there is no survey.
func applied() *content.Figure {
	f := question("Hvordan fikk du jobben?", 0, answer("Utlyst stilling", 121),
		answer("Nettverk eller kjennskap", 115), answer("Begge deler", 74))
	f.Survey.Year, f.Survey.ID = 2022, "ek2022"
	before(f, 2021, 240, 113, 79, 48)
	before(f, 2020, 198, 109, 59, 30)
	before(f, 2018, 190, 106, 51, 33)
	return before(f, 2017, 171, 99, 41, 31)
}

func measures() []content.Measure {
	return []content.Measure{
		measure("Fast stilling", 40, 71, 35, 62),
		measure("I team med andre fagansatte", 59, 72, 56, 61),
		measure("Fikk jobben via nettverk", 21, 71, 23, 62),
		measure("I team med andre erfaringskonsulenter", 22, 71, 23, 62),
		measure("Organisert i Fagforbundet", 40, 70, 38, 61),
		measure("Tilbud om medarbeidersamtale", 49, 72, 44, 61),
		measure("Eneste erfaringskonsulent", 35, 71, 31, 62),
		measure("Ikke tilbud om veiledning", 33, 72, 28, 62),
		measure("Ikke fagorganisert", 22, 70, 17, 61),
		measure("Har stillingsbeskrivelse", 37, 72, 29, 62),
		measure("Fikk jobben via utlyst stilling", 39, 71, 24, 62),
	}
}

// shares are rows of a battery; two of them have no earlier year, and one's base is under thirty.
func shares() []content.Measure {
	alone := func(m content.Measure) content.Measure {
		m.Figure.Compare, m.Then = nil, nil
		return m
	}
	all := []content.Measure{
		measure("Fast stilling", 40, 71, 35, 62),
		measure("I team med andre fagansatte", 59, 72, 56, 61),
		measure("I team med andre erfaringskonsulenter", 22, 71, 23, 62),
		alone(measure("Fornøyd med stillingsprosenten", 1, 2, 49, 62)),
		measure("Tilbud om medarbeidersamtale hvert år", 49, 72, 44, 61),
		measure("Har stillingsbeskrivelse", 37, 72, 29, 62),
		alone(measure("Skal utvikle tjenestene", 1, 2, 24, 29)),
	}
	for i := range all {
		all[i].Figure.Survey.Period = "august 2021"
	}
	return ofOneSurvey(all)
}

// ofOneSurvey gives all measures the survey of the first.
func ofOneSurvey(all []content.Measure) []content.Measure {
	for i := range all {
		all[i].Figure.Survey = all[0].Figure.Survey
	}
	return all
}

func of(form Form, f ...*content.Figure) Data {
	return Data{Form: form, Figures: f, Language: "nb",
		Finding: "Nesten halvparten står uten veiledning"}
}

// cases are charts that everything is tried on: the design's own, and hard ones.
type chartCase struct {
	name   string
	data   Data
	width  float64 // mm
	height float64
}

func designCases() []chartCase {
	changes := Data{Form: Change, Measures: measures(), Language: "nb",
		Title: "Fra størst økning til størst nedgang"}
	paired := Data{Form: Paired, Language: "nb", Title: "Tre mål", Measures: []content.Measure{
		measure("Fikk jobben via utlyst stilling", 39, 71, 24, 62),
		measure("I team med andre fagansatte", 59, 72, 56, 61),
		measure("Har stillingsbeskrivelse", 37, 72, 29, 62)}}
	slope := of(Slope, job())
	slope.Compare = true
	series := of(Series, applied())
	series.Compare = true
	return []chartCase{
		{"series", series, 114.67, 67},
		{"pie", of(Pie, guidance()), 174, 106},
		{"donut", of(Donut, employment()), 85, 0},
		{"donut residual", of(Donut, description()), 85, 0},
		{"standing bars", of(VBar, hours()), 99.83, 76},
		{"lying bars", of(HBar, workplace()), 174, 0},
		{"lying bars, names above", of(HBar, office()), 114.67, 0},
		{"dense bars", of(HBar, counties()), 85, 0},
		{"scale of five", of(Likert, safety()...), 174, 0},
		{"scale of three", of(Likert, social()...), 174, 0},
		{"slope", slope, 107, 67},
		{"change list", changes, 174, 0},
		{"paired bars", paired, 85, 0},
		{"dot columns", of(DotCols, hours()), 83, 0},
		{"dot columns, four wide", of(DotCols, colleagues()), 83, 0},
		{"battery", Data{Form: Battery, Measures: shares(), Language: "nb"}, 174, 0},
		{"dots", of(Dots, guidance()), 85, 0},
		{"tile map", of(TileMap, counties()), 85, 0},
		{"small multiples", byGroup(Multiples, guidanceByPlace()), 174, 0},
		{"dot plot", byGroup(DotPlot, guidanceByPlace()), 174, 0},
		{"stacked rows", byGroup(Stacked, safetyByPlace()), 174, 0},
		{"heat table", guidanceByAge(), 174, 0},
	}
}
