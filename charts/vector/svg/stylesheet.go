package svg

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strings"
)

// declaration is one property with its value as it stands.
type declaration struct {
	property, value string
	important       bool
}

// rule is a selector with what it declares.
type rule struct {
	selector     selector
	declarations []declaration
}

// selector is compounds, of which the last must match an element and the others those around it.
type selector []compound

// compound is an element's name ("" for any), an id and classes, all of which must match.
type compound struct {
	element, id string
	classes     []string
	child       bool // of what the compound before matches; otherwise anywhere inside
}

// matches holds the compounds against an element and those around it, of which bit i stands for the
// i-th outwards.
func (s selector) matches(n *node) bool {
	last := len(s) - 1
	if !s[last].matches(n) {
		return false
	}
	var found uint64 // where the compounds so far match
	for k, c := range s {
		before := found
		found = 0
		for i, up := 0, n; up != nil; i, up = i+1, up.parent {
			outwards := before >> 1 >> i
			may := k == 0 || c.child && outwards&1 == 1 || !c.child && outwards != 0
			if may && c.matches(up) {
				found |= 1 << i
			}
		}
	}
	return found&1 == 1
}

func (s compound) matches(n *node) bool {
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
func (s selector) specificity() (n int) {
	for _, c := range s {
		n += 100 * len(c.classes)
		if c.id != "" {
			n += 10_000
		}
		if c.element != "" {
			n++
		}
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
	long := 0
	for _, r := range all {
		if len(r.selector) > 1 {
			long += d.count
		}
	}
	if long > maxLong {
		return nil, d.fail(d.css[0], "too many selectors of several elements")
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
			if css, err = atRule(css); err != nil {
				return nil, err
			}
			continue
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

// atRule passes over a rule that draws nothing: of encodings, faces and animations.
func atRule(css string) (rest string, err error) {
	name, _ := identifier(css[1:])
	if _, end, ok := strings.Cut(css, ";"); ok && (name == "charset" || name == "namespace") {
		return end, nil
	}
	if name != "font-face" && !strings.HasSuffix(name, "keyframes") {
		return "", fmt.Errorf("%q: rules that begin with @ are outside the logo subset", short(css))
	}
	depth := 0
	for i, c := range css {
		switch c {
		case '{':
			depth++
		case '}':
			if depth--; depth == 0 {
				return css[i+1:], nil
			}
		}
	}
	return "", fmt.Errorf("the rule %q has no { and }", short(css))
}

// readSelector reads compounds with spaces between them, or > for a child.
func readSelector(text string) (s selector, err error) {
	child := false
	for _, part := range strings.Fields(strings.ReplaceAll(text, ">", " > ")) {
		if part == ">" && !child && len(s) > 0 {
			child = true
			continue
		}
		c, err := readCompound(part)
		if err != nil || len(s) == maxCompounds {
			return s, fmt.Errorf("the selector %q is outside the logo subset; "+
				"give the elements a class", short(text))
		}
		c.child, child = child, false
		s = append(s, c)
	}
	if len(s) == 0 || child {
		return s, fmt.Errorf("the selector %q is none", short(text))
	}
	return s, nil
}

// readCompound reads an element, .class, #id or *, or several of these written together.
func readCompound(text string) (c compound, err error) {
	bad := errors.New("not a compound")
	rest := text
	if after, ok := strings.CutPrefix(rest, "*"); ok {
		rest = after
	} else {
		c.element, rest = identifier(rest)
	}
	for rest != "" {
		var name string
		kind := rest[0]
		if name, rest = identifier(rest[1:]); name == "" {
			return c, bad
		}
		switch {
		case kind == '.' && len(c.classes) < maxClasses:
			c.classes = append(c.classes, name)
		case kind == '#' && c.id == "":
			c.id = name
		case kind == ':' && name == "root" && c.element == "":
			c.element = "svg"
		default:
			return c, bad
		}
	}
	return c, nil
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
		value, important := cutImportant(value)
		out = append(out, declaration{name, value, important})
	}
	return out, nil
}

// cutImportant takes !important off the end of a value.
func cutImportant(value string) (string, bool) {
	at := strings.LastIndexByte(value, '!')
	if at < 0 || !strings.EqualFold(strings.Trim(value[at+1:], space), "important") {
		return value, false
	}
	return strings.TrimRight(value[:at], space), true
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
