// Package workbook writes spreadsheets in Office Open XML (ECMA-376 and ISO/IEC 29500,
// "transitional"), as Excel, LibreOffice and Numbers open them: sheets of rows with a head, text,
// numbers and links.
//
// # The idea
//
// A [Book] is a value, and [Book.Write] is the one function. The same book gives the same bytes:
// every date in the file is the book's. A number is a number, written as the exact decimal that it
// is; a text is a text, whatever it begins with, and never a formula.
//
// # Left out
//
// Formulas, charts, and reading. A library that does it all (xuri/excelize v2.11.0, of July 2026,
// looked at when this was written) would make the program a quarter larger and bring six modules
// for what are two pages of XML here.
package workbook

import (
	"archive/zip"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"
)

// Book is a workbook.
type Book struct {
	Title    string
	Creator  string
	Language string    // BCP 47
	Date     time.Time // of every date in the file
	Sheets   []Sheet
}

// Sheet is a sheet of rows below a head that stays in view.
type Sheet struct {
	Name    string // made fit and unique: see Book.Write
	Columns []Column
	Rows    [][]Cell // no longer than Columns
}

// Column is the head of a column and its width in characters.
type Column struct {
	Head  string
	Width float64
}

// Cell is a text or a number. The zero Cell is empty.
type Cell struct {
	Text   string
	Number string // a decimal with a point, "" for a text
	Places int    // decimals that are shown of a number
	Link   string // where a click leads, "" for nowhere
}

// Limits of the format, and of Excel where that has less room (Microsoft, "Excel specifications and
// limits").
const (
	maxRows  = 1 << 20
	maxText  = 32_767 // characters of a cell
	maxLinks = 65_530 // of a sheet
)

// MaxName is how many characters the name of a sheet has at most.
const MaxName = 31

// Write writes the book. Names of sheets lose what a name may not hold, are cut to 31 characters
// and numbered when two are alike. A text longer than a cell is cut; more rows than a sheet has are
// an error.
func (b Book) Write(w io.Writer) error {
	if len(b.Sheets) == 0 {
		return errors.New("a workbook without sheets")
	}
	out := archive{zip: zip.NewWriter(w), date: b.Date}
	names := sheetNames(b.Sheets)
	out.part("[Content_Types].xml", b.contentTypes())
	out.part("_rels/.rels", relationships(
		relationship{"officeDocument", "xl/workbook.xml", false},
		relationship{"metadata/core-properties", "docProps/core.xml", false}))
	out.part("docProps/core.xml", b.core())
	out.part("xl/workbook.xml", workbookPart(names))
	out.part("xl/_rels/workbook.xml.rels", b.workbookRelationships())
	out.part("xl/styles.xml", stylesPart)
	for i, s := range b.Sheets {
		if len(s.Rows) >= maxRows {
			return fmt.Errorf("sheet %q has %d rows, %d at most", s.Name, len(s.Rows), maxRows-1)
		}
		body, links := s.part(i == 0)
		out.part(fmt.Sprintf("xl/worksheets/sheet%d.xml", i+1), body)
		if len(links) > 0 {
			out.part(fmt.Sprintf("xl/worksheets/_rels/sheet%d.xml.rels", i+1),
				relationships(links...))
		}
	}
	return out.close()
}

// archive is the ZIP file around the parts of a book. It keeps the first error.
type archive struct {
	zip  *zip.Writer
	date time.Time
	err  error
}

const header = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n"

func (a *archive) part(name, body string) {
	if a.err != nil {
		return
	}
	var w io.Writer
	h := &zip.FileHeader{Name: name, Method: zip.Deflate, Modified: a.date.UTC()}
	if w, a.err = a.zip.CreateHeader(h); a.err == nil {
		_, a.err = io.WriteString(w, header+body)
	}
}

func (a *archive) close() error { return errors.Join(a.err, a.zip.Close()) }

// Namespaces of the format.
const (
	mainSpace    = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
	officeSpace  = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
	packageSpace = "http://schemas.openxmlformats.org/package/2006/"
)

func (b Book) contentTypes() string {
	const application = "application/vnd.openxmlformats-"
	const sheet = application + "officedocument.spreadsheetml."
	var s strings.Builder
	s.WriteString(`<Types xmlns="` + packageSpace + `content-types">` +
		`<Default Extension="rels" ContentType="` + application + `package.relationships+xml"/>` +
		`<Default Extension="xml" ContentType="application/xml"/>`)
	override := func(part, kind string) {
		fmt.Fprintf(&s, `<Override PartName="%s" ContentType="%s"/>`, part, kind)
	}
	override("/docProps/core.xml", application+"package.core-properties+xml")
	override("/xl/workbook.xml", sheet+"sheet.main+xml")
	override("/xl/styles.xml", sheet+"styles+xml")
	for i := range b.Sheets {
		override(fmt.Sprintf("/xl/worksheets/sheet%d.xml", i+1), sheet+"worksheet+xml")
	}
	s.WriteString(`</Types>`)
	return s.String()
}

// relationship is where a part leads: to another part, or out of the file.
type relationship struct {
	kind     string
	target   string
	external bool
}

// relationships is a part with relationships rId1, rId2 and so on.
func relationships(all ...relationship) string {
	var s strings.Builder
	s.WriteString(`<Relationships xmlns="` + packageSpace + `relationships">`)
	for i, r := range all {
		space := officeSpace + "/"
		if strings.HasPrefix(r.kind, "metadata/") {
			space = packageSpace + "relationships/"
		}
		mode := ""
		if r.external {
			mode = ` TargetMode="External"`
		}
		fmt.Fprintf(&s, `<Relationship Id="rId%d" Type="%s%s" Target="%s"%s/>`, i+1, space, r.kind,
			escaped(r.target), mode)
	}
	s.WriteString(`</Relationships>`)
	return s.String()
}

func (b Book) workbookRelationships() string {
	var all []relationship
	for i := range b.Sheets {
		all = append(all,
			relationship{"worksheet", fmt.Sprintf("worksheets/sheet%d.xml", i+1), false})
	}
	return relationships(append(all, relationship{"styles", "styles.xml", false})...)
}

// core is the metadata, in Dublin Core.
func (b Book) core() string {
	date := b.Date.UTC().Format(time.RFC3339)
	return `<cp:coreProperties xmlns:cp="` + packageSpace + `metadata/core-properties"` +
		` xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"` +
		` xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">` +
		`<dc:title>` + escaped(b.Title) + `</dc:title>` +
		`<dc:creator>` + escaped(b.Creator) + `</dc:creator>` +
		`<dc:language>` + escaped(b.Language) + `</dc:language>` +
		`<dcterms:created xsi:type="dcterms:W3CDTF">` + date + `</dcterms:created>` +
		`<dcterms:modified xsi:type="dcterms:W3CDTF">` + date + `</dcterms:modified>` +
		`</cp:coreProperties>`
}

func workbookPart(names []string) string {
	var s strings.Builder
	s.WriteString(`<workbook xmlns="` + mainSpace + `" xmlns:r="` + officeSpace + `"><sheets>`)
	for i, name := range names {
		fmt.Fprintf(&s, `<sheet name="%s" sheetId="%d" r:id="rId%d"/>`, escaped(name), i+1, i+1)
	}
	s.WriteString(`</sheets></workbook>`)
	return s.String()
}

// Styles of cells: indices into cellXfs of stylesPart.
const (
	plainStyle  = iota
	headStyle   // bold
	linkStyle   // blue, underlined
	wholeStyle  // a whole number
	oneStyle    // one decimal
	twoStyle    // two decimals
	quotedStyle // text that begins like a formula, and stays text when it is edited
)

const stylesPart = `<styleSheet xmlns="` + mainSpace + `">` +
	`<numFmts count="1"><numFmt numFmtId="164" formatCode="0.0"/></numFmts>` +
	`<fonts count="3"><font><sz val="11"/><name val="Calibri"/></font>` +
	`<font><b/><sz val="11"/><name val="Calibri"/></font>` +
	`<font><u/><sz val="11"/><color rgb="FF0563C1"/><name val="Calibri"/></font></fonts>` +
	`<fills count="2"><fill><patternFill patternType="none"/></fill>` +
	`<fill><patternFill patternType="gray125"/></fill></fills>` +
	`<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>` +
	`<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>` +
	`<cellXfs count="7">` +
	`<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" applyAlignment="1">` + wrapped +
	`<xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"` +
	` applyAlignment="1">` + wrapped +
	`<xf numFmtId="0" fontId="2" fillId="0" borderId="0" xfId="0" applyFont="1"` +
	` applyAlignment="1">` + wrapped +
	`<xf numFmtId="3" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"` +
	` applyAlignment="1">` + wrapped +
	`<xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"` +
	` applyAlignment="1">` + wrapped +
	`<xf numFmtId="2" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"` +
	` applyAlignment="1">` + wrapped +
	`<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" quotePrefix="1"` +
	` applyAlignment="1">` + wrapped +
	`</cellXfs>` +
	`<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>` +
	`</styleSheet>`

// wrapped ends a style whose text stands at the top and breaks into lines.
const wrapped = `<alignment vertical="top" wrapText="1"/></xf>`

// part is the sheet, and where its links lead. The first sheet of a book is the one that is shown.
func (s Sheet) part(shown bool) (body string, links []relationship) {
	var b, hyper strings.Builder
	b.WriteString(`<worksheet xmlns="` + mainSpace + `" xmlns:r="` + officeSpace + `"><sheetViews>`)
	selected := ""
	if shown {
		selected = ` tabSelected="1"`
	}
	b.WriteString(`<sheetView` + selected + ` workbookViewId="0"><pane ySplit="1" topLeftCell="A2"` +
		` activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>`)
	for i, c := range s.Columns {
		fmt.Fprintf(&b, `<col min="%d" max="%d" width="%s" customWidth="1"/>`, i+1, i+1,
			strconv.FormatFloat(c.Width, 'f', -1, 64))
	}
	b.WriteString(`</cols><sheetData><row r="1">`)
	for i, c := range s.Columns {
		text(&b, column(i)+"1", headStyle, c.Head)
	}
	b.WriteString(`</row>`)
	for y, row := range s.Rows {
		number := strconv.Itoa(y + 2)
		b.WriteString(`<row r="` + number + `">`)
		for x, c := range row {
			at := column(x) + number
			if c.Link != "" && len(links) < maxLinks {
				links = append(links, relationship{"hyperlink", c.Link, true})
				fmt.Fprintf(&hyper, `<hyperlink ref="%s" r:id="rId%d"/>`, at, len(links))
			}
			c.write(&b, at)
		}
		b.WriteString(`</row>`)
	}
	b.WriteString(`</sheetData>`)
	if len(links) > 0 {
		b.WriteString(`<hyperlinks>` + hyper.String() + `</hyperlinks>`)
	}
	b.WriteString(`</worksheet>`)
	return b.String(), links
}

// write writes a cell that is not empty.
func (c Cell) write(b *strings.Builder, at string) {
	switch {
	case c.Number != "":
		style := wholeStyle + min(max(c.Places, 0), 2)
		cell(b, at, style, `><v>`, c.Number, `</v></c>`)
	case c.Text == "":
	case c.Link != "":
		text(b, at, linkStyle, c.Text)
	case Formula(c.Text):
		text(b, at, quotedStyle, c.Text)
	default:
		text(b, at, plainStyle, c.Text)
	}
}

// text writes a cell with a text of its own: such a cell is never read as a formula.
func text(b *strings.Builder, at string, style int, s string) {
	if utf8.RuneCountInString(s) > maxText {
		s = string([]rune(s)[:maxText-1]) + "…"
	}
	cell(b, at, style, ` t="inlineStr"><is><t xml:space="preserve">`, literal(s), `</t></is></c>`)
}

// cell writes a cell piece by piece: sheets have many.
func cell(b *strings.Builder, at string, style int, before, s, after string) {
	b.WriteString(`<c r="`)
	b.WriteString(at)
	b.WriteString(`" s="`)
	b.WriteString(strconv.Itoa(style))
	b.WriteString(`"`)
	b.WriteString(before)
	escape(b, s)
	b.WriteString(after)
}

// Formula says whether a spreadsheet would take a text for a formula when it is typed or read from
// a CSV file (OWASP, "CSV Injection").
func Formula(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return s != "" && strings.ContainsRune("=+-@\t\r\n＝＋－＠", r)
}

// Target is the name of a file beside the workbook as a link has it (RFC 3986, with what no path
// may hold in per cents).
func Target(file string) string {
	const free = "-._~!$&'()*+,;=@/"
	var b strings.Builder
	for i := range len(file) {
		c := file[i]
		if c < 0x80 && (unicode.IsLetter(rune(c)) || unicode.IsDigit(rune(c)) ||
			strings.IndexByte(free, c) >= 0) {
			b.WriteByte(c)
		} else {
			fmt.Fprintf(&b, "%%%02X", c)
		}
	}
	return b.String()
}

// literal writes _x0041_ so that it is not read as the character with that number (ECMA-376,
// 22.9.2.19).
func literal(s string) string {
	for from := 0; ; {
		k := strings.Index(s[from:], "_x")
		if k < 0 {
			return s
		}
		at := from + k
		rest := s[at+2:]
		from = at + 2
		const hex = "0123456789abcdefABCDEF"
		if len(rest) > 4 && rest[4] == '_' && strings.Trim(rest[:4], hex) == "" {
			s = s[:at] + "_x005F" + s[at:]
			from += len("_x005F")
		}
	}
}

// column is the name of a column: A, B, and AA after Z.
func column(number int) string {
	name := ""
	for number++; number > 0; number = (number - 1) / 26 {
		name = string(rune('A'+(number-1)%26)) + name
	}
	return name
}

// sheetNames are names that Excel takes: at most 31 characters, none of []:*?/\, no apostrophe at
// an end, and no two alike in any letters' case.
func sheetNames(sheets []Sheet) []string {
	names := make([]string, len(sheets))
	taken := map[string]bool{"history": true} // a name that Excel keeps for itself
	for i, s := range sheets {
		base := strings.Map(func(r rune) rune {
			if strings.ContainsRune(`[]:*?/\`, r) || r < ' ' {
				return ' '
			}
			return r
		}, s.Name)
		base = strings.Trim(strings.Join(strings.Fields(base), " "), "'")
		if base == "" {
			base = strconv.Itoa(i + 1)
		}
		name := cut(base, MaxName)
		for n := 2; taken[strings.ToLower(name)]; n++ {
			number := " (" + strconv.Itoa(n) + ")"
			name = cut(base, MaxName-len(number)) + number
		}
		taken[strings.ToLower(name)] = true
		names[i] = name
	}
	return names
}

// cut is a text of at most so many UTF-16 units, which is how Excel counts characters.
func cut(s string, most int) string {
	size := 0
	for i, r := range s {
		if size++; r > 0xffff {
			size++
		}
		if size > most {
			return strings.TrimRight(s[:i], " '")
		}
	}
	return s
}

func escaped(s string) string {
	var b strings.Builder
	escape(&b, s)
	return b.String()
}

// escape writes a text as XML has it; most need no change.
func escape(b *strings.Builder, s string) {
	unfit := func(r rune) bool {
		return r < ' ' || r >= 0xD800 || r == '&' || r == '<' || r == '>' || r == '"' || r == '\''
	}
	if strings.IndexFunc(s, unfit) < 0 {
		b.WriteString(s)
		return
	}
	_ = xml.EscapeText(b, []byte(s)) // a strings.Builder never fails
}
