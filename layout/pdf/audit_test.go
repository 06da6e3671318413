package pdf

import (
	"bytes"
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/pdfcpu/pdfcpu/pkg/api"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/model"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"

	"rapport/layout/frame"
)

// opened is a file as pdfcpu reads it.
type opened struct {
	t   testing.TB
	ctx *model.Context
}

// open validates a file, strictly unless it has attachments: pdfcpu does not know that PDF/A-3
// brings AFRelationship into PDF 1.7.
func open(t testing.TB, data []byte) opened {
	t.Helper()
	api.DisableConfigDir()
	conf := model.NewDefaultConfiguration()
	conf.ValidationMode = model.ValidationStrict
	if bytes.Contains(data, []byte("/EmbeddedFile/")) {
		conf.ValidationMode = model.ValidationRelaxed
	}
	ctx, err := api.ReadAndValidate(bytes.NewReader(data), conf)
	if err != nil {
		t.Fatalf("pdfcpu: %v", err)
	}
	return opened{t, ctx}
}

func (o opened) dict(v types.Object) types.Dict {
	o.t.Helper()
	d, err := o.ctx.DereferenceDict(v)
	if err != nil || d == nil {
		o.t.Fatalf("%v is no dictionary (%v)", v, err)
	}
	return d
}

func (o opened) array(v types.Object) types.Array {
	o.t.Helper()
	a, err := o.ctx.DereferenceArray(v)
	if err != nil {
		o.t.Fatalf("%v is no array (%v)", v, err)
	}
	return a
}

func (o opened) catalog() types.Dict {
	d, err := o.ctx.Catalog()
	if err != nil {
		o.t.Fatal(err)
	}
	return d
}

// page returns a page, counted from 1, and its content.
func (o opened) page(n int) (types.Dict, string) {
	o.t.Helper()
	d, _, _, err := o.ctx.PageDict(n, false)
	if err != nil {
		o.t.Fatal(err)
	}
	content, err := o.ctx.PageContent(d, n)
	if err != nil {
		o.t.Fatal(err)
	}
	return d, string(content)
}

// number reads a number tree.
func (o opened) numbers(node types.Dict, into map[int]types.Object) {
	for _, k := range o.array(node["Kids"]) {
		o.numbers(o.dict(k), into)
	}
	list := o.array(node["Nums"])
	for i := 0; i+1 < len(list); i += 2 {
		into[list[i].(types.Integer).Value()] = list[i+1]
	}
}

// audit checks the tag tree against the pages, both ways: every marked-content number and
// annotation is in the parent tree and among the kids of the element found there, every element
// names its parent, and nothing is painted outside of marked content.
type audit struct {
	opened
	parents map[int]types.Object
	owner   map[string]string // "page object/number" -> element object
	roles   map[string]int
}

func newAudit(t testing.TB, data []byte) *audit {
	a := &audit{opened: open(t, data), parents: map[int]types.Object{}, owner: map[string]string{},
		roles: map[string]int{}}
	root := a.dict(a.catalog()["StructTreeRoot"])
	a.numbers(a.dict(root["ParentTree"]), a.parents)
	a.walk(root["K"], a.catalog()["StructTreeRoot"])
	return a
}

func (a *audit) walk(ref, parent types.Object) {
	e := a.dict(ref)
	a.roles[e["S"].(types.Name).Value()]++
	if e["P"].String() != parent.String() {
		a.t.Errorf("%v: its parent is %v, says %v", ref, parent, e["P"])
	}
	kids, ok := e["K"].(types.Array)
	if !ok && e["K"] != nil {
		kids = types.Array{e["K"]}
	}
	for _, k := range kids {
		switch k := k.(type) {
		case types.Integer:
			a.owner[fmt.Sprint(e["Pg"], "/", k.Value())] = ref.String()
		case types.Dict:
			page := e["Pg"]
			if k["Pg"] != nil {
				page = k["Pg"]
			}
			if k["MCID"] != nil {
				a.owner[fmt.Sprint(page, "/", k["MCID"])] = ref.String()
				continue
			}
			key := a.dict(k["Obj"])["StructParent"].(types.Integer).Value()
			if got := a.parents[key]; got == nil || got.String() != ref.String() {
				a.t.Errorf("annotation %v hangs under %v, the parent tree says %v",
					k["Obj"], ref, got)
			}
		default:
			a.walk(k, ref)
		}
	}
}

var operator = regexp.MustCompile(`(?s)/(\w+)<</(MCID|Type/?)\s*(\w+)(/ActualText\(\))?>>BDC|` +
	`\bEMC\b|\b(?:TJ|Do|f\*?|S|s|B\*?|b\*?)\n`)

// content checks a page and returns how many sequences it has.
func (a *audit) content(n int) int {
	page, content := a.page(n)
	content = regexp.MustCompile(`(?s)\((?:\\.|[^\\)])*\)`).ReplaceAllString(content, "()")
	_, ref, _, _ := a.ctx.PageDict(n, false)
	var marks types.Array
	if page["StructParents"] != nil {
		marks = a.array(a.parents[page["StructParents"].(types.Integer).Value()])
	}
	depth, seen := 0, 0
	for _, m := range operator.FindAllStringSubmatch(content, -1) {
		switch {
		case strings.HasSuffix(m[0], "BDC"):
			if depth++; m[2] != "MCID" {
				continue
			}
			id, _ := strconv.Atoi(m[3])
			if id != seen || id >= len(marks) {
				a.t.Fatalf("page %d: sequence %d after %d of %d", n, id, seen, len(marks))
			}
			seen++
			element := marks[id]
			if owner := a.owner[fmt.Sprint(*ref, "/", id)]; owner != element.String() {
				a.t.Errorf("page %d, sequence %d: parent tree %v, tag tree %v",
					n, id, element, owner)
			}
			role := a.dict(element)["S"].(types.Name).Value()
			if m[4] != "" { // has words of its own
				role = "Span"
			}
			if role != m[1] {
				a.t.Errorf("page %d, sequence %d is a %s, its element a %s", n, id, m[1], role)
			}
		case strings.HasPrefix(m[0], "EMC"):
			depth--
		case depth != 1:
			a.t.Errorf("page %d: %q at depth %d", n, m[0], depth)
		}
	}
	if depth != 0 || seen != len(marks) {
		a.t.Errorf("page %d: depth %d at its end, %d of %d sequences", n, depth, seen, len(marks))
	}
	return seen
}

func TestTagsAndPagesAgree(t *testing.T) {
	for name, d := range map[string]*frame.Document{"sample": sample(t), "large": large(t, 200)} {
		a := newAudit(t, render(t, d))
		sequences := 0
		for i := range d.Pages {
			sequences += a.content(i + 1)
		}
		if sequences != len(a.owner) || sequences == 0 {
			t.Errorf("%s: %d sequences on the pages, %d in the tags", name, sequences, len(a.owner))
		}
		if name == "sample" && (a.roles["TH"] != 5 || a.roles["Figure"] != 1 ||
			a.roles["Link"] != 2 || a.roles["Aside"] != 1) {
			t.Errorf("elements by role: %v", a.roles)
		}
	}
}

// A figure of many shapes and labels is one sequence; so are the lines of a paragraph.
func TestNeighboursShareASequence(t *testing.T) {
	s := newSketch(t)
	p := s.page()
	one, two := s.Root.Child(frame.RoleP), s.Root.Child(frame.RoleP)
	f := face(t, "Source Serif 4", 400, false)
	s.line(one, f, 10, 50, 50, "a")
	s.line(one, f, 10, 50, 60, "b")
	s.line(two, f, 10, 50, 70, "c")
	s.line(one, f, 10, 50, 80, "d")
	s.line(nil, f, 10, 50, 90, "e")
	s.line(nil, f, 10, 50, 95, "f")
	l := plant(0, s.Pages)[0]
	if l.err != nil {
		t.Fatal(l.err)
	}
	if got, want := fmt.Sprint(l.marks), "[0 0 1 2 -1 -1]"; got != want {
		t.Errorf("sequences %s, want %s", got, want)
	}
	// The same tag, but another order among its kids than on the page.
	one.Kids[0], one.Kids[1] = one.Kids[1], one.Kids[0]
	if l = plant(0, s.Pages)[0]; l.err != nil {
		t.Fatal(l.err)
	}
	if got, want := fmt.Sprint(l.marks), "[0 1 2 3 -1 -1]"; got != want {
		t.Errorf("reordered: sequences %s, want %s", got, want)
	}
	_, content := open(t, render(t, s.Document)).page(1)
	if n := strings.Count(content, "BDC"); n != 5 || len(p.Items) != 6 {
		t.Errorf("%d sequences in\n%s", n, content)
	}
}
