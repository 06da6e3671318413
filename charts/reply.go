package charts

import "rapport/content"

// inOrder is the place of a reply, the same through a report: yes, no, anything else, and who does
// not know.
func inOrder(r content.Reply) int {
	switch r {
	case content.Yes:
		return 0
	case content.No:
		return 1
	case content.DontKnow:
		return 3
	}
	return 2
}

// ownColor says whether a reply keeps its colour through a report, also where it is highlighted:
// yes the first of the slices, no the second.
func ownColor(r content.Reply) bool { return r == content.Yes || r == content.No }
