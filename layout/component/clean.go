package component

import "strings"

// Clean is a text without soft hyphens, for metadata, bookmarks and alternative texts.
func Clean(s string) string { return strings.ReplaceAll(s, "\u00ad", "") }
