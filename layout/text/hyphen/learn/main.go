// Command learn makes the table of word parts that package hyphen embeds. It is run by go generate
// in layout/text/hyphen:
//
//	learn words/nb_lemma_exc.json.gz words/more.txt words.parts
//
// The first file is a JSON object of word classes, each an object of word forms with their lemmas;
// the second is a list of words. From them come the parts: stems, words that stand before others,
// and what stands before others often enough. How well each of them vouches for a joint is counted
// in two rounds: first over all ways to divide the words of the list, then over the best ways by
// what the first round found. Where the joints really are is not in the list: nothing is learned
// from an answer.
package main

import (
	"fmt"
	"os"
)

func main() {
	if len(os.Args) != 4 {
		fail(fmt.Errorf("usage: learn forms.json.gz more.txt words.parts"))
	}
	forms, err := os.ReadFile(os.Args[1])
	if err != nil {
		fail(err)
	}
	more, err := os.ReadFile(os.Args[2])
	if err != nil {
		fail(err)
	}
	packed, err := Learn(forms, more)
	if err != nil {
		fail(err)
	}
	if err := os.WriteFile(os.Args[3], []byte(packed), 0o644); err != nil {
		fail(err)
	}
}

func fail(err error) {
	fmt.Fprintln(os.Stderr, "learn:", err)
	os.Exit(1)
}
