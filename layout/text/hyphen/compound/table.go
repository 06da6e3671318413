package compound

import (
	"fmt"
	"math"
	"math/bits"
)

// Table knows parts by their hash: it is a hash table with open addressing, kept as a string so
// that an embedded one costs nothing before it is used and nothing to load. A slot has four bytes,
// big-endian: 24 bits of the hash that do not choose the slot, and the worth of the part as a first
// and as a last one, four bits each. That a letter string which is no part is taken for one happens
// once in some millions of look-ups.
type Table struct {
	slots string
	shift uint // of a hash, for the slot
}

// Part is an entry of a table. Worths are log odds in nats; NaN is none.
type Part struct {
	Text        string
	First, Last float64
}

// None is the worth of a part in a role that it does not have.
var None = math.NaN()

// Worths are stored in steps from lowest up.
const (
	lowest = -4.5
	step   = 0.5
	levels = 15
)

// Open returns the table in its packed form.
func Open(packed string) (*Table, error) {
	n := len(packed) / 4
	if len(packed)%4 != 0 || bits.OnesCount(uint(n)) != 1 || n < 2 {
		return nil, fmt.Errorf("a table of %d bytes", len(packed))
	}
	return &Table{packed, uint(64 - bits.TrailingZeros(uint(n)))}, nil
}

// Pack returns the packed form of parts that are all different. It is the same whenever their
// order is.
func Pack(parts []Part) string {
	n := 2
	for n*4 < len(parts)*5 { // at most four in five slots are taken
		n *= 2
	}
	slots := make([]byte, 4*n)
	shift := uint(64 - bits.TrailingZeros(uint(n)))
	for _, p := range parts {
		h := seed
		for _, r := range p.Text {
			h = h.add(r)
		}
		at := h.slot(shift)
		for slots[4*at+3] != 0 {
			at = (at + 1) % n
		}
		mark := h.mark()
		worths := level(p.First)<<4 | level(p.Last)
		copy(slots[4*at:], []byte{byte(mark >> 16), byte(mark >> 8), byte(mark), worths})
	}
	return string(slots)
}

func level(worth float64) byte {
	if math.IsNaN(worth) {
		return 0
	}
	return byte(1 + min(max(math.Round((worth-lowest)/step), 0), levels-1))
}

// entry is the last byte of a slot; 0 when the part is unknown.
type entry byte

func (e entry) first() (worth float32, ok bool) { return lowest + step*float32(e>>4-1), e>>4 > 0 }
func (e entry) last() (worth float32, ok bool)  { return lowest + step*float32(e&15-1), e&15 > 0 }

func (t *Table) find(h hash) entry {
	mark := h.mark()
	for at := 4 * h.slot(t.shift); ; {
		slot := t.slots[at : at+4]
		if slot[3] == 0 {
			return 0
		}
		if uint32(slot[0])<<16|uint32(slot[1])<<8|uint32(slot[2]) == mark {
			return entry(slot[3])
		}
		if at += 4; at == len(t.slots) {
			at = 0
		}
	}
}

// hash is that of Fowler, Noll and Vo (FNV-1a, 64 bits) over letters.
type hash uint64

const seed hash = 14695981039346656037

func (h hash) add(r rune) hash { return (h ^ hash(r)) * 1099511628211 }

// mix spreads what the last letter changed over all bits (the finalizer of MurmurHash3).
func (h hash) mix() uint64 {
	x := uint64(h)
	x = (x ^ x>>33) * 0xff51afd7ed558ccd
	return x ^ x>>33
}

func (h hash) slot(shift uint) int { return int(h.mix() >> shift) }

func (h hash) mark() uint32 { return uint32(h.mix()) & 0xffffff }
