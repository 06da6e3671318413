package pdf

import (
	_ "embed"
	"encoding/xml"
	"strings"
	"time"

	"rapport/layout/frame"
)

//go:embed icc/sRGB.icc
var sRGB []byte

// outputIntent writes the profile that gives DeviceRGB and DeviceGray their meaning (ISO 19005-3,
// 6.2.3), and appends the intent to the catalog.
func outputIntent(f *file, catalog *object) {
	profile := f.alloc(1)
	f.stream(profile, partFile, func([]byte) (object, []byte, error) {
		var o object
		o.raw("/N 3")
		return o, sRGB, nil
	})
	catalog.raw("/OutputIntents[<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier(sRGB)" +
		"/RegistryName(http://www.color.org)/Info(sRGB IEC61966-2.1)/DestOutputProfile ").ref(profile).raw(">>]")
}

// information writes the document information dictionary (ISO 32000-1, 14.3.3). It says what the
// XMP metadata say, in the words that older readers look for. extra is entries as PDF.
func information(f *file, in *frame.Info, o Options, extra string) ref {
	var b object
	b.raw("<<")
	for _, e := range [...]struct{ key, value string }{
		{"/Title", in.Title}, {"/Author", strings.Join(in.Authors, ", ")}, {"/Subject", in.Subject},
		{"/Keywords", strings.Join(in.Keywords, ", ")}, {"/Creator", o.Producer},
		{"/Producer", o.Producer},
	} {
		if e.value != "" {
			b.raw(e.key).text(e.value)
		}
	}
	b.raw("/CreationDate").date(in.Date).raw("/ModDate").date(in.Date).raw(extra)
	return f.add(b.raw(">>"))
}

// metadata writes the XMP packet (ISO 16684-1), uncompressed, so that tools which know no PDF find
// it.
func metadata(f *file, packet []byte) ref {
	number := f.alloc(1)
	var dict object
	dict.raw("/Type/Metadata/Subtype/XML")
	f.ready(number, partFile, dict, packet)
	return number
}

// xmp is the metadata packet of the screen edition, with the two standards that the file keeps.
func xmp(in *frame.Info, o Options) []byte {
	return describe(in, o,
		`xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" `+
			`xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"`,
		"<pdfaid:part>3</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>"+
			"<pdfuaid:part>1</pdfuaid:part>\n", accessibilitySchema)
}

// describe is a metadata packet: Dublin Core, dates, and what the edition adds, which are
// properties with their namespaces and further descriptions.
func describe(in *frame.Info, o Options, namespaces, properties, further string) []byte {
	var b packet
	b.raw("<?xpacket begin=\"\uFEFF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n" +
		"<x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n" +
		"<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\"" +
		" xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\" " + namespaces + ">\n" + properties +
		"<dc:format>application/pdf</dc:format>\n")
	b.alternative("dc:title", in.Title)
	b.list("dc:creator", "Seq", in.Authors...)
	b.list("dc:language", "Bag", in.Language)
	b.list("dc:publisher", "Bag", in.Publisher)
	b.alternative("dc:rights", in.Rights)
	b.alternative("dc:description", in.Subject)
	b.list("dc:subject", "Bag", in.Keywords...)
	b.element("pdf:Keywords", strings.Join(in.Keywords, ", "))
	b.element("pdf:Producer", o.Producer)
	b.element("xmp:CreatorTool", o.Producer)
	date := in.Date.UTC().Format(time.RFC3339)
	b.element("xmp:CreateDate", date)
	b.element("xmp:ModifyDate", date)
	b.element("xmp:MetadataDate", date)
	b.raw("</rdf:Description>\n")
	b.raw(further)
	b.raw("</rdf:RDF></x:xmpmeta>\n<?xpacket end=\"r\"?>")
	return []byte(b.String())
}

// accessibilitySchema describes PDF/UA's identifier, which PDF/A does not know by itself (ISO
// 19005-3, 6.6.2.3.3).
const accessibilitySchema = `<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"` +
	` xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">` +
	`<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">` +
	`<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>` +
	`<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>` +
	`<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>` +
	`<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">` +
	`<pdfaProperty:name>part</pdfaProperty:name>` +
	`<pdfaProperty:valueType>Integer</pdfaProperty:valueType>` +
	`<pdfaProperty:category>internal</pdfaProperty:category>` +
	`<pdfaProperty:description>Part of ISO 14289 to which the file conforms` +
	`</pdfaProperty:description></rdf:li></rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag>` +
	`</pdfaExtension:schemas></rdf:Description>` + "\n"

// packet builds XMP. Properties without a value are left out.
type packet struct{ strings.Builder }

func (p *packet) raw(s string) { p.WriteString(s) }

func (p *packet) escaped(s string) {
	xml.EscapeText(p, []byte(s)) // a strings.Builder takes everything
}

func (p *packet) element(name, value string) {
	if value == "" {
		return
	}
	p.raw("<" + name + ">")
	p.escaped(value)
	p.raw("</" + name + ">\n")
}

// alternative is a text for one language, the default.
func (p *packet) alternative(name, value string) {
	if value == "" {
		return
	}
	p.raw("<" + name + "><rdf:Alt><rdf:li xml:lang=\"x-default\">")
	p.escaped(value)
	p.raw("</rdf:li></rdf:Alt></" + name + ">\n")
}

// list is an ordered (Seq) or unordered (Bag) list.
func (p *packet) list(name, kind string, values ...string) {
	if strings.Join(values, "") == "" {
		return
	}
	p.raw("<" + name + "><rdf:" + kind + ">")
	for _, v := range values {
		p.raw("<rdf:li>")
		p.escaped(v)
		p.raw("</rdf:li>")
	}
	p.raw("</rdf:" + kind + "></" + name + ">\n")
}
