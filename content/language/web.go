package language

import "fmt"

// Web are the words that only a report on the web prints by itself, as Terms are those of all
// editions.
type Web struct {
	Skip         string // "Hopp til innholdet"
	Chapters     string // what the list of chapters is called
	GetPDF       string // "Last ned PDF"
	Pages        string // "%s sider": how long the PDF is
	AllNumbers   string // "Alle tallene"
	ShowNumbers  string // "Vis tallene"
	NumbersOf    string // "Tallene i %s": of a figure by its name
	Numbers      string // the same of one without a name
	AsFile       string // "%s som %s": a figure and the kind of file
	CopyLink     string // "Kopier lenke"
	CopyCitation string // "Kopier referansen"
	Copied       string // "Kopiert"
	LinkTo       string // "Lenke til «%s»"
	Notes        string // heading of footnotes
	BackToText   string // from a footnote to its mark
	CitedHere    string // from a work of the list to where it is cited, "Sitert her (%s)"
	// Accessibility is a heading, Accessible the sentences under it, and Tell asks whoever finds
	// something that does not work to tell those in %s.
	Accessibility string
	Accessible    string
	AccessiblePDF string // one sentence more when there is a PDF
	Tell          string
}

// PagesOf is "28 sider".
func (t Terms) PagesOf(n int) string { return fmt.Sprintf(t.Web.Pages, t.Locale().Int(n)) }

func bokmålWeb() Web {
	return Web{
		Skip: "Hopp til innholdet", Chapters: "Kapitler",
		GetPDF: "Last ned PDF", Pages: "%s sider",
		AllNumbers: "Alle tallene", ShowNumbers: "Vis tallene", NumbersOf: "Tallene i %s",
		Numbers: "Tallene i figuren", AsFile: "%s som %s",
		CopyLink: "Kopier lenke", CopyCitation: "Kopier referansen", Copied: "Kopiert",
		LinkTo: "Lenke til «%s»", Notes: "Noter", BackToText: "Tilbake til teksten",
		CitedHere: "Sitert her (%s)", Accessibility: "Tilgjengelighet",
		Accessible: "Siden er laget etter WCAG 2.2 på nivå AA. Alt kan nås med tastaturet, og " +
			"alt virker uten skript. Hver figur har en tekst som sier det samme som bildet, og " +
			"tallene står i en tabell under «Vis tallene». Siden tåler 400 % forstørring og egne " +
			"avstander i teksten. Brede tabeller rulles for seg.",
		AccessiblePDF: "PDF-en er merket etter PDF/UA-1.",
		Tell:          "Er det noe som ikke virker for deg? Si fra til %s.",
	}
}

func nynorskWeb() Web {
	return Web{
		Skip: "Hopp til innhaldet", Chapters: "Kapittel",
		GetPDF: "Last ned PDF", Pages: "%s sider",
		AllNumbers: "Alle tala", ShowNumbers: "Vis tala", NumbersOf: "Tala i %s",
		Numbers: "Tala i figuren", AsFile: "%s som %s",
		CopyLink: "Kopier lenkje", CopyCitation: "Kopier referansen", Copied: "Kopiert",
		LinkTo: "Lenkje til «%s»", Notes: "Notar", BackToText: "Tilbake til teksten",
		CitedHere: "Sitert her (%s)", Accessibility: "Tilgjenge",
		Accessible: "Sida er laga etter WCAG 2.2 på nivå AA. Alt kan ein nå med tastaturet, og " +
			"alt verkar utan skript. Kvar figur har ein tekst som seier det same som biletet, og " +
			"tala står i ein tabell under «Vis tala». Sida toler 400 % forstørring og eigne " +
			"avstandar i teksten. Breie tabellar rullar for seg.",
		AccessiblePDF: "PDF-en er merkt etter PDF/UA-1.",
		Tell:          "Er det noko som ikkje verkar for deg? Sei frå til %s.",
	}
}

func englishWeb() Web {
	return Web{
		Skip: "Skip to the content", Chapters: "Chapters",
		GetPDF: "Download PDF", Pages: "%s pages",
		AllNumbers: "All numbers", ShowNumbers: "Show the numbers", NumbersOf: "The numbers of %s",
		Numbers: "The numbers of the figure", AsFile: "%s as %s",
		CopyLink: "Copy link", CopyCitation: "Copy the citation", Copied: "Copied",
		LinkTo: "Link to “%s”", Notes: "Notes", BackToText: "Back to the text",
		CitedHere: "Cited here (%s)", Accessibility: "Accessibility",
		Accessible: "The page is made to meet WCAG 2.2 at level AA. Everything can be reached " +
			"with the keyboard, and everything works without scripts. Each figure has a text that " +
			"says what its picture does, and its numbers are in a table under “Show the numbers”. " +
			"The page can be enlarged to 400 % and takes your own spacing of text. Wide tables " +
			"scroll by themselves.",
		AccessiblePDF: "The PDF is tagged by PDF/UA-1.",
		Tell:          "Does something not work for you? Tell %s.",
	}
}
