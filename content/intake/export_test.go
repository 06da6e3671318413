package intake

import "testing"

// Early and Late are the first half of the people of an invented survey, and all of them, in the form
// of each tool.
func Early(t testing.TB, seed int64) []*Survey { return inventedSurveys(t, seed, true, nil) }

// Late is read with what is known from a file.
func Late(t testing.TB, seed int64, known [][]Known) []*Survey {
	return inventedSurveys(t, seed, false, known)
}

func inventedSurveys(t testing.TB, seed int64, half bool, known [][]Known) (out []*Survey) {
	s := invent(seed, 120)
	if half {
		s.people = s.people[:60]
		s.all = s.people
	}
	for i, e := range s.exports(t) {
		in := inBokmal
		if known != nil {
			in.Existing = known[i]
		}
		out = append(out, e.open(t).Recognise(in))
	}
	return out
}

// EarlyKnown is the first half in one form, read with what is known from a file.
func EarlyKnown(t testing.TB, seed int64, form int, known []Known) *Survey {
	s := invent(seed, 120)
	s.people = s.people[:60]
	s.all = s.people
	in := inBokmal
	in.Existing = known
	return s.exports(t)[form].open(t).Recognise(in)
}
