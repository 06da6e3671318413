package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"rapport/cmd/internal/drafts"
	"rapport/cmd/internal/tongue"
	"rapport/content"
	"rapport/content/intake"
	"rapport/content/intake/renew"
	"rapport/content/intake/table"
	"rapport/content/source"
)

// importing is the command that makes a survey of what a survey tool exports.
type importing struct {
	content  string
	language string
	sheet    string
	codebook string
	by       []string
	dryRun   bool
}

func newImport() *cobra.Command {
	var i importing
	cmd := &cobra.Command{
		Use:   "import FILE YEAR/NAME",
		Short: "Make survey.toml of what a survey tool exports",
		Long: `import counts the answers in an export of a survey tool and writes them to YEAR/NAME/survey.toml: Microsoft
Forms, Google Forms, SurveyMonkey, Nettskjema, LimeSurvey, Questback, Typeform, and plain tables, as XLSX or
text. It tells what it guessed. Who answered, when, and what they wrote in their own words is neither
written nor printed.

Run again, it changes the counts and adds new answers and questions; all else that was edited stays. A file
import.toml beside survey.toml says what is to be read otherwise.

With --by, the answers to all other questions are counted also within the groups that the answers to one
make, and written to by-QUESTION.toml beside it.`,
		Example: `  rapport import svar.xlsx 2024/medlemmer
  rapport import data.csv 2024/medlemmer --codebook kodebok.csv
  rapport import svar.xlsx 2024/medlemmer --by fylke
  rapport import svar.csv 2024/medlemmer --dry-run`,
		Args: cobra.ExactArgs(2),
	}
	f := cmd.Flags()
	f.StringVar(&i.content, "content", "content", "`folder` that holds a folder for each year")
	_ = cmd.MarkFlagDirname("content")
	f.StringVar(&i.sheet, "sheet", "", "the `sheet` of a workbook; the first that holds rows otherwise")
	f.StringVar(&i.codebook, "codebook", "", "the `file` that says what the codes mean")
	f.BoolVar(&i.dryRun, "dry-run", false, "show what would change, and change nothing")
	f.StringArrayVar(&i.by, "by", nil, "count also within the groups that a `column` makes; may be repeated")
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		language, err := languageFor(cmd)
		if err != nil {
			return err
		}
		i.language = language
		m := placeName().FindStringSubmatch(filepath.ToSlash(strings.TrimSuffix(args[1], "/")))
		if m == nil {
			return errors.New(i.say("place", args[1]))
		}
		year, _ := strconv.Atoi(m[1])
		if err := i.run(cmd.Context(), tongue.Raw(cmd.OutOrStdout()), args[0], year, m[2]); err != nil {
			return failure{i.told(err)}
		}
		return nil
	}
	return cmd
}

var placeName = source.Pattern(`^(?:content/)?([1-9][0-9]{3})/([^/.\\\pC ][^/\\\pC]*)$`)

// importWords are what the command says.
const importWords = tongue.Room("import")

func (i *importing) say(key string, args ...any) string {
	return importWords.Say(i.language, key, args...)
}

// run imports a file.
func (i *importing) run(ctx context.Context, stdout io.Writer, file string, year int, name string) error {
	if info, err := os.Stat(i.content); err != nil || !info.IsDir() {
		return errors.New(i.say("no content", i.content))
	}
	data, err := i.read(ctx, file)
	if err != nil {
		return err
	}
	e, err := i.existing(year, name)
	if err != nil {
		return err
	}
	survey := data.Recognise(e.in)
	comments := renew.Comments{Top: []string{i.say("made", tool(survey, i.say("a table")))},
		Survey: []string{i.say("invited")}, Question: i.comment}
	for _, n := range survey.Notes {
		comments.Top = append(comments.Top, i.note(n))
	}
	files, partings, within, err := i.within(survey, e, folderOf(year, name))
	if err != nil {
		i.report(stdout, survey)
		fmt.Fprintln(stdout)
		return err
	}
	first := surveyFile{name: path.Join(folderOf(year, name), "survey.toml"), old: e.text}
	var changes []renew.Change
	if e.root == nil {
		first.text = renew.File(renew.Head{ID: idOf(name, year), Title: titleOf(name, year), Year: year}, survey, comments)
	} else {
		first.text, changes = renew.Update(e.text, e.root, survey, within, comments)
	}
	i.report(stdout, survey)
	i.changes(stdout, append(changes, partings...))
	if len(survey.Questions) == 0 {
		return errors.New(i.say("no questions"))
	}
	return i.write(ctx, stdout, append([]surveyFile{first}, files...))
}

// write puts files in their places, or shows what would change.
func (i *importing) write(ctx context.Context, stdout io.Writer, files []surveyFile) error {
	fmt.Fprintln(stdout)
	for _, f := range files {
		target := filepath.Join(i.content, filepath.FromSlash(f.name))
		what := "written"
		switch {
		case i.dryRun:
			changedLines(stdout, string(f.old), string(f.text))
			what = "dry"
		case f.old != nil && bytes.Equal(f.text, f.old):
			what = "same"
		default:
			if err := writeSurvey(ctx, target, f.text); err != nil {
				return err
			}
		}
		fmt.Fprintln(stdout, i.say(what, target))
	}
	return nil
}

// writeSurvey puts a file in its place, whole or not at all.
func writeSurvey(ctx context.Context, target string, text []byte) error {
	draft := drafts.New(ctx, target)
	defer draft.Discard()
	if _, err := draft.Write(text); err != nil {
		return err
	}
	if err := draft.Finish(); err != nil {
		return err
	}
	return draft.Commit()
}

func tool(s *intake.Survey, otherwise string) string {
	if s.Tool == "" {
		return otherwise
	}
	return s.Tool
}

// read reads an export, with the codebook when there is one.
func (i *importing) read(ctx context.Context, file string) (*intake.Dataset, error) {
	bar := newBar(os.Stderr, i.say("rows"))
	defer bar.done()
	t, closer, err := i.open(file, i.sheet, func(rows int, part float64) error {
		bar.show(rows, part)
		return ctx.Err()
	})
	if err != nil {
		return nil, err
	}
	defer closer.Close()
	data, err := intake.Read(t)
	if err != nil || i.codebook == "" {
		return data, err
	}
	book, closer, err := i.open(i.codebook, "", nil)
	if err != nil {
		return nil, err
	}
	defer closer.Close()
	c, ok, err := intake.ReadCodebook(book)
	if err != nil {
		return nil, err
	}
	if !ok {
		return nil, errors.New(i.say("no codebook"))
	}
	data.Decode(c)
	return data, nil
}

// open opens a table that the caller closes.
func (i *importing) open(file, sheet string, progress func(int, float64) error) (*table.Table, io.Closer, error) {
	f, err := os.Open(file)
	if err != nil {
		return nil, nil, err
	}
	info, err := f.Stat()
	if err == nil && info.IsDir() {
		err = errors.New(i.say("a folder", file))
	}
	if err != nil {
		f.Close()
		return nil, nil, err
	}
	t, err := table.Open(table.Input{ReaderAt: f, Size: info.Size()}, table.Options{Sheet: sheet, Progress: progress})
	if err != nil {
		f.Close()
		return nil, nil, err
	}
	return t, f, nil
}

// there is what stands in the survey's folder already.
type there struct {
	in   intake.Instructions
	root *source.Node // of survey.toml, nil when there is none
	text []byte

	partings []parting // the other files that have breakdowns
}

// existing reads survey.toml and import.toml, as far as they are there.
func (i *importing) existing(year int, name string) (e there, err error) {
	fsys := os.DirFS(i.content)
	dir := path.Join(strconv.Itoa(year), name)
	r := source.NewReader(fsys)
	if file := path.Join(dir, source.Import); isFile(fsys, file) {
		if root := r.File(file); root != nil {
			e.in = intake.ReadInstructions(r, root)
		}
	}
	if file := path.Join(dir, "survey.toml"); isFile(fsys, file) {
		if e.root = r.File(file); e.root != nil {
			e.in.Existing = renew.Known(e.root)
		}
		if e.text, err = fs.ReadFile(fsys, file); err != nil {
			return e, err
		}
	}
	if e.partings, err = i.partings(r, fsys, dir); err != nil {
		return e, err
	}
	e.in.Other, e.in.Unnamed = i.say("other"), i.say("unnamed question")
	if len(r.Problems) > 0 {
		return e, content.Problems(r.Problems.Sorted())
	}
	return e, nil
}

func isFile(fsys fs.FS, file string) bool {
	_, err := fs.Stat(fsys, file)
	return err == nil
}

// idOf is a survey's id: the name of its folder and the year.
func idOf(name string, year int) string {
	id := intake.Slug(name)
	if y := strconv.Itoa(year); !strings.HasSuffix(id, y) {
		id += y
	}
	return id
}

// titleOf is the name of its folder as words, and the year.
func titleOf(name string, year int) string {
	words := strings.Join(strings.FieldsFunc(name, func(r rune) bool { return r == '-' || r == '_' || r == ' ' }), " ")
	first := []rune(words)
	return strings.ToUpper(string(first[:1])) + string(first[1:]) + " " + strconv.Itoa(year)
}

// told is an error in the author's language. It never quotes what stands in a table.
func (i *importing) told(err error) error {
	var e *table.Error
	if !errors.As(err, &e) {
		return err
	}
	if errors.Is(err, context.Canceled) {
		return context.Canceled
	}
	return errors.New(tongue.Trouble(i.language, e))
}
