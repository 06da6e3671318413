package content

import _ "embed" // the guide

//go:embed README.md
var guide []byte

// Guide is the author's guide, in Norwegian bokmål, as Markdown.
func Guide() []byte { return guide }
