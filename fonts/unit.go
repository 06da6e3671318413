package fonts

// Pt is a length in PostScript points, 1/72 inch: the unit of everything below the page's design.
type Pt float64

// Mm is a length in millimetres: the unit in which the design is written down.
type Mm float64

// Pt converts millimetres to points.
func (m Mm) Pt() Pt { return Pt(m * 72 / 25.4) }

// Mm converts points to millimetres.
func (p Pt) Mm() Mm { return Mm(p * 25.4 / 72) }
