package invent

// Trade has one person of each of two groups of a breakdown trade answers: in the first group one more
// gave the second answer and one less the first, in the second group the other way round. Sums of rows
// and columns stay what they are. Groups and answers are indices of those of the two questions; nil
// where there is no such count, or nobody to trade with.
func (r *Report) Trade(survey string, breakdown int, groups, answers [2]int) *Report {
	out := r.clone()
	for _, name := range out.names() {
		file := out.files[name]
		s, ok := file.get("survey").(*table)
		if !ok || s.get("id") != survey {
			continue
		}
		list, _ := file.get("breakdown").([]*table)
		if breakdown >= len(list) {
			return nil
		}
		counts := list[breakdown].get("counts").(*table)
		for k, g := range groups {
			row := counts.entries[g].value.(*table)
			for i, a := range answers {
				cell := &row.entries[a]
				by := 1
				if i == k {
					by = -1
				}
				n := cell.value.(int) + by
				if n < 0 {
					return nil
				}
				cell.value = n
			}
		}
		return out
	}
	return nil
}
