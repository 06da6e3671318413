package intake

import (
	"regexp"
	"sync"
)

// pattern is an expression that is compiled when it is first used: most runs of the program import
// nothing.
func pattern(s string) func() *regexp.Regexp {
	return sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(s) })
}
