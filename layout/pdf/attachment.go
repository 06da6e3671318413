package pdf

import (
	"crypto/md5"
	"fmt"

	"rapport/layout/frame"
)

// attach writes the attachments as associated files of the document (ISO 19005-3, 6.8) and appends
// their entries to the catalog. now is the modification date of each.
func attach(f *file, d *frame.Document, catalog *object) error {
	if len(d.Attachments) == 0 {
		return nil
	}
	first := f.alloc(len(d.Attachments))
	names := make([]named, len(d.Attachments))
	for i, a := range d.Attachments {
		content := f.alloc(1)
		f.stream(content, partFile, func([]byte) (object, []byte, error) {
			sum := md5.Sum(a.Data)
			var o object
			o.raw("/Type/EmbeddedFile/Subtype").name(a.MIME)
			o.raw("/Params<</ModDate").date(d.Info.Date).raw("/Size ").int(len(a.Data))
			o.raw("/CheckSum<")
			o.b = appendHex(o.b, sum[:])
			o.raw(">>>")
			return o, a.Data, nil
		})
		var o object
		o.raw("<</Type/Filespec/F").text(a.Name).raw("/UF").text(a.Name)
		if a.Description != "" {
			o.raw("/Desc").text(a.Description)
		}
		o.raw("/AFRelationship").name(a.Relationship)
		o.raw("/EF<</F ").ref(content).raw("/UF ").ref(content).raw(">>>>")
		f.put(first+ref(i), &o)
		names[i] = named{textString(a.Name), first + ref(i)}
	}
	tree, err := f.nameTree(names)
	if err != nil {
		return fmt.Errorf("attachment: %w", err)
	}
	catalog.raw("/AF").refs(first, len(d.Attachments))
	catalog.raw("/Names<</EmbeddedFiles ").ref(tree).raw(">>")
	return nil
}
