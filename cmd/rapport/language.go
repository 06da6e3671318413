package main

import (
	"cmp"
	"fmt"
	"os"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"rapport/content"
)

// authorLanguage is the language of whoever runs the command, nb, nn or en: what the flag says, else
// RAPPORT_LANG, else the locale (POSIX: LC_ALL, LC_MESSAGES, LANG) when it is one of the three, else "".
// A flag or RAPPORT_LANG of another language is an error.
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
	return "", nil
}

// flagged is the value of --lang in arguments that nobody has parsed yet, "" when it is not there.
func flagged(args []string) string {
	for i, a := range args {
		if value, ok := strings.CutPrefix(a, "--lang="); ok {
			return value
		}
		if a == "--lang" && i+1 < len(args) {
			return args[i+1]
		}
	}
	return ""
}

// registerLanguage gives every command --lang, which is read before the others: a mistake in those is
// told in its language, too.
func registerLanguage(root *cobra.Command) (check func() error) {
	language := root.PersistentFlags().String("lang", "", "the `language` of messages: nb, nn or en "+
		"(default RAPPORT_LANG, the locale's, or the report's)")
	return func() error {
		_, err := authorLanguage(*language, os.Getenv)
		return err
	}
}

// languageFor is the author's language for a command, English when nothing says another.
func languageFor(cmd *cobra.Command) (string, error) {
	flag, err := cmd.Flags().GetString("lang")
	if err != nil {
		return "", err
	}
	language, err := authorLanguage(flag, os.Getenv)
	return cmp.Or(language, "en"), err
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
