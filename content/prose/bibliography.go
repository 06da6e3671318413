package prose

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"rapport/content/language"
	"rapport/content/source"
)

// A reference list is author-date, as in the American Psychological Association's manual (7th
// edition) and its Norwegian use: «Repper og Carter (2011)» in a sentence, «(Repper & Carter,
// 2011)» beside it, «Odden mfl.» for three or more. Works that would be cited alike get a letter
// after the year.

// Reference is a work that the report cites.
type Reference struct {
	Pos       source.Pos
	ID        string
	Authors   []string // family name first, or an organisation
	Year      int
	Title     string
	Publisher string
	Journal   string
	Volume    string
	Pages     string
	URL       string
	Entry     Prose // as it stands in the list
}

// ReadReferences reads every [[reference]], before any text cites one, in the order of the list.
func (r *Reader) ReadReferences(top *source.Table) []*Reference {
	for _, t := range top.Tables("reference", source.Optional) {
		if r.firstReference == nil {
			r.firstReference = t.Node
		}
		w := r.readWork(t)
		if old := r.works[w.ID]; old != nil {
			r.source.AtValue(t.Child("id"), "the reference "+source.Quoted(w.ID)+" is there twice",
				"the other one is at "+old.Pos.String())
			continue
		}
		if w.ID != "" {
			r.works[w.ID] = w
		}
		r.references = append(r.references, w)
	}
	sortReferences(r.references, r.Locale)
	letters := suffixes(r.references, r.Locale)
	for _, w := range r.references {
		r.years[w] = yearOf(w, r.Locale) + letters[w]
		w.Entry = w.entry(r.Locale, r.years[w])
	}
	return r.references
}

// readWork reads a [[reference]].
func (r *Reader) readWork(t *source.Table) *Reference {
	w := &Reference{
		Pos: t.Pos(), ID: t.ID(true), Authors: t.Strings("authors", source.Required, true),
		Title: t.Text("title", source.Required), Publisher: t.Text("publisher", source.Optional),
		Journal: t.Text("journal", source.Optional), Volume: t.Text("volume", source.Optional),
		Pages: t.Text("pages", source.Optional), URL: t.Text("url", source.Optional),
	}
	if t.Child("year") == nil {
		t.Leave("year")
		t.Missing("year", "write year = 0 for a work without a date")
	} else {
		w.Year = t.Count("year", source.Required)
	}
	if n := t.Child("authors"); n != nil && slices.Contains(w.Authors, "") {
		r.source.AtValue(n, "an author without a name", "")
		w.Authors = slices.DeleteFunc(w.Authors, func(a string) bool { return a == "" })
	}
	if n := t.Child("url"); n != nil && w.URL != "" &&
		!strings.HasPrefix(w.URL, "https://") && !strings.HasPrefix(w.URL, "http://") {
		r.source.AtValue(n, source.Quoted(w.URL)+" is no web address", "begin it with https://")
	}
	if n := t.Child("volume"); n != nil && t.Child("journal") == nil {
		r.source.AtKey(n, source.Quoted("volume")+" belongs to an article in a journal",
			`add journal = "…"`)
	}
	t.Done()
	return w
}

// familyName is what comes before the comma in "Odden, S."; an organisation has no comma.
func familyName(author string) string {
	name, _, _ := strings.Cut(author, ",")
	return strings.TrimSpace(name)
}

// names is how a work's authors are cited: beside a sentence, in brackets, or as a part of it.
func (w *Reference) names(l language.Locale, inSentence bool) string {
	names := make([]string, len(w.Authors))
	for i, a := range w.Authors {
		names[i] = familyName(a)
	}
	switch {
	case len(names) == 0:
		return w.Title
	case len(names) == 1:
		return names[0]
	case len(names) > 2:
		return names[0] + language.NoBreakSpace + l.Citation().AndOthers
	case inSentence:
		return names[0] + " " + l.Citation().And + " " + names[1]
	}
	return names[0] + " & " + names[1]
}

// yearOf is the year of a work in print: "2015", or "u.å." for a work without a date.
func yearOf(w *Reference, l language.Locale) string {
	if w.Year > 0 {
		return strconv.Itoa(w.Year)
	}
	return l.Citation().NoDate
}

// suffixes are the letters after the year of works that would be cited alike, in the list's order.
func suffixes(works []*Reference, l language.Locale) map[*Reference]string {
	alike := map[string][]*Reference{}
	for _, w := range works {
		key := w.names(l, false) + " " + yearOf(w, l)
		alike[key] = append(alike[key], w)
	}
	letters := map[*Reference]string{}
	for _, same := range alike {
		for i, w := range same {
			if len(same) > 1 {
				letters[w] = letter(i)
			}
			if len(same) > 1 && w.Year <= 0 {
				letters[w] = "-" + letters[w] // u.å.-a
			}
		}
	}
	return letters
}

// letter is a, b … z, aa, ab …
func letter(i int) string {
	if i >= 26 {
		return letter(i/26-1) + letter(i%26)
	}
	return string(rune('a' + i))
}

// citation prints {cite id}, {cite id | s. 6}, {cite id ; other} and {citet id}: names and year,
// linked to the list.
func (c *call) citation() []Inline {
	switch {
	case c.Target == "":
		c.fail(c.Whole, source.Quoted(c.Command)+" of what?",
			"name a reference: {"+c.Command+" id}")
		return nil
	case c.HasBar && c.Answers == "":
		c.fail(c.Whole, "nothing stands after the bar",
			"name the place: {"+c.Command+" "+c.Target+" | s. 6}")
		return nil
	}
	cited := c.works()
	if len(cited) == 0 {
		return nil
	}
	locator := ""
	if c.HasBar {
		locator = ", " + held(source.OneLine(c.Answers))
	}
	if c.Command == "citet" {
		w := cited[0]
		text := w.names(c.r.Locale, true) + " (" + c.r.years[w] + locator + ")"
		return []Inline{{Text: text, Cite: w}}
	}
	out := []Inline{{Text: "("}}
	for i, w := range cited {
		if i > 0 {
			out = append(out, Inline{Text: "; "})
		}
		text := w.names(c.r.Locale, false) + ", " + c.r.years[w] + locator
		out = append(out, Inline{Text: text, Cite: w})
	}
	return append(out, Inline{Text: ")"})
}

// held keeps numbers with the word before them: "s. 6".
func held(s string) string {
	var b strings.Builder
	for i := range len(s) {
		if s[i] == ' ' && i+1 < len(s) && s[i+1] >= '0' && s[i+1] <= '9' {
			b.WriteString(language.NoBreakSpace)
			continue
		}
		b.WriteByte(s[i])
	}
	return b.String()
}

// works finds the references that a citation names: one, or in brackets several with ; between.
func (c *call) works() []*Reference {
	var out []*Reference
	for start := 0; start <= len(c.Target); {
		end := len(c.Target)
		if k := strings.IndexByte(c.Target[start:], ';'); k >= 0 {
			end = start + k
		}
		at := trimSpan(c.Target, source.Span{Start: start, End: end})
		id := c.Target[at.Start:at.End]
		at.Start, at.End = at.Start+c.TargetAt.Start, at.End+c.TargetAt.Start
		w := c.r.works[id]
		switch {
		case w != nil:
			out = append(out, w)
		case id == "":
			c.fail(c.TargetAt, "a reference without an id", "several are parted by ;")
		case !c.r.source.Incomplete:
			c.fail(at, "no reference is called "+source.Quoted(id), c.workHint(id))
		}
		start = end + 1
	}
	if len(out) > 1 && (c.Command == "citet" || c.HasBar) {
		c.fail(c.TargetAt, "several references at once",
			"only {cite a ; b} names several; give each a citation of its own")
		return nil
	}
	return out
}

func (c *call) workHint(id string) string {
	if len(c.r.works) == 0 {
		return "add a [[reference]] with id = " + source.Quoted(id)
	}
	return source.OrOneOf(id, c.r.workIDs())
}

func (r *Reader) workIDs() []string {
	var ids []string
	for _, w := range r.references {
		ids = append(ids, w.ID)
	}
	return ids
}

// entry is a work as it stands in the list: authors, year, title, where it came out. The title of a
// work that stands alone is emphasised; of an article it is the journal and its volume.
func (w *Reference) entry(l language.Locale, year string) Prose {
	authors := authorList(w.Authors, l)
	in := []Inline{{Text: authors + language.FullStop(authors) + " (" + year + "). "}}
	if w.Journal == "" {
		in = append(in, Inline{Text: w.Title, Emph: true})
		end := language.FullStop(w.Title)
		if w.Pages != "" {
			end = " (" + l.Citation().Pages + language.NoBreakSpace + w.Pages + ")."
		}
		in = append(in, Inline{Text: end})
	} else {
		in = append(in, Inline{Text: w.Title + language.FullStop(w.Title) + " "},
			Inline{Text: w.Journal, Emph: true})
		in = append(in, w.issue()...)
	}
	if w.Publisher != "" && !(len(w.Authors) == 1 && w.Publisher == w.Authors[0]) {
		in = append(in, Inline{Text: " " + w.Publisher + language.FullStop(w.Publisher)})
	}
	if w.URL != "" {
		in = append(in, Inline{Text: " "}, Inline{Text: w.URL, URI: w.URL})
	}
	return Prose{{Inlines: joinInlines(in)}}
}

// issue is what follows the name of a journal: ", 12(3), 1–9."
func (w *Reference) issue() []Inline {
	var in []Inline
	if w.Volume != "" {
		volume, number, ok := strings.Cut(w.Volume, "(")
		in = append(in, Inline{Text: ", "}, Inline{Text: strings.TrimSpace(volume), Emph: true})
		if ok {
			in = append(in, Inline{Text: "(" + number})
		}
	}
	if w.Pages != "" {
		in = append(in, Inline{Text: ", " + w.Pages})
	}
	return append(in, Inline{Text: "."})
}

// maxAuthors is how many authors a list names; of more, the first nineteen and the last (APA 9.8).
const maxAuthors = 20

// authorList is all authors: "Odden, S., Hansen, K. & Berg, A."
func authorList(authors []string, l language.Locale) string {
	last := len(authors) - 1
	switch {
	case last < 0:
		return ""
	case last == 0:
		return authors[0]
	case len(authors) > maxAuthors:
		return strings.Join(authors[:maxAuthors-1], ", ") + ", … " + authors[last]
	}
	return strings.Join(authors[:last], ", ") + l.Citation().ListComma + " & " + authors[last]
}

// joinInlines joins neighbours of one style.
func joinInlines(in []Inline) []Inline {
	r := &run{}
	for _, i := range in {
		if i.Text != "" {
			r.append(i, style{})
		}
	}
	r.join()
	return r.out
}

// sortReferences sorts works by authors, year and title, in the alphabet of a language.
func sortReferences(works []*Reference, l language.Locale) {
	type keyed struct {
		w              *Reference
		authors, title string
	}
	keys := make(map[*Reference]keyed, len(works))
	for _, w := range works {
		authors := make([]string, len(w.Authors))
		for i, a := range w.Authors {
			authors[i] = l.SortKey(a)
		}
		keys[w] = keyed{w, strings.Join(authors, "\x01"), l.SortKey(w.Title)}
	}
	slices.SortStableFunc(works, func(a, b *Reference) int {
		x, y := keys[a], keys[b]
		return cmp.Or(cmp.Compare(x.authors, y.authors), cmp.Compare(a.Year, b.Year),
			cmp.Compare(x.title, y.title), slices.Compare(a.Authors, b.Authors),
			cmp.Compare(a.Title, b.Title), cmp.Compare(a.ID, b.ID))
	})
}
