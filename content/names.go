package content

import (
	"rapport/content/brand"
	"rapport/content/language"
	"rapport/content/picture"
	"rapport/content/prose"
	"rapport/content/source"
	"rapport/content/survey"
	"rapport/content/tiles"
)

// The names of the rooms inside, as callers of content know them.

// Places and problems, of package source.
type (
	Pos      = source.Pos
	Problem  = source.Problem
	Problems = source.Problems
	Allow    = source.Allow
)

// Image is a picture file that a report shows, of package picture.
type Image = picture.Image

// How a publisher looks, of package brand.
type (
	Brand  = brand.Brand
	Color  = brand.Color
	Ground = brand.Ground
)

// ColorRoles are the roles that a brand's colours may have.
func ColorRoles() []string { return brand.ColorRoles() }

// Words and numbers in a language, of package language.
type (
	Terms   = language.Terms
	Locale  = language.Locale
	Decimal = language.Decimal
)

// Languages are the codes of the languages that a report can be in.
func Languages() []string { return language.Codes() }

// TermsFor gives the words of a language; one that there is no file for is an error.
func TermsFor(code string) (Terms, error) {
	l, err := language.Find(code)
	if err != nil {
		return Terms{}, err
	}
	return l.Terms, nil
}

// Reply is what an answer says to a question of yes or no, of package language.
type Reply = language.Reply

// Replies.
const (
	OtherReply = language.Other
	Yes        = language.Yes
	No         = language.No
	DontKnow   = language.DontKnow
)

// ReplyOf is what an answer says; see package language.
func ReplyOf(label string) Reply { return language.ReplyOf(label) }

// Replies is what answers say by their names to a question of yes or no; see package survey.
func Replies(labels []string) []Reply { return survey.Replies(labels) }

// ShareOf is the share of some answers as a measure; see package survey.
func ShareOf(f *Figure, answers []int, label string) Measure {
	return survey.ShareOf(f, answers, label)
}

// Percent is part out of whole in per cent, rounded half up; see package language.
func Percent(part, whole, decimals int) Decimal { return language.Percent(part, whole, decimals) }

// WithoutSoftHyphens takes out soft hyphens (U+00AD), which are for the setting of lines alone.
func WithoutSoftHyphens(s string) string { return language.WithoutSoftHyphens(s) }

// FullStop is the full stop that a text lacks at its end, if any; see package language.
func FullStop(s string) string { return language.FullStop(s) }

// Capital is a text with its first letter as at the beginning of a sentence; see package language.
func Capital(s string) string { return language.Capital(s) }

// Questions and answers, of package survey.
type (
	Survey    = survey.Survey
	Breakdown = survey.Breakdown
	Group     = survey.Group
	Figure    = survey.Figure
	Kind      = survey.Kind
	Answer    = survey.Answer
	Follow    = survey.Follow
	Merge     = survey.Merge
	Measure   = survey.Measure
	KeyFigure = survey.KeyFigure
)

// Kinds of questions.
const (
	Single   = survey.Single
	Multiple = survey.Multiple
	Scale    = survey.Scale
	Open     = survey.Open
)

// What may be published, of package survey.
type (
	Withheld = survey.Withheld
	Shown    = survey.Shown
	Share    = survey.Share
	Gaps     = survey.Gaps
)

const (
	// Colon stands in print for a number that is withheld.
	Colon = survey.Colon
	// FewAnswers is the base under which counts lead and percentages come second.
	FewAnswers = survey.FewAnswers
)

// Charts and what they can show, of package survey.
type (
	FormRule  = survey.FormRule
	Subject   = survey.Subject
	ChartData = survey.ChartData
	Misfit    = survey.Misfit
	Line      = survey.Line
	LinePoint = survey.LinePoint
	Located   = survey.Located
)

// Tile maps, of package tiles.
type (
	TileMap = tiles.Map
	Tile    = tiles.Place
)

// NoTile is the place of an answer that is none on a tile map.
const NoTile = tiles.Beside

// What forms are about.
const (
	OneYear    = survey.OneYear
	Statements = survey.Statements
	OverYears  = survey.OverYears
	Shares     = survey.Shares
	ByGroup    = survey.ByGroup
)

// FormNames are the names of all chart forms.
func FormNames() []string { return survey.FormNames() }

// FormNamed is the rule of a form by its name.
func FormNamed(name string) (FormRule, bool) { return survey.FormNamed(name) }

// Prose that has been read, of package prose.
type (
	Prose         = prose.Prose
	Paragraph     = prose.Paragraph
	ParagraphKind = prose.ParagraphKind
	Inline        = prose.Inline
	Note          = prose.Note
	Ref           = prose.Ref
	RefKind       = prose.RefKind
	Reference     = prose.Reference
)

// Kinds of paragraphs.
const (
	Plain     = prose.Plain
	Bullet    = prose.Bullet
	Numbered  = prose.Numbered
	Quotation = prose.Quotation
)

// Kinds of cross-references.
const (
	RefFigure = prose.RefFigure
	RefPage   = prose.RefPage
	RefFull   = prose.RefFull
)
