package part

import (
	"rapport/charts"
	"rapport/fonts"
	"rapport/layout/component"
	"rapport/layout/flow"
	"rapport/layout/style"
	"rapport/layout/wording"
)

// Zones of the main findings (DESIGN.md, "Page templates"), from the top of the page unless said
// otherwise.
const (
	summaryTop    fonts.Mm = 70  // of the band, at least so far below the head:
	summaryGap    fonts.Mm = 10  // between
	summaryHeight fonts.Mm = 47  // of the band, at least
	summaryBelow  fonts.Mm = 6.5 // between the band and the first finding
)

// Summary draws the main findings, which the report must have: a lead on a band, and the findings
// below it. Those that find no room go on to the next page.
func Summary(p Paper) {
	tag := p.sect()
	s, terms := p.Report.Summary, p.Words.Terms
	kicker, place := s.Kicker, flow.Place(s.Pos)
	if kicker == "" {
		kicker = terms.Findings
	}
	head := component.Beginning(p.Set.Head(wording.SummaryID, kicker, s.Headline, ""))
	above := max(summaryGap, summaryTop-style.ContentTop-head.Height())
	band := component.Full(above, p.Set.SummaryBand(s.Lead, s.Caveat, summaryHeight, place))
	room := style.ContentHeight - head.Height() - band.Height() - summaryBelow
	findings, fit := p.findings(room - above)
	if !fit {
		if closer, fit := p.findings(room - summaryGap); fit {
			band.Before, findings = summaryGap, closer
		}
	}
	p.section(terms.Findings, tag, head, band, component.Full(summaryBelow, findings...))
}

// findings sets the findings as far apart as the design has them or, when so all of them fit into
// room, a little closer.
func (p Paper) findings(room fonts.Mm) (atoms []flow.Atom, fit bool) {
	var list []component.Finding
	for i, f := range p.Words.Findings() {
		one := p.finding(f)
		one.Place = flow.Place(p.Report.Summary.Findings[i].Pos)
		list = append(list, one)
	}
	pitches := []fonts.Mm{22.6, 21.4, 20.2, 19.2, 18.6}
	for _, pitch := range pitches {
		if atoms = p.Set.Findings(list, pitch); flow.Height(atoms) <= room {
			return atoms, true
		}
	}
	return p.Set.Findings(list, pitches[0]), false
}

// finding is a finding with a dot for each person. Where their number is withheld, no dots tell it.
func (p Paper) finding(f wording.Finding) component.Finding {
	out := component.Finding{Number: f.Number, Percent: f.Percent, Text: f.Text, Change: f.Change,
		ID: f.ID, OutOf: f.OutOf, Moved: f.Moved}
	if f.Dots == 0 || !f.Counted {
		return out
	}
	color := p.Set.Sheet.Color
	strip := charts.Strip{Total: f.Dots, Filled: f.Filled, Width: style.Columns(5).Pt(),
		Fill: color.Heading, Open: color.Neutral}
	if f.Moved {
		strip.Fill = color.Accent
	}
	persons, each := strip.Picture()
	out.Persons, out.Alt = persons, p.Words.Alt(f, each)
	if each > 1 {
		out.Each = p.Words.Terms.DotStandsFor(each)
	}
	return out
}
