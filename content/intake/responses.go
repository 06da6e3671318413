package intake

import "strings"

// A response is left out when it says that it is a test, when it is there twice, when the same person
// answered again later, and when it answers nothing. Each is told.

// choose says which rows count.
func (d *Dataset) choose(s *Survey, answered rowset) rowset {
	kept := newRowset(d.Rows)
	for row := range d.Rows {
		kept.add(row)
	}
	leave := func(what What, out rowset) {
		out.keep(kept)
		if n := out.count(); n > 0 {
			s.Notes = append(s.Notes, Note{What: what, Count: n, Rows: d.numbers(out)})
			kept.without(out)
		}
	}
	leave(Tests, d.tests())
	leave(Copies, d.copies())
	empty := newRowset(d.Rows)
	empty.union(kept)
	empty.without(answered)
	leave(Blank, empty)
	for i := range d.fields {
		if d.fields[i].hashes == nil {
			continue
		}
		earlier, ok := d.earlier(&d.fields[i], kept)
		if !ok {
			s.Notes = append(s.Notes, Note{What: Shared, Labels: []string{d.fields[i].at.String()}})
			continue
		}
		leave(Twice, earlier)
	}
	partly := d.partly()
	partly.keep(kept)
	if n := partly.count(); n > 0 {
		s.Notes = append(s.Notes, Note{What: Partly, Count: n, Rows: d.numbers(partly)})
	}
	return kept
}

// tests are the rows that say so: in a column of the tool, or in words where people write.
func (d *Dataset) tests() rowset {
	out := newRowset(d.Rows)
	for i := range d.fields {
		f := &d.fields[i]
		for _, row := range f.tests {
			out.add(row)
		}
		switch {
		case f.over:
		case f.why == WhyTest:
			out.union(f.rowsWith(d.Rows, func(code uint16) bool {
				v := f.values[code]
				return is("yes", v) && !is("no", v)
			}))
		default:
			out.union(f.rowsWith(d.Rows, func(code uint16) bool { return isTest(f.values[code]) }))
		}
	}
	return out
}

// copies are rows that are there before, cell by cell, in a table that says when or by whom.
func (d *Dataset) copies() rowset {
	out := newRowset(d.Rows)
	dated := false
	for i := range d.fields {
		w := d.fields[i].why
		dated = dated || (w == WhyTime || w == WhyID || w == WhyEmail) && d.fields[i].total()*2 > d.Rows
	}
	if !dated {
		return out
	}
	seen := make(map[uint64]struct{}, d.Rows)
	for row, sum := range d.sums {
		if _, ok := seen[sum]; ok {
			out.add(row)
		}
		seen[sum] = struct{}{}
	}
	return out
}

// earlier are the rows of those who answered again: an address or an identity that comes back later.
// An identity that many share is none; ok is false then.
func (d *Dataset) earlier(f *field, kept rowset) (out rowset, ok bool) {
	out = newRowset(d.Rows)
	last := make(map[uint64]int, len(f.hashes))
	all := 0
	for row, hash := range f.hashes {
		if hash == 0 || !kept.has(row) {
			continue
		}
		all++
		if before, ok := last[hash]; ok {
			out.add(before)
		}
		last[hash] = row
	}
	repeated := out.count()
	return out, repeated == 0 || repeated*5 <= all
}

// partly are the responses that were not completed, as far as the tool says.
func (d *Dataset) partly() rowset {
	out := newRowset(d.Rows)
	for i := range d.fields {
		f := &d.fields[i]
		head := strings.ToLower(f.head)
		switch {
		case f.over:
		case f.why == WhyStatus:
			out.union(f.rowsWith(d.Rows, func(code uint16) bool { return is("partial", f.values[code]) }))
		case d.tool == limeSurvey && (head == "submitdate" || head == "date submitted"):
			done := f.answered(d.Rows)
			for row := range d.Rows {
				if !done.has(row) {
					out.add(row)
				}
			}
		}
	}
	return out
}
