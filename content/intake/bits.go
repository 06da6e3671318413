package intake

import "math/bits"

// rowset is a set of rows, a bit a row.
type rowset []uint64

func newRowset(rows int) rowset { return make(rowset, (rows+63)/64) }

func (s rowset) add(row int)      { s[row>>6] |= 1 << (row & 63) }
func (s rowset) has(row int) bool { return s[row>>6]&(1<<(row&63)) != 0 }

func (s rowset) count() (n int) {
	for _, w := range s {
		n += bits.OnesCount64(w)
	}
	return n
}

// common is how many rows are in both.
func (s rowset) common(t rowset) (n int) {
	for i, w := range s {
		n += bits.OnesCount64(w & t[i])
	}
	return n
}

func (s rowset) union(t rowset) {
	for i, w := range t {
		s[i] |= w
	}
}

func (s rowset) without(t rowset) {
	for i, w := range t {
		s[i] &^= w
	}
}

func (s rowset) keep(t rowset) {
	for i, w := range t {
		s[i] &= w
	}
}

// list are the rows of a set, at most so many.
func (s rowset) list(most int) (rows []int) {
	for i, w := range s {
		for ; w != 0 && len(rows) < most; w &= w - 1 {
			rows = append(rows, i<<6+bits.TrailingZeros64(w))
		}
	}
	return rows
}
