package content

import (
	"fmt"
	"strconv"
)

// AttachedFigures describes the file of numbers that goes with a report.
func (t Terms) AttachedFigures() string {
	switch t.Language {
	case "nn":
		return "Tala i alle figurar og tabellar"
	case "en":
		return "The numbers of all figures and tables"
	}
	return "Tallene i alle figurer og tabeller"
}

// LikertNote says in a caption how a stacked chart is read.
func (t Terms) LikertNote() string {
	switch t.Language {
	case "nn":
		return "Del i prosent. Summane i margen legg saman dei låge og dei høge trinna."
	case "en":
		return "Shares in per cent. The sums in the margins add up the low and the high steps."
	}
	return "Andel i prosent. Summene i margen legger sammen de lave og de høye trinnene."
}

// ChangeNote says in a caption which marks are which year.
func (t Terms) ChangeNote(then, now int) string {
	switch t.Language {
	case "nn":
		return fmt.Sprintf("Hol prikk er %d, fylt prikk er %d. Prosent og endring i prosentpoeng.", then, now)
	case "en":
		return fmt.Sprintf("A hollow dot is %d, a filled dot %d. Per cent, and change in percentage points.", then, now)
	}
	return fmt.Sprintf("Hul prikk er %d, fylt prikk er %d. Prosent og endring i prosentpoeng.", then, now)
}

// PairedNote says in a caption which bars are which year.
func (t Terms) PairedNote(then, now int) string {
	switch t.Language {
	case "nn":
		return fmt.Sprintf("Omriss er %d, fylt søyle er %d.", then, now)
	case "en":
		return fmt.Sprintf("Outlined bars are %d, filled bars %d.", then, now)
	}
	return fmt.Sprintf("Omriss er %d, fylt søyle er %d.", then, now)
}

// WithheldNote explains the colon that stands for a number which may not be published.
func (t Terms) WithheldNote(minimum int) string {
	n := strconv.Itoa(minimum)
	switch t.Language {
	case "nn":
		return ":" + noBreakSpace + "Tal under " + n + ", og tal som kunne røpt dei, er haldne tilbake av omsyn til personvernet."
	case "en":
		return ":" + noBreakSpace + "Numbers under " + n + ", and those that could give them away, are withheld to protect privacy."
	}
	return ":" + noBreakSpace + "Tall under " + n + ", og tall som kunne røpet dem, er holdt tilbake av hensyn til personvernet."
}

// MarginNote explains the asterisk of a change that lies inside its margin of error.
func (t Terms) MarginNote() string { return "*" + noBreakSpace + capital(t.InsideMargin) + "." }

// DotStandsFor says that a dot is more than one person.
func (t Terms) DotStandsFor(people int) string {
	n := strconv.Itoa(people)
	switch t.Language {
	case "nn":
		return "Kvart punkt er " + n + " personar."
	case "en":
		return "Each dot is " + n + " people."
	}
	return "Hvert punkt er " + n + " personer."
}

// InYear is an earlier year's value, as it stands below a key figure: "I 2020: 49 %."
func (t Terms) InYear(year int, value string) string {
	if t.Language == "en" {
		return fmt.Sprintf("In %d: %s.", year, value)
	}
	return fmt.Sprintf("I %d: %s.", year, value)
}

// OutOf is "31 av 62 svar" or, of the invited, "62 av 148 inviterte".
func (t Terms) OutOf(part, whole int, invited bool) string {
	if !invited {
		return t.ShareOfAnswers(part, whole)
	}
	word := "inviterte"
	if t.Language == "en" {
		word = "invited"
	}
	return t.Locale().Share(part, whole) + noBreakSpace + word
}

// WhoAnswered is the line below the ring of an opener without a figure of its own.
func (t Terms) WhoAnswered() string {
	switch t.Language {
	case "nn":
		return "svarte på undersøkinga."
	case "en":
		return "answered the survey."
	}
	return "svarte på undersøkelsen."
}

// SetIn is the colophon's line on the faces.
func (t Terms) SetIn(heading, body string) string {
	switch t.Language {
	case "nn":
		return "Sett med " + heading + " og " + body + "."
	case "en":
		return "Set in " + heading + " and " + body + "."
	}
	return "Satt med " + heading + " og " + body + "."
}
