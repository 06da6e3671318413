package content

import (
	"fmt"

	"rapport/content/source"
)

// forms are the chart forms that an author may ask for.
var forms = []string{"pie", "donut", "hbar", "vbar", "likert", "slope", "paired", "change", "dots"}

// Most parts that a form can show (brief, section 5).
const (
	maxSlices  = 5
	maxDonut   = 4
	maxColumns = 7
	maxLines   = 4
	maxPairs   = 4
	maxChanges = 14
)

// checkForm holds the form that the author asked for against the data.
func (l *loader) checkForm(t *source.Table, key string, b *Block) {
	n := t.Child("form")
	switch {
	case key == "figure" && len(b.Figures) == 1:
		l.checkCompare(t, b)
		if text, hint := misfit(b.Form, b.Figures[0]); text != "" {
			l.src.AtValue(n, text, hint)
		}
	case key == "figures":
		if n != nil && b.Form != "likert" && b.Form != "" {
			l.src.AtValue(n, "several figures together make a likert block, not a "+b.Form, "leave form out, or make one block for each figure")
		}
		l.checkLikert(t, b)
	case key == "change":
		l.checkChange(t, b)
	}
}

// checkCompare sees to it that there is an earlier year to show.
func (l *loader) checkCompare(t *source.Table, b *Block) {
	f := b.Figures[0]
	n := t.Child("compare")
	if b.Form == "slope" || b.Form == "paired" {
		if n == nil {
			n = t.Child("form")
		}
		b.Compare = true
	}
	if b.Compare {
		l.compared(n, n.Key, f)
	}
}

// misfit says why a form cannot show a figure, and what can; "" when it can.
func misfit(form string, f *Figure) (text, hint string) {
	if f.Kind == Open || f.Kind == "" {
		return "", ""
	}
	slices := 0
	for _, a := range f.Answers {
		if a.Count > 0 {
			slices++
		}
	}
	many := func(most int) (string, string) {
		return fmt.Sprintf("a %s shows at most %d answers, %s has %d", form, most, source.Quoted(f.Ref()), slices), `take form = "hbar"`
	}
	switch form {
	case "pie", "donut":
		if f.Kind == Multiple {
			return fmt.Sprintf("a %s needs one answer a person; several could be given to %s", form, source.Quoted(f.Ref())), `take form = "hbar"`
		}
		if form == "pie" && slices > maxSlices {
			return many(maxSlices)
		}
		if form == "donut" && slices > maxDonut {
			return many(maxDonut)
		}
	case "vbar":
		if slices = len(f.Answers); slices > maxColumns {
			return many(maxColumns)
		}
	case "likert":
		if f.Kind != Scale {
			return fmt.Sprintf("a likert block shows scales; %s is of kind %s", source.Quoted(f.Ref()), f.Kind), `take another form, or say kind = "scale"`
		}
	case "slope", "paired":
		if slices = len(f.Answers); f.Merge != nil {
			slices = len(f.Merge)
		}
		if slices > maxLines {
			text, _ = many(maxLines)
			return text, "show some answers in a change block"
		}
	case "change":
		return "a change list is made from measures, not from one figure", "change = [{ figure = \"" + f.Ref() + "\", answer = … }]"
	}
	return "", ""
}

// checkLikert sees to it that the rows of a block can stand under each other.
func (l *loader) checkLikert(t *source.Table, b *Block) {
	nodes := t.Texts("figures", source.Optional, false)
	if len(nodes) != len(b.Figures) {
		return // one of them is unknown
	}
	for i, f := range b.Figures {
		if text, hint := misfit("likert", f); text != "" {
			l.src.AtValue(nodes[i], text, hint)
			continue
		}
		if first := b.Figures[0]; first.Kind == Scale && len(first.Answers) != len(f.Answers) {
			l.src.AtValue(nodes[i], fmt.Sprintf("%s has %d steps, %s has %d; rows of one block share a scale", source.Quoted(f.Ref()), len(f.Answers),
				source.Quoted(first.Ref()), len(first.Answers)), "make two blocks of it")
		}
	}
}

// checkChange holds a list of measures to its form.
func (l *loader) checkChange(t *source.Table, b *Block) {
	most, form := maxChanges, b.Form
	switch form {
	case "paired", "slope":
		most = maxPairs
	case "change", "":
	default:
		l.src.AtValue(t.Child("form"), "a list of changes cannot be a "+form, "one of: change, paired, slope")
		return
	}
	if n := len(t.Child("change").Children); n > most {
		l.src.AtKey(t.Child("change"), fmt.Sprintf("%d measures, %d at most", n, most), "")
	}
}
