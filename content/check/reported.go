package check

// reported says whether a sentence tells what somebody else printed: «sto som 68,8», «ble oppgitt
// til 4 prosentpoeng», «tekst 68,8», «Sammendraget fra 2021 sa at 52 prosent», or a citation in the
// sentence. Its numbers may be misprints that are quoted on purpose.
func (p *passage) reported(s statement) bool {
	for _, t := range p.toks[s.sentence[0]:s.sentence[1]] {
		if t.kind == callToken && (hasCommand(t.text, "cite") || hasCommand(t.text, "citet")) {
			return true
		}
	}
	open, shut := p.bracket(s.first)
	opens := shut > open && open == s.first-1
	for i := s.sentence[0]; i < s.first; i++ {
		printedAs, _ := p.lex.printedAs.at(p.toks, i)
		switch w := p.word(i); {
		case p.lex.printed.has(w) && (i == s.first-1 || opens && p.toks[i+1].kind == digitsToken):
			// Of a list in brackets the first says it for all.
			return true
		case p.lex.stood.has(w) && p.as(i+1, s), printedAs > 0, p.lex.texts.has(w) && p.tells(i+1,
			s):
			return true
		}
	}
	return false
}

// as says whether a word like «som» stands at token i or one of the two after it, before the
// number.
func (p *passage) as(i int, s statement) bool {
	for k := i; k < min(s.first, i+3); k++ {
		if p.lex.as.has(p.word(k)) {
			return true
		}
	}
	return false
}

// tells says whether a verb of telling stands within a few words from token i, before the number.
func (p *passage) tells(i int, s statement) bool {
	for k := i; k < min(s.first, i+5); k++ {
		if p.lex.tells.has(p.word(k)) {
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
