package content

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"rapport/content/language"
	"rapport/content/source"
)

// Person is somebody with a part in the report, or an organisation.
type Person struct {
	Name          string // as it is printed
	Family, Given string // as the author parted them, "" mostly
	Organisation  bool   // the name stays whole
	Role          string
}

// readPerson reads [[report.person]].
func readPerson(t *source.Table) Person {
	p := Person{Family: t.Text("family", source.Optional), Given: t.Text("given", source.Optional),
		Organisation: t.Flag("organisation", false), Role: t.Text("role", source.Optional)}
	p.Name = t.Text("name", source.Need(p.Family == ""))
	if p.Name == "" {
		p.Name = strings.TrimSpace(p.Given + " " + p.Family)
	}
	if n := t.Child("given"); n != nil && t.Child("family") == nil {
		t.Missing("family", "given and family belong together")
	}
	t.Done()
	return p
}

// cited is a person as a reference list has authors (the American Psychological Association's
// manual, 7th edition, 9.7 to 9.12): the family name, then initials, then jr. and its like. The
// name of an organisation stays whole; two people in one name are two.
func (p Person) cited() []string {
	words := wordsOfNames()
	switch {
	case p.Organisation:
		return []string{p.Name}
	case p.Family != "":
		return []string{inverted(p.Family, p.Given, "")}
	}
	for _, and := range words.and {
		parts := strings.Split(p.Name, " "+and+" ")
		if len(parts) > 1 && !slices.ContainsFunc(parts, func(part string) bool {
			return len(strings.Fields(part)) < 2 || words.organisation(part)
		}) {
			var all []string
			for _, part := range parts {
				all = append(all, words.cite(part))
			}
			return all
		}
	}
	return []string{words.cite(p.Name)}
}

// nameWords are the words that tell what the words of a name are, of all languages together: an
// organisation may have its name in another language than the report.
type nameWords struct {
	organisations []string // and how they end
	titles        []string
	suffixes      []string
	particles     []string // in small letters, before a family name
	capitals      []string // those that may have a capital
	and           []string
}

func wordsOfNames() nameWords {
	var w nameWords
	for _, code := range language.Codes() {
		l, err := language.Find(code)
		if err != nil {
			continue
		}
		names := l.Citation.Names
		w.organisations = append(w.organisations, names.Organisations.List()...)
		w.titles = append(w.titles, names.Titles.List()...)
		w.suffixes = append(w.suffixes, names.Suffixes.List()...)
		w.particles = append(w.particles, names.Particles.List()...)
		w.capitals = append(w.capitals, names.Capitals.List()...)
		w.and = append(w.and, l.Citation.And)
	}
	w.and = append(w.and, "&")
	return w
}

// bare is a word in small letters, without the marks around it.
func bare(word string) string { return strings.ToLower(strings.Trim(word, ".,;")) }

// organisation says whether a name is no person's: a word of it is one of organisations or ends as
// one, it has small letters where no person's name has them, or it is an abbreviation.
func (w nameWords) organisation(name string) bool {
	words := strings.Fields(name)
	for i, word := range words {
		low := bare(word)
		r, _ := utf8.DecodeRuneInString(word)
		switch {
		case slices.Contains(w.suffixes, low), slices.Contains(w.titles, low):
		case slices.ContainsFunc(w.organisations, func(o string) bool {
			return low == o || len(o) >= longEnding && strings.HasSuffix(low, o)
		}):
			return true
		case unicode.IsLower(r) && (i == len(words)-1 || !slices.Contains(w.particles, low)):
			return len(words) > 1
		case abbreviated(word) && len(words) > 1 && strings.ToUpper(name) != name:
			return true
		}
	}
	return false
}

// longEnding is how many bytes a word of organisations has at least for other words to end in it:
// «sentralbyrå», but no family name.
const longEnding = 5

// abbreviated says whether a word is an abbreviation like NAV, and no initials.
func abbreviated(word string) bool {
	return utf8.RuneCountInString(word) >= 3 && !strings.Contains(word, ".") &&
		strings.ToUpper(word) == word && strings.IndexFunc(word, unicode.IsLetter) >= 0
}

// cite is one name as a reference list has it.
func (w nameWords) cite(name string) string {
	name = strings.TrimSpace(withoutAsides(name))
	parts := strings.Split(name, ",")
	for i := range parts {
		parts[i] = strings.TrimSpace(parts[i])
	}
	if len(strings.Fields(name)) < 2 || w.organisation(parts[0]) || len(parts) > 1 &&
		len(strings.Fields(parts[0])) > 1 && w.organisation(name) && !w.addition(parts[1]) {
		return name
	}
	family, rest := parts[0], parts[1:]
	suffix := ""
	rest = slices.DeleteFunc(rest, func(s string) bool {
		if w.generation(s) {
			suffix = s
		}
		return w.addition(s)
	})
	if len(rest) > 0 {
		return inverted(family, rest[0], suffix)
	}
	family, given, own := w.parted(family)
	if suffix == "" {
		suffix = own
	}
	return inverted(family, given, suffix)
}

// addition says whether what follows a comma in a name is no given name: jr., a degree, or an
// occupation, which begins with a small letter.
func (w nameWords) addition(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return slices.Contains(w.suffixes, bare(s)) || slices.Contains(w.titles, bare(s)) ||
		unicode.IsLower(r)
}

// generation says whether a word tells father and son apart.
func (w nameWords) generation(s string) bool { return slices.Contains(w.suffixes, bare(s)) }

// withoutAsides is a name without what stands in brackets or quotation marks.
func withoutAsides(name string) string {
	for _, marks := range []string{"()", "[]", `""`, "«»", "“”"} {
		left, size := utf8.DecodeRuneInString(marks)
		for {
			before, rest, ok := strings.Cut(name, string(left))
			_, after, closed := strings.Cut(rest, marks[size:])
			if !ok || !closed {
				break
			}
			name = strings.TrimSpace(strings.TrimSpace(before) + " " + strings.TrimSpace(after))
		}
	}
	return name
}

// parted finds the family name of a name in its natural order: the last word, with the particles
// before it; titles at the start are left out.
func (w nameWords) parted(name string) (family, given, suffix string) {
	words := strings.Fields(name)
	for len(words) > 1 && slices.Contains(w.titles, bare(words[0])) {
		words = words[1:]
	}
	for len(words) > 1 && (w.generation(words[len(words)-1]) ||
		slices.Contains(w.titles, bare(words[len(words)-1]))) {
		if w.generation(words[len(words)-1]) {
			suffix = words[len(words)-1]
		}
		words = words[:len(words)-1]
	}
	from := len(words) - 1
	for from > 1 && w.particle(words[from-1]) {
		from--
	}
	return strings.Join(words[from:], " "), strings.Join(words[:from], " "), suffix
}

// particle says whether a word before a family name is a part of it. With a capital only those are
// that are no given names as well.
func (w nameWords) particle(word string) bool {
	return slices.Contains(w.particles, word) ||
		len(word) > 1 && slices.Contains(w.capitals, strings.ToLower(word))
}

// inverted is "Nordmann, K. A., jr."
func inverted(family, given, suffix string) string {
	out := family
	if initials := initialsOf(given); initials != "" {
		out += ", " + initials
	}
	if suffix != "" {
		out += ", " + suffix
	}
	return out
}

// initialsOf are the initials of given names: "K. A.", "P.-O." for Per-Olav.
func initialsOf(given string) string {
	var out []string
	for _, word := range strings.Fields(given) {
		if n := utf8.RuneCountInString(word); n > 1 && n <= 3 && abbreviation(word) {
			word = strings.Join(strings.Split(word, ""), ".") // JK
		}
		for _, piece := range strings.FieldsFunc(word, func(r rune) bool { return r == '.' }) {
			initial := ""
			for i, part := range strings.Split(piece, "-") {
				if r, size := utf8.DecodeRuneInString(part); size > 0 && unicode.IsLetter(r) {
					if i > 0 && initial != "" {
						initial += "-"
					}
					initial += string(r) + "."
				}
			}
			if strings.HasPrefix(piece, "-") && len(out) > 0 { // P.-O.
				out[len(out)-1] += "-" + initial
			} else if initial != "" {
				out = append(out, initial)
			}
		}
	}
	return strings.Join(out, " ")
}

// abbreviation says whether a word is all capital letters.
func abbreviation(word string) bool {
	return strings.IndexFunc(word, func(r rune) bool { return !unicode.IsUpper(r) }) < 0
}
