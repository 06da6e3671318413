package message

import (
	"fmt"
	"html"
	"strings"

	"rapport/content"
	"rapport/content/brand"
	"rapport/content/brand/colorimetry"
)

// palette is the colours of a message. Each text can be read on what it stands on.
type palette struct {
	band, onBand      string // the head
	ink, heading, far string // on white
	action, onAction  string // links on white, and the button
	line, ground      string
}

// readable is the least contrast of text (WCAG 2.2, 1.4.3).
const readable = 4.5

// colours takes the brand's colours, with black or white where they could not be read.
func (l *Letter) colours() palette {
	b := l.report.Brand.Complete()
	white := colorimetry.RGB{R: 255, G: 255, B: 255}
	role := func(name string) colorimetry.RGB { return on(white, screen(b.Colors[name])) }
	band, onBand := screen(b.Colors["heading"]), white
	for _, g := range b.Covers {
		if g.Name == l.report.Cover.Ground || l.report.Cover.Ground == "" {
			band, onBand = screen(g.Fill), screen(g.Text)
			break
		}
	}
	action := role("accent")
	return palette{
		band: band.Hex(), onBand: on(band, onBand).Hex(), ink: role("ink").Hex(),
		heading: role("heading").Hex(), far: role("secondary").Hex(), action: action.Hex(),
		onAction: on(action, white).Hex(), line: screen(b.Colors["line"]).Hex(), ground: "#F2F2F2",
	}
}

func screen(c brand.Color) colorimetry.RGB { return colorimetry.RGB{R: c.R, G: c.G, B: c.B} }

// on is a colour of text on a ground: the one that is wished, else black or white.
func on(ground, wish colorimetry.RGB) colorimetry.RGB {
	black, white := colorimetry.RGB{}, colorimetry.RGB{R: 255, G: 255, B: 255}
	switch {
	case colorimetry.Contrast(ground, wish) >= readable:
		return wish
	case colorimetry.Contrast(ground, white) > colorimetry.Contrast(ground, black):
		return white
	}
	return black
}

// The faces that systems have; a message loads none.
const (
	sans  = "-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif"
	serif = "Georgia,'Times New Roman',serif"
)

// page is the HTML part. Outlook for Windows takes its width from the table in the comments.
const page = `<!DOCTYPE html>
<html lang="%[1]s" xml:lang="%[1]s" xmlns="http://www.w3.org/1999/xhtml">
<head>
<meta http-equiv="Content-Type" content="text/html; charset=utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light">
<meta name="format-detection" content="telephone=no, date=no, address=no">
<title>%[2]s</title>
</head>
<body style="margin:0;padding:0;background-color:%[3]s">
<table role="presentation" width="100%%" cellpadding="0" cellspacing="0" border="0" style="background-color:%[3]s">
<tr><td align="center" style="padding:24px 12px">
<!--[if mso]><table role="presentation" width="600" cellpadding="0" cellspacing="0" border="0"><tr><td><![endif]-->
<table role="presentation" width="100%%" cellpadding="0" cellspacing="0" border="0" style="max-width:600px;background-color:#FFFFFF">
<tr><td bgcolor="%[4]s" style="background-color:%[4]s;padding:28px 32px;text-align:left">
<p style="margin:0 0 6px;font:bold 14px/20px %[6]s;color:%[5]s">%[7]s</p>
<h1 style="margin:0;font:bold 26px/32px %[6]s;color:%[5]s">%[8]s</h1>
</td></tr>
<tr><td style="padding:28px 32px 12px;text-align:left">
%[9]s</td></tr>
<tr><td style="padding:16px 32px 28px;text-align:left;border-top:1px solid %[10]s">
%[11]s</td></tr>
</table>
<!--[if mso]></td></tr></table><![endif]-->
</td></tr>
</table>
</body>
</html>
`

// HTML is the HTML part for a receiver.
func (l *Letter) HTML(to Receiver) string {
	p := l.colours()
	publisher := l.report.Brand.Wordmark
	if publisher == "" {
		publisher = l.report.Publisher
	}
	return fmt.Sprintf(page, l.report.Language, html.EscapeString(l.Subject(to)), p.ground, p.band,
		p.onBand, sans, html.EscapeString(publisher),
		html.EscapeString(content.WithoutSoftHyphens(l.report.Title)), l.body(to, p), p.line,
		l.foot(to, p))
}

// body is the text.
func (l *Letter) body(to Receiver, p palette) string {
	var b strings.Builder
	style := fmt.Sprintf("font:17px/26px %s;color:%s", serif, p.ink)
	var open []string // lists, outermost first
	shut := func(depth int) {
		for len(open) > depth {
			b.WriteString("</li></" + open[len(open)-1] + ">\n")
			open = open[:len(open)-1]
		}
	}
	for _, para := range l.report.Mail.Text {
		inner := l.inlines(para.Inlines, to, p)
		if list := listOf(para); list != "" {
			depth := para.Level + 1
			shut(depth)
			if len(open) == depth && open[depth-1] != list && para.First {
				shut(depth - 1)
			}
			if len(open) == depth && para.First {
				b.WriteString("</li>\n<li>")
			} else if len(open) == depth {
				b.WriteString("<br>")
			}
			for len(open) < depth {
				fmt.Fprintf(&b, `<%s%s style="margin:0 0 16px;padding-left:24px;%s">`+"\n<li>", list,
					begins(para), style)
				open = append(open, list)
			}
			b.WriteString(inner)
			continue
		}
		shut(0)
		switch {
		case l.button(para):
			b.WriteString(l.press(p))
		case para.Kind == content.Quotation:
			fmt.Fprintf(&b, `<blockquote style="margin:0 0 16px;padding-left:16px;border-left:3px solid %s;%s">`+
				"%s</blockquote>\n", p.line, style, inner)
		default:
			fmt.Fprintf(&b, "<p style=\"margin:0 0 16px;%s\">%s</p>\n", style, inner)
		}
	}
	shut(0)
	return b.String()
}

// listOf is the list that a paragraph belongs to.
func listOf(p content.Paragraph) string {
	switch p.Kind {
	case content.Bullet:
		return "ul"
	case content.Numbered:
		return "ol"
	}
	return ""
}

// begins is the number that a list begins with when it is not 1.
func begins(p content.Paragraph) string {
	if p.Kind == content.Numbered && p.Number > 1 {
		return fmt.Sprintf(` start="%d"`, p.Number)
	}
	return ""
}

// button says whether a paragraph is the link and nothing else.
func (l *Letter) button(p content.Paragraph) bool {
	return p.Kind == content.Plain && len(p.Inlines) == 1 && p.Inlines[0].Field == "link" &&
		l.report.Mail.Link != ""
}

// press is the link as a button, which Outlook shows as a cell in colour.
func (l *Letter) press(p palette) string {
	return fmt.Sprintf(`<table role="presentation" cellpadding="0" cellspacing="0" border="0" style="margin:0 0 20px">`+
		`<tr><td bgcolor="%[1]s" style="background-color:%[1]s;border-radius:4px;padding:12px 24px">`+
		`<a href="%[2]s" style="font:bold 17px/24px %[3]s;color:%[4]s;text-decoration:none">`+
		`<span style="color:%[4]s">%[5]s</span></a></td></tr></table>`+"\n",
		p.action, html.EscapeString(l.report.Mail.Link), sans, p.onAction, html.EscapeString(l.own.read))
}

// inlines are stretches of text in HTML.
func (l *Letter) inlines(all []content.Inline, to Receiver, p palette) string {
	var b strings.Builder
	for i, in := range all {
		text := html.EscapeString(l.plain(all, i, to))
		uri := in.URI
		if in.Field == "link" {
			uri = l.report.Mail.Link
		}
		if in.Strong {
			text = "<strong>" + text + "</strong>"
		}
		if in.Emph {
			text = "<em>" + text + "</em>"
		}
		if in.Language != "" && in.Language != l.report.Language {
			text = fmt.Sprintf(`<span lang="%s">%s</span>`, html.EscapeString(in.Language), text)
		}
		if uri != "" {
			text = link(uri, text, p.action)
		}
		b.WriteString(text)
	}
	return b.String()
}

func link(uri, text, color string) string {
	return fmt.Sprintf(`<a href="%s" style="color:%s;text-decoration:underline">%s</a>`,
		html.EscapeString(uri), color, text)
}

// foot is the footer in HTML.
func (l *Letter) foot(to Receiver, p palette) string {
	var b strings.Builder
	for _, n := range l.footer(to) {
		text := html.EscapeString(n.text)
		if n.uri != "" {
			text = html.EscapeString(strings.TrimSuffix(n.text, n.show)) +
				link(n.uri, html.EscapeString(n.show), p.far)
		}
		fmt.Fprintf(&b, "<p style=\"margin:0 0 6px;font:14px/20px %s;color:%s\">%s</p>\n", sans, p.far, text)
	}
	return b.String()
}
