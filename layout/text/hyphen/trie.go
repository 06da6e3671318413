package hyphen

import "unicode/utf8"

// trie is a packed pattern file; the format is described in command pack.
type trie struct {
	symbols    [512]uint8 // a rune's symbol + 1, 0 when no pattern has it
	levels     []string
	exceptions map[string][]int
	root       int
	nodes      string
}

// dot stands for a word's beginning and end in the patterns.
const dot = '.'

// openTrie reads everything before the nodes.
func openTrie(b string) trie {
	var t trie
	runes, b := int(b[0]), b[1:]
	for i := range runes {
		if r := be(b[:2]); r < len(t.symbols) {
			t.symbols[r] = uint8(i + 1)
		}
		b = b[2:]
	}
	count, b := be(b[:2]), b[2:]
	t.levels = make([]string, count)
	for i := range t.levels {
		n := int(b[0])
		t.levels[i], b = b[1:1+n], b[1+n:]
	}
	t.exceptions, b = openExceptions(b)
	t.root, t.nodes = be(b[:3]), b[3:]
	return t
}

func openExceptions(b string) (map[string][]int, string) {
	count, b := be(b[:2]), b[2:]
	words := make(map[string][]int, count)
	for range count {
		n := int(b[0])
		word, rest := b[1:1+n], b[1+n:]
		points := make([]int, rest[0])
		for i := range points {
			points[i] = int(rest[1+i])
		}
		words[word], b = points, rest[1+len(points):]
	}
	return words, b
}

func be(b string) int {
	n := 0
	for i := range len(b) {
		n = n<<8 | int(b[i])
	}
	return n
}

// points lists the odd levels inside a word of lower case letters: places between letters, 2 to
// len-2, which is as near to the word's ends as the package hyphen goes too.
func (t *trie) points(word []rune) []int {
	if points, ok := t.exception(word); ok {
		return points
	}
	var symbols [longest + 2]uint8
	symbols[0] = t.symbols[dot]
	for i, r := range word {
		symbols[i+1] = 0
		if r >= 0 && int(r) < len(t.symbols) {
			symbols[i+1] = t.symbols[r]
		}
	}
	symbols[len(word)+1] = t.symbols[dot]
	var levels [longest + 2]uint8 // before each letter
	for from := range len(word) {
		t.match(symbols[from:len(word)+2], levels[max(0, from-1):])
	}
	var points []int
	for i := 2; i < len(word)-1; i++ {
		if levels[i]&1 == 1 {
			points = append(points, i)
		}
	}
	return points
}

func (t *trie) exception(word []rune) ([]int, bool) {
	if len(t.exceptions) == 0 {
		return nil, false
	}
	var buffer [4 * longest]byte
	b := buffer[:0]
	for _, r := range word {
		b = utf8.AppendRune(b, r)
	}
	points, ok := t.exceptions[string(b)]
	return points, ok
}

// match raises levels by every pattern that symbols begin with. A pattern that begins with the
// word's beginning has its levels counted from the first letter.
func (t *trie) match(symbols []uint8, levels []uint8) {
	at := t.root
	for _, symbol := range symbols {
		if symbol == 0 {
			return
		}
		edges := int(t.nodes[at+2])
		names := t.nodes[at+3 : at+3+edges]
		k := 0
		for k < edges && names[k] != symbol-1 {
			k++
		}
		if k == edges {
			return
		}
		to := at + 3 + edges + 3*k
		at = int(t.nodes[to])<<16 | int(t.nodes[to+1])<<8 | int(t.nodes[to+2])
		if level := int(t.nodes[at])<<8 | int(t.nodes[at+1]); level > 0 {
			digits := t.levels[level-1]
			for i := range len(digits) {
				levels[i] = max(levels[i], digits[i])
			}
		}
	}
}
