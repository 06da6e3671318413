package compound

import (
	"fmt"
	"strings"
	"testing"
)

// table knows a few words, as if a long list had been counted.
func table(t testing.TB) *Table {
	t.Helper()
	var parts []Part
	for p := range strings.FieldsSeq(`arbeids- arbeid- -arbeid miljø- -miljø lov- -lov stønad- -suk
		-send middel- -skole -kole over- gang- -gang barne- hage- -hage`) {
		part := Part{strings.Trim(p, "-"), None, None}
		if strings.HasSuffix(p, "-") {
			part.First = 1
		} else {
			part.Last = 1
		}
		if n := len(parts); n > 0 && parts[n-1].Text == part.Text {
			parts[n-1].Last = part.Last
		} else {
			parts = append(parts, part)
		}
	}
	packed, err := Open(Pack(parts))
	if err != nil {
		t.Fatal(err)
	}
	return packed
}

func TestSplit(t *testing.T) {
	for want := range strings.FieldsSeq(`arbeids|miljø|loven over/gang barne|hagene stønads|send
		middel|skole arbeid arbeidene arbeidssky miljøer lov overgå barnlig arbeidsmiljøxyz`) {
		word := strings.NewReplacer("|", "", "/", "").Replace(want)
		letters := []rune(word)
		have, at := "", 0
		for _, j := range table(t).Split(nil, letters) {
			mark := "|"
			if j.Minor {
				mark = "/"
			}
			have, at = have+string(letters[at:j.At])+mark, j.At
		}
		if have += string(letters[at:]); have != want {
			t.Errorf("have %s, want %s", have, want)
		}
	}
}

func TestTableFindsWhatItHolds(t *testing.T) {
	var parts []Part
	for i := range 5000 {
		parts = append(parts, Part{fmt.Sprintf("ord%d", i), float64(i%15)*step + lowest, None})
	}
	table, err := Open(Pack(parts))
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range parts {
		h := seed
		for _, r := range p.Text {
			h = h.add(r)
		}
		worth, ok := table.find(h).first()
		if _, last := table.find(h).last(); !ok || last || float64(worth) != p.First {
			t.Errorf("%s: have %v, %v, want %v", p.Text, worth, ok, p.First)
		}
		if table.find(h.add('x')) != 0 {
			t.Errorf("%sx is known", p.Text)
		}
	}
}

func TestOpenRefuses(t *testing.T) {
	for _, n := range []int{0, 4, 7, 12} {
		if _, err := Open(strings.Repeat("x", n)); err == nil {
			t.Errorf("%d bytes: no error", n)
		}
	}
}

func FuzzSplit(f *testing.F) {
	f.Add("arbeidsmiljøloven")
	f.Add(strings.Repeat("arbeids", 14))
	f.Fuzz(func(t *testing.T, word string) {
		letters := []rune(word)
		last := 0
		for _, j := range table(t).Split(nil, letters) {
			if j.At <= last || j.At >= len(letters) {
				t.Fatalf("%q is divided at %d after %d", word, j.At, last)
			}
			last = j.At
		}
	})
}
