package main

import (
	"fmt"
	"slices"
	"strings"

	"rapport/content"
)

// authorLanguage is the language of whoever runs the command, nb, nn or en: what the flag says, else
// RAPPORT_LANG, else the locale (POSIX: LC_ALL, LC_MESSAGES, LANG) when it is one of the three, else
// English. A flag or RAPPORT_LANG of another language is an error.
func authorLanguage(flag string, env func(string) string) (string, error) {
	for _, said := range []struct{ of, value string }{
		{"--lang", flag}, {"RAPPORT_LANG", env("RAPPORT_LANG")},
	} {
		if said.value == "" {
			continue
		}
		if language := languageOf(said.value); language != "" {
			return language, nil
		}
		return "", fmt.Errorf("%s is %s; it must be one of %s", said.of, said.value,
			strings.Join(content.Languages(), ", "))
	}
	for _, name := range []string{"LC_ALL", "LC_MESSAGES", "LANG"} {
		if value := env(name); value != "" {
			if language := languageOf(value); language != "" {
				return language, nil
			}
			break // the first that is set decides
		}
	}
	return "en", nil
}

// languageOf is the language of a locale: "nb_NO.UTF-8" is nb, and so is the older "no_NO". It is ""
// for all but the three.
func languageOf(locale string) string {
	name := strings.ToLower(locale[:strings.IndexAny(locale+".", "_-.@")])
	if name == "no" {
		name = "nb"
	}
	if slices.Contains(content.Languages(), name) {
		return name
	}
	return ""
}
