package language

import (
	"fmt"
	"strconv"
	"strings"
)

// Terms are the words and sentences that a report prints by itself. What is a sentence has a full
// stop; a %d or %s in it stands for what its comment says, in this order.
type Terms struct {
	Language string // the code, set when the language is read

	// Numbering and references.
	Figure, Table string // "Figur", "Tabell"
	Page          string // "side", in a sentence
	Continued     string // "(forts.)", after a repeated heading

	// Contents and running heads.
	Contents string // "Innhold"
	InThis   string // "I denne rapporten"
	Chapter  string
	More     string // "og %d til": entries that a list has no room for

	// Colophon.
	Colophon   string // "Kolofon"
	About      string // "Om rapporten"
	Publisher  string
	Series     string
	People     string
	Contact    string
	Thanks     string
	Rights     string
	CiteAs     string // "Slik siterer du rapporten"
	Typography string
	References string // heading of the list of works
	Faces      string // "Satt med %s og %s.": faces of headings and of text

	// Counts and shares.
	Answer, Answers         string // head of a column
	AnswerAfter             string // "svar", after a number
	AnswersAfter            string // the same after more than one
	InvitedAfter            string // "inviterte", after "62 av 148"
	NumberOfAnswers         string // "Antall svar"
	TotalAnswers            string // "Svar i alt"
	MultiplePossible        string // "Flere svar mulig"
	FreeText                string // "svar i fritekst"
	NEquals                 string // "n ="
	Of                      string // "av"
	Percent                 string // "prosent"
	PercentagePoints        string // "prosentpoeng"
	PointsShort             string // "pp."
	Change                  string
	Question                string
	QuestionsAnswers        string // "Spørsmål og svar"
	Number, PercentHead     string // "Antall", "Prosent": heads of columns
	SumLow, SumHigh, Sum    string // of a scale
	NoAnswer                string // "Ubesvart"
	NotAnswered             string // "Inviterte som ikke svarte"
	Withheld                string // in words, for a number that may not be published
	InsideMargin            string // of a change: "innenfor feilmarginen"
	NotGiven                string // "–" in a table
	Attached                string // describes the file of numbers that goes with a report
	AttachedSheets          string // the same of the spreadsheet
	Source                  string // "Kilde", head of a column
	Responded               string // below the ring of an opener without a figure: "svarte på …"
	Earlier                 string // "I %d: %s.": an earlier year and its value
	NoEarlier               string // "Uten tidligere tall: %s.": what a comparison leaves out
	Findings                string // "Hovedfunn": the page of main findings
	Rise, Fall              string // of a share, beyond its margin: "Opp fra %s, større …": from what
	InEarlier               string // "i %d", after what a share was, where the year is not told
	Unchanged               string // "Som i %d (%s).": an earlier year and its value, much the same
	MaybeChance             string // after Earlier, of a difference that lies inside its margin
	NewQuestion             string // "Ikke spurt før."
	NotComparable           string // of a question that cannot be compared with an earlier one
	Dot                     string // "Hvert punkt er %s personer.": how many a dot stands for
	Person                  string // "Én prikk er én person."
	Filled, Hollow          string // of a battery: "Fylt prikk: %d.", this year and the earlier one
	Band                    string // "Stripen viser usikkerheten (95 %)."
	Field                   string // the same of the band around a line
	NotMeasured             string // "Ikke målt: %s.": years without a survey
	RedChange, MarkedChange string // what the accent means, where that is red and where it is not
	OutsideMargin           string // of a change: "større enn feilmarginen"
	ShareYes, ShareHead     string // "Andel som svarte ja", "Andel": heads of shares
	YesAnswers              string // "Ja-svar", head of the counts
	Likert, Changes, Paired string // how a form is read; Changes and Paired: earlier and later year
	LikertSums              string // of a scale, what stands beside the bars
	Tried                   string // "%s av %s sammenligninger er …": those outside their margins, all
	ByChance, Seldom        string // after it: how many chance alone would give, about or under %s
	NoneChanged             string // the same when none is outside
	ChangedHead             string // "Endret": head of a list of changes outside their margins
	MayBeChance             string // "Kan være tilfeldig": head of those inside
	SomeInside              string // of %s changes inside, the %s largest are shown
	SomeOptions             string // "Bare noen av svaralternativene er vist."
	NoTile                  string // "– Ikke blant svarene", of a tile map
	Group, All              string // head of a column of groups; all of them together
	Groups                  string // "Grupper:", before what the groups are
	Or, Quote               string // " eller " between answers, "«%s»" around one
	ShareOf, ShareWho       string // "Andel som svarte %s", "Andel som %s": head of one share a group
	SmallGroup              string // "* Under %s svar, …": of groups that are small
	Overlapping             string // one person may be in several groups
	OfEach                  string // "Prosent av hver gruppe."
	Reach                   string // "Streken viser usikkerheten (95 %)."
	RedGroup, MarkedGroup   string // what the accent means, where that is red and where it is not
	Edition, ForGroup       string // "Utgave", "%s, %s svar": the group of an edition and how many it has
	Private                 string // after the colon that it explains: the smallest count published

	Forms Forms
	Web   Web
}

// Forms are the names of the chart forms by their keys in TOML, as an alternative text begins.
type Forms map[string]string

// Name is the name of a chart form by its key in TOML, "" for an unknown one.
func (f Forms) Name(form string) string { return f[form] }

// Locale is the way of writing numbers that goes with the words.
func (t Terms) Locale() Locale { return Locale(t.Language) }

// FigureNumber is "Figur 3", held together.
func (t Terms) FigureNumber(n int) string { return t.Figure + NoBreakSpace + t.Locale().Int(n) }

// TableNumber is "Tabell 3", held together.
func (t Terms) TableNumber(n int) string { return t.Table + NoBreakSpace + t.Locale().Int(n) }

// ChapterOf is where a chapter stands among all: "kapittel 14 av 70", held together.
func (t Terms) ChapterOf(n, all int) string {
	return strings.ToLower(t.Chapter) + NoBreakSpace + t.Locale().Share(n, all)
}

// AndMore is how many entries a list has left out for want of room.
func (t Terms) AndMore(n int) string { return fmt.Sprintf(t.More, n) }

// LeftOut is a sentence on n things that are not shown.
func (t Terms) LeftOut(n int) string { return Capital(t.AndMore(n)) + "." }

// ShareOfAnswers is "31 av 62 svar", as under a key figure.
func (t Terms) ShareOfAnswers(part, whole int) string {
	word := t.AnswersAfter
	if whole == 1 {
		word = t.AnswerAfter
	}
	return t.Locale().Share(part, whole) + NoBreakSpace + word
}

// OutOf is "31 av 62 svar" or, of the invited, "62 av 148 inviterte".
func (t Terms) OutOf(part, whole int, invited bool) string {
	if !invited {
		return t.ShareOfAnswers(part, whole)
	}
	return t.Locale().Share(part, whole) + NoBreakSpace + t.InvitedAfter
}

// LikertNote says in a caption how a stacked chart is read, with sums beside its bars or without.
func (t Terms) LikertNote(sums bool) string {
	if !sums {
		return t.Likert
	}
	return t.Likert + " " + t.LikertSums
}

// ChangeNote says in a caption which marks are which year.
func (t Terms) ChangeNote(then, now int) string { return fmt.Sprintf(t.Changes, then, now) }

// PairedNote says in a caption which bars are which year.
func (t Terms) PairedNote(then, now int) string { return fmt.Sprintf(t.Paired, then, now) }

// FilledNote and HollowNote say which dots are which year.
func (t Terms) FilledNote(year int) string { return fmt.Sprintf(t.Filled, year) }

// SmallNote explains the mark of a group of under so many answers.
func (t Terms) SmallNote(under int) string {
	return fmt.Sprintf(t.SmallGroup, t.Locale().Int(under))
}

// ShareOfGroup is the head of one share a group: what they answered, or, in the author's words, what
// they are.
func (t Terms) ShareOfGroup(answers []string, words string) string {
	if words != "" {
		return fmt.Sprintf(t.ShareWho, words)
	}
	quoted := make([]string, len(answers))
	for i, a := range answers {
		quoted[i] = fmt.Sprintf(t.Quote, a)
	}
	return fmt.Sprintf(t.ShareOf, strings.Join(quoted, t.Or))
}

// HollowNote is FilledNote of the earlier year.
func (t Terms) HollowNote(year int) string { return fmt.Sprintf(t.Hollow, year) }

// NotMeasuredIn names years between others that have no survey.
func (t Terms) NotMeasuredIn(years string) string { return fmt.Sprintf(t.NotMeasured, years) }

// WithheldNote explains the colon that stands for a number which may not be published.
func (t Terms) WithheldNote(minimum int) string {
	return ":" + NoBreakSpace + fmt.Sprintf(t.Private, strconv.Itoa(minimum))
}

// MarginNote explains the asterisk of a change that lies inside its margin of error.
func (t Terms) MarginNote() string { return "*" + NoBreakSpace + Capital(t.InsideMargin) + "." }

// DotStandsFor says that a dot is more than one person.
func (t Terms) DotStandsFor(people int) string { return fmt.Sprintf(t.Dot, t.Locale().Int(people)) }

// InYear is an earlier year's value, as it stands below a key figure: "I 2020: 49 %."
func (t Terms) InYear(year int, value string) string { return fmt.Sprintf(t.Earlier, year, value) }

// Changed says where a share came from that has moved beyond its margin of error.
func (t Terms) Changed(up bool, from string) string {
	if up {
		return fmt.Sprintf(t.Rise, from)
	}
	return fmt.Sprintf(t.Fall, from)
}

// ThenIn is an earlier value with its year: "82 % i 2020", held together.
func (t Terms) ThenIn(value string, year int) string {
	return value + NoBreakSpace + strings.ReplaceAll(fmt.Sprintf(t.InEarlier, year), " ",
		NoBreakSpace)
}

// AsIn says that a share is much the same as in an earlier year.
func (t Terms) AsIn(year int, value string) string { return fmt.Sprintf(t.Unchanged, year, value) }

// WhoAnswered is the line below the ring of an opener without a figure of its own.
func (t Terms) WhoAnswered() string { return t.Responded }

// SetIn is the colophon's line on the faces.
func (t Terms) SetIn(heading, body string) string { return fmt.Sprintf(t.Faces, heading, body) }

// Comparisons says how many of all comparisons lie outside their margins of error, and how many of
// as many would do so by chance: one of twenty, since the margins are of 95 %.
func (t Terms) Comparisons(outside, all int) string {
	said := fmt.Sprintf(t.Tried, t.Locale().Int(outside), t.Locale().Int(all))
	return said + " " + t.chance(all)
}

// NoChange says the same where none lies outside.
func (t Terms) NoChange(all int) string { return fmt.Sprintf(t.NoneChanged, t.Locale().Int(all)) }

// LargestOf says that of all changes inside their margins the largest are shown alone.
func (t Terms) LargestOf(all, shown int) string {
	return fmt.Sprintf(t.SomeInside, t.Locale().Int(all), t.Locale().Int(shown))
}

func (t Terms) chance(all int) string {
	if by := (all + 10) / 20; by > 0 {
		return fmt.Sprintf(t.ByChance, t.Locale().Int(by))
	}
	return fmt.Sprintf(t.Seldom, t.Locale().Int(1))
}

// NotBefore names what has no earlier value beside a comparison of years.
func (t Terms) NotBefore(what string) string { return fmt.Sprintf(t.NoEarlier, what) }
