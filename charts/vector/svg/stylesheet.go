package svg

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// declaration is one property with its value as it stands.
type declaration struct{ property, value string }

// rule is a selector with what it declares.
type rule struct {
	selector     selector
	declarations []declaration
}

// selector is one compound: an element's name ("" for any), an id and classes, all of which must
// match.
type selector struct {
	element, id string
	classes     []string
}

func (s selector) matches(n *node) bool {
	if s.element != "" && s.element != n.name {
		return false
	}
	if s.id != "" {
		if id, _ := n.attr("id"); id != s.id {
			return false
		}
	}
	for _, c := range s.classes {
		if !slices.Contains(n.classes, c) {
			return false
		}
	}
	return true
}

// specificity orders selectors as CSS 2.1, 6.4.3, does.
func (s selector) specificity() int {
	n := 100 * len(s.classes)
	if s.id != "" {
		n += 10_000
	}
	if s.element != "" {
		n++
	}
	return n
}

// stylesheet is the rules of all <style> elements, weakest first.
func (d *document) stylesheet() ([]rule, error) {
	var all []rule
	for _, n := range d.css {
		if t, ok := n.attr("type"); ok && t != "" && t != "text/css" {
			return nil, d.fail(n, "a style sheet of type %q", short(t))
		}
		if m, ok := n.attr("media"); ok && m != "" && m != "all" && m != "screen" {
			return nil, d.fail(n, "a style sheet for the medium %q only", short(m))
		}
		rules, err := rules(n.text)
		if err != nil {
			return nil, d.fail(n, "%v", err)
		}
		if all = append(all, rules...); len(all) > maxRules {
			return nil, d.fail(n, "more than %d rules", maxRules)
		}
	}
	slices.SortStableFunc(all, func(a, b rule) int {
		return cmp.Compare(a.selector.specificity(), b.selector.specificity())
	})
	return all, nil
}

// rules reads a style sheet.
func rules(css string) ([]rule, error) {
	css, err := uncommented(css)
	if err != nil {
		return nil, err
	}
	var out []rule
	for {
		css = strings.Trim(css, space+"\f")
		if css == "" {
			return out, nil
		}
		if css[0] == '@' {
			return nil, fmt.Errorf("%q: rules that begin with @ are outside the logo subset",
				short(css))
		}
		head, rest, ok := strings.Cut(css, "{")
		body, rest, closed := strings.Cut(rest, "}")
		if !ok || !closed {
			return nil, fmt.Errorf("the rule %q has no { and }", short(css))
		}
		declarations, err := declarations(body)
		if err != nil {
			return nil, err
		}
		for s := range strings.SplitSeq(head, ",") {
			selector, err := readSelector(strings.Trim(s, space+"\f"))
			if err != nil {
				return nil, err
			}
			if out = append(out, rule{selector, declarations}); len(out) > maxRules {
				return nil, fmt.Errorf("more than %d rules", maxRules)
			}
		}
		css = rest
	}
}

// uncommented is CSS with a space for each comment.
func uncommented(css string) (string, error) {
	var b strings.Builder
	for {
		before, after, found := strings.Cut(css, "/*")
		b.WriteString(before)
		if !found {
			return b.String(), nil
		}
		if _, css, found = strings.Cut(after, "*/"); !found {
			return "", fmt.Errorf("a comment does not end: %q", short("/*"+after))
		}
		b.WriteByte(' ')
	}
}

// readSelector reads an element, .class, #id or *, or several of these written together.
func readSelector(text string) (s selector, err error) {
	bad := fmt.Errorf("the selector %q is outside the logo subset; give the elements a class",
		short(text))
	rest := text
	if after, ok := strings.CutPrefix(rest, "*"); ok {
		rest = after
	} else {
		s.element, rest = identifier(rest)
	}
	for rest != "" {
		var name string
		kind := rest[0]
		if name, rest = identifier(rest[1:]); name == "" {
			return s, bad
		}
		switch {
		case kind == '.' && len(s.classes) < maxClasses:
			s.classes = append(s.classes, name)
		case kind == '#' && s.id == "":
			s.id = name
		default:
			return s, bad
		}
	}
	if text == "" {
		return s, bad
	}
	return s, nil
}

// identifier cuts a name from the front of a text.
func identifier(s string) (name, rest string) {
	i := strings.IndexFunc(s, func(r rune) bool {
		return !(r == '-' || r == '_' || r >= 0x80 || r >= '0' && r <= '9' ||
			r|0x20 >= 'a' && r|0x20 <= 'z')
	})
	if i < 0 {
		i = len(s)
	}
	return s[:i], s[i:]
}

// declarations reads the inside of a rule, or of style="".
func declarations(css string) ([]declaration, error) {
	css, err := uncommented(css)
	if err != nil {
		return nil, err
	}
	var out []declaration
	for css != "" {
		one := css[:endOfDeclaration(css)]
		css = strings.TrimPrefix(css[len(one):], ";")
		if one = strings.Trim(one, space+"\f"); one == "" {
			continue
		}
		name, value, ok := strings.Cut(one, ":")
		if !ok {
			return nil, fmt.Errorf("%q is not a property with a value", short(one))
		}
		name, value = strings.ToLower(strings.Trim(name, space)), strings.Trim(value, space+"\f")
		if strings.HasSuffix(strings.ToLower(value), "important") && strings.Contains(value, "!") {
			return nil, fmt.Errorf("%s: !important is outside the logo subset", short(name))
		}
		out = append(out, declaration{name, value})
	}
	return out, nil
}

// endOfDeclaration is where the next semicolon stands that is not inside quotes or brackets.
func endOfDeclaration(css string) int {
	var quote byte
	depth := 0
	for i := range len(css) {
		switch c := css[i]; {
		case quote != 0:
			if c == quote {
				quote = 0
			}
		case c == '"' || c == '\'':
			quote = c
		case c == '(':
			depth++
		case c == ')':
			depth--
		case c == ';' && depth <= 0:
			return i
		}
	}
	return len(css)
}
