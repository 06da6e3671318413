package pdf

import (
	"errors"
	"fmt"
	"slices"

	"rapport/fonts"
	"rapport/layout/frame"
)

// relationships are the values of AFRelationship (ISO 19005-3, annex E).
var relationships = []string{"Source", "Data", "Alternative", "Supplement", "Unspecified"}

// check looks for what PDF/UA-1 and PDF/A-3 ask for and nobody below can supply, and for references
// out of the document.
func check(d *frame.Document) error {
	switch {
	case len(d.Pages) == 0:
		return errors.New("a document without pages")
	case d.Info.Title == "":
		return errors.New("a document without title")
	case d.Info.Language == "":
		return errors.New("a document without language")
	case d.Info.Date.IsZero():
		return errors.New("a document without date")
	}
	for i, p := range d.Pages {
		// The least and the largest page: ISO 32000-1, annex C.
		if !(p.Width >= 3 && p.Width <= 14400 && p.Height >= 3 && p.Height <= 14400) {
			return fmt.Errorf("page %d: %v by %v pt is no size for a page", i+1, p.Width, p.Height)
		}
		for k := range p.Links {
			if err := checkLink(d, &p.Links[k]); err != nil {
				return fmt.Errorf("page %d, link %d: %w", i+1, k, err)
			}
		}
	}
	for _, b := range d.Bookmarks {
		if err := checkDest(d, b.Dest); err != nil {
			return fmt.Errorf("bookmark %q: %w", b.Title, err)
		}
	}
	for _, a := range d.Attachments {
		if a.Name == "" || a.MIME == "" || !slices.Contains(relationships, a.Relationship) {
			return fmt.Errorf("attachment %q: its name, MIME type %q or relationship %q", a.Name,
				a.MIME, a.Relationship)
		}
	}
	return nil
}

func checkItem(it *frame.Item) error {
	set := 0
	for _, is := range []bool{it.Text != nil, it.Shape != nil, it.Image != nil, it.Drawing != nil} {
		if is {
			set++
		}
	}
	if set != 1 || it.Kind > frame.Background {
		return errors.New("not one of text, shape, image and drawing")
	}
	return nil
}

func checkLink(d *frame.Document, l *frame.Link) error {
	switch {
	case !reasonable(l.X, l.Y, l.Width, l.Height):
		return errors.New("its rectangle is none")
	case l.Contents == "":
		return errors.New("no words for a screen reader")
	case l.URI != "":
		return nil
	case l.Dest == nil:
		return errors.New("leads nowhere")
	}
	return checkDest(d, *l.Dest)
}

func checkDest(d *frame.Document, to frame.Dest) error {
	if to.Page < 0 || to.Page >= len(d.Pages) {
		return fmt.Errorf("leads to page %d of %d", to.Page+1, len(d.Pages))
	}
	if !reasonable(to.Y) {
		return fmt.Errorf("leads to the height %v", to.Y)
	}
	return nil
}

// reasonable reports whether lengths are numbers that a reader can hold.
func reasonable(lengths ...fonts.Pt) bool {
	for _, v := range lengths {
		if !(v > -mostLength && v < mostLength) {
			return false
		}
	}
	return true
}

const mostLength = 1e7 // pt
