package language

// Lexicon is the words by which the check of a report's prose reads it (package content/check).
type Lexicon struct{}
