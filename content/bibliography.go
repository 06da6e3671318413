package content

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"rapport/content/language"
	"rapport/content/source"
)

// A reference list is author-date, as in the American Psychological Association's manual (7th edition)
// and its Norwegian use: «Repper og Carter (2011)» in a sentence, «(Repper & Carter, 2011)» beside it,
// «Odden mfl.» for three or more. Works that would be cited alike get a letter after the year.

// readReferences reads every [[reference]], before any text cites one.
func (l *loader) readReferences(top *source.Table) {
	r := l.report
	for _, t := range top.Tables("reference", source.Optional) {
		if l.firstWork == nil {
			l.firstWork = t.Node
		}
		w := l.readWork(t)
		if old := l.works[w.ID]; old != nil {
			l.src.AtValue(t.Child("id"), "the reference "+source.Quoted(w.ID)+" is there twice", "the other one is at "+old.Pos.String())
			continue
		}
		if w.ID != "" {
			l.works[w.ID] = w
		}
		r.References = append(r.References, w)
	}
	sortReferences(r.References, l.locale)
	letters := suffixes(r.References, l.locale)
	for _, w := range r.References {
		l.years[w] = yearOf(w, l.locale) + letters[w]
		w.Entry = w.entry(l.locale, l.years[w])
	}
}

// readWork reads a [[reference]].
func (l *loader) readWork(t *source.Table) *Reference {
	w := &Reference{
		Pos: t.Pos(), ID: t.ID(true), Authors: t.Strings("authors", source.Required, true), Title: t.Text("title", source.Required),
		Publisher: t.Text("publisher", source.Optional), Journal: t.Text("journal", source.Optional),
		Volume: t.Text("volume", source.Optional), Pages: t.Text("pages", source.Optional), URL: t.Text("url", source.Optional),
	}
	if t.Child("year") == nil {
		t.Leave("year")
		t.Missing("year", "write year = 0 for a work without a date")
	} else {
		w.Year = t.Count("year", source.Required)
	}
	if n := t.Child("authors"); n != nil && slices.Contains(w.Authors, "") {
		l.src.AtValue(n, "an author without a name", "")
		w.Authors = slices.DeleteFunc(w.Authors, func(a string) bool { return a == "" })
	}
	if n := t.Child("url"); n != nil && w.URL != "" && !strings.HasPrefix(w.URL, "https://") && !strings.HasPrefix(w.URL, "http://") {
		l.src.AtValue(n, source.Quoted(w.URL)+" is no web address", "begin it with https://")
	}
	if n := t.Child("volume"); n != nil && t.Child("journal") == nil {
		l.src.AtKey(n, source.Quoted("volume")+" belongs to an article in a journal", `add journal = "…"`)
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
func (w *Reference) names(l Locale, inSentence bool) string {
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
func yearOf(w *Reference, l Locale) string {
	if w.Year > 0 {
		return strconv.Itoa(w.Year)
	}
	return l.Citation().NoDate
}

// suffixes are the letters after the year of works that would be cited alike, in the list's order.
func suffixes(works []*Reference, l Locale) map[*Reference]string {
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

// citation prints {cite id}, {cite id | s. 6}, {cite id ; other} and {citet id}: names and year, linked to
// the list.
func (c *call) citation() []Inline {
	switch {
	case c.target == "":
		c.fail(c.whole, source.Quoted(c.command)+" of what?", "name a reference: {"+c.command+" id}")
		return nil
	case c.hasBar && c.answers == "":
		c.fail(c.whole, "nothing stands after the bar", "name the place: {"+c.command+" "+c.target+" | s. 6}")
		return nil
	}
	cited := c.works()
	if len(cited) == 0 {
		return nil
	}
	locator := ""
	if c.hasBar {
		locator = ", " + held(source.OneLine(c.answers))
	}
	if c.command == "citet" {
		w := cited[0]
		return []Inline{{Text: w.names(c.l.locale, true) + " (" + c.l.years[w] + locator + ")", Cite: w}}
	}
	out := []Inline{{Text: "("}}
	for i, w := range cited {
		if i > 0 {
			out = append(out, Inline{Text: "; "})
		}
		out = append(out, Inline{Text: w.names(c.l.locale, false) + ", " + c.l.years[w] + locator, Cite: w})
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
	for start := 0; start <= len(c.target); {
		end := len(c.target)
		if k := strings.IndexByte(c.target[start:], ';'); k >= 0 {
			end = start + k
		}
		at := trimSpan(c.target, source.Span{Start: start, End: end})
		id := c.target[at.Start:at.End]
		at.Start, at.End = at.Start+c.targetAt.Start, at.End+c.targetAt.Start
		w := c.l.works[id]
		switch {
		case w != nil:
			out = append(out, w)
		case id == "":
			c.fail(c.targetAt, "a reference without an id", "several are parted by ;")
		case !c.l.src.Incomplete:
			c.fail(at, "no reference is called "+source.Quoted(id), c.workHint(id))
		}
		start = end + 1
	}
	if len(out) > 1 && (c.command == "citet" || c.hasBar) {
		c.fail(c.targetAt, "several references at once", "only {cite a ; b} names several; give each a citation of its own")
		return nil
	}
	return out
}

func (c *call) workHint(id string) string {
	if len(c.l.works) == 0 {
		return "add a [[reference]] with id = " + source.Quoted(id)
	}
	return source.OrOneOf(id, c.l.workIDs())
}

func (l *loader) workIDs() []string {
	var ids []string
	for _, w := range l.report.References {
		ids = append(ids, w.ID)
	}
	return ids
}

// entry is a work as it stands in the list: authors, year, title, where it came out. The title of a
// work that stands alone is emphasised; of an article it is the journal and its volume.
func (w *Reference) entry(l Locale, year string) Prose {
	authors := authorList(w.Authors, l)
	in := []Inline{{Text: authors + stop(authors, false) + " (" + year + "). "}}
	if w.Journal == "" {
		in = append(in, Inline{Text: w.Title, Emph: true})
		if w.Pages != "" {
			in = append(in, Inline{Text: " (" + l.Citation().Pages + language.NoBreakSpace + w.Pages + ")"})
		}
		in = append(in, Inline{Text: stop(w.Title, w.Pages != "")})
	} else {
		in = append(in, Inline{Text: w.Title + stop(w.Title, false) + " "}, Inline{Text: w.Journal, Emph: true})
		in = append(in, w.issue()...)
	}
	if w.Publisher != "" && !(len(w.Authors) == 1 && w.Publisher == w.Authors[0]) {
		in = append(in, Inline{Text: " " + w.Publisher + stop(w.Publisher, false)})
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

// stop is the full stop after a title, unless the title has one of its own.
func stop(title string, always bool) string {
	if !always && strings.ContainsAny(title[max(0, len(title)-1):], ".?!") {
		return ""
	}
	return "."
}

// maxAuthors is how many authors a list names; of more, the first nineteen and the last (APA 9.8).
const maxAuthors = 20

// authorList is all authors: "Odden, S., Hansen, K. & Berg, A."
func authorList(authors []string, l Locale) string {
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
	return r.out
}

// checkReferences sees to it that the list stands somewhere. A report with references and no block for
// them gets a topic at the end of its method chapter.
func (l *loader) checkReferences() {
	r := l.report
	var lists []*Block
	for _, ch := range r.chapters() {
		for _, t := range ch.Topics {
			for _, b := range t.Blocks {
				if b.Kind == ReferencesBlock {
					lists = append(lists, b)
				}
			}
		}
	}
	switch {
	case len(r.References) == 0 || len(lists) > 0 || l.src.Incomplete:
	case r.Method == nil:
		l.src.AtKey(l.firstWork, "nothing prints the references", "add a block with references = true, or a [method] chapter")
	default:
		r.Method.Topics = append(r.Method.Topics, l.referencesTopic())
	}
}

// referencesTopic is the topic that a list of references gets by itself.
func (l *loader) referencesTopic() *Topic {
	r := l.report
	id := "references"
	for n := 2; l.ids[id] != nil; n++ {
		id = fmt.Sprintf("references-%d", n)
	}
	title := r.Terms().References
	t := &Topic{Pos: r.References[0].Pos, ID: id, Title: title, Headline: title}
	t.Blocks = []*Block{{Pos: t.Pos, Kind: ReferencesBlock, Topic: t}}
	return t
}

// sortReferences sorts works by authors, year and title, in the alphabet of a language.
func sortReferences(works []*Reference, l Locale) {
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
		return cmp.Or(cmp.Compare(x.authors, y.authors), cmp.Compare(a.Year, b.Year), cmp.Compare(x.title, y.title),
			slices.Compare(a.Authors, b.Authors), cmp.Compare(a.Title, b.Title), cmp.Compare(a.ID, b.ID))
	})
}
