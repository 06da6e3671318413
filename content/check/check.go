// Package check holds the words of a report against its numbers.
package check

import (
	"cmp"
	"slices"
	"strings"

	"rapport/content"
)

// Severity is how grave a finding is.
type Severity string

// Severities. An Error stops a build; a Warning stops a strict one; a Note is for information.
const (
	Error   Severity = "error"
	Warning Severity = "warning"
	Note    Severity = "note"
)

// Finding is a place where a report and its data disagree, or may come to.
type Finding struct {
	Rule     string      `json:"rule"`
	Severity Severity    `json:"severity"`
	Pos      content.Pos `json:"-"`
	Width    int         `json:"width"`  // characters from Pos, on its line
	Words    string      `json:"words"`  // what is written
	Data     string      `json:"data"`   // what the data say
	Repair   string      `json:"repair"` // what to write instead, "" when there is no telling
	Line     string      `json:"-"`      // the source line at Pos

	topic  *content.Topic
	block  *content.Block
	figure *content.Figure
	start  int // in the text, when the finding is about one
}

// Rule is a rule by its name, for tables of them.
type Rule struct {
	Name string
	Says string // what it looks for, in a sentence
}

// Rules are all rules, in order.
func Rules() []Rule {
	return []Rule{
		{"number", "A typed number that the data do not give, or give only truncated or on another base."},
		{"typed", "A typed number that is right today: a placeholder keeps it right."},
		{"claim", "A claim in words (flertall, halvparten, flest, ingen, dobbelt) that the data do not bear out."},
		{"trend", "An increase, a decrease or no change that the data do not show, or that lies inside the margin of error."},
		{"counts", "Counts that do not add up to their base or pass it, and bases that pass those who were asked."},
		{"scale", "A scale whose steps are out of order or lack one."},
		{"bands", "Bands that overlap or leave a gap."},
		{"labels", "The same answer under two labels."},
		{"sum", "Shown whole per cents that add up to 99 or 101 (a note)."},
		{"compare", "A comparison of years whose question, answers, kind or population changed, without a merge."},
		{"privacy", "A text that names a number which privacy withholds."},
		{"unused", "A figure that no part of the report uses."},
		{"document", "A headline too long, a reference without a target, an image without an alternative text."},
		{"allow", "A silenced rule that does not exist or has nothing to silence."},
	}
}

// checker is a report under examination.
type checker struct {
	r      *content.Report
	loc    content.Locale
	found  []Finding
	truths map[*content.Figure][]truth
	vocab  map[*content.Figure]*vocabulary
	texts  []content.Text
}

// Report holds all of a report against its data. Findings come sorted by place, without those that the
// author allows.
func Report(r *content.Report) []Finding {
	c := newChecker(r)
	c.prose()
	c.surveys()
	c.years()
	c.withheld()
	c.document()
	c.allowed()
	for i := range c.found {
		if f := &c.found[i]; f.Line == "" {
			f.Line = r.Line(f.Pos)
		}
	}
	return Merge(c.found)
}

// byPlace orders findings by file, line, column and rule.
func byPlace(a, b Finding) int {
	return cmp.Or(cmp.Compare(a.Pos.File, b.Pos.File), cmp.Compare(a.Pos.Line, b.Pos.Line), cmp.Compare(a.Pos.Column, b.Pos.Column),
		cmp.Compare(a.Rule, b.Rule), cmp.Compare(a.Data, b.Data))
}

func sameFinding(a, b Finding) bool { return a.Pos == b.Pos && a.Rule == b.Rule && a.Data == b.Data }

func newChecker(r *content.Report) *checker {
	return &checker{r: r, loc: r.Locale(), truths: map[*content.Figure][]truth{}, vocab: map[*content.Figure]*vocabulary{}, texts: r.Texts()}
}

// inText adds a finding about a stretch of a text.
func (c *checker) inText(t content.Text, start, end int, f Finding) {
	p := t.Problem(start, end, "", "")
	f.Pos, f.Width, f.Line = p.Pos, p.Width, p.Line
	f.Words = strings.Join(strings.Fields(t.Raw[start:end]), " ")
	f.topic, f.block, f.start = t.Topic, t.Block, start
	c.found = append(c.found, f)
}

// atFigure adds a finding about a figure of a survey, at the figure or at one of its answers.
func (c *checker) atFigure(f *content.Figure, pos content.Pos, x Finding) {
	x.Pos, x.Width, x.figure = pos, 1, f
	if x.Words == "" {
		x.Words = f.Ref()
	}
	c.found = append(c.found, x)
}

// allowed takes out what the author allows, and tells what is allowed in vain.
func (c *checker) allowed() {
	names := map[string]bool{}
	for _, r := range Rules() {
		names[r.Name] = true
	}
	all := slices.Clone(c.found)
	for _, a := range c.r.Allows() {
		for _, rule := range a.Rules {
			silenced := func(f Finding) bool { return f.Rule == rule && f.within(a.Of) }
			f := Finding{Rule: "allow", Severity: Warning, Pos: a.Pos, Width: len("allow"), Words: rule}
			switch {
			case !names[rule]:
				f.Severity, f.Data = Error, "no rule is called "+rule
				c.found = append(c.found, f)
			case !slices.ContainsFunc(all, silenced):
				f.Data, f.Repair = "there is nothing here that the rule "+rule+" finds", "take it out"
				c.found = append(c.found, f)
			}
			c.found = slices.DeleteFunc(c.found, silenced)
		}
	}
}

// within says whether a finding lies in what an allow belongs to.
func (f Finding) within(of any) bool {
	switch of := of.(type) {
	case *content.Report:
		return true
	case *content.Topic:
		return f.topic == of
	case *content.Block:
		return f.block == of
	case *content.Figure:
		return f.figure == of
	}
	return false
}
