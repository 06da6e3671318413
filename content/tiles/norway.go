package tiles

import "sync"

// Divisions are the counties of Norway as they were from 1972 on, the latest first.
func Divisions() []*Map { return divisions() }

// divisions never change. They are made when they are asked for: most reports have no map.
var divisions = sync.OnceValue(func() []*Map {
	return []*Map{
		{Name: "the counties from 2024 on", From: 2024, Places: []Place{
			troms(3, 0), finnmark(4, 0),
			nordland(3, 1),
			trøndelag(2, 2),
			møreOgRomsdal(1, 3), innlandet(2, 3),
			vestland(0, 4), buskerud(1, 4), oslo(2, 4), akershus(3, 4),
			rogaland(0, 5), telemark(1, 5), vestfold(2, 5), østfold(3, 5),
			agder(1, 6),
		}},
		{Name: "the counties of 2020 to 2023", From: 2020, To: 2023, Places: []Place{
			place(4, 0, "Troms og Finn\u00admark", "T&F", "romsa ja finnmárku", "tromssa ja finmarkku",
				"Finnmark og Troms"),
			nordland(3, 1),
			trøndelag(2, 2),
			møreOgRomsdal(1, 3), innlandet(2, 3),
			vestland(0, 4), place(2, 4, "Viken", ""),
			rogaland(0, 5), place(1, 5, "Vest\u00adfold og Tele\u00admark", "V&T", "Telemark og Vestfold"),
			oslo(2, 5),
			agder(1, 6),
		}},
		{Name: "the counties of 2018 and 2019", From: 2018, To: 2019, Places: append(south(),
			troms(3, 0), finnmark(4, 0),
			nordland(3, 1),
			møreOgRomsdal(1, 2), trøndelag(2, 2),
		)},
		{Name: "the counties until 2017", To: 2017, Places: append(lower(south()),
			troms(3, 0), finnmark(4, 0),
			nordland(3, 1),
			place(2, 2, "Nord-Trønde\u00adlag", "N-Trøn\u00addelag", "noerhte-trööndelage", "Nord Trøndelag"),
			møreOgRomsdal(1, 3), place(2, 3, "Sør-Trønde\u00adlag", "S-Trøn\u00addelag", "Sør Trøndelag"),
		)},
	}
})

// south are the counties south of Trøndelag before 2020.
func south() []Place {
	return []Place{
		place(0, 3, "Sogn og Fjord\u00adane", "S&F"), place(1, 3, "Opp\u00adland", ""),
		place(2, 3, "Hed\u00admark", ""),
		place(0, 4, "Horda\u00adland", ""), buskerud(1, 4), oslo(2, 4), akershus(3, 4),
		rogaland(0, 5), telemark(1, 5), vestfold(2, 5), østfold(3, 5),
		place(0, 6, "Vest-Agder", "V-Agder", "Vest Agder"), place(1, 6, "Aust-Agder", "A-Agder", "Aust Agder"),
	}
}

// lower are places a row further down.
func lower(all []Place) []Place {
	for i := range all {
		all[i].Y++
	}
	return all
}

func troms(x, y int) Place { return place(x, y, "Troms", "", "romsa", "tromssa", "troms romsa") }
func finnmark(x, y int) Place {
	return place(x, y, "Finn\u00admark", "", "finnmárku", "finmarkku", "finnmark finnmárku")
}
func nordland(x, y int) Place {
	return place(x, y, "Nord\u00adland", "", "nordlánnda", "nordlánda", "nordlaante")
}
func trøndelag(x, y int) Place {
	return place(x, y, "Trønde\u00adlag", "", "trööndelage", "trøndelag trööndelage")
}
func møreOgRomsdal(x, y int) Place { return place(x, y, "Møre og Roms\u00addal", "M&R") }
func innlandet(x, y int) Place     { return place(x, y, "Inn\u00adlandet", "") }
func vestland(x, y int) Place      { return place(x, y, "Vest\u00adland", "") }
func buskerud(x, y int) Place      { return place(x, y, "Buske\u00adrud", "") }
func oslo(x, y int) Place          { return place(x, y, "Oslo", "") }
func akershus(x, y int) Place      { return place(x, y, "Akers\u00adhus", "") }
func rogaland(x, y int) Place      { return place(x, y, "Roga\u00adland", "") }
func telemark(x, y int) Place      { return place(x, y, "Tele\u00admark", "") }
func vestfold(x, y int) Place      { return place(x, y, "Vest\u00adfold", "") }
func østfold(x, y int) Place       { return place(x, y, "Øst\u00adfold", "") }
func agder(x, y int) Place         { return place(x, y, "Agder", "") }
