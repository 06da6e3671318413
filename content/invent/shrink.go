package invent

import "strings"

// Shrink is the smallest report found that still fails: it takes away tables of lists, items, keys and
// parts of texts, as long as fails says true of what is left, and begins again until nothing can go.
// fails must say false of a report that does not load. At most tries reports are tried.
func Shrink(r *Report, fails func(*Report) bool, tries int) *Report {
	s := &shrinker{best: r, fails: fails, tries: tries}
	for s.round() {
	}
	return s.best
}

type shrinker struct {
	best  *Report
	fails func(*Report) bool
	tries int
}

// round tries every reduction once and says whether one of them held.
func (s *shrinker) round() bool {
	before := s.best
	for _, name := range before.names() {
		s.try(func(r *Report) bool { delete(r.files, name); return true })
	}
	for size := 16; size >= 1; size /= 2 {
		for at := 0; s.tries > 0; at++ {
			done := false
			s.try(func(r *Report) bool { done = !r.reduce(at, size); return !done })
			if done {
				break
			}
		}
	}
	return s.best != before && s.tries > 0
}

// try keeps a change when the report still fails.
func (s *shrinker) try(change func(*Report) bool) {
	if s.tries <= 0 {
		return
	}
	next := s.best.clone()
	if !change(next) {
		return
	}
	s.tries--
	if s.fails(next) {
		s.best = next
	}
}

// reduce makes the at-th possible reduction of a size; false when there are fewer.
func (r *Report) reduce(at, size int) bool {
	for _, name := range r.names() {
		if r.files[name].reduce(&at, size) {
			return true
		}
	}
	return false
}

// reduce makes a reduction of a table when at has come down to it, and counts at down otherwise.
func (t *table) reduce(at *int, size int) bool {
	for i := range t.entries {
		if size == 1 {
			if *at == 0 {
				t.entries = append(t.entries[:i:i], t.entries[i+1:]...)
				return true
			}
			*at--
		}
		if t.entries[i].reduce(at, size) {
			return true
		}
	}
	return false
}

func (e *entry) reduce(at *int, size int) bool {
	switch v := e.value.(type) {
	case *table:
		return v.reduce(at, size)
	case []*table:
		for k := 0; k+size <= len(v); k += size {
			if *at == 0 {
				e.value = append(v[:k:k], v[k+size:]...)
				return true
			}
			*at--
		}
		for _, item := range v {
			if item.reduce(at, size) {
				return true
			}
		}
	case []string:
		for k := 0; k+size <= len(v); k += size {
			if *at == 0 {
				e.value = append(v[:k:k], v[k+size:]...)
				return true
			}
			*at--
		}
	case string:
		return e.shorten(v, at, size)
	}
	return false
}

// shorten takes words out of a text, or letters out of a single word.
func (e *entry) shorten(s string, at *int, size int) bool {
	parts, sep := strings.Split(s, " "), " "
	if len(parts) == 1 {
		parts, sep = strings.Split(s, ""), ""
	}
	for k := 0; k+size <= len(parts) && len(parts) > size; k += size {
		if *at == 0 {
			e.value = strings.Join(append(parts[:k:k], parts[k+size:]...), sep)
			return true
		}
		*at--
	}
	return false
}
