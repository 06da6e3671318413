package source

// Allow silences rules of the checks at one place, with the reason why.
type Allow struct {
	Pos    Pos
	Rules  []string
	Reason string
	Of     any // what the rules are silenced for: *Report, *Topic, *Block or *Figure
}

// Allow reads allow = ["rule"] and its reason, which must be given. of is what the table is read
// into.
func (t *Table) Allow(of any) {
	rules := t.Strings("allow", Optional, true)
	reason, node := t.Text("reason", Optional), t.Child("allow")
	switch {
	case node == nil && t.Child("reason") == nil:
		return
	case node == nil:
		t.r.AtKey(t.Child("reason"), Quoted("reason")+" without "+Quoted("allow"),
			`name the rule that is silenced: allow = ["number"]`)
		return
	case reason == "":
		t.r.AtKey(node, Quoted("allow")+" without a reason", `say why: reason = "…"`)
	}
	t.r.Allows = append(t.r.Allows, Allow{Pos: node.KeyPos(), Rules: rules, Reason: reason, Of: of})
}
