package intake

import (
	"slices"
	"strconv"
	"strings"

	"rapport/content/intake/table"
	"rapport/content/source"
)

// Instructions are what is known beside the table: what import.toml says, what the file that is renewed
// has, and the author's words for what the table does not name.
type Instructions struct {
	Other   string // what answers are called that people wrote themselves: "Annet"
	Unnamed string // what a question is called that the export does not name

	Ignore    []string // heads or letters of columns
	Questions []Instruction
	Existing  []Known
}

// Instruction is a [[question]] of import.toml.
type Instruction struct {
	ID      string
	Columns []string // heads or letters; none means the columns that make the question anyway
	Kind    Kind
	Order   []string
	Ignore  bool
	Rename  map[string]string // by key
}

// Known is a question of the file that is renewed.
type Known struct {
	ID, Text       string
	Kind           Kind
	Labels         []string
	FollowsID      string
	FollowsAnswers []string
}

var instructedKinds = []string{string(Single), string(Multiple), string(Scale), string(Open), string(Number), string(Date)}

// ReadInstructions reads import.toml.
func ReadInstructions(r *source.Reader, root *source.Node) (in Instructions) {
	top := r.Table(root)
	in.Ignore = top.Strings("ignore", source.Optional, true)
	for _, t := range top.Tables("question", source.Optional) {
		q := Instruction{ID: t.ID(false), Columns: t.Strings("columns", source.Optional, true),
			Kind:  Kind(t.Choice("kind", source.Optional, instructedKinds)),
			Order: t.Strings("order", source.Optional, false), Ignore: t.Flag("ignore", false),
			Rename: map[string]string{}}
		if rename := t.Table("rename", source.Optional); rename != nil {
			for _, n := range rename.Node.Children {
				q.Rename[key(n.Name)] = rename.Text(n.Name, source.Required)
			}
		}
		t.Done()
		in.Questions = append(in.Questions, q)
	}
	top.Done()
	return in
}

// instruct gives columns what import.toml says of them.
func (b *builder) instruct() {
	fields := b.d.fields
	find := func(name string) []*field {
		var out []*field
		for i := range fields {
			f := &fields[i]
			if key(name) == key(f.head) || key(name) == key(f.label()) || name == f.code && name != "" {
				out = append(out, f)
			}
		}
		if k := table.Column(name); len(out) == 0 && k > 0 && k <= len(fields) {
			out = append(out, &fields[k-1])
		}
		if len(out) == 0 {
			b.s.Notes = append(b.s.Notes, Note{What: Unmatched, Labels: []string{name}})
		}
		return out
	}
	for _, name := range b.in.Ignore {
		for _, f := range find(name) {
			f.why = WhyIgnored
		}
	}
	for i := range b.in.Questions {
		told := &b.in.Questions[i]
		var of []*field
		for _, name := range told.Columns {
			of = append(of, find(name)...)
		}
		for _, f := range of {
			f.told, f.why = told, ""
			if told.Ignore {
				f.why = WhyIgnored
			}
			if len(of) > 1 {
				if f.option == "" {
					f.option = f.question
				}
				f.question = of[0].question
			}
		}
	}
	for i := range fields {
		if told := b.in.of(&fields[i]); told != nil && told.Ignore {
			fields[i].why = WhyIgnored
		}
	}
}

// of is what import.toml says of a column, nil when it says nothing.
func (in Instructions) of(f *field) *Instruction {
	if f.told != nil {
		return f.told
	}
	id := slug(f.question)
	if k := in.match(f.question, ""); k != nil {
		id = k.ID
	}
	for i := range in.Questions {
		if q := &in.Questions[i]; q.ID == id && len(q.Columns) == 0 {
			return q
		}
	}
	return nil
}

// kind is the kind that import.toml or the file says a question has, "" when neither does.
func (in Instructions) kind(f *field) Kind {
	if q := in.of(f); q != nil && q.Kind != "" {
		return q.Kind
	}
	k := in.match(f.question, in.toldID(f))
	if k == nil {
		return ""
	}
	if k.Kind == Single && allBands(k.Labels) {
		return "" // numbers may have been banded
	}
	return k.Kind
}

func (in Instructions) toldID(f *field) string {
	if f.told != nil {
		return f.told.ID
	}
	return ""
}

// knownLabels are the answers that are known already.
func (in Instructions) knownLabels(f *field) []string {
	if q := in.of(f); q != nil && len(q.Order) > 0 {
		return q.Order
	}
	if k := in.match(f.question, in.toldID(f)); k != nil {
		return k.Labels
	}
	return f.order
}

// match is the question of the file with that id or text, nil when there is none.
func (in Instructions) match(text, id string) *Known {
	if id != "" {
		return in.existing(id)
	}
	for i := range in.Existing {
		if key(in.Existing[i].Text) == key(text) {
			return &in.Existing[i]
		}
	}
	return in.existing(slug(text))
}

func (in Instructions) existing(id string) *Known {
	for i := range in.Existing {
		if in.Existing[i].ID == id {
			return &in.Existing[i]
		}
	}
	return nil
}

// order is the order of answers that import.toml says.
func (in Instructions) order(id string) []string {
	for _, q := range in.Questions {
		if q.ID == id {
			return q.Order
		}
	}
	return nil
}

// renamed is what import.toml calls an answer.
func (in Instructions) renamed(f *field, label string) string {
	if q := in.of(f); q != nil {
		if to, ok := q.Rename[key(label)]; ok {
			return to
		}
	}
	return label
}

// name gives a question its id: the one that import.toml or the file has for it, or one of its own.
func (b *builder) name(q *Question, f *field) {
	taken := func(id string) bool {
		return slices.ContainsFunc(b.s.Questions, func(o *Question) bool { return o != q && o.ID == id })
	}
	if f.told != nil {
		q.ID = f.told.ID
	} else if k := b.in.match(f.question, ""); k != nil && !taken(k.ID) {
		q.ID = k.ID
	}
	if q.ID == "" {
		id := slug(f.question)
		q.ID = id
		for n := 2; taken(q.ID) || b.in.existing(q.ID) != nil && n == 2 && taken(id); n++ {
			q.ID = id + "_" + strconv.Itoa(n)
		}
	}
	if k := b.in.existing(q.ID); k != nil {
		q.Existing, q.Text = true, k.Text
	}
}

// latin are letters as an id has them.
var latin = strings.NewReplacer("æ", "ae", "ø", "o", "å", "a", "ö", "o", "ä", "a", "é", "e", "ü", "u", "è", "e",
	"ô", "o", "š", "s", "č", "c", "ŋ", "n", "đ", "d", "ž", "z", "á", "a")

// Slug is a name as an id: small letters a to z, digits and underscores.
func Slug(name string) string { return slug(name) }

// slug is a question as an id: the words that say most, in small letters a to z.
func slug(text string) string {
	words := strings.FieldsFunc(strings.ToLower(clean(text)), func(r rune) bool {
		return !(r >= 'a' && r <= 'z' || r >= '0' && r <= '9' || strings.ContainsRune("æøåöäéüèôščŋđžá", r))
	})
	var chosen []string
	size := 0
	for _, w := range words {
		if is("stop", w) {
			continue
		}
		w = latin.Replace(w)
		if len(chosen) == 4 || size+len(w) > 36 && len(chosen) > 0 {
			break
		}
		w = w[:min(len(w), 36)]
		chosen = append(chosen, w)
		size += len(w) + 1
	}
	if len(chosen) == 0 {
		for _, w := range words[:min(4, len(words))] {
			chosen = append(chosen, latin.Replace(w))
		}
	}
	id := strings.Join(chosen, "_")
	if id == "" {
		id = "sporsmal"
	}
	return id[:min(len(id), 48)]
}
