package invent

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

// vocabulary is what the texts of a language are drawn from.
type vocabulary struct {
	words    []string
	stems    []string // first parts of compounds, with their joint
	heads    []string // last parts of compounds
	answers  []string // short answers, in the order of a scale
	long     []string // real words that are wider than many places
	question string   // how a question begins
}

func vocabularyOf(language string) vocabulary {
	split := strings.Fields
	switch language {
	case "nn":
		return vocabulary{
			words: split(`eg vi dei som har fått ikkje meir noko mange arbeidet rolla tenesta kommunen leiaren samarbeid
				rettleiing erfaring medan kvar dag alltid sjeldan nokre gonger det er viktig å bli høyrd når ein kjem inn i rommet
				kollegaer brukarar pårørande fagfolk saman utanfor huset møta tid pengar løn stilling fast mellombels`),
			stems: split(`erfarings arbeids bruker kommune samarbeids kvalitets utdannings helse leiar stillings`),
			heads: split(`konsulent plass undersøking teneste utval rapport skjema gruppe avtale rettleiing`),
			long:  split(`Erfaringskonsulentundersøkinga tenesteutviklingsprosjektet brukarmedverknadsutvalet`),
			answers: []string{"Svært ueinig", "Ueinig", "Litt ueinig", "Verken eller", "Litt einig", "Einig", "Svært einig",
				"Heilt einig", "Alltid", "Utan tvil", "Kvar gong"},
			question: "Korleis opplever du",
		}
	case "en":
		return vocabulary{
			words: split(`we they who have had not more something many work role service municipality leader together
				guidance experience while every day always seldom some times it is important to be heard when one comes into the
				room colleagues users relatives professionals outside house meetings time money pay position permanent temporary`),
			stems: split(`peer- work- user- self- co- well- health- quality-`),
			heads: split(`support worker survey service committee report group agreement guidance`),
			long:  split(`deinstitutionalisation interdisciplinarity internationalisation counterrevolutionaries`),
			answers: []string{"Strongly disagree", "Disagree", "Slightly disagree", "Neither nor", "Slightly agree", "Agree",
				"Strongly agree", "Fully agree", "Always", "Without doubt", "Every time"},
			question: "How do you experience",
		}
	}
	return vocabulary{
		words: split(`jeg vi de som har fått ikke mer noe mange arbeidet rollen tjenesten kommunen lederen samarbeid
			veiledning erfaring mens hver dag alltid sjelden noen ganger det er viktig å bli hørt når en kommer inn i rommet
			kolleger brukere pårørende fagfolk sammen utenfor huset møtene tid penger lønn stilling fast midlertidig`),
		stems: split(`erfarings arbeids bruker kommune samarbeids kvalitets utdannings helse leder stillings`),
		heads: split(`konsulent plass undersøkelse tjeneste utvalg rapport skjema gruppe avtale veiledning`),
		long: split(`Erfaringskonsulentundersøkelsen menneskerettighetskonvensjonene brukermedvirkningsutvalgene
			minoritetsladningsbærerdiffusjonskoeffisient arbeidsmarkedsetaten kvalitetssikringssystemene`),
		answers: []string{"Svært uenig", "Uenig", "Litt uenig", "Verken eller", "Litt enig", "Enig", "Svært enig",
			"Helt enig", "Alltid", "Uten tvil", "Hver gang"},
		question: "Hvordan opplever du",
	}
}

// strange are words that people do paste into reports.
func strange() []string {
	return []string{
		"https://www.example.org/publikasjoner/2024/erfaringskonsulentundersokelsen_full_versjon.pdf?utm_source=nyhetsbrev&id=48151623",
		"fornavn.mellomnavn.etternavn@erfaringssentrum.example.org", "HELSE-OG-OMSORGSDEPARTEMENTET", "3,14159265358979323846",
		"og/eller/samt/dessuten/videre", "C++", "😀", "👩‍👩‍👧", "§§", "Ŧŋ", "AA", "x²", "–", "«sitat»", "🇳🇴", "Ω", "naïve", "10⁶",
		"erfarings\u00adkonsulent\u00adunder\u00adsøkelsen", "1\u00a0000\u00a0000", "а", "日本語", "O’Hara-Østergård-Fjeldstad",
	}
}

// word is one word in small letters, mostly.
func (m *maker) word() string {
	switch {
	case m.chance(0.12):
		return m.compound(1)
	case m.hard() && m.chance(0.06):
		return oneOf(m, m.words.long...)
	case m.hard() && m.chance(0.04):
		return oneOf(m, strange()...)
	case m.hard() && m.chance(0.005):
		return strings.Repeat(oneOf(m, "a", "ab", "/x", "(", "W"), m.few(30, 400))
	}
	return oneOf(m, m.words.words...)
}

// compound is a word of so many stems and a head.
func (m *maker) compound(stems int) string {
	var b strings.Builder
	for range stems {
		b.WriteString(oneOf(m, m.words.stems...))
	}
	return b.String() + oneOf(m, m.words.heads...)
}

// phrase is so many words, the first with a capital letter.
func (m *maker) phrase(words int) string {
	list := make([]string, words)
	for i := range list {
		list[i] = m.word()
	}
	return capital(strings.Join(list, " "))
}

// short is a phrase of at most so many characters.
func (m *maker) short(words, letters int) string {
	s := m.phrase(words)
	for utf8.RuneCountInString(s) > letters {
		if k := strings.LastIndexByte(s, ' '); k > 0 {
			s = s[:k]
			continue
		}
		return string([]rune(s)[:letters])
	}
	return s
}

func capital(s string) string {
	r, size := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(r)) + s[size:]
}

// sentence is a sentence of some words.
func (m *maker) sentence() string { return m.phrase(m.between(4, 18)) + "." }

// heading is a title or headline.
func (m *maker) heading() string {
	if m.hard() {
		return m.phrase(m.few(1, 24))
	}
	return m.short(m.between(2, 8), 58)
}

// escaped is a text in which Markdown means nothing. Braces are doubled, since they begin placeholders.
func escaped(s string) string {
	var b strings.Builder
	for _, r := range s {
		switch {
		case r == '{' || r == '}':
			b.WriteRune(r)
		case strings.ContainsRune("\\`*_[]<>()#+-.!|~&", r):
			b.WriteByte('\\')
		}
		b.WriteRune(r)
	}
	return b.String()
}

// paragraph is a paragraph of Markdown: sentences with emphasis, links, references and notes among them.
func (m *maker) paragraph(sentences int) string {
	var parts []string
	for range sentences {
		s := escaped(m.sentence())
		switch {
		case m.chance(0.05):
			s = "**" + escaped(m.phrase(2)) + "** " + s
		case m.chance(0.05):
			s += " *" + escaped(m.phrase(2)) + "*"
		case m.chance(0.03):
			s += " [" + escaped(m.phrase(3)) + "](https://example.org/" + m.compound(0) + ")"
		case m.chance(0.06):
			s += " " + m.placeholder()
		}
		parts = append(parts, s)
	}
	return strings.Join(parts, " ")
}

// placeholder is a number of the survey, or a reference.
func (m *maker) placeholder() string {
	switch {
	case len(m.works) > 0 && m.chance(0.3):
		return "{cite " + oneOf(m, m.works...) + "}"
	case len(m.topics) > 0 && m.chance(0.4):
		return "{" + oneOf(m, "see", "page") + " " + oneOf(m, m.topics...) + "}"
	}
	return "{" + oneOf(m, "n", "nword", "rate", "invited") + " " + m.survey.id + "}"
}

// prose is some paragraphs of Markdown, with lists, quotations and notes.
func (m *maker) prose(paragraphs int) string {
	var out, notes []string
	for range paragraphs {
		switch {
		case m.chance(0.08):
			out = append(out, m.list(m.few(2, 9), 0))
		case m.chance(0.04):
			out = append(out, "> "+m.paragraph(m.few(1, 3)))
		default:
			out = append(out, m.paragraph(m.few(1, 9)))
		}
		if m.inNotes && m.chance(0.08) {
			m.notes++
			out[len(out)-1] = m.noted(out[len(out)-1])
			length := m.few(1, 4)
			if m.hard() {
				length = m.few(1, 40)
			}
			notes = append(notes, fmt.Sprintf("[^n%d]: %s", m.notes, m.noteText(length)))
		}
	}
	return strings.Join(append(out, notes...), "\n\n")
}

// noted puts the mark of the last note at the end of a block's last line.
func (m *maker) noted(block string) string { return fmt.Sprintf("%s[^n%d]", block, m.notes) }

// noteText is the text of a note, in which no note may stand.
func (m *maker) noteText(sentences int) string {
	defer func(before bool) { m.inNotes = before }(m.inNotes)
	m.inNotes = false
	return m.paragraph(sentences)
}

// list is a list in Markdown, now and then with a list inside.
func (m *maker) list(items, level int) string {
	var lines []string
	indent := strings.Repeat("   ", level)
	numbered := m.chance(0.4)
	for i := range items {
		label := "-  "
		if numbered {
			label = fmt.Sprintf("%d. ", i+1)
		}
		lines = append(lines, indent+label+m.paragraph(m.few(1, 3)))
		if level < 2 && m.chance(0.1) {
			lines = append(lines, m.list(m.few(2, 4), level+1))
		}
	}
	return strings.Join(lines, "\n")
}
