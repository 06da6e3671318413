package layout

import (
	"rapport/content"
	"rapport/fonts"
	"rapport/layout/component"
)

// Printer is what Compose, and the writers of its documents, can print.
func Printer() content.Printer {
	return content.Printer{Sign: fonts.Has, Drawing: component.CheckDrawing}
}
