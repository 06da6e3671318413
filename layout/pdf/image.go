package pdf

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"fmt"
	"strconv"
	"sync"

	"rapport/charts/vector"
	"rapport/content/picture/container"
)

// xobject is what pages paint by name (ISO 32000-1, 8.8): an image, a drawing, or a run of shapes.
type xobject interface {
	here() *external
	painted() string // the operators that paint it
	blends() bool    // whether it lets shine through what is below
	write(*file, *imageSet)
}

// external is an xobject's place in the file.
type external struct {
	resource string // its name
	number   ref    // 0: not written yet
	pages    int    // that paint it
}

func (e *external) here() *external { return e }
func (e *external) painted() string { return "/" + e.resource + " Do" }

// imageSet is the images and drawings of a document, each once however often it is painted. Several
// pages may ask at the same time.
type imageSet struct {
	ink   bool // for the press, not for a screen
	limit int  // most ink, per cent

	mu        sync.Mutex
	byData    map[*byte]*raster // by the address of the file's first byte
	bySum     map[[32]byte]*raster
	byPicture map[*vector.Picture]*drawing
	profiles  map[string]ref
}

// raster is an image as the file will have it: samples, and possibly a mask and a colour profile.
type raster struct {
	external
	width, height int
	bits          int
	components    int    // 1 gray or indexed, 3 RGB, 4 CMYK
	palette       []byte // RGB triples of an indexed image
	profile       []byte // ICC, nil for the document's own colours
	inverted      bool   // an Adobe CMYK JPEG: 255 is no ink
	filter        string // with parameters, "" when samples are to be deflated
	predicted     bool   // samples are rows of PNG differences
	samples       []byte
	mask          *raster // opacity
	orientation   container.Orientation
}

// newImageSet is for the press if ink is true.
func newImageSet(ink bool) *imageSet {
	return &imageSet{ink: ink, byData: make(map[*byte]*raster),
		bySum: make(map[[32]byte]*raster), byPicture: make(map[*vector.Picture]*drawing),
		profiles: make(map[string]ref)}
}

// image reads an image, unless the set has it.
func (s *imageSet) image(data []byte) (*raster, error) {
	if len(data) == 0 {
		return nil, errors.New("an empty image")
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if r := s.byData[&data[0]]; r != nil {
		return r, nil
	}
	sum := sha256.Sum256(data)
	r := s.bySum[sum]
	if r == nil {
		var err error
		if r, err = readImage(data, s.ink); err != nil {
			return nil, err
		}
		if s.ink {
			r.forPress()
		}
		s.bySum[sum] = r
	}
	s.byData[&data[0]] = r
	return r, nil
}

// readImage reads a PNG or JPEG file. With ink, one of CMYK keeps its inks.
func readImage(data []byte, ink bool) (*raster, error) {
	switch {
	case bytes.HasPrefix(data, []byte(container.PNGSignature)):
		return readPNG(data)
	case bytes.HasPrefix(data, []byte(container.JPEGStart)):
		return readJPEG(data, ink)
	}
	return nil, errors.New("an image that is neither PNG nor JPEG")
}

// checkSize refuses images of more than 100 megapixels, so that a few bytes cannot ask for all
// memory.
func checkSize(width, height int) error {
	const most = 100_000_000
	if width > most/height {
		return fmt.Errorf("an image of %d by %d pixels", width, height)
	}
	return nil
}

// write writes what pages paint, in order of first use, and gives it its name.
func (s *imageSet) write(f *file, folios []*folio) {
	count := 0
	for _, folio := range folios {
		for _, x := range folio.uses {
			x.here().pages++
		}
	}
	for _, folio := range folios {
		for _, x := range folio.uses {
			if e := x.here(); e.resource == "" {
				count++
				e.resource = "X" + strconv.Itoa(count)
				x.write(f, s)
			}
		}
	}
}

// resources appends what a page paints to its resource dictionary.
func (l *folio) resources(o *object) {
	begun := false
	for _, x := range l.uses {
		e := x.here()
		if e.number == 0 {
			continue
		}
		if !begun {
			o.raw("/XObject<<")
		}
		begun = true
		o.name(e.resource).raw(" ").ref(e.number)
	}
	if begun {
		o.raw(">>")
	}
}

func (r *raster) blends() bool { return r.mask != nil }

// write writes the image as an XObject (ISO 32000-1, 8.9.5), and its profile once.
func (r *raster) write(f *file, s *imageSet) {
	var mask object
	if r.mask != nil {
		r.mask.put(f, 0, "")
		mask.raw("/SMask ").ref(r.mask.number)
	}
	var profile ref
	if r.profile != nil {
		if profile = s.profiles[string(r.profile)]; profile == 0 {
			profile = f.alloc(1)
			s.profiles[string(r.profile)] = profile
			f.stream(profile, partImage, func([]byte) (object, []byte, error) {
				var o object
				o.raw("/N ").int(r.inks())
				return o, r.profile, nil
			})
		}
	}
	r.put(f, profile, string(mask.b))
}

func (r *raster) put(f *file, profile ref, extra string) {
	r.number = f.alloc(1)
	var o object
	o.raw("/Type/XObject/Subtype/Image/Width ").int(r.width).raw("/Height ").int(r.height)
	o.raw("/BitsPerComponent ").int(r.bits).raw("/ColorSpace")
	r.colorSpace(&o, profile)
	if r.inverted {
		o.raw("/Decode[1 0 1 0 1 0 1 0]")
	}
	o.raw(extra)
	if r.filter != "" {
		f.ready(r.number, partImage, *o.raw(r.filter), r.samples)
		return
	}
	if r.predicted {
		o.raw(r.differences())
	}
	f.stream(r.number, partImage, func([]byte) (object, []byte, error) { return o, r.samples, nil })
}

// differences is the parameter of deflated rows of PNG differences (ISO 32000-1, table 8).
func (r *raster) differences() string {
	var o object
	o.raw("/DecodeParms<</Predictor 15/Colors ").int(r.components)
	if r.bits != 8 || r.filter != "" || !r.predicted {
		o.raw("/BitsPerComponent ").int(r.bits)
	}
	o.raw("/Columns ").int(r.width).raw(">>")
	return string(o.b)
}

// inks is the number of components of the image's colours.
func (r *raster) inks() int {
	if r.palette != nil {
		return 3
	}
	return r.components
}

func (r *raster) colorSpace(o *object, profile ref) {
	var base object
	if profile != 0 {
		base.raw("[/ICCBased ").ref(profile).raw("]")
	} else {
		base.name(map[int]string{1: "DeviceGray", 3: "DeviceRGB", 4: "DeviceCMYK"}[r.inks()])
	}
	if r.palette == nil {
		o.raw(string(base.b))
		return
	}
	last := len(r.palette)/3 - 1
	o.raw("[/Indexed").raw(string(base.b)).raw(" ").int(last).bytes(r.palette).raw("]")
}

// profileFor returns a colour profile if PDF/A-3 lets an image of that many inks use it: ICC
// version 2 or 4, of a device class for input, display, output or a colour space (ISO 19005-3,
// 6.2.4.2).
func profileFor(inks int, icc []byte) []byte {
	if len(icc) < 132 || int(be32(icc, 0)) != len(icc) || string(icc[36:40]) != "acsp" ||
		icc[8] > 4 {
		return nil
	}
	switch string(icc[12:16]) {
	case "scnr", "mntr", "prtr", "spac":
	default:
		return nil
	}
	if string(icc[16:20]) != map[int]string{1: "GRAY", 3: "RGB ", 4: "CMYK"}[inks] {
		return nil
	}
	return icc
}

// forPress gives an image the colours that PDF/X-4 lets it have beside an output intent for CMYK:
// gray is black ink, the inks of CMYK are the press's own, and RGB has its profile, or that of sRGB
// when it has none.
func (r *raster) forPress() {
	if r.inks() != 3 {
		r.profile = nil
	} else if r.profile == nil {
		r.profile = sRGB
	}
}
