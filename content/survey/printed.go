package survey

import (
	"strconv"
	"strings"

	"rapport/content/language"
	"rapport/content/source"
)

// Printed is a per cent that the source of a figure printed beside an answer.
type Printed struct {
	Pos     source.Pos
	Answer  int
	Percent language.Decimal
}

// readPrinted reads [figure.printed]: answer = per cent, with as many decimals as were printed.
func (r *Reader) readPrinted(t *source.Table, f *Figure) {
	printed := t.Table("printed", source.Optional)
	if printed == nil {
		return
	}
	for _, n := range printed.Node.Children {
		i, ok := r.answerKey(n, f)
		if !ok {
			continue
		}
		whole, fraction, _ := strings.Cut(n.Written(), ".")
		units, err := strconv.ParseInt(whole+fraction, 10, 64)
		if err != nil || units < 0 || units > 1_000_000 || len(fraction) > 2 {
			r.source.AtValue(n, "this is no per cent", "a number like 45 or 45.2")
			continue
		}
		percent := language.Decimal{Units: units, Places: len(fraction)}
		f.Printed = append(f.Printed, Printed{n.KeyPos(), i, percent})
	}
}
