package check

var (
	sourceWords = words("tekst teksten rapport rapporten sammendrag sammendraget samandraget kapitlet kapittelet artikkelen overskriften bildeteksten tabellen text report summary chapter article headline")
	tellWords   = words("sa sier seier sagde oppga oppgir oppgav oppgjev skrev skriver skreiv skriv hevdet hevdar viste said says stated states gave gives wrote reported")
	textWords   = words("tekst teksten text")
)

// reported says whether a sentence tells what somebody else printed: «sto som 68,8», «ble oppgitt til 4
// prosentpoeng», «tekst 68,8», «Sammendraget fra 2021 sa at 52 prosent», or a citation in the sentence.
// Its numbers may be misprints that are quoted on purpose.
func (p *passage) reported(s statement) bool {
	for _, t := range p.toks[s.sentence[0]:s.sentence[1]] {
		if t.kind == callToken && (hasCommand(t.text, "cite") || hasCommand(t.text, "citet")) {
			return true
		}
	}
	open, shut := p.bracket(s.first)
	opens := shut > open && open == s.first-1
	for i := s.sentence[0]; i < s.first; i++ {
		switch w, next := p.word(i), p.word(i+1); {
		case textWords[w] && (i == s.first-1 || opens && p.toks[i+1].kind == digitsToken): // of a list in brackets the first says it for all
			return true
		case (w == "sto" || w == "stod" || w == "står" || w == "stood") && p.as(i+1, s),
			(w == "oppgitt" || w == "oppgjeve" || w == "oppgjeven") && (next == "til" || next == "som"),
			(w == "given" || w == "printed" || w == "stated") && next == "as",
			sourceWords[w] && p.tells(i+1, s):
			return true
		}
	}
	return false
}

// as says whether «som» stands at token i or one of the two after it, before the number.
func (p *passage) as(i int, s statement) bool {
	for k := i; k < min(s.first, i+3); k++ {
		if w := p.word(k); w == "som" || w == "as" {
			return true
		}
	}
	return false
}

// tells says whether a verb of telling stands within a few words from token i, before the number.
func (p *passage) tells(i int, s statement) bool {
	for k := i; k < min(s.first, i+5); k++ {
		if tellWords[p.word(k)] {
			return true
		}
	}
	return false
}

// hasCommand says whether a placeholder begins with a word.
func hasCommand(call, command string) bool {
	n := len(command) + 1
	return len(call) > n && call[1:n] == command && (call[n] == ' ' || call[n] == '}')
}
