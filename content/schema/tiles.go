package schema

// ofTiles is the list of a publisher's own tile maps, in the files of a survey, a report or a brand.
var ofTiles = Key{Name: "tiles", Kind: Tables, Of: aMap,
	NB: "Et eget rutekart: bydeler, kommuner, avdelinger. Brukes når svarene er stedene på det.",
	EN: "A tile map of one's own: districts, municipalities, branches. Used where answers are its places."}

var aMap = &Object{Keys: []Key{
	{Name: "name", Must: true, Example: "Bydelene", NB: "Navnet på kartet, for meldinger.",
		EN: "The name of the map, for messages."},
	{Name: "rows", Kind: Texts, Must: true, Example: []string{".  NO", "VE SE"},
		NB: "Kartet rad for rad, fra nord: koder med mellomrom, punktum der det ikke er noe.",
		EN: "The map row by row, from the north: codes with spaces between, a dot where there is nothing."},
	{Name: "places", Kind: Table, Must: true, Of: &Object{Keys: []Key{{Name: "*", Must: true,
		NB: "Navnet på stedet, slik det står i svarene.",
		EN: "The name of the place, as in the answers."}}},
		NB: "Kode = navn.", EN: "Code = name."},
}}
