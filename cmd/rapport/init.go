package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"rapport/cmd/internal/drafts"
	"rapport/cmd/internal/tongue"
	"rapport/cmd/internal/workplace"
	"rapport/content/brand"
	"rapport/content/brand/colorimetry"
	"rapport/layout/pdf"
)

// initial is the command that makes a workplace.
type initial struct {
	name     string
	language string
	colour   string
}

// initialColour is the colour of a workplace whose owner names none.
const initialColour = "#007A7A"

func newInit() *cobra.Command {
	var i initial
	cmd := &cobra.Command{
		Use:   "init DIR",
		Short: "Make a folder of one's own: content, brand, settings",
		Long: `init makes a folder that builds at once: an example report on an invented survey, which says that it is
invented, a brand made of one colour, the author's guide, and settings for editors and git. It asks nothing. A
folder that holds other things is left alone; in one that init made before, what is missing is added, and
nothing is overwritten.`,
		Example: `  rapport init minrapport --name "Foreningen Havblikk" --language nb --colour "#007A7A"`,
		Args:    cobra.ExactArgs(1),
	}
	f := cmd.Flags()
	f.StringVar(&i.name, "name", "", "the `name` of the organisation")
	f.StringVar(&i.language, "language", "", "the `language` of the example: nb, nn or en")
	f.StringVar(&i.colour, "colour", initialColour, "the `colour` that the brand is made of, as #rrggbb")
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		language, err := languageFor(cmd)
		if i.language != "" {
			language, err = authorLanguage(i.language, os.Getenv)
		}
		if err != nil {
			return errors.New(strings.Replace(err.Error(), "--lang ", "--language ", 1))
		}
		wish, ok := colorimetry.ParseRGB(i.colour)
		if !ok {
			return fmt.Errorf("%q is no colour; write it as #007A7A", i.colour)
		}
		if strings.ContainsAny(i.name, "\n\r\x00") {
			return errors.New("a name stands on one line")
		}
		i.language = language
		if err := i.run(cmd.Context(), tongue.Raw(cmd.OutOrStdout()), args[0], wish, time.Now()); err != nil {
			return failure{err}
		}
		return nil
	}
	return cmd
}

// run makes the workplace, and says what to do next.
func (i *initial) run(
	ctx context.Context, stdout io.Writer, dir string, wish colorimetry.RGB, now time.Time,
) error {
	if other, err := foreign(dir); err != nil {
		return err
	} else if other != "" {
		return errors.New(i.say("other", dir, other))
	}
	name := strings.Join(strings.Fields(i.name), " ")
	if name == "" {
		name = i.say("example")
	}
	b, changes, err := brand.Suggest(name, wish, pdf.FOGRA39().Separate)
	if err != nil {
		return err
	}
	plan := workplace.Plan{Name: name, Language: i.language, Brand: b, Date: now}
	files, err := plan.Files()
	if err != nil {
		return err
	}
	made, kept := 0, 0
	for _, f := range files {
		fresh, err := add(ctx, filepath.Join(dir, filepath.FromSlash(f.Name)), f.Data)
		if err != nil {
			return err
		}
		if fresh {
			made++
		} else {
			kept++
		}
	}
	fmt.Fprint(stdout, i.say("made", dir, made))
	if kept > 0 {
		fmt.Fprint(stdout, i.say("kept", kept))
	}
	for _, c := range changes {
		fmt.Fprintln(stdout, i.change(c))
	}
	fmt.Fprint(stdout, i.say("next", dir, now.Year(), plan.Report()))
	return nil
}

// foreign names something in a folder that init did not make, "" when there is nothing or the folder
// is a workplace. What desktops leave in every folder, and git, does not count.
func foreign(dir string) (string, error) {
	entries, err := os.ReadDir(dir)
	if errors.Is(err, fs.ErrNotExist) {
		return "", nil
	}
	if err != nil {
		return "", err
	}
	mark := filepath.Join(dir, filepath.FromSlash(workplace.Mark))
	if info, err := os.Stat(mark); err == nil && info.IsDir() {
		return "", nil
	}
	for _, e := range entries {
		switch e.Name() {
		case ".DS_Store", "Thumbs.db", "desktop.ini", ".git":
		default:
			return e.Name(), nil
		}
	}
	return "", nil
}

// add writes a file that is not there, whole or not at all.
func add(ctx context.Context, path string, data []byte) (fresh bool, err error) {
	if _, err := os.Lstat(path); err == nil {
		return false, nil
	}
	draft := drafts.New(ctx, path)
	defer draft.Discard()
	if _, err := draft.Write(data); err != nil {
		return false, err
	}
	if err := draft.Finish(); err != nil {
		return false, err
	}
	return true, draft.Commit()
}

// initWords are what the command says.
const initWords = tongue.Room("init")

func (i *initial) say(key string, args ...any) string { return initWords.Say(i.language, key, args...) }

// change tells of a colour that could not be taken as it was.
func (i *initial) change(c brand.Change) string {
	key := "ground"
	switch {
	case c.Without:
		key = "grey"
	case c.Role == "accent":
		key = "accent"
	}
	return i.say(key, c.From.Hex(), c.To.Hex())
}
