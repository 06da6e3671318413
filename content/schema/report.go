package schema

import "slices"

// reportFile is what the files of a report's folder may hold together: those of a survey may lie there
// too.
var reportFile = &Object{Keys: append([]Key{
	{Name: "report", Kind: Table, Of: aReport, NB: "Rapporten: tittel, dato og utgiver.",
		EN: "The report: title, date and publisher."},
	{Name: "privacy", Kind: Table, Of: &Object{Keys: []Key{
		{Name: "minimum", Kind: Count, Must: true, Example: 5,
			NB: "Antall under dette trykkes ikke, og heller ikke det som røper dem.",
			EN: "Counts under this are not printed, nor what gives them away."},
	}}, NB: "Små tall som ikke skal trykkes.", EN: "Small counts that must not be printed."},
	{Name: "cover", Kind: Table, Of: aCover, NB: "Omslaget.", EN: "The cover."},
	{Name: "epigraph", Kind: Table, Of: &Object{Keys: []Key{
		{Name: "text", Must: true, NB: "Ordene.", EN: "The words."},
		{Name: "source", NB: "Hvem de er av.", EN: "Whose they are."},
	}}, NB: "Noen ord på en egen side foran alt annet.",
		EN: "Some words on a page of their own before all else."},
	{Name: "key", Kind: Table, Of: aKeyPage, NB: "Året i tall, på én side.",
		EN: "The year in figures, on a page."},
	{Name: "summary", Kind: Table, Of: aSummary, NB: "Hovedfunnene, på én side.",
		EN: "The main findings, on a page."},
	{Name: "chapter", Kind: Tables, Of: aChapter, NB: "Et kapittel.", EN: "A chapter."},
	{Name: "method", Kind: Table, Of: aMethod, NB: "Metodekapitlet, uten nummer.",
		EN: "The chapter on method, without a number."},
	{Name: "reference", Kind: Tables, Of: aReference,
		NB: "En bok eller artikkel som teksten viser til med {cite …}.",
		EN: "A book or article that the text cites with {cite …}."},
	mailKey,
	{Name: "back", Kind: Table, Of: &Object{Keys: []Key{
		{Name: "statement", Kind: TextOrTexts, NB: "Én eller to linjer i stor skrift.",
			EN: "One or two lines in large type."},
		{Name: "text", NB: "Teksten under.", EN: "The text below."},
	}}, NB: "Baksiden.", EN: "The back cover."},
}, surveyFile.Keys...)}

// mailFile is mail.toml, which has the message alone.
var mailFile = &Object{Keys: []Key{mailKey}}

var mailKey = Key{Name: "mail", Kind: Table, Of: aMail,
	NB: "Meldingen rapporten sendes med. Legg den gjerne i mail.toml.",
	EN: "The message that the report is sent with. Best in mail.toml."}

var languages = []string{"nb", "nn", "en"}

var aReport = &Object{Keys: []Key{
	{Name: "title", Must: true, NB: "Tittelen på omslaget.", EN: "The title on the cover."},
	{Name: "subtitle", NB: "Undertittelen.", EN: "The subtitle."},
	{Name: "series", NB: "Serien rapporten er en del av.", EN: "The series that the report is part of."},
	{Name: "url", Example: "https://example.org/rapport-2022/",
		NB: "Nettadressen som nettutgaven får: da vises bildet av forsiden der noen deler lenken.",
		EN: "Where the web edition will lie: the picture of its cover then shows where it is shared."},
	{Name: "language", Kind: Choice, Must: true, Words: languages, NB: "Språket: nb, nn eller en.",
		EN: "The language: nb, nn or en."},
	{Name: "date", Kind: Date, Must: true, Example: "2022-03-15",
		NB: "Datoen rapporten bærer, uten anførselstegn.", EN: "The report's date, without quotes."},
	{Name: "publisher", Must: true, NB: "Utgiveren: name i en fil i mappen brands.",
		EN: "The publisher: name in a file of the folder brands."},
	{Name: "surveys", Kind: Texts, Example: []string{"2021/trivselsundersokelsen"},
		NB: "Mappene som rapporten henter tall fra.", EN: "The folders that the report takes figures from."},
	{Name: "kind", Kind: Choice, Words: []string{"annual", "short"}, Default: "annual",
		NB: "short: løpende tekst på 4–8 sider, uten innholdsliste og åpningssider.",
		EN: "short: running text of 4 to 8 pages, without contents and opener pages."},
	{Name: "contents", Kind: Flag, NB: "Innholdsliste. Utelatt: ja, men nei i en kort rapport.",
		EN: "A list of contents. Left out: yes, but not in a short report."},
	{Name: "openers", Kind: Flag,
		NB: "Åpningssider foran kapitlene. Utelatt: ja, men nei i en kort rapport.",
		EN: "Opener pages before chapters. Left out: yes, but not in a short report."},
	{Name: "figure_numbers", Kind: Flag, Default: true, NB: "«Figur 3.» foran teksten under figuren.",
		EN: "“Figure 3.” before a caption."},
	{Name: "keywords", Kind: Texts, NB: "Stikkord, i filens opplysninger.",
		EN: "Keywords, in the file's metadata."},
	{Name: "about", NB: "Om rapporten, i kolofonen.", EN: "About the report, in the colophon."},
	{Name: "thanks", NB: "Takk, i kolofonen.", EN: "Thanks, in the colophon."},
	{Name: "rights", NB: "Rettigheter, i kolofonen.", EN: "Rights, in the colophon."},
	{Name: "contact", Kind: Texts, NB: "Kontakt: en linje hver.", EN: "Contact: a line each."},
	{Name: "attached", Kind: TextOrTexts, Words: []string{"csv", "xlsx"}, Default: []string{"csv"},
		NB: "Tallfiler som ligger i PDF-en.", EN: "Files of figures that the PDF carries."},
	{Name: "person", Kind: Tables, Of: aPerson, NB: "En som har laget rapporten.",
		EN: "Somebody who made the report."},
	{Name: "fact", Kind: Tables, Of: &Object{Keys: []Key{
		{Name: "label", Must: true, NB: "Til venstre.", EN: "At the left."},
		{Name: "text", Must: true, NB: "Til høyre.", EN: "At the right."},
	}}, NB: "En rad til i kolofonen.", EN: "One more row of the colophon."},
	allow, reason,
}}

var aPerson = &Object{Which: true, Keys: []Key{
	{Name: "name", NB: "Navnet: «Kari Nordmann» eller «Nordmann, Kari».",
		EN: "The name: “Kari Nordmann” or “Nordmann, Kari”."},
	{Name: "family", NB: "Etternavnet, når programmet tar feil av det.",
		EN: "The family name, when the program gets it wrong."},
	{Name: "given", NB: "Fornavnet.", EN: "The given name."},
	{Name: "organisation", Kind: Flag, NB: "Navnet er en organisasjons, og står som det er.",
		EN: "The name is an organisation's, and stands as it is."},
	{Name: "role", NB: "Forfatter, design, illustrasjon …", EN: "Author, design, illustration …"},
}}

var aCover = &Object{Keys: []Key{
	{Name: "ground", NB: "Grunnen: navnet på en av utgiverens [[cover]]. Utelatt: etter året.",
		EN: "The ground: the name of one of the publisher's [[cover]]. Left out: by the year."},
	{Name: "survey", NB: "Undersøkelsen som ringen viser.", EN: "The survey that the ring shows."},
	{Name: "ring", Example: "ek2021.kollegaer", NB: "Spørsmålet som farger prikkene.",
		EN: "The question that colours the dots."},
	{Name: "caption", NB: "Teksten ved ringen.", EN: "The text by the ring."},
	{Name: "year", NB: "Årstallet på omslaget. Utelatt: mappens.",
		EN: "The year on the cover. Left out: the folder's."},
}}

var aKeyPage = &Object{Keys: []Key{
	kicker, headline,
	{Name: "hero", Kind: Table, Must: true, Of: aKeyFigure, NB: "Det største tallet.",
		EN: "The largest number."},
	{Name: "figure", Kind: Tables, Of: aKeyFigure, NB: "Et nøkkeltall; inntil seks.",
		EN: "A key figure; up to six."},
}}

var aKeyFigure = &Object{Which: true, Keys: []Key{
	{Name: "figure", Example: "trivsel2021.rolle", NB: "Spørsmålet: «undersøkelse.navn».",
		EN: "The question: “survey.name”."},
	{Name: "answer", Kind: TextOrTexts, NB: "Svaret, eller flere som legges sammen.",
		EN: "The answer, or several that are added up."},
	{Name: "survey", NB: "I stedet for figure og answer: svarprosenten i en undersøkelse.",
		EN: "In place of figure and answer: the response rate of a survey."},
	{Name: "text", Must: true, NB: "Fortsetter etter tallet: «er trygge i rollen».",
		EN: "Goes on after the number: “feel safe in the role”."},
}}

var aSummary = &Object{Keys: []Key{
	kicker, headline,
	{Name: "lead", Must: true, NB: "Ingressen, helst 60–75 ord.", EN: "The lead, 60 to 75 words by design."},
	{Name: "caveat", NB: "Én linje om hvordan tallene skal leses.",
		EN: "A line on how the figures are to be read."},
	{Name: "finding", Kind: Tables, Must: true, Of: aKeyFigure,
		NB: "Et funn; tre til åtte, helst seks.", EN: "A finding; three to eight, six by design."},
}}

var (
	spread = Key{Name: "spread", Kind: Flag, Default: false,
		NB: "Begynn på en venstreside (partall). Programmet legger en blank side foran når det må.",
		EN: "Begin on a left (even) page. The program puts a blank page before it where it must."}
	kicker   = Key{Name: "kicker", NB: "Temaet, over overskriften.", EN: "The subject, above the headline."}
	headline = Key{Name: "headline", Must: true, NB: "Funnet, helst høyst 60 tegn.",
		EN: "The finding, at most 60 characters by design."}
)

var aMail = &Object{Keys: []Key{
	{Name: "from", Must: true, Example: "Foreningen <post@example.no>", NB: "Hvem meldingen er fra.",
		EN: "Whom the message is from."},
	{Name: "reply_to", NB: "Hvor svar går. Utelatt: til avsenderen.",
		EN: "Where replies go. Left out: to the sender."},
	{Name: "subject", Must: true, NB: "Emnet, på én linje. Tall i krøllparenteser, som i tekst.",
		EN: "The subject, on one line. Numbers in braces, as in prose."},
	{Name: "text", Must: true,
		NB: "Teksten. {name}, {first_name} og {link} fylles inn for hver mottaker.",
		EN: "The text. {name}, {first_name} and {link} are filled in for each receiver."},
	{Name: "attach", Kind: Choice, Words: []string{"screen", "none"}, Default: "screen",
		NB: "screen: PDF-en ligger ved. none: bare lenken.",
		EN: "screen: the PDF is attached. none: the link alone."},
	{Name: "link", Example: "https://example.no/rapport/", NB: "Hvor rapporten ligger på nettet.",
		EN: "Where the report lies on the web."},
	{Name: "unsubscribe", Kind: TextOrTexts, Example: []string{"mailto:meld-av@example.no"},
		NB: "Hvor man melder seg av: mailto: eller https:, eller begge.",
		EN: "Where one unsubscribes: mailto: or https:, or both."},
}}

var aReference = &Object{Keys: []Key{
	{Name: "id", Kind: ID, Must: true, Example: "odden2015", NB: "Navnet i {cite …}.",
		EN: "The name in {cite …}."},
	{Name: "authors", Kind: TextOrTexts, Must: true, Example: []string{"Odden, S.", "Berg, A."},
		NB: "Etternavnet først; en organisasjon uten komma.",
		EN: "Family name first; an organisation without a comma."},
	{Name: "year", Kind: Count, Must: true, NB: "Årstallet, 0 når det er ukjent.",
		EN: "The year, 0 when it is not known."},
	{Name: "title", Must: true, NB: "Tittelen.", EN: "The title."},
	{Name: "journal", NB: "Tidsskriftet, for en artikkel.", EN: "The journal, of an article."},
	{Name: "volume", Example: "12(3)", NB: "Årgang og nummer.", EN: "Volume and issue."},
	{Name: "pages", Example: "204–215", NB: "Sidene.", EN: "The pages."},
	{Name: "publisher", NB: "Forlaget, for en bok eller rapport.", EN: "The publisher, of a book or report."},
	{Name: "url", Example: "https://example.org", NB: "Nettadressen.", EN: "The web address."},
}}

var aChapter = &Object{Keys: []Key{
	{Name: "id", Kind: ID, Must: true, NB: "Navnet som {page …} viser til.",
		EN: "The name that {page …} refers to."},
	{Name: "title", Must: true, NB: "Navnet på kapitlet.", EN: "The chapter's name."},
	{Name: "intro", NB: "Noen ord på åpningssiden, helst høyst 30.",
		EN: "Some words on the opener page, at most 30 by design."},
	{Name: "opener", Kind: Table, Of: anOpener, NB: "Tallet på åpningssiden.",
		EN: "The number on the opener page."},
	spread,
	{Name: "topic", Kind: Tables, Must: true, Of: aTopic, NB: "Et tema, helst én side.",
		EN: "A topic, a page by design."},
}}

var anOpener = &Object{Keys: []Key{
	{Name: "figure", Must: true, NB: "Spørsmålet: «undersøkelse.navn».",
		EN: "The question: “survey.name”."},
	{Name: "answer", Kind: TextOrTexts, Must: true, NB: "Svaret, eller flere som legges sammen.",
		EN: "The answer, or several that are added up."},
	{Name: "text", Must: true, NB: "Fortsetter etter tallet.", EN: "Goes on after the number."},
}}

var aMethod = &Object{Keys: []Key{
	{Name: "title", Must: true, NB: "Navnet på kapitlet.", EN: "The chapter's name."},
	spread,
	{Name: "topic", Kind: Tables, Must: true, Of: aTopic, NB: "Et tema.", EN: "A topic."},
}}

var aTopic = &Object{Keys: []Key{
	{Name: "id", Kind: ID, Must: true, NB: "Navnet som {page …} og {see …} viser til.",
		EN: "The name that {page …} and {see …} refer to."},
	{Name: "title", NB: "Navnet i innholdslisten og henvisninger. Utelatt: kicker, ellers headline.",
		EN: "The name in the contents and in references. Left out: kicker, else headline."},
	kicker, headline,
	{Name: "question", NB: "Spørsmålet under overskriften. Utelatt: figurens; \"\" fjerner det.",
		EN: "The question under the headline. Left out: the figure's; \"\" takes it away."},
	spread,
	{Name: "template", Words: []string{"main", "small", "wide", "beside"},
		NB: "Sideoppsettet, når programmet ikke skal velge.",
		EN: "The page layout, when the program is not to choose."},
	{Name: "block", Kind: Tables, Must: true, Of: aBlock,
		NB: "Én del av siden: en figur, tekst, en tabell …",
		EN: "One part of the page: a figure, text, a table …"},
	allow, reason,
}}

// aBlock has exactly one of the keys that say what it is.
var aBlock = &Object{Which: true, Keys: slices.Concat([]Key{
	{Name: "figure", Example: "ek2021.veiledning", NB: "Blokken er en figur: «undersøkelse.navn».",
		EN: "The block is a chart: “survey.name”."},
	{Name: "figures", Kind: Texts,
		NB: "Blokken er flere spørsmål i én figur: skalaer under hverandre, eller ja/nei-spørsmål.",
		EN: "The block is several questions in one chart: scales below each other, or yes/no questions."},
	{Name: "battery", Kind: Tables, Of: aMeasure, NB: "Blokken er ett svar på hvert av flere spørsmål.",
		EN: "The block is one answer to each of several questions."},
	{Name: "change", Kind: WordOrTables, Words: []string{"auto"}, Of: aMeasure,
		NB: "Blokken er endringer. \"auto\": alle som er større enn feilmarginen.",
		EN: "The block is changes. \"auto\": all that are larger than the margin of error."},
	{Name: "prose", NB: "Blokken er tekst, med krøllparenteser for tall: {percent F | A}.",
		EN: "The block is text, with braces for numbers: {percent F | A}."},
	{Name: "lead", NB: "Blokken er en ingress.", EN: "The block is a lead."},
	{Name: "callout", NB: "Blokken er en ramme, helst høyst 40 ord.",
		EN: "The block is a callout, at most 40 words by design."},
	{Name: "bullets", Kind: Tables, Of: aPoint, NB: "Blokken er punkter, helst seks.",
		EN: "The block is bullets, six by design."},
	{Name: "themes", Kind: Tables, Of: aTheme, NB: "Blokken er fritekst samlet i temaer.",
		EN: "The block is free text summed up in themes."},
	{Name: "recommendations", Kind: Tables, Of: aPoint, NB: "Blokken er nummererte råd.",
		EN: "The block is numbered recommendations."},
	{Name: "table", Kind: TextOrTexts, Example: []string{"ek2021.*"},
		NB: "Blokken er en tabell av spørsmål; .* er alle lukkede spørsmål i undersøkelsen.",
		EN: "The block is a table of questions; .* is all closed questions of the survey."},
	{Name: "quote", NB: "Blokken er et sitat. Si hvem i source.",
		EN: "The block is a quotation. Say whose in source."},
	{Name: "voice", NB: "Blokken er det en navngitt person har sagt offentlig. Aldri svar fra en undersøkelse.",
		EN: "The block is what a named person has said in public. Never answers to a survey."},
	{Name: "timeline", Kind: Tables, Of: anEvent, NB: "Blokken er en tidslinje: hendelser med dato og kilde.",
		EN: "The block is a timeline: events with a date and a source."},
	{Name: "aside", NB: "Blokken er en note i margen, ved siden av teksten eller figuren.",
		EN: "The block is a side note, beside the text or the figure."},
	{Name: "fact", NB: "Blokken er en faktaramme.", EN: "The block is a box of facts."},
	{Name: "answers", Kind: Texts, NB: "Blokken er svar gjengitt som de står.",
		EN: "The block is answers as they were given."},
	{Name: "image", Example: "bilder/hus.jpg", NB: "Blokken er et bilde: PNG, JPEG eller SVG.",
		EN: "The block is an image: PNG, JPEG or SVG."},
	{Name: "group", Kind: Tables, Of: aGroupItem, NB: "Blokken er spørsmål som hører sammen, med hver sin tekst.",
		EN: "The block is questions that belong together, each with its text."},
	{Name: "appendix", Kind: Tables, Of: aSeries, NB: "Blokken er et vedlegg med spørreskjemaer.",
		EN: "The block is an appendix with questionnaires."},
	{Name: "references", Kind: Flag, NB: "Blokken er referanselisten.",
		EN: "The block is the list of references."},
	{Name: "source", NB: "Kilden: nederst på siden, eller under et sitat.",
		EN: "The source: at the foot of the page, or below a quotation."},
	{Name: "name", NB: "Hvem som har sagt det (voice).", EN: "Whose words they are (voice)."},
	{Name: "role", Example: "erfaringskonsulent", NB: "Hva personen er (voice).",
		EN: "What the person is (voice)."},
	{Name: "consent", Example: "E-post 3. mars 2022",
		NB: "Hvordan og når personen sa ja til å bli sitert (voice). Trykkes ikke.",
		EN: "How and when the person agreed to be quoted (voice). Not printed."},
	spread,
	{Name: "when", Kind: TextOrTexts, Example: []string{"small"},
		Words: []string{"all", "group", "large", "small", "withheld"},
		NB: "Hvem blokken er for, når rapporten lages i utgaver: all (den vanlige rapporten), group (alle " +
			"utgaver), large (grupper på 30 eller flere), small (mindre grupper), withheld (når tall for gruppen " +
			"er holdt tilbake i temaet). Utelatt: alle.",
		EN: "Whom the block is for when the report is made in editions: all (the ordinary report), group (every " +
			"edition), large (groups of 30 or more), small (smaller ones), withheld (when numbers of the group are " +
			"withheld in the topic). Left out: everyone."},
	{Name: "heading", NB: "Overskriften over blokken.", EN: "The heading above the block."},
	{Name: "sub", NB: "Linjen under overskriften.", EN: "The line under the heading."},
	{Name: "lang", Kind: Choice, Words: languages, NB: "Språket, når det ikke er rapportens.",
		EN: "The language, when it is not the report's."},
	{Name: "alt", NB: "Hva bildet viser, i én setning.", EN: "What the image shows, in a sentence."},
	{Name: "decorative", Kind: Flag, Default: false, NB: "Bildet er bare til pynt.",
		EN: "The image is mere decoration."},
	{Name: "bleed", Kind: Flag, Default: false, NB: "Bildet fyller en hel side.",
		EN: "The image fills a page."},
	{Name: "width", Kind: Count, Default: 12, Example: 8, NB: "Bildets bredde i spalter, 1 til 12.",
		EN: "The image's width in columns, 1 to 12."},
	allow, reason,
}, ofChart)}

// ofChart are the keys of a block that is a chart.
var ofChart = []Key{
	{Name: "form", Kind: Choice, Words: []string{"pie", "donut", "hbar", "vbar", "dotcols", "likert",
		"series", "slope", "paired", "change", "battery", "dots",
		"tilemap", "multiples", "dotplot", "stacked", "heat"},
		NB: "Figurens form, når programmet ikke skal velge.",
		EN: "The form of the chart, when the program is not to choose."},
	{Name: "by", Example: "fylke", NB: "Spørsmålet som deler svarene i grupper: navnet i [[breakdown]].",
		EN: "The question that parts the answers into groups: the name in [[breakdown]]."},
	{Name: "answer", Kind: TextOrTexts,
		NB: "Svaret som gruppene sammenlignes på (by), eller flere som legges sammen. Utelatt: det framhevede.",
		EN: "The answer that groups are compared by (by), or several that are added up. Left out: the highlight."},
	{Name: "compare", Kind: Flag, Default: false, NB: "Vis det tidligere året også.",
		EN: "Show the earlier year too."},
	{Name: "list", Kind: Flag, Default: true, NB: "Antallslisten ved siden av en kake.",
		EN: "The list of counts beside a pie."},
	{Name: "highlight", Kind: TextOrTexts,
		NB: "Svaret som overskriften handler om, eller flere. Utelatt: undersøkelsens; [] framhever ikke noe.",
		EN: "The answer that the headline is about, or several. Left out: the survey's; [] points out none."},
	{Name: "highlight_text", Example: "er over 40 år", NB: "Ordene etter summen av det som er framhevet.",
		EN: "The words after the sum of what is pointed out."},
	{Name: "caption", NB: "Teksten under. Utelatt: spørsmålet.",
		EN: "The caption. Left out: the question."},
	{Name: "finding", NB: "Det figuren viser, i én setning, for dem som ikke ser den. Utelatt: overskriften.",
		EN: "What the chart shows, in a sentence, for those who do not see it. Left out: the headline."},
}

var aMeasure = &Object{Keys: []Key{
	{Name: "figure", Must: true, NB: "Spørsmålet: «undersøkelse.navn».",
		EN: "The question: “survey.name”."},
	{Name: "answer", Kind: TextOrTexts,
		NB: "Svaret, eller flere som legges sammen. Utelatt i prikkrader: «ja», ellers det framhevede.",
		EN: "The answer, or several that are added up. Left out in a battery: “yes”, else the highlight."},
	{Name: "label", NB: "Navnet på raden. Utelatt: spørsmålets title.",
		EN: "The name of the row. Left out: the question's title."},
}}

var aPoint = &Object{Keys: []Key{
	{Name: "title", Must: true, NB: "Punktet med få ord.", EN: "The point in few words."},
	{Name: "text", NB: "Resten.", EN: "The rest."},
}}

var anEvent = &Object{Keys: []Key{
	{Name: "date", Must: true, Example: "2021-05",
		NB: "Et år, en måned eller en dag: \"2021\", \"2021-05\" eller \"2021-05-17\".",
		EN: "A year, a month or a day: \"2021\", \"2021-05\" or \"2021-05-17\"."},
	{Name: "title", NB: "Hendelsen med få ord.", EN: "The event in few words."},
	{Name: "text", Must: true, NB: "Hva som skjedde.", EN: "What happened."},
	{Name: "source", NB: "Kilden. Kan utelates når blokken har en for alle.",
		EN: "The source. May be left out when the block has one for all."},
}}

var aTheme = &Object{Keys: []Key{
	{Name: "title", Must: true, NB: "Temaet.", EN: "The theme."},
	{Name: "question", NB: "Spørsmålet. Utelatt: figurens.", EN: "The question. Left out: the figure's."},
	{Name: "text", Must: true, NB: "Hva de svarte, med dine ord.",
		EN: "What they answered, in your words."},
	{Name: "figure", NB: "Spørsmålet i undersøkelsen, av typen open.",
		EN: "The question of the survey, of kind open."},
}}

var aGroupItem = &Object{Keys: append([]Key{
	{Name: "figure", Must: true, NB: "Spørsmålet: «undersøkelse.navn».",
		EN: "The question: “survey.name”."},
	{Name: "prose", NB: "Teksten til det.", EN: "The text that goes with it."},
	{Name: "heading", NB: "Overskriften over det.", EN: "The heading above it."},
}, ofChart...)}

var aSeries = &Object{Keys: []Key{
	{Name: "title", Must: true, NB: "Navnet på skjemaet.", EN: "The questionnaire's name."},
	{Name: "intro", NB: "Noen ord foran spørsmålene.", EN: "Some words before the questions."},
	{Name: "questions", Kind: Tables, Must: true, Of: &Object{Keys: []Key{
		{Name: "text", Must: true, NB: "Spørsmålet.", EN: "The question."},
		{Name: "options", Kind: Texts, NB: "Svarene man kunne velge.", EN: "The answers one could choose."},
		{Name: "follow", NB: "Spørsmålet som fulgte.", EN: "The question that followed."},
	}}, NB: "Spørsmålene.", EN: "The questions."},
}}
