package tongue

import (
	_ "embed"
	"fmt"
	"strings"
	"sync"
)

//go:embed words.txt
var wordsText string

// spoken is what one key says, in English, bokmål and nynorsk.
type spoken [3]string

// in gives the words in a language, English for one that is none of the three.
func (s spoken) in(language string) string {
	switch language {
	case "nb":
		return s[1]
	case "nn":
		return s[2]
	}
	return s[0]
}

// dictionary is read when the first words are said.
var dictionary = sync.OnceValue(func() map[string]spoken {
	all, err := readWords(wordsText)
	if err != nil {
		panic(err) // the file is part of the program, and a test has read it
	}
	return all
})

// readWords parses words.txt: paragraphs of a key and two or three lines; a line that begins with # is
// a comment.
func readWords(text string) (map[string]spoken, error) {
	escapes := strings.NewReplacer(`\n`, "\n", `\s`, " ")
	all := map[string]spoken{}
	for lines := range paragraphs(text) {
		if len(lines) == 3 {
			lines = append(lines, lines[2])
		}
		if len(lines) != 4 {
			return nil, fmt.Errorf("%q: %d lines", lines[0], len(lines))
		}
		if _, twice := all[lines[0]]; twice {
			return nil, fmt.Errorf("%q is there twice", lines[0])
		}
		var s spoken
		for i := range s {
			s[i] = escapes.Replace(lines[i+1])
		}
		all[lines[0]] = s
	}
	return all, nil
}

// Room is whose words they are: send, table, import, init, proof or preview.
type Room string

// Words are those of a key in a language, with their verbs; "" for a key that is not in words.txt.
func (r Room) Words(language, key string) string {
	return dictionary()[string(r)+" "+key].in(language)
}

// Say is the words of a key with what they name. Words that name nothing are said as they are.
func (r Room) Say(language, key string, args ...any) string {
	words := r.Words(language, key)
	if len(args) == 0 {
		return words
	}
	return fmt.Sprintf(words, args...)
}

// All are a room's words in a language by key.
func (r Room) All(language string) map[string]string {
	all := map[string]string{}
	for key, s := range dictionary() {
		if of, ok := strings.CutPrefix(key, string(r)+" "); ok {
			all[of] = s.in(language)
		}
	}
	return all
}
