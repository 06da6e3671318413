package schema

var brandFile = &Object{Keys: []Key{
	{Name: "name", Must: true, NB: "Utgiverens navn, som publisher i rapporten.",
		EN: "The publisher's name, as publisher in the report."},
	{Name: "wordmark", NB: "Navnet som tekst i stedet for logo.", EN: "The name as text in place of a logo."},
	{Name: "logo", Example: "logo.svg", NB: "Logoen: en SVG i samme mappe.",
		EN: "The logo: an SVG in the same folder."},
	{Name: "logo_dark", Example: "logo-lys.svg", NB: "Logoen på mørk grunn.",
		EN: "The logo on a dark ground."},
	{Name: "ring", Kind: Flag, Default: true, NB: "Ringen av prikker på omslaget.",
		EN: "The ring of dots on the cover."},
	{Name: "fonts", Kind: Table, Of: &Object{Keys: []Key{
		{Name: "heading", Kind: Text, Words: families, NB: "Skriften i overskrifter og figurer.",
			EN: "The face of headings and charts."},
		{Name: "body", Kind: Text, Words: families, NB: "Skriften i løpende tekst.",
			EN: "The face of running text."},
	}}, NB: "Skriftene.", EN: "The faces."},
	{Name: "print", Kind: Table, Of: &Object{Keys: []Key{
		{Name: "ink_limit", Kind: Count, Default: 275, Example: 275,
			NB: "Mest trykkfarge på ett sted, i prosent: 200 til 400.",
			EN: "The most ink in one place, in per cent: 200 to 400."},
	}}, NB: "Trykk.", EN: "Print."},
	{Name: "colors", Kind: Table, Of: theColors, NB: "Fargene. De som utelates, er husets.",
		EN: "The colours. Those left out are the house's."},
	{Name: "cover", Kind: Tables, Of: aGround(true), NB: "En grunn for omslaget; ett per år, etter tur.",
		EN: "A ground for covers; one a year, in turn."},
	{Name: "opener", Kind: Tables, Of: aGround(false), NB: "En grunn for åpningssider, etter tur.",
		EN: "A ground for opener pages, in turn."},
	ofTiles,
}}

var families = []string{"Schibsted Grotesk", "Source Serif 4"}

var aColor = &Object{Keys: []Key{
	{Name: "screen", Must: true, Example: "#9B2F5B", NB: "Fargen på skjerm: #rrggbb.",
		EN: "The colour on a screen: #rrggbb."},
	{Name: "cmyk", Kind: Inks, Example: []int{25, 92, 35, 20},
		NB: "Trykkfargene i prosent: cyan, magenta, gult og svart. Må være med for trykk.",
		EN: "The inks in per cent: cyan, magenta, yellow and black. Needed for print."},
}}

var theColors = &Object{Keys: []Key{
	colored("heading", "Overskrifter.", "Headings."),
	colored("accent", "Det som framheves.", "What is pointed out."),
	colored("ink", "Løpende tekst.", "Running text."),
	colored("secondary", "Bildetekster og annen liten tekst.", "Captions and other small text."),
	colored("line", "Streker.", "Rules."),
	colored("panel", "Grunnen i rammer.", "The ground of callouts."),
	colored("white", "Papir, og tekst på mørk grunn.", "Paper, and text on a dark ground."),
	colored("bar", "Søyler.", "Bars."),
	colored("muted", "Året før, og det som står tilbake.", "The earlier year, and what stands back."),
	colored("neutral", "Svar som «vet ikke», og midten av en skala.",
		"Answers like “don't know”, and the middle of a scale."),
	colored("count", "Antall.", "Counts."),
	{Name: "slices", Kind: Tables, Of: aColor, NB: "Fem farger til kaker.", EN: "Five colours for pies."},
	{Name: "scale", Kind: Tables, Of: aColor, NB: "Fem trinn på en skala, laveste først.",
		EN: "Five steps of a scale, lowest first."},
	{Name: "drawings", Kind: Tables, Of: aColor, NB: "Fargene i logoen og andre SVG-er, for trykk.",
		EN: "The colours of the logo and other SVGs, for print."},
}}

func colored(name, nb, en string) Key {
	return Key{Name: name, Kind: Table, Of: aColor, NB: nb, EN: en}
}

// aGround is the ground of a cover, or of an opener page, whose dots have one colour.
func aGround(cover bool) *Object {
	must := func(k Key) Key { k.Must = true; return k }
	keys := []Key{
		{Name: "name", Must: true, NB: "Navnet, som ground i [cover].", EN: "The name, as ground in [cover]."},
		must(colored("fill", "Grunnen.", "The ground.")),
		must(colored("text", "Teksten på den.", "The text on it.")),
		colored("soft", "Mindre tekst på den.", "Smaller text on it."),
		colored("dot", "Prikker for dem som svarte.", "Dots of those who answered."),
		colored("open", "Prikker for dem som ikke svarte.", "Dots of those who did not answer."),
	}
	if cover {
		keys = append(keys, Key{Name: "groups", Kind: Tables, Of: aColor,
			NB: "Prikkenes farger når ringen viser et spørsmål.",
			EN: "The colours of the dots when the ring shows a question."})
	}
	return &Object{Keys: keys}
}
