package pdf

import (
	"bytes"
	"compress/zlib"
	"io"
	"regexp"
	"strconv"
	"sync"
)

// countedPages is a node of the page tree in an object stream, with how many pages are below it.
var countedPages = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`/Type/Pages/Count (\d+)`)
})

// PageCount is how many pages a file has that Write or one of its kin wrote; ok is false for any
// other.
func PageCount(file []byte) (n int, ok bool) {
	const begin, end = "stream\n", "\nendstream"
	for {
		_, rest, found := bytes.Cut(file, []byte("/Type/ObjStm"))
		if !found {
			return n, ok
		}
		file = rest
		at := bytes.Index(rest, []byte(begin))
		if at < 0 {
			return n, ok
		}
		body, _, found := bytes.Cut(rest[at+len(begin):], []byte(end))
		if !found {
			return n, ok
		}
		z, err := zlib.NewReader(bytes.NewReader(body))
		if err != nil {
			continue
		}
		objects, err := io.ReadAll(io.LimitReader(z, 64<<20))
		if err != nil {
			continue
		}
		for _, m := range countedPages().FindAllSubmatch(objects, -1) {
			if count, err := strconv.Atoi(string(m[1])); err == nil {
				n, ok = max(n, count), true
			}
		}
	}
}
