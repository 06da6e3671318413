// Command pack turns the pattern files of the npm package hyphen into the packed form that package
// hyphen embeds. It is run by go generate in layout/text/hyphen:
//
//	pack patterns/nb.js nb.trie
//
// The source is a JavaScript literal of three parts: a table of levels, a trie of patterns whose
// leaves are indexes into the table, and (not always) a list of exceptions. The packed form is the
// same trie with equal subtrees merged and written as bytes, so that it is walked where it lies,
// without loading.
//
//	rune count (1)   runes (2 each), in order; a rune's symbol is its place, from 0
//	level count (2)  levels: length (1), digits (1 each)
//	exceptions (2)   exceptions: word length (1), word (UTF-8), points (1),
//	                 points (1 each, in runes)
//	root (3)         offset of the root node from the beginning of the nodes
//	nodes            level + 1, 0 for none (2); edges (1); symbols (1 each); offsets (3 each)
//
// Numbers are big-endian.
package main

import (
	"fmt"
	"os"
)

func main() {
	if len(os.Args) != 3 {
		fail(fmt.Errorf("usage: pack source.js packed.trie"))
	}
	source, err := os.ReadFile(os.Args[1])
	if err != nil {
		fail(err)
	}
	packed, err := Pack(source)
	if err != nil {
		fail(fmt.Errorf("%s: %w", os.Args[1], err))
	}
	if err := os.WriteFile(os.Args[2], packed, 0o644); err != nil {
		fail(err)
	}
}

func fail(err error) {
	fmt.Fprintln(os.Stderr, "pack:", err)
	os.Exit(1)
}
