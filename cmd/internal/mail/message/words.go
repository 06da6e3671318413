package message

import (
	"fmt"
	"strings"
)

// own are the words that a message has by itself.
type own struct {
	attached string // file name and size
	from     string // publisher
	leave    string // before the address
	read     string // on the button that leads to the web edition
	comma    bool   // between units and tenths
}

// size is a size in words: 340 kB, 1,2 MB.
func (w own) size(n int) string {
	if n < 1_000_000 {
		return fmt.Sprintf("%d\u00a0kB", max(1, (n+500)/1000))
	}
	s := fmt.Sprintf("%.1f\u00a0MB", float64(n)/1e6)
	if w.comma {
		s = strings.Replace(s, ".", ",", 1)
	}
	return s
}

var ownWords = map[string]own{
	"nb": {attached: "Vedlagt: %s (%s)", from: "Sendt av %s.", leave: "Vil du ikke ha slike meldinger?",
		read: "Les rapporten", comma: true},
	"nn": {attached: "Vedlagt: %s (%s)", from: "Send av %s.", leave: "Vil du ikkje ha slike meldingar?",
		read: "Les rapporten", comma: true},
	"en": {attached: "Attached: %s (%s)", from: "Sent by %s.", leave: "No more messages like this?",
		read: "Read the report"},
}
