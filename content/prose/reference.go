package prose

import (
	"strings"

	"rapport/content/source"
	"rapport/content/survey"
)

// openRef is a reference whose target is looked up when every block has been read.
type openRef struct {
	ref    *Ref
	call   *call
	figure *survey.Figure // nil for a topic or chapter
}

// reference begins a cross-reference: {figure F}, {page F}, {see F}.
func (c *call) reference() (string, *Ref) {
	if c.HasBar {
		return c.fail(c.AnswersAt, source.Quoted(c.Command)+" takes no answer", "")
	}
	kind := map[string]RefKind{"figure": RefFigure, "page": RefPage, "see": RefFull}[c.Command]
	ref := &Ref{Pos: c.n.PosWithin(c.Whole.Start), Kind: kind}
	open := openRef{ref: ref, call: c}
	if strings.Contains(c.Target, ".") {
		if open.figure = c.r.surveys.Figure(c.n, c.at(c.TargetAt), c.Target); open.figure == nil {
			return "", nil
		}
	}
	c.r.refs = append(c.r.refs, open)
	return "", ref
}

// Targets is where cross-references may lead, as the report knows it. Its functions give nil when
// there is no such thing.
type Targets struct {
	Figure func(*survey.Figure) any // the block that shows a figure
	Named  func(id string) any      // the chapter or topic of an id
	IDs    []string                 // of all chapters and topics, for hints
}

// Resolve finds the targets of all references that were read. A reference without one is a problem.
func (r *Reader) Resolve(targets Targets) {
	for _, o := range r.refs {
		if o.figure != nil {
			o.ref.Target = targets.Figure(o.figure)
		} else if o.ref.Kind != RefFigure {
			o.ref.Target = targets.Named(o.call.Target)
		}
		if o.ref.Target == nil && !r.source.Incomplete {
			o.astray(targets.IDs)
		}
	}
}

// astray reports a reference without a target.
func (o openRef) astray(ids []string) {
	c, id := o.call, o.call.Target
	if o.figure != nil {
		c.fail(c.TargetAt, "no block of the report shows "+source.Quoted(o.figure.Ref()),
			"refer to a figure that is shown, or to a topic")
		return
	}
	hint := c.r.surveys.FigureHint(id)
	if o.ref.Kind == RefFigure {
		c.fail(c.TargetAt, source.Quoted(id)+" does not name a figure", hint)
		return
	}
	if near := source.DidYouMean(id, ids); near != "" {
		hint = near
	}
	c.fail(c.TargetAt, "no topic or chapter is called "+source.Quoted(id), hint)
}
