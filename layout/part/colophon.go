package part

import (
	"slices"

	"rapport/content"
	"rapport/fonts"
	"rapport/layout/component"
	"rapport/layout/flow"
	"rapport/layout/style"
	"rapport/layout/wording"
)

// Spaces of the colophon.
const (
	factsAbove   fonts.Mm = 14
	imprintAbove fonts.Mm = 12
)

// Colophon draws the page behind the cover: what the report is, who made it, how to cite it, and on
// what terms.
func Colophon(p Paper) {
	tag := p.sect()
	terms, sheet := p.Words.Terms, p.Set.Sheet
	head := p.Set.Head(wording.ColophonID, terms.Colophon, terms.About, "")
	bands := []flow.Band{component.Beginning(head)}
	if about := p.Report.About; len(about) > 0 {
		columns := []flow.Column{{Start: 3, Span: 9, Atoms: p.lead(about, p.Report.Pos)}}
		bands = append(bands, flow.Band{Columns: columns, Before: style.HeadToContent})
	}
	cite := p.Set.Callout(terms.CiteAs, p.Report.Citation(), style.ContentWidth, flow.Place{})
	imprint := p.Words.Imprint(sheet.Heading(400).Family, sheet.Body(400, false).Family)
	bands = append(bands,
		component.Full(factsAbove, facts(p.Set, p.Words.Colophon())...),
		component.Full(factsAbove, cite),
		component.Full(imprintAbove, facts(p.Set, imprint)...))
	tighten(bands)
	p.section(terms.Colophon, tag, bands...)
}

// tighten gives bands that are a little taller than a page less space between them, so that none is
// left alone on the next; when that does not help, the last two stay together there.
func tighten(bands []flow.Band) {
	for _, share := range []fonts.Mm{1, 0.75, 0.5} {
		tight := slices.Clone(bands)
		for i := range tight {
			tight[i].Before *= share
		}
		if flow.Total(tight) <= style.ContentHeight {
			copy(bands, tight)
			return
		}
	}
	bands[len(bands)-2].Keep = true
}

func facts(set *component.Setter, facts []content.Fact) []flow.Atom {
	var atoms []flow.Atom
	for _, f := range facts {
		atoms = append(atoms, set.Fact(f.Label, f.Text, style.ContentWidth))
	}
	return atoms
}
