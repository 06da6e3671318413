package content

import (
	"os"
	"reflect"
	"testing"
)

// longest are the two reports that together hold all that a report can hold.
func longest(t *testing.T) []*Report {
	t.Helper()
	r, err := Load(os.DirFS("../layout/testdata/longer"), 2024, "alt-mulig")
	if err != nil {
		t.Fatal(err)
	}
	return []*Report{r, loadBase(t)}
}

// TestEveryKindIsWalked: both reports together have a block of every kind, so that what follows
// looks at each.
func TestEveryKindIsWalked(t *testing.T) {
	seen := map[BlockKind]bool{}
	for _, r := range longest(t) {
		for b := range r.Blocks() {
			seen[b.Kind] = true
		}
	}
	for _, k := range blockKinds {
		if !seen[k.kind] {
			t.Errorf("no block of kind %s", k.kind)
		}
	}
}

// TestWalker finds every text and every figure that is anywhere in a report by reflection, and
// demands that the walker hands it over, each text once. A field of the model that the walker does
// not know fails here.
func TestWalker(t *testing.T) {
	for _, r := range longest(t) {
		f := finder{
			proses: map[*Paragraph]string{}, figures: map[*Figure]string{}, seen: map[any]bool{},
		}
		f.find(reflect.ValueOf(r).Elem(), "Report")
		given := map[*Paragraph]bool{}
		for _, p := range r.Proses() {
			if len(p) == 0 {
				continue
			}
			if given[&p[0]] {
				t.Errorf("%s: %q twice", r.Name, p.Plain())
			}
			given[&p[0]] = true
		}
		for p, where := range f.proses {
			if !given[p] {
				t.Errorf("%s: nothing hands over %s", r.Name, where)
			}
		}
		shown := map[*Figure]bool{}
		r.Show(func(f *Figure, _ bool) { shown[f] = true })
		for g, where := range f.figures {
			if !shown[g] {
				t.Errorf("%s: nothing hands over %s %s", r.Name, where, g.Ref())
			}
		}
	}
}

// finder collects the texts that are not empty, by their first paragraphs, and the figures, of a
// model.
type finder struct {
	proses  map[*Paragraph]string
	figures map[*Figure]string
	seen    map[any]bool
}

// find looks into a value, and everything that it points to but surveys; footnotes and the targets
// of references belong to the text that they stand in.
func (f *finder) find(v reflect.Value, where string) {
	switch v.Kind() {
	case reflect.Pointer:
		f.pointer(v, where)
	case reflect.Slice:
		if p, ok := v.Interface().(Prose); ok {
			if len(p) > 0 {
				f.proses[&p[0]] = where + ": " + p.Plain()
			}
			return
		}
		for i := range v.Len() {
			f.find(v.Index(i), where)
		}
	case reflect.Struct:
		for i := range v.NumField() {
			if field := v.Type().Field(i); field.IsExported() {
				f.find(v.Field(i), where+"."+field.Name)
			}
		}
	}
}

func (f *finder) pointer(v reflect.Value, where string) {
	switch p := v.Interface().(type) {
	case *Survey:
		return
	case *Figure:
		if p != nil {
			f.figures[p] = where
		}
		return
	}
	if v.IsNil() || f.seen[v.Interface()] {
		return
	}
	f.seen[v.Interface()] = true
	f.find(v.Elem(), where)
}
