package text

import (
	"strings"
	"sync"
	"sync/atomic"
)

// said stands for what a glyph's cluster says: 0 for nothing, a character of ASCII for itself and one,
// others by their place among all that were met. So that a glyph holds no pointer, which the
// collector would follow, and takes 20 bytes and not 32: a long report sets millions.
type said uint32

// ascii are all characters of ASCII.
var ascii = func() string {
	var all [128]byte
	for i := range all {
		all[i] = byte(i)
	}
	return string(all[:])
}()

// firstMet is the first said that is no character of ASCII.
const firstMet said = 129

// met are the clusters beyond ASCII that were met, in their order: a language has some hundred.
// They are written under the lock, and read without it.
var met struct {
	sync.RWMutex
	ids map[string]said
	all atomic.Pointer[[]string]
}

// saidOf finds what stands for some text.
func saidOf(text string) said {
	switch {
	case text == "":
		return 0
	case len(text) == 1 && text[0] < 128:
		return said(text[0]) + 1
	}
	met.RLock()
	id, ok := met.ids[text]
	met.RUnlock()
	if ok {
		return id
	}
	met.Lock()
	defer met.Unlock()
	if id, ok := met.ids[text]; ok {
		return id
	}
	if met.ids == nil {
		met.ids = map[string]said{}
	}
	var all []string
	if before := met.all.Load(); before != nil {
		all = *before
	}
	text = strings.Clone(text)
	id = firstMet + said(len(all))
	all = append(all, text)
	met.ids[text] = id
	met.all.Store(&all)
	return id
}

// text is what it stands for.
func (s said) text() string {
	switch {
	case s == 0:
		return ""
	case s < firstMet:
		return ascii[s-1 : s]
	}
	return (*met.all.Load())[s-firstMet]
}
