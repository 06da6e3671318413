package pdftest

import (
	"encoding/json"
	"strings"
	"testing"
)

// Element is an element of a file's structure tree with the text that stands in it, but not in the
// elements inside it: Span, Link and Reference are no elements of their own.
type Element struct{ Type, Text string }

// Structure is the structure tree in the order of reading, as poppler reads it.
func Structure(t testing.TB, file string) (all []Element) {
	t.Helper()
	type open struct{ indent, element int }
	var stack []open
	for _, line := range strings.Split(Info(t, file, "-struct-text"), "\n") {
		text := strings.TrimLeft(line, " ")
		indent := len(line) - len(text)
		for len(stack) > 0 && stack[len(stack)-1].indent >= indent {
			stack = stack[:len(stack)-1]
		}
		kind, _, _ := strings.Cut(strings.TrimRight(text, ":"), " ")
		switch {
		case text == "" || text[0] == '/' || strings.HasPrefix(text, "Object "):
		case text[0] == '"':
			if len(stack) > 0 {
				e := &all[stack[len(stack)-1].element]
				e.Text += strings.TrimSuffix(text[1:], `"`)
			}
		case kind == "Span" || kind == "Link" || kind == "Reference":
			if len(stack) > 0 {
				stack = append(stack, open{indent, stack[len(stack)-1].element})
			}
		default:
			all = append(all, Element{Type: kind})
			stack = append(stack, open{indent, len(all) - 1})
		}
	}
	return all
}

// Alternatives are the alternative texts of the figures, as qpdf reads them, in no order.
func Alternatives(t testing.TB, file string) (all []string) {
	t.Helper()
	out, problems, err := run(t, "qpdf", "--json=1", "--json-key=objects", file)
	if err != nil {
		t.Fatalf("qpdf --json %s: %v\n%s", file, err, problems)
	}
	var answer struct{ Objects map[string]json.RawMessage }
	if err := json.Unmarshal([]byte(out), &answer); err != nil {
		t.Fatal(err)
	}
	for _, object := range answer.Objects {
		var element struct {
			S   string `json:"/S"`
			Alt string `json:"/Alt"`
		}
		if json.Unmarshal(object, &element) == nil && element.S == "/Figure" {
			all = append(all, element.Alt)
		}
	}
	return all
}

// Attachment is the content of an attached file.
func Attachment(t testing.TB, file, name string) []byte {
	t.Helper()
	to := File(t, "attachment", nil)
	out, problems, err := run(t, "pdfdetach", "-savefile", name, "-o", to, file)
	if err != nil {
		t.Fatalf("pdfdetach %s %s: %v\n%s%s", name, file, err, out, problems)
	}
	return Read(t, to)
}
