package frame

import "rapport/fonts"

// Role is a standard structure type (ISO 32000-1, 14.8.4).
type Role string

// The roles that reports use.
const (
	RoleDocument   Role = "Document"
	RolePart       Role = "Part"
	RoleSect       Role = "Sect"
	RoleDiv        Role = "Div"
	RoleH1         Role = "H1"
	RoleH2         Role = "H2"
	RoleH3         Role = "H3"
	RoleH4         Role = "H4"
	RoleP          Role = "P"
	RoleBlockQuote Role = "BlockQuote"
	RoleQuote      Role = "Quote"
	RoleNote       Role = "Note"
	RoleReference  Role = "Reference"
	RoleLink       Role = "Link"
	RoleSpan       Role = "Span"
	RoleFigure     Role = "Figure"
	RoleCaption    Role = "Caption"
	RoleTable      Role = "Table"
	RoleTHead      Role = "THead"
	RoleTBody      Role = "TBody"
	RoleTR         Role = "TR"
	RoleTH         Role = "TH"
	RoleTD         Role = "TD"
	RoleL          Role = "L"
	RoleLI         Role = "LI"
	RoleLbl        Role = "Lbl"
	RoleLBody      Role = "LBody"
	RoleTOC        Role = "TOC"
	RoleTOCI       Role = "TOCI"
)

// Tag is a structure element. A long document has a hundred thousand: what few have is apart.
type Tag struct {
	Role     Role
	Scope    string // "Row", "Column" or "Both" on a TH
	ColSpan  int16  // cells, when more than one
	RowSpan  int16
	Numbered bool // on an L: the labels are numbers (ListNumbering Decimal)
	Parent   *Tag
	Kids     []Kid

	properties *Properties // nil for none
}

// Properties are what few tags have.
type Properties struct {
	Title    string
	Alt      string   // what a screen reader says instead of a figure
	Actual   string   // the text that a piece of content stands for
	Language string   // when it differs from the parent's
	Headers  []string // IDs of header cells
	ID       string   // unique in the document; needed on Note
	Summary  string   // on a Table
	BBox     *Box     // on a Figure, page coordinates
}

// Properties are those of the tag.
func (t *Tag) Properties() Properties {
	if t.properties == nil {
		return Properties{}
	}
	return *t.properties
}

// Describe is the properties of the tag, to be changed.
func (t *Tag) Describe() *Properties {
	if t.properties == nil {
		t.properties = &Properties{}
	}
	return t.properties
}

// Box is a rectangle on a page.
type Box struct {
	Page                int
	X, Y, Width, Height fonts.Pt
}

// Kid is a child of a Tag, in reading order: another tag, an item of a page, or a link annotation.
type Kid struct {
	Tag  *Tag
	Page int // of Item or Link
	Item int // index in Page.Items, when Tag is nil and Link < 0
	Link int // index in Page.Links, or -1
}

// Child appends a new tag.
func (t *Tag) Child(role Role) *Tag {
	c := &Tag{Role: role}
	t.Adopt(c)
	return c
}

// Adopt appends a tag.
func (t *Tag) Adopt(c *Tag) {
	c.Parent = t
	t.Kids = append(t.Kids, Kid{Tag: c, Link: -1})
}
