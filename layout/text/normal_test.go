package text

import (
	"math/rand/v2"
	"testing"
)

// What is taken as it is would come out of the slow way as it is, with nothing noted beside it.
func TestIsNormal(t *testing.T) {
	signs := []rune("a å–«\u00a0\u00ad\u2011\u2028\u200b\u200e\n\t\x7f\x85\u2060ß\u2027\u2010\ufeffאε")
	r := rand.New(rand.NewPCG(1, 2))
	s := NewShaper()
	taken := 0
	for range 20000 {
		var text string
		for range r.IntN(6) {
			text += string(signs[r.IntN(len(signs))])
		}
		if r.IntN(20) == 0 {
			text += "\xc3"
		}
		if !isNormal(text) {
			continue
		}
		taken++
		p := s.paragraph([]Span{{Text: text}, {}}, Options{})
		p.normalise()
		notes := len(p.soft) + len(p.zero) + len(p.forced) + len(p.controls)
		if p.text != text || notes > 0 || p.levels != nil {
			t.Errorf("%q becomes %q, with %d notes", text, p.text, notes)
		}
		p.done()
	}
	if taken < 500 {
		t.Errorf("only %d texts are normal", taken)
	}
}
