package intake

import (
	"hash/maphash"
	"strings"

	"rapport/content/intake/table"
)

// column is a column of a table: each different text once, and for each row which of them it is. A
// column with more different texts than a question can have answers keeps only which rows have any.
type column struct {
	at     table.Place // of the head
	head   string
	values []string // by code; 0 is no answer
	counts []int    // how many rows have each
	codes  []uint16 // by row; may be shorter than the table
	small  []uint8  // instead of codes, as long as there are few
	over   bool     // there are too many texts
	filled rowset   // when over

	byText  map[string]uint16 // as it is written
	byValue map[string]uint16 // cleaned
	size    int               // bytes of the texts

	hashes []uint64 // by row, of an identity
	tests  []int    // rows that say they are tests
	seed   maphash.Seed
}

// Limits of what is kept of a column.
const (
	maxValues = 20_000
	maxBytes  = 4 << 20
)

func newColumn(at table.Place, head string) *column {
	return &column{at: at, head: head, values: []string{""}, counts: []int{0},
		byText: map[string]uint16{}, byValue: map[string]uint16{}}
}

// add takes a cell of a row; rows come in their order, and those with an empty cell may be left out.
func (c *column) add(row int, cell string) {
	if c.hashes != nil {
		for len(c.hashes) < row {
			c.hashes = append(c.hashes, 0)
		}
		c.hashes = append(c.hashes, maphash.String(c.seed, strings.ToLower(strings.TrimSpace(cell)))|1)
	}
	c.take(row, cell)
}

// take notes what a cell says.
func (c *column) take(row int, cell string) {
	if c.over {
		if strings.TrimSpace(cell) != "" {
			c.fill(row)
			if isTest(cell) {
				c.tests = append(c.tests, row)
			}
		}
		return
	}
	code, ok := c.byText[cell]
	if !ok {
		if code, ok = c.learn(cell); !ok {
			c.overflow()
			c.take(row, cell)
			return
		}
	}
	if code != 0 {
		c.put(row, code)
		c.counts[code]++
	}
}

// learn is the code of a text that is met for the first time.
func (c *column) learn(cell string) (uint16, bool) {
	value := clean(cell)
	if value == "" || is("void", value) {
		c.byText[strings.Clone(cell)] = 0
		return 0, len(c.byText) < maxValues
	}
	c.size += len(cell) + len(value)
	if len(c.byText) >= maxValues || c.size > maxBytes {
		return 0, false
	}
	code, ok := c.byValue[value]
	if !ok {
		code = uint16(len(c.values))
		value = strings.Clone(value)
		c.values = append(c.values, value)
		c.counts = append(c.counts, 0)
		c.byValue[value] = code
	}
	c.byText[strings.Clone(cell)] = code
	return code, true
}

func (c *column) put(row int, code uint16) {
	if c.codes == nil && code < 256 {
		for len(c.small) < row {
			c.small = append(c.small, 0)
		}
		c.small = append(c.small, uint8(code))
		return
	}
	if c.codes == nil {
		c.codes = make([]uint16, len(c.small), cap(c.small))
		for i, s := range c.small {
			c.codes[i] = uint16(s)
		}
		c.small = nil
	}
	for len(c.codes) < row {
		c.codes = append(c.codes, 0)
	}
	c.codes = append(c.codes, code)
}

// fill notes that a row has something, when the column is over.
func (c *column) fill(row int) {
	for len(c.filled) <= row>>6 {
		c.filled = append(c.filled, 0)
	}
	c.filled.add(row)
}

// overflow forgets what the texts are.
func (c *column) overflow() {
	c.over = true
	for row := range max(len(c.small), len(c.codes)) {
		if code := c.code(row); code != 0 {
			c.fill(row)
			if isTest(c.values[code]) {
				c.tests = append(c.tests, row)
			}
		}
	}
	c.values, c.counts, c.codes, c.small, c.byText, c.byValue = nil, nil, nil, nil, nil, nil
}

// code is what a row has, 0 for nothing.
func (c *column) code(row int) uint16 {
	if row < len(c.small) {
		return uint16(c.small[row])
	}
	if row < len(c.codes) {
		return c.codes[row]
	}
	return 0
}

// total is how many rows have something.
func (c *column) total() (n int) {
	if c.over {
		return c.filled.count()
	}
	for _, k := range c.counts {
		n += k
	}
	return n
}

// rowsWith are the rows whose code is wanted.
func (c *column) rowsWith(rows int, want func(code uint16) bool) rowset {
	set := newRowset(rows)
	if c.over {
		copy(set, c.filled)
		return set
	}
	wanted := make([]bool, len(c.values))
	for code := range c.values {
		wanted[code] = code > 0 && want(uint16(code))
	}
	for row, code := range c.small {
		if wanted[code] {
			set.add(row)
		}
	}
	for row, code := range c.codes {
		if wanted[code] {
			set.add(row)
		}
	}
	return set
}

// sets are the rows of each group of codes; a group below 0 is left out.
func (c *column) sets(rows, groups int, group func(code uint16) int) []rowset {
	out := make([]rowset, groups)
	for i := range out {
		out[i] = newRowset(rows)
	}
	if c.over {
		return out
	}
	of := make([]int, len(c.values))
	for code := range of {
		if of[code] = -1; code > 0 {
			of[code] = group(uint16(code))
		}
	}
	for row, code := range c.small {
		if g := of[code]; g >= 0 {
			out[g].add(row)
		}
	}
	for row, code := range c.codes {
		if g := of[code]; g >= 0 {
			out[g].add(row)
		}
	}
	return out
}

// answered are the rows that have anything.
func (c *column) answered(rows int) rowset {
	return c.rowsWith(rows, func(uint16) bool { return true })
}

// isTest says whether a text is what people write who try a form out.
func isTest(s string) bool {
	if s = strings.TrimSpace(s); len(s) > 40 || len(s) < 4 {
		return false
	}
	switch s = strings.Trim(strings.ToLower(s), " .!123456789"); s {
	case "test", "testing", "tester", "test test", "testsvar", "testtest", "asdf", "dette er en test",
		"dette er ein test", "this is a test", "bare en test", "berre ein test", "prøve", "test svar":
		return true
	}
	return strings.HasPrefix(s, "test@")
}
