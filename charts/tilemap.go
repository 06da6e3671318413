package charts

import (
	"strings"

	"rapport/charts/vector"
	"rapport/content"
	"rapport/fonts"
)

// Measures of a tile map.
const (
	tileSide    fonts.Mm = 16.36 // five fill half a page
	tileLeast   fonts.Mm = 10.6
	tileGap     fonts.Mm = 0.8
	tileRound   fonts.Mm = 0.5
	tilePad     fonts.Mm = 0.9  // from a tile's edge to its words
	tileFrame   fonts.Mm = 0.7  // of the highest, around it
	tileOutline fonts.Mm = 0.25 // of a tile of nobody
	tileLines            = 3    // of a name
	tileLeading          = 1.14
	tileName    fonts.Pt = 7.6
	tileCount   fonts.Pt = 7.6
	tileDark    fonts.Pt = 9 // of both on a dark tile, where smaller type does not print well
	tileRest    fonts.Pt = 8.4
	tileBetween fonts.Mm = 1.2 // from a value to the count beside it, at least
	tileToRest  fonts.Mm = 4.0 // from the map to what stands below it
	tileRestRow fonts.Mm = 4.6
)

// Sizes of the shares in tiles, the largest that fits all of them.
var tileValues = []fonts.Pt{11, 10, 9}

// tilePlan is where the tiles of a map stand and what is written in each.
type tilePlan struct {
	located content.Located
	rows    []row // the answers, in the chart's order
	side    fonts.Pt
	left    fonts.Pt // of the first column
	value   fonts.Pt // size of the shares
	above   bool     // counts stand above shares, not beside them
	names   [][]string
	shades  []vector.Color
	most    float64
}

// tilemap draws a square for each place: its name, the share large, the count small, on a shade that
// is darker the larger the share is. The highest is framed, or what the author highlights. Places
// without an answer are hatched, as are withheld ones. Answers that are no place stand beside the map.
func (c *canvas) tilemap() error {
	f := c.Figures[0]
	located, misfit := f.Located()
	if misfit != nil {
		return &noRoom{misfit.Text}
	}
	p := tilePlan{located: located, rows: c.shared.ranked(c, f), shades: c.shades(heatShades)}
	columns, rows := located.Map.Size()
	room := (c.width - tileGap.Pt()*fonts.Pt(columns-1)) / fonts.Pt(columns)
	p.side = min(room, c.shrunk(tileSide))
	for _, r := range p.rows {
		p.most = max(p.most, r.length())
	}
	if p.side < tileLeast.Pt() || !c.tileTexts(&p) {
		return &noRoom{"no room is left for the words of the tiles"}
	}
	wide := c.tilePitch(p)*fonts.Pt(columns) - tileGap.Pt()
	if c.width > 2*wide/1.2 { // an only figure of a page
		p.left = (c.width - wide) / 2
	}
	c.pic.Height = c.tilePitch(p)*fonts.Pt(rows) - tileGap.Pt()
	framed := c.framed(p)
	for i, place := range located.Map.Places {
		c.tile(p, i, c.tileBox(p, place), framed)
	}
	c.tilesBeside(p, wide)
	c.chart.Rest = c.unanswered(p)
	return nil
}

// mostUnanswered is how many places that are not among the answers are named.
const mostUnanswered = 4

// unanswered explains the sign of places that are not among the answers, "" when all are.
func (c *canvas) unanswered(p tilePlan) string {
	var names []string
	for i, place := range p.located.Map.Places {
		if _, ok := p.on(i); !ok {
			names = append(names, whole(place.Name))
		}
	}
	switch {
	case len(names) == 0:
		return ""
	case len(names) > mostUnanswered:
		return c.terms.NoTile + "."
	}
	return c.terms.NoTile + ": " + strings.Join(names, ", ") + "."
}

// tilePitch is the distance from tile to tile.
func (c *canvas) tilePitch(p tilePlan) fonts.Pt { return p.side + tileGap.Pt() }

func (c *canvas) tileBox(p tilePlan, place content.Tile) box {
	pitch := c.tilePitch(p)
	return box{p.left + pitch*fonts.Pt(place.X), pitch * fonts.Pt(place.Y), p.side, p.side}
}

// on is the row of a place, not ok when no answer is there.
func (p tilePlan) on(place int) (row, bool) {
	for _, r := range p.rows {
		if p.located.At[r.index] == place {
			return r, true
		}
	}
	return row{}, false
}

// tileValue and tileSecond are what is written large and small in a tile. Where few answered the count
// leads, without the base, which the caption tells.
func (c *canvas) tileValue(r row) (value, second string) {
	count := r.share.Count().Text(c.locale.Decimal)
	switch {
	case !r.share.Published():
		return content.Colon, ""
	case r.share.Few():
		return count, c.percent(r)
	}
	return c.percent(r), count
}

// tileTexts finds how all tiles are written: the names, the size of the shares, the counts beside them
// or above. It is not ok when there is no room.
func (c *canvas) tileTexts(p *tilePlan) bool {
	room := p.side - 2*tilePad.Pt()
	fit := func(size fonts.Pt, above bool) bool {
		for _, r := range p.rows {
			if p.located.At[r.index] == content.NoTile {
				continue
			}
			value, second := c.tileValue(r)
			w := c.set.Width(value, font(c.Bold, size))
			s := c.set.Width(second, font(c.Medium, tileCount))
			if above && max(w, s) > room || !above && w+tileBetween.Pt()+s > room {
				return false
			}
		}
		return true
	}
	for _, above := range []bool{false, true} {
		for _, size := range tileValues {
			if !fit(size, above) {
				continue
			}
			p.value, p.above = size, above
			if c.tileNames(p, room) {
				return true
			}
		}
	}
	return false
}

// tileNames breaks the names of all places, in the first of their forms that has room.
func (c *canvas) tileNames(p *tilePlan, room fonts.Pt) bool {
	free := p.side - 2*tilePad.Pt() - p.value*0.74 - fonts.Mm(0.6).Pt()
	if p.above {
		free -= tileCount * 0.95
	}
	lines := min(tileLines, int((free-tileName*0.72)/(tileName*tileLeading))+1)
	p.names = nil
	for i, place := range p.located.Map.Places {
		names := []string{place.Name, place.Short}
		if r, ok := p.on(i); ok {
			names = []string{r.label, r.short, place.Name, place.Short}
		}
		set := c.tileName(names, lines, room)
		if set == nil {
			return false
		}
		p.names = append(p.names, set)
	}
	return true
}

// tileName is the first of some names that has room, in lines.
func (c *canvas) tileName(names []string, lines int, room fonts.Pt) []string {
	f := font(c.Medium, tileName)
	for _, name := range names {
		if name == "" || c.set.Narrowest(name, f) > room {
			continue
		}
		if set := c.wrap(name, f, room); len(set) <= lines && c.widest(set, f) <= room {
			return set
		}
	}
	return nil
}

// framed are the answers that are framed: those that the author highlights, else the highest of those
// on the map, two where they are alike. Where numbers are withheld the highest is known only when what
// is left of the base could not be more.
func (c *canvas) framed(p tilePlan) map[int]bool {
	framed := map[int]bool{}
	left, most, hidden := 0, 0, false
	for _, r := range p.rows {
		if r.highlight {
			framed[r.index] = true
		}
		count, base, ok := r.share.Value()
		hidden = hidden || !ok
		if left == 0 {
			left = base
		}
		if p.located.At[r.index] != content.NoTile {
			most = max(most, count)
		}
	}
	if len(framed) > 0 || most == 0 {
		return framed
	}
	var highest []int
	for _, r := range p.rows {
		left -= r.count()
		if r.count() == most && p.located.At[r.index] != content.NoTile {
			highest = append(highest, r.index)
		}
	}
	known := !hidden || c.Figures[0].Kind != content.Multiple && left <= most
	if known && len(highest) <= 2 && len(highest) < len(p.rows) {
		for _, i := range highest {
			framed[i] = true
		}
	}
	return framed
}

// tile draws a place.
func (c *canvas) tile(p tilePlan, place int, b box, framed map[int]bool) {
	round := tileRound.Pt()
	path := vector.RoundRect(b.x, b.y, b.w, b.h, round, round, round, round)
	r, answered := p.on(place)
	if !answered || !r.share.Published() {
		c.blankTile(p, place, b, answered)
		return
	}
	ground := c.White
	if r.count() > 0 {
		ground = p.shades[shadeOf(r.length(), p.most, len(p.shades))]
		c.fill(path, ground)
	} else {
		half := tileOutline.Pt() / 2
		c.pic.AddShape(vector.RoundRect(b.x+half, b.y+half, b.w-2*half, b.h-2*half,
			round, round, round, round), vector.Paint{Stroke: &c.Line, Width: tileOutline.Pt()})
	}
	if framed[r.index] {
		c.frame(b)
	}
	c.tileWords(p, place, b, r, c.on(ground))
}

// frame draws the frame of a tile, half of it in the gap around.
func (c *canvas) frame(b box) {
	round := tileRound.Pt()
	c.pic.AddShape(vector.RoundRect(b.x, b.y, b.w, b.h, round, round, round, round),
		vector.Paint{Stroke: &c.Highlight, Width: tileFrame.Pt()})
}

// tileWords writes the name, the share and the count of a tile.
func (c *canvas) tileWords(p tilePlan, place int, b box, r row, color vector.Color) {
	value, second := c.tileValue(r)
	x, bottom := b.x+tilePad.Pt(), b.y+b.h-tilePad.Pt()-fonts.Mm(0.2).Pt()
	names, size, f := p.names[place], tileName, font(c.Medium, tileCount)
	if color == c.White {
		names, size, f = c.darkTile(p, place, value, second)
	}
	c.tileTitle(names, size, b, color)
	c.label(value, font(c.Bold, p.value), color, x, bottom, vector.Left)
	if p.above {
		c.label(second, f, color, x, bottom-p.value*0.74-fonts.Mm(0.6).Pt(), vector.Left)
		return
	}
	c.label(second, f, color, b.x+b.w-tilePad.Pt(), bottom, vector.Right)
}

// darkTile is the name and the face of the count in a dark tile: larger where there is room.
func (c *canvas) darkTile(p tilePlan, place int, value, second string) (
	names []string, size fonts.Pt, count vector.Font,
) {
	names, size, count = p.names[place], tileName, font(c.Medium, tileCount)
	room := p.side - 2*tilePad.Pt()
	larger := font(c.Medium, tileDark)
	if len(names) < tileLines && c.widest(names, larger) <= room &&
		(!p.above || len(names) == 1) {
		size = tileDark
	}
	used := c.set.Width(value, font(c.Bold, p.value)) + tileBetween.Pt()
	if !p.above && used+c.set.Width(second, larger) <= room {
		count = larger
	}
	return names, size, count
}

func (c *canvas) tileTitle(names []string, size fonts.Pt, b box, color vector.Color) {
	for k, l := range names {
		c.label(l, font(c.Medium, size), color, b.x+tilePad.Pt(),
			b.y+tilePad.Pt()+size*(0.74+tileLeading*fonts.Pt(k)), vector.Left)
	}
}

// blankTile draws a place whose number is withheld, or that is not among the answers: hatched, with a
// sign that the caption explains. Words stand on white.
func (c *canvas) blankTile(p tilePlan, place int, b box, withheld bool) {
	c.hatch(b)
	sign := content.Colon
	if c.colon = c.colon || withheld; !withheld {
		sign = c.terms.NotGiven
	}
	names := p.names[place]
	knock := fonts.Mm(0.5).Pt()
	wide := c.widest(names, font(c.Medium, tileName))
	x, y := b.x+tilePad.Pt(), b.y+tilePad.Pt()
	high := tileName * (0.74 + 0.24 + tileLeading*fonts.Pt(len(names)-1))
	c.fill(vector.Rect(x-knock, y-knock, wide+2*knock, high+2*knock), c.White)
	bottom := b.y + b.h - tilePad.Pt() - fonts.Mm(0.2).Pt()
	f := font(c.Bold, p.value)
	c.fill(vector.Rect(x-knock, bottom-p.value*0.74-knock, c.set.Width(sign, f)+2*knock,
		p.value*0.74+2*knock), c.White)
	c.tileTitle(names, tileName, b, c.Ink)
	c.label(sign, f, c.Ink, x, bottom, vector.Left)
}

// tilesBeside writes the answers that are no place: in the upper left corner of the map where that is
// free, else below it.
func (c *canvas) tilesBeside(p tilePlan, wide fonts.Pt) {
	var rest []row
	for _, r := range p.rows {
		if p.located.At[r.index] == content.NoTile {
			rest = append(rest, r)
		}
	}
	if len(rest) == 0 {
		return
	}
	high := c.tileList(p, rest, 0, wide, false)
	for rows := 1; ; rows++ {
		free := p.located.Map.Free(rows)
		if free == 0 {
			break
		}
		room := c.tilePitch(p)*fonts.Pt(free) - 2*tileToRest.Pt()
		if high := c.tileList(p, rest, 0, room, false); high > 0 &&
			high < c.tilePitch(p)*fonts.Pt(rows)-tileToRest.Pt() {
			c.tileList(p, rest, 0, room, true)
			return
		}
	}
	y := c.pic.Height + tileToRest.Pt()
	c.tileList(p, rest, y, wide, true)
	c.pic.Height = y + high
}

// tileList writes answers below each other, each with its share and count behind its name, and gives
// the height; without writing it only measures.
func (c *canvas) tileList(p tilePlan, rows []row, y, width fonts.Pt, write bool) fonts.Pt {
	top := y
	for _, r := range rows {
		value, second := c.tileValue(r)
		name, bold, small := font(c.nameFace(r.highlight), tileRest), font(c.Bold, tileRest),
			font(c.Medium, tileCount)
		lines := c.wrap(r.label, name, width)
		gap := tileBetween.Pt() * 1.5
		numbers := c.set.Width(value, bold) + gap + c.set.Width(second, small)
		last := c.set.Width(lines[len(lines)-1], name) + gap
		if last+numbers > width {
			lines, last = append(lines[:len(lines):len(lines)], ""), 0
		}
		for i, l := range lines {
			if i > 0 {
				y += tileRest * leading
			}
			if write && l != "" {
				c.label(l, name, c.Ink, p.left, y+ascending*tileRest, vector.Left)
			}
		}
		if write {
			c.colon = c.colon || !r.share.Published()
			at := p.left + last
			c.label(value, bold, c.textColor(r.highlight), at, y+ascending*tileRest, vector.Left)
			if second != "" {
				c.label(second, small, c.Secondary, at+c.set.Width(value, bold)+gap,
					y+ascending*tileRest, vector.Left)
			}
		}
		y += tileRestRow.Pt()
	}
	return y - top
}
