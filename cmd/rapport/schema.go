package main

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"rapport/cmd/internal/drafts"
	"rapport/cmd/internal/tongue"
	"rapport/content/schema"
)

// schemaFolder is where files name their schema from: #:schema ../../.rapport/report.schema.json.
const schemaFolder = ".rapport"

// schemas is the command that writes the keys of all files for editors.
type schemas struct {
	content string
	write   bool
}

func newSchema() *cobra.Command {
	var s schemas
	names := documentNames()
	cmd := &cobra.Command{
		Use:   "schema [" + strings.Join(names, "|") + "]",
		Short: "Print the keys of the TOML files as a JSON Schema, for editors",
		Long: `schema prints a JSON Schema (draft 07) of one kind of file: every key, what it holds and what it is for.
With --write, those of all kinds are written to .rapport in the content folder. A file whose first line names
one is then completed and explained by editors that read Taplo's directives, like Visual Studio Code with Even
Better TOML:

  #:schema ../../.rapport/report.schema.json`,
		Example: `  rapport schema survey > survey.schema.json
  rapport schema --write --lang nb`,
		ValidArgs: names,
		Args:      cobra.MatchAll(cobra.MaximumNArgs(1), cobra.OnlyValidArgs),
	}
	f := cmd.Flags()
	f.StringVar(&s.content, "content", "content", "the `folder` with the content")
	f.BoolVar(&s.write, "write", false, "write the schemas of all kinds to the content folder")
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		language, err := languageFor(cmd)
		if err != nil {
			return err
		}
		if s.write == (len(args) == 1) {
			return fmt.Errorf("name a kind of file (%s), or --write", strings.Join(names, ", "))
		}
		if s.write {
			if err := s.writeAll(cmd.Context(), language); err != nil {
				return failure{err}
			}
			return nil
		}
		_, err = tongue.Raw(cmd.OutOrStdout()).Write(documentNamed(args[0]).JSON(language))
		return err
	}
	return cmd
}

func documentNames() (names []string) {
	for _, d := range schema.Documents() {
		names = append(names, d.Name)
	}
	return names
}

func documentNamed(name string) schema.Document {
	all := schema.Documents()
	return all[slices.IndexFunc(all, func(d schema.Document) bool { return d.Name == name })]
}

// writeAll puts the schemas in their folder, each whole or not at all.
func (s *schemas) writeAll(ctx context.Context, language string) error {
	if info, err := os.Stat(s.content); err != nil || !info.IsDir() {
		return fmt.Errorf("there is no folder %s (--content names the content folder)", s.content)
	}
	dir := filepath.Join(s.content, schemaFolder)
	for _, d := range schema.Documents() {
		draft := drafts.New(ctx, filepath.Join(dir, d.Name+".schema.json"))
		defer draft.Discard()
		if _, err := draft.Write(d.JSON(language)); err != nil {
			return err
		}
		if err := draft.Finish(); err != nil {
			return err
		}
		if err := draft.Commit(); err != nil {
			return err
		}
	}
	return nil
}
