package content

import "rapport/content/source"

// Warning is something that a report asks for and gets in another way: it is drawn or set in the
// nearest way, and the author is told. It stops a strict build only.
type Warning struct {
	source.Problem
	Block *Block // that it is about, nil when it is about none
	// Printed says that what comes out is not what is written: every edition tells it, not the
	// check alone.
	Printed bool
}

// Warnings are what was met while the report was loaded, in the order of reading; package check
// makes findings of them, which an author may allow.
func (r *Report) Warnings() []Warning { return r.written.warnings }

// warn tells of something that is done in another way than the author asked for.
func (l *loader) warn(b *Block, n *source.Node, text, hint string) {
	l.addWarning(Warning{Problem: n.Problem(n.Value, text, hint), Block: b})
}

// told takes over what the readers have told, about a block or none.
func (l *loader) told(b *Block) {
	for _, p := range append(l.surveys.Warnings(), l.src.Doubts()...) {
		l.addWarning(Warning{Problem: p, Block: b})
	}
}

func (l *loader) addWarning(w Warning) {
	if len(l.report.written.warnings) < source.MaxProblems {
		l.report.written.warnings = append(l.report.written.warnings, w)
	}
}
