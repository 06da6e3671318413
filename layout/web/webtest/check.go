package webtest

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os/exec"
	"testing"
)

// Violation is a rule of axe-core that a page breaks.
type Violation struct {
	Rule, Impact, Help string
	Nodes              []Node
}

// Node is an element that breaks a rule.
type Node struct{ Selector, HTML, Why string }

func (v Violation) String() string {
	s := fmt.Sprintf("%s (%s): %s, %d times", v.Rule, v.Impact, v.Help, len(v.Nodes))
	for i, n := range v.Nodes {
		if i == 3 {
			break
		}
		s += fmt.Sprintf("\n\t%s %.160s\n\t%s", n.Selector, n.HTML, n.Why)
	}
	return s
}

// Axe lists the rules that the page breaks as it stands: of WCAG 2.2 A and AA, of EN 301 549, and
// of good practice.
func (p *Page) Axe(t testing.TB) (all []Violation) {
	t.Helper()
	p.eval(t, p.axe+";1", nil)
	p.eval(t, `axe.run(document, {resultTypes: ["violations"],
		rules: {"target-size": {enabled: true}}}).then(r => r.violations.map(v => ({Rule: v.id, Impact: v.impact, Help: v.help,
			Nodes: v.nodes.map(n => ({Selector: n.target.join(" "), HTML: n.html,
				Why: n.failureSummary}))})))`, &all)
	return all
}

// VNU lists what the Nu HTML checker takes for an error in files. Warnings are left out.
func VNU(t testing.TB, files ...string) (all []string) {
	t.Helper()
	program, err := exec.LookPath("vnu")
	if err != nil {
		missing(t, "vnu")
	}
	var problems bytes.Buffer
	arguments := append([]string{"--format", "json", "--exit-zero-always"}, files...)
	cmd := exec.Command(program, arguments...)
	cmd.Stderr = &problems // it answers there
	if out, err := cmd.Output(); err != nil || len(out) > 0 {
		t.Fatalf("vnu: %v\n%s%s", err, out, problems.Bytes())
	}
	var answer struct {
		Messages []struct {
			Type, URL, Message, Extract string
			LastLine                    int
		}
	}
	if err := json.Unmarshal(problems.Bytes(), &answer); err != nil {
		t.Fatalf("vnu: %v\n%s", err, problems.Bytes())
	}
	for _, m := range answer.Messages {
		if m.Type != "info" {
			all = append(all,
				fmt.Sprintf("%s:%d: %s\n\t%.200s", m.URL, m.LastLine, m.Message, m.Extract))
		}
	}
	return all
}
